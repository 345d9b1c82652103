# Response: the word of an employee whom a complaint touches, before it is answered.

## Staff

told-hearing-asked = Before a complaint is answered we would like to hear your own word. We wait for it until { DATETIME($due, dateStyle: "full") }.
hearing-matter = { $kind } · { $place } · { $quarter }
hearing-about = “{ $words }”
hearing-element-gone = Other
hearing-fair = This is no verdict and in no score. If you do not answer, it is noted as not answered, and no more. The sentence above was written by whoever handles it, not by the citizen.
button-hearing-right = It was so
button-hearing-context = There is more to it
button-hearing-not_me = Not me
button-hearing-open = Read it
hearing-words = <b>{ $answer }</b>. Please add one sentence of your own, if you like. Whoever handles the complaint reads it as it is.
    .gist = Add one sentence of your own?
hearing-choose = That has not been sent to anybody. Please choose below first; then write your own word. Your own work? Type <b>log</b> and what you did.
hearing-done = Thank you. Your word has reached whoever handles the complaint.
hearing-none = Nothing waits for your word.
hearing-some = { $count ->
    [one] One matter waits for your word:
   *[other] { $count } matters wait for your word:
 }
hearing-one = { $words }
hearing-gone = That no longer waits for your word. Type <b>my word</b> to see what still does.
hearing-not-staff = Here staff answer when a complaint touches them. To complain as a citizen, type <b>report</b>.
guide-penjelasan = <b>my word</b> – your own word when a complaint touches you

## Who handles it

told-hearing-heard = { $name } has given their own word on complaint <b>{ $number }</b>.
heard-waiting = { $name }: asked for their word, until { DATETIME($due, dateStyle: "full") }. Not having answered means nothing.
heard-silent = { $name }: gave no word until { DATETIME($due, dateStyle: "full") }. That means nothing.
heard-right = { $name }: it was so
heard-context = { $name }: there is more to it
heard-not_me = { $name }: it was not them
told-hearing-superior = A complaint touches { $name }, and you can now read both sides. This is no verdict.
button-both-sides = Read both sides
both-sides-citizen = The citizen’s word:
both-sides-employee = The employee’s word:
both-sides-fair = Whoever handles this complaint answers the citizen. None of it enters a score.
case-unheard = { $name } gave no explanation in time. That means nothing; this complaint can be answered now.
case-named = Named here: { $names }. Please hear them before you answer the citizen.
button-hear = Hear them first
button-hear-nobody = About nobody
hear-who = Whose word is asked for?
hear-about = Write in one sentence of your own what it is about. That employee reads this sentence, not the citizen’s words. No citizen’s name, date, hour or ticket number.
hear-quoted = That sentence repeats the citizen’s words, by which they may be known. Please use your own.
hear-numbers = No figures: a date, an hour or a ticket number may tell who the citizen is.
hear-card =
    What { $name } reads:
    “{ $words }”

    With the kind, the place and the quarter, and nothing from the citizen. This complaint waits until { DATETIME($due, dateStyle: "full") }.
hear-done = { $name } has been asked. The answer is awaited until { DATETIME($due, dateStyle: "full") }; you will hear of it.
hear-done-untold = Written down, but { $name } cannot be reached through Tilik yet. Please tell them yourself; the answer is awaited until { DATETIME($due, dateStyle: "full") }.
hear-none = There is no other employee there who could be asked.
hear-nobody = Noted: complaint { $number } touches nobody in particular. The citizen reads that too.
hear-waits = The word of { $name } is awaited until { DATETIME($due, dateStyle: "full") }. After that this complaint can be answered.
hear-self = Your own name stands here. Somebody else answers it: another head of this unit or one above.
hear-first = Named here: { $names }. Please hear them first, or say that this is about nobody.

case-file = Complaint <b>{ $number }</b>: { $n } of { $count }
button-case-files = See files ({ $count })
button-case-next-file = Next one
