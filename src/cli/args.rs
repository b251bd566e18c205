//! What the command line takes.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use super::bench::BenchCommand;
use super::cache::CacheCommand;
use super::emit::Which;
use super::models::ModelsCommand;
use super::patterns::Patterns;
use super::project::Projects;
use super::serve::Serve;
use super::stats::StatsArgs;
use crate::request::Format;
use crate::tsx::Form;

/// Turns a request in plain words into a video scene for Remotion.
///
/// A scene is one TSX file: a React component that plays. Requests of known kinds are read and rendered here, from
/// templates, in microseconds and without any model.
#[derive(Debug, Parser)]
#[command(name = "firstframe", version, propagate_version = true, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "\
Examples:
  firstframe generate \"title card 'Launch Day', 4 seconds, vertical\" -o scene.tsx
  firstframe preview \"bar chart of tea 12, coffee 30, water 18 in teal\"
  firstframe route \"count up to 10k, label downloads\" --explain
  firstframe templates list
  firstframe project new film && firstframe generate --project film \"title card 'Moss'\"

Exit codes: 0 done · 1 failed · 2 wrong usage · 3 no template shows this · 4 no model is set")]
pub(super) struct Cli {
    /// Reads templates and patterns from DIR (with `templates/` and `patterns/` in it) instead of those built in
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) assets: Option<PathBuf>,

    /// Keeps projects in DIR; otherwise in `FIRSTFRAME_DATA`, or where the system keeps the data of programs
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,

    #[arg(long, global = true, value_name = "DIR", help = CACHE_HELP)]
    pub(super) cache: Option<PathBuf>,

    #[command(subcommand)]
    pub(super) command: Command,
}

const CACHE_HELP: &str =
    "Keeps what models made in DIR; otherwise in FIRSTFRAME_CACHE, or where the system keeps caches";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Makes a scene from a request and prints its code
    Generate(Generate),
    /// Says what would be done about a request, and why
    Route(Route),
    /// Shows a scene as a strip of pictures
    Preview(Preview),
    /// Lists and shows the templates of the library
    #[command(subcommand)]
    Templates(Templates),
    /// Checks, tries and tunes the patterns that say which requests are served
    #[command(subcommand)]
    Patterns(Patterns),
    /// Keeps scenes together, with their whole history: everything can be undone
    #[command(subcommand)]
    Project(Projects),
    /// Shows, checks and empties the cache of what models made
    #[command(subcommand)]
    Cache(CacheCommand),
    /// Shows which models do which work, and tries them
    #[command(subcommand)]
    Models(ModelsCommand),
    /// Answers requests over HTTP, as JSON or as server-sent events
    Serve(Serve),
    /// Shows what a running service has counted: times, templates, models, costs
    Stats(StatsArgs),
    /// Holds this engine against the pipeline that came before it
    #[command(subcommand)]
    Bench(BenchCommand),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  firstframe generate \"typewriter: I'll be late, start without me. retro theme\" > scene.tsx
  firstframe generate \"counter from 0 to 12,500 labelled 'trees planted'\" -o scenes/
  pbpaste | firstframe generate - --format square
  firstframe generate --project film \"our brand colours are #0b3d2e and gold\"
  firstframe generate --project film \"title card 'Moss' in our brand colours\"")]
pub(super) struct Generate {
    #[command(flatten)]
    pub(super) request: Prompt,

    /// Writes the code to a file, or into a folder under the template's name
    #[arg(short, long, value_name = "FILE|DIR")]
    pub(super) output: Option<PathBuf>,

    #[command(flatten)]
    pub(super) shape: Shape,

    /// Leaves to the model what is less sure than it takes for answers to be right with this probability
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(super) precision: Option<f64>,

    /// Adds what is made to a project, or changes its scenes, as one revision, and remembers the facts that the request
    /// states
    #[arg(long, value_name = "NAME")]
    pub(super) project: Option<String>,

    /// With a project, shows how the code of scenes that were changed differs
    #[arg(long, requires = "project")]
    pub(super) diff: bool,

    /// Asks the model again in spite of the cache, where a model is asked; scenes of templates are never cached
    #[arg(long)]
    pub(super) fresh: bool,

    #[command(flatten)]
    pub(super) models: ModelArgs,

    #[command(flatten)]
    pub(super) data: AsData,
}

/// What is printed for programs, instead of code for people.
#[derive(Debug, Args)]
pub(super) struct AsData {
    /// Prints everything about the generation as JSON: code, parameters, decision, times, calls and costs
    #[arg(long)]
    pub(super) json: bool,

    /// Prints what happens as JSON lines while it happens: stages, drafts, code as it is written, scenes, the end
    #[arg(long, conflicts_with_all = ["json", "output", "project"])]
    pub(super) events: bool,
}

/// How models are asked, where they are.
#[derive(Debug, Args)]
#[command(next_help_heading = "Models")]
pub(super) struct ModelArgs {
    /// Asks no model: what no template shows is refused, and what the request leaves open shows samples
    #[arg(long)]
    pub(super) no_models: bool,

    /// Begins no scene before it is known to be wanted, and sends no second request where a first is late
    #[arg(long)]
    pub(super) no_speculation: bool,

    /// How long models may take in all, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "180", value_parser = positive)]
    pub(super) timeout: f64,

    /// How many dollars models may cost for this request
    #[arg(long, value_name = "DOLLARS", default_value = "1", value_parser = positive)]
    pub(super) budget: f64,

    /// How many dollars models may cost in a day, this request and those before it together
    #[arg(long, value_name = "DOLLARS", value_parser = positive)]
    pub(super) daily_budget: Option<f64>,
}

#[derive(Debug, Args)]
pub(super) struct Prompt {
    /// The request in plain words; `-` reads it from standard input
    #[arg(value_name = "PROMPT")]
    pub(super) prompt: String,

    /// A picture that comes with the request; may be given several times
    #[arg(long = "image", value_name = "FILE|URL")]
    pub(super) images: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct Shape {
    /// The format of the scene, whatever the request says
    #[arg(long, value_parser = formats())]
    pub(super) format: Option<Format>,

    /// Takes React and Remotion from `window` instead of importing them, as players in the browser want
    #[arg(long)]
    pub(super) globals: bool,
}

impl Shape {
    /// The form that is wanted.
    pub(super) fn form(&self) -> Form {
        if self.globals { Form::Globals } else { Form::Module }
    }
}

#[derive(Debug, Args)]
#[command(after_help = "\
With --jsonl, each line of standard input is {\"id\", \"prompt\", \"project\"?, \"attachments\"?}, and one line is written
for it: {\"id\", \"plan\", \"reason\", \"confidence\", \"micros\"}. Confidence is how probable it is that the best
template is the right one, served or not. A plan is a list of ops: {\"op\": \"add\", \"template\", \"params\", \"ask\"?},
{\"op\": \"model\", \"reason\"} or {\"op\": \"ask\", \"question\"}.")]
pub(super) struct Route {
    /// The request in plain words; `-` reads it from standard input
    #[arg(value_name = "PROMPT", required_unless_present = "jsonl")]
    pub(super) prompt: Option<String>,

    /// A picture that comes with the request; may be given several times
    #[arg(long = "image", value_name = "FILE|URL", conflicts_with = "jsonl")]
    pub(super) images: Vec<String>,

    /// Leaves to the model what is less sure than it takes for answers to be right with this probability
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(super) precision: Option<f64>,

    /// Shows what was read from which words, the gates, and why the next best template lost
    #[arg(long, conflicts_with_all = ["jsonl", "json"])]
    pub(super) explain: bool,

    /// Prints the decision as JSON
    #[arg(long, conflicts_with = "jsonl")]
    pub(super) json: bool,

    /// Answers requests from standard input, one JSON object a line
    #[arg(long, conflicts_with = "prompt")]
    pub(super) jsonl: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Pictures are made with Node, Remotion and Chromium in the folder `studio/` of the project. It is looked for around the
working directory and around the program; FIRSTFRAME_STUDIO names it otherwise. FIRSTFRAME_CHROMIUM names the browser.")]
pub(super) struct Preview {
    /// The request in plain words, or a scene's file (`scene.tsx`)
    #[arg(value_name = "PROMPT|FILE.tsx", required_unless_present = "template")]
    pub(super) what: Option<String>,

    /// Shows this template with its samples
    #[arg(long, value_name = "ID", conflicts_with_all = ["what", "images", "format"])]
    pub(super) template: Option<String>,

    /// Shows it again at every save: of the scene's file, or of any file in `--assets DIR` with `--template`
    #[arg(long, conflicts_with = "open")]
    pub(super) watch: bool,

    /// A picture that comes with the request; may be given several times
    #[arg(long = "image", value_name = "FILE|URL")]
    pub(super) images: Vec<String>,

    /// The format of the scene, whatever the request says
    #[arg(long, value_parser = formats())]
    pub(super) format: Option<Format>,

    /// Writes the pictures to this file
    #[arg(short, long, value_name = "FILE.png")]
    pub(super) output: Option<PathBuf>,

    /// Opens the pictures with the system's viewer
    #[arg(long)]
    pub(super) open: bool,
}

const NEW_HELP: &str = "\
Examples:
  firstframe templates new price-drop
  firstframe --assets my-library templates new sales-chart --like bar-chart";

const GALLERY_HELP: &str = "\
The previews are filmed as `preview` takes its pictures, with the folder `studio/`: some seconds for each template, and
none for those whose scene is as it was the last time.

Examples:
  firstframe templates gallery -o gallery/
  firstframe templates gallery -o gallery/ --only title-card,bar-chart";

#[derive(Debug, Subcommand)]
pub(super) enum Templates {
    /// Lists the templates by category, one line each
    List {
        /// Prints the manifests as JSON
        #[arg(long)]
        json: bool,
    },
    /// Shows a template's parameters and requests that it serves
    Show {
        /// The template's id, as `templates list` shows it
        #[arg(value_name = "ID")]
        id: String,
        /// Prints the manifest as JSON
        #[arg(long)]
        json: bool,
    },
    /// Makes a scene of a template from parameters, without a request
    Render {
        /// The template's id, as `templates list` shows it
        #[arg(value_name = "ID")]
        id: String,
        /// The parameters as a JSON object; what is required and not given shows the template's sample
        #[arg(long, value_name = "JSON", default_value = "{}")]
        params: String,
        /// Takes React and Remotion from `window` instead of importing them
        #[arg(long)]
        globals: bool,
        /// Writes the code to a file, or into a folder under the template's name
        #[arg(short, long, value_name = "FILE|DIR")]
        output: Option<PathBuf>,
    },
    /// Writes scenes of all templates into a folder, with an index, for `studio check`
    Emit {
        /// The folder; made if it is not there
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// Which scenes
        #[arg(long, value_enum, default_value = "all")]
        which: Which,
        /// Only those of these templates
        #[arg(long, value_name = "ID", value_delimiter = ',')]
        only: Vec<String>,
    },
    /// Writes a page that shows the templates in motion, with their parameters and requests to copy
    #[command(after_help = GALLERY_HELP)]
    Gallery {
        /// The folder of the page; made if it is not there
        #[arg(short, long, value_name = "DIR")]
        output: PathBuf,
        /// Only these templates
        #[arg(long, value_name = "ID", value_delimiter = ',')]
        only: Vec<String>,
    },
    /// Begins a template in the library in `--assets DIR`, else in the working directory
    #[command(after_help = NEW_HELP)]
    New {
        /// The id of the new template: lower-case words with hyphens
        #[arg(value_name = "ID")]
        id: String,
        /// Begins with the files of this template
        #[arg(long, value_name = "OTHER")]
        like: Option<String>,
    },
    /// Makes a template of a scene of code, with a draft of its pattern
    Adopt(super::adopt::Adopt),
    /// Reads all templates and patterns strictly, checks every scene, and holds every example and reject
    Check,
}

/// Reads a probability.
fn probability(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "expected a number from 0 to 1, such as 0.98".to_owned())
}

/// Reads a number above nothing, up to a day in seconds.
fn positive(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| *number > 0.0 && *number <= 86_400.0);
    number.ok_or_else(|| "expected a number above 0, such as 2.5".to_owned())
}

/// Reads the name of a format; clap says which there are if it is none.
fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name))
        .map(|name| Format::ALL.into_iter().find(|format| format.name() == name).unwrap_or(Format::Landscape))
}
