//! What a turn would come to, while a person is still typing.

use std::sync::Arc;

use super::{Answer, Ask, Made, Means, Plan, read};
use crate::engine::Engine;
use crate::engine::brand::Brand;
use crate::engine::change::rewound;
use crate::engine::generation::Generation;
use crate::error::Result;
use crate::pipeline::Supply;
use crate::route::Op;
use crate::store::project::{ProjectId, ProjectStore, Revision, Snapshot};

impl Engine {
    /// What a request would come to: as [`turn`](Self::turn), but nothing is written and no model is asked. What has to wait
    /// for one is left out.
    ///
    /// # Errors
    /// As [`turn`](Self::turn), but none of models.
    pub async fn rehearse(
        &self,
        brand: &Brand,
        (store, id): (&dyn ProjectStore, &ProjectId),
        ask: &Ask,
    ) -> Result<Answer> {
        let snapshot = store.read(id).await?;
        let means = Means { brand, models: Supply::None };
        let thought = self.think(means, ((store, id), &snapshot), ask, &mut ()).await?;
        rehearsed(snapshot, &thought.history, thought.generation, thought.plan)
    }

    /// The same for changes that are given as such.
    ///
    /// # Errors
    /// As [`change`](Self::change).
    pub async fn rehearse_change(
        &self,
        (store, id): (&dyn ProjectStore, &ProjectId),
        (ops, made): (&[Op], &Made),
    ) -> Result<Answer> {
        let (snapshot, history) = read((store, id), ops).await?;
        let (plan, _) = self.plan_ops((&snapshot, &history), ops, made.form)?;
        rehearsed(snapshot, &history, None, plan)
    }
}

fn rehearsed(snapshot: Snapshot, history: &[Revision], generation: Option<Generation>, plan: Plan) -> Result<Answer> {
    let project = match plan.rewinds.as_slice() {
        [] => snapshot.project.as_ref().clone(),
        rewinds => rewound(&snapshot, history, rewinds)?,
    };
    let (project, _) = project.changed(&plan.changes)?;
    let Plan { told, changed, question, .. } = plan;
    Ok(Answer {
        generation,
        question,
        told,
        changed,
        written: Vec::new(),
        before: snapshot.project,
        project: Arc::new(project),
    })
}
