"""What a conversation must offer to be the one that a person is talking to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from conversations.events import Delivered, Said
from conversations.replies import Reply
from conversations.visit import Replies, Visit


@dataclass(frozen=True)
class Talk:
    """``said`` takes typed words, ``screen`` shows where the person is, and ``commands`` are those that mean something
    of their own while this conversation is in the foreground. ``delivered`` takes files, None when it wants none."""

    said: Callable[[Visit, Said], Replies]
    screen: Callable[[Visit], Reply]
    commands: Mapping[str, Callable[[Visit, str], Replies]] = field(default_factory=dict)
    delivered: Callable[[Visit, Delivered], Replies] | None = None
