"""The words of orders, folded (small letters, no marks). A phrase to a line or between bars; add freely."""

from __future__ import annotations

import re

from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.words import fold

Phrase = tuple[str, ...]


def _words(text: str) -> frozenset[str]:
    return frozenset(listed(text))


def _typed(text: str) -> frozenset[str]:
    """Words as they are typed, with their marks and without: "trước" and "truoc", but "chợ" is not "cho"."""
    return frozenset(one for word in listed(text) for one in (word, fold(word)))


def _phrases(text: str) -> frozenset[Phrase]:
    return frozenset(tuple(one.split()) for one in listed(text))


# With these an order may open, whoever is named after them ("giao Phòng VH-XH …").
STRONG = _phrases(
    """
    giao | yeu cau | yc | phan cong | chi dao | giao viec | giao nhiem vu | cu
    """
)
# These ask as well as order: only with somebody named ("đề nghị anh Minh …").
WEAK = _phrases("de nghi | dn | nho | bao | phien")
# These press what is already there, or make a task of what is not.
REMINDING = _phrases("nhac | don doc | nhac nho | thuc")

# "Giao ban", "giao quân", "giao thông": no order.
NOT_AFTER: dict[str, frozenset[str]] = {
    "giao": _words(
        """
    ban | luu | thong | dich | quan | nop | hang | tiep | thua | dien | uoc | huu | mua | dat | rung
    | tuyen | so | duoc | xong
    """
    ),
    "bao": _words("cao | hiem | ve | tri | tang | gom | hieu | luc | dam | chi | mat"),
    "cu": _words("tri | lam | the"),
    "nhac": _words("lai | den | toi | lich"),
    "chi dao": _words("cua"),
}

# What may stand in front of the verb: who speaks, "nay", "đồng thời".
LEADING = _words(
    """
    toi | minh | anh | chi | t | a | nay | xin | kinh | va | thi | dong | thoi | ngoai | ra | ubnd |
    phuong | roi | ok | nhe
    """
)
# Between the verb and who: "giao việc cho", "giao nhiệm vụ cho".
TO = _phrases(
    """
    cho | nhiem vu cho | viec cho | toi | den | them cho | ngay cho | lai cho | cac
    """
)

ADDRESSES = _words("anh | chi | ong | ba | co | chu | bac | em | a | c | dc | d/c") | {"dong chi"}
SPEAKERS = _words("toi | minh | anh | chi | t | a | c")
# Titles in front of a name ("PCT Nga") or of a unit ("trưởng phòng VHXH" is who heads it).
TITLES = _phrases(
    """
    pct | pho chu tich | chu tich | ct | truong phong | tp | pho phong | pho truong phong | giam doc |
    pho giam doc
    | truong | chi huy truong | tram truong | chanh | chanh vp | to truong | can bo | chuyen vien |
    cong chuc | ke toan | lanh dao | thu truong | bi thu | truong khu pho
    """
)
DEPUTY_CHAIR = _phrases("pct | pho chu tich")
HEADS = _phrases(
    "truong phong | tp | giam doc | truong | chi huy truong | tram truong | chanh vp | to truong"
)

# Names that are also other words, when typed alone at the beginning: "mai họp", "minh làm".
ALSO_WORDS = _words(
    """
    mai | minh | nam | tu | ba | hai | sau | bay | thu | dung | an | tam | tan | hay | de | la | da
    | vi | do | thi | khi | va | chi | anh
    """
)

# What somebody is told to do.
DOING = _phrases(
    """
    lam | ra soat | bao cao | bc | tham muu | kiem tra | xay dung | lap | to chuc | trien khai |
    thuc hien | chuan bi | hoan thanh | hoan thien | gui | nop | trinh | tong hop | cap nhat | phoi
    hop | chu tri | xu ly | giai quyet | don doc | nhac | huong dan | ban hanh | du thao | soan |
    soan thao | viet | khao sat | thong ke | doi chieu | giai trinh | ra quan | tuyen truyen | van
    dong | thong bao | moi | du | hop | lien he | theo doi | chi dao | bo sung | chinh sua | khac
    phuc | thanh tra | giam sat | quyet toan | giai ngan | giai toa | thao do | cap | phat | trao |
    tham | tiep | tra loi | xac minh | nam | lay | dieu tra | phun | ve sinh | don dep | trong | sua
    chua | sua | lap dat | nghiem thu | ban giao | tap huan | mo | cung cap | de xuat | phan cong |
    giao | danh gia | binh xet | cong khai | niem yet | dang ky | ky | hoan tat | tap trung | khan
    truong | chu dong | nghien cuu | quan tam | bo tri | sap xep | len | dam bao | bao dam | co |
    ghi | tim | thu | chi | dua | dang | in | hoi | xem | xem xet | lam viec | giup | dieu chinh |
    tiep tuc | xac nhan | chot | tuan tra | tang cuong | day nhanh | day manh | chan chinh | lam ro |
    cuong che | chup | do dac | doc | ra lai | ra so | ra ho | ra danh | ra tung | ra het | can do |
    quet | don diem | don sach | don het | don bai | don lai | don cho | don rac | don ve sinh |
    don via he | don duong | quet don | phat quang | cat tia | tong ve sinh | nao vet
    """
)
# The same where only their marks tell them from other words: "ra", "đơn".
DOING_MARKED = frozenset(("rà", "dọn", "dẹp"))
# Between who and the verb of doing.
AUXILIARY = _phrases(
    """
    oi | thi | phai | can | hay | nho | nen | se | khan truong | tap trung | giup | lo | , | : | - | chu
    tri | di
    """
)
# Behind a code: "NV-022 phải xong …".
PRESSED = _phrases(
    """
    phai | can | yeu cau | de nghi | han | khan truong | day nhanh | gap | lam gap | lui han | doi
    han
    """
)
# That a sentence which opens with a name is an order and no report: "… nhé", "phải …".
PRESSING = _phrases("phai | can | hay | nho | khan truong | oi | : | chu tri")
URGING = _words(
    """
    nhe | nha | nhen | nghen | di | gap | ngay | luon | giup | gium | nhe. | khan
    """
)

PARTICLES = _typed("nhé | nha | nhen | nghen | ạ | a | đi | luôn | với | thôi | đấy")
# In front of the work, and no part of it.
LEFT_OVER = _typed(
    "phải | cần | hãy | nhớ | nên | giúp | cho | thì | là | rằng | về | việc | lo | chủ | trì | nhé | sẽ"
)
# All that is left of "việc này gấp", which says no work.
NO_WORK = _words(
    "nay | do | kia | ay | viec | nhiem | vu | gap | khan | ngay | nhanh | som | luon | len | that | rat"
)
# That alone do not say what is to be done.
OBJECTLESS = _phrases(
    """
    xu ly | giai quyet | kiem tra | khac phuc | lam | don | don dep | xem | xem xet | lo | thuc hien |
    chan chinh | bao cao | kiem tra xu ly | xac minh | nam | tham muu | chi dao | trien khai | giai trinh |
    len phuong an | ra soat | phoi hop | xem lai | kiem tra lai | chot | chot lai | chot so | tong hop |
    chuan bi | gui | nop | cap nhat | doi chieu | thong ke | cung cap | bo sung | ghi | sap xep | bo tri
    """
)
ANY_WORK = _phrases("lam | lo | thuc hien | trien khai | phu trach | dam nhiem | lam viec nay")
CONNECTIVES = frozenset(("va", "cung", "&", ",", "voi"))
COORDINATION = _phrases("phoi hop voi | phoi hop cung | phoi hop | phoi hop :")
NO_DUE = _phrases(
    """
    khong han | khong co han | khong thoi han | chua co han | khong can han | khong dat han
    """
)
# Words in front of a day that belong to it, not to the work.
TO_DAY = _typed(
    """
    trước | đến | tới | hạn | ngày | chậm | nhất | là | xong | vào | trong | hết | cho | muộn | trễ | nộp |
    gửi | hoàn | thành
    """
)

# Days that are names: "Ngày Chủ nhật xanh", "Ngày thứ 6 nhanh"; "chủ đầu tư thứ 3" has no "tư thứ 3".
NAMED_DAYS = re.compile(
    r"ngay (?:chu nhat|thu \w+)(?= (?:xanh|than thien|nhanh|khong|ba khong|sach))|(?<!bat )\bdau tu(?= thu)"
)
# A day or stretch said with these is a deadline: "trong tuần này", "trước 17h thứ 6".
WITHIN = frozenset(("trong", "hết", "trước", "chậm nhất"))

# A question ends so, as it is typed, with marks and without: "giao ai chưa".
ASKING = _words(
    """
    chưa | chua | không | khong | ko | k | đâu | dau | nào | nao | ai | gì | gi | sao | mấy | hả | à
    """
)

# Kinds of units as their names begin, and how each is typed short.
UNIT_KINDS: dict[Phrase, tuple[str, ...]] = {
    ("van", "phong"): ("vp",),
    ("phong",): ("p",),
    ("ban", "chi", "huy"): ("bch",),
    ("ban",): ("b",),
    ("tram",): ("t",),
    ("trung", "tam"): ("tt",),
    ("cong", "an"): ("ca", "cap"),
    ("to", "dan", "pho"): ("tdp", "to"),
    ("khu", "pho"): ("kp",),
    ("khom",): (),
    ("thon",): (),
    ("ap",): (),
    ("truong",): (),
    ("hoi",): (),
    ("doan",): (),
}
# A kind that names a unit by itself where the ward has one of it: "giao Văn phòng …", "yc CA …".
ENOUGH_ALONE = frozenset(
    (("van", "phong"), ("cong", "an"), ("tram",), ("trung", "tam"), ("ban", "chi", "huy"))
)
UNIT_FILLERS = frozenset(("va", "so"))
UNIT_ENDINGS = frozenset(("phuong", "xa"))
# What a unit with these words in its name is called besides.
ALSO_CALLED: dict[Phrase, Phrase] = {("hanh", "chinh", "cong"): ("mot", "cua")}
