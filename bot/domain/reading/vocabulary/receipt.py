"""Questions behind a report about how it was received, and what else is wanted: not about its figure."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

# "chị nhận được chưa", "anh thấy chưa"
_TAKEN = listed(
    """
    nhan | nhan duoc | thay | thay duoc | xem | xem duoc | doc | vao | vao so | nhap | cap nhat | luu | ghi |
    ghi nhan | chot
    """
)
# "đủ chưa", "ổn không"
_ENOUGH = listed("du | du so | du lieu | du het | ok | oke | okie | on | xong | hop le | tron | kip | tre")
# "còn thiếu gì", "cần bổ sung gì nữa"
_MORE = listed(
    """
    con | thieu | con thieu | can | can bo sung | bo sung | co can bo sung | bo sung them | can them |
    con no | phai bao | phai bao cao | can bao | can gui | gui them | bao them | phai nop | phai lam | lam |
    viec | phai | sot | con sot | con can | con phai | con phai nop | con phai bao | con phai gui | can lam
    """
)
_ANYTHING = listed(
    """
    gi | gi nua | gi them | muc nao | muc nao nua | chi tieu nao | chi tieu nao nua | phan nao |
    may chi tieu | bao nhieu chi tieu | bao nhieu muc | may muc | viec gi |
    viec gi nua | so nao | so nao nua | may viec
    """
)
_WHETHER = listed("chua | khong | roi chua | het chua | vay chua | chua nhi | khong nhi")

ASKING_OF_RECEIPT: tuple[str, ...] = tuple(
    f"{one} {asked}" for one in (*_TAKEN, *_ENOUGH) for asked in _WHETHER
) + tuple(f"{one} {asked}" for one in _MORE for asked in _ANYTHING)
