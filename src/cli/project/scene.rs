//! One scene of a project.

use super::session::{Place, with_store};
use crate::error::{Error, ErrorKind, Result};
use crate::nearest::suggest;
use crate::store::project::SceneRecord;

/// The scene of a name in a project of a name, whatever the case of their letters.
pub(in crate::cli) fn find(place: &Place, project: &str, scene: &str) -> Result<SceneRecord> {
    with_store(place, async |store| {
        let id = store.find(project).await?.id;
        let snapshot = store.read(&id).await?;
        let scenes = &snapshot.project.scenes;
        let found = scenes.iter().find(|found| found.name.eq_ignore_ascii_case(scene)).cloned();
        found.ok_or_else(|| {
            let help = suggest(scene, scenes.iter().map(|scene| scene.name.as_str()));
            Error::new(ErrorKind::Project, format!("the project `{project}` has no scene `{scene}`: {help}"))
        })
    })
}
