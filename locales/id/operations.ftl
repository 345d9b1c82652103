# Perintah bagi yang menjalankan Tilik: cadangan dan pemulihan.

backup-key =
    KUNCI PEMULIHAN. Hanya ditampilkan sekali ini; Tilik tidak menyimpannya:

    { $key }

    Cetak atau tulis dua kali dan simpan di dua tempat, jauh dari mesin ini dan
    dari cadangannya. Siapa pun yang memegangnya dapat membuka semua cadangan.
    Tanpa kunci ini cadangan tidak dapat dibuka oleh siapa pun.
    Paruh umumnya, untuk membuat cadangan, ada di { $file }.
    Berikutnya: tilik backup, lalu coba: tilik restore BERKAS --check
backup-key-there = Kunci pemulihan sudah pernah dibuat: paruh umumnya ada di { $file }. Bila kunci itu hilang, pindahkan berkas itu lalu ulangi; cadangan lama tetap hanya terbuka dengan kunci lama.
backup-no-key = Belum ada kunci pemulihan. Buat dulu dengan: tilik backup --new-key
backup-key-broken = Paruh umum kunci pemulihan di { $file } tidak dapat dibaca. Kembalikan berkas itu, atau pindahkan lalu jalankan: tilik backup --new-key
backup-file-there = { $file } sudah ada dan tidak ditimpa. Pilih nama lain.
backup-unwritten = { $file } tidak dapat ditulis ({ $why }). Periksa sisa ruang dan hak akses foldernya.
backup-made = Cadangan ditulis ke { $file } ({ NUMBER($rows) } baris, { NUMBER($size) } kB). Pindahkan salinannya ke mesin lain.

restore-ask-key = Kunci pemulihan (tidak terlihat saat diketik)
restore-no-key = Itu bukan kunci pemulihan, atau ada salah ketik. Bentuknya AGE-SECRET-KEY-1..., 74 huruf dan angka.
restore-unread = { $file } tidak dapat dibaca atau ditulis ({ $why }).
restore-no-backup = Berkas itu bukan cadangan Tilik.
restore-wrong-key = Cadangan ini dibuat untuk kunci pemulihan yang lain.
restore-damaged = Cadangan ini rusak atau terpotong. Tidak ada yang dipulihkan. Pakai cadangan yang lain.
restore-newer = Cadangan ini dibuat oleh Tilik yang lebih baru. Mutakhirkan Tilik dulu, lalu ulangi.
restore-not-empty = Basis data tujuan sudah berisi. Pemulihan hanya ke basis data kosong: pindahkan berkas yang lama, atau isi TILIK_DATABASE_URL dengan yang lain.
restore-other-secret = { $name } berisi rahasia yang lain daripada rahasia cadangan ini. Pindahkan atau kosongkan dulu, lalu ulangi: rahasia yang benar ada dalam cadangan.
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
dead-head-reference = rujukan
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
dead-nobody = Tidak ada pesan tertinggal dengan nomor atau rujukan { $which }. Lihat: tilik dead
dead-blank = Isi pesan ini sudah dilupakan karena lama; tidak dapat dicoba lagi. Tutup dengan: tilik dead close
dead-unread = Pesan ini tidak terbaca oleh Tilik, maka tidak ada giliran yang dapat diulang. Bila pengirimnya menghubungi Anda, minta ia menulis lagi; lalu tutup dengan: tilik dead close
dead-next-dead = Sebabnya ada di log, di dekat rujukan ini. Sesudah diperbaiki: tilik dead retry { $which }. Bila tidak perlu lagi: tilik dead close { $which }
dead-next-aside = Sebabnya ada di log: "could not be read". Laporkan bentuk di atas, lalu: tilik dead close { $which }
dead-retried = { $which } akan dicoba lagi dalam beberapa detik, bila Tilik berjalan. Periksa dengan: tilik dead
dead-closed = { $which } ditutup, dan isinya dilupakan.

webhook-there = Telegram mengirim pesan bot ini ke { $url }
webhook-nowhere = Telegram tidak mengirim pesan bot ini ke mana pun: Tilik memintanya sendiri.
webhook-not-taken = Telegram menolak: { $words }. Periksa TILIK_PUBLIC_URL.
webhook-away = Telegram tidak menjawab. Periksa jaringan, lalu ulangi.
