"""Codes typed as a list, and codes that the plan does not have."""

from __future__ import annotations

import pytest

from bot.domain.reading import Catalogue
from bot.domain.reading.naming.codes import Coded, spelt_codes
from tests.reading.ward import count, item, rate

CATALOGUE = Catalogue(
    [
        *(item(f"NV-{number:03}", f"Rà soát đợt {number}") for number in (6, 7, 8, 11, 20, 21, 22)),
        count("CT02", "BHXH tự nguyện", "người", "269"),
        *(rate(key, f"Danh hiệu {key[-1]}", "98") for key in ("CT05a", "CT05b", "CT05c")),
    ]
)


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("nv20,21,22 đang làm", "nv20, nv21, nv22 đang làm"),
        ("nv 6 va 7 dang lam", "nv6, nv7 dang lam"),
        ("NV-006, 007 đang thực hiện", "nv006, nv007 đang thực hiện"),
        ("nv-006/007 xong", "nv006, nv007 xong"),
        ("nv20-22 đang làm", "nv20, nv21, nv22 đang làm"),
        ("nv20 đến 22 đang làm", "nv20, nv21, nv22 đang làm"),
        ("nv6 tới nv8 xong", "nv6, nv7, nv8 xong"),
        ("tu nv20 den nv22 xong het", "nv20, nv21, nv22 xong het"),
        ("từ NV-006 đến NV-008 em đang làm", "nv6, nv7, nv8 em đang làm"),
        ("nv20 cho đến hết nv22 đều xong", "nv20, nv21, nv22 đều xong"),
        ("nv-020 đến nv-022: đang thực hiện", "nv20, nv21, nv22: đang thực hiện"),
        ("nv 20 đến 22 đã hoàn thành", "nv20, nv21, nv22 đã hoàn thành"),
        ("ct5a,b,c đang làm", "ct5a, ct5b, ct5c đang làm"),
        ("ct05a và b đang làm", "ct5a, ct5b đang làm"),
        ("nv20 xong và 21 đang làm", "nv20 xong và nv21 đang làm"),
        ("nv-020 xong còn 21 thì đang làm", "nv-020 xong còn nv21 thì đang làm"),
        ("nv20 xong 21 chưa", "nv20 xong nv21 chưa"),
        ("nv 20 và 21 xong, 22 đang làm", "nv20, nv21 xong, nv22 đang làm"),
        ("nv20 đang làm, 21 thì xong, 22 chưa làm", "nv20 đang làm, nv21 thì xong, nv22 chưa làm"),
        ("nv20 21 22 đang làm", "nv20, nv21, nv22 đang làm"),
        ("nv20 nv21 nv22 đang làm", "nv20, nv21, nv22 đang làm"),
        ("nv6, 7 đang làm, 20 xong", "nv6, nv7 đang làm, nv20 xong"),
        ("đã xong nv20, đang làm nv21, vướng nv22 do mưa", "nv20 đã xong, nv21 đang làm, nv22 vướng do mưa"),
        ("da em xong nv20, chưa làm nv21", "da em nv20 xong, nv21 chưa làm"),
    ],
)
def test_a_list_behind_one_prefix_names_each_item(typed: str, spelt: str) -> None:
    assert spelt_codes(typed, CATALOGUE) == Coded(spelt)


@pytest.mark.parametrize(
    "typed",
    [
        "nv-007, 8 hộ đã ký",
        "nv20 đến 22 xong",
        "nv20 xin dời đến 22/11",
        "nv20 đến 22/11 xong",
        "nv6 đến 8 hộ đã ký",
        "nv20 đến ct05a",
        "nv6 từ 7 đến 8 hộ",
        "nv22 đến nv20 xong",
        "nv20 xong và 21 hộ thoát nghèo",
        "nv20 xong tháng 11 chưa có",
        "nv7 vận động xong, 8 chưa ký",
        "nv7 đã mời các hộ, còn 8 chưa xong",
        "NV-007 đang làm, 8 đã xong",
        "nv-007, 25/11 xong",
        "nv-007, 6 tuần nữa xong",
        "nv-007, 90%",
        "NV-007: 6 lần kiểm tra",
        "ct02 210, 8 người mới",
        "ct02 210, ct02a",
        "bhxh 204 theo CT-05/UBND",
        "bhxh 204, cv số 45/nv-12",
        "12 nv 30 người",
        "nv7 20 hộ xong",
        "nv7 20 22 hộ xong",
        "nv20 đang làm, vướng nv21",
        "đã xong nv20",
    ],
)
def test_other_numbers_beside_a_code_stay_as_they_were_typed(typed: str) -> None:
    assert spelt_codes(typed, CATALOGUE) == Coded(typed)


@pytest.mark.parametrize(
    ("typed", "left", "unknown", "out"),
    [
        ("xong nv-006 và nv-0777", "xong nv-006", "NV-0777", "và nv-0777"),
        ("xong nv-0777 và nv-006", "xong nv-006", "NV-0777", "nv-0777 và"),
        ("nv-006, nv-0777 xong", "nv-006 xong", "NV-0777", "nv-0777"),
        ("nv6 đang làm, nv99 xong", "nv6 đang làm", "NV99", "nv99 xong"),
        ("nv99: xong rồi, đã trình; bhxh 201", "bhxh 201", "NV99", "nv99: xong rồi, đã trình"),
        ("bhxh 201, ct99 12", "bhxh 201", "CT99", "ct99 12"),
        ("nv 20, nv 21 và nv 99 xong", "nv 20, nv 21 xong", "NV 99", "và nv 99"),
        ("xong nv-0777", "", "NV-0777", "xong nv-0777"),
    ],
)
def test_what_is_said_of_an_unknown_code_is_told_apart(typed: str, left: str, unknown: str, out: str) -> None:
    assert spelt_codes(typed, CATALOGUE) == Coded(left, (unknown,), out)


def test_a_stretch_that_goes_beyond_the_plan_tells_of_what_it_has() -> None:
    assert spelt_codes("nv21 đến nv24 đang làm", CATALOGUE) == Coded(
        "nv21, nv22 đang làm", ("NV23", "NV24"), "nv23, nv24"
    )
