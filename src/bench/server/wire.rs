//! Answers as the two protocols write them.

use serde_json::{Value, json};

use super::asked::Asked;
use crate::llm::Usage;
use crate::llm::protocol::Protocol;

/// What is answered, and what it takes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Told {
    pub(super) text: String,
    pub(super) usage: Usage,
}

/// The answer in one piece.
pub(super) fn whole(asked: &Asked, told: &Told) -> String {
    let Told { text, usage } = told;
    match asked.protocol {
        Protocol::OpenAi => json!({
            "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
            "usage": openai_usage(usage),
        }),
        Protocol::Anthropic if asked.as_tool => {
            let input: Value = serde_json::from_str(text).unwrap_or_default();
            json!({"content": [{"type": "tool_use", "id": "t", "name": "answer", "input": input}],
                "stop_reason": "tool_use", "usage": anthropic_usage(usage)})
        }
        Protocol::Anthropic => json!({"content": [{"type": "text", "text": text}], "stop_reason": "end_turn",
            "usage": anthropic_usage(usage)}),
    }
    .to_string()
}

/// What comes before the first word.
pub(super) fn opening(asked: &Asked, told: &Told) -> String {
    match asked.protocol {
        Protocol::OpenAi => String::new(),
        Protocol::Anthropic => {
            let message = json!({"type": "message_start", "message": {"usage": anthropic_usage(&told.usage)}});
            let block = if asked.as_tool {
                json!({"type": "tool_use", "id": "t", "name": "answer", "input": {}})
            } else {
                json!({"type": "text", "text": ""})
            };
            let block = json!({"type": "content_block_start", "index": 0, "content_block": block});
            [message, block].iter().map(named).collect()
        }
    }
}

/// Some words.
pub(super) fn piece(asked: &Asked, words: &str) -> String {
    match asked.protocol {
        Protocol::OpenAi => data(&json!({"choices": [{"index": 0, "delta": {"content": words}}]})),
        Protocol::Anthropic => {
            let delta = if asked.as_tool {
                json!({"type": "input_json_delta", "partial_json": words})
            } else {
                json!({"type": "text_delta", "text": words})
            };
            named(&json!({"type": "content_block_delta", "index": 0, "delta": delta}))
        }
    }
}

/// What comes after the last word.
pub(super) fn closing(asked: &Asked, told: &Told) -> String {
    match asked.protocol {
        Protocol::OpenAi => {
            let end = json!({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]});
            let usage = json!({"choices": [], "usage": openai_usage(&told.usage)});
            data(&end) + &data(&usage) + "data: [DONE]\n\n"
        }
        Protocol::Anthropic => {
            let reason = if asked.as_tool { "tool_use" } else { "end_turn" };
            let block = json!({"type": "content_block_stop", "index": 0});
            let usage = json!({"output_tokens": told.usage.output});
            let end = json!({"type": "message_delta", "delta": {"stop_reason": reason}, "usage": usage});
            [block, end, json!({"type": "message_stop"})].iter().map(named).collect()
        }
    }
}

fn openai_usage(usage: &Usage) -> Value {
    let Usage { input, cache_read, cache_write, output } = *usage;
    json!({
        "prompt_tokens": input + cache_read + cache_write, "completion_tokens": output,
        "prompt_tokens_details": {"cached_tokens": cache_read},
    })
}

fn anthropic_usage(usage: &Usage) -> Value {
    json!({
        "input_tokens": usage.input, "cache_read_input_tokens": usage.cache_read,
        "cache_creation_input_tokens": usage.cache_write, "output_tokens": usage.output,
    })
}

fn data(event: &Value) -> String {
    format!("data: {event}\n\n")
}

/// An event under its name, as Anthropic sends it.
fn named(event: &Value) -> String {
    format!("event: {}\n{}", event["type"].as_str().unwrap_or_default(), data(event))
}
