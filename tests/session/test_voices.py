"""Which voices can be chosen for all families or for one, and which one reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from giz_gesprek.conversation.people import FamilySettings
from giz_gesprek.session.session import Session
from giz_gesprek.session.settings import draft_of, profile_of
from giz_gesprek.session.voices import for_a_family, for_all, kept, voice_of
from giz_gesprek.speech import choosing
from giz_gesprek.speech.added import keep, remove, voice_at
from giz_gesprek.store import Profile, Store
from tests.support.talks import places
from tests.support.views import sit_with
from tests.support.voice_files import a_voice

pytestmark = pytest.mark.usefixtures("no_voice_of_the_system")

ALEX = "nl_NL-alex-medium"


def add_alex(folder: Path) -> None:
    keep(voice_at(a_voice(folder / f"{ALEX}.onnx")))


def test_without_a_voice_of_ones_own_there_is_nothing_to_choose() -> None:
    assert for_all(None) == {"espeak": "De stem van het programma"}
    assert for_a_family(None) == {}


def test_the_computer_s_own_voice_is_no_question_for_every_family(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(choosing, "OWN_VOICES", "nsss")
    assert list(for_all(None)) == ["espeak", "system"]
    assert for_a_family(None) == {}
    assert list(for_a_family("system")) == ["-", "espeak", "system"]
    add_alex(tmp_path)
    assert list(for_a_family(None)) == ["-", "espeak", "system", ALEX]


def test_an_added_voice_can_be_chosen_for_all_and_for_one(tmp_path: Path) -> None:
    add_alex(tmp_path)
    assert for_all("espeak") == {
        "espeak": "De stem van het programma",
        ALEX: f"{ALEX}, Nederlands",
    }
    one = for_a_family(None)
    assert list(one) == ["-", "espeak", ALEX]
    assert [kept(name) for name in one] == [None, "espeak", ALEX]


def test_the_voice_of_the_computer_is_offered_where_that_has_any(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("giz_gesprek.session.voices.system_can_speak", lambda: True)
    assert list(for_all(None)) == ["espeak", "system"]


def test_a_choice_that_is_gone_stays_one_and_says_so(tmp_path: Path) -> None:
    add_alex(tmp_path)
    remove(ALEX)
    assert for_all(ALEX)[ALEX] == f"{ALEX}: niet op deze computer"
    assert kept(ALEX) == ALEX


def test_what_is_chosen_for_all_is_kept(store: Store) -> None:
    draft = draft_of(Profile(voice=ALEX))
    assert draft.voice == ALEX
    assert profile_of(draft).voice == ALEX
    assert profile_of(draft_of(Profile())).voice is None


@pytest.mark.parametrize(
    ("own", "of_all", "reads"),
    [
        (None, None, None),
        (None, ALEX, ALEX),
        ("espeak", ALEX, "espeak"),
        ("elsewhere", None, "elsewhere"),
    ],
)
def test_the_voice_of_a_family_goes_before_that_of_all(
    store: Store, own: str | None, of_all: str | None, reads: str | None
) -> None:
    store.save_profile(Profile(voice=of_all))
    talk, _step = places()["export"]
    family = talk.family.model_copy(update={"settings": FamilySettings(voice=own)})
    session: Session = sit_with(store, talk.with_family(family))
    assert voice_of(session) == reads
