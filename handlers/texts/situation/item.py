"""The words about one item, for who asks about it by name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.domain.percent import percent as share
from bot.domain.periods import Period
from bot.domain.yardstick import is_rate
from db.item_view import ItemView
from db.models import Figure
from db.ward_view import WardView
from handlers.standings.last_year import last_value
from handlers.standings.standing import Standing
from handlers.texts import common
from handlers.texts.acting import answers, gave
from handlers.texts.common import cut
from handlers.texts.extensions.asked import last_state, mark
from handlers.texts.judging import CLASS_WORDS, target_words
from handlers.texts.numbers import amount, apart, day, deadline, moment, percent, short_day
from handlers.texts.periods import period_span, period_words
from handlers.texts.reporting import collecting
from handlers.texts.results import task
from handlers.texts.situation.comparing import change
from handlers.texts.situation.short import REASONS, figure, not_applicable, timing
from handlers.texts.told import told


def no_last_year(subject: ItemView, year: int | None) -> str:
    """To who compares with last year what nobody has told of it."""
    then = f"năm {year - 1}" if year else "năm trước"
    return f"{subject.short_name}: chưa có số cùng kỳ {then} để so sánh. Số {_this_year(year)}:"


def _this_year(year: int | None) -> str:
    """In January, by last year's plan, "năm nay" is another one."""
    return f"năm {year}" if year else "năm nay"


def all_last_year(one: Standing, year: int | None, whole: Decimal) -> str:
    """The whole of last year, for who compares with it; how much is missing to equal it."""
    then = f"cả năm {year - 1}" if year else "cả năm trước"
    said = whole_last_year(one, year, whole)
    less = _less_than(one, whole, then)
    return f"{one.item.short_name}, {said[0].lower()}{said[1:]}{less} Số {_this_year(year)}:"


def _less_than(one: Standing, whole: Decimal, then: str) -> str:
    unit, reached = one.target.unit if one.target else None, last_value(one.figure)
    if reached is None or one.figure is None or one.figure.reads == "change" or is_rate(unit):
        return ""
    return f" Còn kém {then} {amount(whole - reached, unit)}." if reached < whole else ""


def whole_last_year(one: Standing, year: int | None, whole: Decimal) -> str:
    """ "Cả năm 2025: 164 người; đến 14/10 bằng 111% cả năm 2025.": what is reached by now beside the whole."""
    then, unit = f"cả năm {year - 1}" if year else "cả năm trước", one.target.unit if one.target else None
    reached, row = last_value(one.figure), one.figure
    said = f"{common.capital(then)}: {amount(whole, unit)}"
    if row is None or reached is None or row.reads == "change" or not whole:
        return f"{said}."
    if is_rate(unit):
        return f"{said}; đến {short_day(row.as_of)} {change(reached - whole, unit)}."
    return f"{said}; đến {short_day(row.as_of)} bằng {percent(share(reached, whole))} {then}."


def no_picture() -> str:
    """To who asks for a chart."""
    return "Trợ lý chưa vẽ biểu đồ; số qua các kỳ như sau."


def no_forecast() -> str:
    """To who asks what will be."""
    return "Trợ lý không dự báo; số hiện có:"


def not_given_yet(subject: ItemView, period: Period) -> str:
    """Of a task that was ordered when the period was over."""
    asked = period_words(period.key)
    return f"{subject.key} {subject.short_name}: được giao sau {asked}. Xem hiện nay: TÌNH HÌNH {subject.key}"


def item(
    one: Standing,
    ward: WardView,
    period: Period | None = None,
    gained: Decimal | None = None,
    *,
    late: bool = False,
) -> str:
    """A paragraph about one item, for who asks about it by name.

    Of a `period`: as it stood then, and what was `gained` within it, where that is known. `late`: what was
    reported of a task that comes back came after its deadline.
    """
    subject = one.item
    lines = [
        f"{subject.key} {subject.short_name}{f', {_span(period, ward)}' if period else ''}",
        f"Phụ trách: {answers(subject, ward)}.",
    ]
    if subject.is_task:
        lines += task.facts(subject, ward, one.stones)
        recurs = subject.recurring and one.applies
        when = _this_time(one, late=late) if recurs else timing(one, ward.today)
        return "\n".join([*lines, common.capital(f"{when}{mark(one)}; {_last_word(one)}.")])
    done = _done_in(one, period, gained) if period else f"Thực hiện: {figure(one)}{_short_of(one)}."
    holds = min(period.end, ward.today) if period else ward.today
    lines.append(f"Kế hoạch: {_planned(one)}{_set_anew(subject, holds)}. {done}")
    if one.figure is not None and one.collected is None:
        lines += [f"Nội dung: “{more}”."] if (more := told(one.figure)) else []
        lines.append(f"Nguồn: {_source(one.figure, ward)}.")
    if one.verdict is not None:
        reason = REASONS.get(one.verdict.reason, "")
        judged = CLASS_WORDS[one.verdict.cls] if one.applies else not_applicable(one)
        lines.append(f"Đánh giá: {judged}{f' ({reason})' if reason else ''}{mark(one)}.")
    if one.collected is not None:
        lines += [*collecting.lacking(one), *collecting.by_unit(one)]
    return "\n".join(lines)


def _planned(one: Standing) -> str:
    """The target; of a share that was told by itself, what it is held against while the number is unknown."""
    if not _is_share(one) or one.target is None:
        return target_words(one.target)
    return (
        f"{amount(one.target.percent_of_assigned or Decimal(100), '%')} chỉ tiêu được giao (chưa có số giao)"
    )


def _is_share(one: Standing) -> bool:
    return one.verdict is not None and one.verdict.assumption == "self_reported"


def _set_anew(subject: ItemView, holds: date) -> str:
    """Since when the target holds and what it was before; what it will be, from when on."""
    past = [(since, target) for since, target in subject.targets if since <= holds]
    ahead = [(since, target) for since, target in subject.targets[1:] if since > holds][:1]
    told = []
    if len(past) > 1 and target_words(past[-1][1]) != target_words(past[-2][1]):
        told.append(f"từ {day(past[-1][0])}, trước đó {target_words(past[-2][1])}")
    told += [f"từ {day(since)}: {target_words(target)}" for since, target in ahead]
    return f" ({'; '.join(told)})" if told else ""


def _span(period: Period, ward: WardView) -> str:
    return f"{period_span(period)}{', kỳ chưa kết thúc' if period.end >= ward.today else ''}"


def _done_in(one: Standing, period: Period, gained: Decimal | None) -> str:
    """The figure as of the period's end; one that is older than the period is no figure of it."""
    row = one.figure
    if row is None or row.as_of >= period.start:
        within = (
            f" Trong kỳ: {amount(gained, one.target.unit if one.target else None)}."
            if gained is not None
            else ""
        )
        return f"Thực hiện: {figure(one)}.{within}"
    return f"Thực hiện: chưa có số liệu của kỳ này; gần nhất {figure(one)}."


def due(one: Standing) -> str:
    """When the item's report falls due, for who asks for that."""
    if one.due is None:
        return f"{one.item.key} {one.item.short_name} chưa đặt hạn gửi."
    wanted = "tiến độ" if one.item.is_task else "số liệu"
    of_period = f"{wanted} {period_words(one.period.key)}" if one.period is not None else wanted
    return f"Hạn gửi {of_period}: {deadline(one.due)}{'; đã nhận' if one.reported else ''}."


def _this_time(one: Standing, *, late: bool) -> str:
    """Of a task that comes back: the period that is asked about, and whether it was reported."""
    if one.period is None or one.due is None:
        return "chưa đến kỳ báo cáo"
    sent = f"đã gửi{' quá hạn' if late else ''}" if one.reported else "chưa gửi"
    return f"{period_words(one.period.key)} {sent} (hạn {short_day(one.due.date())})"


def _last_word(one: Standing) -> str:
    if one.progress is None:
        return "chưa có báo cáo"
    words = f": “{cut(one.progress.words, 120)}”" if one.progress.words else ""
    return f"gần nhất {short_day(one.progress.at.date())}: {last_state(one)}{words}"


def _source(row: Figure, ward: WardView) -> str:
    giver, owner = ward.who(row.entered_by_id), ward.who(row.person_id)
    if giver is None:
        return "số đã có khi nhập kế hoạch"
    return f"{gave(giver, owner, row.at.date(), ward)} {moment(row.at)}"


def _short_of(one: Standing) -> str:
    """How much a number that has to grow still lacks."""
    verdict, target = one.verdict, one.target
    if verdict is None or target is None or not verdict.shortfall or not verdict.below:
        return ""
    return f", còn thiếu {apart(verdict.shortfall, '%' if _is_share(one) else target.unit)}"
