"""A group as a whole: how much is done, what is weak, how far machine and coach agree; on screen and as files."""
