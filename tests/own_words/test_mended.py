"""What was put down elsewhere is mended by one tap below it: moved, and not left in both places."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.own_words.judging import Message, Wanted, judge
from tests.own_words.scoring import is_mended
from tests.own_words.wards import OwnWard

VISITED = "Đi thăm 3 mẹ Việt Nam anh hùng, tặng 64 phần quà cho gia đình chính sách, mạnh thường quân lo hết"
STRONG = "tiểu đội thường trực được thành đội công nhận vững mạnh toàn diện"


@pytest.mark.parametrize(
    ("plan", "person", "text", "code", "kind"),
    [
        ("phuong-2-tay-ninh", "ngoc", VISITED, "NV-019", "words"),
        ("phuong-2-tay-ninh", "vinh", STRONG, "NV-057", "done"),
    ],
)
def test_one_tap_puts_it_right(
    tmp_path: Path, plan: str, person: str, text: str, code: str, kind: str
) -> None:
    ward = OwnWard(plan, tmp_path)
    message = Message("1", person, text, [Wanted(frozenset({code}), frozenset({kind}), ())], may_ask=False)
    outcome = ward.hear(person, text)
    assert judge(message, outcome) == "wrong"
    assert outcome.offers
    assert is_mended(ward, message, outcome)


def test_without_the_tap_nothing_moves(tmp_path: Path) -> None:
    ward = OwnWard("phuong-2-tay-ninh", tmp_path)
    wanted = [Wanted(frozenset({"NV-019"}), frozenset({"words"}), ())]
    message = Message("1", "ngoc", VISITED, wanted, may_ask=False)
    outcome = ward.hear("ngoc", VISITED)
    assert [one.code for one in outcome.records] == ["NV-020"]
    assert [one.code for one in ward.hear("ngoc", VISITED, tap=1).records] == ["NV-019"]
    assert judge(message, ward.hear("ngoc", VISITED, tap=1)) == "right"
