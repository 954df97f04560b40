"""The command /progress: all competencies at a glance, one of them, one of its levels, and the picture."""

from conversations import buttons
from conversations.interview.choosing import named
from conversations.interview.machine import WrongMoment
from conversations.progress import chart
from conversations.progress.figures import Judged, calibration, judged, level_figures, practiced
from conversations.replies import Choice, Reply, noted
from conversations.texts import general as general_texts
from conversations.texts import interview as interview_texts
from conversations.texts import progress as texts
from conversations.visit import Replies, Visit

PICTURE = "picture"


def progress(visit: Visit, argument: str = "") -> Replies:
    """The command /progress: "crm", "crm 2", "picture", "picture crm" show a part of it."""
    words = argument.lower().split()
    wants_picture = PICTURE in words
    level = int(words[-1]) if words and words[-1].isdecimal() and len(words[-1]) < 4 else 0
    name = " ".join(word for word in words if word != PICTURE and not word.isdecimal())
    competency = named(visit.library, name) if name else None
    if name and competency is None:
        return [noted(texts.no_such(name), overview(visit))]
    only = competency.id if competency else ""
    if wants_picture:
        return [picture(visit, only)]
    if competency is None:
        return [overview(visit)]
    if level not in (0, *(one.number for one in competency.levels)):
        levels = f"{competency.levels[0].number} to {competency.levels[-1].number}"
        return [noted(interview_texts.no_such_level(competency.name, levels), competency_page(visit, only))]
    return [level_page(visit, only, level) if level else competency_page(visit, only)]


def tap(*parts: object, label: str) -> Choice:
    """Buttons name what they show, so they mean the same at any time."""
    return buttons.button(buttons.PROGRESS, *parts, label=label)


def answers_of(visit: Visit) -> list[Judged]:
    return list(judged(visit.notebook.history, visit.library))


def overview(visit: Visit) -> Reply:
    """All competencies that were practiced, the latest first."""
    answers = answers_of(visit)
    if not answers:
        return nothing_yet()
    interviews = {answer.interview.number for answer in answers}
    names = practiced(answers)
    parts = [texts.heading(len(answers), len(interviews), answers[-1].interview.finished)]
    parts += [
        texts.competency(visit.library.competency(name).name, level_figures(visit.library, answers, name))
        for name in names
    ]
    rated = calibration(answers)
    if rated.answers:
        parts.append(texts.ratings(rated))
    parts += [*gone(visit, answers), texts.WHAT_COUNTS]
    rows = [(tap("of", name, label=visit.library.competency(name).name),) for name in names]
    more = ((tap("draw", label=texts.PICTURE),), (buttons.command("practice surprise", texts.SURPRISE),))
    return Reply("\n\n".join(parts), (*rows, *more), replace=True)


def nothing_yet() -> Reply:
    return Reply(texts.NOTHING_YET, ((buttons.command("practice", general_texts.PRACTICE),),), replace=True)


def gone(visit: Visit, answers: list[Judged]) -> list[str]:
    """A word on judged answers whose level no pack holds any more."""
    scores = [result.score for summary in visit.notebook.history for result in summary.results]
    left = sum(score is not None for score in scores) - len(answers)
    return [texts.gone(left)] if left else []


def competency_page(visit: Visit, competency: str) -> Reply:
    """The levels of one competency. Raises `WrongMoment` when no pack holds it any more."""
    if competency not in visit.library.competencies:
        raise WrongMoment("no such competency")
    answers = answers_of(visit)
    if competency not in practiced(answers):
        return noted(texts.NOTHING_HERE, overview(visit)) if answers else nothing_yet()
    levels = level_figures(visit.library, answers, competency)
    labels = [tap("level", competency, level.number, label=texts.level_label(level.number)) for level in levels]
    more = (tap("draw", competency, label=texts.PICTURE), tap("all", label=texts.BACK_TO_ALL))
    text = texts.competency_page(visit.library.competency(competency).name, levels)
    return Reply(text, tuple(row for row in (tuple(labels[:3]), tuple(labels[3:]), more) if row), replace=True)


def level_page(visit: Visit, competency: str, number: int) -> Reply:
    """One level with its behaviors, also one that was never practiced: it shows what is listened for there."""
    known = visit.library.competencies.get(competency)
    level = next((level for level in known.levels if level.number == number), None) if known else None
    if known is None or level is None:
        raise WrongMoment("no such level")
    levels = level_figures(visit.library, answers_of(visit), competency)
    found = next(one for one in levels if one.number == number)
    practice = buttons.command(f"practice {competency} {number}", texts.practice(number))
    rows = ((practice,), (tap("of", competency, label=known.name),), (tap("all", label=texts.BACK_TO_ALL),))
    return Reply(texts.level_page(known.name, found, level.behaviors), rows, replace=True)


def picture(visit: Visit, only: str = "") -> Reply:
    """The picture, of everything or of one competency, in the colors that were chosen last."""
    answers, dark = answers_of(visit), visit.notebook.settings.dark_pictures
    if not answers or (only and only not in practiced(answers)):
        return competency_page(visit, only) if only else overview(visit)
    colors = tap("light", only, label=texts.IN_LIGHT) if dark else tap("dark", only, label=texts.IN_DARK)
    back = tap("of", only, label=visit.library.competency(only).name) if only else tap("all", label=texts.BACK_TO_ALL)
    drawn = chart.chart(visit.library, answers, only=only, dark=dark)
    return Reply(texts.CAPTION, ((colors, back),), chart.attached(drawn))


def pressed(visit: Visit, parts: tuple[str, ...]) -> Replies:
    """A button of /progress. Raises `WrongMoment` for one that names nothing that is there."""
    match parts:
        case ("all",):
            return [overview(visit)]
        case ("of", competency):
            return [competency_page(visit, competency)]
        case ("level", competency, number) if number.isdecimal() and len(number) < 4:
            return [level_page(visit, competency, int(number))]
        case ("draw",):
            return [picture(visit)]
        case ("draw", competency):
            return [picture(visit, competency)]
        case ("light" | "dark" as colors, only) if only in ("", *visit.library.competencies):
            visit.notebook.settings.dark_pictures = colors == "dark"
            return [picture(visit, only)]
    raise WrongMoment(f"no such button: {parts}")
