//! Pictures of a request, which models know by short names: their addresses can be longer than any scene.

use super::job::Job;
use crate::llm::{Message, Picture};

/// The name under which a scene refers to a picture, counted from 0: `picture-1`.
pub(super) fn name(at: usize) -> String {
    format!("picture-{}", at + 1)
}

/// What kind of picture an address is of.
pub(super) fn kind(address: &str) -> &str {
    match address.strip_prefix("data:") {
        Some(rest) => rest.split([';', ',']).next().unwrap_or("image"),
        None => address,
    }
}

/// A message with all pictures of a request that models can look at.
pub(super) fn shown(job: &Job, message: Message) -> Message {
    let pictures = job.request.attachments().iter().filter_map(|address| Picture::of_attachment(address));
    pictures.fold(message, Message::with_picture)
}

/// The names of all pictures of a request.
pub(super) fn names(job: &Job) -> Vec<String> {
    (0..job.request.attachments().len()).map(name).collect()
}

/// The code with addresses in place of names, where a name is a whole text.
pub(super) fn placed(job: &Job, code: &str) -> String {
    let pictures = job.request.attachments().iter().enumerate();
    pictures.fold(code.to_owned(), |code, (at, address)| {
        let (name, literal) = (name(at), serde_json::json!(address).to_string());
        code.replace(&format!("\"{name}\""), &literal).replace(&format!("'{name}'"), &literal)
    })
}
