//! Parts of a specification: what stands between strong marks, under headings, and around the name of the scene.

use std::ops::Range;

use super::Tagger;
use super::topic::TOPIC;
use crate::pattern::utterance::Class;
use crate::template::ParamType;
use crate::text::TokenKind;
use crate::value::{Value, list};

/// How many words a part has at most that is a text nobody announced.
const LONGEST_PART: usize = 9;

/// How many words of content say at most what a scene is for, or stand beside its name.
const LONGEST_ASIDE: usize = 4;

impl Tagger<'_> {
    /// Parts of a specification that nothing else has, in the order of the pattern's texts: `l3rd: Zoë / Luthier / 5s`,
    /// `quote "…" – a proverb`. The first text has to be known, or to begin behind the scene's name.
    pub(super) fn parts(&mut self, marked: &[Range<usize>]) {
        let mut at = 0;
        while at < self.utterance().len() {
            let part = self.part_from(at);
            at = part.end.max(at + 1);
            let part = self.without_settings(part);
            let stated = self.pattern.quotes.first().is_some_and(|slot| self.is_bound(*slot));
            let named = marked.iter().any(|mark| mark.end < part.start);
            if !part.is_empty() && (stated || named) && self.is_open_part(&part) {
                self.bind_part(part);
            }
        }
    }

    /// The tokens from one up to the next strong mark. A comma before a capital letter is one.
    fn part_from(&self, start: usize) -> Range<usize> {
        let start = (start..self.utterance().len()).find(|&at| !self.parts_at(at)).unwrap_or(self.utterance().len());
        if !self.is_free(&(start..start + 1)) {
            return start..start + 1;
        }
        let ends = |at: usize| self.parts_at(at) || at > start && !self.is_free(&(at..at + 1));
        let mut end = (start..self.utterance().len()).find(|&at| ends(at)).unwrap_or(self.utterance().len());
        while end > start + 1 && self.utterance().class(end - 1).contains(Class::EDGE) {
            end -= 1;
        }
        start..end
    }

    /// A part without the settings at its end: `"…" Dieter Rams, serif font`.
    fn without_settings(&self, part: Range<usize>) -> Range<usize> {
        let end = if part.is_empty() { part.end } else { self.regions.text(part.start, true) };
        if part.start < end && end < part.end { part.start..end } else { part }
    }

    fn parts_at(&self, token: usize) -> bool {
        if !self.utterance().class(token).contains(Class::EDGE) {
            return false;
        }
        let strong = matches!(self.utterance().word(token), "/" | "|" | ";" | "-" | ">" | "→" | "•" | ".")
            || self.utterance().word(token) == "?" && self.regions.expects("answer")
            || self.utterance().text.tokens()[token].kind == TokenKind::Break;
        let inside_name = |before: usize| self.utterance().capital(before) && self.is_free(&(before..token));
        let bracket = self.utterance().word(token) == "(" && self.utterance().capital(token + 1);
        strong || bracket || self.utterance().word(token) == "," && !token.checked_sub(1).is_some_and(inside_name)
    }

    /// Whether a part is a text of its own: behind a strong mark, with content, and nothing of it understood otherwise.
    fn is_open_part(&self, part: &Range<usize>) -> bool {
        let utterance = self.utterance();
        let signed = part.start > 0 && utterance.quoted(part.start - 1) && utterance.capital(part.start);
        let behind = signed || part.start > 0 && self.parts_at(part.start - 1) && utterance.word(part.start - 1) != ".";
        let comma = part.start > 0 && utterance.word(part.start - 1) == ",";
        let known = |token: usize| {
            self.explained[token]
                || utterance.class(token).intersects(Class::KIND | Class::BEYOND | Class::NEGATION)
                || self.regions.settings.iter().any(|setting| setting.tokens.contains(&token))
        };
        let says = part.clone().filter(|&token| utterance.text.tokens()[token].is_word());
        let content = says.clone().filter(|&token| !utterance.class(token).light()).count();
        // `One More Thing` has no word that says anything, but capitals.
        let title =
            || says.clone().count() > 1 && says.clone().all(|token| utterance.capital(token)) && !utterance.shouts();
        behind
            && (content > 0 || title())
            && says.count() <= LONGEST_PART
            && self.is_free(part)
            && !part.clone().any(|token| known(token) || utterance.quoted(token))
            && self.regions.cue_at(part.start).is_none()
            && (!comma || utterance.capital(part.start) || self.is_amid(part))
    }

    /// Whether a part between commas stands between values, as one of a specification does: `40% off, sneakers, code RUN40`.
    fn is_amid(&self, part: &Range<usize>) -> bool {
        let utterance = self.utterance();
        let known = |at: usize| {
            self.values.iter().any(|value| value.tokens.contains(&at))
                || self.regions.settings.iter().any(|setting| setting.tokens.contains(&at))
        };
        let before = part.start.checked_sub(2).is_some_and(known);
        let next = utterance.word(part.end) == "," && part.end + 1 < utterance.len();
        before && next && (known(part.end + 1) || self.explained[part.end + 1])
    }

    /// A name with what the person does behind a comma: `by Jana Stone, hiker`.
    pub(super) fn persons(&mut self) {
        self.told_persons();
        let role = self.slots().find(|(index, slot)| slot.name == "role" && !self.is_bound(*index));
        let is_person = |slot: u16| matches!(self.pattern.slots[usize::from(slot)].name.as_ref(), "author" | "name");
        let (Some((role, _)), Some(index)) = (role, self.values.iter().position(|value| is_person(value.slot))) else {
            return;
        };
        let (tokens, utterance) = (self.values[index].tokens.clone(), self.utterance());
        if let Some(bracket) = self.bracket_behind(tokens.end) {
            let value = Value::Text(utterance.text.typed_range(bracket.clone()).to_owned());
            self.bind(role, value, bracket);
            return;
        }
        let comma = tokens.clone().find(|&at| utterance.word(at) == "," && !utterance.quoted(at));
        let Some(comma) = comma.filter(|comma| tokens.start < *comma && comma + 1 < tokens.end) else { return };
        self.values[index].value = Value::Text(utterance.text.typed_range(tokens.start..comma).to_owned());
        self.values[index].tokens = tokens.start..comma;
        self.bind(
            role,
            Value::Text(utterance.text.typed_range(comma + 1..tokens.end).to_owned()),
            comma + 1..tokens.end,
        );
    }

    /// What stands in brackets behind a name: `Mr. Okoye (bakery owner)`.
    fn bracket_behind(&self, end: usize) -> Option<Range<usize>> {
        let utterance = self.utterance();
        let open = utterance.word(end) == "(" && !utterance.quoted(end);
        let close = (end + 1..utterance.len()).take(LONGEST_PART).find(|&at| utterance.word(at) == ")");
        let inside = end + 1..close.filter(|_| open)?;
        let says = inside.clone().all(|at| utterance.text.tokens()[at].is_word() && !self.explained[at]);
        let set = self.regions.settings.iter().any(|setting| inside.contains(&setting.tokens.start));
        (!inside.is_empty() && says && !set && self.is_free(&inside)).then_some(inside)
    }

    /// A name ends where a sentence about the person begins: `Elsa, she turns ninety`.
    fn told_persons(&mut self) {
        let utterance = self.utterance();
        for value in &mut self.values {
            let person = matches!(self.pattern.slots[usize::from(value.slot)].name.as_ref(), "author" | "name");
            let tells = |at: &usize| {
                utterance.word(*at) == "," && matches!(utterance.word(at + 1), "she" | "he" | "they" | "who" | "it's")
            };
            let comma = value.tokens.clone().find(|at| person && tells(at) && !utterance.quoted(*at));
            let Some(comma) = comma.filter(|comma| *comma > value.tokens.start) else { continue };
            self.explained[comma..value.tokens.end].fill(false);
            value.tokens.end = comma;
            value.value = Value::Text(utterance.text.typed_range(value.tokens.clone()).to_owned());
        }
    }

    fn bind_part(&mut self, part: Range<usize>) {
        let open: Vec<u16> = self.pattern.quotes.iter().copied().filter(|slot| !self.is_bound(*slot)).collect();
        let comma = part.clone().find(|&token| self.utterance().word(token) == "," && token > part.start);
        match (open.as_slice(), comma) {
            ([first, second, ..], Some(comma)) if comma + 1 < part.end => {
                self.bind_text(*first, part.start..comma);
                self.bind_text(*second, comma + 1..part.end);
            }
            ([first, ..], _) => self.bind_text(*first, part),
            ([], _) => {}
        }
    }

    fn bind_text(&mut self, slot: u16, tokens: Range<usize>) {
        let end = self.regions.text(tokens.start, true).clamp(tokens.start, tokens.end);
        let tokens = if end > tokens.start { tokens.start..end } else { tokens };
        let value = Value::Text(self.utterance().text.typed_range(tokens.clone()).to_owned());
        self.bind(slot, value, tokens);
    }

    /// Lists under what they belong to: `Tea: cheap, calming. Coffee: strong.`, where `left` is tea.
    pub(super) fn sections(&mut self) {
        let owners: Vec<(u16, u16)> = self
            .slots()
            .filter(|(index, slot)| slot.kind == ParamType::List && !self.is_bound(*index))
            .filter_map(|(index, slot)| {
                let owner = slot.name.strip_suffix("_items")?;
                let owner = self.slots().find(|(_, other)| other.name == owner)?.0;
                Some((index, owner))
            })
            .collect();
        for (slot, owner) in owners {
            if let Some((items, tokens)) = self.section_of(owner) {
                self.bind(slot, Value::List(items), tokens);
            }
        }
    }

    fn section_of(&self, owner: u16) -> Option<(Vec<String>, Range<usize>)> {
        let name = self.values.iter().find(|value| value.slot == owner)?;
        let own = name.tokens.clone();
        let Value::Text(name) = &name.value else { return None };
        let (utterance, text) = (self.utterance(), &self.utterance().text);
        let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
        let says = |token: usize| words.iter().enumerate().all(|(at, word)| text.word(token + at) == word.as_str());
        let behind = |token: usize| {
            let end = utterance.quote_at(token).map_or(token + words.len(), |(quote, _)| quote.end);
            (utterance.word(end) == ":").then_some(end + 1)
        };
        let heads = |token: usize| utterance.quote_at(token).is_some_and(|(_, inner)| inner == name) || says(token);
        let (head, start) = (0..utterance.len())
            .filter(|&token| heads(token) && (!own.contains(&token) || utterance.quoted(token)))
            .find_map(|token| Some((token, behind(token)?)))?;
        let head = if self.is_free(&(head..start)) { head } else { start - 1 };
        let ends = |token: usize| {
            matches!(utterance.word(token), "." | ";" | "!" | "|") && utterance.class(token).contains(Class::EDGE)
                || text.tokens()[token].kind == TokenKind::Break
                || utterance.word(token) == ":"
        };
        let mut end = (start..utterance.len()).find(|&token| ends(token)).unwrap_or(utterance.len());
        if utterance.word(end) == ":" {
            end = (start..end).rev().find(|&token| matches!(utterance.word(token), "," | "/" | "-"))?;
        }
        let found = list::read(text, start..end);
        let items = found.map_or_else(|| vec![text.typed_range(start..end).to_owned()], |found| found.texts());
        (end > start).then_some((items, head..end))
    }

    /// What a scene is for (`for our esports team`), and, where all that it needs is stated, what stands before its name
    /// (`our pre-launch checklist: …`) or between that and its data (`top 5 pizza joints: …`).
    pub(super) fn asides(&mut self, marked: &[Range<usize>]) {
        let purposes = (0..self.utterance().len()).filter(|&at| {
            self.utterance().word(at) == "for"
                && matches!(
                    self.utterance().word(at + 1),
                    "my" | "our" | "the" | "a" | "an" | "your" | "their" | "this" | "his" | "her" | "us"
                )
        });
        for at in purposes.collect::<Vec<_>>() {
            self.aside(at..self.utterance().clause(at).end, Class::BEYOND | Class::NEGATION);
        }
        let telling = Class::BEYOND | Class::KIND | Class::NEGATION;
        self.compound(marked);
        let needed = |(index, slot): (u16, &crate::pattern::set::Slot)| !slot.required || self.is_bound(index);
        if self.values.is_empty() || !self.slots().all(needed) {
            return;
        }
        for name in marked {
            let clause = self.utterance().clause(name.start);
            let article =
                |&token: &usize| matches!(self.utterance().word(token), "a" | "an" | "the" | "our" | "my" | "this");
            let start = (clause.start..name.start).rev().find(article).unwrap_or(clause.start);
            self.aside(start..name.start, telling);
            self.aside(name.end..clause.end.max(name.end), telling);
        }
    }

    /// `…, done.`: one word behind all that is asked for says that there is no more.
    pub(super) fn closing(&mut self) {
        let utterance = self.utterance();
        let edge = |at: &usize| utterance.class(*at).contains(Class::EDGE);
        let Some(last) = (0..utterance.len()).rev().find(|at| !edge(at)) else { return };
        let closes = matches!(utterance.word(last), "done" | "finished" | "fin" | "end" | "period");
        let alone = last.checked_sub(1).is_some_and(|before| edge(&before)) && self.is_free(&(last..last + 1));
        if closes && alone {
            self.explained[last] = true;
        }
    }

    /// The word before the name of a scene that shows data says what these are about: `packing checklist`.
    fn compound(&mut self, marked: &[Range<usize>]) {
        let data = |(index, slot): (u16, &crate::pattern::set::Slot)| {
            slot.required && !self.is_bound(index) && matches!(slot.kind, ParamType::List | ParamType::Series)
        };
        let Some(word) = marked.first().and_then(|name| name.start.checked_sub(1)) else { return };
        let utterance = self.utterance();
        let class = utterance.class(word);
        let led = word.checked_sub(1).is_none_or(|before| utterance.class(before).light());
        let telling = Class::BEYOND | Class::KIND | Class::NEGATION | Class::EDGE;
        let says = utterance.text.tokens()[word].is_word() && !utterance.quoted(word) && !class.intersects(telling);
        let behind = marked.first().map_or("", |name| utterance.word(name.end));
        let asked = self.about || !self.wanted.is_empty() || TOPIC.contains(&behind);
        if says && led && asked && self.slots().any(data) {
            self.explained[word] = true;
        }
    }

    /// Explains words beside what is asked for, unless some of them say more.
    fn aside(&mut self, tokens: Range<usize>, telling: Class) {
        let end = (tokens.start..tokens.end)
            .find(|&token| self.utterance().quoted(token) || !self.is_free(&(token..token + 1)))
            .unwrap_or(tokens.end);
        let tokens = tokens.start..end;
        let content =
            tokens.clone().filter(|&token| !self.explained[token] && !self.utterance().class(token).light()).count();
        let unknown =
            tokens.clone().any(|token| !self.explained[token] && self.utterance().class(token).intersects(telling));
        if content <= LONGEST_ASIDE && !unknown {
            self.explained[tokens].fill(true);
        }
    }
}
