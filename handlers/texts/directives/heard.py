"""What is heard of orders, in folded words."""

from __future__ import annotations

import re

OTHER_RHYTHM = re.compile(
    r"(?<!\w)(?:(?:hang|moi) ngay|(?:sang|chieu|toi|ngay|hom) nao cung|(?:moi )?(?:[2-9]|hai|ba) (?:ngay|tuan|thang) (?:mot|1) lan)(?!\w)"
)
NO = re.compile(r"(?:khong|ko|k)(?: (?:a|nhe))?")
"""A bare no drops an order; asked for the day, it may also mean that there is none."""
ORDERS = re.compile(r"\b(?:giao|yeu cau|yc|phan cong|chi dao|cu)\b")
"""Folded words without which nothing is a plain order."""
GIVES = re.compile(r"(?:giao|phan cong)(?: (?:viec|nhiem vu))?(?: cho)?[ :]+")
BEGINS = re.compile(r"(?:giao|yeu cau|yc|phan cong|chi dao)(?: lai| viec| nhiem vu| cho)")
"""How an order begins, whether it can be read or not."""
CONFIRMS = re.compile(r"xac nhan(?: (?:roi|r|a|day|vay|the|nhe|di))*")
"""Folded words that the letter of a result asks for as well: said behind one they answer the letter."""
SETTLES = re.compile(r"(?:dung|chuan|xac nhan|sua|sai|bo chi dao|khong giao)\b")
"""Words that can only be about an order that waits, also when something else was asked since."""
TO_ANOTHER = re.compile(
    r"(?:(?:khong phai|khong|ko|nham|a|sai|y toi|toi noi|thoi)(?: (?:roi|vay|the|dau|la))*[ ,.:]+)*"
    r"(?:(?:doi|chuyen|giao|de|sua|phai)(?: lai)?(?: (?:sang|cho|thanh|la|nguoi|giao))*[ :]+)?"
    r"(?P<who>(?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c|phong|to|tram)? ?\w.{0,40}?)"
    r"(?:,? (?:chu|co|moi dung|nhe|di|lam|thoi|co ma|moi phai|a|lam chu|phu trach|thuc hien))*"
)
"""Folded words, the whole of an answer to an echo, that only put somebody else in charge."""
ASKS = re.compile(
    r"\?|\b(?:la gi|the nao|toi dau|den dau|ra sao|bao nhieu|bao gio|khi nao|o dau|lam gi|co gi|nao|gi)(?: roi| vay| the| a)*$"
)
COMMENTS = re.compile(r"(?:noi dung|viec|nguoi|don vi|san pham|can cu|moc)(?! ?:| (?:la|thanh)\b)")
"""How folded words begin that name a part, and say nothing of what it is to be."""
NAMES_PART = re.compile(r"(?:han|nguoi|noi dung|viec|don vi|chu tri|phoi hop|san pham|moc|can cu) ?:")
MENDS = re.compile(r"(?:sua|sai|chua dung)\b(?: lai)?(?: thanh)?[ :,]*")
PART = re.compile(
    r"(?:(?<=^)|(?<=[,;\n] )|(?<=[,;\n]))(han|thoi han|nguoi|giao cho|chu tri|don vi|noi dung|viec|phoi hop|san pham|moc|"
    r"can cu)\b(?: (?:la|voi|thanh|den))?[ :]*"
)
IS_URGENT = re.compile(r"\b(?:khan(?! truong)|gap(?! (?:go|kho|phai|mat))|hoa toc|ngay lap tuc)\b")
"""Folded words by which an order goes out at any hour."""
URGENT = re.compile(r"(?:(?:rat|thuong|hoa toc|toi)[ -])?(?:khan|gap|hoa toc|khan cap)(?: cap)? ?[:,.!–-]+ ?")
"""What stands in front of an order, in folded words, and is no part of it."""
SOON = "gấp"
"""The same behind it."""
WHEN_FIRST = re.compile(
    r"(?P<when>(?:(?:ngay )?\d{1,2}|thu \w+|chu nhat|cuoi tuan|cuoi thang) (?:hang|moi) (?:tuan|thang|quy)"
    r"|(?:truoc|cham nhat)(?: ngay| la)* (?:\d{1,2}/\d{1,2}(?:/\d{4})?|thu \w+|chu nhat|mai)),? "
    r"(?=(?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c|phong|tram|to|van phong|cong an)\b)"
)
"""The day of an order in front of who is named."""
INSIDE = re.compile(r"(?<=\w )(?:giao|yeu cau|phan cong|cu)(?: viec| nhiem vu)?(?: cho)? (?=\w)")
"""How an order begins in folded words behind others."""
STANDS_IN = re.compile(r"\b(?:theo doi|phu trach|dam nhan|dam nhiem) thay\b")
TOLD = re.compile(
    r"\b(?:da|vua|moi|chua|khong|ko|khi|neu|dang|sap)(?: \w+)? *$"
    r"|\b(?:ban|duoc|bi|ai|thanh pho|tinh|cap tren|nguoi|tien do) *$|\b(?:hom qua|hom truoc|tuan truoc|hom no)\b"
)
"""The end of folded words that tell or ask of an order, and give none."""
WHEN_ALONE = re.compile(
    r"(?:(?:sang|chieu|toi|trua)? ?(?:nay|mai|mot)|(?:sang|chieu|toi)? ?ngay (?:mai|mot)|(?:sang|chieu|toi)? ?hom nay"
    r"|trong (?:ngay|tuan|thang)(?: nay| mai)?|(?:dau |cuoi )?(?:tuan|thang)(?: nay| sau| toi)?"
    r"|(?:(?:sang|chieu) )?thu \w+(?: nay| toi| tuan sau)?|truoc \S+|(?:ngay )?\d{1,2}/\d{1,2})"
)
"""Folded words that are only a day."""
THEN = re.compile(r"[ ,]+(?:thì|thi|nên|nen|do đó|vì vậy|tôi|toi|đề nghị)$")
NO_DUE = re.compile(r"(?:khong|bo|chua|ko)(?: co| dat| can)? ?(?:thoi )?han|khong")
ON_BEHALF = re.compile(r",? ?\b(?:theo|co) (?:chi dao|y kien)(?: cua)? ")
CHAIR = re.compile(r"(?:dong chi |d/c |dc )?(?:chu tich|ct)\b")
