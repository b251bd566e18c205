//! The bytes of pictures: one file each, named after what is in it.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::asset::Asset;
use super::id::{AssetId, Timestamp};
use super::store::no_picture;
use crate::error::{Error, ErrorKind, Result};

/// What the names of unfinished files begin with.
const UNFINISHED: &str = ".new-";

/// A folder of pictures.
#[derive(Debug, Clone)]
pub(super) struct Files {
    folder: PathBuf,
}

impl Files {
    /// The folder, which is made when the first picture is kept.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Keeps the bytes of a picture, if they are not there yet. They are on the disk when this returns.
    pub(super) fn write(&self, asset: &Asset, bytes: &[u8]) -> Result<()> {
        let path = self.path(&asset.id);
        if path.metadata().is_ok_and(|found| found.len() == asset.bytes) {
            return Ok(());
        }
        self.write_new(&path, bytes).map_err(|error| {
            let message = format!(
                "the picture `{}` cannot be kept in `{}`: check that there is room and that you may write there",
                asset.name,
                self.folder.display()
            );
            Error::new(ErrorKind::Store, message).because(error)
        })
    }

    /// Writes beside the place first, and moves what is whole.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(&self.folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        sync_folder(&self.folder)
    }

    /// The bytes of a picture, which are checked against its name.
    pub(super) fn read(&self, asset: &Asset) -> Result<Vec<u8>> {
        let bytes = fs::read(self.path(&asset.id)).map_err(|error| no_picture(&asset.id).because(error))?;
        if asset.is_of(&bytes) {
            return Ok(bytes);
        }
        let path = self.path(&asset.id);
        let message = format!("the picture in `{}` is damaged: upload `{}` again", path.display(), asset.name);
        Err(Error::new(ErrorKind::Store, message))
    }

    /// Whether the bytes of a picture are there.
    pub(super) fn has(&self, id: &AssetId) -> bool {
        self.path(id).is_file()
    }

    /// Throws away what is older than a time and is neither one of some pictures nor being written just now.
    pub(super) fn keep_only(&self, kept: &HashSet<AssetId>, before: Timestamp) -> Result<()> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(self.unclean(error)),
        };
        for entry in entries {
            let entry = entry.map_err(|error| self.unclean(error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let written = entry.metadata().and_then(|found| found.modified()).map_err(|error| self.unclean(error))?;
            let ours = name.starts_with(UNFINISHED) || name.parse::<AssetId>().is_ok_and(|id| !kept.contains(&id));
            if ours && Timestamp::from(written) < before {
                fs::remove_file(entry.path()).map_err(|error| self.unclean(error))?;
            }
        }
        Ok(())
    }

    fn unclean(&self, error: io::Error) -> Error {
        let message =
            format!("pictures in `{}` cannot be thrown away: check that they are yours", self.folder.display());
        Error::new(ErrorKind::Store, message).because(error)
    }

    fn path(&self, id: &AssetId) -> PathBuf {
        self.folder.join(id.as_str())
    }
}

/// Makes the names of files in a folder last, as far as the system knows how to.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
