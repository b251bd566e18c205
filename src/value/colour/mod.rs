//! Colours: the names of CSS, hexadecimal and functional notation, and names with a shade.

mod index;
#[allow(clippy::unreadable_literal, reason = "channels are grouped as CSS groups them")]
mod names;
mod notation;
mod read;
mod shade;
#[allow(clippy::many_single_char_names, reason = "channels are named as their authors name them")]
mod space;

use std::borrow::Cow;

use serde::Serialize;

pub use space::{Oklch, contrast, luminance};

pub(super) use read::{at, hex_at, starts_gradient};

/// An opaque colour that remembers how CSS calls it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colour {
    css: Cow<'static, str>,
    rgb: [u8; 3],
}

impl Colour {
    /// The colour of three channels from 0 to 255, written as lower-case `#rrggbb`.
    pub fn from_rgb(r: u8, g: u8, b: u8) -> Self {
        Self { css: format!("#{r:02x}{g:02x}{b:02x}").into(), rgb: [r, g, b] }
    }

    /// Reads a colour as CSS writes it: a name in any case, `#rgb`, `#rrggbb` (with or without alpha, which is dropped),
    /// `rgb(…)` or `hsl(…)`. `None` for anything else, `transparent` and `currentcolor` among them.
    pub fn from_css(css: &str) -> Option<Self> {
        let css = css.trim();
        if let Some(digits) = css.strip_prefix('#') {
            return notation::hex(digits);
        }
        if css.ends_with(')') {
            return notation::function(&css.to_ascii_lowercase());
        }
        if css.contains(|c: char| !c.is_ascii_alphabetic()) {
            return None;
        }
        match index::find(&css.to_ascii_lowercase())? {
            index::Entry::Css(row) => Some(Self::css_name(row)),
            _ => None,
        }
    }

    /// Reads a colour as people say it: all that [`Colour::from_css`] reads, names in several words (`midnight blue`),
    /// names that CSS lacks (`burgundy`) and shades (`very dark green`).
    pub fn from_words(words: &str) -> Option<Self> {
        Self::from_css(words).or_else(|| read::whole(words))
    }

    /// How CSS writes it: the name (`teal`) where it was named so, else `#rrggbb`.
    pub fn css(&self) -> &str {
        &self.css
    }

    /// Red, green and blue from 0 to 255.
    pub fn rgb(&self) -> [u8; 3] {
        self.rgb
    }

    /// The same as `#rrggbb`, whatever it was called.
    pub fn hex(&self) -> String {
        let [r, g, b] = self.rgb;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// The colour with another lightness, from 0 (black) to 1 (white); its hue is kept, and its chroma as far as
    /// screens can show it.
    #[must_use]
    pub fn with_lightness(&self, l: f64) -> Self {
        Oklch { l, ..Oklch::of(self) }.to_colour()
    }

    /// The colour with another chroma, from 0 (grey) up to what screens can show.
    #[must_use]
    pub fn with_chroma(&self, c: f64) -> Self {
        Oklch { c, ..Oklch::of(self) }.to_colour()
    }

    /// How far apart two colours look: the distance of their places in `Oklab`; black and white are 1 apart.
    pub fn difference(&self, other: &Self) -> f64 {
        space::difference(self, other)
    }

    fn css_name(row: usize) -> Self {
        let (name, rgb) = names::CSS[row];
        let css = if name.contains(' ') { Cow::Owned(name.replace(' ', "")) } else { Cow::Borrowed(name) };
        Self { css, rgb: channels(rgb) }
    }

    fn everyday(row: usize) -> Self {
        let [r, g, b] = channels(names::EVERYDAY[row].1);
        Self::from_rgb(r, g, b)
    }
}

impl Serialize for Colour {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.css)
    }
}

fn channels(rgb: u32) -> [u8; 3] {
    let [_, r, g, b] = rgb.to_be_bytes();
    [r, g, b]
}
