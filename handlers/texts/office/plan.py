"""The words of /kehoach."""

from __future__ import annotations

from collections.abc import Sequence

from db.item_view import ItemView
from db.ward_view import WardView
from handlers.texts.common import in_text
from handlers.texts.numbers import count
from handlers.texts.recurring import how_often

SHOWN = 10


def plan(
    ward: WardView,
    *,
    decision: str,
    lines: Sequence[ItemView],
    tasks: Sequence[ItemView],
    unowned: Sequence[ItemView],
    unassigned: Sequence[ItemView],
    unsorted: Sequence[ItemView],
    undated: Sequence[ItemView],
) -> str:
    """What the plan holds and lacks."""
    if not ward.items:
        return "Chưa có kế hoạch nào được nạp. Người quản trị nạp bằng lệnh: ./giaoban load TỆP"
    head = f"Kế hoạch năm {ward.year} của {in_text(ward.name)}: {count(len(lines))} chỉ tiêu, {count(len(tasks))} nhiệm vụ, {count(len(ward.fields))} lĩnh vực."
    said = [head]
    said += _lack("Chưa có người phụ trách", unowned, "PHÂN CÔNG + mã + tên người")
    said += _lack("Chưa có số giao", unassigned, "GIAO CHỈ TIÊU + mã + số + văn bản")
    said += _lack("Chưa có lĩnh vực", unsorted, "ghi cột lĩnh vực của tệp kế hoạch, nạp lại")
    open_ended = [item for item in undated if not item.recurring]
    if open_ended:
        asked = how_often(open_ended)
        said.append(
            f"Nhiệm vụ không hạn: {count(len(open_ended))}{f'; được hỏi tiến độ {asked}' if asked else ''}."
        )
    if coming_back := [item for item in undated if item.recurring]:
        said.append(f"Nhiệm vụ định kỳ: {count(len(coming_back))} ({how_often(coming_back)}).")
    return "\n".join([*said, *_off(ward, decision)])


def _off(ward: WardView, decision: str) -> list[str]:
    """What is off, and what opens it; else by which decision it was opened."""
    if decision:
        return [f"Lĩnh vực an ninh, quốc phòng mở theo {decision}."]
    if not ward.off:
        return []
    names = "; ".join(f"{item.key} {item.short_name}" for item in list(ward.off.values())[:SHOWN])
    more = f"; … và {count(len(ward.off) - SHOWN)} mục khác" if len(ward.off) > SHOWN else ""
    said = f"Chưa mở, thuộc lĩnh vực an ninh, quốc phòng ({count(len(ward.off))}): {names}{more}."
    how = "Mở khi Chủ tịch có quyết định bằng văn bản: báo người quản trị ghi số, ngày quyết định."
    return [f"{said} Không hỏi, không nhắc, không tổng hợp. {how}"]


def _lack(what: str, items: Sequence[ItemView], how: str) -> list[str]:
    if not items:
        return []
    names = "; ".join(f"{item.key} {item.short_name}" for item in items[:SHOWN])
    more = f"; … và {count(len(items) - SHOWN)} mục khác" if len(items) > SHOWN else ""
    return [f"{what} ({count(len(items))}): {names}{more}. Bổ sung: {how}"]
