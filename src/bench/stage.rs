//! The project that a request is said about, as it is before anything is said.

use std::time::SystemTime;

use super::labelled::Labelled;
use crate::error::{Error, ErrorKind, Result};
use crate::request::{Format, Origin, ProjectScene};
use crate::store::project::{
    Change, Content, Fact, Intent, Maker, NewProject, ProjectId, ProjectStore, Provenance, SceneId, SceneRecord, Write,
};
use crate::template::{Library, Options};
use crate::tsx;

/// What the person has told of themselves before, so that requests which speak of `our company` are understood.
const FACTS: [(&str, &[&str]); 6] = [
    ("brand-colours", &["navy", "gold"]),
    ("brand-font", &["Inter"]),
    ("company", &["Acme"]),
    ("product", &["Glide"]),
    ("slogan", &["Grow slowly"]),
    ("website", &["acme.com"]),
];

/// Who plays.
pub(super) const AUTHOR: &str = "bench";

/// Makes the project of a request under a name, with its scenes and something that was taken back, so that undo and redo find
/// something to do.
///
/// # Errors
/// Those of the store, and of scenes that cannot be drawn.
pub(super) async fn set(
    store: &dyn ProjectStore,
    library: &Library,
    (labelled, name): (&Labelled, String),
) -> Result<ProjectId> {
    let at = SystemTime::now().into();
    let renamed = Change::Rename { name: format!("{name}, renamed") };
    let id = store.create(NewProject { name, at, key: None }).await?.project.id.clone();
    let scenes = labelled.project.as_deref().unwrap_or_default();
    let facts =
        FACTS.iter().map(|(topic, values)| Ok(Change::Remember { fact: Fact::new(*topic, values.iter().copied()) }));
    let records = scenes.iter().map(|scene| record(library, scene).map(Change::add));
    let records = facts.chain(records).collect::<Result<Vec<_>>>()?;
    for intent in [Intent::Change(records), Intent::Change(vec![renamed]), Intent::Undo] {
        store.write(&id, Write::new(intent, AUTHOR, at)).await?;
    }
    Ok(id)
}

fn record(library: &Library, scene: &ProjectScene) -> Result<SceneRecord> {
    match &scene.origin {
        Origin::Template { template } => {
            let fit = library.fit(template, &scene.params)?;
            let rendered = library.render(&fit, Options::default())?;
            let meta = rendered.scene.meta().ok_or_else(|| no_meta(&scene.name))?;
            Ok(SceneRecord::of_template(&fit, &*scene.name, meta, "the project as it was"))
        }
        Origin::Code { code, manifest } => {
            let meta = tsx::meta(code).ok_or_else(|| no_meta(&scene.name))?;
            Ok(SceneRecord {
                id: SceneId::fresh(),
                name: scene.name.clone(),
                content: Content::Code { code: code.clone(), manifest: manifest.clone() },
                frames: meta.duration_in_frames,
                fps: meta.fps,
                format: Format::of_size(meta.width, meta.height),
                window: None,
                transition: None,
                provenance: Provenance::now(Maker::Model, None),
            })
        }
    }
}

fn no_meta(name: &str) -> Error {
    Error::new(
        ErrorKind::Scene,
        format!("the scene `{name}` does not say how large and how long it is: it needs `meta`"),
    )
}
