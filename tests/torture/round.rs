//! Rounds: a child lives, is killed, and what it leaves is looked at.

use std::collections::BTreeMap;
use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::chance::Chance;
use crate::{Store, Tested};

/// How long a child may take until it says something.
const PATIENCE: Duration = Duration::from_mins(1);

/// The longest that a child may work before it is killed.
const WORK: u64 = 120_000;

/// What has been done.
pub(crate) struct Tally {
    pub(crate) rounds: u64,
    /// How many kills fell between `opening` and `opened`.
    pub(crate) opening: u64,
    pub(crate) notes: BTreeMap<&'static str, u64>,
}

/// A child with what it says.
struct Life {
    child: Child,
    says: Receiver<String>,
}

/// Tortures a store. It goes on with what the round before has left.
pub(crate) fn rounds(store: &Store, loops: u64, seed: u64) -> Tested<Tally> {
    let folder = tempfile::tempdir()?;
    let mut chance = Chance::new(seed);
    let mut tally = Tally { rounds: 0, opening: 0, notes: BTreeMap::new() };
    // How long opening takes, in microseconds, learnt as it goes.
    let mut opening = 20_000;
    for round in 0..loops {
        let life = Life::begin(store, folder.path(), chance.below(u64::MAX));
        let said = life.and_then(|life| life.lead(round, &mut chance, &mut opening));
        let checked = said.and_then(|said| Ok(((store.check)(folder.path(), &said)?, said)));
        let (note, said) = checked.map_err(|error| format!("{}, round {round} of seed {seed}: {error}", store.name))?;
        if let Some(note) = note {
            *tally.notes.entry(note).or_default() += 1;
        }
        tally.opening += u64::from(!said.iter().any(|line| line == "opened"));
        tally.rounds += 1;
    }
    Ok(tally)
}

impl Life {
    /// Begins a child, and waits until it is about to open the store.
    fn begin(store: &Store, folder: &Path, seed: u64) -> Tested<Self> {
        let mut child = Command::new(env::current_exe()?)
            .args(["live", store.name])
            .arg(folder)
            .arg(seed.to_string())
            .stdout(Stdio::piped())
            .spawn()?;
        let output = child.stdout.take().ok_or("the child has no output")?;
        let (tell, says) = channel();
        thread::spawn(move || {
            BufReader::new(output).lines().map_while(Result::ok).try_for_each(|line| tell.send(line))
        });
        let mut life = Self { child, says };
        life.wait_for("opening")?;
        Ok(life)
    }

    /// Lets the child live for a while: in even rounds it ends while it opens the store, in odd ones while it works. Returns
    /// what it has said, and corrects how long opening takes.
    fn lead(mut self, round: u64, chance: &mut Chance, opening: &mut u64) -> Tested<Vec<String>> {
        if round.is_multiple_of(2) {
            thread::sleep(Duration::from_micros(chance.below(*opening * 2 / 3)));
            return self.end();
        }
        *opening = (*opening * 3 + self.opened()?) / 4;
        thread::sleep(Duration::from_micros(chance.below(WORK)));
        Ok([vec!["opened".to_owned()], self.end()?].concat())
    }

    /// Waits until the store is open, and says how many microseconds that took.
    fn opened(&mut self) -> Tested<u64> {
        let began = Instant::now();
        self.wait_for("opened")?;
        Ok(began.elapsed().as_micros() as u64)
    }

    /// Kills the child, and returns what it has said since.
    fn end(&mut self) -> Tested<Vec<String>> {
        if let Some(status) = self.child.try_wait()?.filter(|status| !status.success()) {
            return Err(format!("the child has failed by itself: {status}").into());
        }
        self.child.kill()?;
        self.child.wait()?;
        Ok(self.says.iter().collect())
    }

    fn wait_for(&mut self, word: &str) -> Tested {
        let heard = self.says.recv_timeout(PATIENCE);
        if heard.as_deref() != Ok(word) {
            self.child.kill()?;
            let status = self.child.wait()?;
            return Err(format!("expected the child to say `{word}`: {heard:?}, {status}").into());
        }
        Ok(())
    }
}
