"""A message explained to a person: what was recognised, by which rule, what would be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from bot.domain.items import KnownItem
from bot.domain.reading import Catalogue, Context, Doubt, Reading, read
from bot.domain.reading.model import Kind, Reason
from bot.domain.reading.words import normalise
from bot.loading.document import IndicatorLine, TaskLine
from bot.loading.reading import read_documents
from handlers.texts.numbers import amount, number

PLAN = Path(__file__).resolve().parent.parent.parent / "config" / "plans" / "ngo-quyen.yaml"

KINDS: dict[Kind, str] = {
    "figure": "số liệu",
    "ratio": "số liệu dạng a/b",
    "percent": "tỷ lệ",
    "done": "đã xong",
    "not_done": "chưa làm",
    "in_progress": "đang làm",
    "extension": "xin gia hạn, hẹn ngày",
    "obstacle": "vướng mắc",
    "correction": "sửa số đã báo",
    "question": "câu hỏi: trả lời, không ghi",
    "greeting": "chào hỏi, xác nhận: không ghi",
    "ambiguous": "chưa rõ",
}
RULES: dict[str, str] = {
    "a of b": "số thực hiện trên tổng số",
    "result beside its target": "kết quả đi cùng chỉ tiêu giao",
    "number in words": "số viết bằng chữ",
    "percentage": "số có dấu %",
    "sum of money": "số tiền",
    "number": "số",
    "money and count of one item": "số tiền đi cùng số lượng",
    "rate beside its count": "tỷ lệ đi cùng số lượng",
    "progress of a task": "tiến độ nhiệm vụ",
    "how far a recognition has come": "mức đạt được của việc công nhận",
    "correction without a number": "báo sai, chưa kèm số đúng",
    "as last time": "nói như kỳ trước",
    "target quoted without a result": "nhắc chỉ tiêu giao, chưa có kết quả",
    "promise of a day": "hẹn ngày hoặc xin lùi hạn",
    "none arose": "không phát sinh",
    "state of work": "từ chỉ tình trạng công việc",
    "obstacle": "từ chỉ khó khăn",
    "takes back the last report": "rút lại báo cáo",
    "quantity without a number": "số lượng không rõ",
    "question": "từ để hỏi hoặc dấu hỏi",
    "name alone": "chỉ nêu tên đầu việc: coi như hỏi",
    "greeting": "lời chào hỏi",
    "no words": "không có chữ",
    "wish": "lời chúc",
    "task acknowledged": "nhận việc, chưa báo kết quả",
    "words beside a task": "nội dung kèm mã nhiệm vụ, không có từ chỉ tình trạng",
    "words of its own": "nội dung riêng của đầu việc, không có từ chỉ tình trạng",
    "what is left": "phần còn lại: lấy số đầu kỳ trừ đi",
    "added before": "số tăng thêm, cộng vào số trước",
    "since it was sent": "số tăng thêm sau lần gửi gần nhất",
    "percentage of change": "tỷ lệ tăng, giảm so với kỳ trước",
    "count beside the one before": "số kỳ này đi cùng số kỳ trước",
    "count of a change": "số lượng của mục tính theo mức tăng, giảm",
    "rise in numbers": "số lượng tăng thêm của mục tính theo tỷ lệ",
    "fall in numbers": "số lượng giảm đi của mục tính theo tỷ lệ",
}
REASONS: dict[Reason, str] = {
    "no_indicator": "chưa rõ là của đầu việc nào",
    "which_indicator": "có hơn một đầu việc phù hợp, hoặc tên chưa có trong kế hoạch",
    "other_unit": "giống số của đơn vị, tổ dân phố khác",
    "which_measure": "chưa rõ số này đo điều gì (đã giảm hay còn lại, kế hoạch hay kết quả)",
    "unit_missing": "số tiền thiếu đơn vị",
    "unit_ambiguous": "đơn vị đọc được nhiều cách",
    "unit_mismatch": "đơn vị khác với kế hoạch",
    "count_expected": "cần số lượng, không phải tỷ lệ",
    "thousands_slip": "dấu phân cách trước ba chữ số đọc được hai cách",
    "malformed_number": "số viết không đúng dạng",
    "non_integer_count": "số lượng phải là số nguyên",
    "negative": "số âm",
    "range": "một khoảng, cần một số",
    "two_numbers": "có hơn một số cho một chỉ tiêu",
    "vague_quantity": "chưa có con số",
    "vague_date": "ngày chưa rõ",
    "invalid_date": "ngày không có trong lịch",
    "deadline_unknown": "chưa biết hạn hiện tại nên chưa tính được ngày",
    "date_or_ratio": "có thể là ngày, có thể là tỷ lệ",
    "none_or_number": "báo không phát sinh khi số đã gửi đang chờ xác nhận: cần chọn",
    "refers_to_previous": "nói như kỳ trước: cần xác nhận số",
    "target_not_result": "giống chỉ tiêu giao hơn là kết quả",
    "growth_mismatch": "số trong kỳ cộng với số trước không ra số lũy kế",
    "unreached": "giống số còn thiếu, sắp làm hoặc đang làm",
    "other_count": "giống số của việc khác, nơi khác hoặc kỳ khác",
    "delta_without_total": "số tăng thêm, chưa có lũy kế",
    "out_of_range": "tỷ lệ vượt mức có thể",
    "percent_mismatch": "tỷ lệ ghi không khớp số đã gửi",
    "over_denominator": "số thực hiện lớn hơn tổng số",
    "denominator_differs": "tổng số khác kế hoạch",
    "decrease": "thấp hơn lũy kế kỳ trước",
    "part_or_whole": "chưa rõ là cả nhiệm vụ hay một phần đã xong",
    "done_or_noted": "chưa rõ là đã xong hay đã nhận tin",
    "which_period": "chưa rõ số của kỳ nào",
    "unclear_words": "nội dung chưa rõ là tiến độ, vướng mắc hay việc khác",
    "not_in_charge": "lãnh đạo nói về mục chưa có người phụ trách",
    "outlier": "khác xa số kỳ trước và kế hoạch",
}


def explain(text: str, items: Sequence[KnownItem], now: datetime) -> list[str]:
    """Return the lines that explain a message, each reading after the other."""
    catalogue = Catalogue(items)
    typed = normalise(text)
    readings = read(text, catalogue, Context(now, own=frozenset(catalogue.items)))
    if not readings:
        return [f"“{typed}”: không có số liệu, tên đầu việc hay tình trạng nào."]
    lines = [f"“{typed}”"]
    for place, reading in enumerate(readings, 1):
        if len(readings) > 1:
            lines.append(f"Nội dung {place}:")
        lines += [f"  {line}" for line in _about(reading, catalogue, typed)]
    return lines


def _about(reading: Reading, catalogue: Catalogue, typed: str) -> Iterator[str]:
    yield f"Loại: {KINDS[reading.kind]}"
    item = catalogue.items.get(reading.item or "")
    if item is not None:
        yield f"Đầu việc: {item.key} {item.short_name}{_target(item)}"
    value = _value(reading)
    if value:
        yield f"{'Đọc được' if reading.doubts else 'Ghi'}: {value}"
    if reading.percent_stated is not None:
        fits = {True: "khớp", False: "không khớp", None: "chưa so được"}[reading.percent_consistent]
        yield f"Tỷ lệ kèm theo: {amount(reading.percent_stated, '%')} ({fits})"
    if reading.period:
        yield f"Kỳ: {reading.period}"
    if reading.date:
        yield f"Ngày: {reading.date:%d/%m/%Y}"
    if reading.words and reading.value is None:
        yield f"Giữ nguyên văn: {reading.words}"
    start, end = reading.span
    where = f", từ “{typed[start:end]}”" if end > start else ""
    yield f"Quy tắc: {RULES[reading.rule]}{where}"
    for doubt in reading.doubts:
        yield from _asked(doubt, catalogue)
    if not reading.doubts:
        yield "Không cần hỏi lại."


def _asked(doubt: Doubt, catalogue: Catalogue) -> Iterator[str]:
    yield f"Sẽ hỏi lại: {REASONS[doubt.reason]}"
    for place, choice in enumerate(doubt.candidates, 1):
        item = catalogue.items.get(choice.item or "")
        yield f"  {place}. {f'{item.short_name}: ' if item else ''}{_value(choice) or KINDS[choice.kind]}"


def _target(item: KnownItem) -> str:
    return f" (kế hoạch {amount(item.target, item.unit)})" if item.target is not None else ""


def _value(reading: Reading) -> str:
    if reading.none_arose:
        return "không phát sinh"
    if reading.numerator is not None and reading.denominator is not None:
        return f"{number(reading.numerator)}/{amount(reading.denominator, reading.unit)}"
    if reading.value is None:
        return ""
    return amount(reading.value, reading.unit)


def plan_items(plan: Path = PLAN) -> list[KnownItem]:
    """Return the items of a plan that ships with the product; a compound line through its parts."""
    document, _ = read_documents([plan])
    compound = {line.parent for line in document.indicators}
    reported = [line for line in document.indicators if line.code not in compound]
    return [*map(_indicator, reported), *map(_task, document.tasks)]


def _indicator(line: IndicatorLine) -> KnownItem:
    return KnownItem.of(line.code, "indicator", *_names(line), line.target)


def _task(line: TaskLine) -> KnownItem:
    return KnownItem.of(line.code, "task", *_names(line), None)


def _names(line: IndicatorLine | TaskLine) -> tuple[str, str, tuple[str, ...]]:
    name = line.name or line.code
    return name, line.short_name or name, line.aliases or ()
