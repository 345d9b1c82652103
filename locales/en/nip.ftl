# The NIP: what is wrong with the number that was written.

nip-empty = The NIP is empty. Please write its 18 digits.
nip-not-digits = A NIP consists of digits only. Please check it for letters or other signs.
nip-too-short = A NIP has 18 digits, this one only { NUMBER($length) }. Please look for a missing digit.
nip-too-long = A NIP has 18 digits, this one { NUMBER($length) }. Please look for a digit too many.
nip-old-nine-digits = This is an old NIP of nine digits. Please use the new one of 18 digits; it is on the letter of appointment or the staff card.
nip-spreadsheet = The spreadsheet has rounded this number, so its last digits are lost. Please make the NIP column text and enter the number again.
nip-no-such-date = The first eight digits of a NIP are the date of birth (year, month, day), but there is no date { $digits }.
nip-month = Digits 13 and 14 of a NIP are the month of appointment (01 to 12) or a PPPK contract code (20 to 39), not { $digits }.
nip-sex = Digit 15 of a NIP is 1 (male) or 2 (female), not { $digit }.
nip-sequence = The last three digits of a NIP are a sequence number from 001 to 999, not 000. If this number comes from a spreadsheet, make its column text first.
nip-age = By this NIP the age at appointment was { NUMBER($age) }. Please check the year of birth and the year of appointment.
