//! The index: which patterns are looked at for a request, so that all others cost nothing.
//!
//! A pattern whose groups all have to be there is posted under the literals of one of them alone, its *witness*: the one
//! whose words the fewest patterns share. A phrase is posted under single words of which one has to be there for it to
//! match, and names the other words that it needs. A request reaches the patterns posted under what it says; what is
//! not reached cannot be a candidate, which a property test holds against looking at every pattern.

use std::iter::Sum;

use serde::Serialize;

/// How much of a pattern set a request made the router look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Work {
    /// The patterns that there are.
    pub patterns: usize,
    /// Those that were reached through their witness or a word of a phrase, and held against the request.
    pub looked_at: usize,
    /// Those that nothing in the request points at.
    pub pruned: usize,
}

impl Sum for Work {
    fn sum<I: Iterator<Item = Self>>(works: I) -> Self {
        works.fold(Self::default(), |all, one| Self {
            patterns: all.patterns + one.patterns,
            looked_at: all.looked_at + one.looked_at,
            pruned: all.pruned + one.pruned,
        })
    }
}

/// Lists by number: all in one, with where each ends.
#[derive(Debug)]
pub(crate) struct Postings<T> {
    ends: Vec<u32>,
    entries: Vec<T>,
}

impl<T> Default for Postings<T> {
    fn default() -> Self {
        Self { ends: Vec::new(), entries: Vec::new() }
    }
}

impl<T: Copy + PartialEq> Postings<T> {
    /// Takes entries with their numbers in any order; those of one number keep theirs. What follows itself counts once.
    pub(super) fn distinct(mut entries: Vec<(u32, T)>) -> Self {
        entries.sort_by_key(|(number, _)| *number);
        entries.dedup();
        let numbers = entries.last().map_or(0, |(last, _)| *last as usize + 1);
        let mut ends = vec![0; numbers];
        for (number, _) in &entries {
            ends[*number as usize] += 1;
        }
        let mut end = 0;
        for count in &mut ends {
            end += *count;
            *count = end;
        }
        Self { ends, entries: entries.into_iter().map(|(_, entry)| entry).collect() }
    }

    /// The entries of a number.
    pub(crate) fn of(&self, number: u32) -> &[T] {
        let number = number as usize;
        let Some(&end) = self.ends.get(number) else { return &[] };
        let start = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.entries[start as usize..end as usize]
    }
}

/// A phrase of a pattern, and where the words are that it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Posted {
    pattern: u32,
    phrase: u16,
    /// Up to which of the index's needs; they begin `count` before.
    end: u32,
    count: u16,
}

/// From what a request says to the patterns that may be meant.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// By literal: the patterns whose witness it is.
    witnesses: Postings<u32>,
    /// By literal: the patterns that it names tellingly.
    names: Postings<u32>,
    /// By word: the phrases that need it, or another word of the same part.
    phrases: Postings<Posted>,
    /// Parts that phrases need: any word of each.
    needs: Postings<u32>,
}

/// What a request reaches; kept between requests, it spares allocations.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reach {
    /// Patterns with their phrases, sorted. [`NAME`] stands for the groups of the pattern.
    pub(crate) entries: Vec<(u32, u16)>,
    /// The words of the request, sorted, each once.
    words: Vec<u32>,
}

/// In place of a phrase: the groups of a pattern.
pub(crate) const NAME: u16 = u16::MAX;

impl Index {
    /// Finds what literals and words reach.
    pub(crate) fn reach(
        &self,
        literals: impl Iterator<Item = u32>,
        words: impl Iterator<Item = u32>,
        reach: &mut Reach,
    ) {
        reach.entries.clear();
        reach.words.clear();
        reach.words.extend(words);
        reach.words.sort_unstable();
        reach.words.dedup();
        for literal in literals {
            reach.entries.extend(self.witnesses.of(literal).iter().map(|&pattern| (pattern, NAME)));
        }
        for &word in &reach.words {
            let needed = self.phrases.of(word).iter().filter(|posted| self.is_met(posted, &reach.words));
            reach.entries.extend(needed.map(|posted| (posted.pattern, posted.phrase)));
        }
        reach.entries.sort_unstable();
        reach.entries.dedup();
    }

    /// The patterns that a literal names tellingly.
    pub(crate) fn named_by(&self, literal: u32) -> &[u32] {
        self.names.of(literal)
    }

    /// Whether a word of every part that a phrase needs is there.
    fn is_met(&self, posted: &Posted, words: &[u32]) -> bool {
        let first = posted.end - u32::from(posted.count);
        (first..posted.end).all(|part| self.needs.of(part).iter().any(|word| words.binary_search(word).is_ok()))
    }
}

impl Reach {
    /// Everything that there is, for the comparison with what an index reaches.
    #[cfg(test)]
    pub(crate) fn everything(phrases: impl Iterator<Item = usize>) -> Self {
        let all = phrases.enumerate().flat_map(|(pattern, phrases)| {
            let numbers = (0..phrases as u16).chain([NAME]);
            numbers.map(move |phrase| (pattern as u32, phrase))
        });
        Self { entries: all.collect(), words: Vec::new() }
    }

    /// How many patterns were reached, of how many.
    pub(crate) fn work(&self, patterns: usize) -> Work {
        let looked_at = self.entries.chunk_by(|left, right| left.0 == right.0).count();
        Work { patterns, looked_at, pruned: patterns - looked_at }
    }
}

/// Collects names and phrases, and decides where each pattern is posted once all are known.
#[derive(Debug, Default)]
pub(crate) struct IndexBuilder {
    /// The groups of each pattern, with their literals.
    groups: Vec<(u32, Vec<Vec<u32>>)>,
    names: Vec<(u32, u32)>,
    phrases: Vec<Needs>,
}

/// The parts that a phrase needs; of each part one word.
#[derive(Debug)]
struct Needs {
    pattern: u32,
    phrase: u16,
    parts: Vec<Vec<u32>>,
}

impl IndexBuilder {
    /// Adds the groups of a pattern: the literals of each.
    pub(crate) fn groups(&mut self, pattern: u32, groups: Vec<Vec<u32>>) {
        if !groups.is_empty() {
            self.groups.push((pattern, groups));
        }
    }

    /// Adds a telling name of a pattern.
    pub(crate) fn name(&mut self, pattern: u32, literal: u32) {
        self.names.push((literal, pattern));
    }

    /// Adds a phrase: the parts of which one word each has to be there.
    pub(crate) fn phrase(&mut self, pattern: u32, phrase: u16, parts: Vec<Vec<u32>>) {
        self.phrases.push(Needs { pattern, phrase, parts });
    }

    /// Posts everything under its rarest part. `is_common` says which words stand in any request.
    pub(crate) fn build(self, is_common: impl Fn(u32) -> bool) -> Index {
        let literals = counts(self.groups.iter().flat_map(|(_, groups)| groups));
        let words = counts(self.phrases.iter().flat_map(|needs| &needs.parts));
        let mut witnesses = Vec::new();
        for (pattern, groups) in &self.groups {
            let cost =
                |group: &&Vec<u32>| group.iter().map(|&literal| u64::from(literals[literal as usize])).sum::<u64>();
            let rarest = groups.iter().min_by_key(cost).into_iter().flatten();
            witnesses.extend(rarest.map(|&literal| (literal, *pattern)));
        }
        let (phrases, needs) = posted(self.phrases, |word| {
            let share = u64::from(words[word as usize]);
            if is_common(word) { share * COMMON } else { share }
        });
        Index {
            witnesses: Postings::distinct(witnesses),
            names: Postings::distinct(self.names),
            phrases: Postings::distinct(phrases),
            needs: Postings::distinct(needs),
        }
    }
}

/// How much worse a word is as a witness that stands in any request.
const COMMON: u64 = 10_000;

/// How often each number occurs.
fn counts<'a>(lists: impl Iterator<Item = &'a Vec<u32>>) -> Vec<u32> {
    let mut counts: Vec<u32> = Vec::new();
    for &number in lists.flatten() {
        let number = number as usize;
        if counts.len() <= number {
            counts.resize((number + 1).next_power_of_two(), 0);
        }
        counts[number] += 1;
    }
    counts
}

type Phrases = (Vec<(u32, Posted)>, Vec<(u32, u32)>);

/// Posts each phrase under the words of its rarest part; the other parts are its needs.
fn posted(phrases: Vec<Needs>, cost: impl Fn(u32) -> u64) -> Phrases {
    let (mut postings, mut needs, mut end) = (Vec::new(), Vec::new(), 0);
    for Needs { pattern, phrase, mut parts } in phrases {
        let part_cost = |part: &Vec<u32>| part.iter().map(|&word| cost(word)).sum::<u64>();
        let Some(rarest) = (0..parts.len()).min_by_key(|&part| part_cost(&parts[part])) else { continue };
        let witness = parts.swap_remove(rarest);
        for part in &parts {
            needs.extend(part.iter().map(|&word| (end, word)));
            end += 1;
        }
        let posted = Posted { pattern, phrase, end, count: parts.len() as u16 };
        postings.extend(witness.into_iter().map(|word| (word, posted)));
    }
    (postings, needs)
}

#[cfg(test)]
mod tests;
