# Pegawai: what the personnel office does for the people of its units.

pegawai-not-yours = This is for the personnel office.
pegawai-gone = There is nobody like that in your units, or they no longer work there.
pegawai-who = Which employee? Tap, or type part of the name or the last digits of the NIP (three at least).
pegawai-found = Pick the employee.
pegawai-none = Nobody in your units matches. Type just part of the name, or the last three digits of the NIP. To stop, type “cancel”.
pegawai-nobody = There is nobody else in your units yet. Lists of staff come in by <b>import</b>.
pegawai-label = { $name }, { $unit }
button-people = People
button-import = Import a file
guide-people = <b>people</b> – find, add and change people; joining codes, superiors
guide-requests = <b>requests</b> – what people ask about their data
guide-import = <b>import</b> – take in a list from a file; or just send the file
button-pegawai-search = Find another
button-pegawai-card = Back to { $name }

pegawai-name = <b>{ $name }</b>
pegawai-nip = NIP { $nip }
pegawai-no-nip = No NIP on record
pegawai-post = { $title }, { $unit }
pegawai-acting = Also { $title }, { $unit }
pegawai-superior = Superior: { $name }
pegawai-no-superior = No superior on record
pegawai-superior-left = Superior: the post is vacant (last held by { $name })
pegawai-superior-acting = Who approves now: { $name }
pegawai-team = Superior of { NUMBER($count) }
pegawai-duty-head = Head of { $unit }
pegawai-duty-hr = Personnel office of { $unit }
pegawai-duty-oversight = Oversight of { $unit }
pegawai-duty-auditor = Auditor of { $unit }
pegawai-duty-operator = Operator of Tilik, { $unit }
pegawai-in-team = Working team { $team }
pegawai-last-day = Last day of service: { DATETIME($day, dateStyle: "long") }
pegawai-away-now = Away today ({ $kind }), until { DATETIME($last, dateStyle: "long") }
pegawai-joined = Has joined on { $channel }
pegawai-not-joined = Has not joined Tilik yet
pegawai-account-frozen = The account is frozen until a second person has looked at it in <b>verification</b>
pegawai-account-waiting = A new chat waits to be confirmed: from the older chat, or by a second person in <b>verification</b>
pegawai-code-waits = The code handed out has not been used; it works until { DATETIME($day, dateStyle: "long") }, { $time } { $zone }
pegawai-waits = Waits for a second person (<b>import</b>): { $line }
pegawai-waits-file = Waits for a second person (<b>import</b>): the file { $name }

button-pegawai-code = Give a joining code
button-pegawai-superior = Change the superior
button-pegawai-stand-in = Name a stand-in
button-pegawai-vacant = Name who acts there
button-pegawai-leave = Enter leave/travel
button-pegawai-end = End of service

pegawai-code = Joining code for { $name }: <b>{ $code }</b>
pegawai-code-until = For one use, until { DATETIME($day, dateStyle: "long") }, { $time } { $zone }. It is shown here only once.
pegawai-code-before = The earlier code no longer works.
pegawai-code-phone = All of their chats have been told. On a new phone or channel the code opens everything only once the older chat, or a second person of the personnel office, has made sure.
pegawai-code-frozen = The account of { $name } is frozen. A new code can be made once a second person has looked at it in <b>verification</b>.
pegawai-code-how = Give it only to the person it is for. They send <b>daftar { $code }</b> to Tilik from their own phone.
pegawai-code-over = This code has been used or has expired.
pegawai-code-already = { $name } has a code already, which works until { DATETIME($day, dateStyle: "long") }, { $time } { $zone }. For safety it is not shown again; a new one cancels it.
pegawai-code-old = The code you saw for { $name } has been used or has expired. Make a new one if needed.

pegawai-superior-who = Who is the superior of { $name }, { $unit }? On record now: { $superior }. If the name is not shown, type part of it; if they are in another unit, use <b>import</b>.
pegawai-superior-nobody = In the unit of { $name } there is nobody else yet who could be their superior. Use <b>import</b>.
pegawai-superior-yours = From today your superior in Tilik is <b>{ $superior }</b>, who now checks your waiting entries.

button-pegawai-leave-kind = Leave
button-pegawai-travel-kind = Official travel
button-pegawai-away-finer = Say which
pegawai-away-which = What is to be entered for { $name }?
pegawai-away-why = Which leave or travel is to be entered for { $name }? Only the personnel office and they read which.
button-away-annual = Annual leave
button-away-long = Long leave
button-away-sick = Sick leave
button-away-birth = Maternity leave
button-away-important = Important reason
button-away-unpaid = Unpaid leave
button-away-permit = Permission
button-away-training = Training
button-away-study = Study
pegawai-away-first = From which day is { $name } away?
pegawai-away-last = Until which day?
pegawai-away-done = Entered for { $name }: { $kind } { $days ->
    [1] on { DATETIME($first, dateStyle: "long") }
   *[other] from { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }
}. They are told.
pegawai-leave-told = The personnel office has entered your leave { $days ->
    [1] on { DATETIME($first, dateStyle: "long") }
   *[other] from { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }
}. Meanwhile there are no reminders and nothing counts as missing.
pegawai-travel-told = The personnel office has entered your official travel { $days ->
    [1] on { DATETIME($first, dateStyle: "long") }
   *[other] from { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }
}. Meanwhile there are no reminders and nothing counts as missing.

pegawai-end-day = What is the last working day of { $name }?
pegawai-end-early = { DATETIME($day, dateStyle: "long") } is too long ago. For changes more than three months back, use <b>import</b>.
pegawai-end-late = { DATETIME($day, dateStyle: "long") } is too far ahead. Enter it a year before at the earliest.
pegawai-end-sure = { $team ->
        [0] The service of { $name } ends on { DATETIME($day, dateStyle: "long") }: we then no longer write to them as an employee, and their records stay. Is that right?
       *[other] The service of { $name } ends on { DATETIME($day, dateStyle: "long") }: we then no longer write to them as an employee, and their records stay. { NUMBER($team) } in their team will need another superior. Is that right?
    }
pegawai-end-yes = Yes, end it
pegawai-end-no = No
pegawai-end-kept = Nothing was changed: { $name } goes on working.
pegawai-end-told = The service of { $name } ends on { DATETIME($day, dateStyle: "long") }. Until then { $name } stays in your team.

# Adding and changing people.
button-pegawai-hire = Add somebody
button-pegawai-change = Change data
button-pegawai-use = Use what was asked
pegawai-change-what = What of { $name } is to be changed?
pegawai-change-name = { $wanted ->
        [0] Write the right name, with titles. Recorded now: { $before }.
       *[other] Asked for: <b>{ $words }</b>. Write the right name, with titles. Recorded now: { $before }.
    }
pegawai-change-post = { $wanted ->
        [0] Write the right post of { $name }. Recorded now: { $before }.
       *[other] Asked for: <b>{ $words }</b>. Write the right post of { $name }. Recorded now: { $before }.
    }
pegawai-change-nip = { $wanted ->
        [0] Write the right NIP of { $name }, 18 digits. Recorded now: { $before }.
       *[other] Asked for: <b>{ $words }</b>. Write the right NIP of { $name }, 18 digits. Recorded now: { $before }.
    }
pegawai-change-unit = { $wanted ->
        [0] To which unit? { $name } is recorded at { $before }. The superior does not change with it.
       *[other] Asked for: <b>{ $words }</b>. To which unit? { $name } is recorded at { $before }. The superior does not change with it.
    }
pegawai-change-same = That is what is recorded already. Write the new one, or type <b>cancel</b>.
pegawai-one-line = Please write it in one line, with letters.
pegawai-nip-known = This NIP is recorded already. Find the person by <b>people</b>; who has worked here before or is recorded in another unit comes in by <b>import</b>.
pegawai-change-sure = { $second ->
        [true] { $name }, { $field }: from { $before } to <b>{ $after }</b>. A second person has to agree. Is that right?
       *[other] { $name }, { $field }: from { $before } to <b>{ $after }</b>, from today on. Is that right?
    }
pegawai-change-yes = Yes, change it
pegawai-change-kept = Nothing of { $name } has been changed.
pegawai-change-done = ✓ { $name }, { $field }: { $before } → <b>{ $after }</b>
pegawai-change-told = The personnel office has updated your data. { $field }: { $before } → <b>{ $after }</b>. If that is wrong, say so by the button below.
pegawai-change-line = { $before } → <b>{ $after }</b>
pegawai-hire-nip = What is the NIP of the new employee? Write its 18 digits.
pegawai-hire-name = What is the name, with titles?
pegawai-hire-unit = In which unit does { $name } work?
pegawai-hire-title = What is the post of { $name }?
pegawai-hire-superior = Who is the superior of { $name }? Another one can be chosen later by <b>Change the superior</b>.
pegawai-hire-no-chief = Nobody, or another
pegawai-hire-sure =
    <b>{ $name }</b>
    NIP { $nip }
    { $title }, { $unit }
    Superior: { $superior }
    Add from today on?
pegawai-hire-yes = Yes, add
pegawai-hire-kept = Nobody has been added.
pegawai-hire-done = ✓ { $name } is recorded at { $unit }.

# bergabung: who has not joined, and new slips for just these
guide-unjoined = <b>joined</b> – who has not joined, and new slips for them
button-bergabung = Not joined
bergabung-title = <b>Not joined</b>: { NUMBER($count) } people in { NUMBER($units) } units
bergabung-line = • { $unit }: { NUMBER($count) }{ $without ->
    [0] {""}
   *[other] , { NUMBER($without) } without a code that works
}
bergabung-counts-not = Who has not joined is counted in no number, list or score.
bergabung-none = Everybody here has joined.
bergabung-unit = <b>{ $unit }</b>: { NUMBER($count) } not joined
bergabung-tap = Tap a name for one code, or make slips for all of them.
bergabung-team = <b>Your team</b>: { NUMBER($count) } not joined
bergabung-ask = The personnel office makes new slips by typing <b>joined</b>.
bergabung-name = • { $name }: no code that works
bergabung-name-code = • { $name }: has a code until { DATETIME($day, dateStyle: "long") }
button-bergabung-unit = { $unit } ({ NUMBER($count) })
button-bergabung-slips = New slips ({ NUMBER($count) })
bergabung-slips = { NUMBER($count) } slips with joining codes, single-use, valid until { DATETIME($day, dateStyle: "long") } at { $time } { $zone }. Earlier codes no longer work.
bergabung-left = There are { NUMBER($count) } more: once these are handed out, ask for them by unit.
bergabung-hand-out = Print them, cut them apart, give each to its person alone; then delete this file from the chat.
bergabung-made-already = Those slips have been made. If they are made once more, the codes on the earlier ones no longer work.

# Who acts in a superior's place for a while.

stand-in-no-team = { $name } is nobody's superior at present, so nobody need act for them.
stand-in-who = Who acts for { $name } for now? Tap a name, or type part of it.
stand-in-end = ✕ End: { $name }
stand-in-as = As what does { $who } act for { $name }?
stand-in-as-plh = Plh. (away for a while)
stand-in-as-plt = Plt. (vacancy)
stand-in-as-pj = Pj. (acting official)
stand-in-as-pjs = Pjs. (temporary official)
stand-in-first = From which day does { $who } act for { $name }?
stand-in-last = Until when? Skip it if you do not know yet; it can be ended at any time.
stand-in-early = { DATETIME($earliest, dateStyle: "long") } at the earliest.
stand-in-yours = You act as <b>{ $title }</b> for { $name }, { $when }. In that time the entries of that team wait for you, and that post stands beside your name.
stand-in-for-you = { $name } acts as <b>{ $title }</b> for you, { $when }. You can still approve the entries of your team yourself.
stand-in-over = Your acting for { $name } is over. Thank you.

# poster: posters and cards of counters, from the chat
guide-posters = <b>poster</b> – posters (A4) and cards (A6) for counters, ready to print
button-poster = The counters
button-poster-wall = A4 poster
button-poster-desk = A6 card
button-poster-card = Card (PNG)
button-poster-codes = Print visit codes
poster-counters = <b>Posters</b>: { NUMBER($count) } { $count ->
    [one] counter
   *[other] counters
}
poster-kinds = An A4 poster for the wall; an A6 card for the desk, four on a sheet of A4. For all counters at once, or tap one.
poster-none = There are no counters yet. Take them in first with <b>import</b>: the file of services.
poster-gone = That counter is not there any more, or is not of your units.
poster-no-link = There can be no poster yet: Tilik's address on WhatsApp or Telegram is not known. Please ask the operator.
poster-of-all = <b>Posters of { NUMBER($count) } { $count ->
    [one] counter
   *[other] counters
}</b>
poster-of-one = <b>{ $counter }</b>
poster-first = This file has the first { NUMBER($count) } counters. For the others, tap them one by one.
poster-use-wall = Print it on A4, then put it up where citizens see it.
poster-use-desk = Print it on A4 at full size, then cut it in four: one for the desk, the others are spares.
poster-use-card = The A6 card as a picture, for a print shop or a screen.
poster-codes =
    <b>{ NUMBER($count) } visit codes</b> for { $counter }

    Each for one use, until { DATETIME($day, dateStyle: "long") }.
poster-codes-use = Print on A4 and cut apart: ten codes a sheet. Give one to every citizen who was served, whatever their mood. The summary counts them as printed, apart from codes that were given.
poster-codes-already = { NUMBER($count) } codes were printed for this counter today. Tap once more if you need others.
