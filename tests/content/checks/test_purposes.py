"""What questions and choices are for is checked at the line where it is said."""

from __future__ import annotations

import pytest

from tests.content.support import ContentFolder

FRAMEWORK = "framework.yaml"
HOW = "slot: how, asked_of: family, label: paper.answer"
MORE = "text: start.more, asked_of: family, label: paper.answer"


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        (f"{HOW}}}", "slot: how, asked_of: family}", "how: {answer"),
        (MORE, "text: start.more, asked_of: together", "more: {answer"),
        (HOW, f"{HOW[:-6]}none", "how: {answer"),
        (HOW, f"{HOW[:-12]}start.hello", "how: {answer"),
        (MORE, f"{MORE}, role: hero", "more: {answer"),
        (MORE, f"{MORE.replace('family', 'professional')}, role: strength", "more: {answer"),
        (MORE, f"{MORE}, role: call", "more: {answer"),
        (MORE, f"{MORE}, same_as: how", "more: {answer"),
        (MORE, f"{MORE}, sentence: start.chosen", "more: {answer"),
        (HOW, f"{HOW}, sentence: start.hello", "how: {answer"),
        (HOW, f"{HOW}, beside: ja", "how: {answer"),
        (MORE, f"{MORE}, beside: true", "more: {answer"),
        (MORE, f"{MORE}, alone: true", "more: {answer"),
        (HOW, f"{HOW}, alone: true, beside: true", "how: {answer"),
        (HOW, f"{HOW}, once_a_side: true", "how: {answer"),
        ("end: []", "end: [more]", "end: ["),
        ("plan: end", "plan: start", "places:"),
        (", plan: end", "", "places:"),
        ("plan: end", "plan: end, garden: end", "places:"),
        ("agreed: begin.now", "agreed: begin.soon", "agreed:"),
        ("agreed: begin.now", "agreed: begin", "agreed:"),
        ("agreed: begin.now\n", "agreed: begin.now\n  shrugged: begin.now\n", "shrugged"),
        ("  agreed: begin.now\n", "", "meanings:"),
        ("practice_scale: begin", "practice_scale: smiles", "practice_scale"),
        (
            "asks_first: begin.later\n  not_today: begin.later",
            "asks_first: begin.now\n  not_today: begin.now",
            "begin: {",
        ),
    ],
)
def test_a_purpose_that_cannot_be_is_told_where_it_is_said(
    content: ContentFolder, old: str, new: str, at: str
) -> None:
    content.change(FRAMEWORK, old, new)

    assert content.places() == [("content/" + FRAMEWORK, content.line(FRAMEWORK, at), "structure")]


def test_a_choice_made_together_needs_no_label_but_in_the_plan(content: ContentFolder) -> None:
    content.change(FRAMEWORK, HOW, "text: start.more, asked_of: together")
    content.change(FRAMEWORK, "  how: {kind: question}\n", "")
    for file in ("easy_language/nl/all.yaml", "standard/nl/all.yaml"):
        text = (content.path / file).read_text(encoding="utf-8")
        lines = [line for line in text.splitlines(keepends=True) if not line.startswith("  how: ")]
        content.write(file, "".join(lines))
    content.change(FRAMEWORK, "all: [how, more]", "all: [more]")
    content.change(FRAMEWORK, "end: []", "end: [how]\n  none: []")
    content.change(FRAMEWORK, "plan: end", "plan: none")
    assert content.findings() == []

    content.change(FRAMEWORK, "plan: none", "plan: end")

    [finding] = content.findings()
    assert (finding.line, finding.rule) == (content.line(FRAMEWORK, "how: {"), "structure")


@pytest.mark.parametrize(
    ("turn", "scale", "allowed"),
    [("family", "faces", False), ("professional", "begin", False), ("professional", "faces", True)],
)
def test_one_choice_of_each_is_laid_beside_the_other_on_one_scale(
    content: ContentFolder, turn: str, scale: str, *, allowed: bool
) -> None:
    other = f"{{answer: choice, scale: {scale}, text: start.more, asked_of: {turn}, beside: true"
    content.change(FRAMEWORK, HOW, f"{HOW}, beside: true")
    content.change(
        FRAMEWORK, "question_sets:", f"  other: {other}, label: paper.answer}}\nquestion_sets:"
    )
    content.change(FRAMEWORK, "all: [how, more]", "all: [how, more, other]")

    there = [("content/" + FRAMEWORK, content.line(FRAMEWORK, "all: ["), "structure")]
    assert content.places() == ([] if allowed else there)


def test_a_question_that_asks_the_same_stands_beside_it_under_its_label(
    content: ContentFolder,
) -> None:
    content.change(FRAMEWORK, HOW, f"{HOW}, beside: true")
    content.change(
        FRAMEWORK,
        "question_sets:",
        "  seen: {answer: choice, scale: faces, text: start.more, asked_of: professional,"
        " same_as: how}\nquestion_sets:",
    )
    framework = content.load().library.framework

    assert framework.label_of("seen") == "paper.answer"
    assert framework.is_beside("seen")
    assert framework.label_of("gone") is None
    assert not framework.is_beside("more")
