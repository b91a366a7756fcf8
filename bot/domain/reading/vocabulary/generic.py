"""Words too common to name an item by themselves."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

# A part of a name counts only with at least one word outside this list (two, when the word is short).
GENERIC: frozenset[str] = frozenset(
    listed(
        """
        an | ap | ba | ban | bang | bao | bay | bo | bon | ca | cac | can | cao | cap | chi | chin |
        cho | chong | chua | chuan | chuc | chung | co | cong | cu | cua | cuoi | cuong | da | dam |
        dan | dang | danh | dat | dau | de | den | dia | dich | dinh | dn | doi | don | dong | dua |
        dung | duoc | duoi | duy | em | gia | giai | giam | giu | hai | hang | hanh | hien | hieu |
        hinh | ho | hoa | hoach | hoan | hoat | hoc | hoi | hon | hop | hs | huong | huyen | ke | ket |
        kha | khai | khom | khong | khu | kiem | kinh | kn | kp | ky | la | lam | lan | lao | ld | le |
        loai | luong | luot | ly | minh | moi | mot | muc | muoi | muu | nam | nang | nay | ngay | nghi |
        nghiem | nghin | ngoai | nguoi | nha | nhan | nhiem | nhung | nn | nuoc | o | pham | phan |
        phat | pho | phoi | phong | phuong | qua | quan | quoc | quy | quyet | ra | rut | san | sau |
        sinh | so | soat | su | tac | tam | tang | tdp | te | th | tham | thang | thanh | theo | thi |
        thu | thuc | tiep | tieu | tinh | tn | to | toan | tong | tot | tra | tram | tran | tre |
        tren | tri | trien | trieu | trinh | trong | truong | truyen | tu | tuan | tuc | tuoi | tuong |
        tuyen | ty | va | van | vao | vb | ve | vi | viec | vl | voi | vu | vung | xa | xay | xong | xu
        """
    )
)

# Stages of one thing: "đăng ký gia đình văn hóa" and "bình xét …" are both called "gia đình văn hóa"
STAGES: frozenset[str] = frozenset(listed("dang ky | binh xet | xet cong nhan | tai cong nhan"))

# Beside a name these say that everybody is meant, and not those who were asked about: "BHYT toàn dân"
EVERYBODY: tuple[str, ...] = listed(
    """
    toan dan | nguoi dan | toan phuong | ca phuong | toan xa | chung | noi chung | dan so | bao phu |
    toan bo | ho gia dinh | nhan dan | toan dia ban | ca dia ban
    """
)

# Beginning in a part of a name and going on behind it, these make it none: "đúng tiến | độ"
RUNNING_ON: tuple[str, ...] = listed(
    "tien do | trat tu xay dung | phong trao | trong diem | dung han | dinh ky | thuc te |"
    " chuan bi | truong hop"
)

# How something is done, whatever it is: "xử dứt điểm 8" calls no item that is named so
_SO = listed("dut diem | kip thoi | triet de")
DEEDS = listed("xu | xu ly | xu li | giai quyet")
DONE_SO: tuple[str, ...] = (*_SO, *(f"{deed} {so}" for deed in DEEDS for so in _SO))

# What any task is begun with, and to what: "xây dựng kế hoạch", "tổ chức thực hiện" call none by themselves
ANY_WORK: tuple[str, ...] = listed(
    """
    xay dung | to chuc | trien khai | thuc hien | phoi hop | ke hoach | chuong trinh | nang cao | tang cuong |
    day manh | phong chong | kiem tra | kiem soat | quan ly | xu ly | giai quyet |
    theo doi | don doc | tong hop | bao cao | phan cong | tham muu | chi dao | tap trung |
    tiep tuc | hoan thanh | dam bao | bao dam | duy tri | giu vung | chi tieu | nhiem vu | cong tac |
    chat luong | hieu qua | chu dong | trong tam | chuan bi | ra soat | bao ve | ho tro |
    huong dan | cong khai
    """
)

# What is drawn up or brought about when it is "xây dựng", and not built
DRAWN_UP: tuple[str, ...] = listed(
    """
    kh | ke hoach | de an | chuong trinh | phuong an | van ban | bao cao | kich ban | quy che | quy uoc |
    quy dinh | mo hinh | doi song | nep song | nong thon | phuong | xa | gia dinh | co quan | don vi |
    doi ngu | luc luong | nen | the tran | phong trao | moi truong | he thong | co so du lieu | danh |
    lo trinh | noi dung | tai lieu | du thao | dang | chinh quyen | xa hoi | con nguoi | lich | bang |
    bo tieu chi | chi tieu | nghi quyet | to trinh
    """
)

# Generic inside a name, but able to name an item alone at the head of a clause: "phạt 31 trường hợp"
ALONE: frozenset[str] = frozenset(("phat",))

# Beside "phat" these make it "phát": "cấp phát", "phát hành", "phát quà"
GIVEN_OUT: frozenset[str] = frozenset(
    listed(
        "cap | chi | xuat | hanh | trien | sinh | hien | dong | cho | thuoc | qua | the | cay | thuong | to"
    )
)

# Names that are also ordinary words of a report: they name an item only when nothing else does.
WEAK: frozenset[str] = frozenset(
    ("chi tieu", "ke hoach", "quyet dinh", "kh", "qd", "bao cao", "so lieu", "nhiem vu", "cong viec", "ct")
)
