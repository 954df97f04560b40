"""The command /sharing: which coach sees what, changed at once, for everything or for a single interview."""

from collections.abc import Callable

from conversations import buttons
from conversations.coaching import asking, consenting
from conversations.coaching.cohort.outcome import tell
from conversations.coaching.gate import shares
from conversations.coaching.letters import ConsentChanged, InterviewKept, InterviewShared
from conversations.coaching.narrowing import narrowing
from conversations.coaching.posting import send
from conversations.coaching.record import Scope, Sharing
from conversations.history import name_of
from conversations.interview.machine import WrongMoment
from conversations.notebook import Summary
from conversations.replies import Choice, Reply
from conversations.texts import coaching as texts
from conversations.visit import Replies, Visit

SHOWN = 8  # interviews to decide on one by one, latest first
READS_SHOWN = 5


def sharing(visit: Visit, argument: str = "") -> Replies:
    """The command /sharing."""
    return [overview(visit)]


def overview(visit: Visit) -> Reply:
    everybody = visit.notebook.coaching.sharing
    if not everybody:
        return Reply(texts.NO_COACH, replace=True)
    rows = tuple((tap("with", coach, label=one.name),) for coach, one in everybody.items())
    lending = texts.lending(on=visit.notebook.coaching.lends_words)
    text = "\n".join([texts.SHARING_HEADING, *lines(visit), lending])
    return Reply(text, (*rows, (tap("lend", label=texts.LENDING),)), replace=True)


def lines(visit: Visit) -> list[str]:
    """A line for each coach."""
    everybody = visit.notebook.coaching.sharing.values()
    return [texts.sharing_line(one.name, one.scope, exceptions(one)) for one in everybody]


def exceptions(one: Sharing) -> int:
    return 0 if one.scope is Scope.NOTHING else len(one.shared) + len(one.withheld)


def privacy(visit: Visit) -> str:
    """For /privacy: with whom something is shared, and who read what lately."""
    reads = visit.notebook.coaching.reads[-READS_SHOWN:]
    shared = texts.shared_with(lines(visit), [texts.read_line(one.name, one.interview, one.at) for one in reads[::-1]])
    return f"{shared}\n\n{texts.learned_from(on=visit.notebook.coaching.lends_words)}"


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """A button of /sharing or under an invitation. Raises `WrongMoment` for one that means nothing any more."""
    verb, coach, value = (*parts, "", "", "")[:3]
    if verb not in VERBS:
        raise WrongMoment("no such button in sharing")
    return VERBS[verb](visit, coach, value)


def tap(*parts: object, label: str) -> Choice:
    return buttons.button(buttons.SHARING, *parts, label=label)


def sharing_of(visit: Visit, coach: str) -> Sharing:
    """What is shared with a coach. Raises `WrongMoment` for somebody who never was one."""
    known = visit.notebook.coaching.sharing.get(coach)
    if known is None:
        raise WrongMoment("sharing with nobody")
    return known


def one_coach(visit: Visit, coach: str, value: str = "") -> Replies:
    known = sharing_of(visit, coach)
    labels = (
        (Scope.ASSIGNED, texts.ASSIGNED_ONLY),
        (Scope.EVERYTHING, texts.EVERYTHING),
        (Scope.NOTHING, texts.NOTHING),
    )
    rows = [(tap("set", coach, scope.value, label=label),) for scope, label in labels if scope is not known.scope]
    if known.scope is not Scope.NOTHING:
        rows.append((tap("singles", coach, label=texts.SINGLE),))
    text = texts.sharing_with(known.name, known.scope, exceptions(known))
    return [Reply(text, (*rows, (buttons.command("sharing", texts.BACK),)), replace=True)]


def change(visit: Visit, coach: str, chosen: str) -> Replies:
    """Sets how much a coach sees, which the coach's roster learns by letter. Sharing nothing ends their assignments."""
    known = sharing_of(visit, coach)
    scope = next((scope for scope in Scope if scope.value == chosen), None)
    if scope is None:
        raise WrongMoment("no such scope")
    with narrowing(visit, coach):
        if scope is Scope.NOTHING:
            consenting.forget_assignments(visit, coach)
            known.shared, known.withheld = [], []
        known.scope, known.since = scope, visit.now
        send(visit, coach, ConsentChanged(scope))
    return [Reply(texts.changed(known.name, scope), ((buttons.command("sharing", texts.SHARING),),), replace=True)]


def singles(visit: Visit, coach: str, value: str = "") -> Replies:
    """The latest interviews, each shared or kept."""
    known = sharing_of(visit, coach)
    done = [one for one in reversed(visit.notebook.history) if one.complete][:SHOWN]
    back = (tap("with", coach, label=texts.BACK),)
    if not done:
        return [Reply(texts.NO_INTERVIEW_YET, (back,), replace=True)]
    rows = tuple((tap("one", coach, one.number, label=label(visit, one, known, coach)),) for one in done)
    return [Reply(texts.single_heading(known.name), (*rows, back), replace=True)]


def label(visit: Visit, done: Summary, known: Sharing, coach: str) -> str:
    shared = shares(known, coach, done.number, done.assignment)
    return texts.single(done.number, name_of(visit, done.competency), done.level, shared)


def toggle(visit: Visit, coach: str, chosen: str) -> Replies:
    """Shares or keeps one interview, whatever is shared otherwise."""
    known = sharing_of(visit, coach)
    done = asking.finished(visit, chosen)
    if done is None or known.scope is Scope.NOTHING:
        raise WrongMoment("no such interview to share")
    was_shared = shares(known, coach, done.number, done.assignment)
    for decided in (known.shared, known.withheld):
        if done.number in decided:
            decided.remove(done.number)
    if shares(known, coach, done.number, done.assignment) is was_shared:
        (known.withheld if was_shared else known.shared).append(done.number)
    shared = InterviewShared(done.number, done.competency, done.level)
    send(visit, coach, InterviewKept(done.number) if was_shared else shared)
    task = visit.notebook.coaching.assignments.get(done.assignment or "")
    if task is not None and task.coach == coach and not was_shared:
        tell(visit, task)
    return singles(visit, coach)


def lend(visit: Visit, answer: str = "", value: str = "") -> Replies:
    """Asks whether answers that a coach judged otherwise may be learned from, word for word, or takes the answer."""
    if answer in ("yes", "no"):
        visit.notebook.coaching.lends_words = answer == "yes"
        return [overview(visit)]
    yes, no = tap("lend", "yes", label=texts.LEND), tap("lend", "no", label=texts.KEEP_WORDS)
    return [Reply(texts.MAY_I_LEARN, ((yes,), (no,)), replace=True)]


VERBS: dict[str, Callable[[Visit, str, str], Replies]] = {
    "with": one_coach,
    "set": change,
    "singles": singles,
    "one": toggle,
    "answer": consenting.answer,
    "review": asking.ask_review,
    "lend": lend,
}
