"""What is done, what it takes, what is waited for: each word once, and the phrases made of them."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

# Steps that finish a piece of work: "đã niêm yết công khai", "gửi mail rồi", "tổ chức xong"
STEPS: tuple[str, ...] = listed(
    """
    gui mail | gui file | up len | tai len | dang tai | ban hanh | to chuc | trien khai | thuc hien |
    cong khai | cap nhat | ban giao | nghiem thu | khanh thanh | giai quyet | xu ly | khac phuc |
    giai toa | ket thuc | thong xe | bao cao | kiem tra | ra soat | thong ke | tong hop | tham muu |
    day len | dua len | ban qua | co chu ky | ra quyet dinh | ra qd | ra cong van | ra cv | ra thong bao |
    ra van ban | ra nghi quyet | ra ke hoach | ra chi thi | ra huong dan | ky quyet dinh | ky ban hanh |
    phe duyet | duoc phe duyet | cong nhan | duoc cong nhan | thong qua | duoc thong qua | hoan tat |
    hoan thien | dat yeu cau | dat chi tieu | du chi tieu | dat ke hoach | duoc duyet | giao nop |
    dua vao su dung | di vao hoat dong | hoan cong | thong tuyen
    """
)
# These are what tasks are called by too: "ra quân", "bình xét"
CALLED_SO: tuple[str, ...] = listed(
    """
    ra quan | binh xet | niem yet | giai ngan | chi tra | cap phat | thanh toan | quyet toan | thao do |
    phat dong | thanh lap | kien toan | tong ket | so ket | lap dat | don dep | tap huan | dien tap
    """
)
# These are other words too ("3 đơn rồi", "kỳ rồi"): only "đã dọn", "dọn xong"
SHORT_STEPS: tuple[str, ...] = listed(
    "nop | gui | up | chuyen | ky | trao | lam | dat | du | cap | sua | don"
)

# What work takes; it may be lacking, late or spent: "chưa có kinh phí", "vốn chưa về", "hết tiền"
MEANS: tuple[str, ...] = listed(
    """
    kinh phi | von | nguon von | nguon kinh phi | tien | vat tu | vat lieu | mat bang | quy dat | nhan luc |
    nhan su | nguoi | can bo | may moc | thiet bi | phuong tien | xe | huong dan | chu truong | van ban |
    van ban huong dan | quy dinh | may | dat | nguon | kp
    """
)
# What an office gets from others: without it there is no work, which is not the same as no case
RECEIVED: tuple[str, ...] = listed(
    """
    kinh phi | von | nguon von | nguon kinh phi | tien | vat tu | vat lieu | mat bang | nhan luc | nhan su |
    may moc | thiet bi | phuong tien | huong dan | chu truong | van ban | cong van | chi dao | y kien |
    phan hoi | tra loi | quyet dinh | so lieu | bao cao | ho tro | thong tin | danh sach
    """
)
# What is reported: as long as it is not there, nothing is: "số liệu chưa có", "chưa ai gửi báo cáo"
_INFORMATION = listed(
    """
    so lieu | so | con so | ket qua | bao cao | thong tin | danh sach | thong ke | so tong hop | so thong ke |
    so chinh thuc | so cu the | so moi | so chot | bang tong hop | phieu bao | tien do | so dau | so ky nay
    """
)
# Papers that are not there: "chưa có hồ sơ" counts them, "hồ sơ chưa có" may mean the report
_PAPERS = listed("ho so | giay to | bien ban | so sach | phieu")
_NOT_THERE = listed(
    "chua co | van chua co | con chua co | cung chua co | hien chua co | deu chua co | chua thay | khong co"
)
_SENT = listed("gui | bao | nop | cung cap | dua | chuyen | gui em | bao em | nop em | chot | bao cao")
# What may be missing when one says no more than that it is: "hồ sơ thì chưa có"
MISSING: tuple[str, ...] = (*(what for what in _INFORMATION if what != "so"), *_PAPERS)
UNTOLD: tuple[str, ...] = (
    *(f"{what} {not_there}" for what in _INFORMATION for not_there in _NOT_THERE),
    *(f"chua {sent} {what}" for what in _INFORMATION for sent in ("co", "nhan duoc", "thay", *_SENT)),
    *(
        f"{still} {waits} {what}"
        for what in _INFORMATION
        if what.startswith("so") or what == "con so"  # "đang chờ kết quả thẩm định" tells how it goes
        for still in ("dang", "con", "van")
        for waits in ("cho", "doi")
    ),
    *(f"khong {got} {what}" for what in _INFORMATION if what != "so" for got in ("co", "nhan duoc", "thay")),
    *(f"chua ai {sent} {what}" for what in _INFORMATION for sent in _SENT),
    *(f"chua thay ai {sent} {what}" for what in _INFORMATION for sent in _SENT),
    *(
        f"{what} {not_yet}"
        for what in _PAPERS
        for not_yet in ("chua co", "chua ve", "van chua co", "chua thay")
    ),
)
_LACK = listed("chua co | khong co | thieu | het | ket | vuong")
_GRANTED = listed(
    """
    kinh phi | von | nguon von | tien | vat tu | vat lieu | thiet bi | huong dan | mat bang | chu truong |
    van ban | van ban huong dan | cong van | nhan su | may moc | quy dat
    """
)
_LATE = listed(
    """
    chua ve | chua cap | chua co | chua bo tri | chua duoc cap | khong co | khong du | bi cat | cham |
    chua ban giao | chua rot | chua giai ngan | khan hiem
    """
)

# Whose doing it is that nothing moves: "người dân chưa đồng ý", "cấp trên chưa hướng dẫn"
OTHERS: tuple[str, ...] = listed(
    """
    dan | nguoi dan | ba con | nhan dan | cap tren | thanh pho | ngan sach | bao hiem | nha thau |
    chu dau tu | don vi thi cong | phu huynh
    """
)
RELUCTANT: tuple[str, ...] = listed("chua | khong | it | ngai | so | ne | van chua | con chua | khong chiu")

# What is waited for: "chờ hướng dẫn của sở"
AWAITED: tuple[str, ...] = listed(
    """
    phe duyet | duyet | ket qua | ky | tham dinh | y kien | cong nhan | nghiem thu | thanh pho | so | sep |
    cap tren | van ban | phan hoi | ho so | huong dan | lanh dao | chu tich | tra loi | quyet dinh |
    hoi dong | hoi phu nu | hoi nong dan | hoi cuu chien binh | hoi chu thap do | hoi y | giam khao |
    ban giam khao | doan kiem tra | cham diem | xet duyet | tham tra | giam dinh | bieu quyet | dong dau |
    ky duyet | ket luan
    """
)

# What runs the office, and how it fails: "mạng chập chờn", "hệ thống bị lag"
_SYSTEMS = listed(
    """
    mang | wifi | internet | duong truyen | he thong | phan mem | may chu | may tinh | cong dich vu cong |
    trang | trang web | web | server | ung dung | app | dien | may in | may scan | may quet | may photo |
    may anh | dien thoai | may
    """
)
_HOW_OFTEN = listed("cu | hay | bi | lai | cung | van | luc nao cung | suot ngay | toan | dang bi | hay bi")
_FAILING = listed(
    """
    qua cu | cu qua | doi cu | cu roi | xuong cap | dung may | khong len | khong chay | khong hoat dong |
    chap chon | lag | cham | cham qua | qua cham | dung | do luon | bi do | rot | rot hoai | yeu |
    treo | sap | loi | hu | hong | nghen | khong on dinh | qua tai | bao tri | truc trac |
    mat ket noi | quay hoai | bi ket | cup
    """
)
_GET_IN = listed("vao | vo | dang nhap | truy cap | nhap | day len | up len | len mang | tai len | gui len")
_HARDLY = listed("khong | hoai khong | mai khong | het | cu khong | van khong | chua")
_ABLE = listed("duoc | noi | xong | vo | vao")

# What works wait for besides means: "kẹt giải tỏa", "kẹt đền bù"
_STUCK_IN = listed(
    """
    giai toa | den bu | boi thuong | tai dinh cu | thu tuc | giay to | phap ly | quy hoach | tranh chap |
    giai phong | khau | cho | cong no | ngan sach | thoi tiet | ho dan | may ho | mot so ho | nha dan
    """
)
# Hands that are too few: "ít cán bộ quá"; "ít người tham gia" is a vague figure
_HANDS = listed(
    """
    can bo | nhan su | nhan luc | nhan vien | bien che | nguoi lam | nguoi phu trach | nguoi qua | kinh phi |
    tien qua | von | may moc | phuong tien | cong chuc
    """
)
# Who is too few, and how it is said: "nhân sự mỏng quá", "lực lượng còn mỏng"
_STAFF = listed(
    "nhan su | luc luong | can bo | doi ngu | bien che | nhan luc | cong chuc | quan so | nguoi lam | anh em"
)
_TOO_FEW = listed("mong qua | qua mong | con mong | mong lam | it qua | qua it | it lam | con it")
# Who is away, and how: "cộng tác viên nghỉ hết", "đại lý thu nghỉ rồi"
_AWAY = listed(
    """
    can bo | cong chuc | cong tac vien | ctv | dai ly thu | dai ly | to truong | khu pho truong |
    truong khom | nhan vien | y si | bac si | giao vien | ke toan | nguoi phu trach | can bo phu trach |
    can su | chuyen vien
    """
)
_ABSENT = listed(
    """
    nghi het | nghi roi | xin nghi | bo viec | di hoc | di cong tac | di tap huan | nghi sinh | nghi hau san |
    bi benh | moi nghi | nghi luon | nghi ngang | nghi dot xuat | bi tai nan
    """
)
# What becomes dear: "giá cát tăng", "giá xăng cao"
_DEAR = listed("cat | da | xi mang | thep | sat | vat lieu | xang | xang dau | nhan cong | phan bon | giong")

# Who does not go along, and what one is to go along with: "chưa hợp tác", "không chịu hợp tác"
_UNWILLING = listed("chua | khong | it | khong chiu | chua chiu | thieu | ngai | chua muon | khong muon")
_GOING_ALONG = listed(
    """
    hop tac | dong y | dong thuan | dong tinh | chap hanh | chap thuan | phoi hop | tu giac | ung ho |
    nhat tri | di doi | ban giao mat bang | tham gia phoi hop | nhan tien | nhan den bu | ky bien ban
    """
)
# Of these what is still to be done may be counted: "còn 2 hộ chưa di dời"
TO_BE_DONE: frozenset[str] = frozenset(
    listed(
        "di doi | ban giao mat bang | ban giao | nhan tien | nhan den bu | ky bien ban | giai phong mat bang"
    )
)
# What stands in the way, and of what: "để choán lối đi", "lấn lòng đường"
_BLOCKING = listed("choan | chan | bit | lan | chiem | chiem dung | lan chiem | can tro | dau | ngang")
# What is said again and again, and goes on: "nhắc hoài vẫn bày bán", "dẹp mãi mà vẫn lấn"
_SAID_AGAIN = listed("nhac | nhac nho | noi | keu | don | dep | xu ly | phat | tuyen truyen | van dong | moi")
_AGAIN = listed("hoai | mai | riet | nhieu lan | may lan | lien tuc | suot | quai")
_STILL = listed("van | ma van | cung van | vay ma van | nhung van | cung khong | ma khong | khong")
# Where things are spread out: "bày bán tràn ra lề đường", "để xe tràn lan vỉa hè"
_SPREADING = listed(
    """
    ban tran | ban tran ra | ban tran lan | bay tran | bay tran ra | bay ra | bay ban ra | ban ra | tran ra |
    tran lan | tran lan ra | lan ra | bay ban o | buon ban o | buon ban tren | bay ban tren |
    de xe tren | dau xe tren |
    de xe | dau xe | bay hang | hop cho | tut ra | tap ket
    """
)
_ROADS = listed(
    """
    le duong | long duong | via he | long le duong | mat duong | ngoai duong | loi di | le | duong di
    """
)
_WAYS = listed(
    "loi di | loi vao | loi ra | long duong | mat duong | duong di | via he | le duong | loi thoat hiem"
)

_FORMS = ("da {}", "{} roi", "{} xong", "{} xong roi")
NAMING: tuple[str, ...] = tuple(form.format(step) for step in CALLED_SO for form in _FORMS)
DONE: tuple[str, ...] = (
    *NAMING,
    *(form.format(step) for step in STEPS for form in _FORMS),
    *(form.format(step) for step in SHORT_STEPS for form in ("da {}", "{} xong", "{} xong roi")),
)
# Beside a count these tell how far a task has come: "đã ra quân 2 đợt"
STEPS_TAKEN: frozenset[str] = frozenset(f"da {step}" for step in (*STEPS, *CALLED_SO))
WAITING: tuple[str, ...] = (
    *(f"cho {what}" for what in AWAITED),
    *(f"doi {what}" for what in AWAITED if " " in what),  # "đội", "đổi" are typed so too
)
# Their nouns are in the names of items too: "quy hoạch", "phần mềm"
TROUBLED: tuple[str, ...] = (
    *(f"{system} {failing}" for system in _SYSTEMS for failing in _FAILING),
    *(
        f"{system} {often} {failing}"
        for system in _SYSTEMS
        for often in _HOW_OFTEN
        for failing in _FAILING
        if not failing.startswith(("bi ", "cu "))
    ),
    *(f"ket {what}" for what in _STUCK_IN),
    *(f"{no} {along}" for no in _UNWILLING for along in _GOING_ALONG),
    *(f"{said} {again} {still}" for said in _SAID_AGAIN for again in _AGAIN for still in _STILL),
    *("ban tran ra", "bay tran ra", "tran lan ra", "tran lan"),
    *("van bay ban", "van buon ban", "van lan chiem", "van de xe"),
    *(f"{spreading} {road}" for spreading in _SPREADING for road in _ROADS),
    *(f"{blocking} {way}" for blocking in _BLOCKING for way in _WAYS),
    *(f"choan {what}" for what in ("het loi", "duong", "cho", "het duong", "het cho", "dien tich")),
    *(f"it {hands}" for hands in _HANDS),
    *(f"{staff} {few}" for staff in _STAFF for few in _TOO_FEW),
    *(f"{staff} mong" for staff in ("nhan su", "luc luong", "bien che")),  # "anh em mong" hope
    *(f"gia {what} {dear}" for what in _DEAR for dear in ("tang", "cao", "len")),
)
LACKING: tuple[str, ...] = (
    *TROUBLED,
    *(f"{lack} {means}" for lack in _LACK for means in MEANS),
    *(f"{means} {late}" for means in _GRANTED for late in _LATE),
    *(f"{who} {absent}" for who in _AWAY for absent in _ABSENT),
    *(f"{who} {reluctant}" for who in OTHERS for reluctant in RELUCTANT),
    *(f"khong {get} {able}" for get in _GET_IN for able in _ABLE),
    *(f"{get} {hardly} {able}" for get in _GET_IN for hardly in _HARDLY for able in _ABLE),
)
