//! Scenes as bytes and back, for stores that keep what was checked.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use super::{Meta, Scene};

/// Rules change with the version, so a scene counts as checked for the version that checked it alone.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Bytes of the seal in front of the scene.
const SEAL: usize = size_of::<u64>();

#[derive(Serialize, Deserialize)]
struct Kept<'s> {
    code: &'s str,
    meta: Option<Meta>,
}

impl Scene {
    /// The scene as bytes that [`Scene::from_bytes`] of the same version reads.
    pub fn to_bytes(&self) -> Vec<u8> {
        let kept = Kept { code: self.code(), meta: self.meta().cloned() };
        // Strings and numbers always serialise; without a body the bytes would be no scene.
        let body = postcard::to_stdvec(&kept).unwrap_or_default();
        let mut bytes = seal(&body).to_le_bytes().to_vec();
        bytes.extend(body);
        bytes
    }

    /// Reads back what [`Scene::to_bytes`] wrote. The scene is not checked again: it was when it was made, and the seal
    /// says that it is the same scene and that the same version checked it. `None` if it is not.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (sealed, body) = bytes.split_first_chunk::<SEAL>()?;
        if u64::from_le_bytes(*sealed) != seal(body) {
            return None;
        }
        let Kept { code, meta } = postcard::from_bytes(body).ok()?;
        Some(Self::new(code.to_owned(), meta))
    }
}

fn seal(body: &[u8]) -> u64 {
    xxh3_64_with_seed(body, xxh3_64(VERSION.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;
    use crate::tsx::check;

    const CODE: &str = "import { AbsoluteFill } from 'remotion';\n\n\
        export const meta = { id: 'plain', durationInFrames: 90, fps: 30, width: 1920, height: 1080 };\n\n\
        export default function Plain() {\n  return <AbsoluteFill style={{ backgroundColor: '#123456' }} />;\n}\n";

    #[test]
    fn a_scene_comes_back_as_it_was() -> Result<(), Box<dyn std::error::Error>> {
        let scene = check(&Source::new("plain.tsx", CODE))?;
        assert!(scene.meta().is_some());
        assert_eq!(Scene::from_bytes(&scene.to_bytes()), Some(scene));
        Ok(())
    }

    #[test]
    fn no_other_bytes_are_a_scene() -> Result<(), Box<dyn std::error::Error>> {
        let bytes = check(&Source::new("plain.tsx", CODE))?.to_bytes();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert_eq!(Scene::from_bytes(&changed), None, "byte {at}");
            assert_eq!(Scene::from_bytes(&bytes[..at]), None, "cut at {at}");
        }
        Ok(())
    }
}
