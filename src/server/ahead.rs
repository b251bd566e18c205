//! What people are likely to want next, made while they look at what they have.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::task::AbortHandle;

use super::service::Service;
use crate::engine::turn::Answer;
use crate::pipeline::{Asker, Pipeline, Speculation};
use crate::request::Request;
use crate::store::project::ProjectId;

/// What may be spent ahead after one answer, in dollars: a few scenes.
const DOLLARS: f64 = 0.05;

/// For how many projects something is made ahead at once.
const AT_ONCE: usize = 4;

/// What is being made ahead, by project.
#[derive(Debug, Clone, Default)]
pub(super) struct Ahead(Arc<Mutex<HashMap<ProjectId, Going>>>);

/// Work for a project that nobody has asked for yet.
#[derive(Debug)]
struct Going {
    /// Nothing more is begun.
    is_enough: Arc<AtomicBool>,
    task: AbortHandle,
}

/// What was being made ahead when the person went on. It ends with this value: until then they may find what they want
/// among it, and join it.
#[derive(Debug)]
pub(super) struct Left(Option<Going>);

impl Drop for Left {
    fn drop(&mut self) {
        if let Some(going) = &self.0 {
            going.task.abort();
        }
    }
}

impl Ahead {
    /// The person goes on with a project: nothing more is begun for it.
    pub(super) fn leave(&self, project: &ProjectId) -> Left {
        let going = self.lock().remove(project);
        if let Some(going) = &going {
            going.is_enough.store(true, Ordering::Relaxed);
        }
        Left(going)
    }

    /// Begins what is likely to be wanted after an answer, if that may be done.
    pub(super) fn begin(&self, service: &Service, answer: &Answer, asker: Asker, next: Vec<Request>) {
        let models = service.models().filter(|models| models.policy.speculation == Speculation::On);
        let Some(models) = models.cloned().filter(|_| !next.is_empty() && !service.is_closing()) else { return };
        let mut all = self.lock();
        if all.len() >= AT_ONCE {
            return;
        }
        let (project, is_enough) = (answer.project.id.clone(), Arc::<AtomicBool>::default());
        let (ahead, done) = (self.clone(), Done { project: project.clone(), is_enough: Arc::clone(&is_enough) });
        let work = made(service.clone(), (models, asker), (next, Arc::clone(&is_enough)));
        let task = tokio::spawn(async move {
            work.await;
            ahead.over(&done);
        });
        if let Some(earlier) = all.insert(project, Going { is_enough, task: task.abort_handle() }) {
            earlier.task.abort();
        }
    }

    /// Forgets what has come to its end, unless something else has begun for the same project.
    fn over(&self, done: &Done) {
        let mut all = self.lock();
        if all.get(&done.project).is_some_and(|going| Arc::ptr_eq(&going.is_enough, &done.is_enough)) {
            all.remove(&done.project);
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ProjectId, Going>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What has come to its end.
struct Done {
    project: ProjectId,
    is_enough: Arc<AtomicBool>,
}

/// Makes one after the other, until it is enough or as much is spent as may be.
async fn made(
    service: Service,
    (models, asker): (Arc<Pipeline>, Asker),
    (next, is_enough): (Vec<Request>, Arc<AtomicBool>),
) {
    let (engine, mut left) = (service.engine(), DOLLARS);
    for request in next {
        if is_enough.load(Ordering::Relaxed) || left <= 0.0 {
            return;
        }
        let prepared = engine.prepare(vec![request], (&models, &asker), left).await;
        left -= prepared.cost().dollars();
        service.metrics().made_ahead(&prepared);
    }
}

#[cfg(test)]
mod tests;
