//! Data as YAML writes it in one line.

use serde_json::Value;

/// A value in one line: `{title: Launch Day, items: [tea, "12"]}`. Reading it gives the value again.
pub fn flow(value: &Value) -> String {
    match value {
        Value::String(text) if is_plain(text) => text.clone(),
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Object(members) => {
            let members =
                members.iter().map(|(key, value)| format!("{}: {}", flow(&Value::from(key.as_str())), flow(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// Words that YAML takes for something else than text, in any case.
const OTHERS: [&str; 10] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan"];

/// Whether a text means itself without quotes.
fn is_plain(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && !text.ends_with(' ')
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, ' ' | '-' | '_'))
        && !OTHERS.contains(&text.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::diagnostic::Source;
    use crate::yaml;

    #[test]
    fn what_is_written_is_read() {
        let texts = [
            "a b",
            "yes",
            "",
            "12",
            "#fff",
            "it's: \"so\"",
            "- a",
            "a ",
            "[x]",
            "\u{2028}\n\t",
            "Zoë",
            "{=",
            "NaN",
            "1e5",
            "~",
        ];
        let value = json!({"texts": texts, "numbers": [1, -2.5, 1e21], "points": [{"label": "a b", "value": null}], "true": true});
        let source = Source::new("a.yaml", format!("a: {}\n", flow(&value)));
        let read = yaml::read(&source, |node, mistakes| node.fields(mistakes)?.take("a").map(yaml::Node::json));
        assert_eq!(read, Ok(value));
        assert_eq!(flow(&json!({"a": ["b c", "#d", 1.5]})), "{a: [b c, \"#d\", 1.5]}");
    }
}
