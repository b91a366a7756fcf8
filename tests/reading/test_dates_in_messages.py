"""Dates in free messages: those with a cue are found, figures and names are not taken for dates."""

from __future__ import annotations

import json
import unicodedata
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.domain.reading.dates import DateReading, find_as_of, find_bare, find_date
from tests.reading.date_lines import DEADLINE, NOW, ZONE, without_marks

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "messages.jsonl"


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
        ("nghỉ từ mai đến hết tuần sau nhờ anh Tú", "2026-11-29"),
        ("xin gia hạn NV-022 3 ngày", "2026-11-28"),
        ("lùi hạn CT05 qua tuần sau", "2026-11-29"),
        ("tổng hợp số liệu thu gom rác, gửi trong tuần", "2026-11-22"),
        ("bhyt 97,6%, còn hộ nghèo thứ 2 em nộp", "2026-11-23"),
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
        "hết vắc xin 2 tuần nay",
        "máy hỏng 3 hôm nay chưa sửa",
        "vụ lấn chiếm đất công xử đến đâu rồi",
    ],
)
def test_no_date_is_found_in_a_message_that_has_none(text: str) -> None:
    assert find_date(text, NOW, DEADLINE) is None
    assert find_date(without_marks(text), NOW, DEADLINE) is None


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
        ("tính đến hết ngày hôm nay được 45", "2026-11-20"),
    ],
)
def test_the_day_to_which_a_figure_counts_is_the_last_such_day(text: str, due: str) -> None:
    for typed in (text, without_marks(text)):
        answer = find_as_of(typed, NOW)
        assert answer is not None, typed
        assert answer.due == date.fromisoformat(due)


@pytest.mark.parametrize(
    "text", ["xin đến 15/12", "bhxh tn tới giờ được 45 ng", "đến nay 45 hộ", "toi nay 45 hộ", "hạn đến 30/11"]
)
def test_a_date_asked_for_is_not_the_day_of_a_figure(text: str) -> None:
    assert find_as_of(text, NOW) is None


@pytest.mark.parametrize(
    "text",
    [
        *("   14/11 là 7 tỷ 105 triệu", "  14/11: 7,105 tỷ", " lũy kế 14/11 là 205", "(14/11): 7,105 tỷ"),
        *("14/11   7,105 tỷ", "nhập hộ chị Hà   luỹ kế 14/11 7,105 tỷ", "  14/11 chị Hà báo 7,105 tỷ"),
    ],
)
def test_a_day_behind_a_name_is_that_of_the_number_after_it(text: str) -> None:
    for typed in (text, without_marks(text)):
        answer = find_bare(typed, NOW)
        assert answer is not None, typed
        assert answer.due == date(2026, 11, 14)


@pytest.mark.parametrize(
    "text",
    ["  9/12 là 75%", "  14/16: 87,5%", " 22/9/2025: 7 tỷ", "QĐ 12 ngày 14/11 giao 205", "  7,1 tỷ 14/11"],
)
def test_no_day_of_late_no_day_in_front_of_a_number_is_none_of_a_figure(text: str) -> None:
    assert find_bare(text, NOW) is None


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
