"""Politeness and ordinary report words: they never name an item and never carry a value."""

from __future__ import annotations

from bot.domain.reading.vocabulary.generic import DONE_SO
from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.vocabulary.sums import SUMMED, SUMMED_TO

# Around a bare answer: "dạ ba ạ"
POLITE: frozenset[str] = frozenset(
    listed(
        """
        a | ah | anh | c | chi | chua | co | da | duoc | e | em | hen | la | nha | nhe | oi | roi | thoi |
        vang
        """
    )
)

FILLERS: tuple[str, ...] = (
    listed(
        """
    da | vang | a | ah | anh | chi | em | e | c | o | ong | ba | bac | chu | co | dong chi | d |
    lanh dao | sep | thu truong | minh | toi | ban | nha | nhe | nhen | nghen | ne | nhi | ha | hen |
    thoi | di | nua | luon | cung | rang | la | thi | ma | oi | day | do | vay | kinh | kinh gui | gui |
    thua | xin | phep | xin phep | bao | bao cao | tran trong | cam on | em bao | bao voi | cho | giup |
    ghi nhan | cap nhat | bo sung | nho | ve | muc | phan | duoc | dat | moi | moi duoc | hien |
    hien tai | hien nay | nay | den nay | toi nay | toi gio | den gio | tinh den | tinh toi | luy ke |
    tong | tong so | tong cong | ca nam | so lieu | ket qua | thuc hien | so | so luong | chi tieu |
    ke hoach | kh | voi | thu duoc | thu | nop | lam | trong | thang | tuan | quy | nam | ky | roi |
    tai | cua | tren | dia ban | phuong | toan | toan phuong | ben | phong | to | khu pho | van dong |
    to chuc | trien khai | kiem tra | cap | phat | mo | trong duoc | tiep nhan | giai quyet | xu ly |
    hoan thanh | tham gia | dang ky | gioi thieu | tuyen truyen | ra quan | phat hien | xu phat | tao |
    tang | giam | con | con lai | va | cung voi | ty le | uoc | khoang | gan | hon | chung | tren duoi |
    it nhat | bang | tuong duong | tuong ung | gom | bao gom | trong do | nhu sau | nhu | sau | cu the |
    hom nay | hom qua | sang nay | chieu nay | dung | du | het | chinh xac | thuc te | thuc te la |
    chot | chot so | chuan | vuot | ngay | den ngay | tu | den | cac | nhung | tat ca | rieng | ra |
    len | vao | xong | ok | nhan | nhap | nhap ngu | bieu | dot | lan | nguoi | gia tri | tri gia |
    so tien | kinh phi | tien | so voi | cung ky | nam ngoai | nam truoc | thang truoc | ky truoc |
    thuc hien duoc | dang | thay | thay doi | sua | sua lai | thanh | phai | khong | van | luc nay |
    hoi nay | ban nay | khi nay | vua roi | vua nay | truoc do | tre | cham | so gd | dinh chinh |
    nham | lon | sai | ho | chinh thuc | so bo | tam tinh | tam thoi | buoc dau | vhxh | ubnd | hdnd |
    mttq | ktht | ngoai ra | ben canh do | dong thoi | phia | ben em | don vi | to em | phuong em |
    ke ca | xem giup | ghi | ghi giup | ho tro | thuc ra | thuc ra la | y em | y em la | y la | so moi la |
    tl | tinh ra | tinh luon | tinh chung | tinh het | tinh gop | gop lai | gop chung | dem ra | nghia la |
    tuc la | hoi sang | hoi chieu | hoi trua | hoi hom | moi sang | tuan qua | thang qua | nam qua | quy qua |
    ky qua | dot qua | thoi gian qua | dem lai | dem | ra lai | doi chieu | doi chieu lai | kiem dem | vua |
    tinh ca nam | tinh ca thang | tinh ca quy | tinh tu dau nam | cong ca nam | cong tu dau nam | gop ca nam |
    tinh luy ke | tinh tong | ca thay | h | go | mai | ngay mai | mot |
    ngay mot | hom | giua | giua thang | giua nam | giua quy | dau thang | cuoi thang | dau nam | cuoi nam |
    nguyen nam | nguyen thang | nguyen quy | nguyen ky | nguyen dot | suot nam | suot thang | suot quy |
    tron nam | cong het | cong tat | cong tat ca | cong lai | cong gop | cong chung | cong vao | goi anh |
    goi chi | goi a | goi c | goi sep | goi em | goi so | goi bao cao | goi lai | tp giao | tinh giao |
    quan giao | huyen giao | so giao | tp phan bo | tinh phan bo |
    dau tuan | cuoi tuan | tuan sau | thang sau | quy sau | nam sau | tuan toi | thang toi | nam toi |
    sang nam | sau tet | qua tet | truoc tet | bua kia | ngay kia | bua nua | chieu mai | sang mai
    """
    )
    + DONE_SO
    + SUMMED
    + SUMMED_TO
)

# Said at the end of a clause, never at its head
CLOSING: frozenset[str] = frozenset(("nhe", "nha", "nhen", "nghen"))

# In front of a bare number without naming anything: "kết quả cuối cùng 201", "tính cả tổ 5 là 201"
BEFORE_NUMBERS: frozenset[str] = frozenset(
    listed(
        """
        bua | ca | chon | cung | cuoi | dau | gio | kq | lai | lay | nhat | phu | qua | t | ti | tl | tinh |
        to | toan | tron
        """
    )
)
