//! Changes in words, about one small film: what each sentence changes, what is asked back, and what is left to a model.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use firstframe::assets::Assets;
use firstframe::engine::Engine;
use firstframe::error::Error;
use firstframe::request::{ProjectScene, Request};
use firstframe::route::{Changes, Decision, Step};
use proptest::prelude::*;

static ENGINE: LazyLock<Option<Engine>> = LazyLock::new(|| Engine::embedded().ok());

const FILM: &str = r#"[
    {"name": "Intro", "template": "title-card", "params": {"title": "Launch Day", "subtitle": "Acme 2025", "duration": 4}},
    {"name": "Sales", "template": "bar-chart", "params": {"title": "Sales 2025", "series": [
        {"label": "Q1", "value": 10}, {"label": "Q2", "value": 25}, {"label": "Q3", "value": 38}], "background": "navy"}},
    {"name": "Plans", "template": "pricing", "params": {"series": [
        {"label": "Solo", "value": "$9"}, {"label": "Team", "value": "$29"}], "duration": 6}},
    {"name": "Todo", "template": "checklist", "params": {"title": "Next", "items": ["Book hall", "Send mails", "Print"]}}
]"#;

fn film() -> Vec<ProjectScene> {
    serde_json::from_str(FILM).unwrap_or_default()
}

fn decide(request: &Request) -> Decision {
    let Some(engine) = ENGINE.as_ref() else { panic!("what is built in loads") };
    engine.route(request)
}

fn request(say: &str) -> Request {
    Request::new(say).map_or_else(|error| panic!("{say}: {error}"), |request| request.with_project(film()))
}

/// The plan as JSON without reasons, which are for people.
fn plan(request: &Request) -> String {
    let steps = decide(request).plan.into_iter().map(|step| match step {
        Step::Model { .. } => "model".to_owned(),
        Step::Ask { question } => format!("ask: {question}"),
        step => serde_json::to_string(&step).unwrap_or_default(),
    });
    steps.collect::<Vec<_>>().join("\n")
}

#[test]
fn sentences_change_what_they_say() {
    let told = include_str!("changes.txt").lines().filter(|line| !line.is_empty());
    let read: Vec<String> = told.map(|say| format!("{say}\n{}\n", plan(&request(say)))).collect();
    insta::assert_snapshot!(read.join("\n"));
}

#[test]
fn a_question_is_answered() {
    let open = "give it a new name";
    for (open, answer, expected) in [
        ("delete scene 9", "scene 1", r#"{"op":"delete","scene":1}"#),
        ("put a fade after scene 9", "the second one, please", r#"{"op":"transition","from":2,"to":3,"style":"fade"}"#),
        (open, "delete scene 2", r#"{"op":"delete","scene":2}"#),
    ] {
        assert_eq!(plan(&request(answer).with_open(open)), expected, "{open} / {answer}");
    }
}

#[test]
fn it_is_the_scene_that_was_changed_last() {
    let last = request("make it 2 seconds longer").with_last_changed(2);
    assert_eq!(plan(&last), r#"{"op":"trim","scene":2,"by":2}"#);
}

#[test]
fn mistakes_of_authors_are_told_at_their_place() {
    let text = "words:\n  go: [\"(go|\"]\nedits:\n  - {op: sett, say: [\"{parm} red\"]}\n  - {op: set, say: [\"<gone> red\"]}\n";
    let operations = "operations:\n  - {op: undo, say: [undo]}\n";
    let files = [("patterns/edits.yaml", text), ("patterns/operations.yaml", operations)];
    let told = Changes::load(&Assets::from_texts(files));
    let told = told.err().into_iter().flat_map(|error| Error::diagnostics(&error).to_vec());
    let told: Vec<String> =
        told.map(|diagnostic| format!("{:?} {}", diagnostic.line_and_column(), diagnostic.message())).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn near_misses_end_in_bounded_time() {
    const PATIENCE: Duration = Duration::from_mins(1);
    for unit in [
        "make the title ",
        "scene 1 and ",
        "change Q1 to ",
        "not ",
        "in scene 2, ",
        "\"Q2\" is ",
        "the one about ",
        "a bit ",
    ] {
        let started = Instant::now();
        let _ = decide(&request(&unit.repeat(1500 / unit.len())));
        assert!(started.elapsed() < PATIENCE, "`{unit}` took {:?}", started.elapsed());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// No words make the reading of changes fail, and every change is about a scene that is there.
    #[test]
    fn any_words_are_read(say in r#"(make|delete|scene|the|title|to|Q1|is|"x"|red|2|and|,|it|bigger|last|\PC{1,6}| ){1,24}"#) {
        let Ok(request) = Request::new(&say) else { return Ok(()) };
        for step in decide(&request.with_project(film())).plan {
            if let Step::Change(op) = step {
                let json = serde_json::to_value(&op).unwrap_or_default();
                for key in ["scene", "from", "to"] {
                    let number = json[key].as_u64().unwrap_or(1);
                    prop_assert!(json["op"] == "replace-text" || (1..=4).contains(&number), "{say}: {json}");
                }
            }
        }
    }
}

#[test]
fn where_nothing_is_there_yet_a_request_is_what_it_is_without_a_project() -> Result<(), Error> {
    for say in [
        "Logo reveal for my bakery Crumb & Co, needs a catchy tagline, I'm out of ideas",
        "counter from 0 to 500, it should be gold",
        "bar chart of Q1 10, Q2 20, not too fast please",
    ] {
        let alone = Request::new(say)?;
        assert_eq!(decide(&alone.clone().with_project(Vec::new())).plan, decide(&alone).plan, "{say}");
    }
    Ok(())
}
