"""The command line, thin: names, options and help; what a command does is in `dafu.commands`."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from dafu.errors import DafuError
from dafu.version import __version__

if TYPE_CHECKING:
    from dafu.settings import Settings

app = typer.Typer(
    name="dafu",
    help="政协提案、人大建议答复函 → 结构化记录。 / Chinese government reply letters into structured records.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What Typer raises for words that no command takes; it has no public name of its own."""

_SettingsFile = Annotated[
    Path | None,
    typer.Option("--settings", help="设置文件 (TOML)。 / Settings, the table [dafu] of a TOML file."),
]

_Ocr = Annotated[
    Literal["auto", "always", "never"] | None,
    typer.Option(
        "--ocr", help="文字识别：扫描件及不可信的文字层 / 全部 / 不用。 / Read scans by OCR, all pages, none."
    ),
]
_Dpi = Annotated[
    int | None,
    typer.Option("--dpi", min=72, max=600, help="识别分辨率。 / Dots an inch that OCR sees."),
]
_Threads = Annotated[
    int | None, typer.Option("--threads", min=1, max=64, help="识别线程数。 / Threads of OCR.")
]


_RunFolder = Annotated[Path, typer.Argument(help="dafu run 的输出文件夹。 / The output folder of dafu run.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dafu {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="显示版本。 / Print the version."
        ),
    ] = False,
) -> None:
    pass


@app.command()
def show(
    file: Annotated[Path, typer.Argument(help="答复函，或已存的记录。 / A letter, or a stored record.")],
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="输出 JSON，每函一行。 / The record as JSON, one line a letter.")
    ] = False,
    ocr: _Ocr = None,
    dpi: _Dpi = None,
    threads: _Threads = None,
    settings: _SettingsFile = None,
) -> None:
    """显示一份答复函的记录。 / Show the record of a letter as an outline.

    \b
    例 Example:  dafu show letter.pdf
                 dafu show letter.pdf --json > letter.json
    """
    from dafu.commands.show import show_file  # noqa: PLC0415

    show_file(file, _settings(settings, ocr=ocr, dpi=dpi, threads=threads), as_json=as_json)


@app.command()
def run(
    folder: Annotated[
        Path, typer.Argument(help="答复函所在文件夹。 / A folder of letters, and all below it.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="记录写到哪里。 / Where the records go.")],
    *,
    skip: Annotated[
        list[str] | None,
        typer.Option("--skip", help="跳过匹配的文件，可重复。 / Leave out what fits; repeatable."),
    ] = None,
    only: Annotated[
        Literal["failed", "outdated"] | None,
        typer.Option(
            help="只处理失败的，或旧版本做的。 / Only what failed, or what an older version or other settings made."
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="2024-06-01[T08:30]",
            help="只处理此时以后改动的文件。 / Only files modified at or after this time.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="未变的也重新处理。 / Process again what is up to date, too.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1, help="工作进程数，默认为处理器数。 / Processes; as many as processors if not given."
        ),
    ] = None,
    time_limit: Annotated[
        float,
        typer.Option(
            min=0.1, help="每份时限（秒），每页另加六分之一。 / Seconds a letter; a sixth more for each page."
        ),
    ] = 60.0,
    memory_limit: Annotated[
        int, typer.Option(min=1, help="每份内存上限 (MB)。 / MB of memory a letter may take.")
    ] = 2048,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="只报告错误。 / Errors only.")] = False,
    log_json: Annotated[
        bool, typer.Option("--log-json", help="日志每行一个 JSON。 / Progress as a line of JSON an event.")
    ] = False,
    ocr: _Ocr = None,
    dpi: _Dpi = None,
    threads: _Threads = None,
    settings: _SettingsFile = None,
) -> None:
    """批量处理：每函一个 JSON，另有 records.jsonl。 / A folder of letters into a folder of records.

    再次运行只处理新增和变化的文件；中断后再运行即继续。有文件失败时退出码为 3，其余照常写出。
    Run again, it does what is new or changed, and goes on where it was interrupted. Exit code 3 if some
    files failed; the others are written.

    指向文件或文件夹的链接照样处理，成环的除外。
    Links to files and folders are followed, but those that lead back into the folder.

    \b
    例 Example:  dafu run letters/ --out records/
                 dafu run letters/ --out records/ --skip "*.txt" --skip drafts
                 dafu run letters/ --out records/ --only failed --time-limit 600
    """
    from dafu.batch import Limits, Options, Selection  # noqa: PLC0415
    from dafu.commands.run import run_folder, seconds_of  # noqa: PLC0415

    selection = Selection(only=only, since=seconds_of(since) if since else None, force=force)
    limits = Limits(time_limit, memory_limit)
    options = Options(skip=tuple(skip or ()), selection=selection, limits=limits, workers=workers)
    run_folder(
        folder,
        out,
        _settings(settings, ocr=ocr, dpi=dpi, threads=threads),
        options,
        quiet=quiet,
        log_json=log_json,
    )


@app.command()
def status(
    folder: _RunFolder,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。 / Print JSON.")] = False,
) -> None:
    """批量处理的进展和结果，运行中也可查看。 / Where a run stands; also while it goes on.

    \b
    例 Example:  dafu status records/
                 dafu status records/ --json
    """
    from dafu.commands.status import print_status  # noqa: PLC0415

    print_status(folder, as_json=as_json)


@app.command()
def failures(
    folder: _RunFolder,
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="输出 JSON，每个文件一行。 / JSON, one line a file.")
    ] = False,
) -> None:
    """列出失败的文件、原因和处理办法。 / The files that failed: why, in which stage, and what to do.

    \b
    例 Example:  dafu failures records/
    """
    from dafu.commands.status import print_failures  # noqa: PLC0415

    print_failures(folder, as_json=as_json)


@app.command()
def load(
    folder: Annotated[
        Path,
        typer.Argument(help="dafu run 的输出，或 .jsonl 文件。 / What dafu run wrote, or a .jsonl file."),
    ],
    *,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", help="数据库地址，或 SQLite 文件名；默认 DIR/letters.db。 / Address, or a SQLite file."
        ),
    ] = None,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace", help="重写同一指纹下的记录。 / Write anew what differs under one fingerprint."
        ),
    ] = False,
    search: Annotated[
        bool, typer.Option(help="分词并建全文检索。 / Segment the texts for full-text search.")
    ] = True,
    patience: Annotated[
        float, typer.Option(help="数据库中断时等待多少秒。 / Seconds to wait for a database that is away.")
    ] = 120.0,
) -> None:
    """记录入库 (SQLite, PostgreSQL)；重复入库不改变任何内容。 / Records into a database; loading again changes nothing.

    \b
    例 Example:  dafu load records/
                 dafu load records/ --to postgresql://user@host/letters
    """
    from dafu.commands.load import load_folder  # noqa: PLC0415

    load_folder(folder, to, replace=replace, searchable=search, patience=patience)


@app.command()
def searchable(
    file: Annotated[
        Path,
        typer.Argument(
            help="扫描件 PDF、图片，或页面图片文件夹。 / A scan: PDF, image, or a folder of images."
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="写到哪里。 / Where the PDF goes.")],
    *,
    ocr: _Ocr = None,
    dpi: _Dpi = None,
    threads: _Threads = None,
    settings: _SettingsFile = None,
) -> None:
    """双层 PDF：原图加不可见文字层，原件不动。 / A searchable PDF: the pages, and their words unseen above.

    \b
    例 Example:  dafu searchable scan.pdf --out scan.searchable.pdf
    """
    from dafu.commands.searchable import make_searchable  # noqa: PLC0415

    make_searchable(file, out, _settings(settings, ocr=ocr, dpi=dpi, threads=threads))


@app.command()
def doctor(*, threads: _Threads = None, settings: _SettingsFile = None) -> None:
    """自检：各组件、识别引擎及模型，并试识别一页。 / Check what is installed, and read a page by OCR.

    \b
    例 Example:  dafu doctor
    """
    from dafu.commands.doctor import show_checks  # noqa: PLC0415

    show_checks(_settings(settings, threads=threads))


@app.command()
def schema(
    check: Annotated[
        Path | None,
        typer.Option(
            "--check", help="与此文件或文件夹比较。 / Compare this file, or the file in this folder."
        ),
    ] = None,
) -> None:
    """输出记录的 JSON Schema。 / Print the JSON Schema of the record.

    \b
    例 Example:  dafu schema > schemas/reply_record-1.0.schema.json
                 dafu schema --check schemas/
    """
    from dafu.commands.schema import check_schema, print_schema  # noqa: PLC0415

    if check:
        check_schema(check)
    else:
        print_schema()


@app.command(name="eval")
def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="标注文件 NAME.gold.json 或其文件夹。 / A gold file, or a folder.")
    ],
    records: Annotated[
        Path, typer.Argument(help="记录 .json、.jsonl 或文件夹。 / A record file, or a folder.")
    ],
    *,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", help="与另一批记录比较得失。 / Gains and losses against these records."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。 / Print JSON.")] = False,
    errors: Annotated[
        bool, typer.Option(help="列出错误及所在句子。 / List the errors with their sentences.")
    ] = True,
    letters: Annotated[bool, typer.Option(help="逐函列出得分。 / A line of scores for each record.")] = True,
) -> None:
    """用人工标注给记录打分。 / Score records against gold files.

    \b
    例 Example:  dafu eval samples/letters out/demo
                 dafu eval samples/letters out/new --baseline out/old --no-errors
    """
    from dafu.commands.evaluate import evaluate_records  # noqa: PLC0415

    evaluate_records(gold, records, baseline=baseline, as_json=as_json, errors=errors, per_letter=letters)


def _settings(
    path: Path | None,
    *,
    ocr: Literal["auto", "always", "never"] | None = None,
    dpi: int | None = None,
    threads: int | None = None,
) -> Settings:
    """The settings of a file, or those by default, and what the command line says instead."""
    from dafu.settings import Settings  # noqa: PLC0415

    known = Settings.from_toml(path) if path else Settings()
    told = {"ocr": ocr, "dpi": dpi, "threads": threads}
    return known.model_copy(update={name: value for name, value in told.items() if value is not None})


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The command line; exits with 0 or with the exit code of the error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = app(args=words or ["--help"], prog_name="dafu", standalone_mode=False)
    except (DafuError, _UsageError) as error:
        from dafu.commands.console import of_the_tree, tell  # noqa: PLC0415

        told = of_the_tree(error)
        tell(told)
        sys.exit(told.exit_code)
    sys.exit(code or 0)
