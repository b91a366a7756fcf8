"""The words of /vuong and /hetvuong: what stands in the way, who was told, and that it is over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from db.item_view import ItemView
from db.models import Obstacle
from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.extensions.asked import mark
from handlers.texts.numbers import count, deadline, moment, short_day

SHOWN = 5
QUOTED = 160

OVER = re.compile(
    r"\b(?:het|khong con|da go|da thao go|thao go xong|da giai quyet|giai quyet xong) (?:duoc |xong )?vuong(?: mac)?\b"
)
"""Folded words that say that an obstacle is over."""
CLOSED = "Đã giải quyết"
CANCEL = "Không báo nữa"
SAYS_NOTHING = re.compile(
    r"(?:(?:dang|bi|co|gap|con|van|hoi|rat|nhieu|em|minh|thi) )*(?:vuong(?: mac)?|kho khan|kho|ket)"
    r"(?: (?:a|qua|roi|nhe|nha|lam|anh|chi|em|sep|oi|o day))*"
)
"""Folded words that tell of an obstacle, and of none in particular."""
AROUND = " ,.;:-–"


def usage(items: Sequence[ItemView]) -> str:
    sample = items[0].key if items else "NV-007"
    return f"Báo vướng mắc: VƯỚNG + tên đầu việc + lý do. Ví dụ: VƯỚNG {sample} chưa có kinh phí"


def which_item(person: PersonView) -> str:
    return f"Vướng mắc này của đầu việc nào? Đề nghị {you_short(person)} chọn. Nội dung chưa được ghi."


def whose(words: str, person: PersonView) -> str:
    """What hinders was told beside several items, of none of them."""
    return (
        f"“{cut(words, QUOTED)}” là vướng mắc của đầu việc nào? Đề nghị {you_short(person)} chọn. "
        "Nội dung này chưa được ghi."
    )


def why(item: ItemView, person: PersonView) -> str:
    return (
        f"{item.key} {item.short_name}: đề nghị {you_short(person)} cho biết đang vướng gì. "
        "Nội dung chưa được ghi.\nVí dụ: chưa có kinh phí"
    )


def cancelled() -> str:
    return "Chưa ghi vướng mắc nào."


def not_own(item: ItemView, owner: PersonView, person: PersonView) -> str:
    return (
        f"{item.key} {item.short_name} do {named(owner)} phụ trách; nội dung chưa được ghi. "
        f"Đề nghị {named(owner)} gửi, hoặc {you_short(person)} báo Văn phòng nhập thay."
    )


def letter(
    one: Standing,
    row: Obstacle,
    owner: PersonView | None,
    by: PersonView,
    reader: PersonView,
    *,
    closes: bool,
) -> str:
    """To the unit head and the leader in charge: the facts, in the words they were told in."""
    item = one.item
    who = named(owner) if owner in {None, by} else f"{named(by)} báo thay {named(owner)}"
    due = f" Hạn: {deadline(one.due)}{mark(one)}." if one.due is not None and not one.reported else ""
    how = (
        f"\nKhi đã giải quyết, {you_short(reader)} trả lời: HẾT VƯỚNG {item.key} + ý kiến." if closes else ""
    )
    return (
        f"[Vướng mắc] Kính báo cáo {you(reader)}: {item.key} {item.short_name} ({who}), "
        f"lúc {moment(row.at)}.\nNội dung: “{cut(row.words, 300)}”.{due}{how}"
    )


def withdrawn(item: ItemView, row: Obstacle, by: PersonView, reader: PersonView) -> str:
    """To those who were told of a difficulty: who told it has taken it back."""
    return (
        f"[Vướng mắc] Kính báo cáo {you(reader)}: {named(by)} đã rút nội dung báo vướng mắc của "
        f"{item.key} {item.short_name} ({row.closing}): “{cut(row.words, 200)}”."
    )


def told(people: Sequence[PersonView]) -> str:
    names = " và ".join(named(one) for one in people)
    return f"Đã báo {names}."


def line(row: Obstacle, owner: PersonView | None) -> str:
    """What stands under an item that is looked at: an open difficulty."""
    return f"Vướng mắc ({named(owner)}, {short_day(row.at.date())}): “{cut(row.words, 160)}”."


def among_work(rows: Sequence[tuple[ItemView, Obstacle]]) -> list[str]:
    """In /viec: what was told to stand in the way, and nobody has closed."""
    if not rows:
        return []
    head = f"Vướng mắc đã báo cáo lãnh đạo, đang mở {count(len(rows))} (hết thì trả lời HẾT VƯỚNG + mã):"
    shown = [f"- {item.key} {item.short_name}: “{cut(row.words, 80)}”" for item, row in rows[:SHOWN]]
    return [head, *shown, *([f"… và {count(len(rows) - SHOWN)} mục khác."] if len(rows) > SHOWN else [])]


def nothing_open(item: ItemView | None) -> str:
    about = f" của {item.key} {item.short_name}" if item else ""
    return f"Không có vướng mắc nào{about} đang mở."


def may_not_close(item: ItemView) -> str:
    return f"Vướng mắc của {item.key} {item.short_name} do người phụ trách hoặc lãnh đạo phụ trách báo hết."


def which_to_close(rows: Sequence[tuple[ItemView, Obstacle]]) -> str:
    lines = [f"Đang mở {count(len(rows))} vướng mắc. Chọn vướng mắc đã hết:"]
    lines += [
        f"- {item.key} {item.short_name}: “{cut(row.words, 60)}” ({short_day(row.at.date())})"
        for item, row in rows
    ]
    return "\n".join(lines)


def is_it_over(rows: Sequence[tuple[ItemView, Obstacle]], person: PersonView) -> str:
    """Words tell that something is over that was told to stand in the way."""
    said = {
        item.key: f"{item.key} {item.short_name}: "
        + ", ".join(
            f"“{cut(row.words, 60)}” ({short_day(row.at.date())})" for one, row in rows if one is item
        )
        for item, _row in rows
    }
    told = "; ".join(said.values())
    return (
        f"Vướng mắc đang mở của {told} đã hết chưa? Nội dung chưa được ghi. Đề nghị {you_short(person)} chọn:"
    )


def over(item: ItemView) -> str:
    return f"Hết vướng {item.key}"


def not_over(*, kept: bool) -> str:
    return "Chưa hết, ghi là tiến độ" if kept else "Chưa hết"


def stays_open(item: ItemView) -> str:
    return f"Vướng mắc của {item.key} {item.short_name} vẫn đang mở."


def closed(item: ItemView, rows: Sequence[Obstacle], owner: PersonView | None) -> str:
    many = f" ({count(len(rows))} nội dung)" if len(rows) > 1 else ""
    knows = f" Đã báo {named(owner)}." if owner else ""
    return f"Đã ghi: hết vướng mắc của {item.key} {item.short_name}{many}.{knows}"


def closed_by_other(item: ItemView, by: PersonView, words: str, due: datetime | None) -> str:
    said = f"\nÝ kiến: “{words}”." if words else ""
    until = f" Hạn: {deadline(due)}." if due is not None else ""
    return f"{capital(named(by))} cho biết vướng mắc của {item.key} {item.short_name} đã được giải quyết.{said}{until}"
