"""Whether words that came where a reason was asked for may be one: no order, question, "chiều em báo"."""

from __future__ import annotations

import re
from typing import Literal

from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.words import fold, words_of

Judged = Literal["reason", "doubtful", "postponed", "order", "other"]

_WHO = r"(?:anh|chi|em|ong|ba|co|chu|bac|dong chi|d/c|toi|minh|moi nguoi|tat ca|cac|phong|van phong)"
_SPEAKER = r"(?:em|e|toi|minh|anh|chi|chau|con|bac|co|chu)"
_END = r"(?: (?:a|nhe|nha|nhi|di|luon|day|anh|chi|em|sep|dong chi|bac|co|chu|vay|the|roi))*$"
_SAY = r"(?:bao cao|bao|noi|gui|tra loi|goi|nhan|trinh bay|giai trinh|viet|trao doi|trinh|lam|bo sung|xem)"
_TO = rf"(?: (?:lai|sau|cho|ro|cu the|ly do|voi|vao|tin|{_SPEAKER}))*"

_BECAUSE = re.compile(
    r"\b(?:vi(?! sao)|do|tai(?! sao)|boi|ly do|thieu|vuong|bi|het|hong|om|benh|mua|bao lu|sai|nham|sot"
    r"|mat dien|mat mang"
    r"|cham|trung|chua co|chua du|chua duoc|khong co|khong du"
    r"|(?:cho|doi)(?! (?:em|e|toi|minh|chut|ti|lat|anh|chi|phep|y kien sau)\b))\b"
)
"""Folded words that give a cause, whatever else is said."""
_TELLS = re.compile(
    r"\b(?:chua|khong|ko|mat|muon|tre|kho|nhieu|it|dang|da|con|nghi|ban|gap|dot xuat|long ghep"
    r"|ra soat|bo sung"
    r"|doi chieu|dieu chinh|thay doi|cap nhat|chuyen|sap nhap|nhap|tach|ghep|gop|dung|huy|hoan"
    r"|xin y kien|tham dinh|trinh"
    r"|cong tac|tap huan|ke hoach|khach quan|qua tai|tang|giam|thuoc|phoi hop|can|phai|moi|gui|yeu|vang)\b"
)
"""Folded words with which people tell how things stand."""
_PUTS_OFF = (
    re.compile(rf"\b{_SPEAKER}(?: (?:se|xin|moi|phai))* {_SAY}{_TO}{_END}"),
    re.compile(
        rf"^(?:{_SPEAKER} )?(?:de|cho|doi) (?:{_SPEAKER} )?(?:hoi|xem|kiem tra|nghi|ra"
        r"|tinh|chut|ti|lat|sau)\b"
    ),
    re.compile(
        rf"\b(?:tu tu|khoan|de sau|tinh sau|lat nua|ti nua|chut nua|(?:noi|bao|gui|tra loi|y kien) sau){_END}"
    ),
    re.compile(rf"^(?:sau|mai|chieu|lat|sang mai)(?: nay| nua)?{_END}"),
)
_LATER = re.compile(r"\b(?:chieu|mai|sang|toi|lat|ti|xong|sau|ve|tuan|thu|chut|se|khoan|dang hop|tu tu|de)\b")
_ASKS = re.compile(
    rf"\?|(?:^|\b(?:duoc|dc|co|xong|roi|dung|phai|the|vay) )(?:khong|ko|k|hong|chua){_END}"
    rf"|\b(?:da|co)\b.+ (?:chua|khong|ko){_END}"
    rf"|^(?:tai sao|vi sao|sao|the nao|bao gio|khi nao|con (?:ai|gi|bao nhieu)|ai)\b"
    rf"|\b(?:gi|nao|bao nhieu|ra sao|den dau|toi dau|vay sao){_END}"
)
_UNKNOWING = re.compile(r"\b(?:chua|khong|ko) (?:biet|ro)\b")
_ORDERS = re.compile(
    rf"^(?:(?:hay|nho|cho|ok|thoi|the|phai|da) )*(?:goi|keu|bao|nhac|moi|trieu tap|giao|don doc"
    rf"|yeu cau|de nghi|cu"
    rf"|phan cong|in|gui|dua|xem|lay|mo|tim|nhan|bao cao|len|xuong)"
    rf"(?: (?:lai|giup|ngay|cho|gap|them))* {_WHO}\b"
    rf"|^(?:{_WHO} )?(?:\w+ ){{0,2}}(?:len|xuong|qua|vao|den) (?:gap|phong|lam viec|bao cao)\b"
    rf"|^(?:bao cao|lam|nop|gui|len|den|xu ly|giai quyet)\b.* (?:ngay|di|gap|luon){_END}"
)
_FIGURE = re.compile(r"^neu\b.*\d|\b(?:thi|la|dat|duoc|=) (?:\w+ )?\d[\d.,/]*(?: ?%| \w+)?$")
_OPENING = re.compile(r"^(?:(?:da|vang|thua|a|u|uh)\b,? ?(?:anh|chi|sep|dong chi)?,? )(?=\w)")
_COURTESY = POLITE | frozenset(
    words_of("cam on chao ro da nhan vang ok oke okay a alo dung duoc roi the vay tot hieu")
)


_ENDED = re.compile(r"\b(?:xong|hoan thanh|hoan tat)\b")
_NOT_YET = re.compile(r"\b(?:chua|khong|ko|moi|con)\b")


def tells_end(text: str) -> bool:
    """True of "đã xong cả 2 đợt": something is done, and no cause is given."""
    folded = fold(text)
    return _ENDED.search(folded) is not None and not (_BECAUSE.search(folded) or _NOT_YET.search(folded))


def judged(text: str) -> Judged:
    """What words are that came where a reason was asked for.

    "doubtful": no cause is heard in them, they may still be one. "postponed": it will be told later. "order":
    somebody is to do something. "other": a question or its tail, a figure, thanks.

    >>> [judged(one) for one in ("chờ văn bản", "họp xong tôi nói", "gọi anh Sơn lên", "được ko")]
    ['reason', 'postponed', 'order', 'other']
    """
    folded = _OPENING.sub("", " ".join(fold(text).strip(" .!,;:").split()))
    if _COURTESY.issuperset(words_of(folded)):
        return "other"
    because = _BECAUSE.search(folded) is not None
    if _ASKS.search(folded) and not _UNKNOWING.search(folded):
        return "doubtful" if because and "?" not in folded else "other"
    if because:
        return "reason"
    if _LATER.search(folded) and any(one.search(folded) for one in _PUTS_OFF):
        return "postponed"
    if _ORDERS.search(folded):
        return "order"
    if _FIGURE.search(folded):
        return "other"
    return "reason" if _TELLS.search(folded) else "doubtful"
