"""The two papers: structure and words, before anybody lays them out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giz_gesprek.content.library import Library
from giz_gesprek.content.texts import Rung
from giz_gesprek.conversation.child_now import ChildNow
from giz_gesprek.conversation.dossier import Conversation, Dossier, own_words_of
from giz_gesprek.conversation.people import Person
from giz_gesprek.conversation.plan import ChosenProgramme, ComesFirst
from giz_gesprek.conversation.talk import Talk
from giz_gesprek.export.text import document_text
from giz_gesprek.summary.audience import FAMILY, PROFESSIONAL, READERS, Readers
from giz_gesprek.summary.build import build_document
from giz_gesprek.summary.calendar import Calendar
from giz_gesprek.summary.document import (
    Agreement,
    Chosen,
    DifferenceLine,
    Document,
    Heading,
    Note,
    Paragraph,
    Quote,
    Section,
    Together,
)
from giz_gesprek.summary.items import DifferenceSeen, HelpChosen
from giz_gesprek.summary.linear import linear
from giz_gesprek.summary.listed import Rows
from giz_gesprek.summary.visible import visible_items
from tests.support.dossiers import dossiers, last_talk, library, library_with_je
from tests.support.example import CONVERSATION, TALK, example
from tests.support.items import all_own_words_in, choice_in
from tests.support.typed import marks_in
from tests.support.walks import walked_dossiers

CALENDAR = Calendar(date.isoformat, lambda moment: moment.astimezone(UTC).date())


def paper(dossier: Dossier, audience: Readers) -> Document:
    return build_document(
        library(), last_talk(dossier), audience, calendar=CALENDAR, app_version="1.2.3"
    )


def text(dossier: Dossier, audience: Readers) -> str:
    return document_text(paper(dossier, audience))


def says(text_id: str, rung: Rung = "easy") -> str:
    """Return the words of the content, so that a better word breaks no test."""
    found = library().find(text_id, language="nl", rung=rung)
    assert found is not None
    return found.text.strip()


def changed(conversation: Conversation) -> Dossier:
    return example().with_conversation(conversation)


def expected_marks(dossier: Dossier, audience: Readers) -> list[str]:
    talk = last_talk(dossier)
    said = [own.text for item in visible_items(talk, audience) for own in all_own_words_in(item)]
    why = talk.conversation.around.many_professionals
    if why is not None and audience.has_to_do and talk.conversation.state != "declined":
        said.append(why.text)
    return sorted(mark for text in said for mark in marks_in(text))


@settings(max_examples=70)
@given(st.one_of(walked_dossiers(), dossiers()))
def test_everything_said_is_on_the_paper_exactly_once(dossier: Dossier) -> None:
    for audience in READERS:
        assert sorted(marks_in(text(dossier, audience))) == expected_marks(dossier, audience)


@pytest.mark.parametrize("outcome", ["still_differ", "agree", "later"])
def test_nobody_is_said_to_have_chosen_a_difference_together(outcome: str) -> None:
    talk = CONVERSATION
    first, *others = talk.differences
    assert first.outcome is not None
    answer = first.outcome.model_copy(update={"choice": outcome})
    differing = first.model_copy(update={"outcome": answer})
    changed = talk.model_copy(update={"differences": (differing, *others)})
    dossier = example().model_copy(update={"conversations": (changed,)})

    blocks = list(linear(paper(dossier, FAMILY).blocks))
    told = [block.choice for block in blocks if isinstance(block, Chosen)]
    assert not [choice for choice in told if choice.startswith(("wij denken", "wij praten"))]
    differences = [block for block in blocks if isinstance(block, DifferenceLine)]
    assert len(differences) == len(talk.differences)
    assert text(dossier, PROFESSIONAL).count("\nAfloop: ") == len(talk.differences)


@settings(max_examples=70)
@given(st.one_of(walked_dossiers(), dossiers()))
def test_every_choice_is_on_the_family_s_paper_exactly_once(dossier: Dossier) -> None:
    items = visible_items(last_talk(dossier), FAMILY)
    blocks = tuple(linear(paper(dossier, FAMILY).blocks))
    shown = sum(isinstance(block, Chosen | DifferenceLine) for block in blocks)
    choices = sum(choice_in(item) is not None or isinstance(item, DifferenceSeen) for item in items)
    choices += sum(isinstance(item, HelpChosen) for item in items)
    assert shown == choices


@settings(max_examples=70)
@given(st.one_of(walked_dossiers(), dossiers()))
def test_no_heading_is_empty_and_levels_nest(dossier: Dossier) -> None:
    for audience in READERS:
        blocks = list(linear(paper(dossier, audience).blocks))
        level = 0
        for block, following in zip(blocks, [*blocks[1:], None], strict=True):
            if isinstance(block, Heading):
                assert block.text.strip()
                assert block.level <= level + 1
                level = block.level
                assert following is not None
                deeper = isinstance(following, Heading) and following.level > block.level
                said_without_words = isinstance(following, Note) or block.level >= 3
                assert deeper or not isinstance(following, Heading) or said_without_words


def test_what_was_not_answered_leaves_no_word_on_the_family_s_paper() -> None:
    silent = [
        view.model_copy(
            update={
                "answers": tuple(
                    answer.model_copy(
                        update={
                            # That somebody does not know whether help is wanted is told.
                            "state": "skipped"
                            if answer.question == "wish"
                            else ("dont_know", "rather_not_say", "skipped")[number % 3],
                            "choice": None,
                            "words": None,
                        }
                    )
                    for number, answer in enumerate(view.answers)
                )
            }
        )
        for view in CONVERSATION.views
    ]
    # To which topic a goal belongs was chosen, whatever was answered there.
    goals = tuple(goal.model_copy(update={"topics": ()}) for goal in CONVERSATION.plan.goals)
    plan = CONVERSATION.plan.model_copy(update={"goals": goals})
    unanswered = {"views": tuple(silent), "conclusions": (), "plan": plan}
    dossier = changed(CONVERSATION.model_copy(update=unanswered))
    written = text(dossier, FAMILY).casefold()
    for word in ("weet ik niet", "niet zeggen", "sla over", "overgeslagen", "eten en slapen"):
        assert word not in written


def test_an_empty_conversation_says_so_calmly() -> None:
    empty = Conversation(
        id="empty", started_at=datetime(2026, 1, 1, 12, tzinfo=UTC), focus_child="pim"
    )
    for audience in READERS:
        blocks = paper(changed(empty), audience).blocks
        sentences = [block.text for block in blocks if isinstance(block, Paragraph)]
        rung: Rung = "easy" if audience == FAMILY else "standard"
        assert sentences.count(says("document.nothing_yet", rung)) == 1
        assert not any(isinstance(block, Quote | Chosen | Agreement) for block in blocks)


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_everybody_is_quoted_in_their_own_voice(audience: Readers) -> None:
    family = example().family
    authors = {
        words.text: family.person(words.author_id).name for words in own_words_of(CONVERSATION)
    }
    blocks = linear(paper(example(), audience).blocks)
    quotes = [block for block in blocks if isinstance(block, Quote)]
    assert quotes
    for quote in quotes:
        assert quote.speaker == authors[quote.text]
        assert quote.speaker in quote.lead


def test_the_professional_s_rows_stand_under_the_voice_they_belong_to() -> None:
    rows: dict[str, str] = {}
    voice = ""
    for block in linear(paper(example(), PROFESSIONAL).blocks):
        if isinstance(block, Heading):
            voice = block.text
        elif isinstance(block, Rows):
            rows |= {row.value: voice for row in block.rows if row.literal}
    for view in CONVERSATION.views:
        name = example().family.person(view.person_id).name
        said = [answer.words.text for answer in view.answers if answer.words is not None]
        assert all(rows[text].startswith(f"{name} (") for text in said)


def test_namesakes_are_told_apart() -> None:
    namesake = [
        person.model_copy(update={"name": "Roos"}) if person.role == "professional" else person
        for person in example().family.people
    ]
    family = example().family.model_copy(update={"people": tuple(namesake)})
    written = text(example().model_copy(update={"family": family}), FAMILY)
    lead = f"Roos ({says('role.parent')})"
    assert says("document.chose").format(name=lead, choice="gaat wel") in written
    assert "Roos kiest" not in written


def test_more_children_are_told_apart_in_the_titles() -> None:
    child = Person(id="mees", name="Mees", role="child", age_band="4-7")
    people = (*example().family.people, child)
    family = example().family.model_copy(update={"people": people})
    conversation = CONVERSATION.model_copy(update={"other_children": ("mees",)})
    dossier = example().model_copy(update={"family": family}).with_conversation(conversation)
    titles = [block.text for block in paper(dossier, FAMILY).blocks if isinstance(block, Heading)]
    assert "Eten en slapen: Pim" in titles
    assert "Geld, werk en post" in titles


def test_a_long_note_moves_to_the_end_of_the_family_s_paper_as_a_whole() -> None:
    note = "Het was een lange dag. " * 40 + "Einde"
    goal = CONVERSATION.plan.goals[0]
    goal = goal.model_copy(update={"words": goal.words.model_copy(update={"text": note})})
    plan = CONVERSATION.plan.model_copy(update={"goals": (goal,)})
    dossier = changed(CONVERSATION.model_copy(update={"plan": plan}))
    blocks = linear(paper(dossier, FAMILY).blocks)
    quotes = [block for block in blocks if isinstance(block, Quote)]
    short = next(quote for quote in quotes if quote.see is not None)
    assert len(short.text) <= 210
    assert short.text.endswith(" …")
    assert quotes[-1] == replace(short, text=note, see=None)
    whole = [block for block in paper(dossier, PROFESSIONAL).blocks if isinstance(block, Quote)]
    assert whole[0].text == note


def test_a_short_family_paper_has_no_appendix() -> None:
    assert says("document.appendix") not in text(example(), FAMILY)


def test_ids_that_the_content_no_longer_knows_are_called_as_they_were() -> None:
    answer = (
        CONVERSATION.views[0]
        .answers[1]
        .model_copy(update={"question": "old_question", "choice": "very_good"})
    )
    view = CONVERSATION.views[0].model_copy(update={"topic": "old_topic", "answers": (answer,)})
    visit = CONVERSATION.visits[0].model_copy(update={"side": "old_side", "topics": ("old_topic",)})
    wording = {"old_topic.title": "Samen met {child} {x}", "old_scale.very_good": "Heel goed"}
    conversation = CONVERSATION.model_copy(
        update={"views": (view,), "visits": (visit,), "wording": wording}
    )
    for audience in READERS:
        written = text(changed(conversation), audience)
        assert "Samen met Pim {x}" in written
        assert "heel goed" in written
    assert "old question: heel goed" in text(changed(conversation), PROFESSIONAL)
    bare = changed(conversation.model_copy(update={"wording": {}}))
    assert "very good" in text(bare, FAMILY)
    assert "old topic" in text(bare, FAMILY)


def test_a_step_ends_in_one_full_stop() -> None:
    sentences = [
        block.sentence
        for block in linear(paper(example(), FAMILY).blocks)
        if isinstance(block, Agreement)
    ]
    assert sentences
    assert not any(sentence.endswith("..") for sentence in sentences)


def test_several_people_who_do_a_step_stand_on_both_papers_in_a_sentence_and_a_list() -> None:
    step = CONVERSATION.plan.goals[0].steps[0]
    several = step.model_copy(update={"who": ("roos", "oma-bloem"), "who_else": "Het wijkteam"})
    goal = CONVERSATION.plan.goals[0].model_copy(update={"steps": (several,)})
    plan = CONVERSATION.plan.model_copy(update={"goals": (goal,)})
    dossier = changed(CONVERSATION.model_copy(update={"plan": plan}))
    who = "Roos, Oma Bloem en Het wijkteam"
    assert f"{who} samen: Elke avond om zeven uur" in " ".join(text(dossier, FAMILY).split())
    assert "Wie: Roos, Oma Bloem en “Het wijkteam”\n" in text(dossier, PROFESSIONAL)


def test_the_title_of_the_file_names_nobody() -> None:
    for audience in READERS:
        assert not {"Pim", "Roos"} & set(paper(example(), audience).title.split())


def test_a_conclusion_says_once_that_it_was_made_together() -> None:
    first = next(block for block in paper(example(), FAMILY).blocks if isinstance(block, Together))
    sentences = [choice.sentence for choice in first.choices]
    assert [sentence.startswith("Samen") for sentence in sentences] == [True, False, False, False]


def test_a_goal_has_a_heading_and_a_number_where_there_are_more() -> None:
    def headings(conversation: Conversation) -> list[str]:
        blocks = paper(changed(conversation), FAMILY).blocks
        goals = [block for block in blocks if isinstance(block, Section) and block.kind == "goal"]
        return [goal.heading.text for goal in goals]

    eating, post = "Eten en slapen", "Geld, werk en post"
    assert headings(CONVERSATION) == [f"Doel 1 · {eating}", f"Doel 2 · {post}"]
    goal = CONVERSATION.plan.goals[0]
    for topics, heading in ((goal.topics, f"Doel · {eating}"), ((), "Doel")):
        one = (goal.model_copy(update={"topics": topics}),)
        plan = CONVERSATION.plan.model_copy(update={"goals": one})
        assert headings(CONVERSATION.model_copy(update={"plan": plan})) == [heading]


def test_what_comes_first_stands_above_the_goals_on_both_papers() -> None:
    first = ComesFirst(topic="eating_sleeping", child_id="pim")
    plan = CONVERSATION.plan.model_copy(update={"comes_first": first})
    dossier = changed(CONVERSATION.model_copy(update={"plan": plan}))
    assert "Dit komt het eerst: Eten en slapen.\n\n### Doel 1" in text(dossier, FAMILY)
    assert "Komt eerst: Eten en slapen\n\n## Gezinsplan\n" in text(dossier, PROFESSIONAL)


def test_a_language_without_words_is_not_the_language_of_the_paper() -> None:
    document = build_document(
        library(),
        TALK,
        FAMILY,
        calendar=CALENDAR,
        app_version="1",
        language="fy",
    )
    assert document.language == "nl"


@pytest.mark.parametrize("rung", ["standard", "easy", "easier"])
def test_every_rung_makes_a_paper(rung: str) -> None:
    settings_ = example().family.settings.model_copy(update={"rung": rung})
    family = example().family.model_copy(update={"settings": settings_})
    dossier = example().model_copy(update={"family": family})
    assert "Pim" in text(dossier, FAMILY)


def test_a_baby_that_is_not_born_yet_is_called_so() -> None:
    people = [
        person.model_copy(update={"age_band": "prenatal"}) if person.role == "child" else person
        for person in example().family.people
    ]
    family = example().family.model_copy(update={"people": tuple(people)})
    written = text(example().model_copy(update={"family": family}), FAMILY)
    assert says("common.baby") in written


def test_without_a_professional_words_stand_in_for_the_names() -> None:
    seats = [seat for seat in CONVERSATION.participants if seat.role != "professional"]
    dossier = changed(CONVERSATION.model_copy(update={"participants": tuple(seats)}))
    written = text(dossier, FAMILY)
    assert says("common.a_professional") in written
    assert "010-0000000" not in written


def test_the_family_reads_its_own_form_of_address_and_the_professional_reads_u() -> None:
    settings = TALK.family.settings.model_copy(update={"rung": "standard", "address": "je"})
    talk = TALK.with_family(TALK.family.model_copy(update={"settings": settings}))
    spoken = library_with_je(
        "standard",
        document__end="Dit is het einde van jouw verslag.",
        document__confidential="Dit is van jou.",
    )
    papers = {
        audience: document_text(
            build_document(
                spoken,
                talk,
                audience,
                calendar=CALENDAR,
                app_version="1",
            )
        )
        for audience in READERS
    }
    assert "Dit is het einde van jouw verslag." in papers[FAMILY]
    assert "Dit is van jou." not in papers[PROFESSIONAL]


# --- supporting programmes -----------------------------------------------------------


def with_help(*programmes: str, **wording: str) -> Conversation:
    """Return the example with these programmes for its first goal, and none for the other."""
    first, second = CONVERSATION.plan.goals
    goals = (
        first.model_copy(
            update={"programmes": tuple(ChosenProgramme(id=one) for one in programmes)}
        ),
        second.model_copy(update={"programmes": ()}),
    )
    plan = CONVERSATION.plan.model_copy(update={"goals": goals})
    return CONVERSATION.model_copy(update={"plan": plan, "wording": wording})


def localised(**changes: str | None) -> Library:
    """Return the content as a municipality changed one programme in it."""
    framework_ = library().framework
    spec = framework_.programmes["voorzorg"].model_copy(update=changes)
    programmes = {**framework_.programmes, "voorzorg": spec}
    return replace(library(), framework=framework_.model_copy(update={"programmes": programmes}))


def text_with(content: Library, conversation: Conversation, audience: Readers) -> str:
    talk = Talk(content.framework, changed(conversation), conversation.id)
    document = build_document(content, talk, audience, calendar=CALENDAR, app_version="1.2.3")
    return document_text(document)


def test_the_family_reads_what_its_help_is_and_no_fact_for_the_professional() -> None:
    written = text(changed(with_help("voorzorg")), FAMILY)

    assert says("voorzorg.about") in written
    assert "Hulp: VoorZorg." in written
    assert "22 organisaties" not in written


def test_the_professional_reads_who_it_is_for_and_its_limits() -> None:
    written = text(changed(with_help("voorzorg")), PROFESSIONAL)

    assert "Ondersteunend programma: VoorZorg" in written
    assert "week 28" in written
    assert "22 organisaties" not in written, "what the content tells whoever chooses is no record"
    assert says("voorzorg.about") not in written


LIMITS_SAID = [
    ("voorschool", ChildNow(), True),
    ("voorschool", ChildNow(age="30-35m"), False),
    ("voorschool", ChildNow(age="12-23m"), True),
    ("stevig_ouderschap", ChildNow(), True),
    ("stevig_ouderschap", ChildNow(age="24-29m"), False),
    ("kansrijke_start", ChildNow(), False),
]
"""Help that was chosen for a child below four, what was known, and whether a limit is printed."""


@pytest.mark.parametrize(("programme", "now", "said"), LIMITS_SAID)
def test_a_limit_that_is_not_known_to_be_kept_is_printed_with_the_help(
    programme: str, now: ChildNow, said: bool
) -> None:
    conversation = with_help(programme).model_copy(update={"child_now": now})

    family = text(changed(conversation), FAMILY)
    professional = text(changed(conversation), PROFESSIONAL)

    assert ("2 en een half jaar" in family) == said
    asked = says("document.to_ask_label", "standard") in professional
    shut_out = says("document.shut_out_label", "standard") in professional
    assert (asked or shut_out) == said
    assert shut_out == (programme == "voorschool" and now.age == "12-23m")


def test_help_that_an_earlier_version_offered_and_that_cannot_be_says_its_limit() -> None:
    written = text(changed(with_help("voorzorg")), FAMILY)

    assert says("voorzorg.about") in written
    assert "voor week 28" in written


def test_a_number_stands_on_paper_only_where_a_municipality_gave_one() -> None:
    conversation = with_help("voorzorg")
    content = localised(phone="050-0000000", region="Meppel")

    for audience in READERS:
        written = text_with(content, conversation, audience)
        assert "050-0000000" in written
        assert "Meppel" in written
        assert "050-0000000" not in text(changed(conversation), audience)


@pytest.mark.parametrize("audience", READERS, ids=str)
def test_help_that_the_content_no_longer_has_keeps_its_name(audience: Readers) -> None:
    known = {"gone_away.name": "Wandelgroep\n# Kopje"}
    written = text(changed(with_help("gone_away", "never_known", **known)), audience)

    assert "Wandelgroep" in written
    assert "never known" in written
    assert "\n# Kopje" not in written


def test_policy_is_on_the_paper_of_the_professional_alone() -> None:
    conversation = with_help("gezinsindicatie")

    assert "Gezinsindicatie" in text(changed(conversation), PROFESSIONAL)
    assert "ezinsindicatie" not in text(changed(conversation), FAMILY)
