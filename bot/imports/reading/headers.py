"""What offices call their columns: one vocabulary for every kind of file.

Of each the first is what Tilik itself calls it. How a title is matched that is none of these stands
in `titles`.
"""

from __future__ import annotations

NIP = ("NIP", "nip baru", "nip pegawai", "n i p", "nomor induk pegawai", "nip nippk")
OLD_NIP = ("NIP lama", "nip sebelumnya", "old nip")
NAME = ("nama", "nama pegawai", "nama lengkap", "name", "full name", "employee name")
UNIT = (
    *("unit kerja", "unit", "nama unit", "opd", "unit organisasi", "satuan kerja", "satker"),
    *("skpd", "perangkat daerah", "organisasi", "work unit", "department", "nama unit kerja"),
    *("nama opd", "unit kerja opd"),
)
PARENT = (
    *("unit induk", "induk", "unit atas", "unit atasan", "di bawah", "parent unit", "parent"),
    *("unit di atasnya", "opd induk", "unit kerja induk", "satuan kerja induk", "satker induk"),
    *("perangkat daerah induk", "instansi induk", "dinas induk"),
)
POSITION = ("urutan", "nomor urut unit", "urutan unit", "order")
ZONE = ("zona waktu", "zona", "zone", "time zone")
TITLE = (
    *("jabatan", "nama jabatan", "jabatan terakhir", "jabatan fungsional", "title", "position"),
    "job title",
)
SUPERIOR = (
    *("NIP atasan", "nip atasan langsung", "nip pejabat penilai", "superior nip", "nip superior"),
    *("nip penilai", "atasan", "atasan langsung", "pejabat penilai", "penilai", "superior"),
    *("supervisor", "nama nip atasan", "nama nip atasan langsung", "nama nip pejabat penilai"),
)
SUPERIOR_NAME = (
    *("nama atasan", "nama atasan langsung", "nama pejabat penilai", "nama penilai"),
    *("superior name", "supervisor name"),
)
ROLE = ("peran", "role")
DUTY_UNIT = ("unit tugas", "unit penugasan", "wilayah tugas", "duty unit")
FROM = (
    *("mulai", "tmt", "tmt jabatan", "mulai tanggal", "tanggal mulai", "terhitung mulai", "from"),
    *("terhitung mulai tanggal", "dari", "dari tanggal", "sejak", "tanggal awal", "start"),
    *("start date", "tanggal", "tanggal cuti", "tanggal pelaksanaan", "waktu pelaksanaan"),
    *("tanggal dinas", "tanggal izin", "tanggal tugas", "tanggal cuti mulai"),
)
TO = (
    *("sampai", "sampai tanggal", "tanggal selesai", "selesai", "berakhir", "s.d.", "to", "until"),
    *("sampai dengan", "sampai dengan tanggal", "hingga", "tanggal akhir", "tanggal berakhir"),
    *("s.d. tanggal", "akhir", "end", "end date"),
)
LAST_DAY = (
    *("berhenti", "hari terakhir", "tanggal berhenti", "tmt pensiun", "last day", "tmt berhenti"),
    *("tanggal pensiun", "tanggal keluar"),
)
CLOSED_FROM = ("tutup mulai", "ditutup", "tutup", "closed from")
STATUS = ("status", "keadaan")
WEEK = ("hari kerja", "jumlah hari kerja", "working days", "week")
WEEKDAYS = ("hari kerja", "hari", "hari masuk", "weekdays")
HOLIDAYS = ("hari libur", "masuk hari libur", "holidays")
COUNTER = ("loket", "nama loket", "loket dilayani", "counter", "counters", "loket pelayanan")
RENAMED = ("nama baru", "nama loket baru", "new name")
SERVICE = (
    *("layanan", "nama layanan", "jenis layanan", "layanan dibuka", "service", "services"),
    *("pelayanan", "jenis pelayanan", "nama pelayanan", "produk layanan"),
)
POPULATION = (
    *("penduduk dilayani", "jumlah penduduk", "penduduk yang dilayani", "penduduk", "populasi"),
    *("jumlah penduduk dilayani", "jumlah populasi", "jumlah pemohon", "pemohon"),
    *("jumlah pengguna layanan", "pengguna layanan", "jumlah penerima layanan", "penerima layanan"),
    *("population served", "population"),
)
SERVED_GROUPS = (
    *("penduduk menurut kelompok", "kelompok dilayani", "kelompok penduduk", "groups served"),
    "served by group",
)
ACTS_FOR = (
    *("NIP yang digantikan", "menggantikan", "nip pejabat definitif", "nip yang diwakili"),
    *("mewakili", "acts for"),
)
POST_KIND = ("jenis", "jenis jabatan", "status jabatan", "kind")
LEAVE_KIND = ("jenis", "jenis cuti", "kind", "cuti", "jenis ketidakhadiran", "jenis izin")
TEAM = ("tim kerja", "tim", "nama tim", "team")
TEAM_ROLE = ("peran", "peran dalam tim", "kedudukan", "role", "kedudukan dalam tim")
QUARTER = ("triwulan", "kuartal", "periode", "quarter")
RESULT = (
    *("hasil", "rhk", "hasil kerja", "rencana hasil kerja", "result", "sasaran kinerja"),
    *("sasaran", "rencana kinerja"),
)
INDICATOR = (
    *("indikator", "indikator kinerja", "indikator kinerja individu", "indicator", "iki", "iku"),
    "indikator kinerja utama",
)
QUANTITY = (
    *("target", "jumlah", "quantity", "jumlah target", "target kinerja", "kuantitas", "volume"),
    *("target volume", "volume target"),
)
REQUIREMENTS = (
    *("persyaratan", "syarat", "persyaratan pelayanan", "persyaratan layanan", "requirements"),
    *("dokumen persyaratan", "berkas persyaratan", "syarat layanan", "syarat pelayanan"),
)
PROCEDURE = (
    *("prosedur", "sistem mekanisme dan prosedur", "mekanisme", "alur", "alur pelayanan"),
    *("tata cara", "prosedur pelayanan", "mekanisme dan prosedur", "prosedur layanan", "procedure"),
    *("sistem mekanisme prosedur", "alur layanan", "langkah langkah"),
)
DURATION = (
    *("waktu", "jangka waktu", "jangka waktu penyelesaian", "waktu penyelesaian", "lama proses"),
    *("jangka waktu pelayanan", "lama pengurusan", "lama", "waktu proses", "duration"),
)
FEES = (
    *("biaya", "tarif", "biaya tarif", "biaya layanan", "biaya pelayanan", "retribusi", "fees"),
    *("tarif layanan", "tarif pelayanan", "fee", "cost"),
)
PRODUCT = ("produk", "produk pelayanan", "hasil layanan", "hasil pelayanan", "keluaran", "product")
OPENING_HOURS = (
    *("jam buka", "jam layanan", "jam pelayanan", "jam operasional", "jadwal pelayanan"),
    *("hari dan jam pelayanan", "jadwal layanan", "jam", "opening hours"),
)
COMPLAINTS_TO = (
    *("pengaduan", "penanganan pengaduan", "penanganan pengaduan saran dan masukan", "aduan"),
    *("tempat mengadu", "pengaduan layanan", "layanan pengaduan", "kanal pengaduan", "complaints"),
    "pengelolaan pengaduan",
)
MEASURE = ("satuan", "satuan target", "measure", "satuan ukuran")

WEAK = {
    UNIT[0]: ("bidang", "bagian", "seksi", "sub unit", "instansi", "dinas", "kantor", "lembaga"),
    COUNTER[0]: ("meja", "tempat layanan", "tempat pelayanan"),
    LEAVE_KIND[1]: ("keterangan", "alasan"),
    "tanggal cuti": ("lama cuti", "lamanya cuti", "waktu cuti"),
}
"""What may mean a column where none is called better."""

NOT_KEPT = (
    *("no", "nomor", "no urut", "nomor urut", "pangkat", "golongan", "golongan ruang", "ruang"),
    *("pangkat golongan", "pangkat golongan ruang", "tmt pangkat", "tmt golongan", "eselon"),
    *("tmt pangkat golongan", "tmt cpns", "tmt pns", "kelas jabatan", "kelas", "jenis jabatan"),
    *("jenjang jabatan", "jenjang", "pendidikan", "pendidikan terakhir", "jurusan", "tempat lahir"),
    *("tanggal lahir", "tempat tanggal lahir", "ttl", "jenis kelamin", "kelamin", "lp", "agama"),
    *("alamat", "email", "surel", "telepon", "nomor telepon", "hp", "nomor hp", "nomor wa", "wa"),
    *("handphone", "ponsel", "nik", "ktp", "npwp", "karpeg", "masa kerja", "usia", "umur"),
    *("foto", "status kepegawaian", "status pegawai", "status perkawinan", "status nikah", "paraf"),
    *("keterangan", "tanda tangan", "ttd", "catatan", "jabatan atasan", "pangkat atasan"),
    *("golongan atasan", "pangkat golongan atasan", "pangkat golongan ruang atasan", "unit atasan"),
    *("unit kerja atasan", "jabatan penilai", "jabatan pejabat penilai", "jabatan atasan langsung"),
    *("gaji", "tunjangan", "bobot", "realisasi", "capaian", "aspek", "lama cuti", "lama", "sisa"),
    *("sisa cuti", "jumlah hari", "lama hari", "alamat selama cuti", "nomor surat", "nomor sk"),
    *("tanggal sk", "tanggal surat", "dasar", "nomor dasar", "kode", "kode unit", "kode layanan"),
    *("kode loket", "asal", "unit asal", "unit lama", "jabatan lama", "nama ibu", "nama pasangan"),
    *("gelar depan", "gelar belakang", "gelar", "waktu", "jam", "biaya", "lokasi", "alamat loket"),
)
"""Columns that offices have and Tilik keeps nothing of."""


def titled(title: str, headers: tuple[str, ...]) -> tuple[str, ...]:
    """The same column, which a kind of file calls otherwise."""
    return (title, *(header for header in headers if header != title))
