# Opening words outside WhatsApp's window of 24 hours. The platform must approve them first: no
# markup, and no parameter at either end. `fact-` is how a parameter is put, `example-` is for the
# reviewers (in order), `tap-` is a button (25 characters at most).

template-triwulan-invite-open = Greetings from Tilik. Your self-evaluation of the { $quarter } can be filled in until { $last }. The numbers from your log are prepared, and you can fill it in bit by bit.
    .fact-last = { DATETIME($last, dateStyle: "long") }
    .example-quarter = first quarter 2027
    .example-last = 15 April 2027
    .tap-triwulan-begin = Fill it in
template-triwulan-invite-half = Greetings from Tilik. Your self-evaluation of the { $quarter } can still be filled in until { $last }. It takes a few minutes, and you can do it bit by bit.
    .fact-last = { DATETIME($last, dateStyle: "long") }
    .example-quarter = first quarter 2027
    .example-last = 15 April 2027
    .tap-triwulan-begin = Fill it in
template-triwulan-invite-last = Greetings from Tilik. There is still time for your self-evaluation of the { $quarter }, until { $last }. It takes a few minutes only.
    .fact-last = { DATETIME($last, dateStyle: "long") }
    .example-quarter = first quarter 2027
    .example-last = 15 April 2027
    .tap-triwulan-begin = Fill it in

template-prompt-log = Greetings from Tilik. What did you do today, { $day }? One line is enough.
    .fact-day = { DATETIME($day, dateStyle: "long") }
    .example-day = 2 March 2027
    .tap-button-log-new = Write a line
    .tap-button-leave-today = I am on leave today
template-prompt-log-drafts = Greetings from Tilik. What did you do today, { $day }? One line is enough, and it may be the same as last time.
    .fact-day = { DATETIME($day, dateStyle: "long") }
    .example-day = 2 March 2027
    .tap-button-log-new = Write a line
    .tap-prompt-log-again = Same as last time
    .tap-button-leave-today = I am on leave today
template-nudge = Greetings from { $name }. Your log for { $day } is not in Tilik yet; perhaps it was a busy day. One line is enough.
    .fact-day = { DATETIME($day, dateStyle: "long") }
    .example-name = Ratna Dewi
    .example-day = 2 March 2027
    .tap-button-nudge-log = Log now
    .tap-button-nudge-leave = I was on leave

template-returned-by = Greetings from Tilik. { $name } asks you to complete one entry of your log. Your entry is safe, and you can read the message here.
    .example-name = Ratna Dewi
    .tap-returned-look = Read the message
    .tap-button-entry-correct = Correct the entry
template-thanked = Good news from Tilik: { $name } thanks you for your work.
    .example-name = Ratna Dewi
template-thanked-words = Good news from Tilik: { $name } thanks you for your work, with the words “{ $words }” for you.
    .example-name = Ratna Dewi
    .example-words = Citizens are well served by you

template-hasil-news = Greetings from Tilik. { $name } has rated your quarter. You can read the rating and the reason here.
    .example-name = Ratna Dewi
    .tap-hasil-open = Read the rating
template-hasil-news-again = Greetings from Tilik. { $name } has changed the rating of your quarter; the earlier version is kept. You can read the rating and the reason here.
    .example-name = Ratna Dewi
    .tap-hasil-open = Read the rating
template-tanggapan-news = Greetings from Tilik. { $name } has answered the rating of the { $quarter }. You can read the answer here.
    .example-name = Dewi Lestari
    .example-quarter = first quarter 2027
    .tap-evaluasi-open = Read the answer

template-brief-short = Hello, { $name }. News of your team for { $weekday }, { $day }, is ready in Tilik. Please open it when you have a moment.
    .fact-day = { DATETIME($day, dateStyle: "medium") }
    .example-name = Ratna Dewi
    .example-weekday = Tuesday
    .example-day = 2 Mar 2027
    .tap-button-team = See my team
template-brief-long = Hello, { $name }. News of your team last week is ready in Tilik. Please open it when you have a moment.
    .example-name = Ratna Dewi
    .tap-button-team = See my team
template-brief-quarter = Hello, { $name }. News of your team in the { $quarter } is ready in Tilik. Please open it when you have a moment.
    .example-name = Ratna Dewi
    .example-quarter = first quarter 2027
    .tap-button-team = See my team

template-spread-office = Greetings from Tilik. The invitation to the self-evaluation of the { $quarter } to { $people } people goes out step by step, to { $most } people a day at the most, until { $until }. By then, { $late } people will not have been reached.
    .fact-people = { NUMBER($people) }
    .fact-most = { NUMBER($most) }
    .fact-until = { DATETIME($until, dateStyle: "long") }
    .fact-late = { NUMBER($late) }
    .example-quarter = first quarter 2027
    .example-people = 612
    .example-most = 250
    .example-until = 5 April 2027
    .example-late = 0

template-doubt-news = Greetings from Tilik. { $name } says that their superior in Tilik is wrong. Recorded now: { $superior }; proposed: { $proposed }. One tap is enough to correct it.
    .example-name = Dewi Lestari
    .example-superior = Ratna Dewi
    .example-proposed = Joko Santoso
    .tap-button-doubt-change = Change to the proposed
    .tap-button-doubt-keep = Keep it as it is
template-doubt-news-open = Greetings from Tilik. { $name } says that their superior in Tilik is wrong, and does not know who is right. Recorded now: { $superior }. Please help to correct it.
    .example-name = Dewi Lestari
    .example-superior = Ratna Dewi
    .tap-button-doubt-look = Choose the superior
template-doubt-changed = Greetings from Tilik. The record of your superior is corrected: from today your superior in Tilik is { $superior }. Thank you for telling us.
    .example-superior = Joko Santoso
template-doubt-confirmed = Greetings from Tilik. The personnel office has looked at the record of your superior, and it stays as it was: { $superior }. If you still think it is wrong, please talk to { $by } of the personnel office.
    .example-superior = Ratna Dewi
    .example-by = Hani Wijaya
template-doubt-gained = Greetings from Tilik. From today { $name } is in your team. You can look at their entries that wait.
    .example-name = Dewi Lestari
    .tap-button-team = See my team
template-doubt-released = Greetings from Tilik. From today { $name } is no longer in your team, since the record of their superior was corrected. There is nothing you need to do.
    .example-name = Dewi Lestari
