"""What a candidate reads about reviews and coaches' questions, and while writing back."""

from conversations.markup import bold, quote

THE_COACH = "your coach"
LATER, ANEW, NO_REPLY = "Later", "Write it anew", "No reply"
QUESTION_GONE = "That question does not wait for an answer any more. Nothing was sent."
NOTHING_OPEN = "You are not writing to a coach right now. /assignments shows what waits for you."
CHANGED = "I changed what you wrote; nothing is sent yet."


def released(name: str, reviews: int) -> str:
    what = "an interview of yours" if reviews == 1 else f"{reviews} interviews of yours"
    return f"{bold(name)} reviewed {what}. It stays with the transcript."


def asked(name: str, interview: int, question: str, words: str) -> str:
    return (
        f"{bold(name)} has a further question about interview {interview}.\n"
        f"You were asked: {question}\n\n{bold(words)}\n\n"
        "Answer whenever you like; it waits in /assignments."
    )


def waiting(name: str, interview: int, words: str) -> str:
    return f"{bold(name)} asks about interview {interview}: {words}"


def answer_label(name: str) -> str:
    return f"Answer {name[:30]}"


def reply_label(name: str, interview: int | None) -> str:
    return f"Reply to {name[:30]}" + (f" about interview {interview}" if interview is not None else "")


def send_label(name: str) -> str:
    return f"Send it to {name[:30]}"


def answer_now(name: str, words: str) -> str:
    return f"{name} asks:\n{bold(words)}\n\nType your answer. You can look it over before it is sent."


def reply_now(name: str, interview: int) -> str:
    return f"What would you like to say to {name} about the review of interview {interview}? Type it."


def check(name: str, words: str) -> str:
    return f"This goes to {name}:\n{quote(words)}\n\nSend it, or type more to add to it."


def sent(name: str, interview: int, *, answered: bool) -> str:
    kept = f" It is in the transcript of interview {interview} too." if answered else ""
    return f"Sent to {name}.{kept}"


def not_shared(name: str) -> str:
    return f"You do not share this interview with {name} any more, so nothing was sent. /sharing shows who sees what."


def too_long(most: int) -> str:
    return f"That would be longer than {most:,} characters, so I did not add it. What you had written is kept."


def left(*, waits: bool) -> str:
    return "Nothing was sent. The question waits in /assignments." if waits else "Nothing was sent."
