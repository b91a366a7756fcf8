"""What is said of an item when its name says it otherwise: "gieo sạ" for "xuống giống"."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

# What an office keeps count of beside births: "khai sinh 286, giám hộ 3" tells of two things
RECORDS: tuple[str, ...] = listed(
    """
    ket hon | ly hon | tao hon | khai tu | giam ho | nhan con nuoi | nuoi con nuoi | con nuoi | nhan con |
    nhan cha me con | nhan cha con | nhan me con | cai chinh | cai chinh ho tich | trich luc | sao y |
    trich luc ho tich | ban sao | tam tru | tam vang | thuong tru | xac nhan doc than | xac nhan hon nhan |
    xac nhan tinh trang hon nhan | tinh trang hon nhan | chung thuc chu ky | chung thuc ban sao |
    chung thuc hop dong | chung thuc giao dich | chung thuc di chuc | chung thuc giay to |
    chung thuc van ban | chung thuc sao y | cap ban sao | khai tu lai | dang ky lai khai sinh
    """
)

# What a case may be of, named behind it: "6 ca tay chân miệng" is none of sốt xuất huyết
KINDS: tuple[str, ...] = listed(
    """
    tay chan mieng | soi | cum | covid | quai bi | thuy dau | bach hau | ho ga | sot ret | viem nao |
    viem gan | tieu chay | ngo doc | dau mua khi | benh lao | benh dai | cho dai can | chay | chay rung |
    duoi nuoc
    """
)

# Words of the item's name: what is said of it in front of its figure.
# They only keep a figure with the item that was asked about; they name none: "ủng hộ 300 triệu" to any fund.
KINDRED: dict[str, tuple[str, ...]] = {
    "quy": listed(
        """
        ung ho | quyen gop | dong gop | gop | tai tro | manh thuong quan | nha hao tam | doanh nghiep |
        ba con
        """
    ),
    "phan qua": listed("tang | trao | ung ho | tai tro | phat | nha hao tam | manh thuong quan"),
    "xuong giong": listed("gieo sa | sa | gieo | cay | gieo trong | gieo cay | ba con | nong dan"),
    "trong cay": listed("trong | xuong cay | ra quan trong"),
    "tuyen hem": listed(
        """
        thong | thong thoang | mo rong | nang cap | be tong hoa | do be tong | chinh trang | giai toa
        """
    ),
    "tiem": listed("chich | chich ngua | tiem ngua | mui"),
    "kham": listed("kham | tiep | tram | benh nhan | dieu tri | bac si"),
    "chua chay": listed("trang bi | mua | sam | lap | lap dat | cap | binh"),
    "nha tinh thuong": listed("xay | xay moi | cat | cat moi | dung | sua chua | khoi cong | khanh thanh"),
    "cong trinh": listed("xay | khanh thanh | ban giao | dua vao su dung"),
    "boi": listed("hoc boi | day | lop boi"),
    "hoc sinh": listed("nhap hoc | ra lop | den truong | toi truong | vao lop | den lop"),
    "xuat khau lao dong": listed("xuat canh | dua di | bay | di nhat | di han | di dai loan | len duong"),
    "viec lam": listed("ket noi | tu van | tuyen dung | nhan viec | di lam | cong ty nhan"),
    "the atm": listed("phat hanh | lam the | cap the | nhan the"),
    "xu phat": listed("lap bien ban | ra quyet dinh | phat tien"),
    "nhap ngu": listed("len duong | trung tuyen | nhan quan"),
    "tuan tra": listed("di | xuat quan | ra quan"),
    "trat tu do thi": listed("nhac nho | nhac | lap bien ban | day duoi | dep"),
    "bao hiem": listed("mua | dong | tham gia | van dong"),
    "ho so": listed("tiep nhan | tra | giai quyet | nhan vao"),
    "do tuoi 17": listed("lap danh sach | dang ky | ra danh sach"),
}
