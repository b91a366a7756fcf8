"""The shipped regimes and holidays, and what the operator is told when a file is wrong."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.domain.periods import period_from_key, periods_of_year
from config.calendars import OFFICIAL_DUE, load_calendar, load_regimes
from config.errors import ConfigError

# Every weekday that is off and every weekend day that is worked, as the notices and the laws have it.
OFF = {
    2026: """1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11""",
    2027: """1/1 5/2 8/2 9/2 10/2 11/2 16/4 30/4 3/5 2/9 3/9 24/11""",
    2028: """3/1 25/1 26/1 27/1 28/1 31/1 4/4 1/5 2/5 1/9 4/9 24/11""",
}
WORK = {2026: "10/1 22/8", 2027: "", 2028: ""}


def days(year: int, text: str) -> set[date]:
    return {date(year, int(month), int(day)) for day, month in (part.split("/") for part in text.split())}


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_every_day_of_the_year_is_worked_or_not_as_announced(year: int) -> None:
    calendar = load_calendar()
    off, work = days(year, OFF[year]), days(year, WORK[year])
    day = date(year, 1, 1)
    while day.year == year:
        assert calendar.is_workday(day) is (day in work or (day.weekday() < 5 and day not in off)), day
        day += timedelta(days=1)


def test_what_is_not_announced_yet_is_marked_as_an_estimate() -> None:
    calendar = load_calendar()
    assert calendar.known_until == date(2026, 12, 31)
    assert min(calendar.estimated) == date(2027, 2, 5)
    assert date(2027, 9, 3) in calendar.estimated
    assert date(2027, 9, 2) not in calendar.estimated


def test_a_day_off_says_why() -> None:
    calendar = load_calendar()
    assert calendar.names[date(2026, 11, 24)] == "Ngày Văn hóa Việt Nam"
    assert calendar.names[date(2026, 1, 10)] == "Tết Dương lịch"


def test_both_presets_of_regimes_are_there() -> None:
    regimes = load_regimes()
    assert period_from_key("2026-11", regimes["nd09"]).end == date(2026, 11, 14)
    assert period_from_key("2026-11", regimes["calendar"]).end == date(2026, 11, 30)


HOLIDAY = 'known_until = 2026-12-31\n[[holiday]]\nname = "Tết"\n'
SWAP = 'known_until = 2026-12-31\n[[swap]]\nname = "Tết"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("known_until = ", "h.toml: cuối tệp: không đúng dạng TOML"),
        ("known_until 2026\n", "h.toml: dòng 1, cột 13: không đúng dạng TOML"),
        ("", "h.toml: known_until: chưa ghi"),
        (HOLIDAY, "h.toml: holiday.1.from: chưa ghi"),
        (HOLIDAY + 'from = "1/1/2026"', "h.toml: holiday.1.from: phải là ngày, ví dụ 2026-11-24"),
        (HOLIDAY + "from = 2026-01-02\nto = 2026-01-01", "h.toml: holiday.1: ngày to đứng trước ngày from"),
        (HOLIDAY + "from = 2026-01-02\nday = 1", "h.toml: holiday.1.day: không có khóa này"),
        (SWAP + "off = 2026-01-02\nwork = 2026-01-09", "ngày làm bù phải là thứ Bảy hoặc Chủ nhật"),
        (SWAP + "off = 2026-01-03\nwork = 2026-01-10", "thứ Bảy, Chủ nhật đã là ngày nghỉ"),
        (
            SWAP + 'off = 2026-01-02\nwork = 2026-01-10\n[[holiday]]\nname = "x"\nfrom = 2026-01-10',
            "h.toml: 10/01/2026: vừa là ngày nghỉ vừa là ngày làm bù",
        ),
    ],
)
def test_a_wrong_table_of_holidays_is_refused_by_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "h.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        load_calendar(path)
    assert said in str(refused.value)


def test_all_problems_of_the_regimes_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "r.toml"
    path.write_text(
        '[a]\nname = "A"\ncut_off = 31\n[b]\ncut_off = "last"\n'
        '[c]\nname = "C"\ncut_off = 14\nofficial_due = { month = "+0" }\n'
        '[d]\nname = "D"\ncut_off = 14\nofficial_due = { week = "+1" }',
        encoding="utf-8",
    )
    with pytest.raises(ConfigError) as refused:
        load_regimes(path)
    assert refused.value.problems == (
        'r.toml: a.cut_off: phải là số từ 1 đến 27 hoặc "last"',
        "r.toml: b.name: chưa ghi",
        f"r.toml: c.official_due: month: {OFFICIAL_DUE}",
        "r.toml: d.official_due: week: chỉ nhận month, quarter, half, nine_months, year",
    )


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="không đọc được tệp"):
        load_calendar(tmp_path / "nowhere.toml")


def test_a_school_year_begins_in_september(tmp_path: Path) -> None:
    months = periods_of_year(2026, "month", load_regimes()["nam_hoc"])
    assert (months[0].key, months[-1].key) == ("2025-09", "2026-05")
    path = tmp_path / "r.toml"
    path.write_text('[a]\nname = "A"\ncut_off = "last"\nyear_begins = 9\n', "utf-8")
    with pytest.raises(ConfigError) as refused:
        load_regimes(path)
    assert refused.value.problems == ("r.toml: a: year_begins chỉ ghi ở chế độ có năm riêng, như năm học",)
