//! Requests of every kind: what they are read as, and that none of them breaks anything.

use std::sync::LazyLock;

use firstframe::assets::Assets;
use firstframe::engine::Engine;
use firstframe::pattern::Pattern;
use firstframe::request::Request;
use firstframe::route::Step;
use firstframe::tsx::Form;
use proptest::prelude::*;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::load(&Assets::embedded()).unwrap_or_else(|error| panic!("{error}")));

/// The plan of a request in short: `template {params} ask` or `model: reason`.
fn plan(prompt: &str) -> String {
    let request = Request::new(prompt).unwrap_or_else(|error| panic!("{error}"));
    let steps = ENGINE.route(&request).plan;
    let short = |step: &Step| match step {
        Step::Add { fit, ask } => {
            let params = serde_json::to_string(fit.params()).unwrap_or_default();
            format!("{} {params} {}", fit.template(), ask.join(" ")).trim_end().to_owned()
        }
        Step::Model { reason, .. } => format!("model: {reason}"),
        step => format!("{step:?}"),
    };
    steps.iter().map(short).collect::<Vec<_>>().join("\n")
}

/// Requests that are written here, apart from the labelled set and from the patterns' own examples.
const SERVED: &str = include_str!("served.txt");

/// Sentences about other things, many of them full of the catalogue's words.
const NEGATIVES: &str = include_str!("../requests/negatives.txt");

#[test]
fn requests_are_read_as_they_are_meant() {
    let read = SERVED.lines().map(|line| format!("{line}\n  {}", plan(&line.replace("\\n", "\n"))));
    insta::assert_snapshot!(read.collect::<Vec<_>>().join("\n"));
}

#[test]
fn sentences_about_other_things_are_left_alone() {
    let adds = |line: &&str| {
        let request = Request::new(line).unwrap_or_else(|error| panic!("{error}"));
        ENGINE.route(&request).fits().next().is_some()
    };
    assert!(NEGATIVES.lines().count() >= 500);
    let served: Vec<String> = NEGATIVES.lines().filter(adds).map(|line| format!("{line}\n  {}", plan(line))).collect();
    assert!(served.is_empty(), "{}", served.join("\n"));
}

/// Who types sees an answer to every word, so that readers look ahead to where nothing stands yet.
#[test]
fn requests_that_are_half_typed_are_read_too() {
    let examples = ENGINE.patterns().patterns().iter().flat_map(Pattern::examples).map(|example| example.say.as_str());
    let words = "timeline: Ana in 1984, Ben in";
    for prompt in examples.chain(SERVED.lines()).chain([words]) {
        for (end, _) in prompt.char_indices().filter(|(_, c)| c.is_whitespace() || c.is_ascii_punctuation()) {
            if let Ok(request) = Request::new(&prompt[..end]) {
                ENGINE.route(&request);
            }
        }
        ENGINE.route(&Request::new(prompt).unwrap_or_else(|error| panic!("{error}")));
    }
}

#[test]
fn a_picture_goes_behind_the_scene_or_is_its_logo() {
    for (prompt, param) in [
        ("title card 'Harvest' with this picture behind it", "background_image"),
        ("title card 'Harvest' with our logo", "logo"),
    ] {
        let request = Request::new(prompt).unwrap_or_else(|error| panic!("{error}"));
        let decision = ENGINE.route(&request.with_attachments(vec!["field.jpg".to_owned()]));
        let Some(Step::Add { fit, .. }) = decision.plan.first() else { panic!("{}", decision.reason) };
        assert!(fit.params().get(param).is_some_and(|value| value.holds("field.jpg")), "{prompt}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Words of the catalogue, marks and arbitrary characters in any order.
    #[test]
    fn nothing_that_is_typed_breaks_anything(
        parts in prop::collection::vec(
            prop_oneof![
                prop::sample::select(vec![
                    "title card", "bar chart", "typewriter", "bullets", "counter", "gradient", "titled", "from", "to",
                    "in", "on", "dark theme", "4s", "12,500", "A 1, B 2", "teal", "#fff", "\"", "'", "“", "”", ":", ",",
                    "\n", "- ", "/", "(", ")", "no", "subtitle", "9:16", "İ", "ẞ", "\u{202e}", "👩‍👩‍👧",
                ]).prop_map(str::to_owned),
                ".{0,12}",
            ],
            0..24,
        ),
        space in prop::sample::select(vec!["", " "]),
    ) {
        let prompt = parts.join(space);
        if let Ok(request) = Request::new(&prompt) {
            let generation = ENGINE.generate(&request, Form::Module, &mut ());
            prop_assert!(generation.is_ok(), "{:?}", generation.err());
            for considered in generation.iter().flat_map(|generation| &generation.decision.considered) {
                for found in &considered.found {
                    prop_assert!(request.prompt().get(found.span.range()).is_some());
                }
            }
        }
    }
}
