//! Scenes of code in the styles in which models and people write them, changed without a model.

use std::fs;
use std::path::Path;

use firstframe::diagnostic::Source;
use firstframe::template::own_params;
use firstframe::tsx::check;
use firstframe::tsx::revise::{
    Place, PropEdit, edit_props, literals, manifest, props, replace_literals, replace_text, retime_from, texts,
    unified_diff,
};
use serde_json::json;

/// Every scene with its name, and how long it lasts; the last one does not say so itself.
const SCENES: [(&str, u32, u32); 9] = [
    ("card", 150, 90),
    ("chapters", 120, 84),
    ("relay", 105, 150),
    ("pulse", 96, 64),
    ("passage", 135, 90),
    ("held", 100, 75),
    ("ticker", 144, 208),
    ("nested", 120, 200),
    ("still", 90, 45),
];

fn scene(name: &str) -> String {
    let file = Path::new("tests/it/scenes").join(name).with_extension("tsx");
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn the_scenes_are_scenes() {
    for (name, ..) in SCENES {
        let told = check(&Source::new(name, scene(name))).map_err(|error| error.diagnostics().to_vec());
        assert!(told.is_ok(), "{told:#?}");
    }
}

/// The studio draws these snapshots beside the scenes and compares the pictures.
#[test]
fn retimed() {
    for (name, from, to) in SCENES {
        let code = scene(name);
        let slower = retime_from(&code, from, to).expect(name);
        insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false}, {
            insta::assert_snapshot!(format!("retimed-{name}"), slower);
        });
        assert!(check(&Source::new(name, slower.as_str())).is_ok(), "{name}");
    }
}

#[test]
fn there_and_back_again_is_the_first_code() {
    for (name, from, to) in SCENES {
        let code = scene(name);
        for way in [vec![to, from], vec![to, 61, 7, to, from], vec![from, 2, from]] {
            let lengths = [from].into_iter().chain(way.iter().copied());
            let end = lengths
                .clone()
                .zip(way.iter())
                .try_fold(code.clone(), |code, (from, to)| retime_from(&code, from, *to));
            assert_eq!(end.expect(name), code, "{name} {way:?}");
        }
    }
}

#[test]
fn the_data_of_scenes() {
    let list: Vec<_> = SCENES.iter().map(|(name, ..)| (name, props(&scene(name)).expect(name))).collect();
    let lines = list.iter().flat_map(|(name, props)| {
        props.iter().map(move |prop| {
            format!("{name}.{} = {}", prop.name, prop.value.as_ref().map_or("…".to_owned(), ToString::to_string))
        })
    });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn edits_of_data() {
    let edits = [
        ("card", PropEdit::Set { at: Place::prop("title"), value: json!("It's \"here\"") }),
        ("card", PropEdit::Set { at: Place::prop("tagline"), value: json!("") }),
        ("card", PropEdit::Set { at: Place::prop("titleSize"), value: json!(60.5) }),
        ("card", PropEdit::Set { at: Place::prop("tags"), value: json!(["Oysters", "Eel", "Smoked eel", "Ale"]) }),
        ("card", PropEdit::Insert { into: Place::prop("tags"), at: Some(0), value: json!("Bread & butter") }),
        ("card", PropEdit::Insert { into: Place::prop("tags"), at: None, value: json!("Ale") }),
        ("card", PropEdit::Remove { at: Place::prop("tags").item(2) }),
        ("card", PropEdit::Set { at: Place::prop("tags"), value: json!([]) }),
        (
            "chapters",
            PropEdit::Insert { into: Place::prop("chapters"), at: None, value: json!({"label": "West", "value": 5}) },
        ),
        (
            "chapters",
            PropEdit::Insert {
                into: Place::prop("chapters"),
                at: Some(1),
                value: json!({"label": "West", "value": 5}),
            },
        ),
        ("chapters", PropEdit::Remove { at: Place::prop("chapters").item(2) }),
        ("chapters", PropEdit::Remove { at: Place::prop("chapters").item(0) }),
        ("chapters", PropEdit::Set { at: Place::prop("chapters").item(1).key("value"), value: json!(80) }),
        ("chapters", PropEdit::Set { at: Place::prop("chapters").item(1).key("note"), value: json!("new") }),
        ("chapters", PropEdit::Set { at: Place::prop("barColor"), value: json!("#000000") }),
        ("relay", PropEdit::Set { at: Place::prop("words"), value: json!(["Go"]) }),
        ("pulse", PropEdit::Set { at: Place::prop("caption"), value: json!("Breathe") }),
        ("held", PropEdit::Set { at: Place::prop("question"), value: json!("Why?") }),
        ("ticker", PropEdit::Set { at: Place::prop("lines").item(2).key("degrees"), value: json!(-12) }),
        ("ticker", PropEdit::Remove { at: Place::prop("lines").item(3) }),
    ];
    let told = edits.map(|(name, edit)| {
        let code = scene(name);
        let after = edit_props(&code, std::slice::from_ref(&edit)).expect(name);
        format!("# {edit:?}\n{}", changed_lines(&code, &after))
    });
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn shown_texts() {
    let told = SCENES.map(|(name, ..)| {
        let shown = texts(&scene(name)).expect(name);
        let lines = shown.iter().map(|shown| {
            format!(
                "{name}:{} {:?}{}",
                shown.line,
                shown.text,
                shown.prop.as_ref().map_or(String::new(), |prop| format!(" ({prop})"))
            )
        });
        lines.collect::<Vec<_>>().join("\n")
    });
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn replaced_texts() {
    let told = [
        ("card", "harbour", "Haven"),
        ("card", "Since 1987", "Since {1988} & <before>"),
        ("card", "boat", "ship's \"cook\""),
        ("card", "Props", "Nothing"),
        ("chapters", "north", "Far `North`"),
        ("chapters", "label", "Name"),
        ("relay", "GO", "Run"),
        ("pulse", "and again", "and {once} more"),
        ("passage", "Kitchen", "Küche"),
        ("held", "What if", "Why if"),
        ("ticker", "C", "F"),
        ("still", "nothing to see here", "Something \u{202e}to see"),
    ]
    .map(|(name, from, to)| {
        let code = scene(name);
        let replaced = replace_text(&code, from, to).expect(name);
        assert!(check(&Source::new(name, replaced.code.as_str())).is_ok(), "{}", replaced.code);
        format!("# {from} → {to:?}: {}\n{}", replaced.places, changed_lines(&code, &replaced.code))
    });
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn literals_with_their_owners() {
    let told = SCENES.map(|(name, ..)| {
        let lines = literals(&scene(name)).expect(name).into_iter().map(|literal| {
            let owner = [literal.owner.prop, literal.owner.element, literal.owner.name].map(Option::unwrap_or_default);
            format!("{name}:{} {:?} {} [{}]", literal.line, literal.kind, literal.text, owner.join(", "))
        });
        lines.collect::<Vec<_>>().join("\n")
    });
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn one_literal_or_all_equal_ones() {
    let code = scene("nested");
    let all = literals(&code).expect("a scene");
    let of = |text: &str| {
        all.iter().filter(|literal| literal.text == text).map(|literal| literal.span.clone()).collect::<Vec<_>>()
    };
    let told = [("20", &of("20")[..], "0.9"), ("60", &of("60")[..], "-30"), ("#e9c46a", &of("#e9c46a")[..], "gold")]
        .map(|(from, spans, to)| {
            let after = replace_literals(&code, spans, to).expect("places of literals");
            format!("# {from} → {to}\n{}", changed_lines(&code, &after))
        });
    insta::assert_snapshot!(told.join("\n"));
    for (spans, with) in [(&of("60")[..], "red"), (&of("#e9c46a")[..], "12'"), (std::slice::from_ref(&(3..9)), "1")] {
        assert!(replace_literals(&code, spans, with).is_err(), "{with}");
    }
}

#[test]
fn manifests_are_those_that_templates_read() {
    let told = SCENES.map(|(name, ..)| {
        let manifest = manifest(&scene(name)).expect(name);
        own_params(&manifest).expect(name);
        let entries = manifest.as_array().cloned().unwrap_or_default();
        entries.iter().map(|entry| format!("{name} {entry}")).collect::<Vec<_>>().join("\n")
    });
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn the_difference_is_told() {
    let code = scene("card");
    let after = retime_from(&code, 150, 90).expect("a scene");
    insta::assert_snapshot!(unified_diff(("a/card.tsx", "b/card.tsx"), &code, &after));
}

fn changed_lines(before: &str, after: &str) -> String {
    let (before, after): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    let head = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let most = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(most).take_while(|(one, other)| one == other).count();
    let gone = before[head..before.len() - tail].iter().map(|line| format!("-{line}"));
    let new = after[head..after.len() - tail].iter().map(|line| format!("+{line}"));
    gone.chain(new).collect::<Vec<_>>().join("\n")
}
