//! What can hinder the cache. None of it hinders an answer.

use std::fmt;
use std::path::PathBuf;

/// What has hindered the cache, which is said once and in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trouble {
    /// Another process has the directory, and only one can.
    Held {
        /// The directory.
        folder: PathBuf,
    },
    /// What was in the directory could not be read; it was set aside, and an empty cache begun.
    Damaged {
        /// The directory.
        folder: PathBuf,
    },
    /// The directory cannot be read or written: permissions, a full disk.
    Unusable {
        /// The directory.
        folder: PathBuf,
        /// What the system says.
        cause: String,
    },
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Held { folder } => write!(
                formatter,
                "the cache in `{}` is in use by another process: this one goes on without it and loses nothing",
                folder.display()
            ),
            Self::Damaged { folder } => write!(
                formatter,
                "the cache in `{}` was damaged and has been begun anew: what was in it is made again when it is needed",
                folder.display()
            ),
            Self::Unusable { folder, cause } => write!(
                formatter,
                "the cache in `{}` cannot be used ({cause}), so nothing is kept: make room and see that the folder may \
                 be written to, or name another with FIRSTFRAME_CACHE",
                folder.display()
            ),
        }
    }
}

impl std::error::Error for Trouble {}
