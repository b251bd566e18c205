//! What is sent.

use std::time::Duration;

use serde_json::{Map, Value, json};
use tokio::time::Instant;

use super::super::super::{Call, Message, Picture, Role, Schema, Structured};
use super::super::{Delivery, Protocol, Terms};

fn call() -> Call {
    Call::new(Role::Fill, Message::user("Name a moss"), Instant::now() + Duration::from_secs(9))
}

fn rich() -> Call {
    let schema = Schema { name: "moss".to_owned(), json: json!({"type": "object"}) };
    let png = Picture::Embedded { media_type: "image/png".to_owned(), base64: "iVBORw0K".to_owned() };
    let url = Picture::Url("https://example.com/a.png".to_owned());
    call()
        .with_kept_system("You know mosses.")
        .with_kept_system("And lichens.")
        .with_system(" ")
        .with_system("Today is Monday.")
        .with_message(Message::assistant("Sphagnum"))
        .with_message(Message::user("And this?").with_picture(url).with_picture(png))
        .with_schema(schema)
}

fn body(protocol: Protocol, call: &Call, structured: Structured, delivery: Delivery) -> Value {
    let extra = Map::from_iter([("seed".to_owned(), json!(7))]);
    let terms = Terms {
        model: "m",
        max_tokens_key: "max_completion_tokens",
        max_tokens: 100,
        temperature: Some(1.5),
        structured,
        extra: &extra,
    };
    protocol.body(call, &terms, delivery)
}

#[test]
fn chat_completions_are_asked_for() {
    let sent = body(Protocol::OpenAi, &rich(), Structured::Schema, Delivery::Streamed);
    insta::assert_json_snapshot!(sent);
    let plain = body(Protocol::OpenAi, &call(), Structured::Schema, Delivery::Whole);
    let expected = json!({
        "model": "m", "messages": [{"role": "user", "content": "Name a moss"}], "max_completion_tokens": 100,
        "temperature": 1.5, "seed": 7,
    });
    assert_eq!(plain, expected);
}

#[test]
fn messages_are_asked_for() {
    insta::assert_json_snapshot!(body(Protocol::Anthropic, &rich(), Structured::Schema, Delivery::Streamed));
    let empty = call().with_message(Message::assistant(" ")).with_message(Message::user("b"));
    let plain = body(Protocol::Anthropic, &empty, Structured::Schema, Delivery::Whole);
    let said = |text: &str| json!({"role": "user", "content": [{"type": "text", "text": text}]});
    let expected = json!({
        "model": "m", "max_tokens": 100, "messages": [said("Name a moss"), said("b")], "temperature": 1.0, "seed": 7,
    });
    assert_eq!(plain, expected);
}

#[test]
fn each_way_to_a_schema_is_another() {
    let sent = |protocol, structured| body(protocol, &rich(), structured, Delivery::Whole);
    let openai = sent(Protocol::OpenAi, Structured::Object);
    assert_eq!(openai["response_format"], json!({"type": "json_object"}));
    let prompted = sent(Protocol::OpenAi, Structured::Prompt);
    assert_eq!(prompted.get("response_format"), None);
    for body in [openai, prompted, sent(Protocol::Anthropic, Structured::Prompt)] {
        assert!(body.to_string().contains("JSON schema, named `moss`"), "{body}");
    }
    let tool = sent(Protocol::Anthropic, Structured::Tool);
    assert_eq!(tool["tool_choice"], json!({"type": "tool", "name": "moss"}));
    assert_eq!(tool["tools"][0]["input_schema"], json!({"type": "object"}));
    assert_eq!(tool.get("output_config"), None);
}

#[test]
fn the_last_four_kept_parts_are_marked() {
    let call = (0..6).fold(call(), |call, at| call.with_kept_system(at.to_string()).with_system("x"));
    let sent = body(Protocol::Anthropic, &call, Structured::Schema, Delivery::Whole);
    let system = sent["system"].as_array().expect("parts");
    let marked = |part: &&Value| part.get("cache_control").is_some();
    let marked: Vec<&str> = system.iter().filter(marked).filter_map(|part| part["text"].as_str()).collect();
    assert_eq!(marked, ["2", "3", "4", "5"]);
}
