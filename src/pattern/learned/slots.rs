//! The model of a pattern set: opened when it is first needed, and compared with the slots of the set.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::model::Model;
use super::role::known_slots;
use crate::pattern::set::PatternSet;

/// The bytes of a model, and the model once it was opened.
#[derive(Debug, Default)]
pub(crate) struct Slots {
    bytes: Option<Cow<'static, [u8]>>,
    opened: OnceLock<Result<Model, String>>,
}

/// How many slots a message names at most.
const NAMED: usize = 8;

impl Slots {
    pub(crate) fn new(bytes: Option<Cow<'static, [u8]>>) -> Self {
        Self { bytes, opened: OnceLock::new() }
    }

    /// The model, if there is one that can be opened. Without it the rules are all that reads.
    pub(crate) fn model(&self) -> Option<&Model> {
        self.open()?.as_ref().ok()
    }

    fn open(&self) -> Option<&Result<Model, String>> {
        let bytes = self.bytes.as_ref()?;
        Some(self.opened.get_or_init(|| Model::open(bytes.clone()).map_err(|error| error.to_string())))
    }

    /// Why the model does not go with a pattern set: it is broken, or it was trained before slots came and went. One that
    /// was trained for another library, as the built-in one is for an author's own, is as good as it can be.
    pub(crate) fn outdated(&self, patterns: &PatternSet) -> Option<String> {
        let model = match self.open()? {
            Ok(model) => model,
            Err(message) => return Some(message.clone()),
        };
        let known = known_slots(patterns);
        let new: Vec<&String> = known.difference(model.slots()).collect();
        let gone: Vec<&String> = model.slots().difference(&known).collect();
        if is_of_another_library(gone.len(), model.slots().len()) {
            return None;
        }
        let what = [("it does not know", new), ("it still knows", gone)];
        let what: Vec<String> = what
            .iter()
            .filter(|(_, slots)| !slots.is_empty())
            .map(|(says, slots)| format!("{says} {}", listed(slots)))
            .collect();
        let message = "the model of slots is older than the patterns";
        (!what.is_empty())
            .then(|| format!("{message}: {}; `firstframe patterns train` makes it anew", what.join(", and ")))
    }
}

/// Whether most of what a model knows is not there.
fn is_of_another_library(gone: usize, known: usize) -> bool {
    2 * gone > known
}

fn listed(slots: &[&String]) -> String {
    let named: Vec<String> =
        slots.iter().take(NAMED).map(|slot| format!("`{}`", slot.split(':').next().unwrap_or(slot))).collect();
    let more = slots.len().saturating_sub(NAMED);
    if more > 0 { format!("{} and {more} more", named.join(", ")) } else { named.join(", ") }
}
