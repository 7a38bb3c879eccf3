"""The error tree: sentences, exit codes, pickling."""

from __future__ import annotations

import copy
import pickle

import pytest

from giz_gesprek import errors, i18n
from giz_gesprek.errors import ContentError, ExitCode, GizError, InputError, StoreError


def every_error() -> list[type[GizError]]:
    found = [GizError]
    for one in found:
        found.extend(one.__subclasses__())
    return [one for one in found if one.__module__ == errors.__name__ and one is not ContentError]


@pytest.mark.parametrize("kind", every_error())
def test_every_error_has_a_sentence_in_every_language(kind: type[GizError]) -> None:
    sentences = set()
    for language in i18n.LANGUAGES:
        i18n.install(language)
        sentence = str(kind())
        assert sentence.endswith(".")
        sentences.add(sentence)
    assert len(sentences) == len(i18n.LANGUAGES)


@pytest.mark.parametrize("kind", every_error())
def test_every_error_is_drawn_in_the_docstring_with_its_exit_code(kind: type[GizError]) -> None:
    drawing = errors.__doc__ or ""
    line = next(line for line in drawing.splitlines() if f" {kind.__name__} " in line)
    assert f" {int(kind.exit_code)} " in line


@pytest.mark.parametrize("kind", every_error())
def test_every_error_survives_pickling_and_copying(kind: type[GizError]) -> None:
    error = kind("A sentence.")
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (type(twin), str(twin), twin.exit_code) == (kind, "A sentence.", kind.exit_code)


def test_content_findings_are_counted_and_survive_pickling() -> None:
    i18n.install("en")
    error = pickle.loads(pickle.dumps(ContentError(["a:1: rule: x", "b:2: rule: y"])))
    assert error.findings == ("a:1: rule: x", "b:2: rule: y")
    assert "2 findings" in str(error)
    assert str(error).endswith("a:1: rule: x")
    assert "findings" not in str(ContentError(["a:1: rule: x"]))


def test_content_error_without_findings_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one"):
        ContentError([])


def test_an_error_shows_no_more_than_it_was_given() -> None:
    assert repr(InputError("A sentence.")) == "InputError('A sentence.')"


def test_what_goes_wrong_in_the_store_is_a_store_error() -> None:
    assert issubclass(errors.AlreadyOpen, StoreError)
    assert int(errors.StoreFull().exit_code) == int(ExitCode.STORE) == 4
