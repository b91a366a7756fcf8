"""The words of /giaochitieu."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.domain.targets import Target
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import you_short
from handlers.texts.judging import target_words
from handlers.texts.numbers import amount, count, day

SETS = "đặt"
AS_NEW_TARGET = "Là chỉ tiêu mới được giao"
AS_TARGET, AS_RESULT = "Giao chỉ tiêu này", "Là kết quả thực hiện"
NOT_YET = "Chỉ tiêu dưới đây chưa được ghi."
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
    item: ItemView, before: Target | None, after: Target, basis: str, since: date, beside: str
) -> str:
    """What is about to be set, from which day, by which document; what ends with it."""
    what = (
        f"Giao chỉ tiêu {item.key} {item.short_name}: {_new_words(after)} "
        f"(hiện nay: {target_words(before)}), áp dụng từ {day(since)}. {basis}"
    )
    return "\n".join(filter(None, (what, _steps_end(item, before, after), beside, "Đề nghị xác nhận:")))


def _new_words(after: Target) -> str:
    """The target as it is set; a part of what is assigned above has no number before that."""
    share = after.percent_of_assigned
    if share is None or after.source != "assigned_later":
        return target_words(after)
    return f"{amount(share, '%')} số được trên giao, khi có số sẽ ghi"


def _steps_end(item: ItemView, before: Target | None, after: Target) -> str:
    """A plan in steps was made for the number before."""
    if before is None or not before.phased or after.phased:
        return ""
    steps = "; ".join(
        f"tháng {month}: {amount(value, before.unit)}" for month, value in before.phased.items()
    )
    return (
        f"Phân kỳ hiện nay ({steps}) không áp dụng cho số mới; sau khi xác nhận, phân kỳ lại bằng: "
        f"GIAO CHỈ TIÊU {item.key} phân kỳ tháng 11: …"
    )


def of_units(item: ItemView, together: Decimal, after: Target) -> str:
    """The units' own numbers are another thing than the ward's."""
    return (
        f"Đây là số của toàn phường; số giao từng đơn vị giữ nguyên, cộng lại là {amount(together, after.unit)}. "
        f"Giao cho một đơn vị: GIAO CHỈ TIÊU {item.parts[0]} + số."
    )


def of_line(line: ItemView, together: Decimal, whole: Decimal) -> str:
    """A unit's own number, and the ward's that it is a part of, do not add up any more."""
    unit = line.target.unit if line.target else None
    return (
        f"Số giao các đơn vị cộng lại là {amount(together, unit)}; số của toàn phường giữ nguyên {amount(whole, unit)}. "
        f"Đổi số của toàn phường: GIAO CHỈ TIÊU {line.key} + số."
    )


def changed(item: ItemView, before: Target | None, after: Target, since: date) -> str:
    return (
        f"Đã ghi chỉ tiêu {item.key} {item.short_name}: {_new_words(after)}, từ {day(since)} "
        f"(trước đó: {target_words(before)}). Tổng hợp các kỳ trước ngày này vẫn theo mức trước đó.\n"
        f"Xem lại: TÌNH HÌNH {item.key}"
    )


def of_plan(year: int) -> str:
    """In front of what is about to be set: which year's plan it is of."""
    return f"Kế hoạch năm {year}."


def for_year(year: int) -> str:
    """The choice that it is the next year's."""
    return f"Ghi cho kế hoạch năm {year}"


def changed_next(item: ItemView, before: Target | None, after: Target, year: int) -> str:
    """A target of the next year's plan was set; the running one is as it was."""
    return (
        f"Đã ghi chỉ tiêu năm {year} {item.key} {item.short_name}: {_new_words(after)} "
        f"(trước đó: {target_words(before)}). Chỉ tiêu năm {year - 1} giữ nguyên."
    )


def no_plan_yet(item: ItemView, since: date) -> str:
    """The target is next year's, of which no plan was loaded."""
    return (
        f"Chỉ tiêu áp dụng từ {day(since)} là của kế hoạch năm {since.year}; trợ lý chưa có kế hoạch này, "
        f"{item.short_name} chưa được ghi. Gửi lại khi kế hoạch năm {since.year} đã nạp."
    )


def not_in_plan(item: ItemView, year: int) -> str:
    """The next year's plan has no item of this name."""
    return f"Kế hoạch năm {year} không có chỉ tiêu {item.short_name}; chưa ghi."


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
    return f"Trợ lý chưa rõ số giao của {item.short_name}; chưa ghi.\n{_samples(item)}"


def by_how_much(item: ItemView, words: str) -> str:
    return (
        f"“{words}” là mức tăng, giảm; {item.short_name} (hiện nay: {target_words(item.target)}) được giao bằng số "
        f"phải đạt; chưa ghi.\n{_samples(item)}"
    )


def _samples(item: ItemView) -> str:
    """How this target is set: its own number now, and in the other forms that there are."""
    target = item.target
    if target is not None and target.grade:
        return f"Ví dụ: GIAO CHỈ TIÊU {item.key} {target.grade}"
    return (
        f"Ví dụ: GIAO CHỈ TIÊU {item.key} {_sample(target)} + văn bản "
        "(hoặc TRÊN, DƯỚI, TỪ … ĐẾN …, … TRỞ LÊN, KHÔNG QUÁ + số)"
    )


def _sample(target: Target | None) -> str:
    """Its own number now, else one of its kind."""
    unit = (target.unit if target else None) or ""
    known = (target.value, target.reduce_low) if target else ()
    usual = {"đồng": Decimal(300_000_000), "%": Decimal(95)}.get(unit, Decimal(10))
    return amount(next((one for one in known if one is not None), usual), unit)


def unreadable_since(words: str) -> str:
    return f"Trợ lý chưa rõ áp dụng từ ngày nào trong “{words}”; chưa ghi. Ví dụ: từ ngày 01/12/2026"


def unreadable_date(words: str) -> str:
    return f"Trợ lý chưa rõ ngày văn bản “{words}”; chưa ghi. Ví dụ: ngày 05/11/2026"


def by_the_plan(*, sets: bool) -> str:
    """Which indicators there are is the plan's."""
    last = "Đổi số giao của chỉ tiêu đã có: GIAO CHỈ TIÊU + tên + số + văn bản" if sets else "Xem: CHỈ TIÊU"
    return f"Thêm, bỏ chỉ tiêu: đề nghị người quản trị nạp lại kế hoạch. Trợ lý chưa ghi gì.\n{last}"


def either(item: ItemView) -> str:
    """To words that may set a target, or report a result."""
    return (
        f"{item.short_name}: trợ lý chưa rõ đây là chỉ tiêu giao hay kết quả thực hiện; chưa ghi gì. "
        "Đề nghị chọn, hoặc trả lời GIAO CHỈ TIÊU + tên + số, hoặc tên + số:"
    )


def clerk_sets(item: ItemView, words: str, person: PersonView) -> str:
    """To who does not set targets: that nothing was recorded, and who does."""
    last = (
        f"Kính đề nghị đồng chí giao Văn phòng ghi: GIAO CHỈ TIÊU {item.key} + số + văn bản"
        if person.has("chair", "leader")
        else f"Nếu là kết quả thực hiện, {you_short(person)} gửi: {item.short_name} + số"
    )
    return (
        f"“{words}”: số giao của {item.short_name} (hiện nay: {target_words(item.target)}) do Văn phòng ghi "
        f"theo văn bản giao; trợ lý chưa ghi gì.\n{last}"
    )


def no_result(item: ItemView, person: PersonView, *, sets: bool) -> str:
    """The number that was typed is the plan's, or expected: a target is set by its own command."""
    last = (
        f"Đổi số giao: GIAO CHỈ TIÊU {item.key} + số + văn bản"
        if sets and not item.is_task
        else f"Khi có kết quả, đề nghị {you_short(person)} gửi lại."
    )
    return f"Số liệu {item.short_name} chưa được ghi. {last}"


def has_parts(line: ItemView, parts: Sequence[ItemView]) -> str:
    names = "; ".join(f"{part.key} {part.short_name}" for part in parts)
    return f"{line.key} {line.short_name} gồm nhiều phần; chưa ghi. Đề nghị giao từng phần: {names}"


def no_number(item: ItemView) -> str:
    return (
        f"{item.key} {item.short_name} ({target_words(item.target)}) không giao bằng số; chưa ghi. "
        "Cần đổi nội dung, đề nghị người quản trị nạp lại kế hoạch."
    )


def unit_wanted(item: ItemView) -> str:
    """The plan counts it in nothing: the number is assigned with its unit."""
    return (
        f"{item.key} {item.short_name} chưa có đơn vị tính; chưa ghi. Đề nghị gửi số kèm đơn vị, "
        f"ví dụ: GIAO CHỈ TIÊU {item.key} 210 trẻ, hoặc 95%"
    )


def one_of_several(item: ItemView, number: str) -> str:
    return f"Giao {item.key} {item.short_name}: {number}"


def one_at_a_time(typed: Sequence[str]) -> str:
    """To who tells of several indicators that one document assigns."""
    lines = "".join(f"\n- GIAO CHỈ TIÊU {one}" for one in typed)
    return f"Văn bản giao {len(typed):02} chỉ tiêu; trợ lý ghi từng chỉ tiêu, có xác nhận. Chưa ghi gì.{lines}\nĐề nghị chọn chỉ tiêu đầu, rồi gửi dòng còn lại:"
