//! The manifest of a scene that a model wrote: what can be changed in it later without a model.

use serde_json::{Value as Json, json};

use crate::template::own_params;
use crate::tsx::{default_props, revise};

/// The parameters of a scene: of those that are named, by whoever comes first, the ones that the scene has and whose values
/// are what they are said to be; for the rest of its `defaultProps`, what can be read off their literals.
pub(super) fn of(code: &str, named: [&Json; 2]) -> Json {
    let values = default_props(code).unwrap_or(Json::Null);
    let read = revise::manifest(code).unwrap_or_else(|_| json!([]));
    let mut entries: Vec<Json> = Vec::new();
    for entry in named.into_iter().filter_map(Json::as_array).flatten() {
        let is_new = entries.iter().all(|known| known["name"] != entry["name"]);
        if is_new && is_true(entry, &values) {
            entries.push(entry.clone());
        }
    }
    for entry in read.as_array().into_iter().flatten() {
        if entries.iter().all(|known| known["name"] != entry["name"]) {
            entries.push(entry.clone());
        }
    }
    Json::Array(entries)
}

/// Whether the scene has a parameter, and its value is of the type that is said.
fn is_true(entry: &Json, values: &Json) -> bool {
    let specs = own_params(&json!([entry])).unwrap_or_default();
    let Some(spec) = specs.first() else { return false };
    values.get(&*spec.name).is_some_and(|value| is_empty(value) || spec.check_json(value).is_ok())
}

/// What is empty has no type yet.
fn is_empty(value: &Json) -> bool {
    value.as_str().is_some_and(str::is_empty) || value.as_array().is_some_and(Vec::is_empty)
}
