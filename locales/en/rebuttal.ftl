# What citizens wrote of a counter, and what those who serve there say of rude or false words.

## Who serves at the counter

kata-title = <b>Citizens’ words</b> · { $counter } · { $quarter }
kata-how = Without names and days, several at a time. What is rude or not true you may answer; the oversight team decides. No score changes.
kata-few = Fewer than { $needed } comments of this counter can be shown.
kata-which = Which counter?
kata-not-yours = Here whoever serves at a counter reads what citizens wrote of it. The head of the unit reads it in the <b>summary</b>.
kata-gone = That comment is answered, or no longer shown.
kata-state-waiting = Answered; it waits for the oversight team.
kata-state-shown = Answered; the oversight team decided that this comment stays.
kata-state-beside = Answered; the answer stands beside this comment.
button-kata-answer = Rude or not true?
button-kata-next = Next
button-rebuttal-rude = These words are rude
button-rebuttal-false = This is not true
rebuttal-rude = these words are rude
rebuttal-false = this is not true
rebuttal-line =
    “{ $words }”
    You say: { $kind }. Write one sentence of your own, without guessing who the citizen is. The oversight team reads it; if it decides so, the sentence stands below the citizen’s words.
    .gist = What do you answer, in one sentence?
rebuttal-card =
    “{ $words }”
    You say: { $kind }. What the oversight team reads:
    “{ $own }”
    .gist = Send this answer?
rebuttal-done = Noted; it waits for the oversight team. You will hear what is decided.
rebuttal-beside = ↳ The counter’s answer: “{ $words }”
told-rebuttal = The oversight team has decided about a citizen’s words at { $counter }.
rebuttal-told-shown =
    “{ $words }”
    They stay. The answer (“{ $own }”) is not shown. No score changes.
rebuttal-told-beside =
    “{ $words }”
    They stay, with the answer beside them: “{ $own }”. No score changes.
rebuttal-told-kept =
    “{ $words }”
    They are no longer shown. The answer: “{ $own }”. No score changes.
guide-kata = <b>citizens’ words</b> – what citizens wrote of your counter

## The oversight team

rebuttals-none = No answer of a counter waits.
rebuttals-title = Answers of counters ({ $count }): { $counter }
rebuttals-answered = According to those who serve there, { $kind }: “{ $words }”
rebuttal-is-shown = The citizen’s words stay as they were. Whoever answered and the head of the unit were told.
rebuttal-is-beside = The citizen’s words stay, with the counter’s answer. Whoever answered and the head of the unit were told.
rebuttal-is-kept = The citizen’s words are no longer shown. Whoever answered and the head of the unit were told.
button-rebuttal-shown = Keep showing
button-rebuttal-beside = Show with answer
button-rebuttal-kept = Keep back
button-rebuttals = Counter replies ({ $count })
button-rebuttals-next = Counter replies

# ratings that are held (without a code, in an hour that is not like others)

batch-none = No ratings are held in the units that you oversee.
batch-title = <b>Ratings that are held</b> ({ NUMBER($number) } of { NUMBER($count) })
batch-where = { $counter }, { DATETIME($day, dateStyle: "medium") }: { $n ->
    [0] fewer than { $least } ratings
   *[other] { NUMBER($n) } ratings
} without a visit code, { $why }.
batch-ask = Nobody can see what they say. First ask the unit what happened, for example a day of mass service. If they count, all of them enter the figure of that counter; if they are left, none does.
batch-sure = Count all of them? What counts cannot be taken back. The decision is recorded under your name.
batch-why-full = too many in one hour
batch-why-burst = many more than usual, and unlike them
batch-why-run = the same answer too often in a row
batch-why-closed = on a day on which it is closed
batch-why-night = at night
batch-settled = Another member of the team has decided about those ratings.
batch-is-counted = Counted. Those ratings enter the figure of their counter at the close of this night, with the others.
batch-is-left = Left. None of them counts.
batch-is-waiting = Those ratings wait for a decision again.
batch-line-waiting = { $n ->
    [0] Fewer than { $least } ratings are
   *[other] { NUMBER($n) } ratings are
} held to be looked at ({ $why }), not counted yet.
batch-line-left = { $n ->
    [0] Fewer than { $least } ratings are
   *[other] { NUMBER($n) } ratings are
} not counted, as the oversight team decided ({ $why }).
batch-same = At { $unit } { NUMBER($count) } batches wait for the same reason, this one included.
button-batch-same = Alike ({ $count })
button-batches = Ratings ({ $count })
button-batches-next = Held ratings
button-batch-y = Count
button-batch-x = Leave
button-batch-sure = Yes, count
button-batch-back = Cancel
