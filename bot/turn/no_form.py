"""What is sent while no form is open: work to be logged, a table to be taken in, or stray words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from bot.texts import Lexicon
from bot.turn.filling import TOO_LONG_TO_LOSE, at_hand, begin, begin_with, go_to
from bot.turn.form import Form, form_of
from bot.turn.phrases import bare, topic_of, topic_within
from bot.turn.question_letter import QuestionView, words_in
from bot.turn.screens import lose, meant
from bot.turn.tapping import tapped
from handlers.citizen.complained.own import newest_open, waits
from handlers.citizen.lately import add_words, lately, tap_named
from handlers.citizen.proposing import is_weighty, tells
from handlers.complaints import RESULTS
from handlers.complaints.corrected import desks
from handlers.engine.question import listed
from handlers.engine.said import GivenFile, Located, Typed
from handlers.engine.wire import Opening
from handlers.openings import (
    ToBeingHeard,
    ToComplaint,
    ToConfirmingResult,
    ToGreeting,
    ToImports,
    ToLog,
    ToLooked,
    ToMyComplaint,
    ToNoting,
    ToRating,
    ToReturning,
    ToTellingMore,
    ToWritingVoice,
)
from handlers.words.line import brief
from models.calendar import local, moment
from models.complaints import JUDGED, Complaint, Result
from models.dialogues import with_early
from models.letters import Button, Letter, Text
from models.nip import LENGTH
from models.rights import may_log, units_kept, works
from models.store.chat import files
from models.store.complaints import complaints, reporters
from models.store.office import services
from models.store.rules import settings
from models.store.rules.zones import clock_of
from models.wording import COMPLAINTS, folded, plain

WORDS_OF_A_NAME = 3
LONGEST_NOTHING = 40
"""Characters: what is longer says something."""
DASHES = "-–—.…"
"""What is written where a box of a form stays empty."""
BETWEEN = str.maketrans("", "", " .-")
"""What is written between the figures of a NIP."""
ABOUT: Sequence[tuple[type[Opening], Text | None]] = (
    (ToReturning, Text("return-begun")),
    (ToWritingVoice, None),
    (ToNoting, Text("note-begun")),
)
"""What takes words about what was shown last, and how that is said."""
TABLES = (".csv", ".xlsx", ".xls", ".ods")


def unasked(form: Form, said: Typed | GivenFile | Located, words: Lexicon) -> None:
    """Log what an employee says or shows was done, take in what the personnel office brings; to all
    else show the ways in."""
    if brings_table(form, said):
        return begin_with(form, ToImports(), said)
    if work := logged(said, words):
        return begin_with(form, ToLog(), work)
    if sought := _sought(form, said, words):
        return go_to(form, ToLooked(sought))
    if not may_log(form.person) or not _is_work(said, words) or _is_nothing(form, said):
        return None if _taken(form, said, words) else _stray(form, said)
    if isinstance(said, Typed) and (ways := _own_words(form)):
        return form.say(Letter((Text("hearing-choose"),), (ways,)))
    if isinstance(said, Typed) and (read := _just_read(form)) is not None:
        about, lead = read
        return begin_with(form, about, said, lead=lead)
    return begin_with(form, ToLog(), said, lead=lead_of(said))


def _is_nothing(form: Form, said: Typed | GivenFile | Located) -> bool:
    return isinstance(said, Typed) and says_nothing(form, said.text)


def _taken(form: Form, said: Typed | GivenFile | Located, words: Lexicon) -> bool:
    """Whether a citizen's words are for something: a complaint of theirs that waits for them, a new
    one, one that is open still, what they have just rated."""
    one = own_open_complaint(form)
    if one is None or isinstance(said, GivenFile):
        return _led(form, said) or _remarked(form, said)
    if isinstance(said, Located):
        begin_with(form, ToTellingMore(one.id, "add"), said)
        return True
    if said.text.startswith("/") or lately(form.store, form.person, form.now) is not None:
        return _remarked(form, said)
    if waits(one):
        return _answered(form, one, said, words) or _led(form, said)
    return _led(form, said) or (len(said.text.split()) > 1 and _added(form, one, said))


def _answered(form: Form, one: Complaint, said: Typed, words: Lexicon) -> bool:
    """Whether it is for this complaint: of a result just that is taken, all else stands on a card
    before it is sent."""
    if one.state in JUDGED and (result := _result_in(said.text, form, words)) is not None:
        tapped(form, ToConfirmingResult(one.id, result).tap)
        return True
    return _added(form, one, said)


def _added(form: Form, one: Complaint, said: Typed) -> bool:
    """Whether the words go to the complaint; what tells of money or power is never for the unit."""
    if not one.is_weighty and _is_weighty(form, said.text):
        return False
    is_said = any(sign.isalnum() for sign in said.text)
    if not is_said or (one.state in JUDGED and len(said.text.split()) == 1):
        go_to(form, ToMyComplaint(one.id))
    else:
        begin_with(form, ToTellingMore(one.id, "add"), said)
    return True


def _is_weighty(form: Form, text: str) -> bool:
    return is_weighty(desks(services.all_counters(form.store)), text)


def _result_in(text: str, form: Form, words: Lexicon) -> Result | None:
    """What the words say of a result, where they say no more."""
    said = bare(text, words)
    return next((one for one in RESULTS if said in listed(f"word-result-{one}", form.spell)), None)


def own_open_complaint(form: Form) -> Complaint | None:
    """The citizen's own complaint for which words or files may be, where no form is open."""
    is_stray = form.dialogue is None and not works(form.person)
    return newest_open(form.store, form.person) if is_stray else None


def show_more(form: Form, one: Complaint, said: GivenFile) -> None:
    """Begin to add a file to the complaint, where there is room for it today; a new one with what
    tells of money or power."""
    if _left_today(form) <= 0:
        return beyond_quota(form, asks=False)
    is_new = not one.is_weighty and _is_weighty(form, said.caption or "")
    to = ToComplaint() if is_new else ToTellingMore(one.id, "add")
    return begin_with(form, to, form.copied(said))


def _led(form: Form, said: Typed | GivenFile | Located) -> bool:
    """Whether a citizen's words name a place, or tell of something weighty: then the card of a
    complaint is filled in with them. What is said after a rating belongs to that."""
    if works(form.person) or not isinstance(said, Typed) or said.text.startswith("/"):
        return False
    if lately(form.store, form.person, form.now) is not None:
        return False
    if not tells(desks(services.all_counters(form.store)), said.text):
        return False
    begin_with(form, ToComplaint(), said, words=at_hand(form))
    return True


def _stray(form: Form, said: Typed | GivenFile | Located) -> None:
    """Show the ways in; under an album once."""
    if not isinstance(said, GivenFile):
        go_to(form, ToGreeting("stray"))
    elif lose(form, "greet-unheard") or said.caption:
        go_to(form, ToGreeting("unheard"))


def _just_read(form: Form) -> tuple[Opening, Text | None] | None:
    """What takes words about the one thing that was shown last, and how that is said: an entry of
    the team, a complaint, a voice."""
    shown = meant(form)
    taps = () if shown is None else shown.labels.values()
    for kind, lead in ABOUT:
        found = {read for tap in taps if (read := _read(kind, tap)) is not None}
        if len(found) == 1:
            return found.pop(), lead
    return None


def _own_words(form: Form) -> tuple[Button, ...]:
    """The ways to give one's own word, where just that was asked for last: whether it was so
    comes first."""
    for shown in (form.screens.told, meant(form)):
        taps = () if shown is None else shown.labels.values()
        ways = [read for tap in taps if isinstance(read := _read(ToBeingHeard, tap), ToBeingHeard)]
        if len({one.hearing for one in ways}) == 1:
            return tuple(one.button(Text(f"button-hearing-{one.answer}")) for one in ways)
    return ()


def _read(kind: type[Opening], tap: str) -> Opening | None:
    way = f"o.{kind.conversation}."
    return kind.read(tap.removeprefix(way)) if tap.startswith(way) else None


def _sought(form: Form, said: Typed | GivenFile | Located, words: Lexicon) -> str | None:
    """Whom the personnel office looks up: "pegawai Joko", or a NIP alone. What is longer is a
    sentence."""
    if not isinstance(said, Typed) or not units_kept(form.person):
        return None
    digits = said.text.translate(BETWEEN)
    if len(digits) == LENGTH and digits.isdecimal():
        return digits
    first, _, rest = said.text.strip().partition(" ")
    is_name = words.openings.get(folded(first)) == ToLooked.conversation and "?" not in rest
    return rest.strip() if is_name and 0 < len(rest.split()) <= WORDS_OF_A_NAME else None


def _remarked(form: Form, said: Typed | GivenFile | Located) -> bool:
    """Whether it is a citizen's comment: on what they have just rated, else on what they pick now.
    Who works here may say other things, and a question is none."""
    text = words_in(said).strip()
    is_said = any(sign.isalpha() for sign in text) and text[0] != "/" and text[-1] != "?"
    if works(form.person) or not is_said:
        return False
    given = lately(form.store, form.person, form.now)
    if given is not None and (tap := tap_named(form.store, given, text, form.spell)):
        tapped(form, tap)
        return True
    if says_yes(form, text) or says_nothing(form, text):
        return False
    if given is not None:
        kept = add_words(form.store, given, text)
        lost = () if isinstance(said, Typed) else (Text("file-not-kept"),)
        form.say(replace(kept, paragraphs=(*lost, *kept.paragraphs)))
        return True
    if " " not in text or len(text) <= TOO_LONG_TO_LOSE:
        return False
    early = with_early(None, form.heard.name, text)
    begin(form, ToRating.conversation, "", early=early, lead=Text("words-kept-first"))
    return True


def says_yes(form: Form, text: str) -> bool:
    """Whether it is no more than a yes."""
    return folded(text) in listed("word-yes", form.spell)


def says_nothing(form: Form, text: str) -> bool:
    """Whether it is no more than that there is nothing to say: "tidak ada", "sudah cukup, pak"."""
    nothing, more, courtesies = (
        listed(one, form.spell) for one in ("word-nothing", "word-nothing-more", "word-courtesy")
    )
    words = {*plain(text).split()} if len(text) <= LONGEST_NOTHING else {text}
    if not words:
        return {*text.strip()} <= {*DASHES}
    return words <= nothing | more | courtesies and bool(words & nothing)


def unheard(form: Form) -> None:
    """Say that this cannot be read, or is not kept; the open form stays as it is, and its question
    is shown."""
    lost = form.heard.lost == "video"
    if lost and not lose(form, "video-not-kept"):
        return
    why = Text("video-not-kept" if lost else "unheard")
    if form.dialogue is not None:
        form.ask_again(QuestionView(leads=(why,)))
    elif lost:
        form.say(Letter((why,)))
    else:
        go_to(form, ToGreeting("unheard"))


def keeps_files(form: Form) -> bool:
    """Whether a file that is sent now is of use: of somebody whom the office knows, or to a form
    that takes files from everybody."""
    return form.person.id is not None or is_for_complaint(form)


def is_for_complaint(form: Form) -> bool:
    """Whether the open form takes files from everybody, as copies of ours."""
    known = None if form.dialogue is None else form_of(form.dialogue)
    return known is not None and known.takes_files


def complains(form: Form, text: str, words: Lexicon) -> bool:
    """Whether it is a complaint in a citizen's words, where no form is open."""
    is_stray = form.dialogue is None and not works(form.person)
    return is_stray and topic_within(text, words) == COMPLAINTS


def complain(form: Form, said: Typed | GivenFile, words: Lexicon) -> None:
    """Begin a complaint with these words; those that only name it say nothing yet."""
    text = words_in(said)
    is_name = isinstance(said, Typed) and topic_of(text, words) is not None
    if is_name and folded(text) not in listed("word-matter", form.spell):
        return go_to(form, ToComplaint())
    if isinstance(said, Typed):
        return begin_with(form, ToComplaint(), said, words=at_hand(form))
    if _left_today(form) > 0:
        return begin_with(form, ToComplaint(), form.copied(said), words=at_hand(form))
    return begin_with(form, ToComplaint(), Typed(text), words=at_hand(form), lead=_quota(form))


def files_left(form: Form) -> int:
    """How many more files of the person are kept today; of nobody whom the office does not know
    is any kept but what belongs to a form that takes it from everybody."""
    return _left_today(form) if keeps_files(form) else 0


def _left_today(form: Form) -> int:
    zone = clock_of(form.person)
    today = local(form.now, zone).date()
    since = moment(today, time(), zone)
    given = (
        files.sent_since(form.store, form.person.address.id, since)
        if form.person.id is None
        else files.given_since(form.store, form.person.id, since)
    )
    mine = reporters.tied(form.store, form.person.address)
    told = complaints.files_of_day(form.store, mine, today) if mine else 0
    return settings.files_a_day(form.store, today) - given - told


def beyond_quota(form: Form, *, asks: bool) -> None:
    """Say that no more files are kept today; the open question is shown again where it `asks`."""
    words = _quota(form)
    if form.dialogue is None or not asks:
        form.say(Letter((words,)))
    else:
        form.ask_again(QuestionView(leads=(words,)))


def _quota(form: Form) -> Text:
    today = local(form.now, clock_of(form.person)).date()
    return Text("file-quota", {"most": settings.files_a_day(form.store, today)})


def brings_table(form: Form, said: Typed | GivenFile | Located) -> bool:
    """Whether it is a table from who keeps the people of a unit, where no file is asked for.

    Raises `CannotGoOn`.
    """
    if not isinstance(said, GivenFile) or not units_kept(form.person):
        return False
    if said.kind != "document" or not (said.name or "").casefold().endswith(TABLES):
        return False
    opened = form.resolve()
    return opened is None or opened.question.kind != "attach"


def logged(said: Typed | GivenFile | Located, words: Lexicon) -> Typed | None:
    """The work in `catat melayani akta`: what follows the conversation's name. "Log saya kemarin
    belum ada" is a sentence of its own."""
    first, _, rest = said.text.partition(" ") if isinstance(said, Typed) else ("", "", "")
    if folded(first) not in words.logging or not (work := rest.strip()):
        return None
    return Typed(work) if folded(work.split()[0]) not in words.owning else None


def _is_work(said: Typed | GivenFile | Located, words: Lexicon) -> bool:
    """A file, or a sentence that asks nothing, whatever it begins with: a command and one more word
    ("cuti besok") are none yet."""
    if not isinstance(said, Typed):
        return isinstance(said, GivenFile)
    text = said.text
    if " " not in text or text.startswith("/") or text.endswith("?"):
        return False
    first, *more = map(folded, text.split())
    return len(more) > 1 or first in words.owning or first not in {*words.openings, *words.verbs}


def lead_of(said: Typed | GivenFile | Located) -> Text | None:
    """That the words were taken for work, and how to take them back."""
    return Text("log-begun", {"activity": brief(said.text)}) if isinstance(said, Typed) else None
