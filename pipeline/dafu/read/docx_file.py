"""The parts of a DOCX, found by their relationships (ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from dafu.errors import DamagedFile
from dafu.read.docx_xml import Element, attribute, children, local
from dafu.read.package import Package, located

LARGEST_PART = 24 << 20
"""Bytes of one part unpacked; the text of 2000 pages takes about ten million."""
_MAIN = "word/document.xml"


class DocxFile:
    """An open file and where its parts stand.

    The parts are followed here and not through python-docx, which opens neither strict files nor files of
    which a part is missing, and unpacks every part there is.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        roots = [path for kind, path in self._related("") if kind == "officeDocument"]
        self._main = next((path for path in roots if package.has(path)), _MAIN)
        found = package.xml(self._main)
        if found is None or local(found.element) != "document":
            raise DamagedFile("缺少正文部分 / the main part is missing.", file=package.file_name)
        self.document: Element = found.element
        self._parts = list(self._related(self._main))
        self._ids = dict(self._identified(self._main))

    def part(self, kind: str) -> Element | None:
        """The root of the part of a kind (`styles`, `numbering`, `footnotes` …), if there is one."""
        paths = (path for each, path in self._parts if each == kind)
        found = next((part for path in paths if (part := self._package.xml(path))), None)
        return found.element if found else None

    def part_of(self, identifier: str) -> Element | None:
        """The root of the part behind a relationship's id."""
        path = self._ids.get(identifier)
        found = self._package.xml(path) if path else None
        return found.element if found else None

    def _related(self, path: str) -> Iterator[tuple[str, str]]:
        """Kind and path of the parts that a part refers to; the kind is the last word of its type."""
        for each in self._relationships(path):
            kind = (attribute(each, "Type") or "").rpartition("/")[2]
            yield kind, located(attribute(each, "Target") or "", posixpath.dirname(path))

    def _identified(self, path: str) -> Iterator[tuple[str, str]]:
        for each in self._relationships(path):
            yield (
                attribute(each, "Id") or "",
                located(attribute(each, "Target") or "", posixpath.dirname(path)),
            )

    def _relationships(self, path: str) -> Iterator[Element]:
        folder, name = posixpath.split(path)
        found = self._package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for each in children(found.element if found else None, "Relationship"):
            if attribute(each, "TargetMode") != "External":
                yield each
