//! Values that requests state: colours, durations, numbers, money, series, lists, addresses.
//!
//! [`read`] finds every value of a fixed form in one pass. What needs to know where it begins, a series or a list
//! behind a cue, is read by [`series::read`] and [`list::read`] over a range of tokens.

mod colour;

pub use colour::Colour;

use std::ops::Range;

use serde::Serialize;

use crate::text::{Span, Text};

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
    /// An address of the web, as typed: `https://x.example/a.png`, `letters.example`.
    Url(String),
    /// A handle: `@name`.
    Handle(String),
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

impl Serialize for Gradient {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{} to {}", self.from.css(), self.to.css()))
    }
}

/// Finds all values of a fixed form, in the order of the text, none overlapping another. Quoted text has none: it is
/// content.
pub fn read(text: &Text) -> Vec<Reading> {
    let _ = text;
    Vec::new()
}
