# Anyone: greetings, help, language, and the ways out of every form.

# Words that steer, separated by |
verb-back = back | go back
verb-cancel = cancel | stop
verb-skip = skip
verb-correct = correct | change answer
verb-thanks = thanks | thank you | great | okay | ok | 👍 | 🙏 | 👌 | 👍🏻 | 👍🏼 | 👍🏽 | 🙏🏻 | 🙏🏼 | 🙏🏽
open-nilai = rate | rate a service
open-survei = survey
open-tentang = about me
open-lapor = report | complain | complaint
open-status = status | my complaints
open-pengaduan = complaints | complaints inbox
open-tinjauan = reviews | review of the way of working
open-kabari = tell me | tell me of a change
open-ringkasan = summary | unit summary
open-catat = log | log work | write a new one
open-riwayat = history | my entries
open-cuti = leave | official travel | i am on leave today | on leave today
open-libur = day off | days off | holidays | calendar
open-bukti = evidence
open-terhitung = proof | counted | proof it counts
open-saya = me | my scores | my performance | my targets
open-triwulan = quarterly | self-evaluation | my evaluation
open-evaluasi = evaluations | team evaluations
open-tertunda = pending | not rated | unrated | who is not rated
open-macet = drop-offs | dropoffs | drop offs | where people stop | where do people stop
open-poster = poster | posters | print posters
open-bergabung = joined | not joined | who has not joined
open-penilaian = appraise | appraisal
open-hasil = my rating | result | objection | i have received it
open-tanggapan = answer the rating
open-setuju = approve | approval | approve all | approvals | what waits
open-kembalikan = return | give back
open-tim = team | my team | remind | remind the team | team scores
open-apresiasi = appreciate | say thank you
open-bantuan = help
open-bahasa = language | english | in english
open-siapa = who am i | whoami
open-daftar = join
open-kode = code | visit code | give a code
open-layani = serve | begin a visit
open-membantu = assist | assist citizens | help citizens | help to rate
open-kunjungan = visit | my visit
open-kata = citizens’ words | citizens words | comments of citizens
open-penjelasan = my word | explanation | my explanation
open-atasan = superior | not my superior | my superior is wrong
open-luruskan = correct superiors
open-pegawai = people | employee | employees | find employee
open-impor = import | import a file | bring in a file
open-pengaturan = settings | office settings
open-jejak = trail | who looked at my data
open-ditahan = held | held comments
open-segel = seal | open a seal
open-keadaan = condition | state
open-saluran = channel | channels
open-berhenti = unsubscribe | stop writing to me
open-lanjut = resume | write to me again
open-sapa = greet

# Greetings, parted by |, and how they are answered. Drawn-out letters ("hellooo") need not be listed.
hail-hello = hello | hi | hey | hi there | test | testing | ping | start | begin | greet | greetings | good day | 👋
hail-hello-back = Hello
hail-peace = assalamualaikum | peace be upon you
hail-peace-back = Waalaikumsalam
hail-morning = good morning | morning
hail-morning-back = Good morning
hail-noon = good noon
hail-noon-back = Good day
hail-afternoon = good afternoon | afternoon
hail-afternoon-back = Good afternoon
hail-evening = good evening | evening | good night
hail-evening-back = Good evening
hail-excuse = excuse me | may i ask | i have a question
hail-excuse-back = Of course
hail-monggo = kulo nuwun
hail-monggo-back = Monggo
hail-sampurasun = sampurasun
hail-sampurasun-back = Rampes, mangga
hail-horas = horas
hail-horas-back = Horas
hail-swastiastu = om swastiastu
hail-swastiastu-back = Om swastiastu
hail-shalom = shalom
hail-shalom-back = Shalom
hail-buddhaya = namo buddhaya
hail-buddhaya-back = Namo buddhaya

# Courtesies around anything, parted by |
word-courtesy = please | sir | madam | there | all | everyone | everybody | tilik | admin | now | pak | bu | ya | min | 🙏 | 🙂 | 😊

# Words between what is asked and the name of the service, parted by |
word-linking = for | of | the | a | an | to | get | getting | make | making | untuk | buat | bikin

# Short answers that mean yes, parted by |
word-yes = yes | yeah | yep | y | yup | right | correct | ok | okay | sure | fine | send | save | ya | iya | oke | sip | siap | baik | 👍 | 👌 | ✅

# Words that mean that one agrees, where that is all that is asked, parted by |
word-consent = yes | yeah | yep | y | yup | agree | agreed | sure | ya | iya | setuju

# What means yes under the notice, parted by |
word-agree = yes | yeah | yep | y | yup | right | ok | okay | sure | fine | agree | i agree | agreed | accept | i accept | understood | i understand | understand | got it | read | i have read it | continue | resume | ya | iya | oke | setuju | saya setuju | mengerti | saya mengerti | paham | sip | siap | baik | 👍 | 👌 | ✅

# A superior's yes to all that waits: one of the first, with any of the second.
word-approve = approve | approved | agree | agreed | acc | setuju | setujui
word-approve-more = all | entries | of | them | i | it | everything | what | waits | the | semua | semuanya | catatan | saya

# In a form that takes in citizens' words this asks to change an answer, separated by |
word-change = change | ubah | ganti
word-into = to | into | is | should | be

# Where a message is asked for, this means that there is none: one of the first, perhaps with the second.
word-nothing = no | nope | none | nothing | done | enough | finished | tidak | nggak | gak | ga | belum | nihil | cukup | sudah | selesai | kasih | makasih | terimakasih | trims | thanks | thx | sama
word-nothing-more = more | else | all | that | is | s | it | comment | comments | message | to | add | thank | you | ok | okay | ada | pesan | saran | itu | terima | banyak | very | much

# After such a word what was done may follow at once; not where one of the second comes next.
word-log = log | catat
word-own = my | our | i | we | me | saya | kami | kita

# Where nothing is being filled in, this word asks not to be written to any more, parted by |
word-stop = stop

command-nilai = Rate a service
command-ringkasan = Your unit's summary
command-jejak = Who looked at staff data
command-ditahan = Citizens’ comments that are held
command-segel = Open a reporter’s seal, as two
command-lapor = Complain, ask or suggest
command-pengaduan = What citizens complain of and waits for you
command-tinjauan = Why an element is low, and what is changed
command-keadaan = How Tilik is doing
command-saya = Your performance scores
command-triwulan = Quarterly self-evaluation
command-tim = How your team stands
command-setuju = Approve your team's entries
command-kode = A visit code for a citizen
command-layani = Begin serving a citizen
command-catat = Log your work
command-riwayat = Your entries
command-cuti = Enter leave
command-libur = Your unit’s days off
command-saluran = Where we write to you first
command-evaluasi = Quarterly evaluations of the team
command-tertunda = Who is not rated yet
command-macet = Where people stop
command-poster = Posters and cards of counters
command-bergabung = Who has not joined yet
command-pegawai = The people in your units
command-impor = Take in a list from a file
command-bantuan = Help
command-bahasa = Bahasa / Language
command-siapa = What we know about you
command-batal = Cancel what is being filled in

title-nilai = the service rating
title-nilai-of = the rating of <b>{ $service }</b>
title-survei = the survey
title-tentang = about you
title-survei-nine = the survey of nine questions
title-survei-own = <b>{ $name }</b>
title-catat = your log entry
title-cuti = your leave
title-libur = setting days off
title-triwulan = the quarterly self-evaluation
title-triwulan-of = the self-evaluation of <b>{ $quarter }</b>
title-penilaian = the rating
title-penilaian-of = the rating of <b>{ $name }</b>, { $quarter }
title-tanggapan = your answer
title-kembalikan = giving back an entry
title-lapor = the complaint
title-pengaduan = a complaint of a citizen
title-status = what you tell about your complaint
title-tinjauan = the review of the way of working
title-kabari = your wish to be told
title-apresiasi = your thanks
title-kode = visit code
title-layani = begin a visit
title-membantu = helping citizens to rate
title-kunjungan = visit code
title-terhitung = proof that it counts
title-kata = citizens’ words
title-penjelasan = your own word
title-atasan = your report about your superior
title-luruskan = correcting superiors
title-impor = the personnel file
title-pegawai = the employee's page
title-pegawai-of = the page of <b>{ $name }</b>
title-pengaturan = changing a setting
title-ditahan = what a recording says
title-segel = reporter’s seal
title-daftar = joining

button-back = ‹ Back
button-skip = Skip
button-page-before = ‹ Previous
button-page-after = Next ›
button-onward = Go on
button-correct = Change: { $answer }
told-element = { $element }: { $answer }
button-early = Use: “{ $words }”
button-changes = Change
button-cancel = Cancel
button-send = ✓ Send
button-privacy = Privacy
button-others = Other choices
button-rate = Rate a service
button-log = Log work
button-my-team = My team
button-summary = Unit summary
button-trail = Data trail
button-condition = How Tilik is doing
button-help = Help
button-language = Bahasa / Language
button-resume = Resume
button-change = Change my rating

kept-unread = We have kept what you wrote and will read it right after this.
files-again = Please send the photos, files and the place once more.
unread-file = We cannot keep what you sent yet. Please send it again after this.
hint-pick = { $count ->
    [1] Please tap the button, or type 1.
   *[other] Please tap one of the buttons, or type its number (1 to { NUMBER($count) }).
}
hint-buttons = Please tap one of the buttons, or type what it says.
hint-row = { $count ->
    [1] Please tap the button, or type { NUMBER($first) }.
   *[other] Please type a number that is on the screen ({ NUMBER($first) } to { NUMBER($last) }), or tap its button.
}
asked-before = Our last message only needs a tap on its button. The question before it still waits for an answer:
asked-between = Our last message only needs a tap on its button. If what you wrote answers this question, tap below.
hint-write = Please write your answer in words.
hint-attach-shown = What shows it is a photo or a document; anything else is not kept.
hint-attach-large = That file is larger than { NUMBER($most) } MB, so it is not kept. Please send a smaller one, a photo of it for example.
hint-attach = Evidence can be a photo, a document, a voice message, or a link that begins with https://
hint-gone = That choice is no longer available. Please pick another.
hint-needed = This question needs an answer.
hint-too-long = Your text has { NUMBER($length) } characters; at most { NUMBER($longest) } fit. Please shorten it.
hint-likely = { $count ->
    [1] Do you mean this one? Tap it if so.
   *[other] Which one do you mean?
}
answer-read = Your answer: { $answer }
words-kept = We have kept your message with your answers.
words-kept-first = We have kept your message for this rating. If you meant something else, type <b>help</b>.
words-lost = We have not kept the message that you wrote before.
words-too-long = With this one your message has { NUMBER($length) } characters; at most { NUMBER($longest) } fit. The last one is not kept; please shorten it.
file-not-kept = That file is not kept: here we can only take answers and words.
hint-near = { $count ->
    [one] This one?
   *[other] { NUMBER($count) } match. Which one?
}
hint-near-many = { NUMBER($count) } match; these are the first { NUMBER($shown) }. Type more letters to narrow it down.
example-pick = Example: type “{ $example }” for the last choice. To stop, type “cancel”.
example-counted = Example: type “{ $example }” for the last choice. Your rating is recorded already; you may stop here.
example-write = Write it in your own words, as asked below. To stop, type “cancel”.
example-attach = Tap the paper clip on your phone and pick the file. To stop, type “cancel”.

card-change = What would you like to change?
correct-line = { NUMBER($number) }. { $answer }
correct-which = Which answer do you want to change? The ones after it will be asked again. Tap a button or type its number.
cancel-done = All right, cancelled. The answers in this form are not kept.
cancel-survei = All right, cancelled. The answers to this survey are not kept; a rating that is recorded stands.
cancel-tentang = All right, cancelled. What you told of yourself is not kept; your survey stands.
cancel-catat = All right, cancelled. This entry is not kept; your other entries are still there.
cancel-cuti = All right, cancelled. This leave is not entered; what is entered stands.
cancel-triwulan = All right, cancelled. What you filled in is not kept; an evaluation that you have sent stands.
cancel-penilaian = All right, cancelled. This rating is not kept; one that is confirmed stands.
cancel-kembalikan = All right, cancelled. The entry is not returned and stays as it was.
cancel-lapor = All right, cancelled. The complaint is neither sent nor kept.
cancel-pengaduan = All right, cancelled. Nothing is sent; the complaint still waits.
cancel-tinjauan = All right, cancelled. The review stays as it was.
cancel-kabari = All right, cancelled. Nothing is kept.
cancel-status = All right, cancelled. Nothing is sent; a question of the office, if there is one, still waits.
cancel-ditahan = All right, cancelled. Nothing is written; the voice note still waits.
cancel-segel = All right, cancelled. The seal stays shut, and nothing is noted.
cancel-apresiasi = All right, cancelled. Those words are not sent.
cancel-tanggapan = All right, cancelled. That answer is not sent. The rating is still in <b>result</b>, and you can answer it at any time.
cancel-membantu = All right, this phone stays yours alone.
cancel-kunjungan = All right, cancelled. The code still works.
cancel-terhitung = All right, cancelled. You can check a proof code at any time.
cancel-kata = All right, cancelled. Your answer was not sent.
cancel-penjelasan = All right, cancelled. Your word is not sent; <b>my word</b> still opens it.
cancel-atasan = All right, cancelled. Nothing is sent: the superior on record stays as it was.
cancel-luruskan = All right, cancelled. The superior stays as it was, and the request still waits.
cancel-pegawai = All right, cancelled. The record of the employee stays as it was.
cancel-libur = All right, cancelled. Days off and hours stay as they were.
cancel-impor = All right, cancelled. Nothing is brought in from that file.
cancel-jejak = All right, cancelled. The search is closed.
cancel-bahasa = All right, cancelled. The language stays as it was.
cancel-saluran = All right, cancelled. The channel stays as it was.
cancel-koreksi = All right, cancelled. Nothing is passed on: your data stay as they were.
cancel-hapus = All right, cancelled. Nothing is asked to be erased.
cancel-permintaan = All right, cancelled. The request is not answered and still waits.
cancel-pengaturan = All right, cancelled. The setting stays as it was.
cancel-daftar = All right, cancelled. This chat is not tied yet. A code that is not used works until its time is over.
cancel-also = Closed as well: { $title }.
cancel-counted = What is filled in stays recorded: { $title }.
cancel-stays = Kept until you open it again: { $title }.
cancel-nothing = Nothing is being filled in.
resume = Let us go on with { $title } from before.
expired = The time for { $title } is over and the answers were not complete, so they were not kept. You can start again at any time.
form-gone = Sorry, this form is no longer in use. Please start again.
form-full = This form has { NUMBER($most) } answers already, and no room for more. Please finish it, or type “cancel”.
toast-stale = This button is no longer in use
sorry = Sorry, something went wrong on our side and your last message could not be dealt with. Your earlier answers are safe; please try again. Reference: { $reference }
edit-late = Old messages that are edited are not read again: what is recorded stays as it was. Please write a new message, tap <b>Change my rating</b> under your rating, or type <b>status</b> to correct a complaint.
edit-late-staff = Old messages that are edited are not read again: what is recorded stays as it was. To correct an entry, type <b>history</b>.
answer-edited = We have put your edited words in its place.
edited-below = We have put your edited words in their place in { $title } from before.
edited-not-below = We could not use that edit for { $title } from before.
too-fast = Sorry, your last messages came almost all at once, and we have not read them. Those before are answered now; please send again what is not.
held-dropped = Some older news is not shown any more, since too much was waiting. Type “help” to see what there is now.
file-added = We keep that file with your earlier answer.
plain-ways = Type your answer: { $ways }
unshown = Sorry, our answer cannot be shown in this chat. What you sent is kept. Please type “help” to go on.

greet-stranger = { $hail }, this is <b>Tilik</b>. You can rate the service you have just received, without giving your name. Scan the QR at the counter, type its code, or tap the button below.
greet-person = { $hail }, { $name }. What can we do for you?
greet-for-staff = To log your work, just write it in one line.
greet-for-superiors = What waits for your approval is in <b>approvals</b>.
greet-for-heads = What citizens say about your unit is in <b>summary</b>.
greet-for-keepers = People and their files are in <b>people</b> and <b>import</b>.
greet-stray-staff = Sorry, we did not understand that. To log your work, just write it in one line, for example: Recorded identity cards. Or tap one of the buttons.
greet-stray = Sorry, we did not understand that. Please tap one of the buttons, or type the code shown at the counter.
greet-unheard = Sorry, we cannot read messages of that kind. Please write, tap one of the buttons, or type the code shown at the counter.
unheard = Sorry, we cannot read messages of that kind. Please answer this question in another way:
video-not-kept = Videos are not kept. Please send a photo, a document, or a link to the video; what you write is read all the same.
greet-thanks = You are welcome. We are glad to help.
greet-stale = The form of that button is closed. Please start again.

guide = <b>What you can type</b>
guide-log = <b>log</b> – log your work
guide-history = <b>history</b> – read, correct or withdraw entries
guide-me = <b>me</b> – your scores and where they come from
guide-leave = <b>leave</b> – enter leave or official travel; <b>holidays</b> – your unit’s days off
guide-evaluate = <b>quarterly</b> – your quarterly self-evaluation
guide-result = <b>result</b> – how your superior rated the quarter; <b>answer the rating</b> replies to it
guide-team = <b>team</b> – news and figures of your team
guide-approve = <b>approve</b> – entries that wait for your approval
guide-channel = <b>channel</b> – where we write to you first; <b>unsubscribe</b> to stop that, <b>resume</b> to start it again
guide-rate = <b>rate</b> – rate a service; <b>survey</b> – nine questions; <b>visit</b> – with a code from the staff; <b>assist</b> – several citizens in turn on one phone; or type the code at the counter
guide-summary = <b>summary</b> – what citizens say about your unit
guide-trail = <b>trail</b> – who looked at or changed data of staff
guide-trail-own = <b>trail</b> – who looked at or changed your data
guide-ditahan = <b>held</b> – comments of citizens that wait for the oversight team
guide-segel = <b>seal</b> – ask that a reporter’s seal be opened, as two and with a reason
guide-settings = <b>settings</b> – what holds in the whole office
guide-condition = <b>condition</b> – how Tilik is doing
guide-language = <b>language</b> – change the language
guide-who = <b>who am i</b> – what we know about you
guide-evaluations = <b>evaluations</b> – read and rate your team’s quarterly evaluations
guide-thank = <b>appreciate</b> – thank a member of your team
guide-superior = <b>superior</b> – where the superior on record is wrong
guide-doubts = <b>correct superiors</b> – employees who report a wrong superior on record
guide-account = <b>account</b> – the chats that are yours
guide-own-data = <b>my data</b> – a copy of your data; <b>correct my data</b> and <b>erase</b>
guide-own-data-citizen = <b>my data</b> – what is kept about you; <b>erase</b> removes it; <b>unsubscribe</b> so that we do not write first, <b>resume</b> so that we do again
guide-join = <b>join</b> – staff only: tie this chat to you with the code from the office
guide-cancel = Filling something in? <b>cancel</b> stops,
guide-back = <b>back</b> goes back one question,
guide-correct = <b>correct</b> changes one of the answers.
guide-privacy = Ratings are kept without name or number, and with the hour until that night alone. About your data: type <b>privacy</b>.

language-which = Which language would you like to use?
language-id = Bahasa Indonesia
language-en = English
language-done-id = Baik, kita pakai bahasa Indonesia.
language-done-en = All right, we speak English from now on.

whoami-stranger = We keep only the address of this chat, to be able to answer (on WhatsApp that may be your number), its language ({ $language }) and, until the day is over, a scrambled mark that you have rated. Your name is not kept, and your rating is not kept beside that address.
whoami-name = You are registered as <b>{ $name }</b>.
whoami-post = { $title } at { $unit }
whoami-acting = Also { $title } at { $unit }
whoami-team = Working team: { $team }
whoami-team-leads = Working team: { $team } (you lead it)
whoami-head = Head of { $unit }
whoami-hr = Personnel office of { $unit }
whoami-oversight = Oversight of { $unit }
whoami-auditor = Auditor of { $unit }
whoami-operator = Operator of Tilik
whoami-superior = Superior: { $name }
whoami-no-superior = No superior is recorded yet
whoami-language = Language: { $language }
whoami-channel-first = Channel: { $channel } (we write to you first there)
whoami-channel = Channel: { $channel }
whoami-channel-quiet = Channel: { $channel } (we only answer)

number-in-doubt = If you are an employee who has joined Tilik by this number, please ask your office for a new code, then type <b>join</b> and the code, so that we can be sure it is you. If not, there is nothing to do.
join-notice-again = The notice about your data is above. When you have read it, tap <b>I understand</b> or type <b>yes</b>; your code still works.
join-code = Please type the joining code from your office.
join-done = Welcome, { $name }. This chat is now tied to you.
join-post = You are recorded as { $title } at { $unit }.
join-log = Type <b>log</b> at any time to log your work, or <b>help</b> to see the rest.
join-team = { $count ->
    [one] You are the superior of { NUMBER($count) } person; type <b>team</b> for their news.
   *[other] You are the superior of { NUMBER($count) } people; type <b>team</b> for their news.
}
join-here = From now on reminders come here; type <b>channel</b> to choose another place.
join-moved = This chat is no longer tied to your account as an employee, because a new joining code has just been used on another phone. If that was not you, contact the personnel office at once.
join-wrong = We cannot find that code. Please compare it with your slip, then type <b>join</b> and the code. If they are the same, the slip may be too old: ask the personnel office for a new code.
join-code-over = This code ended on { DATETIME($day, dateStyle: "long") } at { $time } { $zone }. Please ask the personnel office for a new one; your name stays on record.
join-code-ended = Your office has replaced this code or taken it back. Use the code on your newest slip, or ask the personnel office for a new one.
join-code-used = This code has been used, and each works only once. If you have joined already, go on in that chat. If this is a new phone, or it was not you who used it, ask the personnel office for a new code.
join-code-left = This code was made for somebody who, by the records of the office, no longer works there. If that is wrong, please contact the personnel office.
join-code-told = Whoever made this code has been told.
join-vain = The joining code of { $name } was used just now, but it does not work. { $why }
join-vain-over = It ended on { DATETIME($day, dateStyle: "long") } at { $time } { $zone }; they are waiting for a new one.
join-vain-ended = It has been replaced or taken back: please make sure they hold the newest one, or give them a new code.
join-vain-used = It has been used in another chat. If they have a new phone, give them a new code; if it was not them, somebody else holds that slip.
left-service = By the office's records your last day of duty was { DATETIME($day, dateStyle: "long") }, so this chat is no longer tied to you as an employee. Thank you for your service. As a citizen you can still rate services at any time. If this is wrong, please tell the personnel office.
join-locked = The code did not match several times. For safety, please try again in an hour.

channel-telegram = Telegram
channel-whatsapp = WhatsApp
channel-chosen = { $channel } ✓
channel-which = Where should we write to you first? The one used now is marked ✓.
channel-done = All right, from now on we write to you first on { $channel }.
channel-first = Reminders still come on { $channel }; type <b>channel</b> to choose another place.
channel-only = You have joined on { $channel } only, so reminders come here.
channel-quiet = You have joined on { $channel } only, and here we only answer.
channel-more = Would you like to use another channel too? Ask your office for a joining code, then type there: join CODE
channel-not-joined = This is for employees who have joined. If you are one, ask your office for a joining code, then type: join CODE

stop-citizen = All right, we will not write to you first here. What you write is answered as before.
stop-elsewhere = All right, we no longer write to you first here; what you write is answered as before. Reminders and news for you come on { $channel }.
stop-nowhere = All right, we no longer write to you first here; what you write is answered as before. Reminders and news are not sent to you anywhere.
stop-back = If you change your mind, type <b>resume</b>.
resume-done = All right. From now on reminders and news for you come to this chat again.
resume-elsewhere = All right, we may write to you here again. Reminders and news still come on { $channel }; type <b>channel</b> to choose another place.
resume-citizen = All right, we may write to you first in this chat again.
resume-already = Reminders and news for you already come to this chat.

hint-amount = Please write the number in digits, for example 12 or 12.5.
hint-day = Please choose or type the date, for example { DATETIME($today, dateStyle: "long") } or { $ahead ->
    [yes] “tomorrow”.
   *[no] “yesterday”.
}
hint-hours = Please write when it began and ended, for example 08.00-10.30.
example-amount = For example: “3” or “1.200”. To stop, type “cancel”.
example-day = For example: “yesterday”, “Monday”, or “23/11”. To stop, type “cancel”.
example-hours = For example: “8 to 10”. To stop, type “cancel”.

day-today = Today ({ $weekday }, { DATETIME($day, dateStyle: "medium") })
day-yesterday = Yesterday ({ $weekday }, { DATETIME($day, dateStyle: "medium") })
day-tomorrow = Tomorrow ({ $weekday }, { DATETIME($day, dateStyle: "medium") })
day-other = { $weekday }, { DATETIME($day, dateStyle: "medium") }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

# What a list of choices is called: what it holds (20 letters at most).
list-answers = Choose an answer
list-inbox = Choose a complaint
list-ways = Choose what to do
list-correct = Choose the answer
list-rate-unit = Choose a unit
list-rate-counter = Choose a counter
list-listen-counter = Choose a counter
list-rate-service = Choose a service
list-rate-overall = Choose a rating
list-rate-again = Choose a rating
list-rate-cause = Choose the cause
list-rate-reason = Choose or write
list-log-target = Choose the target
list-log-day = Choose the day
list-log-amount = Choose the amount
list-log-card = Choose a change
list-log-activity = Choose the words
list-log-activity-shown = Choose the words
list-leave-when = Choose the day
list-leave-first = Choose the day
list-leave-last = Choose the day
list-doubt-who = Choose the superior
list-luruskan-who = Choose the superior
list-pegawai-superior-who = Choose the superior
list-triwulan-targets = Choose a target
list-triwulan-amount = Choose the amount
list-triwulan-values = Choose a value
list-triwulan-result = Choose a rating
list-triwulan-conduct = Choose a rating
list-penilaian-result = Choose a rating
list-penilaian-conduct = Choose a rating
list-penilaian-other = Choose the predikat
list-libur-unit = Choose a unit
list-libur-which = Choose the day
list-libur-day = Choose the day
list-pengaturan-choice = Choose the value
list-pengaturan-sure = Choose the day
list-impor-open = Choose a file
list-impor-file = Choose a list
list-pegawai-who = Choose an employee
list-pegawai-none = Choose an employee
list-pegawai-end-day = Choose the day
list-pegawai-away-first = Choose the day
list-pegawai-away-why = Choose which
list-pegawai-away-last = Choose the day
list-trail-who = Choose an employee
list-amend-which = Choose what
list-return-reason = Choose the reason
list-thank-words = Choose the words
list-setuju = Choose an entry
list-tim = Choose a member
list-riwayat = Choose an entry
list-evaluasi = Choose an employee
list-saya = Choose a part
list-ringkasan = Choose a detail
list-pegawai = Choose what to do
list-pengaturan = Choose a setting
list-libur = Choose the day
list-impor = Choose a list
list-permintaan = Choose a request
list-luruskan = Choose a request
list-sapa = Choose what to do
list-bantuan = Choose a command
list-siapa = Choose what to do
list-jejak = Choose a trail
list-daftar = Choose what to do
list-catat = Choose what to do
list-prompt-log = Choose the work
list-kantor = Choose a topic
list-pengaturan-unit = Choose a unit
