"""What the tests of loading share: the shipped plans, a ward for each, and short ways to write files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bot.clock import SetClock
from bot.domain.periods import Regime
from bot.domain.ward import WardRules
from bot.domain.workdays import WARD_ZONE
from bot.loading import applying
from bot.loading.changes import Changes
from bot.loading.document import PlanDocument
from bot.loading.reading import read_documents

PLANS = Path(__file__).parents[2] / "config" / "plans"
SOURCES = Path(__file__).parents[3] / "shared" / "plans"
COUNTS = {
    "le-loi": (33, 32),
    "phuong-2-cao-lanh": (37, 11),
    "ngo-quyen": (40, 34),
    "phuong-2-tay-ninh": (45, 68),
}
REGIMES = {
    "nd09": Regime("nd09", "NĐ 09", 14),
    "calendar": Regime("calendar", "tháng lịch", None),
    "nam_hoc": Regime("nam_hoc", "năm học", None, year_ends=5, half_ends=1),
}
NOW = datetime(2026, 11, 16, 7, 0, tzinfo=WARD_ZONE)
SMALL = """
kế hoạch: {mã phường: phuong-x, tên phường: Phường X, năm: 2026, tên kế hoạch: Kế hoạch năm 2026}
đơn vị:
  - {mã: vhxh, tên: Phòng Văn hóa - Xã hội}
cán bộ:
  - {mã: minh, họ tên: Trần Minh, xưng hô: anh, đơn vị: vhxh, vai trò: cán bộ}
  - {mã: lan, họ tên: Lê Lan, xưng hô: chị, vai trò: văn phòng}
lĩnh vực:
  - {mã: bao_hiem, tên: Bảo hiểm}
chỉ tiêu:
  - {mã: CT01, tên: BHXH tự nguyện 269 người, tên ngắn: BHXH, lĩnh vực: bao_hiem, phụ trách: minh,
     đánh giá: cộng dồn, so sánh: từ, mức giao: 269, đơn vị tính: người}
  - {mã: CT02, tên: BHYT đạt chỉ tiêu được giao, tên ngắn: BHYT, lĩnh vực: bao_hiem,
     đánh giá: theo mức, so sánh: từ, đơn vị tính: '%'}
nhiệm vụ:
  - {mã: NV-001, tên: Rà soát hộ nghèo, phụ trách: minh, hạn: quý I}
  - {mã: NV-002, tên: Tuyên truyền bảo hiểm}
số đã có:
  - {mã: CT01, số đã có: 182, đến ngày: 14/10/2026, năm trước: 164}
"""


def shipped(name: str) -> PlanDocument:
    """A plan of config/plans; Ngô Quyền with its people."""
    paths = [path for path in (PLANS / f"{name}.yaml", PLANS / f"{name}.people.yaml") if path.exists()]
    document, problems = read_documents(paths)
    assert not problems, [str(problem) for problem in problems]
    return document


def rules_of(document: PlanDocument) -> WardRules:
    return WardRules(document.ward_code or "", document.ward_name or "")


def read(tmp_path: Path, *texts: str) -> PlanDocument:
    """A document from YAML texts, which must be free of problems."""
    paths = []
    for number, text in enumerate(texts):
        paths.append(tmp_path / f"{number}.yaml")
        paths[-1].write_text(text, encoding="utf-8")
    document, problems = read_documents(paths)
    assert not problems, [str(problem) for problem in problems]
    return document


def small(tmp_path: Path, *replaced: tuple[str, str]) -> PlanDocument:
    """The small plan above, with words of it replaced."""
    text = SMALL
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    return read(tmp_path, text)


def load(session: Session, document: PlanDocument, year: int | None = None, now: datetime = NOW) -> Changes:
    """Write the document, as the command does before it commits."""
    rules = (
        WardRules("phuong-x", "Phường X") if document.ward_code in {None, "phuong-x"} else rules_of(document)
    )
    return applying.apply(session, rules, REGIMES, document, year, now)


def clock_at_now() -> SetClock:
    """A clock that stands at NOW."""
    return SetClock(NOW)
