"""Turns a letter into its WhatsApp template, for when the 24-hour window is closed.

A template is a text `template-` and the id of the letter's first words. Its facts stand in its
words as they are; a part `fact-NAME` says how one is put (a date, say), `tap-LABEL` is a button
(the label of the letter's own button that it stands for), `example-NAME` is for the platform's
reviewers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.channel import TemplateLetter
from bot.texts import Texts
from handlers.openings import ToGreeting
from models.letters import OPENS, Letter, Lines, Text, Words

PREFIX, FACT, TAP, EXAMPLE = "template-", "fact-", "tap-", "example-"
HOME = ToGreeting().tap


def template_letter_of(letter: Letter, texts: Texts, language: str) -> TemplateLetter | None:
    """The letter as a template; None where it has none and must wait for the person."""
    first = next(_texts(letter.paragraphs), None)
    if first is None or not texts.has(language, PREFIX + first.id):
        return None
    template = Text(PREFIX + first.id, first.facts)
    parts = texts.parts(language, template.id)
    names = [part.removeprefix(EXAMPLE) for part in parts if part.startswith(EXAMPLE)]
    labels = [part.removeprefix(TAP) for part in parts if part.startswith(TAP)]
    return TemplateLetter(
        remote_name(template.id),
        language,
        _facts(template, names, texts, language),
        tuple(_tap(letter, first, label) for label in labels),
    )


def remote_name(text_id: str) -> str:
    """What the platform calls a template: letters, digits and underscores."""
    return text_id.removeprefix(PREFIX).replace("-", "_")


def _facts(
    template: Text, names: Sequence[str], texts: Texts, language: str
) -> dict[str, str]:
    """The parameters; one that ends in a full stop loses it where the template has its own, since
    the platform puts them in as they are."""
    said = texts.plain(language, Text(template.id, {name: f"{{{name}}}" for name in names}))
    found = {name: _fact(template, name, texts, language) for name in names}
    return {
        name: fact.removesuffix(".") if f"{{{name}}}." in said else fact
        for name, fact in found.items()
    }


def _fact(template: Text, name: str, texts: Texts, language: str) -> str:
    """A parameter in words, on one line, as platforms want it."""
    if FACT + name in texts.parts(language, template.id):
        words = texts.part(language, template, FACT + name)
    else:
        fact = template.facts[name]
        words = texts.plain(language, fact) if isinstance(fact, Text) else str(fact)
    return " ".join(words.split()) or "–"


def _tap(letter: Letter, first: Text, label: str) -> str:
    """What the letter's button of this label carries; where it has none, what its first words say
    (`OPENS`), else its first button."""
    there = [button for row in letter.buttons for button in row]
    for button in there:
        if isinstance(button.label, Text) and button.label.id == label:
            return button.tap
    opens = first.facts.get(OPENS)
    if isinstance(opens, str):
        return opens
    return there[0].tap if there else HOME


def _texts(paragraphs: tuple[Words, ...]) -> Iterator[Text]:
    for words in paragraphs:
        if isinstance(words, Text):
            yield words
        elif isinstance(words, Lines):
            yield from _texts(words.lines)
