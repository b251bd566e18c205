//! Keeping the log of the database short.

use sqlx::SqlitePool;
use tokio::task::JoinHandle;

/// After how many writes the log of the database is moved into the database: it has some megabytes then.
const WRITES_OF_LOG: usize = 256;

/// Moving the log of the database into the database. It happens on a reader's connection, beside the writing, so that no
/// writer waits for it.
pub(super) struct Tidying {
    pool: SqlitePool,
    writes: usize,
    task: Option<JoinHandle<()>>,
}

impl Tidying {
    pub(super) fn new(pool: SqlitePool) -> Self {
        Self { pool, writes: 0, task: None }
    }

    /// Moves it if enough has been written since the last time.
    pub(super) fn after(&mut self, writes: usize) {
        self.writes += writes;
        if self.writes < WRITES_OF_LOG || self.task.as_ref().is_some_and(|task| !task.is_finished()) {
            return;
        }
        self.writes = 0;
        let pool = self.pool.clone();
        self.task = Some(tokio::spawn(async move {
            // What is not moved now is moved the next time, or when the database is closed.
            let _ = sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(&pool).await;
        }));
    }
}
