"""The judge itself: what counts as right, as asked, as wrong."""

from __future__ import annotations

import pytest

from tests.own_words.judging import Judgement, Message, Wanted, judge
from tests.own_words.wards import Outcome, Record

BHYT = Wanted(frozenset({"CT07a"}), frozenset({"figure"}), ("99.4",))
SHARE = Wanted(frozenset({"CT12"}), frozenset({"figure"}), ("16/17",))
KEPT = Wanted(frozenset({"CT02", "NV-017"}), frozenset({"keeps"}), ())
RECORDED = "Đã ghi nhận: BHYT 99,4%."
TO_TAP = "Trợ lý chưa rõ. Đề nghị chọn:\n1. CT07a BHYT: 99,4%\n2. Số chưa đúng, gửi lại"
TO_TYPE = "Trợ lý chưa rõ. Đề nghị gửi kèm tên hoặc mã."


@pytest.mark.parametrize(
    ("wants", "may_ask", "outcome", "judgement"),
    [
        ([BHYT], False, Outcome([Record("CT07a", "figure", "99.40")], False, RECORDED), "right"),
        ([BHYT], False, Outcome([Record("CT07a", "figure", "9.94")], False, RECORDED), "wrong"),
        ([BHYT], False, Outcome([Record("CT07b", "figure", "99.4")], False, RECORDED), "wrong"),
        ([BHYT], True, Outcome([Record("CT07b", "figure", "99.4")], True, TO_TAP), "wrong"),
        ([BHYT], False, Outcome([], True, TO_TAP), "asked, to tap"),
        ([BHYT], False, Outcome([], True, TO_TYPE), "asked, to type"),
        ([BHYT], True, Outcome([], True, TO_TYPE), "right"),
        ([BHYT], False, Outcome([], False, "Chưa ghi gì."), "not taken"),
        ([BHYT, KEPT], False, Outcome([Record("CT02", "keeps", "")], False, RECORDED), "part lost"),
        (
            [BHYT, KEPT],
            False,
            Outcome([Record("CT02", "keeps", "")], False, "Chưa ghi “99,4”."),
            "not taken",
        ),
        ([KEPT], False, Outcome([Record("NV-017", "words", "vẫn giữ")], False, RECORDED), "right"),
        ([SHARE], False, Outcome([Record("CT12", "figure", "94.12")], False, RECORDED), "right"),
        ([SHARE], False, Outcome([Record("CT12", "figure", "17")], False, RECORDED), "wrong"),
        ([], False, Outcome([], False, "Rõ."), "right"),
        ([], False, Outcome([Record("CT12", "words", "cảm ơn")], False, RECORDED), "wrong"),
    ],
)
def test_an_outcome_is_judged(
    wants: list[Wanted], may_ask: bool, outcome: Outcome, judgement: Judgement
) -> None:
    assert judge(Message("1", "minh", "…", wants, may_ask), outcome) == judgement
