//! Opening what may be whole, damaged, or half way between two generations.

use std::path::Path;

use super::fault::Fault;
use super::folder::{self, Folder};
use super::generation::{Generation, Place};
use super::shelves::{Books, Shelves};
use crate::store::cache::ledger::Record;
use crate::store::cache::{Key, Limits, Trouble};

/// A directory that has been opened.
pub(super) struct Opening {
    pub(super) shelves: Shelves,
    pub(super) books: Books,
    pub(super) moving: Vec<Key>,
    /// Whether something had to be set aside.
    pub(super) is_damaged: bool,
}

/// Opens the generations of a directory, or begins with one. What is damaged is set aside.
pub(super) fn shelves(folder: &Folder, limits: Limits) -> Result<Opening, Fault> {
    folder.sweep();
    let numbers = folder.generations();
    let next = numbers.last().map_or(1, |last| last + 1);
    let superseded = numbers.len().saturating_sub(2);
    numbers[..superseded].iter().try_for_each(|number| folder.remove(*number))?;
    let (mut open, mut books, mut is_damaged) = (Vec::new(), Books::new(limits), false);
    for number in &numbers[superseded..] {
        match read(folder, *number, &mut books) {
            Ok(generation) => open.push(generation),
            Err(Fault::Damaged(_)) => {
                is_damaged = true;
                folder.remove(*number)?;
            }
            Err(refused) => return Err(refused),
        }
    }
    let newest = open.pop().map_or_else(|| Generation::open(&folder.generation(next), next), Ok)?;
    let older = open.pop();
    let moving = older.as_ref().map_or_else(Vec::new, |_| books.ledger.keys());
    Ok(Opening { shelves: Shelves { newest, older }, books, moving, is_damaged })
}

/// Opens a generation and reads its index. What a newer generation has replaces what an older one had.
fn read(folder: &Folder, number: u64, books: &mut Books) -> Result<Generation, Fault> {
    let generation = Generation::open(&folder.generation(number), number)?;
    let records: Vec<(Key, Record<Place>)> = generation.records()?;
    books.counts = generation.counts()?.unwrap_or_default();
    for (key, record) in records {
        if record.place.generation == number {
            books.ledger.insert(key, record);
        }
    }
    books.ledger.make_room(0);
    Ok(generation)
}

/// Empties the directory of a cache without reading it, and returns how many bytes that frees. Files of others stay.
///
/// # Errors
/// The trouble, if another process has the directory or the system refuses it.
pub fn clear(path: &Path) -> Result<u64, Trouble> {
    let folder = Folder::claim(path)?;
    let before = folder::size(path);
    folder.sweep();
    for number in folder.generations() {
        let unusable = |cause| Trouble::Unusable { folder: path.to_owned(), cause };
        folder.remove(number).map_err(|error| unusable(error.to_string()))?;
    }
    Ok(before.saturating_sub(folder::size(path)))
}
