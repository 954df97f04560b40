"""Tests of the stores: one contract for all, and what is special to each."""
