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

# A sign or a nought too many, or too few: "gõ thừa dấu phẩy", "dư dấu chấm", "ghi thiếu số 0"
_TOO_MANY = listed("thua | thieu | sot | dinh | nham | lon | mat | quen")
_SIGNS = listed("dau | dau phay | dau cham | dau cham phay | dau phan cach | dau thap phan | mot dau")
_DIGITS = listed("so khong | chu so | mot chu so | con so | mot so | mot con so")
SIGNS: tuple[str, ...] = (
    *(f"{verb} {slip} {sign}" for verb in _TYPING for slip in _TOO_MANY for sign in (*_SIGNS, *_DIGITS)),
    *(f"{verb} du {sign}" for verb in _TYPING for sign in _SIGNS),  # "gửi đủ số" is no slip
    *(f"{verb} thieu" for verb in _TYPING if verb not in ("gui", "noi", "danh may")),
    *(f"{slip} {sign}" for slip in ("thua", "du", "lon", "nham", "sai") for sign in _SIGNS),
)
# By how much the last figure was too high, or too low: "ghi thừa 2", "nhập trùng 3", "tính sót 1"
_COUNTING = listed("ghi | go | nhap | bao | viet | danh | bam | tinh | cong | chep | dem | thong ke")
SURPLUS: tuple[str, ...] = (
    *(f"{verb} {much}" for verb in _COUNTING for much in ("thua", "du", "doi", "lo", "trung", "lap")),
    *(f"{off} {much}" for off in ("tru", "bo", "loai", "gach", "rut", "xoa") for much in ("bot", "ra", "di")),
    *listed("trung | bi trung | trung lap | bi trung lap | trung nhau | tru | tru lai | loai bo"),
)
DEFICIT: tuple[str, ...] = (
    *(f"{verb} {less}" for verb in _COUNTING for less in ("thieu", "sot", "hut", "xot", "thieu mat")),
    *listed("de sot | quen ghi | quen tinh | quen cong | quen nhap | chua cong them"),
)
# What is to be taken off, behind its number: "bỏ 1 trường hợp trùng", "trừ 2 hồ sơ bị sai"
TAKEN_OFF: tuple[str, ...] = listed(
    """
    trung | bi trung | trung lap | trung nhau | ghi trung | lap | bi lap | sai | bi sai | du | thua | ao |
    bi du | bi thua | khong dung | khong du dieu kien | khong hop le | ra khoi
    """
)
TAKING_OFF: frozenset[str] = frozenset(listed("bo | tru | loai | gach | xoa | huy | rut | bot | giam"))

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
# What takes the last report back: "bỏ giùm em cái số mới gửi", "xóa hộ e tin vừa rồi"; no "rút hồ sơ"
_FOR_ME = listed(
    "giup | gium | dum | giup em | gium em | dum em | ho em | giup e | gium e | dum e | ho e | giup cho em"
)
_REPORTED = listed("so | so lieu | con so | bao cao | tin | tin nhan | ket qua | dong")
TAKING_BACK: tuple[str, ...] = tuple(
    f"{verb} {turn} {one}{what}"
    for verb in ("bo", "xoa", "huy", "go", "rut", "thu hoi", "rut lai")
    for turn in _FOR_ME
    for one in ("", "cai ", "lai ")
    for what in _REPORTED
) + tuple(f"{verb} cai {what}" for verb in ("bo", "xoa", "huy", "rut", "thu hoi") for what in _REPORTED)
