//! Messages of Anthropic.

use serde_json::{Value, json};

use super::super::structured::instruction;
use super::super::{Call, Content, Failure, Finish, Message, Picture, Speaker, Structured, SystemPart, Usage};
use super::number::count;
use super::{Delivery, Said, Terms, over};

/// The most marks for the provider's cache that a call may have.
const MOST_MARKS: usize = 4;

pub(super) fn body(call: &Call, terms: &Terms<'_>, delivery: Delivery) -> Value {
    let mut body = json!({"model": terms.model, "max_tokens": terms.max_tokens, "messages": messages(call)});
    let system = system(call, terms);
    if !system.is_empty() {
        body["system"] = system.into();
    }
    if let Some(temperature) = terms.temperature {
        // Here it goes up to 1 only, elsewhere to 2.
        body["temperature"] = temperature.min(1.0).into();
    }
    hold_to_schema(&mut body, call, terms);
    if delivery == Delivery::Streamed {
        body["stream"] = true.into();
    }
    body
}

fn hold_to_schema(body: &mut Value, call: &Call, terms: &Terms<'_>) {
    match (call.schema(), terms.structured) {
        (Some(schema), Structured::Schema) => {
            body["output_config"] = json!({"format": {"type": "json_schema", "schema": schema.json}});
        }
        (Some(schema), Structured::Tool) => {
            let what = "Takes the answer.";
            body["tools"] = json!([{"name": schema.name, "description": what, "input_schema": schema.json}]);
            body["tool_choice"] = json!({"type": "tool", "name": schema.name});
        }
        _ => {}
    }
}

/// The system prompt in parts. Each mark asks to cache everything before it, so that the last ones tell most.
fn system(call: &Call, terms: &Terms<'_>) -> Vec<Value> {
    let parts: Vec<&SystemPart> = call.system().iter().filter(|part| !part.text().trim().is_empty()).collect();
    let kept = parts.iter().filter(|part| matches!(part, SystemPart::Kept(_))).count();
    let mut unmarked = kept.saturating_sub(MOST_MARKS);
    let mut system = Vec::new();
    for part in parts {
        let mut block = text(part.text());
        if matches!(part, SystemPart::Kept(_)) {
            if unmarked == 0 {
                block["cache_control"] = json!({"type": "ephemeral"});
            }
            unmarked = unmarked.saturating_sub(1);
        }
        system.push(block);
    }
    if let (Some(schema), Structured::Object | Structured::Prompt) = (call.schema(), terms.structured) {
        system.push(text(&instruction(schema)));
    }
    system
}

fn text(text: &str) -> Value {
    json!({"type": "text", "text": text})
}

fn messages(call: &Call) -> Vec<Value> {
    call.messages().iter().filter_map(message).collect()
}

/// A message; none if it is empty, which the server would not take.
fn message(message: &Message) -> Option<Value> {
    let role = match message.speaker {
        Speaker::User => "user",
        Speaker::Assistant => "assistant",
    };
    let blocks: Vec<Value> = message.content.iter().filter_map(block).collect();
    (!blocks.is_empty()).then(|| json!({"role": role, "content": blocks}))
}

fn block(content: &Content) -> Option<Value> {
    match content {
        Content::Text(said) => (!said.trim().is_empty()).then(|| text(said)),
        Content::Picture(Picture::Url(url)) => Some(json!({"type": "image", "source": {"type": "url", "url": url}})),
        Content::Picture(Picture::Embedded { media_type, base64 }) => {
            let source = json!({"type": "base64", "media_type": media_type, "data": base64});
            Some(json!({"type": "image", "source": source}))
        }
    }
}

/// Reads a whole answer.
pub(super) fn whole(json: &Value, said: &mut Said) {
    for block in json.get("content").and_then(Value::as_array).into_iter().flatten() {
        begin(block, said);
        if let Some(input) = block.get("input").filter(|input| !input.is_null()) {
            said.text.push_str(&input.to_string());
        }
    }
    finish(json, said);
    read_usage(json, said);
}

/// Reads an event. What it does not know, it leaves.
///
/// # Errors
/// If the server says that it is over and not why.
pub(super) fn hear(json: &Value, name: &str, said: &mut Said) -> Result<(), Failure> {
    match json.get("type").and_then(Value::as_str).unwrap_or(name) {
        "message_start" => read_usage(&json["message"], said),
        "content_block_start" => begin(&json["content_block"], said),
        "content_block_delta" => write(&json["delta"], said),
        "message_delta" => {
            finish(&json["delta"], said);
            read_usage(json, said);
        }
        "message_stop" => return over(said),
        _ => {}
    }
    Ok(())
}

fn begin(block: &Value, said: &mut Said) {
    if block.get("type").and_then(Value::as_str) == Some("text") {
        said.text.push_str(block.get("text").and_then(Value::as_str).unwrap_or_default());
    }
}

fn write(delta: &Value, said: &mut Said) {
    let key = match delta.get("type").and_then(Value::as_str) {
        Some("text_delta") => "text",
        Some("input_json_delta") => "partial_json",
        _ => return,
    };
    said.text.push_str(delta.get(key).and_then(Value::as_str).unwrap_or_default());
}

fn finish(json: &Value, said: &mut Said) {
    let Some(reason) = json.get("stop_reason").and_then(Value::as_str) else { return };
    said.finish = Some(match reason {
        "max_tokens" | "model_context_window_exceeded" | "pause_turn" => Finish::Length,
        "refusal" => Finish::Refusal,
        _ => Finish::Stop,
    });
}

/// Usage comes in two parts, at the beginning and at the end; what comes later counts, and what is null does not.
fn read_usage(json: &Value, said: &mut Said) {
    let Some(told) = json.get("usage").filter(|usage| usage.is_object()) else { return };
    let known = said.usage.unwrap_or_default();
    let read = |key, before| count(told, key).unwrap_or(before);
    said.usage = Some(Usage {
        input: read("input_tokens", known.input),
        cache_read: read("cache_read_input_tokens", known.cache_read),
        cache_write: read("cache_creation_input_tokens", known.cache_write),
        output: read("output_tokens", known.output),
    });
}
