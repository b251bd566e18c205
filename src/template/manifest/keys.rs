//! The keys of a manifest.

use super::params;
use super::{Category, Manifest, Timing};
use crate::nearest::suggest;
use crate::template::spec::ParamSpec;
use crate::template::style::common_params;
use crate::value::Value;
use crate::yaml::{Content, Entry, Fields, Mistakes, Node};

const CATEGORIES: [(&str, Category); 6] = [
    ("text", Category::Text),
    ("data", Category::Data),
    ("brand", Category::Brand),
    ("interface", Category::Interface),
    ("media", Category::Media),
    ("background", Category::Background),
];

/// The longest default duration of a template, in seconds; that of any scene.
const LONGEST: f64 = 60.0;
const MOST_VARIANTS: f64 = 99.0;
/// The sizes of text that can be asked for too.
const SIZES: std::ops::RangeInclusive<f64> = 12.0..=800.0;

/// Reads all keys before it gives up on any, so that all mistakes come out.
pub(super) fn read(node: &Node<'_>, folder: &str, mistakes: &mut Mistakes) -> Option<Manifest> {
    let mut fields = node.fields(mistakes)?;
    let id = fields.need("id", mistakes).and_then(|node| id(node, folder, mistakes));
    let name = words("name", &mut fields, mistakes);
    let category = fields.need("category", mistakes).and_then(|node| category(node, mistakes));
    let shows = words("shows", &mut fields, mistakes);
    let component = fields.need("component", mistakes).and_then(|node| component(node, mistakes));
    let duration = fields.need("duration", mistakes).and_then(|node| node.number_in(1.0..=LONGEST, mistakes));
    let variants = fields.take("variants").map_or(Some(1), |node| whole(node, mistakes));
    let motion = fields.need("motion", mistakes).and_then(|node| motion(node, mistakes));
    let sizes = fields.take_filled("size").map_or(Vec::new(), |node| sizes(node, mistakes));
    let Taken { main, params, defaults, without, one_of, passing } = taken(&mut fields, mistakes);
    fields.finish(mistakes);
    let (id, name, category, shows) = (id?, name?, category?, shows?);
    let (component, duration, variants, motion) = (component?, duration?, variants?, motion?);
    Some(Manifest {
        id,
        name,
        category,
        shows,
        component,
        duration,
        variants,
        main,
        motion,
        sizes,
        params,
        defaults,
        without,
        one_of,
        passing,
    })
}

/// What a template takes.
struct Taken {
    main: Option<String>,
    params: Vec<ParamSpec>,
    defaults: Vec<(&'static str, Value)>,
    without: Vec<&'static str>,
    one_of: Vec<String>,
    passing: Vec<String>,
}

/// Other keys speak of parameters by name: those with mistakes of their own count as there.
fn taken(fields: &mut Fields<'_, '_>, mistakes: &mut Mistakes) -> Taken {
    let node = fields.take_filled("params");
    let names = node.map_or(Vec::new(), params::names);
    let params = node.map_or(Vec::new(), |node| params::read(node, mistakes));
    let all = [&names[..], &common_names()].concat();
    Taken {
        main: fields.take_filled("main").and_then(|node| one_name(node, &all, mistakes)),
        defaults: fields.take_filled("defaults").map_or(Vec::new(), |node| defaults(node, &names, mistakes)),
        without: fields.take_filled("without").map_or(Vec::new(), |node| without(node, mistakes)),
        one_of: fields.take_filled("one_of").map_or(Vec::new(), |node| one_of(node, &names, &params, mistakes)),
        passing: fields.take_filled("passing").map_or(Vec::new(), |node| passing(node, &names, mistakes)),
        params,
    }
}

fn words(key: &'static str, fields: &mut Fields<'_, '_>, mistakes: &mut Mistakes) -> Option<String> {
    fields.need(key, mistakes)?.words(mistakes).map(str::to_owned)
}

fn id(node: &Node<'_>, folder: &str, mistakes: &mut Mistakes) -> Option<String> {
    let id = node.words(mistakes)?;
    if id == folder {
        return Some(id.to_owned());
    }
    mistakes.help(
        node,
        format!("the id `{id}` is not the name of its folder"),
        format!("write `{folder}`, or rename the folder"),
    );
    None
}

fn category(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Category> {
    let names = CATEGORIES.map(|(name, _)| name);
    let name = mistakes.one_of(node, "category", &names)?;
    CATEGORIES.iter().find(|(known, _)| *known == name).map(|(_, category)| *category)
}

fn component(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<String> {
    let name = node.words(mistakes)?;
    if name.starts_with(|c: char| c.is_ascii_uppercase()) && name.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Some(name.to_owned());
    }
    mistakes.note(node, format!("expected the name of a component such as `BarChart`, found `{name}`"))
}

fn whole(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<u32> {
    let number = node.number_in(1.0..=MOST_VARIANTS, mistakes)?;
    if number.fract() == 0.0 { Some(number as u32) } else { mistakes.note(node, "expected a whole number") }
}

fn motion(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Timing> {
    let mut fields = node.fields(mistakes)?;
    let mut seconds = |key| fields.need(key, mistakes).and_then(|node| node.number_in(0.0..=LONGEST, mistakes));
    let (entrance, stagger, exit) = (seconds("entrance"), seconds("stagger"), seconds("exit"));
    fields.finish(mistakes);
    Some(Timing { entrance: entrance?, stagger: stagger?, exit: exit? })
}

/// One size for all looks, or a list with one for each.
fn sizes(node: &Node<'_>, mistakes: &mut Mistakes) -> Vec<f64> {
    match &node.content {
        Content::Sequence(items) => items.iter().filter_map(|item| item.number_in(SIZES, mistakes)).collect(),
        _ => node.number_in(SIZES, mistakes).into_iter().collect(),
    }
}

fn one_name(node: &Node<'_>, names: &[&str], mistakes: &mut Mistakes) -> Option<String> {
    mistakes.one_of(node, "parameter", names).map(str::to_owned)
}

fn one_of(node: &Node<'_>, names: &[&str], params: &[ParamSpec], mistakes: &mut Mistakes) -> Vec<String> {
    let items = node.items(mistakes).unwrap_or_default();
    let found: Vec<String> = items.iter().filter_map(|item| one_name(item, names, mistakes)).collect();
    let first = found.first().and_then(|first| params.iter().find(|spec| spec.name == first.as_str()));
    if first.is_some_and(|spec| spec.sample.is_none()) {
        mistakes.help(node, "the first of these parameters needs a `sample`", "it is shown when none of them is given");
    }
    found
}

fn passing(node: &Node<'_>, names: &[&str], mistakes: &mut Mistakes) -> Vec<String> {
    let items = node.items(mistakes).unwrap_or_default();
    items.iter().filter_map(|item| one_name(item, names, mistakes)).collect()
}

fn without(node: &Node<'_>, mistakes: &mut Mistakes) -> Vec<&'static str> {
    let names = common_names();
    let items = node.items(mistakes).unwrap_or_default();
    items.iter().filter_map(|item| mistakes.one_of(item, "common parameter", &names)).collect()
}

fn defaults(node: &Node<'_>, own: &[&str], mistakes: &mut Mistakes) -> Vec<(&'static str, Value)> {
    let entries = node.entries(mistakes).unwrap_or_default();
    entries.iter().filter_map(|entry| default(entry, own, mistakes)).collect()
}

fn default(entry: &Entry<'_>, own: &[&str], mistakes: &mut Mistakes) -> Option<(&'static str, Value)> {
    let key = entry.key.as_ref();
    if let Some(spec) = common_params().iter().find(|spec| spec.name == key) {
        let value = spec.check_json(&entry.value.json());
        return value
            .map_err(|message| mistakes.note::<()>(&entry.value, message))
            .ok()
            .map(|v| (spec.name.as_ref(), v));
    }
    let help = if own.contains(&key) {
        format!("`{key}` is the template's own: give it its `default` among `params`")
    } else {
        suggest(key, common_names())
    };
    mistakes.at_with_help(entry.key_span.clone(), format!("unknown common parameter `{key}`"), help);
    None
}

pub(super) fn common_names() -> Vec<&'static str> {
    common_params().iter().map(|spec| spec.name.as_ref()).collect()
}
