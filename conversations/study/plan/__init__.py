"""The way to an interview: a plan, what it says for today, and when one will be ready."""
