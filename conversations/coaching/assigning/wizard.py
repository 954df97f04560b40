"""The command /assign and what leads through it: buttons, typed words, sending, leaving."""

from conversations.coaching import roster
from conversations.coaching.assigning.choosing import TYPED, VERBS, somebody, step
from conversations.coaching.assigning.machine import MACHINE
from conversations.coaching.assigning.screens import draft_of, screen
from conversations.coaching.letters import Assigned
from conversations.coaching.posting import send
from conversations.coaching.record import Draft, Given, Task
from conversations.events import Said
from conversations.interview.machine import WrongMoment
from conversations.replies import Reply, noted
from conversations.study.bearings import come_forward, commands, step_back
from conversations.study.moving import move
from conversations.texts import assigning as texts
from conversations.visit import Replies, Visit

TALK = "assigning"


def assign(visit: Visit, argument: str = "") -> Replies:
    """The command /assign, with a group or a name if it is known already. One that is open goes on where it was."""
    coaching = visit.notebook.coaching
    if not coaching.roster:
        return [Reply(texts.NO_CANDIDATES)]
    if coaching.draft is not None and not argument:
        come_forward(visit, TALK)
        return [noted(texts.NOT_NOW, screen(visit))]
    coaching.draft = Draft(step=coaching.draft.step + 1 if coaching.draft else 0)
    come_forward(visit, TALK)
    return [somebody(visit, argument) if argument else screen(visit)]


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """A button of the wizard. Raises `WrongMoment` for one of an earlier screen."""
    draft = visit.notebook.coaching.draft
    number, verb, value = (*parts, "", "", "")[:3]
    if draft is None or number != str(draft.step):
        raise WrongMoment("a button of an earlier screen")
    come_forward(visit, TALK)
    if verb == "back":
        return [step(visit, "back")]
    if verb == "cancel":
        return leave(visit)
    if verb == "send":
        return [finish(visit)]
    if verb not in VERBS or VERBS[verb].state is not draft.state:
        raise WrongMoment("no such button on this screen")
    return [VERBS[verb].act(visit, value)]


def said(visit: Visit, happening: Said) -> Replies:
    """Typed words answer the question of the present screen."""
    return [TYPED[draft_of(visit).state](visit, happening.text.strip())]


def finish(visit: Visit) -> Reply:
    """Puts the assignment on the board and writes to everybody it is for."""
    coaching, draft = visit.notebook.coaching, draft_of(visit)
    move(MACHINE, draft, "send")
    candidates = [key for key in draft.candidates if key in coaching.roster]
    task = Task(
        coaching.next_given,
        draft.competency,
        draft.level,
        draft.mode,
        draft.length,
        tuple(draft.questions),
        draft.due,
        draft.takes,
        draft.note,
    )
    coaching.next_given += 1
    coaching.given.append(Given(task, draft.label, visit.now, roster.begin(candidates)))
    for candidate in candidates:
        send(visit, candidate, Assigned(task))
    coaching.draft = None
    return step_back(visit, Reply(texts.sent(task.number, len(candidates))))


def leave(visit: Visit, argument: str = "") -> Replies:
    """Calls it off."""
    coaching = visit.notebook.coaching
    move(MACHINE, draft_of(visit), "cancel")
    coaching.draft = None
    return [step_back(visit, Reply(texts.CANCELED))]


COMMANDS = commands(leave, screen)
