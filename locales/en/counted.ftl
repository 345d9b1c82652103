# Counted, provably: a code that shows that a rating is counted, without what it says.
button-counted = Keep a proof
counted-which = Please type your proof code. A new one can only be made within 15 minutes of rating.
counted-code =
    Proof code: <b>{ $code }</b>

    Keep it if you like. Type <b>proof</b> with this code at any time: whether the answer is counted or not, and never what it was.
counted-waiting = { $code }: not released yet, it still waits together with other ratings.
counted-yes = { $code }: counted. This rating is in the figures of { $quarter } that are sealed, unchanged since it was released.
counted-broken = { $code }: does NOT match. This rating was received, but it is not found whole in the figures that were sealed. Report it to the inspectorate or to lapor.go.id with this code.
counted-unknown = That proof code is not known. Check its letters, then type it once more.
guide-counted = <b>proof</b> – a code that your rating is counted, without what it says
