//! Archives to text.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Archive, Chain, KIND, Line, Record, VERSION};
use crate::error::{Error, ErrorKind, Result};
use crate::store::project::change::Change;
use crate::store::project::log::Revision;
use crate::store::project::scene::Content;

/// The version before scenes could be cut and merged.
const FIRST: u32 = 1;

/// Writes a project down as JSON lines with checksums.
///
/// # Errors
/// [`ErrorKind::Store`] if a record cannot be written as JSON.
pub fn export(archive: &Archive) -> Result<String> {
    let Archive { name, created, revisions, pictures } = archive;
    let header =
        Record::Header { kind: KIND.into(), version: version(revisions), name: name.into(), created: *created };
    let (mut chain, mut text) = (Chain::default(), String::new());
    text += &line(&mut chain, &header)?;
    for revision in revisions {
        text += &line(&mut chain, &Record::Revision { revision: Cow::Borrowed(revision) })?;
    }
    for (asset, bytes) in pictures {
        let record = Record::Picture { asset: Cow::Borrowed(asset), base64: STANDARD.encode(bytes) };
        text += &line(&mut chain, &record)?;
    }
    text += &line(&mut chain, &Record::End { revisions: revisions.len(), pictures: pictures.len() })?;
    Ok(text)
}

fn version(revisions: &[Revision]) -> u32 {
    let is_new = |change: &Change| match change {
        Change::AddScene { scene, .. } | Change::ReplaceScene { scene } => {
            scene.window.is_some() || matches!(scene.content, Content::Merged { .. })
        }
        _ => false,
    };
    // What takes a scene out is taken back by what puts it in, so the inverses speak of no other scenes.
    let mut changes = revisions.iter().flat_map(|revision| revision.deed.changes());
    if changes.any(is_new) { VERSION } else { FIRST }
}

fn line(chain: &mut Chain, record: &Record<'_>) -> Result<String> {
    let failed = |error| Error::new(ErrorKind::Store, "a record cannot be written as JSON").because(error);
    let raw = serde_json::value::to_raw_value(record).map_err(failed)?;
    let sum = chain.next(raw.get()).into();
    Ok(serde_json::to_string(&Line { line: &raw, sum }).map_err(failed)? + "\n")
}
