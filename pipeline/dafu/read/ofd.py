"""OFD: the fixed-layout format of Chinese offices (GB/T 33190-2016), read without rendering."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dafu.errors import DamagedFile, EmptyFile, EncryptedFile, TooLarge
from dafu.read.art import COVERING
from dafu.read.embedded import unread_files
from dafu.read.judged import ReadPage, judged_together
from dafu.read.model import Document, Notice
from dafu.read.ofd_page import PaintedPage, Source, read_page
from dafu.read.ofd_resources import Resources
from dafu.read.ofd_values import box
from dafu.read.package import Package, Part, located, opened_package
from dafu.settings import Settings

MEDIA_TYPE = "application/ofd"
_A4 = (0.0, 0.0, 210.0, 297.0)
_Area = tuple[float, float, float, float]


@dataclass(slots=True)
class _Volume:
    """One document of the package, and where its parts stand."""

    package: Package
    root: Part
    resources: Resources = field(default_factory=Resources)
    templates: dict[str, tuple[Part, str]] = field(default_factory=dict)
    """Content and drawing order of template pages by ID."""
    annotations: dict[str, list[Part]] = field(default_factory=dict)
    seals: dict[str, list[_Area]] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)


def read_ofd(data: bytes, *, file_name: str, settings: Settings) -> Document:
    """The pages of all documents in an OFD file, in order.

    Raises:
        EmptyFile: no pages.
        DamagedFile: no OFD package, or parts of it missing or malformed.
        EncryptedFile: the package has a password.
        TooLarge: more pages, parts or bytes than the limits allow.
    """
    with opened_package(data, file_name, kind="OFD") as package:
        if package.has("Encryptions.xml"):
            raise EncryptedFile("加密的 OFD / an encrypted OFD.", file=file_name)
        entry = package.xml("OFD.xml")
        if entry is None:
            raise DamagedFile("缺少 OFD.xml / OFD.xml is missing.", file=file_name)
        volumes = [_opened(package, body) for body in entry.children("DocBody")]
        painted: list[tuple[_Volume, PaintedPage]] = []
        for volume in volumes:
            for page in _pages(volume, len(painted)):
                if page.read.page.number > settings.max_pages:
                    what = f"超过 {settings.max_pages} 页 / more than {settings.max_pages} pages."
                    raise TooLarge(what, file=file_name)
                painted.append((volume, page))
        pages = judged_together([page.read for _, page in painted])
        pages = [
            _by_ocr(volume, page, read, settings)
            if page.pictures and read.wants_ocr(settings.ocr) and _is_pictured(read)
            else read
            for read, (volume, page) in zip(pages, painted, strict=True)
        ]
    if not pages:
        raise EmptyFile("文件没有页面 / the file has no pages.", file=file_name)
    return Document(
        file_name=file_name,
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        flow="paged",
        pages=tuple(page.page for page in pages),
        dropped=tuple(each for page in pages for each in page.dropped),
        notices=(
            *(notice for volume in volumes for notice in volume.notices),
            *(each for page in pages for each in page.notices),
        ),
    )


def _is_pictured(read: ReadPage) -> bool:
    """Whether the images of a page hold its words: type that OFD sets is not drawn for OCR."""
    return read.page.image_share >= COVERING or not read.characters


def _by_ocr(volume: _Volume, painted: PaintedPage, read: ReadPage, settings: Settings) -> ReadPage:
    from dafu.read.ocr.reread import read_again  # noqa: PLC0415
    from dafu.read.ofd_raster import page_image  # noqa: PLC0415

    page = read.page
    image, scale, notices = page_image(
        painted.pictures,
        (page.width or 0.0, page.height or 0.0),
        volume.package,
        volume.resources,
        number=page.number,
        dpi=settings.dpi,
    )
    again = read_again(read, image, scale, settings)
    return replace(again, notices=(*notices, *again.notices))


def _opened(package: Package, body: Part) -> _Volume:
    """One document with what its pages refer to."""
    path = located(_text(body.first("DocRoot")), body.folder)
    root = package.xml(path)
    if root is None:
        raise DamagedFile(f"缺少 {path} / {path} is missing.", file=package.file_name)
    volume = _Volume(package, root)
    common = root.first("CommonData")
    if common is not None:
        volume.resources.add_all(package, common.children("PublicRes", "DocumentRes"))
    for part in common.children("TemplatePage") if common else ():
        content = package.xml(located(part.get("BaseLoc") or "", part.folder))
        if content is not None:
            volume.resources.add_all(package, content.children("PageRes"))
            volume.templates[part.get("ID") or ""] = (content, part.get("ZOrder") or "Background")
    _add_annotations(volume)
    _add_seals(volume, body)
    if (attachments := root.first("Attachments")) is not None:
        volume.notices.append(unread_files(_attachment_names(package, attachments)))
    return volume


def _attachment_names(package: Package, attachments: Part) -> list[str]:
    """The names in the list of attachments (Attachments.xml)."""
    index = package.xml(located(attachments.text, attachments.folder))
    return [each.get("Name") or "" for each in index.children("Attachment")] if index else [""]


def _pages(volume: _Volume, before: int) -> Iterator[PaintedPage]:
    """The pages of a document; `before`: how many pages of the file come before them."""
    listed = volume.root.first("Pages")
    default = _area(volume.root.first("CommonData", "PageArea")) or _A4
    for number, entry in enumerate(listed.children("Page") if listed else (), start=before + 1):
        page = volume.package.xml(located(entry.get("BaseLoc") or "", entry.folder))
        if page is None:
            message = f"第 {number} 页缺失 / page {number} is missing from the file."
            volume.notices.append(Notice(code="unread_part", severity="error", message=message, page=number))
            continue
        volume.resources.add_all(volume.package, page.children("PageRes"))
        page_id = entry.get("ID") or ""
        source = Source(
            contents=_contents(volume, page),
            annotations=tuple(volume.annotations.get(page_id, ())),
            seals=tuple(volume.seals.get(page_id, ())),
        )
        yield read_page(source, _area(page.first("Area")) or default, volume.resources, number)


def _contents(volume: _Volume, page: Part) -> tuple[Part, ...]:
    """The contents of a page and its templates in the order they are painted."""
    own = page.first("Content")
    below: list[Part] = []
    above: list[Part] = []
    for use in page.children("Template"):
        found = volume.templates.get(use.get("TemplateID") or "")
        content = found[0].first("Content") if found else None
        if found and content:
            (above if (use.get("ZOrder") or found[1]) == "Foreground" else below).append(content)
    return (*below, *((own,) if own else ()), *above)


def _add_annotations(volume: _Volume) -> None:
    listed = volume.root.first("Annotations")
    index = volume.package.xml(located(listed.text, listed.folder)) if listed else None
    for page in index.children("Page") if index else ():
        for location in page.children("FileLoc"):
            part = volume.package.xml(located(location.text, page.folder))
            if part is not None:
                for annotation in part.children("Annot"):
                    _add_annotation(volume, page.get("PageID") or "", annotation)


def _add_annotation(volume: _Volume, page_id: str, annotation: Part) -> None:
    """Keeps an annotation; a stamp among them is a seal."""
    volume.annotations.setdefault(page_id, []).append(annotation)
    appearance = annotation.first("Appearance")
    area = box(appearance.get("Boundary")) if appearance and annotation.get("Type") == "Stamp" else None
    if area:
        volume.seals.setdefault(page_id, []).append(area)


def _add_seals(volume: _Volume, body: Part) -> None:
    """The stamps of electronic seals (Signs/…/Signature.xml, StampAnnot)."""
    listed = body.first("Signatures")
    index = volume.package.xml(located(listed.text, listed.folder)) if listed else None
    for entry in index.children("Signature") if index else ():
        signature = volume.package.xml(located(entry.get("BaseLoc") or "", entry.folder))
        signed = signature.first("SignedInfo") if signature else None
        for stamp in signed.children("StampAnnot") if signed else ():
            area = box(stamp.get("Boundary"))
            if area:
                volume.seals.setdefault(stamp.get("PageRef") or "", []).append(area)


def _area(part: Part | None) -> _Area | None:
    """The visible area: PhysicalBox, unless its size is nothing."""
    area = box(_text(part.first("PhysicalBox"))) if part else None
    return area if area and area[2] > 0 and area[3] > 0 else None


def _text(part: Part | None) -> str:
    return part.text.strip() if part else ""
