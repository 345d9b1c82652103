"""What buttons open: a small dataclass for each screen, deed and form that a button leads to.

They stand together because a button of one room may lead into any other. A wire is for ever: what
it writes stands on buttons that people have had on their phones for years.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias

from handlers.engine.wire import Opening
from models.figures import Own
from models.quarter import Quarter
from models.standards import Component
from models.wording import Hail, Topic

FreeWords: TypeAlias = Annotated[str, ".+"]


# -- citizens -----------------------------------------------------------------------------


class ToRating(Opening, of="nilai", wire="[{code}][-{service}][+{visit}]"):
    """Rate a service of the counter with this code; with a visit code, where one was given."""

    code: Annotated[str, "[^-+]+"] = ""
    service: Annotated[str, "[^+]*"] = ""
    visit: Annotated[str, "[A-Z0-9]{8}"] = ""


class ToVisit(Opening, of="kunjungan", wire="[{code}]"):
    """Rate where this visit code was given."""

    code: Annotated[str, "[A-Za-z0-9]+"] = ""


class ToAssisting(Opening, of="membantu", wire=""):
    """Hand the phone to one citizen after the other: each rates with a code of their own."""


class ToAssisted(Opening, of="membantu", wire="{step}"):
    """Hand it to the next, or keep it."""

    step: Literal["next", "end"]


class ToCounted(Opening, of="terhitung", wire="[{code}]"):
    """Find by a code that a rating is counted; without one, have the code of the newest rating."""

    code: Annotated[str, "[A-Za-z0-9]+"] = ""


class ToSurvey(Opening, of="survei", wire="[{code}][-{service}][+{own}]"):
    """Answer all elements for a service of the counter with this code: of the official survey, or
    of the office's own."""

    code: Annotated[str, "[^-+]+"] = ""
    service: Annotated[str, "[^+]*"] = ""
    own: Literal["", Own] = ""


class ToGroups(Opening, of="tentang", wire="[{code}][-{service}]"):
    """Tell of oneself, after the official survey of a service at the counter with this code."""

    code: Annotated[str, "[^-+]+"] = ""
    service: Annotated[str, "[^+]*"] = ""


class ToListening(Opening, of="kabari", wire="[{code}]"):
    """Ask to be told when something changes at the counter with this code."""

    code: Annotated[str, "[^-]+"] = ""


class ToComplaint(Opening, of="lapor", wire="[{code}][-{service}]"):
    """Say what must be put right, at the counter with this code, about this service."""

    code: Annotated[str, "[^-]+"] = ""
    service: Annotated[str, ".*"] = ""


class ToMyComplaints(Opening, of="status", wire="[h{page:3}]"):
    """What one has complained of."""

    page: int = 0


class ToMyComplaint(Opening, of="status", wire="{complaint}[.{whole}]"):
    """One of them; its whole life (`l`)."""

    complaint: int
    whole: Literal["", "l"] = ""


class ToAnsweringBack(Opening, of="status", wire="{complaint}.j"):
    """Answer what the office has asked back."""

    complaint: int


class ToCare(Opening, of="status", wire="{complaint}.r{care:1}"):
    """Say how it was handled, from 1 to 4."""

    complaint: int
    care: int


class ToComplaintNumber(Opening, of="status", wire="{number}"):
    """The one of this number."""

    number: Annotated[str, "ADU-[A-Z0-9]{6}"]


class ToTellingMore(Opening, of="status", wire="{complaint}.{way}"):
    """Add to one of them, or put right what was told."""

    complaint: int
    way: Literal["add", "mend"]


class ToTakingBack(Opening, of="status", wire="{complaint}.off[{sure}]"):
    """Take one of them back: asked first, done where `sure`."""

    complaint: int
    sure: Literal["", "sure"] = ""


class ToConfirmingResult(Opening, of="status", wire="{complaint}.{result}"):
    """Say of a result that it is done (`yes`), done in part, or not done."""

    complaint: int
    result: Literal["yes", "partly", "no"]


class ToAgreeing(Opening, of="status", wire="{complaint}.m{request}.{answer}"):
    """Say whether a weighty complaint may go to its unit, as this request asks."""

    complaint: int
    request: int
    answer: Literal["y", "x"]


class ToPhoneCode(Opening, of="status", wire="{complaint}.k"):
    """Make a code by which another phone sees it too."""

    complaint: int


class ToProof(Opening, of="status", wire="{complaint}.p{page:3}"):
    """Look at what shows what was done, one on each page."""

    complaint: int
    page: int = 0


class ToEnteringCode(Opening, of="status", wire="kode"):
    """Type such a code."""


# -- anybody ------------------------------------------------------------------------------


Came: TypeAlias = Literal["", "thanks", "stale", "unheard", "stray", Hail]


class ToGreeting(Opening, of="sapa", wire="[{came}]"):
    """The ways in, for who came without a form: by a greeting, thanks, an old button, words."""

    came: Came = ""


class ToOfficeLines(Opening, of="kantor", wire="[{topic}[.{unit}]]"):
    """What the office tells of itself on a topic, of one of its units."""

    topic: Literal["", Topic] = ""
    unit: int | None = None


class ToStandard(Opening, of="standar", wire="[{part}][@{of}][+{page:3}]"):
    """A component (none: all) of the published standard of a service: of its number, of a counter's
    code, or as somebody has named it."""

    part: Literal["", Component] = ""
    of: Annotated[str, "[^+]+"] = ""
    page: int = 0


class ToHelp(Opening, of="bantuan"):
    """The words that work."""


class ToLanguage(Opening, of="bahasa", wire="[{language}]"):
    """Choose a language, or this one."""

    language: Annotated[str, "[a-z]{2}"] = ""


class ToMyself(Opening, of="siapa"):
    """What Tilik knows of who asks."""


class ToJoining(Opening, of="daftar", wire="[{code}]"):
    """Join with a code from the office."""

    code: FreeWords = ""


class ToChannels(Opening, of="saluran", wire="[{channel}]"):
    """Choose where one is spoken to first, or this channel."""

    channel: FreeWords = ""


class ToPeace(Opening, of="berhenti"):
    """Be spoken to first no longer."""


class ToBeingTold(Opening, of="lanjut"):
    """Be spoken to first again."""


class ToAccount(Opening, of="akun"):
    """How one's own chats stand."""


class ToOwning(Opening, of="akun", wire="y{number}"):
    """Say that the new chat is one's own."""

    number: int


class ToDisowning(Opening, of="akun", wire="x{number}"):
    """Say that the code, or the chat that has used it, is not one's own."""

    number: int


class ToOldGone(Opening, of="akun", wire="h{number}"):
    """Say from the new chat that the older ones are lost."""

    number: int


class ToNotice(Opening, of="privasi"):
    """What happens to people's data."""


class ToOwnCopy(Opening, of="dataku"):
    """A copy of one's data."""


class ToAmending(Opening, of="koreksi"):
    """Say what is wrong about oneself."""


class ToErasing(Opening, of="hapus"):
    """What can be erased of oneself, and what stays."""


class ToErasingNow(Opening, of="hapus", wire="ya"):
    """Erase what can be erased."""


class ToErasingMore(Opening, of="hapus", wire="minta"):
    """Ask the office to erase more."""


# -- who works here -----------------------------------------------------------------------


class ToLog(Opening, of="catat", wire="[{what}{number}][@{day}]"):
    """Log what was done on a day: for a target (`t`), like a draft (`d`), correcting (`b`)."""

    what: Literal["", "b", "d", "t"] = ""
    number: int = 0
    day: date | None = None


class ToHistory(Opening, of="riwayat", wire="[h{page}]"):
    """A page of one's own entries."""

    page: int = 0


class ToEntry(Opening, of="riwayat", wire="e{entry}"):
    """One's own entry."""

    entry: int


class ToWithdrawing(Opening, of="riwayat", wire="x{entry}"):
    """Withdraw one's own entry."""

    entry: int


class ToRestoring(Opening, of="riwayat", wire="y{entry}"):
    """Take the withdrawal back."""

    entry: int


class ToReceipt(Opening, of="riwayat", wire="{receipt}"):
    """One's own entry, by its receipt number as people write it."""

    receipt: FreeWords


class ToEvidence(Opening, of="bukti", wire="{entry}.{piece:1}"):
    """One piece of an entry's evidence; the first is 1."""

    entry: int
    piece: int


class ToLeave(Opening, of="cuti", wire="[{day}]"):
    """Be away: on this day, else as is asked."""

    day: date | None = None


class ToLeaveUndone(Opening, of="cuti", wire="x{leave}"):
    """A leave was not taken after all."""

    leave: int


class ToLeaveCalled(Opening, of="cuti", wire="{kind}{leave}"):
    """A leave is official travel (`d`), or leave after all (`c`)."""

    kind: Literal["d", "c"]
    leave: int


ScorePart: TypeAlias = Literal["", "quantity", "quality", "discipline", "citizens"]


class ToScores(Opening, of="saya", wire="[{quarter}][@{whose}][/{part}[{target}][.{page:3}]]"):
    """Somebody's scores (else one's own), a part of them, a target of the part."""

    quarter: Quarter | None = None
    whose: int | None = None
    part: ScorePart = ""
    target: int | None = None
    page: int = 0


class ToEvaluation(Opening, of="triwulan", wire="[{quarter}]"):
    """One's own evaluation of a quarter."""

    quarter: Quarter | None = None


class ToResult(Opening, of="hasil", wire="[{quarter}[/v{version:3}]]"):
    """How one's quarter was rated: the newest version, or this one."""

    quarter: Quarter | None = None
    version: int | None = None


class ToReceived(Opening, of="hasil", wire="{quarter}/terima[{version:3}]"):
    """Confirm that one has received this version of the rating."""

    quarter: Quarter
    version: int | None = None


class ToReply(Opening, of="tanggapan", wire="[{quarter}]"):
    """Answer the rating of one's quarter."""

    quarter: Quarter | None = None


class ToSuperior(Opening, of="atasan", wire="[{whose}]"):
    """Say that one's superior is another; bare, what others said of theirs, for who keeps them."""

    whose: Literal["", "saya"] = ""


# -- superiors ----------------------------------------------------------------------------


class ToTeam(Opening, of="tim", wire="[h{page:4}]"):
    """The team as it stands today."""

    page: int = 0


class ToTeamUnjoined(Opening, of="tim", wire="b"):
    """Who of one's team has never joined."""


class ToMember(Opening, of="tim", wire="p{whose}"):
    """One of the team."""

    whose: int


class ToMemberEntries(Opening, of="tim", wire="c{whose}"):
    """The newest entries of one of the team."""

    whose: int


class ToNudging(Opening, of="tim", wire="ingatkan[.{day}[.{whose}]]"):
    """Remind who has not logged the day: all of the team, or one."""

    day: date | None = None
    whose: int | None = None


class ToTeamScores(Opening, of="tim", wire="nilai[.{quarter}[/{part}]]"):
    """The scores of the whole team, or a part of them."""

    quarter: Quarter | None = None
    part: ScorePart = ""


class ToQueue(Opening, of="setuju", wire="[h{page:4}]"):
    """What waits for approval, by person."""

    page: int = 0


class ToQueueOf(Opening, of="setuju", wire="p{whose}[.h{page:4}]"):
    """What waits for approval of one person."""

    whose: int
    page: int = 0


class ToChecking(Opening, of="setuju", wire="e{entry}"):
    """An entry that waits for approval."""

    entry: int


class ToApproving(Opening, of="setuju", wire="y{entry}.{seen:016}"):
    """Approve an entry as it was seen; `seen` is when it was sent, in microseconds."""

    entry: int
    seen: int


class ToApprovingAll(Opening, of="setuju", wire="[p{whose}.]semua.{seen:016}.{count:5}"):
    """Approve so many entries as they were seen: the newest of them had been sent then."""

    seen: int
    count: int
    whose: int | None = None


class ToReturning(Opening, of="kembalikan", wire="[{entry}[.{seen:016}]]"):
    """Give an entry back, as it was seen."""

    entry: int | None = None
    seen: int | None = None


class ToThanking(Opening, of="apresiasi", wire="[{whose}]"):
    """Thank one of the team."""

    whose: int | None = None


class ToEvaluations(Opening, of="evaluasi", wire="[{quarter}[/{page:3}]]"):
    """The self-evaluations of the team; without a quarter, those that are due."""

    quarter: Quarter | None = None
    page: int = 0


class ToRecord(Opening, of="evaluasi", wire="{whose}@{quarter}[/{page:3}]"):
    """The self-evaluation of one of the team, beside what the log says."""

    whose: int
    quarter: Quarter
    page: int = 0


class ToOwed(Opening, of="tertunda", wire="[{quarter}[/{page:3}]]"):
    """Who is not rated yet, by the superior who owes it; without a quarter, of the last one."""

    quarter: Quarter | None = None
    page: int = 0


class ToOwedBy(Opening, of="tertunda", wire="{quarter}@{superior}[/{page:3}]"):
    """Everybody whom one superior has not rated yet; 0 stands for nobody."""

    quarter: Quarter
    superior: int
    page: int = 0


class ToStops(Opening, of="macet", wire="[{month}][/{page:3}]"):
    """Where people stop, this month or the one before."""

    month: Literal["", "lalu"] = ""
    page: int = 0


class ToAppraising(Opening, of="penilaian", wire="[{whose}@{quarter}]"):
    """Rate the quarter of one of the team."""

    whose: int | None = None
    quarter: Quarter | None = None


SummaryList: TypeAlias = Literal[
    "", "unit", "layanan", "loket", "kata", "ikm", "indeks", "sendiri", "kode", "bantu", "didengar",
    "kedua", "ketiga",
]


class ToSummary(Opening, of="ringkasan", wire="[{what}{number}[@{quarter}][/{list}[{page:4}]]]"):
    """What citizens say of a unit (`u`), a service (`s`), a counter (`c`), and lists of it."""

    what: Literal["", "u", "s", "c"] = ""
    number: int = 0
    quarter: Quarter | None = None
    list: SummaryList = ""
    page: int = 0


# -- the personnel office -----------------------------------------------------------------


class ToSearch(Opening, of="pegawai"):
    """Look for somebody."""


class ToFound(Opening, of="pegawai", wire="h{page:4}[.{words}]"):
    """A page of who is found by the words, or of everybody."""

    page: int
    words: Annotated[str, ".*"] = ""


class ToCard(Opening, of="pegawai", wire="p{whose}"):
    """Somebody, and what can be done for them."""

    whose: int


class ToCode(Opening, of="pegawai", wire="k{whose}[.{seen:12}]"):
    """Hand out a joining code; `seen` tells the code that the screen knew."""

    whose: int
    seen: int = 0


class ToUnjoined(Opening, of="bergabung", wire="[h{page:3}]"):
    """The units with people who have never joined."""

    page: int = 0


class ToUnjoinedAt(Opening, of="bergabung", wire="u{unit}[/{page:3}]"):
    """Who of one unit has never joined."""

    unit: int
    page: int = 0


class ToSlips(Opening, of="bergabung", wire="k{unit}[.{seen:12}]"):
    """Make new slips for whoever of a unit has never joined (0: of all units); `seen` tells the
    codes that the screen knew."""

    unit: int
    seen: int = 0


class ToPosters(Opening, of="poster", wire="[h{page:3}]"):
    """The counters whose posters one may have."""

    page: int = 0


class ToPoster(Opening, of="poster", wire="{kind}.{counter}"):
    """The papers of one kind (wall, desk, card) of a counter, or of all (0)."""

    counter: int
    kind: Literal["wall", "desk", "card"] = "wall"


class ToCodeSheet(Opening, of="poster", wire="k{counter}[.{seen:3}]"):
    """Print visit codes of a counter; `seen` tells how many the screen knew as printed that day."""

    counter: int
    seen: int = 0


class ToNewChats(Opening, of="verifikasi", wire="[h{page:4}]"):
    """The new chats of which a second officer has to say whose they are."""

    page: int = 0


class ToNewChat(Opening, of="verifikasi", wire="{number}"):
    """One of them."""

    number: int


class ToVouching(Opening, of="verifikasi", wire="{number}.{deed}"):
    """Say that the new chat is theirs (`y`), or freeze all (`x`); of what is frozen: that the new
    one is theirs (`y`), the older ones (`l`), none (`t`)."""

    number: int
    deed: Literal["y", "x", "l", "t"]


class ToNewSuperior(Opening, of="pegawai", wire="a{whose}"):
    """Give somebody another superior."""

    whose: int


class ToChanging(Opening, of="pegawai", wire="u{whose}"):
    """Change name, post, unit or number of somebody."""

    whose: int


class ToHiring(Opening, of="pegawai", wire="+"):
    """Write down somebody who begins here."""


class ToStandIn(Opening, of="pegawai", wire="g{whose}[.{over}]"):
    """Have somebody act in a superior's place for a while, or no longer; in the vacant one above
    `over`, where it is named."""

    whose: int
    over: int = 0


class ToAway(Opening, of="pegawai", wire="c{whose}"):
    """Write somebody's leave or travel down."""

    whose: int


class ToEnding(Opening, of="pegawai", wire="e{whose}"):
    """End somebody's service."""

    whose: int


class ToLooked(Opening, of="pegawai", wire="{words}"):
    """Who is found by the words that were typed behind the name."""

    words: FreeWords


class ToImports(Opening, of="impor"):
    """Bring a file of the office."""


class ToTables(Opening, of="impor", wire="tabel[{page:2}]"):
    """The kinds of files that an office brings; a page of them."""

    page: int = 0


class ToTable(Opening, of="impor", wire="tabel.{kind}"):
    """The empty table of a kind."""

    kind: Annotated[str, "[a-z]{1,12}"]


class ToImport(Opening, of="impor", wire="{number}[h{page:3}]"):
    """How a file of the office stands; a page of what it would change."""

    number: int
    page: int = 0


class ToImportDeed(Opening, of="impor", wire="{number}.{deed}"):
    """Take a file in (`y`) or leave it (`x`); as the second person agree (`s`) or not (`t`)."""

    number: int
    deed: Literal["y", "x", "s", "t"]


class ToImportKind(Opening, of="impor", wire="{number}.k.{kind}"):
    """Say what is in a file."""

    number: int
    kind: Annotated[str, "[a-z]{1,12}"]


class ToDaysOff(Opening, of="libur", wire="[h{page:3}]"):
    """The coming days off."""

    page: int = 0


class ToDecreeing(Opening, of="libur", wire="{kind}"):
    """Decree a local day off (`t`), or have joint leave worked (`m`)."""

    kind: Literal["t", "m"]


class ToUndecreeing(Opening, of="libur", wire="x{number}"):
    """Take back what was decreed."""

    number: int


class ToRequests(Opening, of="permintaan", wire="[h{page:4}]"):
    """What people ask of the office, as far as it is open."""

    page: int = 0


class ToRequest(Opening, of="permintaan", wire="{number}"):
    """One request."""

    number: int


class ToGranting(Opening, of="permintaan", wire="{number}.y"):
    """Say that what was asked for is done."""

    number: int


class ToCorrecting(Opening, of="permintaan", wire="{number}.u"):
    """Make the correction that was asked for."""

    number: int


class ToDeclining(Opening, of="permintaan", wire="{number}.n"):
    """Refuse what was asked for, with a reason."""

    number: int


class ToDoubts(Opening, of="luruskan", wire="[h{page:4}]"):
    """Whose superiors are doubted."""

    page: int = 0


class ToDoubt(Opening, of="luruskan", wire="{doubt}[.{deed}{seen}]"):
    """One doubt; change to the proposed person `seen` (`u`), or leave it as it is (`t`)."""

    doubt: int
    deed: Literal["", "u", "t"] = ""
    seen: int | None = None


class ToSettings(Opening, of="pengaturan", wire="[h{page:4}]"):
    """Everything that the office decides for itself."""

    page: int = 0


SettingName: TypeAlias = Annotated[str, "[a-z.-]{2,30}"]


class ToSetting(Opening, of="pengaturan", wire="{setting}"):
    """How one setting stands."""

    setting: SettingName


class ToSettingBefore(Opening, of="pengaturan", wire="{setting}/riwayat"):
    """How the setting stood before."""

    setting: SettingName


class ToSettingAnew(Opening, of="pengaturan", wire="{setting}/ubah"):
    """Change the setting."""

    setting: SettingName


# -- who handles complaints ---------------------------------------------------------------


class ToInbox(Opening, of="pengaduan", wire="[h{page:4}]"):
    """The open complaints that are for somebody, the oldest first."""

    page: int = 0


class ToCase(Opening, of="pengaduan", wire="{complaint}[.{whole}]"):
    """One complaint: its life (whole: `l`), and what can be done."""

    complaint: int
    whole: Literal["", "l"] = ""


class ToTaking(Opening, of="pengaduan", wire="{complaint}.t"):
    """Take it on."""

    complaint: int


class ToProving(Opening, of="pengaduan", wire="{complaint}.b"):
    """Say what has been done, and show it."""

    complaint: int


class ToHearing(Opening, of="pengaduan", wire="{complaint}.d"):
    """Ask somebody whom it touches for their own word."""

    complaint: int


class ToBothSides(Opening, of="pengaduan", wire="r{hearing}"):
    """What a citizen said of one's employee, and what that one says."""

    hearing: int


class ToAskingBack(Opening, of="pengaduan", wire="{complaint}.q"):
    """Ask the citizen."""

    complaint: int


class ToTouchingNobody(Opening, of="pengaduan", wire="{complaint}.n"):
    """Say that it touches nobody, though a name stands in it."""

    complaint: int


class ToNoting(Opening, of="pengaduan", wire="{complaint}.m"):
    """Note how far it is."""

    complaint: int


class ToCaseFile(Opening, of="pengaduan", wire="{complaint}.f{page:3}"):
    """What was sent along, one piece on each page."""

    complaint: int
    page: int = 0


class ToOwnHearings(Opening, of="penjelasan"):
    """What waits for one's own word."""


class ToOwnHearing(Opening, of="penjelasan", wire="{hearing}"):
    """One of them: what it is of."""

    hearing: int


class ToBeingHeard(Opening, of="penjelasan", wire="{hearing}.{answer}"):
    """Say that it was so, that there is more to know, or that it was not oneself."""

    hearing: int
    answer: Literal["right", "context", "not_me"]


class ToVisitCode(Opening, of="kode", wire="[{counter}[.{service}]]"):
    """Give a visit code of the counter, for one of its services or (0) for any."""

    counter: int | None = None
    service: int | None = None


class ToServing(Opening, of="layani", wire="[{counter}.{service}]"):
    """Begin a visit at the counter, for one of its services."""

    counter: int | None = None
    service: int | None = None


class ToServingSlip(Opening, of="layani", wire="k{counter}.{service}"):
    """Begin one with somebody who holds a printed code; `service` is 0 where that is open."""

    counter: int
    service: int


class ToNotServing(Opening, of="layani", wire="x"):
    """Let go of the visit that runs, without counting it."""


class ToShownCode(Opening, of="kode", wire="q{counter}.{code}"):
    """Show a code that was given as a picture, to be scanned."""

    counter: int
    code: Annotated[str, "[A-Z0-9]{8}"]


class ToCounterVoices(Opening, of="kata", wire="[{counter}[@{quarter}][+{page:3}]]"):
    """What citizens wrote of the counter where one serves."""

    counter: int | None = None
    quarter: Quarter | None = None
    page: int = 0


class ToOneVoice(Opening, of="kata", wire="{counter}@{quarter}.s{nth:4}"):
    """The so-manieth of it, to be answered."""

    counter: int
    quarter: Quarter
    nth: int


class ToRebutting(Opening, of="kata", wire="{comment}.{kind}"):
    """Say of the comment of this rating that it is rude, or not true."""

    comment: Annotated[str, "[0-9a-f]{32}"]
    kind: Literal["rude", "false"]


class ToHandingOn(Opening, of="pengaduan", wire="{complaint}.s"):
    """Hand it on: to somebody, to another unit, to the state's own channel."""

    complaint: int


class ToAnotherKind(Opening, of="pengaduan", wire="{complaint}.k"):
    """Move it to another kind."""

    complaint: int


class ToSecondLook(Opening, of="pengaduan", wire="{complaint}.{deed}"):
    """Say of what somebody else has handled that it is over (`x`), or that it is not (`o`)."""

    complaint: int
    deed: Literal["x", "o"]


# -- the way of working --------------------------------------------------------------------


class ToReviews(Opening, of="tinjauan", wire="[h{page:4}]"):
    """The reviews of the units that somebody heads, and the wishes for training."""

    page: int = 0


class ToReview(Opening, of="tinjauan", wire="{review}"):
    """One review: what citizens said, and what is done about it."""

    review: int


class ToPlanning(Opening, of="tinjauan", wire="{review}.r"):
    """Say why it is, and what is to be done, by whom and until when."""

    review: int


class ToChanged(Opening, of="tinjauan", wire="{review}.s"):
    """Say what has changed, and show it."""

    review: int


class ToReviewFile(Opening, of="tinjauan", wire="{review}.f"):
    """Look at what shows the change."""

    review: int


class ToUnneeded(Opening, of="tinjauan", wire="{review}.x"):
    """Say that nothing need be done, and why."""

    review: int


# -- oversight ----------------------------------------------------------------------------


class ToTrails(Opening, of="jejak"):
    """Choose whose trail is read; one's own, where there is no choice."""


class ToOwnTrail(Opening, of="jejak", wire="saya[.h{page:4}]"):
    """Who looked at oneself."""

    page: int = 0


class ToTrailOf(Opening, of="jejak", wire="p{whose}[.h{page:4}]"):
    """Who looked at somebody."""

    whose: int
    page: int = 0


class ToHeld(Opening, of="ditahan", wire="[h{page:4}]"):
    """The comments that are held, one on each page."""

    page: int = 0


class ToHolding(Opening, of="ditahan", wire="{comment}.{deed}"):
    """Show a held comment (`y`), keep it back (`x`), or let it wait again (`z`)."""

    comment: Annotated[str, "[0-9a-f]{32}"]
    deed: Literal["y", "x", "z"]


class ToOpeningSeal(Opening, of="segel", wire="[n{number}]"):
    """Ask that the seal of a complaint be opened."""

    number: FreeWords = ""


class ToSealRequest(Opening, of="segel", wire="m{request}"):
    """What somebody of the team has asked so."""

    request: int


class ToSealDeed(Opening, of="segel", wire="{request}.{deed}"):
    """Agree (`y`), refuse or take back (`x`), look at what was opened (`v`)."""

    request: int
    deed: Literal["y", "x", "v"]


class ToRebuttals(Opening, of="ditahan", wire="j"):
    """The oldest rebuttal of a comment that waits."""


class ToJudgingRebuttal(Opening, of="ditahan", wire="j{rebuttal}.{decision}"):
    """Let the comment stand as it is, with the rebuttal beside it, or keep it back."""

    rebuttal: int
    decision: Literal["shown", "beside", "kept"]


class ToHeldRatings(Opening, of="ditahan", wire="q[h{page:3}][.{sure}]"):
    """The batches of ratings that wait, the oldest first, one on each page; `sure`: what it means
    that one counts."""

    page: int = 0
    sure: Literal["", "y"] = ""


class ToJudgingRatings(Opening, of="ditahan", wire="q{batch}.{deed}"):
    """Let a whole batch count (`y`), with all of its unit that wait for the same reason (`a`),
    leave it (`x`), or let it wait again (`z`)."""

    batch: int
    deed: Literal["y", "a", "x", "z"]


class ToHeldFile(Opening, of="ditahan", wire="f[h{page:3}]"):
    """The photos, documents and voices of complaints that wait, the oldest first, one on each page.
    """

    page: int = 0


class ToJudgingFile(Opening, of="ditahan", wire="f{step}.{piece:3}.{deed}"):
    """Let who handles it see it (`y`), not (`x`), or let it wait again (`z`)."""

    step: int
    piece: int
    deed: Literal["y", "x", "z"]


class ToHearingVoice(Opening, of="ditahan", wire="s{step}.{piece:3}"):
    """Hear the voice of a complaint."""

    step: int
    piece: int


class ToWritingVoice(Opening, of="ditahan", wire="s{step}.{piece:3}.t"):
    """Write down what it says."""

    step: int
    piece: int


class ToVoiceIsWeighty(Opening, of="ditahan", wire="s{step}.{piece:3}.w"):
    """Say that what it tells is the oversight team's own."""

    step: int
    piece: int


class ToCondition(Opening, of="keadaan"):
    """How Tilik itself is."""
