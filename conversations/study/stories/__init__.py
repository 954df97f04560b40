"""The story bank: answers worth telling again, what each of them shows, and which one fits a question."""
