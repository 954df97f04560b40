"""What the machine learns from coaches."""
