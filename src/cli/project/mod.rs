//! `project`: scenes that belong together, with all that was ever done to them.

mod apply;
mod args;
mod carry;
mod code;
mod generate;
mod look;
mod reply;
mod scene;
mod session;
mod words;

pub(super) use args::Projects;
pub(super) use generate::run as generate;
pub(super) use scene::find as find_scene;
pub(super) use session::Place;

use serde_json::json;

use super::Outcome;
use super::output::{self, GOOD, QUIET, STRONG};
use crate::engine::Engine;
use crate::error::Result;
use crate::store::project::{Change, Intent, NewProject, ProjectStore, Write, Written};
use crate::template::Library;

use args::Named;
use code::Present;
use session::{now, with_store};

/// Runs a command on the projects of a place. The engine is only loaded where changes are made, and the library where code
/// is written.
pub(super) fn run(
    (engine, library): (impl FnOnce() -> Result<&'static Engine>, impl FnOnce() -> Result<Library>),
    place: &Place,
    command: &Projects,
) -> Result<Outcome> {
    let done = with_store(place, async |store: &dyn ProjectStore| match command {
        Projects::New(named) => new(store, named).await,
        Projects::List { deleted, json } => look::list(store, *deleted, *json).await,
        Projects::Show(named) => look::show(store, named).await,
        Projects::History { named, count } => look::history(store, named, *count).await,
        Projects::Apply(args) => apply::apply(engine()?, store, args).await,
        Projects::Undo(named) => act(store, named, Intent::Undo).await,
        Projects::Redo(named) => act(store, named, Intent::Redo).await,
        Projects::Delete(named) => act(store, named, Intent::Change(vec![Change::Delete])).await,
        Projects::Export { name, output } => carry::export(store, name, output.as_deref()).await,
        Projects::Code { named: Named { name, json }, output, replace } => {
            let present = if *replace { Present::Replace } else { Present::Keep };
            code::write(store, &library()?, (name, *json), (output, present)).await
        }
        Projects::Import { file, name, json } => carry::import(store, (file, name.as_deref()), *json).await,
    });
    done.map(|()| Outcome::Done)
}

async fn new(store: &dyn ProjectStore, named: &Named) -> Result<()> {
    let made = store.create(NewProject { name: named.name.clone(), at: now(), key: None }).await?.project;
    if named.json {
        return output::print_json(&json!({"id": made.id, "name": made.name, "revision": 0}));
    }
    let hint = format!("firstframe generate --project {} \"…\"", words::quoted(&made.name));
    output::print(&format!(
        "{GOOD}✓{GOOD:#} made {STRONG}{}{STRONG:#}  {QUIET}{hint} adds scenes{QUIET:#}\n",
        made.name
    ))
}

/// Undoes, redoes or deletes, and says what that came to.
async fn act(store: &dyn ProjectStore, named: &Named, intent: Intent) -> Result<()> {
    let id = store.find(&named.name).await?.id;
    let written = store.write(&id, Write::new(intent, crate::config::user(), now())).await?;
    if named.json {
        return output::print_json(&json!({"project": written.project, "revision": written.revision}));
    }
    let what = words::deed(&written.revision.deed);
    let Written { project, revision } = written;
    let back = if project.deleted { "; `project undo` brings it back" } else { "" };
    output::print(&format!(
        "{GOOD}✓{GOOD:#} {STRONG}{}{STRONG:#} {what}  {QUIET}revision {}{back}{QUIET:#}\n",
        project.name, revision.number
    ))
}
