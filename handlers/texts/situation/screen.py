"""The words of /tinhhinh: numbers first, what is in danger first, one phone screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.situation.overview import DANGER, Overview
from handlers.standings.standing import Standing
from handlers.texts import common
from handlers.texts.acting import answers, told_apart
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.extensions.asked import last_state, mark
from handlers.texts.judging import CLASS_WORDS, NOT_APPLICABLE, TASK_WORDS, target_words
from handlers.texts.numbers import (
    count,
    day,
    deadline,
    moment,
    past_day,
    percent,
    short_day,
)
from handlers.texts.periods import period_words
from handlers.texts.recurring import OFTEN
from handlers.texts.reporting import collecting
from handlers.texts.reporting.said import figure_words, sample
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

REASONS = {
    "due_soon": "sắp đến hạn, chưa có số",
    "behind_pace": "chậm so với mức bình quân",
    "behind_phase": "chậm so với mức phân kỳ",
    "below_threshold": "dưới ngưỡng",
    "above_threshold": "trên mức cho phép",
    "backlog": "còn tồn đọng",
    "broken": "đã phát sinh",
    "off_level": "lệch mức kế hoạch",
    "lost": "không còn giữ được",
    "not_done": "lãnh đạo xác nhận chưa hoàn thành",
    "appraisal_waits": "chờ lãnh đạo xác nhận",
    "not_reduced": "chưa giảm đủ",
    "parts_missing": "chưa đủ số của các đơn vị",
}


def not_applicable(one: Standing) -> str:
    """That it does not concern the ward, and until when: "không áp dụng tháng 11/2026"."""
    said = next(said for said in one.item.not_applicable if said.covers(one.period))
    year = said.period.isdecimal()
    return f"{NOT_APPLICABLE}{' đến hết' if year else ''} {period_words(said.period)}"


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


def short_item(one: Standing, ward: WardView) -> str:
    """One line: code, name, figure against target, date, owner, class."""
    item = one.item
    owner = answers(item, ward, inner=True)
    if item.is_task:
        last = f", {last_state(one)}" if one.progress else ""
        return f"{item.key} {item.short_name}: {timing(one, ward.today)}{last}{mark(one)} ({owner})"
    if not one.applies:
        return f"{item.key} {item.short_name}: {not_applicable(one)} ({owner})"
    words = CLASS_WORDS[one.verdict.cls] if one.verdict else "chưa có chỉ tiêu"
    if item.parts and one.collected is None:
        return f"{item.key} {item.short_name}: {_parts_met(one)}{words}"
    reason = REASONS.get(one.verdict.reason if one.verdict else "", "")
    why = f" – {reason}" if reason else ""
    plan = f"; kế hoạch {target_words(one.target)}" if target_words(one.target) != words else ""
    return f"{item.key} {item.short_name}: {figure(one)}{plan}; {words}{why}{mark(one)} ({owner})"


def timing(one: Standing, today: date) -> str:
    """A task's class with its date: "quá hạn từ 31/3", "trong hạn (20/11)"."""
    if not one.applies:
        return not_applicable(one)
    if one.task == "recurring":
        return f"{TASK_WORDS[one.task]} {OFTEN[one.item.frequency]}"
    if one.task is None or one.due is None or one.period is not None:
        return TASK_WORDS[one.task] if one.task else ""
    if one.task == "overdue":
        until = f", bổ sung đến {short_day(one.due.date())}" if one.missed else ""
        return f"quá hạn từ {past_day(one.missed or one.due.date(), today)}{until}"
    return f"{TASK_WORDS[one.task]} ({short_day(one.missed or one.due.date())})"


def _parts_met(one: Standing) -> str:
    if one.verdict is None or not one.verdict.parts:
        return ""
    waiting = one.verdict.parts_unassigned
    beside = f"{count(waiting)} phần chưa có số giao, " if waiting else ""
    return f"{one.verdict.parts_met}/{one.verdict.parts} phần đạt, {beside}"


def figure(one: Standing) -> str:
    """The newest figure with its date: "182 người (67,7%), đến 14/10"."""
    row = one.figure
    if row is None:
        return f"chưa có số liệu{collecting.beside(one)}"
    unit = one.target.unit if one.target else None
    said = figure_words(row, one.target)
    ratio = one.verdict.ratio if one.verdict else None
    plain = unit not in {"%", "‰"} and row.numerator is None and row.state == "value"
    # "12 hộ" left of 14 is a reduction by 2: a share of that beside the 12 says nothing.
    of_it = one.verdict is not None and one.verdict.number == one.verdict.value
    share = f" ({percent(ratio)})" if ratio is not None and plain and of_it else ""
    estimate = ", số ước" if row.estimate else ""
    return f"{said}{share}{estimate}, đến {short_day(row.as_of)}{collecting.beside(one)}"


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
OWN_PART = re.compile(
    r"(?:(?:cac )?(?:linh vuc|mang|khoi|phan|nganh|viec) )?(?:(?:cua|ben|phia) )(?:toi|minh)(?: (?:phu trach|the nao|ra sao))*"
    r"|(?:cac )?(?:linh vuc|mang|khoi|phan|nganh|viec)(?: ma)?(?: (?:toi|minh))?(?: (?:phu trach|quan ly|chi dao))|khoi toi|toi"
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
