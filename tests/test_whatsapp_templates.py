"""Templates: every letter that may start a contact has one, which the platform takes and which
leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Any, get_args

import pytest

from bot.channel import TemplateLetter
from bot.doctor.heartbeat import Step, letter_of
from bot.imports.chat.words import done_letter, wrong_letter
from bot.imports.outcome import Outcome
from bot.outbound.template_letter import HOME, PREFIX, template_letter_of
from bot.sandbox.whatsapp.templates.checks import checked
from bot.texts import TextMissing, Texts, catalogue
from bot.whatsapp.outbound.gate import templated
from bot.whatsapp.templates.shapes import LONGEST_BODY, Shape, problems, same_as, shape_of, shapes
from handlers import CONVERSATIONS
from handlers.anyone.join import in_vain
from handlers.complaints import asked_letter, moving, news_letter, proof_letter, taken_letter
from handlers.complaints.hearings import heard_letter, hearing_letter, superior_letter
from handlers.complaints.levels import case_letter
from handlers.complaints.weighty import arrived
from handlers.listed import PROMPTS
from handlers.office.imports import words as import_words
from handlers.office.people import change as people_change
from handlers.office.people import end
from handlers.office.people import leave as people_leave
from handlers.office.people import stand_in as people_stand_in
from handlers.office.people import superior as people_superior
from handlers.openings import ToCode, ToRecord
from handlers.oversight import seal
from handlers.oversight.rebutted import decided_letter
from handlers.staff.appraisal.respond import Rated, Reply
from handlers.staff.appraisal.respond import keep as respond
from handlers.supervisor.approvals.give_back import Returned
from handlers.supervisor.approvals.give_back import keep as give_back
from handlers.supervisor.brief import together
from handlers.supervisor.evaluation import record_of
from handlers.supervisor.evaluation.appraise import AppraisalGiven
from handlers.supervisor.evaluation.appraise import keep as appraise
from handlers.supervisor.raising import Passed, letters_of
from handlers.supervisor.reviews.standing import BeforeAndAfter
from handlers.supervisor.reviews.words import change_letter, entrusted
from handlers.supervisor.reviews.words import news as review_news
from handlers.supervisor.team.members import version
from handlers.supervisor.team.nudge import Lacking, nudge_letter
from handlers.supervisor.team.thank import LONGEST_THANKS, Thanks
from handlers.supervisor.team.thank import keep as thank
from handlers.words import new_chats as new_chat_words
from handlers.words import requests as request_words
from handlers.words.doubts import news, of_a_change, of_no_change
from models.calendar import decreed, moment
from models.campaigns import Due
from models.complaints import Complaint
from models.evaluations import Evaluation
from models.hearings import Hearing
from models.letters import Button, Fact, Letter, Lines, Text, Verbatim
from models.people import LANGUAGES, Colleague, Person
from models.quarter import Quarter
from models.rebuttals import DECISIONS, Rebuttal
from models.reviews import ElementMean, Review, ReviewStanding
from models.scores import NotEnough
from models.store import Store
from models.store.chat import addresses
from models.store.chat.new_chats import NewChat
from models.store.complaints import complaints
from models.store.intake.intakes import Intake, Preview
from models.store.letters import claims, letters
from models.store.office import services
from models.store.oversight import requests
from models.store.people import leaving, posts
from models.store.people.charges import Approvers, Level, Signer, StandIn
from models.store.people.doubts import Doubt
from models.store.people.leaves import Kind as Away
from models.store.people.leaves import Leave
from models.store.people.people import Bearer
from models.store.prompts.kinds import Prompt, Prompts
from models.store.prompts.prompts import Lane
from models.store.work import entries, evaluations
from models.work import Entry
from scheduler.spread import Spread, spread_letter
from tests.keyed import opened
from tests.office import Staff, open_office, staff_office, waits_for_oversight
from tests.played import spelled
from tests.recorder import RECORDER
from tests.source import ROOT, dotted, modules
from tests.test_texts import texts

WIB = "Asia/Jakarta"
MONDAY, FIRST = date(2026, 11, 23), date(2027, 1, 4)
NOW, LATER = moment(MONDAY, time(9), WIB), moment(FIRST, time(9), WIB)
Q4 = Quarter(2026, 4)
OPENING = Due("evaluation.2026-Q4", "open", FIRST, LATER, FIRST)
FORMER = "tanggapan-news-former"
NAMES = [str(one["name"]) for one in shapes(catalogue()) if one["language"] == "id"]
LOG = Lacking(date(2026, 11, 23), (1,), Quarter(2026, 3), ())
EVALUATION = Lacking(date(2026, 11, 23), (), Quarter(2026, 3), (1,))


# -- every letter that starts a contact ---------------------------------------------------------


def first_of(letter: Letter) -> Text:
    words = letter.paragraphs[0]
    words = words.lines[0] if isinstance(words, Lines) else words
    assert isinstance(words, Text)
    return words


def prompted(store: Store, spoken_to: Mapping[Lane, Person], *prompts: Prompt) -> Iterator[Letter]:
    """These prompts, each on the first day from that Monday on on which it is due."""
    for one in prompts:
        due = Prompts((one,)).falling(MONDAY, FIRST + timedelta(days=28), decreed(), WIB)[0]
        letter = one.words(store, spoken_to[one.lane], due, due.at)
        assert letter is not None, one.kind
        yield letter


def entry(person: int, day: date) -> Entry:
    at = moment(day, time(15), WIB)
    return Entry(0, "", person, day, day, "Melayani warga", state="sent", sent_at=at)


def person_of(store: Store, number: int, at: datetime) -> Person:
    (address,) = addresses.of_person(store, number)
    return addresses.person_at(store, address, at)


def all_letters(store: Store) -> list[Letter]:
    """One office, and all that Tilik says there on its own: as the composers and the
    conversations write it."""
    open_office(store, now=NOW)
    staff = staff_office(store, NOW)
    for number in (staff.employee_id, staff.colleague_id, staff.superior_id):
        met = addresses.meet(store, "whatsapp", str(number))
        addresses.change(store, met.address.id, person_id=number)
    dewi = person_of(store, staff.employee_id, NOW)
    ratna = person_of(store, staff.superior_id, NOW)
    waits_for_oversight(store, staff.employee_id, now=NOW)
    unit = services.all_counters(store)[0].unit.id
    said = {"said_on": date(2026, 11, 20), "due_on": date(2026, 11, 27)}
    complaints.file(store, kind="weighty", unit_id=unit, with_id=unit, **said)
    watching = person_of(store, staff.employee_id, NOW)
    spoken_to: Mapping[Lane, Person] = {"own": dewi, "team": ratna, "hr": watching}
    found = list(prompted(store, spoken_to, PROMPTS["log"]))
    one = entries.add(store, entry(staff.employee_id, date(2026, 11, 20)))
    entries.add(store, entry(staff.colleague_id, date(2026, 11, 18)))
    found += [
        *prompted(store, spoken_to, *PROMPTS.every),
        *(nudge_letter("Ratna Dewi", lacking, 1) for lacking in (LOG, EVALUATION)),
        spread_letter(Spread(OPENING, 612, 250, date(2027, 1, 6), 0)),
        *doubted(ratna, dewi),
        *of_the_office(),
        *of_requests(),
        *(letter_of(step, ()) for step in get_args(Step)),
        *of_new_chats(dewi),
        *of_raising(dewi, ratna),
        *of_complaints(),
        *of_reviews(),
    ]
    team = next(letter for letter in found if first_of(letter).id == "brief-short")
    found.append(together(ratna, found[0], team, Due("daily", "log", MONDAY, NOW, MONDAY)))
    every = [*found, *_told(store, staff, dewi, ratna, one)]
    for letter in every:
        assert spelled(letter.paragraphs[0])
        RECORDER.meets(letter, "a chat that is closed")
    return every


def doubted(ratna: Person, dewi: Person) -> Iterator[Letter]:
    """What a doubt about a superior makes Tilik say to the personnel office and to the others."""
    old, new = Colleague(ratna.id or 0, "Ratna Dewi"), Colleague(7, "Joko Santoso")
    doubt = Doubt(3, dewi.id or 0, old.id, new.id, MONDAY, "open")
    for superior in (old, None):
        yield news(doubt, "Dewi Lestari", superior, new)
        yield news(replace(doubt, proposed_id=None), "Dewi Lestari", superior, None)
        yield of_no_change(superior, "Hani Wijaya")
    for _, letter in of_a_change(Colleague(doubt.person_id, "Dewi Lestari"), old, new):
        yield letter


def of_the_office() -> Iterator[Letter]:
    """What the personnel office does for somebody, and what they read of it."""
    yield people_superior.yours(Colleague(7, "Joko Santoso"))
    for kind in get_args(Away):
        yield people_leave.leave_letter(Leave(0, 7, MONDAY, FIRST, kind), 3)
    yield end.end_letter("Joko Santoso", MONDAY)
    for asked in (False, True):
        yield people_change.changed_letter("post", "Petugas Loket", "Arsiparis", asked=asked)
    yield leaving.farewell(MONDAY)
    preview = Preview(0, 1, 0, 0, (), "", frozenset())
    intake = Intake(5, "superiors", "atasan.xlsx", "", 7, NOW, "waiting", preview, True, None, None)
    yield import_words.second_letter(intake, "Hani Wijaya")
    yield import_words.rejected(intake, "Umar Said")
    line = Text("change-superior", {"name": "Dewi", "before": "Ratna", "after": "Joko"})
    asked = replace(intake, kind="superior", name="", preview=replace(preview, lines=(line,)))
    yield import_words.second_letter(asked, "Hani Wijaya")
    yield import_words.agreed_letter(asked, "Umar Said")
    yield import_words.rejected(asked, "Umar Said")
    yield import_words.outdated_letter(asked, Text("change-otherwise"))
    yield wrong_letter(intake.name, [])
    yield done_letter(intake.name, Outcome(), second="Umar Said", without_code=0)


def of_requests() -> Iterator[Letter]:
    """What people ask of the office about their data, and what they are answered."""
    for kind in get_args(requests.Kind):
        field = "post" if kind == "amend" else None
        one = requests.Request(4, 7, kind, field, "Analis", NOW, LATER, "open")
        yield Letter(request_words.news(one, "Dewi Lestari", NOW, WIB), request_words.answers(one))
        for state in get_args(requests.Settled):
            yield request_words.answer_of(one, state, "Belum ada surat keputusannya.")


def of_new_chats(dewi: Person) -> Iterator[Letter]:
    """What the older chats, the new one and who vouches read of a code for who has joined."""
    one = NewChat(3, dewi.id or 0, 9, 7, NOW, NOW, "waiting", (), (), True, False, None, None)
    facts: dict[str, Fact] = {"name": "Dewi Lestari", "by": "Hani Wijaya", "day": MONDAY}
    facts |= {"channel": Text("channel-whatsapp"), "time": "09.00"}
    yield in_vain("Dewi Lestari", Bearer(7, "over", NOW, 7, is_told=False), WIB, ToCode(7))
    yield new_chat_words.of_code(one)
    yield new_chat_words.of_use(one, dewi.address, WIB)
    yield Letter((Text("akun-open", {"channel": dewi.address.channel_name}),))
    yield Letter((Text("akun-opened", {"channel": dewi.address.channel_name}),))
    yield Letter((Text("akun-proven"),))
    yield new_chat_words.of_case(replace(one, old_gone=True), facts, older=True)
    yield new_chat_words.of_case(replace(one, state="joined"), facts, older=False)
    for address in (None, 9):
        frozen = replace(one, state="frozen", address_id=address)
        yield new_chat_words.of_case(frozen, facts, older=True)


def of_raising(dewi: Person, ratna: Person) -> Iterator[Letter]:
    """What all three read when what has waited too long goes one level up."""
    (now, later), ids = (Signer(3, "Ratna Dewi"), Signer(4, "Umar Said")), dewi.id or 0
    level = Level(Colleague(ratna.id or 0, "Ratna Dewi"), True, (now,))
    passed = Passed(Approvers(level, (now,), (later,)), {ids: [1, 2]})
    for _, letter in letters_of(passed, 5, owners=frozenset(), superiors=frozenset()):
        yield letter
    place = StandIn(0, Colleague(4, "Umar Said"), "plh", "Kepala Dinas", MONDAY, FIRST)
    for _, letter in people_stand_in.begun_letters(3, "Ratna Dewi", place):
        yield letter
    yield people_stand_in.ended_letter("Ratna Dewi")


def of_complaints() -> Iterator[Letter]:
    """What the citizen, who handles it, and whom it touches read of a complaint."""
    one = Complaint(3, "ADU-K7P3XA", "plain", "taken", 1, 1, MONDAY)
    yield taken_letter(one, FIRST)
    yield asked_letter(one, "Jam berapa itu?", FIRST)
    yield news_letter(one, Text("told-complaint-note", {"words": "Mesin antrean dipesan."}))
    yield case_letter(one, Text("case-told-more"))
    yield case_letter(one, Text("case-taken-back"))
    yield case_letter(one, Text("case-replied", {"due": FIRST}))
    yield proof_letter(one, "Nomor antrean sekarang dipanggil mesin.", FIRST)
    asked = Hearing(5, 3, 4, 2, MONDAY, FIRST, "Cara menjawab di loket", name="Budi Santoso")
    yield hearing_letter(asked, Text("hearing-about", {"words": "Cara menjawab di loket"}))
    yield heard_letter(one, replace(asked, answer="context", words="Sistem sedang mati"))
    yield superior_letter(asked)
    yield case_letter(one, Text("case-unheard", {"name": "Budi Santoso"}))
    at = (1, "Loket 1", 1, "Disdukcapil", "Asia/Jakarta")
    rude = Rebuttal(7, "0" * 32, 3, "rude", "Sudah dibersihkan", MONDAY, "Loketnya jorok", *at)
    yield from (decided_letter(rude, one) for one in DECISIONS)
    yield arrived(one)
    yield seal.asked_letter(one, 7)
    yield moving.asked_letter(one, 7)
    yield seal.agreed_letter(one, 7)
    yield seal.opened_letter(one, MONDAY)


def of_reviews() -> Iterator[Letter]:
    """What heads read of a review, and what who asked to be told reads of its end."""
    before = ReviewStanding("2026-Q4", MONDAY).packed()
    one = Review(3, 1, 1, "c", 1, "waktu", "open", MONDAY, FIRST, MONDAY, before, result="Padam")
    for text_id in ("opened", "soon", "late", "above", "unneeded"):
        yield review_news(f"review-{text_id}", one, "Loket 1")
    yield entrusted(replace(one, action="Menambah satu loket"), "Loket 1", by="Ratna")
    figures = BeforeAndAfter(
        ElementMean(Fraction(21, 10), 34), NotEnough(3, 30), MONDAY, MONDAY, MONDAY
    )
    yield change_letter(one, "Loket 1", "Nomor kini dipanggil mesin", figures)


def _told(store: Store, staff: Staff, dewi: Person, ratna: Person, one: Entry) -> Iterator[Letter]:
    """What conversations write to somebody else."""
    to = ratna.team[0]
    thank(store, ratna, Thanks(to, None), NOW)
    thank(store, ratna, Thanks(to, "Baris satu\nbaris dua"), NOW)
    give_back(store, ratna, Returned(one, to, version(one), "Lampirkan bukti"), NOW)
    mine = Evaluation(staff.employee_id, Q4, (), "sesuai", "sesuai", FIRST)
    evaluations.put(store, mine)
    for _ in range(2):
        record = record_of(store, ratna, ToRecord(staff.employee_id, Q4), today=FIRST)
        appraise(store, ratna, AppraisalGiven(record, "sesuai", "sesuai", "Teliti", "baik"), LATER)
    rated = evaluations.appraisal(store, staff.employee_id, Q4)
    assert rated is not None
    reply = Reply(Rated(rated, FIRST), rated.id, "Terima kasih")
    respond(store, dewi, reply, LATER)
    posts.report_to(store, staff.employee_id, staff.colleague_id, since=FIRST)
    respond(store, dewi, reply, LATER)
    while found := claims.claim(store, now=LATER, until=LATER):
        yield from (envelope.letter for envelope in found)
        letters.delivered(store, [envelope.id for envelope in found])


def test_these_are_all_the_ways_in_which_tilik_starts_a_contact() -> None:
    """Whoever adds one writes a template for it, and adds its letter above. Prompts, which declare
    themselves, are there already."""
    speaks = re.compile(r"letters\.tell\(|\btell\(store|prompts\.write\(")
    writers = {
        dotted(path)
        for path in modules()
        if path.parts[0] in ("handlers", "scheduler", "bot")
        and speaks.search((ROOT / path).read_text())
    }
    of_staff = {"staff.appraisal.respond", "staff.hearing", "staff.superior"}
    of_supervisor = {"approvals.give_back", "evaluation.appraise", "raising", "team.nudge"}
    of_supervisor |= {"team.thank", "complaints.clocks", "complaints.hear", "complaints.hand_on"}
    in_hand = ("ask_back", "note", "prove", "second_look", "take")
    of_supervisor |= {"reviews.deeds", "reviews.opening"}
    of_office = {"doubts", "requests", "imports.deeds", "imports.waiting"}
    of_people = {"people.change", "people.end", "people.leave", "people.superior"}
    of_people |= {"people.stand_in"}
    of_files = {"chat.steps", "superiors_news"}
    assert writers == {
        *(f"handlers.{one}" for one in (*of_staff, "words.requests", "new_chats", "anyone.join")),
        *("handlers.complaints.hearings", "handlers.complaints.weighty"),
        *("handlers.complaints.moderating", "handlers.complaints.moving"),
        *(f"handlers.oversight.{one}" for one in ("seal", "recordings", "rebutted")),
        *(f"handlers.supervisor.{one}" for one in of_supervisor),
        *(f"handlers.supervisor.complaints.{one}" for one in in_hand),
        *("handlers.complaints.levels",),
        *(f"handlers.office.{one}" for one in (*of_office, *of_people)),
        *(f"bot.imports.{one}" for one in of_files),
        *("scheduler.planner", "scheduler.spread"),
    }


@pytest.fixture
async def spoken(sqlite: str) -> list[Letter]:
    database = opened(sqlite)
    try:
        return await database.run(all_letters)
    finally:
        await database.close()


def parameters(shape: Shape) -> list[str]:
    return list(dict.fromkeys(re.findall(r"\{\{(\w+)\}\}", body_of(shape))))


def body_of(shape: Shape) -> str:
    return str(shape["components"][0]["text"])


def replies_of(shape: Shape) -> list[str]:
    buttons = [c for c in shape["components"] if c["type"] == "BUTTONS"]
    return [reply["text"] for c in buttons for reply in c["buttons"]]


async def test_every_letter_that_starts_a_contact_has_a_template_and_no_template_is_idle(
    spoken: list[Letter],
) -> None:
    names = {
        as_template.name
        for letter in spoken
        if (as_template := template_letter_of(letter, catalogue(), "id")) is not None
    }
    assert names == set(NAMES)
    idle = [
        first_of(one).id for one in spoken if template_letter_of(one, catalogue(), "id") is None
    ]
    assert idle == [FORMER], "who is no superior any more waits for the whole of it"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_letter_fills_its_template_and_every_tap_leads_to_a_conversation(
    spoken: list[Letter], language: str
) -> None:
    ours = {one["name"]: one for one in shapes(catalogue()) if one["language"] == language}
    knocks = [
        k for one in spoken if (k := template_letter_of(one, catalogue(), language)) is not None
    ]
    assert len(knocks) == len(spoken) - 1
    for as_template in knocks:
        shape = ours[as_template.name]
        assert list(as_template.facts) == parameters(shape)
        assert len(as_template.taps) == len(replies_of(shape))
        for tap in as_template.taps:
            mark, conversation, _ = tap.split(".", 2)
            assert mark in ("o", "n")
            assert conversation in CONVERSATIONS
        filled = body_of(shape)
        for name, words in as_template.facts.items():
            assert words.strip() == words != ""
            assert not re.search(r"[\n\t{<]", words)
            filled = filled.replace(f"{{{{{name}}}}}", words)
        assert len(filled) <= LONGEST_BODY


async def test_the_longest_thanks_fit_and_stand_on_one_line(spoken: list[Letter]) -> None:
    words = next(
        as_template
        for one in spoken
        if (as_template := template_letter_of(one, catalogue(), "id"))
        and as_template.name == "thanked_words"
    )
    assert words.facts["words"] == "Baris satu baris dua"
    shape = shape_of(catalogue(), "template-thanked-words", "id")
    assert len(body_of(shape)) + 500 + 200 <= LONGEST_BODY


async def test_dates_are_written_out_and_quarters_named(spoken: list[Letter]) -> None:
    told = {
        language: {
            as_template.name: as_template.facts
            for one in spoken
            if (as_template := template_letter_of(one, catalogue(), language))
        }
        for language in LANGUAGES
    }
    invited = told["id"]["triwulan_invite_open"]
    assert invited == {"quarter": "Triwulan IV 2026", "last": "18 Januari 2027"}
    assert told["en"]["nudge"] == {"name": "Ratna Dewi", "day": "23 November 2026"}
    assert told["id"]["brief_short"]["weekday"] == "Selasa"


async def test_a_tap_opens_what_the_letter_was_about(spoken: list[Letter]) -> None:
    taps = {
        as_template.name: as_template.taps
        for one in spoken
        if (as_template := template_letter_of(one, catalogue(), "id"))
    }
    assert taps["hasil_news"] == ("o.hasil.2026-Q4",), "reading is not yet having received it"
    looked, corrected = taps["returned_by"]
    assert looked.replace("riwayat.e", "catat.b") == corrected
    log, again, leave = taps["prompt_log_drafts"]
    assert (log, leave) == ("o.catat.@2026-11-23", "o.cuti.2026-11-23")
    assert re.fullmatch(r"o\.catat\.d\d+@2026-11-23", again)


async def test_a_doubt_is_corrected_or_left_as_it_is_by_the_tap_that_says_so(
    spoken: list[Letter],
) -> None:
    every = [template_letter_of(one, catalogue(), "id") for one in spoken]
    taps = [
        as_template.taps
        for as_template in every
        if as_template is not None and as_template.name == "doubt_news"
    ]
    assert taps == [("o.luruskan.3.u7", "o.luruskan.3.t7")] * 2, "also where none is recorded"


def test_a_letter_without_words_of_the_catalogue_has_no_template() -> None:
    assert template_letter_of(Letter((Verbatim("halo"),)), catalogue(), "id") is None
    assert template_letter_of(Letter(()), catalogue(), "id") is None


SAMPLE = texts(
    """
template-hello = Halo dari Tilik, { $name }, apa kabar hari ini?
    .example-name = Sari
    .tap-button-hello = Buka
button-hello = Halo
"""
)


def test_without_a_button_of_its_own_a_tap_opens_what_is_said_first() -> None:
    words = Text("hello", {"name": "  "})
    bare = Letter((words,))
    other = Button(Verbatim("Lain"), "o.nilai.")
    own = Button(Text("button-hello"), "o.bahasa.")

    def first(*buttons: Button, **facts: str) -> TemplateLetter | None:
        said = replace(words, facts={**words.facts, **facts})
        return template_letter_of(
            replace(bare, paragraphs=(said,), buttons=(buttons,)), SAMPLE, "id"
        )

    assert [k and k.taps for k in (first(), first(other), first(other, own))] == [
        (HOME,),
        ("o.nilai.",),
        ("o.bahasa.",),
    ]
    led = first(other, opens="o.saya.")
    assert led is not None
    assert (led.taps, led.facts) == (("o.saya.",), {"name": "–"})


# -- the shape of a template ---------------------------------------------------------------------


def test_every_template_keeps_the_platforms_rules() -> None:
    every = shapes(catalogue())
    assert len(every) >= 30
    for one in every:
        assert problems(one) == [], one["name"]
        assert 0 <= len(replies_of(one)) <= 3
        checked(dict(one))


def test_a_shape_is_what_the_platform_takes() -> None:
    assert shape_of(SAMPLE, "template-hello", "id") == {
        "name": "hello",
        "language": "id",
        "category": "UTILITY",
        "parameter_format": "NAMED",
        "components": [
            {
                "type": "BODY",
                "text": "Halo dari Tilik, {{name}}, apa kabar hari ini?",
                "example": {"body_text_named_params": [{"param_name": "name", "example": "Sari"}]},
            },
            {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Buka"}]},
        ],
    }
    bare = shape_of(texts("template-bare = Selamat datang\n"), "template-bare", "en")
    assert bare["components"] == [{"type": "BODY", "text": "Selamat datang"}]


def test_words_that_need_a_parameter_without_an_example_make_no_shape() -> None:
    lacking: Texts = texts("template-x = Halo dari { $name } untuk Anda\n")
    with pytest.raises(TextMissing):
        shape_of(lacking, "template-x", "id")


def shape(
    body: str, *, name: str = "x", examples: Mapping[str, str] | None = None, replies: int = 0
) -> dict[str, Any]:
    shown = [{"param_name": k, "example": v} for k, v in (examples or {}).items()]
    text: dict[str, Any] = {"type": "BODY", "text": body}
    if shown:
        text["example"] = {"body_text_named_params": shown}
    buttons = [{"type": "QUICK_REPLY", "text": f"Tombol {n}"} for n in range(replies)]
    more = [{"type": "BUTTONS", "buttons": buttons}] if buttons else []
    return {"name": name, "language": "id", "components": [text, *more]}


def wrong(given: dict[str, Any]) -> list[str]:
    found = problems(given)
    for one in found:
        assert all(catalogue().plain(language, one) for language in LANGUAGES)
    return [one.id.removeprefix("templates-wrong-") for one in found]


A_NAME = {"name": "Sari"}


@pytest.mark.parametrize(
    ("body", "examples", "found"),
    [
        ("a" * 1024, {}, []),
        ("a" * 1025, {}, ["long"]),
        ("Halo {{name}} dari Tilik sini", A_NAME, []),
        ("{{name}}, halo dari Tilik sini", A_NAME, ["edge"]),
        ("Halo dari Tilik sini, {{name}}", A_NAME, ["edge"]),
        ("Halo dari Tilik sini, {{name}}.", A_NAME, ["edge"]),
        ("Halo {{name}} dari Tilik sini", {}, ["example"]),
        ("Halo {{name}} dari Tilik sini", {"name": "  "}, ["example"]),
        ("Halo {{name}} dari Tilik sini", {**A_NAME, "day": "Senin"}, ["unused"]),
        ("Halo {{Name}} dari Tilik sini", {"Name": "Sari"}, ["parameter"]),
        ("Halo {{name} dari Tilik sini", {}, ["parameter"]),
        ("Halo {{name}} ya", A_NAME, ["few"]),
        ("Halo\tTilik", {}, ["spaces"]),
        ("Halo     Tilik", {}, ["spaces"]),
        ("Halo\n\n\nTilik", {}, ["spaces"]),
        ("Halo    Tilik\n\nSelamat pagi", {}, []),
    ],
)
def test_what_the_platform_would_refuse_in_a_body_is_told(
    body: str, examples: Mapping[str, str], found: list[str]
) -> None:
    assert wrong(shape(body, examples=examples)) == found


@pytest.mark.parametrize(
    ("name", "fits"),
    [("a" * 512, True), ("a" * 513, False), ("prompt-log", False), ("Log", False), ("log_2", True)],
)
def test_a_name_is_of_small_letters_digits_and_underscores(name: str, *, fits: bool) -> None:
    assert wrong(shape("Halo", name=name)) == ([] if fits else ["name"])


def test_the_quick_replies_are_few_short_and_distinct() -> None:
    assert wrong(shape("Halo", replies=10)) == []
    assert wrong(shape("Halo", replies=11)) == ["replies"]
    for text, found in (("a" * 25, []), ("a" * 26, ["reply"]), ("", ["reply"])):
        one = shape("Halo", replies=2)
        one["components"][1]["buttons"][0]["text"] = text
        assert wrong(one) == found
    twice = shape("Halo", replies=2)
    twice["components"][1]["buttons"][0]["text"] = "Tombol 1"
    assert wrong(twice) == ["twice"]


def test_what_the_platform_returns_is_ours_while_words_parameters_and_replies_are() -> None:
    ours = shape("Halo {{name}} dari Tilik\nsini", examples=A_NAME, replies=2)
    theirs = shape("Halo {{name}} dari Tilik \r\nsini\n", replies=2)
    assert same_as(ours, theirs)
    assert same_as(ours, {**theirs, "parameter_format": "NAMED", "status": "APPROVED"})
    assert not same_as(ours, {**theirs, "parameter_format": "POSITIONAL"})
    assert not same_as(ours, shape("Halo {{nama}} dari Tilik\nsini", replies=2))
    assert not same_as(ours, shape("Halo {{name}} dari Tilik\nsini", replies=1))
    assert not same_as(ours, {"components": None})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_thanks_are_read_whole(language: str) -> None:
    """They are nowhere else to be read: cut off, their end would be lost."""
    words = Text("thanked-words", {"name": "n" * 1000, "words": "w" * LONGEST_THANKS})
    as_template = template_letter_of(Letter((words,)), catalogue(), language)
    assert as_template is not None
    (body,) = templated(as_template).body["components"]
    name, said = (one["text"] for one in body["parameters"])
    assert said == words.facts["words"]
    shape = shape_of(catalogue(), f"{PREFIX}thanked-words", language)
    own = re.sub(r"\{\{\w+\}\}", "", shape["components"][0]["text"])
    assert len(own) + len(name) + len(said) <= LONGEST_BODY
