"""Phrases that show what a message is about. One label per idea; the longest phrase that fits wins."""

from __future__ import annotations

from bot.domain.reading.vocabulary.chat import AS_BEFORE, ASKING_WHERE, BUSY, GRANT_ME
from bot.domain.reading.vocabulary.harmless import HARMLESS
from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.vocabulary.slips import AMENDED, AMENDING, CRIES, SIGNS, SLIPS, TAKING_BACK
from bot.domain.reading.vocabulary.work import DONE, LACKING, UNTOLD, WAITING

INTENTS: dict[str, tuple[str, ...]] = {
    # "xong rồi", "đã nộp báo cáo"
    "done": DONE
    + listed(
        """
        xong | xong roi | hoan thanh | da hoan thanh | hoan tat | du roi | nop roi | ky ban hanh | gui roi |
        dua vao su dung | dat chi tieu | dat ke hoach | dat muc tieu | lam roi | ky roi | duoc cong nhan |
        dat roi | dat chuan | da co quyet dinh cong nhan | co quyet dinh cong nhan | da co quyet dinh |
        du ca | du het | du ca roi | du het roi | xong ca | xong ca roi | xong het | xong het roi | deu xong |
        deu du | da du ca | da xong ca | xong tat ca | du tat ca | dua roi | up roi |
        moi xong | moi lam xong | moi hoan thanh | vua xong | vua lam xong |
        da co bang cong nhan | da co qd cong nhan | co qd cong nhan | da co qd |
         co quyet dinh roi | co qd roi |
        trinh va duoc phe duyet
        """
    ),
    # "vẫn duy trì", for what is only to be kept
    "held": listed(
        """
        van duy tri | dang duy tri | van dang duy tri | van dang giu vung | van dang giu |
        duy tri | duy tri tot | dang duy tri tot | van giu | giu vung |
        van giu vung | dang giu vung | van dam bao | dam bao | van on dinh | on dinh | van dat |
        van dat chuan | van on | dat | giu duoc | van giu duoc | dat yeu cau | tot | binh thuong | hieu qua |
        hoat dong hieu qua | hoat dong tot | con giu | van con giu | giu chuan | van giu chuan | con duy tri |
        xep loai gioi | xep loai kha | xep loai tot | xep loai xuat sac | xep loai trung binh
        """
    ),
    # "sắp xong", "chờ phê duyệt"
    "in_progress": WAITING
    + listed(
        """
        con nam | dang nam | dang o so | dang o thanh pho | dang o tren | khoi cong | da khoi cong |
        gan xong het | con cho | con doi | phai cho | sap xong | gan xong | sap roi | sap co | sap den |
        gan roi | con moi | dang doi | sap hoan thanh | gan hoan thanh | sap hoan tat | chuan bi xong |
        co ban xong | co ban hoan thanh | co ban da xong | tiep tuc | dang lam | dang cho | dang trinh |
        dang trien khai | dang thuc hien | dang van dong | dang tiep tuc | dang xu ly |
        dang hoan thien | dang ra soat | dang tong hop | dang soan | dang du thao | dang xin |
        dang lay | dang phoi hop | dang chuan bi | dang tien hanh | dang xay | dang thi cong |
        dang giai quyet | dang tham muu | dang cap | dang thu | dang kiem tra | dang xet |
        dang binh xet | dang dien ra | dang sua | dang hop thong nhat | dang do | dang dang do |
        dang dang ky | dang lap | dang hoan tat | dang to chuc | dang nhap | dang cap nhat |
        dang nghiem thu | dang tuyen | dang kham | dang giao | da trinh | trinh roi |
        dang trong qua trinh | dang cho ky | da trinh du thao | van dang | moi bat dau | moi lam |
        xong mot nua | xong phan nua | xong nua | xong phan | xong buoc | xong giai doan | xong so bo |
        lam do | lam phan nua | duoc phan nua | lam duoc phan nua | bat dau lam | dang theo doi |
        dang keu goi | lam gan xong | dang ve | nua la xong | nua la du | nua la dat | nua thi xong |
        con do dang | do dang | con dang do | nua chung | giua chung | lam nua chung |
        nua xong | nua moi xong | nua la hoan thanh
        """
    ),
    # "chưa làm", "chưa có số liệu"
    "not_done": UNTOLD
    + listed(
        """
        chua | chua a | chua lam | chua xong | chua hoan thanh | chua thuc hien | chua trien khai |
        chua bat dau | chua bao cao | chua nop | chua gui | chua tong hop | chua dat | chua du |
        chua to chuc | chua kip | khong kip | khong xong | khong lam | khong lam duoc | khong lam kip |
        chua ban hanh | chua kiem tra | chua ra soat | chua trinh | khong dat | chua lam duoc |
        chua lam kip | chua thu duoc | chua cap nhat | chua thong ke | khong hoan thanh | chua xong duoc |
        chua xong dau | chua dau | chua duoc | chua dat chi tieu | chua nhap | chua tien hanh |
        chua giai quyet | chua xu ly | chua ai lam | nen chua | nen khong | chua co chuyen bien |
        chua co gi | chua co gi ca | chua trong | chua thi cong | lam khong duoc | lam khong kip |
        lam khong xong | lam chua xong | lam chua duoc | lam chua kip | khong hoan thanh duoc |
        chua hoan tat | chua lam xong | chua tong hop xong | chua thong ke duoc
        """
    ),
    # "vướng mặt bằng", "chưa có kinh phí"
    "obstacle": LACKING
    + listed(
        """
        vuong | vuong mac | kho khan | gap kho | kho | thieu | khong du | chua duoc cap | chua bo tri |
        chua duoc bo tri | chua duoc giao | chua cap kinh phi | loi | bi loi | hong | bi hong | hu |
        khong chiu | chua thong nhat | chua cao | tai lan chiem | qua tai | cham do | do thieu | bi cham |
        troi mua | mua bao | ngap | dich benh | mat dien | mat mang | rot mang | nghen mang | khieu kien |
        kien nghi | tranh chap | phan doi | khong ban giao | chua ban giao | khong the |
        khong lien lac duoc | di vang | vang nha | di lam xa | di lam an xa | gia vat tu tang |
        vat tu tang gia | truc trac | bi khoa | khoa tai khoan | bi treo | mua lon | mua nhieu | mua suot |
        mua keo dai | bao lu | lu lut | ngung thi cong | tam ngung | nen ngung | dang benh | dang om |
        bi om | khong gap duoc | khong lien he duoc | khong ai chiu | khong muon |
        chua giai phong mat bang | tro ngai | cham tre | nghi om | bi do | bao tri | nghi viec | khong xue |
        chinh sach thay doi | cao qua | nghi thai san | nghi phep | nghi che do | chuyen cong tac | bo do |
        bi benh | vuong thu tuc | bat cap | han che | y thuc | chua hieu | ne tranh | chong doi |
        thieu hut | cham tien do | nha thau | phan mem | kho dep | kho van dong | bi tre | khong tim duoc |
        chua tim duoc | bi ket | dang ket | chua chiu | chap chon | bi lag | lag qua | cup dien |
        quen mat khau | sai mat khau | khong dang nhap vo duoc | chat hep | hep | hep qua | tai pham |
        hay tai pham | tai dien | hoai khong nghe | mai khong nghe | noi khong nghe | nhac khong nghe |
        khong nghe may | bay ban lai | lai bay | lai bay ban | lai bay ra | xong lai bay | xong lai lan |
        xong lai tai | roi lai bay | cu bay ra | cu quay lai | lan chiem lai | y lai | vut rac bay |
        xa rac bua bai | mua hoai | mua mai | mua dam | xam nhap man | trieu cuong | ngap ung | sat lo |
        sau benh | mat mua | bo ngang | bi tra lai | bi tra ve | bi tu choi
        """
    ),
    # what only begins or sounds like an obstacle: "nộp kho bạc", "thuận lợi"
    "harmless": HARMLESS,
    # "sửa lại 36", "nhầm, 36 chứ không phải 32"
    "correction": SLIPS
    + SIGNS
    + CRIES
    + AMENDING
    + AMENDED
    + listed(
        """
        sua | cho sua | xin sua | nham | lon | sai | sai roi | nham lan |
        dinh chinh | xin dinh chinh | dieu chinh | moi dung | moi phai | moi chuan | moi chinh xac |
        trat roi | trat lat | sai bet | khong dung | chua dung |
        chu khong phai | khong phai | ay chet | dung la | so dung la | so dung | bao cao lai |
        bao lai | gui lai | ghi lai | nhap lai | cap nhat lai | cho em sua | em sua | thuc ra |
        a khong | thuc ra la | y em la | y toi la | y em noi la | so moi la | thay bang |
        dung ra | dung ra la | loi go | go loi | loi danh may | danh loi | nhap loi |
        dem lai | tinh lai | kiem lai | thieu so
        """
    ),
    # takes back without a new number: "hủy báo cáo lúc nãy"
    "withdraw": TAKING_BACK
    + listed(
        """
        huy | huy bao cao | rut lai | thu hoi bao cao | thu hoi tin | xoa bao cao | bo so | huy so |
        xoa so | xoa giup | xoa so lieu | huy so lieu | bo so lieu | bo bao cao | huy giup | rut bao cao
        """
    ),
    # "xin gia hạn đến 30/11", "cho em khất"
    "extension": GRANT_ME
    + listed(
        """
        moi hop xet | moi hop binh xet | moi hop thong qua | moi hop hoi dong |
        xin han | xin thoi han | xin hen | xin them han | xin han chot | xin them thoi gian | xin thoi gian |
        xin | xin den | xin toi | xin qua | xin sang | gia han | xin gia han | lui | xin lui | lui han |
        lui thoi han | doi han | doi thoi han | hoan | xin hoan | khat | xin khat | hen |
        em hen | xin hen | nop tre | xin nop tre | nop cham | nop muon | bao cao cham | gui cham |
        xin phep | xin them | cho em xin | cho them | them thoi gian |
        cho em thoi gian | keo dai | tre han | xin keo dai | se nop | se gui | se bao | se bao cao |
        se xong | se co | se hoan thanh | moi xong | moi nop | moi co | moi binh xet | moi to chuc |
        moi giao | moi trien khai | moi gui | moi hoan thanh | moi bao | moi xong duoc | moi lam |
        nop sau | gui sau | bao cao sau | bao sau | gui bu | nop bu | de nghi lui |
        de nghi gia han | xin doi | doi sang | doi qua | doi den | doi toi | doi ngay |
        doi lai | lui lai | doi them | gian them | noi han | noi them | gia them | nang han
        """
    ),
    # what may follow a day for it to be a promise: "mai em nộp", "thứ 2 em báo cáo"
    "promise": listed(
        """
        nop | gui | bao | bao cao | xong | co | lam | lam xong | hoan thanh | tra loi | cap nhat |
        tra | giao | chot | ra | gui lai | bo sung | trinh | len | hoan tat | tong hop | dua | chuyen | up |
        cung cap | phan hoi | nhan lai | day len
        """
    ),
    # a day of these is no promise: "8h sáng mai họp giao ban"
    "meeting": listed(
        """
        hop | giao ban | hop giao ban | tap huan | chao co | hoi nghi | du hop | di cong tac | le ky niem
        """
    ),
    # "bao nhiêu rồi", "còn việc gì"
    "question": ASKING_WHERE
    + listed(
        """
        bao nhieu | bao gio | khi nao | ngay nao | ai | ai phu trach | cai gi | viec gi | gi | gi nua |
        con viec gi | the nao | sao | lam sao | tai sao | vi sao | o dau | dau | nao | phai khong |
        dung khong | duoc khong | co can | co phai | hay | hay la | may chi tieu | may viec |
        may nhiem vu | may muc | thang may | ngay may | may gio | xong chua | dat chua | nop chua |
        thu may | duoc chua | dung chua | dung roi chua | co chua | lam chua | gui chua | ra sao |
        nhu the nao | cho hoi | xin hoi | em hoi | hoi | cach nao | con gi | con no | han nao | han la |
        han chot | con thieu gi | het viec chua | xong het chua | du het chua | chua nhi |
        roi chua | chua vay | a nhi | khong nhi | khong vay | khong a | khong anh | khong chi | ai lam |
        viec cua toi | viec cua em | con may | may ngay nua | con bao nhieu | la sao | sao a | lam rang |
        man rang | cach chi
        """
    ),
    # "cảm ơn anh", "đã nhận"
    "greeting": BUSY
    + listed(
        """
        da | vang | vang a | ok | ro | ro a | cam on | nhan tin | da nhan | nhan duoc | nhan duoc roi |
        nhan roi | da ro | biet roi | em biet | alo | chao | xin chao | hi | hello | test | um |
        dong y | hihi | haha | chuc | chuc mung | tot | tot qua | hay qua | goi lai | goi em | goi cho |
        dang hop | de em hoi | de em hoi lai | de em coi | de coi lai | ti em | lat em | chut em |
        de em xem | de em kiem tra | em xem | em kiem tra | xin loi | xl |
        cam on anh nhieu | cam on chi nhieu | cam on em nhieu | cam on sep nhieu | cam on rat nhieu |
        cam on nhieu | vui ve | ngon | like | thanks | thank | tks | se co gang | co gang |
        em se co gang | da vang | tuan lenh | da hieu | hieu roi | em hieu | da biet | da thay |
        thay roi | da xem | de em | ban qua | dang ban | dang di | dang o | an com | nghi trua
        """
    ),
    # 0, said in words: "không phát sinh", "chưa có vụ nào"
    "none": listed(
        """
        khong phat sinh | khong ps | chua ps | kps | chua phat sinh | khong co | khong xay ra |
        chua xay ra | chua phat hien | khong phat hien | chua co ai | chua ai | khong ai | chua co |
        chua co nguoi nao | khong co ai | chua co truong hop nao | khong con | chua co ho nao |
        chua co vu nao | khong ghi nhan | khong phat sinh moi | khong co phat sinh | chua ghi nhan |
        khong co doi tuong | chua co doi tuong | chua co phat sinh | khong nguoi nao | khong vu nao |
        khong co nguoi chet | khong co nguoi bi | khong co thuong vong | khong co tu vong |
        khong co nguoi nao | khong co nguoi mac | khong ho nao | khong ca nao | khong truong hop nao |
        khong de xay ra | chua de xay ra |
        khong de phat sinh | chua de phat sinh | ho so khong co | ho so chua phat sinh
        """
    ),
    # "như kỳ trước"
    "previous": AS_BEFORE
    + listed(
        """
        khong thay doi | chua thay doi | khong doi | giu nguyen | van vay | van the | so cu | van so cu |
        nhu sang nay | nhu hom qua | nhu da bao | nhu da bao cao | van so do | y chang | y ky truoc |
        khong tang khong giam | khong tang , khong giam | khong tang giam | khong tang giam gi |
        khong tang cung khong giam | khong giam khong tang | khong co gi thay doi | khong co thay doi |
        khong co gi moi | khong gi moi
        """
    ),
    # no number in it: "vài hộ", "gần hết"
    "vague": listed(
        """
        vai | vai chuc | vai tram | may chuc | may tram | mot so | mot vai | nhieu | it | kha nhieu |
        da so | phan lon | hau het | gan het | gan du | mot nua | hon mot nua | qua nua | gan nua | kha |
        mot it | rat nhieu | mot phan | may nguoi | may ho | may vu | may truong hop | hon chuc | ca chuc |
        chuc | it lam | nhieu lam | kha tot | tuong doi | lac dac | chut it | vuot | da vuot |
        vuot ke hoach | vuot kh | vuot chi tieu | vuot muc | vuot muc tieu | dat va vuot | vuot xa |
        vuot muc ke hoach | dat va vuot ke hoach | dat va vuot chi tieu | kha cao | gan bang | may cai |
        may can | may ca | kha dong | rat dong | tang nhieu | tang kha | hau nhu | gap doi | gap ba |
        gap ruoi | bang mot nua
        """
    ),
}

# What one comes across, or not: "không nhận đơn nào", "chưa thấy vụ nào"
COME_ACROSS: tuple[str, ...] = listed(
    """
    co | con | co them | thay | thay co | nghe | nghe co | nhan | nhan duoc | nhan them | tiep nhan | them |
    phat sinh | phat sinh them | xay ra | xay ra them | phat hien | phat hien them | ghi nhan |
    ghi nhan them | gap | bi | bi dinh | mac | de xay ra | de phat sinh | xuat hien | nghe bao | ai bao |
    co phat sinh | dinh | dinh phai | bao | thu ly | tiep nhan duoc | ghi nhan duoc | phat hien duoc |
    thay duoc | nhan lai | giam | giam duoc | thoat | thoat duoc
    """
)
# Behind "nào" these leave the none whole: "không có vụ nào cả"; "không có vụ nào nghiêm trọng" does not
AT_ALL: tuple[str, ...] = listed(
    """
    ca | het | het tron | luon | a | ah | anh | chi | em | e | c | nha | nhe | nhen | nghen | oi | dau | roi |
    vay | hen | ne | day | thoi | moi | them | nua | khac | phat sinh | xay ra | duoc ghi nhan | xuat hien |
    tu | trong | tren | o | tai | thang | tuan | ky | quy | nam | hom | den | toi | nay | dia ban | trong ky |
    va | nen | bi | mac | thoat | duoc cong nhan |
    duoc cap | tham gia | dang ky | cua | ve | la | sot xuat huyet | bac | chu | co | sep
    """
)

# After "đang" these tell of no work: "đang có 45 người"; nor does an unmarked "đăng ký", "đảng viên"
NOT_UNDER_WAY: frozenset[str] = frozenset(
    listed(
        """
        ky | ki | thi | vien | bo | uy | bai | o | la | dat | co | duoc | no | con | muc | theo | hop |
        di | ban | an | chay | nghi
        """
    )
)

# What belongs to the work on an item and is none itself: "danh sách đang rà", "phần còn lại đang làm"
OF_WORK: tuple[str, ...] = listed(
    """
    con lai | so con lai | phan con lai | cac ho con lai | cai con lai | cai kia | may | cac | chu tich |
    ong | danh sach | ho so | thu tuc | giay to | bien ban |
    to trinh | van ban | bao cao | du thao | con | mot so | ba con | can bo | nha thau | cap tren |
    lanh dao | hien nay | khu pho | cac khu pho
    """
)

# Said beside a figure without being one: "khen thưởng 4 khóm và 50 hộ"
NOT_ITEMS: tuple[str, ...] = listed(
    """
    theo | khen thuong | bieu duong | tuyen duong | tang giay khen | tang qua | trao qua | cu the | vi du |
    bi thuong | bi chet | tu vong | thiet hai | nhan dip | tham hoi | co su tham gia | voi su tham gia |
    du hop | thanh phan
    """
)
