"""A small content folder that is right, for tests to break in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from giz_gesprek.content.checks import check_folders
from giz_gesprek.content.findings import Finding
from giz_gesprek.content.loader import LoadedContent, load_content

FRAMEWORK = """\
format: 1
release: "1"
placeholders: [child, name, organisation, choice]
phases:
  "0-4": {age_bands: ["0-3"], complete: true}
  "4-12": {age_bands: ["4-7", "8-11"], complete: false}
roles: {}
variants: {}
scales:
  faces: {good: face-good, bad: face-bad}
  begin: {now: face-good, later: face-good}
questions:
  how: {answer: choice, scale: faces, slot: how, asked_of: family, label: paper.answer}
  more: {answer: own_words, text: start.more, asked_of: family, label: paper.answer}
question_sets:
  all: [how, more]
  end: []
places: {views_differ: end, topic_ends: end, advice_sought: end, plan: end, visit_ends: end}
topic_slots:
  title: {kind: title}
  opening: {kind: statement}
  how: {kind: question}
  prompt_1: {kind: question, audience: professional}
  prompt_2: {kind: question, audience: professional, optional: true}
sides:
  home: {per: family, topics: [sleep, play]}
topics:
  sleep: {set: all, pictogram: topic-sleep}
  play: {set: all, pictogram: topic-play}
pages:
  first: [start.hello]
meanings:
  wants_to_talk: begin.now
  asks_first: begin.later
  not_today: begin.later
  agreed: begin.now
  still_different: begin.later
  talk_later: begin.later
  done_by_family: begin.now
  done_by_network: begin.now
  done_by_others: begin.now
  hard: begin.now
  wants_help: begin.now
  finds_out: begin.now
  help_today: begin.now
  help_soon: begin.now
  better: begin.now
  same: begin.now
  harder: begin.now
practice_scale: begin
"""

TEXTS = """\
format: 1
faces:
  good: choice
  bad: choice
side:
  home: title
start:
  hello: statement
  more: question
  chosen: echo
begin:
  now: choice
  later: choice
paper:
  answer: {kind: title, audience: professional}
"""

EASY = """\
faces:
  good: Gaat goed
  bad: Is moeilijk
side:
  home: Thuis
start:
  hello: Welkom bij ons gesprek.
  more: Wat wilt u nog vertellen?
  chosen: "U kiest: {choice}."
sleep:
  title: Slapen
  opening: Een kind heeft rust nodig.
  how: Hoe slaapt {child}?
play:
  title: Spelen
  opening: Elk spel is goed.
  how: Hoe gaat het samen spelen?
begin:
  now: Beginnen
  later: Eerst praten
"""

STANDARD = """\
faces:
  good: Gaat goed
  bad: Is moeilijk
side:
  home: Thuis
start:
  hello: Welkom bij ons gesprek van vandaag.
  more: Wat wilt u verder nog vertellen?
  chosen: "U kiest: {choice}."
sleep:
  title: Slapen
  opening: Wie goed slaapt, kan de dag beter aan.
  how: Hoe verloopt de nacht van {child}?
  prompt_1: Wanneer slaapt {child} het langst?
play:
  title: Spelen
  opening: Spelen kan met alles wat er in huis is.
  how: Hoe beleeft u het samen spelen?
  prompt_1: Waar speelt {child} graag?
begin:
  now: Beginnen
  later: Eerst praten
paper:
  answer: Antwoord
"""


@dataclass(frozen=True)
class ContentFolder:
    """A folder with content, and what the checker says of it."""

    path: Path

    def write(self, name: str, text: str) -> Path:
        """Write a file, with its folders."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a piece of a file that stands there once."""
        text = (self.path / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def line(self, name: str, piece: str) -> int:
        """Return the line, from 1, on which ``piece`` stands for the first time."""
        text = (self.path / name).read_text(encoding="utf-8")
        return text[: text.index(piece)].count("\n") + 1

    def load(self, *overlays: Path) -> LoadedContent:
        """Load the folder, or raise."""
        return load_content(self.path, overlays=overlays)

    def findings(self, *overlays: Path) -> list[Finding]:
        """Return everything the checker finds."""
        return list(check_folders((self.path, *overlays)).findings)

    def places(self, *overlays: Path) -> list[tuple[str, int, str]]:
        """Return file, line and rule of each finding."""
        return [
            (Path(each.path).relative_to(self.path.parent).as_posix(), each.line, each.rule)
            for each in self.findings(*overlays)
        ]


def write_small_content(path: Path) -> ContentFolder:
    """Write the small folder into ``path``."""
    folder = ContentFolder(path)
    folder.write("framework.yaml", FRAMEWORK)
    folder.write("texts.yaml", TEXTS)
    folder.write("easy_language/nl/all.yaml", EASY)
    folder.write("standard/nl/all.yaml", STANDARD)
    return folder
