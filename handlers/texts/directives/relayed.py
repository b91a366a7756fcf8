"""The words with which the clerk passes on what a leader ordered by mouth."""

from __future__ import annotations

import re

RELAYS = re.compile(
    r"(?:(?:em|toi) (?:xin )?(?:bao lai|truyen dat|chuyen loi),? )?(?P<who>(?:sep|lanh dao|thu truong|dong chi|d/c|dc|anh|chi|ong|ba|chu tich|pho chu tich|ct|pct)\b(?: \w+){0,4}?)"
    r" (?:(?:vua|moi|da|co) )*(?:(?:bao|chi dao|yeu cau|noi|dan|y kien)(?: (?:la|lai|em|toi|minh|van phong|vp))*[ ,:]+"
    r"(?P<does>(?:giao|yeu cau|phan cong|cu|de nghi|nhac)\b)?|(?P<gives>giao(?: viec)?)\b) ?(?:cho )?(?=(?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c|phong|tram|to|cong an|van phong)\b)"
)
"""How the clerk passes on, in folded words, what a leader ordered by mouth: "sếp Hùng bảo giao anh Tuấn …"."""
TITLES = re.compile(r"(?:(?:sep|lanh dao|thu truong|pho chu tich|pct|dong chi|d/c|dc|anh|chi|ong|ba)\b ?)+")
"""What stands in front of a leader's name."""
