//! What holds for every change of every code, and for code that nobody would write.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

const SCENES: [&str; 9] = [
    include_str!("../../../tests/it/scenes/card.tsx"),
    include_str!("../../../tests/it/scenes/chapters.tsx"),
    include_str!("../../../tests/it/scenes/relay.tsx"),
    include_str!("../../../tests/it/scenes/pulse.tsx"),
    include_str!("../../../tests/it/scenes/passage.tsx"),
    include_str!("../../../tests/it/scenes/held.tsx"),
    include_str!("../../../tests/it/scenes/ticker.tsx"),
    include_str!("../../../tests/it/scenes/nested.tsx"),
    include_str!("../../../tests/it/scenes/still.tsx"),
];

fn scenes() -> impl Strategy<Value = &'static str> {
    prop::sample::select(SCENES.to_vec())
}

/// Texts as people and their enemies type them.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z'\"`\\\\${}<>&;/*# \n\t0-9]{0,24}",
        "[\u{202e}\u{2028}é日\u{0}-\u{1f}a ]{0,12}",
        prop::sample::select(vec!["${x}", "*/", "</div>", "{1}", "&amp;", "\\", "`", "', evil: '", "\"}", "0"])
            .prop_map(str::to_owned),
    ]
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::Bool),
        any::<i32>().prop_map(Value::from),
        (-1e9..1e9).prop_map(|number: f64| json!((number * 8.0).round() / 8.0 + 0.0625)),
        words().prop_map(Value::String),
        Just(Value::Null),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            prop::collection::vec((words(), inner), 0..4).prop_map(|members| members.into_iter().collect()),
        ]
    })
}

/// Code after a few accidents.
fn broken() -> impl Strategy<Value = String> {
    let accident = (
        any::<prop::sample::Index>(),
        0..40_usize,
        prop_oneof![
            words(),
            prop::sample::select(vec![
                "(",
                ")",
                "{",
                "}",
                "[",
                ",",
                "as const",
                "useCurrentFrame()",
                "<Sequence from={3}>",
                "...x",
                "//",
                "/*"
            ])
            .prop_map(str::to_owned),
        ],
    );
    (scenes(), prop::collection::vec(accident, 0..4)).prop_map(|(scene, accidents)| {
        accidents.into_iter().fold(scene.to_owned(), |mut code, (at, gone, new)| {
            let floor = |at: usize| (0..=at).rev().find(|at| code.is_char_boundary(*at)).unwrap_or(0);
            let at = floor(at.index(code.len() + 1));
            let end = floor((at + gone).min(code.len())).max(at);
            code.replace_range(at..end, &new);
            code
        })
    })
}

fn data(code: &str) -> Vec<(String, Option<Value>)> {
    props(code).map(|props| props.into_iter().map(|prop| (prop.name, prop.value)).collect()).unwrap_or_default()
}

fn number_free(value: &Value) -> String {
    // Whole numbers come back as integers.
    value.to_string().replace(".0,", ",")
}

#[test]
fn computed_values_are_written_over() {
    let code = "const title = 'a';\nconst list = [title];\nexport const defaultProps = {title, list, size: 2 * 3, rows: [{title}], word: `b`};\n";
    let set = |prop: &str, value: Value| PropEdit::Set { at: Place::prop(prop), value };
    let inner = PropEdit::Set { at: Place::prop("rows").item(0).key("title"), value: json!("z") };
    let edits =
        [set("title", json!("x")), set("list", json!(["y"])), set("size", json!(7)), inner, set("word", json!("c"))];
    let last = edit_props(code, &edits).unwrap_or_default();
    insta::assert_snapshot!(last.lines().last().unwrap_or_default(), @"export const defaultProps = {title: 'x', list: ['y'], size: 7, rows: [{title: 'z'}], word: 'c'};");
    let wrong = edit_props(code, &[set("titel", json!("x"))]).map_err(|error| error.to_string());
    insta::assert_snapshot!(wrong.err().unwrap_or_default(), @"the scene has no parameter `titel`: did you mean `title`?");
}

#[test]
fn what_is_drawn_is_not_text() {
    let code = "const A = ({words}) => <p>{['M0 0 L9 9'].map((d) => <path key={d} d={d} />)}{['Yes'].map((word) => <b>{word}</b>)}{words.map((word) => word + '!')}</p>;";
    let shown = texts(code).unwrap_or_default().into_iter().map(|shown| shown.text).collect::<Vec<_>>();
    assert_eq!(shown, ["Yes", "!"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_is_set_is_read(scene in scenes(), which: prop::sample::Index, value in values()) {
        let before = data(scene);
        prop_assume!(!before.is_empty());
        let at = which.index(before.len());
        let edit = PropEdit::Set { at: Place::prop(before[at].0.clone()), value: value.clone() };
        let after = edit_props(scene, &[edit]).map(|code| data(&code)).unwrap_or_default();
        for (place, (name, old)) in before.iter().enumerate() {
            let expected = if place == at { Some(&value) } else { old.as_ref() };
            prop_assert_eq!(&after[place].0, name);
            prop_assert_eq!(after[place].1.as_ref().map(number_free), expected.map(number_free));
        }
    }

    #[test]
    fn lists_change_as_lists_do(scene in scenes(), which: prop::sample::Index, at: prop::sample::Index, item in values()) {
        let before = data(scene);
        let lists: Vec<_> = before.iter().filter_map(|(name, value)| Some((name, value.as_ref()?.as_array()?))).collect();
        prop_assume!(!lists.is_empty());
        let (name, list) = lists[which.index(lists.len())];
        let at = at.index(list.len() + 1);
        let mut longer = list.clone();
        longer.insert(at, item.clone());
        let insert = PropEdit::Insert { into: Place::prop(name.as_str()), at: Some(at), value: item };
        let code = edit_props(scene, &[insert]).unwrap_or_default();
        let read = |code: &str| data(code).into_iter().find(|(known, _)| known == name).and_then(|(_, value)| value);
        prop_assert_eq!(read(&code).as_ref().map(number_free), Some(number_free(&Value::Array(longer))), "{}", code);
        let remove = PropEdit::Remove { at: Place::prop(name.as_str()).item(at) };
        let back = edit_props(&code, &[remove]).unwrap_or_default();
        prop_assert_eq!(back, scene);
    }

    #[test]
    fn words_are_replaced_by_exactly_what_was_asked(scene in scenes(), which: prop::sample::Index, to in words()) {
        let before = texts(scene).unwrap_or_default();
        prop_assume!(!before.is_empty());
        let from = &before[which.index(before.len())].text;
        prop_assume!(from.chars().any(char::is_alphanumeric));
        let replaced = replace_text(scene, from, &to);
        let replaced = replaced.map_err(|error| error.to_string());
        prop_assert!(replaced.as_ref().is_ok_and(|replaced| replaced.places > 0), "{replaced:?}");
        let after = texts(&replaced.map(|replaced| replaced.code).unwrap_or_default()).map(|shown| shown.into_iter().map(|shown| shown.text).collect::<Vec<_>>());
        let fold = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let expected: Vec<_> = before.iter().map(|shown| if shown.text == *from { fold(&to) } else { shown.text.clone() }).collect();
        let after = after.map_err(|error| error.to_string());
        prop_assert!(after.is_ok(), "{after:?}");
        let is_one_text = !to.trim().is_empty() && !to.starts_with("http") && !to.starts_with('#');
        if is_one_text && before.iter().all(|shown| shown.text == *from || !shown.text.to_lowercase().contains(&from.to_lowercase())) {
            prop_assert_eq!(after.unwrap_or_default(), expected);
        }
    }

    #[test]
    fn retimed_back_it_is_the_first_code(scene in scenes(), ways in prop::collection::vec(1..2000_u32, 0..5), first in 60..200_u32) {
        let start = retime_from(scene, first, first).unwrap_or_default();
        let said = start.split("durationInFrames: ").filter_map(|rest| rest.split([',', ' ']).next()?.parse().ok()).max();
        let first = if scene.contains("const meta") { said.unwrap_or(first) } else { first };
        let mut now = (start.clone(), first);
        for to in ways.into_iter().chain([first]) {
            match retime_from(&now.0, now.1, to) {
                Ok(code) => now = (code, to),
                Err(error) => prop_assert!(error.to_string().contains("held at a frame"), "{error}"),
            }
        }
        prop_assert_eq!(now.0, start);
    }

    #[test]
    fn no_code_is_too_broken(code in broken(), from in words(), to in words(), frames: u32, value in values()) {
        let shown = texts(&code);
        let _ = (replace_text(&code, &from, &to), manifest(&code), unified_diff(("a", "b"), &code, &to));
        if let Ok(retimed) = retime_from(&code, 90, frames) {
            prop_assert!(texts(&retimed).is_ok(), "{retimed}");
        }
        for prop in props(&code).unwrap_or_default() {
            let set = PropEdit::Set { at: Place::prop(prop.name.clone()), value: value.clone() };
            let insert = PropEdit::Insert { into: Place::prop(prop.name.clone()), at: None, value: value.clone() };
            let remove = PropEdit::Remove { at: Place::prop(prop.name).item(0) };
            for edit in [set, insert, remove] {
                if let Ok(edited) = edit_props(&code, &[edit]) {
                    prop_assert!(props(&edited).is_ok(), "{edited}");
                }
            }
        }
        for literal in literals(&code).unwrap_or_default() {
            let with = if literal.kind == Kind::Number { "-1.5" } else { "rgb(1 2 3)" };
            let replaced = replace_literals(&code, &[literal.span], with);
            prop_assert!(replaced.is_ok_and(|code| texts(&code).is_ok()), "{}", literal.text);
        }
        prop_assert_eq!(shown.is_ok(), props(&code).is_ok());
    }
}
