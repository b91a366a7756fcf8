"""How commands are typed: with a slash, as one word, as words, with marks and without."""

from __future__ import annotations

import pytest

from handlers.commands import COMMANDS, find_command, spelt_apart
from handlers.texts.help import COMMANDS as LISTED

ANSWERED = {"danhan", "ykien"}
"""Said to what was given: they are read as an answer, not looked for among the commands."""
READ = {"vuong", "xoa"}
"""Read as a part of the sentence that they begin; without a slash "xóa" may be about a figure."""


@pytest.mark.parametrize(
    "name", [one.name for one in COMMANDS if one.name not in ANSWERED | READ | {"start"}]
)
def test_a_name_alone_is_the_command_with_and_without_its_slash(name: str) -> None:
    for typed in (name, name.upper(), f"/{name}", f"/{name.capitalize()}", f"{name}."):
        command, words = find_command(spelt_apart(typed))
        assert command is not None
        assert (command.name, words) == (name, "")


@pytest.mark.parametrize("name", sorted(ANSWERED))
def test_an_answer_typed_as_one_word_is_read_as_two(name: str) -> None:
    assert spelt_apart(name).count(" ") == 1


@pytest.mark.parametrize(
    "typed",
    [
        "giaochitieu BHXH 300",
        "GiaoChiTieu: BHXH 300",
        "giaochỉtiêu BHXH 300",
        "/giaochitieu BHXH 300",
        "/giao_chi_tieu BHXH 300",
        "/giao chỉ tiêu BHXH 300",
        "giao chỉ tiêu: BHXH 300",
        "Giao chi tieu BHXH 300",
    ],
)
def test_what_follows_a_name_is_the_same_however_it_is_typed(typed: str) -> None:
    command, words = find_command(spelt_apart(typed))
    assert command is not None
    assert (command.name, words) == ("giaochitieu", "BHXH 300")


@pytest.mark.parametrize("text", ["việc làm 141", "viec lam 141", "nguoilao 5", "sửa 20", "", "xoa 5"])
def test_words_that_only_look_like_a_name_are_left_alone(text: str) -> None:
    assert find_command(spelt_apart(text)) == (None, text)


@pytest.mark.parametrize("text", ["/", "/ ", "/ctxyz 5"])
def test_a_slash_before_no_name_finds_nothing(text: str) -> None:
    assert find_command(spelt_apart(text))[0] is None


def test_menus_list_each_command_with_the_action_that_it_asks_for() -> None:
    actions = {one.name: one.action for one in COMMANDS}
    listed = {one.name: one.action for one in LISTED if one.name in actions}
    assert listed == {name: actions[name] for name in listed}
    assert len(listed) == len(LISTED)
