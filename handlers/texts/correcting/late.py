"""The words of figures for closed periods: why, before whom they are put, what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.domain.workdays import local
from db.item_view import ItemView
from db.models import Figure, LateFigure, Progress
from db.ward_view import PersonView
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.numbers import day, moment, number, short_day
from handlers.texts.periods import period_words, the_period
from handlers.texts.reporting.said import TASK_STATE_WORDS, figure_words

if TYPE_CHECKING:
    from handlers.correcting.late import Late

NOUN = "số liệu gửi sau khi chốt kỳ"
ACT = "Điều chỉnh kỳ đã chốt của"
AROUND = " ,.;:-–"
REASON = re.compile(
    r"(?:[,.;:(–-]\s*|\s)(?:(?:(?:với|voi|vì|vi)\s+)?(?:lý|lí|ly|li) do(?: là| la)?|vì|bởi vì|boi vi|vi|do|tại|tai)\b"
    r"[ :,]*(?=\S)|\s[–-]\s+(?=[^\W\d])",
    re.IGNORECASE,
)
"""What a reason follows, as it is typed."""
_ONLY = re.compile(r"^\s*(?:(?:lý|lí|ly|li) do(?: là| la)?|vì|vi|do)\b[ :,]*", re.IGNORECASE)
SLIP = re.compile(r"(?:(?:da|em|toi|minh|do|vi) )*(?:go|viet|nhap|danh may|bam) nham(?: (?:a|roi|so))*")
"""Folded words that may be why the old figure is wrong, or take back what was just typed."""
_RIGHT = r"(?:(?:da|em|toi|minh|xin loi|sua|nham|sai|lai|so|dung|phai|khong|roi|thanh|la|a)[ ,:.]+)*"
_END = r"(?:moi dung|thoi|nhe|nha|a|em|anh|chi|roi)\b"
ANOTHER = re.compile(
    rf"{_RIGHT}(?P<said>\d[\d.,/]*(?<![.,/]) ?(?P<unit>%|(?!{_END})[a-z]+(?: (?!{_END})[a-z]+)?)?)"
    rf"(?: ?{_END})*(?:[ .]*|[,;.:] (?P<why>\S.*\s\S.*))"
)
"""Folded words that name another number, in the place of the reason or before it."""
OPENS_REASON = re.compile(r"(?:[:,-] ?)?(?:do|vi|tai|boi|ly do)\b")
"""Folded words with which a reason begins."""
NOT_AT_ALL = "Không điều chỉnh"
REFUSE_LABEL = "Không đồng ý"
LATER = "Để sau, chưa quyết định"


def only_reason(words: str) -> str:
    """ "Lý do: tổ 3 gửi bổ sung" → "tổ 3 gửi bổ sung"."""
    return _ONLY.sub("", words).strip(AROUND)


def said_of(row: Figure | Progress, item: ItemView) -> str:
    """The figure or word itself."""
    if isinstance(row, Figure):
        return figure_words(row, item.target_on(row.as_of))
    words = f" – “{cut(row.words, 80)}”" if row.words else ""
    percent = f" {number(row.percent)}%" if row.percent is not None else ""
    return f"{TASK_STATE_WORDS[row.state]}{percent}{words}"


def _day(row: LateFigure, said: Figure | Progress) -> str:
    """The day that a figure is about; a word of progress has none."""
    return f", số đến {short_day(row.as_of)}" if isinstance(said, Figure) else ""


def _wanted(one: Late) -> str:
    from db.late_figures import said_by

    return f"{one.item.short_name} {said_of(said_by(one.row), one.item)}"


def _closed(one: Late) -> str:
    return f"{capital(the_period(one.row.period))} đã chốt từ {day(one.closed_on)}"


def correct(period: str) -> str:
    """How a period is named in a correction: "SỬA KỲ 10"."""
    _year, _, part = period.partition("-")
    return f"SỬA KỲ {int(part)}" if part.isdecimal() else f"SỬA {period_words(period)}"


def again(period: str, item: ItemView) -> str:
    """How it is sent once more, with a reason."""
    if item.is_task:
        return f"{item.key} {period_words(period)} + tiến độ + lý do"
    return f"{correct(period)} {item.key} + số + lý do"


# --- to who sent it ------------------------------------------------------------------------------------


def put(one: Late, before: Figure | None, to: PersonView | None) -> str:
    """The receipt: nothing is recorded, who decides."""
    stays = f" Số đã ghi của kỳ vẫn là {said_of(before, one.item)}." if before is not None else ""
    return f"{_closed(one)}; {_wanted(one)} chưa được ghi, đã trình {named(to)} xem xét. Lý do: “{one.reason}”.{stays}"


def overtaken(row: LateFigure, said: Figure | Progress, item: ItemView) -> str:
    """A newer word about the period has come: nobody is to agree to the one before it any more."""
    return (
        f"Đề nghị điều chỉnh {item.short_name}, {period_words(row.period)} thành {said_of(said, item)} (gửi {short_day(row.at.date())}) "
        "không còn chờ quyết định: đã ghi số mới hơn."
    )


def how_to_change(one: Late) -> str:
    return f"Cần đổi, gửi lại: {again(one.row.period, one.item)}."


def closed_since(found: Sequence[Late]) -> str:
    """ "Kỳ tháng 10/2026 đã chốt từ 15/11/2026; số liệu"."""
    what = "nội dung" if all(one.item.is_task for one in found) else "số liệu"
    return f"{'; '.join(dict.fromkeys(_closed(one) for one in found))}; {what}"


def asked_for(found: Sequence[Late]) -> str:
    """What would be recorded."""
    return "; ".join(_wanted(one) for one in found)


def ask_why(found: Sequence[Late], person: PersonView, to: PersonView | None) -> str:
    """Nothing goes to the clerk without a reason."""
    return (
        f"{closed_since(found)} chưa được ghi: {asked_for(found)}. Muốn điều chỉnh, đề nghị {you_short(person)} "
        f"cho biết lý do; {named(to)} sẽ xem xét.\nVí dụ: tổ 3 gửi bổ sung"
    )


def with_number(period: str, name: str, said: str, why: str | None) -> str:
    """The same figure sent anew: "sửa tháng 10/2026 CT07b 191 lý do: tổ 3 gửi sót"."""
    return f"sửa {period_words(period)} {name} {said}{f' lý do: {why}' if why else ''}"


def unexplained(item: ItemView, period: str, words: str, asked_at: datetime, by: PersonView) -> str:
    """A line of the morning: the clerk has nothing yet, or has not recorded it, since no reason was given."""
    return (
        f"{'Chưa ghi' if by.has('clerk') else 'Chưa trình'}: “{cut(words, 40)}” gửi ngày {short_day(local(asked_at).date())} cho kỳ đã chốt, chưa có lý do. "
        f"Gửi lại: {again(period, item)}."
    )


def how_to_explain(one: Late, person: PersonView) -> str:
    decides = "" if person.has("clerk") else "; Văn phòng sẽ xem xét"
    return (
        f"{_closed(one)}; {_wanted(one)} chưa được ghi. Muốn điều chỉnh, đề nghị {you_short(person)} gửi "
        f"{again(one.row.period, one.item)}{decides}."
    )


def instead_label(period: str) -> str:
    return f"Đây là số của {period_words(period)}"


def left_out() -> str:
    return "Số liệu của kỳ đã chốt giữ nguyên; chưa ghi, chưa trình gì."


def result(
    row: LateFigure,
    figure: Figure | Progress,
    before: Figure | None,
    item: ItemView,
    by: str,
    waits: str,
) -> str:
    """To who sent it, once decided `by` somebody; `waits`: whose yes it still needs."""
    about = f"{item.short_name}, {period_words(row.period)}"
    if row.state == "granted":
        was = f" (số trước: {said_of(before, item)})" if before is not None else ""
        words = f" Ý kiến: “{row.words}”." if row.words else ""
        return f"{capital(by)} đồng ý điều chỉnh {about}. Đã ghi: {said_of(figure, item)}{was}.{words}{waits}"
    none = " Kỳ chưa có số." if isinstance(figure, Figure) else ""
    stays = f" Số của kỳ giữ nguyên: {said_of(before, item)}." if before is not None else none
    return (
        f"{capital(by)} chưa đồng ý điều chỉnh {about} thành {said_of(figure, item)}. Ý kiến: “{row.words}”.{stays}\n"
        f"Cần bổ sung, gửi lại: {again(row.period, item)}."
    )


# --- to who decides ------------------------------------------------------------------------------------


def line(row: LateFigure, figure: Figure | Progress, item: ItemView, who: PersonView | None) -> str:
    return (
        f"{item.key} {item.short_name}: {period_words(row.period)}, {said_of(figure, item)}, lý do {row.reason} "
        f"({named(who)} gửi {short_day(row.at.date())})"
    )


def label(item: ItemView, period: str, who: PersonView | None) -> str:
    return f"{item.key} {item.short_name}, {period_words(period)}, {named(who)}"


def submitted(
    row: LateFigure,
    figure: Figure | Progress,
    before: Figure | None,
    later: Figure | None,
    item: ItemView,
    who: PersonView | None,
    to: PersonView,
) -> str:
    """To the clerk: which figure, what stands there now, why, and how to answer; a `later` one that is lower."""
    none = " Kỳ chưa có số." if isinstance(figure, Figure) else ""
    stands = f" Số đã ghi: {said_of(before, item)}." if before is not None else none
    if later is not None:
        stands += f" Số {period_words(later.period)} đã ghi thấp hơn: {said_of(later, item)}."
    return (
        f"Kính gửi {you(to)}: {named(who)} đề nghị điều chỉnh kỳ đã chốt {period_words(row.period)}, {item.key} {item.short_name}"
        f"{_day(row, figure)}: {said_of(figure, item)}.{stands} Lý do: “{row.reason}”.\n"
        "Trả lời: ĐỒNG Ý, hoặc KHÔNG ĐỒNG Ý + lý do."
    )


def agree_label(figure: Figure | Progress, item: ItemView) -> str:
    return f"Đồng ý, ghi {said_of(figure, item)}"


def why_not(item: ItemView) -> str:
    return (
        f"Không đồng ý điều chỉnh {item.short_name}: đề nghị cho biết lý do. Chưa ghi quyết định.\n"
        "Ví dụ: cần văn bản của tổ dân phố"
    )


def put_off() -> str:
    return "Chưa ghi quyết định. Xem lại: DUYỆT."


def receipt(
    row: LateFigure,
    figure: Figure | Progress,
    item: ItemView,
    asker: PersonView | None,
    waits: str,
    *,
    told: bool,
) -> str:
    """To the clerk: what was written down, whose yes it still needs, and who knows of it."""
    knows = (
        f"Đã báo {named(asker)}."
        if told
        else f"{capital(named(asker))} chưa liên kết trò chuyện; đề nghị báo trực tiếp."
    )
    about = f"{item.key} {item.short_name}, {period_words(row.period)}"
    if row.state == "granted":
        return f"Đã ghi: {about}{_day(row, figure)}: {said_of(figure, item)} (điều chỉnh sau khi chốt).{waits} {knows}"
    return f"Đã ghi: không đồng ý điều chỉnh {about}. {knows}"


def mark(by: PersonView | None, row: LateFigure) -> str:
    """In the history of an indicator; the day of the decision where it is not that on which it was sent."""
    sent, decided = (local(at).date() for at in (row.at, row.decided_at or row.at))
    when = "" if sent == decided else f" ngày {short_day(decided)}"
    return f" (sau khi chốt kỳ, {named(by)} đồng ý{when}; lý do: “{row.reason}”)"


def decided_before(item: ItemView, row: LateFigure, by: PersonView | None) -> str:
    """A second decision changes nothing."""
    if row.state == "replaced":
        return f"Số liệu {item.short_name} này đã được gửi lại sau đó. Xem số mới: LỊCH SỬ {item.key}, hoặc DUYỆT"
    when = f" lúc {moment(row.decided_at)}" if row.decided_at else ""
    said = "đồng ý" if row.state == "granted" else f"không đồng ý: {row.words}"
    return f"Đề nghị này đã được {named(by)} quyết định{when}: {said}. Ý kiến này chưa được ghi."
