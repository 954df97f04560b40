"""A further desk: `python -m bot.desks.process` answers on standard output what it is asked on standard input."""

import os
import signal
import sys
from pathlib import Path
from random import Random

from bot.desks.frames import FAILED, READY, Answered, asked_of, encoded, opening_of, read, send
from bot.desks.making import make_desk
from bot.garbage import spare_garbage_collector
from bot.settings import Settings
from content.library import load
from conversations.desk import Desk


def main() -> None:
    """Answers until standard input ends, which it does with the coach's process."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # whoever stops the coach may send it to all of its processes
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing else may come between the answers
    opening = read(sys.stdin.buffer)
    if opening is None:
        return
    settings = _settings(opening)
    desk = make_desk(settings, load(*[settings.content_dir] if settings.content_dir else []))
    spare_garbage_collector()
    send(answers, READY)
    while (body := read(sys.stdin.buffer)) is not None:
        send(answers, answer(desk, body))


def answer(desk: Desk, body: bytes) -> bytes:
    """The frame for one question. What the desk raises is raised again, and reported, at the coach's own desk."""
    try:
        asked = asked_of(body)
        replies = desk.handle(
            asked.event,
            asked.notebook,
            now=asked.now,
            random=Random(asked.seed),  # noqa: S311 - which question comes next is no secret
            archive=asked.archive,
            token=asked.token,
            address=asked.address,
        )
        return encoded(Answered(asked.notebook, replies))
    except Exception:
        return FAILED


def _settings(body: bytes) -> Settings:
    opening = opening_of(body)
    return Settings(
        content_dir=Path(opening.content_dir) if opening.content_dir else None,
        coach_ids=opening.coach_ids,
        operator_ids=opening.operator_ids,
        retention_days=opening.retention_days,
    )


if __name__ == "__main__":
    main()
