"""Words too common to name an item by themselves."""

from __future__ import annotations

# A part of a name counts only with at least one word outside this list (two, when the word is short).
GENERIC: frozenset[str] = frozenset(
    ["ty", "le", "so", "luong", "muc", "chi", "tieu", "ke", "hoach", "nhiem", "vu", "ket", "qua", "cong", "tac", "viec", "hoat", "dong", "tong", "so", "luot", "ho", "nguoi", "dan", "lao", "dong", "hoc", "sinh", "cong", "trinh", "truong", "hop", "hs", "ld", "th", "san", "pham", "tre", "em", "doi", "tuong", "can", "bo", "cong", "dan", "don", "vi", "to", "chuc", "ca", "nhan", "gia", "dinh", "phuong", "xa", "thi", "tran", "thanh", "pho", "tinh", "quan", "huyen", "khu", "pho", "khom", "ap", "tdp", "kp", "to", "dia", "ban", "tren", "duoi", "trong", "ngoai", "nam", "thang", "quy", "tuan", "ngay", "ky", "dau", "cuoi", "moi", "cu", "dat", "giam", "tang", "duy", "tri", "giu", "vung", "thuc", "hien", "hoan", "thanh", "hoan", "xay", "dung", "trien", "khai", "to", "chuc", "tham", "gia", "dang", "ky", "su", "dung", "van", "dong", "phat", "trien", "quan", "ly", "nang", "cao", "tang", "cuong", "dam", "bao", "bao", "dam", "tiep", "tuc", "tiep", "nhan", "giai", "quyet", "xu", "ly", "co", "la", "va", "cua", "cac", "nhung", "theo", "cho", "den", "tu", "voi", "ve", "o", "bang", "duoc", "khong", "de", "phat", "sinh", "xay", "ra", "chuan", "quoc", "gia", "nha", "nuoc", "cap", "dung", "quy", "dinh", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "phan", "tram", "lan", "thu", "dong", "trieu", "ty", "nghin", "dua", "vao", "hop", "dong", "lam", "an", "toan", "xa", "hoi", "kinh", "te", "van", "hoa", "cong", "so", "dich", "phong", "chong", "tam", "bao", "cao", "rut", "kinh", "nghiem", "de", "nghi", "kiem", "tra", "ra", "soat", "huong", "dan", "tham", "muu", "tuyen", "truyen", "phoi", "hop", "vb", "van", "ban", "quyet", "danh", "hieu", "cong", "nhan", "tuoi", "nhan", "cong", "bo", "ban", "hanh", "da", "dang", "chua", "xong", "chung", "minh", "loai", "hinh", "moi", "hon", "toan", "bo", "dia", "phuong", "hang", "can", "kha", "tot", "nn", "dn", "tn", "vl", "kn"]
)

# Generic inside a name, but able to name an item alone at the head of a clause: "phạt 31 trường hợp"
ALONE: frozenset[str] = frozenset(("phat",))

# Names that are also ordinary words of a report: they name an item only when nothing else does.
WEAK: frozenset[str] = frozenset(
    ("chi tieu", "ke hoach", "quyet dinh", "kh", "qd", "bao cao", "so lieu", "nhiem vu", "cong viec", "ct")
)
