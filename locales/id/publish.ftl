# tilik publish: kata-kata di layar, dan halaman hasil untuk umum.

publish-written = Diterbitkan: { $folder } ({ NUMBER($count) } berkas)
publish-nothing = Belum ada yang dapat diterbitkan: belum ada jawaban warga yang dirilis.
publish-not-ours = Folder { $folder } berisi sesuatu yang bukan terbitan Tilik, jadi tidak diganti. Pilih folder lain, atau yang masih kosong.

public-title = Hasil penilaian warga
public-about = Warga menilai layanan kantor ini. Di sini hasilnya, apa adanya, untuk setiap unit dan triwulan.
public-all = Semua hasil
public-running = masih berjalan; angka per { DATETIME($day, dateStyle: "long") }
public-over = sudah selesai; angka per { DATETIME($day, dateStyle: "long") }
public-few = Belum ditampilkan: jawabannya belum cukup banyak, atau darinya dapat dihitung jawaban yang terlalu sedikit di tempat lain.
public-survey = Survei kepuasan resmi (IKM)
public-official = <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b> mutu { $letter } ({ $band }), dari { NUMBER($n) } responden
public-official-target = <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b> mutu { $letter } ({ $band }), dari { NUMBER($n) } responden; sasaran { NUMBER($target) } tercapai
public-official-provisional = <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b> sementara, mutu { $letter } ({ $band }), dari { NUMBER($n) } responden; sasarannya { NUMBER($target) }
public-own = <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b> mutu { $letter } ({ $band }), dari { NUMBER($n) } responden; survei tambahan kantor ini, bukan IKM
public-indices = Indeks harian
public-daily = <b>{ NUMBER($index, minimumFractionDigits: 2) }</b> { $kind ->
    [verified] dari { NUMBER($n) } penilaian dengan kode kunjungan
    [assisted] dari { NUMBER($n) } penilaian yang dibantu petugas
   *[daily] dari { NUMBER($n) } penilaian terbuka
 }
public-how-daily = Indikatif: satu ketukan setelah dilayani, dari 25 sampai 100. Bukan IKM, dan tidak dijumlahkan dengannya.
public-elements = Nilai setiap unsur
public-head-element = Unsur
public-head-score = Nilai
public-head-n = Jawaban
public-score = { NUMBER($score, minimumFractionDigits: 2) } ({ $letter })
public-n = { NUMBER($n) }
public-lowest = Tiga unsur terendah
public-speed = Waktu pelayanan
public-speed-how = Dari kunjungan yang dicatat waktunya oleh loket. Layanan dengan terlalu sedikit kunjungan, atau yang dilayani satu orang saja, tidak ditampilkan.
public-half = separuh dari { $n } kunjungan selesai dalam { $half } menit.
public-half-promised = separuh dari { $n } kunjungan selesai dalam { $half } menit. Dijanjikan { $promised } menit; { $within } % menepatinya.
public-sheet-speed = Waktu pelayanan (menit)
public-doing = Yang sedang diperbaiki
public-review-open = { $element } ({ $unit }): sebabnya sedang dicari, rencananya paling lambat { DATETIME($day, dateStyle: "long") }.
public-review-planned = { $element } ({ $unit }): { $words } Paling lambat { DATETIME($day, dateStyle: "long") }.
public-review-planned-bare = { $element } ({ $unit }): sedang diperbaiki, paling lambat { DATETIME($day, dateStyle: "long") }.
public-review-training = { $element } ({ $unit }): pelatihan, paling lambat { DATETIME($day, dateStyle: "long") }.
public-changed = Yang sudah berubah
public-review-changed = { $element } ({ $unit }), { DATETIME($day, dateStyle: "long") }: { $words }
public-review-changed-bare = { $element } ({ $unit }): berubah { DATETIME($day, dateStyle: "long") }.
public-complaints = Pengaduan
public-complaints-later = Diumumkan setelah triwulan selesai.
public-complaints-few = Tidak ada, atau terlalu sedikit untuk ditampilkan.
public-complaint = { $kind ->
    [ask] Pertanyaan
    [wish] Usul
   *[plain] Pengaduan
 }: { NUMBER($n) }; dari { NUMBER($judged) } yang dijawab atau lewat batas waktu, { NUMBER($kept) } dijawab tepat waktu
public-complaints-how = Menurut tanggal pengaduan disampaikan. Pengaduan tentang uang, wewenang dan disiplin ditangani tim pengawas dan tidak dihitung di sini. Kanal resmi: lapor.go.id atau SMS 1708.
public-below = Unit di bawahnya
public-safe = Tidak ada nama warga maupun pegawai di sini. Jawaban baru dirilis bersama sedikitnya empat jawaban lain, dan angka dari jawaban yang terlalu sedikit tidak ditampilkan.
public-sheet-official = IKM
public-sheet-daily = Indeks harian terbuka
public-sheet-verified = Indeks harian terverifikasi
public-sheet-assisted = Indeks harian dibantu
public-sheet-complaints = Pengaduan
proof-way = Bukti terhitung
proof-title = Bukti terhitung, { $quarter }
proof-how = Setelah menilai, warga dapat menyimpan kode enam huruf. Kode yang ada di sini terhitung di dalam angka triwulan ini, bersama { NUMBER($n) } penilaian. Apa isinya tidak dapat diketahui dari kode. Cari menurut huruf pertamanya:
proof-root = Sidik jari semua penilaian itu: <b>{ $root }</b>. Siapa pun dapat menghitungnya ulang dari CSV; mengubah atau menghapus satu penilaian saja mengubahnya.
proof-codes = Penilaian dengan kode ini terhitung:
