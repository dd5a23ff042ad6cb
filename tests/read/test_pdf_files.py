from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Dictionary, Name
from tests.read.drawn_pdf import changed, drawn, lines, read, texts

from dafu.errors import ContainerFile, DafuError, DamagedFile, EmptyFile, EncryptedFile, TooLarge

LETTER = ("云陵市科学技术局", "云市科函〔2024〕15号", "关于市政协五届三次会议第0086号提案的答复")


def _encrypt(data: bytes, **passwords: str) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        target = io.BytesIO()
        pdf.save(target, encryption=pikepdf.Encryption(**passwords))  # type: ignore[arg-type]
    return target.getvalue()


def _portfolio(data: bytes, *, packed: bool) -> bytes:
    def attach(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["答复一.pdf"] = data
        pdf.Root.Collection = Dictionary(View=Name.T)

    modes = pikepdf.ObjectStreamMode
    return changed(data, attach, object_stream_mode=modes.generate if packed else modes.disable)


def _no_pages(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[:]


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        pytest.param(b"", EmptyFile, "no bytes", id="zero bytes"),
        pytest.param(b"%PDF-1.7\n%%EOF\n", DamagedFile, "not a complete", id="only a head"),
        pytest.param(drawn(lines(*LETTER))[:400], DamagedFile, "not a complete", id="cut off early"),
        pytest.param(changed(drawn(lines("甲")), _no_pages), EmptyFile, "no pages", id="no pages"),
        pytest.param(
            changed(_portfolio(drawn(lines("甲")), packed=False), _no_pages),
            ContainerFile,
            "答复一.pdf",
            id="a portfolio without a page",
        ),
        pytest.param(
            _encrypt(drawn(lines(*LETTER)), owner="o", user="u"), EncryptedFile, "password", id="password"
        ),
    ],
)
def test_files_that_cannot_be_read(data: bytes, error: type[DafuError], message: str) -> None:
    with pytest.raises(error, match=message) as raised:
        read(data)
    assert raised.value.file == "letter.pdf"


def test_too_many_pages() -> None:
    with pytest.raises(TooLarge, match="3"):
        read(drawn(*[lines("甲")] * 3), max_pages=2)


def test_an_owner_password_alone_keeps_nobody_from_reading() -> None:
    assert texts(read(_encrypt(drawn(lines(*LETTER)), owner="o", user=""))) == list(LETTER)


@pytest.mark.parametrize("packed", [False, True])
def test_of_a_portfolio_the_cover_is_read_and_the_files_in_it_are_named(*, packed: bool) -> None:
    document = read(_portfolio(drawn(lines("封面")), packed=packed))
    (notice,) = document.notices
    assert texts(document) == ["封面"]
    assert (notice.code, notice.severity, "答复一.pdf" in notice.message) == ("unread_part", "error", True)


def test_an_attachment_makes_no_portfolio() -> None:
    def attach(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["汇总表.xlsx"] = b"rows"

    document = read(changed(drawn(lines(*LETTER)), attach))
    (notice,) = document.notices
    assert texts(document) == list(LETTER)
    assert (notice.code, notice.severity, "汇总表.xlsx" in notice.message) == ("unread_part", "warning", True)


def test_of_many_attachments_the_first_are_named_and_all_are_counted() -> None:
    def attach(pdf: pikepdf.Pdf) -> None:
        for number in range(30):
            pdf.attachments[f"{number:02}.pdf"] = b"%PDF-"

    (notice,) = read(changed(drawn(lines(*LETTER)), attach)).notices
    assert "18.pdf、19.pdf … (30)" in notice.message


def test_blank_pages_are_pages() -> None:
    document = read(drawn(*[lines()] * 3))
    assert ([page.runs for page in document.pages], document.notices) == ([(), (), ()], ())


def test_pages_that_cannot_be_opened_are_said_to_be_lost() -> None:
    def break_page(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.Kids[0] = pdf.make_indirect(Dictionary(Type=Name.Font))

    (notice,) = read(changed(drawn(lines(*LETTER)), break_page)).notices
    assert (notice.code, notice.severity, notice.page) == ("unread_part", "error", 1)


def test_what_is_left_of_a_file_without_its_end_is_delivered_with_a_notice() -> None:
    data = drawn(lines(*LETTER))
    document = read(data[: data.rindex(b"xref")])
    assert texts(document) == list(LETTER)
    assert [(each.code, each.severity) for each in document.notices] == [("unread_part", "warning")]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_cut_off_anywhere_it_is_read_or_refused_never_worse(share: float) -> None:
    data = drawn(*[lines(*LETTER)] * 4)
    try:
        document = read(data[: int(len(data) * share)])
    except DamagedFile:
        return
    assert [each.code for each in document.notices if each.page is None] == ["unread_part"]
