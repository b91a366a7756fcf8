"""What people type instead of the number of a choice: folded, without politeness."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

# Left out wherever they stand: "dạ cái đầu ạ", "chọn 1 nhé anh"
POLITE: frozenset[str] = frozenset(
    listed("da | vang | a | ah | em | e | anh | chi | c | nhe | nha | nhi | di | do | day | oi | vay | ban")
)

# In front of a place or of the words of a choice: "chọn cách 2", "ý là lũy kế", "cái số 1"
PICKING: frozenset[str] = frozenset(
    listed("chon | lay | theo | cai | thu | so | lua | phuong | an | cach | muc | cau | dap | y | la | ghi")
)

# Around the name of an item: "của chỉ tiêu bhxh"
POINTING: frozenset[str] = frozenset(listed("cua | chi | tieu | nhiem | vu | phan | ben | ve"))

PLACES: dict[str, int] = {
    "dau": 1, "dau tien": 1, "nhat": 1, "mot": 1, "hai": 2, "nhi": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5,
    "sau": 6, "cuoi": -1, "cuoi cung": -1, "sau cung": -1,
}  # fmt: skip
"""Which choice; -1 is the last."""

# "Đúng": the one reading that was offered is right
YES: frozenset[str] = frozenset(
    listed(
        """
        dung | dung roi | dung the | dung vay | dung so do | chinh xac | chuan | chuan roi | phai | phai roi |
        xac nhan | dung ghi di | ghi di | ghi luon | giu nguyen
        """
    )
)

# "Ok", "vâng": yes to what is to be confirmed, and no choice among several
NODS: frozenset[str] = frozenset(
    listed("ok | oke | okie | okay | u | uh | uhm | duoc | dc | dong y | nhat tri | ro")
)

# "Không phải": none of the readings
NO: frozenset[str] = frozenset(
    listed(
        """
        khong | ko | k | khong phai | ko phai | k phai | khong dung | ko dung | chua dung | sai | sai roi |
        nham | nham roi | nham thoi | nham day | em nham | em nham roi | go nham | viet nham | nhap nham |
        deu sai | deu khong dung | khong phai cai nao |
        khong cai nao | khong co cai nao | sai het | khong phai the | khong phai vay | so sai
        """
    )
)

# "Thôi bỏ qua": nothing is to be recorded
DROP: frozenset[str] = frozenset(
    listed(
        """
        thoi | bo qua | thoi bo qua | thoi bo | bo | bo di | huy | huy bo | huy di | thoi huy |
        khong ghi nua | khong gui nua | thoi khong gui nua | thoi khoi | khoi | khong can |
        khong can nua | thoi khong can | de sau | thoi de sau | de xem lai | de kiem tra lai | xem lai da |
        thoi de xem lai | thoi de kiem tra lai | de xem | chua chac | de hoi lai |
        de toi xem lai | de toi kiem tra lai
        """
    )
)
