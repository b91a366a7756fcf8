"""Rules that no linter knows: where Vietnamese may stand, who reads the time, how long a file is."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VIETNAMESE = re.compile(
    "[àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE
)

# Where Vietnamese may stand in strings, and why. Everything else returns codes and values.
SPOKEN = {
    "handlers/texts/": "every sentence that people are told",
    "bot/domain/reading/": "the vocabulary of what people write",
    "bot/domain/directives/": "the vocabulary of orders",
    "bot/domain/citizens.py": "surnames, with the marks that tell them from other words",
    "bot/domain/guard.py": "the marks of secrecy, and what stands before a person's number",
    "bot/domain/ward.py": "the name of an office, for a ward that sets no other",
    "bot/loading/": "the headings of workbooks, and what the operator is told of a file",
    "bot/commands/": "what the operator is told",
    "bot/__main__.py": "what the operator is told",
    "config/": "what the operator is told of settings",
    "db/models/ward.py": "how a person is addressed of whom no more is known",
    "giaoban": "what the operator is told of the machine",
    "tests/": "what people say in tests",
    "bench/": "what people say in benchmarks",
}

CLOCK = "bot/clock.py"
TIMELESS = ("bot/", "handlers/", "db/", "config/")
READS_TIME = {"now", "utcnow", "today", "time"}
CLOCK_READING = re.compile(r"(datetime|date)(\.datetime|\.date)?\.(now|utcnow|today)\(|time\.time\(")

LONGEST = 400
LONG = {
    "db/migrations/": "written by a program",
    "tests/domain/test_targets.py": "one table of all forms of target",
}


def tracked(*patterns: str) -> list[str]:
    """The files of the project: committed, or about to be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return sorted(name for name in set(listed.stdout.splitlines()) if (ROOT / name).is_file())


@cache
def source(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(source(name))


def code() -> list[str]:
    return tracked("*.py", "giaoban")


def strings(name: str) -> Iterator[tuple[int, str]]:
    """The string literals of a file with their lines; strings that stand alone (docstrings) excepted."""
    alone = {id(node.value) for node in ast.walk(tree(name)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.lineno, node.value


def test_vietnamese_stands_only_where_words_belong() -> None:
    found = [
        f"{name}:{line}: {text!r}"
        for name in code()
        if not name.startswith(tuple(SPOKEN))
        for line, text in strings(name)
        if VIETNAMESE.search(text)
    ]
    assert not found, "\n".join(found)


def test_only_the_clock_reads_the_time() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name in code()
        if name.startswith(TIMELESS) and name != CLOCK
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in READS_TIME
        and CLOCK_READING.match(ast.unparse(node))
    ]
    assert not found, "\n".join(found)
    assert CLOCK_READING.search(source(CLOCK))


def test_a_file_stays_short_enough_to_read() -> None:
    lengths = {name: len(source(name).splitlines()) for name in code() if not name.startswith(tuple(LONG))}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_a_module_says_what_it_is_for() -> None:
    assert [name for name in code() if source(name).strip() and not ast.get_docstring(tree(name))] == []


def test_every_exception_is_still_one() -> None:
    assert [place for place in SPOKEN if not any(name.startswith(place) for name in code())] == []
    assert [name for name in LONG if name.endswith(".py") and len(source(name).splitlines()) <= LONGEST] == []


def test_no_file_names_a_package_host() -> None:
    hosts = re.compile(b"pypi" + rb"\.org|python" + rb"hosted\.org|registry\." + b"npm", re.IGNORECASE)
    assert [name for name in tracked() if hosts.search((ROOT / name).read_bytes())] == []
