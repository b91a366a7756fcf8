"""The words of the change from one year's plan to the next."""

from __future__ import annotations

from collections.abc import Sequence

from db.ward_view import PersonView, WardView
from handlers.texts.common import you_short
from handlers.texts.numbers import count

SHOWN = 6


def begun(ward: WardView, carried: Sequence[tuple[str, str, str]]) -> str:
    """The new plan holds; `carried` are (old code, new code, name) of the tasks that came over."""
    year = ward.year
    indicators = sum(not item.is_task and item.parent is None for item in ward.items.values())
    tasks = sum(item.is_task for item in ward.items.values())
    lines = [
        f"Từ hôm nay trợ lý làm việc theo kế hoạch năm {year}: {count(indicators)} chỉ tiêu, {count(tasks)} nhiệm vụ."
    ]
    if carried:
        lines.append(f"Đã chuyển tiếp {count(len(carried))} nhiệm vụ năm {year - 1} chưa xong:")
        lines += [f"- {new} {name} (mã cũ {old})" for old, new, name in carried[:SHOWN]]
        if len(carried) > SHOWN:
            lines.append(f"- … và {count(len(carried) - SHOWN)} nhiệm vụ khác.")
        lines.append("Không làm nữa: HỦY + mã + lý do.")
    lines.append(f"Số liệu năm {year - 1} gửi kèm tên kỳ. Ví dụ: BHXH tháng 12/{year - 1} 266")
    lines.append(f"Xem năm trước: TỔNG HỢP NĂM {year - 1}.")
    return "\n".join(lines)


def no_plan(ward: WardView, year: int, to: PersonView) -> str:
    """Nobody has loaded the plan of the year that begins."""
    return (
        f"Trợ lý chưa có kế hoạch năm {year} của {ward.name}; vẫn theo kế hoạch năm {ward.year}. "
        f"Khi kế hoạch được ban hành, đề nghị {you_short(to)} báo quản trị nạp: ./giaoban load TỆP"
    )
