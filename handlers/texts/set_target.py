"""The words of /giaochitieu."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.domain.targets import Target
from db.item_view import ItemView
from handlers.texts.judging import target_words
from handlers.texts.numbers import amount, count, day

DOCUMENT = re.compile(
    r"(?:\s|^)(?:theo\s+)?((?:QĐ|QD|Quyết định|Quyet dinh|NQ|Nghị quyết|Nghi quyet|KH|Kế hoạch|Ke hoach"
    r"|CV|Công văn|Cong van|TB|Thông báo|Thong bao)\b.*|(?:số|so)\s+\d+\s*/.*)$",
    re.IGNORECASE,
)
"""The document at the end of the words: "QĐ 12/QĐ-UBND ngày 05/11/2026"."""
DATED = re.compile(r"^(.*?)[,;]?\s+ng[àa]y\s+(.+)$", re.IGNORECASE)
SINCE = re.compile(
    r"[,;]?\s+(?:(?:áp dụng|ap dung|có hiệu lực|co hieu luc|hiệu lực|hieu luc)\s+)?(?:kể |ke )?t[ừu]\s+"
    r"(?:ng[àa]y\s+)?(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)\s*$",
    re.IGNORECASE,
)
"""The day at the end of the words from which the target holds: "áp dụng từ 1/12"."""
YES = "Đúng, ghi chỉ tiêu này"
NO = "Không ghi"


def usage(without: Sequence[ItemView]) -> str:
    lines = [
        "Giao chỉ tiêu: GIAO CHỈ TIÊU + tên + số + văn bản. Ví dụ: GIAO CHỈ TIÊU BHXH 300 QĐ 12/QĐ-UBND ngày 05/11/2026",
        "Phân kỳ (số lũy kế): GIAO CHỈ TIÊU + tên + phân kỳ tháng 3: 60; tháng 6: 130; quý 3: 200 + văn bản",
    ]
    if without:
        lines.append(f"Chưa có số giao: {count(len(without))} chỉ tiêu:")
        lines += [f"- {item.key} {item.short_name}" for item in without[:12]]
    return "\n".join(lines)


def basis(document: str | None, dated: date | None) -> str:
    """By which document."""
    when = f" ngày {day(dated)}" if dated else ""
    return f"Căn cứ: {document}{when}." if document else "Không ghi văn bản căn cứ."


def confirm(
    item: ItemView,
    before: Target | None,
    after: Target,
    document: str | None,
    dated: date | None,
    since: date,
) -> str:
    """What is about to be set, from which day, by which document."""
    return (
        f"Giao chỉ tiêu {item.key} {item.short_name}: {target_words(after)} "
        f"(hiện nay: {target_words(before)}), áp dụng từ {day(since)}. {basis(document, dated)}\nĐề nghị xác nhận:"
    )


def changed(item: ItemView, before: Target | None, after: Target, since: date) -> str:
    return (
        f"Đã ghi chỉ tiêu {item.key} {item.short_name}: {target_words(after)}, từ {day(since)} "
        f"(trước đó: {target_words(before)}). Tổng hợp các kỳ trước ngày này vẫn theo mức trước đó.\n"
        f"Xem lại: TÌNH HÌNH {item.key}"
    )


def left_alone(item: ItemView) -> str:
    return f"Chỉ tiêu {item.short_name} giữ nguyên: {target_words(item.target)}."


def several(words: str, items: Sequence[ItemView]) -> str:
    names = "; ".join(f"{item.key} {item.short_name}" for item in items[:6])
    return f"“{words}” khớp với nhiều đầu việc: {names}. Chưa ghi. Đề nghị dùng mã, ví dụ: GIAO CHỈ TIÊU {items[0].key} 300"


def nothing_found(words: str) -> str:
    return f"Trợ lý chưa tìm thấy chỉ tiêu nào như “{words}”; chưa ghi. Trả lời KẾ HOẠCH để xem các chỉ tiêu chưa có số giao."


def not_an_indicator(item: ItemView) -> str:
    return f"{item.key} là nhiệm vụ, không có chỉ tiêu bằng số. Phân công nhiệm vụ: PHÂN CÔNG {item.key} + tên người"


def number_unclear(item: ItemView) -> str:
    unit = item.target.unit if item.target and item.target.unit else ""
    example = amount(Decimal(300000000), unit) if unit == "đồng" else amount(Decimal(300), unit)
    return (
        f"Trợ lý chưa rõ số giao của {item.short_name}; chưa ghi. Ví dụ: GIAO CHỈ TIÊU {item.key} {example}"
    )


def unreadable_since(words: str) -> str:
    return f"Trợ lý chưa rõ áp dụng từ ngày nào trong “{words}”; chưa ghi. Ví dụ: từ ngày 01/12/2026"


def unreadable_date(words: str) -> str:
    return f"Trợ lý chưa rõ ngày văn bản “{words}”; chưa ghi. Ví dụ: ngày 05/11/2026"


def has_parts(line: ItemView, parts: Sequence[ItemView]) -> str:
    names = "; ".join(f"{part.key} {part.short_name}" for part in parts)
    return f"{line.key} {line.short_name} gồm nhiều phần; chưa ghi. Đề nghị giao từng phần: {names}"


def no_number(item: ItemView) -> str:
    return (
        f"{item.key} {item.short_name} ({target_words(item.target)}) không giao bằng số; chưa ghi. "
        "Cần đổi nội dung, đề nghị người quản trị nạp lại kế hoạch."
    )
