# Complaints: citizens complain, ask or suggest; the office answers with proof.

## Citizens

complaint-words =
    What happened? Tell it in your own words. We do not ask for your name.
    You can also go outside this office: lapor.go.id, SMS 1708, or the inspectorate.
complaint-unit = At which unit?
complaint-kind = What is it?
complaint-is-plain = To be put right
complaint-is-ask = A question
complaint-is-wish = A wish
complaint-is-weighty = Money or power
complaint-kind-plain = Complaint
complaint-kind-ask = Question
complaint-kind-wish = Wish
complaint-kind-weighty = Complaint for the oversight team
complaint-readers-unit = Who reads it: the head of the unit and whom they entrust it to. Your name and number do not go along.
complaint-readers-weighty = Who reads it: the oversight team alone, not that unit. Your name and number do not go along.
complaint-card =
    <b>{ $kind }</b> · { $place }
    “{ $words }”

    { $readers }
button-complaint-send = Send
complaint-filed =
    Thank you, we have it. Its number is <b>{ $number }</b>.
    The next word comes to this chat by { DATETIME($due, dateStyle: "full") } at the latest.
complaint-head = <b>{ $number }</b> · { $kind } · { $place } · { DATETIME($day, dateStyle: "medium") }
complaint-state-new = waiting
complaint-state-taken = being worked on
complaint-state-asked = waiting for you
complaint-state-answered = waiting for your answer
complaint-state-closed = done
complaint-state-withdrawn = withdrawn
complaint-gone = There is no such complaint, or it is not from this chat. Type <b>status</b> to see those there are.
complaint-settled = Complaint { $number } no longer waits for your answer.
button-lapor = Complain or ask
button-complaint-status = See how it stands
guide-lapor = <b>report</b> – complain, ask or suggest
guide-status = <b>status</b> – how your complaints stand
status-none = There are no complaints from this chat yet.
status-title = Complaints from this chat:
status-one = { $number } · { $state }
status-due-new = The next word comes by { DATETIME($due, dateStyle: "full") } at the latest.
status-due-taken = The answer comes by { DATETIME($due, dateStyle: "full") } at the latest.
status-due-asked = We wait for your answer until { DATETIME($due, dateStyle: "full") }.
status-due-answered = Is it done? We wait for your answer until { DATETIME($due, dateStyle: "full") }.
button-result-yes = Yes
button-result-partly = In part
button-result-no = Not yet
result-yes = Glad to hear it. Complaint { $number } is closed. Thank you for telling us.
result-partly = Thank you. Complaint { $number } is closed, and the unit reads that it is done only in part.
result-no = Complaint { $number } is open again. The next word comes by { DATETIME($due, dateStyle: "full") } at the latest.
told-complaint-taken = Complaint <b>{ $number }</b> is being worked on. The answer comes by { DATETIME($due, dateStyle: "full") } at the latest.
told-complaint-proof =
    Word on complaint <b>{ $number }</b>:
    “{ $words }”
told-complaint-ask = Is it done? We wait for your answer until { DATETIME($due, dateStyle: "full") }.
mine-step-said = { DATETIME($day, dateStyle: "medium") }: you wrote “{ $words }”
mine-step-taken = { DATETIME($day, dateStyle: "medium") }: work on it began
mine-step-proof = { DATETIME($day, dateStyle: "medium") }: “{ $words }”
mine-step-hearing = { DATETIME($day, dateStyle: "medium") }: the employee concerned is heard first, without knowing who you are
mine-step-nobody = { DATETIME($day, dateStyle: "medium") }: the unit says that it is about nobody in particular
mine-step-yes = { DATETIME($day, dateStyle: "medium") }: you said yes
mine-step-partly = { DATETIME($day, dateStyle: "medium") }: you said in part
mine-step-no = { DATETIME($day, dateStyle: "medium") }: you said not yet

## Who handles them

inbox-none = No complaint waits for you.
inbox-title = { $count ->
    [one] One open complaint:
   *[other] { $count } open complaints, the oldest first:
 }
inbox-one = { $number } · { $kind } · { $place }
inbox-not-yours = Complaints are read by the head of the unit, whom they entrust them to, and the oversight team. To complain as a citizen, type <b>report</b>.
case-gone = There is no such complaint, or it is not for you.
case-settled = Complaint { $number } has changed since that screen was made.
case-taken = You have complaint { $number } in hand. The citizen has been told; the answer is due by { DATETIME($due, dateStyle: "full") }.
case-due-new = The first word to the citizen is due by { DATETIME($due, dateStyle: "full") }.
case-due-taken = The answer to the citizen is due by { DATETIME($due, dateStyle: "full") }.
case-due-asked = Waiting for the citizen until { DATETIME($due, dateStyle: "full") }.
case-due-answered = Waiting for the citizen until { DATETIME($due, dateStyle: "full") }.
case-step-said = { DATETIME($day, dateStyle: "medium") }: the citizen wrote “{ $words }”
case-step-taken = { DATETIME($day, dateStyle: "medium") }: taken by { $by }
case-step-proof = { DATETIME($day, dateStyle: "medium") }: { $by } answered “{ $words }”
case-step-hearing = { DATETIME($day, dateStyle: "medium") }: { $by } asked whom it touches for their word
case-step-nobody = { DATETIME($day, dateStyle: "medium") }: about nobody in particular, says { $by }
case-step-yes = { DATETIME($day, dateStyle: "medium") }: the citizen said yes
case-step-partly = { DATETIME($day, dateStyle: "medium") }: the citizen said in part
case-step-no = { DATETIME($day, dateStyle: "medium") }: the citizen said not yet
button-case = This complaint
button-case-take = I take it
button-case-prove = It is put right
button-inbox = Complaints
button-inbox-more = Next
guide-pengaduan = <b>complaints</b> – what citizens complain of and waits for you
prove-words = What has been done about complaint { $number }? The citizen reads this sentence as it is, without your name.
prove-file = Send a photo or a document that shows it, if there is one.
prove-done = Delivered. The citizen has until { DATETIME($due, dateStyle: "full") } to answer; then complaint { $number } is closed.
prove-done-untold = Written down. The citizen can no longer be reached; complaint { $number } is closed after { DATETIME($due, dateStyle: "full") }.
