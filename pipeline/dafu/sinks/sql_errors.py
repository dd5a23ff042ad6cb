"""What a database says, as errors with a remedy; and which of it passes by waiting."""

from __future__ import annotations

from typing import Literal

from sqlalchemy.exc import DBAPIError

from dafu.errors import DafuError, OutputError, UsageError

Fault = Literal["passing", "letter", "lasting"]
"""passing: trying again later may help; letter: what was to be written does not fit; lasting: neither."""

_PASSING_STATES = ("08", "57P0", "53300", "40001", "40P01", "55P03")
"""SQLSTATE of lost connections, shutdown and start, too many clients, conflicts (PostgreSQL, appendix A)."""
_LETTER_STATES = ("22", "23")
"""Data exceptions and violated constraints."""

_REMEDIES = {
    "SQLITE_BUSY": "数据库被其他程序占用，请稍后再试。 / Another program holds it; close it or try later.",
    "SQLITE_CANTOPEN": "请检查文件夹是否存在、是否有写入权限。 / Check that the folder exists and may be written.",
    "SQLITE_FULL": "磁盘已满，请清理后再运行；已入库的不会重复。 / Make room, then run again; nothing is loaded twice.",
    "SQLITE_READONLY": "没有写入权限。 / It may not be written.",
    "SQLITE_NOTADB": "该文件不是 SQLite 数据库，请换一个文件名。 / The file is no SQLite database; name another.",
    "28": "请检查用户名和密码。 / Check user and password.",
    "3D000": "请先建立数据库 (createdb)。 / Create the database first (createdb).",
    "42501": "用户没有建表或写入权限。 / The user may not create or write tables.",
    "53100": "数据库磁盘已满。 / The database's disk is full.",
}
_SAID = {
    "does not exist": "3D000",
    "不存在": "3D000",
    "authentication": "28P01",
    "认证": "28P01",
    "pg_hba.conf": "28000",
}
"""A refused connection carries no SQLSTATE, only what the server said (`FATAL: database "x" does not exist`)."""
_AWAY = (
    "请检查数据库是否在运行、地址是否正确，再运行一次；已入库的不会重复。"
    " / Check that it runs and that the address is right, then run again; nothing is loaded twice."
)


def original(error: Exception) -> Exception:
    """The driver's own exception."""
    inner = error.orig if isinstance(error, DBAPIError) else error
    return inner if isinstance(inner, Exception) else error


def fault_of(error: Exception) -> Fault:
    """Whether waiting helps, or leaving a letter out."""
    inner, code = original(error), _code(error)
    if code.startswith("SQLITE_"):
        passes = code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
        misfit = code.startswith(("SQLITE_CONSTRAINT", "SQLITE_MISMATCH", "SQLITE_TOOBIG"))
    elif code:
        passes, misfit = code.startswith(_PASSING_STATES), code.startswith(_LETTER_STATES)
    else:
        kind = type(inner).__name__
        passes = kind in ("OperationalError", "InterfaceError")
        misfit = kind in ("DataError", "OverflowError", "UnicodeEncodeError")
    return "passing" if passes else "letter" if misfit else "lasting"


def explained(error: Exception, where: str) -> DafuError:
    """The error for a person; `where` is the address without its password."""
    inner, code = original(error), _code(error)
    remedy = next((text for start, text in _REMEDIES.items() if code.startswith(start)), None)
    if remedy is None and fault_of(error) == "passing":
        remedy = _AWAY
    said = " ".join(str(inner).split()) or type(inner).__name__
    kind = UsageError if code.startswith(("SQLITE_NOTADB", "3D000", "28")) else OutputError
    return kind(f"数据库 / database {where}: {said}.", remedy=remedy)


def _code(error: Exception) -> str:
    """SQLite's name of the error, or SQLSTATE; empty where a connection was lost or never made."""
    inner = original(error)
    code = getattr(inner, "sqlite_errorname", None) or getattr(inner, "sqlstate", None)
    if code is None and type(inner).__name__ == "OperationalError":
        code = next((state for words, state in _SAID.items() if words in str(inner)), None)
    return str(code or "")
