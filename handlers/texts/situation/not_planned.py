"""Whether the plan has something: how it is asked, in folded words, and what is said where it has not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.item_view import ItemView

_TAIL = r"(?:[ ,]+(?:nhi|vay|the|ha|a|em|gi|nao|ta|nhe|ca|het|hen|trong (?:bang|ke hoach|danh sach|nay|do)|o day))*"
_THING = r"(?:chi tieu|muc|dau viec|nhiem vu|viec|so|so lieu|phan|dong|cai|cot|ty le)"
_ABOUT = r"(?:ve|cua|lien quan(?: den)?|cho|noi|nhac|den|toi)"
_NOT = r"(?:khong|ko|k|kg|chang|hong)"
ASKED = re.compile(
    rf"(?=.*\b(?:bang|ke hoach|danh sach|he thong|chi tieu|o day|trong nay|trong do|plan)\b).*\b{_NOT} (?:thay|co|ke|co thay|thay co|nhac)"
    rf"(?: (?:{_THING}|{_ABOUT}|nao))* (?P<absent>.{{3,50}}?){_TAIL}"
    rf"|(?:.*\b(?:co|con) {_THING}(?: nao| gi)?(?: {_ABOUT})+|.*\b(?:ke hoach|bang|danh sach)(?: \w+){{0,3}} co (?:chi tieu|muc|dau viec|nhiem vu))"
    rf" (?P<any>.{{3,50}}?)(?: nao)? {_NOT}{_TAIL}"
    rf"|(?:.*, )?(?:cai |chi tieu |muc |viec |ty le )?(?P<where>.{{3,50}}?) (?:nam|thuoc|o)(?: (?:o|trong))? (?:muc|chi tieu|dau viec|cho|linh vuc|ma|so) (?:nao|may){_TAIL}"
    rf"|(?P<inside>.{{3,50}}?) (?:co|nam|duoc dua)(?: vao)? (?:trong|vao) (?:ke hoach|bang|danh sach)(?: \w+){{0,3}} (?:{_NOT}|chua){_TAIL}"
)
""" "Sao bảng này không thấy đầu tư công", "chuyển đổi số nằm ở mục nào"."""
NO_SUBJECT = re.compile(r"\b(?:thi|lam sao|nen|ma|vi|neu|kinh phi|nguoi lam|ai)\b")
"""In words that are no name of anything."""


def none(what: str, near: Sequence[ItemView], year: int) -> str:
    """That no item is of it; which are called alike."""
    said = [f"Kế hoạch năm {year} không có chỉ tiêu, nhiệm vụ nào về “{what}”."]
    said += [f"Gần nhất: {'; '.join(f'{one.key} {one.short_name}' for one in near)}."] if near else []
    return "\n".join(
        [
            *said,
            "Thêm nhiệm vụ: GIAO + người + việc + hạn. Thêm chỉ tiêu: Văn phòng bổ sung vào tệp kế hoạch.",
        ]
    )
