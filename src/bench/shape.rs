//! JSON that fits a schema: what is wished for where the schema takes it, and the plainest value elsewhere.

use serde_json::{Map, Value as Json, json};

/// What should stand under a name, wherever the schema has such a name and takes such a value.
pub(super) type Wishes = Map<String, Json>;

/// A text for whatever wants words.
const WORDS: &str = "First light";

/// By what is said of a text, the words that it takes.
const FORMS: [(&str, &str); 6] = [
    ("colour", "#123c69"),
    ("amount", "$129"),
    ("a date", "1 May 2026"),
    ("an address", "https://first.example"),
    ("with its `@`", "@first"),
    ("a curve", "ease-in-out"),
];

/// A value for a schema. What may be null is null unless something is wished for.
pub(super) fn fitting(schema: &Json, wish: Option<&Json>, wishes: &Wishes) -> Json {
    if let Some(wish) = wish.filter(|wish| takes(schema, wish)) {
        return wish.clone();
    }
    if is_a(schema, "null") {
        return Json::Null;
    }
    if let Some(first) = schema["enum"].as_array().and_then(|names| names.first()) {
        return first.clone();
    }
    let object = |(name, inner): (&String, &Json)| {
        (name.clone(), fitting(inner, wish.and_then(|wish| wish.get(name)).or(wishes.get(name)), wishes))
    };
    match schema["properties"].as_object() {
        Some(properties) => Json::Object(properties.iter().map(object).collect()),
        None if is_a(schema, "array") => items(&schema["items"], wish, wishes),
        None if is_a(schema, "number") || is_a(schema, "integer") => json!(least(schema)),
        None if is_a(schema, "boolean") => json!(false),
        None => json!(text(schema)),
    }
}

/// As many items as are wished for, or else two.
fn items(schema: &Json, wish: Option<&Json>, wishes: &Wishes) -> Json {
    match wish.and_then(Json::as_array) {
        Some(items) => items.iter().map(|wish| fitting(schema, Some(wish), wishes)).collect(),
        None => (0..2).map(|_| fitting(schema, None, wishes)).collect(),
    }
}

/// Whether a schema takes a value as it is. Objects, and lists of them, are put together anew.
fn takes(schema: &Json, value: &Json) -> bool {
    if let Some(names) = schema["enum"].as_array() {
        return names.contains(value);
    }
    match value {
        Json::Null => is_a(schema, "null"),
        Json::Bool(_) => is_a(schema, "boolean"),
        Json::Number(number) => is_a(schema, "number") || is_a(schema, "integer") && !number.is_f64(),
        Json::String(_) => is_a(schema, "string"),
        Json::Array(values) => is_a(schema, "array") && values.iter().all(|value| takes(&schema["items"], value)),
        Json::Object(_) => false,
    }
}

/// Whether a schema takes values of a type.
fn is_a(schema: &Json, name: &str) -> bool {
    match &schema["type"] {
        Json::String(only) => only == name,
        Json::Array(names) => names.iter().any(|known| known == name),
        _ => false,
    }
}

/// The least number that is spoken of where a range is told in words, `from 3 to 9`, or else 1.
fn least(schema: &Json) -> f64 {
    let said = schema["description"].as_str().and_then(|said| said.split_once("from "));
    let number = said.and_then(|(_, rest)| rest.split_whitespace().next()?.parse::<f64>().ok());
    schema["minimum"].as_f64().or(number).unwrap_or(1.0).max(1.0)
}

fn text(schema: &Json) -> &'static str {
    let said = schema["description"].as_str().unwrap_or_default();
    FORMS.iter().find(|(form, _)| said.contains(form)).map_or(WORDS, |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(schema: &Json, wishes: &Json) -> Json {
        fitting(schema, None, wishes.as_object().expect("an object"))
    }

    #[test]
    fn wishes_are_taken_where_the_schema_takes_them() {
        let step = json!({"type": "object", "properties": {
            "tool": {"type": "string", "enum": ["scene", "reply"]},
            "text": {"type": ["string", "null"]},
            "plan": {"type": ["string", "null"], "enum": ["at-once", "laid-out", null]},
            "scene": {"type": ["integer", "null"]},
        }});
        let schema = json!({"type": "object", "properties": {"steps": {"type": "array", "items": step}}});
        let wishes =
            json!({"steps": [{"tool": "reply", "text": "yes"}, {"tool": "sing", "plan": "laid-out", "scene": 2}]});
        assert_eq!(
            made(&schema, &wishes),
            json!({"steps": [
                {"tool": "reply", "text": "yes", "plan": null, "scene": null},
                {"tool": "scene", "text": null, "plan": "laid-out", "scene": 2},
            ]})
        );
    }

    #[test]
    fn without_wishes_values_are_plain() {
        let schema = json!({"type": "object", "properties": {
            "title": {"type": "string", "description": "title: one line as it stands on the screen"},
            "accent": {"type": "string", "description": "bars: a colour: a name of CSS or `#rrggbb`"},
            "duration": {"type": "number", "description": "length: seconds, from 1.5 to 60"},
            "items": {"type": "array", "items": {"type": "string"}},
            "value": {"type": ["number", "string"]},
        }});
        assert_eq!(
            made(&schema, &json!({"items": ["a", "b", "c"]})),
            json!({"title": WORDS, "accent": "#123c69", "duration": 1.5, "items": ["a", "b", "c"], "value": 1.0})
        );
    }
}
