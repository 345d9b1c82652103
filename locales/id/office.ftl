# Kantor: tilik import services dan tilik qr.

office-made = Ditambahkan: { NUMBER($units) } unit, { NUMBER($services) } layanan, { NUMBER($counters) } loket.
office-would-make = Akan ditambahkan: { NUMBER($units) } unit, { NUMBER($services) } layanan, { NUMBER($counters) } loket.
office-nothing-new = Tidak ada yang baru: semua unit, layanan, dan loket di berkas ini sudah tercatat.
office-tried = Ini hanya percobaan, tidak ada yang ditulis.
office-headless = Unit yang belum ada kepalanya: { $units }. Kepala dan semua pegawai, beserta kode pendaftarannya, masuk lewat: tilik import people BERKAS

sheet-cell = Baris { $row }, kolom { $column }: { $why }
sheet-columns-missing = Kolom tidak ditemukan: { $columns }. Judul kolom yang dikenal: { $known }. Lembar yang tersembunyi tidak dibaca.
sheet-column-asked = Kolom “{ $title }”: apakah yang dimaksud { $column }? Bila ya, ganti judulnya menjadi { $column }. Bila bukan, hapus kolom itu dari berkas ini.
sheet-day-unsure = ada { NUMBER($count) } tanggal yang dapat dibaca dua cara, misalnya { $value }, sedangkan { $proof } menaruh bulan di depan. Tulis tanggal di kolom ini seperti 2026-12-31, lalu kirim lagi.
sheet-read-columns = Kolom yang dibaca: { $columns }.
sheet-read-beside = Kolom yang dibaca untuk memeriksa NIP: { $columns }.
sheet-read-unknown = Kolom yang tidak dikenali dan tidak dibaca: { $columns }.
sheet-read-unkept = Kolom yang tidak disimpan Tilik: { $columns }.
sheet-read-sheet = Lembar yang dibaca: { $sheet }.
sheet-read-hidden-sheets = Lembar tersembunyi, tidak dibaca: { $sheets }.
sheet-read-other-sheets = Lembar lain, tidak dibaca: { $sheets }. Bila berisi juga, kirim sebagai berkas sendiri.
sheet-read-hidden-rows = { NUMBER($count) } baris tersembunyi tidak dibaca: baris { $rows }. Tampilkan dulu bila perlu dimasukkan.
sheet-read-hidden-columns = Kolom tersembunyi ikut dibaca: { $columns }.
sheet-read-header = Judul kolom diambil dari baris { $rows }.
sheet-read-above = { $column }: { $value }, dari baris { $row } di atas tabel, berlaku untuk semua baris.
sheet-read-numbers = Baris { $row } berisi nomor kolom, tidak dibaca.
sheet-read-end = Tabel berakhir sebelum baris { $rows }: di sana tanda tangan, catatan, atau jumlah, tidak dibaca.
sheet-read-sums = Baris jumlah, tidak dibaca: { $rows }.
sheet-read-titles = Judul kolom yang berulang, tidak dibaca: baris { $rows }.
sheet-read-groups = Judul kelompok, tidak dibaca: baris { $rows }.
sheet-read-bands = Nama unit diambil dari baris { $rows }, untuk semua baris di bawahnya.
sheet-read-failed = Rumus kolom { $column } gagal di baris { $rows }, jadi NIP di sana tidak dibandingkan dengan namanya. Periksa NIP-nya.
sheet-read-twins = { NUMBER($count) } baris yang sama persis dihitung satu kali: baris { $rows }.
sheet-read-serials = { NUMBER($count) } tanggal tersimpan sebagai angka dan dibaca sebagai tanggal, misalnya { $days }.
sheet-read-years = { NUMBER($count) } tanggal tanpa tahun dibaca pada tahun yang terdekat, misalnya { $days }.
sheet-read-day-first = Tanggal dibaca dengan hari di depan: { $value } adalah { DATETIME($day, dateStyle: "long") }.
sheet-read-month-first = Tanggal dengan bulan di depan: { $value } dibaca { $day }.
sheet-column-twice = Kolom { $column } ada dua kali. Hapus salah satunya.
sheet-cell-missing = belum diisi.
sheet-cell-long = paling panjang { NUMBER($longest) } huruf.
sheet-cell-signs = berisi tanda yang tidak dapat dicetak. Ketik ulang isinya.
sheet-cell-failed = rumusnya gagal ({ $value }). Perbaiki rumusnya, atau ketik hasilnya.
sheet-zone-wrong = harus WIB, WITA, WIT, atau nama IANA seperti Asia/Jakarta. Yang tertulis: { $value }
sheet-differs = tidak sama dengan baris { $first }. Samakan keduanya, atau kosongkan salah satunya.
sheet-differs-parent = unit ini ada di bawah unit lain pada baris { $first }. Bila satu unit, samakan unit induknya; bila dua unit yang berbeda, bedakan namanya, misalnya Subbag Umum Dinas A dan Subbag Umum Dinas B.
sheet-circle = unit berputar menjadi induk dirinya sendiri ({ $units }). Perbaiki unit induknya.
sheet-deep = susunan unit lebih dari { NUMBER($deepest) } tingkat. Kurangi tingkatnya.
sheet-kept = { $unit } sudah tercatat dengan isi yang lain, dan berkas ini tidak mengubahnya. Kosongkan isian ini, atau ubah dengan berkas unit (units)
sheet-kept-parent = { $unit } sudah tercatat di bawah unit induk yang lain, dan berkas ini tidak memindahkannya. Bila unit yang sama, kosongkan isian ini, atau pindahkan dengan berkas unit (units); bila unit lain dengan nama yang sama, bedakan namanya, misalnya { $unit } Dinas B.
sheet-change = { $what } { $before } → { $after }
sheet-none = (tidak ada)
sheet-more-wrong = Dan { NUMBER($count) } kesalahan lagi.
sheet-nothing-written = Tidak ada yang ditulis. Perbaiki berkasnya, lalu coba lagi.
sheet-template-kind = Berkas kosong ditulis sebagai CSV atau XLSX: beri nama yang berakhiran .csv atau .xlsx, bukan { $file }.
sheet-template-exists = Berkas { $file } sudah ada dan tidak ditimpa. Pilih nama lain.
sheet-template-refused = Berkas { $file } tidak dapat ditulis ({ $reason }).

office-empty = Berkas ini belum berisi loket. Isilah satu baris untuk setiap layanan di setiap loket.
office-population-wrong = harus berupa bilangan bulat mulai dari 1, misalnya 1.200, atau kosong. Yang tertulis: { $value }
office-groups-wrong = harus berupa kelompok dan jumlah orangnya, misalnya “perempuan 510; laki-laki 490; 60 ke atas 120; disabilitas 15”, atau kosong. Yang tertulis: { $value }
office-zone-unknown = Zona waktu { $value } tidak dikenal. Pakai WIB, WITA, WIT, atau nama IANA seperti Asia/Jakarta.
office-database-away = Basis data tidak dapat dibuka. Periksa TILIK_DATABASE_URL dan TILIK_HOME, lalu coba lagi.

office-template-written = Berkas { $file } siap diisi: satu baris untuk setiap layanan di setiap loket; baris contohnya tidak ikut masuk.

posters-none = Belum ada loket. Masukkan dulu dengan: tilik import services BERKAS
posters-whatsapp-away = Tautan WhatsApp tidak dicantumkan karena nomornya tidak dapat ditanyakan kepada WhatsApp. Coba lagi nanti, atau isi TILIK_WHATSAPP_NUMBER.
posters-number-wrong = { $value } bukan nomor WhatsApp. Tulis angka saja dengan kode negara, misalnya 6281234567890.
posters-no-username = Tautan Telegram tidak dicantumkan karena nama pengguna bot belum diketahui. Isi TILIK_TELEGRAM_USERNAME, atau TILIK_TELEGRAM_TOKEN agar Tilik menanyakannya kepada Telegram.
posters-telegram-away = Tautan Telegram tidak dicantumkan karena Telegram tidak menjawab. Coba lagi nanti, atau isi TILIK_TELEGRAM_USERNAME.
posters-username-wrong = { $value } bukan nama pengguna Telegram: 5 sampai 32 huruf, angka, atau garis bawah.
posters-not-written = Poster tidak ditulis: tanpa tautan tidak ada kode QR.
posters-refused = Folder { $folder } tidak dapat ditulis ({ $reason }).
posters-written = Poster A4 dan kartu A6 untuk { NUMBER($count) } loket ditulis ke { $folder }, sebagai PDF dan PNG.
posters-logo-unread = Gambar di TILIK_LOGO tidak dapat dibaca. Simpan ulang sebagai PNG, JPEG, atau SVG.

poster-title = Poster penilaian layanan
poster-survey = Survei Kepuasan Masyarakat
poster-scan = Pindai untuk menilai layanan ini
poster-services = Layanan di sini
poster-more = dan { NUMBER($count) } layanan lain
poster-code = atau kirim kode ini ke @{ $username } di Telegram
poster-code-whatsapp = atau kirim kode ini lewat WhatsApp ke +{ $number }
poster-send = Nilai { $code }
poster-private-sent = Cukup tekan kirim. Penilaian disimpan tanpa nama dan nomor.
poster-private = Satu ketukan cukup. Tanpa nama dan tanpa nomor telepon.

# tilik import people
people-done = { NUMBER($new) } orang baru, { NUMBER($changed) } berubah, { NUMBER($unchanged) } tetap.
people-would-be = Akan ada { NUMBER($new) } orang baru, { NUMBER($changed) } berubah, { NUMBER($unchanged) } tetap.
people-units = Unit baru: { $units }
people-new = + { $person }: { $title }, { $unit }; atasan { $superior }; peran { $roles }
people-same = = { $person }: { $title }, { $unit }; atasan { $superior }; peran { $roles }
people-changed = ~ { $person }: { $changes }
people-duty-head = kepala { $unit }
people-duty-hr = kepegawaian { $unit }
people-duty-oversight = pengawas { $unit }
people-duty-auditor = auditor { $unit }
people-duty-operator = operator { $unit }
people-head = Kepala { $unit }: { $before } → { $after }
people-codes-tried = { NUMBER($count) } orang akan mendapat kode pendaftaran.
people-codes-later = Kode pendaftaran belum dibuat: jalankan lagi perintah ini setelah disetujui.
people-codes = Kode pendaftaran, sekali pakai, berlaku sampai { DATETIME($day, dateStyle: "long") } pukul { $time } { $zone }. Berikan langsung kepada orangnya; ia mengetiknya dalam obrolan dengan Tilik:
people-code = - { $person }, { $unit }: daftar { $code }
codes-sheet-written = { NUMBER($count) } lembar kode pendaftaran ditulis ke { $file }, berlaku sampai { DATETIME($day, dateStyle: "long") } pukul { $time } { $zone }. Cetak, gunting, dan berikan langsung kepada orangnya; setelah itu hapus berkasnya.
codes-sheet-none = Tidak ada kode baru, maka { $file } tidak ditulis: semua orang di berkas ini sudah bergabung atau masih memegang kode yang berlaku. Bila lembarnya hilang, bagian kepegawaian mengetik bergabung di obrolan untuk lembar baru; untuk satu orang: tilik code NIP --sheet BERKAS
codes-sheet-kind = Beri nama berkas yang berakhiran { $ending }, bukan { $file }.
codes-sheet-no-link = Lembar kode tidak ditulis dan tidak ada kode yang dibuat: tanpa tautan, lembarnya tidak mengatakan di mana Tilik ditemui.
codes-sheet-exists = Berkas { $file } sudah ada dan tidak ditimpa. Pilih nama lain, atau timpa dengan --force.
codes-sheet-left = Kodenya sudah dibuat, tetapi { $file } tidak dapat ditulis ({ $reason }). Lembar kodenya ada di { $left }.

# Lembar kode pendaftaran (--sheet)
slip-title = Kode pendaftaran Tilik
slip-until = Hanya untuk Anda, sekali pakai, sampai { DATETIME($day, dateStyle: "long") } pukul { $time } { $zone }.
slip-what = Tilik: layanan obrolan untuk catatan kerja dan penilaian kinerja Anda.
slip-how-whatsapp = WhatsApp: pindai QR, lalu tekan kirim. Atau kirim daftar { $code } ke +{ $number }.
slip-how-telegram = Telegram: pindai QR, lalu ketuk Mulai. Atau kirim daftar { $code } ke @{ $username }.
slip-do-typed = Buka obrolan dengan Tilik di ponsel Anda. Tulis daftar { $code } di sana.
people-template-written = Berkas { $file } siap diisi: satu baris untuk setiap orang; baris contohnya tidak ikut masuk. Biarkan kolom NIP sebagai teks.
people-empty = Berkas ini belum berisi pegawai. Isilah satu baris untuk setiap orang.
people-role-wrong = harus kosong, pegawai, atasan, kepala unit, admin kepegawaian, pengawas, auditor, operator, atau keluar; beberapa peran dipisah titik koma. Yang tertulis: { $value }
people-role-left = seseorang yang keluar tidak memegang peran lain. Tulis keluar saja, atau perannya.
people-duty-unit-idle = unit tugas diisi, tetapi kolom peran kosong. Isi perannya, atau kosongkan unit tugas.
people-duty-unit-count = ada { NUMBER($roles) } peran dan { NUMBER($units) } unit tugas. Tulis satu unit untuk tiap peran, berurutan dan dipisah titik koma; atau satu unit untuk semuanya.
people-duty-unit-head = kepala unit bersama peran lain: tulis unit tugas masing-masing, berurutan dan dipisah titik koma.
people-nip-twice = NIP ini sudah ada di baris { $first }. Satu baris untuk setiap orang; beberapa peran ditulis dalam satu sel, dipisah titik koma.
people-head-twice = unit ini sudah punya kepala di baris { $first }. Sisakan satu kepala unit.
people-own-superior = tidak ada yang menjadi atasan dirinya sendiri. Isi NIP atasannya, atau kosongkan.
people-superior-found = Atasan “{ $name }” (baris { $rows }) adalah { $person }.
people-superior-differs = NIP ini milik { $known }, tetapi nama yang tertulis { $name }. Mana yang benar? Perbaiki salah satunya.
people-superior-many = ada { NUMBER($count) } orang dengan nama atau jabatan { $name }. Isi NIP-nya.
people-superior-near = { $name } tidak ditemukan. Apakah yang dimaksud { $near }? Tulis namanya seperti itu, atau isi NIP-nya.
people-superior-nobody = { $name } tidak ada di berkas dan belum tercatat. Tambahkan barisnya, isi NIP-nya, atau kosongkan.
people-superior-unknown = NIP ini tidak ada di berkas dan belum tercatat. Tambahkan baris untuk atasannya, atau kosongkan.
people-superior-left = menurut berkas ini orang itu keluar. Isi NIP atasan yang baru, atau kosongkan.
people-left-unknown = NIP ini belum tercatat, jadi tidak ada yang keluar. Periksa NIP-nya, atau hapus barisnya.
people-counter-unknown = { $counter } tidak ada di { $unit }. Masukkan dulu loketnya dengan berkas layanan (services), atau periksa namanya.
people-ring = atasan berputar kembali ke orang yang sama ({ $people }). Perbaiki atasan salah satunya.

# tilik import targets
targets-done = Target: { NUMBER($new) } baru, { NUMBER($changed) } berubah, { NUMBER($unchanged) } tetap.
targets-would-be = Target: akan ada { NUMBER($new) } baru, { NUMBER($changed) } berubah, { NUMBER($unchanged) } tetap.
targets-new = + { $person }, { $quarter }: { $result }: { $amount }
targets-changed = ~ { $person }, { $quarter }: { $result }: { $changes }
targets-template-written = Berkas { $file } siap diisi: satu baris untuk setiap hasil (RHK) setiap orang setiap triwulan; baris contohnya tidak ikut masuk.
targets-empty = Berkas ini belum berisi target. Isilah satu baris untuk setiap hasil (RHK).
targets-quarter-wrong = harus triwulan dan tahun, misalnya 2026-Q4 atau IV 2026. Yang tertulis: { $value }
targets-number-wrong = harus angka, misalnya 1.200, 12,5, 25 %, atau Rp 1.250.000; atau kosong. Yang tertulis: { $value }
targets-number-unsure = { $value } dapat dibaca dengan dua cara. Tulis { $plain } bila ribuan, atau tambahkan satu angka nol di belakangnya bila desimal.
targets-measure-differs = angkanya ditulis dalam { $own }, tetapi kolom satuan berisi { $measure }. Samakan keduanya.
targets-share = { $value } dengan satuan % dapat berarti { $value } % atau { $percent } %. Tulis dengan tandanya: { $value }% atau { $percent }%.
targets-line = { $result }: { $amount }
targets-measure-missing = belum diisi, padahal targetnya berupa angka. Isi satuannya, misalnya dokumen.
targets-twice = hasil ini sudah ada untuk orang dan triwulan yang sama di baris { $first }.
targets-nobody = NIP ini belum tercatat. Masukkan dulu orangnya dengan berkas pegawai.

unit-circle = Unit tidak dapat ditempatkan di bawah dirinya sendiri, juga tidak di bawah unit yang berada di bawahnya. Pilih unit induk lain.
unit-closed = Unit induk itu sudah ditutup. Pilih unit induk lain.
unit-has-units = Masih ada unit yang terbuka di bawah unit ini. Pindahkan atau tutup unit itu dahulu.
unit-has-people = Masih ada pegawai yang bertugas di unit ini setelah hari itu. Pindahkan mereka dahulu.
