//! The directory of a cache: who has it, and which generations are in it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::store::cache::Trouble;

const LOCK: &str = "lock";
const GENERATION: &str = "generation-";
const ASIDE: &str = "aside-";

/// Tells programs that make backups to leave the directory out: <https://bford.info/cachedir/>.
const TAG: (&str, &str) = ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n");

/// A directory that this process has for itself, as long as this lives. In it are `generation-000007`, of which at most
/// two count, and nothing else of it is ever touched.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    /// The lock ends with the process, however that ends.
    _lock: File,
}

impl Folder {
    /// Takes a directory, which is made if it is not there.
    pub(super) fn claim(path: &Path) -> Result<Self, Trouble> {
        let unusable = |error: io::Error| Trouble::Unusable { folder: path.to_owned(), cause: error.to_string() };
        make(path).map_err(unusable)?;
        let lock = File::options().create(true).truncate(false).write(true).open(path.join(LOCK)).map_err(unusable)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Trouble::Held { folder: path.to_owned() }),
            Err(TryLockError::Error(error)) => return Err(unusable(error)),
        }
        let folder = Self { path: path.to_owned(), _lock: lock };
        folder.tag().map_err(unusable)?;
        Ok(folder)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Where a generation lies.
    pub(super) fn generation(&self, number: u64) -> PathBuf {
        self.path.join(format!("{GENERATION}{number:06}"))
    }

    /// The numbers of the generations that are there, the oldest first.
    pub(super) fn generations(&self) -> Vec<u64> {
        let mut numbers: Vec<u64> = self.numbered(GENERATION).map(|(number, _)| number).collect();
        numbers.sort_unstable();
        numbers
    }

    /// Puts a generation out of the way, in one step, and then removes it. What cannot be removed now is removed when the
    /// directory is next opened.
    pub(super) fn remove(&self, number: u64) -> io::Result<()> {
        let aside = self.path.join(format!("{ASIDE}{number:06}"));
        let moved = fs::rename(self.generation(number), &aside);
        if moved.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::NotFound) {
            return moved;
        }
        let _ = remove_all(&aside);
        Ok(())
    }

    /// Removes what earlier processes have left behind.
    pub(super) fn sweep(&self) {
        self.numbered(ASIDE).for_each(|(_, path)| _ = remove_all(&path));
    }

    /// How many bytes the files of all generations have.
    pub(super) fn size(&self) -> u64 {
        self.numbered(GENERATION).chain(self.numbered(ASIDE)).map(|(_, path)| size(&path)).sum()
    }

    fn tag(&self) -> io::Result<()> {
        let path = self.path.join(TAG.0);
        if path.exists() { Ok(()) } else { fs::write(path, TAG.1) }
    }

    fn numbered<'f>(&'f self, prefix: &'f str) -> impl Iterator<Item = (u64, PathBuf)> + 'f {
        fs::read_dir(&self.path).into_iter().flatten().flatten().filter_map(move |entry| {
            let number = entry.file_name().to_str()?.strip_prefix(prefix)?.parse().ok()?;
            Some((number, entry.path()))
        })
    }
}

/// Makes a directory that is nobody else's to read: what models made may be private.
fn make(path: &Path) -> io::Result<()> {
    let mut maker = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.recursive(true).create(path)
}

/// Removes a directory with all in it, or the file that is in its place.
fn remove_all(path: &Path) -> io::Result<()> {
    if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}

/// How many bytes the files below a path have. What vanishes meanwhile has none.
pub(super) fn size(path: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(path) else {
        return fs::metadata(path).map_or(0, |file| file.len());
    };
    let sizes = entries.flatten().map(|entry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => size(&entry.path()),
        _ => entry.metadata().map_or(0, |file| file.len()),
    });
    sizes.sum()
}
