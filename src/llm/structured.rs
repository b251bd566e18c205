//! JSON from servers that cannot be held to a schema: how it is asked for, and how it is found among words.

use serde_json::Value;

use super::Schema;

/// The most places at which JSON is looked for in an answer, so that a text full of brackets costs little.
const PLACES: usize = 64;

/// What the system prompt says where the schema cannot be sent beside it.
pub(super) fn instruction(schema: &Schema) -> String {
    format!(
        "Answer with one JSON value and nothing else: no words before or after it and no code fences. It has to be valid \
         under this JSON schema, named `{}`:\n{}",
        schema.name, schema.json
    )
}

/// The JSON object or list in a text: the text itself, or the largest that stands whole between fences or other words.
/// A bare number, word or text between words is none.
pub fn json_in(text: &str) -> Option<Value> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if let Ok(whole) = serde_json::from_str(text) {
        return Some(whole);
    }
    let mut best: Option<(usize, Value)> = None;
    let mut from = 0;
    for _ in 0..PLACES {
        let Some(start) = text[from..].find(['{', '[']).map(|at| from + at) else { break };
        from = start + 1;
        match value_at(&text[start..]) {
            Found::Value(length, value) => {
                from = start + length;
                if best.as_ref().is_none_or(|(most, _)| length > *most) {
                    best = Some((length, value));
                }
            }
            // What stands whole inside of something that is cut off is not what was asked for.
            Found::CutOff => return None,
            Found::Nothing => {}
        }
    }
    best.map(|(_, value)| value)
}

/// What a text begins with.
enum Found {
    /// A value of so many bytes.
    Value(usize, Value),
    /// The beginning of one.
    CutOff,
    /// No JSON.
    Nothing,
}

fn value_at(text: &str) -> Found {
    let mut values = serde_json::Deserializer::from_str(text).into_iter();
    match values.next() {
        Some(Ok(value)) => Found::Value(values.byte_offset(), value),
        Some(Err(error)) if error.is_eof() => Found::CutOff,
        _ => Found::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_found_among_words() {
        for (text, json) in [
            (r#"{"a": 1}"#, r#"{"a":1}"#),
            ("```json\n{\"a\": [1, 2]}\n```", r#"{"a":[1,2]}"#),
            ("Sure! Here it is:\n\n```\n{\"a\": \"b } c\"}\n```\nEnjoy.", r#"{"a":"b } c"}"#),
            ("[see below] the answer is {\"title\": \"Moss\", \"n\": 2} (done)", r#"{"title":"Moss","n":2}"#),
            ("\u{feff}  [1, 2]  ", "[1,2]"),
            ("{not json} {\"a\": 1}", r#"{"a":1}"#),
            ("\"x\"", r#""x""#),
        ] {
            assert_eq!(json_in(text).map(|value| value.to_string()).as_deref(), Some(json), "{text}");
        }
    }

    #[test]
    fn what_is_cut_off_or_no_json_is_none() {
        for text in [
            "",
            "none",
            "{\"a\": 1",
            "{\"a\": {\"b\": 1}, \"c\": ",
            "```json\n{\"a\": [1, ",
            "I cannot help with that.",
            "{{{{{{",
        ] {
            assert_eq!(json_in(text), None, "{text}");
        }
    }

    #[test]
    fn many_brackets_cost_little() {
        assert_eq!(json_in(&"[".repeat(200_000)), None);
        assert_eq!(json_in(&"{\"a\":".repeat(100_000)), None);
    }
}
