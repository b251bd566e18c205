//! How much: factors, shares, lengths of time, numbers.

use super::grammar::Quantity;
use super::reader::{Bound, Reader, keep_longest};
use crate::value::Kind;

/// How much more or less.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Degree {
    /// The usual amount to a power: `a bit`, `much`.
    Power(f64),
    /// By a share: `30 %`, `a third`.
    Share(f64),
    /// So many times: `twice`, `1.5 times`, `half the`.
    Times(f64),
}

impl Degree {
    /// The factor of words that make something more or less by `usual`.
    pub(super) fn of(self, usual: f64) -> f64 {
        let more = usual > 1.0;
        match self {
            Self::Power(power) => usual.powf(power),
            Self::Share(share) if more => 1.0 + share,
            Self::Share(share) => 1.0 - share,
            Self::Times(times) if more || times < 1.0 => times,
            Self::Times(times) => 1.0 / times,
        }
    }

    /// The factor where nothing says whether more or less is meant.
    pub(super) fn alone(self) -> Option<f64> {
        match self {
            Self::Times(times) => Some(times),
            Self::Power(_) | Self::Share(_) => None,
        }
    }
}

/// Shares in words.
const SHARES: [(&str, f64); 8] = [
    ("half", 0.5),
    ("third", 1.0 / 3.0),
    ("quarter", 0.25),
    ("fifth", 0.2),
    ("tenth", 0.1),
    ("fourth", 0.25),
    ("sixth", 1.0 / 6.0),
    ("eighth", 0.125),
];

/// Multiples in words.
const TIMES: [(&str, f64); 8] = [
    ("twice", 2.0),
    ("double", 2.0),
    ("doubled", 2.0),
    ("thrice", 3.0),
    ("triple", 3.0),
    ("tripled", 3.0),
    ("quadruple", 4.0),
    ("halved", 0.5),
];

/// How things are that can be more or less, and of what that is more.
const EXTENTS: [(&str, Quantity); 22] = [
    ("big", Quantity::Size),
    ("large", Quantity::Size),
    ("tall", Quantity::Size),
    ("wide", Quantity::Size),
    ("thick", Quantity::Size),
    ("high", Quantity::Amount),
    ("broad", Quantity::Size),
    ("fast", Quantity::Pace),
    ("quick", Quantity::Pace),
    ("quickly", Quantity::Pace),
    ("long", Quantity::Length),
    ("bright", Quantity::Light),
    ("light", Quantity::Light),
    ("many", Quantity::Count),
    ("much", Quantity::Amount),
    ("strong", Quantity::Amount),
    ("full", Quantity::Amount),
    ("huge", Quantity::Size),
    ("loud", Quantity::Amount),
    ("visible", Quantity::Amount),
    ("speedy", Quantity::Pace),
    ("speed", Quantity::Pace),
];

impl Reader<'_> {
    /// `bigger`, `a bit darker` without the bit.
    pub(super) fn scales(&self, at: usize) -> Vec<(usize, Bound)> {
        let mut found: Vec<(usize, Bound)> = Vec::new();
        for scale in &self.grammar.scales {
            if let Some(end) = self.longest(&scale.say, at) {
                found.push((end, Bound::Scale(scale.of, scale.by)));
            }
        }
        keep_longest(&mut found);
        found
    }

    /// `30%`, `a third`, `twice`, `1.5 times`, `half`, `a bit`, `2x`, `by half`.
    pub(super) fn degrees(&self, at: usize) -> Vec<(usize, Degree)> {
        let mut found = Vec::new();
        for degree in &self.grammar.degrees {
            found.extend(self.longest(&degree.say, at).map(|end| (end, Degree::Power(degree.by))));
        }
        found.extend(self.multiple(at));
        found.extend(self.share(at));
        found
    }

    fn multiple(&self, at: usize) -> Option<(usize, Degree)> {
        let word = self.word(at);
        if let Some((_, times)) = TIMES.iter().find(|(own, _)| *own == word) {
            return Some((at + 1, Degree::Times(*times)));
        }
        let typed = self.word(at).parse::<f64>().ok().filter(|number| *number > 0.0);
        if let Some(number) = typed.filter(|_| self.is(at + 1, &["x", "×"])) {
            return Some((at + 2, Degree::Times(number)));
        }
        let (end, number) = self.number(at).into_iter().last()?;
        if self.is(end, &["times", "x", "×", "fold"]) && number > 0.0 {
            return Some((end + 1, Degree::Times(number)));
        }
        None
    }

    fn share(&self, at: usize) -> Option<(usize, Degree)> {
        if self.is(at, &["half"]) {
            return Some((at + 1, Degree::Times(0.5)));
        }
        for (end, kind) in self.readings(at) {
            match kind {
                Kind::Percent(number) if number.get() > 0.0 => return Some((end, Degree::Share(number.get() / 100.0))),
                Kind::Fraction(number) => return Some((end, Degree::Share(number.get()))),
                _ => {}
            }
        }
        let start = at + usize::from(self.is(at, &["a", "one"]));
        let word = self.word(start);
        let (_, share) = SHARES.iter().find(|(own, _)| *own == word)?;
        (start > at).then_some((start + 1, Degree::Share(*share)))
    }

    /// `big` in `twice as big`.
    pub(super) fn extent(&self, at: usize) -> Vec<(usize, Bound)> {
        let word = self.word(at);
        let of = EXTENTS.iter().find(|(own, _)| *own == word);
        of.map(|(_, of)| (at + 1, Bound::Scale(*of, 2.0))).into_iter().collect()
    }

    /// A length of time in seconds; frames are no such length, since scenes have their own.
    pub(super) fn seconds(&self, at: usize) -> Vec<(usize, f64)> {
        let start = at
            + usize::from(self.is(
                at,
                &["about", "around", "exactly", "roughly", "only", "just", "like", "maybe", "another", "an", "a"],
            ));
        let mut found = Vec::new();
        for from in [at, start] {
            for (end, kind) in self.readings(from) {
                if let Kind::Seconds(number) = kind {
                    found.push((end, number.get()));
                }
            }
        }
        // `second 3`, `3`, where the sentence says that seconds are meant.
        if self.is(at, &["second", "sec"])
            && let Some((end, number)) = self.number(at + 1).into_iter().next()
        {
            found.push((end, number));
        }
        if found.is_empty() && self.is(at, &["a", "one", "another", "an"]) {
            let unit = at + 1 + usize::from(self.is(at + 1, &["extra", "single", "whole", "full", "more"]));
            if self.is(unit, &["second", "sec", "s"]) {
                found.push((unit + 1, 1.0));
            }
        }
        found.dedup();
        found
    }

    /// A length of time, also without its unit.
    pub(super) fn lengths(&self, at: usize) -> Vec<(usize, f64)> {
        const MOST: f64 = 60.0;
        let found = self.seconds(at);
        if !found.is_empty() {
            return found;
        }
        let start = at + usize::from(self.is(at, &["about", "around", "just", "only", "maybe", "like"]));
        let number = self.number(start).into_iter();
        number
            .filter(|(end, number)| {
                (0.5..=MOST).contains(number) && !self.is(*end, &["%", "percent", "px", "times", "x"])
            })
            .collect()
    }

    /// A number in figures or words.
    pub(super) fn number(&self, at: usize) -> Vec<(usize, f64)> {
        let mut found: Vec<(usize, f64)> = Vec::new();
        for (end, kind) in self.readings(at) {
            match kind {
                Kind::Number(number) | Kind::Percent(number) => found.push((end, number.get())),
                _ => {}
            }
        }
        if found.is_empty()
            && let Some((end, number)) = self.ordinal_number(at)
        {
            found.push((end, number as f64));
        }
        found
    }
}
