//! A scene: code that has been checked.

use serde::{Deserialize, Serialize};

/// The size and the length of a scene, as its `meta` export says them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Meta {
    /// The scene's name in a project, such as `title-card`.
    pub id: String,
    /// Its length in frames.
    pub duration_in_frames: u32,
    /// Frames a second.
    pub fps: u32,
    /// Width of a frame in pixels.
    pub width: u32,
    /// Height of a frame in pixels.
    pub height: u32,
}

/// The code of a scene that parses and keeps all rules. Only [`check`](super::check()) and
/// [`Skeleton::fill`](super::Skeleton::fill) make one; [`Scene::from_bytes`] reads back what one of them has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    code: String,
    meta: Option<Meta>,
}

impl Scene {
    pub(super) fn new(code: String, meta: Option<Meta>) -> Self {
        Self { code, meta }
    }

    /// The code, in TSX.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The code, taken out.
    pub fn into_code(self) -> String {
        self.code
    }

    /// What its `meta` export says; `None` where it has none.
    pub fn meta(&self) -> Option<&Meta> {
        self.meta.as_ref()
    }
}
