# Impor: berkas kantor yang dikirim lewat obrolan, dilihat dulu, lalu dimasukkan.

impor-not-yours = Ini untuk bagian kepegawaian.
impor-gone = Berkas itu tidak ada, atau bukan untuk Anda.
impor-file = { $open ->
        [0] Silakan kirim berkasnya (XLSX atau CSV) ke sini: pegawai, unit, jabatan, atasan, layanan, loket, standar layanan, target kinerja, cuti, atau tim kerja. Isinya kami periksa dulu; belum ada yang berubah sebelum Anda setuju. Belum punya tabelnya? Pilih <b>Tabel kosong</b>.
       *[other] Silakan kirim berkasnya (XLSX atau CSV) ke sini, atau pilih yang masih menunggu. Kolom dan contohnya ada di <b>Tabel kosong</b>.
    }
impor-hint = Mohon kirim berkas XLSX atau CSV sebagai dokumen.
impor-waits = Menunggu: { $name }
impor-about = { $kind }, { $name }
impor-since = { $name } ({ DATETIME($day, dateStyle: "medium") }, { $time })
button-impor-again = Kirim berkas
impor-coming = Berkas <b>{ $name }</b> sudah diterima dan sedang dibaca. Hasilnya datang sebentar lagi.

impor-which = Apa isi berkas <b>{ $name }</b>?
impor-kind-people = Pegawai
impor-kind-units = Unit
impor-kind-posts = Jabatan
impor-kind-superiors = Atasan
impor-kind-services = Layanan
impor-kind-counters = Loket
impor-kind-standards = Standar layanan
impor-kind-targets = Target kinerja
impor-kind-leave = Cuti dan dinas luar
impor-kind-teams = Tim kerja

impor-preview = Berkas <b>{ $name }</b> ({ $kind }). Belum ada yang diubah; bila dimasukkan:
impor-counts = { NUMBER($new) } baru, { NUMBER($changed) } berubah, { NUMBER($ended) } berakhir, { NUMBER($same) } tetap.
impor-more = dan { NUMBER($count) } lagi
impor-needs-second = Ini menyangkut atasan, peran, atau NIP. Karena itu orang kedua perlu ikut menyetujui: rekan kepegawaian, atau kepala unit teratas bila belum ada.
button-impor-yes = Masukkan
button-impor-no = Batal
button-impor-back = Tarik kembali
impor-waiting = Berkas <b>{ $name }</b> menunggu persetujuan orang kedua. Begitu ada keputusan, Anda kami kabari.
impor-is-confirmed = Berkas <b>{ $name }</b> sedang dimasukkan. Hasilnya datang sebentar lagi.
impor-is-done = Berkas <b>{ $name }</b> sudah dimasukkan.
impor-is-refused = Berkas <b>{ $name }</b> tidak dimasukkan.
impor-is-dropped = Berkas <b>{ $name }</b> dibatalkan. Tidak ada yang diubah.

impor-second = { $giver } mengirim berkas <b>{ $name }</b> ({ $kind }) yang menyangkut atasan, peran, atau NIP, dan meminta persetujuan Anda. Bila dimasukkan:
impor-operator = Operator Tilik
button-impor-agree = Setujui
button-impor-refuse = Tolak
impor-rejected = { $by } tidak menyetujui berkas { $name }. Tidak ada yang diubah; silakan bicarakan berdua, lalu kirim lagi bila perlu.

impor-done = Berkas <b>{ $name }</b> sudah dimasukkan.
impor-done-by = Disetujui juga oleh { $by }.
impor-codes = { NUMBER($count) } pegawai di unit Anda belum bergabung dan belum punya kode. Ketuk <b>Beri kode</b> untuk daftarnya.
button-impor-people = Beri kode
impor-wrong = Berkas <b>{ $name }</b> belum dapat dimasukkan:
impor-beyond = Berkas <b>{ $name }</b> mengubah unit di luar yang Anda urus, jadi tidak dimasukkan. Mohon kirim hanya unit Anda, atau serahkan kepada bagian kepegawaian yang mengurus semuanya.
impor-same = Semua isi berkas <b>{ $name }</b> sudah sama dengan yang tercatat. Tidak ada yang perlu diubah.
impor-broken = Maaf, berkas <b>{ $name }</b> gagal kami olah karena gangguan di pihak kami. Tidak ada yang diubah. Mohon coba lagi, atau hubungi operator.

# Perubahan tanpa berkas (atasan, masa tugas, pengaturan) yang menunggu orang kedua.

impor-open = Pilih yang menunggu persetujuan Anda.
impor-kind-superior = Penggantian atasan
impor-kind-nip = Perubahan NIP
impor-kind-left = Akhir masa tugas
impor-kind-acting = Penunjukan pengganti atasan
impor-kind-setting = Pengaturan kantor
impor-change-second = { $giver } meminta persetujuan Anda. { $kind }:
impor-change-waiting = Menunggu persetujuan orang kedua; belum ada yang berubah. Begitu ada keputusan, Anda kami kabari.
impor-change-is-done = { $kind }: sudah disetujui dan berlaku.
impor-change-is-refused = { $kind }: tidak dilakukan. Tidak ada yang diubah.
impor-change-is-dropped = { $kind }: dibatalkan. Tidak ada yang diubah.
impor-change-agreed = ✓ { $kind }: disetujui oleh { $by }.
impor-change-rejected = { $by } tidak menyetujui. { $kind }: tidak ada yang diubah; silakan bicarakan berdua, lalu ajukan lagi bila perlu.
impor-change-outdated = { $kind }: tidak dilakukan, tidak ada yang diubah. Silakan ajukan lagi bila masih perlu.

button-impor-tables = Tabel kosong
button-impor-other-table = Tabel lain
impor-tables = Berkas apa yang akan Anda isi? Ketuk satu untuk kolom-kolomnya dan tabel kosongnya. Kantor baru mulai dari pegawai; unit ikut dari sana.
impor-table-how = Tabelnya kami kirim bersama pesan ini: satu baris contoh yang tidak ikut dimasukkan, pilihan isian, dan lembar Isian yang menjelaskan tiap kolom. Judul kolom kantor Anda sendiri biasanya juga dikenali.

# Tabel kosong: lembar penjelasnya.
isian-sheet = Isian
isian-page = Halaman { $page } dari { $pages }
isian-column = Kolom
isian-when = Kapan diisi
isian-what = Isinya
isian-example = Contoh
isian-filled = harus diisi di setiap baris
isian-needed = kolomnya harus ada, boleh kosong
isian-free = boleh kosong, kolomnya boleh dihapus
isian-one-of = salah satu: { $words }
isian-some-of = satu atau beberapa, dipisah titik koma: { $words }
isian-choose = Pilih salah satu dari daftar. Pilihan lain dijelaskan di lembar Isian.
isian-nip = 18 angka NIP; biarkan sebagai teks
isian-day = tanggal, misalnya 2 Januari 2027 atau 2/1/2027
isian-several = nama; bila beberapa, dipisah titik koma
isian-number = angka
isian-quarter = triwulan, misalnya 2027-Q1
isian-weekdays = hari kerja, misalnya Senin-Jumat; hanya untuk sif dan paruh waktu
isian-lines = tulisan, boleh beberapa baris; "dicabut" bila tidak berlaku lagi
isian-words = tulisan
isian-example-row = Baris contoh di lembar pertama tidak ikut dimasukkan selama tidak diubah. Kolom berlatar kuning harus diisi.

impor-row-people = <b>Pegawai</b>: satu baris untuk setiap orang, dengan jabatan, atasan, dan perannya.
impor-row-units = <b>Unit</b>: satu baris untuk setiap unit, dan unit di atasnya.
impor-row-posts = <b>Jabatan</b>: satu baris untuk setiap jabatan seseorang, juga Plt. dan Plh., dengan harinya.
impor-row-superiors = <b>Atasan</b>: satu baris untuk setiap orang dan atasannya, dengan harinya.
impor-row-services = <b>Layanan</b>: satu baris untuk setiap layanan di setiap loket.
impor-row-counters = <b>Loket</b>: satu baris untuk setiap loket; layanan yang dibuka atau ditutup di sana, atau nama barunya.
impor-row-standards = <b>Standar layanan</b>: satu baris untuk setiap layanan; yang dibaca warga. Sel boleh berisi beberapa baris, dan sel kosong tidak mengubah apa pun; tulis <i>dicabut</i> bila tidak berlaku lagi.
impor-row-targets = <b>Target kinerja</b>: satu baris untuk setiap target seseorang dalam satu triwulan.
impor-row-leave = <b>Cuti dan dinas luar</b>: satu baris untuk setiap cuti atau dinas luar, dan untuk jadwal kerja yang berbeda dari unitnya.
impor-row-teams = <b>Tim kerja</b>: satu baris untuk setiap orang dalam tim.

impor-columns-people =
    Harus diisi: NIP, nama, unit, jabatan.
    Kolomnya harus ada, isinya boleh kosong: NIP atasan, peran.
    Boleh dihapus: unit tugas, loket, zona, unit induk, berhenti, NIP lama.
impor-columns-units =
    Harus diisi: unit kerja.
    Boleh dihapus: unit induk, zona waktu, hari kerja, mulai, tutup mulai, urutan.
impor-columns-posts =
    Harus diisi: NIP, unit kerja, jabatan.
    Boleh dihapus: jenis, mulai, sampai, NIP yang digantikan.
impor-columns-superiors =
    Harus diisi: NIP.
    Kolomnya harus ada, isinya boleh kosong: NIP atasan.
    Boleh dihapus: mulai, sampai.
impor-columns-services =
    Harus diisi: unit, layanan, loket.
    Boleh dihapus: penduduk dilayani, penduduk menurut kelompok, unit induk, zona.
impor-columns-counters =
    Harus diisi: unit kerja, loket.
    Kolomnya harus ada, isinya boleh kosong: layanan.
    Boleh dihapus: status, nama baru.
impor-columns-standards =
    Harus diisi: unit kerja, layanan.
    Boleh dihapus: persyaratan, prosedur, waktu, biaya, produk, jam buka, pengaduan.
impor-columns-targets =
    Harus diisi: NIP, triwulan, hasil, indikator.
    Kolomnya harus ada, isinya boleh kosong: target.
    Boleh dihapus: satuan.
impor-columns-leave =
    Harus diisi: NIP, jenis, mulai.
    Kolomnya harus ada, isinya boleh kosong: sampai.
    Boleh dihapus: hari kerja, hari libur, status.
impor-columns-teams =
    Harus diisi: tim kerja, unit kerja, NIP.
    Kolomnya harus ada, isinya boleh kosong: peran.
    Boleh dihapus: mulai, sampai.
