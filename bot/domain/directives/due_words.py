"""How an order tells by when it is to be done, in folded words."""

from __future__ import annotations

import re

CUT = re.compile(
    r"(?<!\d)[,.:;!?](?=\s|$)|(?<=\d)[,.:;!?](?=\s+\D|\s*$)|\n|(?<=\s)(?=(?:roi|nhung) |(?:thi"
    r"|con) (?:anh|chi|dong chi|d/c|ong|ba|co|chu|phong|ben|a|c) )"
)
DOCUMENT = re.compile(
    r"\b(?:cv|qd|kh|tb|ct|kl|nq|cong van|quyet dinh|ke hoach|thong bao|van ban|nghi quyet"
    r"|chi thi)(?: so)? ?\d[\w/.-]*"
    r"(?: ngay \d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)?"
)
"""A document by its number and its day, which sets none."""
OF_PERIOD = re.compile(
    r"\b(?:tong hop|bao cao|bc|so(?: lieu)?|ke hoach|ket qua|lich(?: \w+){0,3}|thuong ky|du toan"
    r"|quyet toan|tre em|chi tieu)"
    r" (?:thang|quy|nam|tuan) (?:\d{1,4}|nay|truoc|qua|i{1,3}|iv)\b"
)
"""The period of a document: "bản tổng hợp tháng 11"."""
SINCE = re.compile(
    r"\b(?:tu|ke tu) (?:dau |cuoi |giua )?(?:nam|thang|quy|tuan|ngay|hom)(?: (?:\d\S*|nay|truoc"
    r"|ngoai))?(?: (?:den|toi) (?:nay|gio))?"
)
""" "Từ đầu năm": from when, by which nothing is done."""
REPORTED_ON = re.compile(r"\bthu (?:hai|ba|tu|nam|sau|bay|[2-7]) (?P<verb>bao cao|bc)\b")
""" "Thứ 4 báo cáo": the day of a deed, and no document's."""
TITLE = re.compile(r"\bdong chi\b")
""" "Thứ sáu đồng chí Long …" has no "sáu đồng" in it."""
EVERY_DAY = re.compile(r"\b(?:sang|trua|chieu|toi|ngay|hom) nao cung\b|\b(?:moi|hang) (?:ngay|sang|chieu)\b")
WHOM = r"(?:toi|tui|anh|chi|minh|t|a|c|em|chu|co|bac|lanh dao|chu tich)"
HANDED = re.compile(
    rf"\b(?:truoc|cham nhat|muon nhat|tre nhat|han|xong|hoan thanh|de qua|bao cao|bc|bao|gui|nop"
    rf"|trinh|ky|chot|phai co|dua|"
    rf"tra loi|nhan|co anh|co ket qua|bao lai|thi thoi|(?:cho|de) {WHOM}|{WHOM} (?:can|hoi|muon|xem|ky"
    rf"|duyet|nghe|co|lay|kiem tra)|phai xong)\b"
)
"""Folded words of a clause by whose day something is handed in or told."""
TO_ANOTHER = re.compile(
    r"\b(?:bao cao|bao|bc|gui|nop|trinh)(?: cho)? (?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c) "
    r"(?!(?:thu|ngay|truoc|t\d|sang|chieu|trua|mai|hom|biet|ket|so|danh|tinh|bao|ho|ve|xem|nghe|duoc|luc"
    r"|vao|trong|cuoi"
    r"|dau|cn|chu|luon|lien|gap|nhe|nha|nghen|ky|duyet|bn|mot|tuan (?:sau|nay|toi)|som)\b)[a-z]+\b"
)
""" "Báo cáo anh Tuấn", in folded words: the day may be his."""
NOT_LATER = re.compile(r"\b(?:dung|khong|ko|k) (?:de )?(?:qua|sang|lo|keo dai (?:qua|sang))\b")
HALF_DAY = re.compile(
    r"(?<!buổi )(?<!h )(?<!giờ )(?<!nay )(?<!ngày )\b(?:sáng|trưa|chiều|tối|chieu)\b(?! (?:nay|mai|mốt"
    r"|qua|kia|thứ|thu|ngày|hôm|t\d|cn|chủ|nào|\d))"
)
BARE_DAY = re.compile(
    r"(?<=\btruoc )(?=\d{1,2} *(?:$|[,.;!]|(?:nhe|nha|nghen|nhen|tay|phai|thi|toi|anh|chi)\b))"
    r"|(?<=\bhan )(?=\d{1,2} *(?:$|[,.;!]))"
    r"|(?:(?<=\bsang )|(?<=\bchieu )|(?<=\btrua ))"
    r"(?=[123]?\d(?: (?:nhe|nha|nghen|nay|toi|tay))* *(?:$|[,.;!]))"
)
AIMED = re.compile(
    r"\b(?P<aim>phan dau|co gang)\b(?: (?:den|toi|trong|truoc|vao))*(?: \S+){1,6}?"
    r"(?P<done>(?: la)? (?:xong|hoan thanh))\b"
)
""" "Phấn đấu 20/12 là xong": the day is one to be done by."""
AHEAD = re.compile(
    r"\btruoc (?:do )?(?P<count>\d{1,2}|mot|hai|ba|bon|nam) (?P<unit>ngay|hom|bua|tuan)\b(?! nua| toi)"
)
""" "Trước 2 ngày", counted from what is to happen."""
ONLY_COUNTED = re.compile(
    r"(?:(?:han|trong|toi da|xong|trong vong) )*(?:\d{1,2}|mot|hai|ba|bon|nam|bay|muoi) (?:ngay|hom|bua"
    r"|tuan)(?: lam viec)?[ .!]*"
)
COUNTS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5}
