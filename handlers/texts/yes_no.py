"""A yes or a no that is the whole of a message, below what waits for one."""

from __future__ import annotations

import re

_POLITE = (
    r"(?: (?:roi|r|nhe|nha|a|ah|em|anh|chi|di|day|chi tieu nay|chi tieu|ngay nay|cho (?:em|toi|chi)|giup))*"
)
YES = re.compile(
    r"(?:(?:vang|da|u|uh|ok|oke|oki|okay|duoc|dung|dung vay|chuan|chinh xac|dong y|xac nhan|nhat tri|ghi|luu)[ ,]*)+"
    + _POLITE
)
HEARD = re.compile(r"(?:(?:vang|da|u|uh|ok|oke|oki|okay|duoc)[ ,]*)+" + _POLITE)
"""A yes that may as well only say that something was read."""
NO = re.compile(
    r"(?:(?:a|da|vang) )?(?:khong|ko|k|thoi|chua|huy|bo)(?:,? (?:khong|ko|thoi|dung|can|ghi|giao|nua|bo|huy))*"
    + _POLITE
)
"""In folded words."""
