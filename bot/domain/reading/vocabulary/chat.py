"""What is said around a report, made from its words: as before, busy, where to do it, more time please."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

# As the last time: each likeness with each time, "giống kỳ trước", "vẫn như tháng rồi"
_LIKE = listed("nhu | van nhu | y nhu | giong | giong nhu | bang | van bang")
_TIMES = listed("ky | thang | tuan | quy | lan | dot | hom | lan bao cao | bao cao | so")
AS_BEFORE: tuple[str, ...] = (
    *(f"{like} {when} {gone}" for like in _LIKE for when in _TIMES for gone in ("truoc", "roi")),
    *(f"{like} {old}" for like in _LIKE for old in ("truoc", "cu", "so cu")),
)

# What keeps somebody from answering, "đang tiếp dân", and when they will, "lát nữa em nhắn"
_BUSY = listed(
    """
    tiep dan | tiep khach | tiep doan | tiep cong dan | do tay | ket tay | ket hop | lai xe | chay xe |
    ban viec | nghe dien thoai | nghe may | don con | ru con | giao ban | du hop | hoi nghi | an sang |
    an trua | dam
    """
)
_SOON = listed("ti | lat | chut | xiu | teo")
BUSY: tuple[str, ...] = (
    *(f"dang {what}" for what in _BUSY),
    *(f"{soon} nua" for soon in _SOON),
    *(f"{soon} em nhan" for soon in _SOON),
    *(f"{soon} nua em nhan" for soon in _SOON),
)

# Where to do it: each verb with each place, "bấm đâu", "coi chỗ nào"
_DOING = listed("bam | vo | vao | coi | xem | nhap | gui | tim | kiem | ghi | sua | chon")
_WHERE = listed("dau | cho nao | nut nao | muc nao | trang nao")
ASKING_WHERE: tuple[str, ...] = tuple(f"{verb} {where}" for verb in _DOING for where in _WHERE)

# Time for whoever asks for it, until when: "cho em tới 12/12", "cho tụi em thêm 3 ngày"
_WHO = listed(
    """
    em | e | tui | minh | toi | chi | anh | a | ben em | tui em | chung em | bon em | don vi | ben minh |
    chung toi | ben toi | ben chi | ben anh | phong
    """
)
_UNTIL = listed(
    "den | toi | qua | sang | them | han | thoi han | lui | khat | hen | doi | gia han | toi het | den het"
)
GRANT_ME: tuple[str, ...] = tuple(f"cho {who} {until}" for who in _WHO for until in _UNTIL)
