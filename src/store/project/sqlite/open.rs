//! Opening the database: whose it is, and whether it is up to date.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection, SqlitePool};

use super::failure::{Failure, blocking};
use crate::error::Result;

static MIGRATIONS: Migrator = sqlx::migrate!("src/store/project/sqlite/migrations");

/// `ffpj`, which the first migration writes into the header of the file.
const APPLICATION: i64 = 0x6666_706a;

/// How long one process waits for another's transaction, which takes some milliseconds.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many pages the log of the database may have until a writer stops to move it: 32 MiB. The writer's task moves it long
/// before, beside the writing; this holds where many short processes write while none is closed as the last.
const LONGEST_LOG: &str = "8192";

/// How many readers may read at once.
const READERS: u32 = 4;

/// Opens the database in a folder: a connection for the writer, and connections for readers as they need them.
pub(super) async fn open(folder: &Path, failure: &Failure) -> Result<(SqliteConnection, SqlitePool)> {
    let guard = turn(folder.to_owned(), failure.clone()).await?;
    let options = options(failure.path());
    let mut connection = options.connect().await.map_err(|error| failure.of(&error))?;
    if !is_ours(&mut connection).await.map_err(|error| failure.of(&error))? {
        return Err(failure.is_foreign());
    }
    sqlx::query("PRAGMA journal_mode = WAL").execute(&mut connection).await.map_err(|error| failure.of(&error))?;
    MIGRATIONS.run(&mut connection).await.map_err(|error| failure.of_migration(error))?;
    drop(guard);
    let readers = SqlitePoolOptions::new().max_connections(READERS).connect_lazy_with(options.create_if_missing(false));
    Ok((connection, readers))
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .foreign_keys(true)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(PATIENCE)
        .pragma("wal_autocheckpoint", LONGEST_LOG)
        .disable_statement_logging()
}

/// Processes open the database one after another, so that one of them makes its tables and the others find them. The
/// system takes the lock back from a process that ends, however it ends.
async fn turn(folder: PathBuf, failure: Failure) -> Result<File> {
    blocking(move || lock(&folder).map_err(|error| failure.of_file(&error))).await
}

fn lock(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let file = File::options().create(true).truncate(false).write(true).open(folder.join("projects.lock"))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => file.lock()?,
        // Some network file systems know no locks; the database has its own, and only the first opening needs this one.
        Err(TryLockError::Error(error)) if error.kind() != io::ErrorKind::Unsupported => return Err(error),
        _ => {}
    }
    Ok(file)
}

/// Whether the file is new, or was made by this program. One that was killed while it made the file leaves it empty, or
/// with the table of migrations alone.
async fn is_ours(connection: &mut SqliteConnection) -> sqlx::Result<bool> {
    const LOOK: &str = "SELECT application_id, (SELECT count(*) FROM sqlite_schema WHERE type = 'table' \
                        AND name NOT IN ('_sqlx_migrations')) FROM pragma_application_id";
    let (application, tables): (i64, i64) = sqlx::query_as(LOOK).fetch_one(connection).await?;
    Ok(application == APPLICATION || application == 0 && tables == 0)
}
