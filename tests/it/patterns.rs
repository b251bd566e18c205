//! The authors' tools as they are used: `firstframe patterns …` on the built-in library and on folders.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use firstframe::assets::Assets;
use serde_json::{Value, json};
use tempfile::{TempDir, tempdir};

type Tested = Result<(), Box<dyn std::error::Error>>;

fn run(args: &[&str]) -> Result<Output, std::io::Error> {
    Command::new(env!("CARGO_BIN_EXE_firstframe")).args(args).stdin(Stdio::null()).output()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The built-in library in a folder, with changed files.
fn library(changed: &[(&str, &str, &str)]) -> Result<TempDir, Box<dyn std::error::Error>> {
    let folder = tempdir()?;
    for (name, text) in Assets::embedded().iter() {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().ok_or("no folder")?)?;
        let edits = changed.iter().filter(|(of, _, _)| *of == name);
        fs::write(path, edits.fold(text.to_owned(), |text, (_, from, to)| text.replace(from, to)))?;
    }
    Ok(folder)
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[test]
fn the_built_in_patterns_have_no_errors() -> Tested {
    let output = run(&["patterns", "lint"])?;
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    assert!(out(&output).contains("0 errors, "), "{}", out(&output));
    assert_eq!(run(&["patterns", "lint", "--strict"])?.status.code(), Some(1));
    Ok(())
}

#[test]
fn lint_shows_place_and_caret_and_ends_with_one() -> Tested {
    let folder = library(&[("patterns/counter.yaml", "rejects:", "rejcets:")])?;
    let output = run(&["--assets", &shown(folder.path()), "patterns", "lint"])?;
    assert_eq!(output.status.code(), Some(1));
    for part in
        ["error[refused]: unknown key `rejcets`", "--> patterns/counter.yaml:", "^^^^^^^", "did you mean `rejects`?"]
    {
        assert!(out(&output).contains(part), "`{part}` is missing in {}", out(&output));
    }
    Ok(())
}

#[test]
fn test_shows_a_table_and_what_does_not_hold() -> Tested {
    let output = run(&["patterns", "test", "counter"])?;
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    assert!(out(&output).contains("✓ counter") && out(&output).lines().count() == 3, "{}", out(&output));
    let folder = library(&[("patterns/counter.yaml", "to: 10000, label", "to: 10001, label")])?;
    let output = run(&["--assets", &shown(folder.path()), "patterns", "test"])?;
    assert_eq!(output.status.code(), Some(1));
    for part in ["error: this reads", "✗ counter", "4 of 5", "✓ title-card", "1 of "] {
        assert!(out(&output).contains(part), "`{part}` is missing in {}", out(&output));
    }
    let output = run(&["patterns", "test", "countr"])?;
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("no pattern serves `countr`: did you mean `counter`?"), "{}", err(&output));
    Ok(())
}

#[test]
fn sample_says_the_same_for_the_same_seed() -> Tested {
    let say = |seed: &str| run(&["patterns", "sample", "counter", "-n", "20", "--plain", "--seed", seed]);
    let (first, again, other) = (out(&say("4")?), out(&say("4")?), out(&say("5")?));
    assert_eq!(first, again);
    assert_ne!(first, other);
    assert_eq!(first.lines().count(), 20);
    Ok(())
}

/// Made-up sentences are what patterns match: nearly all are served by their own.
#[test]
fn samples_are_served_by_their_own_patterns() -> Tested {
    let output = run(&["patterns", "conflicts", "-n", "20"])?;
    let last = out(&output).lines().last().map(str::to_owned).unwrap_or_default();
    let numbers: Vec<f64> = last.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let [all, _, own, taken, ..] = numbers[..] else { panic!("{last}") };
    assert!(own / all > 0.85 && taken / all < 0.02, "{last}");
    Ok(())
}

#[test]
fn conflicts_show_which_sentence_goes_where() -> Tested {
    let taken = "\"(title|opening|intro) (card|slide|screen)[s]\", \"(big|main) title\"";
    let folder = library(&[("patterns/typewriter.yaml", "\"typewriting\"", taken)])?;
    let output = run(&["--assets", &shown(folder.path()), "patterns", "conflicts", "title-card", "-n", "200"])?;
    assert_eq!(output.status.code(), Some(1), "{}", out(&output));
    assert!(out(&output).contains("= typewriter") || out(&output).contains("→ typewriter"), "{}", out(&output));
    Ok(())
}

#[test]
fn backtest_says_what_would_change() -> Tested {
    let folder = library(&[
        ("patterns/counter.yaml", "\"bean counter\"", "dark"),
        ("patterns/counter.yaml", "number counter", "kount up"),
    ])?;
    let requests = folder.path().join("requests.jsonl");
    let lines = [
        json!({"id": "gone", "prompt": "counter to 10k, dark theme"}),
        json!({"id": "new", "prompt": "kount up to 10"}),
        json!({"id": "same", "prompt": "title card \"A\""}),
    ];
    fs::write(&requests, lines.map(|line| line.to_string()).join("\n"))?;
    let args = ["patterns", "backtest", &shown(&requests), "--against", &shown(folder.path())];
    let text = out(&run(&args)?);
    for part in ["served → model  1", "model → served  1", "3 requests: 2 served, then 2; 2 change"] {
        assert!(text.contains(part), "`{part}` is missing in {text}");
    }
    let result: Value = serde_json::from_str(&out(&run(&[&args[..], &["--json"]].concat())?))?;
    let kinds: Vec<(&Value, &Value)> =
        result["changes"].as_array().into_iter().flatten().map(|change| (&change["id"], &change["kind"])).collect();
    assert_eq!(kinds, [(&json!("gone"), &json!("lost")), (&json!("new"), &json!("gained"))]);
    Ok(())
}

#[test]
fn calibrate_fits_and_writes_what_route_then_uses() -> Tested {
    let folder = library(&[])?;
    let labelled = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/requests/dev.jsonl");
    let assets = shown(folder.path());
    let output = run(&["--assets", &assets, "patterns", "calibrate", labelled])?;
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).contains("expected calibration error 0.0"), "{}", out(&output));
    let prompt = "count up to 10k, label \"downloads\"";
    let route = |extra: &[&str]| run(&[&["--assets", &assets, "route", prompt, "--json"], extra].concat());
    let output = route(&[])?;
    assert_eq!(err(&output), "", "the calibration is that of the set");
    let decision: Value = serde_json::from_str(&out(&output))?;
    let confidence = decision["confidence"].as_f64().ok_or("no confidence")?;
    assert!((0.9..1.0).contains(&confidence), "{confidence}");
    // Nothing is so sure that it is certain.
    let output = route(&["--precision", "1"])?;
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("no threshold reaches a precision of 1"), "{}", err(&output));
    // A set that has changed keeps it, and says so.
    let pattern = folder.path().join("patterns/counter.yaml");
    fs::write(&pattern, fs::read_to_string(&pattern)? + "# changed\n")?;
    let output = route(&[])?;
    assert!(err(&output).contains("warning: the patterns have changed since"), "{}", err(&output));
    assert_eq!(serde_json::from_str::<Value>(&out(&output))?["confidence"], json!(confidence));
    Ok(())
}

#[test]
fn a_high_precision_leaves_more_to_the_model() -> Tested {
    let folder = library(&[])?;
    let calibration = "patterns: \"00\"\nrequests: 100\nerror: 0.02\nintercept: 0\nweights: {coverage: 1, margin: 0, \
        name: 0, strong: 0, phrase: 0, bound: 0, values: 0, rivals: 0, unexplained: 0, refused: 0}\npoints:\n  \
        - {threshold: 0.5, precision: 0.6, reach: 1}\n  - {threshold: 0.9, precision: 0.95, reach: 0.5}\n";
    fs::write(folder.path().join("patterns/calibration.yaml"), calibration)?;
    let assets = shown(folder.path());
    for command in ["route", "generate"] {
        for (precision, code) in [("0.6", 0), ("0.9", 3), ("0.99", 2), ("2", 2)] {
            let output = run(&["--assets", &assets, command, "title card \"A\"", "--precision", precision])?;
            assert_eq!(output.status.code(), Some(code), "{command} {precision}: {}", err(&output));
        }
    }
    let output = run(&["--assets", &assets, "route", "title card \"A\"", "--precision", "0.9"])?;
    let reason = "`title-card` comes nearest, but it is only 73.1 % sure, and 90.0 % is asked for";
    assert!(out(&output).contains(reason), "{}", out(&output));
    Ok(())
}

#[test]
fn explain_is_plain_where_nobody_wants_colour() -> Tested {
    let output = run(&["route", "--explain", "count up to 10k"])?;
    assert!(!out(&output).contains('\u{1b}'), "{}", out(&output));
    let coloured = Command::new(env!("CARGO_BIN_EXE_firstframe"))
        .args(["route", "--explain", "count up to 10k"])
        .env("CLICOLOR_FORCE", "1")
        .output()?;
    assert!(out(&coloured).contains("\u{1b}["), "{}", out(&coloured));
    let forbidden = Command::new(env!("CARGO_BIN_EXE_firstframe"))
        .args(["route", "--explain", "count up to 10k"])
        .env("NO_COLOR", "1")
        .output()?;
    assert_eq!(out(&forbidden), out(&output));
    Ok(())
}

#[test]
fn every_tool_teaches_with_examples() -> Tested {
    for tool in ["lint", "test", "sample", "conflicts", "backtest", "calibrate", "watch"] {
        let text = out(&run(&["patterns", tool, "--help"])?);
        assert!(text.contains("Examples:\n  firstframe "), "{tool}: {text}");
    }
    Ok(())
}
