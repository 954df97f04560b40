"""Desks in further processes: judging a long answer holds up nobody else, and uses a processor of its own."""
