"""`giaoban read --dates`: one line in, one line out."""

from __future__ import annotations

from bot.commands.read_dates import date_line

LINE = {"id": "d1", "reference_time": "2026-11-20T10:00:00+07:00", "deadline": "2026-11-25"}


def test_a_month_is_given_with_its_span_and_the_day_that_is_due() -> None:
    assert date_line({**LINE, "text": "trước 17h ngày 30/11"}) == {
        "id": "d1",
        "date": {
            "from": "2026-11-30",
            "to": "2026-11-30",
            "due": "2026-11-30",
            "time": "17:00",
            "modifier": "trước",
        },
        "doubt": None,
    }
    date = date_line({**LINE, "text": "cuối tháng"})["date"]
    assert (date["from"], date["to"], date["due"]) == ("2026-11-01", "2026-11-30", "2026-11-30")


def test_what_is_vague_or_impossible_gives_its_doubt_and_what_is_no_date_gives_nothing() -> None:
    doubts = {"vài hôm nữa": "vague_date", "31/11": "invalid_date", "dạ": None, "220/439": None}
    for text, doubt in doubts.items():
        assert date_line({**LINE, "text": text}) == {"id": "d1", "date": None, "doubt": doubt}
    assert date_line({**LINE, "text": "thêm 3 ngày", "deadline": None})["doubt"] == "deadline_unknown"


def test_a_moment_is_taken_in_the_time_of_the_country() -> None:
    evening = date_line({"id": 1, "text": "mai", "reference_time": "2026-11-20T18:30:00Z", "deadline": None})
    local = date_line({"id": 1, "text": "mai", "reference_time": "2026-11-20T10:00", "deadline": None})
    assert evening["date"]["due"] == "2026-11-22"
    assert local["date"]["due"] == "2026-11-21"
