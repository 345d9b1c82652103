# The quarterly self-evaluation and the superior's rating of it (PermenPANRB 6/2022).

rating-bawah = Below expectation
rating-sesuai = As expected
rating-atas = Above expectation
predikat-sangat-baik = Very good (Sangat Baik)
predikat-baik = Good (Baik)
predikat-butuh-perbaikan = Needs improvement (Butuh Perbaikan)
predikat-kurang-misconduct = Poor/misconduct (Kurang/Misconduct)
predikat-sangat-kurang = Very poor (Sangat Kurang)
predikat-cukup = Sufficient (Cukup)
predikat-kurang = Poor (Kurang)
predikat-proposed = Proposed predikat: { $predikat }. The decision is yours.
predikat-objection = If you disagree, you have the right to object, with reasons, to the superior of the person who rated you, until { DATETIME($until, dateStyle: "long") }.

value-berorientasi-pelayanan = Service oriented
value-akuntabel = Accountable
value-kompeten = Competent
value-harmonis = Harmonious
value-loyal = Loyal
value-adaptif = Adaptive
value-kolaboratif = Collaborative

evaluation-number = { NUMBER($number) }
evaluation-amount = { NUMBER($number) } { $measure }
evaluation-no-number = no number
evaluation-prorated = { $part } (of { NUMBER($whole) } in the whole quarter, by the working days since joining)
evaluation-unshared = not counted ({ NUMBER($whole) } in the whole quarter; joined at its end)
evaluation-lines = { $first }
    { $rest }
evaluation-claim = • <b>{ $result }</b>
    target { $wanted } · logged { $logged }
evaluation-claim-changed = • <b>{ $result }</b>
    target { $wanted } · logged { $logged } · claimed { $claimed }
    Reason: { $reason }
evaluation-obstacles = Obstacles: { $words }
evaluation-help = Help needed: { $words }
evaluation-value = { $value }: { $words }
evaluation-own = Own rating – result: <b>{ $result }</b>; conduct: <b>{ $conduct }</b>

# triwulan: the form

triwulan-not-staff = The self-evaluation is for employees whose post is known to Tilik. If yours should be, please ask your personnel office.
triwulan-unknown = We do not know that quarter. Type <b>quarterly</b> for your self-evaluation.
triwulan-no-post = In the { $quarter } you had no post here, so there is nothing to evaluate.
triwulan-rated = The { $quarter } has been rated by your superior, so the self-evaluation can no longer be changed.
triwulan-ahead = The { $quarter } is still running. The self-evaluation opens on { DATETIME($opens, dateStyle: "long") }; we will let you know.
triwulan-ahead-sent = Your self-evaluation of the { $quarter } has been sent. Until it is rated you may still improve it, although its time was over on { DATETIME($last, dateStyle: "long") }.
triwulan-ahead-missing = You have not sent the self-evaluation of the { $quarter }; its time was over on { DATETIME($last, dateStyle: "long") }. Until it is rated you may still send it.
triwulan-send-late = Fill in { $quarter }
triwulan-scores = See my results
triwulan-until = It can be filled in until { DATETIME($day, dateStyle: "long") }, a bit at a time if you like.
triwulan-late = The time for it was over on { DATETIME($day, dateStyle: "long") }. Your evaluation is still accepted until your superior has rated the quarter.
triwulan-targets = <b>Self-evaluation of the { $quarter }</b>
    { $until }

    These are your targets and what the approved entries add up to. Is it right?

    { $targets }
triwulan-fine = All of it is right
triwulan-change = ✎ { $result }
triwulan-amount = <b>{ $result }</b>
    Target { $wanted }, logged { $logged }. What is the right number?
triwulan-amount-measure = <b>{ $result }</b> is counted in { $measure }. How many { $measure } was it?
triwulan-reason = You say { $claimed }, while the approved entries show { $logged }. Why is that?
triwulan-obstacles = Was there anything in your way this quarter?{ $before ->
        [none] {""}
       *[other] {" "}Before, you wrote: “{ $before }”
    }
triwulan-obstacles-first = <b>Self-evaluation of the { $quarter }</b>
    { $until }

    No targets are known for this quarter, so let us begin with something else.

    { triwulan-obstacles }
triwulan-help = What help do you need from your superior or the office?{ $before ->
        [none] {""}
       *[other] {" "}Before, you wrote: “{ $before }”
    }
triwulan-values = { $count ->
        [0] Is there anything you would like to tell about the BerAKHLAK values? Choose one, or tap Done.
       *[other] Written for { NUMBER($count) } values. Anything else? Choose one, or tap Done.
    }
triwulan-value-written = ✓ { $value }
triwulan-done = Done
triwulan-value = One sentence about <b>{ $value }</b>: what did you do?{ $before ->
        [none] {""}
       *[other] {" "}Before, you wrote: “{ $before }”
    }
triwulan-result = How do you rate the <b>result</b> of your own work?{ $before ->
        [none] {""}
       *[other] {" "}Before: { $before }.
    }
triwulan-conduct = And your <b>conduct</b>?{ $before ->
        [none] {""}
       *[other] {" "}Before: { $before }.
    }
triwulan-send = <b>Self-evaluation of the { $quarter }</b>

    { $card }

    Is it right? Type <b>correct</b> if anything should be changed.
triwulan-send-now = Send
triwulan-sent = Your self-evaluation of the { $quarter } has been sent. Thank you.
triwulan-next = { $name }, your superior, will read it beside your log and then rate the quarter. We will tell you here. Until then you may still improve it.
triwulan-next-nobody = Your superior is not on record in Tilik yet. The evaluation is kept; please tell your personnel office, so that somebody reads it.
triwulan-next-unjoined = { $name }, your superior, has not joined Tilik yet. This evaluation is kept and can be read as soon as they join.
triwulan-anew = Improve and resend
triwulan-begin = Begin
triwulan-invite-open = { $begun ->
        [yes] You have begun your self-evaluation of the { $quarter }; please go on with it any time
       *[no] The { $quarter } is over; your self-evaluation is open from today. What your log adds up to is filled in, and you may do it a bit at a time
    }, until { DATETIME($last, dateStyle: "long") }.
triwulan-invite-half = { $begun ->
        [yes] The self-evaluation of the { $quarter } that you began is kept; please go on with it
       *[no] Your self-evaluation of the { $quarter } is waiting; a few minutes will do, a bit at a time if you like
    }, until { DATETIME($last, dateStyle: "long") }.
triwulan-invite-last = { $begun ->
        [yes] There is still time to finish the self-evaluation of the { $quarter } that you began
       *[no] There is still time for your self-evaluation of the { $quarter }: a few minutes will do
    }, until { DATETIME($last, dateStyle: "long") }.

# evaluasi: what the superior reads

evaluasi-no-team = Your own evaluation is at <b>quarterly</b>. The evaluations of a team are for its superior; if you should have a team, please ask the personnel office.
evaluasi-not-yours = That evaluation can be read by the person's direct superior only. If your team is not right here, please ask your personnel office.
evaluasi-early = The { $quarter } is running until { DATETIME($day, dateStyle: "long") }. Evaluation and rating begin after that.
evaluasi-title = <b>Self-evaluations of your team, { $quarter }</b>
evaluasi-nobody = Nobody of your team had a post and had joined in that quarter.
evaluasi-counts = Rated { NUMBER($rated) } · waiting to be rated { NUMBER($waiting) } · not sent { NUMBER($missing) }
evaluasi-rated = ● { $name }: rated
evaluasi-sent = ◐ { $name }: waiting to be rated
evaluasi-missing = ○ { $name }: not sent (it can be filled in until { DATETIME($last, dateStyle: "medium") })
evaluasi-unsent = ○ { $name }: not sent, can be rated by the log
evaluasi-person = <b>{ $name }, { $quarter }</b>
evaluasi-none = No self-evaluation was sent; its time was over on { DATETIME($last, dateStyle: "long") }. You can rate by the log.
evaluasi-none-yet = No self-evaluation yet. It can be filled in until { DATETIME($last, dateStyle: "long") }; without one, the quarter can be rated only after that.
evaluasi-sent-on = Self-evaluation sent on { DATETIME($day, dateStyle: "long") }.
evaluasi-now = Since it was sent, the approved entries have come to { $logged }.
evaluasi-added = This target was added after the evaluation was sent.
evaluasi-evidence = { $approved ->
        [0] No entry of this quarter is approved yet.
        [one] Behind it is one approved entry, { $proven ->
            [0] without evidence.
           *[other] with evidence.
        }
       *[other] Behind it are { NUMBER($approved) } approved entries, { $proven ->
            [0] none of them with evidence.
           *[other] { NUMBER($proven) } of them with evidence.
        }
    }
evaluasi-waiting = { $count ->
    [one] { NUMBER($count) } entry of this quarter still waits for your approval, so it is
   *[other] { NUMBER($count) } entries of this quarter still wait for your approval, so they are
} not in these numbers yet.
evaluasi-rating = Rated on { DATETIME($day, dateStyle: "long") } (version { NUMBER($version) }): <b>{ $predikat }</b>. Result: { $result }; conduct: { $conduct }.
evaluasi-received = Received on { DATETIME($day, dateStyle: "long") }.
evaluasi-reply = Their answer: “{ $words }”
evaluasi-rate = Rate
evaluasi-rate-again = Rate again
evaluasi-scores = Results and entries
evaluasi-team = ‹ The whole team
evaluasi-open = Open the evaluation
button-unrated-before = ‹ { $quarter } ({ $count ->
        [0] all rated
       *[other] { NUMBER($count) } not rated
    })
button-quarter-on = { $quarter } ›

# pending: who is not rated yet and by whom, for heads of units and the personnel office

guide-owed = <b>pending</b> – who is not rated yet, and who their superior is
button-tertunda = Not rated yet
button-tertunda-by = { $name } ({ NUMBER($count) })
tertunda-not-yours = This list is for heads of units and the personnel office. Superiors see their own team by typing <b>evaluations</b>.
tertunda-title = <b>Not rated yet, { $quarter }</b>
tertunda-none = In this quarter nobody is still waiting to be rated.
tertunda-count = { $count ->
        [one] { NUMBER($count) } person
       *[other] { NUMBER($count) } people
    }{ $superiors ->
        [0] .
        [one] , waiting for { NUMBER($superiors) } superior:
       *[other] , waiting for { NUMBER($superiors) } superiors:
    }
tertunda-by = <b>{ $superior }</b> – { NUMBER($count) }: { $names }
tertunda-nobody = <b>No superior</b> – { NUMBER($count) }: { $names }
tertunda-no-superior = No superior
tertunda-name = • { $name }
tertunda-none-of = Nobody waits for a rating here any longer.

# penilaian: what the superior fills in

penilaian-wait = { $name } has not sent a self-evaluation and may do so until { DATETIME($last, dateStyle: "long") }. You can rate the quarter after that.
penilaian-result = <b>{ $name }, { $quarter }</b>
    { $card }

    How was the <b>result</b> of their work?
penilaian-conduct = <b>{ $name }, { $quarter }</b>
    { $card }

    How was their <b>conduct</b>?
penilaian-reason = <b>{ $name }, { $quarter }</b>
    { $card }

    What are the reasons for both ratings? { $name } will read them, so please name the results and the conduct you saw in the { $quarter }.
penilaian-confirm = <b>{ $name }, { $quarter }</b>
    Result: { $result }
    Conduct: { $conduct }
    Reason: { $reason }

    { $predikat }

    The rating holds, and { $name } is told, only once you confirm it.
penilaian-confirm-now = Confirm
penilaian-other-now = Another predikat
penilaian-other = Which predikat do you decide on?
penilaian-other-reason = Why <b>{ $predikat }</b>, and not the one proposed? This reason is told as well.
penilaian-chosen = Your predikat: { $predikat } (proposed: { $usual }). Reason: { $reason }
penilaian-kept = The rating of { $name } for the { $quarter } is kept (version { NUMBER($version) }): <b>{ $predikat }</b>.
penilaian-told = { $name } has been told.
penilaian-next = Next: { $name } ›
penilaian-not-told = { $name } cannot be reached through Tilik; please tell them yourself.

# hasil and tanggapan: what the employee gets

hasil-none = There is no rating of a quarter for you in Tilik yet.
hasil-open = Read the rating
hasil-news = { $name } has rated your quarter.
hasil-news-again = { $name } has changed the rating of your quarter; the earlier version is kept.
hasil-title = <b>Rating of the { $quarter }</b>, version { NUMBER($version) }, { DATETIME($day, dateStyle: "long") }
hasil-predikat = Predikat: <b>{ $predikat }</b>
hasil-result = Result: { $rating }
hasil-conduct = Conduct: { $rating }
hasil-other = Both ratings would lead to: { $predikat }; your superior decided otherwise, for the reason below.
hasil-reason = Reason given by { $name }: “{ $reason }”
hasil-rights = Please tap “I have received it”. From then on you have { NUMBER($days) } calendar days to object in writing, with reasons, to { $above }. You can also answer here.
hasil-above-unknown = the superior of the person who rated you
hasil-confirm = I have received it
hasil-reply = Answer
hasil-earlier = Earlier version
hasil-newest = Newest version
hasil-received = You received it on { DATETIME($day, dateStyle: "long") }.
hasil-basis = Basis: { $basis }
hasil-objection-over = The time to object was over on { DATETIME($until, dateStyle: "long") }.
hasil-objection-how = An objection is written, with its reasons, and given directly to { $above }, whose decision is final. Objections cannot be made here yet; we only tell you until when.
hasil-replied = Your answer: “{ $words }”
hasil-replaced = This is an old version; version { NUMBER($version) } is the one that counts.
tanggapan-words = What is your answer to the rating of the { $quarter } (<b>{ $predikat }</b>)? Your superior will read it. An answer is not an objection.
tanggapan-card =
    Your answer to the rating of the { $quarter }:
    “{ $words }”

    Send it to your superior?
tanggapan-news = { $name } answers the rating of the { $quarter }: “{ $words }”
tanggapan-news-former = { tanggapan-news }
tanggapan-kept = Your answer to the rating of the { $quarter } is kept, and your superior has been told.
tanggapan-kept-only = Your answer to the rating of the { $quarter } is kept. Your superior cannot be reached right now and will read it with your evaluation.

# News for the personnel office: an invitation that cannot be sent in one day.

spread-office = The invitation to the self-evaluation of the { $quarter } to { NUMBER($people) } people goes out step by step, to { NUMBER($most) } people a day at the most, until { DATETIME($until, dateStyle: "long") }: WhatsApp limits to how many people one may write first in a day. { $late ->
    [0] There is nothing for you to do; whoever wants to begin earlier can type <b>quarterly</b>.
   *[other] { NUMBER($late) } people will not be reached in time; please tell them yourself that they can type <b>quarterly</b>.
}
