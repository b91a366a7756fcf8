"""Politeness and ordinary report words: they never name an item and never carry a value."""

from __future__ import annotations

# Around a bare answer: "dạ ba ạ"
POLITE: frozenset[str] = frozenset(
    (
        "da",
        "vang",
        "a",
        "ah",
        "anh",
        "chi",
        "em",
        "e",
        "c",
        "nha",
        "nhe",
        "thoi",
        "roi",
        "duoc",
        "co",
        "la",
        "oi",
        "chua",
    )
)

FILLERS: tuple[str, ...] = (
    # who speaks to whom
    "da", "vang", "a", "ah", "anh", "chi", "em", "e", "c", "o", "ong", "ba", "bac", "chu", "co", "dong chi",
    "d", "lanh dao", "sep", "thu truong", "minh", "toi", "ban", "nha", "nhe", "nhen", "nghen", "ne", "nhi",
    "ha", "hen", "thoi", "di", "nua", "luon", "cung", "rang", "la", "thi", "ma", "oi", "day", "do", "vay",
    "kinh", "kinh gui", "gui", "thua", "xin", "phep", "xin phep", "bao", "bao cao", "tran trong", "cam on",
    "em bao", "bao voi", "cho", "giup", "ghi nhan", "cap nhat", "bo sung", "nho", "ve", "muc", "phan",
    # around a figure
    "duoc", "dat", "co", "da", "moi", "moi duoc", "hien", "hien tai", "hien nay", "nay", "den nay",
    "toi nay", "toi gio", "den gio", "tinh den", "tinh toi", "luy ke", "tong", "tong so", "tong cong",
    "ca nam", "so lieu", "ket qua", "thuc hien", "so", "so luong", "chi tieu", "ke hoach", "kh", "voi",
    "thu duoc", "thu", "chi", "nop", "lam", "trong", "thang", "tuan", "quy", "nam", "ky", "nay", "roi",
    "tai", "o", "cua", "tren", "dia ban", "phuong", "toan", "toan phuong", "ben", "phong", "to", "khu pho",
    "van dong", "to chuc", "trien khai", "kiem tra", "cap", "phat", "mo", "trong duoc", "trong", "tiep nhan",
    "giai quyet", "xu ly", "hoan thanh", "tham gia", "dang ky", "gioi thieu", "tuyen truyen", "ra quan",
    "phat hien", "xu phat", "tao", "tang", "giam", "con", "con lai", "va", "voi", "cung voi", "ty le",
    "uoc", "khoang", "gan", "hon", "chung", "tren duoi", "it nhat", "bang", "tuong duong", "tuong ung",
    "la", "gom", "bao gom", "trong do", "nhu sau", "nhu", "sau", "cu the", "hom nay", "hom qua", "sang nay",
    "chieu nay", "dung", "du", "het", "chinh xac", "thuc te", "thuc te la", "chot", "chot so", "chuan",
    "vuot", "ngay", "den ngay", "tu", "den", "toi", "cac", "nhung", "tat ca", "moi", "rieng", "ra", "len",
    "vao", "xong", "ok", "nhan", "nhap", "nhap ngu", "bieu", "dot", "lan", "nguoi", "gia tri", "tri gia",
    "so tien", "kinh phi", "tien", "so voi", "cung ky", "nam ngoai", "nam truoc", "thang truoc",
    "ky truoc", "thuc hien duoc", "dang", "thay", "thay doi", "sua", "sua lai", "thanh", "phai", "khong",
    "van",
    "luc nay", "hoi nay", "ban nay", "khi nay", "vua roi", "vua nay", "truoc do", "tre", "cham", "so gd",
    "dinh chinh", "nham", "lon", "sai", "chu", "ho", "chinh thuc", "so bo", "tam tinh", "tam thoi", "buoc dau",
    "ngoai ra", "ben canh do", "dong thoi", "rieng", "phia", "ben em", "don vi", "to em", "phuong em", "ke ca",
)  # fmt: skip
