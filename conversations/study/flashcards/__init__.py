"""A sitting with flashcards: choose a deck, recall, compare, rate."""
