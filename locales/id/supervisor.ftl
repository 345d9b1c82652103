# Pimpinan: ringkasan unit dalam satu layar.

quarter-1 = Triwulan I { $year }
quarter-2 = Triwulan II { $year }
quarter-3 = Triwulan III { $year }
quarter-4 = Triwulan IV { $year }

summary-not-yours = Ringkasan hanya untuk kepala unit dan pengawas yang terdaftar. Bila Anda salah satunya, minta kode pendaftaran di kantor Anda, lalu ketik: daftar KODE
summary-title = <b>{ $name }</b>, { $quarter }
summary-title-running = <b>{ $name }</b>, { $quarter } (berjalan)

figures-as-of = Per { DATETIME($day, dateStyle: "medium") }
figures-as-of-never = Belum ada penilaian yang dirilis.
summary-waiting = Menunggu dirilis: { NUMBER($n) } penilaian.
summary-left-out = Terlalu sedikit untuk dirilis: { NUMBER($n) } penilaian, yang tidak masuk angka mana pun.
summary-official = IKM: <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden
summary-official-target = IKM: <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden (target { NUMBER($target) } terpenuhi)
summary-official-provisional = IKM sementara: <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden (target { NUMBER($target) })
summary-official-not-enough = IKM: belum cukup jawaban ({ NUMBER($n) } dari { NUMBER($needed) })
summary-daily = Indeks harian (indikatif, bukan IKM): { NUMBER($index, minimumFractionDigits: 2) } ({ NUMBER($n) } penilaian)
summary-daily-not-enough = Indeks harian (indikatif): belum cukup jawaban ({ NUMBER($n) } dari { NUMBER($needed) })
summary-earlier = { $quarter }: IKM <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden
summary-earlier-target = { $quarter }: IKM <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden (target { NUMBER($target) } terpenuhi)
summary-earlier-provisional = { $quarter }: IKM sementara <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden (target { NUMBER($target) })
summary-earlier-daily = { $quarter }: indeks harian (indikatif) { NUMBER($index, minimumFractionDigits: 2) } ({ NUMBER($n) } penilaian)
summary-change-up = Naik { NUMBER($points, minimumFractionDigits: 2) } dari { $quarter }
summary-change-down = Turun { NUMBER($points, minimumFractionDigits: 2) } dari { $quarter }
summary-change-same = Sama dengan { $quarter }

summary-lowest = Tiga unsur terendah, { $quarter }:
summary-low = • { $element }: { NUMBER($score, minimumFractionDigits: 2) } ({ NUMBER($n) } jawaban)
summary-low-cause = • { $element }: { NUMBER($score, minimumFractionDigits: 2) } ({ NUMBER($n) } jawaban), terutama: { $cause } ({ NUMBER($named) } dari { NUMBER($total) })
summary-basis = Dasar: { $basis }

summary-part = <b>{ $name }</b>: { $figure }
figure-official = IKM { NUMBER($ikm, minimumFractionDigits: 2) } ({ $letter }), { NUMBER($n) } jawaban
figure-daily = indikatif { NUMBER($index, minimumFractionDigits: 2) }, { NUMBER($n) } jawaban
figure-not-enough = belum cukup ({ NUMBER($n) } dari { NUMBER($needed) })
summary-voices = <b>Kata warga</b>, tanpa nama dan tanpa tanggal. Tulisan muncul sesudah penilaiannya dirilis.
summary-voice = “{ $words }”
summary-few-voices = Belum cukup tulisan untuk ditampilkan ({ NUMBER($n) } dari { NUMBER($needed) }).

button-services = Per layanan
button-counters = Per loket
button-voices = Kata warga
button-quarter-before = ‹ Triwulan lalu
button-quarter-after = Triwulan berikut ›
button-up = ‹ { $name }
