"""Why a command could not be carried out, when the machine is to blame: in the operator's words."""

from __future__ import annotations

import errno

_FILE = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.ENOENT: "không có thư mục hoặc tệp này",
    errno.ENOTDIR: "không phải thư mục",
    errno.EISDIR: "là thư mục, không phải tệp",
}
_SQLITE = {
    "SQLITE_BUSY": "dữ liệu đang bị chương trình khác giữ: đóng chương trình ấy, hoặc đợi rồi chạy lại",
    "SQLITE_CORRUPT": "tệp dữ liệu bị hỏng: dừng trợ lý, khôi phục bản sao gần nhất: ./giaoban restore TỆP",
    "SQLITE_NOTADB": "tệp dữ liệu bị hỏng: dừng trợ lý, khôi phục bản sao gần nhất: ./giaoban restore TỆP",
    "SQLITE_READONLY": "không ghi được vào tệp dữ liệu: kiểm tra quyền của người chạy lệnh này",
    "SQLITE_CANTOPEN": "không mở được tệp dữ liệu: kiểm tra DATABASE_URL, quyền của người chạy lệnh này",
    "SQLITE_FULL": "ổ đĩa đã đầy: xóa bớt rồi chạy lại",
}


def in_words(error: Exception) -> str | None:
    """One sentence with what to do; None for what is a mistake of the program."""
    if isinstance(error, OSError):
        why = _FILE.get(error.errno or 0)
        return f"{error.filename}: {why}; kiểm tra lại đường dẫn và quyền" if error.filename and why else None
    from sqlalchemy.exc import DatabaseError, OperationalError

    if not isinstance(error, DatabaseError):
        return None
    name = getattr(error.orig, "sqlite_errorname", None)
    if name is None and isinstance(error, OperationalError):
        return "không làm việc được với cơ sở dữ liệu: kiểm tra máy chủ và DATABASE_URL, ./giaoban check"
    return next((words for start, words in _SQLITE.items() if str(name).startswith(start)), None)
