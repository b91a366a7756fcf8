"""What people write never becomes part of a statement, a page or a shell command."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from bot.channels.telegram.sending import as_html
from bot.commands.invitation_sheet import Letter, page
from tests.security.room import Room

ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("bot", "db", "handlers", "config")

# Where a statement is put together from parts, and what the parts are.
MADE_OF_PARTS = {
    "bot/engine/queue_schema.py": "the number of a lock, the name of one of the queue's migrations",
    "db/backup.py": "the name of a trial database, made of hex digits",
    "db/restore.py": "the name of a schema, made of a moment",
}
# What starts other programs, always from a list of arguments.
STARTS_PROGRAMS = {"db/postgresql_tools.py", "bot/commands/test.py"}


@cache
def code() -> list[tuple[str, ast.Module]]:
    """Every module of the program: its path from the root, its tree."""
    files = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    return [(str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))) for path in files]


def calls(tree: ast.Module, *names: str) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (getattr(node.func, "id", None) in names or getattr(node.func, "attr", None) in names)
    ]


def test_statements_are_not_put_together_from_texts() -> None:
    found = {
        name
        for name, tree in code()
        if not name.startswith(("db/migrations", "bot/domain"))  # the one is written, the other has no SQL
        for call in calls(tree, "text", "execute", "exec_driver_sql")
        for argument in call.args[:1]
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
        or (isinstance(argument, ast.Call) and getattr(argument.func, "attr", "") == "format")
    }
    assert found == set(MADE_OF_PARTS)


def test_no_program_is_started_through_a_shell_and_nothing_is_evaluated() -> None:
    for name, tree in code():
        assert calls(tree, "eval", "exec", "system", "popen") == [], name
        started = calls(tree, "Popen", "run", "call", "check_call", "check_output")
        with_shell = [call for call in started if any(word.arg == "shell" for word in call.keywords)]
        assert with_shell == [], name
        imports = {
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        assert imports.isdisjoint({"pickle", "marshal", "shelve"}), name
        assert "subprocess" not in imports or name in STARTS_PROGRAMS, name


@pytest.mark.parametrize("name", ["'; DROP TABLE person; --", '" OR ""="', "100%_x", "\\", "{0}"])
def test_a_statement_in_a_message_finds_nobody_and_changes_nothing(room: Room, name: str) -> None:
    for command in ("/nguoi", "/lichsu", "/phancong CT07b", "/dondoc", "/tinhhinh", "/nhapthay"):
        room.say("lan", f"{command} {name}")
    assert set(room.states()) == {"done"}
    assert room.say("minh", "/viec") != []


def test_markup_in_a_message_is_shown_and_not_obeyed() -> None:
    assert as_html("<b>x</b> & y") == "&lt;b&gt;x&lt;/b&gt; &amp; y"
    assert as_html("a<\nb</b>") == "<b>a&lt;</b>\nb&lt;/b&gt;"


def test_markup_in_a_name_is_shown_on_the_sheet_of_invitations() -> None:
    letter = Letter("<script>alert(1)</script>", "<i>đơn vị</i>", "ABCD2345", 14)
    sheet = page([letter], "bot", "<b>Phường</b>")
    for markup in ("<script>", "<i>", "<b>Phường"):
        assert markup not in sheet
    assert "&lt;script&gt;" in sheet
