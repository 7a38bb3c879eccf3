"""The families of a professional, on a real store and without a screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giz_gesprek.conversation import planning
from giz_gesprek.conversation.choosing import park
from giz_gesprek.conversation.dossier import Conversation, ConversationState, Dossier
from giz_gesprek.conversation.people import FamilySettings
from giz_gesprek.conversation.steps import SummaryStep, WholeStep
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.conversation.telling_back import tell_back
from giz_gesprek.errors import StoreFull
from giz_gesprek.session.families import Families, ListedFamily, Prepared, to_open
from giz_gesprek.session.labels import state_name
from giz_gesprek.session.searching import found_families
from giz_gesprek.session.settings import SettingsDraft
from giz_gesprek.session.still_to_explain import still_to_explain
from giz_gesprek.session.waiting import waits_for_alone
from giz_gesprek.store import Store
from tests.store.support import NOW, PASSPHRASE, family, talked
from tests.support.dossiers import last_talk
from tests.support.screens import PROFILE, library, refused
from tests.support.stores import new_store
from tests.support.talks import agreed_talk, full_talk, say_about, words


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "f.db", PASSPHRASE, NOW) as store:
        store.save_profile(PROFILE)
        yield store


@pytest.fixture
def families(store: Store) -> Families:
    return Families(store, library, clock=lambda: NOW)


def waiting() -> Dossier:
    """A family with a topic that waits for a moment alone."""
    dossier = talked(family())
    return park(last_talk(dossier), ["safety"]).dossier


def test_a_list_tells_of_each_when_its_last_conversation_began(
    store: Store, families: Families
) -> None:
    store.save(family("f1", "Roos"), now=NOW)
    store.save(talked(family("f2", "Klaver")), now=NOW)
    last, first = families.listed()
    assert (last.label, first.label) == ("Klaver", "Roos")
    assert last.day_of_last(short=False) == "3 november 2026"
    assert last.day_of_last(short=True) == "3-11-2026"
    assert first.day_of_last(short=False) == "geen gesprek"
    assert first.day_of_last(short=True) == "-"


def test_the_list_tells_how_far_a_family_is_without_reading_it(
    store: Store, families: Families
) -> None:
    for dossier in (family("f1"), talked(family("f2"))):
        store.save(dossier, now=NOW)
    store._database.run("UPDATE families SET document = 'x'")
    assert states_of(families) == {"f1": "-", "f2": "voorbereid"}


def states_of(families: Families) -> dict[str, str]:
    return {family.id: family.state() for family in families.listed()}


@given(
    talks=st.lists(
        st.tuples(st.sampled_from(get_args(ConversationState)), st.integers(0, 9)), max_size=6
    )
)
def test_the_state_in_the_list_is_of_the_conversation_that_is_opened_first(
    talks: list[tuple[ConversationState, int]],
) -> None:
    conversation = last_talk(talked(family("f1"))).conversation
    dossier = family("f1").model_copy(
        update={
            "conversations": tuple(
                conversation.model_copy(
                    update={"id": f"talk-{n}", "state": state, "started_at": NOW.replace(day=1 + d)}
                )
                for n, (state, d) in enumerate(talks)
            )
        }
    )
    with TemporaryDirectory() as folder, new_store(Path(folder) / "f.db") as store:
        store.save(dossier, now=NOW)
        (listed,) = Families(store, library, clock=lambda: NOW).listed()
    first = next(iter(to_open(dossier)), None)
    assert listed.state() == (state_name(first.state) if first is not None else "-")


def test_a_conversation_opens_where_it_stands(store: Store, families: Families) -> None:
    store.save(waiting(), now=NOW)
    session = families.open("f1", "talk-1")
    assert session.dossier == store.read("f1")
    assert session.now == NOW


def test_a_finished_conversation_opens_on_its_report(store: Store, families: Families) -> None:
    dossier = talked(family())
    store.save(last_talk(dossier).changed(state="finished").dossier, now=NOW)
    session = families.open(dossier.family.id, dossier.conversations[-1].id)
    assert session.step.kind == "summary"
    assert session.conversation.state == "finished"


def test_the_professional_is_told_what_waits_for_a_moment_alone_and_was_not_talked_about() -> None:
    talk = agreed_talk("safety")

    def told(talk: Talk, *parked: str) -> str:
        return waits_for_alone(library(), talk.dossier, park(talk, parked).conversation)

    assert told(talk) == ""
    assert told(talk, "safety", "family_events") == (
        "Nog alleen te bespreken: Veilig zijn; Wat uw gezin meemaakt."
    )
    assert told(say_about(talk, "safety", "mother", appraisal="so_so"), "safety") == ""
    assert told(talk.changed(state="declined"), "safety") == ""


def test_a_list_tells_how_many_agreements_nobody_told_back() -> None:
    talk = full_talk()
    open_still = "Nog niet afgesproken: {} terugverteld."
    assert still_to_explain(talk.conversation) == open_still.format("1 doel is niet")
    two = planning.add_goal(talk, words("Buiten spelen."))
    assert still_to_explain(two.conversation) == open_still.format("2 doelen zijn niet")
    told = tell_back(talk, "goal-1", words("Wij eten samen."))
    assert still_to_explain(told.conversation) == ""
    assert still_to_explain(two.changed(state="declined").conversation) == ""


def test_a_moment_alone_after_the_sides_begins_where_a_side_can_be_chosen(
    store: Store, families: Families
) -> None:
    talk = say_about(agreed_talk("housing"), "housing", "mother", appraisal="so_so")
    talk = park(talk.changed(position=SummaryStep().position), ["safety"])
    store.save(talk.dossier, now=NOW)
    assert families.open_alone("f1", talk.conversation.id).step == WholeStep()


def test_alone_the_topics_that_waited_are_offered_again(store: Store, families: Families) -> None:
    store.save(waiting(), now=NOW)
    session = families.open_alone("f1", "talk-1")
    assert session.conversation.parked == ()
    assert store.read("f1") == session.dossier


def test_a_full_disk_leaves_them_waiting(store: Store, families: Families) -> None:
    store.save(waiting(), now=NOW)
    with refused("save", StoreFull), pytest.raises(StoreFull):
        families.open_alone("f1", "talk-1")
    assert store.read("f1") == waiting()


def test_other_words_are_kept_and_nothing_else_changes(store: Store, families: Families) -> None:
    before = waiting()
    store.save(before, now=NOW)
    families.change_words(before, FamilySettings(rung="easier"))
    after = families.read("f1")
    assert after.family.settings.rung == "easier"
    assert after.conversations == before.conversations


def test_a_deleted_family_leaves_a_receipt_without_its_name(
    store: Store, families: Families
) -> None:
    store.save(talked(family(label="Ganzenbloem")), now=NOW)
    receipt = families.delete("f1")
    assert "één gezin met 1 gesprek" in receipt
    assert "Ganzenbloem" not in receipt
    assert families.listed() == ()


def test_one_conversation_is_deleted_and_the_others_stay(store: Store, families: Families) -> None:
    store.save(talked(talked(family(label="Ganzenbloem")), "talk-2", text="dit blijft"), now=NOW)
    receipt = families.delete("f1", "talk-1")
    assert "één gesprek" in receipt
    assert "Ganzenbloem" not in receipt
    assert [talk.id for talk in families.read("f1").conversations] == ["talk-2"]


def test_a_receipt_is_kept_as_a_new_file_each_time_and_holds_nothing_personal(
    store: Store, families: Families
) -> None:
    store.save(talked(family(label="Ganzenbloem")), now=NOW)
    receipt = families.delete("f1")
    places = []
    for _number in range(2):
        told = families.keep_receipt(receipt)
        places.append(Path(told.removeprefix("Het bewijs staat in ").removesuffix(".")))
    assert [place.name for place in places] == [
        "verwijderd-2026-11-03.txt",
        "verwijderd-2026-11-03-2.txt",
    ]
    assert {place.read_text(encoding="utf-8") for place in places} == {f"{receipt}\n"}


def test_a_conversation_is_prepared_for_a_new_family_and_for_one_that_is_there(
    families: Families,
) -> None:
    first = families.first_draft(None)
    assert [seat.name for seat in first.seats] == ["", "Sofie"]
    child = replace(first.children[0], name="Milan", age_band="0-3")
    seats = (replace(first.seats[0], name="Fatima"), first.seats[1])
    prepared = families.prepare(replace(first, label="Roos", children=(child,), seats=seats), None)
    dossier = families.read(prepared.family_id)
    assert [talk.id for talk in dossier.conversations] == [prepared.conversation_id]
    assert dossier.conversations[0].started_at == NOW
    professional = dossier.family.people[-1]
    assert (professional.organisation, professional.phone) == (PROFILE.organisation, PROFILE.phone)

    again = families.prepare(families.first_draft(dossier), dossier)
    assert again == Prepared(prepared.family_id, again.conversation_id)
    assert len(families.read(prepared.family_id).conversations) == 2


def test_settings_come_back_as_they_were_kept(families: Families) -> None:
    draft = SettingsDraft("Sofie de Wit", "Wijkteam", "", "5", "giz-dark", "off")
    profile = families.change_settings(draft)
    assert profile.idle_minutes == 5
    assert families.settings() == draft


def test_every_conversation_can_be_opened_the_unfinished_first() -> None:
    dossier = talked(family())
    began = dossier.conversations[0]

    def conversation(name: str, state: ConversationState, year: int) -> Conversation:
        at = {"id": name, "state": state, "started_at": NOW.replace(year=year)}
        return began.model_copy(update=at)

    wrong_clock = conversation("wrong clock", "finished", 2099)
    unfinished = conversation("unfinished", "in_progress", 2025)
    later = conversation("later", "agreed", 2026)
    prepared = conversation("prepared", "prepared", 2027)
    declined = conversation("declined", "declined", 2024)
    every = (prepared, wrong_clock, declined, unfinished, later)
    found = to_open(dossier.model_copy(update={"conversations": every}))
    assert found == (later, unfinished, prepared, wrong_clock, declined)
    assert to_open(family()) == ()


def test_the_list_tells_of_what_is_not_finished(store: Store, families: Families) -> None:
    dossier = talked(family())
    began = dossier.conversations[0].model_copy(update={"state": "in_progress"})
    prepared = {"id": "talk-2", "state": "prepared", "started_at": NOW.replace(year=2027)}
    both = (began, began.model_copy(update=prepared))
    store.save(dossier.model_copy(update={"conversations": both}), now=NOW)
    assert states_of(families) == {"f1": "niet af"}


def test_after_closing_the_file_is_free(tmp_path: Path, families: Families) -> None:
    families.close()
    families.close()
    Store.open(tmp_path / "f.db", PASSPHRASE).close()


def listed(*labels: str) -> tuple[ListedFamily, ...]:
    return tuple(ListedFamily(label, label, None) for label in labels)


CELIK = "Gezin Çelik"


@pytest.mark.parametrize(
    "typed",
    [
        "Gezin Çelik",
        "gezin c\u0327elik",
        "Gezin Celik",
        "CELIK",
        "gezin  celik",
        " Gezin\u00a0Celik ",
        "celi\u200bk",
        "çel",
    ],
)
def test_a_family_is_found_however_its_name_is_typed(typed: str) -> None:
    decomposed = "Gezin C\u0327elik"
    for label in (CELIK, decomposed):
        found = found_families(listed(label, "Gezin Klaver"), typed, all_shown=False)
        assert [family.label for family in found] == [label]


@pytest.mark.parametrize(
    ("label", "typed"),
    [
        ("Gezin Yıldız", "yildiz"),
        ("Familie Sørensen", "sorensen"),
        ("Łukasz", "luk"),
        ("Đặng", "dang"),
        ("Özil", "ozil"),
        ("İnan", "inan"),
        ("Van IJzendoorn", "ijz"),
        ("Van Ĳzendoorn", "ijz"),
        ("Strauß", "strauss"),
        ("Noëlle  de Wit", "noelle de wit"),
        ("O\u2019Neil", "o'neil"),
        ("O'Neil", "oneil"),
        ("Gezin \u2018t Hart", "'t hart"),
        ("Jansen\u2011Bakker", "jansen-bakker"),
        ("Jansen-Bakker", "jansen bakker"),
        ("Fam. de Vries", "fam de vries"),
        ("Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ"),
        ("DİLARA", "dilara"),
        ("IŞIK", "ışık"),
        ("می\u200cخواهم", "میخواهم"),
        ("Ｋｌａｖｅｒ", "klaver"),
    ],
)
def test_letters_with_signs_are_found_without_them(label: str, typed: str) -> None:
    assert found_families(listed(label), typed, all_shown=False) == listed(label)


@pytest.mark.parametrize("typed", ["", " ", "g", "ge", "e"])
def test_no_name_is_shown_that_was_not_searched(typed: str) -> None:
    assert found_families(listed(CELIK, "Gezin Klaver"), typed, all_shown=False) == ()


def test_a_short_name_is_found_by_all_of_it() -> None:
    both = listed("Gezin Li", "Gezin Lisa")
    assert found_families(both, "li", all_shown=False) == both[:1]
    assert found_families(both, "li", all_shown=True) == both
    assert found_families(both, "", all_shown=True) == both
