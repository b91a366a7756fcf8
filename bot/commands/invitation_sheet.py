"""The sheet of invitations: one slip to cut out for each person, with a QR code and three steps."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

import segno

STYLE = """
body { font: 11pt/1.4 "Times New Roman", serif; margin: 0; }
section { display: flex; gap: 6mm; padding: 6mm; border: 1px dashed #999; break-inside: avoid; }
svg { width: 38mm; height: 38mm; flex: none; }
h2 { font-size: 13pt; margin: 0; }
p, ol { margin: 1mm 0; }
ol { padding-left: 6mm; }
code { font-size: 14pt; letter-spacing: 1px; }
@page { size: A4; margin: 12mm; }
"""


@dataclass(frozen=True, slots=True)
class Letter:
    """An invitation as it is handed out: `days` it is good for, from today; `ends` is when the code was given
    that this one ends."""

    name: str
    unit: str
    code: str
    days: int
    group: bool = False
    ends: datetime | None = None

    def link(self, bot: str) -> str:
        """The address that opens the bot's chat (or asks for a group to add it to) and sends the code."""
        return f"https://t.me/{bot}?{'startgroup' if self.group else 'start'}={self.code}"


def page(letters: Sequence[Letter], bot: str | None, ward_name: str) -> str:
    """The sheet as one HTML page that needs nothing from elsewhere; no QR codes without the bot's name."""
    head = f'<meta charset="utf-8"><title>Phiếu mời – {escape(ward_name)}</title><style>{STYLE}</style>'
    slips = "\n".join(_slip(letter, bot, ward_name) for letter in letters)
    return f'<!DOCTYPE html>\n<html lang="vi"><head>{head}</head>\n<body>\n{slips}\n</body></html>\n'


def _slip(letter: Letter, bot: str | None, ward_name: str) -> str:
    code = f"{letter.code[:4]} {letter.code[4:]}"
    return (
        f"<section>{_qr(letter.link(bot)) if bot else ''}<div>"
        f"<h2>{escape(letter.name)}</h2><p>{escape(letter.unit)}</p>"
        f"<p>Kết nối với trợ lý giao ban của {escape(ward_name)}:</p>"
        f"<ol>{''.join(f'<li>{step}</li>' for step in _steps(code, bot))}</ol>"
        f"<p>Chỉ dùng cho người có tên trên phiếu, một lần, trong {letter.days} ngày.</p>"
        "</div></section>"
    )


def _steps(code: str, bot: str | None) -> tuple[str, str, str]:
    chat = f"Telegram: @{escape(bot)}" if bot else "trợ lý trên Telegram"
    return (
        "Mở Telegram, dùng máy ảnh của điện thoại quét mã bên trái." if bot else f"Mở {chat}.",
        "Bấm <b>Bắt đầu</b> (Start).",
        f"Nếu được hỏi mã{f' (hoặc không quét được, tìm {chat})' if bot else ''}, gửi: <code>{code}</code>",
    )


def _qr(link: str) -> str:
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="svg", xmldecl=False, svgns=False, omitsize=True)
    return out.getvalue().decode()
