"""Filling in a form: begin it, answer it, finish it, take up the one that was parked under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.channel import Tapped
from bot.turn.form import (
    UNTOUCHED,
    Barred,
    CannotGoOn,
    Complete,
    Form,
    Open,
    asks_of,
    sheet,
    touched,
)
from bot.turn.merge import fits
from bot.turn.question_letter import (
    QuestionView,
    examples,
    is_folded,
    near_choices,
    shown_first,
    shown_of_search,
    with_way_back,
    words_in,
)
from bot.turn.screens import has_rows, lose, number_in
from handlers.citizen.lately import lately
from handlers.engine.conversation import (
    LONGEST_FORM,
    Asking,
    Conversation,
    Ended,
    EndlessForm,
    Onward,
)
from handlers.engine.question import Choice, NotUnderstood
from handlers.engine.questions import LONGEST_COMMENT, LONGEST_WORDS
from handlers.engine.said import GivenFile, Said, Typed, Unasked
from handlers.engine.topic import Topic
from handlers.engine.wire import MOST_BYTES, Opening
from handlers.openings import (
    ToAssisting,
    ToComplaint,
    ToListening,
    ToRating,
    ToSurvey,
    ToVisit,
)
from models.dialogues import Dialogue, early_words, with_early
from models.letters import Fact, Letter, Text, Verbatim, Words
from models.refused import Refused
from models.store.chat import dialogues
from models.store.prompts.kinds import Begins

UNWRITTEN = 0
"""The number of a dialogue that is not written down yet."""
_NUMBERED = ("hint-pick", "hint-row")
FOR_THE_NEXT = (ToVisit.conversation, ToAssisting.conversation)
"""On a phone that is handed to others, whoever begins one of these is another than before."""
TOO_LONG_TO_LOSE = 12
"""Words that fit no question are worth keeping when they are longer than this."""


# -- beginning ----------------------------------------------------------------------------


def go_to(form: Form, opening: Opening) -> None:
    """Begin what this opens."""
    begin(form, opening.conversation, opening.written)


def begin(
    form: Form, name: str, opening: str, *, early: str | None = None, lead: Text | None = None
) -> None:
    """Start a conversation. The form that is open is parked under it, or shown again.

    `early`: what was written, and no question has taken, before it; `lead` says so.
    """
    words = opening[:MOST_BYTES]
    if name == ToComplaint.conversation and not words:
        words = at_hand(form)
    if name == ToListening.conversation and not words:
        given = lately(form.store, form.person, form.now)
        words = ToListening(given.counter.code).written if given else ""
    if _is_being_answered(form, name, words):
        return form.ask_again()
    if name in FOR_THE_NEXT:
        form.clear()
    try:
        found = _found(form, name, words)
        if isinstance(found, Open):
            return _opened(form, found.changed(early=early), lead=lead)
        topic, outcome = found
        if isinstance(outcome, Onward):
            return begin(form, outcome.conversation, outcome.opening, early=early, lead=lead)
        form.say(form.keep(topic, outcome))
        if form.introduced:
            resume(form)
    except Refused as refusal:
        form.refuse(refusal, *(() if early is None else (Text("words-lost"),)))
    if not _looks_around(form):
        _come_back(form)
    return None


def at_hand(form: Form) -> str:
    """How a complaint begins that names no place: at the one that this chat has scanned, or rated a
    moment ago. Nothing is kept to know it."""
    if form.dialogue is not None:
        if form.dialogue.conversation == ToComplaint.conversation:
            return form.dialogue.opening
        for kind in (ToRating, ToSurvey):
            if form.dialogue.conversation == kind.conversation:
                read = kind.read(form.dialogue.opening)
                return ToComplaint(read.code).written if read and read.code else ""
    given = lately(form.store, form.person, form.now)
    return ToComplaint(given.counter.code, given.service.key).written if given else ""


def _come_back(form: Form) -> None:
    """Show the open question again, or under numbered rows the way to it, so that a number is for
    them; where nothing is lost when it is left, its form ends. A list that only waits with words
    for what is picked from it is not shown again."""
    opened = form.resolve()
    if opened is not None and opened.question.passing:
        form.end(opened.dialogue if opened.is_passing else None)
    elif opened is not None and form.out and _leads_back(form, opened, form.out[-1]):
        form.out[-1] = with_way_back(form.out[-1], opened.asking, dialogue=opened.dialogue.id)
    elif opened is not None:
        form.show(opened)


def _leads_back(form: Form, opened: Open, last: Letter) -> bool:
    """Whether the way to the open question stands under the last letter, and not the question:
    under rows with numbers, and where it would cost another message that a button does not."""
    if has_rows(form, last):
        return True
    if form.traits.edits or last.file is not None or fits(last, form.asked(opened), form.traits):
        return False
    most = form.traits.most_choices
    return most is None or sum(len(row) for row in last.buttons) < most


def begin_with(
    form: Form, opening: Begins, said: Said, *, words: str = "", lead: Text | None = None
) -> None:
    """Start a conversation whose first question was answered before it was asked; by the opening
    that is written as `words`, where there are any."""
    try:
        found = _found(form, opening.conversation, words or opening.written)
    except Refused as refusal:
        return form.refuse(refusal)
    if isinstance(found, Open):
        said = Unasked(said.text) if isinstance(said, Typed) else said
        hear(form, form.put_down(found), said, lead=lead)
    return None


def begins_with(form: Form, opening: Begins, text: str) -> bool:
    """Whether the words answer the first question of what is begun so."""
    try:
        found = _found(form, opening.conversation, opening.written)
        if isinstance(found, Open):
            found.question.read(Typed(text), form.spell)
            return True
    except (NotUnderstood, Refused):
        pass
    return False


def _is_being_answered(form: Form, name: str, words: str) -> bool:
    """Whether just this form is open and has answers: two of it would answer against each other."""
    now = form.dialogue
    return now is not None and (now.conversation, now.opening) == (name, words) and touched(now)


def _found(form: Form, name: str, words: str) -> Open | tuple[Topic[Any, Any], Any]:
    """What these words lead to: a form, not written down yet, or at once an outcome.

    Raises `Refused`.
    """
    topic, facts = form.look_at(name, words)
    if not isinstance(topic, Conversation):
        return topic, facts
    step = topic.replay(facts)
    if isinstance(step, Ended):
        return topic, step.outcome
    dialogue = Dialogue(UNWRITTEN, name, words, sheet(step.kept), form.now + UNTOUCHED)
    return Open(dialogue, topic, facts, step)


def _opened(form: Form, new: Open, *, lead: Text | None = None) -> None:
    """Ask the first question; or go on with this very form where it lies parked, since begun
    twice it would answer twice."""
    parked = None if new.conversation.as_you_go else _parked_as(form, new.dialogue)
    if parked is not None:
        form.put_aside()
        return _go_on_with(form, parked)
    about = form.about if isinstance(form.heard.said, Tapped) else None
    if new.conversation.gathers and (words := _left_words(form)) is not None:
        new, lead = new.changed(early=words), Text("words-kept")
    leads = () if lead is None else (lead,)
    asked = form.put_down(new.changed(asks=asks_of(new, new.asking)))
    return form.show(asked, QuestionView(leads=leads, about=about))


def _left_words(form: Form) -> str | None:
    """The comment that waits in an open list of places: it goes with the place that is named
    otherwise, and the list ends. Raises `CannotGoOn`."""
    opened = form.resolve()
    if opened is None or opened.question.kind != "pick" or touched(opened.dialogue):
        return None
    if not opened.conversation.gathers or opened.dialogue.early is None:
        return None
    form.end(opened.dialogue, "finished")
    return opened.dialogue.early


def _parked_as(form: Form, new: Dialogue) -> Dialogue | None:
    at = form.person.address.id
    return dialogues.parked_as(form.store, at, new.conversation, new.opening)


def _looks_around(form: Form) -> bool:
    """Whether what was tapped is answered in its place, or on a channel where nothing is taken
    away: then the open question still stands to be answered."""
    tapped = isinstance(form.heard.said, Tapped) and form.heard.toast is None
    return tapped or form.about is not None


# -- answering ----------------------------------------------------------------------------


def hear(form: Form, opened: Open, said: Said, *, lead: Text | None = None) -> None:
    """Take what was said as the answer to the open question; `lead` goes before the next."""
    conversation, facts, asking = opened.conversation, opened.facts, opened.asking
    if _is_no_number_of_card(form, opened, said):
        shown = {"count": len(asking.question.choices)}
        return miss(form, opened, said, NotUnderstood(Text("hint-pick", shown)))
    message = form.heard.name if isinstance(form.heard.said, Typed | GivenFile) else None
    try:
        step = conversation.answer(
            facts, asking, said, spell=form.spell, message=message, early=opened.early
        )
    except NotUnderstood as why:
        return miss(form, opened, said, why)
    except EndlessForm:
        full = NotUnderstood(Text("form-full", {"most": LONGEST_FORM}))
        return miss(form, opened, said, full)
    if isinstance(said, GivenFile) and said.caption and asking.question.kind != "write":
        more = with_early(opened.dialogue, form.heard.name, said.caption)
        opened = opened.changed(early=more)
    _leave_home(form, opened)
    if asking.question.kind == "write":
        # Words that came too early are offered where words are asked for, and only once.
        opened = opened.changed(early=None)
    if isinstance(step, Ended):
        early = opened.dialogue.early
        return finish(form, conversation, step.outcome, early=early, lead=lead)
    if conversation.as_you_go:
        keep_so_far(form, opened, step)
    leads = (lead, _read_as(step, said))
    return form.ask(opened, step, leads=tuple(one for one in leads if one is not None))


def _is_no_number_of_card(form: Form, opened: Open, said: Said) -> bool:
    """Whether it is a number at a card that shows none: what decides is never taken by one."""
    number = number_in(said.text) if isinstance(said, Typed) else None
    if number is None:
        return False
    question = opened.question
    at = [one.key for one in question.choices][number - 1 : number]
    decides = bool(question.decisive) and at == [question.decisive]
    return decides or is_folded(question, form.traits)


def _read_as(step: Asking, said: Said) -> Text | None:
    """As which value of a scale words were read: nothing is counted that nobody has seen."""
    row = step.answered[-1] if step.answered else None
    if row is None or row.question.kind != "scale" or not isinstance(said, Typed):
        return None
    return Text("answer-read", {"answer": _fact(row.question.told(row.answer))})


def _fact(words: Words | None) -> Fact:
    return words if isinstance(words, Text) else words.words if isinstance(words, Verbatim) else ""


def _leave_home(form: Form, opened: Open) -> None:
    """A typed answer goes on in a new message: the buttons it leaves behind are taken away."""
    home = opened.dialogue.home
    if home is not None and form.about is None:
        form.say(Letter((), about=home, kind="edit"))


def keep_so_far(form: Form, opened: Open, step: Asking | Ended[Any]) -> bool:
    """Keep what is answered, with what silence would add; False if that is no outcome yet.

    Raises `CannotGoOn` where the form may not go on.
    """
    ended = opened.conversation.silence(opened.facts, step.kept, early=opened.early)
    if ended is None:
        return False
    try:
        form.keep(opened.conversation, ended.outcome)
        return True
    except Refused as refusal:
        raise Barred(refusal) from refusal


def miss(form: Form, opened: Open, said: Said, why: NotUnderstood) -> None:
    """A hint and the same question; the second time, examples and a way out.

    The words stay: as what the form gathers at once, else to be offered where words are asked for.
    """
    form.drop_copy()
    if isinstance(said, GivenFile) and not (lose(form, why.hint.id) or said.caption):
        return None
    if opened.question.reminder is not None:
        return _reminded(form, opened, said)
    if isinstance(said, GivenFile) and said.caption and opened.question.kind == "write":
        return hear(form, opened, Typed(said.caption), lead=Text("file-not-kept"))
    text = words_in(said)
    likely = opened.question.likely(text, form.spell) if text else ()
    near = near_choices(opened.question, text, form.spell) if text and not likely else []
    is_short = len(text) <= TOO_LONG_TO_LOSE
    found = bool(near or (likely and is_short))
    opened, told = _noted_beside(form, opened, text, found=found)
    opened = opened.changed(misses=opened.dialogue.misses + 1, home=None)
    form.write_down(opened)
    takes_none = why.hint.id.startswith("hint-") and opened.question.kind != "attach"
    is_strange = isinstance(said, GivenFile) and takes_none
    lost = (Text("file-not-kept"),) if is_strange else ()
    hints = _hints(form, opened, why, near, likely)
    leads, some = (*lost, *told, *hints), likely or near or None
    view = QuestionView(leads=leads, near=some, likely=bool(likely))
    return form.show(opened, view, offers_early=False)


def _hints(
    form: Form,
    opened: Open,
    why: NotUnderstood,
    near: Sequence[Choice],
    likely: Sequence[Choice],
) -> tuple[Words, ...]:
    """What of the choices may be meant, or how to answer, with an example the second time.

    Of numbers those that are on the screen; a card is answered by its words.
    """
    most = form.traits.most_choices
    if likely:
        return (Text("hint-likely", {"count": len(likely)}),)
    if near:
        shown = shown_of_search(opened.asking, most)
        count = {"count": len(near), "shown": shown}
        return (Text("hint-near-many" if len(near) > shown else "hint-near", count),)
    if why.hint.id in _NUMBERED and opened.question.decisive:
        return (Text("hint-buttons"),)
    on_screen = shown_first(opened.asking, most)
    numbers = {"count": on_screen} if "count" in why.hint.facts else {}
    hint = replace(why.hint, facts={**why.hint.facts, **numbers})
    if opened.dialogue.misses < 2:
        return (hint,)
    counted = opened.conversation.as_you_go and touched(opened.dialogue)
    return hint, examples(opened.asking, on_screen, counted=counted)


def _reminded(form: Form, opened: Open, said: Said) -> None:
    """Keep a sentence for when the question is answered, and ask it again in short."""
    text = said.text if isinstance(said, Typed) and " " in said.text.strip() else ""
    more = with_early(opened.dialogue, form.heard.name, text) if text else opened.dialogue.early
    kept = opened.changed(early=more, home=None)
    length = len(early_words(kept.dialogue) or "")
    if length > LONGEST_WORDS:
        over = {"length": length, "longest": LONGEST_WORDS}
        return form.show(opened, QuestionView(leads=(Text("words-too-long", over),), again=True))
    form.write_down(kept)
    file = (Text("unread-file"),) if isinstance(said, GivenFile) else ()
    leads = (Text("kept-unread"),) if text else file
    return form.show(kept, QuestionView(leads=leads, again=True), offers_early=False)


def _with_words(form: Form, opened: Open, text: str) -> Open:
    """The form with these words too, and what it asks now that it has them."""
    more = opened.changed(early=with_early(opened.dialogue, form.heard.name, text))
    kept = opened.asking.kept
    step = opened.conversation.replay(opened.facts, kept, early=early_words(more.dialogue))
    return replace(more, asking=step) if isinstance(step, Asking) else more


def _noted_beside(
    form: Form, opened: Open, text: str, *, found: bool
) -> tuple[Open, tuple[Words, ...]]:
    """The form with words that fit no question, and what is to be said of that.

    What is typed at a list of places looks for one of them; a form that gathers takes the rest.
    """
    gathers = opened.conversation.gathers
    begun = gathers and (opened.question.kind == "scale" or touched(opened.dialogue))
    is_lost = not found and any(sign.isalpha() for sign in text)
    if not is_lost or not (begun or len(text) > TOO_LONG_TO_LOSE):
        return opened, ()
    more = _with_words(form, opened, text)
    length = len(early_words(more.dialogue) or "")
    longest = LONGEST_COMMENT if gathers else LONGEST_WORDS
    if length > longest:
        asks = opened.question.kind == "write"
        over = Text("words-too-long", {"length": length, "longest": longest})
        return opened, () if asks else (over,)
    if not gathers:
        return more, ()
    if opened.conversation.as_you_go:
        keep_so_far(form, more, more.asking)
    return more, (Text("words-kept"),)


# -- the end ------------------------------------------------------------------------------


def finish(
    form: Form,
    topic: Topic[Any, Any],
    outcome: Any,
    *,
    early: str | None = None,
    lead: Text | None = None,
) -> None:
    """The form has its outcome: keep it, say so under the lead, and take up what was parked."""
    if topic.introduces and form.dialogue is not None:
        form.unread = early_words(form.dialogue)
    form.end(form.dialogue, "uncounted" if _is_uncounted(topic, outcome) else "finished")
    if isinstance(outcome, Onward):
        return begin(form, outcome.conversation, outcome.opening, early=early)
    try:
        kept = form.keep(topic, outcome)
        above = () if lead is None else (lead,)
        form.say(replace(kept, paragraphs=(*above, *kept.paragraphs)))
    except Refused as refusal:
        form.refuse(refusal)
    return resume(form)


def _is_uncounted(topic: Topic[Any, Any], outcome: Any) -> bool:
    """Whether nobody may know that it was filled in."""
    if not isinstance(topic, Conversation) or isinstance(outcome, Onward):
        return False
    return topic.uncounted is not None and topic.uncounted(outcome)


def close(form: Form, halt: CannotGoOn) -> None:
    """End the form that cannot go on, say why, and take up what was parked."""
    match halt:
        case Complete(topic=topic, outcome=outcome):
            finish(form, topic, outcome)
        case Barred(refusal=refusal):
            form.end(form.dialogue, "uncounted")
            form.refuse(refusal)
            resume(form)


def resume(form: Form) -> None:
    """Offer the form that was parked: its open question, with a word that says so."""
    if form.person.address.assisting:
        return  # what lies parked is the phone's own person's
    parked = dialogues.last_parked(form.store, form.person.address.id)
    if parked is not None and form.dialogue is None:
        _go_on_with(form, parked)


def take_up_again(form: Form, number: int) -> bool:
    """Go on with the parked form of this number; False where there is none at this address."""
    if form.person.address.assisting:
        return False
    parked = dialogues.by_id(form.store, form.person.address.id, number)
    if parked is not None:
        _go_on_with(form, parked)
    return parked is not None


def _go_on_with(form: Form, parked: Dialogue) -> None:
    """Take up this parked form, or the next one where it is out of date. Raises `CannotGoOn`."""
    form.take_up(parked)
    opened = form.resolve()
    if opened is None or is_overtaken(form, opened):
        form.end(form.dialogue, "uncounted")
        return resume(form)
    return form.show(opened, QuestionView(leads=(Text("resume", {"title": opened.title}),)))


def is_overtaken(form: Form, opened: Open) -> bool:
    """Whether what this form has counted was answered anew meanwhile; else it may go on."""
    conversation = opened.conversation
    ended = conversation.silence(opened.facts, opened.asking.kept, early=opened.early)
    if conversation.overtaken is None or ended is None:
        return False
    if conversation.overtaken(form.store, form.person, ended.outcome):
        return True
    keep_so_far(form, opened, opened.asking)
    return False
