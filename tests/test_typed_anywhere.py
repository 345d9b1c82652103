"""Words and numbers at every question of every conversation: never stolen, never lost.

Each conversation is played in full without any channel, and at each question that it asks somebody
types what has nothing to do with it; then all that is undone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from bot.channel import Delivery, Tapped
from bot.cli.bubbles.answers import fullest
from bot.cli.bubbles.phone import PlayedPhone
from bot.cli.bubbles.town import NOW, SENDERS, TODAY, Town, peopled
from bot.cli.bubbles.walks import MOST, player
from bot.inbound.outcome import Speech
from bot.texts import catalogue, lexicon
from bot.whatsapp.traits import CHANNEL
from handlers import CONVERSATIONS, VERBS
from handlers.engine.said import Typed
from handlers.listed import PROMPTS
from models.dialogues import Dialogue, early_words
from models.letters import Letter, Lines, Text, Words
from models.rights import may_log
from models.screens import Screens, Shown
from models.store import Store
from models.store.chat import addresses, dialogues, screens
from models.store.work import entries
from models.work import Entry
from tests.played import empty_store, spelled
from tests.recorder import RECORDER

SPEECH = Speech(catalogue(), lexicon(catalogue(), verbs=VERBS, conversations=CONVERSATIONS))
LONG = "Kursi tunggunya kurang banyak sekali"
LOG_PROMPT = next(one.kind for one in PROMPTS.every if one.takes is not None)
NO_FORM = frozenset(
    name for name, one in CONVERSATIONS.items() if not any(hasattr(p, "ask") for p in one.parts)
)
"""What only shows something, or is done at once: it asks nothing."""


@dataclass
class Phone(PlayedPhone):
    """A phone that keeps what was read: the texts by their names, and all of it in words."""

    texts: list[str] = field(default_factory=list)
    words: str = ""

    def does(self, said: Delivery) -> None:
        self.texts, self.words = [], ""
        RECORDER.does(self.sender, CHANNEL, str(said))
        super().does(said)

    def says(self, text: str) -> None:
        self.does(Typed(text))

    def reads(self, letter: Letter, language: str) -> None:
        self.texts += [one.id for one in _flat(letter.paragraphs) if isinstance(one, Text)]
        self.words += "\n".join(spelled(one) for one in letter.paragraphs)
        RECORDER.meets(letter, self.sender)
        super().reads(letter, language)

    @property
    def dialogue(self) -> Dialogue | None:
        return addresses.meet(self.store, CHANNEL, self.sender).dialogue

    @property
    def here(self) -> int:
        return addresses.meet(self.store, CHANNEL, self.sender).address.id

    @property
    def logs(self) -> bool:
        return may_log(addresses.person_at(self.store, addresses.by_id(self.store, self.here), NOW))

    @property
    def parked(self) -> list[Dialogue]:
        return dialogues.parked(self.store, self.here)


def _flat(paragraphs: tuple[Words, ...]) -> Iterator[Words]:
    for one in paragraphs:
        yield from _flat(one.lines) if isinstance(one, Lines) else (one,)


@pytest.fixture(scope="module")
def town() -> Iterator[tuple[Store, Town]]:
    with empty_store() as store:
        town = peopled(store, "id")
        for who in ("employee", "head"):
            person = addresses.meet(store, CHANNEL, SENDERS[who]).address.person_id or 0
            entries.add(store, Entry(0, "", person, TODAY, TODAY, "Rapat", sent_at=NOW))
        yield store, town


@contextmanager
def undone(store: Store) -> Iterator[None]:
    """Whatever is done meanwhile is undone."""
    before = store.begin_nested()
    yield
    before.rollback()


def begun(store: Store, town: Town, name: str) -> Phone:
    """Somebody for whom it is, at its first question or screen."""
    cost = CONVERSATIONS[name].manifest.cost
    for other in cost.after:
        begun(store, town, other)
    phone = Phone(store, SENDERS[player(name)], NOW, SPEECH)
    word = spelled(Text(f"open-{name}")).split("|")[0].strip()
    tap = None if cost.tap is None else f"o.{name}.{town.spelled(cost.tap)}"
    phone.does(Typed(word) if tap is None else Tapped(tap))
    return phone


def at_each_question(
    town: tuple[Store, Town], name: str, *probes: Callable[[Phone], None]
) -> int:
    """Do each of these at each question that the conversation asks; gives how many there were."""
    store, places = town
    asked, tried = set[str](), set[tuple[str, str]]()
    with undone(store):
        phone = begun(store, places, name)
        sample = CONVERSATIONS[name].manifest.cost.answer
        words = places.spelled(sample) if sample else "Kegiatan hari ini"
        while (question := phone.question) is not None and phone.count.deeds < MOST:
            for probe in probes if question.name not in asked else ():
                with undone(store):
                    probe(Phone(store, phone.sender, NOW, SPEECH))
            asked.add(question.name)
            phone.does(fullest(phone, question, words, tried=tried))
    return len(asked)


def answers(dialogue: Dialogue | None) -> str:
    return "" if dialogue is None else dialogue.answers


FORMS = sorted({*CONVERSATIONS} - NO_FORM)
SILENT = {
    *("ditahan", "hapus", "jejak", "libur", "luruskan", "pengaduan", "pengaturan", "penilaian"),
    *("kata", "membantu", "penjelasan", "permintaan", "segel", "status", "tentang", "tinjauan"),
}
"""Forms that ask nothing in this town: there is nothing that they could be about, or nothing
that is said can be taken back."""


def a_command_means_itself(phone: Phone) -> None:
    before = phone.dialogue
    assert before is not None
    for word in ("bantuan", "/bantuan", "Bantuan."):
        phone.says(word)
        assert "guide" in phone.texts, (word, phone.texts)
        after = phone.dialogue
        assert after is None or (after.answers, after.early) == (before.answers, before.early)
    if phone.logs:
        phone.says("catat menghitung arsip")
        now = phone.dialogue
        assert now is not None
        assert now.conversation == "catat"
        assert "menghitung arsip" in now.answers


def words_are_an_answer_or_stay(phone: Phone) -> None:
    before = phone.dialogue
    assert before is not None
    phone.says(LONG)
    after = phone.dialogue
    if after is None or after.id != before.id:
        return
    kept = early_words(after) or ""
    assert LONG in after.answers or LONG in kept or "hint-too-long" in phone.texts


def a_number_under_a_list_is_a_row_of_the_list(phone: Phone) -> None:
    """Of the answers that may be changed, and of one's own entries: never the question above."""
    before = phone.dialogue
    assert before is not None
    given = len(json.loads(before.answers))
    phone.says("koreksi")
    if "correct-line" in phone.texts:
        for word in ("ya", "lewati", "kembali"):
            phone.says(word)
            assert answers(phone.dialogue) == before.answers, "that is for no list"
            phone.says("koreksi")
        phone.says("99")
        assert "hint-row" in phone.texts
        assert answers(phone.dialogue) == before.answers
        with undone(phone.store):
            phone.says("1")
            after = phone.dialogue
            assert after is not None
            assert after.id == before.id
            assert len(json.loads(after.answers)) < given
    if phone.logs:
        phone.says("riwayat")
        assert "history-title" in phone.texts
        phone.says("ya")
        assert phone.dialogue is None or phone.dialogue.answers == before.answers
        phone.says("riwayat")
        phone.says("no. 1")
        assert "history-title" not in phone.texts
        assert "hint-row" not in phone.texts
        assert phone.dialogue is None or phone.dialogue.answers == before.answers


def what_answers_a_prompt_answers_no_form(phone: Phone) -> None:
    before = phone.dialogue
    if before is None or not phone.logs:
        return
    prompted(phone, LOG_PROMPT)
    for words in ("ya", "1", "Melayani dua puluh akta"):
        with undone(phone.store):
            phone.says(words)
            now = phone.dialogue
            assert now is not None
            assert now.conversation == "catat"
            if words == "Melayani dua puluh akta":
                assert words in now.answers
            for one in phone.parked:
                assert (one.id, one.answers) == (before.id, before.answers)
    other = next(one.kind for one in PROMPTS.every if one.takes is None)
    prompted(phone, other)
    for words in ("ya", "1", LONG):
        with undone(phone.store):
            phone.says(words)
            assert answers(phone.dialogue) == before.answers
            kept = early_words(phone.dialogue or before) or ""
            assert (words in kept) is (words == LONG), "only what says something is offered"


def prompted(phone: Phone, kind: str) -> None:
    """Tilik has spoken first since."""
    screens.put(phone.store, phone.here, Screens((Shown(0, {}, kind),), asked=True))


def batal_ends_all_that_is_parked(phone: Phone) -> None:
    phone.says("bahasa")
    phone.says("batal")
    assert phone.dialogue is None
    assert phone.parked == []
    phone.says("batal")
    assert {"cancel-nothing"} == {*phone.texts}


PROBES = (
    a_command_means_itself,
    words_are_an_answer_or_stay,
    a_number_under_a_list_is_a_row_of_the_list,
    what_answers_a_prompt_answers_no_form,
    batal_ends_all_that_is_parked,
)


@pytest.mark.parametrize("name", FORMS)
def test_what_is_typed_at_any_question_is_neither_stolen_nor_lost(
    town: tuple[Store, Town], name: str
) -> None:
    asked = at_each_question(town, name, *PROBES)
    assert (asked == 0) is (name in SILENT)
