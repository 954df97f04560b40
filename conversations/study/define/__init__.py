"""Definitions by term and author: reading, comparing, and saying them in one's own words."""
