# Complaints: citizens complain, ask or suggest; the office answers with proof.

## Citizens

complaint-words =
    What happened? Tell it in your own words. We do not ask for your name.
    { complaint-elsewhere }
complaint-more =
    { $files ->
        [0] { $said ->
            [yes] We have noted that.
           *[no] Please go on.
        }
       *[other] We have kept what you sent.
    } What happened? One sentence is enough.
complaint-files-full = One complaint holds at most { NUMBER($most) } files. The others are not kept yet; you can send them later by <b>status</b>.
complaint-file-large = That file is larger than { NUMBER($most) } MB, so it is not kept. Please send a shorter one, or tell it in words.
complaint-place-outside = That place is outside Indonesia, so it is not kept. Please send the location again, or write the name of the place.
complaint-unit = At which unit?
complaint-unit-unknown = I do not know
complaint-unit-likely = At which unit?
complaint-unit-other = Another unit
complaint-about = What is it about?
complaint-kind = Which of these is it?
complaint-is-plain = To be put right
complaint-is-ask = A question
complaint-is-wish = A wish
complaint-is-weighty = Money or power
complaint-kind-plain = Complaint
complaint-kind-ask = Question
complaint-kind-wish = Wish
complaint-kind-weighty = Complaint for the oversight team
complaint-readers-unit = Who reads it: the head of that unit and those above, the officer they appoint, and the superior of an employee who is named. Your name and number do not go along. If it is about money or misuse of power, type <b>money</b> or choose <b>Money or power</b>: then only the oversight team reads it, not that unit.
complaint-readers-weighty = Who reads it: the oversight team alone, not that unit. Your name and number do not go along.
complaint-card =
    <b>{ $kind }</b> · { $place }{ complaint-concerns }
    { complaint-told }{ complaint-shown }{ complaint-guessed }{ $others ->
        [0] { "" }
       *[other] { "" }

    At least { NUMBER($others) } others have told us the same here of late.
    }

    { $readers }
    .gist = Send this complaint?
complaint-guessed =
    { $guessed ->
        [kind] { "" }

    The kind is our guess from your words. If it is wrong, choose the right one.
        [element] { "" }

    What it is about is our guess from your words. If it is wrong, choose the right one.
        [both] { "" }

    The kind and what it is about are our guess from your words. If that is wrong, choose what is right.
       *[no] { "" }
    }
complaint-rather = { $what }?
complaint-concerns =
    { $about ->
        [no] { "" }
       *[other] { " · " }{ $about }
    }
complaint-told =
    { $said ->
        [yes] “{ $words }”
       *[no] (without words)
    }
complaint-shown =
    { $pictures ->
        [0] { "" }
        [one] { " " }· 1 photo or document
       *[other] { " " }· { NUMBER($pictures) } photos or documents
    }{ $voices ->
        [0] { "" }
        [one] { " " }· 1 voice note, heard by the oversight team alone
       *[other] { " " }· { NUMBER($voices) } voice notes, heard by the oversight team alone
    }{ $places ->
        [0] { "" }
       *[other] { " " }· location
    }
complaint-step-send = Send
complaint-step-weighty = Money or power
complaint-step-same = Me too
complaint-step-place = Not here
complaint-step-element = Change what it is about
complaint-step-kind = Change the kind
complaint-added = What do you want to add to complaint { $number }? Words, photos, a voice note or a location.
complaint-mended = What is wrong in complaint { $number }, and how is it right?
complaint-more-card =
    For complaint <b>{ $number }</b>:
    { complaint-told }{ complaint-shown }{ $weighty ->
        [yes]
            { "" }

            That unit reads this addition too. If it is about money or power, type <b>cancel</b>, then <b>report</b>: only the oversight team reads it.
       *[no] { "" }
    }
    .gist = Send this addition?
told-added = We have added that to complaint { $number }.
told-mended = We have noted your correction at complaint { $number }.
complaint-joined = Your complaint is joined with those of { NUMBER($others) } others about the same; word of it still comes to you yourself.
complaint-held =
    { $pictures ->
        [0] { "" }
        [one] 1 photo or document waits to be looked through before that unit sees it.
       *[other] { NUMBER($pictures) } photos or documents wait to be looked through before that unit sees them.
    }{ $voices ->
        [0] { "" }
        [one] { " " }1 voice note is heard by the oversight team alone, who write what it says for that unit.
       *[other] { " " }{ NUMBER($voices) } voice notes are heard by the oversight team alone, who write what they say for that unit.
    }
complaint-held-long = Photos, documents and voice notes are looked through by the oversight team first, and that unit has none yet. So that it is read, tell it in words too: type <b>status</b>, then Add.
complaint-elsewhere =
    { $own ->
        [yes] In this office too: { $line }{ " " }
       *[no] { "" }
    }You can also complain outside this office: lapor.go.id, SMS 1708, or the inspectorate.
complaint-over = Complaint { $number } is closed. For a new one, type <b>report</b>.
withdraw-ask = Take complaint { $number } back? Nobody works on it any more then.
withdraw-done = You have taken complaint { $number } back. Thank you for telling us.
withdraw-kept = All right, complaint { $number } goes on.
button-complaint-add = Add
button-complaint-mend = Correct
button-complaint-missing = What is not done
button-complaint-withdraw = Take back
button-complaint-withdraw-sure = Yes, take back
button-complaint-withdraw-no = No, keep it
button-lapor-low = Report it
word-empty = hello | hi | hey | test | testing | try | check | ping | good | morning | afternoon | evening | night | sir | madam | please | yes | ok | okay | p | report | i | want | to | complain | how | do | does | we | would | like | can | could | make | file | have | a | an | the | complaint | complaints | something
word-matter = extortion | bribe | corruption | tout | gratuity
word-result-yes = yes | done | it is done | yes it is | fixed | solved
word-result-partly = in part | partly | only in part | some of it
word-result-no = not yet | no | not done | it is not | still not | no change
complaint-filed =
    Thank you, we have it. Its number is <b>{ $number }</b>.
    The next word comes to this chat by { DATETIME($due, dateStyle: "full") } at the latest.
complaint-head = <b>{ $number }</b> · { $kind } · { $place } · { DATETIME($day, dateStyle: "medium") }
complaint-state-new = waiting
complaint-state-taken = being worked on
complaint-state-asked = waiting for you
complaint-state-answered = waiting for your answer
complaint-state-second = being checked by another officer
complaint-state-closed = done
complaint-state-withdrawn = withdrawn
complaint-outside = Its number in SP4N-LAPOR!: <b>{ $outside }</b>
complaint-folded = … { $count } { $count ->
    [one] step
   *[other] steps
 } in between
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
status-due-second = Another officer, who did not handle it, checks the result by { DATETIME($due, dateStyle: "full") } at the latest; then you hear from us.
status-due-answered = Is it done? We wait for your answer until { DATETIME($due, dateStyle: "full") }.
button-result-yes = Yes
button-result-partly = In part
button-result-no = Not yet
result-yes = Glad to hear it. Complaint { $number } is closed. How was it handled?
result-partly = Thank you. Complaint { $number } is closed, with a note that it is done only in part. How was it handled?
result-no = Complaint { $number } is open again. The next word comes by { DATETIME($due, dateStyle: "full") } at the latest.
result-no-up = Complaint { $number } is open again, and now with { $unit } too. The next word comes by { DATETIME($due, dateStyle: "full") } at the latest.
result-no-second = Noted: complaint { $number } is not put right yet.
button-care-1 = 😞
button-care-2 = 😐
button-care-3 = 🙂
button-care-4 = 😊
care-kept = Thank you. That is about the handling, and counts in no employee's score.
answer-back =
    About complaint <b>{ $number }</b> the office asks:
    “{ $words }”
    What is your answer?
answer-back-done = Thank you, it has been passed on without your name. The next word comes by { DATETIME($due, dateStyle: "full") } at the latest.
button-complaint-answer = Answer
told-complaint-news = Word on complaint <b>{ $number }</b>:
told-complaint-asked =
    About complaint <b>{ $number }</b> the office asks:
    “{ $words }”
    We wait for your answer until { DATETIME($due, dateStyle: "full") }; after that, work goes on with what is known.
told-complaint-voice = The oversight team has heard your voice note. The unit reads this: “{ $words }”. If something is wrong, type <b>status</b> and choose Correct.
told-complaint-note = “{ $words }”
told-complaint-unit = Passed on to { $unit }, since it is for that unit. The next word comes by { DATETIME($due, dateStyle: "full") } at the latest.
told-complaint-outside =
    Passed on to SP4N-LAPOR! (lapor.go.id){ $outside ->
        [no] { "" }
       *[other] , where its number is { $outside }
    }. The next word from here comes by { DATETIME($due, dateStyle: "full") } at the latest.
told-complaint-kind =
    It now stands as: { $kind }.{ $reader ->
        [unit] { " " }The oversight team finds that it is not about money or power, so the head of the unit reads it too.
        [team] { " " }From now on only the oversight team reads it.
       *[same] { "" }
    } The next word comes by { DATETIME($due, dateStyle: "full") } at the latest.
told-complaint-move = The oversight team finds that this is not about money or power, and proposes that { $unit } handles it, as: { $kind }. If you agree, the head of that unit reads what you wrote, without your name and number. If not, only the oversight team goes on reading it.
button-complaint-move-y = I agree
button-complaint-move-x = Keep with oversight
move-said-y = Thank you. We pass complaint { $number } on to its unit.
move-said-x = All right. Only the oversight team goes on reading complaint { $number }.
told-complaint-raised = It was not done in time, we are sorry. So { $unit } has it now too. The next word comes by { DATETIME($due, dateStyle: "full") } at the latest.
told-complaint-late = It was not done in time, we are sorry. Whoever handles it has been reminded. The next word comes by { DATETIME($due, dateStyle: "full") } at the latest.
told-complaint-unanswered = Your answer has not come, so work goes on with what is known. The next word comes by { DATETIME($due, dateStyle: "full") } at the latest.
told-complaint-again = Open again: the officer who checked it finds that it is not done. The next word comes by { DATETIME($due, dateStyle: "full") } at the latest.
told-complaint-closed =
    { $seen ->
        [yes] Another officer has checked it and closed it.
       *[no] Its time is over, so this complaint is closed.
    } Not put right? Please complain again. How was it handled?
told-complaint-taken = Complaint <b>{ $number }</b> is being worked on. The answer comes by { DATETIME($due, dateStyle: "full") } at the latest.
told-complaint-proof =
    Word on complaint <b>{ $number }</b>:
    “{ $words }”{ $files ->
        [0] { "" }
       *[other] { " " }There is a photo or document of it: type <b>status</b>.
    }
told-complaint-ask = Is it done? We wait for your answer until { DATETIME($due, dateStyle: "full") }. Without one, another officer checks the result, or it is closed.
mine-step-said = { DATETIME($day, dateStyle: "medium") }: you wrote { complaint-told }{ complaint-shown }
mine-step-added = { DATETIME($day, dateStyle: "medium") }: you added { complaint-told }{ complaint-shown }
mine-step-mended = { DATETIME($day, dateStyle: "medium") }: you corrected { complaint-told }{ complaint-shown }
mine-step-withdrawn = { DATETIME($day, dateStyle: "medium") }: you took this complaint back
mine-step-taken = { DATETIME($day, dateStyle: "medium") }: work on it began
mine-step-proof = { DATETIME($day, dateStyle: "medium") }: “{ $words }”{ proof-shown }
mine-step-hearing = { DATETIME($day, dateStyle: "medium") }: the employee concerned is heard first, without knowing who you are
mine-step-unheard = { DATETIME($day, dateStyle: "medium") }: the employee gave no word of their own; your complaint goes on
mine-step-nobody = { DATETIME($day, dateStyle: "medium") }: the unit says that it is about nobody in particular
mine-step-yes = { DATETIME($day, dateStyle: "medium") }: you said yes
mine-step-partly = { DATETIME($day, dateStyle: "medium") }: you said in part
mine-step-no = { DATETIME($day, dateStyle: "medium") }: you said not yet
mine-step-unit = { DATETIME($day, dateStyle: "medium") }: passed on to { $words }
mine-step-outside = { DATETIME($day, dateStyle: "medium") }: passed on to SP4N-LAPOR!
mine-step-kind = { DATETIME($day, dateStyle: "medium") }: stands as { $words }
mine-step-asked = { DATETIME($day, dateStyle: "medium") }: the office asked “{ $words }”
mine-step-replied = { DATETIME($day, dateStyle: "medium") }: you answered “{ $words }”
mine-step-note = { DATETIME($day, dateStyle: "medium") }: “{ $words }”
mine-step-raised = { DATETIME($day, dateStyle: "medium") }: one level up, to { $words }
mine-step-late = { DATETIME($day, dateStyle: "medium") }: not in time; who has it was reminded
mine-step-silent = { DATETIME($day, dateStyle: "medium") }: no answer from you yet
mine-step-voice = { DATETIME($day, dateStyle: "medium") }: what your voice note says, written by the oversight team: “{ $words }”
mine-step-again = { DATETIME($day, dateStyle: "medium") }: opened again by another officer
mine-step-closed = { DATETIME($day, dateStyle: "medium") }: closed

## Who handles them

inbox-none = No complaint waits for you.
inbox-title = { $count ->
    [one] One open complaint:
   *[other] { $count } open complaints, the most urgent first:
 }
inbox-late = { $count ->
    [one] One is
   *[other] { $count } are
 } past the day.
inbox-reviews = { $count ->
    [one] One review of the way of working is overdue.
   *[other] { $count } reviews of the way of working are overdue.
 }
inbox-held = { $count ->
    [one] One comment, file or batch of ratings waits for your decision.
   *[other] { $count } comments, files or batches of ratings wait for your decision.
 }
inbox-review = Late · Review · { $review }
inbox-one = { $number } · { $kind } · { $place }
inbox-one-late = Late · { $number } · { $kind } · { $place }
inbox-not-yours = Complaints are read by the head of the unit, whom they entrust them to, and the oversight team. To complain as a citizen, type <b>report</b>.
case-gone = There is no such complaint, or it is not for you.
case-settled = Complaint { $number } has changed since that screen was made.
case-taken = You have complaint { $number } in hand. The citizen has been told; the answer is due by { DATETIME($due, dateStyle: "full") }.
case-due-new = The first word to the citizen is due by { DATETIME($due, dateStyle: "full") }.
case-due-taken = The answer to the citizen is due by { DATETIME($due, dateStyle: "full") }.
case-due-asked = Waiting for the citizen until { DATETIME($due, dateStyle: "full") }.
case-due-second = Waiting for a check by a second person, who has not handled it, until { DATETIME($due, dateStyle: "full") }.
case-unreachable = The citizen can no longer be reached.
case-due-answered = Waiting for the citizen until { DATETIME($due, dateStyle: "full") }.
case-step-said = { DATETIME($day, dateStyle: "medium") }: the citizen wrote { complaint-told }{ case-shown }
case-step-added = { DATETIME($day, dateStyle: "medium") }: the citizen added { complaint-told }{ case-shown }
case-step-mended = { DATETIME($day, dateStyle: "medium") }: the citizen corrected { complaint-told }{ case-shown }
case-step-withdrawn = { DATETIME($day, dateStyle: "medium") }: taken back by the citizen
case-shown =
    { $files ->
        [0] { "" }
        [one] { " " }· 1 attachment
       *[other] { " " }· { NUMBER($files) } attachments
    }{ $held ->
        [0] { "" }
        [one] { " " }· 1 photo or document waits to be looked through
       *[other] { " " }· { NUMBER($held) } photos or documents wait to be looked through
    }{ $voices ->
        [0] { "" }
       *[other] { " " }· { $unwritten ->
            [0] { NUMBER($voices) } voice notes, what they say written by the oversight team
           *[other] there is a voice note, waiting for the oversight team
        }
    }
case-step-taken = { DATETIME($day, dateStyle: "medium") }: taken by { $by }
case-step-proof = { DATETIME($day, dateStyle: "medium") }: { $by } answered “{ $words }”{ proof-shown }
proof-shown =
    { $files ->
        [0] { "" }
       *[other] { " " }· with proof
    }
proof-file = Shown about complaint <b>{ $number }</b> ({ NUMBER($n) } of { NUMBER($count) })
button-proofs = See the proof
button-proof-next = Next proof
case-step-hearing = { DATETIME($day, dateStyle: "medium") }: { $by } asked whom it touches for their word
case-step-unheard = { DATETIME($day, dateStyle: "medium") }: goes on without the employee’s own word
case-step-nobody = { DATETIME($day, dateStyle: "medium") }: about nobody in particular, says { $by }
case-step-yes = { DATETIME($day, dateStyle: "medium") }: the citizen said yes
case-step-partly = { DATETIME($day, dateStyle: "medium") }: the citizen said in part
case-step-no = { DATETIME($day, dateStyle: "medium") }: the citizen said not yet
case-step-handed = { DATETIME($day, dateStyle: "medium") }: { $by } handed it to { $words }
case-step-unit = { DATETIME($day, dateStyle: "medium") }: { $by } passed it on to { $words }
case-step-outside = { DATETIME($day, dateStyle: "medium") }: { $by } passed it on to SP4N-LAPOR!
case-step-kind = { DATETIME($day, dateStyle: "medium") }: { $by } moved it to: { $words }
case-step-asked = { DATETIME($day, dateStyle: "medium") }: { $by } asked “{ $words }”
case-step-replied = { DATETIME($day, dateStyle: "medium") }: the citizen answered “{ $words }”
case-step-note = { DATETIME($day, dateStyle: "medium") }: { $by } told “{ $words }”
case-step-inner = { DATETIME($day, dateStyle: "medium") }: { $by } noted “{ $words }” (not for the citizen)
case-step-raised = { DATETIME($day, dateStyle: "medium") }: one level up, to { $words }
case-step-late = { DATETIME($day, dateStyle: "medium") }: not in time
case-step-silent = { DATETIME($day, dateStyle: "medium") }: the citizen did not answer
case-step-voice = { DATETIME($day, dateStyle: "medium") }: what the citizen's voice note says, written by the oversight team: “{ $words }”
case-step-again = { DATETIME($day, dateStyle: "medium") }: opened again by { $by }
case-step-closed = { DATETIME($day, dateStyle: "medium") }: closed { $by }
button-reload = Reload
button-case-whole = See all
button-case-ask = Ask the citizen
button-case-note = Note progress
button-case-hand = Hand on
button-case-kind = Another kind
button-case-close = Close
button-case-again = Open again
button-case = This complaint
button-case-take = I take it
button-case-prove = It is put right
button-inbox = Complaints
button-inbox-more = Next
guide-pengaduan = <b>complaints</b> – what citizens complain of and waits for you
prove-words = What has been done about complaint { $number }? The citizen reads this sentence as it is, without your name.
prove-file = Send a photo or a document that shows it, if there is one.
prove-done = Delivered. The citizen has until { DATETIME($due, dateStyle: "full") } to answer; without that, a second person checks complaint { $number }.
prove-done-second = Written down. The citizen can no longer be reached, so a second person checks complaint { $number }.
prove-too-short = Please write what was done, a few words will do.
prove-done-untold = Written down. The citizen can no longer be reached; complaint { $number } is closed after { DATETIME($due, dateStyle: "full") }.

ask-back = What do you ask the citizen about complaint { $number }? They read it as it is, without your name.
ask-back-done = Delivered. We wait for the answer until { DATETIME($due, dateStyle: "full") }.
note-words = How far is complaint { $number }?
note-begun = We think this is about the complaint you have just read. Your own work? Type <b>cancel</b>, then <b>log</b> and the work.
note-reader = Who reads it?
note-reader-note = Citizen and office
note-reader-inner = The office alone
note-done-note = Noted, and told to the citizen.
note-done-inner = Noted, for the office alone.
hand-to = To whom does complaint { $number } go?
hand-unit = Another unit
hand-outside = SP4N-LAPOR!
hand-which-unit = Which unit?
hand-number = What is its number in SP4N-LAPOR!? If there is none yet, skip this; it can be filled in later.
hand-number-none = A number in SP4N-LAPOR! has figures. If there is none yet, type <b>skip</b>.
hand-done-person = { $name } can read and answer complaint { $number } from now on.
hand-done-unit = Complaint { $number } is now with { $unit }. The citizen has been told.
hand-done-outside = Written down. Complaint { $number } stays open here until its answer is there; the citizen has been told.
kind-which =
    Complaint { $number } stands as: { $kind }. { $opens ->
        [yes] If it is moved, the head of the unit reads the citizen’s words too; so a second overseer or the citizen must agree.{ " " }
       *[no] { "" }
    }What is right:
kind-asked = Your proposal for { $number } is recorded. The complaint moves if a second overseer, or the citizen, agrees within seven days. Until then it stays with the oversight team.
kind-alone = Complaint { $number } stays with the oversight team: the citizen cannot be reached any more, and there is no second overseer who could agree to the move.
case-move-waits = Proposed to go to the unit; waits for a second overseer or the citizen.
case-move-y = The citizen agrees, so this complaint has gone to its unit.
case-move-x = The citizen does not agree, so this complaint stays with the oversight team.
kind-done = Complaint { $number } now stands as: { $kind }. The citizen has been told.
kind-done-away = Complaint { $number } now stands as: { $kind }, and is with those who handle such matters. The citizen has been told.
second-done-x = Complaint { $number } is closed.
second-done-o = Complaint { $number } is open again; who handled it has been told.
told-case-news = About complaint <b>{ $number }</b>:
case-handed = { $name } has handed it to you. The answer to the citizen is due by { DATETIME($due, dateStyle: "full") }.
case-moved = Passed on to { $unit }. The first word to the citizen is due by { DATETIME($due, dateStyle: "full") }.
case-of-kind = It now stands as: { $kind }. The first word to the citizen is due by { DATETIME($due, dateStyle: "full") }.
case-told-more = The citizen has told more.
case-voice = The oversight team has written what the citizen's voice note says.
case-taken-back = The citizen has taken this complaint back; nothing is left to be done.
case-replied = The citizen has answered the question. The next word is due by { DATETIME($due, dateStyle: "full") }.
case-unanswered = The citizen has not answered the question; please go on with what is known. The next word is due by { DATETIME($due, dateStyle: "full") }.
case-again = A second person has opened it again. The next word to the citizen is due by { DATETIME($due, dateStyle: "full") }.
case-second = The citizen has not said that it is done. Since you did not handle it, please check: close it, or open it again, by { DATETIME($due, dateStyle: "full") }.
case-raised-late = Its day has gone by, so { $unit } has it now too. You can still answer it, by { DATETIME($due, dateStyle: "full") }.
case-raised-no = The citizen says that it is not done, so { $unit } has it now too. The next word is due by { DATETIME($due, dateStyle: "full") }.
case-raised-unseen = No second person has checked it yet, so { $unit } has it now too, until { DATETIME($due, dateStyle: "full") }.
case-late-late = Its day has gone by. The citizen has been told; the next word is due by { DATETIME($due, dateStyle: "full") }.
case-late-no = The citizen says that it is not done. The next word is due by { DATETIME($due, dateStyle: "full") }.
case-above-late = Its day has gone by in the unit below { $unit }, so it is yours now too. Word to the citizen is due by { DATETIME($due, dateStyle: "full") }.
case-above-no = The citizen says that it is not done, so it has come up to you from the unit below { $unit }. Word to the citizen is due by { DATETIME($due, dateStyle: "full") }.
case-above-unseen = No second person has checked the result yet, so it has come up to { $unit }: close it, or open it again. By { DATETIME($due, dateStyle: "full") }.
prompt-complaints =
    { $name }, complaints of citizens: { $new } new, { $soon } due in two working days, { $today } due today.{ $held ->
        [0] { "" }
       *[other] { " " }{ $held } photos, documents or voice notes in them wait for you.
    }
