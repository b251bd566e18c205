//! What was read of an utterance, kept so that no range of it is read twice.
//!
//! Many phrases of many patterns ask for the list or the points that begin at a place. The answer depends on the text
//! alone, and reading it is most of what matching costs.

use std::cell::RefCell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::Text;
use crate::value::list::{self, List};
use crate::value::series::{self, Series};

/// The lists and series that ranges of one text hold.
#[derive(Debug, Default)]
pub(super) struct Memo {
    lists: Known<List>,
    points: Known<Series>,
    pairs: Known<Series>,
    single: Known<Series>,
}

/// What ranges hold, as far as somebody has asked.
type Known<T> = RefCell<FxHashMap<(u32, u32), Option<T>>>;

impl Memo {
    /// The list of a range, as [`list::read`] finds it.
    pub(super) fn list(&self, text: &Text, range: Range<usize>) -> Option<List> {
        recall(&self.lists, range, |range| list::read(text, range))
    }

    /// The points of a range, as [`series::read`] finds them.
    pub(super) fn points(&self, text: &Text, range: Range<usize>) -> Option<Series> {
        recall(&self.points, range, |range| series::read(text, range))
    }

    /// The only point of a range, as [`series::read_at_least`] finds it.
    pub(super) fn single(&self, text: &Text, range: Range<usize>) -> Option<Series> {
        recall(&self.single, range, |range| series::read_at_least(text, range, 1))
    }

    /// The pairs of texts of a range, as [`series::pairs`] finds them.
    pub(super) fn pairs(&self, text: &Text, range: Range<usize>) -> Option<Series> {
        recall(&self.pairs, range, |range| series::pairs(text, range))
    }
}

fn recall<T: Clone>(known: &Known<T>, range: Range<usize>, read: impl FnOnce(Range<usize>) -> Option<T>) -> Option<T> {
    let key = (range.start as u32, range.end as u32);
    if let Some(found) = known.borrow().get(&key) {
        return found.clone();
    }
    let found = read(range);
    known.borrow_mut().insert(key, found.clone());
    found
}
