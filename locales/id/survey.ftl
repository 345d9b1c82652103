# Kuesioner sembilan unsur (PermenPANRB 14/2017); jawaban dari yang terendah.

question-persyaratan = Bagaimana pendapat Anda tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?
answer-persyaratan-1 = Tidak sesuai
answer-persyaratan-2 = Kurang sesuai
answer-persyaratan-3 = Sesuai
answer-persyaratan-4 = Sangat sesuai

question-prosedur = Bagaimana pemahaman Anda tentang kemudahan prosedur pelayanan di unit ini?
answer-prosedur-1 = Tidak mudah
answer-prosedur-2 = Kurang mudah
answer-prosedur-3 = Mudah
answer-prosedur-4 = Sangat mudah

question-waktu = Bagaimana pendapat Anda tentang kecepatan waktu dalam memberikan pelayanan?
answer-waktu-1 = Tidak cepat
answer-waktu-2 = Kurang cepat
answer-waktu-3 = Cepat
answer-waktu-4 = Sangat cepat

question-biaya = Bagaimana pendapat Anda tentang kewajaran biaya/tarif dalam pelayanan?
answer-biaya-1 = Sangat mahal
answer-biaya-2 = Cukup mahal
answer-biaya-3 = Murah
answer-biaya-4 = Gratis

question-produk = Bagaimana pendapat Anda tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan?
answer-produk-1 = Tidak sesuai
answer-produk-2 = Kurang sesuai
answer-produk-3 = Sesuai
answer-produk-4 = Sangat sesuai

question-kompetensi = Bagaimana pendapat Anda tentang kompetensi/kemampuan petugas dalam pelayanan?
answer-kompetensi-1 = Tidak kompeten
answer-kompetensi-2 = Kurang kompeten
answer-kompetensi-3 = Kompeten
answer-kompetensi-4 = Sangat kompeten

question-perilaku = Bagaimana pendapat Anda tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?
answer-perilaku-1 = Tidak sopan dan ramah
answer-perilaku-2 = Kurang sopan dan ramah
answer-perilaku-3 = Sopan dan ramah
answer-perilaku-4 = Sangat sopan dan ramah

question-sarpras = Bagaimana pendapat Anda tentang kualitas sarana dan prasarana?
answer-sarpras-1 = Buruk
answer-sarpras-2 = Cukup
answer-sarpras-3 = Baik
answer-sarpras-4 = Sangat baik

question-pengaduan = Bagaimana pendapat Anda tentang penanganan pengaduan pengguna layanan?
answer-pengaduan-1 = Tidak ada
answer-pengaduan-2 = Ada tetapi tidak berfungsi
answer-pengaduan-3 = Berfungsi kurang maksimal
answer-pengaduan-4 = Dikelola dengan baik

# Sebab yang dapat ditunjuk bila sebuah unsur dinilai rendah.

cause-persyaratan-tidak-jelas = Syarat tidak jelas
cause-persyaratan-terlalu-banyak = Syarat terlalu banyak
cause-persyaratan-berubah-ubah = Syarat berubah-ubah
cause-persyaratan-diminta-ulang = Berkas diminta ulang
cause-persyaratan-lainnya = Hal lain

cause-prosedur-tidak-jelas = Alur tidak jelas
cause-prosedur-berbelit = Alur berbelit
cause-prosedur-bolak-balik = Harus bolak-balik
cause-prosedur-sulit-daring = Sulit lewat daring
cause-prosedur-lainnya = Hal lain

cause-waktu-antrean = Antrean panjang
cause-waktu-petugas = Petugas kurang
cause-waktu-sistem = Sistem terganggu
cause-waktu-bolak-balik = Harus bolak-balik
cause-waktu-lainnya = Hal lain

cause-biaya-tidak-jelas = Biaya tidak jelas
cause-biaya-beda-tarif = Beda dari tarif resmi
cause-biaya-pungutan = Diminta biaya tambahan
cause-biaya-cara-bayar = Cara bayar sulit
cause-biaya-lainnya = Hal lain

cause-produk-salah-tulis = Ada salah tulis
cause-produk-tidak-sesuai = Tidak sesuai permohonan
cause-produk-belum-selesai = Belum selesai
cause-produk-rusak = Hasil rusak atau buram
cause-produk-lainnya = Hal lain

cause-kompetensi-tidak-tahu = Tidak tahu jawabannya
cause-kompetensi-keliru = Penjelasan keliru
cause-kompetensi-beda-jawaban = Jawaban berbeda-beda
cause-kompetensi-kurang-terampil = Petugas kurang terampil
cause-kompetensi-lainnya = Hal lain

cause-perilaku-tidak-ramah = Petugas tidak ramah
cause-perilaku-tidak-peduli = Petugas tidak peduli
cause-perilaku-membedakan = Warga dibeda-bedakan
cause-perilaku-tidak-di-tempat = Petugas tidak di tempat
cause-perilaku-lainnya = Hal lain

cause-pengaduan-tidak-ada = Tak tahu tempat mengadu
cause-pengaduan-tidak-dijawab = Pengaduan tidak dijawab
cause-pengaduan-tidak-tuntas = Pengaduan tidak tuntas
cause-pengaduan-takut = Takut mengadu
cause-pengaduan-lainnya = Hal lain

cause-sarpras-ruang-tunggu = Ruang tunggu
cause-sarpras-toilet = Toilet
cause-sarpras-akses-difabel = Akses difabel
cause-sarpras-parkir = Parkir
cause-sarpras-lainnya = Hal lain
