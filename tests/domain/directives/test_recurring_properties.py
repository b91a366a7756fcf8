"""However often an order comes back, and on whichever day, it is read so; else it is asked about."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.directives import Recurrence, read_directive
from bot.domain.directives.recurring import find_recurring
from bot.domain.reading.words import fold
from bot.domain.schedule import WEEKDAYS, is_due_rule
from tests.domain.directives.ward import NOW, ROSTER, workday

EVERY = st.sampled_from(["hằng", "hàng", "mỗi", "định kỳ hằng", "Hằng"])
UNIT = st.sampled_from([("tuần", "week"), ("tháng", "month"), ("quý", "quarter")])
NAMES = ("thứ Hai", "thứ 3", "thứ Tư", "thứ năm", "thứ 6", "thứ Bảy", "Chủ nhật")
LEAD = st.sampled_from(["", "vào ", "trước ", "hạn ", "chậm nhất "])
HOUR = st.sampled_from(["", "17h ", "16h30 "])
WORK = st.sampled_from(
    ["báo cáo dịch bệnh", "rà soát hộ nghèo", "kiểm tra sạp hàng", "tham mưu lịch tiếp dân"]
)
FORM = st.sampled_from(
    [
        "{work} {lead}{hour}{day} {every} {unit}",
        "{every} {unit} {work} {lead}{hour}{day}",
        "{work} {every} {unit}, {lead}{hour}{day}",
    ]
)
PLAIN = st.booleans()


def order(words: str, *, plain: bool) -> tuple[tuple[Recurrence, ...], str, bool, bool]:
    said = f"giao Phòng VH-XH {words}"
    read = read_directive(fold(said) if plain else said, ROSTER, NOW, workday)
    assert read is not None
    return read.recurrences, fold(read.what), read.at is not None, bool(read.due or read.days)


@settings(max_examples=150)
@given(FORM, WORK, LEAD, HOUR, st.integers(0, 6), EVERY, PLAIN)
def test_a_day_of_each_week(
    form: str, work: str, lead: str, hour: str, day: int, every: str, plain: bool
) -> None:
    words = form.format(work=work, lead=lead, hour=hour, day=NAMES[day], every=every, unit="tuần")
    assert order(words, plain=plain) == (
        (Recurrence("week", WEEKDAYS[day]),),
        fold(work),
        bool(hour),
        False,
    )


@settings(max_examples=150)
@given(FORM, WORK, LEAD, HOUR, st.integers(1, 31), EVERY, st.sampled_from(["tháng", "quý"]), PLAIN)
def test_a_day_of_each_month_or_quarter(
    form: str, work: str, lead: str, hour: str, day: int, every: str, unit: str, plain: bool
) -> None:
    words = form.format(work=work, lead=lead, hour=hour, day=f"ngày {day}", every=every, unit=unit)
    found, what, at, once = order(words, plain=plain)
    kind = "month" if unit == "tháng" else "quarter"
    rules = [str(day)] if day <= 28 else ["28", None]
    assert found == tuple(Recurrence(kind, rule) for rule in rules)
    assert (what, at, once) == (fold(work), bool(hour), False)


@settings(max_examples=60)
@given(WORK, EVERY, UNIT, PLAIN)
def test_without_a_day_none_is_made_up(work: str, every: str, unit: tuple[str, str], plain: bool) -> None:
    found, what, at, once = order(f"{work} {every} {unit[0]}", plain=plain)
    assert found == (Recurrence(unit[1]),)
    assert (what, at, once) == (fold(work), False, False)


@settings(max_examples=60)
@given(WORK, EVERY, UNIT, st.integers(1, 60))
def test_a_day_of_the_calendar_beside_it_is_asked_about(
    work: str, every: str, unit: tuple[str, str], ahead: int
) -> None:
    day: date = NOW.date() + timedelta(days=ahead)
    said = f"giao Phòng VH-XH {every} {unit[0]} {work}, trước {day:%d/%m/%Y}"
    read = read_directive(said, ROSTER, NOW, workday)
    assert read is not None
    assert read.days == (day,)
    assert {one.frequency for one in read.recurrences} == {unit[1]}
    assert read.due is None


@settings(max_examples=150)
@given(st.text(alphabet="hằng tuầnmỗithág quý 0123456789/,.hởứ6Sáu đếừ", max_size=60))
def test_whatever_is_read_can_be_kept(text: str) -> None:
    found = find_recurring(text, NOW, workday)
    for one in found.may_be if found else ():
        assert one.due_rule is None or is_due_rule(one.due_rule, one.frequency)
