"""How far a person has come: figures, screens, pictures."""
