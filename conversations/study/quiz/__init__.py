""" "What are they really asking?": a question, and what an interviewer listens for in it."""
