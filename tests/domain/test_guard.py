"""What bears a mark of secrecy, which numbers are a person's, and that figures are left alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.guard import guarded, is_secret, is_secret_name, mask
from bot.domain.message import Address, Contact, Incoming

SENT = Incoming("u1", Address("sample", "one", "7"), "7", datetime(2026, 11, 16, tzinfo=UTC))


@pytest.mark.parametrize(
    "text",
    [
        "MẬT\nKế hoạch số 12",
        "TỐI MẬT",
        "Tuyệt mật - số 3/BC",
        "Mật: kế hoạch phòng thủ",
        "MẬT BHXH 201",
        "BÁO CÁO MẬT",
        "báo cáo MẬT tháng 11",
        "Kế hoạch (mật) diễn tập",
        "hồ sơ đóng dấu “Mật”",
        "công văn 12 'TỐI MẬT'",
        "ToiMat",
        "tuyet-mat",
        "(MAT) kh 12",
        "Độ mật: Tối mật",
        "do mat: toi mat",
        "độ mật A",
        "có đóng dấu mật",
        "gửi anh tài liệu mật",
        "tai lieu mat",
        "van ban mat gui anh",
        "tuyet mat",
        "công văn mật số 12/CV-CAP",
        "NV-007 văn bản MẬT của công an",
        "nv007 tài liệu tối mật đã nhận",
        "nv 7 van ban mat",
        "TỐI MẬT nv007",
        "nv007 - Mật",
        "17/11 nhận công văn mật",
        "M\u200bẬT",
        "MA\u0323\u0302T",
    ],
)
def test_a_mark_of_secrecy_is_found(text: str) -> None:
    assert is_secret(text)


@pytest.mark.parametrize(
    "text",
    [
        "BHXH 201",
        "mật ong 12 lít",
        "Mật độ dân số 1200",
        "MẬT ĐỘ DÂN SỐ 1200",
        "báo cáo mật độ xây dựng",
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC xong",
        "bí mật công tác: k có",
        "bảo mật thông tin",
        'bảo mật "mật khẩu"',
        "tôi mat 2 hồ sơ",
        "12 văn bản mật",
        "nv007 xử lý 12 văn bản mật",
        "NV-020 đã nhận 5 công văn mật",
        "NV-007 không có văn bản mật",
        "văn bản mật đến: 12; tối mật: 0",
        "VB MẬT 02",
        "không có tài liệu mật",
        "quản lý tài liệu mật: xong",
        "rà soát độ mật: xong",
        "độ mật: không",
        "Tập huấn văn bản mật 1 lớp",
        "toi mat 2 ngay de lam",
        "bao cao mat tran to quoc",
        "ke hoach mat bang",
        "benh dau mat do 12",
        "ong A (mat)",
        "tài liệu mất",
    ],
)
def test_an_ordinary_word_is_no_mark(text: str) -> None:
    assert not is_secret(text)


@pytest.mark.parametrize(
    "name",
    [
        "KH_12 (Mật).pdf",
        "BC-MAT.docx",
        "MẬT 12.pdf",
        "tai-lieu-mat.pdf",
        "TaiLieu_Mật.docx",
        "TuyetMat.pdf",
        "TOI MAT so 3.doc",
    ],
)
def test_a_mark_in_the_name_of_a_file_is_found(name: str) -> None:
    assert is_secret_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "photo",
        "DS NGUOI MAT.xlsx",
        "bao_cao_mat_tran.docx",
        "bí mật nhà nước.pdf",
        "mat-do-dan-so.xlsx",
        "mật độ dân số.xlsx",
    ],
)
def test_an_ordinary_name_of_a_file_is_no_mark(name: str) -> None:
    assert not is_secret_name(name)


@pytest.mark.parametrize(
    ("text", "kept", "kinds"),
    [
        ("3 hộ, CCCD 001085012345", "3 hộ, CCCD ***", ("citizen_id",)),
        ("001085012345 hộ ông A", "*** hộ ông A", ("citizen_id",)),
        ("001 085 012 345", "***", ("citizen_id",)),
        ("số cmnd: 123 456 789", "số cmnd: ***", ("citizen_id",)),
        ("CCCD_001085012345.jpg", "CCCD_***.jpg", ("citizen_id",)),
        ("0912345678", "***", ("phone",)),
        ("BHXH 201 0912345678", "BHXH 201 ***", ("phone",)),
        ("gọi 0912.345.678 nhé", "gọi *** nhé", ("phone",)),
        ("gọi 84912345678", "gọi ***", ("phone",)),
        ("thu ngân sách 84912345678", "thu ngân sách 84912345678", ()),
        ("0912 34 56 78 đ/c Minh", "*** đ/c Minh", ("phone",)),
        ("0912345678/0987654321", "***/***", ("phone",)),
        ("+84 912 345 678", "***", ("phone",)),
        ("(0204) 3000102", "***", ("phone",)),
        ("sdt 912345678", "sdt ***", ("phone",)),
        ("CCCD 001085012345, sđt 0912345678", "CCCD ***, sđt ***", ("citizen_id", "phone")),
    ],
)
def test_a_number_of_a_person_is_masked(text: str, kept: str, kinds: tuple[str, ...]) -> None:
    assert mask(text) == (kept, kinds)


@pytest.mark.parametrize(
    "text",
    [
        "7.512.469.825 đồng",
        "7512469825",
        "thu NS 84912345678",
        "912345678",
        "123456789012",
        "123.456.789.012",
        "lệ phí cccd 125450000",
        "cấp CCCD 215 trường hợp",
        "cấp căn cước 123456789 thẻ",
        "dt 912345678",
        "09 12 34 56 78",
        "030 050 070 9 123",
        "03-05-2026 14",
        "2026-11-16 07:30",
        "201/269",
        "0,912345678",
        "MST 0312345678",
    ],
)
def test_a_figure_is_not_masked(text: str) -> None:
    assert mask(text) == (text, ())


@settings(max_examples=200)
@given(st.integers(1, 10**13), st.sampled_from(["BHXH {}", "thu ngân sách {} đồng", "{} hộ", "{}"]))
def test_no_amount_is_ever_taken_for_a_number_of_a_person(amount: int, frame: str) -> None:
    for written in (str(amount), f"{amount:,}".replace(",", "."), f"{amount:,}".replace(",", " ")):
        assert mask(frame.format(written))[1] == ()


def test_of_a_secret_message_neither_text_nor_file_name_is_kept() -> None:
    marked = Incoming(
        SENT.key, SENT.address, "7", SENT.sent_at, text="xem", attachment="KH phòng thủ (mật).pdf"
    )
    kept = guarded(marked)
    assert (kept.secret, kept.text, kept.attachment) == (True, "", "document")


def test_of_another_persons_card_the_number_is_not_kept() -> None:
    card = Incoming(SENT.key, SENT.address, "7", SENT.sent_at, contact=Contact("0912345678", own=False))
    own = Incoming(SENT.key, SENT.address, "7", SENT.sent_at, contact=Contact("0912345678", own=True))
    assert guarded(card).contact == Contact("", own=False)
    assert guarded(own) is own
