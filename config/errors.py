"""What the operator has to put right before the program can start."""

from __future__ import annotations

from collections.abc import Iterable


class ConfigError(Exception):
    """Problems of the settings and files of an installation, all at once: one Vietnamese line for each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))
