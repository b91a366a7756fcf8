"""The words of a task's completion: how it is put before who confirms it, and what was decided."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.domain.workdays import local
from db.item_view import ItemView
from db.models import Confirmation, Progress
from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, cut, named, you
from handlers.texts.numbers import count, day, deadline, moment, short_day
from handlers.texts.told import says_more

NOUN = "kết quả chờ xác nhận"
ACT = "Xác nhận hoàn thành"
LATER = "Để sau, chưa quyết định"
AROUND = " ,.;:-–"
LEADS_TO_DAY = re.compile(
    r"[ ,.;]*\b(?:(?:han|bo sung|xong|hoan thanh|den|toi|truoc|het|ngay)\b ?)*"
    r"(?:han(?: chot)?|hen|den|toi|truoc|het)(?: ngay)? ?$"
)
"""Folded words in front of a day to finish by: "hạn bổ sung đến ngày"."""
BY = frozenset({"trước", "chậm nhất", "hết"})
"""What a day to finish by holds itself: "trước 24/11"."""
BEFORE_BY = re.compile(r"[ ,.;]*\b(?:(?:han|hen|bo sung|nop(?: lai)?|xong|hoan thanh|cho|la)\b ?)+$")
"""Folded words in front of one that only lead to it."""
KINDS = {"photo": "ảnh", "file": "tệp"}


def kept_words(kept: Mapping[str, int]) -> str:
    """ "02 ảnh, 01 tệp"."""
    return ", ".join(f"{count(kept[kind])} {word}" for kind, word in KINDS.items() if kept.get(kind))


def line(
    row: Confirmation,
    said: Progress,
    item: ItemView,
    who: str,
    kept: Mapping[str, int] | None,
) -> str:
    beside = f", kèm {kept_words(kept)}" if kept else ""
    late = ", quá hạn" if row.late else ""
    return (
        f"{item.key} {item.short_name}: {who} báo hoàn thành, gửi {short_day(said.reported_at.date())}"
        f"{late}{beside}"
    )


def label(item: ItemView, who: PersonView | None) -> str:
    return f"{item.key} {named(who)}: hoàn thành"


def confirm_label(item: ItemView) -> str:
    return f"{item.key}: xác nhận"


def return_label(item: ItemView) -> str:
    return f"{item.key}: trả lại"


def evidence_label(item: ItemView) -> str:
    return f"{item.key}: xem ảnh, tệp"


def submitted(
    one: Standing,
    row: Confirmation,
    said: Progress,
    who: str,
    to: PersonView,
    kept: Mapping[str, int] | None,
    coming: Mapping[str, int],
) -> str:
    """To who confirms: who has done what, when, in time or not, and how to answer."""
    item = one.item
    head = f"Kính trình {you(to)}: {who} báo hoàn thành {item.key} {item.short_name}"
    lines = [f"{head} lúc {moment(said.reported_at)}{timing(row, one)}."]
    if item.product:
        lines.append(f"Sản phẩm: {cut(item.product, 200)}.")
    if said.words and says_more(said.words):
        lines.append(f"Nội dung: “{cut(said.words, 200)}”.")
    if kept or not coming:
        lines.append(f"Kèm {kept_words(kept)}." if kept else "Không kèm ảnh, tệp.")
    if coming:
        lines.append(f"Đang nhận {kept_words(coming)} gửi kèm.")
    lines.append("Trả lời: XÁC NHẬN, hoặc TRẢ LẠI + nội dung cần bổ sung, đến + ngày.")
    return "\n".join(lines)


def several_submitted(told: Sequence[tuple[ItemView, Progress]], who: str, to: PersonView) -> str:
    """To who confirms: what somebody has done, told in one message, and how to answer."""
    when = moment(told[0][1].reported_at)
    head = f"Kính trình {you(to)}: {who} báo hoàn thành {count(len(told))} nhiệm vụ lúc {when}:"
    lines = [f"– {item.key} {item.short_name}{_words_of(said)}" for item, said in told]
    how = f"Trả lời: XÁC NHẬN TẤT CẢ, hoặc TRẢ LẠI {told[0][0].key} + nội dung cần bổ sung, đến + ngày."
    return "\n".join((head, *lines, how))


def _words_of(said: Progress) -> str:
    return f": “{cut(said.words, 60)}”" if said.words and says_more(said.words) else ""


def confirm_all_label(number: int) -> str:
    return f"Xác nhận cả {count(number)}"


def look_label(item: ItemView) -> str:
    return f"{item.key}: xem riêng"


def timing(row: Confirmation, one: Standing) -> str:
    """ " (trong hạn 04/12/2026)"; nothing for a task without a day."""
    if one.due is None or one.period is not None:
        return ""
    if not row.late:
        return f" (trong hạn {day(one.due.date())})"
    if one.missed is not None:
        kept = "bổ sung trong hạn" if row.asked_at <= one.due else "bổ sung quá hạn"
        return f" (quá hạn {day(one.missed)}, {kept} {day(one.due.date())})"
    by_the_hour = local(row.asked_at).date() <= one.due.date()
    return f" (quá hạn {moment(one.due) if by_the_hour else day(one.due.date())})"


def what_is_missing(item: ItemView) -> str:
    return (
        f"Trả lại {item.key} {item.short_name}: kính đề nghị cho biết nội dung cần bổ sung và hạn bổ sung. "
        "Chưa ghi quyết định.\nVí dụ: thiếu danh sách tổ 9, đến 07/12"
    )


def until_when(item: ItemView) -> str:
    return f"Trả lại {item.key} {item.short_name}: hạn bổ sung đến ngày nào? Chưa ghi quyết định.\nVí dụ: đến 07/12"


def past_day(on: date) -> str:
    return f"Ngày {short_day(on)} đã qua; chưa ghi quyết định. Ví dụ: đến 07/12"


def how_to_take_back(item: ItemView) -> str:
    return (
        f"{item.key} {item.short_name} đã được xác nhận hoàn thành; chưa ghi quyết định mới. Trả lại: ghi nội dung cần bổ sung "
        f"và hạn, ví dụ: TRẢ LẠI {item.key} thiếu biên bản, đến 07/12"
    )


def _held(held: date | None) -> str:
    """The deadline that a day for what lacks replaces."""
    return f" (hạn trước đó {day(held)})" if held else ""


def put_off() -> str:
    return "Chưa ghi quyết định. Xem lại: DUYỆT."


def receipt(
    item: ItemView,
    row: Confirmation,
    due: datetime | None,
    owner: PersonView | None,
    *,
    told: bool,
    held: date | None,
) -> str:
    """To who decided: what was written down, and who knows of it."""
    if owner is None:
        knows = f"Chưa có người phụ trách để báo; phân công: PHÂN CÔNG {item.key} + tên."
    elif told:
        knows = f"Đã báo {named(owner)}."
    else:
        knows = f"{capital(named(owner))} chưa liên kết trò chuyện; đề nghị báo trực tiếp."
    if row.state == "confirmed":
        opinion = f" Ý kiến: “{row.words}”." if row.words else ""
        late = "quá hạn" if row.late else "đúng hạn"
        return f"Đã ghi: xác nhận {item.key} {item.short_name} hoàn thành{_if_dated(item, late)}.{opinion} {knows}"
    until = f" Hạn bổ sung: {deadline(due)}{_held(held)}." if due else ""
    return f"Đã ghi: trả lại {item.key} {item.short_name} để bổ sung: {row.words}.{until} {knows}"


def result(one: Standing, row: Confirmation, due: datetime | None, by: str, held: date | None) -> str:
    """To who answers for the task: confirmed, or what is missing and until when."""
    item = one.item
    if row.state == "confirmed":
        opinion = f" Ý kiến: “{row.words}”." if row.words else ""
        late = "quá hạn" if row.late else "đúng hạn"
        return (
            f"{item.key} {item.short_name} đã được {by} xác nhận hoàn thành{_if_dated(item, late)}.{opinion}"
        )
    until = f"\nHạn bổ sung: {deadline(due)}{_held(held)}." if due else ""
    return (
        f"{item.key} {item.short_name} được {by} trả lại để bổ sung: {row.words}.{until}\n"
        f"Khi bổ sung xong, trả lời, ví dụ: {item.key} xong"
    )


def _if_dated(item: ItemView, words: str) -> str:
    return f" {words}" if item.due_on else ""


def decided_before(item: ItemView, row: Confirmation, by: PersonView | None) -> str:
    """A second decision changes nothing."""
    if row.state == "replaced":
        return f"Kết quả {item.key} này đã được báo lại sau đó. Trả lời DUYỆT để xem nội dung mới."
    when = f" lúc {moment(row.decided_at)}" if row.decided_at else ""
    said = "xác nhận hoàn thành" if row.state == "confirmed" else f"trả lại để bổ sung: {row.words}"
    return (
        f"Kết quả {item.key} {item.short_name} đã được {named(by)} quyết định{when}: {said}. "
        "Ý kiến này chưa được ghi."
    )


def until(due: date) -> str:
    """The day that was chosen, as part of the words of who returns a result."""
    return f"đến {due:%d/%m/%Y}"


def goes_on(old: str, key: str, year: int) -> str:
    """A task of last year's plan came back: it is one of this year's now, under its own or another code."""
    return f"Việc làm tiếp trong kế hoạch năm {year}, mã {key}{'' if old == key else f' (mã cũ {old})'}."
