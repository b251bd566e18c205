//! What models are told: a file of `prompts/` for each kind of work.

use std::fmt::Write;
use std::sync::Arc;

use crate::assets::Assets;
use crate::error::{Error, ErrorKind, Result};
use crate::template::Library;
use crate::tsx::{RULES, packages};

/// The system prompts, whole. They are the same in all calls of a kind, so that providers can keep them.
#[derive(Debug, Clone)]
pub struct Prompts {
    /// To fill parameters in.
    pub(super) fill: Arc<str>,
    /// To choose between templates.
    pub(super) choose: Arc<str>,
    /// To read what is wanted, with the templates that there are.
    pub(super) brain: Arc<str>,
    /// To lay a scene out.
    pub(super) layout: Arc<str>,
    /// To look at pictures.
    pub(super) vision: Arc<str>,
    /// To write a scene, with the rules that it has to keep.
    pub(super) code: Arc<str>,
    /// To change a scene by replacements.
    pub(super) edit_surgical: Arc<str>,
    /// To write a scene anew, with the rules.
    pub(super) edit_creative: Arc<str>,
    /// To mend a scene.
    pub(super) mend: Arc<str>,
}

impl Prompts {
    /// Reads the prompts of assets; those that are not there are the ones that are built in.
    ///
    /// # Errors
    /// [`ErrorKind::Assets`] if a file is empty.
    pub fn load(assets: &Assets, library: &Library) -> Result<Self> {
        let built_in = Assets::embedded();
        let read = |name: &str| text(assets, &built_in, name);
        let rules = rules();
        let with_rules = |name: &str| read(name).map(|text| [&text, "\n", &rules].concat());
        Ok(Self {
            fill: read("fill")?.into(),
            choose: read("choose")?.into(),
            brain: [read("brain")?, "\n".to_owned(), templates(library)].concat().into(),
            layout: read("layout")?.into(),
            vision: read("vision")?.into(),
            code: with_rules("code")?.into(),
            edit_surgical: read("edit-surgical")?.into(),
            edit_creative: with_rules("edit-creative")?.into(),
            mend: with_rules("mend")?.into(),
        })
    }
}

fn text(assets: &Assets, built_in: &Assets, name: &str) -> Result<String> {
    let path = format!("prompts/{name}.md");
    let text = assets.text(&path).or_else(|| built_in.text(&path)).unwrap_or_default().trim();
    if text.is_empty() {
        return Err(Error::new(
            ErrorKind::Assets,
            format!("expected `{path}` to say what models are told, and it is empty"),
        ));
    }
    Ok(format!("{text}\n"))
}

/// The rules that the check applies, so that what is written keeps them from the start.
fn rules() -> String {
    let mut text = "## What the check refuses\n\nThe scene is checked by a program. It holds that\n".to_owned();
    for rule in RULES {
        let _ = writeln!(text, "- {};", rule.summary);
    }
    let _ = writeln!(text, "- imports come from these packages only: {}.", packages().collect::<Vec<_>>().join(", "));
    text
}

/// A line for each template.
fn templates(library: &Library) -> String {
    let mut text = "## The templates\n\n".to_owned();
    for manifest in library.manifests() {
        let params: Vec<&str> = manifest.params().iter().map(|spec| &*spec.name).collect();
        let _ = writeln!(text, "- `{}`: {} ({})", manifest.id, manifest.shows, params.join(", "));
    }
    text
}
