"""The words with which a task is cancelled, paused, taken up again, or declined by who got it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.workdays import WARD_ZONE
from db.item_view import ItemView
from db.models import Progress
from db.ward_view import PersonView, WardView
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.numbers import moment

AROUND = " ,.;:-–"
KEEP = "Giữ nguyên nhiệm vụ"
CANCEL = "ĐÚNG, hủy nhiệm vụ"
SURE = re.compile(r"(?:(?:dung|ok|u)[ ,]+)?huy(?: (?:bo|di|luon|nhe|nhiem vu|viec|nay))*")
"""Folded words, the whole of an answer, that confirm a cancellation besides ĐÚNG."""
KEEPS = re.compile(
    r"(?:(?:thoi|a|khong|vay|the|cu)[ ,.]+)*(?:giu(?: lai| nguyen)*|de (?:nguyen|lai)|khong huy(?: nua)?|dung huy)"
    r"(?: (?:nhiem vu|viec|nay|do|di|nhe|nua|vay))*"
)
"""Folded words, the whole of an answer, that let the task be."""
_TASK = r"(?: (?:nhiem vu|viec|chi dao|dau viec|thuc hien|lam))*"
_CODE = r"(?P<code>nv[ -]?\d{1,4}|(?:vua|moi) (?:giao|roi|xong)(?: cho \w+ \w+)?)"
_WHY = r"(?:[ ,.;:-]+(?:(?:vi|do|ly do|tai|boi)\b[ :]*)?(?P<why>.+))?"
_FIRST = r"(?:(?:khong can nua|thoi|nham roi|nham|khong)[ ,.]+)?"
SAID = {
    "cancelled": re.compile(
        rf"{_FIRST}(?:de nghi |cho )?(?:huy(?: bo)?|thu hoi|rut lai|bo|dung han|cham dut|khong){_TASK} {_CODE}(?: nua| di| nhe)*{_WHY}"
        rf"|{_CODE.replace('code', 'code2')} (?:(?:huy(?: bo)?|(?:bo|thoi)(?= *(?:[,.;:]|$|nua|di|nhe|khong)))(?:[ ,]+khong (?:lam|thuc hien))?|khong (?:can )?lam)(?: nua| di| nhe)*{_WHY.replace('why', 'why2')}"
        rf"|{_CODE.replace('code', 'code3')}[ ,:-]+(?P<why3>(?:trung|lap|giong|khong con|khong can|thua|nham|het)\b.{{0,60}}?)[ ,.;]+(?:thi |nen |de nghi )*(?:huy(?: bo)?|bo)(?: di| nhe| nua| giup| luon)*"
    ),
    "paused": re.compile(
        rf"(?:de nghi |cho )?(?:tam (?:dung|hoan|ngung|gac)|dung|ngung){_TASK} {_CODE}(?: lai| nhe)*{_WHY}"
        rf"|{_CODE.replace('code', 'code2')} tam (?:dung|hoan|ngung|gac)(?: lai| nhe)*{_WHY.replace('why', 'why2')}"
    ),
    "not_done": re.compile(
        rf"(?:de nghi |cho )?(?:tiep tuc|khoi phuc|bo tam dung|mo lai|(?:cho )?lam (?:lai|tiep)|trien khai (?:lai|tiep)|thuc hien tiep){_TASK} {_CODE}(?: lai| nhe)*{_WHY}"
        rf"|{_CODE.replace('code', 'code2')} (?:tiep tuc(?: thuc hien| lam)?|(?:lam|thuc hien|trien khai) tiep){_WHY.replace('why', 'why2')}"
    ),
}
"""Folded words, the whole of a message; a task is named by its code."""
DECLINES = re.compile(
    rf"(?:(?:em|toi|xin|xin phep|de nghi) )*(?:tu choi|khong (?:the )?nhan|xin thoi){_TASK} {_CODE}{_WHY}"
    rf"|{_CODE.replace('code', 'code2')} (?:tu choi|(?:xin )?khong nhan)(?: viec)?{_WHY.replace('why', 'why2')}"
)
ORDERS = re.compile(
    r"(?:giao(?! nham| sai| trung)|don doc|nhac|yeu cau|de nghi|cho|gia han|doi|huy|bo|tam dung|tiep tuc|mo lai|bao cao)\b"
)
"""How an order begins, which is no reason."""
DONE = {"cancelled": "Đã hủy", "paused": "Đã tạm dừng", "not_done": "Đã cho tiếp tục"}
VERBS = {"cancelled": "hủy", "paused": "tạm dừng", "not_done": "cho tiếp tục"}
RESUMED = "tiếp tục thực hiện"


def why(item: ItemView, state: str) -> str:
    return (
        f"{capital(VERBS[state])} {item.key} {item.short_name}: kính đề nghị cho biết lý do để báo người phụ trách. "
        "Chưa thay đổi gì.\nVí dụ: nội dung đã lồng ghép vào kế hoạch khác"
    )


def whether(item: ItemView, reason: str, reader: PersonView) -> str:
    """The echo of a cancellation; nothing is cancelled before it is answered."""
    return (
        f"Hủy {item.key} {item.short_name}, lý do: “{cut(reason, 200)}”. Chưa hủy.\n"
        f"{capital(you(reader))} trả lời ĐÚNG để hủy và báo người phụ trách."
    )


def kept(item: ItemView) -> str:
    return f"{item.key} {item.short_name} giữ nguyên."


def same(item: ItemView, row: Progress | None, ward: WardView) -> str:
    if row is not None and row.state == "done":
        return (
            f"{item.key} {item.short_name} đã báo hoàn thành; chưa thay đổi gì. "
            f"Cần làm tiếp, trả lời: TRẢ LẠI {item.key} + nội dung cần bổ sung, đến + ngày"
        )
    if row is None or row.state not in {"paused", "cancelled"}:
        return f"{item.key} {item.short_name} đang được thực hiện; không có gì thay đổi."
    return f"{stopped(item, row, ward)} Không có gì thay đổi."


def stopped(item: ItemView, row: Progress, ward: WardView) -> str:
    """Who stopped a task when and why."""
    by = named(ward.who(row.entered_by_id))
    what = DONE[row.state][0].lower() + DONE[row.state][1:]
    at = moment(row.at.astimezone(WARD_ZONE))
    return f"{item.key} {item.short_name} {what} ({by}, {at}): “{cut(row.words or '', 200)}”."


def nothing_taken(item: ItemView, row: Progress, ward: WardView) -> str:
    """To who reports on a task that was stopped."""
    return (
        f"{stopped(item, row, ward)} Nội dung vừa gửi chưa được ghi. "
        f"Cần thực hiện tiếp, lãnh đạo hoặc Văn phòng nhắn: TIẾP TỤC {item.key}"
    )


def receipt(item: ItemView, state: str, reason: str, told: PersonView | None, *, reached: bool) -> str:
    said = f" Lý do: “{cut(reason, 200)}”." if state != "not_done" else ""
    knows = (
        ""
        if told is None
        else f" {capital(named(told))} {'đã được báo.' if reached else 'chưa liên kết trò chuyện nên chưa được báo.'}"
    )
    after = (
        "Việc này được nhắc và tổng hợp trở lại."
        if state == "not_done"
        else f"Việc này không được nhắc, không tính quá hạn nữa. Làm lại: TIẾP TỤC {item.key}"
    )
    return f"{DONE[state]} {item.key} {item.short_name}.{said}{knows}\n{after}"


def told(item: ItemView, state: str, reason: str, by: PersonView, reader: PersonView) -> str:
    said = f" Lý do: “{cut(reason, 300)}”." if state != "not_done" else ""
    after = (
        f"Đề nghị {you_short(reader)} cập nhật tiến độ. Ví dụ: {item.key} đang làm, đã trình dự thảo"
        if state == "not_done"
        else f"Trợ lý không nhắc {you_short(reader)} việc này nữa."
    )
    return (
        f"Kính gửi {you(reader)}: {named(by)} {VERBS[state]} {item.key} “{item.short_name}”.{said}\n{after}"
    )


def not_yours(item: ItemView, deciders: Sequence[PersonView]) -> str:
    who = named(deciders[0]) if deciders else "Chủ tịch"
    return f"Việc hủy, tạm dừng {item.key} {item.short_name} do {who} hoặc Văn phòng quyết định; chưa thay đổi gì."


# --- declined by who got it ----------------------------------------------------------------------------


def why_declined(item: ItemView, person: PersonView) -> str:
    return (
        f"Không nhận {item.key} {item.short_name}: đề nghị {you_short(person)} cho biết lý do để báo người giao. Chưa ghi gì.\n"
        "Ví dụ: việc này thuộc Phòng Kinh tế"
    )


def declined(reason: str) -> str:
    """How it is kept with the order."""
    return f"xin không nhận việc, lý do: {reason}"


def passed_on(item: ItemView, to: PersonView | None, *, reached: bool) -> str:
    carried = (
        f"đã chuyển {named(to)}"
        if reached
        else f"{named(to)} chưa liên kết trò chuyện; đề nghị báo trực tiếp"
    )
    return f"Đã ghi việc xin không nhận {item.key} {item.short_name}; {carried}. Trong khi chờ, việc và hạn giữ nguyên."
