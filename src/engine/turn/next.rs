//! What a person is likely to say next about a project.

use super::{Answer, Means, RECENT, recall};
use crate::engine::ahead::LIKELY;
use crate::engine::{Engine, GeneratedScene, Origin};
use crate::error::Result;
use crate::request::Request;
use crate::store::project::ProjectStore;

impl Engine {
    /// The requests that are likely to follow on an answer with a scene that a model made, the likeliest first, exactly as
    /// [`turn`](Self::turn) will read them; none after any other answer.
    ///
    /// # Errors
    /// [`ErrorKind::Store`](crate::error::ErrorKind::Store) if the log of the project cannot be read.
    pub async fn next_turns(
        &self,
        means: Means<'_>,
        store: &dyn ProjectStore,
        answer: &Answer,
    ) -> Result<Vec<Request>> {
        if !is_made_by_a_model(answer) || answer.written.is_empty() {
            return Ok(Vec::new());
        }
        let history = store.history(&answer.project.id, RECENT).await?;
        let next = |said: &&str| {
            let heard = means.brand.hear(said, &answer.project.memory);
            recall::in_project(&Request::new(said)?, &heard, (&answer.project, &history))
        };
        LIKELY.iter().filter_map(|said| next(said).transpose()).collect()
    }
}

fn is_made_by_a_model(answer: &Answer) -> bool {
    let by_a_model = |scene: &GeneratedScene| matches!(scene.origin, Origin::Model(_));
    answer.generation.as_ref().is_some_and(|made| {
        made.scenes.iter().any(by_a_model) || made.rewritten.iter().any(|rewritten| by_a_model(&rewritten.scene))
    })
}
