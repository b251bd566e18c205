//! `firstframe bench pipeline`, on a few requests at a thousandth of the times.

use std::fs;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::tempdir;

type Tested = Result<(), Box<dyn std::error::Error>>;

const REQUESTS: &str = r#"{"id": "a", "kind": "add", "prompt": "title card 'Launch Day'", "templates": ["title-card"]}
{"id": "b", "kind": "edit", "prompt": "make the background navy", "project": [{"name": "Intro", "template": "title-card", "params": {"title": "Moss"}}], "ops": [{"op": "set", "scene": 1, "param": "background", "value": "navy"}]}
{"id": "c", "kind": "edit", "prompt": "undo that", "project": [{"name": "Intro", "template": "title-card", "params": {"title": "Moss"}}], "ops": [{"op": "undo"}]}
{"id": "d", "kind": "edit", "prompt": "let the letters melt and drip into a puddle", "project": [{"name": "Intro", "template": "title-card", "params": {"title": "Moss"}}], "ops": [{"op": "model"}]}
{"id": "e", "kind": "out", "prompt": "a fox in a raincoat feeds paper boats to a whale under a green moon", "why": "bespoke"}
{"id": "f", "kind": "out", "prompt": "how are you today?", "why": "chatter"}
{"id": "g", "kind": "fill", "prompt": "Logo reveal for my bakery Crumb & Co, needs a catchy tagline, I'm out of ideas", "templates": ["logo-reveal"]}
"#;

fn bench(args: &[&str]) -> Result<Output, std::io::Error> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstframe"));
    command.args(["bench", "pipeline"]).args(args).env_remove("FIRSTFRAME_MODELS").stdin(Stdio::null()).output()
}

fn told(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn both_ways_are_played_and_compared() -> Tested {
    let folder = tempdir()?;
    let file = folder.path().join("a.jsonl");
    fs::write(&file, REQUESTS)?;
    let file = file.display().to_string();
    let output = bench(&["--requests", &file, "--scale", "1000", "--json"])?;
    let report: Value = serde_json::from_slice(&output.stdout).map_err(|_| told(&output.stderr))?;
    assert_eq!(report["failures"], json!([]));
    let groups = report["groups"].as_array().ok_or("groups")?;
    let names: Vec<&str> = groups.iter().filter_map(|group| group["name"].as_str()).collect();
    assert_eq!(names, ["add", "edit", "out of scope", "fill", "add, edit and out of scope", "all"]);
    let roads = json!({"template": 1, "edit": 2, "fill": 1, "model_edit": 1, "full_path": 1, "words": 1});
    assert_eq!(groups[5]["roads"], roads);
    let add = &groups[0];
    let formerly = add["former"]["total_sum"].as_f64().ok_or("seconds")?;
    assert!((62.0..111.0).contains(&formerly), "five steps as the analysis tells them: {formerly}");
    assert_eq!(add["former"]["usd"].as_f64().map(|usd| (usd * 1000.0).round()), Some(65.0));
    assert_eq!(add["ours"]["calls"], 0);
    let played = report["played"].as_array().ok_or("requests")?.iter().find(|pair| pair[1]["road"] == "full_path");
    let ours = &played.ok_or("a scene that a model wrote")?[1];
    assert_eq!(ours["calls"], 3, "brain, layout, code");
    assert!(ours["waited_seconds"].as_f64().is_some_and(|seconds| (60.0..85.0).contains(&seconds)), "{ours}");
    Ok(())
}

#[test]
fn what_is_asked_again_is_known_and_tables_say_so() -> Tested {
    let folder = tempdir()?;
    let file = folder.path().join("a.jsonl");
    fs::write(&file, REQUESTS)?;
    let file = file.display().to_string();
    let output = bench(&["--requests", &file, "--requests", &file, "--scale", "1000"])?;
    let shown = told(&output.stdout);
    assert!(
        shown.starts_with("14 requests") && shown.contains("less time") && shown.contains("as measured"),
        "{shown}"
    );
    let all = shown.lines().filter(|line| line.trim_start().starts_with("all")).nth(1).ok_or("a row of shares")?;
    assert!(all.split_whitespace().nth(5).is_some_and(|share| share != "–"), "the cache: {all}");
    Ok(())
}

#[test]
fn wrong_assumptions_and_requests_are_told_at_their_places() -> Tested {
    let folder = tempdir()?;
    let [requests, assumptions] = ["a.jsonl", "a.yaml"].map(|name| folder.path().join(name).display().to_string());
    fs::write(&requests, REQUESTS)?;
    fs::write(&assumptions, "times: {tea: {seconds: [1, 2], source: me}}\n")?;
    let output = bench(&["--requests", &requests, "--assumptions", &assumptions])?;
    let shown = told(&output.stderr);
    assert!(shown.contains("unknown key `tea`") && shown.contains("missing key `ways`"), "{shown}");
    fs::write(&requests, "{\"id\": 1}\n")?;
    let output = bench(&["--requests", &requests])?;
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output.stderr).contains("line 1 of "), "{}", told(&output.stderr));
    let output = bench(&["--requests", &requests, "--scale", "0"])?;
    assert!(told(&output.stderr).contains("expected a number from 1 to 10000"));
    Ok(())
}
