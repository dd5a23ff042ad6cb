"""What the README shows works: every command line runs, every command, option value and exit code is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dafu import errors
from dafu.cli import app
from dafu.errors import DafuError
from dafu.settings import Settings

_ROOT = Path(__file__).parents[2]
_README = (_ROOT / "README.md").read_text("utf-8")
_CONTRIBUTING = (_ROOT / "CONTRIBUTING.md").read_text("utf-8")
_SHELL = [line for block in re.findall(r"```sh\n(.*?)```", _README, re.DOTALL) for line in block.splitlines()]
_PYTHON = re.findall(r"```python\n(.*?)```", _README, re.DOTALL)


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the project's root, where commands may write."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("samples", "schemas"):
        (folder / name).symlink_to(_ROOT / name, target_is_directory=True)
    return folder


def test_the_readme_shows_commands() -> None:
    assert len([line for line in _SHELL if line.startswith("dafu ")]) >= len(app.registered_commands)
    assert _PYTHON


@pytest.mark.parametrize("line", [line for line in _SHELL if line.startswith("dafu ")])
def test_every_command_line_runs(workplace: Path, line: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=workplace,
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "PATH": path},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize("block", _PYTHON)
def test_every_python_block_runs(workplace: Path, block: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", block], cwd=workplace, capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "command",
    [command.name or command.callback.__name__ for command in app.registered_commands if command.callback],
)
def test_every_command_is_documented(command: str) -> None:
    assert [line for line in _SHELL if line.startswith(f"dafu {command}")]


@pytest.mark.parametrize("line", [line for line in _SHELL if line.startswith("make ")])
def test_every_make_target_exists(line: str) -> None:
    target = line.split()[1]
    assert re.search(rf"^{target}:", (_ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("setting", Settings.model_fields)
def test_every_setting_is_documented(setting: str) -> None:
    assert f"| `{setting}` |" in _README


@pytest.mark.parametrize(
    "kind", [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, DafuError)]
)
def test_every_exit_code_is_documented(kind: type[DafuError]) -> None:
    assert f"| {kind.exit_code} |" in _README


@pytest.mark.parametrize("text", [_README, _CONTRIBUTING])
def test_every_path_that_is_named_exists(text: str) -> None:
    made = ("out/", "wheelhouse/", ".venv")
    named = re.findall(
        r"[`(]((?:pipeline|samples|schemas|tests|notebooks)/[\w./-]*|[A-Z]+\.md|NOTICE)[`)]", text
    )
    assert [path for path in named if not path.startswith(made) and not (_ROOT / path).exists()] == []
