//! `firstframe stats`, beside a service that runs, and where none does.

use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::served::{Served, Tested};

fn stats(args: &[&str], token: &str) -> std::io::Result<Output> {
    Command::new(env!("CARGO_BIN_EXE_firstframe")).arg("stats").args(args).env("FIRSTFRAME_TOKEN", token).output()
}

#[test]
fn what_was_counted_is_shown() -> Tested {
    const TOKEN: &str = "0123456789abcdef";
    let served = Served::start(&[], &[("FIRSTFRAME_TOKEN", TOKEN)])?;
    let url = format!("http://{}", served.address);
    let head = format!("POST /v1/generate\ncontent-type: application/json\nauthorization: Bearer {TOKEN}");
    for prompt in ["title card 'Moss'", "a penguin that skates over a frozen lake"] {
        assert_eq!(served.ask(&head, &json!({"prompt": prompt}).to_string())?.status, 200);
    }
    let text = String::from_utf8(stats(&["--url", &url], TOKEN)?.stdout)?;
    for expected in ["/v1/generate  200", "title-card", "no template, because", "read ", "p99"] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    let json: Value = serde_json::from_slice(&stats(&["--url", &url, "--json"], TOKEN)?.stdout)?;
    assert_eq!(json["firstframe_templates_total"], json!([{"count": 1.0, "template": "title-card"}]));
    assert_eq!(json["firstframe_first_byte_seconds"][1]["count"], 2.0, "{json}");
    let refused = stats(&["--url", &url], "fedcba9876543210")?;
    assert!(String::from_utf8(refused.stderr)?.contains("the service wants its token"));
    Ok(())
}

#[test]
fn where_none_runs_it_is_said() -> Tested {
    let output = stats(&["--url", "http://127.0.0.1:9"], "")?;
    let said = String::from_utf8(output.stderr)?;
    assert!(output.status.code() == Some(1) && said.contains("start one with `firstframe serve`"), "{said}");
    Ok(())
}
