"""A small ward of invented items for tests of reading."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.items import ItemKind, KnownItem
from bot.domain.reading import Catalogue, Context, Reading, read

NOW = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def item(key: str, short: str, name: str = "", *aliases: str, **fields: Any) -> KnownItem:
    """Return an item; the target is a decimal string."""
    target = fields.pop("target", None)
    kind: ItemKind = "task" if key.startswith("NV") else "indicator"
    return KnownItem(
        key, kind, name or short, short, aliases, target=Decimal(target) if target else None, **fields
    )


def rate(
    key: str, short: str, target: str, comparator: str = ">=", *aliases: str, **fields: Any
) -> KnownItem:
    """Return an item measured in per cent."""
    return item(
        key, short, fields.pop("name", ""), *aliases,
        unit="%", target=target, comparator=comparator, bounded=True, **fields,
    )  # fmt: skip


def count(key: str, short: str, unit: str, target: str | None, *aliases: str, **fields: Any) -> KnownItem:
    """Return an item counted in a unit."""
    fields.setdefault("comparator", ">=")
    return item(key, short, fields.pop("name", ""), *aliases, unit=unit, target=target, **fields)


ITEMS = [
    rate("CT01", "BHYT", "97.5", ">", name="Tỷ lệ dân số tham gia bảo hiểm y tế"),
    rate("CT02", "BHYT học sinh", "100"),
    count("CT03", "BHXH tự nguyện", "người", "269", "bhxh"),
    count("CT04", "XKLĐ", "lao động", "7", "xuất khẩu lao động"),
    count("CT05", "Thu ngân sách", "đồng", "428000000", "thu NS"),
    rate("CT06a", "SDD nhẹ cân", "8.81", "<", name="Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng thể nhẹ cân"),
    rate("CT06b", "SDD thấp còi", "11.67", "<", name="Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng thể thấp còi"),
    count("CT07", "Giảm hộ nghèo", "hộ", "1", "hộ nghèo", comparator="reduce_by", baseline=Decimal(7)),
    rate("CT08", "Tỷ lệ hộ nghèo", "0.08", "<="),
    count("CT09", "Khu phố văn hóa", "khu phố", "4", "KP văn hóa", bounded=True),
    count("CT10", "Hồ sơ TTHC", "hồ sơ", None, name="Hồ sơ thủ tục hành chính tiếp nhận, giải quyết"),
    count("CT11", "Hồ sơ trực tuyến", "hồ sơ", None),
    count("CT12", "Diện tích xuống giống", "ha", "1303.5", "xuống giống"),
    item("CT13", "Mức giảm tỷ lệ sinh", "", "giảm sinh", unit="‰", target="0.05", comparator=">="),
    item("CT14", "Trường chuẩn quốc gia", "Giữ vững các trường đạt chuẩn quốc gia", comparator="maintain"),
    count("CT15", "Giao quân", "công dân", None, "tuyển quân", assigned=True),
    count("CT16", "Dân số", "người", "12575", cumulative=False),
    item("NV-022", "Ra quân trật tự đô thị", "Tham mưu kế hoạch ra quân trật tự đô thị"),
    item("NV-023", "Báo cáo thu gom rác"),
]
WARD = Catalogue(ITEMS)


def said(
    text: str, about: str | None = None, *, last: str | None = None, **around: Any
) -> tuple[Reading, ...]:
    """Read a message; `about` is the item that was asked, `last` its last cumulative value."""
    known = {about: Decimal(last)} if about and last else {}
    return read(text, WARD, Context(NOW, about, last=known, **around))


def one(text: str, about: str | None = None, **around: Any) -> Reading:
    """Read a message that says one thing."""
    readings = said(text, about, **around)
    assert len(readings) == 1, readings
    return readings[0]
