"""`./giaoban status`: the ward's situation for who has the machine and no chat."""

from __future__ import annotations

import argparse
import json

import pytest

from bot.commands import status
from bot.commands.installation import Installation
from tests.commands.conftest import add_people


@pytest.mark.parametrize("as_json", [False, True])
def test_the_situation_is_told_in_words_and_as_values(
    installation: Installation, capsys: pytest.CaptureFixture[str], *, as_json: bool
) -> None:
    add_people(installation)
    assert status.run(argparse.Namespace(ward=None, json=as_json), installation) == 0
    said = capsys.readouterr().out
    if as_json:
        assert json.loads(said)["ward"] == "tan-an"
    else:
        assert said.startswith("Phường Tân An\nChưa có đầu việc nào.")
