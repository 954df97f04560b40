"""Studying between interviews: cards, definitions, a quiz, questions that come back, and a plan that mixes them."""
