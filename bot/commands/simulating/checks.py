"""What must be true of every simulated year. A check reads the record and says what is broken."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time

from bot.commands.simulating.climbing import Climb, climbs_owed, climbs_sent
from bot.commands.simulating.duties import reminders_owed
from bot.commands.simulating.leave import FORETOLD
from bot.commands.simulating.listening import mentions, period_words, receipts
from bot.commands.simulating.messages import kind_of, lost, messages_a_week, reminders, spread, subject_of
from bot.commands.simulating.plan import Days, Plan, Reported
from bot.commands.simulating.record import Entry, Meaning, Record, Row, Sent
from bot.commands.simulating.summing import days_owed, summaries_owed
from bot.commands.simulating.wording import MUST_ASK
from bot.domain.workdays import WARD_ZONE
from handlers.texts.judging import CLASS_WORDS, TASK_WORDS

Check = Callable[[Record], Iterator[str]]
MEDIAN, P95 = 5, 10
"""Messages per person and week, receipts apart: half of the weeks, nineteen of twenty."""
_COUNTED = re.compile(r"^(?:Chỉ tiêu|Nhiệm vụ)[^:]*: (\d+) – (.+)\.$", re.MULTILINE)
_CLASS = re.compile(r"(.+?) (\d+)$")


def only_in_hours(record: Record) -> Iterator[str]:
    """Nobody is messaged by the clock outside the sending windows or on a day off."""
    days = Days(record.ward.calendar, record.rules, record.ward.year)
    for sent in record.sent:
        if sent.answers is None and sent.by_itself and not days.is_open(sent.at):
            yield f"{_told(sent)} ngoài giờ gửi tin"


def one_a_day(record: Record) -> Iterator[str]:
    """Never more than one digest a day and one due-day message for a person."""
    counted = Counter((kind_of(sent), sent.chat, sent.at.date()) for sent in record.sent if kind_of(sent))
    for (kind, chat, day), times in counted.items():
        if times > 1 and kind in {"digest", "due_day", "day"}:
            yield f"{chat} nhận {times} tin {kind} ngày {day:%d/%m}"


def silent_after_report(record: Record) -> Iterator[str]:
    """No reminder about an item whose period is reported, or a task that is done."""
    plan = Plan.of(record)
    reported = Reported(plan, record.ledger)
    for sent in reminders(record):
        for key in sent.items:
            item = record.ward.items[key]
            owed = plan.due(item, sent.at)
            if owed is None or reported.has(item, owed[0], sent.at):
                yield f"{_told(sent)} nhắc {key} đã báo cáo"


def nobody_away_is_reminded(record: Record) -> Iterator[str]:
    """Who is on leave gets no reminder; who acts for him does."""
    for sent in reminders(record):
        away = [one for one in record.leaves if one.person == sent.chat and one.covers(sent.at)]
        if away:
            yield f"{_told(sent)} trong ngày nghỉ"
    for one in record.leaves:
        first = datetime.combine(one.first, time(), WARD_ZONE)
        others = [away for away in record.leaves if away.person == one.substitute and away.covers(first)]
        heard = any(
            sent.chat == one.substitute and sent.text.startswith(FORETOLD)
            for sent in [*record.sent, *record.undelivered]
        )
        if one.substitute and not others and not heard:
            yield f"{one.substitute} không được báo thay {one.person}"


def every_reminder(record: Record) -> Iterator[str]:
    """Every reminder that the rules make owed goes out, with these items, at that minute; and no other."""
    wanted = {(one.kind, one.chat, one.at): one for one in reminders_owed(record)}
    gone = {(kind_of(one), one.chat, one.at): one for one in [*reminders(record), *lost(record)]}
    for key, owed in wanted.items():
        found = gone.get(key)
        if found is None:
            yield f"thiếu {owed.kind} {owed.at:%d/%m %H:%M} cho {owed.chat}: {', '.join(sorted(owed.items))}"
        elif frozenset(found.items) != owed.items:
            wrong = sorted(frozenset(found.items) ^ owed.items)
            yield f"{_told(found)} khác về {', '.join(wrong)}"
    for place in gone.keys() - wanted.keys():
        yield f"{_told(gone[place])} không ai nợ"


def ladder_in_order(record: Record) -> Iterator[str]:
    """What stays undone goes up rung by rung, each told once, after its working days, and no further."""
    wanted = Counter(climbs_owed(record, reminders_owed(record)))
    gone = Counter(climbs_sent(record))
    for one in sorted((wanted - gone).elements(), key=lambda one: (one.at, one.chat)):
        yield f"thiếu {_climb(one)}"
    for one in sorted((gone - wanted).elements(), key=lambda one: (one.at, one.chat)):
        yield f"thừa {_climb(one)}"


def every_message_answered(record: Record) -> Iterator[str]:
    """Every message that came in has an answer, and none of them is an apology."""
    answers = defaultdict(list)
    for sent in [*record.sent, *record.undelivered]:
        if sent.answers:
            answers[sent.answers].append(sent)
    for said in record.said:
        found = answers[said.key]
        if not found:
            yield f"{said.at:%d/%m %H:%M} {said.person} không được trả lời: {said.text!r}"
        elif any(sent.key.startswith("apology") for sent in found):
            yield f"{said.at:%d/%m %H:%M} {said.person} gặp sự cố: {said.text!r}"


def figures_as_meant(record: Record) -> Iterator[str]:
    """The figures of the database are those of the ledger: by item and period, the last one of each."""
    meant: dict[tuple[str, str], Entry | Row] = {_place(record, entry): entry for entry in record.ledger}
    stored: dict[tuple[str, str], Entry | Row] = {_place(record, row): row for row in record.rows}
    for place in sorted(meant.keys() | stored.keys()):
        a, b = meant.get(place), stored.get(place)
        if a is None or b is None or not same(a.meaning, b.meaning):
            yield f"{place[0]} {place[1]}: cán bộ gửi {_shown(a)}, cơ sở dữ liệu có {_shown(b)}"
    if len(record.ledger) != len(record.rows):
        yield f"{len(record.ledger)} lần báo đã ghi, {len(record.rows)} dòng được ghi"


def nothing_unmeant(record: Record) -> Iterator[str]:
    """Never wrong in silence: each row is what its message meant, or a plausible number that was typed so."""
    said = {one.key: one for one in record.said}
    for row in record.rows:
        source = said.get(row.said or "")
        about = [one for one in source.about if one.item == row.item] if source else []
        fits = any(
            same(one.meant, row.meaning) or (one.typed and same(one.typed, row.meaning)) for one in about
        )
        if not fits:
            slips = {one.slip for one in about} & MUST_ASK
            why = f" ({', '.join(sorted(map(str, slips)))})" if slips else ""
            text = source.text if source else ""
            yield f"{row.item} {row.period}: ghi {_shown(row)} từ {text!r}{why}"


def echoes_right(record: Record) -> Iterator[str]:
    """What a receipt shows is what was said, of the item and the period that was meant."""
    yield from record.echoes
    heard: defaultdict[str, list[str]] = defaultdict(list)
    for sent in record.sent:
        if sent.answers:
            heard[sent.answers] += receipts(sent.text)
    for entry in record.ledger:
        item = record.ward.items[entry.item]
        if item.is_task or entry.meaning.state == "obstacle" or entry.decided:
            continue
        lines = [line for line in heard[entry.said] if mentions(line, item)]
        if not any(period_words(entry.period) in line for line in lines):
            yield f"{entry.at:%d/%m %H:%M} {entry.item}: không nói kỳ {entry.period}: {lines}"


def state_agrees(record: Record) -> Iterator[str]:
    """/tinhhinh, `status` and the ledger have the same number in each class, and the classes sum up."""
    for audit in record.audits:
        for kind, words in (("indicators", CLASS_WORDS), ("tasks", TASK_WORDS)):
            status, again = dict(audit.status[kind]), audit.recount[kind]
            total = status.pop("total", sum(status.values()))
            if total != sum(status.values()):
                yield f"{audit.at:%d/%m %H:%M}: các loại {kind} cộng lại khác {total}"
            if status != again:
                differing = {
                    cls: (status.get(cls), again.get(cls))
                    for cls in again
                    if status.get(cls) != again.get(cls)
                }
                yield f"{audit.at:%d/%m %H:%M}: {kind} khác sổ: {differing}"
            if not _says(audit.text, total, {words[cls]: n for cls, n in status.items() if n}):  # type: ignore[index]
                yield f"{audit.at:%d/%m %H:%M}: /tinhhinh nói khác status về {kind}"


def each_summary_once(record: Record) -> Iterator[str]:
    """Each summary of a week or a period reaches each of its readers exactly once."""
    wanted = Counter((one.chat, one.subject) for one in summaries_owed(record))
    gone = Counter((sent.chat, subject_of(sent)) for sent in record.sent if kind_of(sent) == "summary")
    for chat, subject in sorted(wanted.keys() | gone.keys()):
        if wanted[chat, subject] != gone[chat, subject]:
            yield f"tổng hợp {subject} cho {chat}: cần {wanted[chat, subject]}, đã gửi {gone[chat, subject]}"


def day_summaries(record: Record) -> Iterator[str]:
    """The day's summary reaches who wants it, once, at that minute, on no day of a longer one."""
    wanted = Counter((one.chat, one.at) for one in days_owed(record, summaries_owed(record)))
    gone = Counter((one.chat, one.at) for one in [*record.sent, *record.undelivered] if kind_of(one) == "day")
    for chat, at in sorted(wanted.keys() | gone.keys()):
        if wanted[chat, at] != gone[chat, at]:
            yield f"tóm tắt {at:%d/%m %H:%M} cho {chat}: cần {wanted[chat, at]}, đã gửi {gone[chat, at]}"


def few_messages(record: Record) -> Iterator[str]:
    """Messages per person and week, receipts apart: median and p95 within what people bear."""
    median, p95 = spread(messages_a_week(record))
    if median > MEDIAN or p95 > P95:
        yield f"trung vị {median}, p95 {p95} (cần ≤ {MEDIAN}, ≤ {P95})"


def jumping_agrees(record: Record) -> Iterator[str]:
    """The week that was also felt minute by minute went the same way."""
    if record.week is None:
        return
    start, end = record.week
    jumped = Counter(_seen(sent) for sent in record.sent if start < sent.at < end)
    felt = Counter(_seen(sent) for sent in record.twin)
    for at, chat, text in sorted((jumped - felt) | (felt - jumped)):
        where = "chỉ khi nhảy" if (at, chat, text) in jumped else "chỉ khi đi từng phút"
        yield f"{at:%d/%m %H:%M} {chat} {where}: {text[:60]!r}"


CHECKS: dict[str, Check] = {
    "trong giờ gửi tin": only_in_hours,
    "mỗi ngày một bản tin": one_a_day,
    "đã báo cáo thì không nhắc": silent_after_report,
    "nghỉ thì không nhắc, người thay được báo": nobody_away_is_reminded,
    "đủ và đúng lượt nhắc": every_reminder,
    "quá hạn báo lên đúng bậc": ladder_in_order,
    "tin nào cũng được trả lời": every_message_answered,
    "số liệu đúng như cán bộ gửi": figures_as_meant,
    "không ghi sai trong im lặng": nothing_unmeant,
    "lời xác nhận đúng": echoes_right,
    "tình hình khớp sổ": state_agrees,
    "mỗi bản tổng hợp một lần": each_summary_once,
    "tóm tắt ngày cho ai đã bật": day_summaries,
    "không quá nhiều tin": few_messages,
    "nhảy giờ khớp từng phút": jumping_agrees,
}


# --- what the checks share -----------------------------------------------------------------------


def same(a: Meaning, b: Meaning) -> bool:
    """True when two say the same: a ratio by its parts, everything else by its state and value."""
    if "obstacle" in (a.state, b.state):
        return a.state == b.state
    if a.numerator is not None or b.numerator is not None:
        return (a.numerator, a.denominator) == (b.numerator, b.denominator)
    return (a.state, a.value, a.stone, a.reads or "stock") == (
        b.state,
        b.value,
        b.stone,
        b.reads or "stock",
    ) or (a.state == b.state == "none_arose")


def _told(sent: Sent) -> str:
    return f"{sent.at:%d/%m %H:%M} {kind_of(sent) or sent.kind} cho {sent.chat}"


def _climb(one: Climb) -> str:
    what = [*sorted(one.overdue), *(f"đề nghị {key}" for key in sorted(one.waiting))]
    return f"báo lên {one.at:%d/%m %H:%M} cho {one.chat}: {', '.join(what)}"


def _seen(sent: Sent) -> tuple[datetime, str, str]:
    return sent.at, sent.chat, sent.text


def _place(record: Record, one: Entry | Row) -> tuple[str, str]:
    """Item and period; neither a difficulty nor a task with its own date belongs to one."""
    if one.meaning.state == "obstacle":
        return one.item, "vướng mắc"
    return one.item, "" if record.ward.items[one.item].due_on else one.period


def _shown(one: Entry | Row | None) -> str:
    if one is None:
        return "không gì"
    meaning = one.meaning
    if meaning.numerator is not None:
        return f"{meaning.numerator}/{meaning.denominator}"
    return f"{meaning.value}" if meaning.value is not None else meaning.state


def _says(text: str, total: int, classes: dict[str, int]) -> bool:
    """True when one of the counts in the words is this one."""
    for said, listed in _COUNTED.findall(text):
        pairs = (_CLASS.fullmatch(part) for part in listed.split(", "))
        found = {pair[1]: int(pair[2]) for pair in pairs if pair}
        if int(said) == total and found == classes:
            return True
    return total == 0


def broken(record: Record) -> Iterable[tuple[str, list[str]]]:
    """Every check by name with what it found."""
    return [(name, list(check(record))) for name, check in CHECKS.items()]
