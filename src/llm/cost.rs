//! What calls cost.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::Usage;

/// Millionths of a millionth of a dollar: a price per million tokens in dollars is so many of them, times a million, for
/// one token. Sums of whole numbers are exact.
const PICO: f64 = 1e12;

/// What a million tokens cost, in dollars.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Price {
    /// Read anew.
    pub input: f64,
    /// Written.
    pub output: f64,
    /// Read out of the provider's cache.
    pub cache_read: f64,
    /// Put into the provider's cache.
    pub cache_write: f64,
}

/// What something cost: dollars, and how many calls there were of which nobody knows what they cost (no price in
/// `prompts/models.yaml`, or a server that does not count tokens). Costs add up exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cost {
    pico: u64,
    unknown: u64,
}

impl Price {
    /// What an answer of this usage costs.
    pub fn of(&self, usage: &Usage) -> Cost {
        let Self { input, output, cache_read, cache_write } = *self;
        let Usage { input: read, cache_read: kept, cache_write: put, output: written } = *usage;
        let parts = [(read, input), (kept, cache_read), (put, cache_write), (written, output)];
        let pico = parts.into_iter().fold(0_u64, |sum, (tokens, price)| {
            sum.saturating_add(tokens.saturating_mul((price * 1e6).round() as u64))
        });
        Cost { pico, unknown: 0 }
    }
}

impl Cost {
    /// Nothing.
    pub const FREE: Self = Self { pico: 0, unknown: 0 };

    /// A call of which nobody knows what it cost.
    pub const UNKNOWN: Self = Self { pico: 0, unknown: 1 };

    /// What is known of it, in dollars.
    pub fn dollars(self) -> f64 {
        self.pico as f64 / PICO
    }

    /// How many calls are not in that sum.
    pub fn unknown_calls(self) -> u64 {
        self.unknown
    }

    /// Whether all of it is known.
    pub fn is_known(self) -> bool {
        self.unknown == 0
    }
}

impl Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { pico: self.pico.saturating_add(other.pico), unknown: self.unknown.saturating_add(other.unknown) }
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Cost {
    fn sum<I: Iterator<Item = Self>>(costs: I) -> Self {
        costs.fold(Self::FREE, Add::add)
    }
}

/// `$0.0123`, `unknown`, `$0.0123 and 2 calls of unknown cost`.
impl fmt::Display for Cost {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dollars = self.dollars();
        let digits = if dollars > 0.0 && dollars < 0.01 { 6 } else { 4 };
        match (self.pico, self.unknown) {
            (0, 1) => formatter.write_str("unknown"),
            (_, 0) => write!(formatter, "${dollars:.digits$}"),
            (_, 1) => write!(formatter, "${dollars:.digits$} and 1 call of unknown cost"),
            (_, count) => write!(formatter, "${dollars:.digits$} and {count} calls of unknown cost"),
        }
    }
}

impl Serialize for Cost {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Cost", 2)?;
        fields.serialize_field("usd", &self.dollars())?;
        fields.serialize_field("unknown_calls", &self.unknown)?;
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRICE: Price = Price { input: 3.0, output: 15.0, cache_read: 0.3, cache_write: 3.75 };

    #[test]
    fn a_cost_is_usage_times_price() {
        let usage = Usage { input: 1_000, cache_read: 10_000, cache_write: 100, output: 200 };
        let cost = PRICE.of(&usage);
        assert_eq!(cost.to_string(), "$0.009375");
        assert_eq!(PRICE.of(&Usage { input: 1_000_000, ..Usage::default() }).dollars(), 3.0);
        assert_eq!(PRICE.of(&Usage { output: u64::MAX, ..usage }).dollars(), u64::MAX as f64 / PICO);
    }

    #[test]
    fn sums_are_exact_and_say_what_they_miss() {
        let small = Price { input: 0.005, ..PRICE }.of(&Usage { input: 1, ..Usage::default() });
        let sum: Cost = std::iter::repeat_n(small, 1_000_000).sum();
        assert_eq!(sum.dollars(), 0.005);
        assert_eq!((sum + Cost::UNKNOWN).to_string(), "$0.005000 and 1 call of unknown cost");
        assert_eq!((sum + Cost::UNKNOWN + Cost::UNKNOWN).to_string(), "$0.005000 and 2 calls of unknown cost");
        assert_eq!([Cost::UNKNOWN.to_string(), Cost::FREE.to_string()], ["unknown", "$0.0000"]);
        assert_eq!(serde_json::json!(sum + Cost::UNKNOWN).to_string(), r#"{"usd":0.005,"unknown_calls":1}"#);
    }
}
