# NIP: apa yang keliru pada nomor yang ditulis.

nip-empty = NIP belum diisi. Mohon tuliskan 18 angka.
nip-not-digits = NIP hanya terdiri atas angka. Mohon periksa apakah ada huruf atau tanda lain di dalamnya.
nip-too-short = NIP terdiri atas 18 angka, yang ditulis baru { NUMBER($length) }. Mohon periksa angka yang terlewat.
nip-too-long = NIP terdiri atas 18 angka, yang ditulis { NUMBER($length) }. Mohon periksa angka yang berlebih.
nip-old-nine-digits = Ini NIP lama dengan sembilan angka. Mohon pakai NIP baru dengan 18 angka; nomor itu tercantum di SK atau kartu pegawai.
nip-spreadsheet = Nomor ini sudah dibulatkan oleh lembar kerja sehingga angka belakangnya hilang. Mohon jadikan kolom NIP sebagai teks, lalu isi kembali nomornya.
nip-no-such-date = Delapan angka pertama NIP adalah tanggal lahir (tahun, bulan, hari), tetapi tanggal { $digits } tidak ada.
nip-month = Angka ke-13 dan ke-14 NIP adalah bulan pengangkatan (01 sampai 12) atau kode kontrak PPPK (20 sampai 39), bukan { $digits }.
nip-sex = Angka ke-15 NIP adalah 1 (laki-laki) atau 2 (perempuan), bukan { $digit }.
nip-sequence = Tiga angka terakhir NIP adalah nomor urut dari 001 sampai 999, bukan 000. Bila nomor ini berasal dari lembar kerja, jadikan kolomnya teks lebih dahulu.
nip-age = Menurut NIP ini, usia saat pengangkatan { NUMBER($age) } tahun. Mohon periksa tahun lahir dan tahun pengangkatan.
