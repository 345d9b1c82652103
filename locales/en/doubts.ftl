# A wrong superior: an employee says so, the personnel office corrects it.

doubt-nobody = nobody yet
doubt-unknown = not known
button-doubt-mine = Not my superior
button-doubt-none = No superior yet
doubt-who = Who is your superior really? Recorded now: { $superior }. If you do not see the name, type a part of it.
doubt-other = Not known / another
doubt-card = Recorded superior: { $superior }. According to you: <b>{ $proposed }</b>. Tell the personnel office?
doubt-said = Recorded superior: { $superior }. According to you: { $proposed }.
doubt-meanwhile = Your log goes on being accepted as before.
doubt-sent = Thank you, the personnel office has been told. As soon as they decide, you will hear of it.
doubt-sent-nowhere = Thank you, it is kept. Nobody of the personnel office can be reached through Tilik yet, so please tell them yourself as well.
doubt-already = This has been on record since { DATETIME($day, dateStyle: "long") } and waits for the personnel office.

doubt-news = { $name } says that the wrong superior is on record. Recorded now: { $superior }. Proposed: <b>{ $proposed }</b>.
doubt-news-open = { $name } says that the wrong superior is on record, and does not know who the right one is. Recorded now: { $superior }.
button-doubt-change = Change to { $name }
button-doubt-keep = Keep: { $name }
button-doubt-look = Choose the superior

doubt-changed = It is corrected: from today your superior in Tilik is <b>{ $superior }</b>, who also looks at your entries that wait. Thank you for telling us.
doubt-confirmed = The personnel office has looked at it. Your superior in Tilik stays: { $superior }. If you still think it is wrong, please talk to { $by } of the personnel office.
doubt-gained = From today { $name } is in your team. You can look at their entries that wait.
doubt-released = From today { $name } is no longer in your team, since the record of their superior was corrected. There is nothing you need to do.

luruskan-not-yours = This is for the personnel office.
luruskan-gone = There is no such report in your unit, or the person no longer works there.
button-luruskan-list = See what still waits
luruskan-none = No record of a superior needs to be corrected.
luruskan-title = { $count ->
    [one] One employee says that the wrong superior is on record.
   *[other] { NUMBER($count) } employees say that the wrong superior is on record.
 } Choose one.
luruskan-who = Who is the superior of { $name }, { $unit }? Recorded now: { $superior }. According to { $name }: { $proposed }. If you do not see the name, type a part of it; if they are in another unit, bring the list of employees up to date.
luruskan-kept = The superior of { $name } stays: { $superior }.
luruskan-told = { $name } has been told.
luruskan-untold = { $name } cannot be reached through Tilik yet. Please tell them yourself.
luruskan-settled = { $by } settled this on { DATETIME($day, dateStyle: "long") }. The superior of { $name } now: { $superior }.
