//! Pictures that are to be made anew: what is on them, as a layout.

use serde_json::Value as Json;
use tokio::time::Instant;

use super::brief::Brief;
use super::job::{Job, Matter, garbled};
use super::{context, layout, picture};
use crate::error::Result;
use crate::event::Stage;
use crate::llm::{Message, Role, Schema};
use crate::store::cache::{Entry, Kind};

/// Looks at the pictures of the request and lays out a scene that shows what is on them.
///
/// # Errors
/// [`ErrorKind::Model`](crate::error::ErrorKind::Model), also where a picture is of a kind that models do not look at;
/// [`ErrorKind::Budget`](crate::error::ErrorKind::Budget).
pub(super) async fn look(job: &Job, brief: &Brief) -> Result<Json> {
    let began = Instant::now();
    let mut context = format!("Lay out a scene that shows what is on the pictures:\n{}\n\n", brief.wish);
    context::frame(&mut context, job);
    context::pictures(&mut context, &job.request);
    let prompt = &job.pipeline.prompts.vision;
    let matter =
        Matter { kind: Kind::Layout, role: Role::Vision, prompt, wish: &brief.wish, context: &context, filling: None };
    let (entry, _) = job.kept(job.key(matter), answered(job.clone(), context.clone())).await?;
    job.ended(Stage::Vision, began);
    entry.to_layout().ok_or_else(|| garbled("the layout that was kept cannot be read: ask again with `--fresh`"))
}

async fn answered(job: Job, context: String) -> Result<Entry> {
    let message = picture::shown(&job, Message::user(context));
    if message.content.len() < 2 {
        return Err(garbled("models look at PNG, JPEG, GIF and WebP alone: attach the picture in one of them"));
    }
    let schema = Schema { name: "layout".to_owned(), json: layout::schema() };
    let call = job.call(Role::Vision, &job.pipeline.prompts.vision, message).with_schema(schema);
    layout::entry(&job.ask_json(&call).await?)
}
