# Kata pembuka di luar jendela 24 jam WhatsApp. Platform harus menyetujuinya lebih dulu: tanpa
# markup, tidak diawali dan tidak diakhiri isian. `fact-` cara menulis isian, `example-` contohnya
# untuk pemeriksa (menurut urutan), `tap-` tombol (paling banyak 25 huruf).

template-triwulan-invite-open = Salam dari Tilik. Evaluasi diri { $quarter } sudah dapat Anda isi, sampai { $last }. Jumlah dari catatan kerja Anda sudah kami siapkan, dan boleh diisi bertahap.
    .fact-last = { DATETIME($last, dateStyle: "long") }
    .example-quarter = Triwulan I 2027
    .example-last = 15 April 2027
    .tap-triwulan-begin = Isi evaluasi diri
template-triwulan-invite-half = Salam dari Tilik. Evaluasi diri { $quarter } masih menunggu Anda, sampai { $last }. Cukup beberapa menit, dan boleh diisi bertahap.
    .fact-last = { DATETIME($last, dateStyle: "long") }
    .example-quarter = Triwulan I 2027
    .example-last = 15 April 2027
    .tap-triwulan-begin = Isi evaluasi diri
template-triwulan-invite-last = Salam dari Tilik. Masih ada waktu untuk evaluasi diri { $quarter }, sampai { $last }. Cukup beberapa menit saja.
    .fact-last = { DATETIME($last, dateStyle: "long") }
    .example-quarter = Triwulan I 2027
    .example-last = 15 April 2027
    .tap-triwulan-begin = Isi evaluasi diri

template-prompt-log = Salam dari Tilik. Apa yang Anda kerjakan hari ini, { $day }? Satu baris sudah cukup.
    .fact-day = { DATETIME($day, dateStyle: "long") }
    .example-day = 2 Maret 2027
    .tap-button-log-new = Tulis catatan
    .tap-button-leave-today = Saya cuti hari ini
template-prompt-log-drafts = Salam dari Tilik. Apa yang Anda kerjakan hari ini, { $day }? Satu baris sudah cukup, dan boleh sama seperti terakhir kali.
    .fact-day = { DATETIME($day, dateStyle: "long") }
    .example-day = 2 Maret 2027
    .tap-button-log-new = Tulis catatan
    .tap-prompt-log-again = Seperti terakhir kali
    .tap-button-leave-today = Saya cuti hari ini
template-nudge = Salam dari { $name }. Catatan kerja Anda untuk { $day } belum ada di Tilik; mungkin terlewat karena sibuk. Satu baris sudah cukup.
    .fact-day = { DATETIME($day, dateStyle: "long") }
    .example-name = Ratna Dewi
    .example-day = 2 Maret 2027
    .tap-button-nudge-log = Catat sekarang
    .tap-button-nudge-leave = Saya cuti hari itu

template-returned-by = Salam dari Tilik. { $name } meminta Anda melengkapi satu catatan kerja. Catatan itu tetap tersimpan, dan pesannya dapat Anda baca di sini.
    .example-name = Ratna Dewi
    .tap-returned-look = Baca pesannya
    .tap-button-entry-correct = Perbaiki catatan
template-thanked = Kabar baik dari Tilik: { $name } mengucapkan terima kasih atas kerja Anda.
    .example-name = Ratna Dewi
template-thanked-words = Kabar baik dari Tilik: { $name } mengucapkan terima kasih atas kerja Anda dengan pesan “{ $words }” untuk Anda.
    .example-name = Ratna Dewi
    .example-words = Warga terbantu oleh pelayanan Anda

template-hasil-news = Salam dari Tilik. { $name } telah menilai triwulan Anda. Hasil dan alasannya dapat Anda baca di sini.
    .example-name = Ratna Dewi
    .tap-hasil-open = Baca hasil penilaian
template-hasil-news-again = Salam dari Tilik. { $name } memperbarui penilaian triwulan Anda; versi sebelumnya tetap tersimpan. Hasil dan alasannya dapat Anda baca di sini.
    .example-name = Ratna Dewi
    .tap-hasil-open = Baca hasil penilaian
template-tanggapan-news = Salam dari Tilik. { $name } menanggapi penilaian { $quarter }. Tanggapannya dapat Anda baca di sini.
    .example-name = Dewi Lestari
    .example-quarter = Triwulan I 2027
    .tap-evaluasi-open = Baca tanggapannya

template-brief-short = Halo, { $name }. Kabar tim Anda hari { $weekday }, { $day }, sudah siap di Tilik. Silakan dibuka bila sempat.
    .fact-day = { DATETIME($day, dateStyle: "medium") }
    .example-name = Ratna Dewi
    .example-weekday = Selasa
    .example-day = 2 Mar 2027
    .tap-button-team = Lihat tim saya
template-brief-long = Halo, { $name }. Kabar tim Anda pekan lalu sudah siap di Tilik. Silakan dibuka bila sempat.
    .example-name = Ratna Dewi
    .tap-button-team = Lihat tim saya
template-brief-quarter = Halo, { $name }. Kabar tim Anda pada { $quarter } sudah siap di Tilik. Silakan dibuka bila sempat.
    .example-name = Ratna Dewi
    .example-quarter = Triwulan I 2027
    .tap-button-team = Lihat tim saya

template-spread-office = Salam dari Tilik. Undangan evaluasi diri { $quarter } untuk { $people } orang dikirim bertahap, paling banyak { $most } orang sehari, sampai { $until }. Sampai saat itu, { $late } orang belum terjangkau.
    .fact-people = { NUMBER($people) }
    .fact-most = { NUMBER($most) }
    .fact-until = { DATETIME($until, dateStyle: "long") }
    .fact-late = { NUMBER($late) }
    .example-quarter = Triwulan I 2027
    .example-people = 612
    .example-most = 250
    .example-until = 5 April 2027
    .example-late = 0

template-doubt-news = Salam dari Tilik. { $name } menyampaikan bahwa atasannya di Tilik keliru. Tercatat sekarang: { $superior }; yang diusulkan: { $proposed }. Satu ketukan sudah cukup untuk meluruskannya.
    .example-name = Dewi Lestari
    .example-superior = Ratna Dewi
    .example-proposed = Joko Santoso
    .tap-button-doubt-change = Ganti ke yang diusulkan
    .tap-button-doubt-keep = Tetap seperti sekarang
template-doubt-news-open = Salam dari Tilik. { $name } menyampaikan bahwa atasannya di Tilik keliru, dan belum tahu siapa yang benar. Tercatat sekarang: { $superior }. Mohon bantuan Anda untuk meluruskannya.
    .example-name = Dewi Lestari
    .example-superior = Ratna Dewi
    .tap-button-doubt-look = Pilih atasannya
template-doubt-changed = Salam dari Tilik. Data atasan Anda sudah diluruskan: mulai hari ini atasan Anda di Tilik adalah { $superior }. Terima kasih sudah memberi tahu.
    .example-superior = Joko Santoso
template-doubt-confirmed = Salam dari Tilik. Bagian kepegawaian sudah memeriksa data atasan Anda, dan tetap seperti semula: { $superior }. Bila menurut Anda masih keliru, silakan berbicara dengan { $by } di bagian kepegawaian.
    .example-superior = Ratna Dewi
    .example-by = Hani Wijaya
template-doubt-gained = Salam dari Tilik. Mulai hari ini { $name } tercatat dalam tim Anda. Catatan kerjanya yang menunggu dapat Anda periksa.
    .example-name = Dewi Lestari
    .tap-button-team = Lihat tim saya
template-doubt-released = Salam dari Tilik. Mulai hari ini { $name } tidak lagi tercatat dalam tim Anda, karena data atasannya diluruskan. Tidak ada yang perlu Anda lakukan.
    .example-name = Dewi Lestari
