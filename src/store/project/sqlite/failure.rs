//! What the database says in its numbers, in a sentence that says what to do.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::{Error, ErrorKind, Result};

/// Turns errors of the database into errors of ours. It knows which file they are about.
#[derive(Debug, Clone)]
pub(super) struct Failure {
    path: Arc<PathBuf>,
}

/// Primary result codes of SQLite: <https://www.sqlite.org/rescode.html>.
mod code {
    pub(super) const PERM: i32 = 3;
    pub(super) const BUSY: i32 = 5;
    pub(super) const LOCKED: i32 = 6;
    pub(super) const READONLY: i32 = 8;
    pub(super) const IOERR: i32 = 10;
    pub(super) const CORRUPT: i32 = 11;
    pub(super) const FULL: i32 = 13;
    pub(super) const CANTOPEN: i32 = 14;
    pub(super) const NOTADB: i32 = 26;
    /// The extended code for an index of the log that could not grow, which has a disk full behind it.
    pub(super) const IOERR_SHMSIZE: i32 = IOERR | 19 << 8;
}

impl Failure {
    pub(super) fn at(path: PathBuf) -> Self {
        Self { path: Arc::new(path) }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The error as people read it. What the database said is its cause, as text: no type of the driver leaves here.
    pub(super) fn of(&self, error: &sqlx::Error) -> Error {
        let path = self.path.display();
        let message = match primary(error) {
            Some(code::FULL) => {
                format!("the disk with `{path}` is full: make room, then try again; nothing was changed")
            }
            Some(code::IOERR) => {
                format!(
                    "`{path}` cannot be read or written: check its disk and how large files may be; nothing was changed"
                )
            }
            Some(code::READONLY | code::PERM) => self.not_writable(),
            Some(code::CANTOPEN) => self.not_openable(),
            Some(code::CORRUPT) => self.damaged(),
            Some(code::NOTADB) => self.foreign(),
            Some(code::BUSY | code::LOCKED) => {
                format!(
                    "another program keeps `{path}` busy: close what has it open, then try again; nothing was changed"
                )
            }
            None if matches!(error, sqlx::Error::Decode(_) | sqlx::Error::ColumnDecode { .. }) => self.damaged(),
            _ => format!("the projects in `{path}` cannot be used"),
        };
        Error::new(ErrorKind::Store, message).because(error.to_string())
    }

    /// The file is not one of ours.
    pub(super) fn is_foreign(&self) -> Error {
        Error::new(ErrorKind::Store, self.foreign())
    }

    /// The error of bringing the database up to date.
    pub(super) fn of_migration(&self, error: sqlx::migrate::MigrateError) -> Error {
        use sqlx::migrate::MigrateError::{Execute, ExecuteMigration, VersionMismatch, VersionMissing};
        let path = self.path.display();
        match error {
            Execute(error) | ExecuteMigration(error, _) => self.of(&error),
            VersionMissing(_) | VersionMismatch(_) => {
                let message = format!("`{path}` was written by another version of firstframe: update this program");
                Error::new(ErrorKind::Store, message).because(error.to_string())
            }
            other => Error::new(ErrorKind::Store, format!("`{path}` cannot be brought up to date"))
                .because(other.to_string()),
        }
    }

    /// A folder or a file beside the database cannot be made.
    pub(super) fn of_file(&self, error: &std::io::Error) -> Error {
        let message = match error.kind() {
            std::io::ErrorKind::StorageFull => {
                format!("the disk with `{}` is full: make room, then try again", self.path.display())
            }
            std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => self.not_writable(),
            _ => self.not_openable(),
        };
        Error::new(ErrorKind::Store, message).because(error.to_string())
    }

    fn damaged(&self) -> String {
        format!(
            "`{}` is damaged: move it away, then put a backup in its place or take in what `project export` has written",
            self.path.display()
        )
    }

    fn foreign(&self) -> String {
        format!(
            "`{}` is no database of firstframe: move it away, or name another folder with `--data`",
            self.path.display()
        )
    }

    fn not_writable(&self) -> String {
        format!(
            "`{}` cannot be written: make its folder writable for you, or name another one with `--data`",
            self.path.display()
        )
    }

    fn not_openable(&self) -> String {
        format!(
            "`{}` cannot be opened: check that its folder is one and is yours, or name another one with `--data`",
            self.path.display()
        )
    }
}

fn primary(error: &sqlx::Error) -> Option<i32> {
    let code: i32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(if code == code::IOERR_SHMSIZE { code::FULL } else { code & 0xff })
}

/// Does what waits for files on a thread that may wait.
pub(super) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let stopped = |error: tokio::task::JoinError| {
        Error::new(ErrorKind::Store, "work with files was broken off: try again").because(error)
    };
    tokio::task::spawn_blocking(work).await.map_err(stopped)?
}
