"""Supporting programmes: how they are written, and what a municipality does with them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from giz_gesprek.content.loading import load_library
from giz_gesprek.content.programmes import Limits, Programme
from giz_gesprek.paths import content_dir
from tests.content.support import ContentFolder

LIST = """\
programmes:
  walk:
    offer: "yes"
    phases: ["0-4"]
    topics: [sleep]
    by: neighbourhood
"""
EASY = "easy_language/nl/programmes.yaml"
STANDARD = "standard/nl/programmes.yaml"
NEVER_OFFERED = {"nu_niet_zwanger": "on_request", "veilige_start": "on_request"}


def with_walk(content: ContentFolder) -> None:
    """Add one programme and its words."""
    content.write("programmes.yaml", LIST)
    content.write(EASY, "walk:\n  name: Samen lopen\n  about: U loopt samen in het bos.\n")
    content.write(
        STANDARD,
        "walk:\n  name: Samen wandelen\n  about: U wandelt met anderen.\n  note: Sinds 2020.\n",
    )


def programme(**fields: object) -> Programme:
    given = {"offer": "yes", "phases": ("0-4",), "topics": ("sleep",), "by": "school", **fields}
    return Programme.model_validate(given)


def test_a_programme_with_its_words_is_without_a_finding(content: ContentFolder) -> None:
    with_walk(content)

    assert content.findings() == []
    library = content.load().library
    assert library.framework.programmes["walk"].topics == ("sleep",)
    found = library.find("walk.name", language="nl", rung="easy")
    assert found is not None
    assert found.text == "Samen lopen"


def test_what_the_professional_reads_has_no_easy_twin(content: ContentFolder) -> None:
    with_walk(content)
    content.change(EASY, "  name: Samen lopen\n", "  name: Samen lopen\n  note: Sinds 2020.\n")

    assert content.places() == [("content/" + EASY, 3, "audience")]


@pytest.mark.parametrize(("file", "twin"), [(EASY, STANDARD), (STANDARD, EASY)])
@pytest.mark.parametrize("slot", ["name", "about"])
def test_a_missing_twin_is_told_where_the_other_stands(
    content: ContentFolder, file: str, twin: str, slot: str
) -> None:
    with_walk(content)
    kept = [
        line
        for line in (content.path / file).read_text(encoding="utf-8").split("\n")
        if not line.startswith(f"  {slot}:")
    ]
    content.write(file, "\n".join(kept))

    assert content.places() == [("content/" + twin, content.line(twin, f"  {slot}:"), "E17")]


def test_a_programme_without_any_words_is_told_in_the_list(content: ContentFolder) -> None:
    content.write("programmes.yaml", LIST)

    assert content.places() == [("content/programmes.yaml", 2, "missing")] * 2


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("    by: neighbourhood", "    by: nobody", 6),
        ('    offer: "yes"', "    offer: yes", 3),
        ('    offer: "yes"', "    offer: sometimes", 3),
        ('["0-4"]', '["0-5"]', 4),
        ('["0-4"]', '["0-4", "0-4"]', 4),
        ('["0-4"]', "[]", 4),
        ("[sleep]", "[sleep, dance]", 5),
        ("[sleep]", "[]", 5),
        ("    by: neighbourhood", "    by: neighbourhood\n    limits: {from_months: 0}", 7),
        ("    by: neighbourhood", "    by: neighbourhood\n    limits: {age: 3}", 7),
        ("    by: neighbourhood", "    by: neighbourhood\n    referred_by: [nobody]", 7),
        ("    by: neighbourhood", "    by: neighbourhood\n    referred_by: [school, school]", 7),
        ("    by: neighbourhood", "    by: neighbourhood\n    phone: 0101234567", 7),
        ("    by: neighbourhood", "    by: neighbourhood\n    hidden: maybe", 7),
        ("    by: neighbourhood", "    by: neighbourhood\n    tel: '010'", 7),
        ("  walk:", "  sleep:", 2),
        ("  walk:", "  start:", 2),
        ("  walk:", "  Walk.1:", 2),
        ("programmes:", "programs:", 1),
        ("programmes:", "format: 2\nprogrammes:", 1),
    ],
)
def test_each_mistake_is_told_with_its_line(
    content: ContentFolder, old: str, new: str, line: int
) -> None:
    with_walk(content)
    content.change("programmes.yaml", old, new)

    assert content.places() == [("content/programmes.yaml", line, "structure")]


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ("{from_months: 0}", "moet meer zijn dan 0"),
        ("{from_months: 277}", "mag hooguit 276 zijn"),
        ("{until_months: 2.5}", "moet een geheel getal zijn"),
        ("{until_months: '24'}", "moet een geheel getal zijn"),
        ("{before_week: 0}", "moet meer zijn dan 0"),
        ("{before_week: 43}", "mag hooguit 42 zijn"),
        ("{first_child: maybe}", "moet true of false zijn"),
        ("{from_months: 24, until_months: 24}", "geen leeftijd is vanaf 24 maanden en voor 24"),
        ("{age: 3}", "is hier geen bekende naam"),
        ("{until_months: null, first_child: 1}", "moet true of false zijn"),
    ],
)
def test_each_wrong_limit_is_told_in_words(
    content: ContentFolder, municipality: ContentFolder, limits: str, said: str
) -> None:
    with_walk(content)
    municipality.write("programmes.yaml", f"programmes:\n  walk:\n    limits: {limits}\n")

    [finding] = content.findings(municipality.path)

    assert (finding.path, finding.line) == (str(municipality.path / "programmes.yaml"), 3)
    assert said in finding.message


@pytest.mark.parametrize(
    ("limits", "phase"),
    [
        ("{before_week: 20}", "0-4"),
        ("{from_months: 48}", "0-4"),
        ("{until_months: 48}", "4-12"),
    ],
)
def test_limits_that_leave_nobody_of_a_phase_are_told_at_that_phase(
    content: ContentFolder, limits: str, phase: str
) -> None:
    with_walk(content)
    content.change("programmes.yaml", '["0-4"]', f'["{phase}"]\n    limits: {limits}')

    [finding] = content.findings()

    assert (finding.line, finding.rule) == (4, "structure")
    assert phase in finding.message


def test_a_municipality_takes_a_limit_off(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    with_walk(content)
    content.change("programmes.yaml", "by: neigh", "limits: {until_months: 24}\n    by: neigh")
    municipality.write("programmes.yaml", "programmes: {walk: {limits: {until_months: null}}}\n")

    assert content.findings(municipality.path) == []
    limits = content.load(municipality.path).library.framework.programmes["walk"].limits
    assert limits == Limits()


def test_an_unquoted_yes_is_explained(content: ContentFolder) -> None:
    with_walk(content)
    content.change("programmes.yaml", '"yes"', "yes")

    assert 'yes"' in content.findings()[0].message


def test_a_programme_that_stands_twice_is_told(content: ContentFolder) -> None:
    with_walk(content)
    content.write("programmes.yaml", LIST + LIST.removeprefix("programmes:\n"))

    assert content.places() == [("content/programmes.yaml", 7, "duplicate-id")]


def test_programmes_stand_in_a_file_of_their_own(content: ContentFolder) -> None:
    framework = (content.path / "framework.yaml").read_text(encoding="utf-8")
    content.write("framework.yaml", framework + LIST)

    places = content.places()

    assert places == [
        ("content/framework.yaml", content.line("framework.yaml", "programmes:"), "structure")
    ]


def test_a_drawing_that_nobody_made_is_told(content: ContentFolder) -> None:
    with_walk(content)
    for name in ("face-good", "face-bad", "topic-sleep", "topic-play"):
        content.write(f"pictograms/{name}.svg", "<svg/>")
    content.change("programmes.yaml", "by: neigh", "pictogram: walking\n    by: neigh")

    assert ("content/programmes.yaml", 6, "E17") in content.places()


def test_a_municipality_adds_a_programme(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    with_walk(municipality)

    assert content.findings(municipality.path) == []
    assert list(content.load(municipality.path).library.framework.programmes) == ["walk"]


def test_a_municipality_hides_and_localises_without_repeating(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    with_walk(content)
    content.change("programmes.yaml", "by: neigh", "region: Heerlen\n    by: neigh")
    municipality.write(
        "programmes.yaml",
        "programmes:\n  walk: {hidden: true, phone: '045-0000000', region: null}\n",
    )
    municipality.write(STANDARD, "walk:\n  note: Alleen op dinsdag.\n")

    library = content.load(municipality.path).library

    assert content.findings(municipality.path) == []
    assert library.framework.programmes["walk"] == programme(
        by="neighbourhood", hidden=True, phone="045-0000000"
    )
    note = library.find("walk.note", language="nl", rung="easier")
    assert note is not None
    assert note.text == "Alleen op dinsdag."


def test_a_mistake_of_a_municipality_is_told_in_its_own_file(
    content: ContentFolder, municipality: ContentFolder
) -> None:
    with_walk(content)
    municipality.write("programmes.yaml", "programmes:\n  walk:\n    topics: [dance]\n")

    assert content.places(municipality.path) == [("town/programmes.yaml", 3, "structure")]


def test_a_changed_list_is_another_version(content: ContentFolder) -> None:
    with_walk(content)
    before = content.load().library.version
    content.change("programmes.yaml", "  walk:", "  # Ours.\n  walk:")

    assert content.load().library.version != before


def test_a_programme_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        programme().hidden = True  # type: ignore[misc]


def test_limits_are_told_in_order_with_their_number() -> None:
    limits = Limits(first_child=True, before_week=28, until_months=24)

    assert list(limits.stated()) == [("first_child", 1), ("before_week", 28), ("until_months", 24)]


def test_only_a_professional_reads_of_a_programme_that_is_policy() -> None:
    texts = dict(programme(offer="professional").texts())

    assert {spec.audience for spec in texts.values()} == {"professional"}


def test_the_shipped_list_has_every_programme_and_keeps_the_delicate_ones_back() -> None:
    programmes = load_library(content_dir()).framework.programmes

    assert len(programmes) == 21
    assert {name: programmes[name].offer for name in NEVER_OFFERED} == NEVER_OFFERED
    assert [name for name, spec in programmes.items() if spec.offer == "professional"] == [
        "gezinsindicatie"
    ]
    assert not any(spec.phone for spec in programmes.values())


def test_a_family_reads_no_figure() -> None:
    library = load_library(content_dir())
    for programme_id, spec in library.framework.programmes.items():
        for language in library.languages:
            for slot, text in spec.texts():
                if text.audience == "parent":
                    for register in ("standard", "easy_language"):
                        entry = library.entry(f"{programme_id}.{slot}", register, language)
                        if text.optional and entry is None:
                            continue
                        assert entry is not None
                        assert entry.text is not None
                        assert "%" not in entry.text
                        assert not any(
                            len(word) > 3 and word.isdigit() for word in entry.text.split()
                        )


def test_every_professional_has_a_note_that_says_where_to_check() -> None:
    library = load_library(content_dir())
    for programme_id in library.framework.programmes:
        found = library.find(f"{programme_id}.note", language="nl", rung="easy")
        assert found is not None, programme_id
        assert "ontroleer" in found.text, programme_id
