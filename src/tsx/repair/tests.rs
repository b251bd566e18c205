use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::diagnostic::Source;
use crate::tsx::check;
use crate::tsx::parse::read_draft;

fn wanted() -> Wanted<'static> {
    let meta = Meta { id: "scene".into(), duration_in_frames: 150, fps: 30, width: 1920, height: 1080 };
    Wanted { form: Form::Module, meta, taken: &[], pictures: &[] }
}

/// How many faults of the language a text has; nothing if it does not parse.
fn faults(code: &str) -> Option<usize> {
    read_draft(&Source::new("scene.tsx", code), |reading| reading.faults().len()).ok()
}

#[test]
fn repairs_have_names_of_their_own() {
    let mut ids: Vec<_> = REPAIRS.iter().map(|known| known.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), REPAIRS.len());
}

/// Where code begins and ends in what models answer.
#[test]
fn code_is_found() {
    const CODE: &str = "import React from 'react';\nexport default 1;\n";
    for (answer, expected) in [
        (format!("```tsx\n{CODE}```"), CODE),
        (format!("Sure:\n````tsx\n{CODE}````\nDone."), CODE),
        (format!("tsx\n{CODE}"), CODE),
        (format!("ab{CODE}"), CODE),
        (format!("First:\n```bash\nnpm i\n```\nthen\n```ts\n{CODE}```\n"), CODE),
        (format!("```\nnot this\n```\n\n```tsx\n{CODE}```\n"), CODE),
        (format!("```tsx\n{CODE}"), CODE),
        (format!("{CODE}```\nThe end."), CODE),
        (format!("I import things, const and all.\n\n{CODE}"), CODE),
        ("Sorry, no.".to_owned(), ""),
        ("```\n```".to_owned(), ""),
        (String::new(), ""),
    ] {
        let found = answer::find(&answer).map(|found| answer[found.code].to_owned());
        assert_eq!(found.unwrap_or_default(), expected, "{answer}");
    }
}

#[test]
fn what_goes_away_at_the_top_leaves_no_line_behind() {
    let body = "export default function A() {\n  return <b>1</b>;\n}\n";
    let repaired = repair(&format!("import {{useId}} from 'react';\n\n{body}"), &wanted());
    let code = repaired.verdict.scene().map(Scene::code).unwrap_or_default();
    assert!(code.starts_with("export const meta"), "{code}");
    assert_eq!(repair(code, &wanted()).code, code);
}

#[test]
fn names_may_begin_with_any_letter() {
    for answer in ["var ω", "const é", "type 字"] {
        assert!(!matches!(repair(answer, &wanted()).verdict, Verdict::Scene(_)), "{answer}");
    }
}

#[test]
fn what_breaks_off_behind_the_head_of_a_function_is_cut_off() {
    for head in ["export default function A({a}: {a: number})\n", "export default function A(): null {}\nfunction B()"]
    {
        let repaired = repair(&format!("export const defaultProps = {{a: 1}};\n\n{head}"), &wanted());
        assert_eq!(repaired.verdict.to_string(), "cut off", "{head}");
    }
}

#[test]
fn what_is_too_long_or_too_deep_is_faulty() {
    let long = format!("export default function A() {{ return '{}'; }}", "a".repeat(300_000));
    let deep = format!("export default function A() {{ return {}1; }}", "[".repeat(9000));
    for answer in [long, deep] {
        let repaired = repair(&answer, &wanted());
        assert!(repaired.verdict.scene().is_none() && !repaired.verdict.diagnostics().is_empty());
    }
}

/// What is mended in one scene waits for nothing: a hundred faults of a kind take no more readings than one.
#[test]
fn many_faults_are_mended_at_once() {
    let mut lines = String::new();
    for at in 0..200 {
        let _ = writeln!(lines, "  const a{at} = interpolate(frame, [0, 0, 1{at}], ['0px', '0px', '{at}px']);");
    }
    let used: String = (0..200).fold(String::new(), |mut used, at| {
        let _ = write!(used, "{{a{at}}}");
        used
    });
    let code = format!("export default function A() {{\n{lines}  return <b>{used}</b>;\n}}\n");
    assert_eq!(repair(&code, &wanted()).verdict.to_string(), "scene");
}

fn fragments() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "import {interpolate, spring} from 'remotion';\n",
        "import * as R from 'remotion';\n",
        "const {AbsoluteFill} = window.Remotion;\n",
        "'use client';\n",
        "```tsx\n",
        "```\n",
        "Here you are:\n",
        "export const meta = {id: 'a', durationInFrames: 5};\n",
        "export const defaultProps = {a: 1 + 2, b: `c`};\n",
        "export default function Scene({a, b}) {\n",
        "export default () => {\n",
        "const Part = ({x}) => <b id=\"p\" onClick={() => 1}>{x}</b>;\n",
        "function 3D() { return null; }\n",
        "const frame = useCurrentFrame();\n",
        "const spring = spring({frame});\n",
        "const spring = 1, other = 2;\n",
        "const a = interpolate(frame, [0, 0], ['0px', '1px']);\n",
        "const a = interpolate(frame, [3, 2, 1], [0, 1], Easing.easeIn);\n",
        "const n = [1].map(() => Math.random());\n",
        "const Dot = () => <i style={{transition: 'all 1s'}}>{a}</i>;\n",
        "if (a) { const {fps} = useVideoConfig(); }\n",
        "return <b style={style} fill=\"url(#p)\"><Part x={a} /><Dot /><R.Img src='https://a.b/c.png' /></b>;\n",
        "const style = {position: 'absolute'};\n",
        "console.log(window.innerWidth);\n",
        "fetch('/a');\n",
        "return Scene;\n",
        "}\n",
        "};\n",
        "{",
        "<br>",
        "<!-- a -->",
        "'it's'",
        "é",
        "\u{2028}",
        "\r\n",
    ]);
    let piece = prop_oneof![9 => known.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn nothing_parses_worse_than_before(answer in fragments()) {
        let before = answer::find(&answer).map(|found| answer[found.code].to_owned());
        let repaired = repair(&answer, &wanted());
        if let Some(faults_before) = before.and_then(|code| faults(&code)) {
            let faults_after = faults(&repaired.code);
            prop_assert!(faults_after.is_some_and(|after| after <= faults_before), "{}", repaired.code);
        }
        for diagnostic in repaired.verdict.diagnostics() {
            prop_assert_ne!(diagnostic.message(), "the text could not be read");
        }
        let known = |repair: &Repair| REPAIRS.iter().any(|known| known.id == repair.id);
        prop_assert!(repaired.repairs.iter().all(known));
    }

    #[test]
    fn what_is_a_scene_stays_one(answer in fragments()) {
        let repaired = repair(&answer, &wanted());
        let again = repair(&answer, &wanted());
        prop_assert_eq!((&repaired.code, &repaired.repairs), (&again.code, &again.repairs));
        if let Verdict::Scene(scene) = repaired.verdict {
            prop_assert!(check(&Source::new("scene.tsx", scene.code())).is_ok());
            prop_assert_eq!(repair(scene.code(), &wanted()).code, scene.code());
        }
    }

    #[test]
    fn code_streams_as_it_is_found(answer in fragments(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6)) {
        let mut cuts: Vec<_> = cuts.iter().map(|cut| cut.index(answer.len() + 1)).collect();
        cuts.retain(|cut| answer.is_char_boundary(*cut));
        cuts.sort_unstable();
        let mut stream = CodeStream::default();
        let mut at = 0;
        for cut in cuts {
            stream.push(&answer[at..cut]);
            at = cut;
        }
        let streamed = stream.push(&answer[at..]).map(str::to_owned);
        let whole = answer::find(&answer).map(|found| answer[found.code].to_owned());
        prop_assert_eq!(streamed, whole);
    }
}
