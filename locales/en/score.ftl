# The scores of a person and a quarter: an internal indicator, not a predikat.

score-title-own = <b>Your performance scores</b>, { $quarter }: an internal indicator, not a predikat
score-title-own-running = <b>Your performance scores</b>, { $quarter } (running): an internal indicator, not a predikat
score-title = <b>Performance scores of { $name }</b>, { $quarter }: an internal indicator, not a predikat
score-title-running = <b>Performance scores of { $name }</b>, { $quarter } (running): an internal indicator, not a predikat
score-no-post = Performance scores are for staff whose post is on record. If you work here, ask your office for a joining code, then type: join CODE. If you have joined already, please ask the personnel office to complete your post.
score-not-yours = Performance scores are open only to the person they belong to and to the direct superior. Type “me” to open your own.

score-quantity = Quantity of results
score-quality = Approved without return
score-discipline = Working days logged in time
score-citizens = Interaction with citizens
score-n-quantity = { $n ->
    [one] { NUMBER($n) } target
   *[other] { NUMBER($n) } targets
}
score-n-quality = { $n ->
    [one] { NUMBER($n) } entry
   *[other] { NUMBER($n) } entries
}
score-n-discipline = { $n ->
    [one] { NUMBER($n) } working day
   *[other] { NUMBER($n) } working days
}
score-n-citizens = { NUMBER($n) } answers
score-part = { $weight ->
    [0] { $part }: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> of 100 ({ $n })
   *[other] { $part }: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> of 100 ({ $n }; weight { NUMBER($weight, maximumFractionDigits: 2) } %)
}
score-part-missing = { $part }: no score yet, { $why }
score-total = Weighted sum: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> (an internal indicator, not a predikat)
score-total-missing = Weighted sum: none yet; at least two parts must have a score.
score-moved-weights = The weight of a part without a score is shared among the others; it does not count as zero.
score-still-running = The quarter is still running, while its targets are for the whole of it; the quantity will rise with every entry that is approved.
score-where-from = <b>Where does this number come from?</b> Tap one of the parts.
score-no-targets = no target with a number yet (at least one is needed)
score-nothing-decided = no entry decided on by the superior yet (at least { NUMBER($needed) } needed)
score-no-days = no working day yet whose time to log is over (at least { NUMBER($needed) } needed)
score-few-quality = only { NUMBER($n) } { $n ->
    [one] entry has
   *[other] entries have
} been decided on ({ NUMBER($needed) } are needed)
score-few-discipline = only { NUMBER($n) } { $n ->
    [one] working day is
   *[other] working days are
} past the time for logging ({ NUMBER($needed) } are needed)
score-one-person = from one person so far; a team’s score needs at least two
score-no-decree = the holidays of { $year } have not been set, so working days cannot be counted yet
score-no-counters = no service at a counter on record in this quarter
score-few-citizens = not enough answers of citizens yet ({ NUMBER($n) } of { NUMBER($needed) } for each element)
score-nobody = nobody of the team has joined yet

score-how-quantity = The average of how far the targets with a number were reached. Only entries approved by the superior count, and no target counts more than 100 %.
score-how-quality = The share of entries approved without ever being returned, of all that the superior has decided on. Those once returned are shown first.
score-how-discipline = The share of working days that were logged by the next working day.
score-how-citizens = Two questions about the staff, from citizens who rated at the counters served in this quarter. They count from { NUMBER($needed) } answers on, so no single rating decides.

score-target = • <b>{ $result }</b> ({ $indicator }): { NUMBER($done, maximumFractionDigits: 6) } of { NUMBER($aim, maximumFractionDigits: 6) } { $measure }, { NUMBER($share, minimumFractionDigits: 2, maximumFractionDigits: 2) } % ({ $n ->
    [one] { NUMBER($n) } entry
   *[other] { NUMBER($n) } entries
})
score-target-prorated = • <b>{ $result }</b> ({ $indicator }): { NUMBER($done, maximumFractionDigits: 6) } of { NUMBER($aim, maximumFractionDigits: 6) } { $measure }, { NUMBER($share, minimumFractionDigits: 2, maximumFractionDigits: 2) } % ({ $n ->
    [one] { NUMBER($n) } entry
   *[other] { NUMBER($n) } entries
}). The quarter’s target is { NUMBER($whole, maximumFractionDigits: 6) }, counted by the working days since joining.
score-target-unshared = • <b>{ $result }</b> ({ $indicator }): the quarter’s target of { NUMBER($whole, maximumFractionDigits: 6) } does not count, since joining was at the end of the quarter
score-target-wordy = • <b>{ $result }</b> ({ $indicator }): without a number, so it does not count
score-target-one = <b>{ $result }</b> ({ $indicator })
score-entry-quantity = • { DATETIME($day, dateStyle: "medium") }, { $receipt }: { $activity }, { NUMBER($quantity, maximumFractionDigits: 6) } { $measure }
score-entry-bare = • { DATETIME($day, dateStyle: "medium") }, { $receipt }: { $activity }, without a number
score-no-entries = No approved entry for this target yet.
score-entry-accepted = • { DATETIME($day, dateStyle: "medium") }, { $receipt }: { $activity } – accepted
score-entry-returned = • { DATETIME($day, dateStyle: "medium") }, { $receipt }: { $activity } – returned once
score-entry-returned-why = • { DATETIME($day, dateStyle: "medium") }, { $receipt }: { $activity } – returned: “{ $reason }”
score-days = Working days counted: { NUMBER($counted) }, of which { NUMBER($kept) } were logged in time. Their time not over yet: { NUMBER($open) }.
score-day-missed = • { DATETIME($day, dateStyle: "medium") }: no entry
score-day-late = • { DATETIME($day, dateStyle: "medium") }: logged after its time
score-day-leave = • { DATETIME($day, dateStyle: "medium") }: leave, does not count
score-day-travel = • { DATETIME($day, dateStyle: "medium") }: official travel, does not count
score-day-outage = • { DATETIME($day, dateStyle: "medium") }: Tilik was down, does not count
score-days-off = Before joining, or outside the time in a post: { NUMBER($n) }, not counted.
score-counters = Counters: { $names }
score-product-official = Source: SKM (official survey)
score-product-daily = Source: daily index (indicative, not the IKM)
score-product-verified = Source: verified daily index, with visit codes (indicative, not the IKM)
score-element-few = • { $element }: not enough answers yet ({ NUMBER($n) } of { NUMBER($needed) })

score-left-out = Not counted: { NUMBER($n) } answers of counters with few, so that these cannot be worked out from other figures.
score-citizens-as-of = What citizens say, as of { DATETIME($day, dateStyle: "medium") }.
team-score-how = A team's score: all targets, entries or days of { NUMBER($people) } { $people ->
    [one] person
   *[other] people
} are added up, each of the same weight.
team-score-without = Not counted: { NUMBER($n) } { $n ->
    [one] person
   *[other] people
} without a score in this part.

team-score-quantity = { $part }: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> of 100 (targets: { NUMBER($n) }, people: { NUMBER($people) })
team-score-quality = { $part }: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> of 100 (entries: { NUMBER($n) }, people: { NUMBER($people) })
team-score-discipline = { $part }: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> of 100 (working days: { NUMBER($n) }, people: { NUMBER($people) })
team-score-citizens = { $part }: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> of 100 (answers: { NUMBER($n) }, people at counters: { NUMBER($people) })

button-score-quantity = Quantity
button-score-quality = Quality
button-score-discipline = Discipline
button-score-citizens = Citizens
button-score-up = ‹ All parts
button-score-targets = ‹ All targets
