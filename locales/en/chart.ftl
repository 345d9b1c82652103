# The picture of the elements: words inside a picture, and therefore short.

chart-official = SKM (official survey) · { $quarter }
chart-daily =
    Daily index (indicative, not the IKM)
    { $quarter }
chart-verified =
    Verified daily index (indicative, not the IKM)
    { $quarter }
chart-assisted =
    Assisted daily index (indicative, not the IKM)
    { $quarter }
chart-own =
    { $name } (not the IKM)
    { $quarter }
chart-figure = Score { NUMBER($ikm, minimumFractionDigits: 2, maximumFractionDigits: 2) } · grade { $letter } · { NUMBER($n) } respondents
chart-ikm = IKM { NUMBER($ikm, minimumFractionDigits: 2, maximumFractionDigits: 2) } · grade { $letter } · { NUMBER($n) } respondents
chart-provisional = Sample not reached yet ({ NUMBER($n) } of { NUMBER($target) })
chart-index = Index { NUMBER($index, minimumFractionDigits: 2, maximumFractionDigits: 2) } · { NUMBER($n) } ratings
chart-none = not enough answers yet
chart-n = n { NUMBER($n) }
chart-n-of = n { NUMBER($n) } of { NUMBER($needed) }
chart-score = { NUMBER($score, minimumFractionDigits: 2, maximumFractionDigits: 2) }
chart-end = { NUMBER($score) }
chart-band = { $letter } { $meaning }
chart-person =
    Internal indicator, not a predikat
    { $quarter }
chart-person-none = no score yet
