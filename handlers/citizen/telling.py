"""What happened, told in any order: words, photos, documents, a voice, a place on the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from handlers.engine.question import NotUnderstood, Question, Spell, listed
from handlers.engine.questions import LONGEST_COMMENT, Attach, Write
from handlers.engine.said import GivenFile, Located, Said, Typed
from models.complaints import LARGEST_FILE, MOST_FILES, Evidence, from_citizen, in_country, on_map
from models.letters import Text, Verbatim, Words
from models.wording import plain

LONGEST_SHOWN = 600
"""Characters of the words that a card shows; all of them are sent."""
ENOUGH = 2
"""Words, beside greetings and tries, that say something."""
_FILE = Attach("hint-attach")


@dataclass(frozen=True)
class Telling:
    """What was told so far. `early`: the words were written before they were asked for.
    `is_enough`: it says what happened."""

    words: str = ""
    files: tuple[GivenFile, ...] = ()
    place: Located | None = None
    is_enough: bool = False
    early: str = ""

    @property
    def evidence(self) -> Sequence[Evidence]:
        """What goes with the words."""
        sent = [from_citizen(one.kind, one.file, one.name) for one in self.files]
        at = self.place
        return sent if at is None else [*sent, on_map(at.latitude, at.longitude)]

    def with_words(self, beside: str | None) -> str:
        """The words with those that came while something else was asked."""
        more = (beside or "").removeprefix(self.early).strip()
        return "\n".join(filter(None, (self.words, more)))

    def and_then(self, more: Telling) -> Telling:
        """This and what was told after it."""
        words = "\n".join(filter(None, (self.words, more.words)))
        files = (*self.files, *more.files)
        return Telling(words, files, more.place or self.place, more.is_enough, self.early)


@dataclass(frozen=True)
class TellAll(Question[Telling]):
    """What happened, in words or by what shows it; what is sent after it belongs to it.

    `before` is what was told already, which this goes on from. `begins`: a greeting or a try alone
    is no part of it.
    """

    before: Telling = field(default_factory=Telling, kw_only=True)
    begins: bool = field(default=False, kw_only=True)

    def read(self, said: Said, spell: Spell) -> Telling:
        match said:
            case GivenFile(kind=kind, caption=caption):
                self._room_for(said)
                words = self._telling(Typed(caption), spell) if caption else ""
                voiced = kind == "voice" or any(one.kind == "voice" for one in self.before.files)
                return Telling(words, (said,), None, voiced or self._says(words, spell))
            case Located():
                return Telling("", (), _placed(said), self.before.is_enough)
            case _:
                words = self._telling(said, spell)
                return Telling(words, is_enough=self._says(words, spell))

    def edited(self, answer: Telling, said: Said, spell: Spell) -> Telling:
        now = self.read(said, spell)
        return replace(now, files=answer.files, place=answer.place)

    def extended(self, answer: Telling, said: Said, spell: Spell) -> Telling:
        if not isinstance(said, GivenFile | Located):
            raise NotUnderstood(Text("hint-write"))
        return answer.and_then(replace(self, before=self.before.and_then(answer)).read(said, spell))

    def kept(self, answer: Telling) -> Any:
        files, at = [_FILE.kept(one) for one in answer.files], answer.place
        return [answer.words, files, at and [at.latitude, at.longitude], answer.is_enough]

    def fits(self, kept: Any) -> Telling:
        match kept:
            case str(words):
                return Telling(self._words.fits(words), is_enough=True, early=words)
            case [str(words), [*files], place, bool(is_enough)]:
                sent = tuple(_FILE.fits(one) for one in files)
                return Telling(words, sent, _kept_place(place), is_enough)
        raise NotUnderstood(Text("hint-gone"))

    def told(self, answer: Telling) -> Words | None:
        return Verbatim(answer.words) if answer.words else None

    def typed(self, answer: Telling) -> str:
        return answer.words

    def shown(self, answer: Telling) -> int:
        return len(answer.evidence)

    @property
    def kind(self) -> str:
        return "write"

    @property
    def _words(self) -> Write:
        return Write(self.name, longest=LONGEST_COMMENT)

    def _room_for(self, file: GivenFile) -> None:
        if len(self.before.files) >= MOST_FILES:
            raise NotUnderstood(Text("complaint-files-full", {"most": MOST_FILES}))
        if (file.size or 0) > LARGEST_FILE:
            raise NotUnderstood(Text("complaint-file-large", {"most": LARGEST_FILE // 10**6}))

    def _says(self, words: str, spell: Spell) -> bool:
        """Whether that says what happened, with what was told before."""
        told = _told_in(f"{self.before.words} {words}", spell)
        return sum(not one.isdecimal() for one in told) >= ENOUGH

    def _telling(self, said: Said, spell: Spell) -> str:
        """The words, without what nobody would send along."""
        words = self._words.read(said, spell)
        return words if _told_in(words, spell) or not self.begins else ""


def _told_in(words: str, spell: Spell) -> set[str]:
    """The words in them that are more than a greeting or a try."""
    nothing = {word for line in listed("word-empty", spell) for word in line.split()}
    return set(plain(words).split()) - nothing


def _kept_place(kept: Any) -> Located | None:
    match kept:
        case None:
            return None
        case [float(latitude) | int(latitude), float(longitude) | int(longitude)]:
            return Located(latitude, longitude)
    raise NotUnderstood(Text("hint-gone"))


def _placed(at: Located) -> Located:
    if not in_country(at.latitude, at.longitude):
        raise NotUnderstood(Text("complaint-place-outside"))
    return at
