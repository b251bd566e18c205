//! What is known about a project, for the few minutes in which a person works on it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::{lock, millis};

/// How long a context is good for.
const LIFETIME: Duration = Duration::from_mins(5);

/// By how much of its lifetime a context may end earlier, so that those that were read together are not read again
/// together: a tenth.
const JITTER: u64 = 10;

/// How many contexts are kept.
const MOST: usize = 4096;

/// Contexts of projects in memory, each for some five minutes.
#[derive(Debug)]
pub struct ContextCache<T> {
    /// With the time at which each ends, in milliseconds since 1970.
    contexts: Mutex<HashMap<String, (u64, Arc<T>)>>,
}

impl<T> Default for ContextCache<T> {
    fn default() -> Self {
        Self { contexts: Mutex::default() }
    }
}

impl<T> ContextCache<T> {
    /// The context of a project, if it was kept less than five minutes ago, or up to half a minute less.
    pub fn get(&self, project: &str, now: SystemTime) -> Option<Arc<T>> {
        let contexts = lock(&self.contexts);
        let (end, context) = contexts.get(project)?;
        (millis(now) < *end).then(|| context.clone())
    }

    /// Keeps the context of a project. Where there are too many, those that end first go.
    pub fn put(&self, project: &str, context: Arc<T>, now: SystemTime) {
        let (mut contexts, now) = (lock(&self.contexts), millis(now));
        contexts.insert(project.to_owned(), (end(project, now), context));
        if contexts.len() > MOST {
            contexts.retain(|_, (end, _)| *end > now);
        }
        if contexts.len() > MOST {
            let first = contexts.iter().min_by_key(|(_, (end, _))| *end).map(|(project, _)| project.clone());
            first.and_then(|project| contexts.remove(&project));
        }
    }

    /// Forgets the context of a project, because it has changed.
    pub fn forget(&self, project: &str) {
        lock(&self.contexts).remove(project);
    }
}

/// When a context that is kept now ends. Chance comes from the project and the time, so that it needs no source.
fn end(project: &str, now: u64) -> u64 {
    let lifetime = LIFETIME.as_millis() as u64;
    now + lifetime - xxh3_64_with_seed(project.as_bytes(), now) % (lifetime / JITTER)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn at(seconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000 + seconds)
    }

    #[test]
    fn a_context_lives_for_some_five_minutes() {
        let cache = ContextCache::default();
        assert_eq!(cache.get("film", at(0)), None);
        cache.put("film", Arc::new("teal"), at(0));
        assert_eq!(cache.get("film", at(269)).as_deref(), Some(&"teal"));
        assert_eq!(cache.get("film", at(300)), None);
        assert_eq!(cache.get("other", at(1)), None);
    }

    #[test]
    fn a_context_that_has_changed_is_forgotten() {
        let cache = ContextCache::default();
        cache.put("film", Arc::new("teal"), at(0));
        cache.put("film", Arc::new("gold"), at(1));
        assert_eq!(cache.get("film", at(2)).as_deref(), Some(&"gold"));
        cache.forget("film");
        assert_eq!(cache.get("film", at(2)), None);
    }

    #[test]
    fn those_that_were_kept_together_do_not_end_together() {
        let ends: HashSet<u64> = (0..100).map(|project| end(&project.to_string(), 7)).collect();
        assert!(ends.len() > 90, "{}", ends.len());
        assert!(ends.iter().all(|end| (270_007..=300_007).contains(end)));
    }

    #[test]
    fn there_are_never_too_many() {
        let cache = ContextCache::default();
        for project in 0..MOST + 10 {
            cache.put(&project.to_string(), Arc::new(project), at(project as u64 / 100));
        }
        assert_eq!(lock(&cache.contexts).len(), MOST);
        let last = MOST + 9;
        assert_eq!(cache.get(&last.to_string(), at(41)).as_deref(), Some(&last));
    }
}
