//! Pictures that belong to projects.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::id::AssetId;
use crate::error::{Error, ErrorKind, Result};

/// The largest picture that is kept, in bytes.
pub const MAX_ASSET: usize = 20 * 1024 * 1024;

/// A picture of a project. Its bytes lie in a file of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asset {
    /// The SHA-256 of its bytes.
    pub id: AssetId,
    /// What the person's file was called.
    pub name: String,
    /// What kind of picture it is.
    pub media: Media,
    /// How many bytes it has.
    pub bytes: u64,
}

/// The kinds of pictures that browsers show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Media {
    /// `image/png`
    #[serde(rename = "image/png")]
    Png,
    /// `image/jpeg`
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// `image/gif`
    #[serde(rename = "image/gif")]
    Gif,
    /// `image/webp`
    #[serde(rename = "image/webp")]
    Webp,
    /// `image/avif`
    #[serde(rename = "image/avif")]
    Avif,
}

impl Asset {
    /// Looks at the bytes of a picture: what kind it is and what its id is.
    ///
    /// # Errors
    /// [`ErrorKind::Request`] if they are no picture of a known kind, or more than [`MAX_ASSET`].
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self> {
        let wrong = |message: String| Error::new(ErrorKind::Request, message);
        if bytes.len() > MAX_ASSET {
            let message = format!(
                "`{name}` has {} bytes, and pictures of at most {MAX_ASSET} are kept: make it smaller",
                bytes.len()
            );
            return Err(wrong(message));
        }
        let media = Media::of(bytes)
            .ok_or_else(|| wrong(format!("`{name}` is no picture: expected PNG, JPEG, GIF, WebP or AVIF")))?;
        Ok(Self { id: id_of(bytes)?, name: name.to_owned(), media, bytes: bytes.len() as u64 })
    }

    /// Whether some bytes are those of this picture.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        id_of(bytes).is_ok_and(|id| id == self.id)
    }
}

fn id_of(bytes: &[u8]) -> Result<AssetId> {
    hex(&Sha256::digest(bytes)).parse()
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

impl Media {
    /// The kind of a picture by its first bytes; `None` if they are those of none.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f' | b's', ..] => Some(Self::Avif),
            _ => None,
        }
    }

    /// The name that HTTP has for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Avif => "image/avif",
        }
    }
}
