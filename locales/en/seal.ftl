# Weighty matters, and who is behind a seal.

complaint-untaken =
    Reports like this are read by the oversight team, and { $unit } has no overseer yet who may take it. So it is not sent, and nobody in that unit reads it. What you wrote is still above.

    Please bring it to lapor.go.id, SMS 1708, or the inspectorate. If the unit or the kind is wrong, change it below; to delete all of it, type <b>cancel</b>.
told-weighty = There is a citizen's report for the oversight team, number <b>{ $number }</b>. Only the oversight team reads what it says, here.

doctor-oversight = Oversight team
doctor-oversight-well = can take weighty reports
doctor-oversight-none = { $count ->
    [one] one unit
   *[other] { NUMBER($count) } units
 } without an overseer who could take weighty reports
doctor-oversight-few = { $count ->
    [one] in one unit
   *[other] in { NUMBER($count) } units
 } there is only one overseer; no seal can be opened
doctor-oversight-do = Appoint overseers who do not head that unit, two for each (tilik import people, column role)
doctor-seals = Seals of reporters
doctor-seals-shut = { $count ->
    [one] one seal was made
   *[other] { NUMBER($count) } seals were made
 } with another secret
doctor-seals-do = Put the old secret back (TILIK_SECRET); without it those who complained cannot be told anything

## A code for another phone

button-status-code = Code for other phone
button-status-elsewhere = I have a code
status-code = Type the code from your other phone. It is made there: type <b>status</b>, open the complaint, then tap <b>Code for other phone</b>.
status-code-made =
    The code for complaint { $number }: <b>{ $code }</b>
    On the other phone type <b>status</b>, tap <b>I have a code</b>, then type it. The next news comes there.

    It works once, until { DATETIME($day, dateStyle: "full") }, { $time } { $zone }. Give it to nobody.
status-code-wrong = That code does not fit, was used, or is older than three days. Check it, or make a new one on the other phone.
status-code-used = You can see complaint { $number } from here now. The next news comes in this chat.

## Opening a seal

segel-not-yours = The seal of who complains is opened by two of the oversight team.
segel-gone = There is no such complaint, or its seal is not yours to open.
segel-forgotten = Who made complaint { $number } is not kept any more.
segel-other-secret = That seal was made with another secret, so it cannot be opened here.
segel-alone = The seal stays shut: { $unit } has no second overseer who could agree. One more must be appointed for that unit or one above it, who does not head it and joins with a code of somebody else.
segel-number = The number of the complaint whose seal must be opened? For instance ADU-K7P3XA.
segel-reason = Why must it be known who made complaint { $number }? A second overseer reads this reason, and who complains is told that the seal was opened.
segel-asked = The request to open the seal of { $number } is noted. It opens if a second overseer agrees within seven days.
segel-request =
    <b>Open the seal of { $number }</b> · { $place }
    { $name } asks: “{ $reason }”
segel-state-asked = It waits for a second overseer.
segel-state-opened = Agreed; it was opened.
segel-state-seen = Agreed; both have seen it.
segel-state-refused = Not agreed; the seal stays shut.
segel-state-ended = Taken back; the seal stays shut.
segel-settled = The request about { $number } does not wait for you any more.
segel-shut = The seal of { $number } stays shut.
segel-who =
    Who made complaint { $number }: { $channel }, { $sender }
    Shown this once only. The opening is recorded, and who complains is told.
segel-move =
    <b>Move { $number } to its unit</b> · { $place }
    Proposed by { $name }, as: { $kind }. The head of the unit then reads the citizen's words, without name and number.
segel-move-asked = Waits for a second overseer, or the citizen.
segel-move-opened = Agreed; it has moved.
segel-move-refused = Not agreed; it stays with the oversight team.
segel-move-ended = Taken back; it stays with the oversight team.
segel-kept = Complaint { $number } stays with the oversight team.
button-segel-move = Agree, move it
button-segel-request = See the request
button-segel-agree = Agree, open it
button-segel-refuse = Do not agree
button-segel-back = Take it back
button-segel-see = See who it is
button-segel-ask = Open the seal
told-seal-asked = Another overseer asks that the seal of complaint <b>{ $number }</b> be opened. It opens only if you agree.
told-move-asked = Another overseer proposes that complaint <b>{ $number }</b> goes to its unit. It goes if you or the citizen agree.
told-seal-agreed = Your request to open the seal of <b>{ $number }</b> was agreed to.
told-seal-opened = Who you are in complaint <b>{ $number }</b> was opened on { DATETIME($day, dateStyle: "full") } by two of the oversight team, for a reason that is recorded. The unit you complained about is not told.
