"""What offices call their columns: one vocabulary for every kind of file.

Of each the first is what Tilik itself calls it.
"""

from __future__ import annotations

NIP = ("NIP", "nip baru", "nip pegawai", "n i p")
OLD_NIP = ("NIP lama", "nip sebelumnya", "old nip")
NAME = ("nama", "nama pegawai", "nama lengkap", "name")
UNIT = ("unit kerja", "unit", "nama unit", "opd", "unit organisasi")
PARENT = ("unit induk", "induk", "parent unit", "parent")
POSITION = ("urutan", "nomor urut unit", "urutan unit", "order")
ZONE = ("zona waktu", "zona", "zone", "time zone")
TITLE = ("jabatan", "nama jabatan", "title", "position")
SUPERIOR = (
    *("NIP atasan", "nip atasan langsung", "nip pejabat penilai", "superior nip"),
    "nip superior",
)
ROLE = ("peran", "role")
DUTY_UNIT = ("unit tugas", "unit penugasan", "wilayah tugas", "duty unit")
FROM = ("mulai", "tmt", "tmt jabatan", "mulai tanggal", "tanggal mulai", "terhitung mulai", "from")
TO = ("sampai", "sampai tanggal", "tanggal selesai", "selesai", "berakhir", "s.d.", "to", "until")
LAST_DAY = ("berhenti", "hari terakhir", "tanggal berhenti", "tmt pensiun", "last day")
CLOSED_FROM = ("tutup mulai", "ditutup", "tutup", "closed from")
STATUS = ("status", "keadaan")
WEEK = ("hari kerja", "jumlah hari kerja", "working days", "week")
WEEKDAYS = ("hari kerja", "hari", "hari masuk", "weekdays")
HOLIDAYS = ("hari libur", "masuk hari libur", "holidays")
COUNTER = ("loket", "nama loket", "loket dilayani", "counter", "counters")
RENAMED = ("nama baru", "nama loket baru", "new name")
SERVICE = ("layanan", "nama layanan", "jenis layanan", "layanan dibuka", "service", "services")
POPULATION = (
    *("penduduk dilayani", "jumlah penduduk", "penduduk yang dilayani"),
    *("population served", "population"),
)
ACTS_FOR = (
    *("NIP yang digantikan", "menggantikan", "nip pejabat definitif", "nip yang diwakili"),
    *("mewakili", "acts for"),
)
POST_KIND = ("jenis", "jenis jabatan", "status jabatan", "kind")
LEAVE_KIND = ("jenis", "jenis cuti", "keterangan", "kind")
TEAM = ("tim kerja", "tim", "nama tim", "team")
TEAM_ROLE = ("peran", "peran dalam tim", "kedudukan", "role")
QUARTER = ("triwulan", "kuartal", "periode", "quarter")
RESULT = ("hasil", "rhk", "hasil kerja", "rencana hasil kerja", "result")
INDICATOR = ("indikator", "indikator kinerja", "indicator")
QUANTITY = ("target", "jumlah", "quantity")
MEASURE = ("satuan", "satuan target", "measure")


def titled(title: str, headers: tuple[str, ...]) -> tuple[str, ...]:
    """The same column, which a kind of file calls otherwise."""
    return (title, *(header for header in headers if header != title))
