"""What hinders and what does not: trouble out of the way, what was wanting and is there, what is foretold."""

from __future__ import annotations

import pytest

from bot.domain.reading import Catalogue, Context, read
from tests.reading.ward import NOW, item

CATALOGUE = Catalogue(
    [
        item("NV-008", "Hỗ trợ doanh nghiệp"),
        item("NV-024", "Đào tạo, bồi dưỡng cán bộ"),
        item("NV-032", "Báo cáo vướng mắc bằng văn bản"),
        item("CT07", "Trạm Y tế đạt chuẩn quốc gia"),
        item("CT08", "BHXH", unit="người", target="300"),
    ]
)


def kinds(text: str) -> list[str]:
    """The kinds of what is read in a text, what else it tells, and "asked" for each doubt."""
    found = read(text, CATALOGUE, Context(now=NOW))
    return [kind for one in found for kind in (one.kind, *one.also, *("asked" for _ in one.doubts))]


@pytest.mark.parametrize(
    "said",
    [
        "nv8 cấp mới 7 hộ, gỡ vướng cho 2 DN",
        "nv8 gỡ vướng thủ tục cho 2 DN",
        "nv8 đang gỡ vướng cho 2 DN",
        "nv8 giải quyết vướng mắc cho 3 hộ dân",
        "nv8 tháo gỡ các khó khăn cho doanh nghiệp nhỏ và vừa",
        "nv8 hộ thiếu bình hôm trước nay đã mua",
        "nv8 thiếu bình chữa cháy, nay đã trang bị đủ",
        "nv8 hôm trước thiếu vắc xin nay đã có",
        "nv8 thiếu kinh phí, đã có",
        "nv8 chưa vướng gì",
        "nv8 chưa thấy khó khăn",
        "nv8 chưa có vướng mắc gì",
        "nv8 văn bản chưa có vướng mắc",
        "nv8 hồ sơ chưa có khó khăn gì",
        "nv8 vẫn không vướng gì như tháng trước",
        "nv24 cán bộ đi học lớp bồi dưỡng 3 người",
        "nv24 có 2 đồng chí đi học trung cấp chính trị",
    ],
)
def test_trouble_out_of_the_way_is_progress(said: str) -> None:
    assert kinds(said) == ["in_progress"]


@pytest.mark.parametrize(
    "said",
    [
        "nv8 đề nghị lãnh đạo tháo gỡ vướng mắc mặt bằng",
        "nv8 thiếu bình, đã nhắc mua",
        "nv8 thiếu kinh phí, nay đã có văn bản đề nghị",
        "nv8 vướng mặt bằng, nay đã có 3 hộ nhận tiền",
        "nv8 vướng mặt bằng, hôm nay đã họp dân",
        "nv8 vẫn vướng như tháng trước",
        "nv8 vẫn thiếu vắc xin như kỳ trước",
        "nv8 không thay đổi, vẫn vướng mặt bằng",
        "ct7 đang duy trì nhưng thiếu 1 bác sĩ",
        "nv8 thiếu 2 người, xin tăng cường",
        "nv24 cán bộ phụ trách đi học",
        "nv24 vướng kinh phí nên chưa cử người đi học",
    ],
)
def test_trouble_that_is_there_hinders(said: str) -> None:
    assert "obstacle" in kinds(said)


def test_a_lack_beside_what_goes_on_is_told_with_it() -> None:
    assert kinds("ct7 đang tạm ổn nhưng thiếu 1 bác sĩ, đề nghị bổ sung") == ["in_progress", "obstacle"]
    assert kinds("nv8 còn thiếu 2 hồ sơ") == ["in_progress"]
    assert kinds("nv8 thiếu 68 người so với kế hoạch") == ["in_progress"]


@pytest.mark.parametrize(
    "said",
    [
        "nv8: đang rà soát, cuối tháng mới có số",
        "nv8 thứ 6 mới có kết quả",
        "nv8 tuần sau mới chốt số",
        "nv8 mai mới có số liệu chính thức ạ",
    ],
)
def test_a_figure_foretold_asks_for_no_time(said: str) -> None:
    assert kinds(said) == ["in_progress"]


def test_a_figure_foretold_of_what_is_counted_is_not_there_yet() -> None:
    assert kinds("bhxh cuối tháng mới có số") == ["not_done"]


@pytest.mark.parametrize(
    "said",
    [
        "nv8 xin gia hạn đến 30/11 vì cuối tháng mới có số",
        "nv8 em xin cuối tháng mới có số",
        "nv8 thứ 6 em gửi",
        "nv8 mai em mới có số",
    ],
)
def test_who_asks_or_promises_is_heard(said: str) -> None:
    assert kinds(said) == ["extension"]


def test_trouble_denied_calls_no_item_on_trouble() -> None:
    for said in ("nv8 đang làm bình thường, chưa có vướng mắc gì", "nv8 chưa có khó khăn, vướng mắc"):
        assert [one.item for one in read(said, CATALOGUE, Context(now=NOW))] == ["NV-008"]
    assert [one.item for one in read("báo cáo vướng mắc xong", CATALOGUE, Context(now=NOW))] == ["NV-032"]


@pytest.mark.parametrize(
    "said",
    [
        "nv8 tiếp dân không ai đến",
        "nv8 sang nay tiep dan khong co ai",
        "nv8 dân không ý kiến gì",
        "nv8 bà con không phản ánh, không thắc mắc",
        "nv8 bà con không còn lấn chiếm",
        "nv8 thành phố chưa họp xét",
        "nv8 thanh pho chua ve cham",
        "nv8 cấp trên chưa thẩm định hồ sơ",
        "nv8 cấp trên vẫn chưa công bố",
    ],
)
def test_nobody_came_and_nothing_judged_yet_hinders_nothing(said: str) -> None:
    assert "obstacle" not in kinds(said)


@pytest.mark.parametrize(
    "said",
    [
        "nv8 dân không chịu ký",
        "nv8 bà con chưa đồng ý giá đền bù",
        "nv8 dân không đến họp",
        "nv8 nông dân không mặn mà",
        "nv8 thành phố chưa giao chỉ tiêu",
        "nv8 cấp trên chưa có văn bản hướng dẫn",
        "nv8 thành phố chưa cấp kinh phí",
        "nv8 ngân sách chưa họp bàn",
        "nv8 tiếp dân không được vì mất điện",
    ],
)
def test_who_does_not_go_along_hinders(said: str) -> None:
    assert kinds(said) == ["obstacle"]


@pytest.mark.parametrize(
    "said",
    [
        "nv8 lấn chiếm lòng đường nhắc 11 trường hợp, phạt 2",
        "nv8 chiem via he da lap bien ban 3 ho",
        "nv8 trả lại 2 hồ sơ thiếu trích đo",
    ],
)
def test_what_was_done_about_so_many_is_progress(said: str) -> None:
    assert "obstacle" not in kinds(said)


@pytest.mark.parametrize(
    "said",
    [
        "nv8 chắn lối đi, nhắc mãi vẫn bày",
        "nv8 lấn chiếm lòng đường vẫn còn 11 trường hợp",
        "nv8 hồ sơ thiếu trích đo",
        "nv8 hộ không ra địa chỉ, đề nghị công an cho người đi cùng",
    ],
)
def test_what_still_stands_in_the_way_hinders(said: str) -> None:
    assert "obstacle" in kinds(said)
