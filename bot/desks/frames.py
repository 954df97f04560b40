"""What passes between the coach and a further desk: values as MessagePack, each with its length before it."""

from datetime import datetime
from typing import BinaryIO

import msgspec
from msgspec import Struct

from conversations.events import Event
from conversations.interview.record import Interview
from conversations.notebook import Notebook
from conversations.replies import Reply

LENGTH = 4  # bytes that hold the length of a frame


class Opening(Struct, frozen=True):
    """The settings that make a desk, the first frame that one gets; as in `Settings`, the folder as text."""

    content_dir: str | None
    coach_ids: frozenset[int]
    operator_ids: frozenset[int]
    retention_days: int | None


class Asked(Struct, frozen=True):
    """The arguments of `Desk.handle`; ``seed`` is for the random numbers."""

    event: Event
    notebook: Notebook
    now: datetime
    seed: int
    archive: dict[int, Interview]
    token: str
    address: str


class Answered(Struct, frozen=True):
    """The notebook as it is now, and the replies."""

    notebook: Notebook
    replies: list[Reply]


READY = b"ready"  # the first frame of a desk
FAILED = b""  # instead of an answer: something was raised

encoded = msgspec.msgpack.Encoder().encode
opening_of = msgspec.msgpack.Decoder(Opening).decode
asked_of = msgspec.msgpack.Decoder(Asked).decode
answered_of = msgspec.msgpack.Decoder(Answered).decode


def framed(body: bytes) -> bytes:
    """The body with its length before it."""
    return len(body).to_bytes(LENGTH, "big") + body


def read(stream: BinaryIO) -> bytes | None:
    """The next body; None at the end of the stream."""
    head = stream.read(LENGTH)
    body = stream.read(int.from_bytes(head, "big"))
    return body if len(head) == LENGTH else None


def send(stream: BinaryIO, body: bytes) -> None:
    """Writes the frame of a body, at once."""
    stream.write(framed(body))
    stream.flush()
