//! The difference of two values, in a few words.

use serde_json::Value as Json;

use crate::nearest::list;
use crate::template::{ParamSpec, ParamType, common_params};
use crate::value::Colour;

/// The longest text that is said whole, in characters.
const LONGEST: usize = 48;

/// The most items or points that are said one by one.
const MOST: usize = 4;

/// From what to what something went: `accent teal → crimson`, `items: − Mar 42, + April 50`.
pub(super) fn said(param: &str, from: Option<&Json>, to: Option<&Json>) -> String {
    match (from, to) {
        (Some(Json::Array(from)), Some(Json::Array(to))) if !from.is_empty() && !to.is_empty() => {
            format!("{param}: {}", of_items(from, to))
        }
        (Some(from), Some(to)) => format!("{param} {} → {}", value(from), value(to)),
        (None, Some(to)) => format!("{param} → {}", value(to)),
        (Some(from), None) => format!("{param} {} removed", value(from)),
        (None, None) => param.to_owned(),
    }
}

fn of_items(from: &[Json], to: &[Json]) -> String {
    let gone = from.iter().filter(|item| !to.contains(item)).collect::<Vec<_>>();
    let new = to.iter().filter(|item| !from.contains(item)).collect::<Vec<_>>();
    let changed = from.len() == to.len() && gone.len() == new.len();
    if gone.len().max(new.len()) > MOST {
        return format!("{} → {}", counted(from.len()), counted(to.len()));
    }
    if gone.is_empty() && new.is_empty() {
        return if from.len() == to.len() { "another order".to_owned() } else { repeated(from, to) };
    }
    if changed {
        return gone.iter().zip(&new).map(|(from, to)| replaced(from, to)).collect::<Vec<_>>().join(", ");
    }
    let signed = |sign: &'static str, items: Vec<&Json>| {
        items.into_iter().map(|item| format!("{sign} {}", marked(item))).collect::<Vec<_>>()
    };
    [signed("−", gone), signed("+", new)].concat().join(", ")
}

/// Items that were there once more, or are.
fn repeated(from: &[Json], to: &[Json]) -> String {
    format!("{} → {}", counted(from.len()), counted(to.len()))
}

fn counted(items: usize) -> String {
    format!("{items} {}", if items == 1 { "item" } else { "items" })
}

/// `Mar 42 → 48` for a point that keeps its label, `Jan → Feb` for one that keeps its value.
fn replaced(from: &Json, to: &Json) -> String {
    let part = |point: &Json, key: &str| point.get(key).cloned();
    match (part(from, "label"), part(to, "label")) {
        (Some(before), Some(now)) if before == now => {
            let value_of = |point| value(&part(point, "value").unwrap_or_default());
            format!("{} {} → {}", plain(&now), value_of(from), value_of(to))
        }
        (Some(before), Some(now)) if part(from, "value") == part(to, "value") => {
            format!("{} → {}", value(&before), value(&now))
        }
        _ => format!("{} → {}", marked(from), marked(to)),
    }
}

/// An item or a point: words always stand in marks.
fn marked(item: &Json) -> String {
    item.as_str().map_or_else(|| value(item), |text| format!("`{}`", short(text)))
}

/// A value as people read it. Words that are shown stand in marks; names and figures do not.
pub(super) fn value(json: &Json) -> String {
    match json {
        Json::Null => "nothing".to_owned(),
        Json::String(text) if is_plain(text) => text.clone(),
        Json::String(text) => format!("`{}`", short(text)),
        Json::Array(items) if items.is_empty() => "nothing".to_owned(),
        Json::Array(items) if items.len() <= MOST && items.iter().all(Json::is_string) => {
            list(items.iter().filter_map(Json::as_str))
        }
        Json::Array(items) => counted(items.len()),
        Json::Object(point) => match (point.get("label"), point.get("value")) {
            (Some(label), Some(figure)) => format!("{} {}", plain(label), value(figure)),
            _ => short(&json.to_string()),
        },
        other => other.to_string(),
    }
}

fn plain(json: &Json) -> String {
    json.as_str().map_or_else(|| json.to_string(), short)
}

/// Colours and the names of choices need no marks.
fn is_plain(text: &str) -> bool {
    let is_choice = |spec: &ParamSpec| match &spec.kind {
        ParamType::Choice(names) => names.iter().any(|name| name == text),
        _ => false,
    };
    let ends = text.split_once(" to ").unwrap_or((text, text));
    let is_colour = Colour::from_css(ends.0).is_some() && Colour::from_css(ends.1).is_some();
    is_colour || common_params().iter().any(is_choice)
}

fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
