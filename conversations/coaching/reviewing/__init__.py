"""A coach reads an interview, comments on it, rates it, asks further, and releases all that to its candidate."""
