"""Papers and lists, as somebody at a shell makes them."""

from __future__ import annotations

import codecs
import io
import json
import os
import subprocess
import sys
import wave
from datetime import UTC, datetime
from pathlib import Path

import pytest

from giz_gesprek.cli import main
from giz_gesprek.conversation.dossier import Dossier
from giz_gesprek.conversation.importing import read_dossier
from giz_gesprek.export.json import dossier_json
from giz_gesprek.store import Store
from tests.support.example import CONVERSATION, both_visits, example
from tests.support.private import is_private
from tests.support.program import ROOT, Ended, run, run_apart
from tests.support.talks import agreed_talk, say_about

EXPORT = ("export", "--from", "-", "--for", "family", "--format", "text", "--output", "-")
# LC_ALL=C: a paper is UTF-8 whatever the machine thinks.
NO_LETTERS = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
PASSPHRASE = "zeven gele fietsen bij de brug"


def shell(*arguments: str, given: bytes = b"") -> Ended:
    """Run the program where the machine knows no letters but those of English."""
    return run(*arguments, given=given, language=None, encoding="ascii")


@pytest.fixture
def dossier_file(tmp_path: Path) -> Path:
    """Return a file with the example."""
    path = tmp_path / "dossier.json"
    path.write_text(example().model_dump_json(), encoding="utf-8")
    return path


@pytest.fixture
def in_store(tmp_path: Path) -> list[str]:
    """Return the options that open a store with the example in it."""
    now = datetime(2026, 11, 22, tzinfo=UTC)
    with Store.create(tmp_path / "families.db", PASSPHRASE, now) as store:
        store.save(example(), now=now)
    key = tmp_path / "key"
    key.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return ["--store", str(tmp_path / "families.db"), "--passphrase-file", str(key)]


def refused(code: int, *arguments: str, capfd: pytest.CaptureFixture[str]) -> str:
    """Run in this process, expect one sentence and nothing else, and return it."""
    assert main(arguments) == code
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


# --- in a shell -----------------------------------------------------------------------------


def test_the_example_can_be_piped_into_an_export() -> None:
    made = run_apart("example", variables=NO_LETTERS)
    assert made.returncode == 0
    assert read_dossier(made.written) == both_visits()
    written = run_apart(*EXPORT, given=made.written, variables=NO_LETTERS)
    assert (written.returncode, written.told) == (0, b"")
    text = written.written.decode()
    assert text.startswith("# ")
    assert "“Ik wil weer een hele nacht slapen." in text


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (
            b'{"schema_version": 1, "family": {"id": "a", "label": "b", "nieuw": 1}}',
            b"family.nieuw",
        ),
        (b'{"schema_version": 1, "family": {"id": "a", "label": 7}}', b"family.label"),
        (b'{"schema_version": 99}', b"nieuwere versie"),
        (b"een brief " * 600_000, b"5 MB"),
        (b"een brief", b"JSON"),
        (b'{\n  "schema_version": 1,\n  "family": Roos\n}', b"regel 3, teken 13"),
        ('{"schema_version": 1}'.encode("utf-16-le"), b"UTF-8"),
        (b"", b"leeg"),
    ],
    ids=["unknown key", "wrong type", "newer", "6 MB", "no JSON", "line", "UTF-16", "nothing"],
)
def test_what_is_no_dossier_is_one_sentence(given: bytes, says: bytes) -> None:
    result = shell(*EXPORT, given=given)
    assert (result.returncode, result.written) == (2, b"")
    assert result.told.count(b"\n") == 1
    assert says in result.told


def test_demo_without_a_terminal_prints_the_family_s_paper() -> None:
    result = shell("demo")
    assert result.returncode == 0
    assert result.written == shell(*EXPORT, given=shell("example").written).written
    assert result.told.count(b"\n") == 1


def test_the_app_without_a_terminal_says_what_to_do() -> None:
    result = shell()
    assert (result.returncode, result.written) == (2, b"")
    assert b"giz-gesprek export" in result.told


@pytest.mark.needs_linux("/dev/full")
def test_a_full_disk_behind_standard_output_is_one_sentence() -> None:
    command = f"{sys.executable} -m giz_gesprek demo > /dev/full"
    result = subprocess.run(command, shell=True, capture_output=True, cwd=ROOT, check=False)
    assert result.returncode == 5
    assert result.stderr.count(b"\n") == 1


# --- export ---------------------------------------------------------------------------------


@pytest.mark.parametrize("audience", ["family", "professional"])
def test_export_writes_a_file_for_its_owner_only(
    audience: str, dossier_file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "paper.txt"
    command = ["export", "--from", str(dossier_file), "--for", audience, "--output", str(paper)]
    assert main(command) == 0
    assert capfd.readouterr() == ("", "")
    assert "Roos" in paper.read_text(encoding="utf-8")
    assert is_private(paper)
    refused(5, *command, capfd=capfd)
    assert main([*command, "--force"]) == 0


def test_export_as_json_is_the_dossier(
    dossier_file: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    command = ["export", "--from", str(dossier_file), "--for", "professional", "--format", "json"]
    assert main([*command, "--output", "-"]) == 0
    assert read_dossier(capfdbinary.readouterr().out) == example()


def test_the_last_conversation_is_exported_unless_another_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    earlier = CONVERSATION.model_copy(
        update={"id": "earlier", "started_at": datetime(2025, 3, 4, 12, tzinfo=UTC)}
    )
    dossier = Dossier(family=example().family, conversations=(CONVERSATION, earlier))
    path = tmp_path / "two.json"
    path.write_text(dossier.model_dump_json(), encoding="utf-8")
    command = ["export", "--from", str(path), "--for", "family", "--output", "-"]
    assert main(command) == 0
    assert "17 november 2026" in capfd.readouterr().out
    assert main([*command, "--conversation", "earlier"]) == 0
    assert "4 maart 2025" in capfd.readouterr().out
    refused(2, *command, "--conversation", "nobody", capfd=capfd)


@pytest.mark.parametrize(
    "options",
    [
        ["--for", "recipient:school", "--format", "text"],
        ["--for", "person:nobody", "--format", "text"],
        ["--for", "professional", "--with-sensitive"],
        ["--for", "everybody", "--format", "text"],
        ["--for", "family", "--register", "simple"],
        ["--for", "professional", "--register", "easy"],
        ["--for", "professional", "--format", "json", "--register", "easy"],
        ["--for", "professional", "--format", "sound"],
        ["--for", "family", "--format", "docx"],
        ["--for", "family", "--format", "json"],
        ["--for", "family", "--language", "xx"],
        ["--for", "family", "--language", "../.."],
        ["--for", "family", "--family", "both"],
    ],
)
def test_what_cannot_be_exported_is_one_sentence(
    options: list[str], dossier_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    refused(2, "export", "--from", str(dossier_file), "--output", "-", *options, capfd=capfd)


def test_a_family_s_paper_has_all_faces_in_short_only_when_asked_for(
    dossier_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    command = ["export", "--from", str(dossier_file), "--for", "family", "--output", "-"]
    assert main(command) == 0
    assert "## Alles bij elkaar" not in capfd.readouterr().out
    assert main([*command, "--overview"]) == 0
    assert "## Alles bij elkaar" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("name", "begin"),
    [("paper.PDF", b"%PDF-"), ("paper.txt", b"# Ons gesprek"), ("paper", b"# Ons")],
)
def test_the_name_of_the_file_says_what_it_is(
    name: str, begin: bytes, dossier_file: Path, tmp_path: Path
) -> None:
    output = tmp_path / name

    command = ["export", "--from", str(dossier_file), "--for", "family"]
    assert main([*command, "--output", str(output)]) == 0

    assert output.read_bytes().startswith(begin)


def test_a_name_that_says_another_format_is_refused(
    dossier_file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    source = ["export", "--from", str(dossier_file), "--for", "family", "--format", "text"]

    assert "--format" in refused(2, *source, "--output", str(tmp_path / "paper.pdf"), capfd=capfd)
    assert list(tmp_path.glob("paper.*")) == []


@pytest.mark.parametrize("name", ["paper.pdf.txt", "paper.txt.pdf", "paper.JSON.html"])
def test_a_name_that_says_two_formats_is_refused(
    dossier_file: Path, tmp_path: Path, name: str
) -> None:
    result = run("export", "--from", dossier_file, "--for", "family", "--output", tmp_path / name)
    assert result.returncode == 2
    assert "two formats" in result.stderr
    assert list(tmp_path.glob("paper.*")) == []


@pytest.mark.parametrize(
    "name",
    [
        "read.json",
        pytest.param("link.json", marks=pytest.mark.needs_posix("links to files")),
        "families.txt",
    ],
)
def test_neither_what_is_read_nor_the_file_with_families_is_written_over(
    name: str, dossier_file: Path, tmp_path: Path
) -> None:
    read, families = tmp_path / "read.json", tmp_path / "families.txt"
    before = dossier_file.read_bytes()
    read.write_bytes(before)
    families.write_bytes(b"everybody")
    if name == "link.json":
        (tmp_path / name).symlink_to(read)
    command = ("--store", families, "export", "--from", read, "--for", "professional", "--force")
    result = run(*command, "--output", tmp_path / name)
    assert result.returncode == 2
    assert result.stderr.startswith("This is the file ")
    assert read.read_bytes() == before
    assert families.read_bytes() == b"everybody"


@pytest.mark.parametrize("options", [[], ["--format", "text"], ["--force"]])
@pytest.mark.parametrize(
    "name", ["paper.docx", "paper.DOCX", "paper.text", "paper.", "paper.htm", "paper.pdf.odt"]
)
@pytest.mark.parametrize(
    ("audience", "endings"),
    [("family", ".pdf, .txt, .html, .mp3, .wav"), ("professional", ".pdf, .txt, .html, .json")],
)
def test_a_name_that_says_a_format_nobody_makes_is_refused(
    audience: str,
    endings: str,
    name: str,
    options: list[str],
    dossier_file: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    source = ["export", "--from", str(dossier_file), "--for", audience, *options]

    sentence = refused(2, *source, "--output", str(tmp_path / name), capfd=capfd)

    assert Path(name).suffix in sentence
    assert endings in sentence
    assert list(tmp_path.glob("paper.*")) == []


def test_a_sound_file_has_a_name_that_says_which_kind_it_is(
    dossier_file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    source = ["export", "--from", str(dossier_file), "--for", "family", "--format", "sound"]

    assert ".mp3" in refused(2, *source, "--output", str(tmp_path / "paper.ogg"), capfd=capfd)
    assert list(tmp_path.glob("paper.*")) == []


def test_the_paper_is_read_as_fast_as_the_family_likes(tmp_path: Path) -> None:
    seconds = []
    for rate in ("slow", "brisk"):
        settings = example().family.settings.model_copy(update={"speech_rate": rate})
        family = example().family.model_copy(update={"settings": settings})
        declined = CONVERSATION.model_copy(update={"state": "declined"})
        dossier = example().with_conversation(declined).model_copy(update={"family": family})
        command = ("export", "--from", "-", "--for", "family", "--format", "sound", "--output", "-")
        ended = run(*command, given=dossier.model_dump_json().encode())
        assert ended.returncode == 0
        with wave.open(io.BytesIO(ended.written)) as sound:
            seconds.append(sound.getnframes() / sound.getframerate())
    assert seconds[0] > 1.2 * seconds[1]


def test_the_family_s_paper_is_read_into_a_wave_file(dossier_file: Path, tmp_path: Path) -> None:
    output = tmp_path / "paper.wav"
    command = ["export", "--from", str(dossier_file), "--for", "family", "--format", "sound"]

    assert main([*command, "--output", str(output)]) == 0

    with wave.open(str(output)) as sound:
        assert sound.getnframes() > 10 * sound.getframerate()
    assert os.name == "nt" or output.stat().st_mode & 0o077 == 0


def test_export_asks_where_the_dossier_is(capfd: pytest.CaptureFixture[str]) -> None:
    assert "--from" in refused(2, "export", "--for", "family", "--output", "-", capfd=capfd)


@pytest.mark.parametrize("name", ["nowhere.json", ".", "nul\0sign"])
def test_a_file_that_cannot_be_read_is_one_sentence(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    source = str(tmp_path / name)
    refused(2, "export", "--from", source, "--for", "family", "--output", "-", capfd=capfd)


def test_a_family_without_a_conversation_is_one_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.json"
    path.write_text(Dossier(family=example().family).model_dump_json(), encoding="utf-8")
    refused(2, "export", "--from", str(path), "--for", "family", "--output", "-", capfd=capfd)


def test_a_content_folder_may_have_changed_since(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = example().family.settings.model_copy(update={"language": "fy"})
    family = example().family.model_copy(update={"settings": settings})
    path = tmp_path / "frisian.json"
    path.write_text(
        example().model_copy(update={"family": family}).model_dump_json(), encoding="utf-8"
    )
    assert main(["export", "--from", str(path), "--for", "family", "--output", "-"]) == 0
    assert "dinsdag 17 november 2026" in capfd.readouterr().out


# --- the store ------------------------------------------------------------------------------


def test_families_lists_ids_and_labels(
    in_store: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([*in_store, "families"]) == 0
    line = capfd.readouterr().out
    assert line.startswith(f"{example().family.id}  {example().family.label}  3 november 2026")
    assert main([*in_store, "families", "--json"]) == 0
    listed = json.loads(capfd.readouterr().out)
    assert listed[0]["id"] == example().family.id
    assert datetime.fromisoformat(listed[0]["last_conversation_at"]) == CONVERSATION.started_at


def test_a_family_is_exported_from_the_store(
    in_store: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    family_id = example().family.id
    assert (
        main([*in_store, "export", "--family", family_id, "--for", "family", "--output", "-"]) == 0
    )
    assert "Roos" in capfd.readouterr().out
    refused(
        4, *in_store, "export", "--family", "x", "--for", "family", "--output", "-", capfd=capfd
    )


@pytest.mark.needs_posix("descriptors as numbers")
def test_the_passphrase_may_come_from_a_descriptor(
    in_store: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    reader, writer = os.pipe()
    os.write(writer, PASSPHRASE.encode())
    os.close(writer)
    assert main([*in_store[:2], "--passphrase-fd", str(reader), "families"]) == 0
    assert example().family.label in capfd.readouterr().out
    os.close(reader)


def test_without_anybody_to_ask_the_passphrase_is_one_sentence(
    in_store: list[str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert "--passphrase-file" in refused(2, *in_store[:2], "families", capfd=capfd)


@pytest.mark.parametrize("option", [["--passphrase-file", "nowhere"], ["--passphrase-fd", "999"]])
def test_a_passphrase_that_cannot_be_read_is_one_sentence(
    option: list[str], in_store: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    refused(2, *in_store[:2], *option, "families", capfd=capfd)


@pytest.mark.parametrize(
    "written",
    [
        codecs.BOM_UTF8 + PASSPHRASE.encode(),
        PASSPHRASE.encode() + b"\r\n",
        b"  " + PASSPHRASE.encode() + b" \n\n",
    ],
    ids=["a byte order mark", "a line end of Windows", "spaces"],
)
def test_what_an_editor_adds_to_the_file_is_no_part_of_the_passphrase(
    written: bytes, in_store: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "edited").write_bytes(written)
    given = ["--passphrase-file", str(tmp_path / "edited")]
    assert main([*in_store[:2], *given, "families"]) == 0
    assert example().family.label in capfd.readouterr().out


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_a_passphrase_file_in_another_encoding_is_said_to_be_no_utf_8(
    encoding: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "edited").write_bytes("café op de hoek\r\n".encode(encoding))
    option = ["--passphrase-file", str(tmp_path / "edited")]
    assert "UTF-8" in refused(2, *option, "families", capfd=capfd)


@pytest.mark.parametrize("written", [b"", b"\n", b" \r\n", codecs.BOM_UTF8])
def test_an_empty_passphrase_file_is_said_to_be_empty(
    written: bytes, in_store: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").write_bytes(written)
    option = ["--passphrase-file", str(tmp_path / "empty")]
    said = refused(2, *in_store[:2], *option, "families", capfd=capfd)
    assert said == "De wachtzin is leeg. Zet hem op de eerste regel.\n"


def test_a_wrong_passphrase_is_one_sentence(
    in_store: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "key").write_text("iets anders", encoding="utf-8")
    assert PASSPHRASE not in refused(4, *in_store, "families", capfd=capfd)


def test_the_schema_describes_the_example(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capfd.readouterr().out)
    assert schema["required"] == ["family"]
    assert set(schema["properties"]) == set(Dossier.model_fields)
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "pdf", "--width", "60"], "--unwrapped"),
        (["--format", "html", "--unwrapped"], "--width"),
        (["--width", "60", "--unwrapped"], "--width"),
        (["--width", "19"], "20"),
        (["--width", "-3"], "20"),
    ],
)
def test_what_is_for_text_only_and_how_narrow_it_can_be_is_said(
    options: list[str], said: str, dossier_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    command = ["export", "--from", str(dossier_file), "--for", "family", "--output", "-"]
    assert main((*command, *options)) == 2
    assert said in capfd.readouterr().err


def test_text_is_as_wide_as_wanted_or_a_paragraph_a_line(
    dossier_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    command = ["export", "--from", str(dossier_file), "--for", "professional", "--output", "-"]
    longest = {}
    for options in (["--width", "40"], ["--width", "120"], ["--unwrapped"]):
        assert main((*command, *options)) == 0
        longest[options[-1]] = max(map(len, capfd.readouterr().out.splitlines()))
    assert longest["40"] <= 40 < longest["120"] <= 120 < longest["--unwrapped"]


def with_advice(tmp_path: Path) -> Path:
    """Write the dossier of a family where somebody was told about advice and about safety."""
    talk = say_about(agreed_talk("safety", "housing"), "safety", "mother", strengths="Een hekje.")
    talk = say_about(talk, "housing", "mother", strengths="Een fijn huis.")
    path = tmp_path / "told.json"
    path.write_text(dossier_json(talk.dossier), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["text", "html"])
def test_what_can_put_somebody_in_danger_at_home_is_on_the_paper_only_when_asked_for(
    form: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    source = str(with_advice(tmp_path))
    command = ["export", "--from", source, "--format", form, "--output", "-"]
    told = {}
    for whom in (["family"], ["family", "--with-sensitive"], ["person:mother"], ["professional"]):
        assert main((*command, "--for", *whom)) == 0
        told[whom[-1]] = capfd.readouterr().out
    assert all("Een fijn huis." in paper for paper in told.values())
    assert [whom for whom, paper in told.items() if "hekje" in paper] == [
        "--with-sensitive",
        "professional",
    ]


@pytest.fixture
def shared_file(tmp_path: Path) -> Path:
    """Return the example as if its consent had been given just now."""
    now = datetime.now(UTC)
    consents = tuple(
        each.model_copy(update={"at": now}) for each in CONVERSATION.sharing if each.granted
    )
    talk = CONVERSATION.model_copy(update={"sharing": consents})
    path = tmp_path / "shared.json"
    dossier = Dossier(family=example().family, conversations=(talk,))
    path.write_text(dossier.model_dump_json(), encoding="utf-8")
    return path


def test_a_recipient_s_paper_holds_what_was_shared_and_no_word_of_the_rest(
    shared_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    to = ["--for", "recipient:consultatiebureau", "--output", "-"]
    assert main(["export", "--from", str(shared_file), *to]) == 0
    told = capfd.readouterr().out
    assert "# Voor consultatiebureau Voorbeeldstad" in told
    assert "### Eten en slapen" in told
    assert "Geld" not in told
    assert "binnen" not in told, "the plan for hard days was not shared"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--for", "recipient:school"], "consultatiebureau"),
        (["--for", "recipient:consultatiebureau", "--with-sensitive"], "--with-sensitive"),
        (["--for", "recipient:consultatiebureau", "--format", "json"], "JSON"),
    ],
)
def test_a_recipient_gets_no_more_than_that_and_nothing_that_is_not_exactly_that(
    options: list[str], sentence: str, shared_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    said = refused(2, "export", "--from", str(shared_file), "--output", "-", *options, capfd=capfd)
    assert sentence in said


def test_a_paper_of_nothing_is_one_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    talk = CONVERSATION.model_copy(update={"sharing": ()})
    path = tmp_path / "nothing.json"
    dossier = Dossier(family=example().family, conversations=(talk,))
    path.write_text(dossier.model_dump_json(), encoding="utf-8")
    to = ["--for", "recipient:consultatiebureau", "--output", "-"]
    said = refused(2, "export", "--from", str(path), *to, capfd=capfd)
    assert "niets gedeeld" in said
