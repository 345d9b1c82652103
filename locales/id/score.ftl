# Nilai seseorang dan satu triwulan: indikator internal, bukan predikat.

score-title-own = <b>Nilai kinerja Anda</b>, { $quarter }: indikator internal, bukan predikat
score-title-own-running = <b>Nilai kinerja Anda</b>, { $quarter } (berjalan): indikator internal, bukan predikat
score-title = <b>Nilai kinerja { $name }</b>, { $quarter }: indikator internal, bukan predikat
score-title-running = <b>Nilai kinerja { $name }</b>, { $quarter } (berjalan): indikator internal, bukan predikat
score-no-post = Nilai kinerja hanya untuk pegawai yang tercatat dengan jabatannya. Bila Anda pegawai, minta kode pendaftaran di kantor Anda, lalu ketik: daftar KODE. Bila sudah terdaftar, mohon minta bagian kepegawaian melengkapi jabatan Anda.
score-not-yours = Nilai kinerja hanya dapat dibuka oleh pemiliknya dan atasan langsungnya. Ketik “saya” untuk membuka nilai Anda sendiri.

score-quantity = Kuantitas hasil
score-quality = Disetujui tanpa dikembalikan
score-discipline = Hari kerja tercatat tepat waktu
score-citizens = Interaksi dengan warga
score-n-quantity = { NUMBER($n) } target
score-n-quality = { NUMBER($n) } catatan
score-n-discipline = { NUMBER($n) } hari kerja
score-n-citizens = { NUMBER($n) } jawaban
score-part = { $weight ->
    [0] { $part }: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> dari 100 ({ $n })
   *[other] { $part }: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> dari 100 ({ $n }; bobot { NUMBER($weight, maximumFractionDigits: 2) } %)
}
score-part-missing = { $part }: belum ada nilai, { $why }
score-total = Jumlah berbobot: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> (indikator internal, bukan predikat)
score-total-missing = Jumlah berbobot: belum ada; perlu sedikitnya dua bagian yang sudah ada nilainya.
score-moved-weights = Bobot bagian yang belum ada nilainya dibagikan ke bagian lain; bagian itu tidak dihitung nol.
score-still-running = Triwulan masih berjalan, sedangkan targetnya untuk triwulan penuh; angka kuantitas akan naik bersama catatan yang disetujui.
score-where-from = <b>Dari mana angka ini?</b> Ketuk salah satu bagian.
score-no-targets = belum ada target berangka (perlu sedikitnya satu)
score-nothing-decided = belum ada catatan yang diputuskan atasan (perlu sedikitnya { NUMBER($needed) })
score-no-days = belum ada hari kerja yang batas pencatatannya sudah lewat (perlu sedikitnya { NUMBER($needed) })
score-few-quality = baru { NUMBER($n) } catatan yang diputuskan atasan (perlu sedikitnya { NUMBER($needed) })
score-few-discipline = baru { NUMBER($n) } hari kerja yang batas pencatatannya sudah lewat (perlu sedikitnya { NUMBER($needed) })
score-one-person = baru dari satu orang; nilai tim memerlukan sedikitnya dua
score-no-decree = hari libur tahun { $year } belum ditetapkan, jadi hari kerja belum dapat dihitung
score-no-counters = tidak tercatat bertugas di loket pada triwulan ini
score-few-citizens = belum cukup jawaban warga ({ NUMBER($n) } dari { NUMBER($needed) } untuk tiap unsur)
score-nobody = belum ada anggota tim yang bergabung

score-how-quantity = Rata-rata capaian target yang berangka. Hanya catatan yang disetujui atasan yang dihitung, dan capaian tiap target paling tinggi 100 %.
score-how-quality = Persentase catatan yang disetujui tanpa pernah dikembalikan, dari semua yang sudah diputuskan atasan. Yang pernah dikembalikan tampil lebih dulu.
score-how-discipline = Hari kerja yang dicatat pada hari itu juga atau satu hari kerja sesudahnya, dibagi semua hari kerja yang dihitung.
score-how-citizens = Dua pertanyaan tentang petugas, dari warga yang menilai di loket tempat bertugas selama triwulan ini. Baru dihitung setelah ada { NUMBER($needed) } jawaban, jadi satu penilaian saja tidak menentukan.

score-target = • <b>{ $result }</b> ({ $indicator }): { NUMBER($done, maximumFractionDigits: 6) } dari { NUMBER($aim, maximumFractionDigits: 6) } { $measure }, { NUMBER($share, minimumFractionDigits: 2, maximumFractionDigits: 2) } % ({ NUMBER($n) } catatan)
score-target-prorated = • <b>{ $result }</b> ({ $indicator }): { NUMBER($done, maximumFractionDigits: 6) } dari { NUMBER($aim, maximumFractionDigits: 6) } { $measure }, { NUMBER($share, minimumFractionDigits: 2, maximumFractionDigits: 2) } % ({ NUMBER($n) } catatan). Target setriwulan { NUMBER($whole, maximumFractionDigits: 6) }, dihitung menurut hari kerja sejak bergabung.
score-target-unshared = • <b>{ $result }</b> ({ $indicator }): target setriwulan { NUMBER($whole, maximumFractionDigits: 6) }, tidak dihitung karena baru bergabung pada akhir triwulan
score-target-wordy = • <b>{ $result }</b> ({ $indicator }): tanpa angka, jadi tidak dihitung
score-target-one = <b>{ $result }</b> ({ $indicator })
score-entry-quantity = • { DATETIME($day, dateStyle: "medium") }, { $receipt }: { $activity }, { NUMBER($quantity, maximumFractionDigits: 6) } { $measure }
score-entry-bare = • { DATETIME($day, dateStyle: "medium") }, { $receipt }: { $activity }, tanpa angka
score-no-entries = Belum ada catatan yang disetujui untuk target ini.
score-entry-accepted = • { DATETIME($day, dateStyle: "medium") }, { $receipt }: { $activity } – diterima
score-entry-returned = • { DATETIME($day, dateStyle: "medium") }, { $receipt }: { $activity } – pernah dikembalikan
score-entry-returned-why = • { DATETIME($day, dateStyle: "medium") }, { $receipt }: { $activity } – dikembalikan: “{ $reason }”
score-days = Dihitung { NUMBER($counted) } hari kerja, { NUMBER($kept) } di antaranya tercatat tepat waktu. Belum lewat batas waktunya: { NUMBER($open) } hari.
score-day-missed = • { DATETIME($day, dateStyle: "medium") }: tidak ada catatan
score-day-late = • { DATETIME($day, dateStyle: "medium") }: tercatat sesudah batas waktu
score-day-leave = • { DATETIME($day, dateStyle: "medium") }: cuti, tidak dihitung
score-day-travel = • { DATETIME($day, dateStyle: "medium") }: dinas luar, tidak dihitung
score-day-outage = • { DATETIME($day, dateStyle: "medium") }: Tilik terganggu, tidak dihitung
score-days-off = Sebelum bergabung, atau di luar masa jabatan: { NUMBER($n) } hari kerja, tidak dihitung.
score-counters = Loket: { $names }
score-product-official = Sumber: SKM (survei resmi)
score-product-daily = Sumber: indeks harian (indikatif, bukan IKM)
score-product-verified = Sumber: indeks harian terverifikasi, dengan kode kunjungan (indikatif, bukan IKM)
score-element-few = • { $element }: belum cukup jawaban ({ NUMBER($n) } dari { NUMBER($needed) })

score-left-out = Tidak dihitung: { NUMBER($n) } jawaban dari loket yang jawabannya masih sedikit, agar isinya tidak dapat diketahui dari angka lain.
score-citizens-as-of = Kata warga per { DATETIME($day, dateStyle: "medium") }.
team-score-how = Nilai tim: semua target, catatan, atau hari dari { NUMBER($people) } orang dijumlahkan, masing-masing berbobot sama.
team-score-without = Tidak ikut dihitung: { NUMBER($n) } orang yang belum mempunyai nilai untuk bagian ini.

team-score-quantity = { $part }: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> dari 100 ({ NUMBER($n) } target, { NUMBER($people) } orang)
team-score-quality = { $part }: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> dari 100 ({ NUMBER($n) } catatan, { NUMBER($people) } orang)
team-score-discipline = { $part }: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> dari 100 ({ NUMBER($n) } hari kerja, { NUMBER($people) } orang)
team-score-citizens = { $part }: <b>{ NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) }</b> dari 100 ({ NUMBER($n) } jawaban, { NUMBER($people) } orang di loket)

button-score-quantity = Kuantitas
button-score-quality = Kualitas
button-score-discipline = Disiplin
button-score-citizens = Warga
button-score-up = ‹ Semua bagian
button-score-targets = ‹ Semua target
