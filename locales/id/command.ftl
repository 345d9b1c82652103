# Baris perintah.

help-tilik = Tilik: teman obrolan untuk kinerja aparatur sipil negara.
help-version = Tampilkan versi Tilik.
help-demo = Jalankan Tilik dalam kotak: telepon-telepon di peramban, tanpa akun apa pun.
help-demo-port = Port halaman peraga.
help-demo-seed = Benih data contoh; benih yang sama memberi data yang sama.
help-demo-browser = Buka halaman di peramban.
help-run = Jalankan Tilik yang sebenarnya, di Telegram, WhatsApp, atau keduanya.
help-migrate = Mutakhirkan basis data.
help-migrate-role = PostgreSQL: beri peran ini hak untuk menjalankan Tilik, tanpa hak mengubah atau menghapus jejak.
help-verify = Hitung ulang setiap rekap dari penilaian mentah, periksa setiap baris dan segel jejak (keluar dengan 1 bila ada temuan) dan sebutkan pengingat yang belum pasti sampai.
help-verify-since = Jangkar yang pernah dicatat di luar Tilik, NOMOR:SIDIK: periksa bahwa masih ada dalam rantai.
help-incident = Kumpulkan apa yang terdampak suatu insiden data, dan tulis rancangan pemberitahuan 3 x 24 jam.
help-incident-from = Sejak kapan, misalnya 2026-11-23 atau "2026-11-23 08:00".
help-incident-to = Sampai kapan; satu hari berarti sampai tengah malamnya.
help-incident-known = Sejak kapan diketahui: tenggat dihitung dari sini; tanpa ini dari sekarang.
help-incident-unit = Hanya unit ini dengan unit di bawahnya.
help-incident-person = Hanya orang ini (NIP).
help-incident-channel = Hanya saluran ini: telegram atau whatsapp.
help-incident-out = Folder untuk berkas-berkasnya.
help-secret = Tunjukkan sidik rahasia dan apakah cocok dengan basis data ini.
help-secret-accept = Pakai rahasia yang ada sekarang, bila yang lama benar-benar hilang. Tercatat di jejak.
help-plan = Tunjukkan apa yang akan dikirim, kepada siapa, dan kapan, tanpa mengirim.
help-plan-from = Hari pertama, misalnya 2026-04-01; bila tidak ditulis, hari ini.
help-plan-to = Hari terakhir; bila tidak ditulis, seminggu sejak hari pertama.
help-skm = Hitung nilai SKM resmi dari lembar jawaban (CSV atau XLSX).
help-skm-file = Lembar jawaban, satu responden per baris, atau lembar rata-rata unsur.
help-skm-weight = Bobot pembulatan untuk angka pencocokan, misalnya 0.11.
help-skm-population = Jumlah orang yang dilayani, untuk target sampel.
help-skm-numbering = Urutan nomor dua unsur terakhir: sarpras-last atau pengaduan-last.
help-import = Masukkan data kantor dari berkas.
help-import-services = Masukkan unit, layanan, dan loket dari CSV atau XLSX.
help-import-services-file = Berkas dengan kolom unit, layanan, loket, penduduk dilayani.
help-import-template = Tulis berkas kosong dengan kolom yang benar.
help-import-people = Masukkan pegawai, jabatan, dan atasan dari CSV atau XLSX, dan cetak kode pendaftaran.
help-import-people-file = Berkas dengan kolom NIP, nama, unit, jabatan, NIP atasan, peran; boleh juga loket, zona, unit induk, berhenti, NIP lama.
help-import-targets = Masukkan target (RHK) setiap orang dan triwulan dari CSV atau XLSX.
help-import-targets-file = Berkas dengan kolom NIP, triwulan, hasil, indikator, target, satuan.
help-import-dry-run = Hanya tampilkan apa yang akan berubah.
help-import-units = Masukkan unit, induknya, zona waktunya, dan hari kerjanya dari CSV atau XLSX.
help-import-posts = Masukkan jabatan (definitif, Plt., Plh.) dari kapan sampai kapan dari CSV atau XLSX.
help-import-superiors = Masukkan atasan (pejabat penilai) setiap orang dari CSV atau XLSX.
help-import-counters = Masukkan loket dan layanan yang dibuka atau ditutup di sana dari CSV atau XLSX.
help-import-leave = Masukkan cuti, dinas luar, sif, dan paruh waktu dari CSV atau XLSX.
help-import-teams = Masukkan tim kerja, ketua, dan anggotanya dari CSV atau XLSX.
help-import-file = Berkas CSV atau XLSX; dengan --template ditulis kosong dengan judul kolomnya.
help-import-waiting = Tampilkan berkas yang menunggu persetujuan orang kedua.
help-import-drop = Batalkan satu berkas yang menunggu.
help-import-number = Nomor berkas, seperti dalam tilik import waiting.
help-weights = Tampilkan atau atur bobot nilai kinerja seseorang, mulai suatu triwulan.
help-weights-quantity = Bobot kuantitas hasil, dalam persen.
help-weights-quality = Bobot catatan yang diterima pada kesempatan pertama, dalam persen.
help-weights-discipline = Bobot hari kerja yang tercatat tepat waktu, dalam persen.
help-weights-citizens = Bobot interaksi dengan warga, dalam persen.
help-weights-quarter = Mulai triwulan, misalnya 2027-Q1; tanpa ini triwulan berjalan.
help-office = Pengaturan kantor: apa yang berlaku, sejak kapan, dan siapa yang mengaturnya.
help-office-show = Tampilkan semua pengaturan.
help-office-set = Ubah satu pengaturan. Tidak ada yang berlaku surut.
help-office-history = Tampilkan semua perubahan satu pengaturan.
help-office-name = Nama pengaturan, seperti pada tilik office show.
help-office-value = Nilai yang baru, misalnya 30, 20-8, "40 20 20 20", atau kata-kata.
help-office-from = Mulai hari (2027-01-01) atau triwulan (2027-Q1); tanpa ini secepatnya.
help-office-instrument = Kuesioner survei kantor: unsur, kata-kata, bobot, dan mutu.
help-office-instrument-show = Tampilkan kuesioner triwulan ini.
help-office-instrument-check = Periksa satu berkas kuesioner tanpa memakainya.
help-office-instrument-use = Pakai kuesioner dari berkas, paling cepat mulai triwulan depan.
help-office-file = Berkas TOML kuesioner (docs/office.md).
help-office-calendar = Kalender kerja: hari libur tahunan, libur daerah, cuti bersama yang dibatalkan, jam Ramadan.
help-office-calendar-show = Tampilkan hari libur setahun dengan dasar keputusannya.
help-office-calendar-add = Tambah libur daerah.
help-office-calendar-withdraw = Batalkan satu hari cuti bersama: hari itu masuk kerja.
help-office-calendar-back = Tarik kembali yang pernah ditambahkan atau dibatalkan.
help-office-calendar-add-year = Masukkan kalender setahun dari berkas CSV atau XLSX.
help-office-calendar-number = Isi nomor keputusan bersama tahun yang sudah ada dalam paket.
help-office-calendar-ramadan = Tetapkan Ramadan dan jam pulang selama Ramadan.
help-office-calendar-day = Tanggal, misalnya 2027-06-22.
help-office-calendar-name = Nama hari libur.
help-office-calendar-decree = Nomor keputusan atau surat edaran.
help-office-calendar-unit = Nama unit; unit di bawahnya ikut. Tanpa ini untuk semua unit.
help-office-calendar-year = Tahun.
help-office-calendar-history = Juga yang sudah ditarik kembali.
help-office-calendar-number-of = Nomor dalam kurung siku pada tilik office calendar show.
help-office-calendar-file = Tabel dengan kolom tanggal, jenis (libur_nasional atau cuti_bersama), nama.
help-office-calendar-words = Nomor keputusan bersama itu.
help-office-calendar-until = Jam pulang, misalnya 15.00.
help-code = Buat kode pendaftaran baru untuk satu orang, misalnya bila ponselnya hilang.
help-code-nip = NIP orangnya, 18 angka.
help-codes-sheet = Tulis kode pendaftaran ke PDF ini, sepuluh lembar sehalaman untuk digunting, dan tidak di layar.
help-export = Tulis catatan kerja dan nilai ke berkas XLSX dan CSV.
help-export-log = Catatan kerja satu unit dan satu bulan, dalam bentuk isian e-Kinerja.
help-export-scores = Nilai kinerja satu triwulan, satu baris setiap orang.
help-export-unit = Nama unit; unit di bawahnya ikut.
help-export-month = Bulan, misalnya 2026-11.
help-export-quarter = Triwulan, misalnya 2026-Q4.
help-export-folder = Folder tujuan.
help-export-force = Timpa berkas yang sudah ada.
help-zone = Zona waktu unit (WIB, WITA, WIT, atau nama IANA).
help-qr = Kode dan tautan setiap loket, untuk poster.
help-qr-folder = Tulis poster setiap loket ke folder ini.
help-qr-username = Nama pengguna bot Telegram, tanpa @.
help-json = Cetak sebagai JSON.
help-whatsapp = Akun WhatsApp kantor: templat, dan surat yang belum sampai.
help-whatsapp-templates = Tampilkan, periksa, buat, atau samakan templat pembuka percakapan.
help-whatsapp-deed = show: keadaannya di WhatsApp; check: periksa di sini saja; create: buat atau ubah di WhatsApp; sync: catat keadaannya.
help-whatsapp-again = Coba kirim sekali lagi surat yang ditolak WhatsApp, misalnya setelah pembayaran beres.
help-whatsapp-letters = Surat yang tertahan dan pesan yang tidak terkirim dalam 30 hari, dengan sebabnya.
help-texts = Kata-kata Tilik, dilihat sebagai satu kesatuan.
help-texts-bubbles = Mainkan setiap percakapan dan pengingat di kantor contoh, lalu hitung gelembungnya di WhatsApp.
help-texts-language = Bahasa yang dimainkan: id atau en; tanpa ini bahasa terminal.

setting-missing-token = { $name } belum diisi. Minta token bot kepada @BotFather di Telegram, lalu simpan di lingkungan atau di berkas .env. Untuk WhatsApp saja, isi setelan TILIK_WHATSAPP (docs/whatsapp.md).
setting-missing-secret = { $name } belum diisi. Dengan TILIK_PUBLIC_URL, Tilik menerima pesan lewat webhook dan perlu rahasia: huruf, angka, _ dan -, sampai 256.
setting-missing-whatsapp-setting = { $name } belum diisi, padahal setelan TILIK_WHATSAPP lain sudah. WhatsApp memerlukan semuanya: TOKEN, PHONE_ID, BUSINESS_ID, APP_SECRET dan VERIFY_TOKEN (docs/whatsapp.md).
setting-missing-whatsapp-secret = { $name } belum diisi. Tanpa rahasia aplikasi ini siapa pun dapat berpura-pura menjadi WhatsApp, maka Tilik tidak berjalan. Ambil di Meta: App settings, Basic, App secret.
setting-malformed = { $name } tidak dapat dipakai. Periksa penulisannya.
setting-no-folder = Folder di { $name } tidak dapat dibuat. Periksa penulisannya dan hak aksesnya.
setting-short-secret = { $name } terlalu pendek: paling sedikit 32 huruf. Buat yang acak, misalnya dengan: python3 -c 'import secrets; print(secrets.token_hex(32))'
setting-no-secret-file = Berkas rahasia secret.key di folder { $name } tidak dapat dibaca atau dibuat. Periksa hak aksesnya, atau isi TILIK_SECRET.
setting-malformed-secret = { $name } hanya boleh berisi huruf, angka, _ dan -, paling banyak 256.

run-second-copy = Tilik sudah berjalan dengan berkas { $file }. Hentikan yang itu dulu, atau pakai berkas lain.
code-other-secret = Kode tidak dibuat: rahasia di mesin ini (TILIK_SECRET atau secret.key) bukan yang dipakai Tilik di basis data ini, sehingga kodenya tidak akan berlaku. Pakai rahasia yang sama, lalu ulangi.
run-not-migrated = Basis data belum mutakhir. Jalankan: tilik migrate
run-database-away = Basis data tidak dapat dibuka. Periksa TILIK_DATABASE_URL dan TILIK_HOME.
run-token-refused = Telegram menolak token di TILIK_TELEGRAM_TOKEN. Periksa token dari @BotFather.
run-port-taken = Alamat { $listen } sudah dipakai program lain. Ubah TILIK_LISTEN.
run-cannot-listen = Tilik tidak dapat menerima sambungan di { $listen }. Ubah TILIK_LISTEN.
run-ready-polling = Tilik berjalan dan menjemput pesan dari Telegram. Ctrl+C untuk berhenti.
run-ready-webhook = Tilik berjalan dan menerima pesan di { $url }/telegram. Ctrl+C untuk berhenti.
run-ready-whatsapp = Tilik berjalan dan menerima pesan WhatsApp di { $url }/whatsapp. Ctrl+C untuk berhenti.
run-stopped = Tilik berhenti.
migrate-done = Basis data sudah mutakhir.

verify-counts = { NUMBER($ratings) } penilaian, { NUMBER($tallies) } rekap, { NUMBER($differences) } perbedaan
verify-difference = { $where }: tersimpan { $kept }, seharusnya { $counted }
verify-unknown = { NUMBER($count) } pesan pengingat belum pasti sampai; tidak dikirim ulang:
verify-unknown-prompt = kampanye { $campaign }, { $kind }, orang { NUMBER($person, useGrouping: 0) }, { $day }

weights-are = { $quarter }: kuantitas { $quantity }, kualitas { $quality }, disiplin { $discipline }, warga { $citizens } (persen)
weights-set = Berlaku mulai { $quarter }: kuantitas { $quantity }, kualitas { $quality }, disiplin { $discipline }, warga { $citizens } (persen)
weights-no-quarter = { $value } bukan triwulan. Tulis seperti 2027-Q1.
weights-past = { $quarter } sudah lewat: nilai yang sudah dibaca orang tidak diubah. Pilih triwulan berjalan atau sesudahnya.
weights-not-hundred = Beri keempat bobot dengan bilangan bulat mulai dari 0 yang berjumlah 100, misalnya --quantity 40 --quality 20 --discipline 20 --citizens 20.

code-made = { $name }: daftar { $code } (sekali pakai, berlaku { NUMBER($hours) } jam; kode sebelumnya tidak berlaku lagi). Dipakai di saluran yang sama, ponsel yang lama tidak terhubung lagi; dipakai di saluran lain, keduanya terhubung.
code-on-sheet = { $name }: kode pendaftaran baru ditulis ke { $file } (sekali pakai, berlaku { NUMBER($hours) } jam; kode sebelumnya tidak berlaku lagi).
code-left = { $name } sudah tidak bertugas, maka tidak ada kode untuknya. Bila kembali bertugas, masukkan dulu dengan: tilik import people BERKAS
code-nobody = Tidak ada orang dengan NIP { $nip }. Masukkan dulu dengan: tilik import people BERKAS

demo-ready =
    Tilik dalam kotak: { $url }
    1. Warga: klik sebuah poster, Sari memindai QR di loket. Satu ketukan sudah sebuah penilaian.
    2. Pegawai: di ponsel Dewi ketik “catat”, lalu “saya”: nilainya, dan dari mana angkanya.
    3. Atasan: di ponsel Ratna ketik “setuju”, “tim”, dan “ringkasan”.
    4. Tekan » Triwulan: evaluasi diri dibuka. Isi di ponsel Dewi, beri penilaian di ponsel Ratna (“evaluasi”).
    5. Tekan » Triwulan lagi: pengingat bagi yang belum, lalu ringkasan triwulan untuk Ratna.
    6. WhatsApp, ponsel berkepala hijau: Wati memindai poster yang sama, Bayu tanpa nomor telepon.
       Dewi ada di dua saluran: ketik “saluran”, pilih WhatsApp, lalu tekan » Triwulan: datang templat.
    Ctrl+C untuk berhenti; semua data contoh ikut hilang.
demo-port-taken = Port { $port } sudah dipakai. Coba yang lain: tilik demo --port 8766

bubbles-column-conversation = percakapan
bubbles-column-who = oleh
bubbles-column-way = cara
bubbles-column-taps = ketuk
bubbles-column-typed = ketik
bubbles-column-sent = kirim
bubbles-column-bubbles = gelembung
bubbles-column-deed = per tindakan
bubbles-column-longest = terpanjang
bubbles-column-shortened = label disingkat
bubbles-column-lists = daftar
bubbles-column-buttons = tombol
bubbles-who-citizen = warga
bubbles-who-newcomer = pegawai baru
bubbles-who-employee = pegawai
bubbles-who-superior = atasan
bubbles-who-head = kepala unit
bubbles-way-shortest = terpendek
bubbles-way-fullest = terlengkap
bubbles-way-aside = di sela formulir lain
bubbles-way-prompt = disapa Tilik
bubbles-total = { $conversations } percakapan dengan cara terpendek: { $deeds } tindakan, { $bubbles } gelembung. { $prompts } pengingat: { $unasked } gelembung bila jendela terbuka.
bubbles-sample = Antrean cepat dan petugasnya ramah
