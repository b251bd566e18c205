//! Parameters as JSON schemas, for models that are held to them.

use serde_json::{Map, Value as Json, json};

use crate::template::{ParamSpec, ParamType};

/// Whether a parameter has to be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// It has to.
    Must,
    /// It may be `null`.
    May,
}

/// The schema of an object with exactly these parameters.
pub(super) fn object<'s>(params: impl IntoIterator<Item = (&'s ParamSpec, Need)>) -> Json {
    strict(params.into_iter().map(|(spec, need)| (spec.name.as_ref(), of(spec, need))))
}

/// The schema of an object as strict servers want it: every property is required, and there are no others.
pub(super) fn strict<N: Into<String>>(properties: impl IntoIterator<Item = (N, Json)>) -> Json {
    let properties: Map<String, Json> = properties.into_iter().map(|(name, schema)| (name.into(), schema)).collect();
    let names: Vec<&String> = properties.keys().collect();
    json!({"type": "object", "required": names, "additionalProperties": false, "properties": &properties})
}

/// The schema of something that may be `null`.
pub(super) fn or_null(mut schema: Json) -> Json {
    if let Some(kind) = schema.get_mut("type").filter(|kind| kind.is_string()) {
        *kind = json!([kind, "null"]);
    }
    if let Some(Json::Array(names)) = schema.get_mut("enum") {
        names.push(Json::Null);
    }
    schema
}

fn of(spec: &ParamSpec, need: Need) -> Json {
    let mut schema = kind(&spec.kind);
    schema["description"] = Json::from(description(spec));
    if need == Need::May { or_null(schema) } else { schema }
}

fn kind(kind: &ParamType) -> Json {
    match kind {
        ParamType::List => json!({"type": "array", "items": {"type": "string"}}),
        ParamType::Series => {
            let point = [("label", json!({"type": "string"})), ("value", json!({"type": ["number", "string"]}))];
            json!({"type": "array", "items": strict(point)})
        }
        ParamType::Number | ParamType::Percent | ParamType::Seconds => json!({"type": "number"}),
        ParamType::Choice(names) => json!({"type": "string", "enum": names}),
        ParamType::Factor(names) => {
            json!({"type": "string", "enum": names.iter().map(|(name, _)| name).collect::<Vec<_>>()})
        }
        _ => json!({"type": "string"}),
    }
}

/// What the model is told of a parameter: what people call it, its form, its limits.
fn description(spec: &ParamSpec) -> String {
    let (low, high) = (spec.range.start(), spec.range.end());
    let form = match &spec.kind {
        ParamType::Text => "one line as it stands on the screen".to_owned(),
        ParamType::Prose => "one or more lines as they stand on the screen".to_owned(),
        ParamType::List | ParamType::Series => format!("{low} to {high} entries"),
        ParamType::Percent => "from 0 to 100".to_owned(),
        ParamType::Number if low.abs() < 1e12 || high.abs() < 1e12 => format!("from {low} to {high}"),
        ParamType::Seconds => format!("seconds, from {low} to {high}"),
        ParamType::Colour => "a colour: a name of CSS or `#rrggbb`".to_owned(),
        ParamType::Ground => "a colour, or two that run into one another: `#0b1e3f to #123c69`".to_owned(),
        ParamType::Money => "an amount with its currency".to_owned(),
        ParamType::Date => "a date as it stands on the screen".to_owned(),
        ParamType::Url => "an address of the web".to_owned(),
        ParamType::Handle => "the name of an account with its `@`".to_owned(),
        ParamType::Easing => "a curve: `ease-in-out`, or `cubic-bezier(x1, y1, x2, y2)`".to_owned(),
        _ => String::new(),
    };
    if form.is_empty() { spec.label.to_string() } else { format!("{}: {form}", spec.label) }
}
