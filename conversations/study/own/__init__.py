"""The person's own cards: written, changed, deleted, imported."""
