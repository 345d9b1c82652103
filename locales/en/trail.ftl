# The trail: who looked at or changed what concerns somebody. The condition: how Tilik runs.

trail-not-yours = The trail is for registered staff. If you are one of them, ask your office for a joining code and type: join CODE
trail-gone = There is no such trail, or it is not of somebody in your units.
trail-who = Whose trail do you want to see? Type part of the name if it is not shown.
trail-mine = My own
trail-title = <b>The trail of { $name }’s data</b>: who looked at or changed what. What the data say is not shown here, and that you have read this is noted too.
trail-title-own = <b>The trail of your data</b>, last 30 days: who looked at or changed what about you. All of it: type <b>mydata</b>.
trail-none = Nobody has looked at or changed anything yet.
trail-step = { DATETIME($day, dateStyle: "medium") }: { $who } { $deed }
trail-you = You
trail-person = { $name } ({ $title })
trail-acting-plt = { $who } as Plt.
trail-acting-plh = { $who } as Plh.
trail-acting-pj = { $who } as Pj.
trail-acting-pjs = { $who } as Pjs.
trail-acting-acting = { $who } as acting superior
trail-acting-above = { $who } as the direct superior’s superior
trail-somebody = Somebody who is no longer on record
trail-operator = The operator of Tilik
trail-clock = Tilik
button-trail-others = Another trail

# Deeds: read after the name of who did it.
deed-look = looked at data
deed-other = made a change
deed-look-saya = opened the scores
deed-look-bukti = opened the evidence of a log entry
deed-look-evaluasi = opened the quarterly evaluation
deed-look-tertunda = opened the list of missing ratings
deed-look-bergabung = looked at who has not joined
deed-look-penilaian = opened the rating form
deed-look-setuju = opened the waiting log entries
deed-look-kembalikan = opened a log entry to give it back
deed-look-tim = opened the team’s news
deed-look-apresiasi = opened a note of thanks
deed-look-luruskan = opened who the superior is
deed-look-verifikasi = opened accounts that wait to be made sure of
deed-look-pegawai = opened the personnel page
deed-look-jejak = opened this trail
deed-look-permintaan = opened the request about the data
deed-look-pengaduan = read both sides of a complaint
deed-setting = changed a setting
deed-ratings = fixed the number of citizens’ ratings
deed-counted = fixed the proofs that ratings are counted
deed-quarantine = decided on ratings that were held
deed-held = decided on a comment that was held
deed-voice = heard the voice of a citizen, or wrote what it says
deed-rebuttal = answered citizens’ words about their counter
deed-hearing = asked for an employee’s word on a complaint
deed-complaint = worked on a complaint
deed-review = filled in a review of the way of working
deed-seal = asked or agreed that the seal of who complains be opened
deed-export-complaints = exported complaints that were handed on
deed-export-log = exported log entries
deed-export-scores = exported scores
deed-export-survey = exported answer sheets of the survey
deed-publish = published the results for the public
deed-incident = drew up an incident report
deed-code = made a joining code
deed-codes = printed visit codes
deed-chat = settled whose a new chat is
deed-join = connected a chat
deed-approve = approved log entries
deed-return = gave a log entry back
deed-raised = passed long-waiting log entries one level up
deed-appraise = rated the quarter
deed-received = confirmed receipt of a rating
deed-reply = replied to a rating
deed-superior = changed the superior
deed-doubt = reported or checked a wrong superior
deed-post = changed the post
deed-station = changed the counters served
deed-duty = changed a duty
deed-team = changed a working team
deed-unit = changed a unit
deed-standard = changed the standard of a service
deed-counter = changed a counter
deed-left = recorded the end of service
deed-leave = recorded leave or official travel
deed-name = changed the name
deed-nip = changed the NIP
deed-calendar = changed the working days
deed-intake = decided about a file of the office
deed-import = brought in data from a file of the office
deed-request = asked for or settled a correction
deed-erase = erased data
deed-resume = let Tilik go on after the database was restored
deed-work = noted the digests of the entries and appraisals that were there
deed-secret = changed the secret of Tilik

condition-not-yours = How Tilik is doing is shown to its registered operators only.
condition-title = <b>How Tilik is doing</b>
condition-inbox = { $count ->
    [0] Messages in, waiting for an answer: none
   *[other] Messages in, waiting for an answer: { NUMBER($count) }, the oldest for { NUMBER($minutes) } min
}
condition-aside = Messages in that failed: { NUMBER($dead) }; that could not be read: { NUMBER($aside) }
condition-overdue = Requests about personal data older than 3 x 24 hours: { NUMBER($count) }. The personnel office must answer now (type requests).
condition-letters = { $count ->
    [0] Messages out, waiting: none
   *[other] Messages out, waiting: { NUMBER($count) }, the oldest for { NUMBER($minutes) } min
}
condition-held = Messages out, held back: { NUMBER($count) }
condition-sealed = Trail last sealed: { DATETIME($day, dateStyle: "medium") }
condition-unsealed = The trail has never been sealed
condition-away = Last stopped and back again: { DATETIME($day, dateStyle: "medium") }
condition-chat = This chat’s name, for TILIK_ALARM_CHAT: { $chat }
condition-size = Size of the database: { NUMBER($size) } MB
condition-stuck = Newest references:
condition-reference = { $reference }, { DATETIME($day, dateStyle: "medium") }
condition-stuck-how = The same reference stands in the server’s log, with its cause. The message is tried again or closed on the server (docs/operations.md).
button-condition-again = Refresh

# Held: comments with blame, insults or money about somebody who works there.
ditahan-not-yours = Held comments are for the registered oversight team alone. If you are on it and this chat is not registered yet, ask your office for a joining code, then type: join CODE
ditahan-gone = There is no such comment in the units that you oversee.
ditahan-none = No comment is held in the units that you oversee.
ditahan-title = <b>Held comments</b> ({ NUMBER($number) } of { NUMBER($count) })
ditahan-overdue = Waiting for more than { NUMBER($days) } working days: { NUMBER($count) }
ditahan-where = { $counter }, { $service }. This may blame or accuse somebody who works there, so the head of the unit cannot read it yet. If it is shown, the head reads it among what other citizens wrote; if it is kept back, nobody reads it but the oversight team.
ditahan-settled = Another member of the team has decided on that comment.
held-file = Of complaint <b>{ $number }</b>, { $unit }. May whoever handles it see it? ({ NUMBER($n) } of { NUMBER($count) })
held-file-document = A document is sent on as it is: who made it may be written inside.
held-voice = A voice note of complaint <b>{ $number }</b>, { $unit }. A voice tells whose it is, so the oversight team alone hears it; that you heard it stands in the trail. ({ NUMBER($n) } of { NUMBER($count) })
held-voice-heard = A voice note of complaint <b>{ $number }</b>. Write what it says, without what tells who the citizen is; the unit reads what you write.
button-voice-hear = Listen
button-voice-line = Write what it says
button-voice-weighty = Money or power
voice-line = What does the voice note of complaint { $number } say? The unit and the citizen read this sentence, without the voice.
voice-card =
    What the unit and the citizen of complaint { $number } will read:
    “{ $words }”
    .gist = Send what the recording says?
voice-line-done = Kept. The unit and the citizen of { $number } have been told.
voice-weighty-done = Complaint { $number } is with the oversight team alone now, and the unit reads it no more. First word for the citizen by { DATETIME($due, dateStyle: "full") }.
held-file-link = { $link }
held-file-none = No photo, document or voice note waits.
held-file-settled = That was decided already.
held-file-y = Whoever handles that complaint can see it now.
held-file-x = It is not shown to whoever handles it.
held-file-z = It waits again.
button-held-files = Sent by citizens ({ $count })
button-held-files-next = Another one
button-held-files-after = Next
ditahan-done-y = That comment will be among the <b>words of citizens</b> in the summary of its unit, with others of that counter.
ditahan-done-x = That comment stays held and is shown to nobody.
ditahan-done-z = That comment is back on the list of those that are held.
button-ditahan = Held comments
button-ditahan-y = Show
button-ditahan-x = Keep back
button-ditahan-z = Undo
button-ditahan-next = Next
prompt-held = Hello, { $name }. { NUMBER($count) } { $count ->
    [one] comment or batch of ratings of citizens has
   *[other] comments or batches of ratings of citizens have
} waited for more than { NUMBER($days) } working days for the oversight team to decide.
