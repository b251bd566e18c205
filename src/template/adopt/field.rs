//! What becomes of each prop of a scene: a parameter, a common one, or a constant of its code.

use std::borrow::Cow;

use serde_json::{Map, Value as Json, json};

use super::name::{param_id, words};
use crate::template::spec::{MAX_ITEMS, ParamSpec, ParamType};
use crate::value::{Colour, Value};

/// A prop of the scene and where it goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name in the scene.
    pub prop: String,
    /// Its value in the scene.
    pub value: Json,
    /// What becomes of it.
    pub place: Place,
}

/// What becomes of a prop.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// A parameter of the template.
    Own(Box<ParamSpec>),
    /// A parameter of the template, whose points have other names in the scene: those of label and value.
    Points(Box<ParamSpec>, [String; 2]),
    /// A common parameter.
    Common {
        /// Its name.
        name: &'static str,
        /// The member of the palette that it is.
        member: &'static str,
        /// What people call it in this scene.
        said: Vec<String>,
    },
    /// A constant, and why.
    Fixed(&'static str),
}

/// The colours that any template may be asked for, by the names of props that are the same.
const COMMON: [(&str, &str, &[&str]); 3] = [
    ("background", "background", &["background", "backgroundColor", "backgroundColour", "bg", "bgColor"]),
    ("accent", "accent", &["accent", "accentColor", "accentColour"]),
    ("text_color", "text", &["textColor", "textColour"]),
];

impl Field {
    /// Its parameter, if it became one of the template's own.
    pub fn spec(&self) -> Option<&ParamSpec> {
        match &self.place {
            Place::Own(spec) | Place::Points(spec, _) => Some(spec),
            Place::Common { .. } | Place::Fixed(_) => None,
        }
    }

    /// The common parameter that it became.
    pub(super) fn common(&self) -> Option<&'static str> {
        match self.place {
            Place::Common { name, .. } => Some(name),
            _ => None,
        }
    }

    /// Whether it is among the data of the template as it is among that of the scene.
    pub(super) fn is_direct(&self) -> bool {
        matches!(&self.place, Place::Own(spec) if !spec.is_structure() && spec.prop() == self.prop)
    }

    /// What the author should know about it.
    pub(super) fn told(&self) -> Option<String> {
        match self.place {
            Place::Fixed(why) => Some(format!("`{}` stays as it is: {why}", self.prop)),
            _ => None,
        }
    }
}

/// What becomes of the props of a scene, which the first fitting one of some parameters describes.
pub(super) fn fields(props: &Map<String, Json>, specs: &[ParamSpec]) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::with_capacity(props.len());
    let has_ground =
        props.iter().any(|(prop, value)| common(prop, value).is_some_and(|(name, _)| name == "background"));
    for (prop, value) in props {
        let known = common(prop, value).filter(|(name, _)| {
            // The colour of words without that of their ground would be judged on a ground that is not there.
            (*name != "text_color" || has_ground) && fields.iter().all(|field| field.common() != Some(name))
        });
        let place = known.map_or_else(
            || own(prop, value, (specs, &fields)),
            |(name, member)| Place::Common { name, member, said: said(prop, specs) },
        );
        fields.push(Field { prop: prop.clone(), value: value.clone(), place });
    }
    fields
}

fn common(prop: &str, value: &Json) -> Option<(&'static str, &'static str)> {
    let row = COMMON.iter().find(|(_, _, props)| props.contains(&prop))?;
    value.as_str().filter(|text| is_opaque(text) && Colour::from_css(text).is_some()).map(|_| (row.0, row.1))
}

/// What people call a prop beside its name.
fn said(prop: &str, specs: &[ParamSpec]) -> Vec<String> {
    let Some(spec) = specs.iter().find(|spec| spec.name == prop) else { return Vec::new() };
    let said = [&spec.label].into_iter().chain(&spec.says).map(ToString::to_string);
    said.filter(|said| {
        !matches!(said.to_lowercase().as_str(), "background" | "accent" | "colour" | "color" | "text colour")
    })
    .filter(|said| said != prop && *said != words(prop))
    .collect()
}

/// Whether a colour of CSS has nothing that shines through, as far as its form says.
fn is_opaque(css: &str) -> bool {
    match css.trim().strip_prefix('#') {
        Some(digits) => matches!(digits.len(), 3 | 6),
        None => !css.contains('/') && css.matches(',').count() < 3,
    }
}

fn own(prop: &str, value: &Json, (specs, before): (&[ParamSpec], &[Field])) -> Place {
    let described = || specs.iter().filter(|spec| spec.name == prop);
    let taken: Vec<String> = before.iter().filter_map(Field::spec).map(|spec| spec.name.to_string()).collect();
    if let Some(spec) = described().find_map(|spec| fitted(spec, value)) {
        return Place::Own(Box::new(named(spec, prop, &taken)));
    }
    if let Some((points, keys)) = points(value) {
        let said = described().next().cloned().unwrap_or_else(|| bare(prop));
        let spec = ParamSpec { kind: ParamType::Series, range: ParamType::Series.usual_range(), ..said };
        if let Some(spec) = fitted(&spec, &points) {
            return Place::Points(Box::new(named(spec, prop, &taken)), keys);
        }
    }
    Place::Fixed(reason(value))
}

fn bare(prop: &str) -> ParamSpec {
    ParamSpec {
        name: Cow::Owned(prop.to_owned()),
        kind: ParamType::Series,
        required: false,
        label: Cow::Owned(words(prop)),
        says: Vec::new(),
        default: None,
        sample: None,
        range: ParamType::Series.usual_range(),
    }
}

/// The parameter with a value of the scene as its own, if it takes that as it is.
fn fitted(spec: &ParamSpec, value: &Json) -> Option<ParamSpec> {
    let spec = within(part_of_one(spec, value), value);
    let checked = spec.check_json(value).ok().filter(|checked| is_same(checked, value) && is_plain(&spec))?;
    let required = is_content(&spec);
    let (default, sample) = if required { (None, Some(checked)) } else { (Some(checked), None) };
    Some(ParamSpec { required, default, sample, ..spec })
}

/// A percentage that the scene has as a part of one is a number to it.
fn part_of_one(spec: &ParamSpec, value: &Json) -> ParamSpec {
    let is_part = value.as_f64().is_some_and(|number| number > 0.0 && number < 1.0);
    if spec.kind == ParamType::Percent && is_part {
        return ParamSpec { kind: ParamType::Number, range: 0.0..=1.0, ..spec.clone() };
    }
    spec.clone()
}

/// How much more than in the scene may be asked for of what is drawn one by one, where nothing says how much.
const MORE: f64 = 10.0;
/// The least such limit.
const FEW: f64 = 100.0;
/// The least limit of items.
const ITEMS: f64 = 12.0;

/// Limits for what a scene could not stand in any number.
fn within(spec: ParamSpec, value: &Json) -> ParamSpec {
    let usual = spec.kind.usual_range();
    match (&spec.kind, value) {
        (ParamType::List | ParamType::Series, Json::Array(items)) => {
            let least = if items.is_empty() { 0.0 } else { spec.range.start().max(1.0) };
            let is_open = *spec.range.end() >= MAX_ITEMS;
            let most = if is_open { (2.0 * items.len() as f64).max(ITEMS) } else { *spec.range.end() };
            ParamSpec { range: least..=most, ..spec }
        }
        (ParamType::Number, Json::Number(number)) if spec.range == usual && counts(&spec) => {
            let most = number.as_f64().map_or(FEW, |number| (number * MORE).max(FEW));
            ParamSpec { range: 0.0..=most, ..spec }
        }
        _ => spec,
    }
}

fn counts(spec: &ParamSpec) -> bool {
    spec.label.starts_with("number of ") || words(&spec.name).ends_with(" count") || spec.name == "count"
}

/// Whether a value comes back as the scene has it; colours may be written otherwise.
fn is_same(checked: &Value, value: &Json) -> bool {
    if let (Value::Colour(_), Some(text)) = (checked, value.as_str()) {
        return is_opaque(text);
    }
    same(&serde_json::to_value(checked).unwrap_or_default(), value)
}

fn same(left: &Json, right: &Json) -> bool {
    match (left, right) {
        (Json::Number(left), Json::Number(right)) => left.as_f64() == right.as_f64(),
        (Json::Array(left), Json::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Json::Object(left), Json::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(key, value)| right.get(key).is_some_and(|other| same(value, other)))
        }
        _ => left == right,
    }
}

/// Whether the names of a choice can stand in tags.
fn is_plain(spec: &ParamSpec) -> bool {
    let ParamType::Choice(names) = &spec.kind else { return true };
    names.len() > 1
        && names.iter().all(|name| {
            !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '#'))
        })
}

/// Words of names of texts that say how something looks or works, and nothing that is read.
const MANNERS: [&str; 11] =
    ["font", "family", "unit", "prefix", "suffix", "symbol", "seed", "currency", "easing", "typeface", "separator"];

/// Whether a parameter is what a scene shows, so that the words of its first request should not stay in others.
fn is_content(spec: &ParamSpec) -> bool {
    let shown = spec.kind.is_text() || matches!(spec.kind, ParamType::List | ParamType::Series | ParamType::Image);
    shown && !words(&spec.name).split(' ').any(|word| MANNERS.contains(&word))
}

/// The parameter under the name that it has in the template, with what people call it.
fn named(spec: ParamSpec, prop: &str, taken: &[String]) -> ParamSpec {
    let clean = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let label = match clean(&spec.label) {
        label if label.is_empty() || label == prop => words(prop),
        label => label,
    };
    let mut says: Vec<Cow<'static, str>> = Vec::new();
    for say in spec.says.iter().map(|say| clean(say)) {
        if !say.is_empty() && say != label && !says.iter().any(|known| **known == say) {
            says.push(Cow::Owned(say));
        }
    }
    ParamSpec { name: Cow::Owned(param_id(prop, taken)), label: Cow::Owned(label), says, ..spec }
}

/// Points under other names: objects of two members, of which one is always a text, the other always a number or a text.
fn points(value: &Json) -> Option<(Json, [String; 2])> {
    let items = value.as_array().filter(|items| !items.is_empty())?;
    let first = items[0].as_object().filter(|first| first.len() == 2)?;
    let all = |key: &str, is: fn(&Json) -> bool| items.iter().all(|item| item.get(key).is_some_and(is));
    let label = first.keys().find(|key| all(key, Json::is_string))?;
    let figure = first.keys().find(|key| *key != label && (all(key, Json::is_number) || all(key, Json::is_string)))?;
    let is_pair = |item: &&Json| item.as_object().is_some_and(|item| item.len() == 2);
    if items.iter().filter(is_pair).count() < items.len() {
        return None;
    }
    let point = |item: &Json| json!({"label": item[label], "value": item[figure]});
    Some((items.iter().map(point).collect(), [label.clone(), figure.clone()]))
}

fn reason(value: &Json) -> &'static str {
    match value {
        Json::Bool(_) => "no parameter is true or false",
        Json::Null => "nothing stands there",
        Json::Object(_) => "no parameter has parts of its own",
        Json::Array(_) => "a list has texts, or points of a text and a value",
        Json::String(text) if text.trim().is_empty() => "an empty text is none",
        Json::String(text) if Colour::from_css(text).is_some() => "a colour that shines through is none",
        _ => "no type of parameter takes it as it is",
    }
}
