# `tilik verify`, `tilik secret` dan penjagaan jejak.
verify-trail = Jejak: { NUMBER($rows) } baris, { NUMBER($seals) } segel, { NUMBER($days) } hari penilaian terkunci, { NUMBER($unsealed) } baris belum disegel, { NUMBER($findings) } temuan
verify-trail-altered = Baris { NUMBER($number, useGrouping: 0) }: isinya tidak lagi sama dengan saat dicatat.
verify-trail-missing =
    { $count ->
        [1] Baris { NUMBER($first, useGrouping: 0) } hilang.
       *[other] Baris { NUMBER($first, useGrouping: 0) } sampai { NUMBER($last, useGrouping: 0) } hilang ({ NUMBER($count) } baris).
    }
verify-trail-extra = Baris { NUMBER($number, useGrouping: 0) }: disisipkan, bukan bagian dari rantai.
verify-trail-head = Jejak berakhir di baris { NUMBER($number, useGrouping: 0) }, tetapi catatan ujungnya menyebut { NUMBER($head, useGrouping: 0) } atau isi lain.
verify-seal-differs = Segel pada baris { NUMBER($number, useGrouping: 0) }: baris itu hilang atau bukan lagi baris yang disegel.
verify-seal-forged = Segel pada baris { NUMBER($number, useGrouping: 0) }: diubah, dipalsukan, atau segel sebelumnya hilang.
verify-seal-stranger = Segel terakhir (baris { NUMBER($number, useGrouping: 0) }) dibuat dengan rahasia lain (sidik { $fingerprint }), sehingga tidak dapat diperiksa. Pakai TILIK_SECRET atau secret.key yang semula.
verify-anchor-gone = Jangkar { NUMBER($number, useGrouping: 0) } tidak ada lagi dalam rantai: baris itu atau yang sebelumnya telah diganti.
verify-entries-differ = Catatan kerja yang disetujui dari orang nomor { NUMBER($person, useGrouping: 0) } bukan yang tercatat di jejak: ada yang diubah, dihapus, atau ditambahkan di luar Tilik.
verify-appraisals-differ = Penilaian kinerja orang nomor { NUMBER($person, useGrouping: 0) } bukan yang tercatat di jejak: ada yang diubah, dihapus, atau ditambahkan di luar Tilik.
verify-ratings-removed = Penilaian { $day }, loket nomor { NUMBER($counter, useGrouping: 0) }: terkunci { NUMBER($kept) }, tinggal { NUMBER($found) }. Ada yang dihapus.
verify-ratings-added = Penilaian { $day }, loket nomor { NUMBER($counter, useGrouping: 0) }: terkunci { NUMBER($kept) }, kini { NUMBER($found) }. Ada yang ditambahkan.
verify-tree-differs = Bukti terhitung { $quarter }: { NUMBER($count) } penilaian tidak lagi sama dengan yang disegel.
verify-tree-broken = Bukti terhitung { $quarter }: pohonnya tidak lagi sama dengan yang disegel.
verify-ratings-altered = Penilaian { $day }, loket nomor { NUMBER($counter, useGrouping: 0) }: jumlahnya tetap ({ NUMBER($kept) }, ditemukan { NUMBER($found) }), tetapi isinya berubah.
verify-more = ... dan { NUMBER($count) } temuan lain.
verify-anchor = Jangkar (catat di luar Tilik): { $anchor }
verify-since-wrong = { $since } bukan jangkar. Tulis seperti yang dicetak tilik verify: NOMOR:SIDIK.

run-other-secret = Jejak di basis data ini disegel dengan rahasia lain (sidik { $fingerprint }); rahasia sekarang bersidik { $now }. Kembalikan TILIK_SECRET atau secret.key yang semula. Bila benar-benar hilang: tilik secret --accept
secret-fits = Sidik rahasia: { $now }. Cocok dengan basis data ini.
secret-accepted = Rahasia bersidik { $now } dipakai mulai sekarang; pergantian ini tercatat di jejak. Yang terkunci dengan rahasia lama (sidik { $before }) tidak dapat dibuka lagi.

migrate-role-done = Peran { $role } dapat menjalankan Tilik, dan tidak dapat mengubah atau menghapus jejak.
migrate-role-sqlite = Basis data ini SQLite: tidak ada peran. Jaga berkasnya dengan hak akses berkas.
migrate-role-nobody = Tidak ada peran { $role } di PostgreSQL. Buat dulu, misalnya: CREATE ROLE { $role } LOGIN PASSWORD '...'
migrate-role-temporary = Peran { $role } masih dapat membuat tabel sementara, dan peran ini bukan pemilik basis data. Mintalah pemiliknya menjalankan: REVOKE TEMPORARY ON DATABASE NAMA FROM PUBLIC; lalu ulangi.
migrate-role-owner = Peran { $role } memiliki tabel-tabel ini atau berhak atas segalanya: ia dapat mengubah jejak, apa pun haknya. Pakai peran lain.
migrate-role-not-yours = Hanya peran pemilik tabel yang dapat memberi hak kepada { $role }. Jalankan perintah ini sebagai pemilik itu.
