"""A small folder of letters, and what a run makes of it."""

from __future__ import annotations

from pathlib import Path

from tests.batch.inline import Inline
from tests.reply_text import REPLY

from dafu.batch import Options, run
from dafu.pipeline import pipeline_of
from dafu.settings import Settings
from dafu.sinks.run_folder import read_outcomes

OTHER = REPLY.replace("062", "063")


def letters_in(folder: Path) -> Path:
    (folder / "sub").mkdir(parents=True)
    (folder / "reply.txt").write_text(REPLY, "utf-8")
    (folder / "sub" / "other.txt").write_text(OTHER, "gb18030")
    (folder / "empty.pdf").write_bytes(b"")
    return folder


def worked(source: Path, out: Path, *, settings: Settings | None = None, **options: object) -> list[str]:
    """The names of the letters that a run works on."""
    engine = Inline(pipeline_of(settings))
    run(source, out, settings, Options(**options), engine=engine)  # type: ignore[arg-type]
    return engine.worked


def kinds(out: Path) -> dict[str, str]:
    return {outcome.file: outcome.kind for outcome in read_outcomes(out)}


def outputs(out: Path) -> dict[str, bytes]:
    """All that a run leaves but the ledger and the manifest, which tell times."""
    files = (path for path in out.rglob("*") if path.is_file())
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in files
        if not path.name.startswith("ledger.") and path.name != "manifest.json"
    }


def fresh(source: Path, folder: Path) -> dict[str, bytes]:
    run(source, folder, engine=Inline())
    return outputs(folder)
