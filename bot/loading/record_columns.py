"""What the sheets of an export are made of: columns, the names for ids, days, moments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bot.loading.words import DECISION_STATE

Value = str | Decimal | int | None


@dataclass(frozen=True, slots=True)
class Names:
    """The words for ids: people's names, items' codes and short names, the years of plans."""

    people: Mapping[int, str]
    items: Mapping[int, tuple[str, str]]
    years: Mapping[int, int]

    def person(self, person_id: int | None) -> str | None:
        """The name of a person."""
        return self.people.get(person_id or 0)

    def codes(self, item_ids: Iterable[int]) -> str:
        """The codes of items."""
        return "; ".join(self.items[one][0] for one in item_ids if one in self.items)


Column = tuple[str, int, Callable[[Any, Names], Value]]
Sheet = tuple[str, type[Any], tuple[Column, ...]]
"""A name, the rows of which table it has, and its columns: heading, width, cell."""

ITEM: tuple[Column, ...] = (
    ("Mã", 10, lambda row, names: names.items[row.item_id][0]),
    ("Đầu việc", 36, lambda row, names: names.items[row.item_id][1]),
)
PERIOD: Column = ("Kỳ", 12, lambda row, _: row.period)
WORDS: Column = ("Nội dung", 50, lambda row, _: row.words)
REPORTED: tuple[Column, ...] = (
    ("Người báo cáo", 24, lambda row, names: names.person(row.person_id)),
    ("Người nhập thay", 24, lambda row, names: names.person(row.entered_by_id)),
    ("Kênh", 10, lambda row, _: row.channel),
    ("Báo lần đầu", 18, lambda row, _: moment(row.reported_at)),
    ("Ghi lúc", 18, lambda row, _: moment(row.at)),
    ("Dòng số", 9, lambda row, _: row.id),
    ("Sửa dòng số", 9, lambda row, _: row.corrects_id),
)
DECIDED: tuple[Column, ...] = (
    ("Tình trạng", 18, lambda row, _: DECISION_STATE.show(row.state)),
    ("Người quyết định", 24, lambda row, names: names.person(row.decided_by_id)),
    ("Quyết định lúc", 18, lambda row, _: moment(row.decided_at)),
    ("Ý kiến", 40, lambda row, _: row.words),
)


def day(on: date | None) -> str | None:
    """ "16/11/2026"."""
    return f"{on:%d/%m/%Y}" if on else None


def moment(at: datetime | None) -> str | None:
    """The same with the time, to the second, as two rows may be of one minute."""
    return f"{at:%d/%m/%Y %H:%M:%S}" if at else None
