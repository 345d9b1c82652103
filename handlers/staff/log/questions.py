"""The two questions that only the log asks: what was done, and the card that may be answered so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from handlers.engine.question import NotUnderstood, Question, Spell
from handlers.engine.questions import Attach, Option, Pick, Write
from handlers.engine.said import GivenFile, Said, Typed
from models.letters import FileKind, Text, Verbatim, Words

FILES: frozenset[FileKind] = frozenset({"photo", "document", "voice", "link"})
MOST_FILES = 5
"""Pieces of evidence of one entry; the oldest goes where there are more."""
_FILE = Attach("log-evidence", kinds=FILES)


@dataclass(frozen=True)
class WorkTold:
    """What was done, and the files that came with it, whose caption said so; no words where there
    was no caption."""

    words: str
    files: tuple[GivenFile, ...] = ()


@dataclass(frozen=True)
class Tell(Question[WorkTold]):
    """Free words, or a file; its caption is the words. Whoever picks several files sends several
    messages: those that follow belong to the first."""

    longest: int = field(default=1000, kw_only=True)

    def read(self, said: Said, spell: Spell) -> WorkTold:
        match said:
            case GivenFile(caption=str(caption)) if caption.strip():
                return WorkTold(self._words.read(Typed(caption), spell), (_FILE.read(said, spell),))
            case GivenFile():
                return WorkTold("", (_FILE.read(said, spell),))
            case _:
                return WorkTold(self._words.read(said, spell))

    def edited(self, answer: WorkTold, said: Said, spell: Spell) -> WorkTold:
        now = self.read(said, spell)
        return replace(now, files=(*now.files, *answer.files[len(now.files) :]))

    def extended(self, answer: WorkTold, said: Said, spell: Spell) -> WorkTold:
        if not isinstance(said, GivenFile):
            raise NotUnderstood(Text("hint-attach"))
        return replace(answer, files=(*answer.files, _FILE.read(said, spell))[-MOST_FILES:])

    def kept(self, answer: WorkTold) -> Any:
        return [answer.words, *map(_FILE.kept, answer.files)]

    def fits(self, kept: Any) -> WorkTold:
        match kept:
            case [words, *files]:
                known = tuple(_FILE.fits(one) for one in files if one)
                return WorkTold(self._words.fits(words), known)
        raise NotUnderstood(Text("hint-gone"))

    def told(self, answer: WorkTold) -> Words | None:
        return Verbatim(answer.words) if answer.words else None

    @property
    def kind(self) -> str:
        return "write"

    @property
    def _words(self) -> Write:
        return Write(self.name, longest=self.longest)


@dataclass(frozen=True)
class LineCard(Question[Option | GivenFile]):
    """What will be saved, with a button for each change; a file or link sent to it is evidence."""

    options: list[Option] = field(kw_only=True)

    @property
    def choices(self) -> list[Option]:
        return self.options

    def read(self, said: Said, spell: Spell) -> Option | GivenFile:
        if isinstance(said, GivenFile):
            return _FILE.read(said, spell)
        try:
            return self._steps.read(said, spell)
        except NotUnderstood as miss:
            try:
                return _FILE.read(said, spell)
            except NotUnderstood:
                raise miss from None

    def names(self, text: str, spell: Spell) -> bool:
        return self._steps.names(text, spell)

    def kept(self, answer: Option | GivenFile) -> Any:
        return _FILE.kept(answer) if isinstance(answer, GivenFile) else answer.key

    def fits(self, kept: Any) -> Option | GivenFile:
        return _FILE.fits(kept) if isinstance(kept, list) else self._steps.fits(kept)

    def told(self, answer: Option | GivenFile) -> Words | None:
        return None

    @property
    def kind(self) -> str:
        return "pick"

    @property
    def _steps(self) -> Pick[Option]:
        return Pick(self.name, options=self.options, yes="save")
