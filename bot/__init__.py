"""The edges: Telegram, terminal, stores, exports, and the command line that starts them."""
