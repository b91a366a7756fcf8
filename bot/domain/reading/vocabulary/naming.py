"""Words that make a number part of a name, a document, a time or a date, so that it is no figure."""

from __future__ import annotations

# Word before "mốc" that makes its number one that was reached: "đạt mốc 5 người", beside "mốc 3 xong"
REACHED = frozenset({"dat", "vuot", "qua", "can", "toi", "den", "len"})

# Word before a number: the largest number that it names. "mức 2", "khu phố 4", "lớp 1", "QĐ 31"
NAMING: dict[str, int] = {
    "muc": 4,
    "muc do": 4,
    "lop": 12,
    "moc": 12,
    "khoi": 12,
    "tuoi": 99,
    "do tuoi": 99,
    "khu pho": 99,
    "kp": 99,
    "khom": 99,
    "ap": 99,
    "thon": 99,
    "to": 199,
    "tdp": 199,
    "to dan pho": 199,
    "khu": 20,
    "phuong": 30,
    "giai doan": 9,
    "dot": 9,
    "lan": 9,
    "lan thu": 99,
    "khoa": 99,
    "truong cap": 3,
    "loai": 5,
    "nhom": 9,
    "duong": 999,
    "quoc lo": 999,
    "huong lo": 999,
    "tinh lo": 999,
    "ql": 999,
    "ngach": 999,
    "o hem": 999,
    "tai hem": 999,
    "trong hem": 999,
    "dau hem": 999,
    "cuoi hem": 999,
    **{f"{what} hem": 999 for what in ("vu", "ho", "nha", "khu", "doan", "dan", "ngoai", "vuong")},
    "hem so": 999,
    "o ngo": 999,
    "o kiet": 999,
    "so nha": 9999,
    "thua": 0,  # "gõ thừa số 0", "dư một số 0"
    "thua mot": 0,
    "du mot": 0,
    "thieu mot": 0,
    "mau": 99,
    "bieu": 99,
    "phu luc": 99,
    "dieu": 999,
    "khoan": 99,
    "vung": 4,
    "may le": 9999,
    "so may": 9999,
    "phong": 999,
    "de an": 9999,
    "chi thi": 9999,
    "nghi quyet": 9999,
    "nghi dinh": 9999,
    "thong tu": 9999,
    "quyet dinh": 9999,
    "cong van": 9999,
    "to trinh": 9999,
    "thong bao": 9999,
    "ket luan": 9999,
    "van ban": 99999,
    "chuong trinh": 999,
    "nd": 9999,
    "nq": 9999,
    "cv": 99999,
    "qd": 99999,
    "ct so": 999,
    "ke hoach so": 99999,
    "bao cao so": 99999,
    "kh so": 99999,
    "tb": 9999,
    "tb so": 9999,
    "van ban so": 99999,
    "chuong trinh so": 999,
}
# What "số" and a number name one of: by its marks, "" where the word without marks is no other one
NUMBERED: dict[str, frozenset[str]] = {
    "hem": frozenset(("", "hẻm")),
    "ngo": frozenset(("", "ngõ")),
    "ngach": frozenset(("", "ngách")),
    "kiet": frozenset(("", "kiệt")),
    "tuyen": frozenset(("", "tuyến")),
    "bao": frozenset(("bão",)),
    "thua": frozenset(("thửa",)),
    "lo": frozenset(("lô",)),
    "cau": frozenset(("cầu",)),
    "can": frozenset(("", "căn")),
    "nha": frozenset(("", "nhà")),
    "cum": frozenset(("", "cụm")),
    "tram": frozenset(("trạm",)),
    "truong": frozenset(("", "trường")),
    "cho": frozenset(("chợ",)),
    "an": frozenset(("", "án")),
    "camera": frozenset(("", "camera")),
    "trinh": frozenset(("", "trình")),
}
# What is listed below: "em báo 3 mục:", "có 2 nội dung sau:"
LISTED: frozenset[str] = frozenset(("muc", "noi", "y", "so", "viec", "dau", "phan", "chi", "nhiem", "dong"))
# Places whose name may be a date: "Quảng trường 03/2", "đường 30/4"
STREETS: frozenset[str] = frozenset(
    (
        "quang truong",
        "duong",
        "pho",
        "cho",
        "cau",
        "truong",
        "benh vien",
        "khu dan cu",
        "le",
        "ky niem",
        "dip",
    )
)
# Word after a whole number that makes it a name or a time: "dưới 5 tuổi", "3 sao", "6 tháng"
NAMED_BY: frozenset[str] = frozenset(
    ("tuoi", "hom", "bua", "tieng", "sao", "ngay", "thang", "tuan", "gio", "phut", "h", "g", "nam")
)
# Word before a day or month: "đến 15/11", "ngày 14", "hạn 30/11"
DAY_CUES: frozenset[str] = frozenset(
    (
        "ngay",
        "den",
        "toi",
        "truoc",
        "han",
        "hom",
        "nay",
        "mung",
        "sang",
        "chieu",
        "het",
        "lui",
        "hen",
        "khat",
        "thoi",
    )
)
# In front of "nay" or "này" these make a stretch of time, which "4/6" counts in: "đến nay", "đợt này"
NOW_LASTING: frozenset[str] = frozenset(
    ("den", "hien", "nam", "thang", "quy", "tuan", "ky", "dot", "lan", "gio", "luc", "vu", "khoa")
)
# These make it the day: "sáng nay 20/11"
TODAY: frozenset[str] = frozenset(("hom", "bua", "ngay", "sang", "trua", "chieu"))
# Words that ask for time or promise: with one of them "đến 27.11" is a day
ASKING: frozenset[str] = frozenset(("xin", "han", "lui", "hoan", "khat", "doi", "nop", "gui", "hen", "trinh"))
# Behind a day and who speaks, a promise: "qua 25 em gửi"
HANDED_IN: frozenset[str] = frozenset(("gui", "nop", "bao", "trinh", "chot", "co"))
# Kinds of documents after the number: "1018/KH-UBND"
DOCUMENTS: frozenset[str] = frozenset(
    (
        "kh",
        "qd",
        "nq",
        "bc",
        "cv",
        "ttr",
        "tb",
        "hd",
        "ubnd",
        "ct",
        "nd",
        "tt",
        "kl",
        "tu",
        "hdnd",
        "cp",
        "qh",
    )
)
# What a price or an average is per: "64 triệu/người/năm"
PER: frozenset[str] = frozenset(
    (
        "nguoi",
        "nam",
        "ho",
        "thang",
        "ha",
        "ngay",
        "phan",
        "suat",
        "can",
        "quy",
        "vu",
        "luot",
        "tuan",
        "don",
        "ky",
    )
)
# Without one of these no day and no period is named
TIMES: frozenset[str] = frozenset(
    [
        "ngay",
        "thang",
        "tuan",
        "quy",
        "nam",
        "ky",
        "hom",
        "t",
        "q",
        "th",
        "den",
        "toi",
        "het",
        "truoc",
        "dau",
        "giua",
        "cuoi",
        "sang",
        "chieu",
        "trua",
        "ram",
        "mung",
        "tet",
        "nay",
        "qua",
        "mai",
        "mot",
        "kia",
        "luc",
        "gio",
        "thu",
        "chu",
        "h",
        "/",
        "-",
        ".",
        "ve",
        "nua",
    ]
)

# How the kind of a unit is typed short, in front of its number or name; "" where the name alone does.
SHORT_UNITS: dict[str, tuple[str, ...]] = {
    "to dan pho": ("tdp", "to"),
    "khu pho": ("kp",),
    "truong": ("",),
    "truong tieu hoc": ("tieu hoc", "th"),
    "truong trung hoc co so": ("trung hoc co so", "thcs"),
    "truong mam non": ("mam non", "mn"),
}
