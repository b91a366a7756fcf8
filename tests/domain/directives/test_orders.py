"""Orders as leaders type them, from a table that anybody may extend; and what must be taken for none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.directives import Directive, read_directive
from tests.domain.directives.ward import NAMES, NOW, ROSTER, UNIT_NAMES, workday

TABLE = Path(__file__).parent / "orders.txt"
MESSAGES = [
    Path(__file__).parents[2] / "reading" / "unseen.jsonl",
    Path(__file__).parents[2] / "reading" / "adversarial.jsonl",
    Path(__file__).parents[4] / "shared" / "corpus" / "messages.jsonl",
]


def table() -> Iterator[tuple[str, dict[str, str]]]:
    said, expected = "", dict[str, str]()
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(":")
            expected[name] = value.strip()
        elif line.strip() and not line.startswith("#"):
            if said:
                yield said, expected
            said, expected = line, {}
    yield said, expected


ORDERS = [row for row in table() if not row[0].startswith("- ")]
NO_ORDERS = [said[2:] for said, _ in table() if said.startswith("- ")]


def read(text: str) -> Directive | None:
    return read_directive(text, ROSTER, NOW, workday)


def described(order: Directive) -> dict[str, str]:
    """An order as the table writes it."""
    found = {
        "ai": "; ".join(NAMES[one] for one in order.people) or "?",
        "đơn vị": UNIT_NAMES[order.unit] if order.unit else "",
        "phối hợp": "; ".join(UNIT_NAMES[one] for one in order.coordinating),
        "việc": order.what,
        "hạn": day_of(order),
        "kỳ": "; ".join(f"{one.frequency} {one.due_rule or ''}".strip() for one in order.recurrences),
        "mốc": "; ".join(f"{one.on:%d/%m} {one.name}" for one in order.stones),
        "sản phẩm": order.product or "",
        "căn cứ": order.basis or "",
        "mã": "; ".join(order.codes),
        "nhắc": "có" if order.reminds else "",
    }
    return {name: value for name, value in found.items() if value}


def day_of(order: Directive) -> str:
    if order.recurrences:
        once = "; ".join(f"{day:%d/%m/%Y}" for day in order.days)
        return f"{once}{f'{order.at:%H:%M}' if order.at else ''}"
    if order.due is None:
        return "không" if order.undated else "?"
    return f"{order.due:%d/%m/%Y}{f' {order.at:%H:%M}' if order.at else ''}"


@pytest.mark.parametrize(("said", "expected"), ORDERS, ids=[said for said, _ in ORDERS])
def test_an_order_is_read_as_the_table_says(said: str, expected: dict[str, str]) -> None:
    order = read(said)
    assert order is not None
    assert described(order) == expected


@pytest.mark.parametrize("said", NO_ORDERS)
def test_what_orders_nothing_is_no_order(said: str) -> None:
    assert read(said) is None


def test_no_report_of_an_official_is_read_as_an_order() -> None:
    """Not even when a leader sends it."""
    files = [path for path in MESSAGES if path.exists()]
    texts = [json.loads(line)["text"] for path in files for line in path.read_text("utf-8").splitlines()]
    assert len(texts) > 100
    assert [text for text in texts if read(text) is not None] == []


def test_several_orders_in_one_message_are_noticed() -> None:
    order = read(
        "1. Giao VHXH rà soát hộ nghèo trước thứ 5\n2. Giao Phòng Nội vụ rà soát công chức trước 25/11"
    )
    assert order is not None
    assert order.several


def test_a_stretch_without_a_cue_is_offered_as_its_last_working_day() -> None:
    order = read("yc VP tham mưu kế hoạch tiếp dân tuần sau")
    assert order is not None
    assert [f"{day:%d/%m}" for day in order.days] == ["27/11"]


def test_who_fits_nobody_is_named_back() -> None:
    order = read("giao Phòng Nội vụ rà soát công chức trước 30/11")
    assert order is not None
    assert order.stranger == "Phòng Nội vụ"


def test_a_day_that_is_over_is_no_deadline() -> None:
    order = read_directive("giao anh Minh rà soát trước ngày 10/11/2026", ROSTER, NOW, workday)
    assert order is not None
    assert order.due is None


def test_days_count_from_when_it_was_said() -> None:
    later = datetime(2026, 11, 20, 8, tzinfo=NOW.tzinfo)
    order = read_directive("giao anh Minh rà soát trước thứ Năm", ROSTER, later, workday)
    assert order is not None
    assert f"{order.due:%d/%m}" == "26/11"
