"""Words that look like trouble without being any: "nộp kho bạc", "thuận lợi", "sổ hồng", "lối đi"."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

HARMLESS: tuple[str, ...] = listed(
    """
    kho bac | kho bac nha nuoc | nha kho | luu kho | nhap kho | kho luu tru | kho du lieu | kho so |
    thuan loi | thuy loi | quyen loi | tien loi | loi ich | loi nhuan | loi the | thang loi | co loi |
    so hong | chu thap do | hong ha | hong bang | hong gai | hong duc | hoa hong | hong linh | mua gop |
    mua sam | huu tri | huu nghi | huu co | gioi thieu | toi thieu | thieu nhi | thieu nien |
    thanh thieu nien | hung vuong | trung vuong | an duong vuong | met vuong | m vuong | tra loi | loi moi |
    loi keu goi | loi di | loi vao | loi ra | loi thoat hiem | loi song | kho lanh | kho thoc | sua chua |
    kham chua benh | phong chay chua chay
    """
)

# With other marks than these they are no trouble: "giới thiệu", "trả lời", "Hùng Vương", "kho"
MARKED_TROUBLES: dict[str, frozenset[str]] = {
    "kho": frozenset(("khó",)),
    "thieu": frozenset(("thiếu",)),
    "loi": frozenset(("lỗi", "lối")),
    "hong": frozenset(("hỏng",)),
    "hu": frozenset(("hư",)),
    "vuong": frozenset(("vướng",)),
    "ngap": frozenset(("ngập",)),
    "hep": frozenset(("hẹp",)),
    "ket": frozenset(("kẹt",)),
    "cham": frozenset(("chậm",)),
    "chua": frozenset(("chưa", "chửa")),  # no "sửa chữa", "chữa bệnh"
}
