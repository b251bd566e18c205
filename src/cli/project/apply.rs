//! `project apply`: changes that are given as JSON.

use std::path::Path;

use super::args::Apply;
use super::reply;
use super::session::now;
use crate::cli::output::{self, GOOD, QUIET, STRONG};
use crate::cli::standard_input;
use crate::config;
use crate::engine::Engine;
use crate::engine::change::Compared;
use crate::engine::turn::Made;
use crate::error::{Error, ErrorKind, Result};
use crate::route::Op;
use crate::store::project::ProjectStore;
use crate::tsx::Form;

/// Makes changes, all or none, and says what has changed.
pub(super) async fn apply(engine: &Engine, store: &dyn ProjectStore, args: &Apply) -> Result<()> {
    let ops = Op::read_plan(&read(&args.ops)?)?;
    let id = store.find(&args.named.name).await?.id;
    let made = Made { form: Form::Module, author: config::user(), at: now(), key: None };
    let answer = engine.change(store, &id, (&ops, &made)).await?;
    if args.named.json {
        return reply::print_json(engine, &answer, if args.diff { Compared::All } else { Compared::Code });
    }
    let done = match answer.written.last() {
        Some(written) => format!(
            "{GOOD}✓{GOOD:#} {STRONG}{}{STRONG:#}  {QUIET}revision {}{QUIET:#}\n",
            answer.project.name, written.revision.number
        ),
        None => format!("{QUIET}nothing has changed in {}{QUIET:#}\n", answer.project.name),
    };
    let lines = answer.told.iter().map(|told| ["  ", &told.text, "\n"].concat());
    output::print(&(done + &lines.collect::<String>()))?;
    if args.diff { reply::print_diffs(engine, &answer) } else { Ok(()) }
}

fn read(file: &Path) -> Result<String> {
    if file == Path::new("-") {
        return standard_input();
    }
    std::fs::read_to_string(file).map_err(|error| {
        let message = format!("`{}` cannot be read: expected a file of changes in JSON", file.display());
        Error::new(ErrorKind::File, message).because(error)
    })
}
