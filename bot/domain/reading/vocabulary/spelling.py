"""How people shorten ordinary words on a phone, and which long names have a usual short form."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

TEENCODE: dict[str, str] = {
    # typed: meant                      example
    "k": "khong",  # "k có đơn"
    "ko": "khong",  # "ko phát sinh"
    "kg": "khong",  # "kg có vụ nào"
    "khg": "khong",
    "hok": "khong",
    "hoq": "khong",
    "khum": "khong",
    "khog": "khong",
    "kh0ng": "khong",
    "dc": "duoc",  # "gdvh dc 97,2 %"
    "dk": "dang ky",  # "đk tuổi 17"
    "r": "roi",  # "xong r nha c"
    "rui": "roi",
    "oy": "roi",
    "j": "gi",  # "còn việc j"
    "z": "vay",
    "v": "vay",  # "ai phụ trách mục hòa giải v"
    "vs": "voi",
    "bn": "bao nhieu",  # "bhyt dc bn rồi"
    "bnhieu": "bao nhieu",
    "bnh": "bao nhieu",
    "bh": "bao gio",
    "lm": "lam",  # "chưa lm"
    "xg": "xong",
    "xs": "xuat sac",  # "quân sự đạt xs"
    "xsac": "xuat sac",
    "xog": "xong",
    "dg": "dang",  # "đg lm"
    "chx": "chua",
    "cx": "cung",
    "hnay": "hom nay",
    "hqua": "hom qua",
    "nx": "nua",
    "trc": "truoc",
    "bc": "bao cao",
    "bcao": "bao cao",
    "lk": "luy ke",  # "lk 141"
    "sl": "so lieu",
    "ctrinh": "chuong trinh",
    "ntn": "the nao",
    "oke": "ok",
    "okie": "ok",
    "okela": "ok",
    "vg": "vang",
    "uk": "um",
    "uh": "um",
    "u": "um",
    "ukm": "um",
    "ng": "nguoi",  # "45 ng"
    "ngta": "nguoi ta",
    "ptram": "phan tram",
    "mih": "minh",
    "mk": "minh",
    "thg": "thang",
    "cty": "cong ty",
}

# These are "không" when typed with these marks: "hổng có vụ nào", "chả thấy ai"
NO_WHEN_MARKED: frozenset[str] = frozenset(("hông", "hổng", "hỗng", "hõng", "chẳng", "chả"))
# In front of these an unmarked "hong", "chang" is "không": "hong co", "hong kip"; "hong 2 cai" is "hỏng"
DENIED: tuple[str, ...] = listed(
    """
    co | phat sinh | kip | con | ai | chiu | dong y | biet | xong | lam duoc | lam dc | lam kip | lam xong |
    vo duoc | vao duoc | truy cap duoc | ghi nhan | phat hien | xay ra | nhan duoc | tiep nhan | thay doi |
    co gi | tang | giam | hop tac | lien lac duoc | gap duoc | tim duoc | vu nao | ca nao | ho nao |
    nguoi nao | don nao | truong hop nao | cai nao | ai het | thay vu nao | thay ca nao | thay ho nao |
    thay ai | nghe vu nao | them | du nguoi | du tien | hieu | muon | ung ho | dat | du
    """
)

SHORT_NAMES: dict[str, str] = {
    # the long form (without marks): what offices write for it. Both are read as the short form.
    "bao hiem y te": "bhyt",
    "bao gio yt": "bhyt",  # "bh yt": a lone "bh" is "bao giờ"
    "bao gio xh": "bhxh",
    "bao hiem xa hoi": "bhxh",
    "bao hiem that nghiep": "bhtn",
    "tu nguyen": "tn",
    "tu nhien": "tn",
    "suy dinh duong": "sdd",
    "xuat khau lao dong": "xkld",
    "nghia vu quan su": "nvqs",
    "gia dinh van hoa": "gdvh",
    "van hoa": "vh",
    "to dan pho": "tdp",
    "khu pho": "kp",
    "ngan sach": "ns",
    "nha nuoc": "nn",
    "nong nghiep": "nn",
    "phi nong nghiep": "pnn",
    "phong chong thien tai": "pctt",
    "den on dap nghia": "dodn",
    "vi nguoi ngheo": "vnn",
    "vi pham hanh chinh": "vphc",
    "giai quyet viec lam": "gqvl",
    "gioi thieu viec lam": "gtvl",
    "viec lam": "vl",
    "dinh danh dien tu": "dddt",
    "muc do": "muc",
    "dich vu cong": "dvc",
    "thu tuc hanh chinh": "tthc",
    "khieu nai to cao": "kntc",
    "khieu nai , to cao": "kntc",
    "khieu nai": "kn",
    "ho so": "hs",
    "hoc sinh": "hs",
    "trat tu do thi": "ttdt",
    "ve sinh moi truong": "vsmt",
    "an toan thuc pham": "attp",
    "ve sinh an toan thuc pham": "vsattp",
    "quyen su dung dat": "qsdd",
    "tien su dung dat": "tsdd",
    "giay chung nhan": "gcn",
    "nha van hoa": "nvh",
    "tai nan giao thong": "tngt",
    "sot xuat huyet": "sxh",
    "phong chay chua chay": "pccc",
    "thu nhap binh quan": "tnbq",
    "chuan quoc gia": "cqg",
    "van minh do thi": "vmdt",
    "do thi van minh": "vmdt",
    "an ninh trat tu": "antt",
    "an ninh chinh tri": "anct",
    "an ninh to quoc": "antq",
    "te nan xa hoi": "tnxh",
    "tai khoan": "tk",
    "lao dong": "ld",
    "ke hoach hoa gia dinh": "khhgd",
    "nong lam thuy san": "nlts",
    "ngan hang chinh sach xa hoi": "nhcsxh",
    "dau tu cong": "dtc",
    "nguoi cao tuoi": "nct",
    "cong thong tin dien tu": "cttdt",
    "doanh nghiep": "dn",
    "ho kinh doanh": "hkd",
    "chuyen doi so": "cds",
}
