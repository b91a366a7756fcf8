"""The words that promise no day: "sớm nhất có thể", "khi nào xong", "hôm nào rảnh"."""

from __future__ import annotations

from bot.domain.reading.dates.model import DateDoubt
from bot.domain.reading.dates.rule import rule

_PHRASES = (
    "som nhat",
    "cang som cang tot",
    "(?:thoi gian|may ngay) (?:toi|sap toi)",
    "(?:khi|luc|hom|bua|ngay|tuan|thang|dip|chung) (?:nao|khac)(?! phai)",
    "bao gio(?! phai)",
    "(?:hom|bua|ngay) sau",
    "nay mai",
    "nay (?:hoac|hay) mai",
    "mai mot",
    "mai (?:kia|sau)",
    "ngay mot ngay hai",
    "gan day",
    "gan nhat",
    "sap toi",
    "sau nay",
    "tu tu",
    "de (?:(?:em|e|minh|toi) )?(?:xem|tinh|coi|kiem tra|ra)(?: lai)?",
    "(?:chua|khong|ko|k|chang) (?:biet|ro|xac dinh|hen|chac|noi truoc|dam)(?: duoc| chac)*",
    "khi (?:co|xong|duoc|ranh|het)",
    "(?:mot|it) (?:thoi gian|luc)",
    "them (?:it )?thoi gian",
    "tuy (?:anh|chi|tinh hinh|sep|phong)",
    "lau lau",
    "som thoi",
    "(?:moi|sau) khi",
)
VAGUE_RULES = (rule("no_day", "|".join(_PHRASES), lambda _, __: DateDoubt("vague_date"), "sớm nhất có thể"),)
