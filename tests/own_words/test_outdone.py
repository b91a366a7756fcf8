"""Of what the words say next to nothing of gives way to what they speak of; a document's number is a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.own_words.wards import OwnWard

GATHERED = "bc quý 3 của các ngành gom đủ, e gửi VP tổng hợp rồi đó chị"


@pytest.mark.parametrize(
    ("plan", "person", "text", "code"),
    [
        ("le-loi", "khoa", "ký xong chương trình phối hợp với MTTQ rồi a", "NV-026"),
        ("le-loi", "khoa", "ky xong chuong trinh phoi hop voi mttq roi", "NV-026"),
        (
            "phuong-2-tay-ninh",
            "trang",
            GATHERED,
            "NV-067",
        ),
        (
            "le-loi",
            "quang",
            "Chỉ thị 19: rà 5 thửa đất công, thu hồi 1 thửa",
            "NV-005",
        ),
        ("le-loi", "quang", "chi thi 19 ra 5 thua dat cong, thu hoi 1 thua bi chiem", "NV-005"),
        ("le-loi", "quang", "ct17 ra quân 4 buổi, gom được 7 tấn rác", "NV-004"),
    ],
)
def test_words_go_to_what_they_speak_of(tmp_path: Path, plan: str, person: str, text: str, code: str) -> None:
    ward = OwnWard(plan, tmp_path)
    outcome = ward.hear(person, text)
    assert [one.code for one in outcome.records] == [code]
    assert not outcome.offers
