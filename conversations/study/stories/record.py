"""What is stored of a person's stories: their names and where they stand. The words stay in the archive."""

from msgspec import Struct, field

from conversations.study.stories.machine import State


class Telling(Struct, frozen=True, array_like=True):
    """One answer that told a story: the interview's number, the place of its exchange from 0, the question, and the
    behaviors of all levels that it showed."""

    interview: int
    exchange: int
    question: str
    shown: tuple[str, ...]


class Story(Struct, frozen=True):
    """A story with its ``tellings``, oldest first, at least one. ``number`` is never used again; ``words`` are stems
    that tell it from others."""

    number: int
    title: str
    words: tuple[str, ...]
    tellings: tuple[Telling, ...]
    tags: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """The behaviors that it showed in any telling."""
        return tuple(dict.fromkeys(one for telling in self.tellings for one in telling.shown))

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that it was told for."""
        return tuple(dict.fromkeys(telling.question for telling in self.tellings))

    @property
    def best(self) -> Telling:
        """The telling that showed most, the latest of equals."""
        return max(self.tellings, key=lambda telling: (len(telling.shown), telling.interview, telling.exchange))


class Bank(Struct):
    """A person's stories. ``open`` is the number of the one that the next message is about, 0 for none."""

    stories: list[Story] = field(default_factory=list)
    next_number: int = 1
    state: State = State.CLOSED
    open: int = 0
