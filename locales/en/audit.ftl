# `tilik verify`, `tilik secret` and keeping the trail.
verify-trail = Trail: { NUMBER($rows) } rows, { NUMBER($seals) } seals, { NUMBER($days) } days of ratings fixed, { NUMBER($unsealed) } rows not sealed yet, { NUMBER($findings) } findings
verify-trail-altered = Row { NUMBER($number, useGrouping: 0) }: it is no longer what was noted.
verify-trail-missing =
    { $count ->
        [1] Row { NUMBER($first, useGrouping: 0) } is missing.
       *[other] Rows { NUMBER($first, useGrouping: 0) } to { NUMBER($last, useGrouping: 0) } are missing ({ NUMBER($count) } rows).
    }
verify-trail-extra = Row { NUMBER($number, useGrouping: 0) }: put in, no part of the chain.
verify-trail-head = The trail ends at row { NUMBER($number, useGrouping: 0) }, but the note of its end says { NUMBER($head, useGrouping: 0) } or something else.
verify-seal-differs = Seal at row { NUMBER($number, useGrouping: 0) }: that row is missing, or no longer the row that was sealed.
verify-seal-forged = Seal at row { NUMBER($number, useGrouping: 0) }: altered, forged, or the seal before it is missing.
verify-seal-stranger = The last seal (row { NUMBER($number, useGrouping: 0) }) was made with another secret (fingerprint { $fingerprint }) and cannot be checked. Use the TILIK_SECRET or secret.key of before.
verify-anchor-gone = Anchor { NUMBER($number, useGrouping: 0) } is no longer in the chain: that row or one before it was replaced.
verify-entries-differ = The approved log entries of person number { NUMBER($person, useGrouping: 0) } are not those that the trail tells of: some were altered, removed or added beside Tilik.
verify-appraisals-differ = The appraisals of person number { NUMBER($person, useGrouping: 0) } are not those that the trail tells of: some were altered, removed or added beside Tilik.
verify-ratings-removed = Ratings of { $day }, counter number { NUMBER($counter, useGrouping: 0) }: { NUMBER($kept) } were fixed, { NUMBER($found) } are left. Some were removed.
verify-ratings-added = Ratings of { $day }, counter number { NUMBER($counter, useGrouping: 0) }: { NUMBER($kept) } were fixed, there are { NUMBER($found) }. Some were added.
verify-tree-differs = Proofs of { $quarter }: { NUMBER($count) } ratings are no longer as they were sealed.
verify-tree-broken = Proofs of { $quarter }: the tree is no longer as it was sealed.
verify-ratings-altered = Ratings of { $day }, counter number { NUMBER($counter, useGrouping: 0) }: as many as before ({ NUMBER($kept) }, found { NUMBER($found) }), but not the same.
verify-more = ... and { NUMBER($count) } more findings.
verify-anchor = Anchor (note it outside Tilik): { $anchor }
verify-since-wrong = { $since } is no anchor. Write it as tilik verify prints it: NUMBER:HASH.

run-other-secret = The trail in this database was sealed with another secret (fingerprint { $fingerprint }); the secret now has fingerprint { $now }. Put back the TILIK_SECRET or secret.key of before. If it is truly lost: tilik secret --accept
secret-fits = Fingerprint of the secret: { $now }. It fits this database.
secret-accepted = The secret with fingerprint { $now } is used from now on; the change is noted in the trail. What was sealed with the old secret (fingerprint { $before }) cannot be opened any more.

migrate-role-done = The role { $role } can run Tilik, and can neither alter nor remove the trail.
migrate-role-sqlite = This database is SQLite: there are no roles. Guard its file by who may open it.
migrate-role-nobody = PostgreSQL has no role { $role }. Make it first, for example: CREATE ROLE { $role } LOGIN PASSWORD '...'
migrate-role-temporary = The role { $role } can still make temporary tables, and this role does not own the database. Ask its owner to run: REVOKE TEMPORARY ON DATABASE NAME FROM PUBLIC; then try again.
migrate-role-owner = The role { $role } owns these tables or may do anything: it can alter the trail, whatever it is granted. Use another role.
migrate-role-not-yours = Only the role that owns the tables can let { $role } run Tilik. Run this command as that owner.
