"""Whole questions of who leads, in folded words: about the ward, not about the item spoken of last."""

from __future__ import annotations

import re

from db.ward_view import PersonView
from handlers.texts.common import capital, you_short

_SOME = r"(?:co |con |nhung |cac |tinh hinh |danh sach |bao nhieu |may |xem )*"
_TASKS = r"(?:viec|cong viec|nhiem vu|nv|dau viec|muc|cai)"
_OF = r"(?: (?:cua|o|tai|thuoc) (?P<part>.{2,60}))?"
_WHEN = r"(?: (?:trong |vao |truoc )?(?:tuan|thang|quy|hom|ngay|mai|tet|\d)[^,;:]{0,16}| nhat| chua| gi)?"
_FIRST = (
    r"(?:(?:trong |truoc )?(?:tuan|thang|quy|hom|ngay|mai|sang|chieu|dao)(?: (?:nay|sau|toi|mai|\d+))?,? )?"
)
OVERDUE = re.compile(
    _SOME + r"(?:viec|nhiem vu|muc|cai|don vi|ai|gi|bao nhieu viec)(?: nao| gi)?"
    r"(?: dang| bi| da| con)* (?:qua|tre|cham) han(?: (?!cua |o |tai |thuoc ).{0,20})?" + _OF
)
INDICATORS = re.compile(
    r"(?:co |con |nhung |cac )*(?:(?:chi tieu|muc|cai)(?: nao| gi)|bao nhieu chi tieu)(?: dang| bi| con| co| da)*"
    r" (?:khong dat|chua dat|kho dat|cham|thap|nguy co|khong hoan thanh|chua hoan thanh|dat|vuot)"
    r"(?: (?!cua |o |tai |thuoc ).{0,20})?" + _OF
)
WEAKEST = re.compile(
    _FIRST
    + r"(?:co |con |nhung |cac |xem |cho xem |liet ke |danh sach |top )*(?:(?P<most>\d{1,2}|may|mot so) )?"
    r"(?:chi tieu|muc|cai|linh vuc|viec|nhiem vu|gi)?(?: nao| gi)?(?: (?:dang|bi|con|co|ma|la))*"
    r" ?(?:yeu|kem|xau|te|dang lo|dang ngai|lo ngai|do|can quan tam|can chu y|dang chu y|thap|cham"
    r"|quan trong|cap bach|gap|can lam|nong)(?: (?:nhat|tuan nay|thang nay|hom nay|gi|khong|ko|k|hien nay|bay gio|luc nay|la|roi|a|vay|the|em))*"
    r"(?:,? (?:la )?(?:cua|do) (?:ai|nhung ai)(?: (?:lam|phu trach|theo doi|giu|om|vay|the))*)?" + _OF
)
""" "3 chỉ tiêu yếu nhất", "có gì đáng lo không": the worst first, as many as are asked for."""
HOT = re.compile(
    _FIRST
    + r"(?:co |con |phuong |minh |ta |dang )*(?:(?:viec|chuyen|cai|van de|tin) )?gi(?: (?:dang|ma|la|that|can))*"
    r" (?:nong|gap|cap bach|phuc tap|buc xuc|noi com|khan)(?: (?:nhat|gi|khong|ko|k|kg|hong|hien nay|bay gio|luc nay|la|roi|a|vay|the|em|nhi))*"
)
""" "Sáng nay có gì nóng không": all that is bad, tasks as well as indicators."""
BRIEF = re.compile(
    r"\b(?:tom|tom tat|tom luoc|diem)(?: (?:lai|qua|gon|nhanh))*(?: (?:cho|giup))*(?: (?:toi|anh|chi|minh|em|nghe|xem))*"
    r" (?:(?:may|cac|nhung|vai) )*(?:y chinh|net chinh|diem chinh|tinh hinh|ket qua|viec chinh|y)\b"
)
""" "Tóm cho tôi mấy ý chính"."""
IN_DANGER = re.compile(
    _SOME + r"(?:chi tieu )(?:dang |bi |con |co )*(?:khong dat|chua dat|kho dat|cham|thap|nguy co)"
    r"(?: (?:khong|chua) (?:dat|hoan thanh)| cao)?" + _OF
)
"""The same without "nào": what an official says so may be a report."""
DUE_SOON = re.compile(
    _FIRST
    + _SOME
    + rf"(?:{_TASKS}|gi)?(?: nao| gi)? ?(?:dang |bi )*(?:sap |gan |chuan bi |se )?(?:den|toi) han"
    rf"{_WHEN}{_OF}(?: (?:khong|ko|k|chua|a|nhi|vay|the|nua))*"
    r"|(?:(?:ngay |hom )?mai|tuan (?:sau|toi)|thang (?:sau|toi)|sap toi|may ngay toi|thoi gian toi)"
    rf"(?: (?:co|con|phai|can|han|den han|lam|nop|nhung|{_TASKS}))* (?:gi|nao)(?: (?:khong|ko|den han|a|nhi|vay|the|nua))*"
)
DONE = re.compile(
    _SOME
    + rf"{_TASKS}(?: nao| gi)? (?:da |duoc |moi )*(?:hoan thanh|xong|hoan tat)(?: roi| chua| dung han)?{_OF}"
    rf"|{_FIRST}(?:co |nhung |da co )*(?:ai|nguoi nao|can bo nao)(?: (?:da|vua|moi|lam))* (?:xong|hoan thanh)"
    r"(?: (?:viec|nhiem vu|gi|nao|duoc|roi|tuan nay|thang nay|hom nay|chua|khong|vay|the))*"
)
""" "Việc đã xong", "tuần này ai xong việc"."""
TOTALS = re.compile(
    r"(?:(?:nam nay|thang nay|quy nay|tinh den nay|den nay|hien nay|hien|phuong minh|tong so|tong cong|co|da|moi) )*"
    r"(?:(?:dat|xong|hoan thanh|vuot|duoc)(?: duoc)? )?(?:may|bao nhieu) chi tieu(?: (?:roi|tat ca|ca thay|vay|the|a))*"
    r"|ty le (?:hoan thanh|dat|thuc hien)(?: (?:chi tieu|ke hoach|chung|den nay|hien nay|nam nay|la|duoc|cua phuong))*"
    r" (?:bao nhieu|the nao|may)(?: (?:phan tram|%|roi|vay|a))*"
    r"|cuoi nam (?:co |lieu )*(?:dat|xong|hoan thanh)(?: duoc)? (?:het|ca|tat ca|toan bo)(?: (?:chi tieu|khong|ko|a))*"
)
""" "Năm nay đạt mấy chỉ tiêu", "tỷ lệ hoàn thành bao nhiêu phần trăm": of no one item."""
SURELY_MANY = re.compile(r"\b(?:nao|gi|nhung|cac|bao nhieu|danh sach)\b")
LISTED = re.compile(
    r"(?:(?:cho|gui|xem|xin|dua|in|lap|liet ke)(?: (?:em|toi|minh|anh|chi|voi|giup|cho))*[ ,]+)+"
    r"(?=(?:danh sach|nhung|cac|viec|nhiem vu|dau viec|muc|chi tieu)\b)"
)
"""What may stand in front of a list that is asked for."""
OWN_PART = re.compile(
    r"(?:(?:trong|o) )?(?:mang|linh vuc|cac linh vuc|phan|khoi|ben|phan viec)(?: (?:cua|ma|do))?(?: (?:toi|minh))"
    r"(?: (?:phu trach|quan ly|theo doi|chi dao))?[ ,]+(?=(?:co|con|dang|gi|viec|chi tieu|muc|cai|nhung)\b)"
)
""" "Mảng của tôi có gì chậm không"."""
HINDERED = re.compile(
    r"(?:(?:co |con |nhung |cac |tinh hinh |dang |xem |danh sach )*(?:vuong mac|kho khan)"
    r"(?: vuong mac)?(?: gi| nao| chua| khong| dang| co| hien nay)*"
    rf"|(?:co |con |hien |hom nay |thang nay )*(?:ai|don vi nao|muc nao|viec nao|cho nao) (?:dang |con |bi |co |gap )*(?:vuong|kho khan)(?: gi| mac| khong)*){_OF}"
)
WAITING = re.compile(
    r"(?:(?:em|chi|anh|tro ly|nho|xem|coi|kiem tra|giup|ho|dum|thu|lai|toi|minh)[ ,]+)*"
    r"(?:co |con |nhung |cac |bao nhieu |ai |thang nay |tuan nay |hom nay )*(?:"
    r"(?:de nghi|yeu cau|xin gia han|gia han|ket qua)(?: nao| gi)? (?:dang |con )*(?:cho|chua)(?: toi| minh)?"
    r"(?: duyet| y kien| xac nhan| quyet dinh| phe duyet)*"
    r"|(?:gi|viec gi|muc nao|viec nao|cai gi) (?:dang |con |can |phai )*(?:cho |can )?(?:(?:toi|minh|anh|chi|chu|co|bac) )?"
    r"(?:(?:xem )?duyet|(?:cho )?y kien|quyet dinh|xac nhan|ky duyet)|(?:ai|nhung ai) (?:dang |da |moi |vua )*xin (?:gia han|lui han|lui|them (?:thoi gian|ngay)|keo dai)(?: thang nay| tuan nay)?)(?: khong| ko| k| chua| gi| nua| a| em| vay)*"
    r"|(?:co |con )*(?:gi|viec gi|viec nao|muc nao|cai gi) (?:dang |con )*cho (?:toi|minh)(?: (?:quyet|quyet dinh|duyet|y kien|giai quyet))?(?: (?:khong|ko|a|khong a))*"
    r"|(?:co |con |hien |hien nay )*(?:don|de nghi|yeu cau)(?: xin)?(?: (?:gia han|lui han))?(?: (?:nao|gi|moi))*"
    r"(?: (?:dang|con|can|cho|duyet|toi|minh))*(?: (?:khong|ko|chua|a))+"
    r"|(?:.{0,16} )?(?:toi|minh|anh|chi) (?:con |phai |can |dang |co )*(?:duyet|cho y kien|quyet dinh|xac nhan|ky)"
    r" (?:nhung |cac )?(?:gi|viec gi|viec nao|muc nao|cai gi|cai nao|de nghi nao)(?: nua| khong| ko| k| a)*"
)
APPROVE_ALL = re.compile(
    r"(?:duyet|dong y|nhat tri|thong qua|phe duyet|ky)(?: cho| giup)? (?:het|tat ca|toan bo|luon het)(?: (?:di|nhe|a|luon|giup|cho|toi))*"
)
_GIVEN = r"(?:viec|nhiem vu|cong viec|chi dao|dau viec)"
GIVEN = re.compile(
    r"(?:xem |cho xem |liet ke |danh sach |cac |nhung |tinh hinh )*(?:(?P<when>tuan nay|thang nay|hom nay|tuan truoc|thang truoc) )?"
    rf"(?:{_GIVEN} (?:ma |do )?(?:toi|minh) (?:da |moi |vua |co )*giao|{_GIVEN} (?:da |moi |vua )+giao|(?:nhung |cac )?chi dao (?:cua |do )(?:toi|minh)"
    rf"|(?:toi|minh) (?:da |co |vua |moi )*(?:giao|chi dao) (?:nhung |cac |duoc |bao nhieu )*{_GIVEN}(?: (?:gi|nao))?)"
    r"(?: (?P<then>tuan nay|thang nay|hom nay|tuan truoc|thang truoc))?"
    r"(?: (?:den|toi|ra|the|da|dau|sao|nao|lam|thuc hien|duoc|xong|chua|roi|gi|het|a|nhi|vay|tien do|ket qua))*"
)
"""What the asker has ordered, and what became of it."""
_EXPLAINED = r"(?:giai trinh|nguyen nhan khach quan|khach quan)"
EXPLANATIONS = re.compile(
    rf"(?:(?:con |nhung |co |danh sach |cac |xem |liet ke |hien |dang )*(?:ai|don vi nao|muc nao|viec nao)"
    rf" (?:con |van |dang |da )*(?:chua|no|phai|can|cham|cho)?(?: gui| tra loi| nop| co)? ?{_EXPLAINED}(?: xong)?"
    rf"|(?:con |nhung |co |danh sach |cac |xem |liet ke |bao nhieu |tinh hinh )+(?:yeu cau )?{_EXPLAINED}"
    r"(?: (?:nao|gi))?(?: (?:dang|con|da))*(?: (?:cho|qua han|chua tra loi|chua co|chua xong|tra loi))?"
    rf"|(?:yeu cau )?{_EXPLAINED} (?:nao|co (?:nhung )?(?:muc|viec) nao)(?: (?:dang|con|da))*"
    r"(?: (?:cho|qua han|chua tra loi|chua co|chua xong|tra loi))?)(?: (?:khong|chua|roi|a|nhi|vay|tra loi))*"
)
MISSING = re.compile(
    r"(?:[\w ]{2,12} oi[, ]+)?(?:(?:cho|xin|lap|lam|xem|gui|liet ke|in|tong hop|dua|anh|chi|toi|minh|em|giup|hien|con|nhung|cac"
    r"|danh sach|ten|bao nhieu|may|\d{1,2}|co|den gio|hom nay|thang nay|ky nay|tinh den nay|van)[ ,]+)*"
    r"(?:ai|nguoi|can bo|don vi|dong chi|phong|to|bo phan|nguoi nao|don vi nao|phong nao|to nao|tdp nao|to dan pho nao|ho)"
    r"(?: (?:nao|con|dang|van|ma|thang nay|ky nay|hien|lam|lam viec))* (?:chua|no|thieu|cham)"
    r" ?(?:(?:gui|nop|bao cao|bc|so lieu|so|co|tien do|bai|du|xong|han|thang nay|ky nay|cho|toi|minh|em|voi|a|nhe|di|vay|the|nhi|gi|nao|nhat|nhieu|thang \d{1,2})(?: |$))*"
)
"""Who has not reported, asked for as a list."""
_LATE_PERIOD = r"(?:thang|quy|nam) (?:\d{1,2}|i{1,3}|iv|truoc)|quy nay|nam nay"
LATEST = re.compile(
    rf"(?:(?:trong )?(?:(?:{_LATE_PERIOD})|ky nay|thang nay|vua roi) )?(?:ai|nguoi nao|don vi nao|phong nao|can bo nao)(?: (?:hay|thuong|la nguoi))*"
    r" (?:(?:gui|nop|bao cao|tra loi|phan hoi)(?: (?:so lieu|so|bao cao))? )?(?:muon|cham|tre)(?: (?:han|nhat|vay|the|nhieu|a|nhi|trong|ky nay|thang nay))*"
    rf"(?: (?P<period>(?:{_LATE_PERIOD})))?(?: (?:vay|the|a|nhi))*"
)
""" "Ai nộp muộn nhất tháng 10": now, or in a period that is named."""
DEMANDS = re.compile(
    r"(?:(?:de nghi|yeu cau|cho|xin|noi|diem|diem qua|tom tat|diem lai|bao cao|bao|gui|xem|biet|toi|minh|nhanh|ve|so bo|lai|voi|nghe|hay|em|anh|chi|tro ly)[ ,:]+)+"
    r"tinh hinh\b(?: (?:chung|thuc hien|cong viec|cong tac|kt-xh|kinh te(?: -| –)? xa hoi|cua|trong|ve))*"
)
"""How folded words begin that want to see how the ward stands."""
CLOSING = re.compile(
    r"(?:^| )(?:cho|toi|minh|nhe|nha|a|di|voi|xem|gui|nay(?= cho))(?: (?:toi|minh|nhe|nha|a|di|voi|xem))*$"
)
AROUND = " ,.;:?!"
WARD = re.compile(
    r"(?:.{0,20} )?(?:phuong (?:minh|ta)|(?:ca|toan) phuong|tinh hinh chung|moi viec|cong viec chung)\b.{0,12}"
    r"\b(?:the nao|sao|ra sao|den dau|toi dau)(?: .{0,10})?"
)
PART = re.compile(
    r"(?:(?:con|the|the con|vay|roi|xem) )*(?P<part>.{2,60}?)(?: (?:da|dang|lam|thuc hien|bao cao|viec|cong viec|tinh hinh))*"
    r" (?:the nao|sao|ra sao|den dau|toi dau)(?: (?:roi|a|ha|nhi|vay|the))*"
)
"""How a unit, a person or a field is asked about."""
INDICATORS_OF = re.compile(r"(?:(?:cac|nhung|nhom|may) )?chi tieu (?:(?:cua|ve|linh vuc|nganh|mang) )*")
""" "Các chỉ tiêu giáo dục": of a field, though one task may be called so."""
_ASKED_FOR = r"(?:con|the|the con|vay|roi|xem|cho xem|hien|hien nay)"
_WHO = rf"(?:{_ASKED_FOR} )*(?P<who>.{{2,60}}?)"
_TAIL = r"(?: (?:khong|ko|k|nua|roi|chua|vay|the|a|ha|nhi|day|nhe))*"
_WHICH = r"(?:gi|nao|bao nhieu)"
_LINES_OF = r"(?:(?:liet ke|danh sach|cac|nhung|viec|nhiem vu|muc|dau viec|chi tieu|cua|o|ben) )*"
LATE_OF = re.compile(
    rf"(?:{_ASKED_FOR} )*{_LINES_OF}(?P<who>.{{2,60}}?)"
    r"(?: (?:dang|con|co|bi|da|bao nhieu|may|viec|nhiem vu|muc|cai|dau viec|nao|gi))*"
    rf" (?:qua|tre|cham) han(?: gi| nao)?{_TAIL}"
)
OWED_BY = re.compile(
    rf"{_WHO} (?:dang |con |da |van )*(?:no|thieu|chua (?:gui|nop|bao cao|lam|xong))"
    rf"(?: (?:nhung|cac|so|so lieu|bao cao|muc|viec|chi tieu|cai|nhiem vu))* {_WHICH}{_TAIL}"
)
SENT_BY = re.compile(
    rf"{_WHO} (?:da |moi |vua )*(?:gui|nop|bao cao)(?: (?:nhung|so|so lieu|bao cao|duoc|du|het|xong|tiep|muc))*"
    r"(?: (?:gi|may muc)(?: (?:chua|roi|rui|nhi|vay|the|day|a))*| chua(?: (?:nhi|vay|the|day|a))*)"
)
""" "Minh gửi gì rồi", "tuấn gửi chưa"."""
OWED_IN = re.compile(
    rf"(?:con |nhung )*ai (?:trong|cua|o|thuoc|ben) (?P<who>.{{2,60}}?) (?:dang |con |da |van )*"
    rf"(?:no|thieu|chua (?:gui|nop|bao cao|lam|xong))(?: (?:so|so lieu|bao cao|muc|viec|chi tieu|gi))*{_TAIL}"
)
WORK_OF = re.compile(
    rf"(?:{_ASKED_FOR} |cac |danh sach |nhung )*(?:viec|cong viec|nhiem vu|dau viec|chi tieu)(?: (?:cua|ben|o|ve|thuoc|ma|do))* (?P<who>.{{2,60}}?)(?: (?:dang )?(?:phu trach|theo doi|duoc giao|dang lam|dang giu))?{_TAIL}"
    rf"|(?:{_ASKED_FOR} )*(?P<doer>.{{2,60}}?) (?:dang |con |co |duoc giao |phai )*(?:lam|phu trach|theo doi|viec|nhiem vu|dau viec)"
    rf"(?: (?:duoc|nhung|cac|viec|nhiem vu|muc|dau viec|chi tieu))* {_WHICH}{_TAIL}"
    r"(?: (?:trong )?(?:tuan|thang|quy|nam|ky|hom) (?:nay|qua|roi|truoc|vua roi))?"
)
"""What somebody or a unit owes, is late with, has to do."""
FIGURE_OF = re.compile(
    r"(?:.{0,40}, ?)?(?:(?:cho|gui|bao|doc|xem) )+(?:(?:toi|minh|anh|chi|em) )?(?:(?:xem|biet|xin) )?"
    r"(?:so lieu|so|tinh hinh|ket qua) (?:cua |ve )?(?P<what>.{2,60}?)(?: (?:di|nhe|voi|a|nha|gap|ngay))*"
)
""" "Cho tôi số bảo hiểm" from who reads."""
_TAILS = r"(?: (?:yeu|kem|thap|cham|tot|cao|nhat|a|ha|nhi|vay|the|roi|nua|day|ta|viec|muc|cai|dau viec|nhiem vu|chi tieu|so lieu|moi|khong|chua))*"
_BETTER = r"(?:tang|len|kha(?: len| hon)?|tot(?: len| hon)?|nhanh|cao)"
_WORSE = r"(?:giam|xuong|kem(?: di| hon)?|te(?: di| hon)?|tut|cham|thap|xau(?: di)?)"
ASKS = re.compile(
    rf"\b(?:{_BETTER} hay (?:la )?{_WORSE}|{_WORSE} hay (?:la )?{_BETTER})\b|"
    rf"^(?:sao|tai sao|vi sao|the|con)\b|\b(?:gi|nao|sao|dau|chua|khong|ko|k|kg|bao nhieu|may|ai|bao gio){_TAILS}"
    r"(?: (?:trong )?(?:tuan|thang|quy|nam|ky|hom) (?:nay|qua|truoc|roi|vua qua|vua roi))?$|\?$"
)
"""What makes a sentence that names a person, a unit or a field a question, whatever it asks."""
LATE = re.compile(r"\b(?:qua|tre|cham) han\b")
ABOUT_OWED = re.compile(r"\b(?:no|thieu|nop|gui|bao cao)\b")
"""The question is what is still awaited."""
_WORK = (
    r"viec|nhiem vu|dau viec|muc|chi tieu|so lieu|tien do|bao cao|nop|gui|no|thieu|lam|tre|cham|qua han|on"
    r"|the nao|ra sao|sao roi|den dau|toi dau"
)
ASKS_OF_WORK = re.compile(
    rf"(?=.*\b(?:{_WORK})\b)(?=.*(?:\b(?:gi|nao|bao nhieu|may)\b|\b(?:sao|dau|chua|khong|ko){_TAILS}$|\?$))"
    r"|^(?:xem |cho xem )?(?:viec|cong viec|nhiem vu|chi tieu|so lieu|tinh hinh|tien do) (?:cua|ben|o) "
)
OPENS = re.compile(
    r"(?:(?:con|the|vay|hoi|xem|cho (?:hoi|xem|biet)|da|dao nay|hien nay|hien|hom nay|thang nay|tuan nay|sao|tai sao"
    r"|vi sao|viec|cong viec|nhiem vu|so lieu|tinh hinh|tien do|chi tieu|muc|cua|ben|o|sep)[ ,]+)*"
)
"""What may stand in front of somebody of whose work an official asks: "chờ anh Sơn ký" tells of the own work."""
SPEAKERS = re.compile(r"\b(?:em|e|toi(?! dau)|tui|minh|chau|chung|cua anh|cua chi)\b")
HOW_MANY = re.compile(
    r"\b(?:may|bao nhieu|bn) (?:vu|nguoi|ho|viec|muc|cai|truong hop|ca|don|so|nhiem vu|chi tieu)\b"
)
CALLED_TO = re.compile(r" *(?:oi|nay|a,|(?:vua |moi |dang )?hoi(?! gi))\b")
HOW = re.compile(
    r"(?:.{0,20} )?(?:cach|huong dan|(?:lam|phai lam) (?:sao|the nao|gi) (?:de )?)\b ?"
    r"(?:sua|gui|bao cao|xin|dung|nhan|su dung|nop|giao|duyet)\b.{0,30}"
)
WHERE_TO = re.compile(
    r"(?:.{0,20} )?(?:gui|nop|bao cao|nhap|bao)(?: (?:so lieu|so|bao cao|ket qua|vao|nay|thi|cho nay))*"
    r" (?:the nao|ra sao|nhu the nao|nhu nao|lam sao|kieu gi|cho ai|cho dau|o dau|ve dau|di dau|vao dau|bang cach nao)(?: .{0,12})?"
)
"""Asked how or where a figure is sent."""
_FILES = (
    r"(?: (?:file|ban|tep|duoi dang|bang|dang|word|excel|di|nhe|nha|voi|a|duoc|xong|roi|chua|khong|ko|giup|gap|ngay"
    r"|cho|toi|minh|anh|chi|em|gui|len|qua|lai))+$"
)
AROUND_PERIOD = re.compile(_FILES)
"""What may follow the period of which a summary is asked for."""


def only_own(asked: str, person: PersonView) -> str:
    """To who asks about somebody else's work, and may only see his own."""
    you_ = capital(you_short(person))
    return (
        f"{you_} chỉ xem được phần việc của mình. Việc của {asked}, đề nghị trao đổi trực tiếp hoặc hỏi Văn phòng.\n"
        f"Xem phần việc của {you_short(person)}: trả lời VIỆC"
    )


def where_to_send(sample: str) -> str:
    """To who asks where figures go."""
    example = f" Ví dụ: {sample}" if sample else ""
    return f"Gửi ngay tại đây, trong trò chuyện này: tên hoặc mã đầu việc và số liệu, tiến độ; trợ lý ghi và tổng hợp cho Văn phòng.{example}"


WHOLE_OF_IT = re.compile(
    r"(?:cho |toi |xem |xin )*(?:day du|chi tiet|het|toan bo)(?: (?:di|nhe|a|voi|xem|day du|bao cao|tong hop))*"
)
""" "Xem đầy đủ", typed and not chosen."""
SUMMARY = re.compile(
    r"(?:(?:cho|gui|xem|xuat|ra|soan|keo|tai|lay|lap|lam|in|em|xin)(?: (?:anh|chi|toi|minh|em))* )*"
    r"(?:bao cao|tong hop|file|excel|word|ban|bang(?= tong hop| bao cao))(?: (?:excel|file|word|bao cao|tong hop|cua|ky|in))*\b"
)
"""What a summary of a period is asked for with."""


def no_word_file() -> str:
    """To who asks for the summary as a Word file."""
    return "Trợ lý chưa lập bản Word; kèm theo là tệp Excel."
