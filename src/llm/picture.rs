//! Pictures for models.

/// A picture in a message: by its address, or with its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// An address that the model's provider fetches. Local servers rarely do.
    Url(String),
    /// The picture itself.
    Embedded {
        /// What kind of picture it is, such as `image/png`.
        media_type: String,
        /// Its bytes in base64.
        base64: String,
    },
}

/// The kinds of pictures that the models of all providers take.
const TAKEN: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

impl Picture {
    /// A picture of an attachment: an address that begins with `https://` or `http://`, or a `data:` address with base64 in
    /// it. Nothing if it is neither, or if models do not take pictures of its kind (they take PNG, JPEG, GIF and WebP).
    pub fn of_attachment(address: &str) -> Option<Self> {
        if address.starts_with("https://") || address.starts_with("http://") {
            return Some(Self::Url(address.to_owned()));
        }
        let (head, base64) = address.strip_prefix("data:")?.split_once(',')?;
        let media_type = head.strip_suffix(";base64")?.split(';').next()?.to_ascii_lowercase();
        let is_whole = !base64.is_empty() && base64.bytes().all(is_base64);
        (TAKEN.contains(&media_type.as_str()) && is_whole)
            .then(|| Self::Embedded { media_type, base64: base64.to_owned() })
    }

    /// Its address: its own, or a `data:` address with its content.
    pub fn address(&self) -> String {
        match self {
            Self::Url(url) => url.clone(),
            Self::Embedded { media_type, base64 } => format!("data:{media_type};base64,{base64}"),
        }
    }
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attachments_become_pictures() {
        let url = "https://example.com/a.png";
        assert_eq!(Picture::of_attachment(url), Some(Picture::Url(url.to_owned())));
        let png = Picture::Embedded { media_type: "image/png".to_owned(), base64: "iVBORw0K".to_owned() };
        assert_eq!(png.address(), "data:image/png;base64,iVBORw0K");
        assert_eq!(Picture::of_attachment("data:IMAGE/PNG;name=a;base64,iVBORw0K"), Some(png));
        for other in ["data:image/svg+xml;base64,PHN2", "data:image/png,abc", "a.png", "data:image/png;base64,<>"] {
            assert_eq!(Picture::of_attachment(other), None, "{other}");
        }
    }
}
