"""Labelled messages, typed with marks and without: nothing wrong is stored, what is doubtful is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.scoring import HERE, SHARED, Score, lines, reader, score

FILES: dict[str, tuple[Path, Path | None]] = {
    "to the wards of the plans": (HERE / "plans.jsonl", None),
    "to the same wards again": (HERE / "plans_again.jsonl", None),
    "to the same wards once more": (HERE / "plans_once_more.jsonl", None),
    "easily mistaken": (HERE / "mistakable.jsonl", None),
    "written here": (HERE / "unseen.jsonl", HERE / "indicators.json"),
    "written against it": (HERE / "adversarial.jsonl", HERE / "indicators.json"),
    "fresh, ordinary": (HERE / "fresh_1.jsonl", HERE / "indicators.json"),
    "fresh, ordinary again": (HERE / "fresh_2.jsonl", HERE / "indicators.json"),
    "fresh, misleading": (HERE / "fresh_3.jsonl", HERE / "indicators.json"),
    "fresh, once more": (HERE / "fresh_4.jsonl", HERE / "indicators.json"),
    "fresh, a last time": (HERE / "fresh_6.jsonl", HERE / "indicators.json"),
    "fresh, in other words": (HERE / "fresh_5.jsonl", HERE / "indicators.json"),
    "the corpus in other words": (HERE / "sibling_1.jsonl", HERE / "indicators.json"),
    "in other words again": (HERE / "sibling_2.jsonl", HERE / "indicators.json"),
    "in other words once more": (HERE / "sibling_3.jsonl", HERE / "indicators.json"),
    "in other words, a fourth time": (HERE / "sibling_4.jsonl", HERE / "indicators.json"),
    "in other words, a fifth time": (HERE / "sibling_5.jsonl", HERE / "indicators.json"),
    "in other words, a sixth time": (HERE / "sibling_6.jsonl", HERE / "indicators.json"),
    "in other words, a seventh time": (HERE / "sibling_7.jsonl", HERE / "indicators.json"),
    "in other words, an eighth time": (HERE / "sibling_8.jsonl", HERE / "indicators.json"),
    "in other words, a ninth time": (HERE / "sibling_9.jsonl", HERE / "indicators.json"),
}
if (SHARED / "messages.jsonl").exists():
    FILES["corpus"] = (SHARED / "messages.jsonl", SHARED / "indicators.json")


@pytest.fixture(scope="module", params=[(name, plain) for name in FILES for plain in (False, True)], ids=str)
def scored(request: pytest.FixtureRequest) -> Score:
    name, plain = request.param
    messages, registry = FILES[name]
    return score(lines(messages), reader(registry) if registry else None, plain=plain)


def test_no_wrong_value_is_stored_in_silence(scored: Score) -> None:
    assert scored.share("silently wrong") == 1, scored.wrong


def test_whatever_must_be_asked_is_asked(scored: Score) -> None:
    assert scored.share("must ask") == 1, scored.wrong


def test_hardly_anything_is_asked_needlessly(scored: Score) -> None:
    assert scored.share("needless question") >= 0.97, scored.wrong


def test_what_a_message_is_about_is_recognised(scored: Score) -> None:
    assert scored.share("kind") >= 0.97, scored.wrong


def test_values_are_read_for_the_right_item(scored: Score) -> None:
    assert scored.share("value and item") >= 0.98, scored.wrong


def test_dates_are_found_and_none_is_invented(scored: Score) -> None:
    assert scored.share("date") >= 0.97, scored.wrong
    assert scored.share("no date") == 1, scored.wrong


def test_the_items_of_a_list_are_each_read(scored: Score) -> None:
    assert scored.share("item found") >= 0.97, scored.wrong
    invented = scored.of.get("item is there", 0)
    assert invented <= 0.03 * scored.of.get("item found", 1), scored.wrong
