//! A name directly before the name of the scene: `a Maya Angelou quote`, `Kestrel logo reveal`.

use std::ops::Range;

use super::Tagger;
use crate::pattern::utterance::Class;
use crate::value::Value;

/// How many words a name before the scene's has at most.
const LONGEST: usize = 4;

impl Tagger<'_> {
    /// Who it is from, or whose it is, where that stands before what it is.
    pub(super) fn credited(&mut self, marked: &[Range<usize>]) {
        let is_name = |name: &str| matches!(name, "author" | "name");
        let slot = self.slots().find(|(index, slot)| is_name(&slot.name) && !slot.common && !self.is_bound(*index));
        let (Some((slot, _)), Some(mark)) = (slot, marked.first()) else { return };
        if let Some(tokens) = self.name_before(mark.start) {
            let value = Value::Text(self.utterance().text.typed_range(tokens.clone()).to_owned());
            self.bind(slot, value, tokens);
        }
    }

    /// The capitalised words before a token. One alone that begins the request may have its capital from there.
    fn name_before(&self, end: usize) -> Option<Range<usize>> {
        let utterance = self.utterance();
        if utterance.shouts() || end > 0 && utterance.capital(end) {
            return None;
        }
        let named = |&token: &usize| {
            let class = utterance.class(token);
            let says = !class.intersects(Class::EDGE | Class::MAKE | Class::FILLER | Class::KIND | Class::BEYOND);
            let set = self.regions.settings.iter().any(|setting| setting.tokens.contains(&token));
            utterance.capital(token)
                && says
                && !set
                && !utterance.word(token).ends_with("'s")
                && !utterance.quoted(token)
                && self.is_free(&(token..token + 1))
        };
        let start = (0..end).rev().take_while(named).last()?;
        let led = start.checked_sub(1).is_some_and(|before| utterance.class(before).light());
        // One capital at the beginning says little; a word that no pattern knows is a name all the same: `Rumi quote`.
        let unknown = || utterance.hits_at(start).next().is_none();
        let fits = end - start <= LONGEST && (led || end - start > 1 || unknown());
        (fits && !self.explained[start]).then_some(start..end)
    }
}
