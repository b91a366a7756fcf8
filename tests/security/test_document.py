"""docs/security.md tells the truth: every test that it names is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DOCUMENT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


def test_every_test_that_it_names_exists() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    named = set(re.findall(r"`(test_\w+)`", DOCUMENT))
    assert len(named) > 30
    assert [name for name in named if f"def {name}(" not in code] == []
    assert [
        name for name in re.findall(r"`(tests/[\w/]+\.py)`", DOCUMENT) if not (ROOT / name).is_file()
    ] == []


def test_every_threat_has_its_test() -> None:
    rows = [line for line in DOCUMENT.splitlines() if line.startswith("|") and "---" not in line]
    threats = [row for row in rows if not row.startswith("| threat")]
    assert len(threats) > 30
    assert [row for row in threats if "test" not in row.rsplit("|", 2)[1]] == []
