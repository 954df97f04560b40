"""The wizard that makes an assignment, from whom it is for to the note."""
