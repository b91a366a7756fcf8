"""Logs: one line an event. Never a token, a password or the text of a message, whoever writes the line."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Iterable, Iterator, MutableMapping
from types import TracebackType
from typing import Any, TextIO

import structlog

_TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{20,}")
HIDDEN = "[hidden]"
OF_CODE = (AttributeError, NameError, ImportError)
"""Faults whose message names something of the code, and so quotes nobody."""


def configure(level: str = "INFO", *, secrets: Iterable[str] = (), out: TextIO | None = None) -> None:
    """Write to standard error from this level on; `secrets` are the texts that are blotted out.

    What libraries log by Python's own logging comes out the same way, from WARNING on.
    """
    hide = Hide(secrets)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=False),
            _without_message,
            structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0),
            hide,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(out or sys.stderr),
    )
    logging.basicConfig(handlers=[_Foreign()], level=logging.WARNING, force=True)
    sys.excepthook = _uncaught


class Hide:
    """The last step: blots the secrets, and whatever looks like a bot's token, out of the finished line."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = [secret for secret in secrets if secret]

    def __call__(self, _logger: Any, _name: str, line: Any) -> str:
        text = str(line)
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return _TOKEN.sub(HIDDEN, text)


class _Foreign(logging.Handler):
    """What a library logs: where and by whom. Its words may quote an address with a token, or a person."""

    def emit(self, record: logging.LogRecord) -> None:
        logger = structlog.get_logger(record.name)
        logger.log(
            record.levelno,
            "from a library",
            logger=record.name,
            at=f"{record.filename}:{record.lineno}",
            exc_info=record.exc_info or False,
        )


def _without_message(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """An exception as its place and kind: its message may quote what a person wrote."""
    wanted = event.pop("exc_info", None)
    if wanted:
        found = wanted if isinstance(wanted, BaseException) else sys.exc_info()[1]
        if isinstance(wanted, tuple):
            found = wanted[1]
        event["exception"] = "\n".join(_lines(found)) if found else ""
    return event


def _lines(error: BaseException | None) -> Iterator[str]:
    """The traceback, causes first, with code and kind but without messages."""
    if error is None:
        return
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _lines(cause)
        yield "then:"
    yield from (line.rstrip() for line in traceback.format_tb(error.__traceback__))
    yield _kind(error)


def _kind(error: BaseException) -> str:
    """The class, and the number by which a system or a database names what is wrong."""
    original = getattr(error, "orig", None)
    code = next(
        (
            value
            for one in (error, original)
            for name in ("sqlstate", "sqlite_errorname", "errno")
            if (value := getattr(one, name, None)) is not None
        ),
        None,
    )
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    told = str(error) if isinstance(error, OF_CODE) else code
    return f"{name} ({told})" if told is not None else name


def _uncaught(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, where)
    else:
        structlog.get_logger().critical("program ended", exc_info=error)
