# The daily log: catat, riwayat, bukti, cuti.

log-not-staff = This is for registered employees. If you are one, ask the personnel office for a joining code, then type: join CODE
log-begun = Logging: “{ $activity }”. Not work? Type <b>cancel</b>.
log-activity = What did you do? A short line is enough, or send a photo with a caption.
log-activity-shown = Kept as evidence. What did you do? A short line is enough.
evidence-full = One entry holds at most { NUMBER($most) } pieces of evidence. This one is not kept.
log-target = Which target does it serve?
log-direct = Superior's direct task
log-amount = How many ({ $measure })?
log-amount-any = for example 3 files
log-day = When did you do it?
log-hours = From when to when? For example 08.00-10.30.
log-evidence = Please send a photo, a document, a voice message, or a link.
log-card =
    <b>{ $activity }</b>
    Target: { $target }
    Quantity: { $amount }
    Day: { $day }
    Hours: { $hours }
    Evidence: { $evidence }{ $reason ->
        [none] {""}
       *[other] {""}
            Reason for the return: { $reason }
    }

    Is this right?
log-card-none = –
log-card-evidence = { NUMBER($count) } { $count ->
    [1] file
   *[other] files
}
log-card-measure = { $amount } (the target is counted in { $measure }, so this number is not added up)
log-step-save = ✓ Save
log-step-evidence = Add evidence
log-step-amount = Change quantity
log-step-day = Change day
log-step-hours = Set hours
log-step-activity = Change words
log-step-target = Change target
log-step-bare = Remove evidence

# On the card of an entry: words that ask for a change (beside word-change), and what each part is called.
log-wrong = wrong | correct | fix | set
log-part-activity = words | work | description | text
log-part-target = target | goal
log-part-amount = quantity | amount | number | count
log-part-day = day | date
log-part-hours = hours | time | times
log-part-evidence = evidence | photo | file

log-saved = ✓ Logged: { $activity }. Receipt number <b>{ $receipt }</b>
log-corrected = ✓ Corrected: { $activity }. The receipt number stays <b>{ $receipt }</b>
log-waits-for = Waiting for the approval of { $name }.
log-waits-for-nobody = Your superior is not known to Tilik yet. This entry is safe; please tell the personnel office.
log-waits-unjoined = { $name }, your superior, has not joined Tilik yet. Your entry is kept and waits for them.
log-waits-above = { $superior }, your superior, has not joined Tilik yet, so { $name } looks through it for now.
prompt-alone = None of your superiors is on Tilik yet to approve log entries, so we do not remind you every evening. You can still log at any time, and all of it is kept.

prompt-log = What did you do today, { DATETIME($day, dateStyle: "long") }? One line is enough.
prompt-log-drafts = What did you do today, { DATETIME($day, dateStyle: "long") }? Just write one line, or tap what was the same as last time.

button-log-new = Write a new one
button-log-more = Log another
button-history = History
button-me = My scores
button-leave-today = I am on leave today
button-entry-correct = Correct
button-withdraw = Withdraw
button-restore = Restore
button-evidence-photo = Evidence { $n }: photo
button-evidence-document = Evidence { $n }: document
button-evidence-voice = Evidence { $n }: voice
button-evidence-link = Evidence { $n }: link

entry-not-found = There is no such entry in your history.
entry-closed-approved = This entry is approved already. If something is wrong, ask your superior to return it.
entry-closed-withdrawn = This entry is withdrawn. Restore it in your history first, then correct it.
entry-full =
    <b>{ $activity }</b>
    { DATETIME($day, dateStyle: "long") } · { $receipt } · { $state }
    Target: { $target }
    Quantity: { $amount }
    Hours: { $hours }
entry-reason = Reason for the return: { $reason }
history-title = <b>Your entries</b>, the newest first. Tap or type a number to open one.
history-line = { $n }. { DATETIME($day, dateStyle: "medium") } · { $activity } · { $amount } · <i>{ $state }</i>
history-returned-meanwhile = While we could not reach this chat something was returned: { $count ->
    [1] 1 entry of yours waits to be corrected.
   *[other] { NUMBER($count) } entries of yours wait to be corrected.
}
history-none = No entries yet. Type “log” at any time; one line is enough.
evidence-file = Evidence for { $receipt }
evidence-link = Evidence for { $receipt }: { $link }

leave-when = When are you on leave or official travel? On those days we ask nothing, and they do not count.
leave-other = Other dates
leave-first = From which day?
leave-last = Until which day?
leave-too-early = { DATETIME($day, dateStyle: "long") } is too early. Please choose { DATETIME($earliest, dateStyle: "long") } or later.
leave-too-late = { DATETIME($day, dateStyle: "long") } is too far away. Please choose a day within a year.
leave-day = ✓ { $kind ->
        [travel] Official travel
       *[leave] Leave
    } noted for { DATETIME($first, dateStyle: "long") }.
leave-days = ✓ { $kind ->
        [travel] Official travel
       *[leave] Leave
    } noted from { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }.
leave-means = We will not remind you, and the day takes nothing from your scores. { $kind ->
        [travel] The journey
       *[leave] The leave
    } itself is still granted by your office.
leave-cancelled = ✓ { $kind ->
        [travel] The journey
       *[leave] The leave
    } { $days ->
        [1] on { DATETIME($first, dateStyle: "long") }
       *[other] from { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }
    } is cancelled. We will write to you again as usual.
leave-cancel-day = Cancel { $what } of { DATETIME($first, dateStyle: "medium") }
leave-cancel = Cancel { $what } { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }
leave-not-found = There is no such leave, or it is cancelled already.
button-leave-undo = Cancel this leave
button-travel-undo = Cancel this journey
button-leave-call = { $kind ->
    [travel] This is leave
   *[leave] This is official travel
}
