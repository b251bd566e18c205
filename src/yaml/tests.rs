use super::*;
use proptest::prelude::*;

fn json(text: &str) -> Result<serde_json::Value, Vec<Diagnostic>> {
    read(&Source::new("a.yaml", text), |node, _| Some(node.json()))
}

fn mistakes(text: &str) -> String {
    let shown = json(text).err().unwrap_or_default();
    let line = |mistake: &Diagnostic| format!("{:?} {}\n", mistake.line_and_column(), mistake.message());
    shown.iter().map(line).collect::<Vec<_>>().concat()
}

#[test]
fn values_have_types_and_places() {
    let text = "é: ü\nlist:\n- 1\n- {b: [x, 2.5]}\ntext: |\n  one\n  two\nnone:\nq: '3'\n";
    let places = read(&Source::new("a.yaml", text), |node, mistakes| {
        let place =
            |entry: &Entry<'_>| format!("{} = {}", &text[entry.key_span.clone()], &text[entry.value.span.clone()]);
        Some(node.entries(mistakes)?.iter().map(place).collect::<Vec<_>>())
    });
    let expected = ["é = ü", "list = 1\n- {b: [x, 2.5]}", "text = one\n  two\n", "none = ", "q = '3'"];
    assert_eq!(places.unwrap_or_default(), expected);
    insta::assert_snapshot!(json(text).unwrap_or_default(), @r#"{"é":"ü","list":[1,{"b":["x",2.5]}],"text":"one\ntwo\n","none":null,"q":"3"}"#);
}

#[test]
fn what_is_refused() {
    for (text, expected) in [
        ("a: 1\nb: 2\na: 3\n", "(3, 1) `a` is here twice\n"),
        ("a: &x [1]\nb: *x\n", "(1, 4) anchors are not taken\n(2, 4) aliases are not taken\n"),
        ("a: !!str 1\n", "(1, 4) tags are not taken\n"),
        ("a: .inf\n", "(1, 4) expected a finite number\n"),
        ("a: 1\n---\nb: 2\n", "(2, 1) expected one document, found another\n"),
        ("", "(1, 1) this file is empty\n"),
        ("# nothing\n", "(2, 1) this file is empty\n"),
        ("[a]: 1\n", "(1, 1) expected a key\n"),
    ] {
        assert_eq!(mistakes(text), expected, "{text}");
    }
    assert!(mistakes("a: [1\nb: 2").starts_with("(2, 2) this is not YAML"));
    assert!(mistakes(&"[".repeat(40)).contains("nested more than 32 levels"));
    assert!(mistakes(&"a".repeat(MAX_BYTES + 1)).contains("at most 1048576"));
}

#[test]
fn a_reading_function_collects_everything() {
    let text = "nmae: x\ncount: many\ntheme: drak\ntitle: 2024\nitems: [a, 2, '']\n";
    let source = Source::new("a.yaml", text);
    let read: Result<(), _> = read(&source, |node, mistakes| {
        let mut fields = node.fields(mistakes)?;
        fields.need("name", mistakes);
        fields.take("count").and_then(|node| node.number(mistakes));
        fields.take("theme").and_then(|node| mistakes.one_of(node, "theme", &["dark", "light"]));
        fields.take("title").and_then(|node| node.text(mistakes));
        fields.take("items").map(|node| node.texts(mistakes));
        fields.finish(mistakes);
        Some(())
    });
    let shown: Vec<String> = read.err().unwrap_or_default().iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(shown.join("\n"), @r"
    error: missing key `name`
     --> a.yaml:1:1
      |
    1 | nmae: x
      | ^^^^^^^
    error: unknown key `nmae`
     --> a.yaml:1:1
      |
    1 | nmae: x
      | ^^^^
      |
      = help: did you mean `name`?
    error: expected a number, found text
     --> a.yaml:2:8
      |
    2 | count: many
      |        ^^^^
    error: unknown theme `drak`
     --> a.yaml:3:8
      |
    3 | theme: drak
      |        ^^^^
      |
      = help: did you mean `dark`?
    error: expected text, found a number
     --> a.yaml:4:8
      |
    4 | title: 2024
      |        ^^^^
      |
      = help: put it in quotes
    error: expected text, found a number
     --> a.yaml:5:12
      |
    5 | items: [a, 2, '']
      |            ^
      |
      = help: put it in quotes
    error: expected text that is not empty
     --> a.yaml:5:15
      |
    5 | items: [a, 2, '']
      |               ^^
    ");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Whatever `serde_yaml` reads as a mapping of plain scalars means the same here.
    #[test]
    fn plain_scalars_mean_what_serde_yaml_says(text in "[-+~.0-9a-fxotrulsenTFN_]{0,6}|[0-9]{1,3}(\\.[0-9]{0,3})?|true|false|null") {
        let document = format!("key: {text}\n");
        if let (Ok(theirs), Ok(ours)) = (serde_yaml::from_str::<serde_yaml::Value>(&document), json(&document)) {
            let theirs = serde_json::to_value(theirs).unwrap_or_default();
            let same = match (theirs["key"].as_f64(), ours["key"].as_f64()) {
                (Some(a), Some(b)) => a == b,
                _ => theirs == ours,
            };
            prop_assert!(same, "{theirs} {ours}");
        }
    }

    #[test]
    fn nothing_breaks_it(text in "\\PC{0,60}") {
        let _ = json(&text);
    }

    #[test]
    fn nothing_like_yaml_breaks_it(text in "([-:{}\\[\\]\\n ,'\"#&*!|>?%@é]|[a-c]){0,40}") {
        if let Err(found) = json(&text) {
            for mistake in found {
                let _ = mistake.to_string();
            }
        }
    }
}

/// A tree that is packed is the tree that is parsed, whatever the text.
#[test]
fn packed_trees_are_the_same() -> Result<(), Vec<Diagnostic>> {
    let text = "é: ü\nlist:\n- 1\n- {b: [x, -2.5e3], 'c': }\ntext: |\n  one\n  two\nq: '3'\nt: true\n";
    let source = Source::new("a.yaml", text);
    let packed: &'static [u8] = pack(&source)?.leak();
    let tree = |source: &Source| read(source, |node, _| Some(format!("{node:?}")));
    let built_in = |packed| Source::built_in("a.yaml", text, Some(packed));
    assert_eq!(tree(&built_in(packed))?, tree(&source)?);
    assert_eq!(tree(&built_in(&packed[..packed.len() / 2]))?, tree(&source)?, "what cannot be unpacked is parsed");
    assert!(pack(&Source::new("a.yaml", "a: [")).is_err_and(|mistakes| mistakes.len() == 1));
    Ok(())
}
