"""However an order is typed, it says the same, or asks: politeness, marks, blanks change nothing else."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.directives import Directive, read_directive
from bot.domain.reading.words import fold
from tests.domain.directives.test_orders import ORDERS
from tests.domain.directives.ward import NOW, PEOPLE, ROSTER, UNITS, workday

SAID = st.sampled_from([said for said, _ in ORDERS])
WHO = st.sampled_from(
    [*(one.name for one in UNITS), *(f"đồng chí {one.name}" for one in PEOPLE), *(one.name for one in PEOPLE)]
)
WORK = st.sampled_from(
    ["rà soát hộ nghèo", "tham mưu kế hoạch ra quân", "báo cáo thu gom rác", "kiểm tra chợ", "lập danh sách"]
)
WHEN = st.sampled_from(
    ["trước thứ Năm", "hạn 25/11", "xong trước ngày mai", "chậm nhất 30/11", "trước 17h thứ 6"]
)
VERB = st.sampled_from(["Giao", "yêu cầu", "Đề nghị", "phân công", "chỉ đạo", "giao việc cho", "yc"])


def read(text: str) -> Directive | None:
    return read_directive(text, ROSTER, NOW, workday)


def same(one: Directive | None, other: Directive | None) -> bool:
    if one is None or other is None:
        return one is other
    fields = ("people", "unit", "coordinating", "due", "at", "undated", "codes", "reminds")
    return all(getattr(one, name) == getattr(other, name) for name in fields)


@settings(max_examples=150)
@given(
    SAID,
    st.sampled_from(["", "Tôi ", "Nay ", "kính ", "Ok. "]),
    st.sampled_from(["", " nhé", " ạ.", " nhé!"]),
)
def test_politeness_changes_nothing(said: str, before: str, after: str) -> None:
    if said.split()[0].lower() not in {"giao", "yêu", "yc", "đề", "phân"}:
        before = ""
    plain, polite = read(said), read(before + said + after)
    assert same(plain, polite)
    assert plain is not None
    assert polite is not None
    assert polite.what.lower() == plain.what.lower()


@settings(max_examples=150)
@given(SAID)
def test_without_marks_it_is_the_same_or_more_people_may_be_meant(said: str) -> None:
    marked, plain = read(said), read(fold(said))
    assert marked is not None
    assert plain is not None
    assert set(marked.people) <= set(plain.people)
    assert plain.due in {marked.due, None}
    assert len(plain.what) >= len(fold(marked.what)) - len("xong")


@settings(max_examples=100)
@given(SAID)
def test_capitals_and_how_marks_are_stored_change_nothing(said: str) -> None:
    assert same(read(said), read(unicodedata.normalize("NFD", said)))
    assert same(read(said), read(said.replace(" ", "  ")))


@settings(max_examples=200)
@given(VERB, WHO, WORK, WHEN)
def test_who_what_and_when_are_found_in_every_order_of_this_form(
    verb: str, who: str, work: str, when: str
) -> None:
    order = read(f"{verb} {who} {work} {when}")
    assert order is not None
    assert len(order.people) == 1
    assert order.due is not None
    assert order.what.lower() == work


@settings(max_examples=200)
@given(st.text(max_size=80))
def test_nothing_that_is_typed_makes_it_fall(text: str) -> None:
    read(text)


@settings(max_examples=100)
@given(SAID)
def test_a_question_mark_makes_it_no_order(said: str) -> None:
    assert read(f"{said}?") is None
