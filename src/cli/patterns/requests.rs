//! Files of requests, one JSON object a line.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::error::{Error, ErrorKind, Result};
use crate::request::{ProjectScene, Request};

/// A line of such a file. What a label says is there if the file is labelled.
#[derive(Debug, Deserialize)]
pub(super) struct Line {
    id: Option<Value>,
    prompt: String,
    #[serde(default)]
    attachments: Vec<String>,
    /// Left out where it is a count or another tool's own matter.
    #[serde(default)]
    project: Value,
    /// The templates that are right.
    pub(super) templates: Option<Vec<String>>,
    /// Why no template is right.
    pub(super) why: Option<Value>,
}

impl Line {
    /// The request of the line.
    pub(super) fn request(&self) -> Result<Request> {
        let request = Request::new(&self.prompt)?.with_attachments(self.attachments.clone());
        let project = Vec::<ProjectScene>::deserialize(&self.project).ok();
        Ok(match project {
            Some(project) => request.with_project(project),
            None => request,
        })
    }
}

/// The lines of a file, each with what it is called: its `id`, else its number.
pub(super) fn read(path: &Path) -> Result<Vec<(Value, Line)>> {
    let text = fs::read_to_string(path).map_err(|error| {
        let message = format!("`{}` cannot be read: expected requests as JSON, one a line", path.display());
        Error::new(ErrorKind::File, message).because(error)
    })?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(index, line)| parse(path, index, line)).collect()
}

fn parse(path: &Path, index: usize, line: &str) -> Result<(Value, Line)> {
    let line: Line = serde_json::from_str(line).map_err(|error| {
        let place = format!("{}:{}", path.display(), index + 1);
        let message = format!("{place} is no request: expected `{{\"prompt\"}}` as JSON");
        Error::new(ErrorKind::Request, message).because(error)
    })?;
    Ok((line.id.clone().unwrap_or_else(|| (index + 1).into()), line))
}
