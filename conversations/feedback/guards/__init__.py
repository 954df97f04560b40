"""What keeps a match from counting: each guard marks the tokens that it reaches."""
