"""What may be a reason where one was asked for, in the words of officials."""

from __future__ import annotations

import pytest

from bot.domain.reading.words import fold
from bot.domain.reasons import judged

REASONS = """
    chờ văn bản của Sở | mưa kéo dài, nhà thầu chưa thi công được | tổ 3 gửi bổ sung 8 người | nhập sai
    | không làm nữa | trùng việc | đã lồng ghép vào kế hoạch ra quân tháng 12 | chưa biết khi nào tổ 3 gửi
    | đang nhận việc của anh Minh, chưa nhận thêm được | còn ba trường | bưu điện mất mạng | bận tập huấn
    | việc này thuộc Phòng Kinh tế | doanh nghiệp chậm tuyển, tháng sau em báo | tổ trưởng ốm
    | do bưu điện nghỉ 5 ngày nên chưa thu được, tuần sau sẽ thu bù | hộ dân không đồng ý | thay đổi quy hoạch
    | dạ tỉnh chưa cấp kinh phí | vì thiếu 2 cán bộ | chờ kết quả thẩm định
"""
DOUBTFUL = "anh Tuấn cũng xin nữa | dân xin thêm | làm việc trực tiếp với Sở | dạ dân làm ăn xa"
POSTPONED = """
    họp xong tôi nói | dạ em đang họp, chiều em báo cáo | mai em gửi | lát nữa em trả lời | để em hỏi lại đã
    | từ từ em báo | em báo sau | chờ em chút | sau | chiều nay ạ
"""
ORDERS = """
    gọi anh Sơn lên gặp tôi | anh Sơn lên gặp tôi | báo cáo tôi ngay | nhắc anh Sơn nộp ngay
    | in cho tôi 2 bản
"""
OTHER = """
    ko | được không anh | sang tuần được ko | nếu tính cả 3 người mới thì bhxh 208 | bhxh là 208 | cảm ơn em
    | dạ vâng ạ | rõ | việc của anh Sơn tới đâu rồi | còn ai chưa nộp? | tại sao phải thế
    | thế anh Sơn đã nộp chưa
"""
TABLES = {
    "reason": REASONS,
    "doubtful": DOUBTFUL,
    "postponed": POSTPONED,
    "order": ORDERS,
    "other": OTHER,
}
SAID = [(kind, one.strip()) for kind, table in TABLES.items() for one in table.split("|")]


@pytest.mark.parametrize(("kind", "words"), SAID)
def test_it_is_heard_with_marks_and_without(kind: str, words: str) -> None:
    assert judged(words) == kind
    assert judged(fold(words)) == kind
    assert judged(f"{words.capitalize()}.") == kind
