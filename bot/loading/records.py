"""What people reported and changed, as sheets: every row with who and when, corrections included."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.loading.words import FIGURE_STATE, PROGRESS_STATE
from db.models import Audit, Directive, Explanation, Extension, Figure, Item, Obstacle, Person, Progress

Value = str | Decimal | int | None


@dataclass(frozen=True, slots=True)
class Records:
    """A sheet: its columns as (heading, width), its rows."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: list[list[Value]]


@dataclass(frozen=True, slots=True)
class Names:
    """The words for ids: people's names, items' codes and short names."""

    people: Mapping[int, str]
    items: Mapping[int, tuple[str, str]]

    def person(self, person_id: int | None) -> str | None:
        """The name of a person."""
        return self.people.get(person_id or 0)


Column = tuple[str, int, Callable[[Any, Names], Value]]

_ITEM: tuple[Column, ...] = (
    ("Mã", 10, lambda row, names: names.items[row.item_id][0]),
    ("Đầu việc", 36, lambda row, names: names.items[row.item_id][1]),
)
_PERIOD: Column = ("Kỳ", 12, lambda row, _: row.period)
_WORDS: Column = ("Nội dung", 50, lambda row, _: row.words)
_REPORTED: tuple[Column, ...] = (
    ("Người báo cáo", 24, lambda row, names: names.person(row.person_id)),
    ("Người nhập thay", 24, lambda row, names: names.person(row.entered_by_id)),
    ("Kênh", 10, lambda row, _: row.channel),
    ("Báo lần đầu", 18, lambda row, _: _moment(row.reported_at)),
    ("Ghi lúc", 18, lambda row, _: _moment(row.at)),
    ("Dòng số", 9, lambda row, _: row.id),
    ("Sửa dòng số", 9, lambda row, _: row.corrects_id),
)
SHEETS: tuple[tuple[str, type[Any], tuple[Column, ...]], ...] = (
    (
        "Số liệu",
        Figure,
        (
            *_ITEM,
            _PERIOD,
            ("Đến ngày", 12, lambda row, _: f"{row.as_of:%d/%m/%Y}"),
            ("Loại", 18, lambda row, _: FIGURE_STATE.show(row.state)),
            ("Giá trị", 16, lambda row, _: row.value),
            ("Thực hiện", 14, lambda row, _: row.numerator),
            ("Tổng số", 14, lambda row, _: row.denominator),
            ("Ước", 8, lambda row, _: "ước" if row.estimate else None),
            ("Số đã có", 10, lambda row, _: "số đã có" if row.supplied else None),
            _WORDS,
            *_REPORTED,
        ),
    ),
    (
        "Tiến độ",
        Progress,
        (
            *_ITEM,
            _PERIOD,
            ("Tình trạng", 18, lambda row, _: PROGRESS_STATE.show(row.state)),
            ("Phần trăm", 10, lambda row, _: row.percent),
            _WORDS,
            *_REPORTED,
        ),
    ),
    (
        "Vướng mắc",
        Obstacle,
        (
            *_ITEM,
            _WORDS,
            ("Người báo cáo", 24, lambda row, names: names.person(row.person_id)),
            ("Ghi lúc", 18, lambda row, _: _moment(row.at)),
            ("Hết vướng lúc", 18, lambda row, _: _moment(row.closed_at)),
            ("Người xác nhận", 24, lambda row, names: names.person(row.closed_by_id)),
            ("Ý kiến", 40, lambda row, _: row.closing),
        ),
    ),
    (
        "Gia hạn",
        Extension,
        (
            *_ITEM,
            _PERIOD,
            ("Người xin", 24, lambda row, names: names.person(row.asked_by_id)),
            ("Xin lúc", 18, lambda row, _: _moment(row.asked_at)),
            ("Hạn cũ", 12, lambda row, _: f"{row.old_due:%d/%m/%Y}"),
            ("Xin đến", 12, lambda row, _: f"{row.asked_due:%d/%m/%Y}"),
            ("Lý do", 50, lambda row, _: row.reason),
            ("Được đến", 12, lambda row, _: f"{row.decided_due:%d/%m/%Y}" if row.decided_due else None),
            ("Người quyết định", 24, lambda row, names: names.person(row.decided_by_id)),
            ("Quyết định lúc", 18, lambda row, _: _moment(row.decided_at)),
            ("Ý kiến", 40, lambda row, _: row.words),
        ),
    ),
    (
        "Giải trình",
        Explanation,
        (
            *_ITEM,
            _PERIOD,
            ("Người yêu cầu", 24, lambda row, names: names.person(row.asked_by_id)),
            ("Yêu cầu lúc", 18, lambda row, _: _moment(row.asked_at)),
            ("Người giải trình", 24, lambda row, names: names.person(row.asked_of_id)),
            ("Hạn", 12, lambda row, _: f"{row.due_on:%d/%m/%Y}"),
            ("Câu hỏi", 40, lambda row, _: row.words),
            ("Trả lời", 50, lambda row, _: row.answer),
            ("Trả lời lúc", 18, lambda row, _: _moment(row.answered_at)),
        ),
    ),
    (
        "Chỉ đạo",
        Directive,
        (
            *_ITEM,
            ("Người chỉ đạo", 24, lambda row, names: names.person(row.given_by_id)),
            ("Người nhập", 24, lambda row, names: names.person(row.entered_by_id)),
            ("Lúc", 18, lambda row, _: _moment(row.at)),
            ("Nội dung", 60, lambda row, _: row.words),
            ("Loại", 12, lambda row, _: "giao mới" if row.made else "đôn đốc"),
            ("Đã nhận lúc", 18, lambda row, _: _moment(row.accepted_at)),
            ("Người nhận", 24, lambda row, names: names.person(row.accepted_by_id)),
            ("Ý kiến", 50, lambda row, _: row.opinion),
        ),
    ),
    (
        "Nhật ký",
        Audit,
        (
            ("Lúc", 18, lambda row, _: _moment(row.at)),
            ("Ai", 24, lambda row, names: names.person(row.person_id)),
            ("Việc", 20, lambda row, _: row.action),
            ("Về", 30, lambda row, _: row.subject),
            ("Trước", 50, lambda row, _: row.before),
            ("Sau", 50, lambda row, _: row.after),
        ),
    ),
)


def records_of(session: Session, ward_id: int) -> list[Records]:
    """Every sheet of a ward, its rows in the order in which they were written."""
    people = session.execute(select(Person.id, Person.name).where(Person.ward_id == ward_id))
    items = session.execute(select(Item.id, Item.key, Item.short_name).where(Item.ward_id == ward_id))
    names = Names(
        {row.id: row.name for row in people},
        {item_id: (key, short_name) for item_id, key, short_name in items},
    )
    return [
        Records(
            title,
            tuple((heading, width) for heading, width, _ in columns),
            [
                [value(row, names) for _, _, value in columns]
                for row in session.scalars(select(table).where(table.ward_id == ward_id).order_by(table.id))
            ],
        )
        for title, table, columns in SHEETS
    ]


def _moment(moment: datetime | None) -> str | None:
    return f"{moment:%d/%m/%Y %H:%M:%S}" if moment else None
