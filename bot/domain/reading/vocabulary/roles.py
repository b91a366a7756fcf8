"""Phrases in front of a number that tell what it is: a target, what is new, what is left; how exact."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.vocabulary.slips import DEFICIT, SLIPS, SURPLUS, TAKING_BACK
from bot.domain.reading.vocabulary.sums import SUMMED, SUMMED_TO

# Words in front of a number that tell its role.
ROLES: dict[str, tuple[str, ...]] = {
    # the plan, not the result: "chỉ tiêu 64", "KH 90tr", "dưới mức 2%"
    "target": listed(
        """
        chi tieu | chi tieu giao | chi tieu duoc giao | ke hoach | ke hoach giao | kh | kh giao | giao |
        duoc giao | muc tieu | phan dau | ke hoach nam | chi tieu nam | chi tieu la | ke hoach la | nq |
        nghi quyet | nghi quyet giao | tren giao | thanh pho giao | phuong giao | phai dat | can dat |
        du toan | du toan giao | kh la | ct | ct giao | so giao | tong so phai | trong tong so |
        trong tong cong | tren tong cong | trong so | tren tong so | tren tong | yeu cau | theo kh |
        dinh muc | chi tieu kh | kh nam |
        muc tieu la | giao la | giao chi tieu | duoc giao la
        """
    ),
    # what should have been reached by now: "thấp hơn mức phân kỳ 158" is not the plan's number
    "phased": listed(
        """
        phan ky | muc phan ky | phan ky la | muc phan ky la | chi tieu phan ky | ke hoach phan ky |
        phan ky den nay | muc phan ky den nay | phan ky thang nay | lo trinh | theo lo trinh |
        muc lo trinh | muc phan bo | phan bo | muc binh quan | muc binh quan den nay | muc binh quan la |
        muc tien do | muc tien do chung | tien do binh quan |
        cham hon tien do | cham so voi tien do | thap hon tien do | kem tien do | so voi tien do
        """
    ),
    # what was not reached: "chưa đạt 99,7", "chưa đến 200"
    "missed": listed(
        """
        chua dat | khong dat | chua du | khong du | chua den | chua toi | chua duoc | khong den |
        khong toi | chua bang | chua vuot | chua dat duoc | chua cham | chua qua
        """
    ),
    "ceiling": listed(
        """
        trong nguong | trong nguong cho phep | nguong cho phep | muc cho phep | trong muc cho phep |
        trong gioi han | gioi han | gioi han cho phep | trong gioi han cho phep | tran cho phep |
        duoi nguong cho phep | duoi muc cho phep | chua toi nguong | chua vuot nguong | chua cham nguong |
        nam trong nguong | nam trong muc | trong pham vi | muc khong che | trong muc khong che |
        toi da cho phep | muc toi da | duoc phep | cho phep | khong vuot nguong | muc quy dinh |
        duoi muc | khong qua | muc tran | toi da | khong vuot qua | nguong | thap hon muc | nho hon muc |
        it hon muc | kem muc | duoi tran | duoi nguong | thap hon tran | thap hon nguong | muc duoi |
        cao hon muc | lon hon muc | hon muc | tren muc | vuot muc | vuot nguong
        """
    ),
    # the result: "thực hiện 70tr", "kết quả 91,4%"
    "result": listed(
        """
        thuc hien | thuc hien duoc | ket qua | th duoc | da duoc | duoc | dat duoc | lam duoc | dat |
        gioi thieu | da dat | hien duoc | moi duoc | thu duoc | ban giao | da ban giao | nop | chi tra |
        giai ngan
        """
    ),
    # the whole so far, where something new stands beside it: "thêm 5, tổng 45", "nâng lên 45"
    "total": listed(
        """
        cuoi ky | cuoi ky la | tong | tong so | tong cong | luy ke | luy ke la | tong la |
         nang tong so len | nang len |
        nang tong len | la | thanh | ca nam | len | tong thanh | dua tong so len | tong den nay |
        cong don | tat ca | tong cong la | vi chi | sua thanh | xuong | tang len | tang len den |
        tang den | nang tu | so dung la | dung la | thanh ra | chu la | ma la | con lai la |
        nang tong so | luy ke den nay | luy ke tu dau nam | cong duoc | cong lai | cong lai duoc |
        cong lai la | cong la | tinh ca nam | tinh ca nam la | tinh tu dau nam | tinh tu dau nam la |
        cong ca nam | cong ca nam la | cong tu dau nam | gop ca nam | tinh luy ke | tinh tong | ca thay
        """
    )
    + SUMMED
    + SUMMED_TO,
    # what came in, of which a part was dealt with: "nhận 5 đơn, giải quyết 5"
    "whole": listed(
        """
        nhan | tiep nhan | nhan duoc | da nhan | da tiep nhan | phat sinh | tong so nhan | thu ly
        """
    ),
    # what is new: "thêm 12 hộ"
    "delta": listed(
        """
        them | tang them | them duoc | moi them | phat sinh them | duoc them | bo sung them |
        them moi | co them | van dong them | phat sinh moi | moi phat sinh | rieng thang nay |
        rieng tuan nay | trong ky | trong tuan | tang | thang nay them | phat trien them |
        phat trien duoc them | cong them | tinh them | ghi them | nhap them | bao them | nhan them
        """
    )
    + DEFICIT,
    # new members: "phát triển mới 12 người" adds, "phát triển mới 87/125" has a plan of its own
    "developed": listed("phat trien moi | moi phat trien"),
    # what is beyond the target: "vượt 10 người"
    "excess": listed(
        """
        vuot | vuot duoc | da vuot | vuot them
        """
    ),
    # what is wrong now: "không phải 32"
    "old": SLIPS
    + TAKING_BACK
    + tuple(f"{slip} la" for slip in SLIPS)
    + listed(
        """
        khong phai dat | chu khong phai dat | khong phai duoc | khong phai | khong phai la |
        chu khong phai | chu khong phai la | thay cho | thay vi | dau phai | chu dau phai |
        dau phai la | lam gi co | bo so | xoa so | huy so | rut so | dung ghi | khoan ghi |
        luc nay ghi | khong phai so | da bao nham | da ghi nham | truoc do ghi | ghi nham thanh |
        hom truoc bao
        """
    ),
    # what is left: "còn 2 hộ nữa"
    "left": listed(
        """
        con | con lai | con thieu | thieu | con no | con khoang | chi con | van con | giam con |
        giam xuong con | giam xuong | con sot | con xot | bo sot | sot lai | ton | con ton | ton dong |
        con ton dong | con lot | con le | con du | con dung | con hut | hut | thieu hut
        """
    ),
    # work under way: "đang làm 2 căn nữa"
    "doing": listed(
        """
        dang lam | dang xay | dang thi cong | dang xu ly | dang giai quyet | dang trien khai |
        dang cho | dang sua
        """
    ),
    # details, never the value: "trong đó 12 hộ"
    "detail": listed(
        """
        trong do | trong day | trong so do | gom | bao gom | rieng | trong so nay | cu the | tuong duong |
        tuong ung | chu yeu
        """
    ),
    # last year's: "cùng kỳ 120"
    "past": listed(
        """
        cung ky | nam ngoai | nam truoc | ky truoc | thang truoc | tuan truoc | quy truoc | so voi |
        hom truoc | hom truoc em bao | hom qua em bao | lan truoc em bao | truoc em bao | bua truoc em bao |
        hom no em bao | dot truoc em bao | so cu | so lieu cu | so lan truoc | so ky truoc | so thang truoc
        """
    ),
    # a change of the level: "giảm 2", "giảm còn 0,42%", "dừng đóng BHXH 2 người"
    "fall": listed(
        """
        giam | giam duoc | da giam | giam them | keo giam | bao giam | cat giam | dung dong |
        dung tham gia | ngung dong | ngung tham gia | ngung | nghi dong | nghi tham gia | thoi dong |
        thoi tham gia | bo dong | khong dong nua | khong tham gia nua | rut khoi | rut mot lan | roi khoi |
        bot | bot di
        """
    ),
    # by how much the last figure was too high: "ghi dư 2 hồ sơ", "trừ bớt 2"
    "surplus": SURPLUS,
    # what one pays or gets, not how many: "mức đóng 330.000đ"
    "each": listed(
        """
        muc dong | muc thu | muc ho tro | muc luong | muc phi | don gia | menh gia
        """
    ),
    "rank": listed(
        """
        hang | xep hang | xep thu | dung thu | dung hang
        """
    ),
    "range": listed(
        """
        tu
        """
    ),
}

# Results that only money has, unless an item is called so: "giải ngân 35%"
OF_MONEY: tuple[str, ...] = ("giai ngan", "chi tra")

# What the whole year is thought to bring: beside a result it is neither a result nor a plan.
_THOUGHT = listed("uoc | uoc thuc hien | uoc dat | du kien | du kien dat | du bao | kha nang | uoc tinh")
_YEAR = listed("ca nam | nam | cuoi nam | den cuoi nam | het nam | toan nam | nam nay")
FORECASTS: tuple[str, ...] = (
    *(f"{thought} {year}" for thought in _THOUGHT for year in _YEAR),
    *(f"{year} {thought}" for thought in _THOUGHT for year in _YEAR if year != "nam"),
)

# Said at the head of a clause, these make its figure a target: "phấn đấu cuối năm BHYT đạt 99,7%".
AIMS: tuple[str, ...] = FORECASTS + listed(
    """
    neu kip | neu xong | neu thuan loi | neu duoc thi | phan dau | quyet tam | du kien | se dat |
    se len | se co | se duoc | se la | se tang | se them | se nang | ngay mai | sang mai | chieu mai |
    mai chot | mai co | mai len | mai duoc | mai se | tuan sau | tuan toi | thang sau | thang toi |
    quy sau | nam sau | nam toi | ky sau | muc tieu |
    phai duoc | phai co | phai len | phai toi | can duoc | can co | huong toi | huong den |
    phai dat | can dat | chi tieu giao | chi tieu duoc giao | thanh pho giao | tp giao | phuong giao |
    tren giao | cap tren giao | nghi quyet giao
    """
)

# These hold for the whole line: "Phương hướng: phấn đấu 220 người BHXH, BHYT 99,7%".
AHEAD: tuple[str, ...] = listed(
    """
    phan dau | quyet tam | phuong huong | phuong huong nhiem vu | nhiem vu thang toi | nhiem vu thang sau |
    ke hoach thang toi | ke hoach thang sau | muc tieu thang toi | muc tieu thang sau | ke hoach tuan toi |
    nhiem vu tuan toi | phuong huong thang toi | ke hoach tuan sau | nhiem vu trong tam
    """
)

# These do so as the first words of a clause: "chỉ tiêu BHXH năm nay là 300".
PLANNED: tuple[str, ...] = listed(
    """
    chi tieu | ke hoach | kh | kh nam nay | chi tieu nam nay | ke hoach nam nay
    """
)

# Words in front of a number that say how exact it is.
QUALIFIERS: dict[str, tuple[str, ...]] = {
    "approx": listed(
        """
        khoang | gan | uoc | uoc dat | uoc khoang | xap xi | tam | chung | khoang chung | uoc tinh |
        uoc thu | gan duoc | hinh nhu | hinh nhu la | chac | chac la | chac duoc | co le | ang chung
        """
    ),
    "gt": listed(
        """
        hon | cao hon | lon hon | tren | it nhat | toi thieu | khong duoi | tu tren | nhieu hon
        """
    ),
    "lt": listed(
        """
        duoi | thap hon | nho hon | it hon
        """
    ),
}

# Near a number, these make it an estimate: "xklđ 5, ước", "10,4 số tạm tính"
ESTIMATES: tuple[str, ...] = listed(
    """
    uoc | uoc tinh | uoc dat | uoc thuc hien | uoc th | du uoc | so uoc | so lieu uoc | so uoc tinh |
    tam tinh | so tam tinh | so lieu tam tinh | so bo | so lieu so bo | chua chinh thuc | so chua chinh thuc |
    so lieu chua chinh thuc | uoc thoi | so tam | so lieu tam | tam thoi | so tam thoi |
    chua chot | chua chot so | so chua chot | nhung chua chot | nhung chua chinh thuc | ma chua chot |
    so nay chua chot | chua phai so chot | chua phai so chinh thuc | uoc chung | ang chung | con so uoc |
    chua doi chieu | chua doi chieu xong | chua chot xong
    """
)
WHOLE_YEAR: tuple[str, ...] = listed("ca nam | cuoi nam | het nam | toan nam")

# Between what is lacking and the number that it makes whole: "thiếu 3 nữa là đủ 269".
GOALS: frozenset[str] = frozenset(("du", "dat", "tron", "bang", "hoan", "dich", "cham", "can"))

# In front of two numbers, the first is past and the second is the value: "hôm qua 200 nay 201".
THEN: tuple[str, ...] = listed(
    """
    nam ngoai | nam truoc | nam roi | hom qua | hom no | tuan roi | thang roi | dot roi | ky roi |
    dot truoc | lan truoc | truoc do | truoc day | ban dau | dau nam | dau ky | dau thang | truoc | cu |
    so cu | bua truoc | hom bua
    """
)
NOW: tuple[str, ...] = listed(
    """
    nay | hom nay | gio | bay gio | hien nay | hien tai | den nay | toi nay | luc nay | bua nay | lan nay |
    dot nay | chieu nay | bua gio | nay gio | tu dau nam | tu dau ky | den gio | hien gio | gio la | nay la |
    nay duoc | nay len | gio len | gio duoc
    """
)

# At the head of a clause, these leave something out of its figure, or leave it to others: "chưa tính tổ 5
# thì 186", "nghe nói khoảng 200".
PARTIAL: tuple[str, ...] = listed(
    """
    nghe noi | nghe dau | nghe bao | nghe don | chua tinh | chua ke | chua gom | chua bao gom |
    chua cong | khong tinh | khong ke | chua co so cua
    """
)

# What a percentage is compared with, behind it: "bằng 104% cùng kỳ" is no share of the plan.
COMPARED: tuple[str, ...] = listed(
    """
    cung ky | so voi cung ky | so cung ky | so voi nam ngoai | so voi nam truoc | so voi thang truoc |
    so voi ky truoc | so voi quy truoc | nam ngoai | nam truoc | so nam ngoai | so nam truoc
    """
)

# Headings of the columns of a pasted table: "STT, Chỉ tiêu, ĐVT, KH, TH, %".
COLUMNS: dict[str, tuple[str, ...]] = {
    "target": listed(
        "ke hoach | kh | chi tieu | chi tieu giao | ke hoach nam | kh nam | giao | muc tieu | kh giao"
    ),
    "total": listed(
        """
        thuc hien | th | ket qua | kq | luy ke | lk | so lieu | da thuc hien | luy ke thuc hien | thuc te |
        ket qua thuc hien | th luy ke | luy ke th | den nay
        """
    ),
    "past": listed("cung ky | nam truoc | ky truoc | thang truoc | cung ky nam truoc"),
    "number": listed("stt | tt | so tt | so thu tu"),
    "rate": listed("% | ty le | ty le % | dat % | % kh | dat ty le | % dat | % so kh | so sanh %"),
}
