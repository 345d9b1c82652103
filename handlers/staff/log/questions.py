"""The two questions that only the log asks: what was done, and the card that may be answered so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from handlers.engine.question import NotUnderstood, Question, Spell
from handlers.engine.questions import Attach, Option, Pick, Write
from handlers.engine.said import GivenFile, Said, Typed
from handlers.staff.log.changes import Parts, asks_for_change, change_in
from models.letters import FileKind, Text, Verbatim, Words

FILES: frozenset[FileKind] = frozenset({"photo", "document", "voice", "link"})
MOST_FILES = 10
"""Pieces of evidence of one entry: as many as an album of Telegram's has."""
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
        if len(answer.files) >= MOST_FILES:
            raise _full()
        words = "; ".join(filter(None, (answer.words, said.caption and said.caption.strip())))
        files = (*answer.files, _FILE.read(said, spell))
        return WorkTold(self._words.fits(words) if answer.words else "", files)

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


def _full() -> NotUnderstood:
    return NotUnderstood(Text("evidence-full", {"most": MOST_FILES}))


@dataclass(frozen=True)
class CardStep:
    """What is to be done with the line, and the files that came while that was asked. `value`:
    what the part of it that is to be changed becomes, where that was said at once."""

    key: str
    files: tuple[GivenFile, ...] = ()
    value: Any = None


@dataclass(frozen=True)
class LineCard(Question[CardStep | GivenFile]):
    """What will be saved, with a button for each change; a file or link sent to it is evidence,
    where there are not `files` enough already. A change of one of the `parts` may be typed."""

    options: list[Option] = field(kw_only=True)
    files: int = field(default=0, kw_only=True)
    parts: Parts = field(default_factory=dict, kw_only=True)

    @property
    def choices(self) -> list[Option]:
        return self.options

    def read(self, said: Said, spell: Spell) -> CardStep | GivenFile:
        if isinstance(said, GivenFile):
            return self._file(said, spell)
        try:
            return CardStep(self._steps.read(said, spell).key)
        except NotUnderstood as miss:
            if isinstance(said, Typed) and (change := change_in(said.text, self.parts, spell)):
                return CardStep(change.key, value=change.value)
            try:
                return _FILE.read(said, spell)
            except NotUnderstood:
                raise miss from None

    def likely(self, text: str, spell: Spell) -> list[Option]:
        """Every part, where a change is asked for and it is not clear of what."""
        try:
            unclear = asks_for_change(text, spell) and not change_in(text, self.parts, spell)
        except NotUnderstood:
            return []
        return [one for one in self.options if unclear and one.key in self.parts]

    def extended(
        self, answer: CardStep | GivenFile, said: Said, spell: Spell
    ) -> CardStep | GivenFile:
        if not isinstance(answer, CardStep):
            raise NotUnderstood(Text("hint-attach"))
        held = replace(self, files=self.files + len(answer.files))
        return replace(answer, files=(*answer.files, held._file(said, spell)))

    def kept(self, answer: CardStep | GivenFile) -> Any:
        if isinstance(answer, GivenFile):
            return _FILE.kept(answer)
        kept: dict[str, Any] = {"key": answer.key}
        if answer.files:
            kept["files"] = [_FILE.kept(one) for one in answer.files]
        if answer.value is not None:
            kept["value"] = self.parts[answer.key].kept(answer.value)
        return kept if len(kept) > 1 else answer.key

    def fits(self, kept: Any) -> CardStep | GivenFile:
        match kept:
            case [*_]:
                return _FILE.fits(kept)
            case {"key": key}:
                files = tuple(map(_FILE.fits, kept.get("files", ())))
                step = CardStep(self._steps.fits(key).key, files)
                value = kept.get("value")
                return replace(step, value=value and self.parts[step.key].fits(value))
        return CardStep(self._steps.fits(kept).key)

    def told(self, answer: CardStep | GivenFile) -> Words | None:
        return None

    def names(self, text: str, spell: Spell) -> bool:
        return self._steps.names(text, spell)

    @property
    def kind(self) -> str:
        return "pick"

    def _file(self, said: Said, spell: Spell) -> GivenFile:
        if self.files >= MOST_FILES:
            raise _full()
        return _FILE.read(said, spell)

    @property
    def _steps(self) -> Pick[Option]:
        return Pick(self.name, options=self.options, yes="save")
