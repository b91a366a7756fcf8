"""What is wrong within a document, before the database is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.loading.document import IndicatorLine, KnownLine, Line, PlanDocument, Problem

_MONEY = ("triệu", "tỷ", "nghìn", "ngàn")


def check_lines(document: PlanDocument) -> list[Problem]:
    """Codes that cannot be typed in a chat, targets without their numbers, lines that are their own part."""
    return [
        *_codes(document),
        *(problem for line in document.indicators for problem in check_target(line)),
        *_rings(document.indicators),
        *_parents(document.indicators),
        *_slugs(document),
        *_known(document.known),
    ]


def _codes(document: PlanDocument) -> Iterator[Problem]:
    lines: list[Line] = [*document.units, *document.people, *document.fields, *document.items]
    for line in lines:
        if any(letter.isspace() for letter in line.code):
            yield Problem(line.at, "mã", f"mã “{line.code}” có khoảng trắng", "viết liền, ví dụ CT05, y-te")
    kinds = {line.code: "Chỉ tiêu" for line in document.indicators}
    for task in document.tasks:
        if task.code in kinds:
            yield Problem(
                task.at, "mã", f"mã “{task.code}” đã là của một chỉ tiêu", "dùng mã khác, ví dụ NV-001"
            )


def check_target(line: IndicatorLine) -> Iterator[Problem]:
    """What a line's target lacks, or says in a way that cannot be reckoned with."""
    target = line.target
    if target is None:
        return
    if target.comparator == "between" and (
        target.low is None or target.high is None or target.low > target.high
    ):
        yield Problem(
            line.at, "từ mức", "khoảng không đủ hai đầu", "ghi cả “từ mức” và “đến mức”, nhỏ trước lớn sau"
        )
    if target.unit and "đồng" in target.unit and any(word in target.unit for word in _MONEY):
        yield Problem(
            line.at, "đơn vị tính", f"tiền ghi bằng “{target.unit}”", "ghi “đồng”, mức giao đủ số 0"
        )
    if target.grade and target.scale and target.grade not in target.scale:
        yield Problem(
            line.at,
            "thang xếp loại",
            f"không có “{target.grade}”",
            "ghi đủ các mức, từ thấp đến cao, cách nhau dấu ;",
        )


def _rings(indicators: Iterable[IndicatorLine]) -> Iterator[Problem]:
    parents = {line.code: line.parent for line in indicators}
    for line in indicators:
        above, seen = line.parent, {line.code}
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above == line.code:
            yield Problem(line.at, "thuộc", f"“{line.code}” là phần của chính nó", "sửa lại cột thuộc")


def _parents(indicators: Iterable[IndicatorLine]) -> Iterator[Problem]:
    """A line that has parts is judged by them, and asked through them: a number of its own would be lost."""
    lines = list(indicators)
    above = {line.parent: line.code for line in reversed(lines) if line.parent}
    for line in lines:
        own = line.target is not None and line.target.evaluation != "composite" and line.collect is None
        if own and line.code in above:
            yield Problem(
                line.at,
                "đánh giá",
                f"{line.code} có phần ({above[line.code]}): số giao riêng sẽ không được hỏi, không được tính",
                f"ghi {line.code} là “gộp”, số giao riêng ghi thành một phần nữa thuộc {line.code}",
            )


def _slugs(document: PlanDocument) -> Iterator[Problem]:
    holders: dict[str, str] = {}
    for line in document.items:
        if line.slug is not None and holders.setdefault(line.slug, line.code) != line.code:
            what = f"định danh “{line.slug}” đã là của {holders[line.slug]}"
            yield Problem(line.at, "định danh", what, "đổi hoặc để trống")


def _known(lines: Iterable[KnownLine]) -> Iterator[Problem]:
    seen: set[tuple[str, object]] = set()
    for line in lines:
        has_figure = line.value is not None or line.state is not None
        if has_figure and line.as_of is None:
            yield Problem(line.at, "đến ngày", "số đã có không có ngày", "ghi ngày chốt số, ví dụ 14/10/2026")
        if has_figure and (line.code, line.as_of) in seen:
            yield Problem(line.at, "số đã có", f"{line.code} có hai số cùng ngày", "giữ một dòng")
        seen.add((line.code, line.as_of))
