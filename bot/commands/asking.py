"""Asks the operator before something is changed that is there already."""

from __future__ import annotations


def agreed(question: str) -> bool:
    """True when the operator says yes; where nobody can answer, nobody has agreed."""
    try:
        answer = input(question)
    except EOFError:
        print("\nKhông có ai trả lời; thêm --yes để làm luôn.")
        return False
    return answer.strip().casefold() in {"có", "co", "c", "yes", "y"}
