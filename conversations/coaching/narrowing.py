"""Sharing less: the coach learns by letter which interviews they have read and may not read any more."""

from collections.abc import Iterator
from contextlib import contextmanager

from conversations.coaching.gate import is_linked, is_shared
from conversations.coaching.letters import InterviewKept
from conversations.coaching.posting import send
from conversations.visit import Visit


@contextmanager
def narrowing(visit: Visit, coach: str) -> Iterator[None]:
    """Around a change of what a coach sees. Sharing nothing at all is told by a letter of its own."""
    before = readable(visit, coach)
    yield
    if is_linked(visit.notebook.coaching, coach):
        for interview in sorted(before - readable(visit, coach)):
            send(visit, coach, InterviewKept(interview))


def readable(visit: Visit, coach: str) -> set[int]:
    """The interviews that a coach has read and may read again; a review of them may be under way."""
    read = {one.interview for one in visit.notebook.coaching.reads if one.coach == coach}
    return {interview for interview in read if is_shared(visit, coach, interview)}
