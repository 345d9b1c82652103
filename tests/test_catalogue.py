"""The texts: every message in every language, with the same variables, and no code among them."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import ast as fluent
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from tests.source import ROOT

LOCALES = ROOT / "locales"
LANGUAGES = {"id", "en"}

Texts = dict[str, frozenset[str]]  # for each id (also id.attribute) the variables it needs


class References(Visitor):
    """Gathers the variables and the messages that a pattern refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: fluent.MessageReference) -> None:  # noqa: N802
        attribute = f".{node.attribute.name}" if node.attribute else ""
        self.messages.add(node.id.name + attribute)


def catalogue(folder: Path) -> list[tuple[str, Texts]]:
    """The texts of each file of a language, by the file's path within the language's folder."""
    files = sorted(folder.rglob("*.ftl"))
    direct = {
        file.relative_to(folder).as_posix(): _parsed(file.read_text(encoding="utf-8"))
        for file in files
    }
    everywhere = {key: seen for entries in direct.values() for key, seen in entries.items()}
    return [
        (name, {key: frozenset(_needed(key, everywhere)) for key in entries})
        for name, entries in direct.items()
    ]


@cache
def _parsed(text: str) -> Mapping[str, References]:
    return dict(_entries(text))


def _entries(text: str) -> Iterator[tuple[str, References]]:
    for entry in parse(text).body:
        assert not isinstance(entry, fluent.Junk), (
            f"not Fluent: {(entry.content or '').strip()[:200]}"
        )
        if isinstance(entry, fluent.Message):
            if entry.value:
                yield entry.id.name, _references(entry.value)
            for attribute in entry.attributes:
                yield f"{entry.id.name}.{attribute.id.name}", _references(attribute.value)


def _references(pattern: fluent.Pattern) -> References:
    references = References()
    references.visit(pattern)
    return references


def _needed(key: str, everywhere: dict[str, References]) -> set[str]:
    """The variables of a text and of those it quotes."""
    found, todo, seen = set[str](), [key], set[str]()
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            found |= everywhere[here].variables
            todo.extend(everywhere[here].messages)
    return found


def test_there_are_texts_in_every_language() -> None:
    assert {folder.name for folder in LOCALES.iterdir()} == LANGUAGES
    for language in LANGUAGES:
        assert any(texts for _, texts in catalogue(LOCALES / language)), language


def test_every_text_exists_in_every_language_with_the_same_variables() -> None:
    indonesian, english = (dict(catalogue(LOCALES / language)) for language in ("id", "en"))
    assert indonesian == english


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_id_is_written_twice(language: str) -> None:
    entries = [
        entry.id.name
        for file in (LOCALES / language).rglob("*.ftl")
        for entry in parse(file.read_text(encoding="utf-8")).body
        if isinstance(entry, fluent.Message | fluent.Term)
    ]
    assert sorted({name for name in entries if entries.count(name) > 1}) == []


def test_locales_hold_texts_and_nothing_else() -> None:
    files = [path for path in LOCALES.rglob("*") if path.is_file()]
    assert [str(path) for path in files if path.suffix != ".ftl"] == []


def templates(language: str) -> dict[str, list[str]]:
    """The parts of each template of a language, in their order."""
    source = (LOCALES / language / "templates.ftl").read_text(encoding="utf-8")
    return {
        entry.id.name: [attribute.id.name for attribute in entry.attributes]
        for entry in parse(source).body
        if isinstance(entry, fluent.Message)
    }


def test_a_template_has_the_same_parts_in_the_same_order_in_every_language() -> None:
    """What is said by a tap goes by its number, so the order must be one."""
    indonesian = templates("id")
    assert indonesian == templates("en")
    assert all(name.startswith("template-") for name in indonesian)
    kinds = {part.split("-")[0] for parts in indonesian.values() for part in parts}
    assert kinds == {"fact", "example", "tap"}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_template_shows_an_example_of_each_parameter_and_needs_nothing_else(
    language: str,
) -> None:
    known = dict(catalogue(LOCALES / language))["templates.ftl"]
    for name, parts in templates(language).items():
        examples = {part.removeprefix("example-") for part in parts if part.startswith("example-")}
        assert known[name] == examples, name
        for part in parts:
            facts = known[f"{name}.{part}"]
            kind, _, fact = part.partition("-")
            assert facts == ({fact} if kind == "fact" else set()), part
            assert kind != "fact" or fact in examples, part


FTL = """
-name = Tilik
greeting = Hello from { -name }, { $who }
    .short = Hi { $nick }
count = { $n ->
    [0] nothing
   *[other] { NUMBER($n) } of { $of }
}
letter = { greeting } You have { count }.
"""


def test_a_texts_variables_include_those_of_the_texts_it_quotes(tmp_path: Path) -> None:
    (tmp_path / "a.ftl").write_text(FTL)
    assert dict(catalogue(tmp_path))["a.ftl"] == {
        "greeting": {"who"},
        "greeting.short": {"nick"},
        "count": {"n", "of"},
        "letter": {"who", "n", "of"},
    }


def test_a_broken_text_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.ftl").write_text("greeting = { $who\n")
    with pytest.raises(AssertionError, match="not Fluent"):
        catalogue(tmp_path)
