//! Which parameters a wish is for.

use std::ops::Range;

use super::Tagger;
use crate::pattern::set::Slot;
use crate::pattern::utterance::Class;
use crate::pattern::wish::{Wanted, Wish};
use crate::template::ParamType;

/// How many words more say at most what is to be written where the person leaves it to others.
const LONGEST_BRIEF: usize = 8;

impl Tagger<'_> {
    /// Explains the wishes that the scene can fulfil, and notes the parameters that are to be filled in.
    pub(super) fn wishes(&mut self, marked: &[Range<usize>]) {
        for wish in self.regions.wishes {
            let names = match wish.wanted {
                Wanted::Look => self.choice(&["theme", "background", "accent", "text_color"]),
                Wanted::Font => self.choice(&["font"]),
                Wanted::Motion => self.choice(&["animation", "speed", "easing"]),
                Wanted::Content => self.content(wish, marked),
            };
            let Some(names) = names else { continue };
            self.explained[wish.tokens.clone()].fill(true);
            for name in names {
                if !self.wanted.contains(&name) {
                    self.wanted.push(name);
                }
            }
        }
    }

    /// The first of some choices that the template has; none to be made if one of them is stated.
    fn choice(&self, names: &[&str]) -> Option<Vec<String>> {
        let stated = self.regions.settings.iter().any(|setting| {
            names.contains(&setting.param) && !self.regions.wished(setting.tokens.start)
        });
        if stated {
            return Some(Vec::new());
        }
        let has = |name: &&&str| self.slots().any(|(_, slot)| slot.name == ***name);
        names.iter().find(has).map(|name| vec![(*name).to_owned()])
    }

    /// The slots that a wish names, or those that the scene needs most.
    fn content(&self, wish: &Wish, marked: &[Range<usize>]) -> Option<Vec<String>> {
        let mut named: Vec<String> = Vec::new();
        for token in wish.tokens.clone() {
            let is_name = marked.iter().any(|mark| mark.contains(&token));
            let cued = self.cue_from(token).filter(|(_, end)| !is_name && *end <= wish.tokens.end);
            let slot = cued.map(|(slot, end)| (&self.pattern.slots[usize::from(slot)], end));
            let says = |word: &str| word.len() > 3 && !self.utterance().class(token).contains(Class::FUNCTION);
            if let Some((slot, _)) = slot.filter(|_| says(self.utterance().word(token)))
                && !slot.common
                && !named.contains(&slot.name)
            {
                named.push(slot.name.clone());
            }
        }
        if !named.is_empty() {
            return Some(named);
        }
        let open = |(index, slot): &(u16, &Slot)| !slot.common && !self.is_bound(*index);
        let needed: Vec<String> =
            self.slots().filter(open).filter(|(_, slot)| slot.required).map(|(_, slot)| slot.name.clone()).collect();
        if !needed.is_empty() {
            return Some(needed);
        }
        let lists = self.slots().filter(open).filter(|(_, slot)| slot.kind == ParamType::List);
        let lists: Vec<String> = lists.map(|(_, slot)| slot.name.clone()).collect();
        let text = self.pattern.quotes.iter().find(|slot| !self.is_bound(**slot));
        let text = text.map(|slot| vec![self.pattern.slot_name(*slot).to_owned()]);
        if lists.is_empty() { text } else { Some(lists) }
    }

    /// Where content is left to others, what else is said describes it: `six people from a clinic, just invent them`.
    pub(super) fn briefs(&mut self) {
        let left = self.regions.wishes.iter().any(|wish| wish.wanted == Wanted::Content);
        let open = self.slots().any(|(index, slot)| slot.required && !self.is_bound(index));
        if !left || !open {
            return;
        }
        let rest: Vec<usize> = (0..self.utterance().len())
            .filter(|&token| {
                let class = self.utterance().class(token);
                let says = !class.light() && !class.contains(Class::EDGE);
                says && !self.explained[token] && !self.utterance().quoted(token)
            })
            .collect();
        let telling = Class::BEYOND | Class::NEGATION;
        let plain = rest.iter().all(|&token| !self.utterance().class(token).intersects(telling));
        if plain && rest.len() <= LONGEST_BRIEF {
            rest.into_iter().for_each(|token| self.explained[token] = true);
        }
    }
}
