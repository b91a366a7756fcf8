"""One difficulty is recorded once, of what it hinders: no name inside its clause cuts it in two."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.own_words.wards import OwnWard

NOT_BOUGHT = "mấy hộ vừa thoát cận nghèo k chịu mua lại thẻ bhyt, nói mãi ko được, cần hội phụ nữ vào cùng"
TOO_FEW = "Chợ dẹp xong họ bày ra vỉa hè lại, quân thì mỏng, đề nghị cho dân quân tăng cường buổi chiều"

NOT_NAMED = "phổ cập vs xóa mù vẫn chạy nha. Còn cộng đồng học tập hs e đang gom, thiếu minh chứng khóm 3"


@pytest.mark.parametrize(
    ("plan", "person", "text", "codes"),
    [
        ("le-loi", "ngoc", NOT_BOUGHT, ["CT08b"]),
        ("le-loi", "ngoc", "hộ cận nghèo chưa chịu mua bhyt, vận động mãi không được", ["CT08b"]),
        ("le-loi", "ngoc", "hộ cận nghèo chưa chịu ra, bhyt thiếu phôi thẻ", ["CT08b", "NV-021"]),
        ("le-loi", "ngoc", "hộ nghèo không chịu làm nhà; bhyt thiếu phôi thẻ", ["CT08b", "NV-021"]),
        ("phuong-2-cao-lanh", "dat", TOO_FEW, ["NV-006"]),
        ("phuong-2-cao-lanh", "loan", NOT_NAMED, ["CT06a"]),
    ],
)
def test_what_hinders_is_of_one_item(
    tmp_path: Path, plan: str, person: str, text: str, codes: list[str]
) -> None:
    records = OwnWard(plan, tmp_path).hear(person, text).records
    assert sorted(one.code for one in records) == codes
    assert {one.kind for one in records} == {"obstacle"}
