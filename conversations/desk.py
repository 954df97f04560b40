"""The one door: takes an event to the conversation that it belongs to, and always has an answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random

from msgspec.structs import replace

from content.library import Library
from conversations import alarms, buttons, history, profile, retention, welcome
from conversations.coaching import assignments, gate, mailroom
from conversations.coaching.letters import interviews_of
from conversations.coaching.responding import writing as responding
from conversations.coaching.reviewing import writing as review_writing
from conversations.coaching.roles import NOBODY, Appointed, roles_of
from conversations.directory import COMMANDS, JUDGING, PRESSED, TALKS
from conversations.events import Arrived, Delivered, Edited, Event, Kind, Pressed, Rang, Said, Sent
from conversations.feedback import Engine
from conversations.interview import answering
from conversations.interview.machine import WrongMoment
from conversations.interview.record import Interview
from conversations.markup import clean
from conversations.notebook import Notebook
from conversations.replies import Reply, noted
from conversations.study import questions
from conversations.study.stories import pressing as story_pressing
from conversations.talk import Talk
from conversations.texts import general as texts
from conversations.visit import Replies, Visit

COMMAND = re.compile(r"/([A-Za-z_]+)(?:\s+(.*))?\Z", re.DOTALL)


@dataclass(frozen=True)
class Desk:
    """The coach, ready for any number of people. It holds nothing about them but whom the settings appoint.

    ``retention_days`` is how long people are kept who are not seen any more, None for ever."""

    library: Library
    engine: Engine
    appointed: Appointed = NOBODY
    retention_days: int | None = None

    def wanted(self, event: Event, notebook: Notebook) -> tuple[int, ...]:
        """The numbers of the finished interviews that `handle` will need for this event."""
        if isinstance(event.happening, Arrived):
            letter = event.happening.letter
            return () if letter.returned else interviews_of(letter.body)
        name, argument = command_of(event)
        if name == "transcript":
            return (history.wanted(argument)[0],)
        if name == "export":
            return tuple(summary.number for summary in notebook.history)
        if name == "stories":
            return story_pressing.wanted_for(notebook, argument)
        if isinstance(event.happening, Pressed):
            tap = buttons.read(event.happening.choice)
            if tap.conversation == buttons.STORIES:
                return story_pressing.wanted(notebook, tap.parts)
        return responding.wanted(event, notebook)

    def judges(self, event: Event, notebook: Notebook) -> bool:
        """Whether handling the event may take judging a text, which takes far longer than all else."""
        words = isinstance(event.happening, Said | Edited | Sent)
        return words and notebook.foreground in JUDGING and not command_of(event)[0]

    def handle(
        self,
        event: Event,
        notebook: Notebook,
        *,
        now: datetime,
        random: Random,
        archive: Mapping[int, Interview],
        token: str = "",
        address: str = "/start ",
    ) -> Replies:
        """Changes the notebook and gives the replies, at least one to what a person did. ``now`` is aware, UTC; the
        others are as in `Visit`."""
        roles = roles_of(notebook.person, notebook.coaching.granted, self.appointed)
        visit = Visit(
            notebook,
            event,
            self.library,
            self.engine,
            now,
            random,
            archive,
            roles,
            token,
            address,
            self.appointed,
            self.retention_days,
        )
        match event.happening:
            case Arrived():
                replies = route(visit)
            case Rang() if notebook == Notebook(notebook.person, created=now):
                return []  # woken by two at once, deleted by the first
            case Rang(opened=opened):
                replies = [] if opened else retention.rang(visit)
                replies += [] if notebook.forgotten else route(visit)
            case _:
                replies = act(visit)
        notebook.alarm = self.alarm_of(notebook)
        return replies

    def alarm_of(self, notebook: Notebook) -> datetime | None:
        """When the notebook wants to be woken next, aware, UTC; None for never."""
        moments = alarms.earliest(notebook), retention.next_step(notebook, self.retention_days)
        return min((moment for moment in moments if moment is not None), default=None)


def act(visit: Visit) -> Replies:
    """What the owner of the notebook did themselves."""
    notebook = visit.notebook
    notebook.seen = visit.now
    notebook.name = clean(visit.event.name) or notebook.name
    notebook.unreachable = False
    notebook.warned = None
    try:
        replies = [*route(visit), *assignments.submit(visit)]
    except WrongMoment:
        replies = [out_of_turn(visit)]
    questions.count(notebook)
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
            if tap.conversation not in PRESSED or not gate.admits(visit, button=tap.conversation):
                raise WrongMoment("an unknown button")
            return PRESSED[tap.conversation](visit, tap.parts)
        case Said() as said:
            return words(visit, said)
        case Edited(text=text, at=at, message=message):
            changed = Edited(clean(text), at, message)
            mine = responding.edited(visit, changed) or review_writing.edited(visit, changed)
            return mine or answering.edited(visit, changed)
        case Sent() as sent:
            return without_words(visit, sent)
        case Delivered() as file:
            talk = foreground(visit)
            if talk and talk.delivered:
                return talk.delivered(visit, file)
            return [noted(texts.cannot_use(Kind.FILE, talk is not None), current_screen(visit))]
        case Arrived(letter):
            return mailroom.arrived(visit, letter)
        case Rang():
            return alarms.rang(visit)


def command(visit: Visit, name: str, argument: str) -> Replies:
    if name not in COMMANDS or not gate.admits(visit, command=name):
        return [Reply(texts.unknown_command(name))]
    if name != "forget":
        visit.notebook.forgetting = False
    talk = foreground(visit)
    own = talk.commands if talk else {}
    return own.get(name, COMMANDS[name])(visit, argument)


def foreground(visit: Visit) -> Talk | None:
    """The conversation that the person is in, None when there is none."""
    name = visit.notebook.foreground
    return TALKS.get(name) if gate.admits(visit, talk=name) else None


def words(visit: Visit, said: Said) -> Replies:
    """Typed words go to what waits for them."""
    notebook = visit.notebook
    text = clean(said.text).strip()
    said = replace(said, text=text)
    if not text:
        return [noted(texts.BLANK, current_screen(visit))]
    if notebook.forgetting:
        return profile.confirm(visit, text)
    talk = foreground(visit)
    return talk.said(visit, said) if talk else welcome.unclaimed(visit, said)


def without_words(visit: Visit, sent: Sent) -> Replies:
    """A photo, a voice note: the words under it count, the rest gets a kind sentence and the open question again."""
    if clean(sent.caption).strip():
        first, *others = words(visit, Said(sent.caption, sent.at, sent.message))
        return [noted(texts.TOOK_CAPTION, first), *others]
    return [noted(texts.cannot_use(sent.kind, foreground(visit) is not None), current_screen(visit))]


def out_of_turn(visit: Visit) -> Reply:
    """For an old, doubled or forged button: the screen of the stored state."""
    note = texts.OLD_BUTTON if foreground(visit) else texts.OLD_BUTTON_NOTHING_OPEN
    return noted(note, current_screen(visit))


def current_screen(visit: Visit) -> Reply:
    """Where the person is: in a conversation, beside a paused interview, or nowhere yet."""
    talk = foreground(visit)
    return talk.screen(visit) if talk else welcome.crossroads(visit)
