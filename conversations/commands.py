"""The commands a person can type, as they stand in menus and in /help."""

from collections.abc import Iterable
from typing import NamedTuple

from conversations.coaching.roles import Role


class Command(NamedTuple):
    """``description`` stands in the menu (at most 256 characters); ``menu`` is False for what /help alone lists."""

    name: str
    description: str
    menu: bool = True


COMMANDS = (
    Command("start", "Say hello and show what we can do"),
    Command("practice", "Start a mock interview: /practice crm 1, or surprise"),
    Command("resume", "Go on where you left off"),
    Command("hint", "Get a hint for the question you are on"),
    Command("skip", "Skip this question or follow-up"),
    Command("retry", "Try the same question again"),
    Command("pause", "Put the interview aside; it stays as it is"),
    Command("stop", "End the interview now and see the report"),
    Command("cancel", "Leave what you are doing, without a report"),
    Command("cards", "Go through your flashcards"),
    Command("addcard", "Write a flashcard of your own"),
    Command("mycards", "Change, delete or import your own flashcards"),
    Command("define", "Read and compare definitions, and say them yourself: /define CRM"),
    Command("quiz", "What are they really asking? A question, and what it tests"),
    Command("plan", "Plan up to your interview: /plan December 10"),
    Command("today", "See what is due now, and start it"),
    Command("reminders", "Choose when I remind you, or not at all", menu=False),
    Command("progress", "See how far you have come, in words and as a picture: /progress crm 1"),
    Command("stories", "Keep the stories you tell, and find the one that fits a question"),
    Command("history", "See your finished and unfinished interviews"),
    Command("transcript", "Read one interview again: /transcript 3"),
    Command("assignments", "See what a coach assigned to you"),
    Command("sharing", "Decide which coach sees what"),
    Command("settings", "Choose follow-ups and self-rating"),
    Command("notices", "Choose what I may write to you about", menu=False),
    Command("timezone", "Set your time zone: /timezone Europe/Berlin", menu=False),
    Command("id", "Your number, for an operator who makes you a coach", menu=False),
    Command("privacy", "What is stored, where, and who can see it"),
    Command("export", "Get everything that is stored about you"),
    Command("forget", "Delete everything that is stored about you"),
    Command("help", "Show all commands"),
)

OF_ROLES: dict[Role, tuple[Command, ...]] = {
    Role.COACH: (
        Command("invite", "Invite the people you coach: /invite spring 20"),
        Command("invites", "See your open invitations, take one back"),
        Command("assign", "Assign practice to a person or a group"),
        Command("board", "See how far everybody is"),
        Command("cohort", "See what a group has done and where it is weak: /cohort spring"),
        Command("review", "Read what was handed in, comment, rate, release: /review spring"),
    ),
    Role.OPERATOR: (
        Command("grant", "Make somebody a coach: /grant 12345"),
        Command("revoke", "Take the coach's role back: /revoke 12345"),
        Command("audit", "See grants, reads of transcripts, deletions"),
    ),
}


def commands_for(roles: Iterable[Role]) -> tuple[Command, ...]:
    """What somebody with these roles can type: everybody's commands, then those of the roles."""
    held = set(roles)
    return (*COMMANDS, *(command for role, own in OF_ROLES.items() if role in held for command in own))
