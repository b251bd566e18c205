//! Watching a folder of assets.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use notify::event::EventKind;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::{Error, ErrorKind, Result};

/// How long nothing must happen before a change counts as over: editors write in several steps, and tools many files.
const QUIET: Duration = Duration::from_millis(60);

/// Watches a folder as long as it is kept.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
}

/// Calls `changed` on a thread of its own whenever something in a folder or its subfolders was written, moved or removed,
/// once for all changes that follow one another closely, and once at the beginning. What changed need not be a file that is
/// read.
///
/// # Errors
/// [`ErrorKind::File`] if the folder cannot be watched.
pub fn watch(folder: &Path, changed: impl FnMut() + Send + 'static) -> Result<Watch> {
    let failed = |error: notify::Error| {
        let message = format!("the folder `{}` cannot be watched: check that it is there", folder.display());
        Error::new(ErrorKind::File, message).because(error)
    };
    let (tell, told) = channel();
    let listen = move |event: notify::Result<notify::Event>| {
        // To read files is an event too, and whoever is called reads them. A watcher that lost events says so with an error.
        if event.map_or(true, |event| !matches!(event.kind, EventKind::Access(_))) {
            // Nobody listens any more when the program ends.
            let _ = tell.send(());
        }
    };
    let mut watcher = notify::recommended_watcher(listen).map_err(failed)?;
    watcher.watch(folder, RecursiveMode::Recursive).map_err(failed)?;
    thread::spawn(move || call(&told, changed));
    Ok(Watch { _watcher: watcher })
}

/// Calls until the watcher is gone.
fn call(told: &Receiver<()>, mut changed: impl FnMut()) {
    loop {
        while told.recv_timeout(QUIET).is_ok() {}
        // The first time for what happened before the watch began, which nobody else tells.
        changed();
        if told.recv().is_err() {
            return;
        }
    }
}
