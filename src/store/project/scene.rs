//! A scene of a project.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use super::id::SceneId;
use super::state::check_name;
use crate::error::{Error, ErrorKind, Result};
use crate::request::{Format, Origin, ProjectScene};
use crate::template::{Fit, Library, Params};
use crate::tsx::Meta;

/// The most frames of a scene: an hour at 60 frames a second.
const MAX_FRAMES: u32 = 60 * 60 * 60;

/// The most frames a second.
const MAX_FPS: u32 = 240;

/// A scene as a project keeps it. Its place is that in the project's list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SceneRecord {
    /// Its id, which it keeps whatever happens to it.
    pub id: SceneId,
    /// What people call it.
    pub name: String,
    /// What it is made from.
    pub content: Content,
    /// Its length in frames.
    pub frames: u32,
    /// Frames a second.
    pub fps: u32,
    /// Its shape.
    pub format: Format,
    /// How it follows on the scene before it; a cut if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transition: Option<Transition>,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// What a scene is made from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// A template of the library.
    Template {
        /// Its id.
        id: String,
        /// Its parameters, which are checked against the template whenever the scene is rendered: templates change.
        params: Map<String, Json>,
    },
    /// Code of its own.
    Code {
        /// The code, in TSX.
        code: String,
        /// What can be changed in it.
        manifest: Json,
    },
}

/// How a scene follows on the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transition {
    /// In which way.
    pub kind: TransitionKind,
    /// For how many frames both are seen.
    pub frames: u32,
}

/// The transitions that Remotion's `TransitionSeries` has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TransitionKind {
    /// One becomes the other.
    Fade,
    /// The new one pushes the old one out.
    Slide,
    /// An edge runs over the frame.
    Wipe,
    /// The frame turns over.
    Flip,
    /// A hand of a clock runs round.
    ClockWipe,
}

/// Where a scene comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Who made it.
    pub maker: Maker,
    /// What was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// The model that wrote it, if one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// The version of this program.
    pub version: String,
}

/// Who made a scene.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Maker {
    /// A template of the library.
    Template,
    /// A model.
    Model,
    /// A person, by hand.
    Person,
}

impl SceneRecord {
    /// A new scene of a template as it was rendered: `meta` is what its code says of itself.
    pub fn of_template(fit: &Fit, name: impl Into<String>, meta: &Meta, request: &str) -> Self {
        Self {
            id: SceneId::fresh(),
            name: name.into(),
            content: Content::of(fit),
            frames: meta.duration_in_frames,
            fps: meta.fps,
            format: Format::of_size(meta.width, meta.height),
            transition: None,
            provenance: Provenance::now(Maker::Template, Some(request)),
        }
    }

    /// The scene as a request refers to it.
    pub fn as_asked(&self) -> ProjectScene {
        let (origin, params) = match &self.content {
            Content::Template { id, params } => (Origin::Template { template: id.clone() }, params.clone()),
            Content::Code { code, manifest } => {
                (Origin::Code { code: code.clone(), manifest: manifest.clone() }, Map::new())
            }
        };
        ProjectScene { name: self.name.clone(), origin, params }
    }

    /// Its length in seconds.
    pub fn seconds(&self) -> f64 {
        f64::from(self.frames) / f64::from(self.fps.max(1))
    }

    /// Whether it can be in a project.
    pub(super) fn check(&self) -> Result<()> {
        check_name(&self.name)?;
        let wrong = |message: String| Err(Error::new(ErrorKind::Project, message));
        if !(1..=MAX_FRAMES).contains(&self.frames) {
            return wrong(format!("scene `{}` has {} frames: expected from 1 to {MAX_FRAMES}", self.name, self.frames));
        }
        if !(1..=MAX_FPS).contains(&self.fps) {
            return wrong(format!(
                "scene `{}` has {} frames a second: expected from 1 to {MAX_FPS}",
                self.name, self.fps
            ));
        }
        Ok(())
    }
}

impl Content {
    /// A template with its parameters, written down.
    pub fn of(fit: &Fit) -> Self {
        Self::Template { id: fit.template().to_owned(), params: written(fit.params()) }
    }

    /// The template with its parameters, checked; nothing for code.
    ///
    /// # Errors
    /// As [`Library::fit`]: the library may have changed since it was written down.
    pub fn fit(&self, library: &Library) -> Result<Option<Fit>> {
        match self {
            Self::Template { id, params } => library.fit(id, params).map(Some),
            Self::Code { .. } => Ok(None),
        }
    }
}

/// Parameters are always an object in JSON.
fn written(params: &Params) -> Map<String, Json> {
    params.iter().map(|(name, value)| (name.to_owned(), serde_json::to_value(value).unwrap_or_default())).collect()
}

impl Provenance {
    /// Made by this version of the program.
    pub fn now(maker: Maker, request: Option<&str>) -> Self {
        let version = env!("CARGO_PKG_VERSION").to_owned();
        Self { maker, request: request.map(str::to_owned), model: None, version }
    }
}
