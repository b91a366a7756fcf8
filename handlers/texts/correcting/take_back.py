"""The words of a figure that is taken back, or was of another period."""

from __future__ import annotations

import re
from datetime import date

from bot.domain.periods import Period
from db.item_view import ItemView
from db.models import Figure
from db.ward_view import PersonView
from handlers.texts.common import capital, you_short
from handlers.texts.correcting.late import again
from handlers.texts.numbers import short_day
from handlers.texts.periods import period_words, the_period
from handlers.texts.reporting.said import figure_words

_SPEAKER = r"(?:(?:em|e|toi|minh|thoi|a|da|oi|xin loi|chet)[ ,]+)*"
_END = r"(?: (?:roi|mat|r|a|nhe|thoi|di|em|chi|anh|luon|nua|so|do|vua gui))*"
SLIP = re.compile(
    rf"{_SPEAKER}(?:(?:gui|nhap|bao|ghi|go|danh|bam) nham|nham|khong phai|bo|xoa|huy|rut lai"
    rf"|(?:bo|xoa|huy|rut) (?:cai|so|tin) (?:do|vua gui|vua roi|nay)){_END}"
)
"""Folded words that take back what was just sent, and name no other figure."""
OTHER_PERIOD = re.compile(
    rf"{_SPEAKER}(?:nham (?:thang|ky|quy|tuan){_END}[ ,]*)?{_SPEAKER}"
    r"(?:(?:cai|con|so|so lieu)(?: (?:do|nay|ay|vua gui|vua roi|luc nay|em|gui|vua|nhe))+|nham|(?:do|day) la so)[ ,]*"
    r"(?:(?:chi|moi|la|cua|thuoc|so|tinh|den|ngay) )*"
    r"(?P<when>thang truoc|ky truoc|quy truoc|tuan truoc|thang \d{1,2}(?:/\d{4})?|quy (?:[1-4]|i{1,3}|iv)"
    r"|\d{1,2}/\d{1,2})"
    r"(?: (?:thoi|nhe|a|day|do|roi|chu|co))*"
)
"""Folded words that say of what was just sent that it is of another period or day."""
MOVES = re.compile(r"chuyen so (?P<code>ct[\w.-]+) sang (?P<when>.{3,20})")
SLIPPED = re.compile(r"\b(?:nham|lon|sai|dung|rut|xoa|thu hoi)\b")
_BESIDE = (
    r"(?:(?:em|e|toi|minh|anh|chi|a|da|oi|thoi|chet|xin loi|cho|giup|voi|va|ve|cua|cai|con|so|lieu|tin|muc|chi tieu"
    r"|bao cao|phan|bi|la|da|vua|vua roi|luc nay|hoi nay|ban nay|sang nay|hom qua|hom truoc|truoc|do|kia|nay|mat|r|roi"
    r"|het|luon|nhe|nha|di|thi|gui|nhap|ghi|go|danh|bam|bao) )*"
)
SLIP_OF = re.compile(rf"{_BESIDE}(?:nham|lon|sai|(?:khong|chua|ko|k) dung) {_BESIDE}")
"""What stands beside a name in "cái … lúc nãy sai": folded words with a blank behind; no figure."""
TAKES_OF = re.compile(rf"{_BESIDE}(?:rut|xoa|thu hoi)(?: lai| bo)? (?P<beside>{_BESIDE})")
TAKES = re.compile(r"rut so (?P<code>ct[\w.-]+)(?:[ ,:]+(?:vi|do|ly do)[ :]+(?P<why>\S.+))?")
TAKE_BACK = "Rút số này"


def is_order(folded: str) -> bool:
    """True for what a button of these types: it is no answer to another question."""
    return bool(MOVES.fullmatch(folded) or TAKES.fullmatch(folded))


def typed(item: ItemView) -> str:
    return f"rút số {item.key}"


def typed_move(item: ItemView, when: str) -> str:
    return f"chuyển số {item.key} sang {when}"


def until(day: str) -> str:
    """The day that a figure goes up to, as it was typed."""
    return f"số đến {day}"


def move_label(when: str) -> str:
    return f"Chuyển sang {when}"


def slip(item: ItemView, row: Figure) -> str:
    return f"{_recorded(item, row)}\nSố đúng, trả lời: SỬA {item.key} + số. Gửi nhầm mục, chọn:"


def which(item: ItemView) -> str:
    return (
        f"Số vừa gửi đã được ghi, chưa thay đổi. Số đúng, trả lời: SỬA {item.key} + số. Gửi nhầm mục, chọn:"
    )


def take_back(item: ItemView, row: Figure) -> str:
    return f"Rút {item.short_name}: {figure_words(row, item.target_on(row.as_of))}"


def other_period(item: ItemView, row: Figure, when: str) -> str:
    return f"{_recorded(item, row)} Chuyển sang {when}? Chưa thay đổi gì. Đúng, chọn:"


def receipt(item: ItemView, row: Figure, holds: Figure | None, person: PersonView) -> str:
    """What was taken back, and what holds for the period now."""
    now = (
        f"số trước đó được giữ: {figure_words(holds, item.target_on(holds.as_of))}"
        if holds is not None and not holds.supplied
        else f"kỳ này chưa có số, {you_short(person)} gửi lại khi có"
    )
    return (
        f"Đã rút {item.short_name}, {period_words(row.period)}: {figure_words(row, item.target_on(row.as_of))}; "
        f"{now}. Lịch sử vẫn lưu."
    )


def moved(item: ItemView, row: Figure, holds: Figure | None) -> str:
    """The same, below what is recorded of the other period."""
    said = figure_words(row, item.target_on(row.as_of))
    gone = f"Đã rút {item.short_name}, {period_words(row.period)}, số đến {short_day(row.as_of)}: {said}"
    if holds is None or holds.supplied:
        return f"{gone}."
    return f"{gone}; số trước đó được giữ: {figure_words(holds, item.target_on(holds.as_of))}."


def not_moved(item: ItemView, row: Figure, person: PersonView) -> str:
    """It stays: what is said below has to be settled first."""
    return (
        f"Chưa chuyển: {_recorded(item, row)} Không phải số của kỳ này, {you_short(person)} rút: "
        f"{typed(item).upper().replace(item.key.upper(), item.key)}"
    )


def which_period(item: ItemView, row: Figure) -> str:
    return (
        f"Chưa rõ chuyển sang kỳ nào; chưa thay đổi gì. {_recorded(item, row)}\n"
        f"Ví dụ: chuyển số {item.key} sang {period_words(row.period)}"
    )


def of_year_before(item: ItemView, row: Figure, period: Period) -> str:
    said = figure_words(row, item.target_on(row.as_of))
    name = period_words(period.key)
    return f"{capital(name)} thuộc kế hoạch năm trước; đề nghị gửi riêng: {item.short_name} {name} {said}"


def differs(item: ItemView, row: Figure, period: str | None, day: date) -> str:
    """What it is compared with there makes it doubtful: sent anew, of the `period` or day, it is asked about."""
    said = figure_words(row, item.target_on(row.as_of))
    when = period_words(period) if period else f"đến {short_day(day)}"
    return f"{said} thấp hơn hoặc khác nhiều số trước {short_day(day)}. Vẫn đúng, gửi: {item.short_name} {when} {said}"


def closed(item: ItemView, row: Figure) -> str:
    """Nobody but the clerk takes a figure of a closed period back."""
    return f"{_not_taken(item, row)}\nMuốn điều chỉnh, gửi: {again(row.period, item)}"


def closed_to_clerk(item: ItemView, row: Figure) -> str:
    """She says why."""
    return (
        f"{_not_taken(item, row)}\n"
        f"Số đúng, gửi: {again(row.period, item)}. Rút hẳn, gửi: RÚT SỐ {item.key} VÌ + lý do"
    )


def _not_taken(item: ItemView, row: Figure) -> str:
    return f"{_recorded(item, row)} {capital(the_period(row.period))} đã chốt nên chưa rút, chưa chuyển được."


def _recorded(item: ItemView, row: Figure) -> str:
    return (
        f"{item.short_name} đang ghi {figure_words(row, item.target_on(row.as_of))}, "
        f"{period_words(row.period)}, số đến {short_day(row.as_of)}."
    )
