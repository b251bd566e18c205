//! Chat completions.

use serde_json::{Value, json};

use super::super::structured::instruction;
use super::super::{Call, Content, Failure, FailureKind, Finish, Message, Speaker, Structured, SystemPart, Usage};
use super::number::count;
use super::{Delivery, Said, Terms};

pub(super) fn body(call: &Call, terms: &Terms<'_>, delivery: Delivery) -> Value {
    let mut body = json!({"model": terms.model, "messages": messages(call, terms)});
    body[terms.max_tokens_key] = terms.max_tokens.into();
    if let Some(temperature) = terms.temperature {
        body["temperature"] = temperature.into();
    }
    if let (Some(schema), Structured::Schema) = (call.schema(), terms.structured) {
        body["response_format"] = json!({
            "type": "json_schema",
            "json_schema": {"name": schema.name, "strict": true, "schema": schema.json},
        });
    }
    if let (Some(_), Structured::Object) = (call.schema(), terms.structured) {
        body["response_format"] = json!({"type": "json_object"});
    }
    if delivery == Delivery::Streamed {
        body["stream"] = true.into();
        body["stream_options"] = json!({"include_usage": true});
    }
    body
}

fn messages(call: &Call, terms: &Terms<'_>) -> Vec<Value> {
    let mut system: Vec<String> = call.system().iter().map(SystemPart::text).map(str::to_owned).collect();
    if let Some(schema) = call.schema().filter(|_| terms.structured != Structured::Schema) {
        system.push(instruction(schema));
    }
    system.retain(|part| !part.trim().is_empty());
    let system = (!system.is_empty()).then(|| json!({"role": "system", "content": system.join("\n\n")}));
    system.into_iter().chain(call.messages().iter().map(message)).collect()
}

fn message(message: &Message) -> Value {
    let role = match message.speaker {
        Speaker::User => "user",
        Speaker::Assistant => "assistant",
    };
    // Servers of old know text alone, and all know it as a plain string.
    if let [Content::Text(text)] = message.content.as_slice() {
        return json!({"role": role, "content": text});
    }
    let parts: Vec<Value> = message.content.iter().map(part).collect();
    json!({"role": role, "content": parts})
}

fn part(content: &Content) -> Value {
    match content {
        Content::Text(text) => json!({"type": "text", "text": text}),
        Content::Picture(picture) => json!({"type": "image_url", "image_url": {"url": picture.address()}}),
    }
}

/// Reads a whole answer.
pub(super) fn whole(json: &Value, said: &mut Said) -> Result<(), Failure> {
    let choice = &json["choices"][0];
    let Some(message) = choice.get("message") else {
        return Err(Failure::new(FailureKind::Garbled, "expected `choices` with a `message` in the answer"));
    };
    write(message, said);
    finish(choice, said)?;
    read_usage(json, said);
    Ok(())
}

/// Reads an event. What it does not know, it leaves.
pub(super) fn hear(json: &Value, said: &mut Said) -> Result<(), Failure> {
    let choices = json.get("choices").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for choice in choices.iter().filter(|choice| count(choice, "index").unwrap_or(0) == 0) {
        if let Some(delta) = choice.get("delta") {
            write(delta, said);
        }
        finish(choice, said)?;
    }
    read_usage(json, said);
    Ok(())
}

fn write(message: &Value, said: &mut Said) {
    match message.get("content") {
        Some(Value::String(text)) => said.text.push_str(text),
        Some(Value::Array(parts)) => {
            let texts = parts.iter().filter_map(|part| part.get("text").and_then(Value::as_str));
            said.text.extend(texts);
        }
        _ => {}
    }
    if message.get("refusal").and_then(Value::as_str).is_some_and(|refusal| !refusal.is_empty()) {
        said.finish = Some(Finish::Refusal);
    }
}

fn finish(choice: &Value, said: &mut Said) -> Result<(), Failure> {
    let Some(reason) = choice.get("finish_reason").and_then(Value::as_str) else { return Ok(()) };
    let finish = match reason {
        "error" | "insufficient_system_resource" => {
            return Err(Failure::new(FailureKind::Server, "the provider has broken off the answer"));
        }
        "length" | "max_tokens" | "model_length" => Finish::Length,
        "content_filter" => Finish::Refusal,
        _ => Finish::Stop,
    };
    said.finish.get_or_insert(finish);
    Ok(())
}

/// Usage comes with the last event, in one of its own, with all of them, under another name, as null, or never.
fn read_usage(json: &Value, said: &mut Said) {
    let groq = json.get("x_groq").and_then(|more| more.get("usage"));
    let Some(usage) = json.get("usage").or(groq).filter(|usage| usage.is_object()) else { return };
    let (Some(prompt), Some(output)) = (count(usage, "prompt_tokens"), count(usage, "completion_tokens")) else {
        return;
    };
    let details = usage.get("prompt_tokens_details").unwrap_or(&Value::Null);
    let cached = count(details, "cached_tokens").or_else(|| count(usage, "prompt_cache_hit_tokens")).unwrap_or(0);
    let cache_read = cached.min(prompt);
    let cache_write = count(details, "cache_write_tokens").unwrap_or(0).min(prompt - cache_read);
    said.usage = Some(Usage { input: prompt - cache_read - cache_write, cache_read, cache_write, output });
}
