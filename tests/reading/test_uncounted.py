"""Tasks, what is only kept, obstacles, promises, talk: messages without a figure."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from bot.domain.reading import Catalogue, Context, KnownItem, read
from bot.domain.workdays import WARD_ZONE
from tests.reading.ward import one, said


@pytest.mark.parametrize(
    ("text", "kind", "percent", "words"),
    [
        ("NV-022 xong", "done", None, "xong"),
        ("nv22 80% đã trình dự thảo", "in_progress", "80", "đã trình dự thảo"),
        ("NV022 100%", "done", "100", ""),
        ("nv22 chưa làm", "not_done", None, "chưa làm"),
        ("nv-022 sắp xong rồi anh", "in_progress", None, "sắp xong rồi"),
    ],
)
def test_a_task_has_progress(text: str, kind: str, percent: str | None, words: str) -> None:
    reading = one(text)
    stated = None if percent is None else Decimal(percent)
    assert (reading.item, reading.kind, reading.percent_stated) == ("NV-022", kind, stated)
    assert (reading.words, reading.doubts, reading.value) == (words, (), None)


@pytest.mark.parametrize(
    "text", ["trường chuẩn vẫn duy trì", "CT14 đang duy trì tốt", "trường chuẩn qg giữ vững"]
)
def test_what_is_only_kept_is_confirmed(text: str) -> None:
    reading = one(text)
    assert (reading.item, reading.kind, reading.doubts) == ("CT14", "done", ())


@pytest.mark.parametrize(
    "text", ["vướng mặt bằng 3 hộ chưa chịu ký", "chưa có kinh phí", "phần mềm lỗi ko vào được"]
)
def test_an_obstacle_keeps_its_words(text: str) -> None:
    reading = one(text, "CT07")
    assert (reading.kind, reading.words, reading.value) == ("obstacle", text, None)


@pytest.mark.parametrize(
    "text", ["đang vướng phần mềm, bhyt 97,5", "vướng phần mềm nên bhyt 97,5", "bhyt vướng phần mềm, 97,5"]
)
def test_a_rate_behind_an_obstacle_is_the_figure(text: str) -> None:
    assert [(r.kind, r.item, str(r.value)) for r in said(text)] == [("percent", "CT01", "97.5")]


@pytest.mark.parametrize("text", ["không có khó khăn gì, bhyt 97%", "bhyt 97%, không vướng mắc gì"])
def test_no_obstacle_is_no_obstacle(text: str) -> None:
    assert [(r.kind, r.item) for r in said(text)] == [("percent", "CT01")]


def test_a_promise_is_an_extension_with_its_day() -> None:
    reading = one("bhxh mai em gửi")
    assert (reading.kind, reading.item, reading.date) == ("extension", "CT03", date(2026, 11, 21))


def test_a_figure_may_come_with_a_promise() -> None:
    reading = one("mới 201/269, cho em xin đến 15/12", "CT03")
    assert (reading.kind, reading.value, reading.date, reading.also) == (
        "ratio",
        Decimal(201),
        date(2026, 12, 15),
        ("extension",),
    )


@pytest.mark.parametrize(
    "text", ["bhyt được bao nhiêu rồi", "còn việc gì?", "45 người đúng chưa chị?", "nhập sai thì sửa sao a"]
)
def test_a_question_is_never_stored(text: str) -> None:
    assert one(text, "CT03").kind == "question"


@pytest.mark.parametrize("text", ["dạ", "cảm ơn anh nhé", "👍", "nhận được rồi", "gọi em số 0912345678"])
def test_talk_is_left_alone(text: str) -> None:
    assert one(text, "CT03").kind == "greeting"


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_says_nothing(text: str) -> None:
    assert said(text) == ()


def test_a_list_may_mix_figures_states_and_promises() -> None:
    readings = said("1) bhyt 97,6%; 2) xkld không phát sinh; 3) bhxh mai em gửi; 4) nv22 xong")
    assert [(r.item, r.kind) for r in readings] == [
        ("CT01", "percent"),
        ("CT04", "figure"),
        ("CT03", "extension"),
        ("NV-022", "done"),
    ]


def test_a_heading_gives_its_period_and_day_to_all() -> None:
    assert {r.period for r in said("Kết quả tháng 10: bhyt 97%, bhxh 201")} == {"2026-10"}
    assert {r.date for r in said("số liệu đến 15/11: bhyt 97, bhxh 201")} == {date(2026, 11, 15)}


def test_a_state_is_said_of_all_the_names_before_it() -> None:
    assert [(r.item, r.kind) for r in said("bhyt và bhxh chưa có số liệu")] == [
        ("CT01", "not_done"),
        ("CT03", "not_done"),
    ]


def test_a_figure_is_not_given_to_two_names_in_silence() -> None:
    first, second = said("bhyt, bhyt hs 99%")
    assert (first.item, first.asks, second.item, second.asks) == ("CT01", True, "CT02", False)


def test_a_no_in_the_name_of_a_task_does_not_deny_what_follows() -> None:
    task = KnownItem("NV-022", "task", "172 lao động có việc làm, không TNXH", "Việc làm mới, không TNXH")
    now = datetime(2026, 11, 20, 9, tzinfo=WARD_ZONE)
    (reading,) = read("Việc làm mới, không TNXH xong", Catalogue([task]), Context(now=now))
    assert (reading.item, reading.kind) == ("NV-022", "done")
