# Personal data: the notice, a copy of one's data, correction, erasure.

command-privasi = Your data: what for, how long
title-koreksi = the correction of your data
title-hapus = the erasure of data
title-permintaan = requests of employees

open-privasi = privacy | privacy notice
open-dataku = mydata | my data
open-koreksi = amend | correct my data
open-hapus = erase | erase my data | delete my data
open-permintaan = requests

button-understood = I understand
button-notice = Read the notice
button-mine = A copy of my data
button-amend = Correct data
button-erase = Erase data

notice-staff =
    <b>Your data in Tilik</b>
    • Basis: public service and the performance management of civil servants (UU 20/2023, PP 30/2019, PermenPANRB 6/2022).
    • Purpose: to log work, show what was achieved, answer complaints, bring you news.
    • Kinds: employment and performance data, no more than that needs.
    • Details: name, NIP, post, unit, superior, this chat, your log and its evidence, when a visit that runs began, leave, targets, appraisals, your word on complaints and on citizens’ words.
    • Kept: as long as archive law requires; this chat until you untie it.
    • Used: as long as you serve here.
    • Your rights: type <b>my data</b>, <b>amend</b>, <b>erase</b>, <b>stop</b>.
notice-citizen =
    <b>Your data in Tilik</b>
    • Basis: the survey of public services and complaints about them (UU 25/2009, PermenPANRB 14/2017).
    • Purpose: better services, and answers to complaints; your ratings only count together with those of others. Results of a unit may be published.
    • Kinds: what you think of a service, nothing about you; if you like, groups such as age or education, each counted by itself and tied to no answer; who complains is behind a seal, which two overseers open together, with a reason, and you are told.
    • Details: your answers and words, with the day and the counter. No name or number; the hour only until that night’s check, to find false ratings. Numbers in your words are hidden, but for what goes to the oversight team, which is sealed. With a complaint also the files you send, sealed, and the place; a voice is heard by the oversight team alone. If you keep a proof, a keyed hash of its code stands beside the number of the rating, without you.
    • Kept: answers stay without a tie to you; words for { NUMBER($months) } months; the seal of who complains for { NUMBER($days) } days after it is over; a wish to be told (counter, element, month, seal; no rating, no date) until you are told, 90 days at most; the address of this chat until the next day at most.
    • Used: the tie between a rating and this chat is cut after 15 minutes.
    • Your rights: type <b>my data</b> or <b>erase</b>.
notice-office = These data are kept by { $office }. { $contact }
notice-dpo = Questions about data: { $contact }.
notice-dpo-none = Questions about data: please ask at our office.
join-notice =
    { $about }

    { $contact }

    { $speaks }
    .gist = Notice on personal data: read?
notice-speaks = By going on you agree that Tilik speaks to you first in this chat, to remind you of your log for instance. Type <b>stop</b> at any time to end that.
notice-new = The notice about your data has been renewed.

# my data

mine-citizen =
    We do not know who you are. All we hold is the address of this chat on { $channel }, and its language ({ $language }). Once nothing is being filled in, that address is erased by the next day at the latest.

    Ratings are kept without a tie to this chat, so we cannot show them as yours. To erase everything now, type <b>erase</b>.
mine-form = The form you are filling in is kept too, until it is finished, cancelled or out of time.
mine-complaints = { $count ->
    [one] One complaint is
   *[other] { NUMBER($count) } complaints are
 } tied to this chat, behind a seal that only two overseers can open together:
mine-here = This is all that we hold about you, with the trail of who looked at it or changed it. A JSON file that computers can read is attached inside this PDF. If something is wrong, type <b>amend</b>.
mine-gone = That copy can no longer be made in this chat. Type <b>my data</b> to ask for it again.

# amend

amend-stranger = Corrections are for employees who have joined. To change a rating you have just given, tap <b>Change my rating</b> within 15 minutes.
amend-which = Which of your data must be corrected? If it is the superior, you can name the right one at once; the rest is answered by the personnel office within 3 x 24 hours.
amend-field-name = Name
amend-field-nip = NIP
amend-field-post = Post
amend-field-unit = Unit
amend-field-superior = Superior
amend-field-leave = Leave or official travel
amend-field-other = Something else
amend-words = { $field }: please write what is right, and since when if that matters.
amend-sent = Thank you, we have passed this on to the personnel office. The answer is due by { DATETIME($day, dateStyle: "long") }; we will tell you.
amend-sent-nowhere = Thank you, this is kept. Nobody of the personnel office can be reached through Tilik yet, so please tell them directly too.
amend-said = { $field }: { $words }

# requests (the personnel office)

request-amend = { $name } asks for a correction. { $field }: <b>{ $words }</b>
request-erase = { $name } asks for data to be erased: <b>{ $words }</b>
request-due = The answer is due by { DATETIME($day, dateStyle: "long") } (3 x 24 hours).
request-overdue = The 3 x 24 hours are over ({ DATETIME($day, dateStyle: "long") }). Please answer now.
button-request-correct = Correct it
button-request-done = Corrected
button-request-erased = Erased
button-request-refuse = Refuse with a reason
request-why = What is the reason? It is passed on to { $name }.
request-told = { $name } has been told.
request-untold = { $name } cannot be reached through Tilik yet. Please tell them directly.
request-closed-done = The request of { $name } is recorded as met.
request-closed-refused = The request of { $name } is refused for that reason.
request-settled = The request of { $name } was answered on { DATETIME($day, dateStyle: "long") }.
request-gone = There is no such request in your units.
request-not-yours = This is for the personnel office.
request-none = No request is waiting.
request-title = { $late ->
    [0] { NUMBER($count) } requests are waiting for an answer. Pick one.
   *[other] { NUMBER($count) } requests are waiting for an answer, { NUMBER($late) } of them overdue. Pick one.
}
button-request-late = ⚠ { $name }
button-request-list = See what is waiting
request-answer-amend-done = Your data have been corrected ({ $field }). Type <b>who am i</b> to check.
request-answer-amend-refused = The correction you asked for ({ $field }) cannot be made. The reason: { $words }
request-answer-erase-done = What you asked to have erased has been erased.
request-answer-erase-refused = What you asked to have erased cannot be. The reason: { $words }

# erase

erase-staff =
    <b>What can be erased right now</b>
    • the tie of all your chats with Tilik, and your choice of language and channel;
    • forms that are not finished, and files that are no evidence of an entry;
    • joining codes that were not used.

    <b>What is kept, and why</b>
    • employment data, your log and its evidence, targets, evaluations, appraisals: state archives (UU 43/2009) and performance management (PP 30/2019);
    • the trail of who looked at or changed your data: your own evidence (UU 27/2022).

    Afterwards we will not know you here; to come back you need a fresh code from the personnel office.
erase-citizen =
    What is erased: the address of this chat, its language, unfinished forms, your wish to be told, and the tie to what was rated today. Ratings that were given still count, without a tie to you.

    Until the day is over one nameless mark is kept, so that nobody rates the same service twice.
button-erase-now = Erase now
button-erase-more = Ask for more
erase-words = What else should be erased, and why? The personnel office answers within 3 x 24 hours.
erase-done-staff = Erased. This chat is no longer tied to you.
erase-done-citizen = Erased. What is left goes as soon as this message has arrived.
erase-complaints = { $count ->
    [one] Who made your complaint is erased too. It
   *[other] Who made your { NUMBER($count) } complaints is erased too. They
 } will still be dealt with, but no news of it can reach you any more.

# periods of retention, for the settings

retention-words = How long citizens' words are kept (days)
retention-evidence = How long evidence of log entries is kept (days)
retention-requests = How long answered requests are kept (days)
retention-codes = How long used or expired codes are kept (days)
