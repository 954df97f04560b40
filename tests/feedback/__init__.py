"""The feedback engine."""
