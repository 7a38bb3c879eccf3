"""What the professional does in lines: a file, a family, a conversation."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from pathlib import Path

import pytest

from giz_gesprek.conversation import flow
from giz_gesprek.conversation.child_now import ChildNow
from giz_gesprek.errors import AlreadyOpen, InputError, StoreFull, WrongPassphrase
from giz_gesprek.i18n import _
from giz_gesprek.plain.lines import Lines
from giz_gesprek.plain.running import hold_in_lines
from giz_gesprek.store import Profile, Store
from tests.conversation.support import FAMILY, NOW, agreed
from tests.plain.support import full_talk
from tests.store.support import PASSPHRASE
from tests.support.dossiers import library

NEW_FAMILY = (
    "/f",
    "Gezin Ünal",
    # the child: name, age, about this child, at the table, no other child
    *("Zoë", "2", "", "", ""),
    # how old more exactly: not known
    "",
    # the parent, the professional as last time, nobody else
    *("Ayşe", "", "", ""),
    # not parked, variant, words, language, address, pictures, read aloud, speed
    *("", "", "", "", "", "", "", ""),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with the professional and one family in it."""
    place = tmp_path / "families.db"
    with Store.create(place, PASSPHRASE, NOW) as store:
        store.save_profile(Profile(name="Renée", organisation="Wijkteam"))
        store.save(full_talk().dossier, now=NOW)
    return place


def types(
    path: Path, *typed: str, secrets: Iterable[str] = (), passphrase: str | None = PASSPHRASE
) -> str:
    """Type these lines and secrets; return what was said."""
    out, answers = StringIO(), iter(secrets)
    source = StringIO("".join(f"{line}\n" for line in typed))
    lines = Lines(source, out, secret=lambda _prompt: next(answers))
    hold_in_lines(lines, library, path, passphrase)
    return out.getvalue()


def reason_kept(path: Path, family_id: str) -> str | None:
    """Return why so many professionals are needed, as it was written down."""
    with Store.open(path, PASSPHRASE) as store:
        [conversation] = store.read(family_id).conversations
    reason = conversation.around.many_professionals
    return None if reason is None else reason.text


STRONG = "lepel fiets wolk kaas ladder"


def families(path: Path) -> dict[str, str]:
    """Return the label of every family by its id."""
    with Store.open(path, PASSPHRASE) as store:
        return {row.id: row.label for row in store.families()}


def test_the_first_start_asks_a_passphrase_twice_and_who_one_is(tmp_path: Path) -> None:
    place = tmp_path / "new" / "families.db"
    secrets = ("", "voetbalvoetbal", STRONG, "anders", STRONG, STRONG)
    said = types(place, "", "Renée", "", "Wijkteam", "", "/q", secrets=secrets, passphrase=None)
    assert "Typ een wachtzin." in said
    assert "Deze wachtzin is makkelijk te raden." in said
    assert _("The two are not the same. Type it once more.") in said
    assert STRONG not in said
    with Store.open(place, STRONG) as store:
        assert store.profile() == Profile(name="Renée", organisation="Wijkteam")


def test_a_first_start_that_ends_too_early_makes_no_file(tmp_path: Path) -> None:
    place = tmp_path / "families.db"
    with pytest.raises(InputError):
        types(place, "Renée")
    assert not place.exists()


def test_a_wrong_passphrase_is_refused(path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        types(path, secrets=["een andere"], passphrase=None)


def test_a_file_that_is_open_elsewhere_is_refused(path: Path) -> None:
    with Store.open(path, PASSPHRASE), pytest.raises(AlreadyOpen):
        types(path)


def test_families_are_numbered_and_searched(path: Path) -> None:
    said = types(path, "/a", "zzz", "gans", "ganz")
    assert "1 gezin\n1. Ganzenbloem, 3 november 2026, " in said
    assert "Geen gezin heeft deze letters in de naam." in said
    assert said.count("1. Ganzenbloem") == 2


def test_a_family_is_set_up_and_its_conversation_begins(path: Path) -> None:
    said = types(path, *NEW_FAMILY, "1")
    assert "Dank u wel voor uw tijd." in said
    with Store.open(path, PASSPHRASE) as store:
        dossier = store.read(next(row.id for row in store.families() if row.label == "Gezin Ünal"))
    assert [(one.name, one.role, one.organisation) for one in dossier.family.people] == [
        ("Zoë", "child", None),
        ("Ayşe", "parent", None),
        ("Renée", "professional", "Wijkteam"),
    ]
    assert dossier.conversations[0].variant == "short"


def test_a_set_up_is_kept_for_later(path: Path) -> None:
    said = types(path, *NEW_FAMILY, "2", "/a")
    assert "Dank u wel voor uw tijd." not in said
    assert "1. Gezin Ünal" in said


@pytest.mark.parametrize("listens", [False, True])
def test_sensitive_topics_wait_by_default_where_a_child_sits_at_the_table(
    path: Path, listens: bool
) -> None:
    typed = list(NEW_FAMILY)
    typed[5] = "1" if listens else "2"
    types(path, *typed, "2")
    with Store.open(path, PASSPHRASE) as store:
        dossier = store.read(next(row.id for row in store.families() if row.label == "Gezin Ünal"))
    assert bool(dossier.conversations[0].parked) is listens


@pytest.mark.parametrize(
    ("age", "typed", "now"),
    [
        ("2", ("4",), ChildNow(age="12-23m")),
        ("1", ("20", "2"), ChildNow(pregnancy_week=20, first_child=True)),
        ("1", ("30",), ChildNow(pregnancy_week=30)),
        ("1", ("", ""), ChildNow()),
        ("1", ("0", "3"), ChildNow(first_child=False)),
        ("3", (), ChildNow()),
    ],
)
def test_what_decides_about_help_is_asked_of_the_child_in_lines(
    path: Path, age: str, typed: tuple[str, ...], now: ChildNow
) -> None:
    # Who is not born yet sits nowhere: that is not asked, and a name is not needed.
    child = ("", age, "", "") if age == "1" else ("Zoë", age, "", "", "")
    label = NEW_FAMILY[:2]
    types(path, *label, *child, *typed, *NEW_FAMILY[8:], "2")
    with Store.open(path, PASSPHRASE) as store:
        dossier = store.read(next(row.id for row in store.families() if row.label == "Gezin Ünal"))
    assert dossier.conversations[0].child_now == now


def test_a_week_that_is_none_is_asked_again_in_lines(path: Path) -> None:
    child = ("", "1", "", "")
    said = types(path, *NEW_FAMILY[:2], *child, "50", "", *NEW_FAMILY[8:], "20", "", "2")
    assert "van 1 tot 42" in said
    with Store.open(path, PASSPHRASE) as store:
        dossier = store.read(next(row.id for row in store.families() if row.label == "Gezin Ünal"))
    assert dossier.conversations[0].child_now == ChildNow(pregnancy_week=20)


def test_what_is_wrong_is_said_at_its_place_and_asked_again(path: Path) -> None:
    typed = list(NEW_FAMILY)
    typed[1] = ""
    said = types(path, *typed, "Gezin Ünal", "2", "/a")
    assert "Geef dit gezin een naam of een code." in said
    assert "1. Gezin Ünal" in said


def test_another_child_and_somebody_else_are_added_and_put_first(path: Path) -> None:
    people = ("/f", "Gezin", "Zoë", "2", "", "", "1", "Noor", "3", "2", "1", "", "")
    seats = ("Ayşe", "", "", "1", "Opa", "10", "", "")
    again = ("3", "", "", "", "", "", "", "4", "", "", *[""] * 9)
    types(path, *people, *seats, *[""] * 7, *again, "2")
    with Store.open(path, PASSPHRASE) as store:
        dossier = store.read(next(row.id for row in store.families() if row.label == "Gezin"))
    names = [one.name for one in dossier.family.people]
    assert names == ["Zoë", "Noor", "Opa", "Ayşe", "Renée"]
    assert "Noor" in [
        dossier.family.person(one).name for one in dossier.conversations[0].participant_ids()
    ]


def test_more_than_two_professionals_are_asked_about(path: Path) -> None:
    people = ("/f", "Gezin", "Zoë", "2", "", "", "", "", "Ayşe", "", "")
    more = ("1", "Tom", "11", "1", "Ria", "11", "")
    said = types(path, *people, *more, *[""] * 8, "1", "Het wijkteam gaat weg.", "2")
    assert "Er zitten 3 professionals aan tafel." in said
    assert "Zijn er zoveel nodig?" in said
    [family_id] = [one for one, label in families(path).items() if label == "Gezin"]
    assert reason_kept(path, family_id) == "Het wijkteam gaat weg."


def test_a_set_up_is_left_after_asking(path: Path) -> None:
    said = types(path, "/f", "Gezin Ünal", "/t", "1", "", "/t", "2", "/q")
    assert said.count(_("What you filled in here is not kept yet. Leave it?")) == 2
    assert "Naam of code [Gezin Ünal]" in said
    assert list(families(path).values()) == ["Ganzenbloem"]


def test_a_set_up_that_ends_too_early_keeps_nothing_and_says_so(path: Path) -> None:
    with pytest.raises(InputError, match="niets bewaard"):
        types(path, "/f", "Gezin Ünal")
    assert list(families(path).values()) == ["Ganzenbloem"]


def test_a_line_that_is_too_long_is_asked_again(path: Path) -> None:
    said = types(path, "/f", "x" * 121, "Gezin", "/t", "2", "/q")
    assert "Deze regel is te lang." in said


def test_a_family_goes_on_where_it_was(path: Path) -> None:
    assert "Enter: Verder\n/help: Uitleg\n" in types(path, "/a", "1", "1")


def test_the_words_of_a_family_are_changed(path: Path) -> None:
    types(path, "/a", "1", "3", "3", "", "2", "2", "1", "3")
    with Store.open(path, PASSPHRASE) as store:
        settings = store.read(FAMILY.id).family.settings
    assert (settings.rung, settings.address, settings.pictures) == ("easier", "je", False)
    assert (settings.read_aloud, settings.speech_rate) == (True, "brisk")


def test_what_decides_about_help_is_changed_later(path: Path) -> None:
    said = types(path, "/a", "1", "4", "6")
    assert _("Change what decides about help") in said
    with Store.open(path, PASSPHRASE) as store:
        now = store.read(FAMILY.id).conversations[0].child_now
    assert now == ChildNow(age="30-35m")


@pytest.mark.parametrize("finished", [False, True])
def test_sensitive_topics_are_shown_again_where_they_waited(path: Path, finished: bool) -> None:
    talk = agreed("eating_sleeping", park_sensitive=True)
    if finished:
        talk = flow.finish(talk, now=NOW)
    with Store.open(path, PASSPHRASE) as store:
        store.save(talk.dossier, now=NOW)
    said = types(path, "/a", "1", "2")
    assert "Nog alleen te bespreken: Veilig zijn; " in said
    assert _("We are alone: show the sensitive topics again") in said
    with Store.open(path, PASSPHRASE) as store:
        assert store.read(FAMILY.id).conversations[0].parked == ()


def test_a_family_is_deleted_after_asking(path: Path) -> None:
    types(path, "/a", "1", "8", "1")
    assert families(path)
    said = types(path, "/a", "1", "8", "2", "2")
    assert "Voorgoed verwijderd op" in said
    assert "Het bewijs staat in" in said
    assert families(path) == {}


def test_one_conversation_is_deleted_after_asking(path: Path) -> None:
    said = types(path, "/a", "1", "7", "2", "")
    assert "één gesprek" in said
    assert "Het bewijs staat in" not in said
    with Store.open(path, PASSPHRASE) as store:
        assert store.read(FAMILY.id).conversations == ()


def test_a_store_that_refuses_is_told_and_the_list_goes_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise StoreFull

    monkeypatch.setattr(Store, "save", refuse)
    said = types(path, "/a", *NEW_FAMILY, "1")
    assert str(StoreFull()) in said
    assert said.count("1. Ganzenbloem") == 2


def test_a_family_that_cannot_be_read_can_be_deleted(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise StoreFull

    with monkeypatch.context() as broken:
        broken.setattr(Store, "read", refuse)
        said = types(path, "/a", "1", "1", "2")
    assert "1. Dit gezin verwijderen\n2. Terug\n" in said
    assert families(path) == {}


def test_no_name_is_told_that_was_not_asked_for(path: Path) -> None:
    assert FAMILY.label not in types(path, "1", "g", "", "/zz")
    assert FAMILY.label in types(path, "/a")
    assert FAMILY.label in types(path, FAMILY.label[:3])


def test_every_conversation_of_a_family_can_be_opened_the_unfinished_first(tmp_path: Path) -> None:
    place, dossier = tmp_path / "families.db", full_talk().dossier
    began = dossier.conversations[0]
    prepared = {"id": "talk-2", "state": "prepared", "started_at": NOW.replace(year=2027)}
    future = {"id": "talk-3", "state": "finished", "started_at": NOW.replace(year=2099)}
    talks = (began, *(began.model_copy(update=each) for each in (prepared, future)))
    with Store.create(place, PASSPHRASE, NOW) as store:
        store.save(dossier.model_copy(update={"conversations": talks}), now=NOW)
    said = types(place, "/a", "1", "1", "/p", "3", "")
    assert said.count(", niet af") == 2, "in the list, and of what is opened first"
    said = types(place, "/a", "1", "2", "3", "1")
    assert "2. 3 november 2027" in said
    assert "3. 3 november 2099" in said
    assert "Het verslag" in said or "Uw verslag" in said
