//! `patterns sample`: sentences that a pattern matches.

use std::fmt::Write;
use std::path::Path;

use clap::Args;

use super::chosen;
use crate::cli::output::{self, BAD, GOOD, QUIET, STRONG};
use crate::cli::{Outcome, engine};
use crate::error::Result;
use crate::pattern::{Pattern, Sampler, Way};
use crate::request::Request;
use crate::route::{Decision, Step};

#[derive(Debug, Args)]
#[command(after_help = "\
The sentences are made of the pattern's names, phrases and cues, of the dictionaries, and of values from its examples. The
same seed makes the same sentences. They say what a pattern asks for and nothing else: read them to see what it takes.

Examples:
  firstframe patterns sample counter
  firstframe patterns sample counter --count 100 --seed 3 --plain > sentences.txt
  firstframe patterns sample counter --routed")]
pub(in crate::cli) struct Sample {
    /// The template whose pattern it is
    #[arg(value_name = "ID")]
    id: String,

    /// How many
    #[arg(short = 'n', long, value_name = "N", default_value_t = 12)]
    count: usize,

    /// Where chance begins
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,

    /// Prints the sentences alone, one a line
    #[arg(long, conflicts_with = "routed")]
    plain: bool,

    /// Says what becomes of each sentence
    #[arg(long)]
    routed: bool,
}

pub(super) fn run(folder: Option<&Path>, args: &Sample) -> Result<Outcome> {
    let engine = engine(folder, None)?;
    let sampler = Sampler::new(engine.patterns());
    let mut text = String::new();
    for pattern in chosen(engine, std::slice::from_ref(&args.id))? {
        for sentence in sampler.sentences(pattern, args.seed).take(args.count) {
            let say = &sentence.say;
            if args.plain {
                let _ = writeln!(text, "{say}");
                continue;
            }
            let _ = writeln!(text, "{STRONG}{say}{STRONG:#}\n  {QUIET}{}{QUIET:#}", way(pattern, sentence.way));
            if args.routed {
                let decision = engine.route(&Request::new(say)?);
                let _ = writeln!(text, "  {}", fate(&decision, pattern.template()));
            }
        }
    }
    output::print(&text).map(|()| Outcome::Done)
}

/// What a sentence was made from.
pub(super) fn way(pattern: &Pattern, way: Way) -> String {
    match way {
        Way::Names => "from its names".to_owned(),
        Way::Phrase(phrase) => format!("from `{}`", pattern.phrase(phrase)),
    }
}

fn fate(decision: &Decision, template: &str) -> String {
    match decision.plan.first() {
        Some(Step::Add { fit, .. }) if fit.template() == template => {
            format!("{GOOD}✓{GOOD:#} {}", output::shown(fit.params()))
        }
        Some(Step::Add { fit, .. }) => format!("{BAD}✗ taken for {}{BAD:#}", fit.template()),
        _ => format!("{BAD}✗ {}{BAD:#}", decision.reason),
    }
}
