# Yang disadari Tilik sendiri saat berjalan, untuk operator: apa yang salah dan apa yang harus dilakukan.

alarm-clock-back = Jam mesin ini mundur { $minutes ->
    [0] kurang dari semenit
   *[other] { $minutes } menit
 }. Tilik terus bekerja. Periksa penyelarasan waktu (NTP) mesin ini.
alarm-foreign-webhook = Telegram mengirim pesan bot ini ke alamat lain ({ $host }), bukan ke Tilik. Bila alamat itu bukan milik kantor, ganti token di @BotFather; bila pesan memang harus ke Tilik ini, jalankan tilik webhook --take.
alarm-second-poller = Program lain meminta pesan bot ini dari Telegram dengan token yang sama. Hentikan program itu; bila tidak dikenal, ganti token di @BotFather.
alarm-token-refused = Platform menolak token di { $of }: dicabut atau diganti. Ambil token yang berlaku (Telegram: @BotFather; WhatsApp: Meta), simpan, lalu jalankan ulang Tilik.
alarm-not-taken = Telegram menolak permintaan Tilik ({ $of }): { $words }. Periksa TILIK_PUBLIC_URL dan berkas .env; Tilik meminta lagi.
alarm-platform-away = { $of } tidak dapat dihubungi. Periksa jaringan mesin ini (internet, DNS, firewall). Tilik mencoba terus.
alarm-restored = Basis data ini bukan yang terakhir dipakai Tilik: dipulihkan dari cadangan, atau disalin. Tidak ada yang dikirim sampai Anda menjalankan tilik resume.
alarm-trail-cut = Jejak tidak lagi memuat baris { $number } yang sudah dicatat di luar basis data: jejak dipotong atau ditulis ulang. Tilik tidak menyegelnya. Simpan basis data apa adanya dan jalankan tilik verify; setelah jelas sebabnya, tilik resume.
alarm-seals-shut = { NUMBER($count) } segel pengadu dikunci dengan rahasia lain: pengadunya tidak dapat dikabari. Kembalikan rahasia yang lama (TILIK_SECRET, atau secret.key dari cadangan), lalu jalankan ulang Tilik.
alarm-job-late = Pekerjaan berkala { $of } sudah berjalan lebih dari { $minutes } menit dan belum selesai. Periksa beban mesin, disk, dan basis data.
alarm-over = sudah beres.
