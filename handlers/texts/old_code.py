"""The words of the question which year's code is meant."""

from __future__ import annotations

from db.item_view import ItemView


def which(task: ItemView, other: ItemView, year: int) -> str:
    """`task` had the code of `other` in the plan of the year before."""
    return (
        f"{other.key} trong kế hoạch năm {year} là {other.short_name}; {other.key} năm {year - 1} là "
        f"{task.short_name}, nay là {task.key}. Nội dung chưa được ghi. Đề nghị chọn:"
    )


def label(item: ItemView) -> str:
    """One of the two."""
    return f"{item.key} {item.short_name}"
