//! The fingerprint of a pattern set: what was fitted to a set knows by it whether the set is still the same.

use std::fmt;
use std::str::FromStr;

use xxhash_rust::xxh3::Xxh3;

use crate::assets::Assets;

/// Where the calibration of a set lies, beside its patterns.
pub const CALIBRATION: &str = "patterns/calibration.yaml";

/// Where it stands what people tell about themselves, and how they mean it later.
pub const MEMORY: &str = "patterns/memory.yaml";

/// Where it stands what people say to change a scene, and to change a project.
pub const CHANGES: [&str; 2] = ["patterns/edits.yaml", "patterns/operations.yaml"];

/// Whether a file under `patterns/` is no pattern: it was made from patterns, or is read before or after they are.
pub(crate) fn is_beside(path: &str) -> bool {
    path == CALIBRATION || path == MEMORY || CHANGES.contains(&path)
}

/// A number that follows from the texts of all pattern files and dictionaries; XXH3 with 64 bits. It is written with 16
/// hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of the files under `patterns/`.
    pub fn of(assets: &Assets) -> Self {
        let mut hasher = Xxh3::new();
        for (path, text) in assets.iter().filter(|(path, _)| path.starts_with("patterns/") && !is_beside(path)) {
            hasher.update(path.as_bytes());
            hasher.update(&(text.len() as u64).to_le_bytes());
            hasher.update(text.as_bytes());
        }
        Self(hasher.digest())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

impl FromStr for Fingerprint {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text, 16).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_patterns_count() {
        let of = |files: &[(&'static str, &'static str)]| Fingerprint::of(&Assets::from_texts(files.iter().copied()));
        let plain = of(&[("patterns/a.yaml", "x")]);
        assert_eq!(of(&[("patterns/a.yaml", "x"), (CALIBRATION, "y"), ("templates/a/scene.tsx", "z")]), plain);
        assert_ne!(of(&[("patterns/a.yaml", "y")]), plain);
        assert_ne!(of(&[("patterns/b.yaml", "x")]), plain);
        assert_eq!(plain.to_string().parse(), Ok(plain));
    }
}
