"""A review as it reads: to its candidate, to its coach before it is released, and in the transcript afterwards."""

from content.library import Library
from conversations.coaching.reviewing.draft import Draft, Page
from conversations.coaching.reviewing.record import Comment, Review, Ruling
from conversations.interview.record import Interview
from conversations.texts import reviews as texts
from conversations.transcript import Finding


def shown(library: Library, interview: Interview, review: Review) -> str:
    """The whole review with its heading."""
    known = library.competencies.get(interview.competency)
    name = known.name if known else interview.competency
    return f"{texts.heading(review.name, interview.number, name, interview.level)}\n\n{content(library, review)}"


def content(library: Library, review: Review) -> str:
    """Ratings, comments in the order of the interview, rulings, and what the candidate wrote back."""
    behaviors = library.behaviors
    parts = [
        *(texts.rating(one.value) for one in review.ratings),
        *(comment(one) for one in in_order(review.comments)),
        *(
            texts.ruling(behaviors[one.behavior].text if one.behavior in behaviors else one.behavior, one)
            for one in review.told
        ),
        *(texts.remark(one.text) for one in review.replies),
    ]
    return "\n\n".join(parts)


def in_order(comments: list[Comment]) -> list[Comment]:
    """Those on the whole first, the others as the interview went."""
    return sorted(
        comments,
        key=lambda one: (-1 if one.exchange is None else one.exchange, one.answer, one.start, one.number),
    )


def comment(one: Comment) -> str:
    return texts.comment(texts.place(one.exchange, one.answer), one.quote, one.text)


def unruled(draft: Draft, page: Page) -> list[Finding]:
    """The clear verdicts of a page's exchange on which the coach has not ruled; none while they are hidden."""
    findings = () if draft.hides else page.findings
    clear = [one for one in findings if one.verdict in ("shown", "not-yet")]
    return [one for one in clear if overruled(draft.review.rulings, page.exchange, one.behavior) is None]


def overruled(rulings: list[Ruling], exchange: int, behavior: str) -> Ruling | None:
    """The ruling on a behavior of an exchange; None for none."""
    return next((one for one in rulings if (one.exchange, one.behavior) == (exchange, behavior)), None)
