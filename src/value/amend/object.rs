//! JSON objects that somebody pasted: one line of `key: value` for each member.

use std::fmt::Write;

use serde_json::{Map, Value};

use crate::text::{Edit, Span, Text};

/// Keys whose value names the scene. It is no text of the scene, and stands without quotes.
const NAMES: [&str; 7] = ["chart", "scene", "type", "template", "kind", "component", "style"];

/// The first JSON object of a text, as lines.
pub(super) fn edits(text: &Text) -> Option<Vec<Edit>> {
    let typed = text.original();
    let start = typed.find('{')?;
    let end = typed.rfind('}').filter(|&end| end > start)? + 1;
    let object: Map<String, Value> = serde_json::from_str(&typed[start..end]).ok()?;
    let mut lines = String::from("\n");
    write_members(&object, &mut lines);
    Some(vec![Edit::new(Span::new(start, end), lines)])
}

/// Members of members stand as if they were the object's own, unless all of them are figures, which are points.
fn write_members(object: &Map<String, Value>, lines: &mut String) {
    for (key, value) in object {
        match value {
            Value::Null => {}
            Value::Object(members) if !is_points(members) => write_members(members, lines),
            _ => {
                let key = key.replace(['_', '-'], " ");
                let _ = writeln!(lines, "{key}: {}", shown(&key, value));
            }
        }
    }
}

fn is_points(members: &Map<String, Value>) -> bool {
    !members.is_empty() && members.values().all(Value::is_number)
}

fn shown(key: &str, value: &Value) -> String {
    match value {
        Value::String(text) if is_plain(key, text) => text.clone(),
        Value::String(text) => quoted(text),
        Value::Array(items) => items.iter().map(item_of).collect::<Vec<_>>().join(", "),
        Value::Object(members) => {
            let point = |(label, value): (&String, &Value)| format!("{} {value}", quoted(label));
            members.iter().map(point).collect::<Vec<_>>().join(", ")
        }
        Value::Number(number) if key == "duration" => format!("{number}s"),
        other => other.to_string(),
    }
}

/// Names of scenes, colours, formats and the like have no quotes; texts that the scene shows do.
fn is_plain(key: &str, text: &str) -> bool {
    const SETTINGS: [&str; 16] = [
        "accent",
        "background",
        "bg",
        "color",
        "colour",
        "text color",
        "font",
        "format",
        "duration",
        "theme",
        "speed",
        "animation",
        "position",
        "size",
        "aspect ratio",
        "orientation",
    ];
    NAMES.contains(&key) || SETTINGS.contains(&key) || text.starts_with("http")
}

/// An item of a list: a text, or a label with its value.
fn item_of(item: &Value) -> String {
    match item {
        Value::String(text) => quoted(text),
        Value::Object(members) => members.values().map(item_part).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

fn item_part(value: &Value) -> String {
    if let Value::String(text) = value { quoted(text) } else { value.to_string() }
}

/// A text in marks that it has not.
fn quoted(text: &str) -> String {
    let (open, close) = if text.contains('"') { ('“', '”') } else { ('"', '"') };
    format!("{open}{text}{close}")
}
