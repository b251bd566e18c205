//! A scene of a project.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use super::id::SceneId;
use crate::error::Result;
use crate::request::{Format, Origin, ProjectScene};
use crate::template::{Fit, Library, Params};
use crate::tsx::Meta;

/// A scene as a project keeps it. Its place is that in the project's list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SceneRecord {
    /// Its id, which it keeps whatever happens to it.
    pub id: SceneId,
    /// What people call it.
    pub name: String,
    /// What it is made from.
    pub content: Content,
    /// Its length in frames, as it is played.
    pub frames: u32,
    /// Frames a second.
    pub fps: u32,
    /// Its shape.
    pub format: Format,
    /// Which part of its content is played; all of it if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// How it is meant to follow on the scene before it; a cut if nothing is said. What is played of it is said by
    /// [`Project::cues`](super::Project::cues).
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
    /// Scenes that follow on one another and play as one, as long as they do.
    Merged {
        /// The scenes, at least two. The first has no transition: that of the whole is its own.
        parts: Vec<SceneRecord>,
    },
}

/// Which part of a scene's content is played: as many frames as the scene has, and nothing of it is retimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The frame of the content with which it begins.
    pub from: u32,
    /// How many frames the content has.
    pub of: u32,
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

impl TransitionKind {
    /// Its name, which is that of Remotion's presentation: `clock-wipe`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fade => "fade",
            Self::Slide => "slide",
            Self::Wipe => "wipe",
            Self::Flip => "flip",
            Self::ClockWipe => "clock-wipe",
        }
    }
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
            window: None,
            transition: None,
            provenance: Provenance::now(Maker::Template, Some(request)),
        }
    }

    /// A new scene that a model wrote: its code with its manifest, what was asked for and who wrote it.
    pub fn of_model(
        (code, manifest): (&str, &Json),
        name: impl Into<String>,
        meta: &Meta,
        (request, model): (&str, &str),
    ) -> Self {
        let content = Content::Code { code: code.to_owned(), manifest: manifest.clone() };
        let provenance = Provenance::now(Maker::Model, Some(request));
        Self {
            id: SceneId::fresh(),
            name: name.into(),
            content,
            frames: meta.duration_in_frames,
            fps: meta.fps,
            format: Format::of_size(meta.width, meta.height),
            window: None,
            transition: None,
            provenance: Provenance { model: Some(model.to_owned()), ..provenance },
        }
    }

    /// The scene as a request refers to it. A merged one has nothing of its own that could be changed in words.
    pub fn as_asked(&self) -> ProjectScene {
        let (origin, params) = match &self.content {
            Content::Template { id, params } => (Origin::Template { template: id.clone() }, params.clone()),
            Content::Code { code, manifest } => {
                (Origin::Code { code: code.clone(), manifest: manifest.clone() }, Map::new())
            }
            Content::Merged { .. } => (Origin::Code { code: String::new(), manifest: Json::Null }, Map::new()),
        };
        ProjectScene { name: self.name.clone(), origin, params }
    }

    /// Its length in seconds.
    pub fn seconds(&self) -> f64 {
        f64::from(self.frames) / f64::from(self.fps.max(1))
    }

    /// The part of its content that is played, said in full.
    pub fn played(&self) -> Window {
        self.window.unwrap_or(Window { from: 0, of: self.frames })
    }
}

impl Content {
    /// A template with its parameters, written down.
    pub fn of(fit: &Fit) -> Self {
        Self::Template { id: fit.template().to_owned(), params: written(fit.params()) }
    }

    /// The template with its parameters, checked; nothing for code and for merged scenes.
    ///
    /// # Errors
    /// As [`Library::fit`]: the library may have changed since it was written down.
    pub fn fit(&self, library: &Library) -> Result<Option<Fit>> {
        match self {
            Self::Template { id, params } => library.fit(id, params).map(Some),
            Self::Code { .. } | Self::Merged { .. } => Ok(None),
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
