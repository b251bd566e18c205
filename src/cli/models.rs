//! `firstframe models`: which models do which work, and whether they do.

use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

use clap::Subcommand;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde_json::{Value, json};

use super::Outcome;
use super::output::{self, BAD, GOOD, QUIET, STRONG};
use super::table::table;
use crate::assets;
use crate::config;
use crate::error::{Error, ErrorKind, Result};
use crate::llm::{Candidate, Catalogue, Checked, Finding, Hedging, Models, Role, RoleModels, check};

const CHECK_HELP: &str = "\
Every model of every role is asked once for a few words, or for the JSON or the look at a picture that its role needs. This
costs a fraction of a cent. Keys come from environment variables, and are shown nowhere.

Exit codes: 0 every role has a model that works · 1 a role has none that works · 4 nothing is set for a role

Examples:
  firstframe models check
  firstframe models check --role code --json
  FIRSTFRAME_LOCAL_URL=http://127.0.0.1:11434/v1 firstframe models check";

const LIST_HELP: &str = "\
The list comes from `prompts/models.yaml` as it is built in, from that file in `--assets DIR`, or from the file that
FIRSTFRAME_MODELS names. Nothing is asked.

Example:
  FIRSTFRAME_MODELS=my-models.yaml firstframe models list";

#[derive(Debug, Subcommand)]
pub(super) enum ModelsCommand {
    /// Tries the models of each role with a tiny call, and says what works and what is missing
    #[command(after_help = CHECK_HELP)]
    Check {
        /// Only this role; may be given several times
        #[arg(long = "role", value_name = "ROLE", value_parser = roles())]
        roles: Vec<Role>,
        /// Prints what was found as JSON
        #[arg(long)]
        json: bool,
    },
    /// Lists the models of each role with their prices, and which keys are set
    #[command(after_help = LIST_HELP)]
    List {
        /// Prints the list as JSON
        #[arg(long)]
        json: bool,
    },
}

/// Runs a command on the models that are built in, or those of a folder of assets or of a file.
pub(super) fn run(folder: Option<&Path>, command: &ModelsCommand) -> Result<Outcome> {
    let models = Models::new(&catalogue(folder)?, Hedging::Off, config::variable);
    match command {
        ModelsCommand::Check { roles, json } => {
            let roles = if roles.is_empty() { &Role::ALL } else { roles.as_slice() };
            let checked = block_on(check(&models, roles))?;
            if *json {
                output::print_json(&checked)?;
            } else {
                output::print(&found(&checked))?;
            }
            Ok(outcome(roles, &checked))
        }
        ModelsCommand::List { json: true } => {
            let roles: Vec<Value> = models.roles().iter().map(role_json).collect();
            output::print_json(&roles).map(|()| Outcome::Done)
        }
        ModelsCommand::List { json: false } => output::print(&listed(&models)).map(|()| Outcome::Done),
    }
}

/// The catalogue of models: the file that the environment names, that of the assets, or the one that is built in.
pub(super) fn catalogue(folder: Option<&Path>) -> Result<Catalogue> {
    let source = match (config::models(), folder) {
        (Some(file), _) => assets::read_file(&file)?,
        (None, Some(folder)) => assets::Assets::read_folder(folder)?.models(),
        (None, None) => assets::embedded_models(),
    };
    Catalogue::read(&source).map_err(|mistakes| {
        let count = output::counted(mistakes.len(), "mistake");
        Error::new(ErrorKind::Assets, format!("{count} in `{}`", source.name())).with_diagnostics(mistakes)
    })
}

pub(super) fn block_on<T>(work: impl Future<Output = T>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| {
        Error::new(ErrorKind::Model, "the system has no room for more threads: close other programs").because(error)
    })?;
    Ok(runtime.block_on(work))
}

/// How it went for the role that fares worst.
fn outcome(roles: &[Role], checked: &[Checked]) -> Outcome {
    let fates = roles.iter().map(|role| {
        let mut found = checked.iter().filter(|checked| checked.role == *role).map(|checked| &checked.finding);
        if found.clone().any(|finding| matches!(finding, Finding::Works { .. })) {
            Outcome::Done
        } else if found.all(|finding| matches!(finding, Finding::Missing { .. })) {
            Outcome::NoModel
        } else {
            Outcome::Wanting
        }
    });
    let fates: Vec<Outcome> = fates.collect();
    let worst = [Outcome::Wanting, Outcome::NoModel].into_iter().find(|fate| fates.contains(fate));
    worst.unwrap_or(Outcome::Done)
}

/// What was found, by role.
fn found(checked: &[Checked]) -> String {
    let width = checked.iter().map(|checked| checked.model.len()).max().unwrap_or(0);
    let mut text = String::new();
    let mut role = None;
    for checked in checked {
        if role.replace(checked.role) != Some(checked.role) {
            let _ = writeln!(text, "{STRONG}{}{STRONG:#}", checked.role);
        }
        let (mark, said) = told(&checked.finding);
        let _ = writeln!(text, "  {mark} {:width$}  {said}", checked.model);
    }
    text
}

fn told(finding: &Finding) -> (String, String) {
    match finding {
        Finding::Works { first_token, total, usage, cost } => {
            let tokens = match usage {
                Some(usage) => {
                    let read = usage.input + usage.cache_read + usage.cache_write;
                    format!("{read} tokens in, {} out", usage.output)
                }
                None => "tokens not told".to_owned(),
            };
            let times = format!("first words {}, in all {}", shown(*first_token), shown(*total));
            (format!("{GOOD}✓{GOOD:#}"), format!("{times}  {QUIET}{tokens}, {cost}{QUIET:#}"))
        }
        Finding::Fails { message, .. } => (format!("{BAD}✗{BAD:#}"), message.clone()),
        Finding::Missing { message, .. } => (format!("{QUIET}–{QUIET:#}"), format!("{QUIET}{message}{QUIET:#}")),
    }
}

fn listed(models: &Models) -> String {
    let mut rows = Vec::new();
    for role in models.roles() {
        for (at, Candidate { spec, single }) in role.candidates.iter().enumerate() {
            let name = if at == 0 { role.spec.role.name() } else { "" };
            let price = spec.price.map_or_else(
                || "price unknown".to_owned(),
                |price| format!("${} in, ${} out", price.input, price.output),
            );
            let state = single.as_ref().map_or_else(|missing| missing.message.clone(), |_| "ready".to_owned());
            rows.push(vec![name.to_owned(), spec.name(), price, state]);
        }
    }
    table(&rows, &[]).join("\n") + "\n"
}

fn role_json(models: &RoleModels) -> Value {
    let candidate = |Candidate { spec, single }: &Candidate| {
        let missing = single.as_ref().err();
        json!({"model": spec.name(), "price": spec.price, "ready": missing.is_none(),
            "missing": missing.map(|missing| &missing.variable)})
    };
    let RoleModels { spec, candidates, .. } = models;
    let candidates: Vec<Value> = candidates.iter().map(candidate).collect();
    json!({"role": spec.role, "models": candidates, "max_tokens": spec.max_tokens, "temperature": spec.temperature})
}

/// `0.42 s`.
fn shown(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

/// Reads the name of a role; clap says which there are if it is none.
fn roles() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::NAMES).map(|name| Role::named(&name).unwrap_or(Role::Brain))
}
