"""Studying between interviews: flashcards, own cards, definitions, and the quiz "What are they really asking?"."""
