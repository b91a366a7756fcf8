"""Items by code, name, alias, part of a name and with typing errors; names that are already taken."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.domain.items import KnownItem
from bot.domain.reading import Catalogue, alias_collision, read
from bot.domain.reading.model import Context
from bot.domain.workdays import WARD_ZONE
from tests.reading.ward import ITEMS, WARD, item, one


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("CT03", "CT03"),
        ("ct3", "CT03"),
        ("ct 03", "CT03"),
        ("nv22", "NV-022"),
        ("NV-022", "NV-022"),
        ("nv 022", "NV-022"),
        ("CT06b", "CT06b"),
        ("ct6b Minh", "CT06b"),
        ("bhxh", "CT03"),
        ("BHXHTN", "CT03"),
        ("bảo hiểm xã hội tự nguyện", "CT03"),
        ("bhyt", "CT01"),
        ("BYHT", "CT01"),
        ("bhyt hs", "CT02"),
        ("bảo hiểm y tế của học sinh", "CT02"),
        ("thu ngân sahc", "CT05"),
        ("thu ngaan sachs", "CT05"),
        ("xuong giogn", "CT12"),
        ("thap coi", "CT06b"),
        ("hồ sơ trực tuyến", "CT11"),
        ("truong chuan", "CT14"),
        ("ra quân TTĐT", "NV-022"),
    ],
)
def test_a_command_finds_its_item(text: str, key: str) -> None:
    found = WARD.find(text).sure
    assert found is not None
    assert found.key == key


def test_a_command_is_told_where_the_name_ends() -> None:
    found = WARD.find("CT05 Minh")
    assert "CT05 Minh"[found.span[1] :].strip() == "Minh"


def test_a_name_that_two_items_share_gives_both() -> None:
    assert [item.key for item in WARD.find("sdd").items] == ["CT06a", "CT06b"]


@pytest.mark.parametrize("text", ["chúc mừng năm mới", "", "họp lúc mấy giờ", "CT99"])
def test_what_names_no_item_finds_none(text: str) -> None:
    assert WARD.find(text).items == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("bhyt của học sinh 98%", "CT02"),
        ("học sinh tham gia bhyt 98%", "CT02"),
        ("tham gia BHYT 98%", "CT01"),
        ("tiếp nhận hồ sơ trực tuyến 120", "CT11"),
        ("hộ nghèo 0,08%", "CT08"),
        ("giảm 1 hộ nghèo", "CT07"),
        ("trẻ dưới 5 tuổi SDD thấp còi 10%", "CT06b"),
    ],
)
def test_a_neighbour_is_not_taken_for_the_item(text: str, key: str) -> None:
    reading = one(text)
    assert (reading.item, reading.doubts) == (key, ())


def test_an_alias_of_another_item_is_refused() -> None:
    collision = alias_collision(ITEMS, "bảo hiểm y tế học sinh", "CT01")
    assert collision is not None
    assert (collision.reason, collision.other and collision.other.key) == ("taken", "CT02")


def test_a_code_of_another_item_is_refused() -> None:
    collision = alias_collision(ITEMS, "ct 3", "CT01")
    assert collision is not None
    assert collision.other is not None
    assert collision.other.key == "CT03"


@pytest.mark.parametrize("alias", ["đã xong", "kế hoạch", "người"])
def test_an_ordinary_word_is_refused_as_an_alias(alias: str) -> None:
    collision = alias_collision(ITEMS, alias, "CT01")
    assert collision is not None
    assert collision.reason == "ordinary_word"


def test_a_new_alias_is_free_and_then_found() -> None:
    assert alias_collision(ITEMS, "thẻ bảo hiểm", "CT01") is None
    assert alias_collision(ITEMS, "bhyt", "CT01") is None


def test_the_catalogue_of_a_large_ward_is_built_once() -> None:
    many = Catalogue(
        [*ITEMS, *(type(ITEMS[0])(f"X{n}", "task", f"Việc {n}", f"Việc {n}") for n in range(150))]
    )
    assert len(many.items) == len(ITEMS) + 150


def test_a_name_with_a_comma_in_it_is_one_item() -> None:
    name = "Hội khuyến học, TT VHTT-HTCĐ"
    named = [
        KnownItem.of(
            "NV-030", "task", "Hội khuyến học, TT VHTT-HTCĐ", "Hội khuyến học, TT VHTT-HTCĐ", (), None
        ),
        KnownItem.of("CT10", "indicator", "TTVH-TT-HTCĐ", "TTVH-TT-HTCĐ", ("TT VHTT",), None),
    ]
    context = Context(now=datetime(2026, 11, 17, 9, tzinfo=WARD_ZONE))
    told = read(f"{name} đang làm", Catalogue(named), context)
    assert [reading.item for reading in told] == ["NV-030"]


@pytest.mark.parametrize("text", ["bhyt 97", "BHYT 97%", "bhyt đạt 97", "tỷ lệ bao phủ BHYT 97%", "bhyt 99"])
@pytest.mark.parametrize("name", ["BHYT 97%", "Tỷ lệ bao phủ BHYT đạt 97 %", "BHYT đạt 99,7%"])
def test_a_percentage_in_a_name_is_a_report_when_it_is_typed(name: str, text: str) -> None:
    health = KnownItem(key="CT01", kind="indicator", name=name, short_name="BHYT", unit="%")
    now = datetime(2026, 11, 16, 9, tzinfo=WARD_ZONE)
    (reading,) = read(text, Catalogue([health]), Context(now))
    assert (reading.kind, reading.item) == ("percent", "CT01")
    assert reading.value in {97, 99}


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("xây dựng", ()),
        ("đã xây dựng kế hoạch", ()),
        ("tổ chức, phối hợp", ()),
        ("triển khai kế hoạch tổ chức", ()),
        ("kiểm tra quán ăn", ()),
        ("kiểm tra quản lý quỹ đất", ("NV-2",)),
        ("rõ việc rõ thời gian", ("NV-1",)),
    ],
)
def test_what_any_work_is_told_in_names_none(said: str, called: tuple[str, ...]) -> None:
    catalogue = Catalogue(
        [
            item("NV-1", "Xây dựng kế hoạch tổ chức, rõ việc rõ thời gian"),
            item("NV-2", "Kiểm tra quản lý quỹ đất công"),
        ]
    )
    found = catalogue.find(said)
    assert tuple(each.key for each in found.items if not found.guessed) == called
