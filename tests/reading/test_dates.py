"""Answers to "đến ngày nào?": the table dates.txt, its doubts, and properties of the grammar."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reading.dates import DateDoubt, DateReading, find_as_of, find_date, read_date, read_period
from bot.domain.reading.dates.find import RULES, weekdays_only
from bot.domain.reading.dates.words import fold
from tests.reading.date_lines import DAY, DEADLINE, NOW, ZONE, Line, day_of, lines, without_marks

REASONS = {"mơ hồ": "vague_date", "không có ngày này": "invalid_date", "chưa biết hạn": "deadline_unknown"}
EXPECTED = re.compile(rf"({DAY})(?: \(({DAY})–({DAY})\))?(?: (\d\d:\d\d))?(?: \[(.+)\])?")

# What the marks alone tell apart: without them the other reading stays among the alternatives.
TOLD_BY_MARKS = {"ngày kìa", "ngày kìa em xong", "ngày một"}


LINES = lines()


def summary(answer: DateReading | DateDoubt | None) -> tuple[object, ...] | str | None:
    if isinstance(answer, DateReading):
        return answer.start, answer.end, answer.due, answer.time
    return answer.reason if answer else None


def wanted(line: Line) -> tuple[object, ...] | str | None:
    if line.expected == "không phải ngày":
        return None
    if line.expected in REASONS:
        return REASONS[line.expected]
    m = EXPECTED.fullmatch(line.expected)
    assert m, line
    due = day_of(m[1])
    start, end = (day_of(m[2]), day_of(m[3])) if m[2] else (due, due)
    return start, end, due, time.fromisoformat(m[4]) if m[4] else None


def modifier(line: Line) -> str | None:
    m = EXPECTED.fullmatch(line.expected)
    return m[5] if m else None


def read(line: Line, text: str) -> DateReading | DateDoubt | None:
    return read_date(text, line.now, line.deadline)


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.now:%d%m}-{line.text}")
def test_an_answer_is_read_as_the_table_says(line: Line) -> None:
    answer = read(line, line.text)
    assert summary(answer) == wanted(line)
    if isinstance(answer, DateReading):
        assert answer.modifier == modifier(line)


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.now:%d%m}-{line.text}")
def test_the_way_of_typing_does_not_change_the_date(line: Line) -> None:
    assert summary(read(line, line.text.upper())) == wanted(line)
    assert summary(read(line, unicodedata.normalize("NFD", line.text))) == wanted(line)
    if line.text not in TOLD_BY_MARKS:
        assert summary(read(line, without_marks(line.text))) == wanted(line)


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.now:%d%m}-{line.text}")
def test_without_marks_another_date_is_never_read_in_silence(line: Line) -> None:
    marked, plain = read(line, line.text), read(line, without_marks(line.text))
    if isinstance(marked, DateReading) and isinstance(plain, DateReading):
        assert marked.due in (plain.due, *plain.alternatives)


def test_the_table_has_two_hundred_answers_and_every_rule_has_an_example() -> None:
    assert len(LINES) > 200
    for rule in RULES:
        assert rule.pattern.search(fold(rule.example).text), rule.example


@pytest.mark.parametrize("wrap", ["dạ {} ạ", "{} nha anh", "Dạ em báo cáo chị, {} ạ", "{} được không ạ"])
def test_politeness_does_not_change_the_date(wrap: str) -> None:
    for line in LINES:
        if re.fullmatch(r"(?:tới hết |từ |dạ )?\d\d?(?: ạ|(?: -| tới)? \d\d)?|mốt", line.text):
            continue  # a number alone is a date only when it is the whole answer
        assert summary(read(line, wrap.format(line.text))) == wanted(line), line.text


def test_more_days_without_a_deadline_are_asked_about_and_keep_their_number() -> None:
    answer = find_date("xin gia hạn thêm 3 ngày", NOW)
    assert isinstance(answer, DateDoubt)
    assert (answer.reason, answer.extend_days) == ("deadline_unknown", 3)
    answer = find_date("cho e xin thêm 5 ngày", NOW, DEADLINE)
    assert isinstance(answer, DateReading)
    assert (answer.due, answer.extend_days) == (date(2026, 11, 30), 5)


def test_working_days_are_counted_by_the_calendar_of_the_ward() -> None:
    day_off = date(2026, 11, 24)
    answer = read_date("3 ngày làm việc nữa", NOW, calendar=lambda d: weekdays_only(d) and d != day_off)
    assert isinstance(answer, DateReading)
    assert answer.due == date(2026, 11, 26)


def test_a_choice_of_two_days_offers_both() -> None:
    answer = read_date("thứ 5 hoặc thứ 6", NOW)
    assert isinstance(answer, DateDoubt)
    assert [c.due for c in answer.candidates] == [date(2026, 11, 26), date(2026, 11, 27)]


def test_an_impossible_day_offers_the_last_day_of_its_month() -> None:
    answer = read_date("31/11", NOW)
    assert isinstance(answer, DateDoubt)
    assert [c.due for c in answer.candidates] == [date(2026, 11, 30)]


def test_a_weekday_and_a_day_that_disagree_are_asked_about() -> None:
    answer = read_date("thứ 2 ngày 24/11", NOW)
    assert isinstance(answer, DateDoubt)
    assert [c.due for c in answer.candidates] == [date(2026, 11, 23), date(2026, 11, 24)]


def test_next_month_typed_without_marks_keeps_june_as_the_other_reading() -> None:
    june = read_date("hết tháng sáu", NOW)
    plain = read_date("het thang sau", NOW)
    assert isinstance(june, DateReading)
    assert isinstance(plain, DateReading)
    assert plain.due == date(2026, 12, 31)
    assert plain.alternatives == (june.due,)


WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
WITH_YEAR = (
    "{d}/{m}/{y}",
    "{d:02}/{m:02}/{y}",
    "{d}-{m}-{y}",
    "{d}.{m}.{y}",
    "{y}-{m:02}-{d:02}",
    "ngày {d} tháng {m} năm {y}",
    "ngày {d:02}/{m:02}/{y}",
    "{w}, {d:02}/{m:02}/{y}",
    "{w}, ngày {d} tháng {m} năm {y}",
    "trước 16 giờ 30 phút, {w}, {d:02}/{m:02}/{y}",
)
WITHOUT_YEAR = (
    "{d}/{m}",
    "{d:02}/{m:02}",
    "ngày {d} tháng {m}",
    "đến {d}/{m}",
    "{d}-{m}",
    "hết ngày {d}/{m}",
)


def printed(form: str, day: date) -> str:
    return form.format(d=day.day, m=day.month, y=day.year, w=WEEKDAYS[day.weekday()])


@settings(max_examples=200)
@given(st.sampled_from(WITH_YEAR), st.dates(date(2018, 1, 1), date(2035, 12, 31)))
def test_every_date_that_an_office_prints_is_read_back(form: str, day: date) -> None:
    for text in (printed(form, day), without_marks(printed(form, day))):
        answer = read_date(text, NOW)
        assert isinstance(answer, DateReading), text
        assert answer.due == day, text


@settings(max_examples=150)
@given(st.sampled_from(WITHOUT_YEAR), st.integers(0, 364), st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_a_day_without_its_year_is_the_next_one(form: str, ahead: int, today: date) -> None:
    day = today + timedelta(days=ahead)
    if (day.month, day.day) == (2, 29):
        return
    answer = read_date(printed(form, day), datetime.combine(today, time(9), tzinfo=ZONE))
    assert isinstance(answer, DateReading)
    assert answer.due == day


@settings(max_examples=150)
@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.sampled_from(LINES))
def test_the_day_meant_lies_in_its_span_and_ahead_unless_the_words_look_back(today: date, line: Line) -> None:
    answer = read_date(line.text, datetime.combine(today, time(9), tzinfo=ZONE), today)
    if not isinstance(answer, DateReading):
        return
    assert answer.start <= answer.end
    if answer.modifier not in ("trước", "sau"):
        assert answer.start <= answer.due <= answer.end
    if not re.search(r"qua|kia|trước|này|20\d\d|từ|/26|đến", line.text.lower()):
        assert answer.due >= today, line.text


VOCABULARY = sorted({word for line in LINES for word in line.text.split()})


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join)))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    for now in (NOW, datetime(2028, 2, 29, 23, 59, tzinfo=ZONE), datetime(2026, 12, 31, 0, 0, tzinfo=ZONE)):
        for answer in (read_date(text, now), find_date(text, now, DEADLINE), find_as_of(text, now)):
            if answer is not None:
                assert 0 <= answer.span[0] < answer.span[1] <= len(text)
                assert answer.rule
        read_period(text, now)
