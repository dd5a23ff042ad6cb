"""DOCX: what Word or WPS prints, transitional and strict (ISO/IEC 29500)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from dafu.errors import EmptyFile
from dafu.read.docx_file import LARGEST_PART, DocxFile
from dafu.read.docx_numbering import Numbering
from dafu.read.docx_story import Context, Story
from dafu.read.docx_styles import Styles
from dafu.read.docx_xml import Element, attribute, children, switch
from dafu.read.model import Document, Dropped, Notice, Page, RunKind
from dafu.read.package import opened_package
from dafu.settings import Settings
from dafu.text import canonical_characters

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LEAST_HEAD = 4
"""Han characters in the head of a first page that is a letterhead and no page number."""


def read_docx(data: bytes, *, file_name: str, settings: Settings) -> Document:
    """The paragraphs and tables of a DOCX, one run a paragraph, with the numbers that Word generates.

    Insertions are accepted; deletions, hidden words and comments go to `dropped`. Headers and footers are
    runs of that kind at the end, but for a head of the first page only, which is the letter's own.

    Raises:
        EmptyFile: no words; pictures of pages are none.
        DamagedFile: no DOCX, or parts of it missing or malformed.
        EncryptedFile: the package has a password.
        TooLarge: more parts, paragraphs or bytes than the limits allow.
    """
    del settings  # pages are not told before the file is printed; its size is limited by part
    with opened_package(data, file_name, kind="DOCX", largest=LARGEST_PART) as package:
        file = DocxFile(package)
        context = Context(Styles(file.part("styles")), Numbering(file.part("numbering")), file_name)
        story = Story(context)
        _add_letterhead(story, file)
        story.over(file.document)
        _add_notes(story, file)
        _add_furniture(story, file)
        comments = list(_comments(file.part("comments")))
    if not any(run.kind not in ("header", "footer") for run in story.runs) and not story.grids:
        raise _without_words(context)
    return Document(
        file_name=file_name,
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        flow="blocks",
        pages=(Page(number=1, runs=tuple(story.runs), grids=tuple(story.grids)),),
        dropped=(*context.dropped, *comments),
        notices=tuple(_notices(context)),
    )


def _without_words(context: Context) -> EmptyFile:
    if context.pictures:
        what = f"没有文字，只有 {context.pictures} 幅图片 / no text, only {context.pictures} pictures."
        remedy = "请导出为 PDF，按扫描件处理。 / Export it as PDF and treat it as a scan."
        return EmptyFile(what, file=context.file_name, remedy=remedy)
    return EmptyFile("文档没有文字 / the document has no text.", file=context.file_name)


def _sections(file: DocxFile) -> list[Element]:
    return list(file.document.iter("{*}sectPr"))


def _add_letterhead(story: Story, file: DocxFile) -> None:
    """The head of the first page where it differs from that of the others: the letter's own."""
    first = next(iter(_sections(file)), None)
    if first is None or not switch(first, "titlePg"):
        return
    heads = {
        attribute(each, "type"): attribute(each, "id") or "" for each in children(first, "headerReference")
    }
    own = file.part_of(heads.get("first", ""))
    if own is None:
        return
    head = Story(story.context).over(own)
    if len(_HAN.findall(head.text)) < _LEAST_HEAD:
        return
    others = file.part_of(heads.get("default", ""))
    if others is not None and Story(story.context, "header").over(others).text == head.text:
        return
    story.take(head)


def _add_furniture(story: Story, file: DocxFile) -> None:
    """Headers and footers of all sections, each part once."""
    shown = {run.text for run in story.runs}
    seen: set[str] = set()
    for section in _sections(file):
        for each in children(section, "headerReference", "footerReference"):
            identifier = attribute(each, "id") or ""
            root = file.part_of(identifier) if identifier not in seen else None
            seen.add(identifier)
            if root is None:
                continue
            kind: RunKind = "header" if root.tag.endswith("}hdr") else "footer"
            furniture = Story(story.context, kind).over(root)
            story.runs += [run for run in furniture.runs if kind == "footer" or run.text not in shown]


def _add_notes(story: Story, file: DocxFile) -> None:
    """Footnotes and endnotes below the text, in the order they are referred to."""
    for kind in ("footnote", "endnote"):
        root = file.part(f"{kind}s")
        notes = {attribute(each, "id"): each for each in children(root, kind)}
        for identifier in [each for name, each in story.context.notes if name == kind]:
            note = notes.get(identifier)
            if note is not None and attribute(note, "type") in (None, "normal"):
                words = Story(story.context, "footnote").over(note)
                story.runs += [replace(run, text=run.text.lstrip()) for run in words.runs]


def _comments(root: Element | None) -> Iterator[Dropped]:
    for each in children(root, "comment"):
        paragraphs = [
            "".join(text.text or "" for text in paragraph.iter("{*}t")) for paragraph in each.iter("{*}p")
        ]
        raw = canonical_characters("\n".join(paragraphs)).strip()
        if raw:
            yield Dropped(raw=raw, reason="comment")


def _notices(context: Context) -> Iterator[Notice]:
    if context.unread:
        message = f"{context.unread} 处嵌入文档未读取 / {context.unread} embedded documents were not read."
        yield Notice(code="unread_part", severity="warning", message=message)
