"""How people speak of the office's days off and days worked, and what is asked and answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.domain.workdays import WorkCalendar
from db.ward_view import PersonView
from handlers.texts.common import capital, you_short
from handlers.texts.numbers import short_day, weekday_day

ABOUT = re.compile(r"\b(?:nghi|lam (?:bu|viec|ca)|di lam|bu)\b")
"""Without one of these, folded words are not about such days."""
_WEEK = r"(?: (?:tuan )?(?:nay|sau|toi))"
_NUMERIC = r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
ONE = (
    rf"(?:(?:thu ?(?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn)\b{_WEEK}?(?:,? (?:ngay )?\(?{_NUMERIC}\)?)?"
    rf"|{_NUMERIC}|(?:ngay |hom )?mai\b|hom nay\b|ngay kia\b)"
)
_LEADS = r"(?:(?:vao|ngay|hom|ca) )*"
DAYS = re.compile(
    rf"(?P<half>(?:tu |vao |buoi )*(?:sang|chieu|toi) )?{_LEADS}(?<![\w/.]){ONE}(?![\w/])(?: ?(?:[,;&+]|va|voi|cung) ?{_LEADS}{ONE}(?![\w/]))*"
)
"""One day, or several that are listed, in folded words."""
THE_DAY = re.compile(ONE)
_ALL = r"(?:(?:ca|toan) )?(?:phuong(?: (?:minh|ta))?|co quan|uy ban|ubnd|don vi|van phong)|moi nguoi|(?:toan )?anh em|ca phuong"
_WILL = r"van|se|phai|duoc|cung|lai|thi|la|deu|can|thanh|cho"
_OPENS = rf"(?:(?:a|da|em|chi|nho|bao|thong bao|ghi|nhap|giup|lich|doi lich|{_ALL}|{_WILL})[ ,:]*)*"
_ENTERED = (
    r"(?:ma )?(?:t|toi|em|e|chi|minh|c|anh)? ?(?:da |moi |vua )*(?:nhap|ghi)"
    r"(?: (?:hom truoc|hom no|hom qua|hom roi|luc nay|sang nay|nham|lon|sai))*"
)
_TAIL = (
    rf"(?:[ ,]*(?:{_ALL}|nhe|nha|a|em|roi|luon|nua|binh thuong|ca ngay|giup|ho|gium|(?:chi|toi|anh)(?=[ ,]|$)|di|{_ENTERED}))*"
    r"(?P<why>[ ,]+(?:do|vi|theo|de|tai|bao|mat dien|(?:moi|vua|da) co|co|hoan|doi|doi lich|lui|nham|nhap nham|ghi nham)\b.*)?"
)
_CANCELS = r"(?:thoi|bo|huy|huy bo|xoa|rut|rut lai|go|khong|khoi|ko|k)(?: (?:bo|lai|di|cai|giup|ho|cho|em|chi|khong))*"
_WORK = r"(?:di lam|lam bu|di bu|lam viec|di lam bu|di lam viec|lam|ngay lam (?:bu|viec)|khong (?:duoc )?nghi(?: nua| bu)?)"
_NOT = "(?:khong|khoi|ko|k|kg|hong)"
_WORKED = r"(?:di lam|lam bu|lam viec|di lam bu|(?:khong|ko|k|kg|hong) (?:duoc |phai |con )?nghi|bo nghi"
_WORKED += rf"|{_CANCELS} (?:(?:ngay|lich|hom|dip) )*nghi(?: (?:le|bu|tet|chung))?(?: nua)?)"
WORKS = re.compile(
    rf"{_OPENS}(?:@ ?(?:(?:{_ALL}|{_WILL}) ?)*(?:{_WORKED}|ngay lam (?:bu|viec))(?: bu| nua)?"
    rf"|(?:{_WORKED}|bu)(?: lai)? @|(?:trong )?tuan nay (?:di )?lam(?: viec)?(?: them)? @){_TAIL}"
)
"""Days that are worked although they were off; "@" stands for the days."""
OFF = re.compile(
    rf"{_OPENS}(?:@ ?(?:(?:{_ALL}|{_WILL}) ?)*(?:{_NOT}|thoi|bo|huy)(?: khong)?(?: (?:di|phai|can))* (?:lam bu|di lam)(?: nua)?"
    rf"|{_CANCELS}(?: (?:di|phai|ngay|lich|hom))* lam bu(?: nua)? @"
    rf"|(?:{_ALL}|thong bao) nghi(?: le| bu)? @){_TAIL}"
)
"""Days that nobody works."""
EITHER = re.compile(
    rf"{_OPENS}@ ?(?:(?:{_WILL}) )*nghi (?:dot xuat|bao|lut|mua bao|mat dien|le|tet|bu theo|theo)\b(?:.*)"
    rf"|{_OPENS}nghi (?:dot xuat|bao|lut|mua bao|mat dien|le|tet) @{_TAIL}"
)
"""Who says it may mean the own leave, or everybody."""
SWAPS = (
    re.compile(
        rf"{_OPENS}@(?P<works> ?)(?:(?:{_ALL}|{_WILL}) )*(?:di )?(?:lam )?bu (?:cho|thay)(?: ngay nghi)? @{_TAIL}"
    ),
    re.compile(
        rf"{_OPENS}(?:@ ?(?:(?:{_ALL}|{_WILL}) )*(?:di )?lam bu(?P<works> )|(?:di )?lam bu (?:vao )?@(?P<works2> ))"
        rf"de(?: (?:{_ALL}|duoc|bu))*(?: nghi)? @(?: (?:{_ALL}|duoc))*(?: nghi)?{_TAIL}"
    ),
    re.compile(rf"{_OPENS}(?:di )?lam bu(?P<works> )@ (?:cho|thay|nghi)(?: ngay nghi| nghi)? @{_TAIL}"),
    re.compile(
        rf"{_OPENS}(?:nghi )?@ ?(?:(?:{_ALL}) )*(?:nghi)?[ ,]*(?:(?:thi|nhung|va|roi|phai) )*(?:(?:di )?{_WORK}|bu)(?: (?:lai|vao))? @{_TAIL}"
    ),
)
"""One day off for one worked: the first named is the day off, but where `works` stands."""
_SHIFTS = r"(?:chuyen|doi|lui|dich|don)"
_TO = r"(?:(?:sang|qua|den|toi|vao) )?"
_OFF_DAY = r"(?:(?:cai|ngay|lich|hom) )*nghi (?:(?:le|bu) )?@"
MOVES = re.compile(
    rf"{_OPENS}(?:{_SHIFTS} {_OFF_DAY}|{_OFF_DAY} ?{_SHIFTS}|@ ?nghi {_SHIFTS}) ?{_TO}@{_TAIL}"
)
"""A day off that becomes another one; not where the first is none."""
_POLITE = r"(?: (?:a|nhi|vay|the|em|chi|anh|ha|day))*[ ?]*"
OF_A_DAY = re.compile(
    rf"(?:(?:cho (?:em |toi |chi )?hoi|{_ALL}|vi sao|sao|tai sao|lich|{_WILL}|co)[ ,]*)*(?:"
    rf"@ ?(?:(?:{_ALL}|{_WILL}|co) )*(?:nghi|lam bu|di lam|lam viec|di lam bu)(?: le| tet| bu)?"
    rf" (?:gi|khong|ko|k|chua|hay (?:di )?lam|phai khong|dung khong|vay|may ngay|ly do gi|vi sao|do gi)"
    rf"|(?:co )?nghi @ (?:da )?(?:co|ghi|nhap)? ?(?:chua|khong|ko|gi)"
    rf"|@ (?:la )?(?:ngay )?(?:nghi|le|lam bu|lam viec)? ?(?:gi|khong|ko|chua|phai khong))"
    rf"{_POLITE}"
)
"""Asked whether, and why, a day is off or worked."""
COMING = re.compile(
    rf"(?:(?:cho (?:em |toi |chi )?hoi|{_ALL}|sap toi|thang nay|tuan nay|tuan sau|thang sau|tu gio den cuoi nam|con|nam nay|cuoi nam)[ ,]*)*(?:"
    rf"(?:khi nao|bao gio|ngay nao|hom nao)(?: (?:{_ALL}|thi|duoc|co|se))* nghi(?: le| tet)?"
    rf"|(?:co )?(?:duoc )?nghi (?:le |tet )?(?:nhung )?(?:ngay|hom) (?:nao|gi)(?: khong)?|(?:co )?nghi le (?:gi|khong)(?: khong)?"
    rf"|lich nghi(?: le| tet)*(?: (?:the nao|ra sao|nam nay|nam sau))?"
    rf"|(?:tet )?(?:duoc )?nghi tet (?:tu )?(?:ngay nao|may ngay|bao gio|khi nao|hom nao).*"
    rf"|tet (?:nay |duoc )*nghi (?:may ngay|tu ngay nao|bao gio|the nao|bao nhieu ngay)){_POLITE}"
)
"""Asked which days are off, without a day."""
WHOLE_DAYS = "Lịch chỉ ghi nghỉ cả ngày; nửa ngày thì hạn giữ nguyên."


def by_clerk() -> str:
    return (
        "Ngày nghỉ, ngày làm bù chung của phường do Văn phòng nhập; chưa ghi gì. "
        "Nếu là tiến độ, đề nghị gửi kèm tên hoặc mã đầu việc."
    )


def or_oneself(day: date, reader: PersonView) -> str:
    return (
        f"{capital(weekday_day(day))}: cả phường nghỉ, hay riêng {you_short(reader)} nghỉ? Chưa ghi gì. "
        f"{WHOLE_DAYS}\nĐề nghị chọn:"
    )


def everybody(day: date) -> str:
    return f"Cả phường nghỉ {short_day(day)}"


def oneself(reader: PersonView, day: date) -> str:
    return f"Riêng {you_short(reader)} nghỉ {short_day(day)}"


def swap(off: Sequence[date], worked: Sequence[date]) -> str:
    return f"Cả phường nghỉ {_days(off)}, làm bù {_days(worked)}. Chưa ghi. Đề nghị chọn:"


def as_swap(off: str, worked: str) -> str:
    """What the choice is as if it were typed."""
    return f"{off} hoán đổi sang {worked}"


WRITE_SWAP = "Ghi nghỉ và làm bù như trên"


def is_what(day: date, calendar: WorkCalendar) -> str:
    """What a day is in the office's calendar, and why."""
    why = f" – {calendar.names[day]}" if calendar.names.get(day) else ""
    if day in calendar.work:
        kind = "ngày làm bù"
    elif calendar.is_workday(day):
        kind = "ngày làm việc"
    else:
        kind = "ngày nghỉ" if day in calendar.off else "ngày nghỉ hằng tuần"
    sure = " (dự kiến)" if day in calendar.estimated else ""
    return f"{capital(weekday_day(day))}: {kind}{why}{sure}."


def is_of_tet(words: str) -> bool:
    """True where the folded words are about Tết alone."""
    return re.search(r"\btet\b", words) is not None


def none_coming() -> str:
    return "Lịch của phường chưa có ngày nghỉ, ngày làm bù nào sắp tới, ngoài thứ Bảy, Chủ nhật."


def how_to_change(day: date, *, works: bool) -> str:
    return f"Cần đổi, trả lời {'NGÀY NGHỈ' if works else 'NGÀY LÀM BÙ'} {short_day(day)}"


def _days(days: Sequence[date]) -> str:
    return "; ".join(weekday_day(one) for one in days)
