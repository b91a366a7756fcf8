"""Which own item words are about: by pairs of words, short forms and topics; none where unsure."""

from __future__ import annotations

import pytest

from bot.domain.items import ItemKind, KnownItem
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.naming.documents import written_out
from bot.domain.reading.naming.meant import meant, ranked


def _item(key: str, name: str, short: str = "", *aliases: str, unit: str | None = None) -> KnownItem:
    kind: ItemKind = "indicator" if key.startswith("CT") else "task"
    return KnownItem(key, kind, name, short or name, aliases, unit)


BUDGET = (
    _item("CT01", "Thu ngân sách nhà nước trên địa bàn", "Thu ngân sách", "thu NS", unit="đồng"),
    _item("CT02", "Chi ngân sách địa phương", "Chi ngân sách", "chi NS", unit="đồng"),
)
HEALTH = (
    _item("CT10", "Tổ chức tiêm chủng mở rộng", "Tiêm chủng"),
    _item("CT11", "Đảm bảo vệ sinh an toàn thực phẩm", "Vệ sinh ATTP"),
    _item("CT12", "Phòng, chống dịch bệnh trên địa bàn", "Phòng chống dịch"),
    _item("CT13", "Giữ chuẩn quốc gia về y tế", "Chuẩn y tế"),
)
LAND = (
    _item("NV-01", "Quản lý trật tự đô thị, lòng đường, vỉa hè", "Trật tự đô thị"),
    _item("NV-02", "Xử lý nhà xây dựng không phép, sai phép", "Xây dựng không phép"),
    _item("NV-03", "Chỉ thị số 12 về thu gom, xử lý rác thải", "Chỉ thị 12 thu gom rác"),
    _item("CT20", "Tăng cường bảo vệ môi trường ở cơ sở sản xuất", "Bảo vệ môi trường"),
)
OFFICE = (
    _item("NV-10", "Thực hiện cơ chế một cửa, cải cách hành chính", "Một cửa, CCHC"),
    _item("NV-11", "Duy trì công tác tiếp công dân", "Tiếp công dân"),
    _item("NV-12", "Quản lý hệ thống loa, đài truyền thanh", "Hệ thống loa"),
    _item("NV-13", "Hoạt động của Hội khuyến học", "Khuyến học"),
)


def _meant(items: tuple[KnownItem, ...], text: str) -> tuple[str, ...]:
    found = ranked(text, items, Catalogue(items).spell)
    return meant(found, {item.key: item for item in items})


@pytest.mark.parametrize(
    ("items", "text", "key"),
    [
        (BUDGET, "số thu là 6.934.218.500", "CT01"),
        (BUDGET, "kho bac bao chi den het hom qua 6 ty 048", "CT02"),
        (BUDGET, "chi 5ty9", "CT02"),
        (HEALTH, "tiêm đủ mũi cho các cháu rồi", "CT10"),
        (HEALTH, "het vac xin 5 trong 1 tu tuan truoc", "CT10"),
        (HEALTH, "không có vụ ngộ độc nào", "CT11"),
        (HEALTH, "phun hoá chất 2 ổ sốt xuất huyết", "CT12"),
        (HEALTH, "sởi 3 ca, cách ly tại nhà hết", "CT12"),
        (HEALTH, "phường được công nhận chuẩn QG y tế", "CT13"),
        (LAND, "dẹp vỉa hè chỗ chợ, gỡ 6 bảng hiệu", "NV-01"),
        (LAND, "hai nhà cất trái phép, đình chỉ rồi", "NV-02"),
        (LAND, "rac o bai tam gom het sang nay", "NV-03"),
        (OFFICE, "mot cua thang nay tre hen 2 ho so", "NV-10"),
        (OFFICE, "lịch tiếp dân vẫn đều", "NV-11"),
        (OFFICE, "cụm loa hư từ bữa mưa", "NV-12"),
        (OFFICE, "trao 35 suất học bổng cho các cháu", "NV-13"),
    ],
)
def test_words_of_the_name_or_of_its_topic_tell_the_item(
    items: tuple[KnownItem, ...], text: str, key: str
) -> None:
    assert _meant(items, text) == (key,)


@pytest.mark.parametrize(
    ("items", "text"),
    [
        (BUDGET, "chị gửi sau nhé"),  # "chị" is no "chi"
        (BUDGET, "thứ năm em nộp"),
        (BUDGET, "chi oi em gui sau"),
        (BUDGET, "thu, chi đều đúng tiến độ"),
        (HEALTH, "mai em đi họp trên sở y tế"),
        (HEALTH, "tuần này họp tổ 5 xong"),
        (LAND, "họp dân bàn việc chung của phường"),
        (LAND, "còn 3 hộ chưa chịu đi"),
        (OFFICE, "hồ sơ gửi lên thành phố rồi"),
        (OFFICE, "loại tốt nhé em"),  # "loại" is no "loa"
    ],
)
def test_words_of_no_item_or_of_several_tell_none(items: tuple[KnownItem, ...], text: str) -> None:
    assert _meant(items, text) == ()


def test_the_likeliest_comes_first_where_none_is_certain() -> None:
    found = ranked("rác với nước thải của cơ sở sản xuất", LAND, Catalogue(LAND).spell)
    assert {one.key for one in found[:2]} == {"NV-03", "CT20"}


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("ct12 ra quân 4 buổi", "chỉ thị 12 ra quân 4 buổi"),
        ("CT số 12 xong rồi", "chỉ thị số 12 xong rồi"),
        ("ct20 ổn định", "ct20 ổn định"),  # an own item's code
        ("ct13 xong", "ct13 xong"),  # no own item is called so
        ("công văn 12/UBND-VX", "công văn 12/UBND-VX"),
        ("ct 12/15 hộ", "ct 12/15 hộ"),
    ],
)
def test_a_short_document_is_written_out_where_an_own_item_is_called_by_it(text: str, full: str) -> None:
    assert written_out(text, Catalogue(LAND), {item.key for item in LAND}) == full
