# Bukti terhitung: kode yang membuktikan bahwa suatu penilaian dihitung, tanpa isinya.
button-counted = Simpan bukti
counted-which = Mohon ketik kode bukti Anda. Kode baru hanya dapat dibuat dalam 15 menit setelah menilai.
counted-code =
    Kode bukti: <b>{ $code }</b>

    Simpan bila perlu. Ketik <b>bukti</b> dengan kode ini kapan saja: jawabannya terhitung atau tidak, tanpa pernah menyebut isinya.
counted-waiting = { $code }: belum dirilis, masih menunggu bersama penilaian lain.
counted-yes = { $code }: terhitung. Penilaian ini ada di dalam angka { $quarter } yang sudah disegel, dan tidak berubah sejak dirilis.
counted-broken = { $code }: TIDAK cocok. Penilaian ini pernah diterima, tetapi tidak ditemukan utuh di dalam angka yang disegel. Laporkan ke inspektorat atau lapor.go.id dengan kode ini.
counted-unknown = Kode bukti itu tidak dikenal. Cocokkan huruf-hurufnya, lalu ketik sekali lagi.
guide-counted = <b>bukti</b> – kode bahwa penilaian Anda terhitung, tanpa isinya
