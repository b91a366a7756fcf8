"""What is heard of why more time is asked for, in folded words: the reason, and the request around it."""

from __future__ import annotations

import re

SAYS_WHY = re.compile(
    r"\b(?:(?:vi |voi )?(?:l[yi] do|nguyen nhan)(?: la)?(?: do| vi)?|tai vi|boi vi|vi|do|tai|boi)\b[ :,]*(?=\S)"
)
"""Folded words that a reason follows."""
MARKED_WHY = frozenset(("vì", "do", "tại", "bởi"))
"""The same as they are typed with marks, where one word says it."""
NO_WHY = re.compile(
    r"(?:\b(?:don|hanh|chuc|dinh|phuc|tien|che|toc|trinh|muc|ban|can|mat|nong|cap|nhiet|thai|so|qua|thien|de|dang"
    r"|hien|dien|tro|ton|thuc|dau) )$"
)
"""What stands in front of a "vi", "do", "tai" typed without marks that is the end of another word: "don vi"."""
NO_WHY_BEHIND = re.compile(
    r"(?:vi (?:pham|tri|sinh|mo|tinh)|do (?:thi|dac|luong|tham|choi|dung)|boi (?:thuong|duong|lan)"
    r"|tai (?:chinh|lieu|san|khoan|nan|lap|dinh|cho|nguyen|dau|pham|cheo|xe|tro|len))\b"
)
"""The same for the beginning of another word: "tai chinh"."""
_YOU = r"(?:em|e|toi|tui|minh|chau|anh|chi|a|sep|bac|co|chu|dong chi|d/c)"
_COURTESY = r"(?:a|ah|nhe|nha|nhen|nghen|di|duoc|khong|ko|k|oi|voi|giup|dum|ho|xin|phep|cam on|thi|la|va|nay)"
_ASKED = (
    r"(?:so lieu|so|bao cao|nop|gui|bao|hen|tre|cham|muon|them|xong|moi|se|han|thoi han|thoi gian|viec|nhiem vu"
    r"|chi tieu|dau viec|den|toi|sang|qua|ngay|sau|lai|het|gio|moi co|\d+(?:[.,]\d+)? ?%)"
)
_ASKS = (
    r"(?:(?:kinh )?de nghi|xin phep|xin|gia han|lui|khat|hen|hoan"
    r"|keo dai(?= (?:thoi|han|den|toi|them|sang)\b)"
    r"|(?:mong|nho|cho phep)(?= (?:xin|gia han|lui|khat|hen|sep|anh|chi|cho)\b)"
    r"|cho(?= (?:em|e|toi|tui|minh|anh|chi|phep|them|xin|den|gia han|lui|khat)\b)"
    r"|(?:doi|day|chuyen|dua)(?= (?:lai )?(?:han|thoi han|ngay|sang|qua|den|toi|ve|thanh)\b|[ ,]*$))"
)
_WORD = rf"(?:{_ASKS}|{_ASKED}|{_COURTESY}|{_YOU})"
OPENS = re.compile(rf"(?:\W*\b{_WORD}(?!\w))*\W*")
"""The request where it stands first, up to the reason: "em xin lùi số đến"."""
_BEGGING = r"(?:xin phep|xin|(?:kinh )?de nghi|khat|cho(?= (?:em|e|toi|tui|minh|phep|them|xin|khat)\b))"
_TURNING = rf"(?:(?:[,.;:-]|\b(?:nen|thi|do do|do vay|vi vay|vi the|{_YOU})(?!\w))\W*)+"
CLOSES = re.compile(
    rf"\W*(?:{_TURNING}(?:{_COURTESY}\W+)*{_ASKS}|\b{_BEGGING})(?!\w)(?:\W*\b{_WORD}(?!\w))*\W*$"
)
"""The request where it stands behind the reason, up to the day: "nên em xin lùi đến"."""
OF_DAY = re.compile(
    r"\b(?:hen|hua|dan|bao|lui|hoan|doi|chuyen|day|den|toi|moi|tu|ngay|chot|hop|truoc|sau|hom|vao|du kien)\W*$"
)
"""What makes the day that follows a part of the reason: "tổ 3 hẹn 25/11 gửi"."""
COURTEOUS = re.compile(
    rf"(?:[ ,.;!]*(?<!vang )(?<!sua )(?<!o )(?<!ve )\b(?:a|ah|nhe|nha|thoi a|{_YOU} oi|{_YOU} (?:a|nhe|nha)|em cam on|sep|nen|thi)(?!\w))+[ ,.;!]*$"
)
"""What a message ends with out of courtesy."""
OF_REASON = re.compile(
    r"(?<!giup )(?<!cho )(?<!voi )(?<!ho )(?<!dum )(?<!\w)(?:(?:em|e|toi|tui|minh|chau) )?(?:(?:moi|se|khong|ko) )?$"
)
"""At the end of the request these may begin the reason: "em bị ốm"."""
ASKS_IN = re.compile(
    r"^(?:(?:cho|de)(?= (?:em|e|toi|tui|minh|anh|chi|phep|them|xin|mai|sang|chieu|thu|den|gia han|lui|khat)\b)"
    r"|xin|em xin|e xin|mong|nho|de nghi)\b|\b(?:gia han|lui|khat|xin (?:den|toi|qua|them|nop|doi)"
    r"|(?:tre|cham|muon) (?:xiu|ti|chut|hon|han|it)|(?:nop|gui) (?:tre|cham|muon))\b"
)
"""Folded words of a clause that asks for time, and gives no reason."""
