//! An engine that follows its files while it is in use.
//!
//! A changed folder is read, loaded and proved beside the engine that is in use, on a thread of its own. Only a set whose
//! examples are served as they say and whose rejects are left alone takes its place, in one step; who is generating
//! meanwhile goes on with the engine that it has. A set that does not hold changes nothing, and says why once.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;

use super::{Engine, proof};
use crate::assets::{self, Assets, Watch};
use crate::error::{Error, ErrorKind, Result};

/// What came of a change.
#[derive(Debug)]
#[non_exhaustive]
pub enum Reload {
    /// The new set is in use.
    Taken {
        /// How many examples are served as they say.
        examples: usize,
        /// How many rejects are left alone.
        rejects: usize,
        /// How long it took to read, to load and to prove it.
        took: Duration,
    },
    /// The new set does not hold, and the one before stays in use.
    Refused {
        /// Why, with the places.
        error: Error,
        /// How long it took to find out.
        took: Duration,
    },
}

/// An engine whose files are watched.
#[derive(Debug)]
pub struct Live {
    engine: Arc<ArcSwap<Engine>>,
    _watch: Watch,
}

impl Live {
    /// Uses `first` until the files in a folder differ from those that were `seen` and make a set that holds. `listener` is
    /// told of each change that made a difference, on the thread that watches; the same refusal is told once.
    ///
    /// # Errors
    /// [`ErrorKind::File`] if the folder cannot be watched.
    pub fn watch(
        folder: &Path,
        seen: Assets,
        first: Engine,
        listener: impl FnMut(Reload) + Send + 'static,
    ) -> Result<Self> {
        let engine = Arc::new(ArcSwap::from_pointee(first));
        let (folder, refused) = (folder.to_owned(), None);
        let mut follower = Follower { folder: folder.clone(), engine: Arc::clone(&engine), seen, refused, listener };
        let watch = assets::watch(&folder, move || follower.changed())?;
        Ok(Self { engine, _watch: watch })
    }

    /// The engine that is in use now. Keep it for one request, and ask again for the next.
    pub fn engine(&self) -> Arc<Engine> {
        self.engine.load_full()
    }
}

/// What the watching thread knows.
struct Follower<L> {
    folder: PathBuf,
    engine: Arc<ArcSwap<Engine>>,
    /// The files as they were when they were last looked at.
    seen: Assets,
    /// What the last set was refused for.
    refused: Option<String>,
    listener: L,
}

impl<L: FnMut(Reload)> Follower<L> {
    fn changed(&mut self) {
        let started = Instant::now();
        let found = Assets::read_folder(&self.folder);
        if found.as_ref().is_ok_and(|found| *found == self.seen) {
            return;
        }
        let built = found.and_then(|found| self.built(found));
        match built {
            Ok((engine, proof)) => {
                self.engine.store(Arc::new(engine));
                self.refused = None;
                let (examples, rejects) = (proof.examples(), proof.rejects());
                (self.listener)(Reload::Taken { examples, rejects, took: started.elapsed() });
            }
            Err(error) => self.refuse(error, started.elapsed()),
        }
    }

    /// The engine of new files, proved.
    fn built(&mut self, found: Assets) -> Result<(Engine, proof::Proof)> {
        let current = self.engine.load();
        // As long as no template changes, scenes that were checked stay checked.
        let only_patterns = self.refused.is_none() && under(&found, "templates").eq(under(&self.seen, "templates"));
        self.seen = found;
        let engine = if only_patterns { current.with_patterns(&self.seen)? } else { Engine::load(&self.seen)? };
        let engine = engine.at_precision(current.precision())?;
        let proof = if only_patterns { proof::prove_reading(&engine)? } else { proof::prove(&engine)? };
        let failures: Vec<_> = proof.failures().cloned().collect();
        if failures.is_empty() {
            return Ok((engine, proof));
        }
        let message = format!("{} of {} examples and rejects do not hold", failures.len(), proof.trials.len());
        Err(Error::new(ErrorKind::Assets, message).with_diagnostics(failures))
    }

    fn refuse(&mut self, error: Error, took: Duration) {
        let places = error.diagnostics().iter().map(ToString::to_string);
        let said = std::iter::once(error.to_string()).chain(places).collect::<Vec<_>>().join("\n");
        if self.refused.as_ref() != Some(&said) {
            self.refused = Some(said);
            (self.listener)(Reload::Refused { error, took });
        }
    }
}

fn under<'a>(assets: &'a Assets, folder: &'static str) -> impl Iterator<Item = (&'a str, Option<&'a str>)> {
    assets.under(folder).map(|path| (path, assets.text(path)))
}
