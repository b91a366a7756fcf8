"""A text is cut to what a channel takes without losing a word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.message import Choice
from bot.domain.message_text import numbered, split_text, utf16_len

LIMITS = st.integers(min_value=2, max_value=60)
TEXTS = st.text(alphabet=st.sampled_from("aộ \n😀1.é" + "\u0301"), max_size=200)


def _letters(text: str) -> str:
    return "".join(text.split())


def test_an_emoji_counts_two_units_and_a_vietnamese_letter_one() -> None:
    assert utf16_len("Phường 😀") == 9


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert split_text("Dòng 1\n  dòng 2", 4096) == ["Dòng 1\n  dòng 2"]


def test_a_cut_falls_between_lines_and_keeps_the_indentation() -> None:
    assert split_text("một hai\n  ba bốn", 12) == ["một hai", "  ba bốn"]


def test_a_long_line_is_cut_between_words() -> None:
    assert split_text("một hai ba bốn", 8) == ["một hai", "ba bốn"]


def test_a_long_word_is_cut_between_letters_and_an_accent_stays_on_its_letter() -> None:
    assert split_text("abce\u0302f", 4) == ["abc", "e\u0302f"]


@given(TEXTS, LIMITS)
@settings(max_examples=200)
def test_no_part_is_too_long_and_no_letter_is_lost(text: str, limit: int) -> None:
    parts = split_text(text, limit)
    assert all(utf16_len(part) <= limit for part in parts)
    assert _letters("".join(parts)) == _letters(text)
    assert all(part.strip() for part in parts) or len(parts) == 1


def test_choices_are_numbered_under_the_text() -> None:
    assert numbered("Kỳ nào?", (Choice("tháng 10", "a"), Choice("tháng 11", "b"))) == (
        "Kỳ nào?\n1. tháng 10\n2. tháng 11"
    )
