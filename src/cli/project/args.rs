//! What the commands about projects take.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// How many revisions are shown unless more are asked for.
const REVISIONS: usize = 20;

const LIST_HELP: &str = "\
Examples:
  firstframe project list
  firstframe project list --deleted";

const NEW_HELP: &str = "\
Examples:
  firstframe project new \"launch film\"
  firstframe generate --project \"launch film\" \"title card 'Launch Day' in navy\"
  firstframe project show \"launch film\"";

const HISTORY_HELP: &str = "\
Everything that was ever done is in it, the newest first. An undo is a revision as well, so that nothing is ever lost.";

const UNDO_HELP: &str = "\
Takes back the newest change that has not been taken back: scenes, settings, facts, names, and the deletion of the whole
project. Again takes back the one before.";

const APPLY_HELP: &str = "\
Changes are what `route --jsonl` plans for a request about a project, for programs that need no words. Scenes are counted
from 1 as they stand before any of the changes; `\"scene\"` takes a number, a list of numbers, or \"all\".

Examples:
  echo '[{\"op\": \"set\", \"scene\": 2, \"param\": \"accent\", \"value\": \"crimson\"}]' | firstframe project apply film --ops -
  firstframe project apply film --ops changes.json --diff

Changes: set {param, value}, scale {param, by}, insert {param, value, at?}, remove {param, value?}, replace-text {from, to},
copy-style {from, param?}, retemplate {template}, delete, duplicate, move {to}, trim {seconds} or {by},
transfer {from, to, seconds}, rename {name}, undo, redo, reformat {format}, transition {from, to, style}, merge, split {at}";

const CODE_HELP: &str = "\
`Film.tsx` has a component, as its default export, and `meta` with the length, rate and size of the composition. It
imports the scenes, `remotion`, and `@remotion/transitions` where scenes do not follow on one another by cuts. A scene that
cannot be shown is told, and a slate stands for it.

Examples:
  firstframe project code film -o src/film
  firstframe project code film -o src/film --replace";

const EXPORT_HELP: &str = "\
The file has the whole history and all pictures, as JSON lines with checksums; `project import` takes it in elsewhere.

Examples:
  firstframe project export film -o film.jsonl
  firstframe project export film | gzip > film.jsonl.gz";

const IMPORT_HELP: &str = "\
A file that is damaged, incomplete or something else is refused with the line, and then nothing is taken in.

Examples:
  firstframe project import film.jsonl
  firstframe project import film.jsonl --name \"film of last week\"
  gunzip -c film.jsonl.gz | firstframe project import -";

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Projects {
    /// Makes a project
    #[command(after_help = NEW_HELP)]
    New(Named),
    /// Lists the projects, the one that was changed last first
    #[command(after_help = LIST_HELP)]
    List {
        /// Lists those that have been deleted
        #[arg(long)]
        deleted: bool,
        /// Prints JSON
        #[arg(long)]
        json: bool,
    },
    /// Shows the scenes of a project, its settings, and what it remembers
    Show(Named),
    /// Says what was done to a project, when, and by whom
    #[command(after_help = HISTORY_HELP)]
    History {
        #[command(flatten)]
        named: Named,
        /// How many revisions
        #[arg(short = 'n', long, value_name = "COUNT", default_value_t = REVISIONS)]
        count: usize,
    },
    /// Makes changes that are given as JSON, all of them or none
    #[command(after_help = APPLY_HELP)]
    Apply(Apply),
    /// Takes back what was done last
    #[command(after_help = UNDO_HELP)]
    Undo(Named),
    /// Does again what was taken back last
    Redo(Named),
    /// Writes a project down, whole, in one file
    #[command(after_help = EXPORT_HELP)]
    Export {
        /// The project's name, or its id
        #[arg(value_name = "NAME")]
        name: String,
        /// Writes to a file instead of standard output
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Writes the code of a project: a file for each scene, and `Film.tsx`, which plays them
    #[command(after_help = CODE_HELP)]
    Code {
        #[command(flatten)]
        named: Named,
        /// The folder, which is made where it is not there
        #[arg(short, long, value_name = "DIR")]
        output: PathBuf,
        /// Writes over files that are there already and say something else
        #[arg(long)]
        replace: bool,
    },
    /// Takes in a project that was written down
    #[command(after_help = IMPORT_HELP)]
    Import {
        /// The file; `-` reads standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Calls it so, where its own name is taken
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// Prints JSON
        #[arg(long)]
        json: bool,
    },
    /// Deletes a project; `project undo` brings it back
    Delete(Named),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Named {
    /// The project's name in any case, its id, or the beginning of its id
    #[arg(value_name = "NAME")]
    pub(super) name: String,

    /// Prints JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Apply {
    #[command(flatten)]
    pub(super) named: Named,

    /// The file with the changes: a JSON list, or a single change; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    pub(super) ops: PathBuf,

    /// Shows how the code of the scenes that were there differs
    #[arg(long)]
    pub(super) diff: bool,
}
