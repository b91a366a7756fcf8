"""The words of /tinhhinh: numbers first, what is in danger first, one phone screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, time

from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.situation.overview import DANGER, Overview
from handlers.standings.standing import Standing
from handlers.texts import common
from handlers.texts.acting import told_apart
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.numbers import (
    count,
    day,
    deadline,
    moment,
    short_day,
)
from handlers.texts.reporting.said import sample
from handlers.texts.situation.short import short_item
from handlers.texts.situation.totals import counts, freshness, is_before_plan, year_result

BY_FIELD = "Theo lĩnh vực"
WHO_IS_MISSING = "Ai chưa gửi số liệu"
TASKS = "Nhiệm vụ"
WHOLE_WARD = "Toàn phường"
NOW = "Hiện nay"
SHOWN = 6
HINDERED = 3
SCREEN = 12
"""So many items have a line each on one screen."""
LAST_MINUTE = time(23, 59)

IN_DANGER = "Cần quan tâm:"
PARTS_NAMED = "Cần quan tâm (chỉ tiêu gộp nêu từng phần):"


def which_person(words: str) -> str:
    return f"Có nhiều người cùng tên “{cut(words.strip(' ?.!'), 40)}”. Đề nghị chọn:"


def person_or_period(words: str) -> str:
    return f"“{cut(words.strip(' ?.!'), 40)}” là kỳ báo cáo hay tên người? Đề nghị chọn:"


def person_label(person: PersonView, ward: WardView) -> str:
    beside = told_apart(person, ward) or ward.unit_name(person.unit_id) or person.title
    return f"{capital(named(person))}{f' – {beside}' if beside else ''}"


def which_one(person: PersonView) -> str:
    """To who asks about one item, and none was spoken of."""
    please = "Kính đề nghị" if person.has("chair", "leader") else "Đề nghị"
    return f"Trợ lý chưa rõ {you_short(person)} hỏi chỉ tiêu nào. {please} gửi kèm tên, ví dụ: BHXH tự nguyện bao nhiêu"


def overview(found: Overview, ward: WardView, reader: PersonView) -> str:
    """The whole of /tinhhinh for one reader."""
    opening = "Kính báo cáo" if reader.has("chair", "leader") else "Kính gửi"
    scope = found.scope or common.in_text(ward.name)
    lines = [
        f"{opening} {you(reader)}, tình hình {scope} đến {_until(found.now)}:",
        *year_result(found, ward),
    ]
    lines += counts(found)
    lines += danger(found, ward)
    if found.obstacles:
        lines.append(f"Vướng mắc ({count(len(found.obstacles))}):")
        for item, row in found.obstacles[:HINDERED]:
            who = ward.who(row.person_id)
            lines.append(
                f"- {item.key} {item.short_name}: “{common.cut(row.words, 80)}” ({named(who)}, {short_day(row.at.date())})"
            )
        if len(found.obstacles) > HINDERED:
            lines.append(f"- … và {count(len(found.obstacles) - HINDERED)} vướng mắc khác.")
    lines.append(freshness(found, ward))
    return "\n".join(lines)


def _until(now: datetime) -> str:
    """The moment; of a period that is over, the day at whose end it was looked at."""
    return day(now.date()) if now.time() >= LAST_MINUTE else moment(now)


def in_field(name: str) -> str:
    return f"lĩnh vực {name}"


def own_fields(fields: int) -> str:
    return f"{count(fields)} lĩnh vực phụ trách"


def fields_of(leader: str, fields: Sequence[str]) -> str:
    """ "đồng chí Dũng (phụ trách 03 lĩnh vực: Kinh tế; Môi trường; …)"."""
    return f"{leader} (phụ trách {count(len(fields))} lĩnh vực: {'; '.join(fields)})"


def with_lent(scope: str, others: Sequence[PersonView]) -> str:
    """ "03 lĩnh vực phụ trách và phần của đồng chí Nga (đang thay)"."""
    return f"{scope} và phần của {', '.join(common.named(one) for one in others)} (đang thay)"


def in_period(scope: str, span: str) -> str:
    return f"{scope}, {span},"


def danger(found: Overview, ward: WardView, shown: int = SHOWN) -> list[str]:
    """What needs a leader's eye, the worst first, cut to one screen."""
    failed = [one for one in found.danger if one.verdict is not None and one.verdict.cls == "not_met"]
    late = [*found.overdue, *found.late_stones]
    return _worst([*failed, *late, *(one for one in found.danger if one not in failed)], found, ward, shown)


def danger_of_indicators(found: Overview, ward: WardView, shown: int) -> list[str]:
    """The same of indicators alone."""
    return _worst(found.danger, found, ward, shown)


def _worst(worst: Sequence[Standing], found: Overview, ward: WardView, shown: int) -> list[str]:
    # Totals count a compound line once, danger names its parts: say so, or the two seem to disagree.
    heading = PARTS_NAMED if any(one.item.parent for one in worst[:shown]) else IN_DANGER
    lines = [heading, *(f"- {short_item(one, ward)}" for one in worst[:shown])]
    if not worst and found.newest is None and is_before_plan(found, ward):
        lines = []
    elif not worst:
        lines = [
            "Chưa có mục nào dưới ngưỡng." if found.missing else "Chưa có mục nào dưới ngưỡng hoặc quá hạn."
        ]
    if len(worst) > shown:
        lines.append(f"- … và {count(len(worst) - shown)} mục khác.")
    if found.due_soon:
        lines.append(f"Sắp đến hạn, đang chờ số: {_names(found.due_soon)}.")
    return lines


def _names(rows: Sequence[Standing]) -> str:
    shown = ", ".join(one.item.short_name for one in rows[:4])
    return f"{shown} và {count(len(rows) - 4)} mục khác" if len(rows) > 4 else shown


def short_items(rows: Sequence[Standing], ward: WardView) -> list[str]:
    """A line for each; where that is more than a screen, what there is nothing to tell of goes together."""
    silent = [one for one in rows if _is_silent(one)] if len(rows) > SCREEN else []
    lines = [short_item(one, ward) for one in rows if one not in silent]
    for what, same in (
        ("Chưa có số liệu", [one for one in silent if not one.item.is_task]),
        ("Nhiệm vụ không hạn, chưa có báo cáo", [one for one in silent if one.item.is_task]),
    ):
        if same:
            names = "; ".join(f"{one.item.key} {one.item.short_name}" for one in same)
            lines.append(f"{what} ({count(len(same))}): {names}.")
    return lines


def _is_silent(one: Standing) -> bool:
    """True where nothing was told, and nothing is due."""
    if one.item.is_task:
        return one.item.due_on is None and one.progress is None and not one.item.recurring
    return one.figure is None and one.collected is None and not one.item.parts and not _is_bad(one)


def _is_bad(one: Standing) -> bool:
    return one.verdict is not None and one.verdict.cls in DANGER


def no_such_part(words: str, fields: Sequence[str]) -> str:
    return (
        f"Trợ lý chưa tìm thấy “{words}” trong lĩnh vực, đơn vị, người, chỉ tiêu hay kỳ.\n"
        f"Lĩnh vực đang có: {'; '.join(fields)}.\nVí dụ: TÌNH HÌNH BHYT"
    )


NOW_ONLY = re.compile(
    r"^(?:(?:(?:tinh )?den|toi|cho den|trong) )?(?:hom nay|hien nay|bay gio|hien tai|luc nay|thoi diem nay|gio|nay)"
    r"(?: (?:the nao|ra sao|sao|roi|vay|a|nhi))*$|^(?:the nao|ra sao|sao)(?: (?:roi|vay|a|nhi))*$"
)
"""Folded words for how things stand now, and no more."""
_LENGTH = re.compile(
    r"(?:^|[ ,;:–-]+)(?:noi |bao cao |tom tat |chi |can |cho |trong |khoang |toi |anh |chi |minh |ngan |that )*"
    r"(?:ngan gon|ngan|gon|nhanh|so bo|tom tat|(?:vai|may|\d+|mot|hai|ba|bon|nam) (?:dong|y|cau|net)(?: chinh)?)"
    r"(?: (?:thoi|di|nhe|nha|la duoc|nghe|voi|a|cho toi|cho anh|cho chi|chinh|that))*$"
)
"""How long the answer is to be, behind what is asked."""


def without_length(words: str) -> str:
    """Folded words without "nói ngắn thôi", "5 dòng thôi"."""
    return _LENGTH.sub("", fold(words).strip(" ?.!")).strip(" ,")


OWN_PART = re.compile(
    r"(?:chung )?(?:(?:cac )?(?:linh vuc|mang|khoi|phan|nganh|viec) )?(?:(?:cua|ben|phia) )(?:toi|minh)(?: (?:phu trach|the nao|ra sao))*"
    r"|(?:cac )?(?:linh vuc|mang|khoi|phan|nganh|viec)(?: ma)?(?: (?:toi|minh))?(?: (?:phu trach|quan ly|chi dao))"
    r"|(?:chung )?(?:linh vuc|mang|khoi|phan|nganh) (?:toi|tui|minh)|khoi toi|toi"
)
"""Folded words with which a leader speaks of the fields that are his."""
OWN_UNIT = re.compile(
    r"(?:^|\b(?:trong|cua|ca|o|tinh hinh|viec|nhac)\b )(?P<unit>(?:phong|don vi|co quan|tram)(?: (?:toi|minh|em|anh|chi|ta|nay|chung toi))?)"
    r"(?= (?:chua|con|dang|da|co|no|thieu|the nao|sao|ra sao|den dau|lam|gui)\b|[ .?!]*$)"
)
"""The own unit without its name, in folded words."""


def no_answer_of_its_own() -> str:
    """In front of the ward's state, where more was asked than it says."""
    return (
        "Trợ lý chưa có câu trả lời riêng cho câu này; dưới đây là tình hình chung. "
        "Hỏi từng phần: TÌNH HÌNH + tên chỉ tiêu, lĩnh vực, đơn vị, người hoặc kỳ."
    )


def no_answer() -> str:
    """In front of somebody's own work, where something else was asked."""
    return "Trợ lý chưa có câu trả lời cho câu này; chỉ trả lời về đầu việc, số liệu, thời hạn."


def no_answer_of_ward(person: PersonView) -> str:
    """To a clerk's question about the ward that is none of those that are known."""
    return (
        f"Trợ lý chưa có câu trả lời cho câu này, chưa ghi gì. {common.capital(you_short(person))} có thể hỏi:\n"
        "- CHƯA BÁO CÁO: ai chưa gửi; DUYỆT: đề nghị đang chờ\n"
        "- TÌNH HÌNH + tên người, đơn vị, chỉ tiêu hoặc kỳ; LỊCH SỬ + tên chỉ tiêu\n"
        "- TỔNG HỢP + kỳ, kèm tệp Excel; KẾ HOẠCH: còn thiếu gì"
    )


def only_reads(person: PersonView) -> str:
    you_ = common.capital(you_short(person))
    return f"{you_} theo dõi, không gửi số liệu; trợ lý chưa ghi gì. Trả lời TÌNH HÌNH, hoặc TÌNH HÌNH + tên chỉ tiêu để xem."


def out_of_reach(item: ItemView) -> str:
    return f"{item.short_name} ngoài phạm vi tài khoản này được xem. Nếu cần cho công việc, đề nghị liên hệ Văn phòng."


def own_state(person: PersonView, owed: Sequence[Standing]) -> str:
    if not owed:
        return f"{common.capital(you_short(person))} không còn mục nào đang chờ số liệu."
    lines = [f"{common.capital(you_short(person))} còn {count(len(owed))} mục chờ số liệu:"]
    for one in owed[:8]:
        due = f", hạn {deadline(one.due)}" if one.due else ""
        lines.append(f"- {one.item.key} {one.item.short_name}{due}")
    lines.append(f"Ví dụ trả lời: {sample(owed[0].item, owed[0].figure.value if owed[0].figure else None)}")
    return "\n".join(lines)
