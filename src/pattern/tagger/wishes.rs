//! Which parameters a wish is for.

use std::ops::Range;

use super::Tagger;
use crate::pattern::set::Slot;
use crate::pattern::utterance::Class;
use crate::pattern::wish::{Wanted, Wish};
use crate::template::ParamType;

/// How many words more say at most what is to be written where the person leaves it to others.
const LONGEST_BRIEF: usize = 8;

/// The same where only what the scene is about is said: `a chat between a cat and its owner, dinner is late`.
const LONGEST_STORY: usize = 5;

impl Tagger<'_> {
    /// The slots that wishes name. What else is said is no value of theirs.
    pub(super) fn reserve(&mut self) {
        let wishes = self.regions.wishes.iter().filter(|wish| !wish.is_look());
        let named: Vec<(usize, Vec<u16>)> = wishes.map(|wish| (wish.tokens.start, self.named_in(wish))).collect();
        self.reserved = named;
    }

    /// Explains the wishes that the scene can fulfil, and notes the parameters that are to be filled in.
    pub(super) fn wishes(&mut self, marked: &[Range<usize>]) {
        for wish in self.regions.wishes {
            let shown = marked.iter().any(|mark| wish.tokens.start < mark.end && mark.start < wish.tokens.end);
            if shown && wish.is_look() {
                continue;
            }
            let names = match wish.wanted {
                Wanted::Look => self.choice(&["theme", "background", "accent", "text_color"]),
                Wanted::Font => self.choice(&["font"]),
                Wanted::Motion => self.choice(&["animation", "speed", "easing"]),
                Wanted::Figures => self.beside(),
                Wanted::Content | Wanted::Written | Wanted::Left => self.content(wish),
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

    /// The points that go with the items that the scene shows, where it can show them and nothing states them.
    fn beside(&self) -> Option<Vec<String>> {
        let needs = |(index, slot): &(u16, &Slot)| {
            let content = slot.required || slot.kind == ParamType::Series;
            content && !slot.common && !self.has_value(*index)
        };
        let names: Vec<String> = self.slots().filter(needs).map(|(_, slot)| slot.name.to_string()).collect();
        (!names.is_empty()).then_some(names)
    }

    /// The first of some choices that the template has; none to be made if one of them is stated.
    fn choice(&self, names: &[&str]) -> Option<Vec<String>> {
        let stated = self
            .regions
            .settings
            .iter()
            .any(|setting| names.contains(&setting.param) && !self.regions.wished(setting.tokens.start));
        if stated {
            return Some(Vec::new());
        }
        let has = |name: &&&str| self.slots().any(|(_, slot)| slot.name == ***name);
        names.iter().find(has).map(|name| vec![(*name).to_owned()])
    }

    /// The slots that a wish names, or those that the scene needs most.
    fn content(&self, wish: &Wish) -> Option<Vec<String>> {
        let reserved = self.reserved.iter().find(|(start, _)| *start == wish.tokens.start);
        let named = reserved.map_or(&[][..], |(_, slots)| slots);
        let name = |slot: &u16| self.pattern.slot_name(*slot).to_owned();
        let open = |(index, slot): &(u16, &Slot)| !slot.common && !self.has_value(*index);
        let needed: Vec<u16> =
            self.slots().filter(open).filter(|(_, slot)| slot.required).map(|(index, _)| index).collect();
        let fits =
            wish.wanted != Wanted::Content || needed.is_empty() || named.iter().any(|slot| needed.contains(slot));
        if !named.is_empty() && fits {
            return Some(named.iter().map(name).collect());
        }
        if !needed.is_empty() || wish.wanted == Wanted::Left {
            return Some(needed.iter().map(name).collect());
        }
        let lists = self.slots().filter(open).filter(|(_, slot)| slot.kind == ParamType::List);
        let lists: Vec<String> = lists.map(|(_, slot)| slot.name.to_string()).collect();
        let text = self.pattern.quotes.iter().find(|slot| !self.has_value(**slot));
        let text = text.map(|slot| vec![self.pattern.slot_name(*slot).to_owned()]);
        if lists.is_empty() { text } else { Some(lists) }
    }

    /// The slots whose cues stand in a wish: `headline and subheading are up to you`.
    fn named_in(&self, wish: &Wish) -> Vec<u16> {
        let mut named: Vec<u16> = Vec::new();
        let mut at = wish.tokens.start;
        while at < wish.tokens.end {
            let function = self.utterance().class(at).contains(Class::FUNCTION);
            let says = self.utterance().word(at).len() > 3 && !function;
            let cued = self.any_cue_from(at).filter(|(_, end)| says && *end <= wish.tokens.end);
            let Some((slot, end)) = cued else {
                at += 1;
                continue;
            };
            // `button text` is the text of the button.
            at = end + usize::from(matches!(self.utterance().word(end), "text" | "label" | "line" | "words"));
            if !self.pattern.slots[usize::from(slot)].common && !named.contains(&slot) {
                named.push(slot);
            }
        }
        named
    }

    /// Where content is left to others, what else is said describes it: `six people from a clinic, just invent them`.
    pub(super) fn briefs(&mut self) {
        let left = self.regions.wishes.iter().any(|wish| matches!(wish.wanted, Wanted::Written | Wanted::Left));
        let open = self.slots().any(|(index, slot)| slot.required && !self.has_value(index));
        let wished = !self.regions.wishes.iter().all(Wish::is_look) && (open || !self.wanted.is_empty());
        let longest = match () {
            () if wished && left => LONGEST_BRIEF,
            () if wished => 1,
            () if open && self.story.is_some() => LONGEST_STORY,
            () => return,
        };
        let rest: Vec<usize> = (0..self.utterance().len())
            .filter(|&token| {
                let class = self.utterance().class(token);
                let says = !class.light() && !class.contains(Class::EDGE);
                says && !self.explained[token] && !self.utterance().quoted(token)
            })
            .collect();
        let telling = Class::BEYOND | Class::NEGATION;
        // A word that names the scene or a part of it (`each bar is a tree`) says how it is to look.
        let looks = |token: usize| {
            let before = self.story.is_none_or(|story| token < story);
            !wished && (before || self.is_another(token) || self.pattern.says(self.utterance().line.word(token)))
        };
        let plain = rest.iter().all(|&token| !self.utterance().class(token).intersects(telling) && !looks(token));
        if plain && rest.len() <= longest {
            for token in rest {
                self.explained[token] = true;
            }
        }
    }
}
