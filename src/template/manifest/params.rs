//! The parameters of a manifest.

use std::borrow::Cow;

use super::keys::common_names;
use crate::template::spec::{MAX_ITEMS, ParamSpec, ParamType, TYPE_NAMES};
use crate::value::Value;
use crate::yaml::{Content, Entry, Mistakes, Node};

/// Names that a scene's props or its structure use for something else.
const TAKEN: [&str; 9] = ["palette", "type", "motion", "meta", "props", "has", "backdrop", "children", "ease"];

/// Whether a name means something else in scenes, so that no parameter of a template can have it.
pub(in crate::template) fn is_reserved(name: &str) -> bool {
    common_names().contains(&name) || TAKEN.contains(&name)
}

/// The names of all parameters, of those with mistakes too.
pub(super) fn names<'n>(node: &'n Node<'_>) -> Vec<&'n str> {
    match &node.content {
        Content::Mapping(entries) => entries.iter().map(|entry| entry.key.as_ref()).collect(),
        _ => Vec::new(),
    }
}

/// Reads the parameters. Those with mistakes are left out: the mistakes are noted.
pub(super) fn read(node: &Node<'_>, mistakes: &mut Mistakes) -> Vec<ParamSpec> {
    let entries = node.entries(mistakes).unwrap_or_default();
    entries.iter().filter_map(|entry| param(entry, mistakes)).collect()
}

/// What stands under a parameter's keys; what depends on its type is read when the type is known.
struct Keys<'n, 'a> {
    kind: Option<ParamType>,
    required: bool,
    label: String,
    says: Vec<Cow<'static, str>>,
    limits: [Option<&'n Node<'a>>; 2],
    default: Option<&'n Node<'a>>,
    sample: Option<&'n Node<'a>>,
}

fn param(entry: &Entry<'_>, mistakes: &mut Mistakes) -> Option<ParamSpec> {
    let name = name(entry, mistakes);
    let keys = keys(entry, mistakes)?;
    let spec = limited(bare(entry, &keys)?, keys.limits, mistakes);
    let spec = with_values(spec, &keys, mistakes);
    complete(&spec, &keys, entry, mistakes);
    name.map(|()| spec)
}

fn keys<'n, 'a>(entry: &'n Entry<'a>, mistakes: &mut Mistakes) -> Option<Keys<'n, 'a>> {
    let mut fields = entry.value.fields(mistakes)?;
    let kind = fields.need("type", mistakes).and_then(|node| mistakes.one_of(node, "type", &TYPE_NAMES));
    let kind = kind.and_then(ParamType::named);
    let of = fields.take_filled("of");
    let label = fields.take("label").and_then(|node| node.words(mistakes).map(str::to_owned));
    let keys = Keys {
        kind: kind.and_then(|kind| with_names(kind, of, entry, mistakes)),
        required: fields.take("required").and_then(|node| node.bool(mistakes)).unwrap_or_default(),
        label: label.unwrap_or_else(|| entry.key.replace('_', " ")),
        says: fields.take("says").map_or(Vec::new(), |node| node.texts(mistakes)).into_iter().map(Cow::Owned).collect(),
        limits: [fields.take("min"), fields.take("max")],
        default: fields.take_filled("default"),
        sample: fields.take_filled("sample"),
    };
    fields.finish(mistakes);
    Some(keys)
}

fn bare(entry: &Entry<'_>, keys: &Keys<'_, '_>) -> Option<ParamSpec> {
    let kind = keys.kind.clone()?;
    Some(ParamSpec {
        name: Cow::Owned(entry.key.clone().into_owned()),
        range: kind.usual_range(),
        kind,
        required: keys.required,
        label: Cow::Owned(keys.label.clone()),
        says: keys.says.clone(),
        default: None,
        sample: None,
    })
}

fn name(entry: &Entry<'_>, mistakes: &mut Mistakes) -> Option<()> {
    let key = entry.key.as_ref();
    let lower = key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if !lower || !key.starts_with(|c: char| c.is_ascii_lowercase()) {
        mistakes.at(entry.key_span.clone(), format!("expected a name such as `left_items`, found `{key}`"))
    } else if common_names().contains(&key) {
        let message = format!("`{key}` is a common parameter");
        mistakes.at_with_help(entry.key_span.clone(), message, "take another name, or leave it out");
        None
    } else if TAKEN.contains(&key) {
        mistakes.at(entry.key_span.clone(), format!("`{key}` means something else in scenes: take another name"))
    } else {
        Some(())
    }
}

fn with_names(kind: ParamType, of: Option<&Node<'_>>, param: &Entry<'_>, mistakes: &mut Mistakes) -> Option<ParamType> {
    match (kind, of) {
        (ParamType::Choice(_), Some(node)) => choices(node, mistakes),
        (ParamType::Factor(_), Some(node)) => factors(node, mistakes),
        (ParamType::Choice(_), None) => {
            mistakes.at(param.key_span.clone(), "missing key `of`: the names that can be chosen")
        }
        (kind, None) => Some(kind),
        (_, Some(node)) => mistakes.note(node, "`of` belongs to the types `choice` and `factor`"),
    }
}

fn choices(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<ParamType> {
    let names = node.texts(mistakes);
    if names.len() < 2 {
        return mistakes.note(node, "expected at least two names to choose from");
    }
    Some(ParamType::Choice(names.into_iter().map(Cow::Owned).collect()))
}

fn factors(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<ParamType> {
    let entries = node.entries(mistakes)?;
    let named = entries.iter().filter_map(|entry| {
        entry.value.number(mistakes).map(|number| (Cow::Owned(entry.key.clone().into_owned()), number))
    });
    Some(ParamType::Factor(named.collect()))
}

fn limited(mut spec: ParamSpec, [min, max]: [Option<&Node<'_>>; 2], mistakes: &mut Mistakes) -> ParamSpec {
    let counted = matches!(spec.kind, ParamType::List | ParamType::Series);
    let numeric =
        matches!(spec.kind, ParamType::Number | ParamType::Percent | ParamType::Seconds | ParamType::Factor(_));
    for node in [min, max].into_iter().flatten().filter(|_| !counted && !numeric) {
        mistakes
            .note::<()>(node, format!("`min` and `max` are for numbers and lists, and this is `{}`", spec.kind.name()));
    }
    let allowed = if counted { 0.0..=MAX_ITEMS } else { -1e15..=1e15 };
    let mut limit = |node: Option<&Node<'_>>, usual| {
        node.and_then(|node| node.number_in(allowed.clone(), mistakes)).unwrap_or(usual)
    };
    let (low, high) = (limit(min, *spec.range.start()), limit(max, *spec.range.end()));
    if let (true, Some(node)) = (low > high, max.or(min)) {
        mistakes.note::<()>(node, format!("expected `min` to be at most `max`, found {low} and {high}"));
    } else {
        spec.range = low..=high;
    }
    spec
}

fn with_values(mut spec: ParamSpec, keys: &Keys<'_, '_>, mistakes: &mut Mistakes) -> ParamSpec {
    let mut value = |node: Option<&Node<'_>>| -> Option<Value> {
        let node = node?;
        spec.check_json(&node.json()).map_err(|message| mistakes.note::<()>(node, message)).ok()
    };
    let (default, sample) = (value(keys.default), value(keys.sample));
    spec.default = default;
    spec.sample = sample;
    spec
}

/// In every case the scene has to have something to show and a structure to take.
fn complete(spec: &ParamSpec, keys: &Keys<'_, '_>, entry: &Entry<'_>, mistakes: &mut Mistakes) {
    if let (true, Some(node)) = (spec.required, keys.default) {
        mistakes.help(node, "a required parameter has no default", "call it `sample`, or drop `required`");
    } else if spec.required && keys.sample.is_none() {
        let message = format!("the required parameter `{}` needs a `sample`", spec.name);
        mistakes.at_with_help(entry.key_span.clone(), message, "it is shown when the request leaves it open");
    } else if spec.is_structure() && keys.default.is_none() {
        mistakes.at::<()>(entry.key_span.clone(), format!("the choice `{}` needs a `default`", spec.name));
    }
}
