# Satu orang, beberapa obrolan: kode untuk orang yang sudah terhubung, dan siapa yang memastikannya.

open-akun = akun | bukan saya | ya itu saya | ya, itu saya | ponsel lama hilang
open-verifikasi = verifikasi | verification
title-akun = akun
title-verifikasi = verifikasi
command-akun = Obrolan yang terhubung dengan Anda
command-verifikasi = Pastikan ponsel baru pegawai
guide-verifikasi = <b>verifikasi</b> – memastikan obrolan baru seorang pegawai memang miliknya
button-akun = Akun saya
button-akun-yes = Ya, itu saya
button-akun-not-me = Bukan saya
button-akun-old-gone = Ponsel lama hilang
button-verifikasi-new = Yang baru benar
button-verifikasi-old = Yang lama benar
button-verifikasi-none = Tidak satu pun
button-verifikasi-freeze = Bekukan dulu

akun-coded = Bagian kepegawaian baru saja membuat kode agar akun Tilik Anda dapat dipakai juga di ponsel atau saluran lain. Bila memang Anda yang meminta, tidak ada yang perlu dilakukan. Bila bukan, ketuk <b>Bukan saya</b>: kode itu dibatalkan, dan akun Anda dibekukan sampai bagian kepegawaian memeriksanya bersama Anda.
akun-used = Kode untuk akun Tilik Anda baru dipakai di { $channel }, { DATETIME($day, dateStyle: "long") } pukul { $time } { $zone }. Apakah itu Anda? Bila bukan, ketuk <b>Bukan saya</b>: kedua obrolan dibekukan sampai bagian kepegawaian memeriksanya bersama Anda.
akun-used-here = Kode yang baru dibuat untuk Anda dipakai di { $channel }, di obrolan yang memang sudah terhubung dengan Anda. Tidak ada yang berubah.
akun-owned = Terima kasih. Obrolan baru Anda di { $channel } sekarang terhubung sepenuhnya.
akun-disowned = Terima kasih sudah memberi tahu. Semua obrolan akun ini sekarang dibekukan, termasuk yang ini, sampai bagian kepegawaian memeriksanya bersama Anda. Catatan kerja Anda tetap tersimpan.
akun-frozen = Akun ini sedang dibekukan, karena ada yang menyampaikan bahwa salah satu obrolannya bukan miliknya. Catatan yang ada tetap tersimpan. Mohon hubungi bagian kepegawaian agar diperiksa bersama Anda.

akun-new = Terima kasih, { $name }. Akun ini sudah terhubung di obrolan lain, jadi kami pastikan dulu bahwa obrolan ini juga milik Anda.
akun-new-there = Buka obrolan lama di { $channel }, lalu ketuk <b>Ya, itu saya</b>. Bila ponsel lama tidak ada lagi, ketuk <b>Ponsel lama hilang</b>: bagian kepegawaian yang memastikannya.
akun-new-unreached = Obrolan lama tidak dapat kami jangkau. Ketuk <b>Ponsel lama hilang</b>: bagian kepegawaian yang memastikannya.
akun-new-asked = Bagian kepegawaian sudah kami minta memastikannya dengan Anda. Obrolan lama dilepas begitu bagian kepegawaian menyetujuinya.
akun-log-only = Sampai itu jelas, di sini Anda dapat mencatat pekerjaan hari ini. Yang lain menyusul.
akun-new-only = Obrolan ini belum dipastikan milik Anda. Sampai itu jelas, di sini Anda dapat mencatat pekerjaan hari ini; yang lain menyusul. Ketik <b>akun</b> untuk melihat cara memastikannya.
akun-open = Obrolan ini sekarang terhubung sepenuhnya dengan Anda. Pengingat datang di { $channel }; ketik <b>saluran</b> untuk memilih yang lain, atau <b>bantuan</b> untuk melihat semuanya.
akun-check-log = Mohon periksa <b>riwayat</b>: bila ada catatan yang bukan dari Anda, tarik catatan itu.
akun-not-theirs = Menurut pemeriksaan bagian kepegawaian, obrolan ini bukan milik pegawai yang bersangkutan, maka sambungannya dilepas. Sebagai warga, Anda tetap dapat menilai layanan. Bila ini keliru, mohon hubungi bagian kepegawaian.
akun-asked = Bagian kepegawaian sudah kami minta memastikannya dengan Anda. Begitu ada keputusan, Anda kami kabari.
akun-nobody-joined = Belum ada orang kedua yang terhubung dengan Tilik untuk memastikannya. Mohon minta salah satu dari mereka bergabung, lalu mengetik <b>verifikasi</b>: { $names }.
akun-nobody = Belum ada orang kedua di bagian kepegawaian untuk memastikannya. Mohon sampaikan kepada pimpinan kantor Anda.
akun-operator = operator Tilik
akun-no-channel = belum ada

akun-nothing-waits = Tidak ada obrolan baru yang menunggu kepastian Anda. Anda terhubung di:
akun-chat = • { $channel }
akun-not-joined = Pilihan ini untuk pegawai yang sudah terdaftar. Ketik <b>daftar</b> bila Anda mempunyai kode.
akun-gone = Tidak ada yang menunggu di sini, atau bukan untuk Anda.
akun-is-coded = Kode itu belum dipakai.
akun-is-waiting = Itu masih menunggu kepastian.
akun-is-frozen = Akun ini sudah dibekukan dan menunggu pemeriksaan bagian kepegawaian.
akun-is-agreed = Itu sudah dipastikan dari obrolan lama. Bila keliru, segera hubungi bagian kepegawaian.
akun-is-confirmed = Itu sudah dipastikan oleh bagian kepegawaian. Bila keliru, segera hubungi mereka.
akun-is-silent = Itu sudah berlaku karena tidak ada yang menolak pada waktunya. Bila keliru, segera hubungi bagian kepegawaian.
akun-is-refused = Itu sudah diperiksa: obrolan baru itu bukan miliknya, dan sudah dilepas.
akun-is-ended = Itu sudah tidak berlaku lagi.

verifikasi-waits = { $name } memakai kode pendaftaran di { $channel } pada { DATETIME($day, dateStyle: "long") } pukul { $time }, padahal sudah terhubung di obrolan lain. Kode itu dibuat oleh { $by }.
verifikasi-lost = { $name } memakai kode pendaftaran di { $channel } pada { DATETIME($day, dateStyle: "long") } pukul { $time } dan menyampaikan bahwa ponsel lamanya tidak ada lagi. Kode itu dibuat oleh { $by }. Bila Anda memilih <b>Yang baru benar</b>, obrolan lama dilepas.
verifikasi-frozen = Akun { $name } dibekukan: ada yang menyampaikan “Bukan saya”. Kode dibuat oleh { $by }. Obrolan baru: { $channel }. Waktu: { DATETIME($day, dateStyle: "long") } pukul { $time }.
verifikasi-how = Mohon pastikan dahulu dengan orangnya, bertatap muka atau lewat nomor telepon yang Anda kenal, bukan lewat Tilik.
verifikasi-title = { NUMBER($count) } akun menunggu kepastian Anda.
verifikasi-none = Tidak ada akun yang menunggu kepastian Anda.
verifikasi-not-yours = Ini untuk bagian kepegawaian.
verifikasi-done-y = Baik, obrolan baru { $name } di { $channel } sekarang terhubung sepenuhnya, dan sudah kami kabari.
verifikasi-done-l = Baik, obrolan lama { $name } terhubung kembali dan obrolan baru dilepas. Semua obrolannya sudah kami kabari.
verifikasi-done-t = Baik, semua obrolan { $name } dilepas dan dikabari. Beri kode baru lewat <b>pegawai</b> bila orangnya sudah bersama Anda.
