"""What the talk came to, first on the professional's paper: what cannot wait, topic by topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giz_gesprek.conversation.again import concluded_before
from giz_gesprek.conversation.answers import Answer
from giz_gesprek.summary.differences import were_missing, with_day
from giz_gesprek.summary.document import Block, Heading, Paragraph
from giz_gesprek.summary.how_far import was_talked_about
from giz_gesprek.summary.items import (
    AdviceGiven,
    AdviceUnanswered,
    ConclusionMade,
    DifferenceSeen,
    GoalSet,
    Item,
    OnTopic,
    PointedAt,
    Unanswered,
)
from giz_gesprek.summary.listed import Row, Rows
from giz_gesprek.summary.rows import own_row, silence, status
from giz_gesprek.summary.sentences import advice_title, by_topic, of_type
from giz_gesprek.summary.urgent import urgent_topics
from giz_gesprek.summary.words import PaperNames


def conclusions(words: PaperNames, items: Sequence[Item]) -> Iterator[Block]:
    """Yield what cannot wait, what was chosen for each topic, who asks advice, what is first."""
    yield Heading(words.text("document.next_steps"), 2)
    rows = [*_urgent(words, items)]
    with_goal = {topic for goal in of_type(items, GoalSet) for topic in goal.topics}
    for first, group in by_topic(of_type(items, OnTopic)):
        rows += _conclusion(words, group, has_goal=first.topic in with_goal)
        rows += _advice_asked(words, group)
    label = words.text("document.comes_first_label")
    for pointed in of_type(items, PointedAt):
        topic = words.topic(pointed.topic, pointed.child_id)
        no_goal = words.text("document.no_goal")
        rows.append(Row(label, topic if pointed.has_goal else f"{topic}; {no_goal}"))
    if rows:
        yield Rows(tuple(rows))
    else:
        yield Paragraph(words.text("document.no_conclusion"))


def _urgent(words: PaperNames, items: Sequence[Item]) -> Iterator[Row]:
    urgent = urgent_topics(words, items)
    if urgent:
        day = words.day_of(words.talk.conversation.started_at)
        chosen = [f"{topic}: {choice}" for topic, choice in urgent.items()]
        lines = (words.text("document.chosen_on", date=day), *chosen)
        yield Row(words.text("document.urgent_label"), "\n".join(lines))


def _conclusion(words: PaperNames, group: Sequence[OnTopic], *, has_goal: bool) -> Iterator[Row]:
    """Yield what one topic came to as one row, and what was said in own words as others."""
    if not was_talked_about(group):
        return
    made = of_type(group, ConclusionMade)
    first = group[0]
    title = words.topic(first.topic, first.child_id)
    parts = [*_parts(words, group), *_still_different(words, group)]
    if not has_goal and any(_asks_for_more(words, item.answer) for item in made):
        parts.append(words.text("document.no_action"))
    missing = dict.fromkeys(person_id for item in made for person_id in item.missing)
    lines = ["; ".join(parts), *were_missing(words, missing)]
    if missing:
        lines[0] = f"{lines[0]}."
    yield Row(title, "\n".join(lines))
    for item in made:
        if item.answer.words is not None:
            label = words.label(item.topic, item.answer.question)
            yield own_row(words, f"{title}: {label}", item.answer.words)


def _parts(words: PaperNames, group: Sequence[OnTopic]) -> Iterator[str]:
    """Yield each choice made together; that there is none, where nobody came to it, as well."""
    topic, made = group[0].topic, of_type(group, ConclusionMade)
    silent = [item.answer for item in of_type(group, Unanswered) if item.place == "conclusion"]
    if not made and not any(answer is not None and _is_unknown(answer) for answer in silent):
        stands = concluded_before(words.talk, topic, group[0].child_id)
        yield words.text(f"document.{'conclusion_stands' if stands else 'no_conclusion_here'}")
        silent = [answer for answer in silent if answer and not _is_outcome(words, answer)]
    chosen = [item.answer for item in made if item.answer.words is None]
    for answer in (*chosen, *silent):
        if answer is not None:
            yield _part(words, topic, answer)


def _part(words: PaperNames, topic: str, answer: Answer) -> str:
    """Return one choice made together; what the topic came to needs no label where it is known."""
    is_outcome = _is_outcome(words, answer)
    if is_outcome and answer.choice is not None:
        return words.given(answer)
    conclusion = words.text("document.conclusion_label")
    label = conclusion if is_outcome else words.label(topic, answer.question)
    said = words.given(answer) if answer.choice is not None else status(words, answer)
    return f"{label[:1].lower()}{label[1:]}: {said}"


def _is_outcome(words: PaperNames, answer: Answer) -> bool:
    known = answer.question in words.framework.questions
    return known and words.framework.label_of(answer.question) is None


def _is_unknown(answer: Answer) -> bool:
    return answer.state == "dont_know"


def _asks_for_more(words: PaperNames, answer: Answer) -> bool:
    """Tell whether something is still to be done after a choice."""
    meanings = words.framework.meanings
    chosen = words.framework.choice_id(answer.question, answer.choice)
    return chosen in {meanings.wants_help, meanings.finds_out}


def _still_different(words: PaperNames, group: Sequence[OnTopic]) -> Iterator[str]:
    """Yield that people differ, while they do not agree, and when they talk on."""
    for item in of_type(group, DifferenceSeen):
        outcome = item.outcome
        chosen = outcome and words.framework.choice_id(outcome.question, outcome.choice)
        if chosen == words.framework.meanings.agreed:
            continue
        label = words.text("document.difference_label")
        said = status(words, None)
        if outcome is not None:
            own = outcome.words is not None
            said = words.text("document.see_topic") if own else words.given(outcome)
        yield f"{label[:1].lower()}{label[1:]}: {with_day(words, said, group)}"


def _advice_asked(words: PaperNames, group: Sequence[OnTopic]) -> Iterator[Row]:
    """Yield who asks for advice on a topic, what is known of what follows, and who answered.

    Nothing says that it was done. Own words stand at the topic, and only there.
    """
    advice = [item for item in group if isinstance(item, AdviceGiven | AdviceUnanswered)]
    if not advice:
        return
    adviser = advice[0].adviser_id
    told = any(isinstance(item, AdviceGiven) and item.person_id == adviser for item in advice)
    what = words.text("document.see_topic") if told else status(words, None)
    parts = [words.topic(group[0].topic, group[0].child_id)]
    parts.append(words.text("document.advice_follows", what=what))
    for person_id in dict.fromkeys(item.person_id for item in advice):
        if person_id != adviser:
            who, said = words.person(person_id), _reaction(words, advice, person_id)
            parts.append(words.text("document.advice_reaction", who=who, what=said))
    yield Row(advice_title(words, advice[0]), "; ".join(parts))


def _reaction(
    words: PaperNames, advice: Sequence[AdviceGiven | AdviceUnanswered], person_id: str
) -> str:
    """Return what somebody chose to say to it, or where their words stand, or that it was none."""
    said = [item for item in advice if item.person_id == person_id]
    for given in of_type(said, AdviceGiven):
        if given.answer.choice is not None:
            return words.given(given.answer)
    silent = of_type(said, AdviceUnanswered)
    return silence(words, silent[0]) if silent else words.text("document.see_topic")
