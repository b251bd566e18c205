//! `patterns conflicts`: which sentences of which pattern another one answers.

use std::fmt::Write;
use std::path::Path;

use clap::Args;

use super::{chosen, sample};
use crate::cli::output::{self, BAD, DOUBT, GOOD, QUIET, STRONG};
use crate::cli::{Outcome, engine};
use crate::engine::Engine;
use crate::engine::conflict::{Fate, Group, Tally, conflicts};
use crate::error::Result;
use crate::pattern::Pattern;

#[derive(Debug, Args)]
#[command(after_help = "\
Sentences are made of every pattern's names and phrases, and routed as if somebody had said them. What another template
takes, or fits as well, is a conflict: the words of the two patterns do not tell them apart. What no template takes is not;
--refused shows that too, since it says which phrases are no request by themselves.
Exit codes: 0 no conflicts · 1 conflicts.

Examples:
  firstframe patterns conflicts
  firstframe --assets my-library patterns conflicts counter --count 500
  firstframe patterns conflicts --refused")]
pub(in crate::cli) struct Conflicts {
    /// Only sentences of these templates' patterns
    #[arg(value_name = "ID")]
    only: Vec<String>,

    /// How many sentences of each pattern
    #[arg(short = 'n', long, value_name = "N", default_value_t = 60)]
    count: usize,

    /// Where chance begins
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,

    /// Shows sentences that no template takes, too
    #[arg(long)]
    refused: bool,
}

pub(super) fn run(folder: Option<&Path>, args: &Conflicts) -> Result<Outcome> {
    let engine = engine(folder, None)?;
    let patterns = chosen(engine, &args.only)?;
    let bar = output::progress(patterns.len(), "routing");
    let tallies = conflicts(engine, &patterns, (args.count, args.seed), &|| bar.inc(1))?;
    bar.finish_and_clear();
    let mut text = String::new();
    for tally in &tallies {
        show(&mut text, engine, tally, args);
    }
    summarise(&mut text, &tallies);
    output::print(&text)?;
    let at_odds = tallies.iter().flat_map(|tally| &tally.others).any(|group| group.fate.is_conflict());
    Ok(if at_odds { Outcome::Wanting } else { Outcome::Done })
}

fn show(text: &mut String, engine: &Engine, tally: &Tally, args: &Conflicts) {
    let shown: Vec<&Group> = tally.others.iter().filter(|group| args.refused || group.fate.is_conflict()).collect();
    if shown.is_empty() {
        return;
    }
    let (own, all) = (tally.own, tally.sentences);
    let _ = writeln!(text, "{STRONG}{}{STRONG:#}  {QUIET}serves {own} of {all}{QUIET:#}", tally.template);
    for group in shown {
        let fate = match &group.fate {
            Fate::Taken(other) => format!("{BAD}→ {other}{BAD:#}"),
            Fate::Tied(other) => format!("{DOUBT}= {other}{DOUBT:#}"),
            Fate::Refused(gate) => format!("{QUIET}→ model ({gate}){QUIET:#}"),
        };
        let way = engine
            .patterns()
            .of(&tally.template)
            .next()
            .map_or(String::new(), |pattern: &Pattern| sample::way(pattern, group.sentence.way));
        let _ = writeln!(text, "  {:3} {fate}  {}", group.count, group.sentence.say);
        let _ = writeln!(text, "      {QUIET}{way}; {}{QUIET:#}", group.reason);
    }
    text.push('\n');
}

fn summarise(text: &mut String, tallies: &[Tally]) {
    let count = |is: fn(&Fate) -> bool| -> usize {
        let groups = tallies.iter().flat_map(|tally| &tally.others).filter(|group| is(&group.fate));
        groups.map(|group| group.count).sum()
    };
    let all: usize = tallies.iter().map(|tally| tally.sentences).sum();
    let own: usize = tallies.iter().map(|tally| tally.own).sum();
    let (taken, tied) = (count(|fate| matches!(fate, Fate::Taken(_))), count(|fate| matches!(fate, Fate::Tied(_))));
    let mark = if taken + tied == 0 { format!("{GOOD}✓{GOOD:#} ") } else { String::new() };
    let refused = count(|fate| matches!(fate, Fate::Refused(_)));
    let _ = writeln!(
        text,
        "{mark}{all} sentences of {}: {own} are served, {taken} go to another template, {tied} fit two, {refused} go on to the model",
        output::counted(tallies.len(), "pattern")
    );
}
