//! Torture: stores are killed while they open and while they work, again and again, and must come back sound; and they
//! run out of disk, and must go on.
//!
//! `cargo test --test torture` does 50 rounds, `make torture` 1,000. A round begins this program once more as a child that
//! opens a store and works on it, kills it (SIGKILL: nothing is closed, nothing is written any more) and looks at what is
//! left. In every second round the child is killed while it opens the store, else at any time while it works.
//!
//! ```text
//! torture [NAME] [--loops N] [--seed N]      rounds on all stores, or on one
//! torture --list [--format terse]            the names, as test runners ask for them
//! torture live NAME FOLDER SEED              the child that is killed
//! torture crowd NAME FOLDER                  the child that runs out of disk
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it says how it goes")]

mod cache;
mod chance;
mod full;
mod projects;
mod round;

use std::env;
use std::path::Path;
use std::process::ExitCode;

use chance::Chance;
use round::{Tally, rounds};

type Tested<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// How many rounds a store has by default.
const LOOPS: u64 = 50;

/// A store that can be tortured.
struct Store {
    name: &'static str,
    /// The child: says `opening`, opens the store of the folder, says `opened`, and works until it is killed, a few seconds
    /// at most. What else it says on standard output goes to `check`. It returns an error if something is wrong.
    live: fn(&Path, &mut Chance) -> Tested,
    /// Opens what is left in the folder, after all that the child has said. Everything that is wrong is an error; a note is
    /// what the summary is to count.
    check: fn(&Path, &[String]) -> Tested<Option<&'static str>>,
}

/// All stores.
const STORES: [Store; 2] = [cache::STORE, projects::STORE];

/// What was asked for.
struct Wanted {
    name: Option<String>,
    loops: u64,
    seed: u64,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["live", name, folder, seed] => live(name, folder, seed),
        ["crowd", name, folder] => full::crowd(name, Path::new(folder)),
        _ if words.contains(&"--list") => {
            list(&words);
            Ok(())
        }
        _ => wanted(&words).and_then(|wanted| torture(&wanted)),
    };
    if let Err(error) = done {
        eprintln!("{error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// What `cargo nextest` asks for: the names of the tests, of which none is ignored.
fn list(words: &[&str]) {
    let names = STORES.iter().map(|store| store.name).chain(full::STORES.iter().map(|store| store.name));
    for name in names.filter(|_| !words.contains(&"--ignored")) {
        println!("{name}: test");
    }
}

fn live(name: &str, folder: &str, seed: &str) -> Tested {
    let store = STORES.iter().find(|store| store.name == name).ok_or("there is no such store")?;
    (store.live)(Path::new(folder), &mut Chance::new(seed.parse()?))
}

fn wanted(words: &[&str]) -> Tested<Wanted> {
    let mut wanted = Wanted { name: None, loops: LOOPS, seed: 1 };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut number = || words.next().and_then(|number| number.parse().ok()).ok_or(format!("{word} wants a number"));
        match *word {
            "--loops" => wanted.loops = number()?,
            "--seed" => wanted.seed = number()?,
            // Test runners give more options than this program has.
            option if option.starts_with('-') => {}
            name => wanted.name = Some(name.to_owned()),
        }
    }
    Ok(wanted)
}

fn torture(wanted: &Wanted) -> Tested {
    let is_wanted = |name: &str| wanted.name.as_ref().is_none_or(|wanted| wanted == name);
    for store in STORES.iter().filter(|store| is_wanted(store.name)) {
        tell(store, &rounds(store, wanted.loops, wanted.seed)?);
    }
    full::STORES.iter().filter(|store| is_wanted(store.name)).try_for_each(full::fill)
}

fn tell(store: &Store, tally: &Tally) {
    println!("{}: {} kills, {} of them during open; all came back sound", store.name, tally.rounds, tally.opening);
    for (note, count) in &tally.notes {
        println!("  {note}: {count}");
    }
}
