//! What cannot be done: one sentence each, and nothing changed.

use super::stage::{film, said};

#[test]
fn one_clear_sentence_each() {
    let plans = [
        r#"{"op": "set", "scene": 9, "param": "accent", "value": "red"}"#,
        r#"{"op": "set", "scene": 2, "param": "acent", "value": "red"}"#,
        r#"{"op": "set", "scene": 2, "param": "astronaut", "value": "red"}"#,
        r#"{"op": "set", "scene": 2, "param": "accent", "value": "blurple-ish"}"#,
        r#"{"op": "set", "scene": 2, "param": "accent", "value": 3}"#,
        r#"{"op": "set", "scene": 1, "param": "title", "value": ["a", "b"]}"#,
        r#"{"op": "set", "scene": 1, "param": "title", "value": {"label": "a", "value": 1}}"#,
        r#"{"op": "set", "scene": 1, "param": "fps", "value": 500}"#,
        r#"{"op": "set", "scene": 2, "param": "series", "value": {"label": "Dec", "value": 1}}"#,
        r#"{"op": "set", "scene": 5, "param": "accent", "value": "red"}"#,
        r#"{"op": "scale", "scene": 1, "param": "title", "by": 2}"#,
        r#"{"op": "scale", "scene": 1, "param": "size", "by": 0}"#,
        r#"{"op": "scale", "scene": 1, "param": "animation", "by": 2}"#,
        r#"{"op": "insert", "scene": 1, "param": "title", "value": "x"}"#,
        r#"{"op": "insert", "scene": 4, "param": "items", "value": "x", "at": 9}"#,
        r#"{"op": "insert", "scene": 2, "param": "series", "value": "May"}"#,
        r#"[{"op": "remove", "scene": 4, "param": "items", "value": "Tent"}, {"op": "remove", "scene": 4, "param": "items", "value": "Laptop"}]"#,
        r#"{"op": "remove", "scene": 4, "param": "items", "value": "Boat"}"#,
        r#"{"op": "remove", "scene": 1, "param": "title"}"#,
        r#"{"op": "remove", "scene": 5, "param": "cupColor"}"#,
        r#"{"op": "replace-text", "scene": "all", "from": "Zebra", "to": "x"}"#,
        r#"{"op": "replace-text", "scene": 1, "from": "launch day", "to": "x"}"#,
        r#"{"op": "replace-text", "scene": 3, "from": "Measure twice.", "to": ""}"#,
        r#"{"op": "copy-style", "scene": 2, "from": 2}"#,
        r#"{"op": "copy-style", "scene": 2, "from": 1, "param": "logoo"}"#,
        r#"{"op": "copy-style", "scene": 5, "from": 1, "param": "accent"}"#,
        r#"[{"op": "set", "scene": 1, "param": "background", "value": "navy to teal"}, {"op": "copy-style", "scene": 5, "from": 1, "param": "background"}]"#,
        r#"{"op": "retemplate", "scene": 1, "template": "pie-chrat"}"#,
        r#"{"op": "retemplate", "scene": 1, "template": "pie-chart"}"#,
        r#"{"op": "trim", "scene": 1, "seconds": 0.2}"#,
        r#"{"op": "trim", "scene": 1, "seconds": 0.7}"#,
        r#"{"op": "trim", "scene": 1, "seconds": 400}"#,
        r#"{"op": "trim", "scene": 1, "by": -9}"#,
        r#"{"op": "transfer", "from": 1, "to": 2, "seconds": 3.8}"#,
        r#"{"op": "transfer", "from": 1, "to": 1, "seconds": 1}"#,
        r#"{"op": "transfer", "from": 1, "to": 2, "seconds": -1}"#,
        r#"{"op": "move", "scene": 1, "to": 9}"#,
        r#"{"op": "rename", "scene": 1, "name": "sales"}"#,
        r#"{"op": "rename", "scene": 1, "name": ""}"#,
        r#"{"op": "transition", "from": 1, "to": 3, "style": "fade"}"#,
        r#"{"op": "split", "scene": 1, "at": 7}"#,
        r#"{"op": "merge", "scene": [1, 3]}"#,
        r#"{"op": "merge", "scene": 1}"#,
        r#"[{"op": "delete", "scene": 2}, {"op": "set", "scene": 2, "param": "accent", "value": "red"}]"#,
        r#"[{"op": "trim", "scene": 2, "seconds": 3}, {"op": "trim", "scene": 2, "seconds": 5}]"#,
        r#"[{"op": "trim", "scene": 2, "seconds": 3}, {"op": "transfer", "from": 1, "to": 2, "seconds": 1}]"#,
        r#"[{"op": "move", "scene": 2, "to": 1}, {"op": "move", "scene": 2, "to": 3}]"#,
        r#"[{"op": "move", "scene": 2, "to": 1}, {"op": "move", "scene": 3, "to": 1}]"#,
        r#"[{"op": "set", "scene": 2, "param": "accent", "value": "red"}, {"op": "set", "scene": "all", "param": "accent", "value": "blue"}]"#,
        r#"[{"op": "set", "scene": 2, "param": "series", "value": {"label": "Jan", "value": 1}}, {"op": "set", "scene": 2, "param": "series", "value": {"label": "jan", "value": 2}}]"#,
        r#"[{"op": "reformat", "format": "square"}, {"op": "reformat", "format": "portrait"}]"#,
        r#"[{"op": "merge", "scene": [1, 2]}, {"op": "merge", "scene": [2, 3]}]"#,
    ];
    let said =
        film().map(|film| plans.iter().map(|plan| format!("{plan}\n  {}", said(&film, plan))).collect::<Vec<_>>());
    let said = said.unwrap_or_default();
    assert_eq!(said.len(), plans.len());
    assert!(said.iter().all(|said| said.contains("REFUSED") && said.lines().count() == 2), "{said:#?}");
    let said = said.join("\n");
    insta::assert_snapshot!(said);
}
