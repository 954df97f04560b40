"""Tests of transcripts and what they are exported as."""
