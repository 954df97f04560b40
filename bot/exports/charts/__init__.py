"""Pictures of a person's progress, drawn by matplotlib for the width of a phone."""
