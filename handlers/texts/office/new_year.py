"""The words of the change from one year's plan to the next."""

from __future__ import annotations

from collections.abc import Sequence

from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.texts.common import named, you_short
from handlers.texts.numbers import count

SHOWN = 6


def begun(
    ward: WardView,
    carried: Sequence[tuple[str, str, str]],
    left: Sequence[tuple[str, str]] = (),
    followed: Sequence[tuple[ItemView, PersonView]] = (),
) -> str:
    """The new plan holds; `carried` are (old code, new code, name) of the tasks that came over, `left` code
    and name of those without a day that did not, `followed` what another answers for than the file says.
    """
    year = ward.year
    indicators = sum(not item.is_task and item.parent is None for item in ward.items.values())
    tasks = sum(item.is_task for item in ward.items.values())
    lines = [
        f"Từ hôm nay trợ lý làm việc theo kế hoạch năm {year}: {count(indicators)} chỉ tiêu, {count(tasks)} nhiệm vụ."
    ]
    if carried:
        lines.append(f"Đã chuyển tiếp {count(len(carried))} nhiệm vụ năm {year - 1} chưa xong:")
        lines += [_came(*one) for one in carried[:SHOWN]]
        if len(carried) > SHOWN:
            lines.append(f"- … và {count(len(carried) - SHOWN)} nhiệm vụ khác.")
        lines.append("Không làm nữa: HỦY + mã + lý do.")
    if left:
        lines.append(f"Chưa chuyển tiếp {count(len(left))} nhiệm vụ năm {year - 1} không hạn, chưa xong:")
        lines += [f"- {key} {name}" for key, name in left[:SHOWN]]
        if len(left) > SHOWN:
            lines.append(f"- … và {count(len(left) - SHOWN)} nhiệm vụ khác.")
        lines.append("Còn làm tiếp thì giao lại trong năm nay, hoặc đề nghị quản trị chuyển tiếp.")
    if followed:
        lines.append("Theo phân công, bàn giao sau khi nạp kế hoạch:")
        lines += [f"- {item.key} {item.short_name}: {named(owner)}" for item, owner in followed[:SHOWN]]
        if len(followed) > SHOWN:
            lines.append(f"- … và {count(len(followed) - SHOWN)} mục khác.")
    lines.append(f"Số liệu năm {year - 1} gửi kèm tên kỳ. Ví dụ: BHXH tháng 12/{year - 1} 266")
    lines.append(f"Xem năm trước: TỔNG HỢP NĂM {year - 1}.")
    return "\n".join(lines)


def _came(old: str, new: str, name: str) -> str:
    return f"- {new} {name}" if old == new else f"- {new} {name} (mã cũ {old})"


def renamed(ward: WardView, to: PersonView, rows: Sequence[tuple[str, str, str]]) -> str:
    """To who answers for them: (old code, new code, name) of tasks whose code the new plan has for another."""
    lines = [f"- {name}: mã mới {new} (mã cũ {old})" for old, new, name in rows]
    heading = f"Kính gửi {named(to)}: từ hôm nay theo kế hoạch năm {ward.year}, nhiệm vụ chuyển tiếp đổi mã như sau."
    return "\n".join([heading, *lines, f"Ví dụ trả lời: {rows[0][1]} đang làm, đã trình dự thảo"])


def no_plan(ward: WardView, year: int, to: PersonView) -> str:
    """Nobody has loaded the plan of the year that begins."""
    return (
        f"Trợ lý chưa có kế hoạch năm {year} của {ward.name}; vẫn theo kế hoạch năm {ward.year}. "
        f"Khi kế hoạch được ban hành, đề nghị {you_short(to)} báo quản trị nạp: ./giaoban load TỆP"
    )
