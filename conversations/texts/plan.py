"""What is said about the way to an interview: the plan, today's list, the forecast."""

from datetime import date

from conversations.markup import bold, italic
from conversations.texts.study import excerpt

TODAY, OTHER_DATE, OTHER_MINUTES, REMINDERS, END = (
    "Today’s list",
    "Change the day",
    "Change the minutes",
    "Reminders",
    "End the plan",
)
NOT_NOW, NO_REMINDERS, KEEP_UTC = "Not now", "No reminders", "UTC is right"
MAKE_PLAN, RESUME, PRACTICE = "Make a plan", "Go on", "Practice some more"
MINUTES_OFFERED = (10, 20, 30, 45)
WEEKS_OFFERED = {1: "In a week", 2: "In two weeks", 4: "In four weeks"}

ASK_DATE = "When is your interview? Type the day, as in December 10 or in 3 weeks, or tap one that is about right."
ASK_MINUTES = "How many minutes a day can you practice? Choose a number that you can also keep on a busy day."
ASK_REMINDING = (
    "Should I write to you once a day, at a time you choose, with what there is to do? I write only when there is "
    "something, and each message has a button that turns this off.\n\nTap a time, or type one, as in 7:30."
)
BAD_TIME = "I could not read that as a time of day. Type it as in 18:00, 7:30 or 7 pm."
ENDED = (
    "The plan is ended, and with it the daily list. Cards and questions still come back when they are due; /reminders "
    "decides whether I write to you about them."
)
CLOSED = "All right. What you chose so far is kept; /plan goes on with it."
TOO_LATE = "Your last plan led to an interview that is over. I hope it went well."
NOTHING_NOW = "There is no card to go through right now."
FINISH_FIRST = "You have an interview open. Finish it or leave it with /stop, then tap the button again."
GONE = "That is not in this coach’s content any more, so nothing was started."


def bad_minutes(least: int, most: int) -> str:
    return f"I need a number of minutes from {least} to {most}, as in 20."


def minutes_label(minutes: int) -> str:
    return f"{minutes} minutes"


def bad_date(words: str) -> str:
    return f"I could not read “{words[:40]}” as a day to come. Type it as in December 10, 2026-12-10 or in 3 weeks."


def ask_zone(at: str) -> str:
    return f"Which city are you in or near? I take {at} by its clock, in summer and in winter."


def no_such_zone(words: str, close: tuple[str, ...]) -> str:
    meant = f" Did you mean {' or '.join(close)}?" if close else " Try the next large city, as in Berlin or New York."
    return f"I do not know the time in “{words[:40]}”.{meant}"


# The plan


def when(day: date, left: int) -> str:
    """ "Thu, Dec 10, 2026, in 15 days"."""
    distance = {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
    return f"{day:%a, %b} {day.day}, {day.year}, {distance}"


def plan(interview: str, minutes: int, reminder: str, outlook: str) -> str:
    lines = [bold("Your plan"), f"Interview: {interview}", f"{minutes} minutes a day", reminder]
    return "\n".join(lines) + f"\n\n{bold('Will you be ready?')}\n{outlook}"


def work_left(fresh: int, shaky: int, weak: int) -> str:
    """ "12 new cards, 3 cards to firm up and 2 questions that went thin"."""
    parts = [counted(fresh, "new card")] if fresh else []
    parts += [f"{counted(shaky, 'card')} to firm up"] if shaky else []
    parts += [f"{counted(weak, 'question')} that went thin"] if weak else []
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def in_time(work: str, minutes: int, ready: str, spare: int) -> str:
    before = "the day before the interview" if spare == 1 else f"{spare} days before the interview"
    return f"Still to do: {work}. At {minutes} minutes a day you are through with that around {ready}, {before}."


def too_late(work: str, minutes: int, ready: str, enough: int | None) -> str:
    way_out = (
        f"{enough} minutes a day would do."
        if enough
        else "No plan fits all of it in. We take what matters most first: weak questions, mocks, cards that are due."
    )
    return f"Still to do: {work}. At {minutes} minutes a day that takes until around {ready}. {way_out}"


NOTHING_LEFT = "You know every card for weeks, and no question went thin lately. The mocks keep it that way."
UNTRIED = (
    "You have not answered a question here yet, so I cannot say how your answers stand. The first mock will show that."
)
LAST_DAYS = {
    0: "You have prepared enough. A few cards at most, and good luck today.",
    1: "What is left undone will not decide it. A little today, then rest.",
}
ESTIMATE = italic("This counts the work. How an interview goes, nobody can forecast.")


# Today


def heading(left: int | None, minutes: int) -> str:
    lead = {None: "Today", 0: "Today is the day", 1: "Today, one day to go"}.get(left, f"Today, {left} days to go")
    return bold(lead) + (f"\nAbout {counted(minutes, 'minute')}" if minutes else "")


def counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def cards(due: int, new: int) -> str:
    """ "Cards: 12 due, 5 new"."""
    return "Cards: " + ", ".join([f"{due} due"] * bool(due) + [f"{new} new"] * bool(new))


def question(words: str) -> str:
    return f"Question: {excerpt(words)}"


def start_mock(length: int) -> str:
    return f"Mock interview: {counted(length, 'question')}"


def mock(competency: str, level: int, length: int) -> str:
    return f"Mock: {competency}, level {level}, {counted(length, 'question')}"


def assignment(coach: str, competency: str, level: int, due: str) -> str:
    return f"For {coach}: {competency}, level {level}" + (f", due {due}" if due else "")


def question_line(words: str, rating: int) -> str:
    """``rating`` is what the last answer counted as, 1 to 5."""
    last = {1: "left out", 2: "went thin", 3: "got half way"}.get(rating, "went well")
    return f"• Question: “{excerpt(words, 80)}” ({last} last time)"


def line(words: str) -> str:
    return f"• {words}"


def done(cards: int, questions: int) -> str:
    parts = [counted(cards, "card")] if cards else []
    parts += [counted(questions, "question")] if questions else []
    return italic(f"Done today: {' and '.join(parts)}.")


def later(number: int) -> str:
    return italic(f"{number} more {'is' if number == 1 else 'are'} due and can wait until tomorrow.")


SHORT_DAYS = {
    0: "A few cards to warm up, no more. Then go and tell your stories.",
    1: "A light day on purpose: sleep does more for you now than another mock.",
}
ALL_DONE = "That is all for today."
NOTHING_DUE = "Nothing is due. A mock is never wrong, and /plan makes a list for each day up to your interview."
