//! A scene laid out as data, before it is written.

use serde_json::{Value as Json, json};
use tokio::time::Instant;

use super::brief::Brief;
use super::context;
use super::job::{Job, Matter, garbled};
use super::schema::{or_null, strict};
use crate::error::Result;
use crate::event::Stage;
use crate::llm::{Message, Role, Schema};
use crate::store::cache::{Entry, Kind};

/// Lays a scene out: its elements with their places, looks and times.
///
/// # Errors
/// [`ErrorKind::Model`](crate::error::ErrorKind::Model), [`ErrorKind::Budget`](crate::error::ErrorKind::Budget).
pub(super) async fn lay_out(job: &Job, brief: &Brief) -> Result<Json> {
    let began = Instant::now();
    let context = told(job, brief);
    let prompt = &job.pipeline.prompts.layout;
    let matter =
        Matter { kind: Kind::Layout, role: Role::Layout, prompt, wish: &brief.wish, context: &context, filling: None };
    let (entry, _) = job.kept(job.key(matter), answered(job.clone(), context.clone())).await?;
    job.ended(Stage::Layout, began);
    entry.to_layout().ok_or_else(|| garbled("the layout that was kept cannot be read: ask again with `--fresh`"))
}

fn told(job: &Job, brief: &Brief) -> String {
    let mut text = format!("Lay out a scene that shows:\n{}\n\n", brief.wish);
    context::frame(&mut text, job);
    context::pictures(&mut text, &job.request);
    if let Some(reference) = &brief.reference {
        text = format!("{text}\nIt goes by this scene:\n```tsx\n{}```\n", reference.code());
    }
    text
}

async fn answered(job: Job, context: String) -> Result<Entry> {
    let schema = Schema { name: "layout".to_owned(), json: schema() };
    let call = job.call(Role::Layout, &job.pipeline.prompts.layout, Message::user(context)).with_schema(schema);
    entry(&job.ask_json(&call).await?)
}

/// A layout that says something.
pub(super) fn entry(layout: &Json) -> Result<Entry> {
    if layout["elements"].as_array().is_none_or(Vec::is_empty) {
        return Err(garbled("the layout of the model has no elements: ask again, or say more of what the scene shows"));
    }
    Entry::layout(layout)
}

/// The shape of a layout. Places and sizes are shares of the frame, times are seconds.
pub(super) fn schema() -> Json {
    let (text, number) = (|| json!({"type": "string"}), || json!({"type": "number"}));
    let element = [
        ("kind", json!({"type": "string", "enum": ["text", "shape", "picture", "chart", "icon", "group"]})),
        ("content", text()),
        ("x", number()),
        ("y", number()),
        ("width", number()),
        ("height", number()),
        ("look", text()),
        ("enters", number()),
        ("leaves", or_null(number())),
        ("motion", text()),
    ];
    let whole = [
        ("background", text()),
        ("palette", json!({"type": "array", "items": {"type": "string"}})),
        ("type", text()),
        ("mood", text()),
        ("elements", json!({"type": "array", "items": strict(element)})),
    ];
    strict(whole)
}
