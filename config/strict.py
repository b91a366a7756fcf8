"""Reads a TOML file into a strict shape; what is wrong is said by file and key, in the operator's words."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from config.errors import ConfigError

WRONG = {
    "missing": "chưa ghi",
    "extra_forbidden": "không có khóa này",
    "date_type": "phải là ngày, ví dụ 2026-11-24",
    "string_type": "phải là chữ trong ngoặc kép",
    "string_too_short": "không được để trống",
    "string_pattern_mismatch": "chỉ dùng chữ thường không dấu, số và gạch nối",
    "int_type": "phải là số nguyên",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "chỉ được đến {le}",
    "literal_error": "chỉ nhận {expected}",
    "bool_type": "phải là true hoặc false",
    "list_type": "phải là danh sách trong ngoặc vuông",
    "too_short": "không được để trống",
    "dict_type": "phải là một bảng",
    "model_type": "phải là một bảng",
}
PLACE = re.compile(r"at line (\d+), column (\d+)")
Shape = TypeVar("Shape", bound=BaseModel)


class Strict(BaseModel):
    """A table whose keys are all known and whose values are of the right kind as they stand."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def read_toml(path: Path, shape: type[Shape]) -> Shape:
    """What the file says. ConfigError names every problem by file and key."""
    try:
        return shape.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise ConfigError([f"{path}: không đọc được tệp ({error.strerror})"]) from error
    except UnicodeDecodeError as error:
        raise ConfigError([f"{path.name}: tệp phải ghi bằng mã UTF-8"]) from error
    except tomllib.TOMLDecodeError as error:
        place = PLACE.search(str(error))
        where = place.expand(r"dòng \1, cột \2") if place else "cuối tệp"
        raise ConfigError([f"{path.name}: {where}: không đúng dạng TOML"]) from error
    except ValidationError as error:
        raise ConfigError(_problem(path, found) for found in error.errors()) from error


def _problem(path: Path, found: ErrorDetails) -> str:
    """One line like "ward.toml: presets.kinh_te.due_time: cần giờ…"; entries of a list are counted from 1."""
    said = [part for part in found["loc"] if part != "[key]"]
    where = ".".join(f"{part + 1}" if isinstance(part, int) else part for part in said)
    about = found.get("ctx", {})
    phrase = WRONG.get(found["type"])
    what = phrase.format_map(about) if phrase else str(about.get("error", found["msg"]))
    return ": ".join(filter(None, (path.name, where, what.replace(" or ", ", "))))
