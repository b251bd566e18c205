//! Archives from text. What is damaged is refused with the line.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Archive, Chain, KIND, Line, Record, VERSION};
use crate::error::{Error, ErrorKind, Result};
use crate::store::project::asset::Asset;
use crate::store::project::id::{ProjectId, Timestamp};

/// A line that is in order, with its number.
type Numbered<'a> = (usize, Record<'a>);

impl Archive {
    /// Reads a project that was written down; `file` is what errors call the text.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] with the line if the text is something else, damaged, incomplete, or of a newer version.
    pub fn parse(file: &str, text: &str) -> Result<Self> {
        let refuse = |(number, why): (usize, String)| {
            let message = format!("{file}:{number}: {why}; nothing was imported");
            Error::new(ErrorKind::Store, message)
        };
        let mut chain = Chain::default();
        let mut lines = text.lines().enumerate().map(|(at, line)| Ok((at + 1, record(&mut chain, at, line)?)));
        let (name, created) = header(lines.next()).map_err(refuse)?;
        let mut archive = Self { name, created, revisions: Vec::new(), pictures: Vec::new() };
        let last = archive.take_in(lines).map_err(refuse)?;
        archive.state(ProjectId::fresh()).map_err(|error| refuse((last, error.to_string())))?;
        Ok(archive)
    }

    /// Takes all records up to the end, and returns the number of the last line.
    fn take_in<'a>(
        &mut self,
        lines: impl Iterator<Item = Result<Numbered<'a>, (usize, String)>>,
    ) -> Result<usize, (usize, String)> {
        let mut ended = None;
        let mut last = 1;
        for line in lines {
            let (number, record) = line?;
            last = number;
            if ended.is_some() {
                return Err((number, "there is more behind the end".to_owned()));
            }
            match record {
                Record::Revision { revision } => self.revisions.push(revision.into_owned()),
                Record::Picture { asset, base64 } => self.pictures.push(picture(number, asset.into_owned(), &base64)?),
                Record::End { revisions, pictures } => ended = Some((revisions, pictures)),
                Record::Header { .. } => return Err((number, "there is a second header".to_owned())),
            }
        }
        if ended == Some((self.revisions.len(), self.pictures.len())) {
            return Ok(last);
        }
        Err((last, "the file ends too early: copy it again from where it comes from".to_owned()))
    }
}

fn header(first: Option<Result<Numbered<'_>, (usize, String)>>) -> Result<(String, Timestamp), (usize, String)> {
    match first.transpose()? {
        Some((_, Record::Header { kind, version, name, created })) if kind == KIND => {
            if version > VERSION {
                let why =
                    format!("it is of version {version}, and this program reads up to {VERSION}: update firstframe");
                return Err((1, why));
            }
            Ok((name.into_owned(), created))
        }
        _ => Err((1, foreign())),
    }
}

fn record<'a>(chain: &mut Chain, at: usize, line: &'a str) -> Result<Record<'a>, (usize, String)> {
    let number = at + 1;
    let unreadable = || if at == 0 { foreign() } else { "the line is damaged: it is no record".to_owned() };
    let Line { line, sum } = serde_json::from_str(line).map_err(|_| (number, unreadable()))?;
    if chain.next(line.get()) != *sum {
        let why = "the checksum does not hold: the file was changed or damaged here, so copy it again";
        return Err((number, why.to_owned()));
    }
    serde_json::from_str(line.get()).map_err(|error| (number, format!("the record is not understood ({error})")))
}

fn picture(number: usize, asset: Asset, base64: &str) -> Result<(Asset, Vec<u8>), (usize, String)> {
    let bytes = STANDARD.decode(base64).ok().filter(|bytes| asset.is_of(bytes));
    bytes.map(|bytes| (asset, bytes)).ok_or_else(|| (number, "the picture is damaged".to_owned()))
}

fn foreign() -> String {
    "expected a file that `firstframe project export` has written, and this is none".to_owned()
}
