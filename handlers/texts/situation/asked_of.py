"""What is asked about one item, or about the own work: folded words."""

from __future__ import annotations

import re
import unicodedata

from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.words import fold

ASKS_WHEN = re.compile(r"\b(?:han|khi nao|bao gio|luc nao|(?:ngay|hom|buoi) nao|may gio)\b")
"""Words that ask for the day."""
ASKS_FOR_WORK = re.compile(
    r"\b(?:con|phai|can)(?: \w+){0,2}? (?:viec|nhiem vu|muc|so lieu|bao cao|chi tieu|gi|j|nao)\b"
    r"|\b(?:thieu|sot|no|quen)(?: nhung| cai| muc| so| viec)* (?:gi|j|nao)\b|\bhet viec\b"
    r"|\bco(?: \w+){0,2}? (?:viec|nhiem vu|muc|so|so lieu|bao cao|chi tieu)(?: \w+)? (?:gi|nao)\b"
)
"""Words that ask what is left to do, not how one item stands."""
ASKS_OF_ONE = re.compile(
    r"^(?:so giao|ke hoach|chi tieu giao|so lieu|ket qua)?(?: (?:la|duoc|dat|giao|nam nay|thuc hien))* ?bao nhieu(?: (?:roi|phan tram|a|the|vay|nhi|%))*\W*$"
    r"|^ai(?: dang)? (?:phu trach|theo doi|nam|quan ly|lam)(?: (?:viec|muc|cai|nhiem vu|chi tieu))?(?: (?:nay|do|ay|vay|the|day|a))*\W*$"
    r"|^(?:con )?(?:may|bao nhieu) ngay(?: nua)?(?: (?:het|den|toi) han)?\W*$"
    r"|^(?:tai sao|vi sao|sao)(?: (?:lai|no|van|con))* (?:thap|cham|it|giam|tang|cao|kem|chua dat|khong dat)(?: \w+){0,3}\W*$"
)
"""Words that ask about one item without its name."""
ASKS_LAST_YEAR = re.compile(r"\b(?:nam (?:ngoai|truoc|roi|qua)|cung ky)\b")
ASKS_WHO = re.compile(
    r"\bai (?:la nguoi )?(?:phu trach|theo doi|nam|quan ly|bao cao|lam) (?P<what>(?!(?:muc|viec|chi tieu|nhiem vu|cai) (?:nay|do|ay)\b|(?:no|day|vay|the)\b)\w.*)"
)
"""Words that ask who is in charge, and of what."""
OF_MANY = re.compile(
    r"\b(?:nhung|cac|danh sach|moi|tat ca|toan bo|toan phuong|ca phuong)\b"
    r"|\b(?:viec|nhiem vu|muc|chi tieu|don vi|phong|to|linh vuc|dau viec|cai) nao\b"
)
"""Words of a question that is not about one item."""
ASKS_HISTORY = re.compile(
    r"\bso (?:voi|sanh)(?: voi)? (?:thang|quy) \d|\b\d+ (?:thang|ky|quy) (?:gan day|qua|vua qua|lien tiep)\b"
    r"|\b(?:dien bien|xu huong|lich su)\b|\b(?:cac|may) (?:thang|ky|quy) (?:qua|gan day|truoc|nay)\b|\b\d+ nam (?:gan day|qua|vua qua)\b"
    r"|^(?!.*\b(?:bao nhieu|may|bn|the nao|sao)\b).*\btu dau nam\b|\b(?:qua|tung|theo) (?:cac )?(?:thang|ky|quy)\b"
)
"""Words that ask for more figures of one indicator than its newest."""
_PICTURE = re.compile(r"\bbieu do\b|\b(?:ve|bang|xem) do thi\b(?! (?:van minh|kieu mau))")
ASKS_FORECAST = re.compile(r"\b(?:du bao|du doan|kha nang)\b|\bcuoi nam .{0,30}\bdat\b")
GENERAL = frozenset(
    listed(
        """
        tinh | hinh | chung | the | nao | sao | roi | hom | nay | ngay | thang | tuan | hien | co | gi |
        moi | dang | chu | y | khong | ko | bao | cao | phuong | minh | ta | cong | viec | ra | den | dau
        | toi | cho | biet | xem | anh | chi | em | nhe | voi | a | oi | lan | van | con | can | quan |
        tam | on | chua | tien | do | so | lieu | nam | dao | vay | nhi | ket | qua | ro | lam | ai | cham
        | nhat | kem | yeu | lo | ngai | do | linh | vuc | cac | cua | nhung | toi
        """
    )
)
"""Words of a question that the ward's state answers."""
OF_WORK = GENERAL | frozenset(
    listed(
        """
        gio | gui | nua | phai | han | nop | la | khi | da | ghi | xong | thieu | may | bao | nhieu | duoc
        | nhan | truoc | sau | lai | nhac | ke | hoach | chi | tieu | nhiem | vu | muc | dau | viec | sua | sai
        | dung | luc | hom | buoi | mai | kia | het | no | sot | quen | theo | doi | phu | trach | giao | dat
        | phan | tram | tang | giam | thap | cao | ngoai | qua | ky | quy | cung | day | day | vay | ay | nay | thi
        | j | ha | ah | r | roi | ak | z | dc | bn | tat | ca | nhung | moi | ma | ten | han | toi | e | minh | em
        | chac | nhu | nhi | thoi | moi | tiep | lich | su | kiem | tra | giup | ho | hoi | xin | hay | rang | de
        """
    )
)
"""Words of a question about an item that was spoken of, or about one's own work."""


def asks_picture(words: str) -> bool:
    """True of "vẽ đồ thị"; "khu đô thị", which is typed the same without its marks, is none."""
    said = unicodedata.normalize("NFC", words).lower()
    return "đồ thị" in said or _PICTURE.search(fold(said.replace("đô thị", "…"))) is not None
