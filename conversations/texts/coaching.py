"""What is said between coaches, candidates and operators: roles, invitations, consent, the audit log."""

from collections.abc import Sequence
from datetime import datetime

from conversations.coaching.record import Scope
from conversations.markup import bold, code, italic
from conversations.texts.records import day

ASSIGNED_ONLY, EVERYTHING, NO_THANKS = "Assigned practice only", "Everything", "No, thanks"
NOTHING = "Nothing any more"
SINGLE, BACK = "Single interviews", "Back"
TAKE_BACK = "Take back"
ALL_INVITATIONS = "All invitations"
SHARING, NOTICES = "Sharing", "Notices"
NEWER, OLDER = "Newer", "Older"

SCOPES = {Scope.ASSIGNED: "assigned practice", Scope.EVERYTHING: "everything", Scope.NOTHING: "nothing"}

# Invitations

LOOKING_UP = "Somebody invited you. I am looking the invitation up."
INVITE_CLOSED = (
    "This invitation is not open any more, or the link is incomplete. Nothing was shared. Ask whoever sent it for a "
    "new one; you can practice right away, with or without it."
)
OWN_INVITE = "This is your own invitation. Send the link to the people you coach; it does nothing for you."
DECLINED = "All right. Nothing is shared, and nobody is told."
OFFER_GONE = "That invitation was answered before. /sharing shows who sees what."
INVITE_USED_UP = "The invitation was used up or taken back while you decided, so nothing is shared. Ask for a new one."
NO_INVITES = "No open invitation. /invite makes one, as in /invite spring 20 for twenty people of a group named spring."


def deep_link(address: str, token: str) -> str:
    return f"{address}{token}"


def invited(link: str, cohort: str, limit: int, expires: datetime) -> str:
    whom = f" for {bold(cohort)}" if cohort else ""
    return (
        f"Here is your invitation{whom}. It works for {people(limit)} until {day(expires)}. Whoever opens it sees your "
        f"name and decides what to share with you.\n\n{code(link)}"
    )


def people(number: int) -> str:
    return "one person" if number == 1 else f"{number} people"


def bad_limit(most: int) -> str:
    return f"An invitation can be for 1 to {most} people, as in /invite spring 20. None was made."


def invite_line(number: int, cohort: str, used: int, limit: int, expires: datetime) -> str:
    return f"{bold(f'{number}.')} {cohort or 'no group'}: {used} of {limit} joined, open until {day(expires)}"


def invites(lines: list[str]) -> str:
    return "\n".join([bold("Your open invitations"), *lines])


def take_back(number: int) -> str:
    return f"{TAKE_BACK} {number}"


def taken_back(number: int) -> str:
    return f"Invitation {number} is taken back. Whoever joined by it stays."


def offer(name: str, cohort: str) -> str:
    group = f" in the group {bold(cohort)}" if cohort else ""
    return (
        f"{bold(name)} invites you to practice together{group}.\n\n"
        f"If you say yes, {name} can assign practice to you and sees when you begin and finish it. What {name} can "
        "read is up to you:\n"
        f"{bold(ASSIGNED_ONLY)}: the interviews that {name} assigned, word for word, with their feedback.\n"
        f"{bold(EVERYTHING)}: every finished interview, earlier ones too.\n\n"
        "You can change this or end it at any time in /sharing."
    )


def joined(name: str, scope: Scope) -> str:
    return f"Done. {name} can read {SCOPES[scope]} from now on. /sharing changes or ends that."


# Consent

NO_COACH = (
    "You share nothing with anybody. A coach can send you an invitation link; nothing is shared before you say yes."
)
SHARING_HEADING = f"{bold('Who sees what')}\nA change counts at once."
NO_INTERVIEW_YET = "You have no finished interview to decide on yet."


def sharing_line(name: str, scope: Scope, exceptions: int) -> str:
    single = f", {exceptions} single decision{'s' if exceptions > 1 else ''}" if exceptions else ""
    return f"{bold(name)} sees {SCOPES[scope]}{single}."


def sharing_with(name: str, scope: Scope, exceptions: int) -> str:
    return f"{sharing_line(name, scope, exceptions)}\nWhat should {name} see from now on?"


def changed(name: str, scope: Scope) -> str:
    if scope is Scope.NOTHING:
        return f"{name} sees nothing of yours any more, and {name}'s assignments are off your list."
    return f"{name} sees {SCOPES[scope]} from now on."


LENDING, LEND, KEEP_WORDS = "Learning from my answers", "Yes, learn from them", "No, keep them out"
MAY_I_LEARN = (
    f"{bold('May I learn from your answers?')}\n"
    "Sometimes a coach hears in your answer what I missed, or the other way round. Yes means: the operator may take "
    "such an answer, word for word but without your name and number, for the people who teach me what to listen for. "
    "Only from interviews that this coach may read, and only while you say yes; what was taken stays with them.\n\n"
    "No means: only the count is taken, how often I was right and how often not."
)


def lending(*, on: bool) -> str:
    return f"I {'may' if on else 'may not'} learn from the words of your answers."


def learned_from(*, on: bool) -> str:
    """For /privacy."""
    now = (
        "You allow more: such answers may be taken word for word, without your name and number, to teach me. /sharing "
        "ends that."
        if on
        else "Your words are not taken for that. /sharing is where you may allow it."
    )
    return (
        f"{bold('What I learn from')}\n"
        "Where a coach who may read an interview judges it otherwise than I did, the operator can count how often, to "
        f"see how far I am to be trusted. {now}"
    )


def single_heading(name: str) -> str:
    return f"{bold(f'Single interviews and {name}')}\nTap one to share it or to keep it to yourself."


def single(number: int, competency: str, level: int, shared: bool) -> str:
    return f"{'Shared' if shared else 'Kept'}: {number}. {competency}, level {level}"


def ask_review(name: str) -> str:
    return f"Ask {name[:30]} for a review"


def review_asked(name: str, interview: int) -> str:
    return f"{name} can read interview {interview} now and was asked to review it. /sharing takes that back."


def shared_with(lines: list[str], reads: list[str]) -> str:
    """For /privacy."""
    parts = [f"{bold('Shared with coaches')}\n" + ("\n".join(lines) if lines else "Nobody. You decide, in /sharing.")]
    if reads:
        parts.append(f"{bold('Read by coaches')}\n" + "\n".join(reads))
    return "\n\n".join(parts)


def read_line(name: str, interview: int, at: datetime) -> str:
    return f"{name} read interview {interview} on {day(at)}"


def coach_left(name: str) -> str:
    return f"{name} does not coach here any more. Nothing of yours is shared with {name}; your interviews are all here."


# Roles

GRANTED = (
    "An operator made you a coach. /invite makes a link for the people you coach, /assign gives them practice, /board "
    "shows how far they are, and /review is where you read and comment on what they hand in."
)
REVOKED = "An operator took the coach's role back. Nobody shares anything with you any more; your own practice stays."
GRANT_HOW = "Write the number of the person, as in /grant 12345. They find theirs by sending me /id."
REVOKE_HOW = "Write the number of the coach, as in /revoke 12345."
AUDIT_EMPTY = "The audit log is empty."
AUDIT_LOOKING = "Fetching the audit log."


def granting(person: str) -> str:
    return f"{person} becomes a coach as soon as this reaches them, and is told."


def revoking(person: str) -> str:
    return f"{person} stops being a coach as soon as this reaches them, and is told."


def appointed_in_settings(person: str) -> str:
    return f"{person} is a coach by COACH_IDS in the settings. Take the number out there and restart. Nothing changed."


def stranger(person: str) -> str:
    return f"I do not know {person}. They have to write to me once, then /grant works. Nothing changed."


def own_number(person: str) -> str:
    return f"Your number here is {code(person)}. Only an operator who makes you a coach needs it."


def audit_page(page: int, pages: int, lines: list[str]) -> str:
    where = f" (page {page + 1} of {pages})" if pages > 1 else ""
    return "\n".join([f"{bold('Audit log')}{where}, latest first", *lines])


def audit_line(at: datetime, who: str, act: str, whom: str, interview: int | None) -> str:
    about = f", interview {interview}" if interview is not None else ""
    return f"{italic(f'{at:%Y-%m-%d %H:%M} UTC')} {who} {act} {whom}{about}"


# Settings

NOTICE_LABELS = {
    "assignments": "New assignments",
    "progress": "Submitted practice",
    "due": "Assignments due tomorrow",
    "nudges": "Reminders by coaches",
    "reviews": "Reviews by coaches",
}
NOTICES_HEADING = f"{bold('Notices')}\nWhat I may write to you about on my own. Tap one to turn it on or off."
ZONE_HOW = "Write a time zone by its name, as in /timezone Europe/Berlin or /timezone America/New_York."


def notice(name: str, on: bool) -> str:
    return f"{NOTICE_LABELS[name]}: {'on' if on else 'off'}"


def zone_is(zone: str, now: str) -> str:
    return f"Your time zone is {bold(zone)}; for you it is {now}. {ZONE_HOW}"


def zone_set(zone: str, now: str) -> str:
    return f"Your time zone is {bold(zone)} now; for you it is {now}."


def no_such_zone(name: str, close: Sequence[str]) -> str:
    meant = f" Did you mean {' or '.join(close)}?" if close else ""
    return f"I know no time zone named “{name[:40]}”.{meant} {ZONE_HOW}"


# Reading

BOARD = "Board"
TRANSCRIPT_ASKED = "Fetching the transcript."
TRANSCRIPT_NOT_SHARED = "That interview is not shared with you, or it is not there any more."


def transcript_of(name: str) -> str:
    return f"Practice of {bold(name)}. They see that you read it."
