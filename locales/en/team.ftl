# Superiors: approve, return, see the team, remind, thank, and the message of the day.

approve-gone = That entry is not among those that wait. This is how things stand now.
approve-none = No entry is waiting. You have been through all of them.
approve-none-of = No entry of { $name } is waiting.
approve-title = <b>Waiting for approval</b>: { $count ->
    [one] { NUMBER($count) } entry
   *[other] { NUMBER($count) } entries
} from { $people ->
    [one] { NUMBER($people) } person
   *[other] { NUMBER($people) } people
}
approve-title-of = <b>{ $name }</b>: { $count ->
    [one] { NUMBER($count) } entry waits
   *[other] { NUMBER($count) } entries wait
} for approval
approve-title-entry = An entry of <b>{ $name }</b>
approve-returned-before = It was returned before and has been corrected.
approve-line = { NUMBER($number) }. <b>{ $activity }</b>, { DATETIME($day, dateStyle: "medium") } · { $target } · quantity: { $amount } · { $evidence ->
        [0] no evidence
       *[other] evidence: { NUMBER($evidence) }
    }
approve-done-one = ✓ Approved: { $activity }
approve-done = ✓ { $count ->
    [one] { NUMBER($count) } entry
   *[other] { NUMBER($count) } entries
} approved.
approve-stay = { $count ->
    [one] { NUMBER($count) } entry has
   *[other] { NUMBER($count) } entries have
} come in or been corrected since that list was shown, so not approved yet.
approve-changed = The list has changed since you saw it, so nothing has been approved. This is how it stands now.
approve-changed-one = This entry was corrected since you saw it, so it has not been approved. This is how it stands now.
button-approve = ✓ Approve
button-approve-all = ✓ Approve all ({ NUMBER($count) })
button-approve-person = { $name } ({ NUMBER($count) })
button-approve-entry = { NUMBER($number) }. { $activity }
button-approve-next = Next ›
button-approve-queue = What waits
button-approve-waiting = Look through ({ NUMBER($count) })
button-approve-look = See the entry
button-return = Return

return-reason = What should { $name } complete in “{ $activity }”? Tap one, write your own words, or type “cancel”.
return-card =
    To { $name }, about “{ $activity }”:
    “{ $words }”

    Return it with this message?
return-begun = We take this to be about the entry you have just read. Your own work? Type <b>cancel</b>, then <b>log</b> and what you did.
return-usual-unproven = No evidence yet
return-usual-evidence = Evidence won't open
return-usual-amount = Amount not right yet
return-usual-words = Wording not clear
return-gone = That entry is not among those that can be returned.
return-appraised = The quarter of this entry has been appraised, so it cannot be returned any more.
return-changed = This entry has changed or has been decided on, so it was not returned. { $name } has not been told anything.
return-done = Returned. { $name } has been told why and can correct it at once.
return-done-unreached = Returned. { $name } has not joined Tilik yet, or has asked not to be written to; please tell them yourself.
returned-by = <b>{ $name }</b> asks you to complete one entry:
returned-entry = “{ $activity }”, { DATETIME($day, dateStyle: "long") } ({ $receipt })
returned-reason = The message: “{ $reason }”
returned-onward = Your entry is safe. As soon as you correct it, it is sent again.

thank-words = Thanks for <b>{ $name }</b>. Would you like to add some words? Tap some, write your own, or skip to send it without.
thank-usual-steady = Your log is tidy and on time
thank-usual-citizens = You serve citizens well
thank-usual-team = You have helped your colleagues a lot
thank-done = We have sent your thanks to { $name }.
thank-unreached = { $name } has not joined Tilik yet, or has asked not to be written to, so your thanks have not arrived. Please pass them on yourself.
thanked = <b>{ $name }</b> thanks you for your work.
thanked-words =
    { thanked }

    “{ $words }”

team-nobody = This is for superiors whose team is on record in Tilik. If you lead a team, please tell the personnel office.
team-gone = That is not in your team.
team-nudge-old = That button is from a day gone by, so nobody was reminded. Type “team” to see how things stand today.
team-title = <b>Your team</b>, { $count ->
    [one] { NUMBER($count) } person
   *[other] { NUMBER($count) } people
}
team-names = { $names }
team-names-more = { $names }, and { NUMBER($count) } more
team-day = { $weekday }, { DATETIME($day, dateStyle: "medium") }: { NUMBER($logged) } of { NUMBER($count) } have logged
team-today = Today, { $weekday }, { DATETIME($day, dateStyle: "medium") }: { NUMBER($logged) } of { NUMBER($count) } have logged
team-missing = Not yet: { $names }
team-away = On leave or travelling today: { $names }
team-unjoined = Not joined, not counted: { $names }
team-waits = Waiting for approval: { $count ->
    [one] { NUMBER($count) } entry
   *[other] { NUMBER($count) } entries
} from { $people ->
    [one] { NUMBER($people) } person
   *[other] { NUMBER($people) } people
}
team-waits-late = Of these, late: { NUMBER($count) }
team-evaluations-missing = Self-evaluation not sent yet: { $names }
team-evaluations-wait = Self-evaluations waiting for your rating: { NUMBER($count) }
team-quiet = There is nothing to ask about today.
team-scores = <b>The scores of your team</b>, { $quarter }. The whole team together, not anybody's own.
button-team-scores = The team's scores
button-team = Team
button-team-unjoined = Not joined ({ NUMBER($count) })
button-nudge-all = Remind { NUMBER($count) }
button-nudge = Remind
button-appraise = Rate quarters ({ NUMBER($count) })
button-appraise-one = Rate self-evaluation
button-thank = Say thank you
button-thank-one = Thank { $name }
button-member-scores = Scores, { $quarter }
button-member-entries = Newest entries
button-member-check = Look at: { DATETIME($day, dateStyle: "medium") }, { $activity }
button-member-return = Return: { DATETIME($day, dateStyle: "medium") }, { $activity }

member-title = <b>{ $name }</b>, { $title }
member-away = On leave or travelling today.
member-week = This week: { NUMBER($logged) } of { $days ->
    [one] { NUMBER($days) } working day
   *[other] { NUMBER($days) } working days
} logged
member-waits = Waiting for approval: { $count ->
    [one] { NUMBER($count) } entry
   *[other] { NUMBER($count) } entries
}
member-evaluation-missing = Self-evaluation not sent yet
member-evaluation-waits = The self-evaluation waits for your rating
member-entries = <b>Newest entries of { $name }</b>
member-entry = • { DATETIME($day, dateStyle: "medium") }: { $activity }, { $state }

nudge = Greetings from <b>{ $name }</b>. Your log for { DATETIME($day, dateStyle: "long") } is not in Tilik yet; perhaps it was a busy day. One line is enough.
nudge-evaluation = Greetings from <b>{ $name }</b>. Your self-evaluation of the { $quarter } has not been sent yet. What you have logged is filled in already; please check it and add what is missing.
nudge-evaluation-too = Your self-evaluation of the { $quarter } has not been sent either; what you have logged is filled in there already.
nudged-reminded = Reminded: { $names }.
nudged-nobody = For { DATETIME($day, dateStyle: "long") } nobody needs a reminder.
nudged-already = Had a reminder today already, not repeated: { $names }.
nudged-away = On leave or on official travel, not disturbed: { $names }.
nudged-resting = A day off or outside working hours, not disturbed: { $names }.
nudged-unjoined = Have not joined Tilik: { $names }. The personnel office has their slips.
nudged-blocked = Out of reach, since they asked not to be written to, have blocked Tilik, or their chat is no longer tied to them: { $names }. Please remind them yourself.
nudged-closed = On WhatsApp, they have not written for more than 24 hours, so we may not write first yet: { $names }. Please remind them yourself.
button-nudge-evaluation = Self-evaluation
button-nudge-log = Log now
button-nudge-leave = I was on leave

brief-short = Hello, { $name }. News of <b>your team</b>, { $weekday }, { DATETIME($day, dateStyle: "medium") }:
brief-long = Hello, { $name }. News of <b>your team last week</b>:
brief-quarter = Hello, { $name }. News of <b>your team in the { $quarter }</b>:
brief-and-log = Hello, { $name }. News of <b>your team</b>, and your own log, { $weekday }, { DATETIME($day, dateStyle: "medium") }:
brief-week = Working days logged: { NUMBER($logged) } of { NUMBER($days) } (whole team)
brief-decided = Entries approved: { NUMBER($approved) }, returned: { NUMBER($returned) }
brief-steady = Logged every working day: { $names }
brief-coverage = Working days logged in time: { NUMBER($logged) } of { NUMBER($days) } (whole team)
brief-evaluations = Self-evaluations in: { NUMBER($sent) } of { NUMBER($count) }
button-evaluations = Team evaluations
brief-held = Ratings of { $name }:
brief-citizens = What citizens say about { $name } as of { DATETIME($day, dateStyle: "medium") }, the lowest element of the { $product ->
    [official] SKM
    [own] { $survey }
    [verified] verified daily index
   *[daily] daily index
}:

coverage-title = The team of { $name }
coverage-subtitle = Working days logged in time · { $quarter }
coverage-week = { NUMBER($first) } – { NUMBER($last) } { $month }
coverage-week-of-a-day = { NUMBER($first) } { $month }
coverage-week-across = { NUMBER($first) } { $before } – { NUMBER($last) } { $month }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sept
month-10 = Oct
month-11 = Nov
month-12 = Dec
coverage-days = { NUMBER($n) } of { NUMBER($count) }

# Acting superiors: who stands in whose place.

acting-plt = Plt. { $title }
acting-plh = Plh. { $title }
acting-pj = Pj. { $title }
acting-pjs = Pjs. { $title }
acting-signed = { $name } ({ $title })
acting-or = { $first } or { $rest }
acting-stands = You act as <b>{ $title }</b> for { $name }{ $open ->
        [yes] .
       *[no] {" "}until { DATETIME($last, dateStyle: "long") }.
    }

# What has waited for long goes one level up: news for its owner, the superior, the one above.

raised-own = { $count ->
        [one] { NUMBER($count) } entry of yours has
       *[other] { NUMBER($count) } entries of yours have
    } waited for { NUMBER($days) } working days. From today on { $above } can approve them as well as { $superior }. There is nothing you need to do.
raised-yours = { $count ->
        [one] { NUMBER($count) } entry
       *[other] { NUMBER($count) } entries
    } of { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    }, waiting for you for { NUMBER($days) } working days: so that nothing is held up, { $above } can approve them too from today on. You still can.
raised-above = { $count ->
        [one] { NUMBER($count) } entry
       *[other] { NUMBER($count) } entries
    } of { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    }, waiting for { $superior } for { NUMBER($days) } working days: from today on you can approve them too.
button-raised-look = Look through them
