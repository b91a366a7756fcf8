"""The words of who wonders why nothing has come, or asks about the whole ward."""

from __future__ import annotations

import re

WONDERS = re.compile(
    r"\b(?:à|hả|hử|nhỉ|chăng|đúng không|phải không)$"
    r"|\b(?:chưa|chua) (?:(?:có|co|thấy|thay|ai|được|duoc) ?)*"
    r"(?:báo cáo|bao cao|gửi|gui|nộp|nop|số liệu|so lieu|số|thông tin|gì|gi|làm|lam|động tĩnh)"
    r"(?: (?:gì|gi|a|ạ|vậy|vay|thế|the|sao))*$"
    r"|(?:báo cáo|bao cao|gửi|gui|nộp|nop|làm|lam|có gì|co gi|số|đến đâu|den dau) (?:chưa|chua|rồi chưa)$"
    r"|\b(?:vẫn|van) im\b|\bsao\b.*\b(?:chưa|chua|vẫn|van)\b"
)
"""Words, in small letters, with which somebody wonders why nothing has come."""
OF_ALL = re.compile(
    r"\b(?:bao nhieu|may) (?:nguoi|chi tieu|viec|nhiem vu|don vi|phong)\b|\bhop gi\b"
    r"|\b(?:ca|cuoi) nam (?:the nao|ra sao|dat|co)"
    r"|(?:tuan|ngay) (?:nay|sau|toi|mai).*\b(?:co gi|lam (?:duoc )?gi|viec gi)\b"
)
"""Folded words that ask about the ward, whatever was spoken of before."""
