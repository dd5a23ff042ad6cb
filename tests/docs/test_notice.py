"""NOTICE and constraints.txt name every package that is installed for dafu, transitive ones too."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

_ROOT = Path(__file__).parents[2]
_FORBIDDEN = re.compile(r"\bA?GPL|Affero|(?<!Lesser )General Public")
_UNPINNED = {"dafu", "setuptools", "pip"}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _requirements() -> Iterator[Requirement]:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for listed in (project["dependencies"], *project["optional-dependencies"].values()):
        yield from map(Requirement, listed)


@cache
def _installed() -> dict[str, metadata.Distribution]:
    """What the requirements bring in, as far as it is installed here; by normal name."""
    found: dict[str, metadata.Distribution] = {}
    waiting = [(one.name, frozenset(one.extras)) for one in _requirements()]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in seen or _normal(name) == "dafu":
            continue
        seen.add((name, extras))
        try:
            found[_normal(name)] = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # an extra that was not asked for
        for required in map(Requirement, found[_normal(name)].requires or ()):
            if not required.marker or any(required.marker.evaluate({"extra": one}) for one in (*extras, "")):
                waiting.append((required.name, frozenset(required.extras)))
    return found


def test_every_package_is_in_the_notice() -> None:
    listed = {
        _normal(name) for name in re.findall(r"^  (\S+)", (_ROOT / "NOTICE").read_text("utf-8"), re.MULTILINE)
    }
    assert set(_installed()) - listed == set()


def test_no_package_is_under_the_gpl() -> None:
    licences = {
        name: [one.metadata.get("License-Expression") or "", *one.metadata.get_all("Classifier", [])]
        for name, one in _installed().items()
    }
    assert {name: stated for name, stated in licences.items() if any(map(_FORBIDDEN.search, stated))} == {}


def test_constraints_pin_all_of_them_and_name_no_place() -> None:
    lines = (_ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[\w.-]+==[\w.!+]+", line)] == []
    pinned = {_normal(line.split("==")[0]) for line in lines}
    assert set(_installed()) - _UNPINNED - pinned == set()


@pytest.mark.parametrize("requirement", [one for one in _requirements() if one.name != "dafu"], ids=str)
def test_what_is_pinned_fits_what_is_asked_for(requirement: Requirement) -> None:
    pinned = dict(
        line.split("==")
        for line in (_ROOT / "constraints.txt").read_text("utf-8").splitlines()
        if "==" in line
    )
    (version,) = (version for name, version in pinned.items() if _normal(name) == _normal(requirement.name))
    assert requirement.specifier.contains(version)
