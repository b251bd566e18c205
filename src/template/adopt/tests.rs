//! What becomes of props, and of scenes in other forms.

use super::*;
use crate::assets::Assets;
use crate::template::{Library, Options};

const SCENE: &str = "\
import {AbsoluteFill, useCurrentFrame} from 'remotion';

export const meta = {id: 'a', durationInFrames: 90, fps: 30, width: 1920, height: 1080};

export const defaultProps = {PROPS};

export default function Tide(props: typeof defaultProps) {
  return <AbsoluteFill>{useCurrentFrame()}{JSON.stringify(props)}</AbsoluteFill>;
}
";

/// A scene whose data is what is given, which shows all of it.
fn with_props(props: &str, manifest: &Json) -> Result<Adopted> {
    let code = SCENE.replace("{PROPS}", props).replace("{useCurrentFrame()}", "{useCurrentFrame() / 2}");
    adopt(&Candidate { id: "tide", code: &code, manifest, request: None })
}

#[test]
fn each_prop_is_a_parameter_or_says_why_it_is_none() -> Result<()> {
    let cases = [
        ("title: 'Ebb'", Json::Null),
        ("fontFamily: 'Inter'", Json::Null),
        (
            "glow: 'tomato'",
            serde_json::json!([{"name": "glow", "type": "colour", "label": "the glow", "says": ["glow", "shine ", ""]}]),
        ),
        ("glow: '#ff000080'", serde_json::json!([{"name": "glow", "type": "colour"}])),
        ("background: '#012'", Json::Null),
        ("backgroundColor: 'teal', background: 'navy'", Json::Null),
        ("textColor: '#fff'", Json::Null),
        ("textColor: '#fff', bg: 'navy'", Json::Null),
        ("share: 0.4", serde_json::json!([{"name": "share", "type": "percent"}])),
        ("share: 40", serde_json::json!([{"name": "share", "type": "percent"}])),
        ("starCount: 24", Json::Null),
        ("population: 24", Json::Null),
        ("size: 12", Json::Null),
        ("bar_width: 12", Json::Null),
        ("names: []", Json::Null),
        ("names: ['a', 'b']", serde_json::json!([{"name": "names", "type": "list", "max": 4}])),
        ("tides: [{label: 'Mon', value: 3}]", Json::Null),
        ("tides: [{metres: 3, day: 'Mon'}, {day: 'Tue', metres: 4}]", Json::Null),
        ("people: [{name: 'Ada', role: 'chair'}]", Json::Null),
        ("mood: 'calm'", serde_json::json!([{"name": "mood", "type": "choice(calm|wild)"}])),
        ("mood: 'calm'", serde_json::json!([{"name": "mood", "type": "choice(a \"b\"|calm)"}])),
        ("mood: 'dull'", serde_json::json!([{"name": "mood", "type": "choice(calm|wild)"}])),
        ("on: true, none: null, empty: ' ', at: {x: 1}, rows: [[1]]", Json::Null),
    ];
    let told = cases.iter().map(|(props, manifest)| {
        let adopted = with_props(&format!("{{{props}}}"), manifest)?;
        let lines = adopted.manifest.lines().filter(|line| line.starts_with("  ") && line.contains("type:"));
        let defaults = adopted.manifest.lines().filter(|line| line.starts_with("defaults"));
        let lines: Vec<&str> = defaults.chain(lines).chain(adopted.notes.iter().map(String::as_str)).collect();
        Ok(format!("{props}\n  {}", lines.join("\n").trim_start().replace('\n', "\n  ").replace("    ", "  ")))
    });
    insta::assert_snapshot!(told.collect::<Result<Vec<_>>>()?.join("\n"));
    Ok(())
}

#[test]
fn components_in_other_forms_are_enclosed() -> Result<()> {
    let data = "{title: 'Ebb', depth: 3}";
    let body = "<AbsoluteFill>{useCurrentFrame() / 2}{title}{depth}</AbsoluteFill>";
    let props = "{title, depth}: typeof defaultProps";
    for (form, expected) in [
        (format!("const Tide = ({props}) => {body};\nexport default Tide;\n"), "<Tide {...props} />"),
        (format!("const Tide = ({props}) => {body};\nexport default memo(Tide);\n"), "const Scene = memo(Tide);"),
        (format!("export default function Tide_2({props}) {{ return {body}; }}\n"), "<Tide_2 {...props} />"),
        (
            format!("export default function Tide({props}) {{ return {body}; }}\n"),
            "export default function Tide({title",
        ),
    ] {
        let head = SCENE.split("export default").next().unwrap_or_default().replace("{PROPS}", data);
        let memo = if form.contains("memo(") { "import {memo} from 'react';\n" } else { "" };
        let code = [memo, &head, &form].concat();
        let adopted = adopt(&Candidate { id: "tide", code: &code, manifest: &Json::Null, request: None })?;
        assert!(adopted.scene.contains(expected), "{}", adopted.scene);
        let texts = [("templates/tide/template.yaml", adopted.manifest), ("templates/tide/scene.tsx", adopted.scene)];
        let library = Library::load(&Assets::from_texts(texts))?;
        library.render(&library.fit("tide", &Map::new())?, Options::default())?;
    }
    Ok(())
}
