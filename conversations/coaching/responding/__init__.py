"""What a released review and a coach's further question are at their candidate's desk: told, kept, answered."""
