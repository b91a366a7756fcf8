"""Words around "xong" that leave the work to be done: promises, hopes, parts, papers handed in."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

# What is hoped, meant or promised: "chắc xong", "hẹn thứ 6 xong", "cố gắng làm xong"
HOPES: tuple[str, ...] = listed(
    """
    chac | chac la | chac chan | hua | hen | hy vong | hi vong | mong | mong la | phan dau | du kien |
    quyet tam | cam ket | dam bao | bao dam | co gang | se | se co | du tinh | du dinh | co the | co le |
    kha nang | uoc | uoc tinh | tinh la | dinh la | neu | khi nao | bao gio
    """
)
# What tells that it is over: "thứ 6 xong rồi", "hôm qua xong"
OVER: frozenset[str] = frozenset(listed("roi | vua | qua | hqua | kia"))
# What makes it one part of several: "xong bước 1", "mốc 1 xong", "phần rửa xe xong"
PARTS_OF_WORK: frozenset[str] = frozenset(listed("phan | buoc | moc | khau | dot"))
# Other words that begin or end so: "phần mềm", "phần lớn", "bắt buộc"
NO_PARTS: frozenset[tuple[str, str]] = frozenset((("phan", "mem"), ("phan", "lon"), ("bat", "buoc")))
# What stands before the work itself: "họp hội đồng xong", "lập danh sách xong"
PREPARING: tuple[str, ...] = listed(
    """
    hop | khao sat | danh sach | du thao | lay y kien | kiem dem | do dac | len lich | len ke hoach |
    lap ke hoach | xay dung ke hoach | thanh lap to | giai doan | chup anh | tham dinh | bo phieu | hoi nghi |
    thu tuc | ky cam ket | van dong | tuyen truyen | dau thau | goi thau | moi thau | thiet ke | du toan |
    thanh lap doan | thanh lap ban | thanh lap tieu ban | to cong tac | moi hop | thong bao | lop tap huan |
    phan cong | tu cham | tu danh gia | tu kiem tra | cham diem |
    lap ban do | do ve | boc tach | dao mong | do mong | len phuong an | lap phuong an
    """
)
# Other words that end so: "phối hợp", "trường hợp"
NO_MEETING: frozenset[str] = frozenset(
    listed("phoi | tong | tap | truong | ket | lien | to | phu | thich | hoi")
)
# What is handed in for somebody else to decide on
PAPERS: tuple[str, ...] = listed("ho so | to trinh | giay de nghi | don de nghi | van ban de nghi")
SENDING: frozenset[str] = frozenset(listed("gui | nop | trinh | chuyen | dua | up | lap"))
# What says that it was recognised
RECOGNISED: tuple[str, ...] = listed("cong nhan | quyet dinh | qd | bang khen | dat chuan")
# What is begun and goes on: "đã làm từ tháng 9"
STARTING: frozenset[str] = frozenset(listed("lam | trien | thuc | to | phat | kiem"))
