"""What is asked and what is listened for: the packs (JSON) and the typed model that loads and judges them."""
