"""How a wrong figure is owned up to and put right: "gõ lộn", "thôi chết nhầm", "chỉnh lại giúp em"."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

# A figure that was not meant: each of the verbs with each of the slips, "gõ lộn", "báo nhầm".
_TYPING = listed(
    "ghi | go | nhap | bao | gui | viet | danh | danh may | bam | noi | tinh | cong | chep | doc | dem | xem"
)
SLIPS: tuple[str, ...] = tuple(
    f"{verb} {slip}" for verb in _TYPING for slip in ("nham", "lon", "sai", "trat")
)

# What is cried before the right number: "í lộn 3 trường", "thôi chết nhầm"
CRIES: tuple[str, ...] = tuple(
    f"{cry} {slip}"
    for cry in listed(
        "i | y | ui | ua | oi | chet | thoi chet | chet roi | hic | hihi | ay | a | ah | xin loi | xin loi em"
    )
    for slip in ("nham", "lon", "quen", "trat")
)
# What puts a number right: each verb with each turn, "chỉnh lại", "đổi giúp em", "sửa dùm", "thay số"
_AMENDING = listed("sua | chinh | doi | thay | chinh sua | hieu chinh | dinh chinh | dieu chinh")
_TURNS = listed(
    "lai | giup | dum | lai giup | lai dum | so | so lieu | lai so | giup em | dum em | giup e | dum e"
)
AMENDING: tuple[str, ...] = tuple(f"{verb} {turn}" for verb in _AMENDING for turn in _TURNS)
AMENDED: tuple[str, ...] = tuple(f"{verb} thanh" for verb in (*_AMENDING, "cap nhat"))
