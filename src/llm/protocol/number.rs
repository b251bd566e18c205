//! Counts as servers write them: whole numbers, now and then with a fraction of nothing, or null.

use serde_json::Value;

/// The count under a key, if there is one.
pub(super) fn count(json: &Value, key: &str) -> Option<u64> {
    let value = json.get(key)?;
    value.as_u64().or_else(|| value.as_f64().filter(|number| (0.0..1e15).contains(number)).map(|number| number as u64))
}
