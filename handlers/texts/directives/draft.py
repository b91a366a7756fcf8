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
from handlers.texts.directives.heard import OTHER_RHYTHM
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


def usage(person: PersonView) -> str:
    extra = (
        "" if person.has("chair", "leader") else " Giao theo ý kiến lãnh đạo: thêm “theo chỉ đạo của” + tên."
    )
    return (
        f"Giao việc: GIAO VIỆC + người hoặc đơn vị + nội dung + hạn.{extra}\n"
        "Ví dụ: GIAO VIỆC Phòng VH-XH rà soát hộ nghèo, phối hợp Trạm Y tế, báo cáo trước thứ Năm"
    )


GIVE_IT = "Giao việc này"


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
