"""The words about everything that somebody owes: what is taken for it, and the question before it is recorded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers.standings.standing import Standing
from handlers.texts.numbers import count, number

_ALL = r"(?:tat ca|toan bo|ca|cac|nhung|may|het|\d{1,2})"
_WHAT = r"(?:chi tieu|nhiem vu|viec|dau viec|cong viec|muc|so lieu|so|phan)"
_WHOSE = r"(?: (?:con lai|khac|nay|kia|cua (?:em|toi|anh|chi)|duoc giao))*"
_EACH = r"(?: (?:deu|van|cung|hien|thi|la))*"
_POLITE = r"(?: (?:a|ah|nhe|nha|anh|chi|sep|nua|het|ca|luon|roi))*"
_WHOM = (
    r"(?:da |em bao |bao cao )?"
    rf"(?:{_ALL}(?: {_ALL})?(?: {_WHAT}(?: {_WHAT})?)?|{_WHAT} (?:con lai|khac)|con lai(?: {_ALL})?){_WHOSE}"
)
_AS_THEN = r"(?:nhu|giong|bang) (?:cu|(?:so |bao cao )?(?:thang|ky|quy|lan|tuan) (?:truoc|roi))"
_NO_CHANGE = r"khong (?:co )?(?:gi )?(?:thay doi|doi|bien dong)(?: gi)?|giu nguyen(?: nhu cu| so cu)?"
UNCHANGED = re.compile(
    rf"{_WHOM}{_EACH} (?:{_AS_THEN}|{_NO_CHANGE}|nhu cu|y nguyen|van the|van vay){_POLITE}"
)
STATES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"{_WHOM}{_EACH} dang (?:duoc )?(?:lam|thuc hien|trien khai|tien hanh)"
            rf"(?: (?:tot|binh thuong|on|dung tien do|theo ke hoach))*{_POLITE}"
            rf"|(?:em |da )*dang (?:lam|thuc hien|trien khai) (?:het|tat ca|ca|toan bo)(?: {_WHAT})*{_POLITE}"
        ),
        "đang làm",
    ),
    (
        re.compile(
            rf"{_WHOM}{_EACH}(?: da)? (?:xong|hoan thanh|lam xong){_POLITE}"
            rf"|(?:em |da )*(?:xong|hoan thanh|lam xong) (?:het|tat ca|ca|toan bo)(?: {_WHAT})*{_POLITE}"
        ),
        "xong",
    ),
)
KEPT = re.compile(
    rf"{_WHOM}{_EACH}(?: dang)? (?:duy tri|giu vung|giu)(?: tot| vung)?{_POLITE}"
    rf"|(?:em |da |van |deu |dang )*(?:duy tri|giu vung|giu) (?:het|tat ca|ca|deu|toan bo)(?: {_WHAT})*{_WHOSE}{_POLITE}"
)
"""That everything which is to be kept is."""
OF_ALL = re.compile(r"\b(?:tat ca|toan bo|cac|nhung|may|\d{1,2}) |\b(?:con lai|khac)\b")
"""That several are meant, whatever was spoken of last."""
OF_FIGURES = re.compile(r"\b(?:chi tieu|so|so lieu)\b")
"""That only indicators are meant."""
STILL = "đang duy trì"
_SAID = {"held": "xong", "in_progress": "đang làm", "none_arose": "không phát sinh"}


def of_each(one: Standing, said: str) -> str:
    """What is told of one of several, as it would be typed of it alone."""
    if one.item.target is not None and one.item.target.is_kept:
        return STILL
    return f"đang làm, {said}" if one.item.is_task else said


def as_before(one: Standing) -> str | None:
    """The last report of an item, as it would be typed again; None where there is none to repeat."""
    if one.item.is_task:
        return "đang làm"
    row, target = one.figure, one.item.target
    if row is None:
        return None
    if row.state != "value" or row.value is None:
        return row.words if row.state == "grade" else _SAID.get(row.state)
    if target is None or target.measured == "reduction_or_stock" or target.unit is None:
        return None
    if row.numerator is not None and row.denominator is not None:
        return f"{number(row.numerator)}/{number(row.denominator)}"
    return number(row.value) + ("" if target.unit == "%" else " ") + target.unit


def question(said: Sequence[tuple[Standing, str]], apart: Sequence[Standing]) -> str:
    """Everything that one yes would record."""
    head = f"Nội dung này là của {count(len(said))} mục sau? Chưa ghi gì; nếu đúng sẽ ghi:"
    lines = [f"- {one.item.key} {one.item.short_name}: {words}" for one, words in said]
    more = [f"Đề nghị gửi riêng: {', '.join(one.item.key for one in apart)}."] if apart else []
    return "\n".join([head, *lines, *more, "Đề nghị chọn:"])


def all_of(number_of: int) -> str:
    return f"Đúng, ghi cả {count(number_of)} mục"


def one_by_one() -> str:
    return "Không, gửi từng mục"
