"""The one door: takes an event to the conversation that it belongs to, and always has an answer."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random

from content.library import Library
from conversations import buttons, history, profile, welcome
from conversations.events import Edited, Event, Pressed, Said, Sent
from conversations.feedback import Engine
from conversations.interview import answering, choosing, controls, pressing
from conversations.interview.machine import WrongMoment
from conversations.interview.record import Interview
from conversations.markup import clean
from conversations.notebook import Notebook
from conversations.replies import Reply, noted
from conversations.texts import general as texts
from conversations.visit import Replies, Visit

COMMAND = re.compile(r"/([A-Za-z_]+)(?:\s+(.*))?\Z", re.DOTALL)

COMMANDS: dict[str, Callable[[Visit, str], Replies]] = {
    "start": welcome.start,
    "practice": choosing.practice,
    "practise": choosing.practice,
    "resume": controls.resume,
    "hint": controls.hint,
    "skip": controls.skip,
    "retry": controls.retry,
    "pause": controls.pause,
    "stop": controls.stop,
    "cancel": controls.cancel,
    "history": history.history,
    "transcript": history.transcript,
    "settings": profile.settings,
    "privacy": profile.privacy,
    "export": profile.export,
    "forget": profile.forget,
    "help": welcome.help_,
}
PRESSED: dict[str, Callable[[Visit, tuple[str, ...]], Replies]] = {
    buttons.INTERVIEW: pressing.pressed,
    buttons.SETTINGS: profile.pressed,
    buttons.HISTORY: history.pressed,
    buttons.HELD: welcome.held_pressed,
}


@dataclass(frozen=True)
class Desk:
    """The coach, ready for any number of people. It holds nothing about them."""

    library: Library
    engine: Engine

    def wanted(self, event: Event, notebook: Notebook) -> tuple[int, ...]:
        """The numbers of the finished interviews that `handle` will need for this event."""
        name, argument = command_of(event)
        if name == "transcript":
            return (history.wanted(argument)[0],)
        if name == "export":
            return tuple(summary.number for summary in notebook.history)
        return ()

    def handle(
        self, event: Event, notebook: Notebook, *, now: datetime, random: Random, archive: Mapping[int, Interview]
    ) -> Replies:
        """Changes the notebook and gives the replies, at least one. ``now`` is aware, UTC."""
        visit = Visit(notebook, event, self.library, self.engine, now, random, archive)
        notebook.seen = now
        notebook.name = clean(event.name) or notebook.name
        notebook.unreachable = False
        try:
            replies = route(visit)
        except WrongMoment:
            replies = [out_of_turn(visit)]
        if notebook.began_anew:
            notebook.began_anew = False
            replies[0] = noted(texts.NOTEBOOK_WAS_DAMAGED, replies[0])
        return replies


def command_of(event: Event) -> tuple[str, str]:
    """The command and its argument that an event carries, ("", "") for none."""
    match event.happening:
        case Said(text=line) | Pressed(choice=line):
            found = COMMAND.match(line.strip())
            return (found[1].lower(), clean(found[2] or "").strip()) if found else ("", "")
        case _:
            return "", ""


def route(visit: Visit) -> Replies:
    name, argument = command_of(visit.event)
    if name:
        return command(visit, name, argument)
    match visit.event.happening:
        case Pressed(choice=choice):
            tap = buttons.read(choice)
            if tap.conversation not in PRESSED:
                raise WrongMoment("an unknown button")
            return PRESSED[tap.conversation](visit, tap.parts)
        case Said() as said:
            return words(visit, said)
        case Edited(text=text, at=at, message=message):
            return answering.edited(visit, Edited(clean(text), at, message))
        case Sent() as sent:
            return without_words(visit, sent)
        case _:
            return [Reply(texts.NOTHING_OPEN, welcome.CHOICES)]


def command(visit: Visit, name: str, argument: str) -> Replies:
    if name not in COMMANDS:
        return [Reply(texts.unknown_command(name))]
    if name != "forget":
        visit.notebook.forgetting = False
    return COMMANDS[name](visit, argument)


def words(visit: Visit, said: Said) -> Replies:
    """Typed words go to what waits for them."""
    notebook = visit.notebook
    text = clean(said.text).strip()
    said = Said(text, said.at, said.message, said.answers, said.unseen)
    if not text:
        return [noted(texts.BLANK, current_screen(visit))]
    if notebook.forgetting:
        return profile.confirm(visit, text)
    if notebook.foreground == "interview" and notebook.interview is not None:
        return answering.said(visit, said)
    return welcome.unclaimed(visit, said)


def without_words(visit: Visit, sent: Sent) -> Replies:
    """A photo, a voice note: the words under it count, the rest gets a kind sentence and the open question again."""
    if clean(sent.caption).strip():
        first, *others = words(visit, Said(sent.caption, sent.at, sent.message))
        return [noted(texts.TOOK_CAPTION, first), *others]
    answering_now = visit.notebook.foreground == "interview" and visit.notebook.interview is not None
    return [noted(texts.cannot_use(sent.kind, answering_now), current_screen(visit))]


def out_of_turn(visit: Visit) -> Reply:
    """For an old, doubled or forged button: the screen of the stored state."""
    has_place = visit.notebook.interview is not None
    return noted(texts.OLD_BUTTON if has_place else texts.OLD_BUTTON_NOTHING_OPEN, current_screen(visit))


def current_screen(visit: Visit) -> Reply:
    """Where the person is."""
    return welcome.current_screen(visit)
