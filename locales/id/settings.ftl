# Pengaturan kantor: apa yang diatur, nilainya, dan mulai kapan berlaku.

rule-office = Nama kantor
rule-dpo = Kontak pejabat pelindungan data pribadi
rule-line-complaints = Pengaduan: loket, kotak, atau kontak milik kantor
rule-line-hours = Jam buka
rule-line-address = Alamat dan kontak
rule-line-requirements = Syarat layanan
rule-line-fees = Biaya layanan
rule-quiet = Jam tenang (mulai-selesai)
rule-weights = Bobot kuantitas, kualitas, disiplin, warga
rule-minimum = Jawaban paling sedikit untuk satu nilai
rule-minimum-element = Jawaban paling sedikit untuk satu unsur
rule-minimum-causes = Sebutan paling sedikit untuk satu sebab
rule-minimum-words = Tulisan warga paling sedikit untuk ditampilkan
rule-minimum-work = Catatan yang diputuskan atau hari kerja paling sedikit untuk satu nilai
rule-open-hour = Penilaian tanpa kode per loket per jam, paling banyak
rule-night = Malam tanpa pelayanan (mulai-selesai)
rule-minimum-release = Jawaban paling sedikit untuk dirilis bersama
rule-evaluation-days = Lama evaluasi triwulanan (hari kerja)
rule-files-a-day = Berkas paling banyak dari seorang pegawai dalam sehari
rule-silence-days = Lama menunggu jawaban obrolan lama (hari kerja)
rule-complaint-first = Kabar pertama untuk pengaduan (hari kerja)
rule-complaint-ask = Jawaban untuk pertanyaan (hari kerja)
rule-complaint-plain = Jawaban untuk pengaduan (hari kerja)
rule-complaint-weighty = Jawaban untuk pengaduan yang ditangani tim pengawas (hari kerja)
rule-complaint-wish = Tanggapan untuk usul (hari kerja)
rule-complaint-reply = Waktu warga untuk menjawab hasilnya (hari kerja)
rule-hearing-days = Waktu pegawai memberi penjelasan (hari kerja)
rule-review-ratings = Penilaian rendah yang membuka tinjauan cara kerja
rule-review-complaints = Pengaduan yang membuka tinjauan cara kerja
rule-review-days = Dalam berapa hari itu dihitung
rule-review-plan = Waktu menyusun rencananya (hari kerja)
rule-minimum-same = Pengaduan warga lain paling sedikit untuk menawarkan “Saya juga”
rule-same-days = Sejak berapa hari pengaduan dianggap sama (hari)
rule-seal-days = Lama pengadu masih dapat dihubungi setelah pengaduannya selesai (hari)
rule-code-days = Masa berlaku kode pendaftaran (hari)
rule-visit-code-days = Masa berlaku kode kunjungan (hari)
rule-printed-code-days = Masa berlaku kode kunjungan yang dicetak (hari)
rule-raise-days = Lama catatan menunggu sebelum naik satu tingkat (hari kerja)
rule-objection-days = Masa pengajuan keberatan (hari kalender)
rule-numbering = Urutan nomor unsur survei
rule-legal-survey = Dasar hukum survei
rule-legal-work = Dasar hukum penilaian kinerja
rule-instrument = Survei kantor sendiri, selain SKM
rule-instrument-second = Survei kantor sendiri, selain SKM (2)
rule-instrument-third = Survei kantor sendiri, selain SKM (3)

numbering-sarpras-last = sarpras terakhir
numbering-pengaduan-last = pengaduan terakhir
setting-none = belum diisi
setting-bad-number = Tulis bilangan bulat dari { NUMBER($least) } sampai { NUMBER($most) }.
setting-bad-hours = Tulis jam mulai dan jam selesai, misalnya 20-8. Mulai paling awal pukul { $begins }, selesai antara pukul 5 dan { $ends }{ $name ->
    [night] {""}
   *[quiet] : pengingat pagi dan sore harus tetap sampai
}.
setting-bad-words = Tulis satu baris, paling banyak { NUMBER($most) } huruf.
setting-bad-choice = Pilih salah satu: { $names }.
setting-bad-weights = Tulis empat bilangan bulat yang berjumlah 100: kuantitas, kualitas, disiplin, warga. Misalnya 40 20 20 20.
setting-by-file = Kuesioner diatur dari berkas, oleh operator di server.
setting-past = Perubahan ini paling cepat berlaku mulai { DATETIME($day, dateStyle: "long") }: angka yang sudah dibaca orang tidak diubah.
setting-unknown = Tidak ada pengaturan dengan nama itu. Yang ada: { $names }.
setting-bad-day = { $value } bukan hari atau triwulan. Tulis seperti 2027-01-01 atau 2027-Q1.

survey-file-unreadable = Berkas ini bukan TOML yang dapat dibaca: { $why }
survey-file-foreign = Bagian { $name } tidak dikenal. Yang dikenal: key, name, version, bands, numberings, parts, words.
survey-file-key = Isi key dengan 3 sampai 20 huruf kecil, angka, atau tanda hubung, diawali huruf, dan bukan { $taken }.
survey-file-name = Isi name dengan nama survei, paling banyak { NUMBER($most) } huruf, atau hapus barisnya.
survey-file-version = Isi version dengan bilangan bulat dari 1 sampai 999.
survey-file-bands = Isi bands dengan empat mutu, key a, b, c, d dengan letter A, B, C, D, dan floor yang menurun sampai 0.
survey-file-numberings = Isi numberings dengan satu urutan unsur atau lebih, masing-masing { NUMBER($least) } sampai { NUMBER($most) } unsur yang sama, setiap unsur satu kali.
survey-file-parts = Isi parts dengan bilangan bulat dari 1 sampai 1.000 untuk unsur yang ada di numberings.
survey-file-words-foreign = Bagian words hanya untuk unsur yang ada di numberings.
survey-file-words = Unsur { $element } perlu words: name (paling banyak { NUMBER($name) } huruf), short ({ NUMBER($short) }), question ({ NUMBER($question) }), dan answers: empat jawaban yang berbeda, dari yang terendah (masing-masing { NUMBER($answer) }).
survey-file-taken = Kunci { $key } sudah dipakai untuk kuesioner lain. Pakai key yang baru: penilaian lama tetap dihitung dengan kuesionernya sendiri.
survey-none = Tidak ada survei kantor sendiri yang berlaku atau akan berlaku; yang ditanyakan hanya SKM. Jadi tidak ada yang perlu diakhiri.
survey-places-full = Paling banyak tiga survei kantor sendiri berjalan bersamaan, dan ketiganya terisi: { $known }. Akhiri satu dahulu: tilik office instrument end KEY
survey-which = Sebutkan key survei yang dimaksud: { $known }
survey-file-good = Berkas benar: { $key }, versi { NUMBER($version) }, { NUMBER($count) } unsur.

office-line = { $name } – { $label }: { $value }
office-line-set = { $name } – { $label }: { $value }, sejak { DATETIME($day, dateStyle: "medium") }, diatur { $by } pada { DATETIME($at, dateStyle: "medium") }
office-line-next =   mulai { DATETIME($day, dateStyle: "medium") }: { $value }, diatur { $by } pada { DATETIME($at, dateStyle: "medium") }
office-by-operator = operator
office-done = { $label }: { $value }, berlaku mulai { DATETIME($day, dateStyle: "long") }.
office-no-history = Belum pernah diubah; yang berlaku bawaan Tilik.
office-calendar = Hari libur dan jam Ramadan: tilik office calendar.
office-unset-lines = Belum diatur: { $names }{ $more ->
    [0] { "" }
   *[other] {" "}dan { NUMBER($more) } lagi
 }. Atur dengan tilik office set, atau lewat obrolan: pengaturan.
office-unset-standards = Belum ada standar layanan: { $names }{ $more ->
    [0] { "" }
   *[other] {" "}dan { NUMBER($more) } lagi
 }. Masukkan dengan tilik import standards.
office-unset-overseer = Belum ada pengawas yang dapat menerima pengaduan berat: { $names }{ $more ->
    [0] { "" }
   *[other] {" "}dan { NUMBER($more) } lagi
 }. Tunjuk pengawas yang bukan kepala unit itu: tilik import people, kolom peran.
office-no-file = Berkas { $file } tidak dapat dibaca.

pengaturan-title = <b>Pengaturan kantor</b>. Pilih satu untuk melihat atau mengubahnya.
pengaturan-not-yours = Pengaturan hanya untuk admin kepegawaian seluruh kantor. Bila itu Anda dan obrolan ini belum terdaftar, minta kode pendaftaran di kantor Anda, lalu ketik: daftar KODE
pengaturan-gone = Pengaturan itu tidak ada.
pengaturan-line = • { $label }: <b>{ $value }</b>
pengaturan-line-set = • { $label }: <b>{ $value }</b> (diatur { $by }, { DATETIME($day, dateStyle: "medium") })
pengaturan-version = • Mulai { DATETIME($since, dateStyle: "medium") }: <b>{ $value }</b> (diatur { $by }, { DATETIME($day, dateStyle: "medium") })
pengaturan-old = <b>{ $label }</b>: { NUMBER($count) } kali diatur.
pengaturan-since-now = { $what } Perubahan berlaku mulai hari ini.
pengaturan-since-running = { $what } Perubahan berlaku mulai triwulan ini atau triwulan depan; triwulan yang sudah lewat tidak berubah.
pengaturan-since-next = { $what } Perubahan berlaku mulai triwulan depan: angka yang sudah dibaca orang tidak berubah.
pengaturan-how-number = Bilangan bulat dari { NUMBER($least) } sampai { NUMBER($most) }.
pengaturan-how-hours = Jam mulai dan selesai, misalnya { $name ->
    [night] 22-5. Penilaian tanpa kode yang datang selama itu ditahan untuk diperiksa.
   *[quiet] 20-8. Selama itu kami tidak menyapa lebih dulu, dan pesan kami tidak berbunyi.
}
pengaturan-how-words = Satu baris, paling banyak { NUMBER($most) } huruf.
pengaturan-how-lines = Satu baris, paling banyak { NUMBER($most) } huruf; ketik - untuk mengosongkannya.
pengaturan-how-choice = Pilih salah satu.
pengaturan-how-weights = Empat bilangan bulat yang berjumlah 100: kuantitas, kualitas, disiplin, warga. Misalnya 40 20 20 20.
pengaturan-how-instrument = Diatur dari berkas oleh operator di server. Warga tetap diminta mengisi SKM; survei ini tambahannya.
pengaturan-choice = <b>{ $label }</b> sekarang: { $value }. Pilih yang baru.
pengaturan-unit = <b>{ $label }</b> sekarang: { $value }. Untuk unit mana?
pengaturan-whole = Seluruh kantor
pengaturan-line-of = <b>{ $label }</b> ({ $unit }). Ketik yang baru. { $how }
pengaturan-value = <b>{ $label }</b> sekarang: { $value }. Ketik nilai yang baru. { $how }
pengaturan-sure = <b>{ $label }</b>: dari { $value } menjadi <b>{ $after }</b>?
pengaturan-from = Mulai { DATETIME($day, dateStyle: "medium") }
pengaturan-stays = Biarkan

button-pengaturan-change = Ubah
button-pengaturan-old = Riwayat
button-pengaturan-back = Lihat
button-pengaturan-all = ‹ Semua pengaturan
