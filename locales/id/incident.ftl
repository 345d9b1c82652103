# `tilik incident`: laporan insiden dan rancangan pemberitahuan 3 x 24 jam (UU 27/2022 pasal 46).
incident-at = { DATETIME($day, dateStyle: "full") } pukul { $hour } { $zone }
incident-moment-wrong = { $value } bukan waktu. Tulis seperti 2026-11-23 atau "2026-11-23 08:00".
incident-backwards = Waktu akhir mendahului waktu awal. Periksa --from dan --to.
incident-one-scope = Pilih satu saja: --unit, --person, atau --channel.
incident-no-channel = { $value } bukan saluran. Tulis telegram atau whatsapp.
incident-no-nip = { $value } bukan NIP: 18 angka.
incident-file-there = { $file } sudah ada. Pilih folder lain dengan --out, atau timpa dengan --force.
incident-refused = Folder { $folder } tidak dapat ditulis ({ $reason }).
incident-written = Bahan insiden untuk { NUMBER($people) } orang ada di { $folder }, hanya dapat dibaca pemiliknya:
incident-known = Tenggat pemberitahuan: 3 x 24 jam sejak { $known }. Semuanya masih rancangan: periksa, lengkapi bagian [ISI: ...], lalu kirim sendiri.
incident-everything = seluruh basis data Tilik
incident-fill-office = [ISI: nama instansi pengendali data]
incident-fill-dpo = [ISI: kontak pejabat pelindungan data pribadi]

incident-kind-names = nama
incident-kind-nips = NIP (memuat tanggal lahir dan jenis kelamin)
incident-kind-posts = jabatan dan unit kerja
incident-kind-superiors = hubungan dengan atasan
incident-kind-stations = loket tempat bertugas
incident-kind-duties = peran (kepala, admin kepegawaian, pengawas, auditor, operator)
incident-kind-memberships = keanggotaan tim kerja
incident-kind-schedules = jadwal kerja
incident-kind-trail = jejak tentang mereka (angka saja)
incident-kind-citizens = pengenal obrolan warga (tanpa nama)
incident-kind-entries = catatan kerja harian
incident-kind-targets = target kinerja
incident-kind-leaves = cuti dan dinas luar
incident-kind-evaluations = evaluasi diri triwulan
incident-kind-appraisals = penilaian kinerja
incident-kind-consents = bukti pemberitahuan dan persetujuan
incident-kind-requests = permintaan tentang data pribadi
incident-kind-chats = pengenal obrolan (Telegram, WhatsApp)
incident-kind-files = berkas bukti
incident-kind-letters = pesan yang belum selesai dikirim
incident-kind-ratings = penilaian warga (tanpa nama)
incident-kind-reasons = tulisan warga (tanpa nama, tetapi isinya dapat menunjuk orang)
incident-kind-complaints = pengaduan warga (tanpa nama)
incident-kind-rebuttals = jawaban petugas loket atas kata warga
incident-kind-hearings = kata pegawai yang disentuh pengaduan
incident-kind-complaint_steps = isi dan perjalanan pengaduan (tanpa nama pengadu, tetapi isinya dapat menunjuk orang)
incident-kind = - { $kind }: { NUMBER($count) }
incident-kind-within = - { $kind }: { NUMBER($count) }, di antaranya { NUMBER($within) } ditulis pada hari-hari insiden
incident-by-operator = Operator (baris perintah)
incident-by-clock = Tilik sendiri
incident-by-person = Seseorang yang sudah tidak tercatat
incident-look = - { $who } { $deed }: { NUMBER($times) } kali, tentang { NUMBER($people) } orang
incident-no-looks = Jejak tidak mencatat pembacaan atau perubahan apa pun pada waktu itu. Yang dibaca langsung dari basis data, cadangan, atau layar orang lain tidak tercatat di jejak.

incident-report =
    # Laporan insiden (internal, rahasia)

    - Lingkup: { $scope }
    - Waktu kejadian: { $first } sampai { $last }
    - Diketahui: { $known }
    - Tenggat pemberitahuan (3 x 24 jam): { $due }
    - Orang terdampak: { NUMBER($people) }, { NUMBER($joined) } di antaranya bergabung di Tilik (daftarnya: orang-terdampak.csv)
    - Dibuat: { $made }

    Angka di bawah adalah yang tersimpan saat laporan ini dibuat. Tilik tidak tahu apa yang benar-benar terbaca pihak lain: anggap semuanya, sampai terbukti tidak.
incident-report-kinds = ## Jenis data yang tersimpan
incident-report-looks = ## Jejak pembacaan dan perubahan pada waktu itu
incident-report-next =
    ## Langkah

    1. Jalankan `tilik verify`, dan dengan `--since` jangkar yang dicatat sebelum kejadian.
    2. Simpan salinan basis data dan log sebelum ada yang diperbaiki.
    3. Ganti yang mungkin bocor: token bot, sandi basis data, kode pendaftaran (`tilik code NIP`).
    4. Lengkapi dan kirim kedua rancangan sebelum { $due }.
    5. Bila mengganggu pelayanan publik atau berdampak serius bagi masyarakat, umumkan juga (pasal 46 ayat (3)).

incident-notice-people =
    RANCANGAN. Belum dikirim. Periksa, lengkapi setiap [ISI: ...], lalu hapus baris ini. Paling lambat { $due }.

    # Pemberitahuan kegagalan pelindungan data pribadi

    Kepada Yth. [ISI: nama],

    Kami, { $office }, memberitahukan bahwa data pribadi Anda dalam Tilik mungkin terungkap kepada pihak yang tidak berhak.

    {"**"}Kapan dan bagaimana.** Antara { $first } dan { $last }; kami ketahui pada { $known }. [ISI: bagaimana terjadinya, dalam satu atau dua kalimat]

    {"**"}Data pribadi yang mungkin terungkap:**
incident-notice-people-rest =
    {"**"}Yang kami lakukan.** [ISI: upaya penanganan dan pemulihan, misalnya akses ditutup, sandi diganti, pihak berwenang dihubungi]

    {"**"}Yang dapat Anda lakukan.** Waspadai pesan yang mengaku dari kantor dan meminta kode atau uang. Kode pendaftaran tidak pernah kami minta kembali. Ketik dataku di obrolan Tilik untuk melihat semua data Anda dan siapa saja yang pernah melihatnya.

    {"**"}Hubungi kami.** { $dpo }

    Pemberitahuan ini disampaikan menurut pasal 46 Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.

    {"["}ISI: tempat, tanggal, nama dan jabatan penanda tangan]
incident-notice-authority =
    RANCANGAN. Belum dikirim. Periksa, lengkapi setiap [ISI: ...], lalu hapus baris ini. Paling lambat { $due }.

    # Pemberitahuan kegagalan pelindungan data pribadi

    Kepada Yth. lembaga yang menyelenggarakan pelindungan data pribadi
    {"["}ISI: alamat lembaga]

    - Pengendali data pribadi: { $office }
    - Kontak pelindungan data pribadi: { $dpo }
    - Sistem: Tilik (catatan kerja, penilaian kinerja ASN, dan survei kepuasan masyarakat); lingkup: { $scope }
    - Waktu kejadian: { $first } sampai { $last }
    - Diketahui: { $known }
    - Perkiraan jumlah orang terdampak: { NUMBER($people) }

    ## a. Data pribadi yang terungkap
incident-notice-authority-rest =
    ## b. Kapan dan bagaimana data pribadi terungkap

    {"["}ISI: urutan kejadian, penyebab, pihak yang mungkin memperoleh data]

    ## c. Upaya penanganan dan pemulihan

    {"["}ISI: yang sudah dan akan dilakukan, dengan waktu dan penanggung jawab]

    Subjek data diberi tahu pada [ISI: waktu], melalui [ISI: cara].

    Disampaikan menurut pasal 46 ayat (1) dan (2) Undang-Undang Nomor 27 Tahun 2022.

    {"["}ISI: tempat, tanggal, nama dan jabatan penanda tangan]
incident-notice-kind = - { $kind }
incident-list-header = nama;NIP;unit;bergabung di Tilik
incident-list-yes = ya
incident-list-no = tidak
