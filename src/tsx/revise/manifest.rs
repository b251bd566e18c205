//! A manifest read off the literals of a scene that has none.

use oxc::ast::AstKind;
use oxc::ast::ast::{Expression, TSLiteral, TSType};
use serde_json::{Value, json};

use crate::error::Result;

use super::super::parse::Reading;
use super::css::is_colour;
use super::props::{default_props, member, read};
use super::reading;

/// The parameters of a scene as its `defaultProps` show them: a list of `{"name", "type", "label", "says"}`. A parameter
/// whose value is computed, or of no type that parameters have, is left out.
///
/// # Errors
/// [`ErrorKind::Scene`](crate::error::ErrorKind::Scene) if the code does not parse.
pub fn manifest(code: &str) -> Result<Value> {
    reading(code, |reading| {
        let members = default_props(reading.program()).into_iter().flat_map(|object| &object.properties);
        let mut entries: Vec<Value> = Vec::new();
        for (name, value) in members.filter_map(member) {
            let is_new = entries.iter().all(|entry| entry["name"] != *name);
            entries.extend(entry(reading, &name, value).filter(|_| is_new && entries.len() < MOST));
        }
        Value::Array(entries)
    })
}

/// The most parameters of one scene.
const MOST: usize = 100;

fn entry(reading: &Reading<'_>, name: &str, value: &Expression<'_>) -> Option<Value> {
    let words = words(name);
    if words.is_empty() {
        return None;
    }
    let kind = choice(reading, name).or_else(|| kind(&words, &read(value)?))?;
    let (label, says) = said(&words, &kind);
    Some(json!({"name": name, "type": kind, "label": label, "says": says}))
}

/// The type of a value, where its name helps.
fn kind(words: &[String], value: &Value) -> Option<String> {
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    let ends = |known: &[&str]| words.last().is_some_and(|word| known.contains(&word.as_str()));
    let kind = match value {
        Value::String(text) if is_colour(text) && (text.starts_with('#') || text.contains('(') || has(COLOURS)) => {
            "colour"
        }
        Value::String(text) if is_address(text) && has(PICTURES) => "image",
        Value::String(text) if is_address(text) => "url",
        Value::String(text) if text.len() > PROSE => "prose",
        Value::String(_) => "text",
        Value::Number(_) if ends(TIMES) => "seconds",
        Value::Number(_) if ends(&["percent", "percentage"]) => "percent",
        Value::Number(_) => "number",
        Value::Array(items) if !items.is_empty() && items.iter().all(is_point) => "series",
        Value::Array(items) if items.iter().all(Value::is_string) => "list",
        _ => return None,
    };
    Some(kind.to_owned())
}

/// From so many bytes on a text is more than a line.
const PROSE: usize = 160;

const COLOURS: &[&str] = &[
    "accent",
    "background",
    "bg",
    "color",
    "colour",
    "fill",
    "foreground",
    "ground",
    "ink",
    "paper",
    "stroke",
    "tint",
];
const PICTURES: &[&str] = &["avatar", "icon", "image", "logo", "photo", "picture", "poster"];
const TIMES: &[&str] = &["delay", "duration", "second", "seconds", "secs", "sec"];

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://") || text.starts_with("www.")
}

fn is_point(item: &Value) -> bool {
    item.get("label").is_some_and(Value::is_string) && item.get("value").is_some_and(Value::is_number)
}

/// The words of a name: `helmetColor`, `helmet_color` and `HELMET-COLOR` have two.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for letter in name.chars() {
        let begins = !before.is_alphanumeric()
            || (letter.is_uppercase() && !before.is_uppercase())
            || (letter.is_numeric() != before.is_numeric());
        if letter.is_alphanumeric() {
            if begins {
                words.push(String::new());
            }
            words.iter_mut().last().into_iter().for_each(|word| word.extend(letter.to_lowercase()));
        }
        before = letter;
    }
    words
}

/// What people call a parameter: its label, and other ways to say it.
fn said(words: &[String], kind: &str) -> (String, Vec<String>) {
    let plain = |word: &str| match word {
        "color" => "colour".to_owned(),
        "bg" => "background".to_owned(),
        "secs" | "sec" => "seconds".to_owned(),
        other => other.to_owned(),
    };
    let words: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let label = match words.split_last() {
        Some((last, rest)) if last == "count" && !rest.is_empty() => format!("number of {}s", rest.join(" ")),
        Some((last, rest)) if last == "seconds" && !rest.is_empty() => format!("{} time", rest.join(" ")),
        _ => words.join(" "),
    };
    let mut says = vec![label.clone(), words.join(" ")];
    if let Some((last, rest)) = words.split_last()
        && !rest.is_empty()
        && matches!((kind, last.as_str()), ("colour", "colour") | ("text" | "prose", "text" | "label" | "copy"))
    {
        says.push(rest.join(" "));
    }
    says.dedup();
    (label, says)
}

/// The choice that the type of a parameter leaves: `'left' | 'right'`.
fn choice(reading: &Reading<'_>, name: &str) -> Option<String> {
    let mut types = reading.nodes().iter().filter_map(|node| match node.kind() {
        AstKind::TSPropertySignature(property) if property.key.is_specific_static_name(name) => {
            Some(&property.type_annotation.as_ref()?.type_annotation)
        }
        _ => None,
    });
    let TSType::TSUnionType(union) = types.next()? else { return None };
    let names: Option<Vec<&str>> = union.types.iter().map(text).collect();
    let names = names.filter(|names| {
        names.len() > 1 && names.iter().all(|name| !name.contains(['|', ')']) && name.trim() == *name)
    })?;
    Some(format!("choice({})", names.join("|")))
}

fn text<'a>(kind: &'a TSType<'a>) -> Option<&'a str> {
    match kind {
        TSType::TSLiteralType(literal) => match &literal.literal {
            TSLiteral::StringLiteral(text) => Some(text.value.as_str()),
            _ => None,
        },
        _ => None,
    }
}
