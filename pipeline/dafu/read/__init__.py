"""Read: one file in, one `Document` out, whatever its format; each reader is loaded when it is needed."""

from __future__ import annotations

import stat
from pathlib import Path

from dafu.errors import TooLarge, UnreadableFile
from dafu.read.folder import page_images
from dafu.read.model import Document
from dafu.read.names import writable
from dafu.read.sniff import Format, sniff
from dafu.settings import Settings

__all__ = ["read"]


def read(path: Path, settings: Settings) -> Document:
    """The document in a file, its format told by its content, or in a folder of page images.

    Raises a subclass of `UnreadableFile` that names the file, what is wrong and what to do: no other
    exception, whatever the file holds.
    """
    if path.is_dir():
        return _read_folder(path, settings)
    data, name = _bytes_of(path, settings), writable(path.name)
    return _read_as(sniff(data, file_name=name), data, name, settings)


def _read_folder(path: Path, settings: Settings) -> Document:
    """The pages whose images a folder holds."""
    try:
        files = page_images(path)
    except OSError as error:
        raise UnreadableFile(f"无法读取 / cannot be read: {error.strerror}.", file=path.name) from error
    if not files:
        what = "文件夹里不只是页面图片 / a folder that holds more than page images, or nothing."
        raise UnreadableFile(what, file=path.name, remedy="请用 dafu run 处理文件夹。 / Use dafu run.")
    from dafu.read.scan import read_images  # noqa: PLC0415

    images = [(file.name, _bytes_of(file, settings)) for file in files]
    size = sum(len(data) for _, data in images)
    if size > settings.max_bytes:
        what = f"{size} 字节，上限 {settings.max_bytes} / more than {settings.max_bytes} bytes."
        raise TooLarge(what, file=path.name)
    return read_images(images, file_name=writable(path.name), settings=settings)


def _bytes_of(path: Path, settings: Settings) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile("不是普通文件 / not a regular file.", file=path.name)
        if status.st_size > settings.max_bytes:
            what = f"{status.st_size} 字节，上限 {settings.max_bytes} / more than {settings.max_bytes} bytes."
            raise TooLarge(what, file=path.name)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        what = f"无法读取 / cannot be read: {getattr(error, 'strerror', None) or error}."
        raise UnreadableFile(what, file=path.name) from error


def _read_as(kind: Format, data: bytes, file_name: str, settings: Settings) -> Document:
    match kind:
        case "pdf":
            from dafu.read.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(data, file_name=file_name, settings=settings)
        case "ofd":
            from dafu.read.ofd import read_ofd  # noqa: PLC0415

            return read_ofd(data, file_name=file_name, settings=settings)
        case "docx":
            from dafu.read.docx import read_docx  # noqa: PLC0415

            return read_docx(data, file_name=file_name, settings=settings)
        case "html":
            from dafu.read.html import read_html  # noqa: PLC0415

            return read_html(data, file_name=file_name, settings=settings)
        case "text":
            from dafu.read.text import read_text  # noqa: PLC0415

            return read_text(data, file_name=file_name, settings=settings)
        case "image":
            from dafu.read.scan import read_images  # noqa: PLC0415

            return read_images([(file_name, data)], file_name=file_name, settings=settings)
