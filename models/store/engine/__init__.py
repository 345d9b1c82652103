"""The two databases: connections, transactions, migrations, prepared statements."""
