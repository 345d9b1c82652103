"""The only reader of locales/: text ids and facts become words, in the person's language.

What comes out of `marked` is a small markup (<b>, <i> from our own texts; everything a person
typed is escaped). What comes out of `plain` has no markup: for labels and toasts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel.dates import parse_pattern
from fluent.runtime import FluentBundle, FluentResource

from models.letters import Fact, Lines, Text, Verbatim, Words
from models.people import LANGUAGES
from models.wording import HAILS, TOPICS, folded, squeezed

_REGIONS = {"id": "id-ID", "en": "en-GB"}
_WITH_WEEKDAY = parse_pattern("EEEE, d MMMM y")
"""Indonesian's own has "07 Desember" with a weekday and "7 Desember" without."""
_TEXT = re.compile(r"^([a-z][\w-]*) *=.*(?:\n(?![A-Za-z#-]).*)*", re.MULTILINE)
"""One text in a Fluent file: until a line begins with another name, or a comment."""
_LONG = 2000
"""Fluent takes no fact of more than 2,500 characters: longer ones than this are put in after it."""


_STOPPED = "\ue002"
"""Stands behind a fact that ends with a full stop, as names with a degree do."""
_SECOND_STOP = re.compile(f"{_STOPPED}((?:</[a-z]>)?)\\.(?!\\.)")

_MARK = re.compile(r"</?[bi]>")
_SENTENCE = re.compile(r"[^.?!\n]+[.?!]?")


class TextMissing(LookupError):
    """A text id, or a fact that a text needs, is not there."""


class Texts:
    """The catalogue of every language."""

    def __init__(self, bundles: Mapping[str, FluentBundle]) -> None:
        self._bundles = bundles
        self._fixed: dict[tuple[str, str], str] = {}

    def marked(self, language: str, words: Words) -> str:
        """The words with markup; raises `TextMissing`."""
        match words:
            case Verbatim():
                return escape(words.words, quote=False)
            case Lines():
                return "\n".join(self.marked(language, line) for line in words.lines)
            case Text():
                return self._said(language, words, _escaped)

    def plain(self, language: str, words: Words) -> str:
        """The words without markup; raises `TextMissing`."""
        match words:
            case Verbatim():
                return words.words
            case Lines():
                return "\n".join(self.plain(language, line) for line in words.lines)
            case Text():
                return self._said(language, words, str)

    def has(self, language: str, text_id: str) -> bool:
        """Whether the catalogue knows the id."""
        return bool(self._bundles[language].has_message(text_id))

    def parts(self, language: str, text_id: str) -> tuple[str, ...]:
        """The names of a text's attributes, in the order of the catalogue; none where it is not."""
        if not self.has(language, text_id):
            return ()
        return tuple(self._bundles[language].get_message(text_id).attributes)

    def part(self, language: str, text: Text, name: str) -> str:
        """An attribute of a text in words without markup; raises `TextMissing`."""
        facts = {key: self._fact(language, fact, str) for key, fact in text.facts.items()}
        bundle = self._bundles[language]
        pattern = bundle.get_message(text.id).attributes.get(name)
        if pattern is None:
            raise TextMissing(f"no part {name!r} of text {text.id!r} in {language!r}")
        words, wrong = bundle.format_pattern(pattern, facts)
        if wrong:
            raise TextMissing(f"part {name!r} of {text.id!r} in {language!r}: {wrong[0]}")
        return str(words)

    def _said(self, language: str, text: Text, guard: Callable[[str], str]) -> str:
        if text.otherwise and not self.has(language, text.id):
            text = replace(text, id=text.otherwise, otherwise="", gist=False)
        if text.gist:
            return guard(self._gist(language, text.id))
        if not text.facts:
            found = self._fixed.get((language, text.id))
            if found is None:
                found = self._fixed[language, text.id] = self._formatted(language, text.id, {})
            return found
        facts = {name: self._fact(language, fact, guard) for name, fact in text.facts.items()}
        return self._formatted(language, text.id, facts)

    def _gist(self, language: str, text_id: str) -> str:
        """What a text asks: its last question, else its first sentence; or its own attribute."""
        bundle = self._bundles[language]
        message = bundle.get_message(text_id)
        pattern: Any = message.attributes.get("gist") or message.value
        _, unsaid = bundle.format_pattern(pattern, {})
        facts = {str(one).rpartition(" ")[2]: "…" for one in unsaid}
        words, _ = bundle.format_pattern(pattern, facts)
        said = [one.strip() for one in _SENTENCE.findall(_MARK.sub("", str(words)))]
        asked = [one for one in said if one.endswith("?")]
        return str((asked[-1:] or said)[0])

    def _fact(self, language: str, fact: Fact, guard: Callable[[str], str]) -> Any:
        match fact:
            case Text():
                return self._said(language, fact, guard)
            case str():
                return guard(fact)
            case int() | Decimal() | date():
                return fact

    def _formatted(self, language: str, text_id: str, facts: Mapping[str, Any]) -> str:
        bundle = self._bundles[language]
        pattern = bundle.get_message(text_id).value if bundle.has_message(text_id) else None
        if pattern is None:
            raise TextMissing(f"no text {text_id!r} in {language!r}")
        long = {k: fact for k, fact in facts.items() if isinstance(fact, str) and len(fact) > _LONG}
        held = {name: f"\ue000{name}\ue001" for name in long}
        put = {**facts, **held}
        stopped = {
            name: put[name] + _STOPPED
            for name, fact in facts.items()
            if isinstance(fact, str) and fact.endswith(".")
        }
        words, wrong = bundle.format_pattern(pattern, {**put, **stopped})
        if wrong:
            raise TextMissing(f"text {text_id!r} in {language!r}: {wrong[0]}")
        said = str(words)
        if stopped:
            said = _SECOND_STOP.sub(r"\1", said).replace(_STOPPED, "")
        for name, place in held.items():
            said = said.replace(place, long[name])
        return said


@dataclass(frozen=True)
class Lexicon:
    """The words that steer: every language's words for a verb, and for a conversation.

    `hails` are greetings, by the kind of the answer; `courtesies` are said around anything and mean
    nothing; `approving` are the words of somebody who approves all that waits, by what they say.
    `logging` are the words that what was done may follow, `owning` those that it does not begin
    with. `topics` are what an office is asked about itself.
    """

    verbs: Mapping[str, str]
    openings: Mapping[str, str]
    hails: Mapping[str, str]
    courtesies: frozenset[str]
    approving: Mapping[str, str]
    logging: frozenset[str]
    owning: frozenset[str]
    topics: Mapping[str, str]


def lexicon(texts: Texts, *, verbs: Iterable[str], conversations: Iterable[str]) -> Lexicon:
    """The steering words of all languages, as the catalogue lists them (`a | b | c`)."""
    return Lexicon(
        verbs=_words(texts, "verb", verbs),
        openings=_words(texts, "open", conversations),
        hails={squeezed(words): kind for words, kind in _words(texts, "hail", HAILS).items()},
        courtesies=frozenset(_words(texts, "word", ("courtesy",))),
        approving=_words(texts, "word", ("yes", "approve-more", "approve")),
        logging=frozenset(_words(texts, "word", ("log",))),
        owning=frozenset(_words(texts, "word", ("own",))),
        topics=_words(texts, "topic", reversed(TOPICS)),
    )


def _words(texts: Texts, kind: str, names: Iterable[str]) -> dict[str, str]:
    return {
        folded(word): name
        for name in names
        for language in LANGUAGES
        for word in texts.plain(language, Text(f"{kind}-{name}")).split("|")
    }


@cache
def catalogue() -> Texts:
    """The texts of every language."""
    return Texts({language: _bundle(language, files_of(language)) for language in LANGUAGES})


def files_of(language: str) -> list[str]:
    """The names of one language's Fluent files."""
    return sorted(path.stem for path in locales(language).glob("*.ftl"))


def bundle_of(language: str, files: Iterable[str]) -> Texts:
    """The texts of some files only, in one language; read once."""
    return _read(language, tuple(files))


@cache
def _read(language: str, files: tuple[str, ...]) -> Texts:
    return Texts({language: _bundle(language, files)})


def ids_in(language: str, *files: str) -> tuple[str, ...]:
    """The ids of the texts of these Fluent files, or of all, in their order."""
    names = files or files_of(language)
    return tuple(text_id for name in names for text_id, _ in _sources(language, name))


def _bundle(language: str, files: Iterable[str]) -> FluentBundle:
    return _Bundle(
        language, {key: source for name in files for key, source in _sources(language, name)}
    )


@cache
def _sources(language: str, name: str) -> tuple[tuple[str, str], ...]:
    source = (locales(language) / f"{name}.ftl").read_text("utf-8")
    return tuple((found[1], found[0]) for found in _TEXT.finditer(source))


class _Bundle(FluentBundle):
    """Parses a text when it is first asked for: to parse all of them takes 0.3 s and 15 MB."""

    def __init__(self, language: str, sources: Mapping[str, str]) -> None:
        super().__init__([_REGIONS[language]], use_isolating=False)
        self._babel_locale.date_formats["full"] = _WITH_WEEKDAY
        self._sources = sources

    def has_message(self, message_id: str) -> bool:
        return message_id in self._sources

    def _lookup(self, entry_id: str, term: bool = False) -> Any:
        """A text, or one that a text quotes."""
        if not term and entry_id not in self._messages:
            self.add_resource(FluentResource(self._sources[entry_id]))
        return super()._lookup(entry_id, term)


def locales(language: str) -> Path:
    """The folder of one language's texts."""
    return Path(str(files("bot"))).parent / "locales" / language


def _escaped(words: str) -> str:
    return escape(words, quote=False)
