"""What people say beside their work: meals, machines, meetings, orders. By itself it reports on no task."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

# Nobody's report in any sense: answered with help.
PRIVATE: tuple[str, ...] = listed(
    """
    an com | an trua | chua an gi | an uong gi | ca phe | cafe | uong nuoc | di ngu | ngu day | ngu trua |
    dam cuoi | dam gio | dam tang | dam ma | ve que | di choi | da bong | don con | dua con | don chau |
    karaoke | ket xe | tac duong | tren xe | dang lai xe | len xe | het xang | di du lich | ve nha |
    ve den nha | doi bung | buon ngu
    """
)

# May hold the work up, or be told to somebody else: asked.
OFFICE: tuple[str, ...] = listed(
    """
    may in | may photo | may tinh | may scan | may lanh | dieu hoa | may chieu | may fax | xe may | wifi |
    mat dien | cup dien | mat mang | mat nuoc | mat song | hong xe | xe hong | xe hu | het pin |
    dien thoai hong | dien thoai hu | bi om | om roi | dang om | om may hom | bi benh | bi sot | nam vien |
    di kham | cap cuu | dau bung | dau dau | dau lung | dau rang | nghi om | nghi phep | nghi de |
    giay moi | thu moi | tien dien | tien nuoc | tien an | tien com | tien nha | hop xong toi |
    hop xong em | hop xong minh | hop xong se | di hop | vao hop | phong hop | hop hanh | chuyen cong tac |
    nghi huu | bi ngap | ngap nha | bi chay | chay nha | danh nhau | tai nan | mat trom | goi lai | goi dien
    """
)

# At the head, without a word of what is done, these tell somebody to do something.
ORDERS: tuple[str, ...] = listed("gui | gui giup | in | in giup | nhac | nho | chuyen | nhan")
GIVEN_TO: frozenset[str] = frozenset(
    listed("chu | lanh | anh | chi | toi | minh | em | bac | co | dong | dc | moi | ca | pct | ct | giup")
)
# At the head "thôi" takes back; not of these: "thời tiết", "thời gian"
TIMES_AND_WEATHER: frozenset[str] = frozenset(listed("tiet | gian | han | diem | ky | vu"))

# What is awaited of the person at the head, where it is not there: "anh Tuấn chưa ký"
AWAITED_OF_OTHERS: frozenset[str] = frozenset(
    listed("ky | duyet | cho | giao | tra | phan | gui | dua | nop | y | xong | lam | co | chot | thong")
)
