//! Errors as servers tell them.

use std::time::Duration;

use serde_json::Value;

use super::super::{Failure, FailureKind};

/// What servers call it when they lack a way to be held to a schema.
const SCHEMA_WORDS: [&str; 7] =
    ["response_format", "json_schema", "json_object", "output_config", "output_format", "tool_choice", "structured"];

/// The error in an answer that should have been one, if it is an error.
pub(super) fn told(json: &Value) -> Option<Failure> {
    let json = json.as_array().and_then(|items| items.first()).unwrap_or(json);
    let error = json.get("error").filter(|error| !error.is_null())?;
    Some(Failure::new(kind(error).unwrap_or(FailureKind::Server), message(json)))
}

/// The error of an event that is called so.
pub(super) fn named(json: &Value) -> Failure {
    Failure::new(kind(json).unwrap_or(FailureKind::Server), message(json))
}

/// The failure of an answer with a status that is none of success.
pub(in crate::llm) fn failure_of(status: u16, body: &str, wait: Option<Duration>) -> Failure {
    let json: Value = serde_json::from_str(body).unwrap_or_default();
    let json = json.as_array().and_then(|items| items.first()).unwrap_or(&json);
    let named = kind(json.get("error").unwrap_or(json));
    let kind = if named == Some(FailureKind::Quota) { FailureKind::Quota } else { by_status(status) };
    let said = if json.is_null() { plain(body) } else { message(json) };
    let said = if said.is_empty() { "nothing more".to_owned() } else { said };
    Failure::new(kind, format!("{} ({status}): {said}", sentence(kind))).after(wait).refused()
}

/// Whether a server has refused a call because it cannot be held to a schema in the way that was tried.
pub(in crate::llm) fn lacks_schemas(failure: &Failure) -> bool {
    matches!(failure.kind(), FailureKind::Rejected | FailureKind::NotFound | FailureKind::Server)
        && SCHEMA_WORDS.iter().any(|word| failure.message().contains(word))
}

fn by_status(status: u16) -> FailureKind {
    match status {
        300..=399 | 404 => FailureKind::NotFound,
        401 | 403 => FailureKind::Unauthorised,
        402 => FailureKind::Quota,
        408 => FailureKind::TooSlow,
        429 => FailureKind::RateLimited,
        503 | 529 => FailureKind::Overloaded,
        500.. => FailureKind::Server,
        _ => FailureKind::Rejected,
    }
}

fn sentence(kind: FailureKind) -> &'static str {
    match kind {
        FailureKind::Unauthorised => {
            "the server does not accept the key: check that it is right and may use this model"
        }
        FailureKind::Quota => "the account has no quota left: look at the provider's page of billing",
        FailureKind::NotFound => "the model or the address is not there: check both in `models.yaml`",
        FailureKind::TooSlow => "the server waited too long for the call",
        FailureKind::RateLimited => "there were too many calls for now",
        FailureKind::Overloaded => "the provider is overloaded",
        FailureKind::Server => "the provider has a fault",
        _ => "the server does not take the call",
    }
}

/// What the names and numbers in an error mean.
fn kind(error: &Value) -> Option<FailureKind> {
    let code = error.get("code");
    if let Some(status) = code.and_then(Value::as_u64).and_then(|code| u16::try_from(code).ok()) {
        return (status >= 400).then(|| by_status(status));
    }
    let names = [code, error.get("type"), error.get("status")];
    names.into_iter().flatten().filter_map(Value::as_str).find_map(by_name)
}

fn by_name(name: &str) -> Option<FailureKind> {
    Some(match name {
        "insufficient_quota" | "billing_not_active" | "billing_hard_limit_reached" | "billing_error" => {
            FailureKind::Quota
        }
        "rate_limit_error" | "rate_limit_exceeded" | "RESOURCE_EXHAUSTED" => FailureKind::RateLimited,
        "overloaded_error" | "server_overloaded" | "engine_overloaded" | "UNAVAILABLE" => FailureKind::Overloaded,
        "authentication_error" | "invalid_api_key" | "permission_error" => FailureKind::Unauthorised,
        "not_found_error" | "model_not_found" => FailureKind::NotFound,
        "invalid_request_error" | "request_too_large" | "context_length_exceeded" | "BadRequestError" => {
            FailureKind::Rejected
        }
        "api_error" | "server_error" | "internal_error" | "timeout_error" => FailureKind::Server,
        _ => return None,
    })
}

/// What an error says, wherever a server puts it.
fn message(json: &Value) -> String {
    let error = json.get("error").filter(|error| !error.is_null()).unwrap_or(json);
    let places = [error.get("message"), Some(error), error.get("detail"), json.get("message"), json.get("detail")];
    match places.into_iter().flatten().find_map(Value::as_str) {
        Some(said) => plain(said),
        None => plain(&error.to_string()),
    }
}

/// A text as one line without control characters.
fn plain(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
