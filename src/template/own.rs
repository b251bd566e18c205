//! The manifest of a scene of code: its own parameters, which are its `defaultProps`.

use std::borrow::Cow;

use serde_json::{Map, Value as Json};

use super::spec::{MAX_ITEMS, ParamSpec, ParamType, TYPE_NAMES};
use crate::error::{Error, ErrorKind, Result};
use crate::nearest::suggest;

/// The most parameters of one scene.
const MOST: usize = 100;

/// Reads a manifest out of JSON: a list of `{"name", "type", "label", "says", "min", "max"}`, where a choice has its names
/// in its type: `choice(left|right)`. `label` is the name and `says` is empty where they are not given.
///
/// # Errors
/// [`ErrorKind::Parameter`] with every mistake. Nothing at all (`null`) is a manifest without parameters.
pub fn own_params(manifest: &Json) -> Result<Vec<ParamSpec>> {
    let entries = match manifest {
        Json::Null => return Ok(Vec::new()),
        Json::Array(entries) if entries.len() <= MOST => entries,
        Json::Array(entries) => {
            return refuse(&[format!("expected at most {MOST} parameters, found {}", entries.len())]);
        }
        _ => return refuse(&["expected a list of parameters".to_owned()]),
    };
    let mut specs: Vec<ParamSpec> = Vec::with_capacity(entries.len());
    let mut wrong = Vec::new();
    for entry in entries {
        match read(entry) {
            Ok(spec) if specs.iter().any(|known| known.name == spec.name) => {
                wrong.push(format!("`{}` is there twice", spec.name));
            }
            Ok(spec) => specs.push(spec),
            Err(message) => wrong.push(message),
        }
    }
    if wrong.is_empty() { Ok(specs) } else { refuse(&wrong) }
}

fn refuse<T>(wrong: &[String]) -> Result<T> {
    Err(Error::new(ErrorKind::Parameter, format!("the manifest of the scene: {}", wrong.join("; "))))
}

fn read(entry: &Json) -> Result<ParamSpec, String> {
    let Json::Object(entry) = entry else { return Err("expected a parameter with `name` and `type`".to_owned()) };
    let name = text(entry, "name").filter(|name| !name.is_empty()).ok_or("a parameter has no `name`")?;
    let kind = text(entry, "type").ok_or_else(|| format!("`{name}` has no `type`"))?;
    let kind = kind_of(kind).map_err(|message| format!("`{name}`: {message}"))?;
    let says = entry.get("says").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str);
    let limit = |key: &str, usual: f64| entry.get(key).and_then(Json::as_f64).unwrap_or(usual);
    let usual = match kind {
        ParamType::List | ParamType::Series => 0.0..=MAX_ITEMS,
        _ => kind.usual_range(),
    };
    Ok(ParamSpec {
        name: Cow::Owned(name.to_owned()),
        required: false,
        label: Cow::Owned(text(entry, "label").unwrap_or(name).to_owned()),
        says: says.map(|say| Cow::Owned(say.to_owned())).collect(),
        default: None,
        sample: None,
        range: limit("min", *usual.start())..=limit("max", *usual.end()),
        kind,
    })
}

fn text<'j>(entry: &'j Map<String, Json>, key: &str) -> Option<&'j str> {
    entry.get(key).and_then(Json::as_str)
}

fn kind_of(written: &str) -> Result<ParamType, String> {
    let names = written.strip_prefix("choice(").and_then(|names| names.strip_suffix(')'));
    if let Some(names) = names {
        let names: Vec<_> = names.split('|').map(|name| Cow::Owned(name.trim().to_owned())).collect();
        return Ok(ParamType::Choice(names));
    }
    let kind = ParamType::named(written).filter(|kind| !matches!(kind, ParamType::Choice(_) | ParamType::Factor(_)));
    kind.ok_or_else(|| format!("there is no type `{written}`: {}", suggest(written, TYPE_NAMES)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn parameters_are_read() {
        let manifest = json!([
            {"name": "skyColor", "type": "colour", "label": "sky", "says": ["night"]},
            {"name": "side", "type": "choice(left|right)"},
        ]);
        let specs = own_params(&manifest).unwrap_or_default();
        assert_eq!(
            specs.iter().map(|spec| (&*spec.name, &*spec.label)).collect::<Vec<_>>(),
            [("skyColor", "sky"), ("side", "side")]
        );
        assert_eq!(specs[1].kind, ParamType::Choice(vec!["left".into(), "right".into()]));
        assert_eq!(own_params(&Json::Null).map(|specs| specs.len()).ok(), Some(0));
    }

    #[test]
    fn all_mistakes_are_told() {
        let manifest = json!([{"name": "a", "type": "color"}, {"type": "text"}, 3, {"name": "b", "type": "text"}, {"name": "b", "type": "text"}]);
        let message = own_params(&manifest).map_or_else(|error| error.to_string(), |_| String::new());
        for part in
            ["there is no type `color`", "a parameter has no `name`", "expected a parameter", "`b` is there twice"]
        {
            assert!(message.contains(part), "{message}");
        }
    }
}
