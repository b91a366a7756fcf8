"""Units of counting and measuring: how they are typed, what may stand for what."""

from __future__ import annotations

# The plan's word: how it is typed. "ng" and the like are already spelt out.
UNITS: dict[str, tuple[str, ...]] = {
    "người": ("nguoi", "anh em", "anh chi em"),
    "lao động": ("lao dong", "ld"),
    "công dân": ("cong dan",),
    "thanh niên": ("thanh nien",),
    "học sinh": ("hoc sinh", "h sinh"),
    "em": ("em",),
    "cháu": ("chau",),
    "trẻ": ("tre", "tre em", "be", "em be", "chau be"),
    "đối tượng": ("doi tuong",),
    "hội viên": ("hoi vien",),
    "đoàn viên": ("doan vien",),
    "đảng viên": ("dang vien",),
    "cán bộ": ("can bo",),
    "nhân khẩu": ("nhan khau", "khau"),
    "hộ": ("ho", "ho dan", "ho gia dinh", "gia dinh"),
    "hồ sơ": ("ho so",),
    "hs": ("hs",),
    "văn bản": ("van ban",),
    "đơn": ("don", "don thu"),
    "tin": ("tin",),
    "trường hợp": ("truong hop", "th"),
    "vụ": ("vu", "vu viec"),
    "ca": ("ca",),
    "lượt": ("luot", "luot nguoi"),
    "cuộc": ("cuoc",),
    "buổi": ("buoi",),
    "đợt": ("dot",),
    "lần": ("lan",),
    "lớp": ("lop",),
    "tuyến": ("tuyen", "tuyen hem"),
    "khu phố": ("khu pho", "kp"),
    "khóm": ("khom",),
    "tổ dân phố": ("to dan pho", "tdp"),
    "tổ": ("to",),
    "tổ chức": ("to chuc",),
    "ấp": ("ap",),
    "khu": ("khu",),
    "khu đô thị": ("khu do thi",),
    "căn": ("can",),
    "nhà": ("nha",),
    "công trình": ("cong trinh",),
    "trường": ("truong",),
    "cơ sở": ("co so",),
    "cơ quan": ("co quan",),
    "doanh nghiệp": ("doanh nghiep", "dn"),
    "sản phẩm": ("san pham",),
    "mô hình": ("mo hinh",),
    "phần": ("phan", "phan qua"),
    "suất": ("suat",),
    "thẻ": ("the",),
    "cây": ("cay",),
    "con": ("con",),
    "bình": ("binh",),
    "cái": ("cai",),
    "chiếc": ("chiec",),
    "sổ": ("so",),
    "chỉ tiêu": ("chi tieu",),
    "nhiệm vụ": ("nhiem vu",),
    "điểm": ("diem",),
    "điểm nóng": ("diem nong",),
    "danh hiệu": ("danh hieu",),
    "tập thể": ("tap the",),
    "tài khoản": ("tai khoan", "tk"),
    "giấy": ("giay",),
    "chiến sĩ thi đua": ("chien si thi dua",),
    "camera": ("camera",),
    "ha": ("ha", "hecta", "hec ta"),
    "m2": ("m vuong", "met vuong"),
    "m": ("m", "met"),
    "km": ("km",),
    "tấn": ("tan",),
    "tạ": ("ta",),
    "kg": ("kilogam",),
    "tấn/ha": (),
    "đồng": ("dong", "d", "vnd"),
    "%": ("phan tram",),
    "‰": ("phan nghin", "phan ngan"),
}

# Units inside one line may stand for each other: "xkld 5 người" for a target in "lao động".
ALIKE: tuple[frozenset[str], ...] = (
    frozenset(
        (
            "người",
            "lao động",
            "công dân",
            "thanh niên",
            "học sinh",
            "em",
            "cháu",
            "trẻ",
            "đối tượng",
            "hội viên",
            "đoàn viên",
            "đảng viên",
            "cán bộ",
            "nhân khẩu",
            "thẻ",
            "lượt",
            "trường hợp",
            "tài khoản",
            "chiến sĩ thi đua",
        )
    ),
    frozenset(
        (
            "hồ sơ",
            "văn bản",
            "đơn",
            "tin",
            "trường hợp",
            "vụ",
            "ca",
            "lượt",
            "cuộc",
            "buổi",
            "đợt",
            "lần",
            "lớp",
            "giấy",
            "sổ",
            "thẻ",
            "tài khoản",
            "nhiệm vụ",
            "điểm nóng",
            "điểm",
        )
    ),
    frozenset(("khu phố", "khóm", "tổ dân phố", "tổ", "ấp", "khu", "khu đô thị")),
    frozenset(("căn", "nhà", "công trình", "trường", "cái")),
    frozenset(("cơ sở", "cơ quan", "doanh nghiệp", "tổ chức", "tập thể", "hộ", "mô hình", "đơn")),
    frozenset(("phần", "suất", "sản phẩm", "cái", "chiếc")),
    frozenset(("cây", "con", "bình", "cái", "chiếc", "camera", "đối tượng")),
)
# How the name of what is there at a time begins: "tổng đàn còn 900 con" is a level, none is left to do.
STOCKS: tuple[str, ...] = ("tong dan", "dan so", "quy mo", "so du", "du no", "tong so ho", "so ho ngheo hien")

# Soft units that a number counts when a name begins with them: "12 đơn thư", "3 trẻ suy dinh dưỡng"
BEFORE_NAMES: frozenset[str] = frozenset(("phần", "đơn", "tin", "trẻ"))

# Between a and b: "47 trên 64", "47 trong tổng số 64"
OUT_OF: tuple[str, ...] = (
    *("tren", "tren tong so", "tren tong", "tren so", "tren tong cong"),
    *("trong", "trong tong so", "trong tong", "trong so", "trong tong cong"),
)

# What is held, against those who came to it: "96 cuộc/480 lượt" is no part of a whole.
SESSIONS: frozenset[str] = frozenset(("cuộc", "buổi", "đợt", "lần", "lớp"))

# What can be half: everything else is counted in whole numbers.
MEASURED: frozenset[str] = frozenset(
    ("ha", "m2", "m", "km", "tấn", "tạ", "kg", "tấn/ha", "đồng", "%", "‰", "điểm")
)

SCALES: dict[str, int] = {
    # word after a number: power of ten
    "ty": 9,  # "1,2 tỷ", "1 tỉ"
    "ti": 9,
    "trieu": 6,
    "tr": 6,
    "trd": 6,
    "tyd": 9,
    "nghin": 3,
    "ngan": 3,
    "ngd": 3,
    "tram": 2,
    "chuc": 1,
}

DIGITS: dict[str, int] = {
    "khong": 0,
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "lam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
}

# With other marks than these the words above are no numbers: "tạm", "Tâm" are no 8, "trạm" no hundred.
MARKED_NUMBERS: dict[str, frozenset[str]] = {
    "khong": frozenset(("không",)),
    "mot": frozenset(("một", "mốt")),
    "hai": frozenset(),
    "ba": frozenset(),
    "bon": frozenset(("bốn",)),
    "tu": frozenset(("tư",)),
    "nam": frozenset(("năm",)),
    "lam": frozenset(("lăm",)),
    "sau": frozenset(("sáu",)),
    "bay": frozenset(("bảy", "bẩy")),
    "tam": frozenset(("tám",)),
    "chin": frozenset(("chín",)),
    "cham": frozenset(("chấm",)),
    "muoi": frozenset(("mười", "mươi")),
    "chuc": frozenset(("chục",)),
    "tram": frozenset(("trăm",)),
    "ruoi": frozenset(("rưỡi", "rưởi")),
    "le": frozenset(("lẻ",)),
}

# Units that are ordinary words too ("nha", "em"): they count only where the item is counted in them.
SOFT: frozenset[str] = frozenset(
    (
        "em",
        "con",
        "ca",
        "sổ",
        "thẻ",
        "phần",
        "m",
        "tin",
        "lần",
        "điểm",
        "nhà",
        "trẻ",
        "trường",
        "khu",
        "đơn",
        "căn",
        "cháu",
        "cái",
        "tạ",
        "tấn",
        "lớp",
        "ấp",
        "bình",
        "giấy",
        "chỉ tiêu",
        "nhiệm vụ",
        "cán bộ",
        "tuyến",
        "đợt",
        "ha",
        "suất",
    )
)
# Soft units that are seldom anything else than a unit after a number: "3 lớp", "2 đợt".
COUNTED: frozenset[str] = frozenset(
    ("lớp", "đợt", "lần", "căn", "thẻ", "suất", "tấn", "ha", "tuyến", "trường", "bình")
)
# Young people, and those who are spoken of like them: behind a number typed with its marks they are counted.
CHILDREN: frozenset[str] = frozenset(("em", "cháu", "trẻ"))
ONLY_NUMBERS: frozenset[str] = frozenset(("một", "bốn", "sáu", "bảy", "bẩy", "tám", "chín", "mười"))
"""Number words that, typed with their marks, are nothing else; "năm" is a year, "hai", "ba" have none."""

# In front of a number these tell what it counts, "hồ sơ 300"; the others are said of whatever is counted.
LEADING: frozenset[str] = (
    frozenset(UNITS)
    - {"đồng", "%", "‰", "m", "trường hợp", "chỉ tiêu", "nhiệm vụ", "phần", "điểm", "đợt", "lần", "cái"}
    - {"tổ chức", "khu phố", "khóm", "tổ dân phố", "tổ", "ấp", "khu", "khu đô thị"}
)
# What one may have more than one of, and people, by whatever name they are counted.
PAPERS: frozenset[str] = frozenset(("thẻ", "lượt", "tài khoản"))
HEADS: frozenset[str] = ALIKE[0] - PAPERS

# Behind the tenths of an amount these end it: "5 tỷ chín đồng", "7 tỷ hai rồi ạ".
CLOSING: frozenset[str] = frozenset(("dong", "roi", "a", "ah", "nhe", "nha", "thoi", "hen"))
# These begin anew: "thu 5 tỷ chín chi 4 tỷ hai", "5 tỷ chín chị nhé".
ANEW: frozenset[str] = frozenset(
    ("chi", "thu", "con", "dat", "bang", "va", "la", "thi", "tang", "giam", "anh", "em", "c", "e")
)
# Behind a number they make it one of times: "5 tỷ chín tháng", "5 tỷ hai bên".
BEHIND_COUNT: frozenset[str] = frozenset(
    (
        "thang",
        "quy",
        "tuan",
        "ngay",
        "nam",
        "ky",
        "gio",
        "ben",
        "khoan",
        "nguon",
        "loai",
        "muc",
        "noi",
        "phuong",
    )
)
# Number words that mean something else as often: "5 tỷ năm nay", "5 tỷ sau khi", "5 tỷ từ đất".
OFTEN_NO_DIGITS: frozenset[str] = frozenset(("mot", "nam", "sau", "tu", "lam", "tam"))
