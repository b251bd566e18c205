//! Scenes of the project that a model has written anew.

use super::Plan;
use crate::engine::change::{Redrawn, Told, What};
use crate::engine::{Origin, Rewritten};
use crate::request::Format;
use crate::store::project::{Change, Content, Maker, Project, Provenance, SceneRecord};

/// The plan with these scenes in the place of what they were: `before` is the project whose numbers they have, and `now`
/// the one that the plan has led to. A scene that the plan has deleted stays so.
pub(super) fn carry_out(mut plan: Plan, (before, now): (&Project, &Project), rewritten: &[Rewritten]) -> Plan {
    for rewritten in rewritten {
        let known = rewritten.number.checked_sub(1).and_then(|at| before.scenes.get(at));
        let Some((was, record)) = known.and_then(|was| Some((was, now.scene(&was.id)?))) else { continue };
        let Some(record) = record_of(record, rewritten) else { continue };
        let text = format!("scene {} `{}`: written anew", rewritten.number, was.name);
        plan.told.push(Told { scene: Some(rewritten.number), name: Some(was.name.clone()), what: What::Code, text });
        let (id, name, code) = (record.id.clone(), record.name.clone(), rewritten.scene.scene.code().to_owned());
        plan.changed.push(Redrawn { id, name, code, notes: Vec::new() });
        plan.changes.push(Change::replace(record));
    }
    plan
}

/// The scene with its new code. What was wished of its place among the others still holds.
fn record_of(record: &SceneRecord, rewritten: &Rewritten) -> Option<SceneRecord> {
    let meta = rewritten.scene.scene.meta()?;
    let Origin::Model(written) = &rewritten.scene.origin else { return None };
    let code = rewritten.scene.scene.code().to_owned();
    let provenance = Provenance::now(Maker::Model, record.provenance.request.as_deref());
    Some(SceneRecord {
        content: Content::Code { code, manifest: written.manifest.clone() },
        frames: meta.duration_in_frames,
        fps: meta.fps,
        format: Format::of_size(meta.width, meta.height),
        window: None,
        provenance: Provenance { model: Some(written.model.clone()), ..provenance },
        ..record.clone()
    })
}
