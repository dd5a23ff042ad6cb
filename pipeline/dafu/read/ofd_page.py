"""One page of an OFD document: its templates, layers and annotations (GB/T 33190-2016, 7.7 and 8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dafu.read.art import COVERING, UNSEEN, Art, Paint, add_subpath
from dafu.read.grids import cut_at_walls, find_grids
from dafu.read.judged import ReadPage, overlap, text_notices, white_on_paper
from dafu.read.matrix import Matrix
from dafu.read.model import Box, Dropped, Page, Run
from dafu.read.ofd_paths import subpaths
from dafu.read.ofd_resources import DEEPEST, Resources
from dafu.read.ofd_text import WrittenRun, written_runs
from dafu.read.ofd_values import POINTS, box, matrix, number, tint, unseen
from dafu.read.package import Part
from dafu.read.trust import distrust

OVERPRINT = 0.2
"""Ems: the same characters printed this close to each other are one, made bold."""
DEFAULT_PEN = 0.353
"""Millimetres: thickness of a line that tells none (8.3.4)."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a page is made of: parts with their layers in the order they are painted, and annotations."""

    contents: tuple[Part, ...]
    annotations: tuple[Part, ...] = ()
    seals: tuple[tuple[float, float, float, float], ...] = ()
    """x, y, width, height of stamps, millimetres."""


class Picture(NamedTuple):
    """An image on a page."""

    resource: str
    space: Matrix
    """From the image's unit square, its top left the origin, to points on the page."""


class PaintedPage(NamedTuple):
    """A page as read, and its images in the order they are painted."""

    read: ReadPage
    pictures: tuple[Picture, ...]


@dataclass(slots=True)
class _Painted:
    """What painting the objects of a page gives; `size`: width and height of the page, points."""

    resources: Resources
    size: tuple[float, float]
    art: Art = field(default_factory=Art)
    texts: list[WrittenRun] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    covered: int = 0
    """So many of the texts were there when an image covered the page."""


def read_page(
    source: Source, area: tuple[float, float, float, float], resources: Resources, page_number: int
) -> PaintedPage:
    """The page whose visible area is x, y, width, height in millimetres."""
    x, y, width, height = (POINTS * value for value in area)
    to_points = Matrix(a=POINTS, d=POINTS, e=-x, f=-y)
    painted = _Painted(resources, (width, height))
    for content in source.contents:
        for layer in content.children("Layer"):
            _paint(painted, layer, to_points, 0)
    art = painted.art
    share = min(round(art.image_area / (width * height), 4), 1.0) if width and height else 0.0
    dropped: list[Dropped] = []
    runs, layer_found = _sorted_out(painted, share, (0.0, 0.0, width, height), page_number, dropped)
    for annotation in source.annotations:
        dropped.extend(_notes(annotation, to_points, resources, page_number))
    grids = find_grids(art.rules, runs)
    page = Page(
        number=page_number,
        width=round(width, 2),
        height=round(height, 2),
        text_origin="embedded",
        runs=tuple(cut_at_walls(runs, grids)),
        rules=tuple(art.rules),
        grids=grids,
        image_share=share,
        seals=tuple(_in_points(seal, to_points) for seal in source.seals),
    )
    read = ReadPage(page=page, dropped=tuple(dropped), drawn=bool(art.areas), layer=layer_found)
    reason = distrust("".join(run.text for run in runs))
    read = read.without_text(reason) if reason else replace(read, notices=tuple(text_notices(read)))
    return PaintedPage(read, tuple(painted.pictures))


def _paint(painted: _Painted, block: Part, outer: Matrix, depth: int) -> None:
    """The objects of a layer or block, in order; blocks and graphics inside them too."""
    if depth > DEEPEST:
        return
    for part in block.children():
        match part.name:
            case "TextObject":
                painted.texts.extend(written_runs(part, outer, painted.resources))
            case "PathObject":
                _add_path(painted, part, outer)
            case "ImageObject":
                _add_image(painted, part, outer)
            case "PageBlock":
                _paint(painted, part, outer, depth + 1)
            case "CompositeObject":
                content = painted.resources.graphics.get(part.get("ResourceID") or "")
                inner = content.first("Content") if content else None
                if inner is not None:
                    _paint(painted, inner, _space(part, outer), depth + 1)


def _space(part: Part, outer: Matrix) -> Matrix:
    """From an object's own space to points on the page."""
    left, top, _, _ = box(part.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
    return matrix(part.get("CTM")).then(Matrix(e=left, f=top)).then(outer)


def _add_path(painted: _Painted, part: Part, outer: Matrix) -> None:
    data = part.first("AbbreviatedData")
    if data is None or part.get("Visible") == "false":
        return
    space = _space(part, outer)
    fill = painted.resources.colour_of(part, "FillColor")
    stroke = painted.resources.colour_of(part, "StrokeColor")
    inside = UNSEEN if part.get("Fill") != "true" else Paint(not unseen(fill), tint(fill))
    outline = UNSEEN if part.get("Stroke") == "false" else Paint(not unseen(stroke), tint(stroke))
    pen = number(part.get("LineWidth"))
    half = (DEFAULT_PEN if pen is None else pen) * space.scale / 2 if outline.shown else 0.0
    if inside.shown or outline.shown:
        for points, straight in subpaths(data.text):
            corners = [space.point(*point) for point in points]
            add_subpath(
                painted.art, corners, straight=straight, inside=inside, outline=outline, half_pen=half
            )


def _add_image(painted: _Painted, part: Part, outer: Matrix) -> None:
    edges = box(part.get("Boundary"))
    if edges is None or part.get("Visible") == "false":
        return
    width, height = painted.size
    left, top, right, bottom = _in_points(edges, outer)
    shown = (max(left, 0.0), max(top, 0.0), min(right, width), min(bottom, height))
    area = max(shown[2] - shown[0], 0.0) * max(shown[3] - shown[1], 0.0)
    if area:
        painted.art.areas.append((shown, None))
        painted.art.image_area += area
        unit = matrix(part.get("CTM")) if part.get("CTM") else Matrix(a=edges[2], d=edges[3])
        place = unit.then(Matrix(e=edges[0], f=edges[1])).then(outer)
        painted.pictures.append(Picture(part.get("ResourceID") or "", place))
        if area >= COVERING * width * height:
            painted.covered = len(painted.texts)


def _in_points(edges: tuple[float, float, float, float], outer: Matrix) -> Box:
    x, y, width, height = edges
    left, top, right, bottom = outer.bounds(x, y, x + width, y + height)
    return round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)


def _sorted_out(
    painted: _Painted, image_share: float, sheet: Box, page: int, dropped: list[Dropped]
) -> tuple[list[Run], bool]:
    """The runs of the page's text, and whether some stand unseen at an image; the others go to `dropped`."""
    runs: list[Run] = []
    layer = False
    for at, text in enumerate(painted.texts):
        run, unseen_ = text.run, text.hidden or at < painted.covered
        inside = run.box is not None and overlap(run.box, sheet)
        if unseen_ and image_share >= COVERING and inside:
            layer = True
            runs.append(run)
        elif unseen_ or not inside or white_on_paper(run, painted.art):
            dropped.append(Dropped(raw=run.text, reason="hidden_text", page=page, box=run.box))
        elif text.slanted:
            dropped.append(Dropped(raw=run.text, reason="unknown", page=page, box=run.box))
        elif not any(_overprints(run, other) for other in runs):
            runs.append(run)
    return runs, layer


def _overprints(run: Run, other: Run) -> bool:
    if run.text != other.text or run.box is None or other.box is None or not run.size:
        return False
    return all(abs(one - two) <= OVERPRINT * run.size for one, two in zip(run.box, other.box, strict=True))


def _notes(annotation: Part, outer: Matrix, resources: Resources, page: int) -> Iterator[Dropped]:
    """The words of an annotation: watermarks and comments are no part of the letter."""
    appearance = annotation.first("Appearance")
    if appearance is None:
        return
    painted = _Painted(resources, (0.0, 0.0))
    _paint(painted, appearance, _space(appearance, outer), 0)
    for text in painted.texts:
        raw, place = text.run.text, text.run.box
        if annotation.get("Type") in ("Watermark", "Stamp"):
            yield Dropped(raw=raw, reason="unknown", page=page, box=place)
        else:
            yield Dropped(raw=raw, reason="comment", page=page, box=place)
