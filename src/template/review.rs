//! What is wrong with a scene before any code comes out of it.

use std::ops::Range;

use super::look::vocabulary;
use super::manifest::Manifest;
use super::scene::{Compiled, Parts};
use super::tag::{TagKind, tags};
use super::uses::check;
use crate::diagnostic::{Diagnostic, Source};

const EXPORT: &str = "export default function ";
const LENGTH: &str = "const LENGTH = ";
/// The numbers of a Bézier curve, which are part of the structure and so may stand in code.
const EASE: &str = "ease";

/// All mistakes of a scene: parts that are not there or text that is no template; names that mean nothing; values put in
/// in other places than the two; another component than the manifest's; times written for another duration.
///
/// In parts, which many templates share, parameters that `others` have may be asked for.
pub(super) fn review(manifest: &Manifest, scene: &Source, parts: &Parts, others: &[&Manifest]) -> Vec<Diagnostic> {
    let mut found = check(scene, &vocabulary(manifest, &[]));
    found.extend(holes(scene));
    found.extend(component(manifest, scene));
    found.extend(length(manifest, scene));
    match Compiled::new(scene, parts) {
        Ok(compiled) => {
            let shared = vocabulary(manifest, others);
            let used = compiled.parts.iter().filter_map(|name| parts.get(name));
            found.extend(used.flat_map(|part| check(part, &shared).into_iter().chain(no_holes(part))));
        }
        Err(broken) => found.extend(broken),
    }
    found
}

/// The two places of a scene where values go in, and how they are written.
const HOLES: [(&str, &str); 2] =
    [("meta", "export const meta = {= meta =};"), ("props", "export const defaultProps = {= props =};")];

fn holes(scene: &Source) -> Vec<Diagnostic> {
    let others = values(scene).filter(|(value, _)| *value != EASE && HOLES.iter().all(|(name, _)| name != value));
    let others = others.map(|(value, place)| only_two(scene, value, place));
    HOLES.iter().flat_map(|(name, line)| hole(scene, name, line)).chain(others).collect()
}

/// A hole that is missing, or all of its places but the first.
fn hole(scene: &Source, name: &str, line: &str) -> Vec<Diagnostic> {
    let mut places = values(scene).filter(|(value, _)| *value == name).map(|(_, place)| place);
    if places.next().is_none() {
        return vec![scene.diagnose(0..0, format!("`{{= {name} =}}` is missing")).help(format!("write `{line}`"))];
    }
    places.map(|place| scene.diagnose(place, format!("`{name}` is put in twice"))).collect()
}

fn no_holes(part: &Source) -> Vec<Diagnostic> {
    values(part).filter(|(value, _)| *value != EASE).map(|(value, place)| only_two(part, value, place)).collect()
}

fn only_two(source: &Source, value: &str, place: Range<usize>) -> Diagnostic {
    let message = format!("`{value}` cannot be put into code");
    source.diagnose(place, message).help("only `{= meta =}` and `{= props =}` of a scene are: read data from the props")
}

fn values(source: &Source) -> impl Iterator<Item = (&str, Range<usize>)> {
    tags(source.text()).filter(|tag| tag.kind == TagKind::Value).map(|tag| (source.text()[tag.inner].trim(), tag.outer))
}

fn component(manifest: &Manifest, scene: &Source) -> Option<Diagnostic> {
    let expected = &manifest.component;
    let Some(at) = scene.text().find(EXPORT) else {
        let message = format!("expected `{EXPORT}{expected}(…)`");
        return Some(scene.diagnose(0..0, message).help("it is the component that the manifest names"));
    };
    let (place, name) = word(scene.text(), at + EXPORT.len());
    let message = format!("the component is called `{name}`, and `{expected}` in the manifest");
    (name != expected).then(|| scene.diagnose(place, message).help("give it one name in both"))
}

/// The scene says for itself how long its times were written for, so that it can be read alone.
fn length(manifest: &Manifest, scene: &Source) -> Option<Diagnostic> {
    let at = scene.text().find(LENGTH)? + LENGTH.len();
    let (place, number) = word(scene.text(), at);
    let same = number.parse::<f64>().is_ok_and(|number| number == manifest.duration);
    let message = format!("`LENGTH` is {number}, and the manifest's `duration` {}", manifest.duration);
    (!same)
        .then(|| scene.diagnose(place, message).help("write the same in both: times in the scene are in these seconds"))
}

fn word(text: &str, at: usize) -> (Range<usize>, &str) {
    let rest = &text[at..];
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).unwrap_or(rest.len());
    (at..at + end, &rest[..end])
}
