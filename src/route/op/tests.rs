use serde_json::json;

use super::*;

#[test]
fn changes_read_back_as_they_are_written() {
    let plan = json!([
        {"op": "set", "scene": 2, "param": "accent", "value": "crimson"},
        {"op": "set", "scene": 1, "param": "series", "value": {"label": "Mar", "value": 48}},
        {"op": "set", "scene": [1, 3], "param": "items", "value": ["a", "b"]},
        {"op": "scale", "scene": "all", "param": "speed", "by": 1.5},
        {"op": "insert", "scene": 2, "param": "items", "value": "Bring a torch", "at": 1},
        {"op": "remove", "scene": 1, "param": "subtitle"},
        {"op": "remove", "scene": 1, "param": "items", "value": "Laptop"},
        {"op": "replace-text", "scene": "all", "from": "2025", "to": "2026"},
        {"op": "copy-style", "scene": 3, "from": 1},
        {"op": "copy-style", "scene": 3, "from": 1, "param": "font"},
        {"op": "retemplate", "scene": 2, "template": "quote"},
        {"op": "delete", "scene": [1, 4]},
        {"op": "duplicate", "scene": 2},
        {"op": "move", "scene": 3, "to": 2},
        {"op": "trim", "scene": 1, "seconds": 3},
        {"op": "trim", "scene": 2, "by": -2.5},
        {"op": "transfer", "from": 3, "to": 1, "seconds": 2},
        {"op": "rename", "scene": 2, "name": "Proof"},
        {"op": "undo"},
        {"op": "redo"},
        {"op": "reformat", "format": "square"},
        {"op": "transition", "from": 1, "to": 2, "style": "clock-wipe"},
        {"op": "merge", "scene": [1, 2]},
        {"op": "split", "scene": 2, "at": 1.5},
    ]);
    let read = Op::read_plan(&plan.to_string()).unwrap_or_default();
    assert_eq!(serde_json::to_value(&read).unwrap_or_default(), plan);
    assert_eq!(Op::read_plan(r#"{"op": "undo"}"#).ok(), Some(vec![Op::Undo]));
}

#[test]
fn what_is_no_change_says_what_was_expected() {
    let said: Vec<String> = [
        "no",
        "[3]",
        r#"[{"op": "undo"}, {"op": "explode"}]"#,
        r#"{"op": "set", "scene": 2, "param": "accent"}"#,
        r#"{"op": "set", "scene": 0, "param": "accent", "value": "red"}"#,
        r#"{"op": "delete", "scene": []}"#,
        r#"{"op": "delete", "scene": 1, "scnee": 2}"#,
        r#"{"op": "trim", "scene": 1}"#,
        r#"{"op": "set", "scene": 1, "param": "x", "value": {"label": "a"}}"#,
        r#"{"op": "reformat", "format": "round"}"#,
    ]
    .iter()
    .map(|plan| Op::read_plan(plan).map_or_else(|error| error.to_string(), |_| "TAKEN".to_owned()))
    .collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    the changes are no JSON (expected ident at line 1 column 2): expected a list such as `[{"op": "set", "scene": 2, "param": "accent", "value": "crimson"}]`
    change 1: expected one such as `{"op": "set", "scene": 2, "param": "accent", "value": "crimson"}`
    change 2: unknown variant `explode`, expected one of `set`, `scale`, `insert`, `remove`, `replace-text`, `copy-style`, `retemplate`, `delete`, `duplicate`, `move`, `trim`, `transfer`, `rename`, `undo`, `redo`, `reformat`, `transition`, `merge`, `split`: expected one such as `{"op": "set", "scene": 2, "param": "accent", "value": "crimson"}`
    change 1: missing field `value`: expected one such as `{"op": "set", "scene": 2, "param": "accent", "value": "crimson"}`
    change 1: expected the number of a scene from 1 on, a list of them, or `all`: expected one such as `{"op": "set", "scene": 2, "param": "accent", "value": "crimson"}`
    change 1: expected the number of a scene from 1 on, a list of them, or `all`: expected one such as `{"op": "set", "scene": 2, "param": "accent", "value": "crimson"}`
    change 1: there is no `scnee` in `delete`
    change 1: expected either `seconds`, a length, or `by`, which is more or less
    change 1: expected points of the form `{label: …, value: …}`: expected one such as `{"op": "set", "scene": 2, "param": "accent", "value": "crimson"}`
    change 1: unknown variant `round`, expected one of `landscape`, `portrait`, `square`: expected one such as `{"op": "set", "scene": 2, "param": "accent", "value": "crimson"}`
    "#);
}
