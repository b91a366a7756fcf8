"""Groups of people that are a part of the ward's: "bhyt học sinh 100%" is no figure of everybody."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

GROUPS: tuple[str, ...] = listed(
    """
    hoc sinh | hs | hssv | sinh vien | hoc sinh sinh vien | tre em | tre nho | thieu nhi | tre mam non |
    nguoi cao tuoi | nguoi gia | nct | cao tuoi | nguoi lon tuoi | ho ngheo | nguoi ngheo | ho can ngheo |
    can ngheo | ho moi thoat ngheo | phu nu | lao dong nu | nu gioi | nam gioi | hoi vien | doan vien |
    doan vien thanh nien | thanh nien | nong dan | cong nhan | nguoi lao dong | cuu chien binh | ccb |
    nguoi khuyet tat | khuyet tat | nkt | nguoi co cong | gia dinh chinh sach | bao tro xa hoi |
    can bo cong chuc | cbcc | cbccvc | giao vien | ho gia dinh | hgd | dan toc thieu so | dong bao dan toc |
    tieu thuong | lao dong tu do | doanh nghiep | tam tru | ho kinh doanh | than nhan quan nhan | ngu dan |
    ho nong nghiep | tre so sinh | ba me mang thai | dang vien | nhom tu nguyen | dien tu nguyen
    """
)
# Not what tells one group from another
ANYBODY: frozenset[str] = frozenset(
    ("nguoi", "ho", "dan", "xa", "hoi", "lao", "dong", "gia", "dinh", "nhom", "dien")
)
