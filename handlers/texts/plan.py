"""The words of /kehoach."""

from __future__ import annotations

from collections.abc import Sequence

from db.ward_view import ItemView, WardView
from handlers.texts.common import in_text
from handlers.texts.numbers import count

SHOWN = 10


def plan(
    ward: WardView,
    *,
    lines: Sequence[ItemView],
    tasks: Sequence[ItemView],
    unowned: Sequence[ItemView],
    unassigned: Sequence[ItemView],
    undated: Sequence[ItemView],
) -> str:
    """What the plan holds and lacks."""
    if not ward.items:
        return "Chưa có kế hoạch nào được nạp. Người quản trị nạp bằng lệnh: ./giaoban load TỆP"
    head = f"Kế hoạch năm {ward.year} của {in_text(ward.name)}: {count(len(lines))} chỉ tiêu, {count(len(tasks))} nhiệm vụ, {count(len(ward.fields))} lĩnh vực."
    said = [head]
    said += _lack("Chưa có người phụ trách", unowned, "PHÂN CÔNG + mã + tên người")
    said += _lack("Chưa có số giao", unassigned, "GIAO CHỈ TIÊU + mã + số + văn bản")
    if undated:
        said.append(f"Nhiệm vụ không hạn: {count(len(undated))}; được hỏi tiến độ hằng tháng.")
    return "\n".join(said)


def _lack(what: str, items: Sequence[ItemView], how: str) -> list[str]:
    if not items:
        return []
    names = "; ".join(f"{item.key} {item.short_name}" for item in items[:SHOWN])
    more = f"; … và {count(len(items) - SHOWN)} mục khác" if len(items) > SHOWN else ""
    return [f"{what} ({count(len(items))}): {names}{more}. Bổ sung: {how}"]
