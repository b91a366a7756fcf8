"""Dates in messages: the tables of dates.txt, free messages, figures that are no dates, and properties."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reading.dates import DateDoubt, DateReading, find_as_of, find_date, read_date, read_period
from bot.domain.reading.dates.find import RULES, weekdays_only
from bot.domain.reading.dates.words import fold

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 20, 10, tzinfo=ZONE)  # a Friday
DEADLINE = date(2026, 11, 25)
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "messages.jsonl"

REASONS = {"mơ hồ": "vague_date", "không có ngày này": "invalid_date", "chưa biết hạn": "deadline_unknown"}
DAY = r"\d\d/\d\d/\d{4}"
EXPECTED = re.compile(rf"({DAY})(?: \(({DAY})–({DAY})\))?(?: (\d\d:\d\d))?(?: \[(.+)\])?")
HEADING = re.compile(rf"\[({DAY} \d\d:\d\d)(?:, hạn ({DAY}))?\]")

# What the marks alone tell apart: without them the other reading stays among the alternatives.
TOLD_BY_MARKS = {"ngày kìa", "ngày một"}


@dataclass(frozen=True)
class Line:
    """A line of dates.txt: what is typed, when, and what has to be read."""

    text: str
    now: datetime
    deadline: date | None
    expected: str


def day_of(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").replace(tzinfo=ZONE).date()


def lines() -> list[Line]:
    now, deadline, found = NOW, None, []
    for row in (Path(__file__).parent / "dates.txt").read_text(encoding="utf-8").splitlines():
        if heading := HEADING.fullmatch(row):
            now = datetime.strptime(heading[1], "%d/%m/%Y %H:%M").replace(tzinfo=ZONE)
            deadline = day_of(heading[2]) if heading[2] else None
        elif row and not row.startswith("#"):
            text, expected = row.split(" = ")
            found.append(Line(text, now, deadline, expected))
    return found


LINES = lines()


def without_marks(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in letters if not unicodedata.combining(c))


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


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("t2 tuần sau nha a", "2026-11-23"),
        ("mới 32/64, cho em xin đến 15/12", "2026-12-15"),
        ("hộ cận nghèo giảm 2 nha, hộ nghèo mai em báo", "2026-11-21"),
        ("3 ngày nữa xong", "2026-11-23"),
        ("Xin phép nộp trễ đến thứ 4", "2026-11-25"),
        ("Đề nghị lùi thời hạn cấp giấy QSDĐ đến hết quý I/2027", "2027-03-31"),
        ("hết tháng 12 mới xong được", "2026-12-31"),
        ("không kịp 25/11, cho em 30/11", "2026-11-30"),
        ("sáng thứ 2 em báo cáo", "2026-11-23"),
        ("25/12 em nộp", "2026-12-25"),
        ("xin hạn 30.11", "2026-11-30"),
        ("tuần sau em gửi", "2026-11-29"),
        ("vướng mặt bằng, xin thêm 1 tuần", "2026-12-02"),
        ("xin phép chị cho lùi 5 ngày", "2026-11-30"),
        ("xong hôm qua", "2026-11-19"),
    ],
)
def test_a_free_message_gives_the_date_that_its_cue_points_to(text: str, due: str) -> None:
    for typed in (text, without_marks(text)):
        answer = find_date(typed, NOW, DEADLINE)
        assert isinstance(answer, DateReading), typed
        assert answer.due == date.fromisoformat(due)


@pytest.mark.parametrize(
    "text",
    [
        *("40/454", "04/04 khu phố", "Quảng trường 03/2", "QĐ 31", "88,5%", "220/439", "0912345678", "3/3"),
        *("nvqs 3/3 xong, dân quân đang làm", "đường 30/4 đã nghiệm thu", "chợ 30/4 có 12 hộ", "đạt đến 8.5"),
        *("SDD nhẹ cân 8,81%/8,93% (40/454 em)", "tuần tra 45 cuộc trong tuần", "trẻ 6 tháng tuổi 25/30"),
        *("đạt giải thứ 2", "cho hộ nghèo vay 12 tháng", "xin nghỉ 3 ngày", "còn 3 ngày nữa hết hạn"),
        *(
            "chị Mai khu phố 3 được 15 hộ",
            "thương mại 20 hộ",
            "quà tết 150 suất",
            "đã nộp 12/15",
            "nộp 2 bản",
        ),
        *("tháng này nộp mấy chỉ tiêu?", "thu ns tháng 11 được 35tr", "Quý III BHYT đạt 91,4%", "xong 3/3"),
        *("cho sửa số liệu hôm qua: hộ cận nghèo giảm 2 ko phải 3", "báo cáo tháng 10 rồi", "năm nay 45 hộ"),
        *("từ đầu năm đến nay được 45 hộ", "trong 3 ngày tổ chức 5 buổi", "bao giờ phải nộp báo cáo"),
    ],
)
def test_no_date_is_found_in_a_message_that_has_none(text: str) -> None:
    assert find_date(text, NOW, DEADLINE) is None
    assert find_date(without_marks(text), NOW, DEADLINE) is None


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


def test_a_day_done_is_looked_for_in_the_past() -> None:
    answer = find_date("xong ngày 15/12", datetime(2027, 1, 5, 8, tzinfo=ZONE), past=True)
    assert isinstance(answer, DateReading)
    assert answer.due == date(2026, 12, 15)


def test_the_span_is_that_of_the_text_as_it_was_typed() -> None:
    for text in ("dạ xin đến ngày 30/11 ạ", unicodedata.normalize("NFD", "dạ xin đến ngày 30/11 ạ")):
        answer = find_date(text, NOW)
        assert answer is not None
        assert unicodedata.normalize("NFC", text[slice(*answer.span)]) == "ngày 30/11"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("đến 15/11 thu ngân sách 312tr", "2026-11-15"),
        ("Tính đến ngày 14/11/2026 được 3.732 TH", "2026-11-14"),
        ("tính đến hết 14.11 được 45 hộ", "2026-11-14"),
        ("đến hết tháng 10 đạt 88%", "2026-10-31"),
        ("Đến hết quý III đạt 88%", "2026-09-30"),
        ("đến 30/11 ước đạt 340tr", "2026-11-30"),
        ("đến 30/6 được 45", "2026-06-30"),
        ("đến tháng 11 được 45", "2026-11-20"),
        ("đến hôm qua được 45", "2026-11-19"),
    ],
)
def test_the_day_to_which_a_figure_counts_is_the_last_such_day(text: str, due: str) -> None:
    for typed in (text, without_marks(text)):
        answer = find_as_of(typed, NOW)
        assert answer is not None, typed
        assert answer.due == date.fromisoformat(due)


@pytest.mark.parametrize(
    "text", ["xin đến 15/12", "bhxh tn tới giờ được 45 ng", "đến nay 45 hộ", "hạn đến 30/11"]
)
def test_a_date_asked_for_is_not_the_day_of_a_figure(text: str) -> None:
    assert find_as_of(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        *(
            ("tháng 10", "2026-10"),
            ("T10", "2026-10"),
            ("tháng mười", "2026-10"),
            ("tháng 10/2025", "2025-10"),
        ),
        *(("Quý III", "2026-Q3"), ("quý 3/2025", "2025-Q3"), ("q3", "2026-Q3"), ("quý trước", "2026-Q3")),
        *(("6 tháng đầu năm", "2026-H1"), ("6 tháng cuối năm", "2026-H2"), ("9 tháng", "2026-9M")),
        *(
            ("năm 2025", "2025"),
            ("năm ngoái", "2025"),
            ("số liệu tuần trước", "2026-W46"),
            ("tuần 47", "2026-W47"),
        ),
        *(("kỳ trước", "2026-10"), ("tháng này", "2026-11"), ("Trong tháng không xảy ra TNGT", "2026-11")),
        *(("tháng 12", "2026-12"), ("tháng 1", "2026-01"), ("thu ns tháng 11 được 35tr", "2026-11")),
        *(("so với tháng trước tăng 5", None), ("kế hoạch tháng 11", None), ("ngày 5 tháng 10", None)),
        *(
            ("quỹ 3 triệu", None),
            ("mỗi tuần 2 buổi", None),
            ("trẻ 6 tháng tuổi", None),
            ("cả năm 2 vụ", None),
        ),
    ],
)
def test_a_period_is_read_by_its_name(text: str, key: str | None) -> None:
    for typed in (text, text.upper()) if "quỹ" in text else (text, text.upper(), without_marks(text)):
        period = read_period(typed, NOW)
        assert (period.key if period else None) == key, typed


@pytest.mark.parametrize(
    ("frequency", "key"),
    [
        ("week", "2026-W46"),
        ("quarter", "2026-Q3"),
        ("half", "2026-H1"),
        ("nine_months", "2025-9M"),
        ("year", "2025"),
    ],
)
def test_the_last_period_is_one_of_the_frequency_of_the_item(frequency: str, key: str) -> None:
    period = read_period("kỳ trước", NOW, frequency=frequency)
    assert period is not None
    assert period.key == key


def test_before_the_fifteenth_december_is_that_of_last_year() -> None:
    period = read_period("tháng 12", datetime(2026, 11, 10, 8, tzinfo=ZONE))
    assert period is not None
    assert period.key == "2025-12"


@pytest.mark.skipif(not CORPUS.exists(), reason="the labelled messages are not here")
def test_the_dates_of_the_labelled_messages_are_found_and_no_others() -> None:
    for row in CORPUS.read_text(encoding="utf-8").splitlines():
        message = json.loads(row)
        expected, context = message["expected"], message["context"] or {}
        dates = [expected["date"], *(item.get("date") for item in expected.get("items") or [])]
        allowed = {d for d in dates if d} | set(expected["date_alternatives"])
        deadline = date.fromisoformat(context["deadline"]) if context.get("deadline") else None
        for text in (message["text"], without_marks(message["text"])):
            as_of = expected["date_role"] == "as_of"
            answer = find_as_of(text, NOW) if as_of else find_date(text, NOW, deadline)
            found = answer.due.isoformat() if isinstance(answer, DateReading) else None
            assert found in allowed if allowed else found is None, text


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
