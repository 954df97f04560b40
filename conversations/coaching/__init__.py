"""Coaches and candidates: letters between people, roles, invitations and consent, assignments, the board."""
