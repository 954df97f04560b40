"""How far a person has come, from the index of their interviews: in words and as a chart."""
