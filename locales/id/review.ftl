# Tinjauan cara kerja: mengapa suatu unsur dinilai rendah, dan apa yang diubah. Kabari saya.

## Kepala unit

review-list = { $count ->
    [0] Tidak ada tinjauan yang terbuka. Yang baru selesai:
   *[other] { $count } tinjauan cara kerja yang terbuka:
 }
review-none = Tidak ada tinjauan cara kerja di unit Anda. Tinjauan terbuka bila beberapa penilaian rendah atau pengaduan menyangkut unsur yang sama di tempat yang sama.
review-one = { $element } · { $place }
review-wishes = Usulan pelatihan dari tinjauan ({ $count }):
review-wish = • { $element } · { $place }
review-title =
    <b>Tinjauan: { $element }</b>
    { $place } · sejak { DATETIME($day, dateStyle: "medium") }
    Yang dicari sebabnya, bukan siapa yang salah; nilai pegawai tidak terpengaruh.
review-said = Yang dikatakan warga:
review-low = • { $low } dari { $n } jawaban bernilai rendah (1 atau { $value })
review-cause-line = • { $cause }: { $n } kali
review-complaints = • Pengaduan ({ $count }): { $numbers }
review-nothing = • Angkanya belum cukup untuk ditampilkan.
review-plan-cause = Sebab: { $cause }
review-plan-action = Tindakan: { $words }
review-training = Tindakan: pelatihan (usulannya sudah terlihat oleh kepegawaian)
review-plan-who = Yang mengerjakan: { $who }
review-state-open = Rencananya ditunggu sampai { DATETIME($due, dateStyle: "full") }.
review-state-planned = Ditunggu selesai { DATETIME($due, dateStyle: "full") }.
review-state-changed = Sudah berubah sejak { DATETIME($day, dateStyle: "medium") }: “{ $words }”
review-state-unneeded = Dinyatakan tidak perlu perubahan pada { DATETIME($day, dateStyle: "medium") }: “{ $words }”
review-figures =
    Sebelum ({ DATETIME($first, dateStyle: "medium") } – { DATETIME($middle, dateStyle: "medium") }): { $before }
    Sesudah (s.d. { DATETIME($last, dateStyle: "medium") }): { $after }
review-gone = Tinjauan itu tidak ada, atau bukan untuk Anda.
review-not-yours = Tinjauan cara kerja dibaca oleh kepala unit; kepegawaian membaca usulan pelatihannya.
review-settled = Tinjauan itu sudah berubah sejak layar tadi dibuat.
button-reviews = Semua tinjauan
button-review = Buka tinjauannya
button-review-plan = Isi rencana
button-review-replan = Ubah rencana
button-review-changed = Sudah berubah
button-review-unneeded = Tidak perlu
guide-tinjauan = <b>tinjauan</b> – mengapa suatu unsur dinilai rendah, dan apa yang diubah
review-cause = <b>{ $element }</b> di { $place }: apa sebabnya? Pilih, atau tulis dengan kata Anda sendiri.
review-own-cause = Apa sebabnya?
review-action = Apa yang akan dilakukan? Tulis singkat (dapat dibaca warga), atau usulkan pelatihan.
review-is-training = Pelatihan
review-is-else = Tindakan lain
review-own-action = Apa yang akan dilakukan?
review-who = Siapa yang mengerjakannya?
review-until = Sampai kapan?
review-result = <b>{ $element }</b> di { $place }: apa yang sudah berubah? Kalimat ini juga dibaca warga yang minta dikabari.
review-proof = Bukti perubahan: { $element }, { $place }
review-file = Ada foto atau dokumennya? Boleh dilewati.
review-reason = Mengapa <b>{ $element }</b> di { $place } tidak perlu diubah? Alasan ini dibaca atasan unit.
review-planned = Tercatat. Kami ingatkan sebelum { DATETIME($until, dateStyle: "full") }.{ $training ->
    [true] {" "}Usulan pelatihannya sudah terlihat oleh kepegawaian.
   *[other] {""}
 }
review-done = { $told ->
    [some] Tercatat. Warga yang minta dikabari sudah kami kabari.
   *[none] Tercatat. Tidak ada warga yang menunggu kabar tentang ini.
 }
review-ended = Tercatat. Alasannya dapat dibaca atasan unit.
review-opened = Tinjauan cara kerja dibuka: <b>{ $element }</b> di { $place }. Beberapa penilaian rendah atau pengaduan menyangkut hal yang sama. Rencananya ditunggu sampai { DATETIME($due, dateStyle: "full") }.
review-yours = { $by } mencatat bahwa Anda yang mengerjakan ini: “{ $action }”. Itu tindakan dari tinjauan <b>{ $element }</b> di { $place }, ditunggu selesai { DATETIME($due, dateStyle: "full") }. Ini bukan penilaian.
review-soon = Tinjauan <b>{ $element }</b> di { $place } ditunggu sampai { DATETIME($due, dateStyle: "full") }.
review-late = Tinjauan <b>{ $element }</b> di { $place } seharusnya selesai { DATETIME($due, dateStyle: "full") }. Bila ada atasan unit, beliau kami kabari juga.
review-above = Tinjauan <b>{ $element }</b> di { $place } seharusnya selesai { DATETIME($due, dateStyle: "full") }, jadi kini sampai kepada Anda juga.
review-unneeded = Tinjauan <b>{ $element }</b> di { $place } diakhiri tanpa perubahan. Alasannya: “{ $words }”

## Warga

button-listen = Kabari saya
guide-kabari = <b>kabari</b> – dikabari satu kali bila ada yang berubah
listen-counter = Tentang loket mana Anda minta dikabari?
listen-element = Bila ada yang berubah di { $counter }, Anda kami kabari satu kali. Tentang apa?
listen-kept =
    Baik. Bila <b>{ $element }</b> di { $counter } berubah, Anda kami kabari satu kali.
    Yang disimpan hanya loket, pilihan ini, bulannya, dan obrolan ini dalam segel; hilang paling lambat setelah { $days } hari, atau bila Anda ketik <b>berhenti</b>.
told-change =
    Anda minta dikabari tentang <b>{ $element }</b> di { $place }. Yang diubah: “{ $words }”
    Sebelum ({ DATETIME($first, dateStyle: "medium") } – { DATETIME($middle, dateStyle: "medium") }): { $before }
    Sesudah (s.d. { DATETIME($last, dateStyle: "medium") }): { $after }
change-mean = rata-rata { NUMBER($mean, minimumFractionDigits: 2) } dari 4 ({ $n } jawaban)
change-few = belum cukup jawaban ({ $n } dari { $needed })
change-shields = belum dapat ditampilkan
mine-listens = Anda minta dikabari satu kali tentang hal berikut. Ini tersimpan dalam segel, tanpa penilaian Anda, paling lama { $days } hari; <b>berhenti</b> menghapusnya.
mine-listens-of = • { $element } di { $counter } ({ $month })
