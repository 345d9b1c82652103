# tilik export: kata-kata di layar dan di dalam berkas.

export-written = Ditulis: { $file }
export-exists = Berkas { $file } sudah ada dan tidak ditimpa. Pilih folder lain dengan --folder, atau timpa dengan --force.
export-refused = Folder { $folder } tidak dapat ditulis ({ $reason }).
export-too-long = Ada { NUMBER($count) } baris, lebih dari yang muat dalam satu lembar kerja. Pilih unit yang lebih kecil.
export-nothing = Tidak ada berkas yang ditulis: belum ada catatan atau nilai untuk unit dan waktu itu.
export-unit-unknown = Unit { $unit } tidak dikenal. Tulis namanya seperti di berkas kantor.
export-unit-near = Unit { $unit } tidak dikenal. Mungkin maksud Anda: { $near }
export-month-wrong = { $value } bukan bulan. Tulis seperti 2026-11 atau "Nov 2026".
export-quarter-wrong = { $value } bukan triwulan. Tulis seperti 2026-Q4 atau "TW IV 2026".

export-log-title = Catatan kerja { $unit }, { NUMBER($first) } sampai { DATETIME($last, dateStyle: "long") }
export-direct = tugas langsung atasan
export-photo = foto
export-document = dokumen
export-voice = pesan suara
export-sheet-log = Catatan kerja
export-sheet-complaints = Pengaduan
export-complaints-title = Pengaduan { $unit } yang diteruskan ke SP4N-LAPOR!, per { DATETIME($day, dateStyle: "medium") }
export-complaint-ask = pertanyaan
export-complaint-plain = pengaduan
export-complaint-wish = usul
export-sheet-scores = Nilai kinerja
export-page = Halaman { $page } dari { $pages }
export-signed =
    Mengetahui,
    Kepala { $unit }
export-scores-everybody = semua unit
export-scores-title = Nilai kinerja { $quarter }, { $scope }: indikator internal, bukan predikat
export-scores-title-as-of = Nilai kinerja { $quarter }, { $scope }: indikator internal, bukan predikat; kata warga per { DATETIME($day, dateStyle: "medium") }
export-n = { $part }: n
export-why = { $part }: mengapa belum ada
export-total = Jumlah berbobot (indikator internal, bukan predikat)
export-sheet-survey = { $part ->
    [sheets] Lembar jawaban
    [elements] Nilai unsur
    [groups] Kelompok responden
   *[other] Saran dan masukan
 }
export-group-few = kurang dari { $least }
export-survey-title = { $survey ->
    [skm-2017] Survei Kepuasan Masyarakat
   *[other] { $survey }
 }, { $unit }, { $quarter }
export-survey-whole = Nilai survei
export-survey-running = { $quarter } belum ditutup. Lembar jawaban dapat diekspor setelah malam terakhir triwulan itu.
export-survey-few = { $unit } baru punya { NUMBER($n) } lembar jawaban, dan perlu paling sedikit { NUMBER($needed) }. { $wider ->
    [none] Unit di atasnya juga belum punya cukup.
   *[other] Ekspor unit di atasnya: { $wider }.
 }
export-survey-shields = Lembar jawaban { $unit } tidak dapat diekspor: selisihnya dengan unit lain kurang dari { NUMBER($needed) } lembar, sehingga jawaban orang dapat ditebak. { $wider ->
    [none] Unit di atasnya juga tidak dapat diekspor.
   *[other] Ekspor unit di atasnya: { $wider }.
 }
