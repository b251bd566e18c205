//! Values that requests state: colours, durations, numbers, money, series, lists, addresses.
//!
//! [`read`] finds every value of a fixed form in one pass. What needs to know where it begins, a series or a list
//! behind a cue, is read by [`series::read`] and [`list::read`] over a range of tokens.

mod address;
mod amend;
mod colour;
mod date;
mod duration;
pub mod list;
mod number;
mod peek;
mod scan;
pub mod series;
pub(crate) mod table;
mod words;

pub use amend::amended;
pub use colour::{Colour, Oklch, contrast, luminance};
pub use scan::read;

use std::ops::Range;

use serde::Serialize;

use crate::text::Span;

/// The value of a parameter, as it was read from a request or given by a program.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Text, as it stands on the screen; also the name of a choice.
    Text(String),
    /// A number, without separators; seconds, percents (0 to 100) and factors are numbers too.
    Number(Number),
    /// A colour.
    Colour(Colour),
    /// Two colours, `from to to`.
    Gradient(Gradient),
    /// Several texts.
    List(Vec<String>),
    /// Points with a label and a value each.
    Series(Vec<Point>),
    /// Rows of cells.
    Rows(Vec<Vec<String>>),
}

/// A finite number, written without a fraction where it has none.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Number(f64);

/// Two colours that run into one another. It is written as `navy to teal`.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradient {
    /// Where it begins.
    pub from: Colour,
    /// Where it ends.
    pub to: Colour,
}

/// A point of a series.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Point {
    /// What it is called; empty where the request gives bare figures.
    pub label: String,
    /// How much it is.
    pub value: Figure,
}

/// The value of a point: a number, or text where a sign or a unit belongs to it (`€8.2m`) or where it is no figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Figure {
    /// A plain number.
    Number(Number),
    /// Anything else.
    Text(String),
}

/// A value that was found in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The tokens that it was read from.
    pub tokens: Range<usize>,
    /// The same as bytes of the original text.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Whether its words could mean something else.
    pub certainty: Certainty,
}

/// How sure it is that words are the value that they look like.
///
/// A reading is reported in any case; where it is not [`Certainty::Sure`], only another word can say whether the
/// value is meant (`salmon background`, and not `grilled salmon`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// These words hardly mean anything else.
    Sure,
    /// They often mean something else: `plum`, `orange juice`, `the 90s`, `one`.
    Homonym,
    /// Their capital letters say that they belong to a name: `Green Day`, `5 Seconds of Summer`.
    Name,
}

/// What a reader found from one token on.
struct Found {
    /// The token after it.
    end: usize,
    kind: Kind,
    certainty: Certainty,
}

impl Found {
    fn sure(end: usize, kind: Kind) -> Self {
        Self { end, kind, certainty: Certainty::Sure }
    }
}

/// What a reading is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A colour: `teal`, `dark purple`, `#ff0`, `rgb(1, 2, 3)`.
    Colour(Colour),
    /// Two colours: `teal to violet`, `from #fff to #000`, `blue → red`.
    Gradient(Gradient),
    /// A length of time in seconds: `4s`, `half a minute`, `3000 ms`.
    Seconds(Number),
    /// A length of time in frames: `150 frames`.
    Frames(Number),
    /// Frames per second: `60 fps`, `@ 25fps`.
    Fps(Number),
    /// A number: `12,500`, `1.2k`, `twenty`, `-3`.
    Number(Number),
    /// A percentage, from 0 to 100: `45%`, `72 percent`.
    Percent(Number),
    /// An amount of money with its sign as typed: `$2,500,000`, `1.5M €`, `20 dollars`.
    Money {
        /// How much.
        amount: Number,
        /// `$`, `€`, `CHF` …
        sign: String,
    },
    /// A part of a whole, from 0 to 1: `half`, `three quarters`. Where the words say that it is how full something is
    /// (`three quarters full`), it is a percentage.
    Fraction(Number),
    /// Two numbers with a dash between: `0-100`, `7–10`.
    Range(Number, Number),
    /// A picture's format: `9:16`, `1080x1920`.
    Aspect {
        /// How wide it is, against its height or in pixels.
        width: u32,
        /// How high it is.
        height: u32,
    },
    /// A date, as typed: `24 December 2026`, `14/02`, `2026-09-12`, `March 2026`.
    Date(String),
    /// A time of day, as typed: `19:00`, `11 am`, `noon`.
    Time(String),
    /// The number of a version, as typed: `2.4.0`, `v7.0`.
    Version(String),
    /// An address of the web, as typed: `https://x.example/a.png`, `letters.example`.
    Url(String),
    /// An address of mail, as typed.
    Email(String),
    /// The name or path of a file, as typed: `main.py`, `rex.jpg`.
    File(String),
    /// A handle, with its sign: `@name`.
    Handle(String),
}

impl Value {
    /// Whether it is this text, or has it among its items.
    pub fn holds(&self, text: &str) -> bool {
        match self {
            Self::Text(own) => own == text,
            Self::List(items) => items.iter().any(|item| item == text),
            _ => false,
        }
    }
}

impl Number {
    /// A number, unless it is infinite or none.
    pub fn new(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self(value))
    }

    /// As a float.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Self(f64::from(value))
    }
}

impl Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if self.0.fract() == 0.0 && self.0.abs() < EXACT {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl<'de> serde::Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer)
            .and_then(|number| Self::new(number).ok_or_else(|| serde::de::Error::custom("expected a finite number")))
    }
}

impl Serialize for Gradient {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{} to {}", self.from.css(), self.to.css()))
    }
}
