# Reviews of the way of working: why an element is rated low, and what is changed. Tell me.

## Heads of units

review-list = { $count ->
    [0] No review is open. Those that ended lately:
    [one] One review of the way of working is open:
   *[other] { $count } reviews of the way of working are open:
 }
review-none = There is no review of the way of working at your unit. One opens when several low ratings or complaints are about the same element at the same place.
review-one = { $element } · { $place }
review-wishes = Training wished for in reviews ({ $count }):
review-wish = • { $element } · { $place }
review-title =
    <b>Review: { $element }</b>
    { $place } · since { DATETIME($day, dateStyle: "medium") }
    It looks for the cause, not for who is at fault; it touches nobody's score.
review-said = What citizens said:
review-low = • { $low } of { $n } answers are low (1 or { $value })
review-cause-line = • { $cause }: { $n ->
    [one] once
   *[other] { $n } times
 }
review-complaints = • Complaints ({ $count }): { $numbers }
review-nothing = • There are not enough answers to show yet.
review-plan-cause = Cause: { $cause }
review-plan-action = Action: { $words }
review-training = Action: training (HR sees the wish)
review-plan-who = Done by: { $who }
review-state-open = The plan is due by { DATETIME($due, dateStyle: "full") }.
review-state-planned = To be done by { DATETIME($due, dateStyle: "full") }.
review-state-changed = Changed since { DATETIME($day, dateStyle: "medium") }: “{ $words }”
review-state-unneeded = Said to need no change on { DATETIME($day, dateStyle: "medium") }: “{ $words }”
review-figures =
    Before ({ DATETIME($first, dateStyle: "medium") } – { DATETIME($middle, dateStyle: "medium") }): { $before }
    After (to { DATETIME($last, dateStyle: "medium") }): { $after }
review-gone = There is no such review, or it is not for you.
review-not-yours = Reviews of the way of working are read by heads of units; HR reads the wishes for training.
review-settled = That review has changed since the screen was made.
button-reviews = All reviews
button-review = Open the review
button-review-plan = Fill in the plan
button-review-replan = Change the plan
button-review-changed = It has changed
button-review-unneeded = Not needed
guide-tinjauan = <b>reviews</b> – why an element is rated low, and what is changed
review-cause = <b>{ $element }</b> at { $place }: what is the cause? Choose one, or write it in your own words.
review-own-cause = What is the cause?
review-action = What will be done? Write it in short (citizens may read it), or ask for training.
review-is-training = Training
review-is-else = Something else
review-own-action = What will be done?
review-who = Who does it?
review-until = By when?
review-result = <b>{ $element }</b> at { $place }: what has changed? Citizens who asked to be told read this sentence too.
review-proof = What shows the change: { $element }, { $place }
review-file = Is there a photo or a document? You may skip this.
review-reason = Why does <b>{ $element }</b> at { $place } need no change? Whoever is above the unit reads this.
review-planned = Noted. We remind you before { DATETIME($until, dateStyle: "full") }.{ $training ->
    [true] {" "}HR sees the wish for training.
   *[other] {""}
 }
review-done = { $told ->
    [some] Noted. Citizens who asked to be told have been told.
   *[none] Noted. No citizen waits to hear of this.
 }
review-ended = Noted. Whoever is above the unit can read the reason.
review-opened = A review of the way of working has opened: <b>{ $element }</b> at { $place }. Several low ratings or complaints are about the same. The plan is due by { DATETIME($due, dateStyle: "full") }.
review-yours = { $by } noted that you do this: “{ $action }”. It comes from the review of <b>{ $element }</b> at { $place }, and is to be done by { DATETIME($due, dateStyle: "full") }. This is no verdict.
review-soon = The review of <b>{ $element }</b> at { $place } is due by { DATETIME($due, dateStyle: "full") }.
review-late = The review of <b>{ $element }</b> at { $place } was due by { DATETIME($due, dateStyle: "full") }. If there is a head above the unit, they are told too.
review-above = The review of <b>{ $element }</b> at { $place } was due by { DATETIME($due, dateStyle: "full") }, so it comes to you as well.
review-unneeded = The review of <b>{ $element }</b> at { $place } ended without a change. The reason: “{ $words }”

## Citizens

button-listen = Tell me
guide-kabari = <b>tell me</b> – be told once when something changes
listen-counter = About which counter do you want to be told?
listen-element = If something changes at { $counter }, we tell you once. About what?
listen-kept =
    All right. If <b>{ $element }</b> changes at { $counter }, we tell you once.
    Only the counter, this choice, the month and this chat under seal are kept; they go after { $days } days at the latest, or when you type <b>stop</b>.
told-change =
    You asked to be told about <b>{ $element }</b> at { $place }. What was changed: “{ $words }”
    Before ({ DATETIME($first, dateStyle: "medium") } – { DATETIME($middle, dateStyle: "medium") }): { $before }
    After (to { DATETIME($last, dateStyle: "medium") }): { $after }
change-mean = { NUMBER($mean, minimumFractionDigits: 2) } of 4 on average ({ $n } answers)
change-few = not enough answers yet ({ $n } of { $needed })
change-shields = cannot be shown yet
mine-listens = You asked to be told once about the following. It is kept under seal, without your rating, for { $days } days at most; <b>stop</b> deletes it.
mine-listens-of = • { $element } at { $counter } ({ $month })
