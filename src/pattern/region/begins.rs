//! What a pattern could read that begins at a token: where it does, a text before it ends.

use super::Regions;
use crate::pattern::form;
use crate::pattern::utterance::Class;
use crate::template::ParamType;
use crate::value::Kind;

impl Regions<'_> {
    /// Whether an address, an account or a picture begins that a slot of the pattern takes.
    pub(super) fn address_begins(&self, token: usize) -> bool {
        let Some(reading) = self.utterance.reading_at(token) else { return false };
        let slots = &self.patterns.patterns[self.pattern as usize].slots;
        let takes = |kind: &ParamType| match (&reading.kind, kind) {
            (Kind::Url(_), ParamType::Url | ParamType::Image) | (Kind::Handle(_), ParamType::Handle) => true,
            _ => form::typed(reading, self.utterance, kind).is_some() && *kind == ParamType::Image,
        };
        slots.iter().any(|slot| !slot.common && takes(&slot.kind))
    }

    /// Whether stars are counted from a token on: `by Gus 4.5 stars`.
    pub(super) fn rating_begins(&self, token: usize) -> bool {
        self.utterance.text.tokens()[token].is_number()
            && matches!(self.utterance.word(token + 1), "stars" | "star" | "★" | "⭐")
            && self.expects("rating")
    }

    /// Whether points begin behind a comma that a pattern with a series reads: `title Books, 2022: 14, 2023: 22`.
    pub(super) fn points_begin(&self, comma: usize) -> bool {
        let slots = &self.patterns.patterns[self.pattern as usize].slots;
        let series = slots.iter().find(|slot| !slot.common && slot.kind == ParamType::Series);
        let Some(series) = series.filter(|_| matches!(self.utterance.word(comma), "," | "with")) else { return false };
        series.points_begin(slots, self.utterance, comma + 1..self.utterance.len())
    }

    /// Whether the points or items of the pattern begin behind `with`: `titled Fruit with apples 3, pears 4`.
    pub(super) fn items_begin(&self, with: usize) -> bool {
        let slots = &self.patterns.patterns[self.pattern as usize].slots;
        if !slots.iter().any(|slot| !slot.common && slot.required && slot.kind == ParamType::List) {
            return self.points_begin(with);
        }
        let found = self.utterance.list(self.list(with + 1));
        found.is_some_and(|found| found.tokens.start == with + 1 && found.items.len() > 2)
    }

    /// Whether a name follows a dash behind the end of a sentence, as that of its author does.
    pub(super) fn name_follows(&self, dash: usize) -> bool {
        let ended = dash > 0 && matches!(self.utterance.word(dash - 1), "." | "!" | "?" | "…");
        ended && self.utterance.capital(dash + 1)
    }

    /// Whether the pattern has a parameter of this name.
    pub(crate) fn expects(&self, name: &str) -> bool {
        let slots = &self.patterns.patterns[self.pattern as usize].slots;
        slots.iter().any(|slot| !slot.common && slot.name == name)
    }

    /// Whether, past joining words, a value begins that a slot of the pattern takes by its look alone.
    pub(super) fn value_of_another(&self, token: usize) -> bool {
        let utterance = self.utterance;
        let Some(start) =
            (token..utterance.len()).find(|&at| !self.joins(at) && !utterance.class(at).contains(Class::EDGE))
        else {
            return false;
        };
        let slots = &self.patterns.patterns[self.pattern as usize].slots;
        slots.iter().filter(|slot| !slot.common).any(|slot| {
            let form = slot.form.as_ref().filter(|form| form.is_plain() && form.sure_at(utterance, start));
            let formed = form.is_some_and(|form| form.at(utterance, start).is_some());
            let typed = || utterance.reading_at(start).and_then(|reading| form::typed(reading, utterance, &slot.kind));
            formed || typed().is_some()
        })
    }

    /// Whether the pattern has a list or a series, which then begins behind a colon.
    pub(super) fn expects_items(&self) -> bool {
        let slots = &self.patterns.patterns[self.pattern as usize].slots;
        slots.iter().any(|slot| !slot.common && matches!(slot.kind, ParamType::List | ParamType::Series))
    }
}
