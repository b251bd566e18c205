//! Explanations as they are read, without colour, of a small library whose words do not change with the built-in one.

use super::*;
use crate::assets::Assets;
use crate::error::Result;
use crate::request::Request;

const COUNTER: &str = r#"template: counter
require: {thing: [counter, odometer]}
phrases: ["count up to {to}"]
slots: {label: {cues: [label, labelled]}}
exclude: [kitchen counter]
examples: [{say: "counter to 5", params: {to: 5}}]
"#;

const CARD: &str = r#"template: title-card
require: {thing: {say: [title card], weak: [label]}}
slots: {title: {cues: [titled, saying]}}
examples: [{say: "title card 'A'", params: {title: A}}]
"#;

const CALIBRATION: &str = "patterns: \"00\"\nrequests: 100\nerror: 0.02\nintercept: -2\nweights: {coverage: 4, margin: 1, \
    name: 0, strong: 0, phrase: 0, bound: 0, values: 0, rivals: 0, unexplained: 0, refused: -2}\npoints: []\n";

fn engine() -> Result<Engine> {
    let built_in = Assets::embedded();
    let wanted = ["templates/_parts/", "templates/counter/", "templates/title-card/", "patterns/words/function.yaml"];
    let files = built_in.iter().filter(|(path, _)| wanted.iter().any(|start| path.starts_with(start)));
    let mut texts: Vec<(String, String)> = files.map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    for (path, text) in [("counter", COUNTER), ("title-card", CARD), ("calibration", CALIBRATION)] {
        texts.push((format!("patterns/{path}.yaml"), text.to_owned()));
    }
    Engine::load(&Assets::from_texts(texts))
}

fn explained(prompt: &str) -> Result<String> {
    let engine = engine()?;
    let request = Request::new(prompt)?;
    let text = explanation(&engine, request.prompt(), &engine.route(&request));
    Ok(anstream::adapter::strip_str(&text).to_string())
}

#[test]
fn what_is_served_says_what_was_read_from_which_words() -> Result<()> {
    insta::assert_snapshot!(explained("count up to 10k, label 'cups of tea', in teal")?, @r#"
    92 % sure that it is `counter`

      count up to 10k, label 'cups of tea', in teal
      ═══════════ ───        ─────────────     ────
      scene       to         label             accent

    ✓ counter  explains 100 %
        named by  `count up to`
        phrase    count up to {to}
        reads     to = 10000  from `10k`
                  label = "cups of tea"  from `'cups of tea'`
                  accent = "teal"  from `teal`
        gates     ✓ in English  ✓ no exclusion  ✓ no negation  ✓ nothing beyond  ✓ one scene  ✓ no question
                  ✓ no change  ✓ no statement  ✓ says enough  ✓ all explained  ✓ pictures placed  ✓ values taken
                  ✓ clear margin  ✓ sure enough

    runner-up title-card  explains 50 %
        named by  `label`
        reads     title, accent
        lost      it does not explain `count`, `10`, `k`

    0 of 2 patterns were left out: none of their names and sentences is in the request
    "#);
    Ok(())
}

#[test]
fn what_is_refused_says_which_gates_are_closed() -> Result<()> {
    insta::assert_snapshot!(explained("a kitchen counter with dancing llamas")?, @r"
    12 % sure that it is `counter`

      a kitchen counter with dancing llamas
        ??????? ═══════      ??????????????
        not explained        not explained
                scene

    ✗ counter  explains 25 %
        named by  `counter`
        left open to
        gates     ✓ in English  ✗ no exclusion  ✓ no negation  ✓ nothing beyond  ✓ one scene  ✓ no question
                  ✓ no change  ✓ no statement  ✓ says enough  ✗ all explained  ✓ pictures placed  ✓ values taken
                  ✓ clear margin  ✓ sure enough
        refused: `kitchen counter` says that something else is meant
        refused: it does not explain `kitchen`, `dancing`, `llamas`

    1 of 2 patterns were left out: none of their names and sentences is in the request
    ");
    Ok(())
}

#[test]
fn what_nothing_names_says_so() -> Result<()> {
    insta::assert_snapshot!(explained("a walk in the woods")?, @r"
      a walk in the woods

    no words of the request name or describe a scene of the library
    ");
    Ok(())
}
