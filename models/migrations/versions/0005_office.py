"""The office: people and teams over time, its own settings and days, consents, the trail."""

import json
from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa
from alembic import op

from models.store import schema


revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
_ONLY_ADDED = ('trail', 'seals')


def upgrade() -> None:
    op.create_table('identities',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('fingerprint', sa.String(length=16), nullable=False),
    sa.Column('forgotten_on', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_identities')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('identities', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_identities_forgotten_on'), ['forgotten_on'], unique=False)

    op.create_table('seals',
    sa.Column('number', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.Column('fingerprint', sa.String(length=16), nullable=False),
    sa.Column('mac', sa.String(length=64), nullable=False),
    sa.Column('sealed_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_seals'))
    )
    op.create_table('trail',
    sa.Column('number', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('actor', sa.String(length=8), nullable=False),
    sa.Column('by_id', sa.BigInteger(), nullable=True),
    sa.Column('deed', sa.String(length=40), nullable=False),
    sa.Column('about_id', sa.BigInteger(), nullable=True),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_trail'))
    )
    with op.batch_alter_table('trail', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_trail_about_id_day'), ['about_id', 'day'], unique=False)
        batch_op.create_index(batch_op.f('ix_trail_by_id_day'), ['by_id', 'day'], unique=False)

    op.create_table('trail_head',
    sa.Column('id', sa.SmallInteger(), autoincrement=False, nullable=False),
    sa.Column('number', sa.BigInteger(), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_trail_head'))
    )
    op.create_table('branches',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('unit_id', _KEY, nullable=False),
    sa.Column('parent_id', _KEY, nullable=True),
    sa.Column('valid_from', sa.Date(), nullable=True),
    sa.Column('valid_to', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['parent_id'], ['units.id'], name=op.f('fk_branches_parent_id_units')),
    sa.ForeignKeyConstraint(['unit_id'], ['units.id'], name=op.f('fk_branches_unit_id_units')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_branches'))
    )
    with op.batch_alter_table('branches', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_branches_parent_id'), ['parent_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_branches_unit_id'), ['unit_id'], unique=False)

    op.create_table('consents',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('person_id', _KEY, nullable=False),
    sa.Column('purpose', sa.String(length=20), nullable=False),
    sa.Column('version', sa.String(length=20), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('channel', sa.String(length=12), nullable=False),
    sa.Column('agreed', sa.Boolean(), nullable=False),
    sa.Column('given_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_consents_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consents'))
    )
    with op.batch_alter_table('consents', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consents_person_id_purpose'), ['person_id', 'purpose'], unique=False)

    op.create_table('decreed_days',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('kind', sa.String(length=14), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('decree', sa.String(length=200), nullable=False),
    sa.Column('unit_id', _KEY, nullable=True),
    sa.Column('set_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.Column('set_by', _KEY, nullable=True),
    sa.Column('taken_back_at', schema.UtcDateTime(timezone=True), nullable=True),
    sa.Column('taken_back_by', _KEY, nullable=True),
    sa.ForeignKeyConstraint(['set_by'], ['people.id'], name=op.f('fk_decreed_days_set_by_people')),
    sa.ForeignKeyConstraint(['taken_back_by'], ['people.id'], name=op.f('fk_decreed_days_taken_back_by_people')),
    sa.ForeignKeyConstraint(['unit_id'], ['units.id'], name=op.f('fk_decreed_days_unit_id_units')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decreed_days'))
    )
    with op.batch_alter_table('decreed_days', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decreed_days_day'), ['day'], unique=False)

    op.create_table('intakes',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('name', sa.String(length=240), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=True),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('given_by', _KEY, nullable=True),
    sa.Column('given_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=9), nullable=False),
    sa.Column('preview', sa.JSON(), nullable=False),
    sa.Column('needs_second', sa.Boolean(), nullable=False),
    sa.Column('decided_by', _KEY, nullable=True),
    sa.Column('decided_at', schema.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['decided_by'], ['people.id'], name=op.f('fk_intakes_decided_by_people')),
    sa.ForeignKeyConstraint(['given_by'], ['people.id'], name=op.f('fk_intakes_given_by_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_intakes'))
    )
    with op.batch_alter_table('intakes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_intakes_state'), ['state'], unique=False)

    op.create_table('requests',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('person_id', _KEY, nullable=False),
    sa.Column('kind', sa.String(length=7), nullable=False),
    sa.Column('field', sa.String(length=20), nullable=True),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('asked_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.Column('due_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=7), nullable=False),
    sa.Column('settled_by', _KEY, nullable=True),
    sa.Column('settled_at', schema.UtcDateTime(timezone=True), nullable=True),
    sa.Column('reply', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_requests_person_id_people')),
    sa.ForeignKeyConstraint(['settled_by'], ['people.id'], name=op.f('fk_requests_settled_by_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_requests'))
    )
    with op.batch_alter_table('requests', schema=None) as batch_op:
        batch_op.create_index('ix_requests_open', ['due_at'], unique=False, sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"))
        batch_op.create_index(batch_op.f('ix_requests_person_id'), ['person_id'], unique=False)

    op.create_table('schedules',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('person_id', _KEY, nullable=False),
    sa.Column('kind', sa.String(length=5), nullable=False),
    sa.Column('weekdays', sa.String(length=7), nullable=False),
    sa.Column('on_holidays', sa.Boolean(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_schedules_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_schedules'))
    )
    with op.batch_alter_table('schedules', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_schedules_person_id'), ['person_id'], unique=False)

    op.create_table('settings',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('value', sa.JSON(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('set_at', schema.UtcDateTime(timezone=True), nullable=False),
    sa.Column('set_by', _KEY, nullable=True),
    sa.ForeignKeyConstraint(['set_by'], ['people.id'], name=op.f('fk_settings_set_by_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_settings'))
    )
    with op.batch_alter_table('settings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_settings_name_valid_from'), ['name', 'valid_from'], unique=False)

    op.create_table('teams',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('unit_id', _KEY, nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['unit_id'], ['units.id'], name=op.f('fk_teams_unit_id_units')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_teams'))
    )
    with op.batch_alter_table('teams', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_teams_unit_id'), ['unit_id'], unique=False)

    op.create_table('memberships',
    sa.Column('id', _KEY, nullable=False),
    sa.Column('team_id', _KEY, nullable=False),
    sa.Column('person_id', _KEY, nullable=False),
    sa.Column('leads', sa.Boolean(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=False),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_memberships_person_id_people')),
    sa.ForeignKeyConstraint(['team_id'], ['teams.id'], name=op.f('fk_memberships_team_id_teams')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_memberships'))
    )
    with op.batch_alter_table('memberships', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_memberships_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_memberships_team_id'), ['team_id'], unique=False)

    _rules_become_settings()
    op.drop_table('rules')
    with op.batch_alter_table('addresses', schema=None) as batch_op:
        batch_op.add_column(sa.Column('met_on', sa.Date(), server_default='1970-01-01', nullable=False))
        batch_op.create_index('ix_addresses_met', ['met_on'], unique=False, sqlite_where=sa.text('person_id IS NULL'), postgresql_where=sa.text('person_id IS NULL'))

    with op.batch_alter_table('letters', schema=None) as batch_op:
        batch_op.create_index('ix_letters_of_address', ['address_id'], unique=False)

    with op.batch_alter_table('files', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_files_address_id'), ['address_id'], unique=False)

    with op.batch_alter_table('ratings', schema=None) as batch_op:
        batch_op.create_index('ix_ratings_words', ['day'], unique=False, sqlite_where=sa.text('reason IS NOT NULL'), postgresql_where=sa.text('reason IS NOT NULL'))

    with op.batch_alter_table('leaves', schema=None) as batch_op:
        batch_op.add_column(sa.Column('kind', sa.String(length=6), server_default='leave', nullable=False))

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.add_column(sa.Column('left_on', sa.Date(), nullable=True))

    with op.batch_alter_table('posts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('kind', sa.String(length=6), server_default='main', nullable=False))

    with op.batch_alter_table('units', schema=None) as batch_op:
        batch_op.add_column(sa.Column('week', sa.SmallInteger(), server_default=sa.text('5'), nullable=False))
        batch_op.add_column(sa.Column('closed_on', sa.Date(), nullable=True))

    head = sa.table('trail_head', sa.column('id'), sa.column('number'), sa.column('hash'))
    op.execute(head.insert().values(id=1, number=0, hash=''))
    for table in _ONLY_ADDED:
        _closed(table)
    _end_the_earlier_post()
    _one_main_post()


def _rules_become_settings() -> None:
    """Each rule was valid from the first day of a quarter, written as 2026-Q1."""
    columns = {'name': sa.String, 'value': sa.JSON, 'valid_from': sa.Date, 'set_at': schema.UtcDateTime}
    settings = sa.table('settings', *(sa.column(name, kind) for name, kind in columns.items()))
    connection = op.get_bind()
    for name, quarter, value in connection.execute(sa.text('SELECT name, quarter, value FROM rules')).all():
        begun = date(int(quarter[:4]), 3 * int(quarter[-1]) - 2, 1)
        row = {
            'name': name,
            'value': json.loads(value) if isinstance(value, str) else value,
            'valid_from': begun,
            # Nobody noted when it was set: the day it began is as near as can be told.
            'set_at': datetime(begun.year, begun.month, 1, tzinfo=UTC),
        }
        connection.execute(settings.insert().values(**row))


def _settings_become_rules() -> None:
    """Of several versions from one quarter on, the last one set was the rule."""
    columns = {'name': sa.String, 'quarter': sa.String, 'value': sa.JSON}
    rules = sa.table('rules', *(sa.column(name, kind) for name, kind in columns.items()))
    kinds = {'name': sa.String, 'value': sa.JSON, 'valid_from': sa.Date, 'id': sa.Integer}
    settings = sa.table('settings', *(sa.column(name, kind) for name, kind in kinds.items()))
    connection = op.get_bind()
    query = sa.select(settings).where(settings.c.name == 'weights').order_by(settings.c.id)
    found = {}
    for row in connection.execute(query).all():
        first = row.valid_from
        found[f'{first.year}-Q{(first.month + 2) // 3}'] = row.value
    for quarter, value in found.items():
        connection.execute(rules.insert().values(name='weights', quarter=quarter, value=value))


def _end_the_earlier_post() -> None:
    """Two who moved somebody at once left two posts, and neither could be ended any more: of two
    that meet, the one that began later holds, and what it covers from its first day has never been.
    """
    days = (sa.column('valid_from', sa.Date), sa.column('valid_to', sa.Date))
    posts = sa.table('posts', sa.column('id', sa.Integer), sa.column('person_id', sa.Integer), *days)
    connection = op.get_bind()
    query = sa.select(posts).order_by(posts.c.person_id, posts.c.valid_from.desc(), posts.c.id.desc())
    later = None
    for row in connection.execute(query).all():
        if later is None or later.person_id != row.person_id:
            later = row
            continue
        here = posts.c.id == row.id
        if row.valid_from == later.valid_from:
            connection.execute(posts.delete().where(here))
            continue
        if row.valid_to is None or row.valid_to >= later.valid_from:
            ends = later.valid_from - timedelta(days=1)
            connection.execute(posts.update().where(here).values(valid_to=ends))
        later = row


def _closed(table: str) -> None:
    """Whoever asks, also the role that owns the table: what is there is neither changed nor removed."""
    if op.get_bind().dialect.name == 'postgresql':
        op.execute(f"""
            CREATE FUNCTION {table}_only_added() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '{table} is only ever added to'; END $$
        """)
        op.execute(f"""
            CREATE TRIGGER {table}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION {table}_only_added()
        """)
        return
    for deed in ('UPDATE', 'DELETE'):
        op.execute(f"""
            CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END
        """)


_MEETS = """EXISTS (
    SELECT 1 FROM posts
    WHERE person_id = NEW.person_id AND kind = 'main' AND id IS DISTINCT FROM NEW.id
    AND (NEW.valid_to IS NULL OR valid_from <= NEW.valid_to)
    AND (valid_to IS NULL OR valid_to >= NEW.valid_from)
)"""
_WHICH = {'insert': 'INSERT', 'update': 'UPDATE OF person_id, kind, valid_from, valid_to'}


def _one_main_post() -> None:
    """Nobody has two main posts on one day, whoever writes them and however many do so at once."""
    if op.get_bind().dialect.name == 'postgresql':
        op.execute(f"""
            CREATE FUNCTION posts_one_main() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                PERFORM 1 FROM people WHERE id = NEW.person_id FOR NO KEY UPDATE;
                IF {_MEETS} THEN
                    RAISE EXCEPTION 'nobody has two main posts at once'
                    USING ERRCODE = 'exclusion_violation';
                END IF;
                RETURN NEW;
            END $$
        """)
    for name, deed in _WHICH.items():
        if op.get_bind().dialect.name == 'postgresql':
            op.execute(f"""
                CREATE TRIGGER posts_one_main_{name} BEFORE {deed} ON posts
                FOR EACH ROW WHEN (NEW.kind = 'main') EXECUTE FUNCTION posts_one_main()
            """)
        else:
            meets = _MEETS.replace('IS DISTINCT FROM', 'IS NOT')
            op.execute(f"""
                CREATE TRIGGER posts_one_main_{name} BEFORE {deed} ON posts
                WHEN NEW.kind = 'main' AND {meets}
                BEGIN SELECT RAISE(ABORT, 'nobody has two main posts at once'); END
            """)


def _several_main_posts() -> None:
    on = ' ON posts' if op.get_bind().dialect.name == 'postgresql' else ''
    for name in _WHICH:
        op.execute(f'DROP TRIGGER posts_one_main_{name}{on}')
    if on:
        op.execute('DROP FUNCTION posts_one_main()')


def _opened(table: str) -> None:
    if op.get_bind().dialect.name == 'postgresql':
        op.execute(f'DROP TRIGGER {table}_only_added ON {table}')
        op.execute(f'DROP FUNCTION {table}_only_added()')


def downgrade() -> None:
    _several_main_posts()
    for table in _ONLY_ADDED:
        _opened(table)
    with op.batch_alter_table('files', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_files_address_id'))

    with op.batch_alter_table('letters', schema=None) as batch_op:
        batch_op.drop_index('ix_letters_of_address')

    with op.batch_alter_table('ratings', schema=None) as batch_op:
        batch_op.drop_index('ix_ratings_words', sqlite_where=sa.text('reason IS NOT NULL'), postgresql_where=sa.text('reason IS NOT NULL'))

    with op.batch_alter_table('addresses', schema=None) as batch_op:
        batch_op.drop_index('ix_addresses_met', sqlite_where=sa.text('person_id IS NULL'), postgresql_where=sa.text('person_id IS NULL'))
        batch_op.drop_column('met_on')

    with op.batch_alter_table('units', schema=None) as batch_op:
        batch_op.drop_column('closed_on')
        batch_op.drop_column('week')

    # Before there were acting posts, each was somebody's own.
    op.execute("DELETE FROM posts WHERE kind <> 'main'")
    with op.batch_alter_table('posts', schema=None) as batch_op:
        batch_op.drop_column('kind')

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_column('left_on')

    with op.batch_alter_table('leaves', schema=None) as batch_op:
        batch_op.drop_column('kind')

    op.create_table('rules',
    sa.Column('name', sa.String(length=20), nullable=False),
    sa.Column('quarter', sa.String(length=7), nullable=False),
    sa.Column('value', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('name', 'quarter', name=op.f('pk_rules'))
    )
    _settings_become_rules()
    with op.batch_alter_table('memberships', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_memberships_team_id'))
        batch_op.drop_index(batch_op.f('ix_memberships_person_id'))

    op.drop_table('memberships')
    with op.batch_alter_table('teams', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_teams_unit_id'))

    op.drop_table('teams')
    with op.batch_alter_table('settings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_settings_name_valid_from'))

    op.drop_table('settings')
    with op.batch_alter_table('schedules', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_schedules_person_id'))

    op.drop_table('schedules')
    with op.batch_alter_table('requests', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_requests_person_id'))
        batch_op.drop_index('ix_requests_open', sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"))

    op.drop_table('requests')
    with op.batch_alter_table('intakes', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_intakes_state'))

    op.drop_table('intakes')
    with op.batch_alter_table('decreed_days', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_decreed_days_day'))

    op.drop_table('decreed_days')
    with op.batch_alter_table('consents', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_consents_person_id_purpose'))

    op.drop_table('consents')
    with op.batch_alter_table('branches', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_branches_unit_id'))
        batch_op.drop_index(batch_op.f('ix_branches_parent_id'))

    op.drop_table('branches')
    op.drop_table('trail_head')
    with op.batch_alter_table('trail', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_trail_by_id_day'))
        batch_op.drop_index(batch_op.f('ix_trail_about_id_day'))

    op.drop_table('trail')
    op.drop_table('seals')
    with op.batch_alter_table('identities', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_identities_forgotten_on'))

    op.drop_table('identities')
