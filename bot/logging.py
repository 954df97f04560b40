"""Logs on standard error: readable lines in a terminal, JSON elsewhere; never what people said, never a secret."""

import logging
import re
import sys
from traceback import extract_tb
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

# Keys that could hold a person's words or a secret; a log call that passes one by mistake loses it here.
PRIVATE = frozenset(
    "answer answers caption content data message notebook password quote replies reply secret text token words".split()
)
QUIET = ("aiohttp", "asyncio", "fontTools", "fpdf", "httpcore", "httpx", "telegram", "transitions")
_SECRETS = re.compile(r"(\d{3,}):[A-Za-z0-9_-]{20,}|(?<=bot)(\d+):[A-Za-z0-9_-]+|(?<=://)([^\s:/@]*):[^\s@/]+(?=@)")


def configure(level: str = "INFO", stream: TextIO | None = None) -> None:
    """Sends the logs of the coach (from ``level``) and of its libraries (from WARNING) to ``stream``, else stderr."""
    stream = stream or sys.stderr
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        drop_private,
        structlog.processors.format_exc_info,
    ]
    renderer: Processor = structlog.processors.JSONRenderer(sort_keys=True, ensure_ascii=False)
    if stream.isatty():
        renderer = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer, mask_secrets],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def places(error: BaseException) -> list[str]:
    """Where an exception was raised, for the log; what it says may hold a person's words."""
    return [f"{frame.filename}:{frame.lineno}" for frame in extract_tb(error.__traceback__)[-3:]]


def drop_private(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """A processor that leaves out what must not be logged."""
    return {key: value for key, value in event.items() if key not in PRIVATE}


def mask_secrets(_logger: WrappedLogger, _method: str, line: Any) -> str:
    """The last processor: hides bot tokens and passwords that a library wrote into its messages."""
    return _SECRETS.sub(lambda found: f"{found[1] or found[2] or found[3] or ''}:***", line)
