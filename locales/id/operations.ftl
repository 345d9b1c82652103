# Perintah bagi yang menjalankan Tilik: cadangan dan pemulihan.

backup-key =
    KUNCI PEMULIHAN. Hanya ditampilkan sekali ini; Tilik tidak menyimpannya:

    { $key }

    Cetak atau tulis dua kali dan simpan di dua tempat, jauh dari mesin ini dan
    dari cadangannya. Siapa pun yang memegangnya dapat membuka semua cadangan.
    Tanpa kunci ini cadangan tidak dapat dibuka oleh siapa pun.
    Kunci publiknya, untuk membuat cadangan, ada di { $file }.
    Berikutnya: tilik backup, lalu coba: tilik restore BERKAS --check
backup-key-there = Kunci pemulihan sudah pernah dibuat: kunci publiknya ada di { $file }. Bila kunci pemulihan itu hilang, pindahkan berkas ini lalu ulangi; cadangan lama tetap hanya terbuka dengan kunci lama.
backup-no-key = Belum ada kunci pemulihan. Buat dulu dengan: tilik backup --new-key
backup-key-broken = Kunci publik di { $file } tidak dapat dibaca. Kembalikan berkas itu, atau pindahkan lalu jalankan: tilik backup --new-key
backup-file-there = { $file } sudah ada dan tidak ditimpa. Pilih nama lain.
backup-unwritten = { $file } tidak dapat ditulis ({ $why }). Periksa sisa ruang disk dan hak akses foldernya.
backup-made = Cadangan ditulis ke { $file } ({ NUMBER($rows) } baris, { NUMBER($size) } kB). Simpan salinannya di mesin lain.

restore-ask-key = Kunci pemulihan (tidak terlihat saat diketik)
restore-no-key = Itu bukan kunci pemulihan, atau ada salah ketik. Bentuknya AGE-SECRET-KEY-1..., seluruhnya 74 huruf, angka, dan tanda hubung. Kunci dapat juga ditulis ke berkas yang hanya berisi kunci itu: --key-file BERKAS
restore-unread = { $file } tidak dapat dibaca atau ditulis ({ $why }). Periksa nama dan hak aksesnya.
restore-no-backup = Berkas itu bukan cadangan Tilik. Cadangan Tilik bernama seperti tilik-20270302-013000.age.
restore-wrong-key = Cadangan ini dibuat untuk kunci pemulihan yang lain. Pakai kunci yang berlaku saat cadangan ini dibuat, atau cadangan yang lain.
restore-damaged = Cadangan ini rusak atau terpotong. Tidak ada yang dipulihkan. Pakai cadangan yang lain.
restore-newer = Cadangan ini dibuat oleh Tilik yang lebih baru. Mutakhirkan Tilik dulu, lalu ulangi.
restore-not-empty = Basis data tujuan tidak kosong, dan hanya yang kosong yang diisi. Pindahkan berkas yang lama, atau isi TILIK_DATABASE_URL dengan yang lain.
restore-other-secret = { $name } berisi rahasia yang berbeda dari rahasia dalam cadangan ini. Pindahkan atau kosongkan dulu, lalu ulangi: rahasia yang benar ada dalam cadangan.
restore-checked = Cadangan tanggal { $at } utuh dan terbuka dengan kunci ini: { NUMBER($rows) } baris. Tidak ada yang diubah.
restore-done =
    Cadangan tanggal { $at } sudah dipulihkan: { NUMBER($rows) } baris, dengan rahasianya.

    Berikutnya:
    1. Bandingkan setelan di { $settings }
       dengan .env Anda, salin yang kurang, lalu hapus berkas itu.
    2. tilik verify     harus tanpa temuan.
    3. tilik doctor     kerjakan yang disarankannya.
    4. tilik run        menerima pesan, tetapi belum mengirim.
    5. tilik resume     setelah Anda yakin: pesan mulai dikirim lagi.
    Yang terjadi setelah { $at } tidak ada lagi; permintaan hapus data
    sejak saat itu harus dikerjakan ulang (docs/operations.md).

dead-head-number = nomor
dead-head-reference = kode
dead-head-state = keadaan
dead-head-channel = saluran
dead-head-at = tiba
dead-head-who = dari
dead-state-dead = gagal { NUMBER($attempts) } kali
dead-state-aside = tidak terbaca
dead-staff = pegawai
dead-citizen = warga
dead-unknown = tidak diketahui
dead-count = { $count ->
    [0] Tidak ada pesan yang tertinggal.
   *[other] { NUMBER($count) } pesan tertinggal. Lihat satu: tilik dead show NOMOR
  }
dead-nobody = Tidak ada pesan tertinggal dengan nomor atau kode gangguan { $which }. Lihat: tilik dead
dead-blank = Isi pesan ini sudah dihapus karena lama; tidak dapat dicoba lagi. Tutup dengan: tilik dead close NOMOR
dead-unread = Tilik masih tidak dapat membaca pesan ini. Coba lagi setelah Tilik diperbarui. Bila pengirimnya menghubungi Anda, minta ia menulis lagi; lalu tutup dengan: tilik dead close NOMOR
dead-answered = Pesan ini sudah pernah tiba dalam bentuk lain dan mendapat gilirannya. Tutup dengan: tilik dead close NOMOR
dead-next-dead = Sebabnya ada di log, di dekat kode ini. Setelah diperbaiki: tilik dead retry { $which }. Bila tidak perlu lagi: tilik dead close { $which }
dead-next-aside = Sebabnya ada di log: "could not be read". Laporkan bentuk di atas kepada pembuat Tilik. Setelah Tilik diperbarui: tilik dead retry { $which }. Bila tidak perlu lagi: tilik dead close { $which }
dead-retried = { $which } akan dicoba lagi dalam beberapa detik, bila Tilik sedang berjalan. Lihat hasilnya: tilik dead
dead-closed = { $which } ditutup, dan isinya dihapus.

webhook-there = Telegram mengirim pesan bot ini ke { $url }
webhook-nowhere = Telegram tidak mengirim pesan bot ini ke mana pun: Tilik menjemputnya sendiri.
webhook-not-here = Itu bukan Tilik ini. Bila pesan memang harus ke sini: tilik webhook --take
webhook-not-taken = Telegram menolak: { $words }. Periksa TILIK_PUBLIC_URL.
webhook-away = Telegram tidak menjawab. Periksa jaringan, lalu ulangi.

doctor-level-well = baik
doctor-level-look = LIHAT
doctor-level-ill = RUSAK
doctor-sum = { $ill ->
    [0] { $look ->
        [0] Semuanya baik.
       *[other] Tidak ada yang rusak; { NUMBER($look) } hal perlu dilihat dalam beberapa hari ini.
      }
    [1] Satu hal rusak.
   *[other] { NUMBER($ill) } hal rusak. Mulai dari yang paling atas.
  }
doctor-settings = Setelan
doctor-settings-well = lengkap
doctor-database = Basis data
doctor-database-well = terbuka dan mutakhir, { NUMBER($size) } MB
doctor-database-do = Bila basis datanya rusak atau hilang, pulihkan dari cadangan: tilik restore BERKAS (docs/operations.md).
doctor-secret = Rahasia kunci
doctor-secret-well = cocok dengan basis data
doctor-secret-new = belum ada; dibuat saat pertama kali dijalankan
doctor-secret-other = bukan rahasia yang menyegel basis data ini
doctor-secret-do = Kembalikan secret.key atau TILIK_SECRET yang lama (ada dalam cadangan). Lihat: tilik secret
doctor-running = Berjalan
doctor-running-well = ya; tanda terakhir { $minutes ->
    [0] baru saja
   *[other] { NUMBER($minutes) } menit lalu
  }
doctor-running-not = tidak, sejak { $at }
doctor-running-never = belum pernah
doctor-running-do = Jalankan: tilik run (atau layanan systemd-nya). Bila berhenti sendiri, sebabnya ada di akhir log.
doctor-alarm = Alarm
doctor-clock = Jam mesin
doctor-clock-well = selisih { NUMBER($seconds) } detik
doctor-clock-off = selisih { NUMBER($seconds) } detik dari jam platform
doctor-clock-ahead = mundur: Tilik terakhir memberi tanda pada { $at }, yang belum tiba
doctor-clock-do = Setel jam, lalu nyalakan penyelarasan waktu (timedatectl set-ntp true).
doctor-disk = Ruang disk
doctor-disk-free = sisa { NUMBER($free) } MB di { $home }
doctor-disk-do = Kosongkan atau tambah ruang: tanpa ruang, tidak ada pesan yang dapat diterima.
doctor-inbox = Pesan masuk
doctor-inbox-open = { $count ->
    [0] tidak ada yang menunggu
   *[other] { NUMBER($count) } menunggu, yang tertua { NUMBER($minutes) } menit
  }
doctor-inbox-do = Pesan biasanya dijawab dalam beberapa detik. Periksa apakah Tilik berjalan, dan akhir log.
doctor-dead = Tertinggal
doctor-dead-count = { $count ->
    [0] tidak ada
   *[other] { NUMBER($count) } pesan tanpa jawaban
  }
doctor-dead-do = Lihat satu per satu: tilik dead
doctor-letters = Pesan keluar
doctor-letters-unsent = { $count ->
    [0] tidak ada yang menunggu
   *[other] { NUMBER($count) } menunggu, jawaban tertua { NUMBER($minutes) } menit
  }; { NUMBER($held) } ditahan
doctor-letters-do = Periksa token dan jaringan di atas, dan akhir log. Pesan terkirim sendiri begitu jalannya terbuka.
doctor-prompts = Pengingat
doctor-prompts-doubt = { $count ->
    [0] tidak ada yang diragukan
   *[other] { NUMBER($count) } dalam dua hari ini belum pasti sampai
  }
doctor-prompts-do = Tidak dikirim ulang. Beberapa saja, setelah Tilik mati mendadak, itu wajar. Daftarnya: tilik verify
doctor-away = Terhenti
doctor-away-lately = sempat terhenti, dan berjalan lagi sejak { $at }
doctor-backup = Cadangan
doctor-backup-hours = { $hours ->
    [0] terakhir kurang dari sejam lalu
   *[other] terakhir { NUMBER($hours) } jam lalu
  }
doctor-backup-no-key = belum ada kunci pemulihan
doctor-backup-new = Buat dengan: tilik backup --new-key, lalu tilik backup setiap malam (docs/operations.md).
doctor-backup-none = belum pernah dibuat di mesin ini
doctor-backup-do = Jalankan tilik backup, dan setiap malam lewat cron (docs/operations.md).
doctor-token = Token { $of }
doctor-token-well = berlaku, { $name }
doctor-token-refused = ditolak: dicabut atau diganti
doctor-token-botfather = Ambil token yang berlaku dari @BotFather, simpan di TILIK_TELEGRAM_TOKEN, lalu jalankan ulang Tilik.
doctor-token-meta = ditolak: { $why }
doctor-token-meta-do = Buat token baru di Meta (System users), simpan di TILIK_WHATSAPP_TOKEN, lalu jalankan ulang Tilik (docs/whatsapp.md).
doctor-token-unanswered = tidak dapat ditanya ({ $why })
doctor-token-network = Periksa sambungan internet mesin ini dan DNS-nya. Bila platformnya yang terganggu, tunggu: pesan-pesannya disimpan di sana.
doctor-webhook = Webhook { $of }
doctor-webhook-ours = ke Tilik; { NUMBER($count) } menunggu
doctor-webhook-none = tidak dipakai, Tilik menjemput sendiri; { NUMBER($count) } menunggu
doctor-webhook-foreign = mengantar ke { $host }, bukan ke Tilik
doctor-webhook-foreign-do = Bila itu Tilik kantor yang lain, hentikan salah satunya. Bila tidak dikenal, ganti token (@BotFather; Meta). Lalu ambil kembali: tilik webhook --take; WhatsApp: di Meta.
doctor-webhook-lost = belum dipasang
doctor-webhook-lost-do = Telegram: tilik webhook --take, atau jalankan ulang Tilik. WhatsApp: isi alamatnya di Meta (docs/whatsapp.md).
doctor-pending = Antrean { $of }
doctor-pending-many = { NUMBER($count) } pesan menunggu diantar
doctor-pending-do = Periksa apakah Tilik berjalan, dan apakah reverse proxy meneruskan ke TILIK_LISTEN.
doctor-delivery = Pengantaran { $of }
doctor-delivery-failed = gagal mengantar dalam sejam ini: { $why }
doctor-delivery-do = Periksa reverse proxy dan sertifikatnya, dan TILIK_TELEGRAM_SECRET.
doctor-templates = Templat { $of }
doctor-templates-usable = { NUMBER($usable) } dari { NUMBER($count) } dapat dipakai
doctor-templates-do = Lihat sebabnya: tilik whatsapp templates. Buat yang kurang: tilik whatsapp templates create

heartbeat-hello = Halo. Di sini Tilik memberi tahu bila ada yang perlu dikerjakan dengannya, dan bila sudah beres lagi: paling banyak beberapa pesan sehari. Yang sama ditampilkan di server oleh tilik doctor.
heartbeat-ill = <b>Tilik perlu diperiksa.</b> Selengkapnya di server: tilik doctor
heartbeat-well = <b>Tilik baik lagi.</b>
heartbeat-row = • <b>{ $label }</b>: { $found }
heartbeat-do = ▸ { $advice }
heartbeat-more = … dan { NUMBER($count) } hal lagi.

resume-restored = Tilik mengirim lagi. Dari masa sebelum pemulihan tidak dikirim lagi: { NUMBER($letters) } pesan, dan { NUMBER($prompts) } pengingat yang mungkin sudah sampai (tilik verify).
resume-trail-cut = Tilik menyegel lagi jejak yang ada sekarang. Bahwa jejak itu terpotong ikut tercatat di dalamnya.
resume-nothing = Tidak ada yang tertahan: Tilik mengirim dan menyegel seperti biasa.
