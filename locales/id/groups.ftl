# Tentang Anda: sesudah survei resmi, bila warga berkenan; setiap jawaban dihitung sendiri-sendiri.
survey-groups = Bila berkenan, ketuk <b>Tentang Anda</b>: lima pertanyaan singkat agar terlihat siapa yang belum terdengar. Tidak terhubung dengan jawaban Anda.
button-groups = Tentang Anda
groups-sex = ({ $number }/{ $count }) Anda perempuan atau laki-laki?
groups-age = ({ $number }/{ $count }) Berapa usia Anda?
groups-education = ({ $number }/{ $count }) Apa pendidikan terakhir Anda?
groups-work = ({ $number }/{ $count }) Apa pekerjaan Anda? Pelajar, mahasiswa, dan pengurus rumah tangga termasuk belum/tidak bekerja.
groups-disability = ({ $number }/{ $count }) Apakah Anda penyandang disabilitas?
groups-thanks = Terima kasih. Setiap jawaban dihitung terpisah, tanpa nama, dan baru terlihat setelah triwulan ini berakhir dan cukup banyak yang menjawab.
groups-nothing = Baik, tidak ada yang disimpan.
groups-later = Pertanyaan tentang Anda hanya ada sesudah survei sembilan pertanyaan, pada hari yang sama.
groups-done = Terima kasih, jawaban tentang Anda hari ini sudah kami terima.
group-sex = Jenis kelamin
group-sex-female = Perempuan
group-sex-male = Laki-laki
group-age = Usia
group-age-under30 = Di bawah 30 tahun
group-age-30to44 = 30–44 tahun
group-age-45to59 = 45–59 tahun
group-age-from60 = 60 tahun ke atas
group-education = Pendidikan
group-education-primary = SD ke bawah
group-education-secondary = SMP atau SMA
group-education-higher = Diploma ke atas
group-work = Pekerjaan
group-work-employed = Pegawai atau buruh
group-work-own = Usaha, tani, nelayan
group-work-none = Belum/tidak bekerja
group-disability = Disabilitas
group-disability-yes = Ya
group-disability-no = Tidak

# Siapa yang terdengar
heard-title = <b>Siapa yang terdengar</b> · { $name } · { $quarter }
heard-how = Dari yang mengisi survei resmi dan berkenan menyebutnya. Setiap kelompok dihitung terpisah; jumlah di bawah { $least } tidak dirinci.
heard-group = <b>{ $group }</b>
heard-value = { $value }: { $share } % ({ $n }){ $served ->
        [-1] {""}
       *[other] {" "}– dari warga yang dilayani: { $served } %
    }
heard-few = { $value }: kurang dari { $least }
heard-rare = Belum cukup terdengar:
heard-rare-one = – { $who }
heard-disability-yes = Penyandang disabilitas
heard-disability-no = Tanpa disabilitas
heard-none = Belum ada yang dapat ditampilkan: terlalu sedikit yang menyebut kelompoknya pada triwulan ini.
heard-running = Ditampilkan setelah triwulan ini berakhir.
button-heard = Siapa yang terdengar
