whatsapp-choose = Pilih langkah
whatsapp-more = Pilihan lain:
whatsapp-no-file = Berkas ini tidak dapat ditampilkan di WhatsApp. Pengirimnya dapat mengirimnya lagi sebagai PDF.

file-photo = foto yang Anda kirim
file-voice = pesan suara yang Anda kirim
file-document = dokumen yang Anda kirim
file-named = berkas “{ $name }”
file-lost = Maaf, { $what } tidak berhasil kami simpan. Mohon kirim sekali lagi.
file-large = Maaf, { $what } terlalu besar untuk kami simpan. Mohon kirim yang lebih kecil dari { NUMBER($most) } MB, atau kirim tautannya.
file-quota = Terima kasih. Hari ini sudah { NUMBER($most) } berkas Anda kami simpan, batas untuk sehari, sehingga yang ini tidak kami simpan. Silakan kirim lagi besok, atau kirim tautannya.
file-unread = Maaf, { $what } tidak dapat kami baca, jadi keterangan di dalamnya (tempat, waktu, nama) tidak dapat kami hapus. Karena itu tidak kami simpan. Mohon kirim sebagai foto biasa.
file-huge = Maaf, { $what } terlalu besar untuk dibersihkan dari keterangan di dalamnya, jadi tidak kami simpan. Mohon kirim sebagai foto biasa.
file-used = Catatan Anda tetap tersimpan, tetapi bukti ini belum ada di dalamnya. Ketik <b>riwayat</b> untuk membuka catatan itu dan menambahkan buktinya.
file-coming = Berkasnya belum selesai kami ambil. Mohon coba buka sebentar lagi.
file-gone = Berkasnya tidak dapat dibuka lagi. Mohon minta pengirimnya mengirim sekali lagi.
file-not-here = Berkas jenis ini tidak dapat ditampilkan di sini. Mohon minta pengirimnya mengirim sebagai foto atau PDF.
