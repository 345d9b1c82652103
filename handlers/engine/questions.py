"""The kinds of question: what can be asked, and how each answer is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar, cast

from handlers.engine.likely import likely_values
from handlers.engine.question import Choice, NotUnderstood, Question, Spell, listed
from handlers.engine.said import Chosen, GivenFile, Said, Typed
from models import survey_words
from models.instruments import Instrument, instrument
from models.letters import Fact, FileKind, Text, Verbatim, Words
from models.refused import Refused
from models.scores import OVERALL
from models.wording import folded, plain

T = TypeVar("T")
C = TypeVar("C", bound=Choice)
V = TypeVar("V")
LONGEST_WORDS = 4000
LONGEST_COMMENT = 3 * 4096
"""What a platform cuts into several messages is still one comment."""
_LINK = re.compile(r"https?://[^\s<>\"]{4,500}", re.IGNORECASE)
MOST_OF_A_YES = 6
"""Words: what is longer says more than yes."""
BEGINNING = 2
"""So many letters begin a label; a single one may be a letter of the paper form, or anything."""
MINUS = "-−–"
"""Before a number: then it is an amount, and no place in a list."""
WORD = 3
"""So many letters of a label's middle are enough to mean it, where no other label has them."""


@dataclass(frozen=True)
class Option:
    """A choice that is nothing but its key and label."""

    key: str
    label: Words


@dataclass(frozen=True)
class Pick(Question[C]):
    """One of several choices, by tap, number, label or unambiguous beginning.

    `yes` is the key of the choice that a plain yes means, where the question asks for one, and
    `yes_words` the text that lists what a plain yes is. `finer` are the choices that are shown
    later and may be typed at once. `theirs`: a word of a label is meant for it here, though it is
    a command elsewhere.
    """

    options: Sequence[C] = field(kw_only=True)
    finer: Sequence[C] = field(default=(), kw_only=True)
    theirs: bool = field(default=False, kw_only=True)
    yes: str = field(default="", kw_only=True)
    yes_words: str = field(default="word-yes", kw_only=True)

    @property
    def choices(self) -> Sequence[C]:
        return self.options

    def read(self, said: Said, spell: Spell) -> C:
        match said:
            case Chosen(key):
                return self.fits(key)
            case Typed(text):
                return self._named(text, spell)
            case _:
                return super().read(said, spell)

    def likely(self, text: str, spell: Spell) -> Sequence[C]:
        held = _held_in(text, self.finer, spell) or _held_in(text, self.options, spell)
        return held or _beginning_with(text, self.options, spell)

    def names(self, text: str, spell: Spell) -> bool:
        wanted = folded(text)
        labels = [folded(spell(one.label)) for one in (*self.options, *self.finer)]
        within = self.theirs and any(f" {wanted} " in f" {label} " for label in labels)
        return self._is_yes(wanted, spell) or wanted in labels or within

    def kept(self, answer: C) -> str:
        return answer.key

    def fits(self, kept: Any) -> C:
        for option in (*self.options, *self.finer):
            if option.key == kept:
                return option
        raise NotUnderstood(Text("hint-gone"))

    def told(self, answer: C) -> Words:
        return answer.label

    @property
    def facts_of_hint(self) -> Mapping[str, Fact]:
        return {"count": len(self.options)}

    def _is_yes(self, wanted: str, spell: Spell) -> bool:
        """Whether it is a plain yes, with or without courtesies: "ya, pak"."""
        if not self.yes:
            return False
        yes, courtesies = (listed(one, spell) for one in (self.yes_words, "word-courtesy"))
        if wanted in yes:
            return True
        said = wanted.split()
        known = len(said) <= MOST_OF_A_YES and {*said} <= yes | courtesies
        return known and bool({*said} & yes)

    def _named(self, text: str, spell: Spell) -> C:
        wanted = folded(text)
        if self._is_yes(wanted, spell):
            return self.fits(self.yes)
        try:
            return self._labelled(text, spell)
        except NotUnderstood:
            if not self.finer or wanted.isdecimal():
                raise
        return replace(self, options=self.finer, finer=())._labelled(text, spell)

    def _labelled(self, text: str, spell: Spell) -> C:
        wanted = folded(text)
        labels = [folded(spell(option.label)) for option in self.options]
        named = [i for i, label in enumerate(labels) if label == wanted]
        is_number = wanted.isdecimal() and len(wanted) < 5 and text.strip()[0] not in MINUS
        if not named and is_number:
            named = [i for i in range(len(labels)) if i + 1 == int(wanted)]
        if not named and len(wanted) >= BEGINNING:
            named = [i for i, label in enumerate(labels) if label.startswith(wanted)]
        if not named and len(wanted) >= WORD:
            named = [i for i, label in enumerate(labels) if f" {wanted} " in f" {label} "]
        if not named and wanted and not plain(text):
            signs = [spell(option.label).strip() for option in self.options]
            named = [i for i, sign in enumerate(signs) if sign.startswith(wanted)]
        if len(named) == 1:
            return self.options[named[0]]
        raise NotUnderstood(Text("hint-pick", {"count": len(self.options)}))


@dataclass(frozen=True)
class PickAhead(Question[C | V], Generic[C, V]):
    """One of several choices, or at once the answer to the question `onward` to which one of them
    leads: where today, tomorrow and another day are offered, "2 desember" is that other day."""

    options: Sequence[C] = field(kw_only=True)
    onward: Question[V] = field(kw_only=True)

    @property
    def choices(self) -> Sequence[C]:
        return self.options

    def read(self, said: Said, spell: Spell) -> C | V:
        try:
            return self._first.read(said, spell)
        except NotUnderstood as miss:
            if isinstance(said, Typed) and plain(said.text).isdecimal():
                raise
            try:
                return self.onward.read(said, spell)
            except NotUnderstood as why:
                raise (miss if why.hint.id.startswith("hint-") else why) from None

    def likely(self, text: str, spell: Spell) -> Sequence[Choice]:
        return self.onward.likely(text, spell) or self._first.likely(text, spell)

    def names(self, text: str, spell: Spell) -> bool:
        return self._first.names(text, spell) or self.onward.names(text, spell)

    def kept(self, answer: C | V) -> Any:
        for option in self.options:
            if option == answer:
                return option.key
        return {"onward": self.onward.kept(cast(V, answer))}

    def fits(self, kept: Any) -> C | V:
        match kept:
            case {"onward": later}:
                return self.onward.fits(later)
        return self._first.fits(kept)

    def told(self, answer: C | V) -> Words | None:
        is_later = answer not in self.options
        return self.onward.told(cast(V, answer)) if is_later else cast(C, answer).label

    @property
    def kind(self) -> str:
        return "pick"

    @property
    def _first(self) -> Pick[C]:
        return Pick(self.name, options=self.options)


def _beginning_with(text: str, choices: Sequence[C], spell: Spell) -> Sequence[C]:
    """The choices that begin with the one letter; none where it is not just one."""
    letter = plain(text)
    if len(letter) != 1 or not letter.isalpha():
        return ()
    return [one for one in choices if plain(spell(one.label)).startswith(letter)]


def _held_in(text: str, choices: Sequence[C], spell: Spell) -> Sequence[C]:
    """The choices whose whole label stands in a sentence: "unit kerja saya salah"."""
    said = f" {plain(text)} "
    labels = [(one, plain(spell(one.label))) for one in choices]
    return [one for one, label in labels if len(label) >= WORD and f" {label} " in said]


@dataclass(frozen=True)
class Grade:
    """A value of a scale, worded for its own element."""

    value: int
    label: Words

    @property
    def key(self) -> str:
        return str(self.value)


@dataclass(frozen=True)
class Scale(Question[int]):
    """Four worded answers, worst first, as the questionnaire prints them."""

    element: str = field(kw_only=True)
    survey: Instrument = field(default_factory=instrument, kw_only=True)

    @property
    def counted_as(self) -> str:
        """A sheet asks one element after another by one name."""
        is_named = self.element == OVERALL or self.name.endswith(self.element)
        return self.name if is_named else f"{self.name}.{self.element}"

    @property
    def choices(self) -> Sequence[Grade]:
        labels = survey_words.answers(self.survey, self.element)
        return [Grade(value, label) for value, label in enumerate(labels, 1)]

    def read(self, said: Said, spell: Spell) -> int:
        return Pick(self.name, options=self.choices).read(said, spell).value

    def names(self, text: str, spell: Spell) -> bool:
        return Pick(self.name, options=self.choices).names(text, spell)

    def likely(self, text: str, spell: Spell) -> Sequence[Grade]:
        """What is meant by praise or blame in people's own words, by a number of another scale, or
        by a letter of the paper form and of the label."""
        choices = self.choices
        values = likely_values(text, spell, self.element)
        values += [one.value for one in _beginning_with(text, choices, spell)]
        return [choices[value - 1] for value in dict.fromkeys(values)]

    def fits(self, kept: Any) -> int:
        if kept not in (1, 2, 3, 4):
            raise NotUnderstood(Text("hint-gone"))
        return int(kept)

    def told(self, answer: int) -> Words:
        label = survey_words.answers(self.survey, self.element)[answer - 1]
        if self.element == OVERALL:
            return label
        said = label.words if isinstance(label, Verbatim) else label
        short = survey_words.short(self.survey, self.element)
        element = short.words if isinstance(short, Verbatim) else short
        return Text("told-element", {"element": element, "answer": said})


@dataclass(frozen=True)
class Write(Question[str]):
    """Free words, up to `longest` characters.

    `check` raises Refused for words that cannot be: its reason is the hint.
    """

    longest: int = field(default=LONGEST_WORDS, kw_only=True)
    check: Callable[[str], object] | None = field(default=None, kw_only=True)

    def read(self, said: Said, spell: Spell) -> str:
        match said:
            case Typed(text) if words := text.replace("\0", "").strip():
                return self.fits(words)
            case _:
                return super().read(said, spell)

    def fits(self, kept: Any) -> str:
        if not isinstance(kept, str):
            raise NotUnderstood(Text("hint-gone"))
        if len(kept) > self.longest:
            over = {"length": len(kept), "longest": self.longest}
            raise NotUnderstood(Text("hint-too-long", over))
        try:
            if self.check:
                self.check(kept)
        except Refused as no:
            raise NotUnderstood(no.why) from None
        return kept

    def told(self, answer: str) -> Words:
        return Verbatim(answer)

    def typed(self, answer: str) -> str:
        return answer


@dataclass(frozen=True)
class EarlyWords(Write):
    """What was written where nothing asked for words, None where nothing was; nobody is asked."""

    gathers: bool = field(default=True, kw_only=True)

    @property
    def settled(self) -> bool:
        return True


@dataclass(frozen=True)
class Attach(Question[GivenFile]):
    """A photo, a document or a voice note; a link too, where `kinds` has it; none of more than
    `largest` bytes."""

    kinds: frozenset[FileKind] = field(
        default=frozenset({"photo", "document", "voice"}), kw_only=True
    )
    largest: int | None = field(default=None, kw_only=True)

    def read(self, said: Said, spell: Spell) -> GivenFile:
        match said:
            case GivenFile(kind, size=size) if kind in self.kinds:
                if self.largest is not None and (size or 0) > self.largest:
                    most = self.largest // 10**6
                    raise NotUnderstood(Text("hint-attach-large", {"most": most}))
                return said
            case Typed(text) if "link" in self.kinds and len(found := _LINK.findall(text)) == 1:
                return GivenFile("link", found[0].rstrip(".,;:!?)]'’”"))
            case _ if "voice" not in self.kinds:
                raise NotUnderstood(Text("hint-attach-shown"))
            case _:
                return super().read(said, spell)

    def kept(self, answer: GivenFile) -> Any:
        return [answer.kind, answer.file, answer.name, answer.size, answer.caption]

    def fits(self, kept: Any) -> GivenFile:
        match kept:
            case [str(kind), str(file), name, size, caption] if kind in self.kinds:
                return GivenFile(kind, file, name, size, caption)
        raise NotUnderstood(Text("hint-gone"))


@dataclass(frozen=True)
class Noted(Question[T]):
    """A value that `look` found and every later replay must see again; nobody is asked."""

    value: T = field(kw_only=True)

    @property
    def settled(self) -> bool:
        return True
