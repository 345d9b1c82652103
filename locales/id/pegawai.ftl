# Pegawai: yang dikerjakan bagian kepegawaian untuk orang-orang di unitnya.

pegawai-not-yours = Ini untuk bagian kepegawaian.
pegawai-gone = Pegawai itu tidak ada di unit Anda, atau sudah tidak bertugas di sana.
pegawai-who = Pegawai siapa? Pilih, atau ketik sebagian namanya atau angka terakhir NIP-nya (paling sedikit tiga).
pegawai-found = Pilih pegawainya.
pegawai-none = Tidak ada yang cocok di unit Anda. Ketik sebagian namanya saja, atau tiga angka terakhir NIP-nya. Untuk berhenti, ketik “batal”.
pegawai-nobody = Belum ada pegawai lain di unit Anda. Daftar pegawai masuk lewat <b>impor</b>.
pegawai-label = { $name }, { $unit }
button-people = Pegawai
button-import = Impor berkas
guide-people = <b>pegawai</b> – mencari, menambah, dan mengubah pegawai; kode pendaftaran, atasan
guide-requests = <b>permintaan</b> – permintaan pegawai tentang datanya
guide-import = <b>impor</b> – memasukkan daftar dari berkas; berkasnya juga boleh langsung dikirim
button-pegawai-search = Cari pegawai lain
button-pegawai-card = Kembali ke { $name }

pegawai-name = <b>{ $name }</b>
pegawai-nip = NIP { $nip }
pegawai-no-nip = NIP belum tercatat
pegawai-post = { $title }, { $unit }
pegawai-acting = Merangkap { $title }, { $unit }
pegawai-superior = Atasan: { $name }
pegawai-no-superior = Atasan belum tercatat
pegawai-superior-left = Atasan: jabatannya kosong (terakhir { $name })
pegawai-superior-acting = Yang menyetujui saat ini: { $name }
pegawai-team = Atasan dari { NUMBER($count) } orang
pegawai-duty-head = Kepala { $unit }
pegawai-duty-hr = Admin kepegawaian { $unit }
pegawai-duty-oversight = Pengawas { $unit }
pegawai-duty-auditor = Auditor { $unit }
pegawai-duty-operator = Operator Tilik { $unit }
pegawai-in-team = Tim kerja { $team }
pegawai-last-day = Hari terakhir bertugas: { DATETIME($day, dateStyle: "long") }
pegawai-away-now = Hari ini { $kind }, sampai { DATETIME($last, dateStyle: "long") }
pegawai-joined = Sudah bergabung di { $channel }
pegawai-not-joined = Belum bergabung di Tilik
pegawai-account-frozen = Akunnya dibekukan sampai orang kedua memeriksanya lewat <b>verifikasi</b>
pegawai-account-waiting = Obrolan barunya menunggu kepastian: dari obrolan lama, atau dari orang kedua lewat <b>verifikasi</b>
pegawai-code-waits = Kode yang diberikan belum dipakai; berlaku sampai { DATETIME($day, dateStyle: "long") } pukul { $time } { $zone }
pegawai-waits = Menunggu persetujuan orang kedua (<b>impor</b>): { $line }
pegawai-waits-file = Menunggu persetujuan orang kedua (<b>impor</b>): berkas { $name }

button-pegawai-code = Beri kode daftar
button-pegawai-superior = Ganti atasan
button-pegawai-stand-in = Tunjuk Plt./Plh.
button-pegawai-vacant = Tunjuk Plt. atasan
button-pegawai-leave = Catat cuti/dinas
button-pegawai-end = Akhiri masa tugas

pegawai-code = Kode pendaftaran untuk { $name }: <b>{ $code }</b>
pegawai-code-until = Sekali pakai, sampai { DATETIME($day, dateStyle: "long") } pukul { $time } { $zone }. Kode ini hanya tampil sekali di sini.
pegawai-code-before = Kode sebelumnya tidak berlaku lagi.
pegawai-code-phone = Semua obrolannya sudah diberi tahu. Di ponsel atau saluran baru, kode ini baru berlaku penuh setelah dipastikan dari obrolan lama, atau oleh orang kedua di bagian kepegawaian.
pegawai-code-frozen = Akun { $name } sedang dibekukan. Kode baru dapat dibuat setelah orang kedua memeriksanya lewat <b>verifikasi</b>.
pegawai-code-how = Serahkan hanya kepada orangnya. Ia cukup mengirim <b>daftar { $code }</b> kepada Tilik dari ponselnya sendiri.
pegawai-code-over = Kode ini sudah dipakai, atau masa berlakunya sudah habis.
pegawai-code-already = { $name } sudah mendapat kode yang berlaku sampai { DATETIME($day, dateStyle: "long") } pukul { $time } { $zone }. Demi keamanan kode itu tidak ditampilkan lagi; kode baru membatalkannya.
pegawai-code-old = Kode yang Anda lihat untuk { $name } sudah dipakai, atau masa berlakunya sudah habis. Bila perlu, buat yang baru.

pegawai-superior-who = Siapa atasan { $name }, { $unit }? Tercatat sekarang: { $superior }. Bila namanya tidak tampak, ketik sebagian namanya; bila ia di unit lain, perbarui lewat <b>impor</b>.
pegawai-superior-nobody = Di unit { $name } belum ada orang lain yang dapat menjadi atasannya. Perbarui lewat <b>impor</b>.
pegawai-superior-yours = Mulai hari ini atasan Anda di Tilik adalah <b>{ $superior }</b>. Catatan Anda yang menunggu kini diperiksa beliau.

button-pegawai-leave-kind = Cuti
button-pegawai-travel-kind = Dinas luar
button-pegawai-away-finer = Pilih jenisnya
pegawai-away-which = Apa yang dicatat untuk { $name }?
pegawai-away-why = Cuti atau dinas luar apa yang dicatat untuk { $name }? Jenisnya hanya dibaca bagian kepegawaian dan yang bersangkutan.
button-away-annual = Cuti tahunan
button-away-long = Cuti besar
button-away-sick = Cuti sakit
button-away-birth = Cuti melahirkan
button-away-important = Cuti alasan penting
button-away-unpaid = Cuti luar tanggungan
button-away-permit = Izin
button-away-training = Diklat
button-away-study = Tugas belajar
pegawai-away-first = Untuk { $name }, mulai tanggal berapa?
pegawai-away-last = Sampai tanggal berapa?
pegawai-away-done = Tercatat untuk { $name }: { $kind } { $days ->
    [1] pada { DATETIME($first, dateStyle: "long") }
   *[other] dari { DATETIME($first, dateStyle: "long") } sampai { DATETIME($last, dateStyle: "long") }
}. Yang bersangkutan kami beri tahu.
pegawai-leave-told = Bagian kepegawaian mencatat cuti Anda { $days ->
    [1] pada { DATETIME($first, dateStyle: "long") }
   *[other] dari { DATETIME($first, dateStyle: "long") } sampai { DATETIME($last, dateStyle: "long") }
}. Selama itu tidak ada pengingat dan tidak ada catatan yang dianggap kurang.
pegawai-travel-told = Bagian kepegawaian mencatat dinas luar Anda { $days ->
    [1] pada { DATETIME($first, dateStyle: "long") }
   *[other] dari { DATETIME($first, dateStyle: "long") } sampai { DATETIME($last, dateStyle: "long") }
}. Selama itu tidak ada pengingat dan tidak ada catatan yang dianggap kurang.

pegawai-end-day = Kapan hari terakhir { $name } bertugas?
pegawai-end-early = { DATETIME($day, dateStyle: "long") } sudah terlalu lama berlalu. Untuk perubahan lebih dari tiga bulan yang lalu, pakai <b>impor</b>.
pegawai-end-late = { DATETIME($day, dateStyle: "long") } masih terlalu jauh. Catat paling awal setahun sebelumnya.
pegawai-end-sure = { $team ->
        [0] Masa tugas { $name } berakhir pada { DATETIME($day, dateStyle: "long") }: sesudah itu kami tidak lagi menyapanya sebagai pegawai, dan catatannya tetap tersimpan. Benar?
       *[other] Masa tugas { $name } berakhir pada { DATETIME($day, dateStyle: "long") }: sesudah itu kami tidak lagi menyapanya sebagai pegawai, dan catatannya tetap tersimpan. { NUMBER($team) } orang di timnya perlu atasan baru. Benar?
    }
pegawai-end-yes = Ya, akhiri
pegawai-end-no = Tidak jadi
pegawai-end-kept = Tidak ada yang diubah: { $name } tetap bertugas.
pegawai-end-told = Masa tugas { $name } berakhir pada { DATETIME($day, dateStyle: "long") }. Sampai hari itu { $name } tetap dalam tim Anda.

# Tambah dan ubah pegawai.
button-pegawai-hire = Tambah pegawai
button-pegawai-change = Ubah data
button-pegawai-use = Pakai yang diminta
pegawai-change-what = Apa yang diubah dari data { $name }?
pegawai-change-name = { $wanted ->
        [0] Tulis nama yang benar, lengkap dengan gelarnya. Tercatat sekarang: { $before }.
       *[other] Diminta: <b>{ $words }</b>. Tulis nama yang benar, lengkap dengan gelarnya. Tercatat sekarang: { $before }.
    }
pegawai-change-post = { $wanted ->
        [0] Tulis jabatan { $name } yang benar. Tercatat sekarang: { $before }.
       *[other] Diminta: <b>{ $words }</b>. Tulis jabatan { $name } yang benar. Tercatat sekarang: { $before }.
    }
pegawai-change-nip = { $wanted ->
        [0] Tulis NIP { $name } yang benar, 18 angka. Tercatat sekarang: { $before }.
       *[other] Diminta: <b>{ $words }</b>. Tulis NIP { $name } yang benar, 18 angka. Tercatat sekarang: { $before }.
    }
pegawai-change-unit = { $wanted ->
        [0] Pindah ke unit mana? { $name } tercatat di { $before }. Atasannya tidak ikut berubah.
       *[other] Diminta: <b>{ $words }</b>. Pindah ke unit mana? { $name } tercatat di { $before }. Atasannya tidak ikut berubah.
    }
pegawai-change-same = Itu sama dengan yang tercatat. Tulis yang baru, atau ketik <b>batal</b>.
pegawai-one-line = Mohon tulis dalam satu baris, dengan huruf.
pegawai-nip-known = NIP ini sudah tercatat. Cari orangnya lewat <b>pegawai</b>; bila ia pernah bertugas di sini atau tercatat di unit lain, masukkan lewat <b>impor</b>.
pegawai-change-sure = { $second ->
        [true] { $name }, { $field }: dari { $before } menjadi <b>{ $after }</b>. Orang kedua perlu ikut menyetujui. Benar?
       *[other] { $name }, { $field }: dari { $before } menjadi <b>{ $after }</b>, mulai hari ini. Benar?
    }
pegawai-change-yes = Ya, ubah
pegawai-change-kept = Tidak ada yang diubah pada data { $name }.
pegawai-change-done = ✓ { $name }, { $field }: { $before } → <b>{ $after }</b>
pegawai-change-told = Bagian kepegawaian memperbarui data Anda. { $field }: { $before } → <b>{ $after }</b>. Bila keliru, sampaikan lewat tombol di bawah.
pegawai-change-line = { $before } → <b>{ $after }</b>
pegawai-hire-nip = Berapa NIP pegawai baru ini? Tulis 18 angkanya.
pegawai-hire-name = Siapa namanya, lengkap dengan gelarnya?
pegawai-hire-unit = Di unit mana { $name } bertugas?
pegawai-hire-title = Apa jabatan { $name }?
pegawai-hire-superior = Siapa atasan { $name }? Atasan lain dapat dipilih nanti lewat <b>Ganti atasan</b>.
pegawai-hire-no-chief = Belum atau lainnya
pegawai-hire-sure =
    <b>{ $name }</b>
    NIP { $nip }
    { $title }, { $unit }
    Atasan: { $superior }
    Tambahkan mulai hari ini?
pegawai-hire-yes = Ya, tambahkan
pegawai-hire-kept = Tidak ada yang ditambahkan.
pegawai-hire-done = ✓ { $name } sudah tercatat di { $unit }.

# bergabung: siapa yang belum bergabung, dan lembar kode baru hanya untuk mereka
guide-unjoined = <b>bergabung</b> – siapa yang belum bergabung, dan lembar kode baru untuk mereka
button-bergabung = Belum bergabung
bergabung-title = <b>Belum bergabung</b>: { NUMBER($count) } orang di { NUMBER($units) } unit
bergabung-line = • { $unit }: { NUMBER($count) } orang{ $without ->
    [0] {""}
   *[other] , { NUMBER($without) } tanpa kode yang berlaku
}
bergabung-counts-not = Yang belum bergabung tidak dihitung dalam angka, daftar, dan nilai mana pun.
bergabung-none = Semua pegawai di sini sudah bergabung.
bergabung-unit = <b>{ $unit }</b>: { NUMBER($count) } orang belum bergabung
bergabung-tap = Ketuk namanya untuk satu kode, atau buat lembar untuk semuanya.
bergabung-team = <b>Tim Anda</b>: { NUMBER($count) } orang belum bergabung
bergabung-ask = Lembar kode baru dibuat bagian kepegawaian dengan mengetik <b>bergabung</b>.
bergabung-name = • { $name }: belum ada kode yang berlaku
bergabung-name-code = • { $name }: kodenya berlaku sampai { DATETIME($day, dateStyle: "long") }
button-bergabung-unit = { $unit } ({ NUMBER($count) })
button-bergabung-slips = Lembar kode baru ({ NUMBER($count) })
bergabung-slips = { NUMBER($count) } lembar kode pendaftaran, sekali pakai, berlaku sampai { DATETIME($day, dateStyle: "long") } pukul { $time } { $zone }. Kode sebelumnya tidak berlaku lagi.
bergabung-left = Masih ada { NUMBER($count) } orang lagi: setelah lembar ini dibagikan, mintalah per unit.
bergabung-hand-out = Cetak, gunting, dan serahkan hanya kepada orangnya; setelah itu hapus berkas ini dari obrolan.
bergabung-made-already = Lembar itu sudah dibuat. Bila dibuat sekali lagi, kode di lembar sebelumnya tidak berlaku lagi.

# Siapa bertindak di tempat seorang atasan untuk sementara.

stand-in-no-team = { $name } saat ini bukan atasan siapa pun, jadi belum perlu ada yang bertindak untuknya.
stand-in-who = Siapa yang bertindak untuk { $name } sementara ini? Ketuk namanya, atau ketik sebagian namanya.
stand-in-end = ✕ Akhiri: { $name }
stand-in-as = Sebagai apa { $who } bertindak untuk { $name }?
stand-in-as-plh = Plh. (berhalangan sementara)
stand-in-as-plt = Plt. (berhalangan tetap)
stand-in-as-pj = Pj. (penjabat)
stand-in-as-pjs = Pjs. (penjabat sementara)
stand-in-first = Mulai kapan { $who } bertindak untuk { $name }?
stand-in-last = Sampai kapan? Lewati bila belum tahu; dapat diakhiri kapan saja.
stand-in-early = Paling awal { DATETIME($earliest, dateStyle: "long") }.
stand-in-yours = Anda bertindak sebagai <b>{ $title }</b> untuk { $name }, { $when }. Dalam masa itu catatan timnya menunggu persetujuan Anda, dan jabatan itu tertulis di samping nama Anda.
stand-in-for-you = { $name } bertindak sebagai <b>{ $title }</b> untuk Anda, { $when }. Anda sendiri tetap dapat menyetujui catatan tim Anda.
stand-in-over = Tugas Anda bertindak untuk { $name } sudah berakhir. Terima kasih.

# poster: poster dan kartu loket, dari obrolan
guide-posters = <b>poster</b> – poster A4 dan kartu A6 untuk loket, siap dicetak
button-poster = Daftar loket
button-poster-wall = Poster A4
button-poster-desk = Kartu A6
button-poster-card = Kartu (PNG)
button-poster-codes = Cetak kode kunjungan
poster-counters = <b>Poster loket</b>: { NUMBER($count) } loket
poster-kinds = Poster A4 untuk dinding; kartu A6 untuk meja loket, empat lembar dalam satu A4. Untuk semua loket sekaligus, atau ketuk satu loket.
poster-none = Belum ada loket. Masukkan dulu lewat <b>impor</b>: berkas layanan.
poster-gone = Loket itu sudah tidak ada, atau bukan di unit Anda.
poster-no-link = Poster belum dapat dibuat, karena alamat Tilik di WhatsApp atau Telegram belum diketahui. Mohon hubungi operator.
poster-of-all = <b>Poster untuk { NUMBER($count) } loket</b>
poster-of-one = <b>{ $counter }</b>
poster-first = Berkas ini berisi { NUMBER($count) } loket pertama. Untuk yang lain, ketuk loketnya satu per satu.
poster-use-wall = Cetak di kertas A4, lalu pasang di tempat yang terlihat warga.
poster-use-desk = Cetak di kertas A4 tanpa diperkecil, lalu gunting menjadi empat: satu untuk meja loket, lainnya cadangan.
poster-use-card = Gambar kartu A6, misalnya untuk dicetak di percetakan atau dipasang di layar.
poster-codes =
    <b>{ NUMBER($count) } kode kunjungan</b> untuk { $counter }

    Sekali pakai, sampai { DATETIME($day, dateStyle: "long") }.
poster-codes-use = Cetak di kertas A4, lalu gunting: sepuluh kode selembar. Berikan kepada setiap warga seusai dilayani, apa pun kesannya. Ringkasan menghitungnya sebagai dicetak, terpisah dari kode yang diberikan.
poster-codes-already = Hari ini sudah { NUMBER($count) } kode dicetak untuk loket ini. Ketuk sekali lagi bila masih perlu.
