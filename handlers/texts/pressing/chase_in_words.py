"""How somebody is told in a whole sentence to have others pressed: folded words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.texts.common import capital, named, you
from handlers.texts.numbers import count, deadline

_FOR_ME = r"(?: (?:giup|lai|dum|gium|ho|cho|them|gap|ngay|toi|tui|minh|voi))*"
_HELPING = r"(?:(?: (?:giup|ho|dum|gium|cho))+ (?:toi|tui|minh|anh|chi|em|co|chu|bac)(?: cai)?| (?:mot |them )?(?:lan nua|lan nua di)| (?:them )?lan (?:hai|2|ba|3))?"
_TAIL = (
    rf"{_HELPING}(?: (?:di|nhe|nha|nghen|voi|gap|ngay|a|giup|gium|dum|luon|len|nao|som|toi|tui|minh|ho|cai|cho xong|xong|nua|nop|gui|not|lam|bao cao|so lieu|so))*"
    r"(?:,? (?:tre|cham|lau|thang nao cung|lan nao cung|ky nao cung|cu)(?: (?:hoai|qua|the|mai|roi|tre|cham))+)?"
)
NO_ANSWER = re.compile(
    r"[ ,.;]+(?:(?:em|e|minh|toi|chi) )?(?:da |vua )?(?:goi|nhan(?: tin)?|dien|alo|zalo|ib|lien lac|lien he)\b"
    r"[^\d%]{0,40}(?:\b\d )?[^\d%]{0,30}\b(?:khong|ko|k|kg|hong|chang|chua)(?: (?:thay|ai|ong nao|ba nao|chiu|them|duoc))*"
    r" (?:nghe|bat|tra loi|rep|hoi am|nhac|phan hoi|duoc)\b(?: (?:may|dien thoai|dt|tin|gi|luon|a|het|ca|tin nhan))*[ .!]*$"
)
"""Why somebody is to be pressed: he was called and did not answer."""
WHY = re.compile(
    r"[,.;] *(?:vi |tai |do )?(?:em|e|minh|toi|chi|c|anh|a|sep|tinh|tp|thanh pho|tren|ben tren|cap tren|van phong)"
    r" (?:dang|can|doi|giuc|hoi|sap|phai|con)\b[^\d%]*$"
)
"""Why who speaks wants it: "chị đang ngồi viết báo cáo gửi tỉnh"."""
PRESSES = re.compile(
    r"^((?:(?:em|nhờ|nho|hãy|hay|lan|trợ lý|tro ly)(?: (?:ơi|oi))?[, ]+)?)"
    r"(?:(?:nhắc|nhac) (?:khéo|kheo|nhẹ|nhe)|(?:đốc |doc )?(?:thúc|thuc)(?: (?:giục|giuc))?|(?:hối|hoi)(?: (?:thúc|thuc))?)"
    r"(?= (?:anh|a|chị|chi|c|em|ông|ong|bà|ba|cô|co|chú|chu|bác|bac|đ/c|đồng chí|dong chi|phòng|phong|bên|ben|[A-ZĐ])\b)",
    re.IGNORECASE,
)
"""Other words for it, as typed: "thúc anh Tuấn cái", "nhắc khéo chị Hương"."""
PRESS = r"\1nhắc"
HOUR_FIRST = re.compile(
    r" (?:(?:luc|tam|khoang|den|toi|truoc) )?(?P<until>\d{1,2} ?(?:h|g|gio)(?: ?\d{2})?(?: (?:sang|trua|chieu|toi))?(?: (?:hom )?nay| (?:ngay )?mai)?),?"
    r"(?= (?:(?:phai|la|nho|can|thi|cho) )*(?:nop|gui|bao cao|bao|xong|cap nhat|bo sung|co (?:so|du|bao cao))\b)"
)
"""The hour in front of what is to be done: "14h nay nộp nốt"."""
_TODAY = re.compile(r"(?<!hôm )(?<!hom )\bnay\b", re.IGNORECASE)
_SEND = (
    r"(?:(?:phai|can|khan truong|nhanh chong|som|tap trung|nho|hay) )*(?:gui|nop|bao cao|cap nhat|bo sung|bao|co(?= (?:du )?so))"
    r"(?: (?:ngay|gap|het|day du|du|cho xong|nhanh|som|nhung|cac|not|cho|toi|minh|ve|len|van phong))*"
    r" (?:so lieu|so|bao cao|bc|tien do|ket qua)(?: (?:so lieu|bao cao|tien do|con thieu|con no|con lai|chua gui|duoc giao"
    r"|thang nay|ky nay|thang \d{1,2}|ky|dung han|day du|con|ve|len|cho|van phong|toi|minh|ngay|gap))*"
)
_UNTIL = (
    r"(?: (?:di|nhe|nha|nghen|ngay|luon))*(?:,? (?P<until>(?:truoc|trong|den|cham nhat|muon nhat|(?<!qua )(?<!tre )han) .{2,40}?"
    r"|(?:trua|chieu|sang|toi|hom|ngay) (?:nay|mai)(?= (?:phai |la )?(?:xong|co)\b)))?(?: phai(?= xong))?"
)
_LATE_ONES = (
    r"(?:(?:tat ca|het|nhung|cac|moi|may) )*(?:ai|nguoi|don vi|can bo|dong chi|phong|bo phan|to|ong|ba|anh|chi|dua|ban|anh em|anh chi em)(?: nao)?"
    r"(?: (?:con|dang|van|ma|thang nay|ky nay|anh|chi|em|dong chi))* (?:chua|no|thieu|cham|tre)"
    r"(?: (?:gui|nop|bao cao|lam|so lieu|so|han|xong|gi|thang nay|ky nay))*"
)
LATE_ONES = re.compile(_LATE_ONES)
"""Who is meant are those who owe something: "ai chưa nộp"."""
OVERDUE_ONES = re.compile(
    r"(?:(?:tat ca|het|nhung|cac|moi|may|toan bo) )*(?:ai|nguoi|don vi|can bo|dong chi|phong|anh em|anh chi em"
    r"|muc|viec|dau viec|nhiem vu|chi tieu|so lieu|bao cao)?(?: ?(?:nao|dang|con|bi|da|ma|co|muc|viec|bao cao|so lieu))*"
    r" ?(?:qua|tre) han(?: (?:chua (?:gui|nop|bao cao|xong)|roi|lau|nhat|hien nay|thang nay))*"
)
"""Who is meant are those whose day is over: "những người quá hạn", "các mục đang quá hạn"."""
EVERYBODY = re.compile(
    r"(?:(?:tat ca|toan the|toan bo|cac|moi) )*"
    r"(?:tat ca|het|ca co quan|ca phuong|toan phuong|ca uy ban|moi nguoi|nguoi|don vi|phong ban|bo phan|dong chi|anh chi em|anh em|can bo|co quan|ban nganh)"
    r"(?:[, ]+(?:don vi|bo phan|dong chi|ban nganh|trong phuong))*"
)
OR_POLICE = re.compile(r"ca phuong\b")
""" "Ca phường", typed without marks, is the whole ward or its police; "CA phường" is the police."""
WHOLE = "cả"
POLICE_NAME = "công an phường"
POLICE = re.compile(r"\bCA (?:phường|phuong)\b")
REMINDS = re.compile(
    r"(?:[\w ]{2,20} oi[, ]+)?(?:nho )?(?:nhac(?: nho)?|giuc|don doc(?! lai\b))(?: lai)?"
    rf"{_FOR_ME} (?P<who>.+?)(?: {_SEND}| (?:gui|nop)(?: (?:bai|het|not|gap|ngay|som))*)?{_UNTIL}{_TAIL}"
)
""" "Nhắc chị Yến", "nhắc mọi người đi", "nhắc tất cả gửi số trước 15h"."""
REMINDS_OF = re.compile(
    rf"(?:[\w ]{{2,20}} oi[, ]+)?(?:nho )?(?:nhac(?: nho)?|giuc|don doc)(?: lai)?{_FOR_ME} (?P<who>.+?)"
    r"(?: (?:phai|can|nho|som|khan truong))* (?:gui|nop|bao cao|bao|cap nhat)(?: (?:ngay|gap|som|not|ve|cho (?:toi|minh|van phong)))*"
    rf" (?P<item>.{{2,60}}?){_UNTIL}{_TAIL}"
)
""" "Nhắc anh Cường báo ATTP đi": the item by its name alone."""
WHOLE_UNIT = re.compile(
    r"(?:ca|toan|toan bo|toan the|tat ca)(?: (?:anh em|anh chi em|moi nguoi|can bo|dong chi|cac dong chi))*(?: (?:o|trong|ben|thuoc|cua))?"
    r" (?=(?:phong|van phong|ban|bo phan|to|khoi|trung tam|khu pho|khom)\b)"
)
""" "Cả phòng VHXH"."""
TELLS = re.compile(
    rf"(?:[\w ]{{2,20}} oi[, ]+)?(?:nho )?(?:yeu cau|yc|de nghi|bao|noi|thong bao|chi dao|nhan|nhac(?: nho)?|giuc|don doc){_FOR_ME}"
    rf" (?P<who>.+?)(?: la)? {_SEND}(?: (?P<item>.{{2,60}}?))??{_UNTIL}{_TAIL}"
)
""" "Bảo anh Minh gửi số BHXH ngay", "yêu cầu các phòng gửi số trước 16h"."""
CALLS = re.compile(rf"(?P<who>.{{2,40}}?) oi,? {_SEND}(?: (?P<item>.{{2,60}}?))??{_UNTIL}{_TAIL}")
""" "Minh ơi gửi số BHXH đi"."""
WHO_OWES = re.compile(
    rf"(?:[\w ]{{2,20}} oi[, ]+)?(?:(?:thang|ky|hom|tuan) nay,? )?(?:neu |xem )?(?P<who>{_LATE_ONES}),?(?: thi)?"
    rf" (?:nhac(?: nho)?|giuc|don doc){_FOR_ME}(?: (?:ho|nguoi ta|nguoi do))?{_UNTIL}{_TAIL}"
)
""" "Tháng này ai chưa nộp thì nhắc giúp tôi"."""
_DEMANDS_ALL = _SEND.replace("(?:gui|nop|", "(?:gui|nop|hoan thanh|hoan tat|lam xong|chot|", 1)
WANTS_ALL = re.compile(
    rf"(?:(?:kinh )?(?:de nghi|yeu cau|yc|mong|nho|bao|nhac|thong bao|chi dao)(?: den| toi| cho)? )?(?:{EVERYBODY.pattern})"
    rf"(?: (?:em|oi|trong phuong))*,? {_DEMANDS_ALL}{_UNTIL}{_TAIL}"
)
""" "Đề nghị các đồng chí khẩn trương hoàn thành báo cáo tháng 11 trước 17h": asked whether all are to be pressed."""
ALL_BUT = re.compile(
    rf"(?:[\w ]{{2,20}} oi[, ]+)?(?:nho )?(?:gui )?(?:loi |tin )?(?:nhac(?: nho)?|giuc|don doc)(?: lai)?{_FOR_ME} (?:{EVERYBODY.pattern}|{_LATE_ONES})"
    rf"(?: {_SEND})?,? (?:ngoai )?(?:tru|khong ke|bo qua|chua)(?: ra)? (?P<but>.+)"
)
""" "Nhắc tất cả, trừ công an với quân sự, họ gửi rồi"."""
ADDRESSED = re.compile(r"(?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c) \w+$")
ONCE_MORE = re.compile(r"\b(?:nhac|don doc|giuc)(?: nho)? lai\b|\b(?:lan nua|lan hai|lan ba|them lan)\b")
"""Who says so knows that he was pressed already."""
ONE_ALONE = re.compile(
    r"(?:nho )?(?:nhac(?: nho)?|giuc|don doc)(?: (?:lai|giup|ho))* (?P<who>(?:anh|chi|ong|ba|co|chu|bac|em|dong chi|d/c|a|c) \w+(?: \w+){0,3})"
)
"""Somebody with a title, and no more: "nhắc anh Minh"."""
TO_GROUP = re.compile(
    r"(?!.*\b(?:ngay nghi|lam bu|da|roi|xong|vua)\b)(?:.*\b)?(?:gui|dang|nhan|thong bao|up|bao)(?: (?:tin|giup|ho|thong bao|len|vao|cho|nhac|loi nhac))*"
    r" (?:vao|len|trong|cho|ra) (?:nhom|group|zalo nhom|nhom (?:zalo|chung|phuong))\b.*"
)
"""Folded words that want something sent to the group."""
_MEETS = r"(?:hop|giao ban|hoi nghi|hoi y|sinh hoat|co mat|tap trung|chao co|(?:len|o|xuong|ve|den|tai) (?:hoi truong|phong hop)|du (?:le|lop))"
MEETING = re.compile(
    r"(?:(?:nho|em|tro ly|hay|ra|gui|lan|giup|a)[ ,]+)*(?:thong bao|bao(?! cao)|nhan(?: tin)?|moi|nhac(?: nho)?|giay moi|lich)\b"
    rf"(?!.*\b(?:da|xong|roi|ket luan|bien ban|vuong|chua|(?<!\d)(?<!ngay )(?<!tang )(?<!thu )(?<!mung )(?<!so )(?<![ht])\d+ (?!gio|h\b|ngay|thang|ngay)[a-z]+)\b).*\b{_MEETS}\b.*"
)
"""Folded words that want others told of a meeting."""
HOW_OFTEN = re.compile(
    r"(?:(?:da|toi|minh|van phong|tro ly|tuan nay|thang nay) )*(?:nhac(?: nho)?|don doc|giuc) (?P<who>.{2,40}?)"
    r" (?:duoc |tong cong |den nay )*(?:(?:may|bao nhieu) lan|chua)(?: (?:roi|a|nhi|vay|trong .{3,10}|tuan nay|thang nay))*"
    r"|(?P<who2>.{2,40}?) (?:da |bi |duoc )*(?:nhac(?: nho)?|don doc|giuc) (?:(?:may|bao nhieu) lan|chua)(?: (?:roi|a|nhi|vay|tuan nay|thang nay))*"
)
""" "Đã nhắc anh Sơn mấy lần"."""
OPENS = re.compile(r"\b(?:nhac|giuc|don doc|yeu cau|yc|de nghi|bao|noi|thong bao|chi dao|nhan|oi)\b")
"""Without one of these nobody is to be pressed."""


def before(hour: str) -> str:
    """ "14h nay" as the end of what is to be done."""
    return f"trước {_TODAY.sub('hôm nay', hour)}"


def press_all(until: str) -> str:
    """The question whether everybody is to be pressed."""
    by = f", mốc “{until}”" if until else ""
    return f"Đôn đốc tất cả những người còn mục chưa gửi{by}? Chưa gửi đến ai.\nĐề nghị chọn:"


PRESS_ALL = "Đôn đốc tất cả"
SEE_OWED = "Xem ai chưa báo cáo"


def to_all(until: str) -> str:
    """What the choice is as if it were typed."""
    return f"yêu cầu tất cả nộp số liệu {until}".strip()


def no_meetings(reader: PersonView) -> str:
    """Meetings are no business of the assistant's: what it can do for one."""
    return (
        f"Trợ lý không gửi thông báo, giấy mời họp; chưa gửi đến ai. {capital(you(reader))} có thể:\n"
        "- ĐÔN ĐỐC TẤT CẢ: nhắc gửi số liệu trước giờ họp\n"
        "- GIAO + người + việc + hạn: giao chuẩn bị nội dung họp\n"
        "- TÌNH HÌNH: số liệu để họp"
    )


def not_to_group(reader: PersonView) -> str:
    """What is sent to the group is the ward's summary alone (product.md); who owes is pressed himself."""
    return (
        f"Trợ lý không gửi tin theo lời nhờ vào nhóm, không hẹn giờ gửi; chưa gửi đến ai. {capital(you(reader))} có thể:\n"
        "- ĐÔN ĐỐC TẤT CẢ: nhắc riêng từng người còn mục chưa gửi\n"
        "- CHƯA BÁO CÁO: danh sách để gửi vào nhóm"
    )


def by_then(until: datetime) -> str:
    """To who presses: the day or hour that he set stands in the letters, and is no new deadline."""
    return f"Tin đôn đốc ghi mốc {deadline(until)}; hạn của từng mục giữ nguyên."


def left_out(people: Mapping[PersonView, int]) -> str:
    """Who was not pressed as it was wished, with how much is still not there."""
    names = ", ".join(
        f"{named(one)} ({f'còn {count(owed)} mục chưa có trên hệ thống' if owed else 'không còn mục nào chờ'})"
        for one, owed in people.items()
    )
    return f"Không gửi đôn đốc theo yêu cầu: {names}."


def then_is_over(until: datetime) -> str:
    return f"Mốc {deadline(until)} đã qua; chưa gửi đôn đốc đến ai. Đề nghị gửi lại kèm mốc khác."


def of_another(items: list[ItemView], ward: WardView) -> str:
    """Somebody is told to send what another is in charge of."""
    said = "; ".join(
        f"{one.key} {one.short_name} do {named(ward.people.get(one.owner_id or 0))} phụ trách"
        for one in items
    )
    return f"{said}. Chưa gửi đôn đốc đến ai."


def press_label(owner: str, item: ItemView) -> str:
    return f"Đôn đốc {owner} gửi {item.short_name}"
