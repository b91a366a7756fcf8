"""Figures of a day to come: "cuối tháng 12 bàn giao 2 nhà", "2 căn mốt bàn giao" are no results yet."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.dates import DateReading, find_date, read_period
from bot.domain.reading.model import Reading
from bot.domain.reading.part import Part

_DAYS = frozenset(
    (
        *("mai", "mot", "kia", "sau", "toi", "tet", "ram", "sang"),
        *("cuoi", "dau", "giua", "thu", "nhat", "t", "nua"),
    )
)
_FAR = timedelta(days=150)  # a day without a year that lies further off is over
_PAST = frozenset(("da", "roi", "vua", "qua", "truoc", "nay", "gio", "hom", "han", "tu", "tong", "tinh"))
_PERIOD = frozenset(
    (
        *(
            "thang",
            "quy",
            "nam",
            "tuan",
            "ky",
            "t",
            "q",
            "trong",
            "cua",
            "so",
            "lieu",
            "ket",
            "qua",
            "luy",
            "ke",
        ),
        *("lieu", "luy", "ke", "duoc", "dat", "la", "co", "da", "bao", "cao", "thi", "nay", "sua", "lai"),
    )
)
_UNTIL = frozenset(("den", "toi", "het"))
_NEXT = frozenset(("sau", "toi", "sang"))
_STOPS = frozenset((",", ";", "\n", "(", ")", ":", "."))


def is_ahead(part: Part, reading: Reading, main: Quantity) -> bool:
    """Tell whether the words of a number's clause say that it is still to come.

    The day of a target ("hạn 30/11: 201") and what stands in another clause say nothing of the number.
    """
    if not part.names_time:
        return False
    if reading.period is not None:
        period = read_period(part.beside_names, part.context.now)
        ahead = period is not None and period.key == reading.period and period.start > part.context.now.date()
        return ahead and _tells_more(part)
    tokens, start, end = part.found.tokens, main.start, main.end
    while start > part.start and tokens[start - 1].text not in _STOPS:
        start -= 1
    while end < part.end and tokens[end].text not in _STOPS and tokens[end].kind != "number":
        end += 1
    return _names_day_ahead(part, start, main.start, " …") or _names_day_ahead(part, main.end, end, "")


def _tells_more(part: Part) -> bool:
    """Tell "tháng 12 bàn giao 2 nhà" from "việc làm tháng 12 143": a period may begin before its month."""
    named = {at for m in part.found.mentions if m.strength != "weak" for at in range(m.start, m.end)}
    counted = {at for q in part.segment.quantities for at in range(q.start, q.end)}
    rest = (part.found.tokens[at] for at in range(part.start, part.end) if at not in named | counted)
    return any(token.is_word and token.text not in _PERIOD for token in rest)


def _names_day_ahead(part: Part, start: int, end: int, rest: str) -> bool:
    """Tell whether the words between two places name a day ahead; `rest` stands for what follows them."""
    words = part.found.words(start, end)
    dated = any(word[0].isdigit() for word in words)
    if (not dated and _DAYS.isdisjoint(words)) or not _PAST.isdisjoint(words):
        return False
    offset = part.found.span(part.start, part.end)[0]
    begin, behind = part.found.span(start, end)
    text, today = part.beside_names[begin - offset : behind - offset], part.context.now.date()
    if words[0] == "mot" and text[:3].lower() in ("mốt", "mot"):
        return True  # "mốt bàn giao": a unit is counted in front of no number
    day = find_date(text + rest, part.context.now, expected=True)
    if not isinstance(day, DateReading) or today in day.alternatives or _is_over(words, day, dated=dated):
        return False
    ends = day.modifier == "cuối" and _UNTIL.isdisjoint(words)  # "cuối tuần bàn giao 2 căn"
    return today < (day.due if ends else day.start) < today + _FAR


def _is_over(words: list[str], day: DateReading, *, dated: bool) -> bool:
    """Tell "đầu năm 2 căn", "giữa tháng được 201" from "đầu năm sau": without more, this year's is meant."""
    return day.modifier in ("đầu", "giữa") and not dated and _NEXT.isdisjoint(words)
