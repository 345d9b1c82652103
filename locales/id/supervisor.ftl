# Pimpinan: ringkasan unit dalam satu layar.

quarter-1 = Triwulan I { $year }
quarter-2 = Triwulan II { $year }
quarter-3 = Triwulan III { $year }
quarter-4 = Triwulan IV { $year }

summary-not-yours = Ringkasan hanya untuk kepala unit dan pengawas yang terdaftar. Bila Anda salah satunya dan obrolan ini belum terdaftar, minta kode pendaftaran di kantor Anda, lalu ketik: daftar KODE
summary-title = <b>{ $name }</b>, { $quarter }
summary-title-running = <b>{ $name }</b>, { $quarter } (berjalan)

figures-as-of = Per { DATETIME($day, dateStyle: "medium") }
summary-care = Penanganan pengaduan menurut { NUMBER($count) } warga: 😊 { NUMBER($n4) } · 🙂 { NUMBER($n3) } · 😐 { NUMBER($n2) } · 😞 { NUMBER($n1) }
summary-waiting = Menunggu dirilis: { NUMBER($n) } penilaian.
summary-left-out = Terlalu sedikit untuk dirilis: { NUMBER($n) } penilaian, yang tidak masuk angka mana pun.
summary-official = IKM: <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden
summary-official-target = IKM: <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden (target { NUMBER($target) } terpenuhi)
summary-official-provisional = IKM sementara: <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden (target { NUMBER($target) })
summary-official-not-enough = IKM: belum cukup jawaban ({ NUMBER($n) } dari { NUMBER($needed) })
summary-own = { $name } (bukan IKM): <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden
summary-own-not-enough = { $name } (bukan IKM): belum cukup jawaban ({ NUMBER($n) } dari { NUMBER($needed) })
summary-own-shields = { $name } (bukan IKM): tidak ditampilkan ({ NUMBER($n) } responden), agar jawaban yang masih sedikit di tempat lain tidak dapat diketahui darinya
summary-lowest-own = Tiga unsur terendah { $name }, { $quarter }:
summary-daily = { $kind ->
    [verified] Indeks harian terverifikasi
    [assisted] Indeks harian dibantu
   *[daily] Indeks harian
} (indikatif, bukan IKM): { NUMBER($index, minimumFractionDigits: 2) } ({ NUMBER($n) } penilaian)
summary-codes = Kode kunjungan diberikan: { NUMBER($count) }{ $printed ->
    [0] { "" }
   *[other] {" "}· dicetak, belum tentu diberikan: { NUMBER($printed) }
}
summary-daily-not-enough = { $kind ->
    [verified] Indeks harian terverifikasi
    [assisted] Indeks harian dibantu
   *[daily] Indeks harian
} (indikatif): belum cukup jawaban ({ NUMBER($n) } dari { NUMBER($needed) })
summary-earlier = { $quarter }: IKM <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden
summary-earlier-target = { $quarter }: IKM <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden (target { NUMBER($target) } terpenuhi)
summary-earlier-provisional = { $quarter }: IKM sementara <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden (target { NUMBER($target) })
summary-earlier-daily = { $quarter }: { $kind ->
    [verified] indeks harian terverifikasi
    [assisted] indeks harian dibantu
   *[daily] indeks harian
} (indikatif) { NUMBER($index, minimumFractionDigits: 2) } ({ NUMBER($n) } penilaian)
summary-earlier-own = { $quarter }: <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden
summary-change-up = Naik { NUMBER($points, minimumFractionDigits: 2) } dari { $quarter }
summary-change-down = Turun { NUMBER($points, minimumFractionDigits: 2) } dari { $quarter }
summary-change-same = Sama dengan { $quarter }

summary-lowest = Tiga unsur terendah, { $quarter }:
summary-low = • { $element }: { NUMBER($score, minimumFractionDigits: 2) } ({ NUMBER($n) } jawaban)
summary-low-cause = • { $element }: { NUMBER($score, minimumFractionDigits: 2) } ({ NUMBER($n) } jawaban), terutama: { $cause } ({ NUMBER($named) } dari { NUMBER($total) })
summary-basis = Dasar: { $basis }

summary-official-shields = IKM: tidak ditampilkan ({ NUMBER($n) } responden), agar jawaban yang masih sedikit di tempat lain tidak dapat diketahui darinya
summary-daily-shields = { $kind ->
    [verified] Indeks harian terverifikasi
    [assisted] Indeks harian dibantu
   *[daily] Indeks harian
} (indikatif): tidak ditampilkan ({ NUMBER($n) } penilaian), agar jawaban yang masih sedikit di tempat lain tidak dapat diketahui darinya
summary-lowest-daily = Tiga unsur terendah { $kind ->
    [verified] indeks harian terverifikasi
    [assisted] indeks harian dibantu
   *[daily] indeks harian
}, { $quarter }:
summary-further-up = { NUMBER($n) } penilaian hanya masuk angka layanan atau unitnya, karena di sini jumlahnya terlalu sedikit.
figure-shields = tidak ditampilkan ({ NUMBER($n) } jawaban), agar yang masih sedikit di tempat lain tidak dapat diketahui
figure-how-official = Cara hitung: rata-rata tiap unsur (1 sampai 4), lalu rata-rata { NUMBER($count) } unsur dengan bobot sama, kali 25. Hanya lembar survei yang lengkap ({ $basis }).
figure-how-own = Cara hitung: rata-rata tiap unsur (1 sampai 4), lalu rata-rata { NUMBER($count) } unsur dengan { $weights ->
    [equal] bobot sama
   *[own] bobot yang ditetapkan kantor
}, kali 25. Hanya lembar yang lengkap. Kuesioner kantor sendiri, tidak masuk IKM.
figure-how-target = Target responden: { NUMBER($target) } dari { NUMBER($population) } orang yang dilayani setahun (Krejcie dan Morgan).
figure-how-daily = { $kind ->
    [verified] Hanya penilaian dengan kode kunjungan, yang diberikan loket seusai pelayanan.{" "}
    [assisted] Hanya penilaian yang dibantu petugas lain.{" "}
   *[daily] {""}
}Cara hitung: rata-rata ketukan pertama tiap penilaian (1 sampai 4), kali 25. Setiap warga hanya ditanya satu dari { NUMBER($count) } unsur, karena itu jumlah jawaban tiap unsur berbeda. Bukan IKM.
figure-taps = Ketukan pertama: 1: { NUMBER($of1) }, 2: { NUMBER($of2) }, 3: { NUMBER($of3) }, 4: { NUMBER($of4) }
figure-spread = Berapa kali jawaban 1 (terendah) sampai 4 diberikan:
figure-element = • { $element }: { NUMBER($score, minimumFractionDigits: 2) } ({ NUMBER($n) } jawaban). 1: { NUMBER($of1) }, 2: { NUMBER($of2) }, 3: { NUMBER($of3) }, 4: { NUMBER($of4) }
figure-element-few = • { $element }: belum cukup ({ NUMBER($n) } dari { NUMBER($needed) })
figure-element-shields = • { $element }: tidak ditampilkan ({ NUMBER($n) } jawaban)
button-where-from = Dari mana angka ini
button-where-ikm = IKM ›
button-where-indeks = Indeks harian ›
button-where-kode = Terverifikasi ›
button-where-bantu = Dibantu ›
button-where-own = { $name } ›
summary-part = <b>{ $name }</b>: { $figure }
figure-official = IKM { NUMBER($ikm, minimumFractionDigits: 2) } ({ $letter }), { NUMBER($n) } jawaban
figure-daily = { $kind ->
    [verified] indikatif terverifikasi
    [assisted] indikatif dibantu
   *[daily] indikatif
} { NUMBER($index, minimumFractionDigits: 2) }, { NUMBER($n) } jawaban
figure-and-own = { $figure }; { $name } { NUMBER($ikm, minimumFractionDigits: 2) } ({ $letter }), { NUMBER($n) } jawaban
figure-not-enough = belum cukup ({ NUMBER($n) } dari { NUMBER($needed) })
summary-voices = <b>Kata warga</b>, tanpa nama dan tanpa tanggal. Tulisan muncul sesudah penilaiannya dirilis, beberapa sekaligus dari satu loket.
summary-voices-own = Termasuk yang ditulis warga saat mengisi { $name }.
summary-voice = “{ $words }”
summary-few-voices = Belum cukup tulisan untuk ditampilkan ({ NUMBER($n) } dari { NUMBER($needed) }).
summary-voices-shut = Tulisan di sini tidak ditampilkan: jumlahnya kurang dari { NUMBER($needed) }, atau darinya dapat ditebak tulisan yang terlalu sedikit di daftar lain.
summary-held = { NUMBER($count) } komentar ditahan untuk dibaca tim pengawas.
summary-kept = { NUMBER($count) } komentar tidak ditampilkan atas keputusan tim pengawas.
summary-untold = { NUMBER($count) } komentar menunggu sampai cukup banyak untuk ditampilkan sekaligus.

button-units = Per unit
button-services = Per layanan
button-counters = Per loket
button-voices = Kata warga
button-quarter-before = ‹ Triwulan lalu
button-quarter-after = Triwulan berikut ›
button-up = ‹ { $name }

# macet: pertanyaan yang membuat orang berhenti, untuk pimpinan unit dan bagian kepegawaian

guide-macet = <b>langkah</b> – di mana orang berhenti: pertanyaan yang paling sering tidak dijawab
macet-not-yours = Di mana orang berhenti dibaca oleh kepala unit dan bagian kepegawaian.
macet-title = <b>Di mana orang berhenti</b>, { $month ->
    [last] bulan lalu ({ DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") })
   *[this] bulan ini, sampai kemarin
 }
macet-none = Belum ada pertanyaan yang terhitung pada bulan itu.
macet-question = <b>“{ $question }”</b> ({ $form })
macet-went = Dari { NUMBER($asked) } orang yang ditanya, { NUMBER($went) } melanjutkan.
macet-few-went = Dari { NUMBER($asked) } orang yang ditanya, kurang dari { $least } melanjutkan.
macet-few-left = Dari { NUMBER($asked) } orang yang ditanya, kurang dari { $least } berhenti.
macet-few = Kurang dari { $least } orang ditanya.
macet-gone = yang sudah tidak dipakai
macet-how = Melewati pertanyaan juga berarti melanjutkan. Siapa yang mengisi dua kali terhitung dua kali; siapa orangnya tidak disimpan, dan jumlah di bawah { $least } tidak disebut.
button-macet-this = Bulan ini
button-macet-last = Bulan lalu
