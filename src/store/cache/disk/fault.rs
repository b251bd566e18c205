//! What goes wrong below, in terms of what is to be done.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Why a store did not do what it was asked to.
#[derive(Debug)]
pub(super) enum Fault {
    /// The system refuses: a full disk, permissions. What is there may be sound.
    Refused(String),
    /// What is there cannot be read.
    Damaged(String),
}

impl Fault {
    pub(super) fn into_cause(self) -> String {
        match self {
            Self::Refused(cause) | Self::Damaged(cause) => cause,
        }
    }
}

/// Asks the store. It panics on some damaged files instead of saying so, which is the same to us.
pub(super) fn ask<T>(question: impl FnOnce() -> sled::Result<T>) -> Result<T, Fault> {
    match catch_unwind(AssertUnwindSafe(question)) {
        Ok(answer) => answer.map_err(Fault::from),
        Err(_) => Err(Fault::Damaged("its files are damaged".to_owned())),
    }
}

impl From<sled::Error> for Fault {
    fn from(error: sled::Error) -> Self {
        match error {
            sled::Error::Io(error) => Self::from(error),
            other => Self::Damaged(other.to_string()),
        }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind::{
            FileTooLarge, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull, WouldBlock,
        };
        match error.kind() {
            FileTooLarge | PermissionDenied | QuotaExceeded | ReadOnlyFilesystem | StorageFull | WouldBlock => {
                Self::Refused(error.to_string())
            }
            _ => Self::Damaged(error.to_string()),
        }
    }
}
