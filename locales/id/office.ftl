# Kantor: tilik import services dan tilik qr.

office-made = Ditambahkan: { NUMBER($units) } unit, { NUMBER($services) } layanan, { NUMBER($counters) } loket.
office-would-make = Akan ditambahkan: { NUMBER($units) } unit, { NUMBER($services) } layanan, { NUMBER($counters) } loket.
office-nothing-new = Tidak ada yang baru: semua unit, layanan, dan loket di berkas ini sudah tercatat.
office-tried = Ini hanya percobaan, tidak ada yang ditulis.
office-head-name = Kepala { $unit }
office-heads = Kode pendaftaran kepala unit, sekali pakai, berlaku { NUMBER($hours) } jam. Berikan langsung kepada orangnya; ia mengetiknya dalam obrolan dengan Tilik:
office-head = - { $unit }: daftar { $code }
office-head-tried = - { $unit } akan mendapat kode pendaftaran untuk kepalanya
office-next = Berikutnya: tilik qr --folder poster

office-columns-missing = Kolom tidak ditemukan: { $columns }. Beri judul kolom unit, layanan, loket, dan bila ada: penduduk dilayani, unit induk, zona.
office-column-twice = Kolom { $column } ada dua kali. Hapus salah satunya.
office-empty = Berkas ini belum berisi loket. Isilah satu baris untuk setiap layanan di setiap loket.
office-cell-missing = Baris { $row }, kolom { $column }: belum diisi.
office-cell-long = Baris { $row }, kolom { $column }: paling panjang { NUMBER($longest) } huruf.
office-cell-signs = Baris { $row }, kolom { $column }: berisi tanda yang tidak dapat dicetak. Ketik ulang isinya.
office-population-wrong = Baris { $row }, kolom { $column }: harus berupa bilangan bulat mulai dari 1, misalnya 1.200, atau kosong. Yang tertulis: { $value }
office-zone-wrong = Baris { $row }, kolom { $column }: harus WIB, WITA, WIT, atau nama IANA seperti Asia/Jakarta. Yang tertulis: { $value }
office-differs = Baris { $row }, kolom { $column }: tidak sama dengan baris { $first }. Samakan keduanya, atau kosongkan salah satunya.
office-circle = Baris { $row }, kolom unit induk: unit berputar menjadi induk dirinya sendiri ({ $units }).
office-deep = Baris { $row }, kolom unit induk: susunan unit lebih dari { NUMBER($deepest) } tingkat.
office-kept = Baris { $row }, kolom { $column }: { $unit } sudah tercatat dengan isi yang lain, dan tidak dapat diubah dari berkas. Kosongkan isian ini.
office-more-wrong = Dan { NUMBER($count) } kesalahan lagi.
office-nothing-written = Tidak ada yang ditulis. Perbaiki berkasnya, lalu coba lagi.
office-zone-unknown = Zona waktu { $value } tidak dikenal. Pakai WIB, WITA, WIT, atau nama IANA seperti Asia/Jakarta.
office-database-away = Basis data tidak dapat dibuka. Periksa TILIK_DATABASE_URL dan TILIK_HOME, lalu coba lagi.

office-template-written = Berkas { $file } siap diisi: satu baris untuk setiap layanan di setiap loket.
office-template-exists = Berkas { $file } sudah ada dan tidak ditimpa. Pilih nama lain.
office-template-refused = Berkas { $file } tidak dapat ditulis ({ $reason }).

posters-none = Belum ada loket. Masukkan dulu dengan: tilik import services BERKAS
posters-not-ready = Basis data belum mutakhir. Jalankan: tilik migrate
posters-no-username = Tautan tidak dicantumkan karena nama pengguna bot belum diketahui. Isi TILIK_TELEGRAM_USERNAME, atau TILIK_TELEGRAM_TOKEN agar Tilik menanyakannya kepada Telegram.
posters-telegram-away = Tautan tidak dicantumkan karena Telegram tidak menjawab. Coba lagi nanti, atau isi TILIK_TELEGRAM_USERNAME.
posters-username-wrong = { $value } bukan nama pengguna Telegram: 5 sampai 32 huruf, angka, atau garis bawah.
posters-not-written = Poster tidak ditulis: tanpa tautan tidak ada QR.
posters-refused = Folder { $folder } tidak dapat ditulis ({ $reason }).
posters-written = { NUMBER($count) } poster ditulis ke { $folder }.

poster-scan = Pindai untuk menilai layanan ini
poster-services = Layanan di sini
poster-more = dan { NUMBER($count) } layanan lain
poster-code = atau kirim kode ini ke @{ $username } di Telegram
poster-private = Satu ketukan cukup. Tanpa nama dan tanpa nomor telepon.
office-template-csv = Berkas kosong ditulis sebagai CSV: beri nama yang berakhiran .csv, bukan { $file }.
