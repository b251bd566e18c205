//! Whether a value fits a parameter, and the conversions that lose nothing.

use std::borrow::Cow;

use serde_json::Value as Json;

use super::json::value_of;
use super::look::Curve;
use super::spec::{ParamSpec, ParamType};
use crate::nearest::{list as list_of, suggest};
use crate::value::{Colour, Figure, Gradient, Number, Point, Value};

/// The longest text of one line, in characters. A title of 200 has to fit, and addresses are longer.
const MAX_LINE: usize = 2_000;
/// The longest picture that is its own address (`data:image/png;base64,…`): 2 MiB of bytes, written out.
const MAX_PICTURE: usize = 3 * 1024 * 1024;
/// The longest text of several lines.
const MAX_PROSE: usize = 20_000;

impl ParamSpec {
    /// The value as this parameter takes it.
    ///
    /// Converted is what loses nothing: numbers to text, numerals to numbers, names to the numbers that they stand for,
    /// words to colours, one text to a list of one, rows to a list of lines with ` | ` between cells.
    ///
    /// # Errors
    /// What was expected and what to do, for people, without the parameter's name.
    pub fn check(&self, value: Value) -> Result<Value, String> {
        match &self.kind {
            ParamType::Text | ParamType::Money | ParamType::Date => line(value),
            ParamType::Image => picture(value),
            ParamType::Prose => text(value).and_then(|text| short(text, MAX_PROSE)).map(Value::Text),
            ParamType::Url => line(value).and_then(one_word),
            ParamType::Handle => line(value).and_then(one_word).map(with_at),
            ParamType::List => list(value).and_then(|items| self.counted(items)).map(Value::List),
            ParamType::Series => series(value).and_then(|points| self.counted(points)).map(Value::Series),
            ParamType::Number => self.number(&value, ""),
            ParamType::Percent => self.number(&value, "%"),
            ParamType::Seconds => self.number(&value, "s"),
            ParamType::Colour => colour(value).map(Value::Colour),
            ParamType::Ground => ground(value),
            ParamType::Choice(names) => choice(&value, names),
            ParamType::Factor(names) => self.factor(&value, names),
            ParamType::Easing => easing(&value),
        }
    }

    /// A JSON value as this parameter takes it.
    ///
    /// # Errors
    /// As for [`check`](Self::check); also if the JSON is no value at all.
    pub fn check_json(&self, json: &Json) -> Result<Value, String> {
        self.check(value_of(json)?)
    }

    fn number(&self, value: &Value, unit: &str) -> Result<Value, String> {
        let number = match value {
            Value::Number(number) => Some(*number),
            Value::Text(text) => numeral(text, unit),
            _ => None,
        };
        let number = number.ok_or_else(|| format!("expected a number, found {}", kind(value)))?;
        if self.range.contains(&number.get()) {
            return Ok(Value::Number(number));
        }
        let (low, high) = (self.range.start(), self.range.end());
        Err(format!("expected a number from {low} to {high}, found {}", number.get()))
    }

    fn factor(&self, value: &Value, names: &[(Cow<'static, str>, f64)]) -> Result<Value, String> {
        let Value::Text(text) = value else { return self.number(value, "x") };
        let stands = names.iter().find(|(name, _)| name.eq_ignore_ascii_case(text.trim()));
        if let Some(number) = stands.and_then(|(_, factor)| Number::new(*factor)) {
            return Ok(Value::Number(number));
        }
        let known = || list_of(names.iter().map(|(name, _)| name.as_ref()));
        self.number(value, "x").map_err(|_| format!("expected a number or {}, found `{text}`", known()))
    }

    fn counted<T>(&self, items: Vec<T>) -> Result<Vec<T>, String> {
        if self.range.contains(&(items.len() as f64)) {
            return Ok(items);
        }
        let (low, high) = (self.range.start(), self.range.end());
        Err(format!("expected {low} to {high} items, found {}", items.len()))
    }
}

fn kind(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("`{text}`"),
        Value::Number(number) => format!("`{}`", number.get()),
        Value::Colour(colour) => format!("the colour `{}`", colour.css()),
        Value::Gradient(_) => "two colours".to_owned(),
        Value::List(_) => "a list".to_owned(),
        Value::Series(_) => "a series".to_owned(),
        Value::Rows(_) => "rows".to_owned(),
    }
}

fn text(value: Value) -> Result<String, String> {
    let text = match value {
        Value::Text(text) => text,
        Value::Number(number) => number.get().to_string(),
        Value::Colour(colour) => colour.css().to_owned(),
        _ => return Err(format!("expected text, found {}", kind(&value))),
    };
    if text.trim().is_empty() { Err("expected text that is not empty".to_owned()) } else { Ok(text) }
}

/// The address of a picture; one that holds the picture itself is long.
fn picture(value: Value) -> Result<Value, String> {
    let address = text(value)?;
    let limit = if address.starts_with("data:image/") { MAX_PICTURE } else { MAX_LINE };
    short(address, limit).map(Value::Text)
}

fn short(text: String, limit: usize) -> Result<String, String> {
    let length = text.chars().count();
    if length > limit { Err(format!("expected at most {limit} characters, found {length}")) } else { Ok(text) }
}

fn line(value: Value) -> Result<Value, String> {
    text(value).and_then(|text| short(text, MAX_LINE)).map(Value::Text)
}

fn one_word(value: Value) -> Result<Value, String> {
    match &value {
        Value::Text(text) if text.trim().contains(char::is_whitespace) => {
            Err(format!("expected one word without spaces, found `{text}`"))
        }
        Value::Text(text) => Ok(Value::Text(text.trim().to_owned())),
        _ => Ok(value),
    }
}

fn with_at(value: Value) -> Value {
    match value {
        Value::Text(text) if !text.starts_with('@') => Value::Text(format!("@{text}")),
        value => value,
    }
}

fn list(value: Value) -> Result<Vec<String>, String> {
    let items = match value {
        Value::List(items) => items,
        Value::Rows(rows) => rows.into_iter().map(|cells| cells.join(" | ")).collect(),
        Value::Text(_) | Value::Number(_) => vec![text(value)?],
        _ => return Err(format!("expected a list of texts, found {}", kind(&value))),
    };
    if items.iter().any(|item| item.trim().is_empty()) {
        return Err("expected a list without empty items".to_owned());
    }
    items.into_iter().map(|item| short(item, MAX_LINE)).collect()
}

fn series(value: Value) -> Result<Vec<Point>, String> {
    let Value::Series(points) = value else {
        return Err(format!("expected points with a label and a value each, found {}", kind(&value)));
    };
    let empty = |point: &Point| matches!(&point.value, Figure::Text(text) if text.trim().is_empty());
    if points.iter().any(empty) { Err("expected a value for every point".to_owned()) } else { Ok(points) }
}

/// A plain numeral, as people type it: `12,500`, `3.5`, `-3`, with its unit or without.
fn numeral(text: &str, unit: &str) -> Option<Number> {
    let text = text.trim();
    let plain = text.strip_suffix(unit).unwrap_or(text).trim_end();
    let digits: String = plain.chars().filter(|c| !matches!(c, ',' | '_' | '\u{a0}' | '\u{202f}')).collect();
    let numeric = digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    (numeric && plain.ends_with(|c: char| c.is_ascii_digit())).then(|| digits.parse().ok().and_then(Number::new))?
}

fn colour(value: Value) -> Result<Colour, String> {
    match value {
        Value::Colour(colour) => Ok(colour),
        Value::Text(text) => Colour::from_words(&text)
            .ok_or_else(|| format!("expected a colour such as `teal` or `#0b63ce`, found `{text}`")),
        _ => Err(format!("expected one colour, found {}", kind(&value))),
    }
}

fn ground(value: Value) -> Result<Value, String> {
    let Value::Text(text) = &value else {
        return if let Value::Gradient(_) = value { Ok(value) } else { colour(value).map(Value::Colour) };
    };
    let ends = text.split_once(" to ").or_else(|| text.split_once('→'));
    match ends.map(|(from, to)| (Colour::from_words(from.trim()), Colour::from_words(to.trim()))) {
        Some((Some(from), Some(to))) => Ok(Value::Gradient(Gradient { from, to })),
        _ => colour(value).map(Value::Colour),
    }
}

fn choice(value: &Value, names: &[Cow<'static, str>]) -> Result<Value, String> {
    let Value::Text(text) = value else {
        return Err(format!("expected one name, found {}", kind(value)));
    };
    let typed = text.trim().replace([' ', '_'], "-");
    match names.iter().find(|name| name.eq_ignore_ascii_case(&typed)) {
        Some(name) => Ok(Value::Text(name.clone().into_owned())),
        None => Err(format!("unknown `{text}`: {}", suggest(text, names.iter().map(Cow::as_ref)))),
    }
}

fn easing(value: &Value) -> Result<Value, String> {
    let Value::Text(text) = value else { return Err(format!("expected a curve, found {}", kind(value))) };
    Curve::named(text).map(|_| Value::Text(text.trim().to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::template::style::common_params;

    fn spec(kind: ParamType) -> ParamSpec {
        ParamSpec {
            name: "x".into(),
            range: kind.usual_range(),
            kind,
            required: false,
            label: "x".into(),
            says: Vec::new(),
            default: None,
            sample: None,
        }
    }

    fn checked(kind: &str, json: &Json) -> Json {
        let kind = match kind {
            "choice" => ParamType::Choice(vec!["bar".into(), "top-left".into()]),
            "factor" => ParamType::Factor(vec![("slow".into(), 0.5)]),
            "ground" => ParamType::Ground,
            "easing" => ParamType::Easing,
            name => ParamType::named(name).unwrap_or(ParamType::Text),
        };
        match spec(kind).check_json(json) {
            Ok(value) => serde_json::to_value(value).unwrap_or_default(),
            Err(message) => json!({ "wrong": message }),
        }
    }

    #[test]
    fn conversions_that_lose_nothing() {
        for (kind, given, kept) in [
            ("text", json!("Hi"), json!("Hi")),
            ("text", json!(2024), json!("2024")),
            ("number", json!("12,500"), json!(12500)),
            ("number", json!("-3.5"), json!(-3.5)),
            ("percent", json!("72%"), json!(72)),
            ("seconds", json!("4s"), json!(4)),
            ("factor", json!("Slow"), json!(0.5)),
            ("factor", json!(1.5), json!(1.5)),
            ("factor", json!("2x"), json!(2)),
            ("choice", json!("Top left"), json!("top-left")),
            ("list", json!("one"), json!(["one"])),
            ("list", json!([1, "b"]), json!(["1", "b"])),
            ("list", json!([["a", 1], ["b", 2]]), json!(["a | 1", "b | 2"])),
            (
                "series",
                json!([{"label": "Q1", "value": "€8.2m"}, {"value": 2}]),
                json!([{"label": "Q1", "value": "€8.2m"}, {"label": "", "value": 2}]),
            ),
            ("handle", json!("studio"), json!("@studio")),
            ("colour", json!("Dark Green"), json!("darkgreen")),
            ("ground", json!("navy to teal"), json!("navy to teal")),
            ("ground", json!("navy"), json!("navy")),
            ("easing", json!("Ease-In"), json!("ease-in")),
            ("money", json!("$2.5M"), json!("$2.5M")),
        ] {
            assert_eq!(checked(kind, &given), kept, "{kind} {given}");
        }
    }

    #[test]
    fn what_does_not_fit_says_what_was_expected() {
        let wrong = [
            ("text", json!(["a"])),
            ("text", json!(" ")),
            ("text", json!(true)),
            ("prose", json!("a".repeat(MAX_PROSE + 1))),
            ("number", json!("many")),
            ("number", json!("4s")),
            ("percent", json!(140)),
            ("seconds", json!(-1)),
            ("factor", json!("slwo")),
            ("choice", json!("bra")),
            ("choice", json!(["bar"])),
            ("list", json!([])),
            ("list", json!(["a", ""])),
            ("series", json!("a")),
            ("series", json!([{"label": "a"}])),
            ("series", json!([{"label": "a", "value": 1, "note": 2}])),
            ("colour", json!("bleu-ish")),
            ("colour", json!(3)),
            ("ground", json!("navy to nowhere")),
            ("url", json!("two words")),
            ("easing", json!("ease-inn")),
        ];
        let lines: Vec<String> = wrong
            .iter()
            .map(|(kind, given)| format!("{kind}: {}", checked(kind, given)["wrong"].as_str().unwrap_or("ACCEPTED")))
            .collect();
        insta::assert_snapshot!(lines.join("\n"), @r"
        text: expected text, found a list
        text: expected text that is not empty
        text: expected text, a number, a list or a series
        prose: expected at most 20000 characters, found 20001
        number: expected a number, found `many`
        number: expected a number, found `4s`
        percent: expected a number from 0 to 100, found 140
        seconds: expected a number from 0 to 60, found -1
        factor: expected a number or `slow`, found `slwo`
        choice: unknown `bra`: did you mean `bar`?
        choice: expected one name, found a list
        list: expected 1 to 200 items, found 0
        list: expected a list without empty items
        series: expected points with a label and a value each, found `a`
        series: expected points of the form `{label: …, value: …}`
        series: expected points of the form `{label: …, value: …}`
        colour: expected a colour such as `teal` or `#0b63ce`, found `bleu-ish`
        colour: expected one colour, found `3`
        ground: expected a colour such as `teal` or `#0b63ce`, found `navy to nowhere`
        url: expected one word without spaces, found `two words`
        easing: unknown curve `ease-inn`: did you mean `ease-in`?
        ");
    }

    #[test]
    fn common_parameters_have_names_of_their_own_and_defaults_that_fit() {
        let mut names: Vec<&str> = common_params().iter().map(|spec| spec.name.as_ref()).collect();
        for spec in common_params() {
            if let Some(default) = &spec.default {
                assert_eq!(spec.check(default.clone()), Ok(default.clone()), "{}", spec.name);
            }
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 27);
    }
}
