//! What a person is likely to want next, made before they say so.
//!
//! Most of it needs no preparation: `same in vertical` is a change and `add a call to action` a template, and either is there
//! in less than a millisecond. What models would have to make is made into the cache, so that the request finds it there.

use std::sync::Arc;

use super::generation::Calls;
use super::{Engine, GeneratedScene, Origin};
use crate::error::Result;
use crate::llm::Cost;
use crate::pipeline::{Asker, Budget, Pipeline, Policy};
use crate::request::{Origin as Made, ProjectScene, Request};

/// What people say after they have seen a scene that a model made, the likeliest first.
pub(super) const LIKELY: [&str; 4] =
    ["same in vertical", "add a call to action", "make it more dynamic", "another version of it"];

/// What was made ahead.
#[derive(Debug, Default)]
pub struct Prepared {
    /// The requests whose answers are in the cache now.
    pub requests: Vec<String>,
    /// What models were asked for it; it stands in no other sum.
    pub calls: Vec<Calls>,
}

impl Prepared {
    /// What it cost.
    pub fn cost(&self) -> Cost {
        self.calls.iter().map(Calls::total).sum()
    }
}

impl Engine {
    /// The requests that are likely to follow on this one in a project, as it is with the scene that came of it.
    ///
    /// # Errors
    /// [`ErrorKind::Request`](crate::error::ErrorKind::Request), which these requests do not give.
    pub fn likely(&self, request: &Request, made: &GeneratedScene) -> Result<Vec<Request>> {
        let Origin::Model(written) = &made.origin else { return Ok(Vec::new()) };
        let mut scenes = request.project().to_vec();
        let origin = Made::Code { code: made.scene.code().to_owned(), manifest: written.manifest.clone() };
        scenes.push(ProjectScene { name: written.name.clone(), origin, params: serde_json::Map::new() });
        let changed = scenes.len();
        let next = |said: &&str| Ok(Request::new(said)?.with_project(scenes.clone()).with_last_changed(changed));
        LIKELY.iter().map(next).collect()
    }

    /// Makes what these requests need models for, one after the other, until `dollars` are spent. What fails is left: it will
    /// be tried again when it is wanted. To drop the future ends it.
    pub async fn prepare(
        &self,
        requests: Vec<Request>,
        (pipeline, asker): (&Arc<Pipeline>, &Asker),
        dollars: f64,
    ) -> Prepared {
        let mut prepared = Prepared::default();
        for request in requests {
            let left = dollars - prepared.cost().dollars();
            let Ok(made) = self.generate(&request, asker.form, &mut ()) else { continue };
            if left <= 0.0 || !made.is_open() {
                continue;
            }
            let budget = Budget { request: left, ..pipeline.policy.budget };
            let within =
                Arc::new(Pipeline { policy: Policy { budget, ..pipeline.policy }, ..Pipeline::clone(pipeline) });
            if let Ok(made) = self.complete(made, &request, (&within, asker.clone()), &mut ()).await {
                prepared.requests.push(request.prompt().to_owned());
                prepared.calls.push(made.calls);
            }
        }
        prepared
    }
}
