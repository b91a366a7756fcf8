"""What officials of four wards wrote in their own words, each message alone on a quiet morning.

They had not seen the program. Each file was measured before any rule was mended by it; `docs/reading.md` has
these figures. The shares below are what holds today.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.own_words.judging import Judgement, Message, stray
from tests.own_words.scoring import FILES, played, ward_of
from tests.own_words.wards import Outcome, OwnWard

Played = list[tuple[Message, Outcome, Judgement]]


@pytest.fixture(scope="module", params=FILES, ids=lambda path: str(path.stem))
def outcomes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Played:
    path: Path = request.param
    return list(played(OwnWard(ward_of(path), tmp_path_factory.mktemp("ward")), path))


def _texts(outcomes: Played, *judgements: Judgement) -> list[str]:
    return [f"{message.id} {message.text}" for message, _said, found in outcomes if found in judgements]


def test_no_figure_is_recorded_that_was_not_meant(outcomes: Played) -> None:
    wrong = [(message.text, stray(message, outcome)) for message, outcome, _found in outcomes]
    assert [one for one in wrong if any(record.kind == "figure" for record in one[1])] == []


def test_hardly_any_words_are_put_down_elsewhere(outcomes: Played) -> None:
    elsewhere = _texts(outcomes, "wrong", "part lost")
    assert len(elsewhere) <= 0.07 * len(outcomes), elsewhere


def test_most_is_taken_at_once(outcomes: Played) -> None:
    assert len(_texts(outcomes, "right")) >= 0.53 * len(outcomes)


def test_little_has_to_be_typed_again(outcomes: Played) -> None:
    again = _texts(outcomes, "asked, to type", "not taken")
    assert len(again) <= 0.13 * len(outcomes), again


def test_everything_is_answered(outcomes: Played) -> None:
    assert [message.text for message, outcome, _found in outcomes if not outcome.answer] == []
