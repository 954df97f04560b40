"""The tests of the coach; the folders mirror bot/, conversations/ and content/."""
