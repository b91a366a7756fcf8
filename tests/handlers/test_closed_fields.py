"""Security and defence are off until the chairman's decision is entered: nothing is asked or counted."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.sample_ward import sample_office
from db.session import Sessions
from handlers import guard
from handlers.turn import Office
from tests.handlers.desk import Desk, moment

DAY = "16/11/2026"
CLOSED = {"an_ninh", "quoc_phong"}


def undecided() -> Office:
    office = sample_office()
    return replace(office, rules=replace(office.rules, defence_decision=""))


def test_without_a_decision_no_item_of_these_fields_is_in_the_ward(sqlite_sessions: Sessions) -> None:
    everything = Desk(sqlite_sessions).ward(moment(DAY)).items
    desk = Desk.__new__(Desk)
    desk.sessions, desk.office = sqlite_sessions, undecided()
    ward = desk.ward(moment(DAY))
    assert {item.field for item in ward.off.values()} == CLOSED
    assert {item.field for item in ward.items.values()}.isdisjoint(CLOSED)
    assert {*ward.items, *ward.off} == everything.keys()
    assert desk.overview(DAY).all.keys() == ward.items.keys()


def test_with_a_decision_nothing_is_off(sqlite_sessions: Sessions) -> None:
    ward = Desk(sqlite_sessions).ward(moment(DAY))
    assert not ward.off
    assert guard.closed(ward, "tuyển quân 12") is None


def test_what_is_off_is_refused_by_name_code_and_field_and_nothing_else_is(sqlite_sessions: Sessions) -> None:
    ward = Desk(sqlite_sessions, undecided()).ward(moment(DAY))
    for words in ("tuyen quan 12/12", "CT10c 12", "quốc phòng", "An ninh, trật tự"):
        assert guard.closed(ward, words), words
    for words in ("bhxh 201", "CT07b", "xong", "an sinh", "quý 3", ""):
        assert guard.closed(ward, words) is None, words
