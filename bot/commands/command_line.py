"""argparse, speaking Vietnamese: its own few English words are put into the operator's language."""

from __future__ import annotations

import argparse

WORDS = {
    "usage: ": "Cách dùng: ",
    "positional arguments": "tham số",
    "options": "tùy chọn",
    "show this help message and exit": "xem hướng dẫn này",
    "%(prog)s: error: %(message)s\n": "%(message)s\nXem: %(prog)s --help\n",
    "argument %(argument_name)s: %(message)s": "tham số %(argument_name)s: %(message)s",
    "the following arguments are required: %s": "thiếu tham số: %s",
    "one of the arguments %s is required": "cần một trong các tham số: %s",
    "unrecognized arguments: %s": "không có tham số: %s",
    "not allowed with argument %s": "không dùng cùng %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "không có %(value)r; chọn trong %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)": (
        "không có %(value)r, có phải %(suggestion)r? Chọn trong %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "%(value)r không đúng dạng",
    "expected one argument": "cần một giá trị",
    "expected at least one argument": "cần ít nhất một giá trị",
}


def speak_vietnamese() -> None:
    """Give argparse its words; it asks its module-level gettext for each, when it says it."""
    setattr(argparse, "_", lambda word: WORDS.get(word, word))  # noqa: B010 - it has no public name
