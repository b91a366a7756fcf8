"""The words of "không áp dụng": an item that does not concern the ward, asked, decided on, taken back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.item_view import ItemView
from db.models import NotApplicableRow
from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.numbers import deadline, moment, short_day
from handlers.texts.periods import period_words, the_period

NOUN = "đề nghị không áp dụng"
ACT = "Việc không áp dụng"
AROUND = " ,.;:-–"
CANCEL = "Không đề nghị nữa"
NO_WORDS = "Không kèm ý kiến"
LATER = "Để sau, chưa quyết định"
AGREE_LABEL, REFUSE_LABEL = "đồng ý", "không đồng ý"
_NOT = r"(?:khong|ko|k|kg|chua|thoi|chang)"
_WARD = r"(?:phuong|xa|don vi|dia (?:ban|phuong)|khu pho|to(?: dan pho)?|truong|tram)(?: (?:minh|ta|em|toi|nay|\d+))*"
SAYS = re.compile(
    rf"\b{_NOT} (?:con |phai |can |duoc |the )*ap dung\b|\bn ?/ ?a\b"
    rf"|\b(?:{_NOT} (?:con )?(?:thuoc|nam trong|trong|co trong)|ngoai) (?:cai |vao )?pham vi\b"
    rf"|\b{_WARD} (?:thi |nay )?{_NOT} (?:con )?(?:thuoc|nam trong|phai|la|co trong) (?:dien|doi tuong|danh sach|dia ban)\b"
    rf"|\b(?:chi tieu|nhiem vu|muc|noi dung|dau viec)(?: (?:nay|do|tren))? {_NOT} (?:con )?(?:danh cho|lien quan(?: den| toi)?|dung cho) {_WARD}\b"
    rf"|\b{_WARD} (?:duoc )?(?:mien|{_NOT} phai) (?:bao cao|thuc hien|lam|chiu)(?: (?:chi tieu|nhiem vu|muc|dau viec))(?: nay)?\b"
)
"""Folded words that say so of an item."""
QUICK = re.compile(
    r"ap dung|pham vi|doi tuong|n ?/ ?a\b|dien\b|danh sach|dia ban|mien|danh cho|lien quan|dung cho|phai"
)
"""What is in all of them: a cheap look before the words are taken apart."""
OTHERWISE = re.compile(
    r"\b(?:vuong|gia han|dang lam|da lam|hoan thanh|da xong|xong|duoc xem)\b"
    r"|\bap dung (?:duoc )?(?:(?:cho|voi|doi voi) )?(?:(?:cac|nhung|mot so|1|2|3) )?(?:ho|nguoi|truong hop|vu|doi tuong)\b"
    rf"|\b(?:quy dinh|bien phap|che tai|don gia|mau|van ban)(?: (?:nay|moi|cu|do|tren))? {_NOT} (?:\w+ )?ap dung\b"
    r"|\b(?:phai khong|dung khong|duoc khong|hay khong|co khong|khong nhi|the nao|sao|ha)\s*$"
)
"""Folded words beside it that make it a report, a difficulty or a question."""
ASKS = re.compile(r"(?:\?|\b(?:à|hả|hở|nhỉ))\s*[?.!]*\s*$", re.IGNORECASE)
"""How a question ends, as it is typed: "ạ" is none."""
WHOLE_YEAR = re.compile(
    r"\b(?:ca nam|trong nam|nam nay|het nam|cuoi nam|nam 20\d\d|tu nay|tu ky nay|tu thang nay|tro di|tu gio|nam hoc|luon)\b"
)
ONE_PERIOD = re.compile(r"\b(?:chi |rieng |moi )?(?:ky|thang|quy|tuan|dot) (?:nay|\d+|i|ii|iii|iv)\b")
CANCELS = re.compile(
    r"(?:thoi|huy|bo|khong|khong can|khong phai|khong de nghi)(?: (?:nua|a|nhe|di|vay|dau))*"
)
"""Folded words, the whole of an answer, that let it be."""
PARTS = re.compile(r"\s*[;\n]\s*|,\s+")
"""What stands between what is told of several items."""
STILL_APPLIES = re.compile(
    rf"\b(?:van|co|lai|tiep tuc|phai)(?: con)? ap dung\b|\bap dung (?:lai|tro lai|tiep)\b"
    rf"|\b(?:bo|huy|rut|rut lai|thoi|go)(?: (?:de nghi|danh dau|ghi|yeu cau|muc|xin))* {_NOT} ap dung\b"
)
"""Folded words that take it back."""


def scope(row: NotApplicableRow) -> str:
    """For how long: "tháng 11/2026", "từ nay đến hết năm 2026"."""
    if row.period.isdecimal():
        return f"từ nay {to_the_end(row.period)}"
    return period_words(row.period)


def to_the_end(year: int | str) -> str:
    return f"đến hết năm {year}"


def which_item(person: PersonView) -> str:
    return (
        f"{capital(you(person))} báo đầu việc nào không áp dụng? Chưa trình gì. Đề nghị chọn, hoặc gửi mã. "
        "Ví dụ: CT05 không áp dụng"
    )


def in_name(item: ItemView, by: PersonView, owner: PersonView | None) -> str:
    """To who answers for an item, for whom somebody else asked."""
    return (
        f"Kính gửi {you(owner) if owner else 'anh/chị'}: {named(by)} đã thay mặt đề nghị không áp dụng "
        f"{item.key} {item.short_name}; hạn giữ nguyên khi chưa có ý kiến. Rút lại: {item.key} vẫn áp dụng"
    )


def cancelled() -> str:
    return "Không trình đề nghị nào; đầu việc và hạn giữ nguyên."


def not_own(item: ItemView, owner: PersonView, _person: PersonView) -> str:
    return (
        f"{item.key} {item.short_name} do {named(owner)} phụ trách; chưa trình gì. "
        f"Đề nghị {named(owner)} báo, hoặc Văn phòng báo thay."
    )


def reported(one: Standing) -> str:
    period = the_period(one.period.key) if one.period else "kỳ này"
    return (
        f"{one.item.key} {one.item.short_name}: {period} đã có báo cáo; chưa trình gì. "
        f"Từ kỳ sau không áp dụng, nhắn: {one.item.key} không áp dụng đến hết năm"
    )


def already(item: ItemView) -> str:
    return f"{item.key} {item.short_name} đang được ghi là không áp dụng; không cần gửi số. Có thay đổi: {item.key} vẫn áp dụng"


def waits_already(row: NotApplicableRow, item: ItemView, to: PersonView | None) -> str:
    return (
        f"Đề nghị không áp dụng {item.key} {item.short_name} ({scope(row)}) gửi {short_day(row.at.date())} "
        f"đang chờ {named(to)} quyết định; hạn cũ vẫn được tính."
    )


def asked(row: NotApplicableRow, one: Standing, to: PersonView | None, deciders: Sequence[PersonView]) -> str:
    """The receipt of a request: nothing is decided, who decides, what holds meanwhile."""
    item = one.item
    if to is not None:
        put = f"Đã trình {named(to)}."
    elif deciders:
        put = f"{capital(named(deciders[0]))} chưa liên kết trò chuyện; đề nghị báo trực tiếp."
    else:
        put = "Chưa có lãnh đạo để trình; đề nghị báo Văn phòng."
    due = f" (hạn {deadline(one.due)})" if one.due else ""
    return (
        f"Đã tiếp nhận đề nghị không áp dụng {item.key} {item.short_name}, {scope(row)}. {put}\n"
        f"Trong khi chờ, đầu việc và hạn giữ nguyên{due}. Rút lại: {item.key} vẫn áp dụng"
    )


def submitted(row: NotApplicableRow, item: ItemView, asker: str, decider: PersonView) -> str:
    return (
        f"Kính trình {you(decider)}: {asker} đề nghị {item.key} {item.short_name} không áp dụng, {scope(row)}.\n"
        f"Nội dung gửi: “{cut(row.reason, 300)}”.\n"
        "Nếu đồng ý, đầu việc không bị nhắc, không tính thiếu; được ghi riêng là không áp dụng.\n"
        "Trả lời: ĐỒNG Ý, ĐỒNG Ý ĐẾN HẾT NĂM, hoặc KHÔNG ĐỒNG Ý + lý do."
    )


def line(row: NotApplicableRow, item: ItemView, asker: str) -> str:
    return f"{item.key} {item.short_name}: {asker} đề nghị không áp dụng, {scope(row)}, gửi {short_day(row.at.date())}"


def label(item: ItemView, who: PersonView | None) -> str:
    return f"{item.key} {named(who)}"


def choice(item: ItemView, what: str, when: str = "") -> str:
    """A decision on a button: "CT05: đồng ý, đến hết năm 2026"."""
    return f"{item.key}: {what}{f', {when}' if when else ''}"


def opinion(item: ItemView) -> str:
    return (
        f"Không đồng ý việc không áp dụng {item.key} {item.short_name}: kính đề nghị cho ý kiến để báo người phụ trách. "
        "Chưa ghi quyết định."
    )


def put_off() -> str:
    return "Chưa ghi quyết định. Xem lại: DUYỆT."


def decided_before(row: NotApplicableRow, item: ItemView, by: PersonView | None) -> str:
    what = f"Đề nghị không áp dụng {item.key} {item.short_name}"
    if row.state == "withdrawn":
        return f"{what} đã được rút lại; đầu việc và hạn giữ nguyên."
    if row.state == "ended":
        return f"{what} không còn hiệu lực: đầu việc được theo dõi trở lại."
    if row.state == "replaced":
        return f"{what} đã được thay bằng nội dung gửi sau. Trả lời DUYỆT để xem các đề nghị đang chờ."
    said = f"đồng ý, {scope(row)}" if row.state == "granted" else "không đồng ý"
    when = f" lúc {moment(row.decided_at)}" if row.decided_at else ""
    return f"{what} đã được {named(by)} quyết định{when}: {said}. Ý kiến này chưa được ghi."


def receipt(row: NotApplicableRow, one: Standing, told: PersonView | None, *, reached: bool) -> str:
    """To who decided."""
    item = one.item
    if told is None:
        knows = ""
    elif reached:
        knows = f" Đã báo {named(told)}."
    else:
        knows = f" {capital(named(told))} chưa liên kết trò chuyện; đề nghị báo trực tiếp."
    if row.state != "granted":
        return f"Đã ghi: không đồng ý; {item.key} {item.short_name} vẫn được theo dõi, hạn giữ nguyên.{knows}"
    return (
        f"Đã ghi: {item.key} {item.short_name} không áp dụng, {scope(row)}. Không nhắc, không tính thiếu; "
        f"được ghi riêng là không áp dụng.{knows}\nTheo dõi trở lại: {item.key} vẫn áp dụng"
    )


def result(row: NotApplicableRow, one: Standing, by: str, reader: PersonView) -> str:
    """To who asked."""
    item, words = one.item, f"\nÝ kiến: “{row.words}”." if row.words else ""
    if row.state == "granted":
        said = "đồng ý" if row.entered_by_id != row.decided_by_id else "cho ý kiến"
        return (
            f"{capital(by)} {said}: {item.key} {item.short_name} không áp dụng, {scope(row)}.{words}\n"
            f"Trợ lý không nhắc {you_short(reader)} mục này nữa. Có thay đổi: {item.key} vẫn áp dụng"
        )
    due = f"Hạn gửi: {deadline(one.due)}." if one.due else "Hạn giữ nguyên."
    return f"Đề nghị không áp dụng {item.key} {item.short_name} chưa được {by} đồng ý.{words}\n{due}"


def withdrawn(item: ItemView, told: PersonView | None) -> str:
    """To who took a request back."""
    knows = f" Đã báo {named(told)}." if told else ""
    return f"Đã rút đề nghị không áp dụng {item.key} {item.short_name}; đầu việc và hạn giữ nguyên.{knows}"


def ended(item: ItemView, told: PersonView | None) -> str:
    """To who had what was granted hold no longer."""
    knows = f" Đã báo {named(told)}." if told else ""
    return f"{item.key} {item.short_name} được theo dõi, nhắc và tổng hợp trở lại.{knows}"


def taken_back(row: NotApplicableRow, item: ItemView, by: PersonView, reader: PersonView) -> str:
    """To who decides, or answers for the item."""
    opening = "Kính báo cáo" if reader.has("chair", "leader") else "Kính gửi"
    if row.state == "withdrawn":
        return f"{opening} {you(reader)}: {named(by)} đã rút đề nghị không áp dụng {item.key} {item.short_name}; không cần cho ý kiến nữa."
    return f"{opening} {you(reader)}: {named(by)} báo {item.key} {item.short_name} vẫn áp dụng; đầu việc được theo dõi trở lại."


def by_report(row: NotApplicableRow, item: ItemView) -> str:
    """A report on the period has come: what was asked or granted holds no longer."""
    what = "Đề nghị không áp dụng" if row.state == "replaced" else "Việc không áp dụng"
    return f"{what} {item.key} {item.short_name} ({scope(row)}) không còn hiệu lực: đã có báo cáo."
