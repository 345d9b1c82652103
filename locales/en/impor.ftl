# Impor: files of the office sent in chat, looked at first, then taken in.

impor-not-yours = This is for the personnel office.
impor-gone = There is no such file, or it is not for you.
impor-file = { $open ->
        [0] Please send the file (XLSX or CSV) here. We check it first; nothing changes before you agree.
       *[other] Please send the file (XLSX or CSV) here, or pick one that still waits.
    }
impor-hint = Please send an XLSX or CSV file as a document.
impor-waits = Waiting: { $name }
button-impor-again = Send a file
impor-coming = The file <b>{ $name }</b> has arrived and is being read. What is in it follows in a moment.

impor-which = What is in the file <b>{ $name }</b>?
impor-kind-people = People
impor-kind-units = Units
impor-kind-posts = Posts
impor-kind-superiors = Superiors
impor-kind-services = Services
impor-kind-counters = Counters
impor-kind-targets = Targets
impor-kind-leave = Leave and travel
impor-kind-teams = Working teams

impor-preview = The file <b>{ $name }</b> ({ $kind }). Nothing has been changed yet; taken in, it makes:
impor-counts = { NUMBER($new) } new, { NUMBER($changed) } changed, { NUMBER($ended) } ended, { NUMBER($same) } as before.
impor-more = and { NUMBER($count) } more
impor-needs-second = This concerns superiors, roles or NIPs. So a second person must agree too: a colleague of the personnel office or, where there is none, the head of the top unit.
button-impor-yes = Take it in
button-impor-no = Leave it
button-impor-back = Take it back
impor-waiting = The file <b>{ $name }</b> waits until a second person agrees. You will be told what they decide.
impor-is-confirmed = The file <b>{ $name }</b> is being taken in. What came of it follows in a moment.
impor-is-done = The file <b>{ $name }</b> has been taken in.
impor-is-refused = The file <b>{ $name }</b> is not taken in.
impor-is-dropped = The file <b>{ $name }</b> was left. Nothing was changed.

impor-second = { $giver } has sent the file <b>{ $name }</b> ({ $kind }), which concerns superiors, roles or NIPs, and asks you to agree. Taken in, it makes:
impor-operator = The operator of Tilik
button-impor-agree = Agree
button-impor-refuse = Refuse
impor-rejected = { $by } does not agree to the file { $name }. Nothing was changed; please talk it over, and send it again if needed.

impor-done = The file <b>{ $name }</b> has been taken in.
impor-done-by = { $by } agreed too.
impor-codes = { NUMBER($count) } in your units have not joined and have no code. Hand codes out one by one by <b>pegawai</b>, or have the operator print them all from the same file: <b>tilik import people FILE --sheet codes.pdf</b>.
button-impor-people = Hand out codes
impor-wrong = The file <b>{ $name }</b> cannot be taken in yet:
impor-beyond = The file <b>{ $name }</b> changes units that are not yours, so it was not taken in. Please send your own units only, or leave it to the central personnel office.
impor-same = All that is in the file <b>{ $name }</b> stands so already. Nothing needs to be changed.
impor-broken = Sorry, the file <b>{ $name }</b> could not be dealt with because of a fault of ours. Nothing was changed. Please try again, or tell the operator.

# Changes without a file (superior, end of service, settings) that wait for a second person.

impor-open = Choose what waits for you to agree.
impor-kind-superior = Another superior
impor-kind-left = End of service
impor-kind-setting = Setting of the office
impor-change-second = { $giver } asks you to agree. { $kind }:
impor-change-waiting = It waits until a second person agrees; nothing is changed yet. We let you know as soon as it is decided.
impor-change-is-done = { $kind }: agreed to, and it holds.
impor-change-is-refused = { $kind }: not done. Nothing has changed.
impor-change-is-dropped = { $kind }: taken back. Nothing has changed.
impor-change-agreed = ✓ { $kind }: { $by } has agreed.
impor-change-rejected = { $by } has not agreed. { $kind }: nothing has changed; please talk it over, and ask again if need be.
impor-change-outdated = { $kind }: not done, nothing has changed. Please ask again if it is still needed.
