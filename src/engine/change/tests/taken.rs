//! What plans come to.

use super::stage::{film, library, said, tried};
use crate::engine::change::{Compared, diffs};
use crate::error::Result;

fn all(plans: &[&str]) -> String {
    let film = film();
    let said = plans.iter().map(|plan| match &film {
        Ok(film) => format!("{plan}\n{}\n", said(film, plan)),
        Err(error) => error.to_string(),
    });
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn parameters() {
    let said = all(&[
        r#"{"op": "set", "scene": 2, "param": "accent", "value": "crimson"}"#,
        r#"{"op": "set", "scene": 2, "param": "series", "value": {"label": "mar", "value": 48}}"#,
        r#"{"op": "set", "scene": 1, "param": "background", "value": "navy to teal"}"#,
        r#"{"op": "set", "scene": [1, 3], "param": "text_color", "value": "white"}"#,
        r#"{"op": "set", "scene": "all", "param": "background", "value": "navy"}"#,
        r#"{"op": "set", "scene": "all", "param": "accent", "value": "gold"}"#,
        r#"{"op": "set", "scene": 2, "param": "accent", "value": "teal"}"#,
        r#"{"op": "set", "scene": 2, "param": "theme", "value": "dark"}"#,
        r#"{"op": "set", "scene": 5, "param": "cupColor", "value": "gold"}"#,
        r#"{"op": "set", "scene": 5, "param": "title", "value": "It's hot"}"#,
        r#"{"op": "set", "scene": 4, "param": "duration", "value": 3}"#,
        r#"[{"op": "set", "scene": 1, "param": "title", "value": "A"}, {"op": "scale", "scene": 1, "param": "size", "by": 1.25}]"#,
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn more_and_less() {
    let said = all(&[
        r#"{"op": "scale", "scene": 1, "param": "background", "by": 0.8}"#,
        r#"{"op": "scale", "scene": 2, "param": "accent", "by": 1.3}"#,
        r#"{"op": "scale", "scene": 2, "param": "speed", "by": 1.5}"#,
        r#"{"op": "scale", "scene": 2, "param": "speed", "by": 20}"#,
        r#"{"op": "scale", "scene": 1, "param": "font_size", "by": 0.5}"#,
        r#"{"op": "scale", "scene": 3, "param": "weight", "by": 1.25}"#,
        r#"{"op": "scale", "scene": 4, "param": "duration", "by": 0.5}"#,
        r#"{"op": "scale", "scene": 5, "param": "steamCount", "by": 1.1}"#,
        r#"{"op": "scale", "scene": 5, "param": "steamCount", "by": 7}"#,
        r#"{"op": "scale", "scene": 5, "param": "cupColor", "by": 0.8}"#,
        r#"{"op": "scale", "scene": 5, "param": "speed", "by": 2}"#,
        r#"{"op": "scale", "scene": 2, "param": "speed", "by": 1}"#,
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn items_and_words() {
    let said = all(&[
        r#"{"op": "insert", "scene": 4, "param": "items", "value": "Bring a torch"}"#,
        r#"{"op": "insert", "scene": 4, "param": "items", "value": ["a", "b"], "at": 1}"#,
        r#"{"op": "insert", "scene": 2, "param": "series", "value": {"label": "April", "value": 50}}"#,
        r#"{"op": "remove", "scene": 4, "param": "items", "value": "laptop"}"#,
        r#"{"op": "remove", "scene": 2, "param": "series", "value": "February"}"#,
        r#"{"op": "remove", "scene": 1, "param": "subtitle"}"#,
        r#"{"op": "remove", "scene": 2, "param": "accent"}"#,
        r#"{"op": "remove", "scene": 2, "param": "animation"}"#,
        r#"{"op": "remove", "scene": 2, "param": "logo"}"#,
        r#"{"op": "remove", "scene": 5, "param": "tagline"}"#,
        r#"{"op": "replace-text", "scene": "all", "from": "2025", "to": "2026"}"#,
        r#"{"op": "replace-text", "scene": 1, "from": "npm", "to": "pnpm"}"#,
        r#"{"op": "replace-text", "scene": 2, "from": "42", "to": "44"}"#,
        r#"{"op": "replace-text", "scene": 5, "from": "morning", "to": "evening"}"#,
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn styles_and_templates() {
    let said = all(&[
        r#"{"op": "copy-style", "scene": 2, "from": 3}"#,
        r#"{"op": "copy-style", "scene": 3, "from": 2}"#,
        r#"{"op": "copy-style", "scene": 2, "from": 3, "param": "background"}"#,
        r#"{"op": "copy-style", "scene": 5, "from": 3, "param": "background"}"#,
        r#"{"op": "copy-style", "scene": 1, "from": 5}"#,
        r#"{"op": "copy-style", "scene": "all", "from": 3}"#,
        r#"{"op": "retemplate", "scene": 1, "template": "quote"}"#,
        r#"{"op": "retemplate", "scene": 2, "template": "pie-chart"}"#,
        r#"{"op": "retemplate", "scene": 2, "template": "bullet-list"}"#,
        r#"{"op": "retemplate", "scene": 4, "template": "checklist"}"#,
        r#"{"op": "retemplate", "scene": 3, "template": "title-card"}"#,
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn lengths_and_order() {
    let said = all(&[
        r#"{"op": "trim", "scene": 1, "seconds": 3}"#,
        r#"{"op": "trim", "scene": 2, "by": -2}"#,
        r#"{"op": "trim", "scene": 5, "seconds": 3}"#,
        r#"{"op": "trim", "scene": 1, "seconds": 4}"#,
        r#"{"op": "transfer", "from": 3, "to": 1, "seconds": 1.5}"#,
        r#"{"op": "delete", "scene": [2, 4]}"#,
        r#"{"op": "duplicate", "scene": 2}"#,
        r#"{"op": "move", "scene": 4, "to": 1}"#,
        r#"{"op": "move", "scene": 1, "to": 5}"#,
        r#"[{"op": "delete", "scene": 1}, {"op": "move", "scene": 5, "to": 1}, {"op": "duplicate", "scene": 2}]"#,
        r#"{"op": "rename", "scene": 2, "name": "Proof"}"#,
        r#"[{"op": "rename", "scene": 1, "name": "Sales"}, {"op": "rename", "scene": 2, "name": "Intro"}]"#,
        r#"{"op": "transition", "from": 1, "to": 2, "style": "fade"}"#,
        r#"[{"op": "delete", "scene": 2}, {"op": "transition", "from": 1, "to": 3, "style": "clock-wipe"}]"#,
        r#"{"op": "transition", "from": 1, "to": 2, "style": "none"}"#,
        r#"{"op": "split", "scene": 2, "at": 2}"#,
        r#"{"op": "merge", "scene": [1, 2]}"#,
        r#"{"op": "reformat", "format": "square"}"#,
        r#"{"op": "reformat", "format": "landscape"}"#,
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn code_is_compared() -> Result<()> {
    let film = film()?;
    let plan = r#"[{"op": "set", "scene": 5, "param": "title", "value": "Hot"}, {"op": "set", "scene": 1, "param": "title", "value": "Hot"}]"#;
    let applied = tried(&film, plan)?;
    let of_code = diffs(library()?, (&film, &applied.project), Compared::Code)?;
    let shown: Vec<&str> = of_code.iter().map(|scene| scene.diff.as_str()).collect();
    insta::assert_snapshot!(shown.join("\n"));
    let all = diffs(library()?, (&film, &applied.project), Compared::All)?;
    assert_eq!(all.iter().map(|scene| scene.id.as_str()).collect::<Vec<_>>(), ["intro", "cup"]);
    Ok(())
}
