//! Values out of JSON, before anything is known about their parameters.

use serde_json::Value as Json;

use crate::value::{Figure, Number, Point, Value};

/// The value that a JSON value says: text, a number, a list of texts, points of `{label, value}`, or rows of cells. A
/// colour is text until its parameter is known.
///
/// # Errors
/// What was expected, for people.
pub fn value_of(json: &Json) -> Result<Value, String> {
    match json {
        Json::String(text) => Ok(Value::Text(text.clone())),
        Json::Number(number) => number
            .as_f64()
            .and_then(Number::new)
            .map(Value::Number)
            .ok_or_else(|| "expected a finite number".to_owned()),
        Json::Array(items) if items.iter().any(Json::is_object) => {
            items.iter().map(point).collect::<Result<_, _>>().map(Value::Series)
        }
        Json::Array(items) if items.iter().any(Json::is_array) => {
            items.iter().map(cells).collect::<Result<_, _>>().map(Value::Rows)
        }
        Json::Array(_) => cells(json).map(Value::List),
        _ => Err("expected text, a number, a list or a series".to_owned()),
    }
}

fn point(json: &Json) -> Result<Point, String> {
    let wrong = || "expected points of the form `{label: …, value: …}`".to_owned();
    let fields = json.as_object().ok_or_else(wrong)?;
    if fields.keys().any(|key| key != "label" && key != "value") {
        return Err(wrong());
    }
    let label = fields.get("label").map_or(Some(String::new()), written).ok_or_else(wrong)?;
    let value = match fields.get("value").ok_or_else(wrong)? {
        Json::Number(number) => number.as_f64().and_then(Number::new).map(Figure::Number),
        Json::String(text) => Some(Figure::Text(text.clone())),
        _ => None,
    };
    Ok(Point { label, value: value.ok_or_else(wrong)? })
}

fn cells(json: &Json) -> Result<Vec<String>, String> {
    let wrong = || "expected a list of texts".to_owned();
    json.as_array().ok_or_else(wrong)?.iter().map(|cell| written(cell).ok_or_else(wrong)).collect()
}

fn written(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
