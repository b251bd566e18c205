//! `Film.tsx`: the film as a person would write it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::helper::helpers;
use super::markup::{Tag, WIDTH};
use super::name::props_of;
use super::plan::Plan;
use super::shot::{Series, Shot, Shows};
use super::source::Source;
use crate::store::project::{Transition, TransitionKind};
use crate::tsx::Meta;

/// Marks the name of a type.
const TYPE: &str = "type ";

const TRANSITIONS: &str = "@remotion/transitions";

/// What stands around scenes of another size that say no colour of their own.
const BLACK: &str = "#000000";

/// What is taken from which package; React comes first.
type Imports = BTreeMap<(bool, String), BTreeSet<&'static str>>;

/// The text of the file.
pub(super) fn write(plan: &Plan) -> String {
    let helpers = helpers(plan);
    let mut text = heads(plan);
    let _ =
        write!(text, "\nexport const meta = {};\n\nexport default function Film() {{\n  return (\n", meta(&plan.meta));
    series(plan, &plan.main).write(&mut text, 4);
    text += "  );\n}\n";
    for (name, scenes) in plan.merged.iter().rev() {
        let _ = write!(text, "\nconst {name} = () => (\n");
        series(plan, scenes).write(&mut text, 2);
        text += ");\n";
    }
    for helper in helpers {
        text = text + "\n" + helper.code;
    }
    text
}

/// In one line, as in scenes, unless that is too long.
fn meta(meta: &Meta) -> String {
    let Meta { id, duration_in_frames, fps, width, height } = meta;
    let sizes = format!("durationInFrames: {duration_in_frames}, fps: {fps}, width: {width}, height: {height}");
    let line = format!("{{id: '{id}', {sizes}}}");
    if "export const meta = ;".len() + line.len() <= WIDTH {
        return line;
    }
    format!("{{\n  id: '{id}',\n  {},\n}}", sizes.replace(", ", ",\n  "))
}

/// The import lines: those of packages by name, then the scenes.
fn heads(plan: &Plan) -> String {
    let mut text = String::new();
    for ((_, package), names) in imports(plan) {
        let _ = writeln!(text, "{}", import(&listed(names), &package));
    }
    for Source { name, has_props, .. } in &plan.sources {
        let props = if *has_props { format!(", {{defaultProps as {}}}", props_of(name)) } else { String::new() };
        let _ = writeln!(text, "{}", import(&format!("{name}{props}"), &format!("./scenes/{name}")));
    }
    text
}

/// Names of a package in braces, those of types last: `{Easing, type ReactNode}`, `type {ReactNode}`.
fn listed(names: BTreeSet<&str>) -> String {
    let is_type = |name: &&str| name.starts_with(TYPE);
    if names.iter().all(is_type) {
        let bare = names.iter().map(|name| name.trim_start_matches(TYPE)).collect::<Vec<_>>();
        return format!("type {{{}}}", bare.join(", "));
    }
    let mut sorted = names.into_iter().collect::<Vec<_>>();
    sorted.sort_by_key(|name| (name.starts_with(TYPE), name.to_ascii_lowercase()));
    format!("{{{}}}", sorted.join(", "))
}

/// An import line, broken up where it is too long.
fn import(names: &str, source: &str) -> String {
    let line = format!("import {names} from '{source}';");
    if line.len() <= WIDTH {
        return line;
    }
    line.replace('{', "{\n  ").replace('}', ",\n}").replace(", ", ",\n  ").replacen(",\n  {", ", {", 1)
}

fn imports(plan: &Plan) -> Imports {
    let mut imports = Imports::new();
    let mut add = |name, package: String| {
        imports.entry((package != "react", package)).or_default().insert(name);
    };
    for (name, package) in helpers(plan).iter().flat_map(|helper| helper.imports) {
        add(name, (*package).to_owned());
    }
    for series in plan.merged.iter().map(|(_, series)| series).chain([&plan.main]) {
        let (name, package) =
            if series.has_transitions() { ("TransitionSeries", TRANSITIONS) } else { ("Series", "remotion") };
        add(name, package.to_owned());
        for (before, transition) in joints(series) {
            if transition.kind != TransitionKind::Flip || ground(plan, &before.shows).is_none() {
                add(presentation(transition.kind), format!("{TRANSITIONS}/{}", transition.kind.name()));
            }
        }
    }
    imports
}

/// The transitions of a series, each with the shot before it.
fn joints(series: &Series) -> impl Iterator<Item = (&Shot, Transition)> {
    series.shots.windows(2).filter_map(|pair| Some((&pair[0], pair[1].transition?)))
}

/// The function that makes a presentation.
fn presentation(kind: TransitionKind) -> &'static str {
    match kind {
        TransitionKind::Fade => "fade",
        TransitionKind::Slide => "slide",
        TransitionKind::Wipe => "wipe",
        TransitionKind::Flip => "flip",
        TransitionKind::ClockWipe => "clockWipe",
    }
}

fn series(plan: &Plan, series: &Series) -> Tag {
    let name = if series.has_transitions() { "TransitionSeries" } else { "Series" };
    let mut tag = Tag::new(name);
    for (at, shot) in series.shots.iter().enumerate() {
        if let Some((before, transition)) =
            at.checked_sub(1).and_then(|before| series.shots.get(before)).zip(shot.transition)
        {
            tag = tag.holding(joint(plan, before, transition));
        }
        let sequence = Tag::new(format!("{name}.Sequence")).with("durationInFrames", shot.frames);
        tag = tag.holding(sequence.with_text("name", &shot.name).holding(played(plan, shot)));
    }
    tag
}

fn joint(plan: &Plan, before: &Shot, transition: Transition) -> Tag {
    let presented = match (transition.kind, ground(plan, &before.shows)) {
        (TransitionKind::ClockWipe, _) => "clockWipe({width: meta.width, height: meta.height})".to_owned(),
        (TransitionKind::Flip, Some(ground)) => format!("turn('{ground}')"),
        (kind, _) => format!("{}()", presentation(kind)),
    };
    let tag = Tag::new("TransitionSeries.Transition").with("presentation", presented);
    tag.with("timing", format!("gently({})", transition.frames))
}

/// What is played in a shot.
fn played(plan: &Plan, shot: &Shot) -> Tag {
    let source = source(plan, &shot.shows);
    let mut tag = match (&shot.shows, source) {
        (Shows::Series(name), _) => Tag::new(name.as_str()),
        (Shows::Slate, _) => Tag::new("Slate").with_text("name", &shot.name),
        (Shows::Scene(_), Some(source)) if source.has_props => {
            Tag::new(&source.name).with_all_of(&props_of(&source.name))
        }
        (Shows::Scene(_), source) => Tag::new(source.map_or("", |source| &source.name)),
    };
    if let Some(clip) = shot.clip.filter(|_| !matches!(shot.shows, Shows::Slate)) {
        let outer = Tag::new("Clip").with("from", clip.from).with("of", clip.of);
        tag = clip.fps.into_iter().fold(outer, |outer, fps| outer.with("fps", fps)).holding(tag);
    }
    if let Some((source, (width, height))) = source.and_then(|source| Some((source, source.size?))) {
        let outer = Tag::new("Fitted").with("width", width).with("height", height);
        tag = outer.with_text("ground", source.ground.as_deref().unwrap_or(BLACK)).holding(tag);
    }
    tag
}

fn source<'p>(plan: &'p Plan, shows: &Shows) -> Option<&'p Source> {
    if let Shows::Scene(at) = shows { plan.sources.get(*at) } else { None }
}

/// The colour on which the last of what is shown stands.
pub(super) fn ground<'p>(plan: &'p Plan, shows: &Shows) -> Option<&'p str> {
    match shows {
        Shows::Scene(_) => source(plan, shows)?.ground.as_deref(),
        Shows::Series(name) => {
            let (_, series) = plan.merged.iter().find(|(merged, _)| merged == name)?;
            ground(plan, &series.shots.last()?.shows)
        }
        Shows::Slate => None,
    }
}
