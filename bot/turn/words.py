"""What a typed line means: the readings of it, in their order.

The order is the specification: the first reading that applies is taken. Commands mean the same
whatever is asked; all else is read with the open question in view.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.texts import Lexicon
from bot.turn import steering
from bot.turn.filling import begin, begin_with, begins_with, go_to, hear, miss
from bot.turn.form import Form, Open, touched
from bot.turn.no_form import complain, logged, says_nothing, says_yes, unasked
from bot.turn.phrases import (
    approves_all,
    bare,
    beside,
    hail_of,
    looks_made,
    single_use_codes,
    topic_beside,
    topic_of,
    topic_within,
    without_topics,
    words_of,
)
from bot.turn.prompted import prompt_of, take_up
from bot.turn.question_letter import QuestionView, way_to_change
from bot.turn.screens import is_elsewhere, meant, number_in
from bot.turn.tapping import tapped
from handlers.engine.question import NotUnderstood, heard_as, listed
from handlers.engine.said import Skipped, Typed
from handlers.engine.wire import Opening
from handlers.openings import (
    ToAmending,
    ToBeingTold,
    ToCase,
    ToComplaintNumber,
    ToCounted,
    ToEnteringCode,
    ToGreeting,
    ToJoining,
    ToLeave,
    ToLog,
    ToMyComplaints,
    ToOfficeLines,
    ToQueue,
    ToRating,
    ToReceipt,
    ToStandard,
    ToSurvey,
    ToVisit,
)
from models.calendar import local
from models.complaints import as_number
from models.letters import Letter, Text
from models.rights import may_log, works
from models.screens import BACK, Shown
from models.services import as_code, bare_code
from models.standards import COMPONENTS, naming
from models.store.complaints import codes, complaints, reporters
from models.store.office import services, standards
from models.store.people import people
from models.store.ratings import visit_codes
from models.store.ratings.counted import codes as counted_codes
from models.store.rules.zones import WITHOUT_POST
from models.wording import COMPLAINTS, begins, folded, plain
from models.work import RECEIPT_PREFIX, as_receipt

OF_PLACES = (ToRating.conversation, ToSurvey.conversation)
SHORT = 12
"""What is longer is no code and no name of a conversation."""
SHORT_NUMBER = 30
"""What is longer says more than the number of a complaint."""
SHORT_HAIL = 6
LONGEST_CODE = 14
"""Letters of a joining code, with a few too many; a NIP may be tried as one too."""
LONGEST_LABEL = 60
"""Characters: what is longer is no button."""


@dataclass(frozen=True)
class TypedLine:
    """A typed line, taken apart.

    `first` is the conversation that its first word names, `rest` what follows that word. `verb`
    and `name` are what the whole line names (behind a slash: its first word): a way through a
    form, a conversation. `bare`: it names that with no word of courtesy around it.
    """

    text: str
    rest: str
    slash: bool
    first: str | None
    verb: str | None
    name: str | None
    bare: bool
    lexicon: Lexicon

    @property
    def joins(self) -> bool:
        """Whether it is the word for joining with a code behind it, or what may be meant as one:
        "daftar hadir pegawai disusun" is a sentence."""
        letters = sum(sign.isalpha() for sign in self.rest)
        return self.first == ToJoining.conversation and self.rest != "" and letters <= LONGEST_CODE

    @property
    def work(self) -> Typed | None:
        """What was done, behind the word for logging; behind a slash an opening is one."""
        if self.slash and ToLog.read(self.rest) is not None:
            return None
        return logged(Typed(self.text.removeprefix("/")), self.lexicon)

    @property
    def has_joining_code(self) -> bool:
        """Whether a link has written it: kept as free words, a secret would be read by others."""
        has_figures = any(sign.isdigit() for sign in self.rest)
        return self.rest.isalnum() and len(self.rest) == people.CODE_LENGTH and has_figures

    @property
    def code(self) -> str | None:
        """The counter's code that the whole line can be."""
        return as_code(self.text) if len(self.text) <= SHORT else None

    @property
    def place(self) -> str | None:
        """The place in `nilai K7Q2P` or `survei K7Q2P-3`: a poster's link writes just that."""
        given, dash, service = self.rest.partition("-")
        code = as_code(given) if len(self.rest) <= SHORT else None
        if self.first not in OF_PLACES or code is None:
            return None
        return f"{code}{dash}{service}"

    @property
    def counted(self) -> str | None:
        """The code in `bukti K7P 3XA`."""
        code = bare_code(self.rest)
        is_code = len(self.rest) <= SHORT and counted_codes.looks_given(code)
        return code if is_code and self.first == ToCounted.conversation else None

    @property
    def receipt(self) -> str | None:
        """The number of a receipt, with its prefix."""
        return as_receipt(self.text) if self.text.upper().startswith(RECEIPT_PREFIX) else None

    @property
    def complaint(self) -> str | None:
        """The number of a complaint, alone or behind the word for how it stands."""
        return as_number(self.text) if len(self.text) <= SHORT_NUMBER else None


def line_of(text: str, lexicon: Lexicon) -> TypedLine:
    """The line taken apart, by the words that steer."""
    slash = text.startswith("/")
    word, _, rest = text.removeprefix("/").partition(" ")
    line = text.removeprefix("/")
    command = word.partition("@")[0].casefold() if slash else ""
    said = (command, " ".join(words_of(line)), bare(line, lexicon))
    known = (one for one in said if one in lexicon.verbs or one in lexicon.openings)
    named = next(known, said[-1])
    return TypedLine(
        text=text,
        rest=rest.strip(),
        slash=slash,
        first=lexicon.openings.get(folded(word)),
        verb=lexicon.verbs.get(named),
        name=lexicon.openings.get(named),
        bare=named in said[:-1],
        lexicon=lexicon,
    )


# -- what the readings ask ----------------------------------------------------------------


def _names_a_conversation(form: Form, line: TypedLine) -> bool:
    """Whether it names one; where free words are asked for, only in so many words: "semua catatan
    saya" may be what somebody asks for."""
    return line.name is not None and (line.bare or not _is_writing(form))


def _names_a_place(form: Form, line: TypedLine) -> bool:
    """Whether it names a place; where free words are asked for, only if there is such a counter."""
    if line.place is None:
        return False
    return not _is_writing(form) or _is_counter(form, line.place.partition("-")[0])


def _is_code(form: Form, line: TypedLine) -> bool:
    """Whether it is a counter's code, where nothing else can be meant."""
    if line.code is None:
        return False
    opened = form.open
    if opened is not None and (touched(opened.dialogue) or _answers(form, opened, line.text)):
        return False
    looks_like_one = opened is None and any(sign.isdigit() for sign in line.text)
    return looks_like_one or _is_counter(form, line.code)


def _answers(form: Form, opened: Open, text: str) -> bool:
    """Whether the open question takes the words for an answer."""
    try:
        heard_as(opened.question, Typed(text), form.spell)
    except NotUnderstood:
        return False
    return True


def _steers(form: Form, line: TypedLine) -> bool:
    """Whether it is said to the open form: on a list, or after a prompt, back and onward are said
    to that, and change no answer."""
    return form.dialogue is not None and (line.verb == "correct" or not is_elsewhere(form))


def _has_number(form: Form, line: TypedLine) -> bool:
    """Whether it is a number, and what was shown last has rows with numbers; or buttons without,
    where it is for nothing else."""
    shown = meant(form) if number_in(line.text) is not None else None
    if shown is None:
        return False
    return bool(shown.rows) or (form.dialogue is None and bool(shown.labels) and not shown.kind)


def _told(form: Form) -> Shown | None:
    """What came last without a turn of theirs, where words can be for that."""
    return None if form.heard.quoted is not None else form.screens.told


def _named_in_told(form: Form, line: TypedLine) -> str | None:
    told = _told(form) if len(line.text) <= LONGEST_LABEL else None
    return None if told is None else told.tap_named(plain(line.text))


def _is_told_beside(form: Form, line: TypedLine) -> bool:
    """Whether the open question does not take what is a button of what was told meanwhile."""
    opened = form.open
    if opened is None or _named_in_told(form, line) is None:
        return False
    return not (_is_writing(form) or _answers(form, opened, line.text))


def _button(form: Form, line: TypedLine) -> str | None:
    """What the button carries that was shown last and has these words; where no form is open, a
    word for back is the button that leads back."""
    if len(line.text) > LONGEST_LABEL:
        return None
    told, shown = _told(form) if form.dialogue is None else None, meant(form)
    if told is not None and (tap := _named_in_told(form, line) or _agreement(form, line, told)):
        return tap
    if shown is None:
        return None
    leads_back = line.verb == "back" and form.dialogue is None
    named = shown.tap_named(BACK if leads_back else plain(line.text))
    return named or _agreement(form, line, shown)


def _agreement(form: Form, line: TypedLine, shown: Shown) -> str | None:
    """What the one button carries that agrees to what was shown last, where just that is said in
    other words: "setuju", "acc, bu"."""
    if bare(line.text, line.lexicon) not in listed("word-approve", form.spell):
        return None
    return _consent(form, shown)


def _consent(form: Form, shown: Shown) -> str | None:
    """What the one button carries that agrees to what was shown. Of entries of one's team the word
    is the name of their list, which says how many there are."""
    taps = _agreeing(form, shown)
    others = {tap for tap in taps if not tap.startswith(f"o.{ToQueue.conversation}.")}
    return others.pop() if len(others) == 1 else None


def _agreeing(form: Form, shown: Shown) -> set[str]:
    """What those of its buttons carry that agree to something."""
    words = listed("word-approve", form.spell)
    return {tap for word in words if (tap := shown.tap_named(word)) is not None}


def _decisive(form: Form) -> Shown | None:
    """What is on the screen of which a yes or a no may be said: told to decide it, or shown last
    with a button that agrees."""
    told, shown = _told(form) if form.dialogue is None else None, meant(form)
    if told is not None and len(told.labels) > 1:
        return told
    words = listed("word-approve", form.spell)
    agrees = shown is not None and any(begins(one, w) for one in shown.labels for w in words)
    return shown if agrees else None


def _decides(form: Form, line: TypedLine) -> bool:
    """Whether a plain yes or no, and neither its buttons' words nor a command, is said to what
    decides."""
    shown = _decisive(form) if len(line.text) <= LONGEST_LABEL and line.name is None else None
    if shown is None:
        return False
    agrees = bool(_agreeing(form, shown)) and says_yes(form, line.text)
    if line.verb == "thanks" and not agrees:
        return False
    said, known = _words_of(line), (listed(one, form.spell) for one in YES_OR_NO)
    return said <= set().union(*known) and not said & listed("word-approve-more", form.spell)


def _words_of(line: TypedLine) -> set[str]:
    return {*plain(line.text).split()} or {line.text.strip()}


YES_OR_NO = (
    *("word-yes", "word-agree", "word-approve"),
    *("word-nothing", "word-nothing-more", "word-courtesy"),
)
"""Texts whose words say yes or no, and what may stand beside them."""


def _button_begun(form: Form, line: TypedLine) -> str | None:
    """What the one button carries that was shown last and begins with these words."""
    shown = meant(form) if len(line.text) <= LONGEST_LABEL else None
    return None if shown is None else shown.tap_begun(line.text)


def _is_in(form: Form, conversation: str) -> bool:
    return form.dialogue is not None and form.dialogue.conversation == conversation


def _is_writing(form: Form) -> bool:
    """Whether the open question asks for free words."""
    return form.open is not None and form.open.question.kind == "write"


def _is_counter(form: Form, code: str) -> bool:
    return services.counter_by_code(form.store, code) is not None


def _is_on_screen(form: Form, line: TypedLine) -> bool:
    """Whether the open question has just these words on one of its buttons, or asked for them."""
    opened = None if is_elsewhere(form) else form.open
    return opened is not None and opened.question.names(line.text, form.spell)


def _greets(form: Form, line: TypedLine) -> bool:
    """Whether it is a greeting. Where words, a day or hours are asked for, a short one may be just
    those: "pagi", "tes"."""
    opened = form.open
    is_choice = opened is None or (bool(opened.question.choices) and not _is_writing(form))
    if not is_choice and len(line.text) <= SHORT_HAIL:
        return False
    return hail_of(line.text, line.lexicon) is not None


def _topic(form: Form, line: TypedLine) -> Opening | None:
    """What about the office is asked: by a word alone, or beside the name of a service; and by a
    sentence of who does not work here, where no question is open."""
    opened = form.open
    if opened is not None and (_is_writing(form) or _answers(form, opened, line.text)):
        return None
    if (alone := topic_of(line.text, line.lexicon)) is not None:
        return _of_service(form, alone, "", _place(form)) or _of_office(alone)
    topic, named = topic_beside(line.text, line.lexicon)
    if named and (found := _of_service(form, topic, named, "", whole=True)) is not None:
        return found
    if opened is not None or works(form.person):
        return None
    within = topic_within(line.text, line.lexicon)
    if within is None:
        return None
    named = without_topics(line.text, line.lexicon)
    return _of_service(form, within, named, "") or _of_office(within)


def _of_office(topic: str) -> Opening | None:
    return ToOfficeLines.read(topic)


def _place(form: Form) -> str:
    """Where somebody is in a form about it: the service, else the code of the counter."""
    now = form.dialogue
    opening = ToRating.read(now.opening) if now and now.conversation in OF_PLACES else None
    return (opening.service or opening.code) if opening else ""


def _of_service(
    form: Form, topic: str, words: str, place: str, *, whole: bool = False
) -> Opening | None:
    """What the published standard says of the service that is meant: at the place, or by words that
    are (`whole`: all) of its name. None where none is; where to complain goes before."""
    if topic == COMPLAINTS or not (words or place):
        return None
    day = local(form.now, WITHOUT_POST).date()
    published = [one.service for one in standards.on(form.store, day)]
    of = place or naming(words, published)[:LONGEST_LABEL]
    if not published or not of or (whole and of != _without_links(form, words)):
        return None
    return ToStandard(next((one for one in COMPONENTS if one == topic), ""), of)


def _without_links(form: Form, words: str) -> str:
    """The words as they compare, without those between a topic and a name ("syarat untuk KTP")."""
    links = listed("word-linking", form.spell)
    return " ".join(word for word in plain(words).split() if word not in links)


def _goes_on(form: Form, line: TypedLine) -> bool:
    """Whether "lanjut" is said to the open form: where Tilik may speak first already, it asks for
    nothing else."""
    is_meant = line.name == ToBeingTold.conversation and line.bare
    return is_meant and form.open is not None and form.person.address.speaks_first


def _is_no_comment(form: Form, line: TypedLine) -> bool:
    """Whether, where all that fits no question is kept as a comment, it is only thanks, a yes, the
    word for changing an answer, or that there is nothing to say."""
    opened = form.open
    if opened is None or not opened.conversation.gathers or is_elsewhere(form):
        return False
    if not _is_writing(form) and (
        _answers(form, opened, line.text) or opened.question.likely(line.text, form.spell)
    ):
        return False
    if line.verb == "thanks" or says_yes(form, line.text) or _changes(form, line):
        return True
    return opened.question.may_skip and says_nothing(form, line.text)


def _leaves_out(form: Form, opened: Open, line: TypedLine) -> bool:
    """Whether there is nothing to say to what may be left out; "cukup" may mean a value."""
    left = opened.question.may_skip and opened.question.kind != "scale"
    return left and says_nothing(form, line.text)


def _changes(form: Form, line: TypedLine) -> bool:
    """Whether it is the word for changing an answer."""
    return folded(line.text) in listed("word-change", form.spell)


def _is_change_of_card(form: Form, line: TypedLine) -> bool:
    """Whether it is only the word for changing something, under a card that has no button so
    called."""
    opened = None if is_elsewhere(form) else form.open
    if opened is None or not opened.question.decisive or not _changes(form, line):
        return False
    return not _answers(form, opened, line.text)


def _approves(form: Form, line: TypedLine) -> bool:
    """Whether whoever works here says yes to what waits for approval, and not to what is asked."""
    if not works(form.person) or not approves_all(line.text, line.lexicon):
        return False
    return form.open is None or _is_writing(form) or not _answers(form, form.open, line.text)


def _days_of_leave(form: Form, line: TypedLine) -> str:
    """The days in "cuti 13-15 Januari", where leave is written down and nothing else is meant."""
    opened = form.open
    if not may_log(form.person) or _is_writing(form):
        return ""
    days = beside(line.text, ToLeave.conversation, line.lexicon)
    if not days or (opened is not None and _answers(form, opened, line.text)):
        return ""
    return days if begins_with(form, ToLeave(), days) else ""


def _single_use_code(form: Form, line: TypedLine) -> str | None:
    """The joining code in the line, the visit code, or that of a citizen's other phone. One that
    was made is found wherever it is typed; what only looks like one counts where nothing else can
    be meant, so that nobody tries many."""
    if _takes_codes(form) and _is_writing(form):
        return None
    found = list(single_use_codes(line.text))
    if (code := next((one for one in found if _is_made(form, one)), None)) is not None:
        return code
    alone = found[0] if found and found[0] == bare_code(line.text) else None
    opened = form.open
    if alone is None or not looks_made(alone) or (opened and _answers(form, opened, line.text)):
        return None
    return alone


def _takes_codes(form: Form) -> bool:
    return any(_is_in(form, one.conversation) for one in (ToJoining, ToVisit, ToEnteringCode))


def _is_made(form: Form, code: str) -> bool:
    if len(code) == visit_codes.LENGTH:
        return visit_codes.standing(form.store, code) is not None
    known = people.bearer(form.store, code, now=form.now)
    return known is not None or codes.works(form.store, code, form.now)


# -- what the readings lead to ------------------------------------------------------------


def _press(form: Form, tap: str | None) -> None:
    told = form.screens.told
    if told is not None and tap in told.labels.values():
        form.screens = replace(form.screens, told=None)
    tapped(form, tap or "")


def _decide(form: Form, line: TypedLine) -> None:
    """Agree where that is what was said; "ok" may mean that it was read, and a no is tapped."""
    shown, said = _decisive(form), _words_of(line)
    yes = listed("word-consent", form.spell) | listed("word-approve", form.spell)
    agrees = bool(said & yes) and not said & listed("word-nothing", form.spell)
    tap = _consent(form, shown) if shown is not None and agrees else None
    if tap is not None:
        return _press(form, tap)
    return form.say(Letter((Text("hint-buttons"),)))


def _use_code(form: Form, line: TypedLine) -> None:
    code = _single_use_code(form, line) or ""
    is_of_visit = len(code) == visit_codes.LENGTH
    begin(form, (ToVisit if is_of_visit else ToJoining).conversation, code)


def _tell(form: Form, line: TypedLine) -> None:
    """What is asked about the office; what is wrong begins a complaint, with just these words."""
    asked = _topic(form, line) or ToOfficeLines()
    if asked == ToOfficeLines(COMPLAINTS):
        return complain(form, Typed(line.text), line.lexicon)
    return begin(form, asked.conversation, asked.written)


def _open_complaint(form: Form, number: str) -> None:
    """How one's own stands; of who works here the one that they handle."""
    found = complaints.by_number(form.store, number)
    known = found.id if found else 0
    own = reporters.tied(form.store, form.person.address)
    is_own = known in own or not works(form.person)
    go_to(form, ToComplaintNumber(number) if is_own else ToCase(known))


def _hail(form: Form, line: TypedLine) -> None:
    begin(form, ToGreeting.conversation, hail_of(line.text, line.lexicon) or "")


def _join(form: Form, line: TypedLine) -> None:
    begin(form, ToJoining.conversation, line.rest.lstrip("!"))


def _go_to_place(form: Form, line: TypedLine) -> None:
    begin(form, line.first or "", line.place or "")


def _begin(form: Form, line: TypedLine) -> None:
    """Begin what is named."""
    begin(form, line.name or "", "")


def _log(form: Form, line: TypedLine) -> None:
    """Log what follows the word, wherever it is written; in the log's own form it answers that."""
    work = line.work or Typed(line.rest)
    opened = form.resolve() if _is_in(form, ToLog.conversation) else None
    if opened is not None and opened.question.kind == "write":
        hear(form, opened, work)
    else:
        begin_with(form, ToLog(), work)


def _choose(form: Form, line: TypedLine) -> None:
    """Tap the row that has this number; where none has, say which there are."""
    shown, number = meant(form), number_in(line.text) or 0
    rows = shown.rows if shown is not None else {}
    if number in rows:
        tapped(form, rows[number])
    else:
        _tell_rows(form, line, rows)


def _tell_rows(form: Form, line: TypedLine, rows: Mapping[int, str]) -> None:
    if not rows:
        form.say(Letter((Text("hint-buttons"),)))
        return
    numbers = {"first": min(rows), "last": max(rows), "count": len(rows)}
    no_row = NotUnderstood(Text("hint-row", numbers))
    is_of_form = rows[min(rows)].startswith("a.")
    if form.open is not None and is_of_form:
        miss(form, form.open, Typed(line.text), no_row)
    else:
        form.say(Letter((no_row.hint,)))


def _go_on(form: Form, line: TypedLine) -> None:
    """Go on with the open form: leave out what may be left out, else ask again."""
    opened = form.resolve()
    if opened is not None and opened.question.may_skip:
        steering.skip(form, opened)
    else:
        form.ask_again()


def _nod(form: Form, line: TypedLine) -> None:
    """Answer what says nothing of the service: thanks for the whole, or that there is nothing to
    say, end the rating, with the words it already had."""
    opened = form.resolve()
    if opened is None:
        return None
    if _changes(form, line):
        return steering.correct(form, opened)
    thanks = line.verb == "thanks"
    if opened.question.kind == "write" if thanks else _leaves_out(form, opened, line):
        before = opened.question.suggestion
        return hear(form, opened, Typed(before) if before else Skipped())
    return form.show(opened, QuestionView(leads=(Text("greet-thanks"),) if thanks else ()))


def _change_card(form: Form) -> None:
    """Show what can be changed, as the button of a folded card does."""
    opened = form.resolve()
    if opened is not None:
        steering.steer(form, way_to_change(opened.asking))


def _hear(form: Form, words: str) -> None:
    opened = form.resolve()
    if opened is not None:
        hear(form, opened, Typed(words))


# -- the readings ------------------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """One way to read a line: whether it applies, and what it leads to."""

    name: str
    applies: Callable[[Form, TypedLine], bool]
    act: Callable[[Form, TypedLine], None]


COMMANDS = (
    Reading(
        "words of a button",
        lambda form, line: _button(form, line) is not None,
        lambda form, line: _press(form, _button(form, line)),
    ),
    Reading("yes or no to what decides", _decides, _decide),
    Reading(
        "thanks",
        lambda form, line: line.verb == "thanks" and form.dialogue is None,
        lambda form, line: go_to(form, ToGreeting("thanks")),
    ),
    Reading(
        "cancel",
        lambda form, line: line.verb == "cancel",
        lambda form, line: steering.cancel(form),
    ),
    Reading(
        "way through the form",
        lambda form, line: line.verb in steering.WAYS and _steers(form, line),
        lambda form, line: steering.steer(form, line.verb or ""),
    ),
    Reading(
        "way through no form",
        lambda form, line: line.verb in ("back", "skip") and form.dialogue is None,
        lambda form, line: form.say(Letter((Text("cancel-nothing"),))),
    ),
    Reading(
        "amending",
        lambda form, line: line.verb == "correct" and form.dialogue is None,
        lambda form, line: go_to(form, ToAmending()),
    ),
    Reading(
        "code for the joining form",
        lambda form, line: line.joins and _is_in(form, ToJoining.conversation),
        lambda form, line: _hear(form, line.rest),
    ),
    Reading(
        "work",
        lambda form, line: line.work is not None and may_log(form.person),
        _log,
    ),
    Reading("joining command", lambda form, line: line.slash and line.joins, _join),
    Reading("place command", lambda form, line: line.slash and bool(line.place), _go_to_place),
    Reading(
        "command",
        lambda form, line: line.slash and line.name is not None,
        lambda form, line: begin(form, line.name or "", line.rest),
    ),
)
"""What means the same whatever is asked: the open form need not be looked up to know it."""

READINGS = (
    Reading("row", _has_number, _choose),
    Reading(
        "single-use code alone",
        lambda form, line: _single_use_code(form, line) is not None,
        _use_code,
    ),
    Reading(
        "joining",
        lambda form, line: line.joins and (not _is_writing(form) or line.has_joining_code),
        _join,
    ),
    Reading("place", _names_a_place, _go_to_place),
    Reading(
        "code of what is counted",
        lambda form, line: line.counted is not None,
        lambda form, line: go_to(form, ToCounted(line.counted or "")),
    ),
    Reading("words on the screen", _is_on_screen, lambda form, line: _hear(form, line.text)),
    Reading(
        "words of what was told",
        _is_told_beside,
        lambda form, line: _press(form, _named_in_told(form, line)),
    ),
    Reading("on with the form", _goes_on, _go_on),
    Reading("no comment", _is_no_comment, _nod),
    Reading(
        "change on a card",
        _is_change_of_card,
        lambda form, line: _change_card(form),
    ),
    Reading("yes to all", _approves, lambda form, line: go_to(form, ToQueue())),
    Reading("name of a conversation", _names_a_conversation, _begin),
    Reading(
        "days of a leave",
        lambda form, line: bool(_days_of_leave(form, line)),
        lambda form, line: begin_with(form, ToLeave(), Typed(_days_of_leave(form, line))),
    ),
    Reading(
        "first words of a button",
        lambda form, line: _button_begun(form, line) is not None,
        lambda form, line: _press(form, _button_begun(form, line)),
    ),
    Reading(
        "greeting",
        _greets,
        _hail,
    ),
    Reading("about the office", lambda form, line: _topic(form, line) is not None, _tell),
    Reading(
        "complaint's number",
        lambda form, line: line.complaint is not None
        and (not _is_writing(form) or line.first == ToMyComplaints.conversation),
        lambda form, line: _open_complaint(form, line.complaint or ""),
    ),
    Reading(
        "receipt",
        lambda form, line: line.receipt is not None and not _is_writing(form),
        lambda form, line: go_to(form, ToReceipt(line.receipt or "")),
    ),
    Reading(
        "counter's code",
        _is_code,
        lambda form, line: go_to(form, ToRating(line.code or "")),
    ),
    Reading(
        "answer to what was shown last",
        lambda form, line: is_elsewhere(form) and (form.open or prompt_of(form)) is not None,
        lambda form, line: take_up(form, Typed(line.text), line.lexicon),
    ),
    Reading(
        "answer",
        lambda form, line: form.open is not None,
        lambda form, line: _hear(form, line.text),
    ),
    Reading(
        "unasked",
        lambda form, line: True,
        lambda form, line: unasked(form, Typed(line.text), line.lexicon),
    ),
)
"""What depends on the open question."""


def typed(form: Form, text: str, lexicon: Lexicon) -> None:
    """Do what the first reading of the line says that applies. Raises `CannotGoOn`."""
    line = line_of(text, lexicon)
    reading_of(form, line).act(form, line)


def reading_of(form: Form, line: TypedLine) -> Reading:
    """The first reading that applies. The open form is looked up if it is no command.

    Raises `CannotGoOn`.
    """
    for command in COMMANDS:
        if command.applies(form, line):
            return command
    form.resolve()
    return next(reading for reading in READINGS if reading.applies(form, line))
