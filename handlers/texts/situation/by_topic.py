"""What a question is about that is put in no words that are known: folded words of its subject, anywhere in it."""

from __future__ import annotations

import re

from bot.domain.reading.words import fold

_END = r"(?:[ ,]+(?:a|ha|nhi|vay|the|nhe|em|e|di|roi|ta|nua|day|voi|cho|toi|minh|anh|chi|hen|nghe))*[ .!]*$"
ASKS = re.compile(
    r"\b(?:nao|gi|ai|may|bao nhieu|bn|sao|dau|bao gio|nhung)\b|\?"
    rf"|\b(?:khong|ko|k|kg|hong|hok|chua){_END}|\b(?:duoc|phai|dung) (?:khong|ko|k|hong)\b|\bhay (?:la|cu|phai|van)\b"
    r"|^(?:(?:em|tro ly|bot|nho|cho|giup|ho|hay|thu|anh|chi|toi|minh|oi)[ ,]+)*"
    r"(?:xem|coi|liet ke|loc|lap|ra|xuat|in|ke|keo|lay|lam|gui|dua|danh sach|ds|bang|tim|kiem tra|ra soat|thong ke|bao|cho)\b"
    r"|\b(?:liet ke|loc ra|danh sach|ds)\b"
)
"""Without one of these nothing is asked."""
_MEANT = {
    "dat": "đạt",
    "tre": "trễ",
    "cham": "chậm",
    "yeu": "yếu",
    "kem": "kém",
    "no": "nợ",
    "thieu": "thiếu",
    "do": "đỏ",
    "hut": "hụt",
    "uoc": "ước",
    "may": "mấy",
    "han": "hạn",
    "nao": "nào",
    "thu": "thu",
    "ty": "tỷ",
}
"""How the words are written of which other words are typed the same without their marks."""
_OTHERWISE = re.compile(
    r"\b(?:tre (?:em|con|nho|duoi|mam)|cham (?:soc|diem|thi|chuan)|dat (?:dai|o|cong|nong|lua|rung|san|cho|ra)|yeu cau|kem theo|no luc"
    r"|may (?:tinh|moc|bom|in))\b"
)
_CALLED = r"(?:[ ,]+(?:\w+ ){1,3}oi)?"
QUESTION = re.compile(
    r"\b(?:nao|gi|ai|may|bao nhieu|bn|sao|bao gio|the nao)\b(?! do\b)|\?|\b(?:toi|den) dau\b"
    rf"|\b(?:khong|ko|k|kg|hong|hok|chua){_CALLED}{_END}|\b(?:la|do)\b.*\bhay\b.*\b(?:bao|lam|gui|phu trach|theo doi|nop|la)\b"
)
"""What makes words about somebody else's item a question."""
WISHES = re.compile(
    r"\b(?:bao|bao cao|bc|cho|gui|nop|trinh|dua|tra loi|giai trinh)(?: cao)?(?: lai)? (?:toi|anh|chi|minh|tui|a|c|em)\b"
    r".*\b(?:truoc|trong (?:tuan|ngay|thang|sang|chieu)|chieu nay|sang mai|ngay mai|hom nay|thu (?:hai|ba|tu|nam|sau|\d)|\d+ ?(?:h|gio)\b)"
    r"|\b(?:chieu|sang|trua|toi|mai)(?: nay| mai)? (?:bao|bc|bao cao|gui|nop)\b"
    r"|\b(?:xin (?!loi|hoi|xem|cho hoi)|gia han|lui han|doi han|keo dai)"
    r"|\b(?:nhac|giuc|don doc|gom|phoi hop|chu tri|chuan bi|lam ro|kiem diem|len ke hoach|tham muu|trien khai|ra quan)\b"
)
"""Something is to be brought by then, or somebody pressed: an order, whatever it asks besides."""
OF_MANY = re.compile(
    r"\b(?:nao|nhung|cac|may|bao nhieu|bn|ai|danh sach|ds|gi|khoi|mang|linh vuc|nguoi|dong chi|don vi|ca|het|toan bo|lai)\b"
)
"""A question of more than what was spoken of last."""

# --- what is meant --------------------------------------------------------------------------------------

_WORK = r"(?:viec|cong viec|nhiem vu|nv|dau viec|muc|cai|chi tieu|so|so lieu|bao cao|bc|han)"
_NOT = r"(?:khong|ko|k|kg|chua|hong|hok|chang|kho|it)"
_SEND = r"(?:gui|nop|bao cao|bao(?! gio| nhieu| lau)|bc|len so|ra so|bao so|nhap so|tra loi|phan hoi|co so|cap nhat)"
DUE = re.compile(
    r"(?<!qua )(?<!tre )(?<!gia )(?<!dung )\b(?:den|toi|het|sap|gan|toi|vao) han\b|\b(?<!khong )(?<!ko )(?<!chua )(?:con|co|nhung|bao nhieu|may) han\b|\bhan (?:chot )?(?:nao|gi)\b"
    r"|\b(?:phai|can) (?:xong|nop|hoan thanh|lam xong|trinh|ket thuc)\b"
)
LATE = re.compile(r"\b(?:qua han|tre han|cham han|ton dong|dang tre|bi tre|con tre|viec tre|tre|cham)\b")
WHO = re.compile(
    r"\b(?:ai|(?:ong|ba|nguoi|dong chi|d/c|anh|chi|don vi|phong|can bo|ben|bo phan|to|thang|co|chu|dua)(?: chi)? nao"
    r"|nhung (?:ai|nguoi|don vi|can bo|dong chi)|(?:may|bao nhieu) (?:nguoi|don vi|can bo|dong chi|phong)|tung (?:nguoi|phong|don vi))\b"
)
NOT_SENT = re.compile(
    rf"\b(?:chua|khong|ko|k|chua thay|van chua|cham|tre) (?:thay |kip |co |chiu |ai )*(?:{_SEND}|so|so lieu|bao cao)\b"
    r"|\b(?:no|thieu|sot|cho|con thieu|con no)(?: (?:nhung|cac|may|bao nhieu))* (?:so lieu|so|bao cao|bc|tien do|bai)\b"
    r"|\b(?:con|dang|ai|hay|van) (?:no|thieu)\b|\bai (?:thi |con |van )*(?:chua|khong|ko)\b(?=[ .?!]*$)"
)
NOT_REACHED = re.compile(
    rf"\b{_NOT} (?:the |kha nang |co kha nang )*(?:dat|hoan thanh|dap ung|kip|on|vuot qua)\b|\b(?:duoi|thap hon) (?:ke hoach|nguong|muc|chi tieu|kh)\b|\bhut\b"
)
IN_DANGER = re.compile(
    r"\b(?:nguy co|rui ro|hut|truot|rot|bao dong|dang lo|dang ngai|lo ngai|lo nhat|yeu|kem|kho dat|kha nang|kho hoan thanh)\b"
    r"|\b(?:gi|nao|dang|bi|bao|mau) do\b"
)
INDICATORS = re.compile(r"\b(?:chi tieu|ct|cai|muc|gi|linh vuc|mang|khoi)\b")
REACHED = re.compile(r"\b(?:da |duoc |co )?(?:dat|vuot|hoan thanh)\b")
WITHOUT_YEAR_END = re.compile(
    r"\b(?:tru|loai|khong tinh|ko tinh|k tinh|bo|khong ke|ngoai)\b.*\b(?:cuoi nam|ca nam|het nam)\b"
)
ESTIMATES = re.compile(
    r"\b(?:so|lieu|con|la|dang) (?:uoc(?: tinh| dat| thuc hien)?|tam tinh)\b|\buoc tinh\b|\bso tam\b"
    r"|\b(?:chua|khong|ko) (?:phai )?(?:so )?chinh thuc\b"
)
UNLINKED = re.compile(
    r"\b(?:chua|khong|ko|k) (?:\w+ ){0,3}?(?:vao|dang nhap|ket noi|lien ket|kich hoat|tham gia|cai|dung|su dung|nhap ma|co tai khoan|lien lac|ket ban)\b"
)
ASSISTANT = re.compile(
    r"\b(?:tro ly|bot|zalo|telegram|ma moi|app|ung dung|phan mem|tai khoan|nhom|kenh)\b|\bhe thong$"
)
LAST_YEAR = re.compile(r"\b(?:nam (?:ngoai|truoc|roi|qua|kia)|cung ky)\b")
MONEY = re.compile(r"\b(?:ty|ti|trieu|tien|thu|ngan sach|dong|von)\b")
BOTH_YEARS = re.compile(r"\b(?:so|so sanh|sanh|doi chieu|chenh|hon|kem|tang|giam|bang|bang so|voi)\b")
IN_MONEY = re.compile(
    r"\b(?:tong thu|thu ngan sach|thu ns|ngan sach|thu (?:duoc|dat|den|toi|tien|bao|thang|quy|nam))\b.*\b(?:bao nhieu|may|bn|den dau|toi dau|sao|the nao)\b"
)
"""How much money has come in: where one indicator alone is in money."""
LEFT = re.compile(r"\bcon (?:nhung )?(?:ai|nguoi nao|don vi nao|phong nao|ong nao|dong chi nao)\b")
COUNTS = re.compile(
    r"(?:trong |tu )?(?:thang|tuan|quy|nam|ky|hom|tu dau) (?:nay|truoc|qua|roi|vua roi|nam|\d{1,2})\b(?!.*\b(?:giao|yeu cau|de nghi|phai|hay)\b)"
    r".*\b(?:may|bao nhieu|bn) (?!gio\b)\w+"
)
OWED = re.compile(r"\b(?:han|nop|gui|bao cao|so|no|thieu)\b")
LINK = re.compile(r"\b(?:lien ket|ma moi|kich hoat|dang nhap|so dien thoai|sdt)\b")
"""Asked of one person: whether he is linked, his code."""
WHOLE_LIST = re.compile(
    r"\b(?:excel|file|tep|xuat)\b.*\b(?:toan bo|tat ca|het|day du|cac|moi|ca)\b.*\b(?:dau viec|nhiem vu|chi tieu|ke hoach)\b"
    r"|\b(?:xuat|in|tai|lay|gui)\b.*\b(?:danh sach|ds|bang)\b.*\b(?:dau viec|nhiem vu|chi tieu|ke hoach)\b.*\b(?:excel|file|tep|word)\b"
)
"""A file of every item is asked for."""
ASKS_STATE = re.compile(
    r"\b(?:toi|den) dau\b|\b(?:may|bao nhieu|bn) (?!viec|muc|chi tieu|nguoi|don vi|dong chi|phong|so\b)|\b(?:the nao|ra sao|sao roi)\b|\b(?:xong|co gi) chua\b|\bai (?:lo|lam|phu trach|theo doi)\b"
)
"""Asked of one thing: how far it is, how much there is, whose it is."""
CUT_OFF = re.compile(
    r"\bchot (?:so|so lieu|ky|ngay|khi|luc)\b|\b(?:ngay nao|khi nao|bao gio) (?:thi )?chot\b|\bky chot\b"
)
"""Until when a period counts, and by when it is sent."""
MANY = re.compile(r"\b(?:chi tieu|muc|ke hoach)\b|\bcai nao\b")
HOW_MANY = re.compile(r"\b(?:may|bao nhieu|bn|nao|nhung|gi|danh sach|liet ke)\b")
OF_LEADER = re.compile(r"\b(?:phu trach|om|mang|linh vuc|khoi|bao nhieu viec|may viec|quan ly)\b")
"""Asked of somebody who leads: what is his."""
OWN = re.compile(
    r"\b(?:ben|khoi|mang|phan|linh vuc|nganh)(?: cua)? (?:toi|tui|minh|anh|chi|co|chu|ta|em)\b|\b(?:viec|muc|chi tieu) cua (?:toi|tui|minh)\b"
)
DONE = re.compile(
    r"\b(?:xong|hoan thanh|dung han)\b.*\b(?:may|bao nhieu|bn|nhung|nao) ?(?:viec|nhiem vu|nv|dau viec|muc)?\b"
    r"|\b(?:may|bao nhieu|bn|nhung) (?:viec|nhiem vu|nv|dau viec|muc)\b.*\b(?:xong|hoan thanh|dung han|tre|cham|qua han)\b"
)
"""How much was done, or not: of a period that is named."""
BY_CLASS = re.compile(
    r"\b(?:xanh|vang)\b|\bcuoi nam (?:thi )?(?:moi )(?:co|xet|danh gia|ra|biet)\b|\bcho (?:den )?(?:cuoi nam|xet|danh gia)\b|\b(?:may|bao nhieu|bn|nhung|cac) chi tieu\b(?!.*\b(?:do|cham|no|thieu)\b)"
)
"""The indicators of a part, each with its class: "cái nào đỏ cái nào xanh"."""
AT_YEAR_END = re.compile(r"\bcuoi nam (?:thi )?moi (?:co|xet|danh gia|ra|biet)\b")
TO_DECIDE = re.compile(
    r"\b(?:cho|doi|dang cho) (?:(?:ai|sep|lanh dao|chu tich|toi|anh|chi|minh|duoc|cac) )*(?:xac nhan|duyet|phe duyet|y kien|quyet dinh|ky)\b"
)
""" "Nhiệm vụ nào đang chờ sếp xác nhận"."""
SENT_ON = re.compile(
    r"(?=.*\b(?:hom nay|hom qua|sang nay|chieu nay|tuan nay|tuan truoc)\b)(?=.*\b(?:ai|nguoi nao|phong nao|don vi nao)\b).*\b(?:gui|nop|bao cao|bao)\b(?!.*\b(?:chua|khong|ko|no|thieu)\b)"
)
""" "Hôm qua với hôm nay ai gửi cái gì"."""
ALL_SENT = re.compile(
    r"\b(?:gui|nop)(?: duoc)? (?:bao nhieu|may|bn) (?:phan tram|%|muc)|\b(?:ai|(?:phong|don vi|nguoi|can bo) nao)\b.*\b(?:gui|nop) (?:du|day du|het)\b(?!.*\b(?:chua|khong|ko)\b)"
)
""" "Kỳ này gửi được bao nhiêu phần trăm", "phòng nào gửi đủ rồi"."""
NOT_ASSIGNED = re.compile(
    r"\b(?:so giao|chi tieu giao|so ke hoach|nguoi (?:lam|phu trach|theo doi)|phan cong)\b"
)
LISTED = re.compile(
    r"\b(?:danh sach|ds|liet ke|loc|thong ke|ten)\b"
    r"|\b(?:may|bao nhieu|bn|nhung|cac) (?:muc|so|o|cai|bao cao|nguoi|don vi|viec|chi tieu|phong|dong chi)\b"
    r"|\b(?:muc|chi tieu|viec|so|nhiem vu) (?:nao|gi)\b"
)
"""What is listed, or counted, of what has not come."""


_NO_WORD = re.compile(
    r"\b(?:khong|ko|k|kg|chua)\b(?=[ .?!]*$)|\b(?:gi|nao) moi\b|\b(?:co |con |nhung |may |cac |bao nhieu )*(?:viec|muc|cai|chuyen) (?:gi|nao)\b|\bco viec\b|\b(?:cac|nhung|may|bao nhieu) (?:muc|viec|chi tieu|cai)\b"
)


def without_asking(words: str) -> str:
    """The words without those that make a question: "có gì mới không" is no "mới, không …" of a name."""
    folded = fold(words)
    for one in _NO_WORD.finditer(folded):
        words = f"{words[: one.start()]}{'.' * len(one[0])}{words[one.end() :]}"
    return words


def whole_list() -> str:
    """In front of the summary whose file has every item; what it has not."""
    return (
        "Tệp Excel kèm theo có đủ chỉ tiêu, nhiệm vụ, cột lĩnh vực, cơ quan chủ trì, phụ trách; cách trình bày khác "
        "chưa làm được. Việc chưa có người phụ trách: KẾ HOẠCH"
    )


def asks(words: str) -> bool:
    """True of a question in which nothing is wished for: "attp thiếu mấy cơ sở nữa là đủ"."""
    said = subject(words)
    return QUESTION.search(said) is not None and WISHES.search(said) is None


def counts(words: str) -> bool:
    """True of "tháng này công an báo mấy vụ cháy": of a stretch of time that is named first, no order."""
    return COUNTS.match(subject(words)) is not None and asks(words)


def wishes(words: str) -> bool:
    """True where something is to be brought or done, whatever is asked besides."""
    return WISHES.search(subject(words)) is not None


def subject(words: str) -> str:
    """Folded words without those that only look like the subjects looked for: "trẻ" is not "trễ", nor "đất" "đạt"."""
    kept = [
        folded if typed in {folded, _MEANT.get(folded, typed)} else "…"
        for typed in words.lower().split()
        for folded in (fold(typed),)
    ]
    return _OTHERWISE.sub("…", " ".join(kept))
