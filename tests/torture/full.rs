//! Stores on disks that fill up.

use std::env;
use std::path::Path;
use std::process::{Command, Output};

use crate::{Tested, cache};

/// A store that can run out of disk.
pub(crate) struct Crowded {
    pub(crate) name: &'static str,
    /// Works in a folder that has room for hardly more than a mebibyte, until that is full and then some. It returns an error
    /// if anything but what needs the room fails, or if nothing says that the room is gone.
    pub(crate) crowd: fn(&Path) -> Tested,
}

/// All stores that can.
pub(crate) const STORES: [Crowded; 1] = [cache::CROWDED];

/// A disk of 3 MiB in memory, which only this process and its children see.
const SMALL_DISK: &str = "mount -t tmpfs -o size=3m none \"$1\" && exec \"$0\" crowd \"$2\" \"$1\"";

/// No file may grow beyond a mebibyte; what is written behind that is refused, as on a full disk.
const SMALL_FILES: &str = "trap '' XFSZ; ulimit -f 2048; exec \"$0\" crowd \"$2\" \"$1\"";

/// Fills a store until the system refuses, in two ways. It must say so, and go on without.
pub(crate) fn fill(store: &Crowded) -> Tested {
    run(store, Command::new("sh").args(["-c", SMALL_FILES]))?;
    if is_allowed() {
        run(store, Command::new("unshare").args(["--map-root-user", "--mount", "sh", "-c", SMALL_DISK]))?;
        println!("{}: a full disk and files that may not grow are no failure", store.name);
    } else {
        println!("{}: files that may not grow are no failure; disks cannot be made here", store.name);
    }
    Ok(())
}

/// The child: works in a folder until there is no room in it.
pub(crate) fn crowd(name: &str, folder: &Path) -> Tested {
    let store = STORES.iter().find(|store| store.name == name).ok_or("there is no such store")?;
    (store.crowd)(folder)
}

fn run(store: &Crowded, command: &mut Command) -> Tested {
    let folder = tempfile::tempdir()?;
    let Output { status, stdout, stderr } =
        command.arg(env::current_exe()?).arg(folder.path()).arg(store.name).output()?;
    if status.success() && stderr.is_empty() {
        return Ok(());
    }
    let [said, cried] = [stdout, stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Err(format!("{}: {status}\n{said}{cried}", store.name).into())
}

/// Whether a process may have mounts of its own here.
fn is_allowed() -> bool {
    let tried =
        Command::new("unshare").args(["--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]).output();
    tried.is_ok_and(|tried| tried.status.success())
}
