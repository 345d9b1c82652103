# tilik publish: the words on the screen, and the pages of results for everybody.

publish-written = Published: { $folder } ({ NUMBER($count) } files)
publish-nothing = There is nothing to publish yet: no answers of citizens were released so far.
publish-not-ours = The folder { $folder } holds something that Tilik has not published, so it is left as it is. Choose another one, or an empty one.

public-title = What citizens say
public-about = Citizens rate the services of this office. Here is what they say, as it is, for each unit and quarter.
public-all = All results
public-running = still running; figures as of { DATETIME($day, dateStyle: "long") }
public-over = over; figures as of { DATETIME($day, dateStyle: "long") }
public-few = Not shown yet: there are too few answers, or too few elsewhere could be worked out from it.
public-survey = The official survey (IKM)
public-official = <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b> grade { $letter } ({ $band }), from { NUMBER($n) } respondents
public-official-target = <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b> grade { $letter } ({ $band }), from { NUMBER($n) } respondents; the target of { NUMBER($target) } is reached
public-official-provisional = <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b> provisional, grade { $letter } ({ $band }), from { NUMBER($n) } respondents; the target is { NUMBER($target) }
public-own = <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b> grade { $letter } ({ $band }), from { NUMBER($n) } respondents; a further survey of this office, not the IKM
public-indices = Daily index
public-daily = <b>{ NUMBER($index, minimumFractionDigits: 2) }</b> { $kind ->
    [verified] from { NUMBER($n) } ratings with a visit code
    [assisted] from { NUMBER($n) } ratings given with a helper
   *[daily] from { NUMBER($n) } open ratings
 }
public-how-daily = Indicative: one tap after a visit, from 25 to 100. It is not the IKM, and is never added to it.
public-elements = The score of each element
public-head-element = Element
public-head-score = Score
public-head-n = Answers
public-score = { NUMBER($score, minimumFractionDigits: 2) } ({ $letter })
public-n = { NUMBER($n) }
public-lowest = The three lowest elements
public-speed = Time of service
public-speed-how = Of visits that the counter has timed. A service with too few visits, or where one person alone serves, is not shown.
public-half = half of { $n } visits were over within { $half } minutes.
public-half-promised = half of { $n } visits were over within { $half } minutes. { $promised } minutes are promised; { $within }% kept to that.
public-sheet-speed = Time of service (minutes)
public-doing = What is being improved
public-review-open = { $element } ({ $unit }): the cause is being looked for, the plan is due by { DATETIME($day, dateStyle: "long") }.
public-review-planned = { $element } ({ $unit }): { $words } By { DATETIME($day, dateStyle: "long") } at the latest.
public-review-planned-bare = { $element } ({ $unit }): is being improved, by { DATETIME($day, dateStyle: "long") } at the latest.
public-review-training = { $element } ({ $unit }): training, by { DATETIME($day, dateStyle: "long") } at the latest.
public-changed = What has changed
public-review-changed = { $element } ({ $unit }), { DATETIME($day, dateStyle: "long") }: { $words }
public-review-changed-bare = { $element } ({ $unit }): changed on { DATETIME($day, dateStyle: "long") }.
public-complaints = Complaints
public-complaints-later = Published once the quarter is over.
public-complaints-few = None, or too few to be shown.
public-complaint = { $kind ->
    [ask] Questions
    [wish] Wishes
   *[plain] Complaints
 }: { NUMBER($n) }; of { NUMBER($judged) } that were answered or are overdue, { NUMBER($kept) } were answered in time
public-complaints-how = By the day on which they were made. Complaints about money, abuse of office and discipline are the oversight team's and are not counted here. The official channel: lapor.go.id or SMS 1708.
public-below = Units below it
public-safe = No name of a citizen or of staff stands here. An answer is released together with four others at least, and a figure of too few answers is not shown.
public-sheet-official = IKM
public-sheet-daily = Open daily index
public-sheet-verified = Verified daily index
public-sheet-assisted = Assisted daily index
public-sheet-complaints = Complaints
proof-way = Proofs
proof-title = Counted, provably: { $quarter }
proof-how = After rating a citizen may keep a code of six letters. A code that stands here is counted in the figures of this quarter, together with { NUMBER($n) } ratings. What it says cannot be known from the code. Look by its first letter:
proof-root = The fingerprint of all these ratings: <b>{ $root }</b>. Anybody can work it out from the CSV; to alter or remove a single rating changes it.
proof-codes = The ratings with these codes are counted:
