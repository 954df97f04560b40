"""The same coach in a terminal: typed with a keyboard, or piped in line by line."""
