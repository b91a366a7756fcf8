"""The period that words about a state name: "tháng 10 đang làm", "duy trì tháng 10"."""

from __future__ import annotations

from datetime import datetime

from bot.domain.reading.dates import PeriodReading, read_period
from bot.domain.reading.words import fold
from handlers.texts.reporting import said as texts


def beside_state(words: str, now: datetime, frequency: str) -> tuple[PeriodReading, str] | None:
    """The period with which words on a state begin or end, and the words without it.

    Behind other words than the state's own a period tells of those: "đã xong báo cáo tháng 9".
    """
    named = read_period(words, now, frequency=frequency)
    if named is None or ("W" in named.key and frequency != "week"):
        return None  # "tuần này hoãn vì mưa" of a monthly task tells no month
    start, end = named.span
    before, after = (fold(part).strip(texts.AROUND_WORDS) for part in (words[:start], words[end:]))
    if before in texts.BEFORE_PERIOD:
        return named, words[end:].strip(texts.AROUND_WORDS)
    runs = named.rule == "relative" and named.end >= now.date()
    if runs or not (texts.ONLY_STATE.fullmatch(before) and texts.ENDS.fullmatch(after)):
        return None
    return named, texts.WITHOUT_OF.sub("", words[:start]).strip(texts.AROUND_WORDS)
