"""Who acts for whom: chains of substitutes, rings, first and last days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.acting import Absence, away_on, substitute_of

MONDAY = date(2026, 11, 23)
PEOPLE = range(1, 7)
DAYS = st.integers(-3, 3).map(lambda step: MONDAY + timedelta(days=step))

absences = st.lists(
    st.builds(
        lambda person, substitute, first, length: (person, substitute, first, first + timedelta(days=length)),
        st.sampled_from(PEOPLE),
        st.none() | st.sampled_from(PEOPLE),
        DAYS,
        st.integers(0, 4),
    ),
    max_size=8,
).map(lambda rows: [Absence(place, *row) for place, row in enumerate(rows)])


def away(person: int, substitute: int | None, days: int = 1, id_: int = 1) -> Absence:
    return Absence(id_, person, substitute, MONDAY, MONDAY + timedelta(days=days - 1))


def on(rows: list[Absence], person: int, day: date = MONDAY) -> int | None:
    return substitute_of(person, away_on(rows, day))


def test_the_substitute_acts_from_the_first_day_to_the_last() -> None:
    rows = [away(1, 2, days=3)]
    acting = {step: on(rows, 1, MONDAY + timedelta(days=step)) for step in range(-1, 4)}
    assert acting == {-1: 1, 0: 2, 1: 2, 2: 2, 3: 1}


def test_a_substitute_who_is_away_has_a_substitute_too() -> None:
    assert on([away(1, 2), away(2, 3)], 1) == 3
    assert on([away(1, 2), away(2, None)], 1) is None


def test_a_ring_of_absent_people_is_nobody() -> None:
    assert on([away(1, 2), away(2, 1)], 1) is None
    assert on([away(1, 2), away(2, 3), away(3, 2)], 1) is None


def test_a_substitute_who_cannot_be_reached_is_nobody_but_the_person_himself_stays() -> None:
    rows = away_on([away(1, 2)], MONDAY)
    assert substitute_of(1, rows, reachable={1}) is None
    assert substitute_of(3, rows, reachable={1}) == 3


def test_of_two_absences_on_a_day_the_newer_one_holds() -> None:
    assert on([away(1, 3, id_=9), away(1, 2, id_=4)], 1) == 3


@settings(max_examples=150)
@given(absences, st.sampled_from(PEOPLE), DAYS)
def test_whoever_acts_is_there(rows: list[Absence], person: int, day: date) -> None:
    gone = away_on(rows, day)
    found = substitute_of(person, gone)
    assert found not in gone
    assert (found == person) == (person not in gone)


@settings(max_examples=100)
@given(absences, st.sampled_from(PEOPLE), DAYS, st.sets(st.sampled_from(PEOPLE)))
def test_who_cannot_be_reached_acts_for_nobody_else(
    rows: list[Absence], person: int, day: date, reachable: set[int]
) -> None:
    gone = away_on(rows, day)
    found = substitute_of(person, gone, reachable)
    assert found in {None, person} | reachable
    assert found in {None, substitute_of(person, gone)}


@settings(max_examples=100)
@given(absences, st.sampled_from(PEOPLE), DAYS)
def test_absences_of_other_days_do_not_matter(rows: list[Absence], person: int, day: date) -> None:
    current = [one for one in rows if one.first <= day <= one.last]
    assert on(rows, person, day) == on(current, person, day)
