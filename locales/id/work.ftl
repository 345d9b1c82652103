# Pekerjaan: hari kerja, catatan, nilai, predikat, evaluasi triwulanan.

calendar-no-decree = Hari libur tahun { $year } belum ditetapkan dalam keputusan bersama, sehingga batas waktu dalam hari kerja belum dapat dihitung. Mohon minta operator memasukkan kalender tahun itu.

entry-day-future = { DATETIME($day, dateStyle: "long") } belum tiba. Mohon pilih hari ini atau hari sebelumnya.
entry-day-closed = Catatan untuk { DATETIME($day, dateStyle: "long") } sudah ditutup. Yang masih dapat dicatat adalah pekerjaan mulai { DATETIME($earliest, dateStyle: "long") }.
entry-overlap = Waktunya bertumpang tindih dengan “{ $activity }”. Catatan tetap tersimpan; mohon periksa jam mulai dan selesainya.
entry-state-sent = menunggu persetujuan
entry-state-approved = disetujui
entry-state-returned = dikembalikan
entry-state-withdrawn = ditarik
entry-late = Terlambat: pekerjaan { DATETIME($day, dateStyle: "long") }, dicatat { DATETIME($entered, dateStyle: "long") }
entry-afterwards = Pekerjaan { DATETIME($day, dateStyle: "long") }, dicatat { DATETIME($entered, dateStyle: "long") }
