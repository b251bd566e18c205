//! Scenes as files of a film.

use serde_json::Value as Json;

use crate::diagnostic::Source as Text;
use crate::error::{Error, ErrorKind, Result};
use crate::request::Format;
use crate::store::project::{Content, SceneRecord};
use crate::template::{Library, Options};
use crate::tsx::{self, Meta, Scene};
use crate::value::Colour;

/// The file of a scene.
#[derive(Debug)]
pub(super) struct Source {
    /// Its name without the ending, and that of its component in the film.
    pub(super) name: String,
    /// Its code.
    pub(super) code: String,
    /// Whether its component takes the `defaultProps` that it exports.
    pub(super) has_props: bool,
    /// Its width and height, unless they are the film's.
    pub(super) size: Option<(u32, u32)>,
    /// The colour on which everything of it stands, as CSS, if its props say one.
    pub(super) ground: Option<String>,
}

/// What all scenes of a film share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) format: Format,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) fps: u32,
}

impl Source {
    /// The file of a scene that is not merged, without a name yet.
    ///
    /// # Errors
    /// [`ErrorKind::Parameter`] if the library has changed since the scene was made; [`ErrorKind::Scene`] for code that is
    /// not acceptable, or that only runs in players.
    pub(super) fn of(scene: &SceneRecord, library: &Library, frame: Frame) -> Result<Self> {
        let checked = match &scene.content {
            Content::Template { id, params } => rendered(library, (id, params), frame)?,
            Content::Code { code, .. } => tsx::check(&Text::new(format!("{}.tsx", scene.name), code.as_str()))?,
            Content::Merged { .. } => return refuse("a merged scene has no code of its own"),
        };
        let entry = tsx::entry(checked.code())?;
        if entry.is_for_players {
            return refuse(
                "its code takes packages from `window`, as players want it: make it anew without `--globals`",
            );
        }
        let size = checked.meta().map(|Meta { width, height, .. }| (*width, *height));
        let is_of_own_rate = keeps_rate(scene, library) && scene.fps != frame.fps;
        let ground = ground(checked.code());
        Ok(Self {
            name: String::new(),
            code: if is_of_own_rate { tsx::at_own_rate(checked.code(), scene.fps)? } else { checked.into_code() },
            has_props: entry.takes_props && entry.has_default_props,
            size: size.filter(|size| *size != (frame.width, frame.height)),
            ground,
        })
    }
}

/// Whether a scene is played at its own rate, whatever that of the film: code is, and what its template cannot give another.
pub(super) fn keeps_rate(scene: &SceneRecord, library: &Library) -> bool {
    match &scene.content {
        Content::Code { .. } => true,
        Content::Template { id, .. } => library.manifest(id).is_some_and(|manifest| manifest.is_without("fps")),
        Content::Merged { .. } => false,
    }
}

/// A scene of the library in the size and the rate of the film.
fn rendered(library: &Library, (id, params): (&String, &serde_json::Map<String, Json>), frame: Frame) -> Result<Scene> {
    let manifest = library.manifest(id);
    let mut params = params.clone();
    for (name, value) in [("format", Json::from(frame.format.name())), ("fps", Json::from(frame.fps))] {
        if manifest.is_some_and(|manifest| !manifest.is_without(name)) {
            params.insert(name.to_owned(), value);
        }
    }
    Ok(library.render(&library.fit(id, &params)?, Options::default())?.scene)
}

/// The colour on which a scene stands: that of its palette, or the one that a prop names so.
fn ground(code: &str) -> Option<String> {
    let props = tsx::default_props(code).ok()?;
    let names = ["/palette/background", "/background", "/backgroundColor", "/colors/background"];
    let mut found = names.iter().filter_map(|name| props.pointer(name)?.as_str());
    found.find_map(Colour::from_css).map(|colour| colour.hex())
}

fn refuse<T>(message: &str) -> Result<T> {
    Err(Error::new(ErrorKind::Scene, message))
}
