"""ZIP packages of XML parts, OFD (GB/T 33190-2016) and DOCX (ISO/IEC 29500-2): parts by path, within limits."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from dafu.errors import DafuError, DamagedFile, EncryptedFile, TooLarge

MOST_PARTS = 20_000
"""Entries of a package; a letter of 50 pages has some hundred."""
LARGEST_PART = 64 << 20
"""Bytes of one part unpacked."""
LARGEST_PACKAGE = 512 << 20
"""Bytes of all parts that are read, unpacked."""


_NO_XML = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[\da-f]));", re.I
)
"""Control characters, which XML may not hold and writers of text objects let through (XML 1.0, 2.2)."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Part:
    """An element of an XML part, and where it stands, so that paths inside it can be followed.

    Names are looked up without their namespace: files of the trade use `http://www.ofdspec.org/2016`,
    `http://www.ofdspec.org`, with prefix or without.
    """

    __slots__ = ("element", "folder")

    def __init__(self, element: etree._Element, folder: str) -> None:
        self.element = element
        self.folder = folder

    @property
    def name(self) -> str:
        """Local name of the element; empty for comments."""
        tag = self.element.tag
        return tag.rpartition("}")[2] if isinstance(tag, str) else ""

    @property
    def text(self) -> str:
        """Text of the element."""
        return self.element.text or ""

    def get(self, attribute: str) -> str | None:
        """An attribute, whatever its namespace."""
        value = self.element.get(attribute)
        return value.strip() if value is not None else None

    def children(self, *names: str) -> Iterator[Part]:
        """Child elements, of these names only if any is given."""
        for child in self.element:
            part = Part(child, self.folder)
            if part.name and (not names or part.name in names):
                yield part

    def first(self, *path: str) -> Part | None:
        """The first element at a path of names below this one."""
        found: Part | None = self
        for name in path:
            found = next(found.children(name), None) if found else None
        return found


class Package:
    """The parts of an open package."""

    def __init__(self, archive: zipfile.ZipFile, file_name: str, *, largest: int = LARGEST_PART) -> None:
        self.file_name = file_name
        self._largest = largest
        self._archive = archive
        self._names = {_key(info.filename): info for info in archive.infolist() if not info.is_dir()}
        self._unpacked = 0

    def xml(self, path: str) -> Part | None:
        """The root of the XML part at a path; None if there is no such part.

        Raises:
            DamagedFile: no XML, or XML with a document type, which neither format has and attacks need.
        """
        data = self.data(path)
        if data is None:
            return None
        if not data.startswith(_UTF_16):
            data = _NO_XML.sub(b"", data)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self._damaged(f"{path} 的 XML 有误 / malformed XML: {error.msg}") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._damaged(f"{path} 含文档类型定义 / has a document type definition")
        return Part(root, posixpath.dirname(_normal(path)))

    def has(self, path: str) -> bool:
        """Whether there is a part at a path."""
        return _key(path) in self._names

    def data(self, path: str) -> bytes | None:
        """The bytes at a path; None if there is no such part. Raises `DamagedFile`, `TooLarge`."""
        info = self._names.get(_key(path))
        if info is None:
            return None
        if info.flag_bits & 1:
            what = "压缩包有密码 / the package has a password."
            raise EncryptedFile(what, file=self.file_name)
        try:
            with self._archive.open(info) as part:
                data = part.read(self._largest + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise self._damaged(f"{path} 无法解压 / cannot be unpacked: {error}") from error
        self._unpacked += len(data)
        if len(data) > self._largest or self._unpacked > LARGEST_PACKAGE:
            raise TooLarge(f"{path} 解压后过大 / unpacks to too much.", file=self.file_name)
        return data

    def _damaged(self, what: str) -> DafuError:
        return DamagedFile(f"{what}.", file=self.file_name)


@contextmanager
def opened_package(
    data: bytes, file_name: str, *, kind: str, largest: int = LARGEST_PART
) -> Iterator[Package]:
    """The package behind the bytes; `kind` names the format. Raises `DamagedFile` or `TooLarge`."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise DamagedFile(f"不是完整的 {kind} / not a complete {kind}: {error}.", file=file_name) from error
    with archive:
        if len(archive.infolist()) > MOST_PARTS:
            raise TooLarge("压缩包条目过多 / too many entries.", file=file_name)
        yield Package(archive, file_name, largest=largest)


def located(path: str, folder: str) -> str:
    """A path as written in a part of `folder`; one that starts with / counts from the package's root."""
    written = path.strip().replace("\\", "/")
    return _normal(written if written.startswith("/") else posixpath.join("/", folder, written))


def _normal(path: str) -> str:
    """Without leading slash, and never above the root: `..` beyond it is dropped."""
    return posixpath.normpath(posixpath.join("/", path)).lstrip("/")


def _key(path: str) -> str:
    """Producers do not agree on case."""
    return _normal(path.replace("\\", "/")).casefold()
