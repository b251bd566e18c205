//! The text of an adopted template's `template.yaml`.

use std::fmt::Write;

use serde_json::json;

use super::field::Field;
use super::name::title;
use super::{Candidate, Place, seconds};
use crate::template::spec::{ParamSpec, ParamType};
use crate::template::style::{FORMATS, common_params};
use crate::tsx::Meta;
use crate::yaml::flow;

/// What a manifest is written from.
pub(super) struct Sheet<'a> {
    pub(super) candidate: &'a Candidate<'a>,
    pub(super) meta: &'a Meta,
    pub(super) component: &'a str,
    pub(super) fields: &'a [Field],
    pub(super) common: &'a [&'static str],
}

/// The longest description of what a scene shows.
const LONGEST: usize = 160;
/// Where lines are broken.
const WIDTH: usize = 110;

impl Sheet<'_> {
    pub(super) fn write(&self) -> String {
        let Self { candidate, meta, component, .. } = self;
        let id = candidate.id;
        let mut text = String::from(
            "# Adopted from a scene of code. Its parameters are what the scene can be given; AUTHORING.md tells the rest.\n",
        );
        let _ = writeln!(text, "id: {id}\nname: {}\ncategory: {}", flow(&json!(title(id))), self.category());
        let _ = writeln!(text, "shows: {}", flow(&json!(self.shows())));
        let _ = writeln!(text, "component: {component}\nduration: {}", seconds(meta));
        if let Some(main) = self.main() {
            let _ = writeln!(text, "main: {}", main.name);
        }
        let _ = write!(text, "{}", self.defaults());
        text.push_str("motion: {entrance: 0, stagger: 0, exit: 0}   # its times are in the code\n");
        text.push_str(&self.params());
        text + &self.without()
    }

    fn specs(&self) -> impl Iterator<Item = &ParamSpec> {
        self.fields.iter().filter_map(Field::spec)
    }

    fn main(&self) -> Option<&ParamSpec> {
        self.specs().find(|spec| spec.required && spec.kind.is_text())
    }

    fn category(&self) -> &'static str {
        let has = |wanted: &[ParamType]| self.specs().any(|spec| wanted.contains(&spec.kind));
        if has(&[ParamType::Series]) {
            "data"
        } else if has(&[ParamType::Image]) {
            "media"
        } else if self.main().is_some() || has(&[ParamType::List]) {
            "text"
        } else {
            "background"
        }
    }

    /// What was asked for, or the template's name where that is not known or is a long story.
    fn shows(&self) -> String {
        let asked = self.candidate.request.map(|request| request.split_whitespace().collect::<Vec<_>>().join(" "));
        let asked = asked.filter(|asked| !asked.is_empty() && asked.chars().count() <= LONGEST);
        asked.unwrap_or_else(|| title(self.candidate.id).to_lowercase())
    }

    fn defaults(&self) -> String {
        let Meta { fps, width, height, .. } = *self.meta;
        let format = FORMATS.iter().find(|(_, wide, high)| (*wide, *high) == (width, height)).map(|(name, ..)| *name);
        let mut defaults: Vec<String> = Vec::new();
        defaults.extend((fps != 30).then(|| format!("fps: {fps}")));
        defaults.extend(format.filter(|name| *name != FORMATS[0].0).map(|name| format!("format: {name}")));
        for field in self.fields {
            if let Place::Common { name, .. } = field.place {
                defaults.push(format!("{name}: {}", field.value));
            }
        }
        if defaults.is_empty() { String::new() } else { format!("defaults: {{{}}}\n", defaults.join(", ")) }
    }

    fn params(&self) -> String {
        let lines: Vec<String> =
            self.specs().map(|spec| format!("  {}: {{{}}}\n", spec.name, entries(spec).join(", "))).collect();
        if lines.is_empty() { "params: {}\n".to_owned() } else { format!("params:\n{}", lines.concat()) }
    }

    fn without(&self) -> String {
        let names = common_params().iter().map(|spec| spec.name.as_ref());
        let names = names.filter(|name| !self.common.contains(name));
        let mut text = String::from("without: [");
        let mut column = text.len();
        for (at, name) in names.enumerate() {
            let gap = if at == 0 { "" } else { ", " };
            if column + gap.len() + name.len() > WIDTH {
                text.push_str(",\n  ");
                column = 2;
            } else {
                text.push_str(gap);
                column += gap.len();
            }
            text.push_str(name);
            column += name.len();
        }
        text + "]\n"
    }
}

fn entries(spec: &ParamSpec) -> Vec<String> {
    let mut entries = vec![format!("type: {}", spec.kind.name())];
    if let ParamType::Choice(names) = &spec.kind {
        entries.push(format!("of: {}", flow(&json!(names))));
    }
    if spec.required {
        entries.push("required: true".to_owned());
    }
    for (key, value) in [("default", &spec.default), ("sample", &spec.sample)] {
        entries.extend(value.iter().map(|value| format!("{key}: {}", flow(&json!(value)))));
    }
    let usual = spec.kind.usual_range();
    entries.extend((spec.range.start() != usual.start()).then(|| format!("min: {}", spec.range.start())));
    entries.extend((spec.range.end() != usual.end()).then(|| format!("max: {}", spec.range.end())));
    entries.push(format!("label: {}", flow(&json!(spec.label))));
    if !spec.says.is_empty() {
        entries.push(format!("says: {}", flow(&json!(spec.says))));
    }
    entries
}
