"""What the machine can learn from coaches: how far both agree, and the answers where they do not."""
