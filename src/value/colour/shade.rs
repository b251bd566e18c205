//! Shades: words that make a colour darker, lighter, purer or duller.

use super::space::Oklch;

/// A word before a colour, and what it does in OKLCH.
pub(super) struct Shade {
    /// The word.
    pub(super) word: &'static str,
    /// The lightness that the colour moves to.
    towards: f64,
    /// How much of the way it moves, from 0 to 1.
    amount: f64,
    /// The factor of its chroma.
    chroma: f64,
    /// Whether the word says nothing that changes the colour (`plain white`).
    pub(super) plain: bool,
}

/// All shades. How far they go was set by eye, so that `dark`, `light` and `pale` of a pure hue come near the names of
/// CSS which begin so.
pub(super) const SHADES: &[Shade] = &[
    shade("dark", 0.0, 0.3, 0.95),
    shade("darker", 0.0, 0.3, 0.95),
    shade("deep", 0.0, 0.25, 1.1),
    shade("rich", 0.0, 0.12, 1.15),
    shade("light", 1.0, 0.5, 0.7),
    shade("lighter", 1.0, 0.5, 0.7),
    shade("pale", 1.0, 0.7, 0.45),
    shade("pastel", 0.88, 0.85, 0.5),
    shade("baby", 0.88, 0.8, 0.5),
    shade("soft", 0.84, 0.5, 0.6),
    shade("powdery", 0.88, 0.7, 0.45),
    shade("bright", 0.75, 0.4, 1.3),
    shade("vivid", 0.65, 0.3, 1.4),
    shade("vibrant", 0.65, 0.3, 1.4),
    shade("intense", 0.6, 0.3, 1.4),
    shade("saturated", 0.6, 0.2, 1.4),
    shade("electric", 0.7, 0.5, 2.0),
    shade("neon", 0.82, 0.7, 2.0),
    shade("fluorescent", 0.85, 0.7, 2.0),
    shade("muted", 0.6, 0.25, 0.5),
    shade("dull", 0.5, 0.25, 0.45),
    shade("dusty", 0.65, 0.35, 0.45),
    shade("faded", 0.75, 0.4, 0.4),
    shade("smoky", 0.5, 0.4, 0.3),
    plain("pure"),
    plain("plain"),
    plain("solid"),
    plain("flat"),
    plain("medium"),
];

const fn shade(word: &'static str, towards: f64, amount: f64, chroma: f64) -> Shade {
    Shade { word, towards, amount, chroma, plain: false }
}

const fn plain(word: &'static str) -> Shade {
    Shade { word, towards: 0.0, amount: 0.0, chroma: 1.0, plain: true }
}

impl Shade {
    /// The colour in this shade.
    pub(super) fn apply(&self, colour: Oklch) -> Oklch {
        Oklch { l: colour.l + (self.towards - colour.l) * self.amount, c: colour.c * self.chroma, h: colour.h }
    }
}
