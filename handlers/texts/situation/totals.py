"""How many items are in which class, how old their numbers are: the totals of a ward or a part of it."""

from __future__ import annotations

from datetime import date

from bot.domain.rollup import bands
from bot.domain.tasks import TASK_CLASSES
from bot.domain.verdict import ItemClass
from bot.domain.workdays import local
from db.ward_view import WardView
from handlers.situation.overview import Overview
from handlers.texts.common import capital
from handlers.texts.judging import BAND_WORDS, CLASS_WORDS, NOT_APPLICABLE, TASK_WORDS, classes_words
from handlers.texts.numbers import count, day

_ASIDE: tuple[ItemClass, ...] = ("none_arose", "unassigned", "watched")
"""What no result is awaited of: nothing arose, no number was assigned, only watched."""


def year_result(found: Overview, ward: WardView) -> list[str]:
    """Once the plan's year is over, its result in the words of year-end reports."""
    if found.now.date() <= date(ward.year, 12, 31) or not found.indicators.total:
        return []
    return [f"Kết quả năm {ward.year}: {_by_band(found, so_far=False)}."]


def year_so_far(found: Overview, ward: WardView) -> list[str]:
    """The same for the year's report, which is due before the year is over (NĐ 09/2019: data to 14/12)."""
    if not found.indicators.total or year_result(found, ward):
        return []
    return [f"Ước kết quả năm {ward.year}: {_by_band(found, so_far=True)}."]


def _by_band(found: Overview, *, so_far: bool) -> str:
    verdicts = [one.verdict for one in found.lines if one.verdict is not None]
    judged = bands(verdicts, so_far=so_far)
    words = BAND_WORDS | ({"not_met": "chưa đạt"} if so_far else {})
    said = [f"{words[band]} {count(judged[band])}" for band in BAND_WORDS if judged[band]]
    aside = {cls: found.indicators.of(cls) for cls in _ASIDE}
    left = found.indicators.total - sum(judged.values()) - sum(aside.values())
    said += [f"chưa có kết quả {count(left)}"] if left else []
    said += [f"{CLASS_WORDS[cls]} {count(number)}" for cls, number in aside.items() if number]
    return f"{', '.join(said)} (tổng {count(found.indicators.total)} chỉ tiêu)"


def counts(found: Overview) -> list[str]:
    """The totals by class; only classes that have somebody in them, and they sum to the total."""
    return [*indicator_counts(found), *task_counts(found)] or ["Chưa có đầu việc nào."]


def indicator_counts(found: Overview) -> list[str]:
    """The totals of indicators; empty where there are none."""
    total = found.indicators.total
    lines = [f"{_lines_of(found)}: {count(total)} – {_classes(found)}."] if total else []
    return [*lines, *_not_applicable(found, tasks=False), *_not_counted(found)]


def _not_applicable(found: Overview, *, tasks: bool) -> list[str]:
    """What does not concern the ward now, by name: no zero, and nothing that is missing."""
    rows = [one.item for one in found.all.values() if not one.applies and one.item.is_task == tasks]
    names = ", ".join(f"{item.key} {item.short_name}" for item in rows)
    what = "Nhiệm vụ" if tasks else "Chỉ tiêu"
    return [f"{what} {NOT_APPLICABLE}: {count(len(rows))} ({names})."] if rows else []


def _not_counted(found: Overview) -> list[str]:
    if not found.withheld:
        return []
    names = dict.fromkeys(one.item.share_of or one.item.short_name for one in found.withheld)
    return [
        f"Số của đơn vị chờ xác nhận, chưa tính vào tổng: {count(len(found.withheld))} ({'; '.join(names)})."
    ]


def unappraised(found: Overview) -> list[str]:
    """What was told in words, and no leader has said yet whether it is done: of a year that is over."""
    rows = [one for one in found.all.values() if one.verdict and one.verdict.reason == "appraisal_waits"]
    names = ", ".join(f"{one.item.key} {one.item.short_name}" for one in rows)
    how = f"Ví dụ: {rows[0].item.key} hoàn thành" if rows else ""
    return [f"Chờ lãnh đạo xác nhận hoàn thành hay chưa: {count(len(rows))} ({names}). {how}"] if rows else []


def task_counts(found: Overview) -> list[str]:
    """The totals of tasks, then which of them need a closer look; empty where there are none."""
    lines = []
    if found.task_total:
        said = [f"{TASK_WORDS[cls]} {count(found.tasks[cls])}" for cls in TASK_CLASSES if found.tasks[cls]]
        lines.append(f"Nhiệm vụ: {count(found.task_total)} – {', '.join(said)}.")
    lines += _not_applicable(found, tasks=True)
    if found.unconfirmed:
        lines.append(f"Trong nhiệm vụ đã xong, chờ xác nhận: {count(found.unconfirmed)}.")
    if found.carried:
        lines.append(f"Trong nhiệm vụ chưa xong, chuyển tiếp từ năm trước: {count(found.carried)}.")
    if found.late_stones:
        lines.append(f"Trong nhiệm vụ chưa xong, quá hạn mốc: {count(len(found.late_stones))}.")
    return lines


def _lines_of(found: Overview) -> str:
    """What is counted: lines of the plan, parts of compound lines, or both."""
    if not found.parts:
        return "Chỉ tiêu"
    if found.parts == found.indicators.total:
        return "Chỉ tiêu thành phần"
    return f"Chỉ tiêu (trong đó {count(found.parts)} thành phần)"


def _classes(found: Overview) -> str:
    """The classes that have somebody in them; of those not met, how many year-end reports call nearly met."""
    near = bands(one.verdict for one in found.lines if one.verdict is not None)["near"]
    said = f" (trong đó {BAND_WORDS['near']} {count(near)})"
    within: dict[ItemClass, str] = {"not_met": said} if near else {}
    return ", ".join(classes_words((one.verdict for one in found.lines if one.verdict is not None), within))


def is_before_plan(found: Overview, ward: WardView) -> bool:
    """True for the state at a time when the plan was not here yet: nobody was asked for anything."""
    return bool(found.all) and ward.loaded_at is not None and found.now < ward.loaded_at


def before_plan(ward: WardView) -> str:
    """Of a period that was over when the plan came: what it has, and what it cannot have."""
    loaded = f" ({day(local(ward.loaded_at).date())})" if ward.loaded_at else ""
    return f"kỳ trước khi nạp kế hoạch{loaded}: chỉ có số đã có khi nạp, báo cáo của kỳ không được hỏi"


def freshness(found: Overview, ward: WardView) -> str:
    """How old the numbers are, and how many are still awaited."""
    if found.newest:
        newest = f"Số mới nhất đến {day(found.newest)}; "
    else:
        newest = "Chưa có số liệu nào; " if found.indicators.total else ""
    if not found.missing and is_before_plan(found, ward):
        return capital(f"{newest}{before_plan(ward)}.")
    if not found.missing:
        return capital(f"{newest}không thiếu báo cáo nào đã đến hạn.")
    unowned = sum(1 for one in found.missing if one.item.owner_id is None)
    said = []
    if owned := len(found.missing) - unowned:
        said.append(f"{count(owned)} mục của {count(len(found.missing_people))} người")
    if unowned:
        said.append(f"{count(unowned)} mục chưa phân công")
    return capital(f"{newest}quá hạn chưa gửi {', '.join(said)}.")
