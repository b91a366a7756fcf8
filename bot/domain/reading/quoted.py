"""The program's own words sent back, by forwarding or copying: what they hold is no new report."""

from __future__ import annotations

import re

from bot.domain.reading.words import fold, normalise

# As handlers/texts/receipt and the reminders begin, however their line goes on.
_OWN_LINE = re.compile(
    r"(?:^|(?<=[\s>\"“]))(?:"
    r"da (?:ghi nhan|sua)(?: \(thay [^)\n]*\))?"
    r"(?: \d+ muc, [^\n]{0,99}:(?:\n- [^\n]*)*|[:,] [^\n]{0,200}(?:so|luy ke) den \d)"
    r"|nhac viec: "
    r"|can sua, [^\n]{0,40}\b(?:tra loi sua|gui lai)"
    r")[^\n]*\n?"
)


def without_own_words(text: str) -> str:
    """Return a text with blanks for the lines that the program itself had written.

    >>> without_own_words("Đã ghi nhận: BHXH, tháng 11/2026, số đến 14/11: 201 người.\\nsửa 205").strip()
    'sửa 205'
    """
    tidy = normalise(text)
    spans = [match.span() for match in _OWN_LINE.finditer(fold(tidy))]
    for start, end in reversed(spans):
        tidy = tidy[:start] + " " * (end - start) + tidy[end:]
    return tidy
