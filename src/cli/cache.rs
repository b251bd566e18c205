//! `cache`: what is in it, whether it is sound, and away with it.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use clap::Subcommand;
use serde_json::json;

use super::Outcome;
use super::output::{self, BAD, GOOD, QUIET, STRONG};
use crate::config;
use crate::error::{Error, ErrorKind, Result};
use crate::store::cache::{Cache, DiskCache, Kind, Limits, Stats, Trouble, Verdict, clear};

const STATS_HELP: &str = "\
The cache keeps what models made (scenes, layouts, plans, content for templates), so that an equal request costs nothing. Scenes of
templates are made anew in less time than it would take to look them up, and are never in it. An entry is charged twice its
compressed bytes, as much as it takes on disk; when the budget is full, what was used longest ago is let go.

Examples:
  firstframe cache stats
  FIRSTFRAME_CACHE=/var/cache/firstframe firstframe cache stats --json";

const CLEAR_HELP: &str = "\
Nothing is lost but time and money: what was in the cache is made again when it is asked for. Only files of the cache are
removed, whatever else lies in its folder. This works on a damaged cache, too.

Example:
  firstframe cache clear";

const VERIFY_HELP: &str = "\
Each entry has a checksum, which is looked at whenever it is read: what is damaged is never an answer. This reads all of
them, and removes those that are damaged or have outlived their time. Exit codes: 0 all are sound · 1 some were damaged.

Example:
  firstframe cache verify";

#[derive(Debug, Subcommand)]
pub(super) enum CacheCommand {
    /// Shows where the cache is, what is in it, and how often it had the answer
    #[command(after_help = STATS_HELP)]
    Stats {
        /// Prints the figures as JSON
        #[arg(long)]
        json: bool,
    },
    /// Empties the cache
    #[command(after_help = CLEAR_HELP)]
    Clear,
    /// Reads every entry, and removes what is damaged or too old
    #[command(after_help = VERIFY_HELP)]
    Verify,
}

/// Runs a command on the cache in a folder, or on the one that the environment names.
pub(super) fn run(folder: Option<&Path>, command: &CacheCommand) -> Result<Outcome> {
    let folder = folder.map_or_else(config::cache, |folder| Ok(folder.to_owned()))?;
    match command {
        CacheCommand::Stats { json: true } => {
            output::print(&as_json(&folder, &stats(&folder)?)).map(|()| Outcome::Done)
        }
        CacheCommand::Stats { json: false } => {
            output::print(&as_text(&folder, &stats(&folder)?)).map(|()| Outcome::Done)
        }
        CacheCommand::Clear => empty(&folder),
        CacheCommand::Verify => verify(&folder),
    }
}

fn stats(folder: &Path) -> Result<Stats> {
    let Some(cache) = open(folder)? else {
        return Ok(Stats { budget: Limits::default().budget(), ..Stats::default() });
    };
    warn(&cache);
    Ok(cache.stats())
}

fn empty(folder: &Path) -> Result<Outcome> {
    let freed = if folder.is_dir() { clear(folder).map_err(refusal)? } else { 0 };
    let folder = folder.display();
    output::print(&format!("{GOOD}✓{GOOD:#} the cache in `{folder}` is empty; {} freed\n", size(freed)))?;
    Ok(Outcome::Done)
}

fn verify(folder: &Path) -> Result<Outcome> {
    let Some(cache) = open(folder)? else {
        return output::print(&format!("the cache in `{}` is empty\n", folder.display())).map(|()| Outcome::Done);
    };
    let is_begun_anew = warn(&cache);
    let Verdict { sound, stale, damaged } = cache.verify(SystemTime::now());
    let stale = if stale > 0 { format!("{QUIET}too old, removed: {stale}{QUIET:#}\n") } else { String::new() };
    let broken = if damaged > 0 { format!("{BAD}damaged, removed: {damaged}{BAD:#}\n") } else { String::new() };
    output::print(&format!("{GOOD}✓{GOOD:#} sound: {sound}\n{stale}{broken}"))?;
    let is_sound = !is_begun_anew && !warn(&cache) && damaged == 0;
    Ok(if is_sound { Outcome::Done } else { Outcome::Wanting })
}

/// The cache of a folder; `None` if there is no folder, which is not made for being looked at.
fn open(folder: &Path) -> Result<Option<DiskCache>> {
    if !folder.exists() {
        return Ok(None);
    }
    DiskCache::open(folder, Limits::default()).map(Some).map_err(refusal)
}

/// Says what hinders a cache, and whether anything does.
fn warn(cache: &DiskCache) -> bool {
    let trouble = cache.take_trouble();
    output::warn(trouble.as_ref().map(Trouble::to_string).as_deref());
    trouble.is_some()
}

/// Requests go on without a cache; a command that is about it cannot.
fn refusal(trouble: Trouble) -> Error {
    let message = match trouble {
        Trouble::Held { folder } => {
            let folder = folder.display();
            format!(
                "the cache in `{folder}` is in use by another process, and only one can open it: end that one first"
            )
        }
        other => other.to_string(),
    };
    Error::new(ErrorKind::Store, message)
}

fn as_text(folder: &Path, stats: &Stats) -> String {
    let line = |name: &str, value: String| format!("  {name:9} {value}\n");
    let kinds = Kind::ALL.iter().zip(stats.entries);
    let counts: String = kinds.map(|(kind, count)| line(&format!("{}s", kind.name()), count.to_string())).collect();
    let rest = [
        line("charged", format!("{} of {}", size(stats.bytes), size(stats.budget))),
        line("on disk", size(stats.disk)),
        line("answered", format!("{} of {} questions", stats.hits, stats.hits + stats.misses)),
    ];
    format!("{STRONG}{}{STRONG:#}\n{counts}{}", folder.display(), rest.concat())
}

fn as_json(folder: &Path, stats: &Stats) -> String {
    let Stats { entries, bytes, budget, disk, hits, misses } = *stats;
    let entries: serde_json::Map<_, _> =
        Kind::ALL.iter().zip(entries).map(|(kind, count)| (format!("{}s", kind.name()), json!(count))).collect();
    let folder: PathBuf = folder.to_owned();
    let figures = json!({"folder": folder, "entries": entries, "bytes": bytes, "budget": budget, "disk": disk,
        "hits": hits, "misses": misses});
    format!("{figures:#}\n")
}

/// `1.5 MiB`.
fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{:.1} KiB", bytes as f64 / 1024.0),
        _ => format!("{:.1} MiB", bytes as f64 / 1_048_576.0),
    }
}
