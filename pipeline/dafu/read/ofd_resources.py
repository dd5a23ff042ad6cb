"""Resources of an OFD document: faces, drawing parameters, graphics used several times (GB/T 33190-2016, 7.9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from dafu.read.faces import is_bold_face
from dafu.read.package import Package, Part, located

DEEPEST = 12
"""Parameters that refer to parameters, and graphics in graphics: deeper ones are loops or attacks."""


class Face(NamedTuple):
    """A font as named."""

    name: str | None
    bold: bool


@dataclass(slots=True)
class Resources:
    """What the objects of a document refer to by ID."""

    faces: dict[str, Face] = field(default_factory=dict)
    parameters: dict[str, Part] = field(default_factory=dict)
    graphics: dict[str, Part] = field(default_factory=dict)
    media: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Where an image may lie, likeliest first."""

    def add_all(self, package: Package, named: Iterable[Part]) -> None:
        """The resources of the parts that these elements name; a missing part adds nothing."""
        for part in named:
            root = package.xml(located(part.text, part.folder))
            if root is not None:
                self._add(root)

    def _add(self, root: Part) -> None:
        for font in _all(root, "Fonts", "Font"):
            name = font.get("FontName") or font.get("FamilyName")
            bold = font.get("Bold") == "true" or is_bold_face(f"{name} {font.get('FamilyName') or ''}")
            self.faces[font.get("ID") or ""] = Face(name, bold)
        for parameter in _all(root, "DrawParams", "DrawParam"):
            self.parameters[parameter.get("ID") or ""] = parameter
        for graphic in _all(root, "CompositeGraphicUnits", "CompositeGraphicUnit"):
            self.graphics[graphic.get("ID") or ""] = graphic
        base = located(root.get("BaseLoc") or "", root.folder)
        for medium in _all(root, "MultiMedias", "MultiMedia"):
            file = medium.first("MediaFile")
            if file is not None and file.text.strip():
                # producers disagree on what the path counts from
                paths = (
                    located(file.text, f"/{base}"),
                    located(file.text, f"/{root.folder}"),
                    located(file.text, "/"),
                )
                self.media[medium.get("ID") or ""] = paths

    def colour_of(self, part: Part, name: str) -> Part | None:
        """The colour element `name` of an object: its own, else that of its drawing parameters."""
        found = part.first(name)
        relative = part.get("DrawParam")
        for _ in range(DEEPEST):
            parameter = self.parameters.get(relative or "")
            if found is not None or parameter is None:
                break
            found, relative = parameter.first(name), parameter.get("Relative")
        return found


def _all(root: Part, group: str, name: str) -> list[Part]:
    return [each for holder in root.children(group) for each in holder.children(name)]
