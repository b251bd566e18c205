//! Code that a person has written, as part of a project.

use super::{Answer, Made, Plan, Writing, finish, said};
use crate::diagnostic::Source;
use crate::engine::Engine;
use crate::engine::change::{Redrawn, Told, What};
use crate::error::{Error, ErrorKind, Result};
use crate::request::Format;
use crate::store::project::{
    Change, ChatMessage, Content, Maker, ProjectId, ProjectStore, Provenance, SceneId, SceneRecord, Speaker,
};
use crate::tsx::{self, Scene, revise};

impl Engine {
    /// Gives a scene the code that a person has written. From then on it is a scene of its own, no template's; what can be
    /// changed in it is read off its `defaultProps`.
    ///
    /// # Errors
    /// [`ErrorKind::Scene`] with all that is wrong with the code; [`ErrorKind::Project`] if there is no such scene. Then
    /// nothing has changed.
    pub async fn write_code(
        &self,
        (store, id): (&dyn ProjectStore, &ProjectId),
        (scene, code): (&SceneId, &str),
        made: &Made,
    ) -> Result<Answer> {
        if let Some(answer) = self.done((store, id), made.key.as_deref()).await? {
            return Ok(answer);
        }
        let snapshot = store.read(id).await?;
        let at = snapshot.project.scenes.iter().position(|known| known.id == *scene);
        let at = at.ok_or_else(|| Error::new(ErrorKind::Project, format!("there is no scene `{scene}`")))?;
        let was = &snapshot.project.scenes[at];
        let checked = tsx::check(&Source::new(format!("{}.tsx", was.name), code))?;
        let plan = plan(at + 1, record(was, &checked)?, checked);
        let reply = ChatMessage::new(Speaker::Firstframe, said(&plan));
        let writing = Writing { author: &made.author, at: made.at, key: made.key.as_deref(), said: vec![reply] };
        finish((store, id), snapshot, None, plan, writing).await
    }
}

fn record(was: &SceneRecord, checked: &Scene) -> Result<SceneRecord> {
    let code = checked.code().to_owned();
    let manifest = revise::manifest(&code)?;
    let provenance = Provenance::now(Maker::Person, was.provenance.request.as_deref());
    let record = SceneRecord { content: Content::Code { code, manifest }, provenance, ..was.clone() };
    Ok(match checked.meta() {
        Some(meta) => SceneRecord {
            frames: meta.duration_in_frames,
            fps: meta.fps,
            format: Format::of_size(meta.width, meta.height),
            window: None,
            ..record
        },
        None => record,
    })
}

fn plan(number: usize, record: SceneRecord, checked: Scene) -> Plan {
    let (id, name) = (record.id.clone(), record.name.clone());
    let text = format!("scene {number} `{name}`: its code was changed by hand");
    let told = vec![Told { scene: Some(number), name: Some(name.clone()), what: What::Code, text }];
    let changed = vec![Redrawn { id, name, code: checked.into_code(), notes: Vec::new() }];
    Plan { changes: vec![Change::replace(record)], told, changed, ..Plan::default() }
}
