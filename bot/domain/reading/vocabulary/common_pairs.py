"""Pairs of words that stand in the names of many items and say nothing of which is meant."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset((first, second) for first, second in (one.split() for one in listed(text)))


COMMON: frozenset[tuple[str, str]] = _pairs(
    """
    tren dia | dia ban | phuong minh | cong tac | thuc hien | dam bao | bao dam | hoan thanh | cong nhan |
    dat chuan | chi tieu | ke hoach | nhiem vu | phat sinh | xay ra | duy tri | tiep tuc | tang cuong |
    ket qua | thanh pho | ubnd phuong | cua phuong | tren giao | giai doan | phoi hop | to chuc | can bo |
    cong chuc | nhan dan | nguoi dan | truong hop | xu ly | kip thoi | hieu qua | chat luong | nang cao |
    trien khai | chu tich | uy ban | ban nhan | thuong xuyen | va cac | cua cac | trong nam | dat va |
    tham gia | theo quy | quy dinh | giu vung | duoc giao | va vuot | khong de | de xay | de phat |
    co quan |
    don vi | hoat dong | phuong dat | hang nam | noi dung | chi dao | thuoc tham | tham quyen | trong do |
    va giu | co cac | cac truong | dat muc | nam 2026 | cuoi nam | dau nam | trong thang | hang thang |
    lanh dao | toan dan | tap trung | giai quyet | phan dau | tren do | tren so | so ho | so nguoi |
    ty le |
    dia phuong | phuong phap | ra soat | lam viec | bao cao | chu tri | tham muu | xay dung | vao cuoc |
    cac phuong | phuong va | khu vuc | quan ly | phong trao | va xu | da duoc | cac to | va phuong |
    dat tren |
    cap tren | len tren | dat 100 | da thuc | huong dan | khong con | con ho | so luong | nha nuoc |
    dan pho |
    to dan | khu pho | ho dan | ra quan | cap nhat | quan tam | thuan loi | chu dong | doi tuong |
    chuong trinh
    """
)
"""Never evidence."""
VERBS: frozenset[tuple[str, str]] = _pairs(
    """
    kiem tra | tuyen truyen | van dong | giam sat | huy dong | phong ngua | dau tranh | ngan chan |
    cong an | hoc sinh | tre em | lao dong | gia dinh | van hoa | y te | giao duc | xa hoi | kinh te |
    ho so | cong dan | quan su | phap luat | hanh chinh | chinh tri | can thiet | nang luc | quoc gia
    """
)
"""Evidence of half the weight: what is done everywhere, and fields that several items are of."""

WRITTEN_OUT: dict[str, str] = {
    "vmdt": "van minh do thi",
    "dtvm": "van minh do thi",
    "vsattp": "an toan thuc pham",
    "pcgd": "pho cap giao duc",
    "xmc": "xoa mu chu",
    "cchc": "cai cach hanh chinh",
    "tdtt": "the duc the thao",
    "mttq": "mat tran to quoc",
    "antq": "an ninh to quoc",
    "bvantq": "bao ve an ninh to quoc",
    "pbgdpl": "pho bien giao duc phap luat",
    "sscd": "san sang chien dau",
    "qg": "quoc gia",
    "htcd": "hoc tap cong dong",
    "ktxh": "kinh te xa hoi",
    "pctn": "phong chong tham nhung",
    "nld": "nguoi lao dong",
}
"""Short forms beside those by which names are compared."""
