"""What it is a trouble to have, by its bare name; how one tells that it is dealt with, or over."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

# Whoever has none of these is well: "không có vi phạm"; and they may be over: "tranh chấp đã hòa giải"
EVENTS: tuple[str, ...] = listed(
    """
    dich benh | dich | o dich | lan chiem | tai lan chiem | tranh chap | khieu kien | khieu nai | to cao |
    kien nghi | phan anh | mua bao | bao lu | lu lut | bao lut | lut bao | ngap | ngap ung | ngap lut |
    sat lo | trieu cuong | xam nhap man | tai pham | hay tai pham | tai dien | loi | su co | vi pham |
    sai pham | ngo doc | chay | no | hoa hoan | tai nan | tai bien | thiet hai | thuong vong | tu vong |
    thuong tich | phuc tap | diem nong | buc xuc | ton dong | tre han | qua han | bo hoc | bao luc |
    gay roi | danh nhau | ma tuy | te nan | toi pham | trom | trom cap | cuop | cuop giat | un tac |
    ach tac | mat an toan | mat trat tu | o nhiem | tieu cuc | tham nhung | nguy co | bat thuong |
    that thoat | lang phi | no dong | tai hoat dong | tai nghien | bao hanh | xam hai | tao hon | nghi om |
    bi om | om | benh | van de | dot bien | nguoi chet | bi thuong | rui ro | gian lan | hang gia | tre nai |
    than phien | phan nan | bo sot | khong phep | trai phep | sai phep | noi com | boi chi | that thu
    """
)
# Named alone these tell of no trouble for certain: "phần mềm", "ý thức người dân"
NAMED_ALONE: tuple[str, ...] = EVENTS + listed(
    """
    phan mem | nha thau | y thuc | bao tri | dang benh | dang om | nghi phep | hong | hu | bi loi | ne tranh |
    bat cap | han che | mua lon | mua nhieu | bi benh | chinh sach thay doi | chuyen cong tac | hep
    """
)
# Without these there is no work: "không có vắc xin", "chưa có mẫu"
NEEDED: tuple[str, ...] = listed(
    """
    vac xin | thuoc | hoa chat | mang | dien | xang | xang dau | cho | noi | mau | bieu mau | tai khoan | du |
    thoi gian | dia diem | cong tac vien | may in | giay | muc | phong | tru so | luc luong | ai lam | du toan
    """
)
# What is done about trouble: "xử lý 2 vụ tái lấn chiếm", "đã giải quyết xong"
DEALING: tuple[str, ...] = listed(
    """
    xu ly | giai quyet | hoa giai | khac phuc | ngan chan | phong ngua | phong chong | phong | chong |
    kiem soat | kiem tra | ra soat | tuyen truyen | nhac nho | nhac | xu phat | phat | lap bien ban |
    giai toa | thao do | don dep | dep | ung pho | keo giam | giam | tuan tra | thao go | tiep nhan |
    phat hien | dieu tra | theo doi | quan ly | dau tranh | sua | sua chua | dap tat | khong che | thay |
    boi thuong | ho tro | tra loi | chan chinh | chong tai | dap | cap | bo tri | bo sung
    """
)
# So is said that it is over, or never was: "phần mềm chạy lại rồi", "dịch bệnh ổn định"
WELL: tuple[str, ...] = listed(
    """
    on | on dinh | ok | oke | okie | okay | binh thuong | tot | khoi | khoi benh | het han | het roi |
    da het | nay het | gio het | chay lai | chay duoc | chay tot | chay lai duoc | hoat dong lai |
    hoat dong tot | hoat dong binh thuong | vao duoc | vao lai duoc | vo duoc | vo lai duoc | dung duoc |
    dung lai duoc | nhap duoc | nhap lai duoc | di lam lai | lam lai duoc | thong suot | khong con |
    khong con nua | da qua | duoc kiem soat | giam | giam han | giam manh | khong lan rong |
    khong phuc tap
    """
)
