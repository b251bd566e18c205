//! Cases that every template has to stand: its samples, and the shortest and the longest content, in all variants.

use serde_json::{Map, Value as Json, json};

use super::manifest::Manifest;
use super::params::Fit;
use super::spec::{ParamSpec, ParamType};
use crate::value::Value;

/// A case: what it is called, and the scene.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// `bar-chart/longest/2`: template, content, variant.
    pub name: String,
    /// The scene.
    pub fit: Fit,
}

/// A grey square, which needs no network.
const PICTURE: &str = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%209%209'%3E%3Crect%20width='9'%20height='9'%20fill='gray'/%3E%3C/svg%3E";

const WORDS: &str = "Every good product begins with one question that nobody had the patience to ask twice ";

/// What a parameter is given in a case; nothing where it is left out.
type Content = fn(&ParamSpec) -> Option<Json>;

/// The cases of a template. `bare` has what is needed and nothing else, `sample` all content that has a sample or a
/// default, `shortest` and `longest` all content.
pub fn cases(manifest: &Manifest) -> Vec<Case> {
    let contents: [(&str, Content); 4] = [
        ("bare", |spec| if spec.required { sample(spec) } else { None }),
        ("sample", sample),
        ("shortest", shortest),
        ("longest", longest),
    ];
    let variants = 1..=manifest.variants;
    let all = contents.iter().flat_map(|content| variants.clone().map(move |variant| (content, variant)));
    all.filter_map(|((name, content), variant)| case(manifest, name, *content, variant)).collect()
}

fn case(manifest: &Manifest, name: &str, content: Content, variant: u32) -> Option<Case> {
    let given = manifest.params().iter().filter_map(|spec| Some((spec.name.to_string(), content(spec)?)));
    let mut params: Map<String, Json> = given.collect();
    if let Some(first) =
        manifest.one_of().first().filter(|_| manifest.one_of().iter().all(|name| !params.contains_key(name)))
    {
        let spec = manifest.spec(first)?;
        params.insert(first.clone(), sample(spec)?);
    }
    if !manifest.is_without("variant") {
        params.insert("variant".to_owned(), variant.into());
    }
    let name = format!("{}/{name}/{variant}", manifest.id);
    Some(Case { name, fit: manifest.fit_json(&params).ok()? })
}

fn sample(spec: &ParamSpec) -> Option<Json> {
    let value: &Value = spec.sample.as_ref().or(spec.default.as_ref())?;
    serde_json::to_value(value).ok()
}

fn shortest(spec: &ParamSpec) -> Option<Json> {
    let items = (spec.range.start().max(1.0)) as usize;
    Some(match &spec.kind {
        ParamType::Text | ParamType::Prose => initial(spec).into(),
        ParamType::List => vec![initial(spec); items].into(),
        ParamType::Series => vec![json!({"label": "A", "value": 1}); items].into(),
        ParamType::Number | ParamType::Percent | ParamType::Seconds => within(spec, 0.0),
        ParamType::Money => "$1".into(),
        ParamType::Date => "1 May".into(),
        ParamType::Url => "a.co".into(),
        ParamType::Handle => "@a".into(),
        _ => return other(spec, 0),
    })
}

/// The first letter of its name, so that the parameters of a scene can be told apart.
fn initial(spec: &ParamSpec) -> String {
    spec.name.chars().take(1).map(|first| first.to_ascii_uppercase()).collect()
}

fn longest(spec: &ParamSpec) -> Option<Json> {
    let items = spec.range.end().min(12.0) as usize;
    let point = |at: usize| json!({"label": text(24 + at), "value": (at + 1) * 98_765});
    Some(match &spec.kind {
        ParamType::Text => long(spec, 200).into(),
        ParamType::Prose => long(spec, 320).into(),
        ParamType::List => (0..items).map(|at| text(60 + 2 * at)).collect(),
        ParamType::Series => (0..items).map(point).collect(),
        ParamType::Number | ParamType::Percent | ParamType::Seconds => within(spec, 9_876_543_210.0),
        ParamType::Money => "CHF 1,234,567,890.00".into(),
        ParamType::Date => "Wednesday, 30 September 2026".into(),
        ParamType::Url => "https://www.a-rather-long-name.example/with/a/path?and=more".into(),
        ParamType::Handle => "@averylonghandlethatgoeson".into(),
        _ => return other(spec, usize::MAX),
    })
}

fn other(spec: &ParamSpec, choice: usize) -> Option<Json> {
    match &spec.kind {
        ParamType::Image => Some(PICTURE.into()),
        ParamType::Colour => Some("tomato".into()),
        ParamType::Factor(_) => Some(1.into()),
        ParamType::Choice(names) => names.get(choice.min(names.len() - 1)).map(|name| name.as_ref().into()),
        _ => None,
    }
}

fn within(spec: &ParamSpec, number: f64) -> Json {
    number.clamp(*spec.range.start(), *spec.range.end()).into()
}

/// A long text that begins with the parameter's name, so that those of a scene can be told apart.
fn long(spec: &ParamSpec, characters: usize) -> String {
    let text = format!("{} {}", spec.name.replace('_', " "), text(characters));
    text.chars().take(characters).collect::<String>().trim_end().to_owned()
}

fn text(characters: usize) -> String {
    WORDS.chars().cycle().take(characters).collect::<String>().trim_end().to_owned()
}
