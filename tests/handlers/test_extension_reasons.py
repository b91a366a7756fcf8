"""The reason that is put before a leader: the person's own words, all of them and none of the request."""

from __future__ import annotations

import pytest

from bot.domain.reading.dates import find_date
from handlers.extensions.why import reason_beside, reason_in
from tests.reading.ward import NOW


def test_no_hole_is_left_where_the_day_stood() -> None:
    said = "xin lùi vì đang rà soát, 30/11, chờ tổ báo"
    begins = said.index("30/11")
    assert reason_in(said, (begins, begins + 5)) == "đang rà soát, chờ tổ báo"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("xin doi so qua 27/11 nha, cho don vi bao", "cho don vi bao"),
        ("xin lùi số đến 27/11 chờ công ty chốt danh sách", "chờ công ty chốt danh sách"),
        ("cho em khất 25/11, cho bhxh huyen doi chieu", "cho bhxh huyen doi chieu"),
        (
            "xin lùi sang thứ 4 do cán bộ thu nghỉ ốm, thứ 3 mới đi làm",
            "cán bộ thu nghỉ ốm, thứ 3 mới đi làm",
        ),
        ("vì đang đối chiếu với bưu điện nên em xin lùi đến 25/11", "đang đối chiếu với bưu điện"),
        ("vì đang đối chiếu với bưu điện, em xin lùi đến 25/11 ạ", "đang đối chiếu với bưu điện"),
        ("đang đối chiếu với bưu điện nên em xin đến 25/11 ạ", "đang đối chiếu với bưu điện"),
        ("xin lùi đến 25/11 đợi bưu điện gửi số", "đợi bưu điện gửi số"),
        ("chờ bưu điện gửi số xin lùi đến 25/11", "chờ bưu điện gửi số"),
        ("chờ bưu điện gửi số em xin đến 25/11 mới nộp được", "chờ bưu điện gửi số"),
        ("xin đến 25/11 chờ văn bản thôi ạ", "chờ văn bản"),
        ("xin lùi đến 25/11, tổ 3 chưa gửi", "tổ 3 chưa gửi"),
        ("xin lùi đến 25/11 nhé chị, em đang chờ các trường nộp", "em đang chờ các trường nộp"),
        ("xin lùi đến 25/11 vì các trường chưa nộp báo cáo", "các trường chưa nộp báo cáo"),
        ("xin lui den 25/11 vi cac truong chua nop bao cao", "cac truong chua nop bao cao"),
        ("xin lùi đến 25/11 do tổ 2 nộp chậm", "tổ 2 nộp chậm"),
        ("xin lui den 25/11, che do bao cao moi chua quen", "che do bao cao moi chua quen"),
        ("xin lui den 25/11 cho phong tai chinh duyet", "cho phong tai chinh duyet"),
        ("xin lui den 25/11 cho don vi thi cong xong", "cho don vi thi cong xong"),
        ("xin lui den 25/11 vi don vi thi cong chua xong", "don vi thi cong chua xong"),
        ("xin lui den 25/11 do toc do thi cong cham", "toc do thi cong cham"),
        ("xin lui den 25/11, tien do thi cong cham", "tien do thi cong cham"),
        ("xin lui den 25/11, phan mem qua tai", "phan mem qua tai"),
        ("xin lui den 25/11, dang tai lieu len bi loi", "dang tai lieu len bi loi"),
        ("gia hạn đến 25/11, nguyên nhân: các tổ chưa nộp biên bản", "các tổ chưa nộp biên bản"),
        ("gia hạn đến 25/11 nguyên nhân là do mất điện", "mất điện"),
        ("gia hạn đến 25/11. Lý do: mẫu mới, chưa được tập huấn", "mẫu mới, chưa được tập huấn"),
        ("đề nghị gia hạn đến 25/11 để đối chiếu thêm với trường học", "để đối chiếu thêm với trường học"),
        ("lùi 25/11 giúp em, may hom nay ban tong dieu tra", "may hom nay ban tong dieu tra"),
        ("cho em den 25/11 nha sep, con may truong chua nop", "con may truong chua nop"),
        ("xin nộp chậm đến 25/11 vì phải đi công tác ở tỉnh 2 ngày", "phải đi công tác ở tỉnh 2 ngày"),
        ("em xin tới 25/11 tại sếp dặn chờ họp xong mới chốt", "sếp dặn chờ họp xong mới chốt"),
        ("xin đến 25/11 em nộp nhé", ""),
        ("xin lùi đến 25/11 được không ạ", ""),
        ("cho em xin tới 25/11", ""),
        ("em xin hẹn 25/11 gửi số ạ", ""),
        ("xin gia hạn nộp báo cáo đến 25/11", ""),
        ("mưa quá xin lùi đến 25/11", "mưa quá"),
        ("hôm qua mất điện cả ngày, cho em đến 25/11 nha", "hôm qua mất điện cả ngày"),
        ("công an chưa đối chiếu xong, 25/11 em gửi", "công an chưa đối chiếu xong"),
        ("lui han den 25/11 vi doan kiem tra cua tinh 24/11 moi ve", "doan kiem tra cua tinh 24/11 moi ve"),
        ("dời sang 25/11 vì chờ số của công an", "chờ số của công an"),
        ("dời sang 25/11 chờ số", "chờ số"),
        ("xin lùi đến 25/11, chờ công an", "chờ công an"),
        ("xin lui 25/11 con 2 to chua bao", "con 2 to chua bao"),
        ("xin lùi tới 25/11, máy hư", "máy hư"),
        ("xin lùi tới 25/11 em bị ốm", "em bị ốm"),
        ("xin lùi tới 25/11 em nằm viện", "em nằm viện"),
        ("xin thêm đến 25/11, con em ốm", "con em ốm"),
        ("xin doi den 25/11 doi so cua to", "doi so cua to"),
        ("xin hoan den 25/11 hoi nghi hoan lai", "hoi nghi hoan lai"),
        ("xin gia hạn đến 25/11 với lý do chưa có kinh phí tổ chức", "chưa có kinh phí tổ chức"),
        ("xin lùi vì lịch họp lùi đến 25/11 ạ", "lịch họp lùi đến 25/11"),
        ("xin lùi, tổ 3 hẹn 25/11 gửi", "tổ 3 hẹn 25/11 gửi"),
        ("mưa quá 25/11 em gửi nhé", "mưa quá"),
        ("vì mưa kéo dài, xin gia hạn đến 25/11", "mưa kéo dài"),
        ("xin kéo dài đến 25/11 chờ họp dân", "chờ họp dân"),
        ("máy hư nên 25/11 em mới nộp được", "máy hư"),
        ("may hu nen em xin 25/11 nop a", "may hu"),
        ("xin lùi đến 25/11 vì chờ, thẩm định", "chờ, thẩm định"),
        ("do trường chưa nộp nên cho em tới 25/11", "trường chưa nộp"),
        ("do trường chưa nộp, cho em tới 25/11 nha", "trường chưa nộp"),
    ],
)
def test_no_word_of_the_reason_is_lost_and_none_of_the_request_left(said: str, reason: str) -> None:
    found = find_date(said, NOW, expected=True)
    assert reason_beside(said, found.span if found else None) == reason
