"""Tests of studying: flashcards, own cards, definitions, the quiz."""
