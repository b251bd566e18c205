//! What may be kept.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind, Result};
use crate::tsx::Scene;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A finished scene that has been checked.
    Scene,
    /// The layout that a scene is written from.
    Layout,
    /// Content for the open parameters of a template.
    Fill,
    /// What is to be done about a request.
    Plan,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Scene, Self::Layout, Self::Fill, Self::Plan];

    /// Its name, in the singular.
    pub fn name(self) -> &'static str {
        match self {
            Self::Scene => "scene",
            Self::Layout => "layout",
            Self::Fill => "fill",
            Self::Plan => "plan",
        }
    }

    /// Its place in [`Kind::ALL`].
    pub(super) fn index(self) -> usize {
        self as usize
    }
}

/// A value that was worth a model call, as bytes. A scene can only go in as [`Scene`], which only the check makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    kind: Kind,
    payload: Arc<[u8]>,
}

/// A scene with what belongs to it, both as bytes.
#[derive(Serialize, Deserialize)]
struct SceneParts<'p> {
    scene: &'p [u8],
    about: &'p [u8],
}

impl Entry {
    /// A checked scene, with what else is known about it: its manifest, who made it.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] if `about` cannot be written as JSON.
    pub fn scene(scene: &Scene, about: &impl Serialize) -> Result<Self> {
        let (scene, about) = (scene.to_bytes(), json(about)?);
        let parts = SceneParts { scene: &scene, about: &about };
        Ok(Self::of(Kind::Scene, postcard::to_stdvec(&parts).map_err(unwritable)?))
    }

    /// A layout.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] if it cannot be written as JSON.
    pub fn layout(layout: &impl Serialize) -> Result<Self> {
        Ok(Self::of(Kind::Layout, json(layout)?))
    }

    /// Content for a template.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] if it cannot be written as JSON.
    pub fn fill(content: &impl Serialize) -> Result<Self> {
        Ok(Self::of(Kind::Fill, json(content)?))
    }

    /// A plan.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] if it cannot be written as JSON.
    pub fn plan(plan: &impl Serialize) -> Result<Self> {
        Ok(Self::of(Kind::Plan, json(plan)?))
    }

    /// The scene, with what is known about it; `None` if it is something else, or was checked by another version.
    pub fn to_scene<T: DeserializeOwned>(&self) -> Option<(Scene, T)> {
        let parts: SceneParts<'_> = postcard::from_bytes(self.payload_of(Kind::Scene)?).ok()?;
        Some((Scene::from_bytes(parts.scene)?, serde_json::from_slice(parts.about).ok()?))
    }

    /// The layout; `None` if it is something else.
    pub fn to_layout<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(self.payload_of(Kind::Layout)?).ok()
    }

    /// The content for a template; `None` if it is something else.
    pub fn to_fill<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(self.payload_of(Kind::Fill)?).ok()
    }

    /// The plan; `None` if it is something else.
    pub fn to_plan<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(self.payload_of(Kind::Plan)?).ok()
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// An entry as a store has kept it.
    pub(super) fn of(kind: Kind, payload: Vec<u8>) -> Self {
        Self { kind, payload: payload.into() }
    }

    pub(super) fn payload(&self) -> &[u8] {
        &self.payload
    }

    fn payload_of(&self, kind: Kind) -> Option<&[u8]> {
        (self.kind == kind).then_some(&self.payload)
    }
}

fn json(value: &impl Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec(value).map_err(unwritable)
}

fn unwritable(cause: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::new(ErrorKind::Store, "the answer cannot be written as bytes").because(cause)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::diagnostic::Source;
    use crate::tsx::check;

    #[test]
    fn each_kind_gives_back_what_went_in_and_no_other() -> Result<()> {
        let code = "export default function Empty() {\n  return null;\n}\n";
        let scene = check(&Source::new("empty.tsx", code))?;
        let about = json!({"manifest": {"title": "Empty"}});
        let entries =
            [Entry::scene(&scene, &about)?, Entry::layout(&about)?, Entry::fill(&about)?, Entry::plan(&about)?];
        assert_eq!(entries[0].to_scene::<Value>(), Some((scene, about.clone())));
        assert_eq!(entries[1].to_layout(), Some(about.clone()));
        assert_eq!(entries[2].to_fill(), Some(about.clone()));
        assert_eq!(entries[3].to_plan(), Some(about));
        assert_eq!(entries.clone().map(|entry| entry.kind()), Kind::ALL);
        assert_eq!(entries[1].to_scene::<Value>(), None);
        assert_eq!(entries[0].to_fill::<Value>(), None);
        assert_eq!(entries[2].to_layout::<Value>(), None);
        Ok(())
    }
}
