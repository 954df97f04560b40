"""The Telegram edge: updates in, replies out, nothing lost on the way. The only room that imports telegram."""
