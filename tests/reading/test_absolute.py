"""Whole dates as programs write them: given to dateparser, and believed only when the answer is plausible."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, time

import pytest

from bot.domain.reading import Catalogue, Context, read
from bot.domain.reading.dates import DateReading, find_date, read_date
from tests.reading.date_lines import NOW, ZONE


def test_a_moment_of_another_time_zone_is_told_in_the_ward_s_own() -> None:
    answer = read_date("2026-11-25T07:30:00Z", NOW)
    assert isinstance(answer, DateReading)
    assert (answer.due, answer.time, answer.rule) == (date(2026, 11, 25), time(14, 30), "written_out")


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-25T20:30:00Z",  # already the 26th here: its day would not be the one typed
        "25|11|2031",
        "25_11_2019",
        "31_11_2026",
        "99|99|2026",
    ],
)
def test_an_implausible_date_is_not_read(text: str) -> None:
    assert read_date(text, NOW) is None


def test_the_span_is_the_date_as_it_was_typed() -> None:
    text = "Dạ em xin đến thg 11 25, 2026 ạ"
    answer = read_date(text, NOW)
    assert isinstance(answer, DateReading)
    assert text[slice(*answer.span)] == "thg 11 25, 2026"


def test_the_year_tells_a_date_ahead_from_one_gone_by() -> None:
    now = datetime(2027, 1, 5, 8, tzinfo=ZONE)
    answer = read_date("2026-11-25T14:30", now)
    assert isinstance(answer, DateReading)
    assert answer.due == date(2026, 11, 25)


def test_without_a_cue_a_free_message_is_not_searched_for_such_dates() -> None:
    assert find_date("mã 25_11_2026 trên phần mềm", NOW) is None


def test_a_request_in_a_message_may_hold_such_a_date() -> None:
    (reading,) = read("xin gia hạn đến 2026-11-25T14:30", Catalogue([]), Context(NOW))
    assert (reading.kind, reading.date) == ("extension", date(2026, 11, 25))


def test_ordinary_answers_never_load_dateparser() -> None:
    program = (
        "import sys\nfrom datetime import datetime, timezone\n"
        "from bot.domain.reading.dates import read_date\n"
        "now = datetime(2026, 11, 20, 10, tzinfo=timezone.utc)\n"
        "for text in ('thứ 6 tuần sau', '25/11/2026', '25 thg 11, 2026', '2026-11-25 14:30', 'cuối tháng'):\n"
        "    assert read_date(text, now)\n"
        "assert 'dateparser' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
