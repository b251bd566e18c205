//! A template's scene: its text with the parts that it includes, read by the template engine when it is first needed.

use std::collections::BTreeMap;
use std::ops::Range;

use tera::{Context, Delimiters, Tera};

use super::look::Structure;
use super::tag::without_tag_lines;
use super::uses::Uses;
use crate::diagnostic::{Diagnostic, Source};
use crate::nearest::suggest;

/// Parts by the name that they are included by: `_parts/look.tsx`.
pub(super) type Parts = BTreeMap<String, Source>;

/// A scene that is ready to be rendered.
#[derive(Debug)]
pub(super) struct Compiled {
    tera: Tera,
    root: String,
    /// What the scene and all of its parts ask for.
    pub(super) uses: Uses,
    /// The names of all parts that are included, directly or by others.
    pub(super) parts: Vec<String>,
}

impl Compiled {
    /// Reads a scene and the parts that it needs.
    ///
    /// # Errors
    /// Parts that are not there, or else the first place that is not in the template language.
    pub(super) fn new(scene: &Source, parts: &Parts) -> Result<Self, Vec<Diagnostic>> {
        let mut uses = Uses::of(scene.text());
        let mut names: Vec<String> = Vec::new();
        let mut missing = Vec::new();
        let mut open = vec![(scene, std::mem::take(&mut uses.includes))];
        while let Some((source, includes)) = open.pop() {
            for (name, place) in includes {
                let Some(part) = parts.get(&name) else {
                    missing.push(no_part(source, &name, place, parts));
                    continue;
                };
                if !names.contains(&name) {
                    open.push((part, uses.join(Uses::of(part.text()))));
                    names.push(name);
                }
            }
        }
        if !missing.is_empty() {
            return Err(missing);
        }
        let tera = tera(scene, &names, parts).map_err(|error| vec![diagnose(&error, scene, parts)])?;
        Ok(Self { tera, root: scene.name().to_owned(), uses, parts: names })
    }

    /// The code of a structure, with the names of the two values in their places.
    ///
    /// # Errors
    /// Where the template engine cannot go on.
    pub(super) fn render(&self, structure: &Structure, scene: &Source, parts: &Parts) -> Result<String, Diagnostic> {
        self.tera.render(&self.root, &context(structure)).map_err(|error| diagnose(&error, scene, parts))
    }
}

/// A mistake in rendered code, at the place of the author's file that the code comes from: its line, if only one line of
/// the scene and its parts (`sources`) reads so. Whole lines come out as they were written, so that this nearly always
/// finds it.
pub(super) fn at_home(found: Diagnostic, sources: &[&Source]) -> Diagnostic {
    let (rendered, span) = (found.source().clone(), found.span());
    let text = rendered.text();
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let same = |source| lines(Source::text(source)).filter(|(_, own)| *own == line);
    let mut homes = sources.iter().flat_map(|source| same(source).map(move |(at, _)| (*source, at)));
    match (homes.next(), homes.next()) {
        (Some((source, at)), None) => {
            let shift = |place: usize| at + place - start;
            found.moved(source, shift(span.start)..shift(span.end.min(start + line.len()).max(span.start)))
        }
        _ => found,
    }
}

/// Lines with the places where they start.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line.trim_end_matches(['\n', '\r'])))
    })
}

fn no_part(source: &Source, name: &str, place: Range<usize>, parts: &Parts) -> Diagnostic {
    let help = suggest(name, parts.keys().map(String::as_str));
    source.diagnose(place, format!("there is no part `{name}`")).help(help)
}

fn tera(scene: &Source, names: &[String], parts: &Parts) -> Result<Tera, tera::Error> {
    let mut tera = Tera::new();
    tera.set_delimiters(Delimiters {
        block_start: "<%".into(),
        block_end: "%>".into(),
        variable_start: "{=".into(),
        variable_end: "=}".into(),
        comment_start: "<#".into(),
        comment_end: "#>".into(),
    })?;
    tera.autoescape_on(Vec::<&'static str>::new());
    let texts = names.iter().filter_map(|name| parts.get(name).map(|part| (name.as_str(), part)));
    let texts = texts.chain([(scene.name(), scene)]);
    tera.add_raw_templates(texts.map(|(name, source)| (name, without_tag_lines(source.text()))))?;
    Ok(tera)
}

fn context(structure: &Structure) -> Context {
    let mut context = Context::new();
    let has: BTreeMap<&str, bool> = structure.has.iter().map(|name| (name.as_ref(), true)).collect();
    context.insert("has", &has);
    for (name, chosen) in &structure.choices {
        context.insert(name.clone(), chosen.as_ref());
    }
    context.insert("variant", &structure.variant);
    context.insert("meta", "__META__");
    context.insert("props", "__PROPS__");
    context
}

/// The place is the same in the author's text: tags that have a line of their own are emptied without moving anything.
fn diagnose(error: &tera::Error, scene: &Source, parts: &Parts) -> Diagnostic {
    let (tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report)) = error.kind() else {
        return scene.diagnose(0..0, error.to_string());
    };
    let source = parts.get(report.filename()).unwrap_or(scene);
    let mut message = report.message().to_owned();
    if message.is_ascii() && message.chars().nth(1).is_some_and(|c| c.is_ascii_lowercase()) {
        message[..1].make_ascii_lowercase();
    }
    source.diagnose(report.span().range.clone(), message)
}
