//! What a model answers that writes a scene: code, and behind it the manifest of its parameters.

use serde_json::Value as Json;

/// An answer taken apart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Parts<'a> {
    /// All but the manifest; there may be fences and words around the code.
    pub(super) code: &'a str,
    /// The manifest, if there is one.
    pub(super) manifest: Option<Json>,
}

/// How the block of a manifest begins.
const FENCE: &str = "```json";

/// Takes an answer apart: the last block of JSON is the manifest, if it is a list.
pub(super) fn parts(answer: &str) -> Parts<'_> {
    let whole = Parts { code: answer, manifest: None };
    let Some(start) = answer.rfind(FENCE).filter(|start| *start == 0 || answer[..*start].ends_with('\n')) else {
        return whole;
    };
    let block = &answer[start + FENCE.len()..];
    let json = block.split("\n```").next().unwrap_or(block);
    match serde_json::from_str::<Json>(json.trim()) {
        Ok(manifest @ Json::Array(_)) => Parts { code: &answer[..start], manifest: Some(manifest) },
        // A manifest that is cut off says nothing, and is no code either.
        Err(error) if error.is_eof() => Parts { code: &answer[..start], manifest: None },
        _ => whole,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_manifest_stands_behind_the_code() {
        let code = "```tsx\nexport const a = 1;\n```\n\n";
        let manifest = json!([{"name": "a", "type": "number"}]);
        let other = format!("{code}```json\n{{\"a\": 1}}\n```");
        for (answer, code, manifest) in [
            (code.to_owned(), code, None),
            (format!("{code}```json\n{manifest}\n```\n"), code, Some(manifest)),
            (format!("{code}```json\n[{{\"name\": "), code, None),
            (other.clone(), &other, None),
        ] {
            assert_eq!(parts(&answer), Parts { code, manifest }, "{answer}");
        }
    }
}
