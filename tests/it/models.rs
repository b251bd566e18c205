//! `firstframe models`, with a server of a few lines on this machine.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::{Command, Output, Stdio};
use std::thread;

use serde_json::Value;
use tempfile::tempdir;

type Tested = Result<(), Box<dyn std::error::Error>>;

const KEY: &str = "sk-test-0123456789abcdef";

/// Runs `firstframe models` with nothing set but these variables.
fn models(args: &[&str], variables: &[(&str, &str)]) -> Result<Output, std::io::Error> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstframe"));
    let known =
        ["ANTHROPIC_API_KEY", "OPENAI_API_KEY", "ANTHROPIC_BASE_URL", "OPENAI_BASE_URL", "FIRSTFRAME_LOCAL_URL"];
    for name in known.iter().chain(&["FIRSTFRAME_MODELS"]) {
        command.env_remove(name);
    }
    command.arg("models").args(args).envs(variables.iter().copied()).stdin(Stdio::null()).output()
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A server that answers every call alike, and its address.
fn server(status: &'static str, kind: &'static str, body: &'static str) -> Result<String, std::io::Error> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}", listener.local_addr()?);
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            thread::spawn(move || {
                let (mut request, mut buffer) = (String::new(), [0; 8192]);
                while !request.ends_with('}') {
                    match stream.read(&mut buffer) {
                        Ok(count) if count > 0 => request.push_str(&String::from_utf8_lossy(&buffer[..count])),
                        _ => return,
                    }
                }
                let head = format!("HTTP/1.1 {status}\r\ncontent-type: {kind}\r\nconnection: close\r\n");
                let _ = write!(stream, "{head}content-length: {}\r\n\r\n{body}", body.len());
            });
        }
    });
    Ok(address)
}

const READY: &str = "data: {\"choices\":[{\"delta\":{\"content\":\"{\\\"ready\\\": true}\"},\"finish_reason\":\"stop\"}],\
    \"usage\":{\"prompt_tokens\":12,\"completion_tokens\":4}}\n\ndata: [DONE]\n\n";

#[test]
fn the_list_shows_models_prices_and_what_is_missing() -> Tested {
    let output = models(&["list"], &[("OPENAI_API_KEY", KEY)])?;
    assert_eq!(output.status.code(), Some(0));
    let told = told(&output);
    assert!(told.contains("openai/gpt-4.1") && told.contains("ready") && !told.contains(KEY), "{told}");
    assert!(told.contains("`ANTHROPIC_API_KEY` is not set"), "{told}");
    let json: Value = serde_json::from_slice(&models(&["list", "--json"], &[])?.stdout)?;
    assert_eq!(
        (json[3]["role"].as_str(), json[3]["models"][0]["missing"].as_str()),
        (Some("code"), Some("ANTHROPIC_API_KEY"))
    );
    Ok(())
}

#[test]
fn a_role_without_a_key_is_told_by_its_own_exit_code() -> Tested {
    let output = models(&["check", "--role", "code"], &[])?;
    assert_eq!(output.status.code(), Some(4));
    assert!(told(&output).contains("`OPENAI_API_KEY` is not set"));
    Ok(())
}

#[test]
fn what_works_is_told_with_its_times_and_its_cost() -> Tested {
    let url = server("200 OK", "text/event-stream", READY)?;
    let variables = [("OPENAI_API_KEY", KEY), ("OPENAI_BASE_URL", url.as_str())];
    let output = models(&["check"], &variables)?;
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(told(&output).contains("12 tokens in, 4 out, $0.0000"), "{}", told(&output));
    let output = models(&["check", "--role", "fill", "--role", "code", "--json"], &variables)?;
    let json: Value = serde_json::from_slice(&output.stdout)?;
    let works: Vec<&Value> = json.as_array().ok_or("no list")?.iter().filter(|one| one["finding"] == "works").collect();
    assert_eq!(works.len(), 2);
    assert_eq!((works[1]["usage"]["input"].as_u64(), works[1]["cost"]["usd"].as_f64()), (Some(12), Some(0.000_056)));
    Ok(())
}

#[test]
fn what_fails_is_told_without_the_key() -> Tested {
    let body = concat!("{\"error\": {\"message\": \"wrong key sk-test-0123456789", "abcdef\"}}");
    let url = server("401 Unauthorized", "application/json", body)?;
    let output = models(&["check", "--role", "brain"], &[("OPENAI_API_KEY", KEY), ("OPENAI_BASE_URL", &url)])?;
    assert_eq!(output.status.code(), Some(1));
    let told = told(&output);
    assert!(
        told.contains("does not accept the key") && told.contains("wrong key ***") && !told.contains("0123456789"),
        "{told}"
    );
    Ok(())
}

#[test]
fn a_file_of_ones_own_is_read_strictly() -> Tested {
    let folder = tempdir()?;
    let file = folder.path().join("mine.yaml");
    std::fs::write(
        &file,
        format!("providers:\n  a: {{kind: openai, url: 'https://a.b', key: {KEY}}}\nmodels: {{}}\n"),
    )?;
    let named = file.display().to_string();
    let output = models(&["list"], &[("FIRSTFRAME_MODELS", &named)])?;
    let told = told(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(told.contains("mine.yaml:2:46") && told.contains("missing key `roles`") && !told.contains(KEY), "{told}");
    let output = models(&["list"], &[("FIRSTFRAME_MODELS", "/nowhere/models.yaml")])?;
    assert_eq!(output.status.code(), Some(1));
    Ok(())
}
