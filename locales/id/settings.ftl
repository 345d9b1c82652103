# Pengaturan kantor: apa yang diatur, nilainya, dan mulai kapan berlaku.

rule-office = Nama kantor
rule-dpo = Kontak pejabat pelindungan data pribadi
rule-quiet = Jam tenang (mulai-selesai)
rule-weights = Bobot kuantitas, kualitas, disiplin, warga
rule-minimum = Jawaban paling sedikit untuk satu nilai
rule-minimum-element = Jawaban paling sedikit untuk satu unsur
rule-minimum-causes = Sebutan paling sedikit untuk satu sebab
rule-minimum-words = Tulisan warga paling sedikit untuk ditampilkan
rule-evaluation-days = Lama evaluasi triwulanan (hari kerja)
rule-objection-days = Lama keberatan (hari kalender)
rule-numbering = Urutan nomor unsur survei
rule-legal-survey = Dasar hukum survei
rule-legal-work = Dasar hukum penilaian kinerja
rule-instrument = Kuesioner survei

setting-none = belum diisi
setting-official = bawaan (PermenPANRB 14/2017)
setting-bad-number = Tulis bilangan bulat dari { NUMBER($least) } sampai { NUMBER($most) }.
setting-bad-hours = Tulis jam mulai dan jam selesai, misalnya 20-8. Mulai paling awal pukul { $begins }, selesai antara pukul 5 dan { $ends }: pengingat pagi dan sore harus tetap sampai.
setting-bad-words = Tulis satu baris, paling banyak { NUMBER($most) } huruf.
setting-bad-choice = Pilih salah satu: { $names }.
setting-bad-weights = Tulis empat bilangan bulat yang berjumlah 100: kuantitas, kualitas, disiplin, warga. Misalnya 40 20 20 20.
setting-by-file = Kuesioner diatur dari berkas, oleh operator: tilik office instrument use BERKAS.
setting-past = Perubahan ini paling cepat berlaku mulai { DATETIME($day, dateStyle: "long") }: angka yang sudah dibaca orang tidak diubah.
setting-unknown = Tidak ada pengaturan dengan nama itu. Yang ada: { $names }.
setting-bad-day = { $value } bukan hari atau triwulan. Tulis seperti 2027-01-01 atau 2027-Q1.

survey-file-unreadable = Berkas ini bukan TOML yang dapat dibaca: { $why }
survey-file-foreign = Bagian { $name } tidak dikenal. Yang dikenal: key, version, bands, numberings, parts, words.
survey-file-key = Isi key dengan 3 sampai 20 huruf kecil, angka, atau tanda hubung, diawali huruf, dan bukan { $official }.
survey-file-version = Isi version dengan bilangan bulat dari 1 sampai 999.
survey-file-bands = Isi bands dengan empat mutu, key a, b, c, d dengan letter A, B, C, D, dan floor yang menurun sampai 0.
survey-file-numberings = Isi numberings dengan satu urutan unsur atau lebih, masing-masing { NUMBER($least) } sampai { NUMBER($most) } unsur yang sama, setiap unsur satu kali.
survey-file-parts = Isi parts dengan bilangan bulat dari 1 sampai 1.000 untuk unsur yang ada di numberings.
survey-file-words-foreign = Bagian words hanya untuk unsur yang ada di numberings.
survey-file-words = Unsur { $element } perlu words: name (paling banyak { NUMBER($name) } huruf), short ({ NUMBER($short) }), question ({ NUMBER($question) }), dan answers: empat jawaban yang berbeda, dari yang terendah (masing-masing { NUMBER($answer) }).
survey-file-taken = Kunci { $key } sudah dipakai untuk kuesioner lain. Pakai key yang baru: penilaian lama tetap dihitung dengan kuesionernya sendiri.
survey-file-good = Berkas benar: { $key }, versi { NUMBER($version) }, { NUMBER($count) } unsur.

office-line = { $name } ({ $label }): { $value }
office-line-set = { $name } ({ $label }): { $value }, sejak { DATETIME($day, dateStyle: "medium") }, diatur { $by } pada { DATETIME($at, dateStyle: "medium") }
office-line-next =   mulai { DATETIME($day, dateStyle: "medium") }: { $value }, diatur { $by } pada { DATETIME($at, dateStyle: "medium") }
office-by-operator = operator
office-done = { $label }: { $value }, berlaku mulai { DATETIME($day, dateStyle: "long") }.
office-no-history = Belum pernah diubah; yang berlaku bawaan Tilik.
office-calendar = Hari libur dan jam Ramadan: tilik office calendar.
office-no-file = Berkas { $file } tidak dapat dibaca.

pengaturan-title = <b>Pengaturan kantor</b>. Pilih satu untuk melihat atau mengubahnya.
pengaturan-not-yours = Pengaturan hanya untuk admin kepegawaian seluruh kantor. Bila itu Anda, minta kode pendaftaran di kantor Anda, lalu ketik: daftar KODE
pengaturan-gone = Pengaturan itu tidak ada.
pengaturan-line = • { $label }: <b>{ $value }</b>
pengaturan-line-set = • { $label }: <b>{ $value }</b> (diatur { $by }, { DATETIME($day, dateStyle: "medium") })
pengaturan-version = • Mulai { DATETIME($since, dateStyle: "medium") }: <b>{ $value }</b> (diatur { $by }, { DATETIME($day, dateStyle: "medium") })
pengaturan-old = <b>{ $label }</b>: { NUMBER($count) } kali diatur.
pengaturan-since-now = { $what } Perubahan berlaku mulai hari ini.
pengaturan-since-running = { $what } Perubahan berlaku mulai triwulan ini atau triwulan depan; triwulan yang sudah lewat tidak berubah.
pengaturan-since-next = { $what } Perubahan berlaku mulai triwulan depan: angka yang sudah dibaca orang tidak berubah.
pengaturan-how-number = Bilangan bulat dari { NUMBER($least) } sampai { NUMBER($most) }.
pengaturan-how-hours = Jam mulai dan selesai, misalnya 20-8. Selama itu Tilik tidak menyapa lebih dulu dan pesannya tidak berbunyi.
pengaturan-how-words = Satu baris, paling banyak { NUMBER($most) } huruf.
pengaturan-how-choice = Pilih salah satu.
pengaturan-how-weights = Empat bilangan bulat yang berjumlah 100: kuantitas, kualitas, disiplin, warga. Misalnya 40 20 20 20.
pengaturan-how-instrument = Diatur dari berkas oleh operator: tilik office instrument.
pengaturan-choice = <b>{ $label }</b> sekarang: { $value }. Pilih yang baru.
pengaturan-value = <b>{ $label }</b> sekarang: { $value }. Ketik nilai yang baru. { $how }
pengaturan-sure = <b>{ $label }</b>: dari { $value } menjadi <b>{ $after }</b>?
pengaturan-from = Ya, mulai { DATETIME($day, dateStyle: "medium") }
pengaturan-stays = Biarkan
pengaturan-changed = ✓ { $label }: <b>{ $value }</b>, berlaku mulai { DATETIME($day, dateStyle: "long") }. Perubahan ini tercatat.

button-pengaturan-change = Ubah
button-pengaturan-old = Riwayat
button-pengaturan-back = Lihat
button-pengaturan-all = ‹ Semua pengaturan
