# Gambar unsur: kata-kata di dalam gambar, karena itu singkat.

chart-official = SKM (survei resmi) · { $quarter }
chart-daily =
    Indeks harian (indikatif, bukan IKM)
    { $quarter }
chart-verified =
    Indeks harian terverifikasi (indikatif, bukan IKM)
    { $quarter }
chart-assisted =
    Indeks harian dibantu (indikatif, bukan IKM)
    { $quarter }
chart-own =
    { $name } (bukan IKM)
    { $quarter }
chart-figure = Nilai { NUMBER($ikm, minimumFractionDigits: 2, maximumFractionDigits: 2) } · mutu { $letter } · { NUMBER($n) } responden
chart-ikm = IKM { NUMBER($ikm, minimumFractionDigits: 2, maximumFractionDigits: 2) } · mutu { $letter } · { NUMBER($n) } responden
chart-provisional = Belum mencapai sampel ({ NUMBER($n) } dari { NUMBER($target) })
chart-index = Indeks { NUMBER($index, minimumFractionDigits: 2, maximumFractionDigits: 2) } · { NUMBER($n) } penilaian
chart-none = belum cukup jawaban
chart-n = n { NUMBER($n) }
chart-n-of = n { NUMBER($n) } dari { NUMBER($needed) }
chart-score = { NUMBER($score, minimumFractionDigits: 2, maximumFractionDigits: 2) }
chart-end = { NUMBER($score) }
chart-band = { $letter } { $meaning }
chart-person =
    Indikator internal, bukan predikat
    { $quarter }
chart-person-none = belum ada nilai
