//! Keys and tokens of the environment are found nowhere: in no log, metric, error, cache, store or debug output.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};

use crate::served::{Served, Tested};

const OPENAI: &str = "sk-openai-7f3a9c51d2e84b60";
const ANTHROPIC: &str = "sk-ant-0b8d6e24f19c73a5";
const TOKEN: &str = "token-5c2e8f7a1d9b4036";
const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

/// A provider that says everything back which it was sent, keys included: as an error, or as an answer in good order.
struct Echo {
    address: String,
    heard: Arc<Mutex<String>>,
}

impl Echo {
    fn start(status: &'static str) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let (address, heard) = (format!("http://{}", listener.local_addr()?), Arc::<Mutex<String>>::default());
        let hearing = Arc::clone(&heard);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let asked = read(&mut stream);
                let (kind, body) = said_back(status, asked.split("\r\n\r\n").next().unwrap_or_default());
                let first = format!("HTTP/1.1 {status}\r\ncontent-type: {kind}\r\nconnection: close\r\n");
                let _ = write!(stream, "{first}content-length: {}\r\n\r\n{body}", body.len());
                hearing.lock().unwrap_or_else(PoisonError::into_inner).push_str(&asked);
            }
        });
        Ok(Self { address, heard })
    }

    fn heard(&self) -> String {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A call, with its body.
fn read(stream: &mut TcpStream) -> String {
    let (mut asked, mut buffer) = (String::new(), vec![0; 65536]);
    while !asked.trim_end().ends_with('}') {
        match stream.read(&mut buffer) {
            Ok(count) if count > 0 => asked.push_str(&String::from_utf8_lossy(&buffer[..count])),
            _ => break,
        }
    }
    asked
}

/// What is answered to a call: its kind and its body.
fn said_back(status: &str, sent: &str) -> (&'static str, String) {
    let said = format!("I was sent: {sent}");
    if status.starts_with("200") {
        let delta = json!({"choices": [{"delta": {"content": said}, "finish_reason": "stop"}]});
        return ("text/event-stream", format!("data: {delta}\n\ndata: [DONE]\n\n"));
    }
    ("application/json", json!({"error": {"message": said, "type": sent}}).to_string())
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { files(&path, found)? } else { found.push(path) }
    }
    Ok(())
}

fn holds_no_secret(what: &str, text: &str) {
    for secret in [OPENAI, ANTHROPIC, TOKEN] {
        assert!(!text.contains(secret), "{what} holds `{secret}`:\n{text}");
        assert!(
            !text.to_lowercase().contains(&secret[3..].to_lowercase()),
            "{what} holds a part of `{secret}`:\n{text}"
        );
    }
}

/// Asks for all kinds of things, with models that echo, and gives all that came.
fn everything(served: &Served) -> Result<String, Box<dyn std::error::Error>> {
    let shown = format!("authorization: Bearer {TOKEN}\ntraceparent: 00-{TRACE}-00f067aa0ba902b7-01");
    let json = format!("{shown}\ncontent-type: application/json");
    let prompt = |text: &str| json!({"prompt": text}).to_string();
    let mut all = String::new();
    for (head, body) in [
        (format!("POST /v1/projects\n{json}"), json!({"name": "film"}).to_string()),
        (format!("POST /v1/generate\n{json}"), prompt("a penguin that skates over a frozen lake")),
        (format!("POST /v1/generate\n{json}\naccept: text/event-stream"), prompt("a whale that plays the tuba")),
        (format!("POST /v1/generate\n{json}"), prompt("quote card")),
        (format!("POST /v1/projects/film/messages\n{json}"), prompt("a fox that reads the newspaper")),
        (format!("POST /v1/projects/film/messages\n{json}"), prompt("title card 'Moss'")),
        (format!("POST /v1/generate\n{json}"), "{".to_owned()),
        (format!("GET /nothing\n{shown}"), String::new()),
        (format!("GET /v1/projects/film\n{shown}"), String::new()),
        (format!("GET /v1/templates\nauthorization: Bearer {TOKEN}x"), String::new()),
        (format!("GET /metrics\n{shown}"), String::new()),
        (format!("GET /openapi.json\n{shown}"), String::new()),
    ] {
        let came = served.ask(&head, &body)?;
        all = [all, came.head, came.body].join("\n");
    }
    Ok(all)
}

#[test]
fn no_secret_goes_anywhere() -> Tested {
    for (status, log) in [("401 Unauthorized", "json"), ("400 Bad Request", "text"), ("200 OK", "json")] {
        let echo = Echo::start(status)?;
        let variables = [
            ("OPENAI_API_KEY", OPENAI),
            ("ANTHROPIC_API_KEY", ANTHROPIC),
            ("FIRSTFRAME_TOKEN", TOKEN),
            ("OPENAI_BASE_URL", echo.address.as_str()),
            ("ANTHROPIC_BASE_URL", echo.address.as_str()),
            ("RUST_LOG", "trace"),
            ("RUST_BACKTRACE", "full"),
        ];
        let mut served = Served::start(&["--log", log, "--log-prompts", "--rate", "0", "--timeout", "3"], &variables)?;
        let came = everything(&served)?;
        assert!(came.contains("\"code\":\"model\"") || status.starts_with("200"), "no model was asked:\n{came}");
        holds_no_secret("an answer", &came);
        served.log_with("/openapi.json");
        served.terminate()?;
        assert!(served.ended()?.success());
        let written = served.log_with("/openapi.json");
        assert!(written.contains("penguin") && written.contains(TRACE), "{written}");
        holds_no_secret("the log", &written);
        let mut kept = Vec::new();
        files(served.folder.path(), &mut kept)?;
        assert!(kept.len() > 2, "{kept:?}");
        for file in kept {
            holds_no_secret(&file.display().to_string(), &String::from_utf8_lossy(&fs::read(&file)?));
        }
        let heard = echo.heard();
        assert!(heard.contains(OPENAI) || heard.contains(ANTHROPIC), "the provider gets its key");
        assert!(heard.contains(&format!("traceparent: 00-{TRACE}-")), "and the trace: {heard}");
        assert!(!heard.contains(TOKEN), "but not the token of the service");
    }
    Ok(())
}

#[test]
fn a_line_for_each_request_and_nothing_that_was_asked() -> Tested {
    let served = Served::start(&["--log", "json"], &[])?;
    let traced =
        format!("POST /v1/generate\ncontent-type: application/json\ntraceparent: 00-{TRACE}-00f067aa0ba902b7-01");
    let came = served.ask(&traced, &json!({"prompt": "title card 'Xylophone'"}).to_string())?;
    assert!(came.head.contains(&format!("traceparent: 00-{TRACE}-")), "{came:?}");
    served.ask("GET /v1/projects/secret-film/history", "")?;
    served.ask("GET /secret-path", "")?;
    let log = served.log_with("\"none\"");
    let lines: Vec<Value> = log.lines().map(serde_json::from_str).collect::<Result<_, _>>().map_err(|_| log.clone())?;
    let told: Vec<_> =
        lines.iter().skip(1).map(|line| (&line["method"], &line["route"], &line["status"], &line["code"])).collect();
    assert_eq!(
        told,
        [
            (&json!("POST"), &json!("/v1/generate"), &json!(200), &Value::Null),
            (&json!("GET"), &json!("/v1/projects/{id}/history"), &json!(404), &json!("not-found")),
            (&json!("GET"), &json!("none"), &json!(404), &json!("not-found")),
        ]
    );
    assert_eq!(lines[1]["trace"], TRACE);
    assert!(lines[1]["ms"].as_f64().is_some_and(|time| time > 0.0) && lines[1]["id"].is_string(), "{log}");
    assert!(!log.contains("Xylophone") && !log.contains("secret"), "{log}");
    Ok(())
}
