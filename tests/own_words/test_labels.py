"""A choice records what its label says: each that names a state is pressed, in what officials wrote."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.own_words.judging import messages
from tests.own_words.wards import HERE, OwnWard

_LABEL = re.compile(
    r"^(\d+)\. (?P<code>(?:NV|CT)-?\w+) .*: (?P<state>đã xong|đang thực hiện|chưa thực hiện|đang duy trì)$",
    re.MULTILINE,
)
_RECORDED = {
    "đã xong": ("đã xong", "đã hoàn thành", "Cả nhiệm vụ đã xong", "Đã nhận kết quả"),
    "đang thực hiện": ("đang thực hiện", "Đã ghi nhận: "),  # what is only watched is told without a state
    "chưa thực hiện": ("chưa thực hiện", "chưa hoàn thành", "chưa có", "mục này vẫn chờ"),
    "đang duy trì": ("đang duy trì",),
}


@pytest.mark.parametrize("name", ["ngo-quyen.4", "le-loi.2"])
def test_a_choice_records_the_state_that_its_label_names(name: str, tmp_path: Path) -> None:
    assert not list(_otherwise(name, tmp_path))


def _otherwise(name: str, folder: Path) -> list[str]:
    """Each choice of which something else was recorded than it says."""
    ward, found = OwnWard(name.split(".", maxsplit=1)[0], folder), []
    for message in messages(HERE / f"{name}.jsonl"):
        asked = ward.hear(message.person, message.text)
        for label in _LABEL.finditer(asked.answer) if asked.asks else ():
            told = ward.hear(message.person, message.text, tap=int(label[1])).answer
            answer = told.removeprefix(asked.answer)
            told_whose = "nội dung chưa được ghi" in answer or "đề nghị" in answer
            if not told_whose and not any(words in answer for words in _RECORDED[label["state"]]):
                found.append(f"{message.person} > {message.text}\n{label[0]}\n{answer}")
    return found
