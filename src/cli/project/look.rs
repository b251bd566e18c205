//! Lists, projects and histories as people read them.

use std::fmt::Write;

use serde_json::json;

use super::args::Named;
use super::session::now;
use super::words;
use crate::cli::output::{self, QUIET, STRONG, VALUE};
use crate::cli::table::table;
use crate::error::Result;
use crate::store::project::{
    Content, Project, ProjectStore, Revision, SceneRecord, Speaker, Summary, Which, common_fps, cues,
};

pub(super) async fn list(store: &dyn ProjectStore, deleted: bool, json: bool) -> Result<()> {
    let projects = store.list(if deleted { Which::Deleted } else { Which::Living }).await?;
    if json {
        return output::print_json(&projects);
    }
    if projects.is_empty() {
        let hint = if deleted { "nothing has been deleted" } else { "no project yet: `firstframe project new NAME`" };
        return output::print(&format!("{QUIET}{hint}{QUIET:#}\n"));
    }
    let rows: Vec<Vec<String>> = projects.iter().map(summary).collect();
    output::print(&(table(&rows, &[1, 2, 3]).join("\n") + "\n"))
}

fn summary(project: &Summary) -> Vec<String> {
    vec![
        project.name.clone(),
        output::counted(project.scenes, "scene"),
        words::seconds(project.seconds),
        format!("revision {}", project.revision),
        words::ago(project.changed, now()),
    ]
}

pub(super) async fn show(store: &dyn ProjectStore, named: &Named) -> Result<()> {
    let found = store.find(&named.name).await?;
    let snapshot = store.read(&found.id).await?;
    if named.json {
        return output::print_json(&json!({"project": snapshot.project, "revision": snapshot.revision}));
    }
    output::print(&shown(&snapshot.project, &found))
}

fn shown(project: &Project, summary: &Summary) -> String {
    let mut text = String::new();
    let deleted = if project.deleted { "  deleted: `project undo` brings it back" } else { "" };
    let _ = writeln!(
        text,
        "{STRONG}{}{STRONG:#}  {}, {}  {QUIET}revision {}, changed {}{deleted}{QUIET:#}",
        project.name,
        output::counted(summary.scenes, "scene"),
        words::seconds(summary.seconds),
        summary.revision,
        words::ago(summary.changed, now()),
    );
    for line in table(&rows(&project.scenes, ""), &[0, 3]) {
        let _ = writeln!(text, "{line}");
    }
    for (name, value) in &project.settings {
        let _ = writeln!(text, "  {name}: {VALUE}{}{VALUE:#}", output::shown(value));
    }
    for fact in project.memory.values() {
        let _ = writeln!(text, "  remembered: {} {VALUE}{}{VALUE:#}", fact.topic, fact.values.join(", "));
    }
    for asset in project.assets.values() {
        let _ = writeln!(text, "  picture: {VALUE}{}{VALUE:#}  {QUIET}{}{QUIET:#}", asset.name, asset.media.name());
    }
    if project.scenes.is_empty() && !project.deleted {
        let name = words::quoted(&project.name);
        let _ = writeln!(text, "  {QUIET}firstframe generate --project {name} \"…\" adds scenes{QUIET:#}");
    }
    text
}

/// A row for each scene, and for each part of a merged one: `2`, and `2.1` under it.
fn rows(scenes: &[SceneRecord], above: &str) -> Vec<Vec<String>> {
    let fps = common_fps(scenes);
    let cues = cues(scenes, fps);
    let mut rows = Vec::new();
    for (at, (scene, cue)) in scenes.iter().zip(cues).enumerate() {
        let number = format!("{above}{}", at + 1);
        let under = format!("{number}.");
        rows.push(row(number, scene, words::joint(scene, &cue, fps)));
        if let Content::Merged { parts } = &scene.content {
            rows.extend(self::rows(parts, &under));
        }
    }
    rows
}

fn row(number: String, scene: &SceneRecord, joint: String) -> Vec<String> {
    let made_of = match &scene.content {
        Content::Template { id, .. } => id.clone(),
        Content::Code { .. } => "code".to_owned(),
        Content::Merged { parts } => output::counted(parts.len(), "scene"),
    };
    let name = if scene.name == made_of { String::new() } else { made_of };
    vec![
        number,
        scene.name.clone(),
        name,
        words::seconds(scene.seconds()),
        scene.format.name().to_owned(),
        scene.id.to_string(),
        joint,
    ]
}

pub(super) async fn history(store: &dyn ProjectStore, named: &Named, count: usize) -> Result<()> {
    let id = store.find(&named.name).await?.id;
    let revisions = store.history(&id, count).await?;
    if named.json {
        return output::print_json(&revisions);
    }
    if revisions.is_empty() {
        return output::print(&format!("{QUIET}nothing has been done yet{QUIET:#}\n"));
    }
    let rows: Vec<Vec<String>> = revisions.iter().map(revision).collect();
    output::print(&(table(&rows, &[0]).join("\n") + "\n"))
}

fn revision(revision: &Revision) -> Vec<String> {
    let by = |speaker: Speaker| revision.said.iter().find(|message| message.by == speaker);
    let said = by(Speaker::Person).map_or(String::new(), |said| format!("“{}”", words::one_line(&said.text)));
    // What was answered says more than what was written.
    let answered = by(Speaker::Firstframe).filter(|answer| !answer.text.is_empty());
    let done = answered.map_or_else(|| words::deed(&revision.deed), |answer| words::one_line(&answer.text));
    vec![revision.number.to_string(), words::ago(revision.at, now()), revision.author.clone(), done, said]
}
