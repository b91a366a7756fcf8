"""Which period is meant by words: its number, "quý này", or nothing, with what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from bot.domain.periods import Period, Regime, following, period_containing, period_from_key
from bot.domain.reading.dates import read_period, read_periods
from bot.domain.reading.words import fold
from bot.domain.schedule import Schedule, period_in_question
from db import plans
from db.ward_view import PersonView
from handlers.texts.situation import summary as texts
from handlers.texts.situation.asked import AROUND_PERIOD
from handlers.texts.situation.earlier import MARKED
from handlers.turn import Turn, UserError

THIS = {
    "tuan": "week",
    "tuan nay": "week",
    "thang": "month",
    "thang nay": "month",
    "quy": "quarter",
    "quy nay": "quarter",
    "nam": "year",
    "nam nay": "year",
    "ca nam": "year",
}
"""The period that today names: what `read_period` reads is the last one that has begun."""
AROUND = frozenset({"ky", "cua", "bao", "cao", "ket", "qua", "phuong", "trong", "den", "het", "toi"})
"""What may stand beside a period; with anything else, more was asked than the period's summary."""
_AT_THE_END = re.compile(r"\b(tuan nay|thang nay|quy nay|nam nay|ca nam)$")
_IN_FRONT = re.compile(r"^(?:(?:trong|cua|ca|toan|cho) )+")
_AFTER = re.compile(r" (?:the nao|ra sao|sao|den dau)(?: (?:roi|a|nhi|vay))*$")
_NUMBERED = re.compile(r"\d+(?= (?:thang|quy|tuan|nam) \d)")
_WITH_YEAR = re.compile(r"\d{4}|\b(?:nay|ngoai|truoc|qua|vua)\b")
_SO_FAR = re.compile(r"(?:\bva )?(?<![\d/])(?<!\d[.,])\b(?P<month>1[01]|[24578]) thang(?: dau nam)?$")
_LEADS = re.compile(r"\bso (?:voi|sanh)(?: voi)?\b|\bhon\b|\bcung ky(?= thang| quy)|\btu (?=thang|quy|tuan)")
"""What periods are set side by side with."""
_RUNNING = re.compile(r"\b(?:tuan|thang|quy|nam) nay\b")
_NUMBERS = re.compile(
    r"\b(?P<kind>thang|quy|tuan) (?P<numbers>\d{1,2}(?: ?(?:,|&|va|voi) ?\d{1,2})+)(?![\d/%]|[.,]\d)"
    r"(?= *(?:$|[?.!,;]|(?:bao nhieu|the nao|ra sao|sao|thi|nhu|cua|duoc|dat|co|ket|cho|roi)\b))"
)
""" "Tháng 9, 10 bao nhiêu"."""
_UNTIL = re.compile(r"\b(?:den|toi)\b")
_MONTHS = 12
_LONG = frozenset({"quarter", "half", "nine_months", "year"})


def require_begun(turn: Turn, period: Period) -> None:
    """Raise UserError for a period of which nothing is known yet, or that no plan is kept of."""
    if period.start > turn.today:
        raise UserError(texts.not_begun(period))
    if is_before_plans(turn, period):
        raise UserError(texts.no_plan_of(period, turn.ward.year))


def is_before_plans(turn: Turn, period: Period) -> bool:
    """True for a period of an earlier year of which the ward has no plan here."""
    year = int(period.key[:4])
    return year < turn.ward.year and not plans.exists(turn.session, turn.ward.id, year)


def period_in(turn: Turn, text: str) -> Period | None:
    """The period that the words are, by its number or as this one or the last one; None for none."""
    words = fold(text).strip(" .?!")
    if words in THIS:
        regime = turn.office.regimes[turn.rules.preset.regime]
        return _of_plan(turn, _running(turn, THIS[words], regime), words)
    found = beside(turn, text)
    return found[0] if found and AROUND.issuperset(fold(found[1]).split()) else None


def without_asking(folded: str) -> str:
    """ "Chung ra sao" without its question."""
    return _AFTER.sub("", folded)


def names_running(text: str) -> bool:
    """True of "tháng này", "trong quý": the period that runs, and no number of one."""
    return _AFTER.sub("", _IN_FRONT.sub("", fold(text).strip(" .?!"))) in THIS


def says_running(text: str) -> bool:
    """True of "phòng kinh tế tháng này", "bhxh tháng này bao nhiêu"."""
    return _RUNNING.search(fold(text)) is not None


def running(turn: Turn, text: str) -> tuple[Period, Sequence[PersonView]] | None:
    """The period that runs, for "tuần", "trong quý", "cả năm"; and the people whose name it may be as well.

    Without its accents "tuan" may be Tuấn, and Quý is spelt as "quý" is.
    """
    words = _AFTER.sub("", _IN_FRONT.sub("", fold(text).strip(" .?!")))
    if words not in THIS:
        return None
    said = next((one for one in re.findall(r"\w+", text.casefold()) if fold(one) == words), words)
    people = [one for one in turn.ward.people.values() if fold(one.given_name) == words]
    if people and said not in {*MARKED, words}:
        return None
    meant = [one for one in people if said in {words, one.given_name.casefold()}]
    return _running(turn, THIS[words], turn.office.regimes[turn.rules.preset.regime]), meant


def beside(turn: Turn, text: str) -> tuple[Period, str] | None:
    """The period that a text names, and the other words of it: "bhxh quý 3"; None where it names none."""
    regime = turn.office.regimes[turn.rules.preset.regime]
    text = _of_last_month(text.strip(" .?!"), turn.now)
    if running := _AT_THE_END.search(fold(text)):
        period = _running(turn, THIS[running[1]], regime)
        return period, _without(text, running.start(), len(text))
    named = read_period(text, turn.now) or read_period(_without_numbers(text), turn.now)
    if named is None:
        return None
    start, end = named.span
    period = _of_plan(turn, period_from_key(named.key, regime), fold(text[start:end]))
    return period, _without(text, start, end)


def several(turn: Turn, text: str) -> tuple[list[Period], str]:
    """Every period that a text names, in their order, and its other words.

    "Tháng 9 và tháng 10", "tháng 9, 10", "từ quý 1 đến quý 3".
    """
    regime = turn.office.regimes[turn.rules.preset.regime]
    folded = _LEADS.sub(lambda one: ",".ljust(len(one[0])), fold(text))
    found: dict[str, Period] = {}
    spans = []
    for one in _RUNNING.finditer(folded):
        period = _running(turn, THIS[one[0]], regime)
        found[period.key] = period
        spans.append(one.span())
    for one in _NUMBERS.finditer(folded):
        keys = [f"{one['kind']} {number}" for number in re.findall(r"\d+", one["numbers"])]
        read = [reading for said in keys if (reading := read_period(said, turn.now))]
        found |= {one.key: _of_plan(turn, period_from_key(one.key, regime), "") for one in read}
        spans.append(one.span())
    bare = _blanked(folded, spans)
    for reading in read_periods(bare, turn.now):
        period = _of_plan(turn, period_from_key(reading.key, regime), bare[slice(*reading.span)])
        found[period.key] = period
        spans.append(reading.span)
    named = sorted(found.values(), key=lambda one: (one.start, one.end))
    between = _blanked(folded, spans)[min(spans)[0] : max(spans)[1]] if spans else ""
    return _filled(named, regime) if _UNTIL.search(between) else named, _blanked(text, spans)


def _filled(named: Sequence[Period], regime: Regime) -> list[Period]:
    """ "Từ tháng 6 đến tháng 9": those between as well."""
    first, last = named[0], named[-1]
    if len(named) != 2 or first.kind != last.kind:
        return list(named)
    rows = [first]
    while rows[-1].start < last.start and len(rows) <= _MONTHS:
        rows.append(following(rows[-1], regime))
    return rows


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _of_last_month(text: str, now: datetime) -> str:
    """ "11 tháng", "tháng 11 và 11 tháng" as the month that closes them."""
    found = _SO_FAR.search(fold(text))
    if found is None:
        return text
    before = text[: found.start()].strip()
    named = read_period(before, now) if before else None
    return before if named else f"{before} thang {found['month']}".strip()


def this(turn: Turn, kind: str) -> Period:
    """The period of the kind that today names, by the ward's own cut-off."""
    return _running(turn, kind, turn.office.regimes[turn.rules.preset.regime])


def _running(turn: Turn, kind: str, regime: Regime) -> Period:
    """The period named by today's month, quarter or year: "tháng này", said on 17/11, is November's, although
    the days counted into it are over.
    """
    today = turn.today
    names = {
        "month": f"{today:%Y-%m}",
        "quarter": f"{today:%Y}-Q{(today.month + 2) // 3}",
        "year": f"{today:%Y}",
    }
    return period_from_key(names[kind], regime) if kind in names else period_containing(today, kind, regime)


def in_question(turn: Turn, words: str) -> Period:
    """The one that the words are; without words the month that is asked about. UserError for other words."""
    if not words:
        preset = turn.rules.preset
        schedule = Schedule("month", turn.office.regimes[preset.regime], preset.due_rule, preset.due_time)
        return period_in_question(turn.now, turn.ward.year, schedule, turn.ward.calendar)
    if period := period_in(turn, words) or period_in(turn, AROUND_PERIOD.sub("", fold(words).strip(" .?!"))):
        return period
    raise UserError(texts.which_period(words))


def _of_plan(turn: Turn, period: Period, words: str) -> Period:
    """ "9 tháng", said in January without a year, of the plan's year as long as the next has no plan."""
    if period.kind not in _LONG or period.key[:4] <= str(turn.ward.year) or _WITH_YEAR.search(words):
        return period
    regime = turn.office.regimes[turn.rules.preset.regime]
    return period_from_key(f"{turn.ward.year}{period.key[4:]}", regime)


def _without_numbers(text: str) -> str:
    """ "tổ 4 tháng 10" says no four months: the number in front goes with what it follows."""
    for found in _NUMBERED.finditer(fold(text)):
        start, end = found.span()
        text = f"{text[:start]}{'.' * (end - start)}{text[end:]}"
    return text


def _without(text: str, start: int, end: int) -> str:
    left = text[:start].split()
    while left and fold(left[-1]).strip(",:") in AROUND:
        left.pop()
    return " ".join([*left, text[end:].strip()]).strip(" ,:")
