"""A group as a whole."""
