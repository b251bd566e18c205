//! What models have cost, day by day: a file for each day, to which every request adds a line.
//!
//! Several processes may write at once: a line is appended in one piece. Nothing is ever rewritten, and a line that cannot
//! be read counts as nothing, so that a torn write loses one request and no more.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind as IoKind, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::error::{Error, ErrorKind, Result};

/// Where it is written down.
#[derive(Debug, Clone)]
pub struct Spending {
    folder: PathBuf,
}

impl Spending {
    /// In this folder, which is made with the first line.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// What was spent on the day of this time, in dollars. Days begin at midnight UTC.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] if it is written down somewhere and cannot be read.
    pub fn of_day(&self, now: SystemTime) -> Result<f64> {
        let file = self.file(now);
        match fs::read_to_string(&file) {
            Ok(text) => Ok(text.lines().filter_map(|line| line.parse::<f64>().ok()).filter(|spent| *spent > 0.0).sum()),
            Err(error) if error.kind() == IoKind::NotFound => Ok(0.0),
            Err(error) => Err(failed(&file, "read", error)),
        }
    }

    /// Adds what was spent, in dollars. Nothing is not written down.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] if it cannot be written.
    pub fn add(&self, now: SystemTime, dollars: f64) -> Result<()> {
        if dollars <= 0.0 {
            return Ok(());
        }
        let file = self.file(now);
        let append = || -> std::io::Result<()> {
            fs::create_dir_all(&self.folder)?;
            let mut file = OpenOptions::new().create(true).append(true).open(&file)?;
            file.write_all(format!("{dollars}\n").as_bytes())
        };
        append().map_err(|error| failed(&file, "written", error))
    }

    fn file(&self, now: SystemTime) -> PathBuf {
        let time = humantime::format_rfc3339_seconds(now).to_string();
        self.folder.join(time.split('T').next().unwrap_or_default())
    }
}

fn failed(file: &Path, what: &str, error: std::io::Error) -> Error {
    let message = format!("what models have cost cannot be {what} in `{}`: {error}", file.display());
    Error::new(ErrorKind::Store, message).because(error)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_day_has_what_was_added_on_it() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let spending = Spending::new(folder.path().join("spent"));
        let noon = SystemTime::UNIX_EPOCH + Duration::from_hours(12);
        assert_eq!(spending.of_day(noon)?, 0.0);
        spending.add(noon, 0.25)?;
        spending.clone().add(noon + Duration::from_hours(11), 0.5)?;
        spending.add(noon + Duration::from_hours(12), 4.0)?;
        spending.add(noon, 0.0)?;
        assert_eq!(spending.of_day(noon)?, 0.75);
        let mut file = OpenOptions::new().append(true).open(folder.path().join("spent/1970-01-01"))?;
        file.write_all(b"0.\xc2\xb5\nnan\n-3\n")?;
        assert_eq!(spending.of_day(noon)?, 0.75);
        Ok(())
    }
}
