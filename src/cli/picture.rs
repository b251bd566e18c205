//! Pictures that come with a request: addresses stay as they are, files become part of the scene.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::error::{Error, ErrorKind, Result};

/// The largest file that is put into a scene. Larger ones belong on a server or into the project's `public/` folder.
const MOST_BYTES: u64 = 2 * 1024 * 1024;

/// Kinds of pictures that browsers show, by the ending of their files.
const KINDS: [(&str, &str); 8] = [
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("webp", "image/webp"),
    ("gif", "image/gif"),
    ("avif", "image/avif"),
    ("svg", "image/svg+xml"),
    ("bmp", "image/bmp"),
];

/// A picture's address for a scene: its own, or a `data:` address with the file's content.
///
/// # Errors
/// [`ErrorKind::Request`] if there is no such file, if it is no picture, or if it is too large.
pub(super) fn address(picture: &str) -> Result<String> {
    if ["http://", "https://", "data:"].iter().any(|start| picture.starts_with(start)) {
        return Ok(picture.to_owned());
    }
    let wrong = |message: String| Error::new(ErrorKind::Request, message);
    let ending = Path::new(picture).extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let Some((_, kind)) = KINDS.iter().find(|(known, _)| *known == ending) else {
        let known = KINDS.map(|(known, _)| known).join(", ");
        return Err(wrong(format!("`{picture}` is no picture: expected an address, or a file that ends with {known}")));
    };
    let size = std::fs::metadata(picture)
        .map_err(|error| wrong(format!("the picture `{picture}` cannot be read")).because(error))?
        .len();
    if size > MOST_BYTES {
        let message = format!(
            "the picture `{picture}` has {size} bytes, and at most {MOST_BYTES} go into a scene: give its address"
        );
        return Err(wrong(message));
    }
    let bytes = std::fs::read(picture)
        .map_err(|error| wrong(format!("the picture `{picture}` cannot be read")).because(error))?;
    Ok(format!("data:{kind};base64,{}", STANDARD.encode(bytes)))
}
