"""A person's own affairs: settings, privacy, export, deletion."""

from typing import Any

import msgspec

from conversations import buttons
from conversations.coaching import leaving, sharing
from conversations.notebook import Notebook
from conversations.replies import Attachment, Choice, Reply
from conversations.study.reminders import setting
from conversations.texts import coaching as coaching_texts
from conversations.texts import records as texts
from conversations.texts import reminders as reminder_texts
from conversations.visit import Replies, Visit


def settings(visit: Visit, argument: str = "") -> Replies:
    """The command /settings: each button shows what is set and changes it."""
    return [screen(visit)]


def screen(visit: Visit) -> Reply:
    chosen = visit.notebook.settings
    rows = (
        (toggle("probes", texts.ALL_PROBES if chosen.all_probes else texts.ADAPTIVE),),
        (toggle("rating", texts.RATING_ON if chosen.self_rating else texts.RATING_OFF),),
        (buttons.command("reminders", reminder_texts.label(setting.short(visit))),),
        (buttons.command("sharing", coaching_texts.SHARING), buttons.command("notices", coaching_texts.NOTICES)),
        (buttons.command("export", texts.EXPORT), buttons.command("forget", texts.FORGET)),
    )
    return Reply(texts.SETTINGS, rows, replace=True)


def toggle(what: str, label: str) -> Choice:
    return buttons.button(buttons.SETTINGS, what, label=label)


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """A settings button. An unknown one changes nothing and shows what is set."""
    chosen = visit.notebook.settings
    if parts == ("probes",):
        chosen.all_probes = not chosen.all_probes
    elif parts == ("rating",):
        chosen.self_rating = not chosen.self_rating
    return [screen(visit)]


def privacy(visit: Visit, argument: str = "") -> Replies:
    choices = ((buttons.command("export", texts.EXPORT), buttons.command("forget", texts.FORGET)),)
    how_long = texts.how_long(visit.retention_days)
    return [Reply(f"{texts.PRIVACY}\n\n{how_long}\n\n{sharing.privacy(visit)}", choices)]


def export(visit: Visit, argument: str = "") -> Replies:
    """The whole notebook with every archived interview, as JSON."""
    data = msgspec.json.encode({"notebook": shareable(visit.notebook), "interviews": list(visit.archive.values())})
    return [Reply(texts.EXPORT_FILE, attachment=Attachment("notebook", "json", "interview-coach.json", data))]


def shareable(notebook: Notebook) -> dict[str, object]:
    """The notebook as plain values, without what only delivery needs, and without the page of somebody else's
    interview that is open."""
    plain: dict[str, Any] = msgspec.to_builtins(notebook)
    plain["coaching"]["reviewing"]["page"] = None
    for internal in ("outbox", "next_parcel", "finished", "last_event", "alarm", "letters", "last_letter"):
        plain.pop(internal)
    return plain


def forget(visit: Visit, argument: str = "") -> Replies:
    """Asks for the word that confirms; the next message decides."""
    visit.notebook.forgetting = True
    return [Reply(texts.FORGET_ASK)]


def confirm(visit: Visit, words: str) -> Replies:
    """The message after /forget."""
    visit.notebook.forgetting = False
    if words.strip() != texts.FORGET_WORD:
        return [Reply(texts.FORGET_KEPT)]
    leaving.farewell(visit)
    visit.notebook.forgotten = True
    return [Reply(texts.FORGET_DONE)]
