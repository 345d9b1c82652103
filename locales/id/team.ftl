# Atasan: menyetujui, mengembalikan, melihat tim, mengingatkan, berterima kasih, ringkasan harian.

approve-gone = Catatan itu tidak ada di antara yang menunggu. Ini keadaan terkini.
approve-none = Tidak ada catatan yang menunggu. Semua sudah diperiksa.
approve-none-of = Tidak ada catatan { $name } yang menunggu.
approve-title = <b>Menunggu persetujuan</b>: { NUMBER($count) } catatan dari { NUMBER($people) } orang
approve-title-of = <b>{ $name }</b>: { NUMBER($count) } catatan menunggu persetujuan
approve-title-entry = Catatan <b>{ $name }</b>
approve-returned-before = Pernah dikembalikan dan sudah diperbaiki.
approve-line = { NUMBER($number) }. <b>{ $activity }</b>, { DATETIME($day, dateStyle: "medium") } · { $target } · jumlah: { $amount } · { $evidence ->
        [0] tanpa bukti
       *[other] bukti: { NUMBER($evidence) }
    }
approve-done-one = ✓ Disetujui: { $activity }
approve-done = ✓ { NUMBER($count) } catatan disetujui.
approve-stay = { NUMBER($count) } catatan masuk atau diperbaiki setelah daftar tadi tampil, jadi belum ikut disetujui.
approve-changed = Daftarnya berubah sejak Anda melihatnya, jadi belum ada yang disetujui. Ini yang terkini.
approve-changed-one = Catatan ini diperbaiki sejak Anda melihatnya, jadi belum disetujui. Ini yang terkini.
button-approve = ✓ Setujui
button-approve-all = ✓ Setujui semua ({ NUMBER($count) })
button-approve-person = { $name } ({ NUMBER($count) })
button-approve-entry = { NUMBER($number) }. { $activity }
button-approve-next = Berikutnya ›
button-approve-queue = Yang menunggu
button-approve-waiting = Periksa ({ NUMBER($count) })
button-approve-look = Lihat catatannya
button-return = Kembalikan

return-reason = Apa yang perlu dilengkapi { $name } pada catatan “{ $activity }”? Ketuk salah satu, tulis sendiri, atau ketik “batal”.
return-card =
    Kepada { $name }, tentang “{ $activity }”:
    “{ $words }”

    Kembalikan dengan pesan ini?
return-begun = Kami kira ini tentang catatan yang baru Anda baca. Pekerjaan Anda sendiri? Ketik <b>batal</b>, lalu <b>catat</b> diikuti pekerjaannya.
return-usual-unproven = Buktinya belum ada
return-usual-evidence = Buktinya belum dapat dibuka
return-usual-amount = Jumlah belum sesuai
return-usual-words = Uraian kurang jelas
return-gone = Catatan itu tidak ada di antara yang dapat dikembalikan.
return-appraised = Triwulan catatan ini sudah dinilai, jadi catatannya tidak dapat dikembalikan lagi.
return-changed = Catatan ini sudah berubah atau sudah diputuskan, jadi tidak dikembalikan. { $name } tidak diberi tahu apa-apa.
return-done = Dikembalikan. { $name } sudah diberi tahu alasannya dan dapat langsung memperbaikinya.
return-done-unreached = Dikembalikan. { $name } belum terhubung dengan Tilik atau memilih tidak disapa; mohon sampaikan langsung.
returned-by = <b>{ $name }</b> meminta Anda melengkapi satu catatan:
returned-entry = “{ $activity }”, { DATETIME($day, dateStyle: "long") } ({ $receipt })
returned-reason = Pesannya: “{ $reason }”
returned-onward = Catatan Anda tetap tersimpan. Begitu diperbaiki, langsung terkirim lagi.

thank-words = Ucapan terima kasih untuk <b>{ $name }</b>. Ingin menambah kata-kata? Ketuk salah satu, tulis sendiri, atau lewati untuk mengirim tanpa tambahan.
thank-usual-steady = Catatan Anda rapi dan tepat waktu
thank-usual-citizens = Warga terbantu oleh pelayanan Anda
thank-usual-team = Anda banyak membantu rekan-rekan
thank-done = Ucapan Anda sudah kami kirim kepada { $name }.
thank-unreached = { $name } belum terhubung dengan Tilik atau memilih tidak disapa, jadi ucapan Anda belum tersampaikan. Mohon sampaikan langsung.
thanked = <b>{ $name }</b> mengucapkan terima kasih atas kerja Anda.
thanked-words =
    { thanked }

    “{ $words }”

team-nobody = Ini untuk atasan yang timnya tercatat di Tilik. Bila Anda memimpin tim, mohon sampaikan kepada bagian kepegawaian.
team-gone = Itu tidak ada di tim Anda.
team-nudge-old = Tombol itu dari hari yang sudah lewat, jadi tidak ada yang diingatkan. Ketik “tim” untuk melihat keadaan hari ini.
team-title = <b>Tim Anda</b>, { NUMBER($count) } orang
team-names = { $names }
team-names-more = { $names }, dan { NUMBER($count) } lainnya
team-day = { $weekday }, { DATETIME($day, dateStyle: "medium") }: { NUMBER($logged) } dari { NUMBER($count) } sudah mencatat
team-today = Hari ini, { $weekday }, { DATETIME($day, dateStyle: "medium") }: { NUMBER($logged) } dari { NUMBER($count) } sudah mencatat
team-missing = Belum: { $names }
team-away = Cuti atau dinas luar hari ini: { $names }
team-unjoined = Belum bergabung, tidak dihitung: { $names }
team-waits = Menunggu persetujuan: { NUMBER($count) } catatan dari { NUMBER($people) } orang
team-waits-late = Di antaranya masuk terlambat: { NUMBER($count) }
team-evaluations-missing = Evaluasi diri belum dikirim: { $names }
team-evaluations-wait = Evaluasi diri menunggu penilaian Anda: { NUMBER($count) }
team-quiet = Hari ini tidak ada yang perlu ditanyakan.
team-scores = <b>Nilai tim Anda</b>, { $quarter }. Gabungan seluruh tim, bukan nilai perorangan.
button-team-scores = Nilai tim
button-team = Tim
button-team-unjoined = Belum bergabung ({ NUMBER($count) })
button-nudge-all = Ingatkan { NUMBER($count) } orang
button-nudge = Ingatkan
button-appraise = Nilai evaluasi ({ NUMBER($count) })
button-appraise-one = Nilai evaluasi diri
button-thank = Ucapkan terima kasih
button-thank-one = Terima kasih, { $name }
button-member-scores = Nilai { $quarter }
button-member-entries = Catatan terbaru
button-member-check = Periksa: { DATETIME($day, dateStyle: "medium") }, { $activity }
button-member-return = Kembalikan: { DATETIME($day, dateStyle: "medium") }, { $activity }

member-title = <b>{ $name }</b>, { $title }
member-away = Hari ini cuti atau dinas luar.
member-week = Minggu ini: { NUMBER($logged) } dari { NUMBER($days) } hari kerja tercatat
member-waits = Menunggu persetujuan: { NUMBER($count) } catatan
member-evaluation-missing = Evaluasi diri belum dikirim
member-evaluation-waits = Evaluasi diri menunggu penilaian Anda
member-entries = <b>Catatan terbaru { $name }</b>
member-entry = • { DATETIME($day, dateStyle: "medium") }: { $activity }, { $state }

nudge = Salam dari <b>{ $name }</b>. Catatan Anda untuk { DATETIME($day, dateStyle: "long") } belum ada di Tilik; mungkin terlewat karena sibuk. Satu baris sudah cukup.
nudge-evaluation = Salam dari <b>{ $name }</b>. Evaluasi diri Anda untuk { $quarter } belum terkirim. Yang sudah Anda catat sudah terisi; mohon diperiksa dan dilengkapi.
nudge-evaluation-too = Evaluasi diri untuk { $quarter } juga belum terkirim; yang sudah Anda catat sudah terisi di sana.
nudged-reminded = Diingatkan: { $names }.
nudged-nobody = Untuk { DATETIME($day, dateStyle: "long") } tidak ada yang perlu diingatkan.
nudged-already = Sudah mendapat pengingat hari ini, tidak diulang: { $names }.
nudged-away = Sedang cuti atau dinas luar, tidak diganggu: { $names }.
nudged-resting = Libur atau di luar jam kerja, tidak diganggu: { $names }.
nudged-unjoined = Belum bergabung dengan Tilik: { $names }. Lembar kodenya ada di bagian kepegawaian.
nudged-blocked = Tidak terjangkau karena memilih tidak disapa, memblokir Tilik, atau obrolannya sudah dilepas: { $names }. Mohon ingatkan langsung.
nudged-closed = Di WhatsApp, lebih dari 24 jam tidak menulis, sehingga kami belum boleh menyapa lebih dulu: { $names }. Mohon ingatkan langsung.
button-nudge-evaluation = Evaluasi diri
button-nudge-log = Catat sekarang
button-nudge-leave = Saya cuti hari itu

brief-short = Halo, { $name }. Kabar <b>tim Anda</b>, { $weekday }, { DATETIME($day, dateStyle: "medium") }:
brief-long = Halo, { $name }. Kabar <b>tim Anda pekan lalu</b>:
brief-quarter = Halo, { $name }. Kabar <b>tim Anda pada { $quarter }</b>:
brief-and-log = Halo, { $name }. Kabar <b>tim Anda</b> dan catatan Anda sendiri, { $weekday }, { DATETIME($day, dateStyle: "medium") }:
brief-week = Hari kerja tercatat: { NUMBER($logged) } dari { NUMBER($days) } (seluruh tim)
brief-decided = Disetujui { NUMBER($approved) }, dikembalikan { NUMBER($returned) } catatan
brief-steady = Tercatat setiap hari kerja: { $names }
brief-coverage = Hari kerja tercatat tepat waktu: { NUMBER($logged) } dari { NUMBER($days) } (seluruh tim)
brief-evaluations = Evaluasi diri masuk: { NUMBER($sent) } dari { NUMBER($count) }
button-evaluations = Evaluasi tim
brief-held = Penilaian tentang { $name }:
brief-citizens = Kata warga tentang { $name } per { DATETIME($day, dateStyle: "medium") }, unsur terendah { $product ->
    [official] SKM
    [own] { $survey }
    [verified] indeks harian terverifikasi
   *[daily] indeks harian
}:

coverage-title = Tim { $name }
coverage-subtitle = Hari kerja tercatat tepat waktu · { $quarter }
coverage-week = { NUMBER($first) } – { NUMBER($last) } { $month }
coverage-week-of-a-day = { NUMBER($first) } { $month }
coverage-week-across = { NUMBER($first) } { $before } – { NUMBER($last) } { $month }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = Mei
month-6 = Jun
month-7 = Jul
month-8 = Agu
month-9 = Sep
month-10 = Okt
month-11 = Nov
month-12 = Des
coverage-days = { NUMBER($n) } dari { NUMBER($count) }

# Pejabat sementara: siapa bertindak di tempat siapa.

acting-plt = Plt. { $title }
acting-plh = Plh. { $title }
acting-pj = Pj. { $title }
acting-pjs = Pjs. { $title }
acting-signed = { $name } ({ $title })
acting-or = { $first } atau { $rest }
acting-stands = Anda bertindak sebagai <b>{ $title }</b> untuk { $name }{ $open ->
        [yes] .
       *[no] {" "}sampai { DATETIME($last, dateStyle: "long") }.
    }

# Yang lama menunggu naik satu tingkat: kabar kepada pegawai, atasannya, dan yang di atasnya.

raised-own = { NUMBER($count) } catatan Anda sudah menunggu { NUMBER($days) } hari kerja. Mulai hari ini { $above } juga dapat menyetujuinya, selain { $superior }. Anda tidak perlu berbuat apa-apa.
raised-yours = { NUMBER($count) } catatan dari { NUMBER($people) } orang sudah menunggu Anda { NUMBER($days) } hari kerja. Agar tidak tertahan, mulai hari ini { $above } juga dapat menyetujuinya. Anda tetap dapat memeriksanya.
raised-above = { NUMBER($count) } catatan dari { NUMBER($people) } orang sudah menunggu { $superior } selama { NUMBER($days) } hari kerja, jadi mulai hari ini Anda juga dapat menyetujuinya.
button-raised-look = Periksa catatannya
