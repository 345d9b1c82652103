# Impor: berkas kantor yang dikirim lewat obrolan, dilihat dulu, lalu dimasukkan.

impor-not-yours = Ini untuk admin kepegawaian.
impor-gone = Berkas itu tidak ada, atau bukan untuk Anda.
impor-file = { $open ->
        [0] Silakan kirim berkasnya (XLSX atau CSV) ke sini. Isinya kami periksa dulu; belum ada yang berubah sebelum Anda setuju.
       *[other] Silakan kirim berkasnya (XLSX atau CSV) ke sini, atau pilih yang masih menunggu.
    }
impor-hint = Mohon kirim berkas XLSX atau CSV sebagai dokumen.
impor-waits = Menunggu: { $name }
button-impor-again = Kirim berkas
impor-coming = Berkas <b>{ $name }</b> sudah diterima dan sedang dibaca. Hasilnya datang sebentar lagi.

impor-which = Apa isi berkas <b>{ $name }</b>?
impor-kind-people = Pegawai
impor-kind-units = Unit
impor-kind-posts = Jabatan
impor-kind-superiors = Atasan
impor-kind-services = Layanan
impor-kind-counters = Loket
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
impor-codes = { NUMBER($count) } pegawai di unit Anda belum bergabung dan belum punya kode. Kode dapat diberikan satu per satu lewat <b>pegawai</b>, atau dicetak sekaligus oleh operator dari berkas yang sama: <b>tilik import people BERKAS --sheet kode.pdf</b>.
button-impor-people = Beri kode
impor-wrong = Berkas <b>{ $name }</b> belum dapat dimasukkan:
impor-beyond = Berkas <b>{ $name }</b> mengubah unit di luar yang Anda urus, jadi tidak dimasukkan. Mohon kirim hanya unit Anda, atau serahkan kepada bagian kepegawaian yang mengurus semuanya.
impor-same = Semua isi berkas <b>{ $name }</b> sudah sama dengan yang tercatat. Tidak ada yang perlu diubah.
impor-broken = Maaf, berkas <b>{ $name }</b> gagal kami olah karena gangguan di pihak kami. Tidak ada yang diubah. Mohon coba lagi, atau hubungi operator.

# Perubahan tanpa berkas (atasan, masa tugas, pengaturan) yang menunggu orang kedua.

impor-open = Pilih yang menunggu persetujuan Anda.
impor-kind-superior = Penggantian atasan
impor-kind-left = Akhir masa tugas
impor-kind-setting = Pengaturan kantor
impor-change-second = { $giver } meminta persetujuan Anda. { $kind }:
impor-change-waiting = Menunggu persetujuan orang kedua; belum ada yang berubah. Begitu ada keputusan, Anda kami kabari.
impor-change-is-done = { $kind }: sudah disetujui dan berlaku.
impor-change-is-refused = { $kind }: tidak dilakukan. Tidak ada yang diubah.
impor-change-is-dropped = { $kind }: dibatalkan. Tidak ada yang diubah.
impor-change-agreed = ✓ { $kind }: disetujui oleh { $by }.
impor-change-rejected = { $by } tidak menyetujui. { $kind }: tidak ada yang diubah; silakan bicarakan berdua, lalu ajukan lagi bila perlu.
impor-change-outdated = { $kind }: tidak dilakukan, tidak ada yang diubah. Silakan ajukan lagi bila masih perlu.
