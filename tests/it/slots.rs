//! The small model of slots: it goes with the patterns, reads wordings that nobody foresaw, and breaks nothing.

use std::sync::LazyLock;

use firstframe::assets::Assets;
use firstframe::engine::Engine;
use firstframe::request::Request;
use firstframe::route::{Decision, Reader, Step};
use proptest::prelude::*;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::load(&Assets::embedded()).unwrap_or_else(|error| panic!("{error}")));

/// Requests in wordings that no rule and no sentence of the training was written for, with the template and some of the
/// values that are to be read.
const UNFORESEEN: [(&str, &str, &str); 14] = [
    ("Q&A card. Do snails have teeth? Thousands of them.", "question-answer", "Do snails have teeth?"),
    ("pricing cards. Solo costs 8 euros, Duo costs 14 euros, Crew costs 30 euros", "pricing", "14 euros"),
    ("pricing table where Seed goes for $5, Plant goes for $12 and Tree goes for $40", "pricing", "Plant"),
    (
        "title card Harbour Festival and underneath smaller three days of music by the water",
        "title-card",
        "Harbour Festival",
    ),
    ("call to action Ready when you are, the button goes Book a table", "call-to-action", "Book a table"),
    ("gloaming (noun): the last light after sunset. show as dictionary entry", "definition", "gloaming"),
    ("Pancakes written in pink neon tubes, black background", "neon-sign", "Pancakes"),
    ("shopping list where rice, beans and limes get crossed off", "checklist", "beans"),
    ("lower third Ida Brandt marine biologist", "lower-third", "Ida Brandt"),
    ("timeline of the club: in 1921 it opens, 1950 the fire, 1988 reopened", "timeline", "the fire"),
    ("glitch text SYSTEM BREACH red on black 3s", "glitch-text", "SYSTEM BREACH"),
    ("bullet list about our move\nnew address from June\nsame phone\nmore parking", "bullet-list", "same phone"),
    ("typewriter\nI left the keys under the third flowerpot\nmono, black", "typewriter", "under the third flowerpot"),
    ("chat bubbles, Kim writes are you awake and Lou writes no", "chat", "are you awake"),
];

/// How many of them have to be read, and how many with the model's help: a little less than there are.
const LEAST_READ: [usize; 2] = [8, 3];

fn decide(engine: &Engine, prompt: &str) -> Decision {
    engine.route(&Request::new(prompt).unwrap_or_else(|error| panic!("{error}")))
}

#[test]
fn the_model_goes_with_the_patterns() {
    let outdated = ENGINE.patterns().outdated_model();
    assert_eq!(outdated, None, "run `firstframe patterns train` in the folder of the project, and commit the file");
}

#[test]
fn a_library_with_other_slots_says_that_the_model_is_older() {
    let mut texts: Vec<(String, String)> =
        Assets::embedded().iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    for (path, text) in &mut texts {
        if path == "templates/quote/template.yaml" {
            *text = text.replace("\nparams:\n", "\nparams:\n  source: {type: text}\n");
        }
    }
    let assets = Assets::from_texts(texts).with_slots(Assets::embedded().slots().cloned());
    let engine = Engine::load(&assets).unwrap_or_else(|error| panic!("{error}"));
    let message = engine.patterns().outdated_model().unwrap_or_default();
    assert!(message.contains("does not know `quote.source`"), "{message}");
    assert!(message.contains("firstframe patterns train"), "{message}");
}

/// Whether a request is served by a template with a value in it, and whether the model has read any of it.
fn is_read((prompt, template, value): &(&str, &str, &str)) -> [bool; 2] {
    let decision = decide(&ENGINE, prompt);
    let holds = |params: String| params.contains(value);
    let right =
        decision.fits().any(|fit| fit.template() == *template && serde_json::to_string(fit.params()).is_ok_and(holds));
    let found = decision.considered.first().map(|best| best.found.as_slice()).unwrap_or_default();
    [right, right && found.iter().any(|found| found.by == Reader::Model)]
}

#[test]
fn unforeseen_wordings_are_read() {
    let read: Vec<[bool; 2]> = UNFORESEEN.iter().map(is_read).collect();
    let count = |which: usize| read.iter().filter(|read| read[which]).count();
    let missed: Vec<&str> = UNFORESEEN.iter().zip(&read).filter(|(_, read)| !read[0]).map(|(row, _)| row.0).collect();
    assert!(count(0) >= LEAST_READ[0], "only {} are read, and not\n{}", count(0), missed.join("\n"));
    assert!(count(1) >= LEAST_READ[1], "the model has read something in {} only", count(1));
}

#[test]
fn what_patterns_reject_stays_rejected() {
    for pattern in ENGINE.patterns().patterns() {
        for reject in pattern.rejects() {
            let decision = decide(&ENGINE, &reject.say);
            let learned = |step: &Step| matches!(step, Step::Add { fit, .. } if fit.template() == pattern.template());
            assert!(!decision.plan.iter().any(learned), "{}", reject.say);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Names of scenes with any words, marks, quotes and line breaks around them.
    #[test]
    fn what_is_read_stands_in_the_request(
        name in prop::sample::select(vec!["title card", "neon sign", "pricing cards", "pie chart", "lower third", "steps"]),
        before in "[\\PC\n]{0,30}",
        words in prop::collection::vec("[a-zA-Zéß'\"“”]{1,9}|[0-9]{1,5}|[,.:;?!(){}\n-]|\\PC{1,4}", 0..30),
    ) {
        let prompt = format!("{before} {name} {}", words.join(" "));
        let Ok(request) = Request::new(&prompt) else { return Ok(()) };
        for considered in ENGINE.route(&request).considered {
            for found in considered.found {
                prop_assert!(request.prompt().get(found.span.range()).is_some(), "{:?} in {prompt:?}", found);
            }
        }
    }
}
