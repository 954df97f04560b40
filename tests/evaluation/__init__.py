"""Labelled answers and the measurements made on them."""
