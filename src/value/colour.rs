//! Colours: the names of CSS, hexadecimal and functional notation, and names with a shade.

use std::borrow::Cow;

use serde::Serialize;

/// An opaque colour that remembers how CSS calls it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colour {
    css: Cow<'static, str>,
    rgb: [u8; 3],
}

impl Colour {
    /// How CSS writes it: the name (`teal`) where it was named so, else `#rrggbb`.
    pub fn css(&self) -> &str {
        &self.css
    }

    /// Red, green and blue from 0 to 255.
    pub fn rgb(&self) -> [u8; 3] {
        self.rgb
    }
}

impl Serialize for Colour {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.css)
    }
}
