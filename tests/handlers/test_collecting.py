"""Collected indicators beyond the chat: in the summary's file, at a past cut-off, in samples and rights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.domain.reading import Context, read
from db.models import Confirmation, Ward
from db.session import Sessions
from db.ward_loading import load
from db.ward_view import WardView
from handlers import rights
from handlers.texts.reporting.said import sample
from tests.driver import Stage, parse
from tests.handlers.desk import moment
from tests.handlers.test_summary_file import summary

NOON = moment("16/11/2026")


@pytest.fixture
def played(sqlite_sessions: Sessions, tmp_path: Path) -> Stage:
    """Four units have reported for November; that of the sixth waits for its head."""
    text = "@ người: Lan, Hòa, Quân, Thịnh\n@ tổ dân phố\n[16/11/2026 12:00]\n"
    made = Stage(sqlite_sessions, parse(text), tmp_path)
    made.move_to("16/11/2026 12:00")
    made.say("Lan", "rác tdp1 120, tdp2 98, tdp3 110")
    made.say("Hòa", "rác 115")
    made.say("Quân", "rác 95")
    return made


def ward_of(played: Stage) -> WardView:
    calendar = played.app.offices["ngo-quyen"].calendar
    with played.sessions() as session:
        return load(session, session.scalars(select(Ward.id)).one(), NOON.date(), calendar)


def test_the_file_has_the_sum_with_its_completeness_and_every_unit_apart(played: Stage) -> None:
    _said, sheets = summary(played, "/tonghop")
    rows = {row["Mã"]: row for row in sheets["Chỉ tiêu"]}
    assert rows["CT12"]["Thực hiện"] == 120 + 98 + 110 + 88 + 115
    assert "(04/06 tổ; 01 tổ theo số kỳ trước)" in rows["CT12"]["Số liệu (như đã báo)"]
    assert not [key for key in rows if key.startswith("CT12.")]
    units = {row["Mã"]: row for row in sheets["Chi tiết đơn vị"]}
    assert (units["CT12.5"]["Thực hiện"], units["CT12.5"]["Chỉ tiêu giao"]) == (115, 130)
    assert units["CT12.6"]["Đã gửi kỳ này"] == "có (chờ xác nhận)"
    assert units["CT12.4"]["Đã gửi kỳ này"] == "chưa"


def test_the_file_says_what_the_period_brought_once_every_unit_says_it(
    sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    text = "@ người: Lan, Thịnh\n@ tổ dân phố\n[16/10/2026 12:00]\n"
    made = Stage(sqlite_sessions, parse(text), tmp_path)
    made.move_to("16/10/2026 12:00")
    made.say("Thịnh", "rác TDP 6: 98")
    made.move_to("tắt máy đến 16/11/2026 12:00")
    made.say("Lan", "rác TDP 1: 115, TDP 2: 98, TDP 3: 106, TDP 4: 92, TDP 5: 112")
    _said, sheets = summary(made, "/tonghop")
    assert brought(sheets) in {None, ""}
    made.say("Thịnh", "rác TDP 6: 101")
    _said, sheets = summary(made, "/tonghop")
    assert brought(sheets) == 3 + 2 + 2 + 4 + 2 + 3


def brought(sheets: Mapping[str, Sequence[Mapping[str, object]]]) -> object:
    return next(row for row in sheets["Chỉ tiêu"] if row["Mã"] == "CT12")["Thực hiện trong kỳ"]


def test_a_past_cut_off_keeps_its_own_sum(played: Stage) -> None:
    _said, sheets = summary(played, "/tonghop tháng 10")
    row = next(row for row in sheets["Chỉ tiêu"] if row["Mã"] == "CT12")
    assert row["Thực hiện"] == 112 + 96 + 104 + 88 + 110


def test_a_confirmation_is_asked_once_for_each_figure_and_decided_once(played: Stage) -> None:
    played.say("Quân", "rác 96")
    played.say("Thịnh", "xác nhận")
    with played.sessions() as session:
        states = [row.state for row in session.scalars(select(Confirmation).order_by(Confirmation.id))]
    assert states == ["replaced", "confirmed"]


def test_who_sees_and_enters_what(played: Stage) -> None:
    ward = ward_of(played)
    people = {one.code: one for one in ward.people.values()}
    fifth, sixth = ward.items["CT12.5"], ward.items["CT12.6"]
    assert rights.within_reach(ward, people["hoa"], fifth)
    assert not rights.within_reach(ward, people["hoa"], sixth)
    assert rights.may_speak(ward, people["thinh"], sixth)
    assert not rights.may_speak(ward, people["quan"], fifth)
    assert rights.may_speak(ward, people["lan"], fifth)


def test_the_samples_of_shares_are_read_as_they_are_meant(played: Stage) -> None:
    ward = ward_of(played)
    shares = [one for one in ward.items.values() if one.share_of and one.target and one.target.value]
    assert len(shares) > 6
    for item in shares:
        (reading,) = read(sample(item, None), ward.catalogue, Context(now=NOON))
        assert reading.item == item.key
        assert not reading.doubts
