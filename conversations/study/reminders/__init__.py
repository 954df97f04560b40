"""Reminders: one message a day at the person's own hour, when there is something to do, for those who want it."""
