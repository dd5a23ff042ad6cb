"""A run as a whole, in this process: outcomes, resuming, selections, renamed and doubled files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.batch.folders import OTHER, fresh, kinds, letters_in, outputs, worked
from tests.batch.inline import Broken, Inline
from tests.reply_text import NO_REPLY, REPLY

from dafu.batch import Limits, Summary, run
from dafu.batch.task import Failure, Finished, Task
from dafu.errors import FolderInUse, OutputError, TimeLimit, UnreadableFile, UsageError, WorkerCrash
from dafu.pipeline import Pipeline
from dafu.records import Finding, ReplyRecord
from dafu.settings import Settings
from dafu.sinks.json_lines import read_records
from dafu.sinks.run_folder import read_manifest, read_outcomes


def test_one_outcome_for_every_input(source: Path, out: Path) -> None:
    (source / "~$reply.docx").write_bytes(b"")
    summary = run(source, out, engine=Inline())
    assert [
        (one.file, one.kind, one.exit_code, one.stage, one.why == "temporary") for one in summary.outcomes
    ] == [
        ("empty.pdf", "failed", 11, "read", False),
        ("reply.txt", "done", 0, None, False),
        ("sub/other.txt", "done", 0, None, False),
        ("~$reply.docx", "skipped", 0, None, True),
    ]
    assert summary.counts == {"done": 2, "done with findings": 0, "skipped": 1, "failed": 1}
    assert (summary.letters, summary.processed) == (2, 3)
    assert set(outputs(out)) == {"records.jsonl", "outcomes.jsonl", "reply.txt.json", "sub/other.txt.json"}


def test_failures_say_what_is_wrong_and_what_to_do(source: Path, out: Path) -> None:
    (failed,) = run(source, out, engine=Inline()).failed
    assert failed.error == "EmptyFile"
    assert failed.why
    assert failed.remedy


def test_collected_records_are_those_of_the_files_in_the_order_of_their_names(
    source: Path, out: Path
) -> None:
    run(source, out, engine=Inline())
    names = ("reply.txt.json", "sub/other.txt.json")
    assert (out / "records.jsonl").read_bytes() == b"".join((out / name).read_bytes() for name in names)


def test_the_order_of_finishing_changes_nothing(source: Path, out: Path, tmp_path: Path) -> None:
    run(source, out, engine=Inline(order=lambda tasks: tasks[::-1]))
    assert outputs(out) == fresh(source, tmp_path / "fresh")


def test_an_unchanged_folder_does_nothing(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.json*")}
    (source / "reply.txt").touch()
    assert worked(source, out) == []
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.json*")} == before


def test_unchanged_means_content_and_not_size_and_time(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    status = (source / "reply.txt").stat()
    (source / "reply.txt").write_text(REPLY.replace("062", "069"), "utf-8")
    os.utime(source / "reply.txt", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert worked(source, out) == ["reply.txt"]


def test_other_settings_are_another_fingerprint(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    settings = Settings(max_pages=7)
    assert worked(source, out, settings=settings) == ["empty.pdf", "reply.txt", "sub/other.txt"]
    assert worked(source, out, settings=settings) == []


@pytest.mark.parametrize("lost", ["reply.txt.json", "records.jsonl", "outcomes.jsonl", "manifest.json"])
def test_what_was_removed_from_the_output_is_written_again(source: Path, out: Path, lost: str) -> None:
    run(source, out, engine=Inline())
    before = outputs(out)
    (out / lost).unlink()
    run(source, out, engine=Inline())
    assert outputs(out) == before
    assert (out / lost).is_file()


def test_a_record_cut_off_is_written_again(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    before = outputs(out)
    (out / "reply.txt.json").write_bytes(before["reply.txt.json"][:100])
    assert worked(source, out) == ["reply.txt"]
    assert outputs(out) == before


def test_records_that_no_longer_hold_are_taken_away(source: Path, out: Path, tmp_path: Path) -> None:
    (source / "gone.txt").write_text(NO_REPLY, "utf-8")
    run(source, out, engine=Inline())
    (out / "reply.txt#2.json").write_text("a second letter that is no longer there", "utf-8")
    (source / "reply.txt").write_text(OTHER + "\n", "utf-8")
    (source / "sub" / "other.txt").write_bytes(b"")
    (source / "gone.txt").unlink()
    run(source, out, engine=Inline())
    assert outputs(out) == fresh(source, tmp_path / "fresh")


# Files by content


def test_two_paths_of_one_letter_are_one_record_and_both_reported(source: Path, out: Path) -> None:
    (source / "a copy.txt").write_text(REPLY, "utf-8")
    engine = Inline()
    summary = run(source, out, engine=engine)
    assert engine.worked == ["a copy.txt", "empty.pdf", "sub/other.txt"]
    assert (summary.letters, summary.duplicates, summary.counts["done"]) == (2, 1, 3)
    by_name = {outcome.file: outcome for outcome in summary.outcomes}
    assert by_name["a copy.txt"].same_as is None
    assert by_name["reply.txt"].same_as == "a copy.txt"
    assert by_name["reply.txt"].records == by_name["a copy.txt"].records == ("a copy.txt.json",)


@pytest.mark.parametrize(
    "moves",
    [
        pytest.param({"reply.txt": "renamed.txt"}, id="renamed"),
        pytest.param({"reply.txt": "deep/down/reply.txt"}, id="moved"),
        pytest.param({"reply.txt": "other.txt", "sub/other.txt": "reply.txt"}, id="exchanged"),
        pytest.param(
            {"reply.txt": "t", "sub/other.txt": "reply.txt", "t": "sub/other.txt"}, id="exchanged names"
        ),
        pytest.param({"sub/other.txt": "a.txt", "empty.pdf": "sub/other.txt"}, id="in the place of another"),
    ],
)
def test_renamed_files_are_recognised(source: Path, out: Path, tmp_path: Path, moves: dict[str, str]) -> None:
    run(source, out, engine=Inline())
    for old, new in moves.items():
        (source / new).parent.mkdir(parents=True, exist_ok=True)
        (source / old).rename(source / new)
    done = worked(source, out)
    assert outputs(out) == fresh(source, tmp_path / "fresh")
    assert len(done) <= ("exchanged" in str(moves) or len(moves) == 3)


def test_a_folder_that_was_moved_is_recognised(source: Path, out: Path, tmp_path: Path) -> None:
    run(source, out, engine=Inline())
    moved = source.rename(tmp_path / "moved")
    assert worked(moved, out) == []


def test_a_first_path_that_appears_or_disappears_takes_the_record_with_it(
    source: Path, out: Path, tmp_path: Path
) -> None:
    run(source, out, engine=Inline())
    (source / "before.txt").write_text(REPLY, "utf-8")
    assert worked(source, out) == []
    assert outputs(out) == fresh(source, tmp_path / "fresh")
    (source / "before.txt").unlink()
    assert worked(source, out) == []
    assert outputs(out) == fresh(source, tmp_path / "fresh again")


def test_a_name_that_says_markdown_makes_another_letter(source: Path, out: Path) -> None:
    (source / "reply.md").write_text(REPLY, "utf-8")
    summary = run(source, out, engine=Inline())
    assert (summary.letters, summary.duplicates) == (3, 0)


def test_a_file_changed_between_look_and_reading_is_entered_as_what_was_read(source: Path, out: Path) -> None:
    class Late(Inline):
        def finished(self, tasks: Iterator[Task]) -> Iterator[Finished | None]:
            waiting = list(tasks)
            (source / "reply.txt").write_text(REPLY + "附件：无\n", "utf-8")
            return super().finished(iter(waiting))

    run(source, out, engine=Late())
    assert kinds(out)["reply.txt"] == "done"
    assert worked(source, out) == []


# Trouble


def test_a_bug_met_by_one_file_costs_the_others_nothing(source: Path, out: Path) -> None:
    summary = run(source, out, engine=Inline(Broken("other.txt", KeyError("云陵"))))
    assert summary.counts == {"done": 1, "done with findings": 0, "skipped": 0, "failed": 2}
    (bug,) = (one for one in summary.failed if one.file == "sub/other.txt")
    assert "KeyError" in (bug.why or "")
    assert "inline.py" in (bug.why or "")
    assert bug.exit_code == 1


class Doubted(Pipeline):
    def record(self, letter):  # type: ignore[no-untyped-def]
        record: ReplyRecord = super().record(letter)
        finding = Finding(code="lost_text", severity="error", message="digits lost")
        return record.model_copy(update={"findings": (finding,)})


def test_a_letter_that_speaks_against_itself_is_done_with_findings(source: Path, out: Path) -> None:
    assert run(source, out, engine=Inline(Doubted())).counts["done with findings"] == 2


def test_a_document_that_is_no_reply_is_done_all_the_same(source: Path, out: Path) -> None:
    (source / "hours.txt").write_text(NO_REPLY, "utf-8")
    run(source, out, engine=Inline())
    assert kinds(out)["hours.txt"] == "done"
    (record,) = read_records(out / "hours.txt.json")
    assert record.genre == "other"


def test_a_name_that_is_no_text_is_written_with_escapes(tmp_path: Path, out: Path) -> None:
    name = b"\xb4\xf0\xb8\xb4.txt"  # 答复 in GB18030, as an archive made on another system leaves it
    source = tmp_path / "in"
    source.mkdir()
    (source / "b.txt").write_text(OTHER, "utf-8")
    (source / os.fsdecode(name)).write_text(REPLY, "utf-8")
    summary = run(source, out, engine=Inline())
    assert [(one.file, one.kind) for one in summary.outcomes] == [
        (r"\udcb4\udcf0\udcb8\udcb4.txt", "done"),
        ("b.txt", "done"),
    ]
    assert [record.source.file_name for record in read_records(out / "records.jsonl")] == [
        r"\udcb4\udcf0\udcb8\udcb4.txt",
        "b.txt",
    ]
    assert worked(source, out) == []


def test_a_name_that_holds_an_escape_is_taken_as_it_is(tmp_path: Path, out: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / r"\udcff.txt").write_text(REPLY, "utf-8")
    assert [one.kind for one in run(source, out, engine=Inline()).outcomes] == ["done"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_file_is_a_failure_and_hangs_nothing(source: Path, out: Path) -> None:
    os.mkfifo(source / "pipe.pdf")
    (source / "dangling.pdf").symlink_to(source / "nowhere.pdf")
    run(source, out, engine=Inline())
    assert [kinds(out)[name] for name in ("pipe.pdf", "dangling.pdf")] == ["failed", "failed"]


class Limited(Inline):
    """Every letter takes too long, or crashes."""

    def __init__(self, failure: Failure) -> None:
        super().__init__()
        self.failure = failure

    def finished(self, tasks: Iterator[Task]) -> Iterator[Finished | None]:
        for task in tasks:
            self.worked.append(task.name)
            yield Finished(task, seconds=0.0, failure=self.failure)


@pytest.mark.parametrize(
    ("failure", "limits", "again"),
    [
        pytest.param(TimeLimit("slow"), Limits(), False, id="the same limits end the same"),
        pytest.param(TimeLimit("slow"), Limits(seconds=120), True, id="more time may help"),
        pytest.param(WorkerCrash("gone"), Limits(), True, id="a crash may have come from outside"),
    ],
)
def test_what_was_stopped_is_tried_again_where_it_may_end_otherwise(
    source: Path, out: Path, failure: TimeLimit | WorkerCrash, limits: Limits, *, again: bool
) -> None:
    run(source, out, engine=Limited(Failure.of(failure, "parse")))
    assert [outcome.error for outcome in read_outcomes(out)] == [type(failure).__name__] * 3
    assert bool(worked(source, out, limits=limits)) == again


def test_two_runs_at_once_are_refused(source: Path, out: Path) -> None:
    class Second(Inline):
        def finished(self, tasks: Iterator[Task]) -> Iterator[Finished | None]:
            with pytest.raises(FolderInUse):
                run(source, out, engine=Inline())
            return super().finished(tasks)

    assert run(source, out, engine=Second()).letters == 2


def test_a_ledger_that_is_none_is_an_error_that_says_so(source: Path, out: Path) -> None:
    out.mkdir()
    (out / "ledger.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(OutputError, match="ledger"):
        run(source, out, engine=Inline())


def test_ctrl_c_keeps_what_is_finished(source: Path, out: Path, tmp_path: Path) -> None:
    class Interrupted(Inline):
        def finished(self, tasks: Iterator[Task]) -> Iterator[Finished | None]:
            for done in super().finished(tasks):
                yield done
                if done and done.task.name == "reply.txt":
                    os.kill(os.getpid(), 2)

    with pytest.raises(KeyboardInterrupt):
        run(source, out, engine=Interrupted())
    assert (out / "reply.txt.json").is_file()
    assert not (out / "records.jsonl").exists()
    assert worked(source, out) == ["sub/other.txt"]
    assert outputs(out) == fresh(source, tmp_path / "fresh")


def test_an_output_folder_that_cannot_be_made_is_an_error(source: Path, out: Path) -> None:
    out.write_text("a file", "utf-8")
    with pytest.raises(OutputError):
        run(source, out, engine=Inline())


def test_nothing_to_process_is_an_error_and_takes_nothing_away(source: Path, out: Path) -> None:
    run(source, out, engine=Inline())
    for path in source.rglob("*.*"):
        path.rename(path.with_name(f".{path.name}"))
    with pytest.raises(UsageError):
        run(source, out, engine=Inline())
    assert (out / "reply.txt.json").is_file()
    with pytest.raises(UnreadableFile):
        run(source / "nowhere", out, engine=Inline())


def test_another_folder_does_not_take_the_output_of_the_first(
    source: Path, out: Path, tmp_path: Path
) -> None:
    run(source, out, engine=Inline())
    with pytest.raises(UsageError, match="another input"):
        run(letters_in(tmp_path / "second"), out, engine=Inline())


def test_the_manifest_tells_what_the_run_was_made_with(source: Path, out: Path) -> None:
    summary: Summary = run(source, out, engine=Inline())
    manifest = read_manifest(out)
    assert manifest
    assert manifest["outcomes"] == summary.counts
    assert manifest["fingerprints"]["parse"] == Pipeline().producer.fingerprint
    assert manifest["options"]["source"] == str(source)
    assert manifest["files"]["records.jsonl"]["bytes"] == (out / "records.jsonl").stat().st_size
    assert manifest["started"] <= manifest["ended"]
    assert json.loads((out / "manifest.json").read_text("utf-8")) == manifest


def test_an_input_called_manifest_and_the_manifest_do_not_meet(source: Path, out: Path) -> None:
    (source / "manifest").write_text(NO_REPLY, "utf-8")
    run(source, out, engine=Inline())
    assert (out / "manifest#1.json").is_file()
    assert read_manifest(out)
