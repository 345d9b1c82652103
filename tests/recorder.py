"""What happens in a story, in its order: for whoever reads why it fails, and for `tests.reached`.

Nothing is changed, it is only listened to: what people do (the actors say it), which letters are
written, what a terminal says, what is refused, which choice is taken, what the phones show then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

import pytest

from bot.cli import terminal
from bot.outbound import files, post
from bot.texts import catalogue
from handlers.engine import conversation
from handlers.engine.question import Question
from handlers.engine.said import Chosen, Said
from models.letters import Letter, Lines, Text, Words
from models.refused import Refused
from models.store.chat import backlog
from models.store.letters import letters
from models.store.oversight import audit


@dataclass
class Reached:
    """What was met: ids of words in letters, refusals, and choices (`question: label`)."""

    words: set[str] = field(default_factory=set)
    refusals: set[str] = field(default_factory=set)
    offered: set[str] = field(default_factory=set)
    chosen: set[str] = field(default_factory=set)

    def sheet(self) -> dict[str, list[str]]:
        """As JSON, to be handed from a worker to whoever gathers."""
        return {name: sorted(ids) for name, ids in vars(self).items()}

    def add(self, sheet: Mapping[str, Sequence[str]]) -> None:
        """What was met elsewhere."""
        for name, ids in vars(self).items():
            ids.update(sheet[name])


class Recorder:
    """The dialogue of the test that runs, and what all tests have met."""

    def __init__(self) -> None:
        self.reached = Reached()
        self.lines: list[str] = []
        self._labels: dict[str, set[str]] = {}
        self._shown: dict[tuple[int, int], object] = {}
        self._listens = False

    def begin(self, *, story: bool) -> None:
        """Another test begins; of one that tells no story nothing is kept."""
        self.lines, self._shown, self._listens = [], {}, story

    # -- what people do and see -------------------------------------------------------------

    def does(self, who: str, channel: str, what: str) -> None:
        """Somebody does something."""
        self.lines.append(f"{who} ({channel}) {what}")

    def look(self, *boxes: Any) -> None:
        """What has come to the phones of these boxes, or has changed there, since the last look."""
        for box in boxes:
            for phone in list(box.phones.values()):
                fresh = {n for n, raw in list(phone.stored.items()) if self._is_new(phone, n, raw)}
                if fresh:
                    news = [one for one in phone.messages if one.id in fresh and not one.mine]
                    self.lines += [line for one in news for line in _screen(phone.name, one)]

    def _is_new(self, phone: Any, number: int, raw: object) -> bool:
        new = self._shown.get((id(phone), number)) is not raw
        self._shown[id(phone), number] = raw
        return new

    # -- what Tilik does --------------------------------------------------------------------

    def asks(self, question: Question[Any]) -> None:
        """A question is open: on the stage its letter says so, a played script says it here."""
        self.learn(question)
        self.meets(Letter((Text(question.name, question.facts),)), "nobody else")
        self.goes(_shown(question))

    def learn(self, question: Question[Any]) -> None:
        """A question that may be asked, and what can be tapped there in words of ours."""
        if not self._listens:
            return
        known = self._labels.setdefault(question.name, set())
        known.update(_choice(question, one) for one in question.choices if _is_ours(one.label))

    def meets(self, letter: Letter, to: str) -> None:
        """A letter is written."""
        if not self._listens:
            return
        ids = [words.id for words in letter.paragraphs if isinstance(words, Text)]
        self.goes(letter)
        asked = [name for name in ids if name in self._labels]
        for name in asked:
            self.reached.offered.update(self._labels[name])
        said = [name for name in ids if name not in asked]
        told = [*(["says " + ", ".join(said)] if said else []), *(f"asks {n}" for n in asked)]
        self.lines.append(f"    {letter.kind} to {to}: {'; '.join(told) or 'buttons'}")

    def goes(self, letter: Letter) -> None:
        """A letter goes out, as it is by then."""
        if self._listens:
            self.reached.words.update(_ids(letter.paragraphs))
            self.reached.words.update(_ids(b.label for row in letter.buttons for b in row))
            self.reached.words.update(_ids([letter.holds] if letter.holds else []))

    def says(self, words: Text) -> None:
        """A terminal says something."""
        if self._listens:
            self.reached.words.update(_ids(words))

    def refuses(self, why: Text) -> None:
        """The domain says no."""
        if not self._listens:
            return
        self.reached.refusals.add(why.id)
        self.lines.append(f"    refused: {why.id}")

    def takes(self, question: Question[Any], answer: object, said: Said | None = None) -> None:
        """An answer was understood, so it was asked; a choice in words of ours was met with it."""
        if not self._listens:
            return
        self.goes(_shown(question))
        if answer is None:
            return
        keys = {said.key} if isinstance(said, Chosen) else {str(question.kept(answer))}
        picked = [one for one in question.choices if one.key in keys and _is_ours(one.label)]
        self.reached.chosen.update(_choice(question, one) for one in picked)


RECORDER = Recorder()


def _shown(question: Question[Any]) -> Letter:
    """What is read where this is asked."""
    labels = [one.label for one in question.choices if _is_ours(one.label)]
    return Letter((Text(question.name, question.facts), Lines(tuple(labels))))


def _choice(question: Question[Any], one: Any) -> str:
    return f"{question.name}: {one.label.id}"


def _is_ours(label: Words) -> bool:
    """Whether the words are the catalogue's: those of people, as of a service, are any number."""
    return isinstance(label, Text)


def _ids(words: Any) -> Iterator[str]:
    """Every text id in these words, also those that stand in another text."""
    if isinstance(words, Text):
        yield words.id
        if words.otherwise and not catalogue().has("id", words.id):
            yield words.otherwise
        yield from _ids(words.facts.values())
    elif isinstance(words, Lines):
        yield from _ids(words.lines)
    elif not isinstance(words, str) and hasattr(words, "__iter__"):
        for one in words:
            yield from _ids(one)


def _screen(name: str, bubble: Any) -> Iterator[str]:
    marks = {"picture": bubble.photo, "document": bubble.document, "edited": bubble.edited}
    shown = [f"<{mark}>" for mark, there in marks.items() if there]
    first, *more = (" ".join([*shown, bubble.text])).split("\n")
    yield f"  {name} reads #{bubble.id}: {first}"
    yield from (f"      {line}" for line in more if line)
    if bubble.buttons:
        rows = [" ".join(f"[{one.label}]" for one in row) for row in bubble.buttons]
        yield "      " + " / ".join(rows)


# -- listening ------------------------------------------------------------------------------


@contextmanager
def listening(recorder: Recorder = RECORDER) -> Iterator[None]:
    """Hear of letters, refusals and answers while it lasts."""
    with pytest.MonkeyPatch.context() as patch:

        def after(
            place: Any, name: str, tell: Callable[..., None], *, facts: bool = False
        ) -> None:
            known = getattr(place, name)

            @wraps(known)
            def heard(*given: Any, **named: Any) -> Any:
                made = known(*given, **named)
                tell(made, *given, **(named if facts else {}))
                return made

            patch.setattr(place, name, heard)

        def replayed(step: Any, *_: Any) -> None:
            if isinstance(step, conversation.Asking):
                recorder.learn(step.question)

        def written(envelope: Any, *_: Any) -> None:
            recorder.meets(envelope.letter, f"{envelope.channel} {envelope.sender}")

        after(conversation.Conversation, "replay", replayed)
        def taken(answer: object, question: Question[Any], what: Said, *_: Any) -> None:
            recorder.takes(question, answer, what)

        def said(_: str, __: object, text: str, /, **facts: Any) -> None:
            recorder.says(Text(text, facts))

        def found(made: Any, *_: Any) -> None:
            for finding in made.findings:
                recorder.says(finding)

        after(conversation, "heard_as", taken)
        after(letters, "write", written)
        after(backlog, "write", written)
        after(post, "spoken", lambda _, letter, *__: recorder.goes(letter))
        after(post, "bare_words", lambda made, *_: recorder.goes(Letter(tuple(made))))
        after(files, "without_file", lambda _, __, why, ___: recorder.says(why))
        after(audit, "audited", found)
        after(terminal, "_spoken", said, facts=True)
        after(Refused, "__init__", lambda _, refused, *__: recorder.refuses(refused.why))
        yield
