"""What the Telegram edge itself says: about groups, about the bot, and when something is in the way."""

DESCRIPTION = (
    "Practice structured job interviews for CRM and customer-facing roles. I ask, listen, follow up on what your "
    "answer left out, and show you which behaviors came through.\n\n"
    "Your answers stay on the server of whoever runs this bot."
)
SHORT_DESCRIPTION = "Mock interviews with follow-up questions and honest feedback."

STORE_IN_THE_WAY = (
    "I can't save right now, so I'm holding on to your message. You don't have to send it again; "
    "I'll answer as soon as saving works."
)
NOT_SAVED = (
    "I couldn't save that message, and trying again did not help, so I let it go. Everything saved before it is safe. "
    "Please keep your text and send it again later; whoever runs this coach can see in the logs what is wrong."
)
SOMETHING_BROKE = (
    "Something went wrong on my side with that message, and it was not saved. Everything before it is safe. "
    "Send /resume to go on, then try it once more."
)


def in_private(username: str) -> str:
    return f"I practice one on one, so that your answers stay yours. Write to me here: https://t.me/{username}"
