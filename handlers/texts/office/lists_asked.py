"""Lists that the clerk asks for in her own words, folded: tasks without a day, who has not sent, what the chair waits for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from bot.domain.reading.vocabulary.listed import listed
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import capital, named
from handlers.texts.numbers import count

_NOT = r"(?:chua|khong|ko|k|hong|thieu|con thieu|con trong|bo trong)(?: (?:thay|co|dat|ghi|ro|giao|duoc|phan|xac dinh|nhap|dien))*"
_TASKS = r"(?:viec|nhiem vu|nv|dau viec|muc|cong viec|chi tieu)"
_WHICH = re.compile(
    rf"\b{_TASKS} (?:nao|gi)\b|\b(?:liet ke|danh sach|ds|list|loc|thong ke|nhung|cac|may|bao nhieu)\b.*\b{_TASKS}\b|\b{_TASKS}\b.*\b(?:liet ke|loc ra|danh sach)\b"
)
_LACKED: Mapping[str, re.Pattern[str]] = {
    "due": re.compile(
        rf"\b{_NOT} (?:han|thoi han|deadline|ngay xong|thoi gian hoan thanh|ngay hoan thanh)\b(?! (?:nop|gui|bao cao))"
    ),
    "product": re.compile(rf"\b{_NOT} (?:san pham|ket qua dau ra|dau ra)\b"),
    "basis": re.compile(rf"\b{_NOT} (?:can cu|van ban giao|so van ban|so hieu)\b"),
    "owner": re.compile(
        rf"\b{_NOT} (?:ai|nguoi|can bo|can bo nao|cong)(?: (?:nao|ai))?(?: (?:phu trach|lam|theo doi|nhan|chiu trach nhiem|chu tri|om|lo))?\b(?! (?:gui|nop|bao))"
        r"|\bchua (?:duoc )?(?:phan cong|giao cho ai|giao ai|giao nguoi)\b|\bbo trong nguoi\b"
    ),
}
LACKS: Mapping[str, Callable[[ItemView], bool]] = {
    "due": lambda item: item.is_task and item.due_on is None,
    "product": lambda item: item.is_task and not item.product,
    "basis": lambda item: item.is_task and not item.basis,
    "owner": lambda item: item.owner_id is None,
}
_CALLED = {
    "due": "nhiệm vụ chưa có hạn riêng",
    "product": "nhiệm vụ chưa ghi sản phẩm",
    "basis": "nhiệm vụ chưa ghi căn cứ",
    "owner": "đầu việc chưa có người phụ trách",
}
_HOW = {
    "due": "Hạn do lãnh đạo phụ trách đặt bằng tin nhắn, ví dụ: {key} HẠN MỚI 15/12",
    "product": "Bổ sung sản phẩm trong tệp kế hoạch rồi nạp lại.",
    "basis": "Bổ sung căn cứ trong tệp kế hoạch rồi nạp lại.",
    "owner": "Phân công: PHÂN CÔNG {key} + tên",
}
BY_UNIT = re.compile(
    r"\b(?:moi|tung|cac) (?:phong|don vi|bo phan|co quan|ban)\b.*\b(?:bao nhieu|may|so luong)\b.*\b(?:chi tieu|nhiem vu|viec|dau viec|muc)\b(?!.*\b(?:chua|no|thieu|cham|qua han|xong|dat)\b)"
    r"|\b(?:so luong|bao nhieu|thong ke|dem)\b.*\b(?:chi tieu|nhiem vu|viec|dau viec)\b.*\b(?:theo|cua) (?:moi |tung |cac )?(?:phong|don vi|bo phan)\b(?! \w)"
)
""" "Mỗi phòng bao nhiêu chỉ tiêu, bao nhiêu nhiệm vụ"."""
NO_UNIT = "Chưa phân công cho đơn vị nào"
_LIST = r"(?:list|ds|dsach|danh sach|bang|ten|nhung (?:ai|nguoi))"
NOT_SENT = re.compile(
    rf"(?:(?:cho|xin|gui|dua|nho|em|e|chi|minh|toi|giup|loc|lay|keo|in|cai|liet ke|ra|ho|a)[ ,]+)*(?:cai |ban )?{_LIST}"
    r"(?: (?:cac|nhung|may|tat ca))* (?:ai|nguoi|don vi|dong chi|can bo|phong|anh em|anh chi em)(?: nao)?(?: (?:con|ma|van|dang))* (?:chua|no|thieu)(?: (?:gui|nop|bao cao|bao|co))*"
    r"(?: (?:so lieu|so|bc|bao cao|bai|sl))*(?P<when> (?:ky |cua )*(?:t|thang |quy )\d{1,2}(?:/\d{4})?| (?:thang|ky|quy) (?:nay|truoc))?"
    r"(?:[ ,.]+(?:de|cho|em|e|chi|goi|nhac|giup|tung|nguoi|mot|lai|di|nhe|nha|a|voi|ho|roi|dien|doc|don doc)\b)*[ .?!]*"
)
""" "Cho em xin cái list ai chưa gửi số t11 để gọi từng người"."""
_WAITS = r"(?:doi|can|giuc|goi|bao nop|yeu cau|keu|muon|lay|xin)"
SUMMED_UP = re.compile(
    r"(?:(?:a|em|oi|gap|gio|hom nay|chieu nay|sang nay|chi)[ ,]+)*(?:sep|chu tich|ct|pct|lanh dao|anh|chi|bi thu|cap tren|tp|thanh pho|phong noi vu|hdnd)(?: \w+)?(?: (?:dang|lai|vua|moi|da))*"
    rf" {_WAITS} (?:em |gap |ngay |ban |file |cai )*(?:bao cao|bc|tong hop|so tong hop)(?: (?:ky|so lieu|tien do))*(?P<when> (?:t|thang |quy )\d{{1,2}}(?:/\d{{4}})?| (?:thang|ky|quy) (?:nay|truoc))\b"
    r"(?P<tail>(?!.*\b(?:ve|cua|mang|(?:nop|gui|xong|co) chua)\b).{0,90})"
)
""" "Sếp đòi báo cáo tháng 11 Word với Excel trước 10h, còn thiếu gì không"."""
SHORT_MONTH = re.compile(r"\bt(?=\d)")
AS_WORD = re.compile(r"\bword\b")
MISSING = re.compile(r"\b(?:thieu|chua co|chua gui|chua nop|con no|sot)\b")
SHOWN = 6


_WANTS = re.compile(
    r"\b(?:in|xuat|lam|lap|soan|xin|doi|lay|keo|giuc|tai|chay|dua)\b|\b(?:gui|cho) (?:giup |ho |gium )?(?:em|e|chi|minh|toi)\b|\b(?:can|goi|hoi)\b.*\b(?:bao cao|bc|tong hop)\b"
)
_REPORT = re.compile(r"\b(?:bao cao|bc|tong hop)\b")
_TOLD = re.compile(
    r"\b(?:da|vua|moi) (?:gui|nop|lam|xong|in|lap|duyet|ky)\b|\b(?:roi|xong)[ .!]*$|\b(?:ai|nguoi nao|truoc|phai|nho|nhac)\b|\bbao (?:moi|cac|ca)\b"
)
AROUND = frozenset(
    listed(
        """
        in | xuat | lam | lap | soan | xin | doi | lay | keo | giuc | tai | chay | dua | gui | cho | giup | ho | gium | dum | em | e
        | chi | minh | toi | anh | a | can | goi | hoi | bao | cao | bc | tong | hop | cai | ban | bang | file | tep | excel | word
        | voi | va | sep | chu | tich | ct | pct | pho | lanh | dao | thanh | pho | tp | cap | tren | ubnd | hdnd | noi | vu | phong | len
        | de | trinh | gap | ngay | luon | nhe | nha | di | dang | lai | ky | so | lieu | cua | trong | ra | mot | con | thieu | gi | ko
        | khong | k | ko | nua | nao | chua | co | tinh | hinh | ca | phuong | kem | moi | day | du | dum | dang | nhanh | tro | ly
        """
    )
)
"""Words beside the period of a summary that is wanted as a whole."""


def asks_lack(folded: str) -> bool:
    """True of "việc nào chưa …", "danh sách việc chưa …"."""
    return _WHICH.search(folded) is not None


def lack_meant(folded: str) -> str | None:
    """What it is that is lacking."""
    return next((lack for lack, said in _LACKED.items() if said.search(folded)), None)


def wants_summary(folded: str) -> bool:
    """True of "in cho em bảng tổng hợp quý 3"; not of what is told, or asked of others."""
    return bool(_WANTS.search(folded) and _REPORT.search(folded)) and _TOLD.search(folded) is None


def words_of(folded: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", folded)


def month(said: str) -> str:
    """ "t11" as a period is named."""
    return SHORT_MONTH.sub("thang ", said).strip()


def lacking(lack: str, items: Mapping[PersonView | None, Sequence[ItemView]], scope: str) -> str:
    """What lacks something, by who is in charge, and how it is set."""
    total = sum(map(len, items.values()))
    head = f"{capital(scope)}: " if scope else ""
    if not total:
        return f"{head}không có {_CALLED[lack]}." if scope else f"Không có {_CALLED[lack]}."
    rows = [
        f"- {capital(named(owner)) if owner is not None else 'Chưa phân công'} ({count(len(mine))}): {_listed(mine)}"
        for owner, mine in items.items()
    ]
    if lack == "owner":
        rows = [f"- {one.key} {one.short_name}" for mine in items.values() for one in mine]
    first = next(iter(items.values()))[0]
    return "\n".join([f"{head}{count(total)} {_CALLED[lack]}:", *rows, _HOW[lack].format(key=first.key)])


def by_unit(units: Mapping[str, Sequence[ItemView]]) -> str:
    lines = [
        f"- {name}: chỉ tiêu {count(sum(not one.is_task for one in items))}, "
        f"nhiệm vụ {count(sum(one.is_task for one in items))}"
        for name, items in units.items()
    ]
    return "\n".join(
        ["Số đầu việc theo đơn vị (tính từng chỉ tiêu thành phần):", *lines, "Một đơn vị: TÌNH HÌNH + tên"]
    )


def _listed(items: Sequence[ItemView]) -> str:
    more = f"; … và {count(len(items) - SHOWN)} việc khác" if len(items) > SHOWN else ""
    return "; ".join(f"{one.key} {one.short_name}" for one in items[:SHOWN]) + more
