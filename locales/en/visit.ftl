# Visit codes: given by the counter at the end of a service, so that a rating is verified.
visit-code = Please type the visit code from the counter.
visit-code-which = For which service?
visit-code-given =
    Visit code:

    <b>{ $code }</b>

    { $place }. Works once, until { DATETIME($day, dateStyle: "medium") }.

    Give one to every citizen whom you have served, whatever their mood. Nobody sees which codes are used.
visit-code-scan = Code { $code }: the citizen scans this picture from your screen.
visit-code-not-yours = The counter gives a visit code at the end of a service. If you have one, type it here and rate the service.
visit-code-gone = This code cannot be shown any more. Type <b>code</b> for a new one.
visit-own = You have made this code yourself, so you cannot use it. Give it to a citizen whom you have served.
visit-wrong = That code does not work: it may be mistyped, used already, or over. Check it and type it once more; you can rate without a code, too.
button-code-next = Next code
button-code-qr = Show QR
button-code-any = Any service
rate-verified = Verified with a visit code.
rate-code-over = The visit code is no longer valid. Your rating counts all the same, as one without a code.
guide-code = <b>code</b> – a visit code for a citizen whom you have just served

# How long a visit takes
visit-runs =
    { $place } began at { $time } { $zone }.

    Tap <b>{ $button }</b> when the citizen has been served. Only how long it took is kept, by service and day; it is tied to nobody's name, code or rating.
visit-took = It took { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }, noted for this service.
visit-let-go = All right, this time is not noted.
visit-none = No visit is being timed.
button-visit-begin = Begin a visit
button-visit-over = Done: give a code
button-visit-over-slip = Done serving
visit-over-slip = The visit is over. The citizen can rate with the code on their slip.
button-visit-let-go = Do not record it
guide-serving = <b>serve</b> – note when a visit begins (or scan the slip of whoever comes); it ends when you give the code
speed = Time of service: half or more of { $n } visits were over within { $half } { $half ->
        [one] minute
       *[other] minutes
    }.{ $promised ->
        [0] {""}
       *[other] {" "}{ $promised } { $promised ->
            [one] minute is
           *[other] minutes are
        } promised; { $within }% kept to that.
    }
speed-of-several = Time of service: { $within }% of { $n } visits were over within the time that is promised.
speed-few = Time of service: only { $n } visits are noted so far; shown from { $needed } on.
speed-alone = The time of service is not shown: on each day one person alone has noted it, and minutes are no measure of a person.

# Slips of visit codes, to be scanned from a screen or printed
visit-slip-what = How was the service? Rate it without your name, on your phone.
visit-slip-until = Works once, until { DATETIME($day, dateStyle: "long") }.
visit-slip-whatsapp = WhatsApp: scan the QR and press send. Or send { $code } to +{ $number }.
visit-slip-telegram = Telegram: scan the QR and tap Start. Or send { $code } to @{ $username }.
visit-slip-typed = Open a chat with Tilik and type { $code } there.
visit-send = visit { $code }
visit-slip-title = Visit codes
visit-codes-enough = At most { NUMBER($most) } visit codes for a counter in a day, given and printed. { $left ->
    [0] Today there are no more; tomorrow there are.
   *[other] Today { NUMBER($left) } are left.
}
visit-codes-nowhere = No counter has the code { $code }. The code of every counter is in: tilik qr
visit-codes-one-file = Choose one: --pdf or --csv. A code that is printed twice works only for who uses it first.
visit-codes-written = { NUMBER($count) } visit codes for { $counter } written to { $file }, valid until { DATETIME($day, dateStyle: "long") }. Give one to every citizen who was served; delete the file once they are printed.

# One phone for many citizens
assist-begin =
    One phone for several citizens. Each rates with a visit code of their own; their ratings are counted apart, as assisted ones.

    The messages here are deleted before the next person rates. Until then your records and your menu stay closed.
choice-assist-begin = Begin to assist
assist-next = Please type your <b>visit code</b> from the counter. Once you have rated, your answers are deleted from this phone.
assist-thanks = Thank you, your rating of <b>{ $service }</b> is recorded. Your answers have been deleted from this phone.
assist-wrong = That code does not work: it may be mistyped, used already, or over. Check it and type it once more.
assist-only = This phone is being shared, only to rate with a visit code. For everything else, please use your own phone.
assist-not-here = On { $channel } we cannot delete messages, so the next person would read the answers of the one before. To help several citizens to rate, use Telegram.
assist-own-counter = This code is from the counter where you serve. So that the rating is free, let somebody from another counter assist, or the citizen rate on their own phone.
assist-over = All right, this phone is yours alone again. The ratings that were given still count.
assist-none = This phone is not being shared. Type <b>assist</b> to begin.
button-assist-next = Next person
button-assist-end = Stop assisting
