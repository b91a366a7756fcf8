"""The words of an order: the echo, what is missing, how it is mended, the letters when it is given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from bot.domain.periods import Period
from bot.domain.reading.words import fold
from bot.domain.ward import Preset
from bot.domain.workdays import WARD_ZONE
from db.ward_view import PersonView, WardView
from handlers.directives.draft import Draft
from handlers.texts.acting import away_before
from handlers.texts.common import capital, cut, day_off, named, you, you_short
from handlers.texts.directives.recurring import runs
from handlers.texts.numbers import count, deadline, hour, moment, short_day, weekday_day
from handlers.texts.recurring import recurring

YES, MEND, DROP, UNDATED = "ĐÚNG", "SỬA", "Không giao việc này", "Không đặt hạn"
GIVE = "giao"
STONES = "các mốc"
"""What a list of intermediate dates begins with."""
QUOTED = 220
DAY_WORDS = 8
"""A day takes no more words: what is longer says something else besides."""
OTHER_RHYTHM = re.compile(
    r"(?<!\w)(?:(?:hang|moi) ngay|(?:moi )?(?:[2-9]|hai|ba) (?:ngay|tuan|thang) (?:mot|1) lan)(?!\w)"
)
SAMPLES = {"week": "thứ Năm hằng tuần", "month": "ngày 20 hằng tháng", "quarter": "ngày 20 hằng quý"}
UNKEPT = "Việc lặp lại chỉ nhận hằng tuần, hằng tháng, hằng quý."

SAID = {
    "yes": re.compile(r"(?:dung|chuan|chinh xac|xac nhan|ok|oke|nhat tri)(?: (?:roi|r|a|day|vay|the))*"),
    "drop": re.compile(
        r"(?:bo|huy|thoi|khong giao(?: viec nay)?|khong phai chi dao|bo qua|khong can)(?: (?:nua|di|nhe|chi dao|viec nay))*"
        r"|(?:(?:khong can(?: nua)?|thoi|nham(?: roi)?|khong)[ ,.]+)?(?:huy|bo|thu hoi|khong giao)(?: (?:di|luon|bo|nhe|giup))*"
        r" (?:viec|chi dao|nhiem vu|cai)(?: (?:nay|do|ay|vua|moi|roi|giao|noi|nua|di|nhe))*"
    ),
    "mend": re.compile(r"sua|sai|chua dung"),
}
"""Folded words that answer an echo."""
NO = re.compile(r"(?:khong|ko|k)(?: (?:a|nhe))?")
"""Said to an echo, a bare no drops it; asked for the day, it may also mean that there is none."""
ORDERS = re.compile(r"\b(?:giao|yeu cau|yc|phan cong|chi dao|cu)\b")
"""Folded words without which nothing is a plain order."""
BEGINS = re.compile(r"(?:giao|yeu cau|yc|phan cong|chi dao)(?: lai| viec| nhiem vu| cho)")
"""How an order begins, whether it can be read or not."""
CONFIRMS = re.compile(r"xac nhan(?: (?:roi|r|a|day|vay|the|nhe|di))*")
"""Folded words that the letter of a result asks for as well: said behind one they answer the letter."""
SETTLES = re.compile(r"(?:dung|chuan|xac nhan|sua|sai|bo chi dao|khong giao)\b")
"""Words that can only be about an order that waits, also when something else was asked since."""
TO_ANOTHER = re.compile(
    r"(?:(?:khong phai|khong|ko|nham|a|sai|y toi|toi noi|thoi)(?: (?:roi|vay|the|dau|la))*[ ,.:]+)*"
    r"(?:(?:doi|chuyen|giao|de|sua|phai)(?: lai)?(?: (?:sang|cho|thanh|la|nguoi|giao))*[ :]+)?"
    r"(?P<who>(?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c|phong|to|tram)? ?\w.{0,40}?)"
    r"(?:,? (?:chu|co|moi dung|nhe|di|lam|thoi|co ma|moi phai|a|lam chu|phu trach|thuc hien))*"
)
"""Folded words, the whole of an answer to an echo, that only put somebody else in charge."""
ASKS = re.compile(
    r"\?|\b(?:la gi|the nao|toi dau|den dau|ra sao|bao nhieu|bao gio|khi nao|o dau|lam gi|co gi|nao|gi)(?: roi| vay| the| a)*$"
)
COMMENTS = re.compile(r"(?:noi dung|viec|nguoi|don vi|san pham|can cu|moc)(?! ?:| (?:la|thanh)\b)")
"""How folded words begin that name a part, and say nothing of what it is to be."""
NAMES_PART = re.compile(r"(?:han|nguoi|noi dung|viec|don vi|chu tri|phoi hop|san pham|moc|can cu) ?:")
MENDS = re.compile(r"(?:sua|sai|chua dung)\b(?: lai)?(?: thanh)?[ :,]*")
PART = re.compile(
    r"(?:(?<=^)|(?<=[,;\n] )|(?<=[,;\n]))(han|thoi han|nguoi|giao cho|chu tri|don vi|noi dung|viec|phoi hop|san pham|moc|"
    r"can cu)\b(?: (?:la|voi|thanh|den))?[ :]*"
)
IS_URGENT = re.compile(r"\b(?:khan(?! truong)|gap(?! (?:go|kho|phai|mat))|hoa toc|ngay lap tuc)\b")
"""Folded words by which an order goes out at any hour."""
URGENT = re.compile(r"(?:(?:rat|thuong|hoa toc|toi)[ -])?(?:khan|gap|hoa toc|khan cap)(?: cap)? ?[:,.!–-]+ ?")
"""What stands in front of an order, in folded words, and is no part of it."""
WHEN_FIRST = re.compile(
    r"(?P<when>(?:(?:ngay )?\d{1,2}|thu \w+|chu nhat|cuoi tuan|cuoi thang) (?:hang|moi) (?:tuan|thang|quy)"
    r"|(?:truoc|cham nhat)(?: ngay| la)* (?:\d{1,2}/\d{1,2}(?:/\d{4})?|thu \w+|chu nhat|mai)),? "
    r"(?=(?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c|phong|tram|to|van phong|cong an)\b)"
)
"""The day of an order in front of who is named."""
INSIDE = re.compile(r"(?<=\w )(?:giao|yeu cau|phan cong|cu)(?: viec| nhiem vu)?(?: cho)? (?=\w)")
"""How an order begins in folded words behind others."""
TOLD = re.compile(
    r"\b(?:da|vua|moi|chua|khong|ko|khi|neu|dang|sap)(?: \w+)? *$"
    r"|\b(?:ban|duoc|bi|ai|thanh pho|tinh|cap tren|nguoi|tien do) *$|\b(?:hom qua|hom truoc|tuan truoc|hom no)\b"
)
"""The end of folded words that tell or ask of an order, and give none."""
WHEN_ALONE = re.compile(
    r"(?:(?:sang|chieu|toi|trua)? ?(?:nay|mai|mot)|(?:sang|chieu|toi)? ?ngay (?:mai|mot)|(?:sang|chieu|toi)? ?hom nay"
    r"|trong (?:ngay|tuan|thang)(?: nay| mai)?|(?:dau |cuoi )?(?:tuan|thang)(?: nay| sau| toi)?"
    r"|(?:(?:sang|chieu) )?thu \w+(?: nay| toi| tuan sau)?|truoc \S+|(?:ngay )?\d{1,2}/\d{1,2})"
)
"""Folded words that are only a day."""
THEN = re.compile(r"[ ,]+(?:thì|thi|nên|nen|do đó|vì vậy|tôi|toi|đề nghị)$")
NO_DUE = re.compile(r"(?:khong|bo|chua|ko)(?: co| dat| can)? ?(?:thoi )?han|khong")
ON_BEHALF = re.compile(r",? ?\b(?:theo|co) (?:chi dao|y kien)(?: cua)? ")
CHAIR = re.compile(r"(?:dong chi |d/c |dc )?(?:chu tich|ct)\b")


def usage(person: PersonView) -> str:
    extra = (
        "" if person.has("chair", "leader") else " Giao theo ý kiến lãnh đạo: thêm “theo chỉ đạo của” + tên."
    )
    return (
        f"Giao việc: GIAO VIỆC + người hoặc đơn vị + nội dung + hạn.{extra}\n"
        "Ví dụ: GIAO VIỆC Phòng VH-XH rà soát hộ nghèo, phối hợp Trạm Y tế, báo cáo trước thứ Năm"
    )


def not_taken(*, gives: bool) -> str:
    """To who types an order and is no leader; `gives`: the clerk, who has the command."""
    if gives:
        return "Trợ lý chưa ghi gì. Giao việc: GIAO VIỆC + người hoặc đơn vị + nội dung + hạn, thêm “theo chỉ đạo của” + tên lãnh đạo nếu có."
    return "Việc giao cho người khác chỉ nhận từ lãnh đạo và Văn phòng; trợ lý chưa ghi gì. Trả lời TRỢ GIÚP để xem những việc làm được."


def no_plan() -> str:
    return "Phường chưa nạp kế hoạch nên chưa giao việc được; nội dung này chưa được ghi."


def too_long() -> str:
    return (
        "Nội dung giao việc quá dài; chưa ghi. Đề nghị tóm tắt trong một tin, phần chi tiết gửi kèm văn bản."
    )


def one_at_a_time() -> str:
    return "Tin nhắn có nhiều việc giao; trợ lý chưa ghi việc nào. Kính đề nghị gửi mỗi việc một tin. Ví dụ: Giao Phòng VH-XH rà soát hộ nghèo trước thứ Năm"


def which_leader(leaders: Sequence[PersonView]) -> str:
    names = "; ".join(f"{one.name} ({one.title or named(one)})" for one in leaders)
    return f"Trợ lý chưa rõ theo chỉ đạo của ai; chưa ghi. Lãnh đạo phường: {names}. Đề nghị gửi lại, ghi rõ họ tên."


def only_private() -> str:
    return "Giao việc chỉ nhận trong trò chuyện riêng của lãnh đạo, Văn phòng với trợ lý; nội dung này chưa được ghi."


# --- the echo ----------------------------------------------------------------------------------------------


def echo(
    draft: Draft,
    key: str,
    due: datetime | None,
    ward: WardView,
    reader: PersonView,
    rule: Preset | None = None,
    begins: tuple[Period, datetime] | None = None,
) -> str:
    """Who, what, by when; nothing is given before it is answered."""
    person = ward.people[draft.people[0]]
    when = f"hạn {deadline(due)}{day_off(due, ward)}" if due else "không đặt hạn"
    if rule is not None:
        when = recurring(rule)
    lines = [
        _recorded(draft, ward, reader),
        f"Dự kiến: {key}, chủ trì {_in_charge(draft, person, ward)}, {when}.",
        f"Nội dung: {draft.what}.{_beside(draft, ward)}",
    ]
    lines += [f"Gửi kèm: {'ảnh' if one['kind'] == 'photo' else 'tệp ' + one['name']}." for one in draft.files]
    first = due or (begins[1] if begins else None)
    lines += away_before(person, first.date() if first else None, ward)
    if due is not None and draft.at is None and _says_before(draft.due_words):
        lines.append(f"“{draft.due_words}” được hiểu là chậm nhất {deadline(due)}.")
    if rule is not None and begins is not None:
        lines.append(runs(draft, begins, ward))
    lines += [UNKEPT] if OTHER_RHYTHM.search(fold(draft.what)) else []
    lines.append(_how(reader, rule.frequency if rule else "none"))
    return "\n".join(lines)


def _recorded(draft: Draft, ward: WardView, reader: PersonView) -> str:
    at = hour(datetime.fromisoformat(draft.said_at).astimezone(WARD_ZONE).time())
    giver = ward.people[draft.given_by]
    what = f"chỉ đạo của {you(giver)}" if giver.has("chair", "leader") else "nội dung giao việc"
    how = "" if giver == reader else f" ({named(reader)} nhập)"
    return f"Đã ghi nhận {what}{how} lúc {at}: “{cut(' '.join(draft.words.split()), QUOTED)}”."


def _in_charge(draft: Draft, person: PersonView, ward: WardView) -> str:
    unit = ward.unit_name(draft.unit)
    if unit is not None:
        return f"{unit} ({named(person)})"
    own = ward.unit_name(person.unit_id)
    return f"{named(person)}{f' ({own})' if own else ''}"


def _beside(draft: Draft, ward: WardView) -> str:
    units = ", ".join(ward.units[one] for one in draft.coordinating if one in ward.units)
    stones = "; ".join(f"{short_day(one.on)} {one.name}" for one in draft.milestones)
    said = (("Phối hợp", units), ("Sản phẩm", draft.product), ("Mốc", stones), ("Căn cứ", draft.basis))
    return "".join(f" {what}: {words}." for what, words in said if words)


def _says_before(words: str) -> bool:
    return "trước" in words.lower() or "truoc" in words.lower()


def _how(reader: PersonView, frequency: str) -> str:
    sample = SAMPLES.get(frequency, "25/11")
    return f"Chưa giao đến ai. {_please(reader)} trả lời ĐÚNG, hoặc SỬA + phần cần sửa. Ví dụ: SỬA hạn {sample}; SỬA người: Lan"


def _please(reader: PersonView) -> str:
    if reader.has("chair", "leader"):
        return f"Kính đề nghị {you_short(reader)}"
    return f"Đề nghị {you_short(reader)}"


def with_mended(words: str, mended: str) -> str:
    """An order in its own words, and what was said anew."""
    return f"{words}\n– Sửa: {mended}"


def how_to_mend(reader: PersonView) -> str:
    return (
        f"{_please(reader)} gửi phần cần sửa (một hoặc nhiều phần trong một tin): HẠN + ngày; NGƯỜI: tên hoặc đơn vị; "
        "NỘI DUNG: …; PHỐI HỢP: …; SẢN PHẨM: …; MỐC 20/11: …\nVí dụ: HẠN 25/11, NGƯỜI: Lan"
    )


# --- what is missing -------------------------------------------------------------------------------------------


def which_work(draft: Draft, reader: PersonView) -> str:
    return (
        f"“{cut(' '.join(draft.words.split()), QUOTED)}”: trợ lý chưa rõ việc cần làm; chưa giao. "
        f"{_please(reader)} gửi nội dung. Ví dụ: rà soát hộ nghèo, lập danh sách"
    )


def which_person(draft: Draft, reader: PersonView) -> str:
    if draft.people:
        why = "có nhiều người có thể được giao"
    elif draft.stranger:
        why = f"trợ lý chưa tìm thấy “{draft.stranger}” trong danh sách người, đơn vị"
    else:
        why = "chưa rõ giao cho ai" if draft.unit is None else "đơn vị này chưa có người nhận việc"
    return (
        f"“{cut(draft.what, QUOTED)}”: {why}; chưa giao. Mỗi việc một người chịu trách nhiệm chính. "
        f"{_please(reader)} chọn, hoặc gửi tên người, tên đơn vị."
    )


def which_day(draft: Draft, reader: PersonView) -> str:
    if draft.recurrences:
        return (
            f"“{cut(draft.what, QUOTED)}”: chưa rõ kỳ và hạn nào; chưa giao. "
            f"{_please(reader)} chọn, hoặc gửi lại. Ví dụ: thứ Sáu hằng tuần; ngày 20 hằng tháng; 25/11"
        )
    unclear = "chưa rõ là hạn nào" if draft.days else "đã qua hoặc chưa rõ là ngày nào"
    why = f"“{draft.due_words}” {unclear}" if draft.due_words else "chưa có hạn"
    other = f" {UNKEPT}" if OTHER_RHYTHM.search(fold(draft.what)) else ""
    return (
        f"“{cut(draft.what, QUOTED)}”: {why}; chưa giao.{other} "
        f"{_please(reader)} chọn, hoặc gửi ngày. Ví dụ: 25/11; thứ Sáu; 17h ngày mai"
    )


def person_label(person: PersonView, ward: WardView) -> str:
    unit = ward.unit_name(person.unit_id) or person.title
    return f"{capital(named(person))}{f' – {unit}' if unit else ''}"


def day_label(value: date) -> str:
    return capital(weekday_day(value))


def no_longer(*, past: bool) -> str:
    return (
        "Hạn này đã qua; chưa giao." if past else "Người được giao không còn nhận việc tại phường; chưa giao."
    )


def left_behind(before: Draft) -> str:
    """A new order came before the last one was answered: that one was not given."""
    return f"Chỉ đạo trước (“{cut(before.what or before.words, 60)}”) chưa được trả lời ĐÚNG nên chưa giao; trợ lý sẽ hỏi lại sau."


def left_in_the_morning(newest: Draft, orders: int, reader: PersonView) -> str:
    """The day after: orders that were not answered were not given."""
    at = moment(datetime.fromisoformat(newest.said_at).astimezone(WARD_ZONE))
    more = f" Ngoài ra còn {count(orders - 1)} chỉ đạo như vậy." if orders > 1 else ""
    return (
        f"Chưa giao: “{cut(newest.what or newest.words, 120)}” (nhận lúc {at}) chưa được trả lời ĐÚNG.{more}\n"
        f"{_please(reader)} trả lời ĐÚNG để giao, SỬA + phần cần sửa, hoặc KHÔNG GIAO."
    )


def still_waiting() -> str:
    return "Còn một chỉ đạo trước đó chưa giao:"


def dropped(draft: Draft) -> str:
    return f"Đã bỏ: “{cut(draft.what or draft.words, 80)}”. Không giao việc, không báo đến ai."


# --- given -------------------------------------------------------------------------------------------------------


def given_before(key: str) -> str:
    return f"Chỉ đạo này đã được giao: {key}. Không giao thêm lần nữa."


def given_just_now() -> str:
    return "Chỉ đạo này vừa được giao. Trả lời TÌNH HÌNH NHIỆM VỤ để xem."


def given_already(key: str) -> str:
    """To who edits the message of an order that was given."""
    return (
        f"{key} đã được giao theo nội dung trước khi sửa tin; nội dung mới chưa được ghi. "
        f"Đổi hạn: {key} phải xong trước + ngày; giao thêm: gửi tin mới."
    )
