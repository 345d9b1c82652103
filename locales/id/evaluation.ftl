# Evaluasi diri triwulanan dan penilaian atasan (PermenPANRB 6/2022).

rating-bawah = Di bawah ekspektasi
rating-sesuai = Sesuai ekspektasi
rating-atas = Di atas ekspektasi
predikat-sangat-baik = Sangat Baik
predikat-baik = Baik
predikat-butuh-perbaikan = Butuh Perbaikan
predikat-kurang-misconduct = Kurang/Misconduct
predikat-sangat-kurang = Sangat Kurang
predikat-cukup = Cukup
predikat-kurang = Kurang
predikat-proposed = Usulan predikat: { $predikat }. Anda yang menetapkan.
predikat-objection = Bila tidak sependapat, Anda berhak mengajukan keberatan disertai alasan kepada atasan pejabat penilai paling lambat { DATETIME($until, dateStyle: "long") }.

value-berorientasi-pelayanan = Berorientasi Pelayanan
value-akuntabel = Akuntabel
value-kompeten = Kompeten
value-harmonis = Harmonis
value-loyal = Loyal
value-adaptif = Adaptif
value-kolaboratif = Kolaboratif

evaluation-number = { NUMBER($number) }
evaluation-amount = { NUMBER($number) } { $measure }
evaluation-no-number = tanpa angka
evaluation-prorated = { $part } (dari { NUMBER($whole) } setriwulan, menurut hari kerja sejak bergabung)
evaluation-unshared = tidak dihitung (setriwulan { NUMBER($whole) }; bergabung pada akhir triwulan)
evaluation-lines = { $first }
    { $rest }
evaluation-claim = • <b>{ $result }</b>
    target { $wanted } · tercatat { $logged }
evaluation-claim-changed = • <b>{ $result }</b>
    target { $wanted } · tercatat { $logged } · dinyatakan { $claimed }
    Alasan: { $reason }
evaluation-obstacles = Kendala: { $words }
evaluation-help = Bantuan yang diperlukan: { $words }
evaluation-value = { $value }: { $words }
evaluation-own = Penilaian sendiri – hasil kerja: <b>{ $result }</b>; perilaku kerja: <b>{ $conduct }</b>

# triwulan: formulirnya

triwulan-not-staff = Evaluasi diri hanya untuk pegawai yang jabatannya tercatat di Tilik. Bila seharusnya tercatat, mohon hubungi bagian kepegawaian.
triwulan-unknown = Triwulan itu tidak kami kenal. Ketik <b>triwulan</b> untuk evaluasi diri Anda.
triwulan-no-post = Pada { $quarter } Anda belum tercatat memegang jabatan, jadi tidak ada yang perlu dievaluasi.
triwulan-rated = { $quarter } sudah dinilai oleh atasan Anda, jadi evaluasi diri tidak dapat diubah lagi.
triwulan-ahead = { $quarter } masih berjalan. Evaluasi diri dibuka pada { DATETIME($opens, dateStyle: "long") }; kami akan mengabari Anda.
triwulan-ahead-sent = Evaluasi diri { $quarter } sudah terkirim. Selama belum dinilai, Anda masih dapat memperbaikinya, meski masa pengisiannya sudah berakhir pada { DATETIME($last, dateStyle: "long") }.
triwulan-ahead-missing = Evaluasi diri { $quarter } belum Anda kirim dan masa pengisiannya sudah berakhir pada { DATETIME($last, dateStyle: "long") }. Selama belum dinilai, Anda masih dapat mengirimnya.
triwulan-send-late = Isi { $quarter }
triwulan-scores = Lihat capaian saya
triwulan-until = Dapat diisi sampai { DATETIME($day, dateStyle: "long") }; boleh bertahap.
triwulan-late = Masa pengisian sudah berakhir pada { DATETIME($day, dateStyle: "long") }. Evaluasi Anda tetap diterima selama atasan belum menilai.
triwulan-targets = <b>Evaluasi diri { $quarter }</b>
    { $until }

    Inilah target Anda dan jumlah dari catatan yang sudah disetujui. Sudah sesuai?

    { $targets }
triwulan-fine = Semua sudah sesuai
triwulan-change = ✎ { $result }
triwulan-amount = <b>{ $result }</b>
    Target { $wanted }, tercatat { $logged }. Berapa yang benar menurut Anda?
triwulan-amount-measure = <b>{ $result }</b> dihitung dalam { $measure }. Berapa { $measure } menurut Anda?
triwulan-reason = Anda mengisi { $claimed }, sedangkan catatan yang sudah disetujui berjumlah { $logged }. Mengapa berbeda?
triwulan-obstacles = Adakah kendala yang Anda hadapi pada triwulan ini?{ $before ->
        [none] {""}
       *[other] {" "}Sebelumnya Anda menulis: “{ $before }”
    }
triwulan-obstacles-first = <b>Evaluasi diri { $quarter }</b>
    { $until }

    Belum ada target yang tercatat untuk triwulan ini, jadi kita mulai dari hal lain.

    { triwulan-obstacles }
triwulan-help = Bantuan apa yang Anda perlukan dari atasan atau kantor?{ $before ->
        [none] {""}
       *[other] {" "}Sebelumnya Anda menulis: “{ $before }”
    }
triwulan-values = { $count ->
        [0] Adakah perilaku BerAKHLAK yang ingin Anda ceritakan? Pilih nilainya, atau ketuk Selesai.
       *[other] Sudah terisi untuk { NUMBER($count) } nilai. Ada lagi? Pilih nilainya, atau ketuk Selesai.
    }
triwulan-value-written = ✓ { $value }
triwulan-done = Selesai
triwulan-value = Satu kalimat tentang <b>{ $value }</b>: apa yang Anda lakukan?{ $before ->
        [none] {""}
       *[other] {" "}Sebelumnya Anda menulis: “{ $before }”
    }
triwulan-result = Bagaimana Anda menilai <b>hasil kerja</b> Anda sendiri?{ $before ->
        [none] {""}
       *[other] {" "}Sebelumnya: { $before }.
    }
triwulan-conduct = Dan <b>perilaku kerja</b> Anda?{ $before ->
        [none] {""}
       *[other] {" "}Sebelumnya: { $before }.
    }
triwulan-send = <b>Evaluasi diri { $quarter }</b>

    { $card }

    Sudah benar? Ketik <b>koreksi</b> bila ada yang ingin diubah.
triwulan-send-now = Kirim
triwulan-sent = Evaluasi diri { $quarter } sudah terkirim. Terima kasih.
triwulan-next = { $name }, atasan Anda, akan membacanya bersama catatan kerja Anda, lalu memberi penilaian. Hasilnya kami sampaikan di sini. Sampai saat itu Anda masih dapat memperbaikinya.
triwulan-next-nobody = Atasan Anda belum tercatat di Tilik. Evaluasi ini tersimpan; mohon sampaikan kepada bagian kepegawaian agar ada yang membacanya.
triwulan-next-unjoined = { $name }, atasan Anda, belum bergabung di Tilik. Evaluasi ini tersimpan dan dapat dibaca begitu beliau bergabung.
triwulan-anew = Perbaiki, kirim lagi
triwulan-begin = Mulai mengisi
triwulan-invite-open = { $begun ->
        [yes] Evaluasi diri { $quarter } sudah Anda mulai; silakan lanjutkan kapan saja
       *[no] { $quarter } sudah selesai; evaluasi diri Anda dapat diisi mulai hari ini. Jumlah dari catatan Anda sudah kami siapkan dan boleh diisi bertahap
    }, sampai { DATETIME($last, dateStyle: "long") }.
triwulan-invite-half = { $begun ->
        [yes] Evaluasi diri { $quarter } yang Anda mulai masih tersimpan; silakan lanjutkan
       *[no] Evaluasi diri { $quarter } menunggu Anda; cukup beberapa menit dan boleh bertahap
    }, sampai { DATETIME($last, dateStyle: "long") }.
triwulan-invite-last = { $begun ->
        [yes] Masih ada waktu untuk menyelesaikan evaluasi diri { $quarter } yang sudah Anda mulai
       *[no] Masih ada waktu untuk evaluasi diri { $quarter }: cukup beberapa menit
    }, sampai { DATETIME($last, dateStyle: "long") }.

# evaluasi: yang dibaca atasan

evaluasi-no-team = Evaluasi itu hanya dapat dibaca oleh atasan langsung pegawai yang bersangkutan. Evaluasi diri Anda ada di <b>triwulan</b>, dan penilaian dari atasan Anda di <b>hasil</b>.
evaluasi-not-yours = Evaluasi itu hanya dapat dibaca oleh atasan langsung pegawai yang bersangkutan. Bila susunan tim Anda keliru, mohon hubungi bagian kepegawaian.
evaluasi-early = { $quarter } masih berjalan sampai { DATETIME($day, dateStyle: "long") }. Evaluasi dan penilaian dimulai sesudahnya.
evaluasi-title = <b>Evaluasi diri tim Anda, { $quarter }</b>
evaluasi-nobody = Pada triwulan itu belum ada anggota tim Anda yang bertugas dan sudah bergabung.
evaluasi-counts = Sudah dinilai { NUMBER($rated) } · menunggu penilaian { NUMBER($waiting) } · belum mengirim { NUMBER($missing) }
evaluasi-rated = ● { $name }: sudah dinilai
evaluasi-sent = ◐ { $name }: menunggu penilaian
evaluasi-missing = ○ { $name }: belum mengirim (masa pengisian sampai { DATETIME($last, dateStyle: "medium") })
evaluasi-unsent = ○ { $name }: tidak mengirim, dapat dinilai dari catatannya
evaluasi-person = <b>{ $name }, { $quarter }</b>
evaluasi-none = Tidak mengirim evaluasi diri; masa pengisiannya sudah berakhir pada { DATETIME($last, dateStyle: "long") }. Penilaian dapat diberikan berdasarkan catatan kerjanya.
evaluasi-none-yet = Belum mengirim evaluasi diri. Masa pengisiannya sampai { DATETIME($last, dateStyle: "long") }; tanpa evaluasi diri, penilaian baru dapat diberikan sesudah itu.
evaluasi-sent-on = Evaluasi diri dikirim { DATETIME($day, dateStyle: "long") }.
evaluasi-now = Sejak dikirim, catatan yang disetujui menjadi { $logged }.
evaluasi-added = Target ini ditambahkan setelah evaluasi dikirim.
evaluasi-evidence = { $approved ->
        [0] Belum ada catatan yang disetujui pada triwulan ini.
       *[other] Di baliknya ada { NUMBER($approved) } catatan yang disetujui, { $proven ->
            [0] semuanya tanpa bukti
           *[other] { NUMBER($proven) } di antaranya disertai bukti
        }.
    }
evaluasi-waiting = { NUMBER($count) } catatan triwulan ini masih menunggu persetujuan Anda, jadi belum terhitung.
evaluasi-rating = Dinilai { DATETIME($day, dateStyle: "long") } (versi { NUMBER($version) }): <b>{ $predikat }</b>. Hasil kerja: { $result }; perilaku kerja: { $conduct }.
evaluasi-received = Diterima pegawai pada { DATETIME($day, dateStyle: "long") }.
evaluasi-reply = Tanggapan pegawai: “{ $words }”
evaluasi-rate = Beri penilaian
evaluasi-rate-again = Perbarui penilaian
evaluasi-scores = Capaian dan catatan
evaluasi-team = ‹ Seluruh tim
evaluasi-open = Buka evaluasi
button-unrated-before = ‹ { $quarter } ({ $count ->
        [0] semua sudah dinilai
       *[other] { NUMBER($count) } belum dinilai
    })
button-quarter-on = { $quarter } ›

# tertunda: siapa yang belum dinilai dan oleh siapa, untuk pimpinan unit dan bagian kepegawaian

guide-owed = <b>tertunda</b> – siapa yang belum dinilai, dan siapa atasannya
button-tertunda = Belum dinilai
button-tertunda-by = { $name } ({ NUMBER($count) })
tertunda-not-yours = Daftar ini untuk kepala unit dan bagian kepegawaian. Atasan melihat timnya sendiri dengan mengetik <b>evaluasi</b>.
tertunda-title = <b>Belum dinilai, { $quarter }</b>
tertunda-none = Pada triwulan ini tidak ada yang masih menunggu penilaian.
tertunda-count = { NUMBER($count) } orang{ $superiors ->
        [0] .
       *[other] , menunggu penilaian dari { NUMBER($superiors) } atasan:
    }
tertunda-by = <b>{ $superior }</b> – { NUMBER($count) }: { $names }
tertunda-nobody = <b>Tanpa atasan</b> – { NUMBER($count) }: { $names }
tertunda-no-superior = Tanpa atasan
tertunda-name = • { $name }
tertunda-none-of = Tidak ada lagi yang menunggu penilaian di sini.

# penilaian: yang diisi atasan

penilaian-wait = { $name } belum mengirim evaluasi diri dan masih dapat mengisinya sampai { DATETIME($last, dateStyle: "long") }. Penilaian dapat diberikan sesudah itu.
penilaian-result = <b>{ $name }, { $quarter }</b>
    { $card }

    Bagaimana <b>hasil kerjanya</b>?
penilaian-conduct = <b>{ $name }, { $quarter }</b>
    { $card }

    Bagaimana <b>perilaku kerjanya</b>?
penilaian-reason = <b>{ $name }, { $quarter }</b>
    { $card }

    Apa alasan kedua penilaian itu? { $name } akan membacanya, jadi sebutkan hasil dan perilaku yang Anda lihat pada { $quarter }.
penilaian-confirm = <b>{ $name }, { $quarter }</b>
    Hasil kerja: { $result }
    Perilaku kerja: { $conduct }
    Alasan: { $reason }

    { $predikat }

    Penilaian baru berlaku dan disampaikan kepada { $name } setelah Anda konfirmasi.
penilaian-confirm-now = Konfirmasi
penilaian-other-now = Pilih predikat lain
penilaian-other = Predikat mana yang Anda tetapkan?
penilaian-other-reason = Mengapa <b>{ $predikat }</b>, bukan predikat yang diusulkan? Alasan ini ikut disampaikan.
penilaian-chosen = Predikat pilihan Anda: { $predikat } (usulan: { $usual }). Alasan: { $reason }
penilaian-kept = Penilaian { $name } untuk { $quarter } tersimpan (versi { NUMBER($version) }): <b>{ $predikat }</b>.
penilaian-told = { $name } sudah kami kabari.
penilaian-next = Berikutnya: { $name } ›
penilaian-not-told = { $name } belum terhubung dengan Tilik atau memilih tidak disapa; mohon sampaikan sendiri hasilnya.

# hasil dan tanggapan: yang diterima pegawai

hasil-none = Belum ada penilaian triwulan untuk Anda di Tilik.
hasil-open = Baca hasil penilaian
hasil-news = { $name } telah menilai triwulan Anda.
hasil-news-again = { $name } memperbarui penilaian triwulan Anda; versi sebelumnya tetap tersimpan.
hasil-title = <b>Penilaian { $quarter }</b>, versi { NUMBER($version) }, { DATETIME($day, dateStyle: "long") }
hasil-predikat = Predikat: <b>{ $predikat }</b>
hasil-result = Hasil kerja: { $rating }
hasil-conduct = Perilaku kerja: { $rating }
hasil-other = Usulan dari kedua penilaian itu: { $predikat }; atasan Anda menetapkan lain dengan alasan di bawah ini.
hasil-reason = Alasan { $name }: “{ $reason }”
hasil-rights = Mohon ketuk “Sudah saya terima”. Sejak saat itu Anda punya { NUMBER($days) } hari kalender untuk mengajukan keberatan tertulis disertai alasan kepada { $above }. Anda juga dapat menanggapinya di sini.
hasil-above-unknown = atasan pejabat penilai
hasil-confirm = Sudah saya terima
hasil-reply = Tanggapi
hasil-earlier = Versi sebelumnya
hasil-newest = Versi terbaru
hasil-received = Anda menerimanya pada { DATETIME($day, dateStyle: "long") }.
hasil-basis = Dasar: { $basis }
hasil-objection-over = Batas waktu keberatan berakhir pada { DATETIME($until, dateStyle: "long") }.
hasil-objection-how = Keberatan ditulis dengan alasannya dan disampaikan langsung kepada { $above }; putusannya final. Keberatan belum dapat diajukan di sini; kami hanya mengingatkan batas waktunya.
hasil-replied = Tanggapan Anda: “{ $words }”
hasil-replaced = Ini versi lama; yang berlaku adalah versi { NUMBER($version) }.
tanggapan-words = Apa tanggapan Anda atas penilaian { $quarter } (<b>{ $predikat }</b>)? Atasan Anda akan membacanya. Tanggapan ini bukan keberatan.
tanggapan-card =
    Tanggapan Anda atas penilaian { $quarter }:
    “{ $words }”

    Kirim kepada atasan Anda?
tanggapan-news = { $name } menanggapi penilaian { $quarter }: “{ $words }”
tanggapan-news-former = { tanggapan-news }
tanggapan-kept = Tanggapan Anda atas penilaian { $quarter } tersimpan dan sudah disampaikan kepada atasan Anda.
tanggapan-kept-only = Tanggapan Anda atas penilaian { $quarter } tersimpan. Atasan Anda belum dapat kami hubungi; tanggapan itu dapat dibaca saat beliau membuka evaluasi Anda.

# Kabar untuk bagian kepegawaian: undangan yang tidak dapat dikirim dalam satu hari.

spread-office = Undangan evaluasi diri { $quarter } untuk { NUMBER($people) } orang dikirim bertahap, paling banyak { NUMBER($most) } orang sehari, sampai { DATETIME($until, dateStyle: "long") }: WhatsApp membatasi berapa orang yang boleh disapa lebih dulu dalam sehari. { $late ->
    [0] Anda tidak perlu berbuat apa-apa; siapa pun boleh mengisi lebih awal dengan mengetik <b>triwulan</b>.
   *[other] { NUMBER($late) } orang tidak akan sempat kami sapa; mohon sampaikan langsung bahwa mereka dapat mengetik <b>triwulan</b>.
}
