//! What each version of the schema added. A step that was released never changes.

use rusqlite_migration::M;

/// One step a version, in order.
pub(in crate::catalog) const STEPS: [M<'static>; 4] = [
    M::up(KEYS),
    M::up(GROUPS),
    M::up(ACCOUNTS),
    M::up(PRINTABLE_KEYS),
];

/// The version since which keys can be allowed to be printed. What is asked for that has been there ever since, so that a shell
/// which starts between an update and the first start after it gets its key.
pub(in crate::catalog) const SINCE_PRINTABLE_KEYS: i64 = 4;

const KEYS: &str = "CREATE TABLE keys (
        region TEXT NOT NULL,
        api_key_id INTEGER NOT NULL,
        description TEXT NOT NULL,
        masked TEXT NOT NULL,
        workspace_id TEXT NOT NULL,
        workspace_name TEXT NOT NULL,
        created_by TEXT NOT NULL,
        gmt_create INTEGER NOT NULL,
        kept_at INTEGER,
        PRIMARY KEY (region, api_key_id)
    ) STRICT;
    CREATE TABLE intents (
        id TEXT NOT NULL PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('create', 'reset')),
        region TEXT NOT NULL,
        description TEXT NOT NULL,
        workspace_id TEXT NOT NULL,
        api_key_id INTEGER,
        masked TEXT,
        masked_before TEXT,
        baseline INTEGER,
        started_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE preferences (
        name TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT;";

/// A key is not asked to be in `keys`: that table has those which were created or kept here, and any key can be edited.
const GROUPS: &str = "CREATE TABLE address_groups (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        entries TEXT NOT NULL
    ) STRICT;
    CREATE TABLE key_groups (
        region TEXT NOT NULL,
        api_key_id INTEGER NOT NULL,
        group_id TEXT NOT NULL REFERENCES address_groups (id) ON DELETE CASCADE,
        entries TEXT NOT NULL,
        PRIMARY KEY (region, api_key_id, group_id)
    ) STRICT;";

/// Every key there was before was created here. The column `region` of the older tables holds the place from now on:
/// the places of before are written as their regions were.
const ACCOUNTS: &str = "ALTER TABLE keys ADD COLUMN host TEXT;
    ALTER TABLE keys ADD COLUMN plan TEXT;
    ALTER TABLE keys ADD COLUMN origin TEXT NOT NULL DEFAULT 'created' CHECK (origin IN ('created', 'pasted'));
    CREATE TABLE pasted_ids (
        place TEXT NOT NULL PRIMARY KEY,
        last INTEGER NOT NULL CHECK (last < 0)
    ) STRICT;
    CREATE TABLE accounts (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        site TEXT NOT NULL CHECK (site IN ('china', 'international')),
        kind TEXT NOT NULL CHECK (kind IN ('access_key', 'sts')),
        access_key_id TEXT NOT NULL,
        principal_account_uid TEXT,
        principal_user_id TEXT,
        principal_arn TEXT,
        principal_identity_type TEXT,
        sts_endpoint TEXT,
        ca_file TEXT,
        expires_at INTEGER,
        created_at INTEGER NOT NULL,
        checked_at INTEGER
    ) STRICT;
    CREATE TABLE endpoints (
        account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        region TEXT NOT NULL,
        control TEXT,
        data TEXT,
        PRIMARY KEY (account_id, region)
    ) STRICT;
    CREATE TABLE last_seen (
        place TEXT NOT NULL PRIMARY KEY,
        list TEXT NOT NULL,
        seen_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE rotations (
        id TEXT NOT NULL PRIMARY KEY,
        place TEXT NOT NULL,
        old_key_id INTEGER NOT NULL,
        new_key_id INTEGER,
        step TEXT NOT NULL CHECK (step IN ('begun', 'created', 'kept', 'verified', 'moved', 'moved_verified',
            'old_disabled', 'finished', 'undone')),
        moved_changes TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        remind_at INTEGER,
        attempt TEXT NOT NULL,
        failure TEXT
    ) STRICT;
    CREATE UNIQUE INDEX one_open_rotation_a_key ON rotations (place, old_key_id) WHERE step NOT IN ('finished', 'undone');
    CREATE TABLE task_results (
        place TEXT NOT NULL,
        task_id TEXT NOT NULL,
        model TEXT NOT NULL,
        status TEXT NOT NULL,
        result TEXT NOT NULL,
        kept_at INTEGER NOT NULL,
        PRIMARY KEY (place, task_id)
    ) STRICT;";

/// A row of the first is a permission: without one a key is not printed. That a key is disabled is kept of every key, so that one
/// which is allowed afterwards is known to be.
const PRINTABLE_KEYS: &str = "CREATE TABLE printable_keys (
        place TEXT NOT NULL,
        api_key_id INTEGER NOT NULL,
        why TEXT NOT NULL CHECK (why IN ('variable', 'tool')),
        PRIMARY KEY (place, api_key_id, why)
    ) STRICT;
    CREATE TABLE disabled_keys (
        place TEXT NOT NULL,
        api_key_id INTEGER NOT NULL,
        PRIMARY KEY (place, api_key_id)
    ) STRICT;";
