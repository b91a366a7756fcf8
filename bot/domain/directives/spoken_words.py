"""What makes an order of words told as people talk, and what makes something else of them; folded."""

from __future__ import annotations

import re

from bot.domain.directives import vocabulary as say

WHOM = r"(?:toi|tui|anh|chi|minh|t|a|c|em|co|chu|bac)"
_WEAK = frozenset(
    {"co", "nam", "chi", "in", "len", "thu", "cap", "du", "mo", "tiep", "hop", "ghi", "dua", "ky", "trong"}
)
"""Verbs that stand as often in what is told as in what is ordered."""
_DOING = [" ".join(one) for one in say.DOING if " ".join(one) not in _WEAK]
_TALKED = (
    "xuong|di xem|di kiem tra|coi|gom|lam ro|ra quan|ghe|chay|nhan|check|dem|ngoi lai|thong nhat|liet ke"
    "|loc|truc|goi"
    "|cu nguoi|len (?:lich|danh sach|ke hoach|phuong an)|dua (?:toi|anh|chi|danh sach|so|bao cao)|cho y kien"
    "|lo (?:viec|vu|cho|phan|cai)|day nhanh|nam tinh hinh|xem lai|ra lai|chot|sap lich|thu xep"
    f"|cho {WHOM}|bao(?: lai| cho)? {WHOM}|noi {WHOM} biet"
)
ACTS = re.compile(
    r"(?:[^\s,.;:!?]+ ){0,6}?(?:"
    + "|".join(sorted((*_DOING, _TALKED), key=len, reverse=True))
    + r")\b(?! (?:duoc|xong roi|roi)\b)"
)
"""The words behind who is called, when he is to do something."""
TELLS = re.compile(
    r"(?:da|dang|vua|moi (?!nguoi|dong chi|anh|chi|ben|don vi)|xin|keu|than|noi (?:la|rang)?|nghi"
    r"|di (?:hop|hoc|cong tac|vang)|om|bi|van|chua|khong|ko|k|lam (?:tot|duoc)|"
    r"la|khac|gioi|hom qua|hom truoc|tuan truoc|roi|thi (?:lui|sao|the nao)|phu trach|co (?:ve|le|con|di"
    r"|gi)|con (?:may|bao|gi|no)|"
    r"bao (?:khac|so|la|rang|chua|thieu|sai|lech|nham|miet|hoai)|lui|cham|tre|y kien|de xuat xin)\b"
)
"""The words behind who is only spoken of."""
BEFORE_ACTOR = frozenset(("thi", "con", "roi", "nho", "bao", "nhac", "va", "nen", "noi", "nhan"))
"""Words in front of who is called that do not keep him from being the one who acts."""
JOINING = frozenset((*say.CONNECTIVES, "+", "/"))
CALLS = re.compile(r" *(?:oi|ne)\b|(?: *,)? *(?:nghe|biet|ro|nho)(?: (?:chua|khong|ko|nhe|nha))?[ .!?]*$")
"""Behind who is called so that he listens: "Sơn ơi", "…, Kiên nghe chưa"."""
ENDS = re.compile(r"(?: (?:nhe|nha|nghen|nhen))?[ .!]*$")
BEFORE_ENDS = frozenset((",", "vay", "the", "nhe", "nha", "di", "day", "roi", "nghen"))
""" "…, Minh nhé": who is called last of all."""
FOR_ME = re.compile(rf"\b(?:cho|bao cao) {WHOM}\b")
"""Without a day, and of whom nobody calls, it may be asked of the assistant: "cho tôi xem tình hình"."""
TO_ME = re.compile(
    rf"\b(?:(?:cho|bao|bao cao|bc|gui|trinh|nhan|tra loi|noi|dua|nop)(?: (?:lai|cho|ngay|gap|luon|ve"
    rf"|giup))* {WHOM}"
    rf"|(?:giup|gium|dum) {WHOM}|{WHOM} (?:can|muon|hoi|ky|duyet|nghe|kiem tra|co bao cao))\b"
)
URGES = re.compile(
    r"\b(?:nhe|nha|nhen|nghen|nghe|gap|ngay|luon|gium|dum|lien|di)(?= *(?:$|[,.;:!\n]))|\b(?:phai|hay|nho"
    r"|dung)\b"
)
MUST = re.compile(r"\b(?:phai|can|xong)\b")
LEADS = re.compile(
    r" *(?:la |se |lam )?(?:chu tri(?! (?:cuoc |buoi |phien )?(?:hop|giao ban|hoi nghi|tiep))|lam chinh"
    r"|chiu trach nhiem chinh|la chinh|chinh)\b"
)
ALONG = re.compile(
    r" *(?:cung )?(?:phoi hop(?! can| ra| kiem| lam| to)|p/h|ph|ho tro|tham gia)\b(?: (?:cung|voi|them))?"
)
EACH = re.compile(r"\b(?:moi|tung) (?:nguoi|dong chi|ng|don vi|anh|chi|phong|ben)\b")
PRONOUN = re.compile(
    r"\b(?:bao|noi|nhac|nho|yeu cau|giao|de) (?:cho )?(?:chi|anh|co|ong|ba|chu|cau) (?:ay|do)\b"
)
""" "Bảo chị ấy đề xuất": who was named before."""
BOTH = re.compile(r"\b(?:hai|ca hai|2) (?:ben|dong chi|nguoi|anh|chi|don vi|phong)\b(?! (?:kia|nao))")
""" "Hai bên ngồi lại": the two who were named before."""
GIVES = re.compile(
    r"\b(?:giao(?! (?:ban|thong|quan|luu|dich|duc))|phan cong|cu(?! tri| lam| the| ma| de| phai| chuyen))\b"
)
""" "Giao kế toán làm và chị Nga …": who is given work is not who is called elsewhere."""
ASKS = re.compile(
    r"(?<!\w)(?:den dau|toi dau|the nao|ra sao|bao nhieu|bn|bao gio|khi nao|o dau|tai sao|vi sao"
    r"|lam duoc gi|co gi|ai lam|ai phu trach)(?!\w)"
    r"|\bsao\b.*\b(?:vay|the|chua|khong|hoai|mai)\b|^sao\b|\b(?:duoc|dc) (?:khong|ko|k|hong)\b"
    r"|\bco\b.{1,30}\b(?:khong|ko|k|hong) (?:ma|hay|nhi|the|vay|day)\b"
)
_OPENS = r"(?:^|[.!?;,] *)(?:(?:u|uh|uhm|a|ok|oke|thoi|vay|roi|thi|toi|anh|chi|minh) )*"
OTHERWISE = re.compile(
    r"\b(?:xin phep|nghi phep|nghi om|nghi sinh|om nghi|di (?:hop|hoc|cong tac)|vang mat|dieu hanh thay"
    r"|lam thay|quyet giup)\b"
    rf"|{_OPENS}(?:khong |ko |k )?(?:dong y|duyet|nhat tri|chap thuan|cho phep)\b|\b(?:gia han|doi (?:han"
    rf"|lich|ngay)|them han)\b"
    r"|\b(?:cho|xin)(?: \w+){0,3} (?:den|(?<!cho )toi) (?:het )?(?:ngay )?\d{1,2}\b"
    rf"|\b(?:rut lai|rut y kien|bo (?:di|viec|luon)|thu hoi (?:chi dao|viec)|thoi khoi|khoi (?:lam|can"
    rf"|phai)|khong (?:can |phai )?lam(?: nua)?)\b"
    rf"|{_OPENS}(?:huy|tam dung|tam hoan)\b"
    r"|\b(?:doi lai|chuyen sang|chuyen cho|thay .{2,30} bang|phu trach thay|(?<!kiem )tra lai"
    r"|phu trach luon|(?:de"
    r"|phan) .{2,20} phu trach)\b"
    r"|\b(?:lam tot|tot lam|gioi lam|cu the ma|cu the duy tri|khen|hoan nghenh|bieu duong|cam on)\b"
    r"|\bgiai (?:trinh|thich)\b|\b(?:mo|dong) (?:lai )?(?:so|ky)\b"
    r"|\b(?:hom qua|hom no|hom truoc|bua truoc|luc nay)\b.*\bgiao\b|\bgiao\b.*\b(?:hom qua|hom no"
    r"|hom truoc|bua truoc|luc nay|sang nay)\b"
)
"""What is decided, withdrawn, changed, praised, explained, or tells of an absence."""
PUTS_OFF = re.compile(r"\b(?:lùi|lui|dời|hủy|huỷ)\b")
"""Words as they are typed: "xây lụi" puts nothing off."""
DAY_AHEAD = re.compile(
    r"(?:(?:truoc|cham nhat|sang|trua|chieu|toi|thu|hai|ba|tu|nam|sau|bay|chu|nhat|cn|t\d|ngay|mai|mot"
    r"|nay|tuan|thang|cuoi|dau"
    r"|hom|gio|luc|\d[\d/:h]*)(?: |$))+"
)
"""All that stands in front of who is called in his clause."""
