# Pekerjaan: hari kerja, catatan, nilai, predikat, evaluasi triwulanan.

calendar-no-decree = Hari libur tahun { $year } belum ditetapkan dalam keputusan bersama, sehingga batas waktu dalam hari kerja belum dapat dihitung. Mohon minta admin memasukkan kalender tahun itu.
