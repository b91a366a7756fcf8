"""Some weeks of a ward, played by invented officials: every check holds, and every check can fail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.commands.sample_ward import PLANS, sample_office
from bot.commands.simulating.cast import read_plan
from bot.commands.simulating.checks import CHECKS
from bot.commands.simulating.climbing import climbs_sent
from bot.commands.simulating.leave import Away
from bot.commands.simulating.listening import amounts, receipts
from bot.commands.simulating.plan import Plan
from bot.commands.simulating.play import simulate
from bot.commands.simulating.record import Entry, Meaning, Record
from bot.commands.simulating.telling import verdict, what_happened
from bot.domain.ladder import Rung
from bot.domain.ward import PeriodRules
from handlers.turn import Office

BEGINS, WEEKS = date(2026, 3, 2), 7
"""Two months' reports and a quarter's; the machine is off for the due day in April and the night after."""


def own_office() -> Office:
    """An office that has set its ladder and the grace of monthly reports otherwise than the program would."""
    office = sample_office()
    ladder = Rung("unit_head", 1), Rung("leader", 2), Rung("chair", 4)
    periods = {"month": PeriodRules(grace=1)}
    return replace(office, rules=replace(office.rules, ladder=ladder, periods=periods))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder: Path = tmp_path_factory.mktemp("year")
    plan = read_plan(PLANS / "ngo-quyen.yaml")
    felt = timedelta(days=3)
    return simulate(
        plan, own_office(), folder, people=12, year=2026, seed=5, begins=BEGINS, weeks=WEEKS, felt=felt
    )


@pytest.mark.parametrize("name", CHECKS)
def test_what_must_be_true_is(record: Record, name: str) -> None:
    assert list(CHECKS[name](record)) == []


def test_enough_happened_for_the_checks_to_mean_something(record: Record) -> None:
    kinds = {sent.key.partition(":")[0] for sent in record.sent}
    slips = {one.slip for said in record.said for one in said.about if one.slip}
    assert {"digest", "due_day", "summary", "day", "escalation", "reply"} <= kinds
    assert slips
    assert len(record.ledger) > 60
    assert any(one.meaning.stone for one in record.ledger)
    assert len({one.period for one in record.ledger if record.ward.items[one.item].recurring}) > 3
    assert record.audits
    assert record.twin
    assert record.outages
    assert any(one.substitute for one in record.leaves)
    assert record.given
    told_of = Counter(key for climb in climbs_sent(record) for key in climb.overdue)
    assert max(told_of.values()) >= 2  # one rung after the other
    assert any(one.items for one in record.posts)
    assert {one.decided.verdict for one in record.requests if one.decided} & {"confirmed", "granted"}


def test_the_operator_is_told_what_happened(record: Record) -> None:
    lines, good = verdict(record)
    assert good
    assert len(lines) == len(CHECKS)
    assert "trung vị" in "\n".join(what_happened(record))


# --- each check sees what it is for ----------------------------------------------------------------


def _first(record: Record, kind: str) -> int:
    return next(place for place, sent in enumerate(record.sent) if sent.key.startswith(f"{kind}:"))


def on_a_sunday(record: Record) -> Record:
    moved = replace(record.sent[_first(record, "digest")], at=record.begins + timedelta(days=6, hours=2))
    return replace(record, sent=[*record.sent, moved])


def two_digests_in_a_day(record: Record) -> Record:
    sent = record.sent[_first(record, "digest")]
    later = replace(sent, at=sent.at + timedelta(hours=1))
    return replace(record, sent=[*record.sent, later])


def reminded_while_away(record: Record) -> Record:
    sent = record.sent[_first(record, "digest")]
    day = sent.at.date()
    return replace(record, leaves=[Away(sent.chat, None, day, day, record.begins)])


def reminded_of_what_is_reported(record: Record) -> Record:
    digest, entry = next(
        (sent, one)
        for sent in record.sent
        for one in record.ledger
        if sent.key.startswith("digest:") and one.item in sent.items and one.at > sent.at
        if one.meaning.state != "obstacle" and not record.ward.items[one.item].is_task
    )
    again = replace(digest, at=entry.at + timedelta(minutes=5), items=(entry.item,))
    return replace(record, sent=[*record.sent, again])


def a_digest_that_did_not_come(record: Record) -> Record:
    place = _first(record, "digest")
    return replace(record, sent=[*record.sent[:place], *record.sent[place + 1 :]])


def a_digest_that_leaves_an_item_out(record: Record) -> Record:
    place = _first(record, "digest")
    short = replace(record.sent[place], items=record.sent[place].items[1:])
    return replace(record, sent=[*record.sent[:place], short, *record.sent[place + 1 :]])


def a_rung_that_did_not_hear(record: Record) -> Record:
    place = _first(record, "escalation")
    return replace(record, sent=[*record.sent[:place], *record.sent[place + 1 :]])


def a_rung_that_heard_twice(record: Record) -> Record:
    sent = record.sent[_first(record, "escalation")]
    return replace(record, sent=[*record.sent, replace(sent, at=sent.at + timedelta(days=1))])


def a_rung_that_was_left_out(record: Record) -> Record:
    chair = record.ward.with_role("chair")[0].code
    places = (place for place, sent in enumerate(record.sent) if sent.key.startswith("escalation:"))
    place = next(place for place in places if record.sent[place].chat != chair)
    above = replace(record.sent[place], chat=chair)
    return replace(record, sent=[*record.sent[:place], above, *record.sent[place + 1 :]])


def told_above_of_what_is_reported(record: Record) -> Record:
    sent = record.sent[_first(record, "escalation")]
    before, key = sent.at - timedelta(minutes=5), sent.items[0]
    item = record.ward.items[key]
    owed = Plan.of(record).due(item, before)
    assert owed
    meaning = Meaning("done" if item.is_task else "value", Decimal(1))
    entry = Entry(before, key, owed[0] or "", before.date(), meaning, "", before)
    return replace(record, ledger=sorted([*record.ledger, entry], key=lambda one: one.at))


def a_message_without_an_answer(record: Record) -> Record:
    key = record.said[0].key
    return replace(record, sent=[sent for sent in record.sent if sent.answers != key])


def an_apology(record: Record) -> Record:
    place = next(place for place, sent in enumerate(record.sent) if sent.answers)
    sorry = replace(record.sent[place], key="apology:1")
    return replace(record, sent=[*record.sent[:place], sorry, *record.sent[place + 1 :]])


def a_figure_that_was_changed(record: Record) -> Record:
    place = next(place for place, row in enumerate(record.rows) if row.meaning.value)
    row = record.rows[place]
    wrong = replace(row, meaning=replace(row.meaning, value=Decimal(123456)))
    return replace(record, rows=[*record.rows[:place], wrong, *record.rows[place + 1 :]])


def a_figure_that_was_lost(record: Record) -> Record:
    return replace(record, rows=record.rows[1:])


def another_period_than_was_meant(record: Record) -> Record:
    place = next(
        place
        for place, entry in enumerate(record.ledger)
        if not record.ward.items[entry.item].is_task and entry.meaning.state != "obstacle"
    )
    moved = replace(record.ledger[place], period="2026-09")
    return replace(record, ledger=[*record.ledger[:place], moved, *record.ledger[place + 1 :]])


def a_number_that_status_has_otherwise(record: Record) -> Record:
    audit = record.audits[0]
    status = {kind: dict(counts) for kind, counts in audit.status.items()}
    status["indicators"]["met"] += 1
    return replace(record, audits=[replace(audit, status=status)])


def a_number_that_is_said_otherwise(record: Record) -> Record:
    audit = record.audits[0]
    said = audit.text.replace(": 12 – ", ": 13 – ")
    assert said != audit.text
    return replace(record, audits=[replace(audit, text=said)])


def a_summary_that_came_twice(record: Record) -> Record:
    return replace(record, sent=[*record.sent, record.sent[_first(record, "summary")]])


def a_summary_that_did_not_come(record: Record) -> Record:
    place = _first(record, "summary")
    return replace(record, sent=[*record.sent[:place], *record.sent[place + 1 :]])


def a_day_summary_that_nobody_wanted(record: Record) -> Record:
    never = [one for one in record.sent if one.key.startswith("day:")]
    return replace(
        record, sent=[*record.sent, replace(never[0], chat=record.ward.with_role("clerk")[0].code)]
    )


def a_day_summary_that_did_not_come(record: Record) -> Record:
    place = _first(record, "day")
    return replace(record, sent=[*record.sent[:place], *record.sent[place + 1 :]])


def a_stone_that_was_not_reached(record: Record) -> Record:
    ledger = [one for one in record.ledger if one.meaning.stone is None]
    return replace(record, ledger=ledger)


def three_times_the_messages(record: Record) -> Record:
    return replace(record, sent=[sent for sent in record.sent for _ in range(3)])


def a_minute_that_went_otherwise(record: Record) -> Record:
    return replace(record, twin=record.twin[1:])


SPOILT: list[tuple[str, Callable[[Record], Record]]] = [
    ("trong giờ gửi tin", on_a_sunday),
    ("mỗi ngày một bản tin", two_digests_in_a_day),
    ("nghỉ thì không nhắc, người thay được báo", reminded_while_away),
    ("đã báo cáo thì không nhắc", reminded_of_what_is_reported),
    ("đủ và đúng lượt nhắc", a_digest_that_did_not_come),
    ("đủ và đúng lượt nhắc", a_digest_that_leaves_an_item_out),
    ("đủ và đúng lượt nhắc", reminded_of_what_is_reported),
    ("quá hạn báo lên đúng bậc", a_rung_that_did_not_hear),
    ("quá hạn báo lên đúng bậc", a_rung_that_heard_twice),
    ("quá hạn báo lên đúng bậc", a_rung_that_was_left_out),
    ("quá hạn báo lên đúng bậc", told_above_of_what_is_reported),
    ("tin nào cũng được trả lời", a_message_without_an_answer),
    ("tin nào cũng được trả lời", an_apology),
    ("số liệu đúng như cán bộ gửi", a_figure_that_was_changed),
    ("số liệu đúng như cán bộ gửi", a_figure_that_was_lost),
    ("không ghi sai trong im lặng", a_figure_that_was_changed),
    ("lời xác nhận đúng", another_period_than_was_meant),
    ("tình hình khớp sổ", a_number_that_status_has_otherwise),
    ("tình hình khớp sổ", a_number_that_is_said_otherwise),
    ("mỗi bản tổng hợp một lần", a_summary_that_came_twice),
    ("mỗi bản tổng hợp một lần", a_summary_that_did_not_come),
    ("tóm tắt ngày cho ai đã bật", a_day_summary_that_nobody_wanted),
    ("tóm tắt ngày cho ai đã bật", a_day_summary_that_did_not_come),
    ("đủ và đúng lượt nhắc", a_stone_that_was_not_reached),
    ("không quá nhiều tin", three_times_the_messages),
    ("nhảy giờ khớp từng phút", a_minute_that_went_otherwise),
]


@pytest.mark.parametrize(("name", "spoil"), SPOILT, ids=[spoil.__name__ for _name, spoil in SPOILT])
def test_a_check_sees_what_it_is_for(record: Record, name: str, spoil: Callable[[Record], Record]) -> None:
    assert list(CHECKS[name](spoil(record)))


def test_every_check_is_shown_to_fail() -> None:
    assert {name for name, _spoil in SPOILT} == set(CHECKS)


# --- how officials read --------------------------------------------------------------------------


def test_numbers_are_read_as_they_are_printed() -> None:
    assert amounts("1.250 người, 99,7%, 3,25 tỷ đồng") == [
        Decimal(1250),
        Decimal("99.7"),
        Decimal(3_250_000_000),
    ]


def test_a_list_of_receipts_is_read_with_its_heading() -> None:
    text = "Đã ghi nhận 02 mục, tháng 4/2026, số đến 14/4:\n- BHYT: 99,7%.\n- XKLĐ: 2 người.\nCần sửa, …"
    heading = "Đã ghi nhận 02 mục, tháng 4/2026, số đến 14/4:"
    assert receipts(text) == [f"{heading} BHYT: 99,7%.", f"{heading} XKLĐ: 2 người."]
