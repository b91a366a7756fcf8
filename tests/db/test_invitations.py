"""Codes link once, for a while, to whom they were given, and cannot be guessed by trying."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.message import Address
from bot.domain.workdays import WARD_ZONE
from db.invitations import (
    ALPHABET,
    WRONG_IN_ALL,
    WRONG_PER_CHAT,
    Redeemed,
    Refusal,
    invite,
    make_code,
    redeem,
)
from db.models import CodeTry, Invitation, Person, Ward
from db.session import Sessions

NOW = datetime(2026, 11, 16, 7, 30, tzinfo=WARD_ZONE)


@pytest.fixture
def ward(sessions: Sessions) -> Ward:
    with sessions.begin() as session:
        ward = Ward(code="tan-an", name="Phường Tân An")
        session.add(ward)
    return ward


@pytest.fixture
def minh(sessions: Sessions, ward: Ward) -> Person:
    with sessions.begin() as session:
        person = Person(ward_id=ward.id, code="minh", name="Trần Văn Minh")
        session.add(person)
    return person


def given(sessions: Sessions, ward: Ward, person: Person | None, now: datetime = NOW) -> str:
    with sessions.begin() as session:
        return invite(session, ward.id, person.id if person else None, now, 14)


def sent(
    sessions: Sessions, code: str, ward: Ward, *, now: datetime = NOW, chat: str = "7", group: bool = False
) -> Redeemed | Refusal:
    with sessions.begin() as session:
        address = Address("telegram", "telegram", chat)
        return redeem(session, code, ward.id, address, now, group=group)


def test_a_code_is_eight_clear_characters() -> None:
    code = make_code()
    assert len(code) == 8
    assert set(code) <= set(ALPHABET)
    assert not set("0O1ILU") & set(ALPHABET)


def test_codes_differ() -> None:
    assert len({make_code() for _ in range(100)}) == 100


def test_only_the_hash_is_kept(sessions: Sessions, ward: Ward, minh: Person) -> None:
    code = given(sessions, ward, minh)
    with sessions() as session:
        row = session.scalars(select(Invitation)).one()
    assert code not in str(vars(row))
    assert row.expires_at == NOW + timedelta(days=14)


@pytest.mark.parametrize(
    "typed", [str, str.lower, lambda code: f" {code[:4]} {code[4:]} ", lambda c: f"{c[:4]}-{c[4:]}"]
)
def test_a_code_names_its_person_however_it_is_typed(
    sessions: Sessions, ward: Ward, minh: Person, typed: object
) -> None:
    assert callable(typed)
    code = given(sessions, ward, minh)
    assert sent(sessions, typed(code), ward) == Redeemed(ward.id, minh.id)


def test_a_code_works_once(sessions: Sessions, ward: Ward, minh: Person) -> None:
    code = given(sessions, ward, minh)
    sent(sessions, code, ward)
    assert sent(sessions, code, ward, chat="8") is Refusal.USED


def test_a_code_expires(sessions: Sessions, ward: Ward, minh: Person) -> None:
    code = given(sessions, ward, minh)
    assert sent(sessions, code, ward, now=NOW + timedelta(days=14)) is Refusal.EXPIRED


def test_a_new_code_ends_the_one_before_but_not_other_peoples(
    sessions: Sessions, ward: Ward, minh: Person
) -> None:
    group, first = given(sessions, ward, None), given(sessions, ward, minh)
    second = given(sessions, ward, minh, NOW + timedelta(hours=1))
    later = NOW + timedelta(hours=2)
    assert sent(sessions, first, ward, now=later) is Refusal.EXPIRED
    assert sent(sessions, second, ward, now=later) == Redeemed(ward.id, minh.id)
    assert sent(sessions, group, ward, now=later, group=True) == Redeemed(ward.id, None)


def test_a_code_of_somebody_who_left_does_not_link(sessions: Sessions, ward: Ward, minh: Person) -> None:
    code = given(sessions, ward, minh)
    with sessions.begin() as session:
        session.get_one(Person, minh.id).active = False
    assert sent(sessions, code, ward) is Refusal.EXPIRED


def test_a_code_of_another_ward_is_unknown_here(sessions: Sessions, ward: Ward, minh: Person) -> None:
    code = given(sessions, ward, minh)
    with sessions.begin() as session:
        other = Ward(code="le-loi", name="Phường Lê Lợi")
        session.add(other)
    assert sent(sessions, code, other) is Refusal.UNKNOWN
    assert sent(sessions, code, ward) == Redeemed(ward.id, minh.id)


def test_a_code_in_the_wrong_kind_of_chat_stays_good_and_is_no_wrong_try(
    sessions: Sessions, ward: Ward, minh: Person
) -> None:
    personal, common = given(sessions, ward, minh), given(sessions, ward, None)
    assert sent(sessions, personal, ward, group=True) is Refusal.PRIVATE_ONLY
    assert sent(sessions, common, ward) is Refusal.GROUP_ONLY
    with sessions() as session:
        assert session.scalars(select(CodeTry)).all() == []
    assert sent(sessions, personal, ward) == Redeemed(ward.id, minh.id)


def test_after_five_wrong_codes_a_chat_waits_an_hour(sessions: Sessions, ward: Ward, minh: Person) -> None:
    code = given(sessions, ward, minh)
    for _ in range(WRONG_PER_CHAT):
        assert sent(sessions, "WRONGONE", ward) is Refusal.UNKNOWN
    assert sent(sessions, code, ward) is Refusal.TOO_MANY
    assert sent(sessions, code, ward, now=NOW + timedelta(minutes=59)) is Refusal.TOO_MANY
    assert sent(sessions, code, ward, now=NOW + timedelta(minutes=60)) == Redeemed(ward.id, minh.id)


def test_other_chats_go_on_while_one_waits(sessions: Sessions, ward: Ward, minh: Person) -> None:
    code = given(sessions, ward, minh)
    for _ in range(WRONG_PER_CHAT):
        sent(sessions, "WRONGONE", ward)
    assert sent(sessions, code, ward, chat="8") == Redeemed(ward.id, minh.id)


def test_very_many_wrong_codes_from_anywhere_stop_all_linking(
    sessions: Sessions, ward: Ward, minh: Person
) -> None:
    code = given(sessions, ward, minh)
    with sessions.begin() as session:
        _guess_from_everywhere(session)
    assert sent(sessions, code, ward, chat="somebody else") is Refusal.TOO_MANY
    assert sent(sessions, code, ward, now=NOW + timedelta(hours=1)) == Redeemed(ward.id, minh.id)


def _guess_from_everywhere(session: Session) -> None:
    session.add_all(CodeTry(account="telegram", chat=str(number), at=NOW) for number in range(WRONG_IN_ALL))
