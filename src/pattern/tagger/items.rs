//! Series, lists and choices, which nothing has to announce.

use std::borrow::Cow;
use std::ops::Range;

use super::Tagger;
use crate::pattern::matcher::{SlotValue, figure, sign};
use crate::pattern::utterance::Class;
use crate::template::ParamType;
use crate::text::TokenKind;
use crate::value::list::{self, Style};
use crate::value::{Certainty, Gradient, Kind, Number, Reading, Value};

/// How many words stand at most between two colours that belong together.
const MOST_BETWEEN: usize = 2;

/// How many words a name has at most that stands in a list which nothing announces.
const LONGEST_NAME: usize = 4;

/// How many places that could open a list are tried.
const MOST_OPENERS: usize = 8;

/// Both ends of a range, and where it stands.
fn range(reading: &Reading) -> Option<(Number, Number, Range<usize>)> {
    match reading.kind {
        Kind::Range(from, to) => Some((from, to, reading.tokens.clone())),
        _ => None,
    }
}

/// Commas between long clauses make a story and no list.
pub(super) fn tells(list: &list::List) -> bool {
    const LONGEST: usize = 5;
    let words: usize = list.items.iter().map(|item| item.text.split_whitespace().count()).sum();
    matches!(list.style, Style::Commas | Style::Pair) && words > LONGEST * list.items.len()
}

impl Tagger<'_> {
    /// The longest run of points in what is not bound yet.
    pub(super) fn series(&mut self) {
        let Some((slot, _)) =
            self.slots().find(|(index, slot)| slot.kind == ParamType::Series && !slot.common && !self.is_bound(*index))
        else {
            return;
        };
        let behind_edges = |run: Range<usize>| {
            let first = run
                .clone()
                .find(|&token| !self.utterance().class(token).contains(Class::EDGE) || self.is_bullet(token));
            first.map(|first| first..run.end)
        };
        let open = self.runs_of(|token| self.is_free(&(token..token + 1)) && !self.explained[token]);
        let runs = open.into_iter().filter_map(behind_edges);
        let spec = &self.pattern.slots[usize::from(slot)];
        let found = runs.filter_map(|run| spec.points(&self.pattern.slots, self.utterance(), run));
        let Some(found) = found.max_by_key(|found| found.points.len()) else { return };
        if let Some((unit, _)) = self.slots().find(|(index, slot)| slot.name == "unit" && !self.is_bound(*index))
            && let Some(sign) = found.unit
        {
            self.values.push(SlotValue { slot: unit, value: Value::Text(sign), tokens: found.tokens.clone() });
        }
        self.bind(slot, Value::Series(found.points), found.tokens);
    }

    /// The figure that the scene is about: a range (`counter 0–500`), or a number behind the scene's name.
    pub(super) fn figures(&mut self, marked: &[Range<usize>]) {
        let named = |name: &str| self.slots().find(|(_, slot)| slot.name == name && slot.kind == ParamType::Number);
        let readings = &self.utterance().readings;
        if let (Some((from, _)), Some((to, _))) = (named("from"), named("to"))
            && !self.is_bound(from)
            && !self.is_bound(to)
            && let Some((start, end, tokens)) = readings.iter().find_map(range)
        {
            self.bind(from, Value::Number(start), tokens.clone());
            self.bind(to, Value::Number(end), tokens);
        }
        let needed = self.slots().find(|(index, slot)| {
            slot.required && matches!(slot.kind, ParamType::Number | ParamType::Percent) && !self.is_bound(*index)
        });
        let Some((slot, spec)) = needed else { return };
        for name in marked {
            let start = (name.end..self.utterance().len())
                .find(|&token| !self.utterance().class(token).light() && self.utterance().word(token) != ":");
            let reading = start.and_then(|start| self.utterance().reading_at(start));
            if let Some((reading, value)) = reading.and_then(|reading| Some((reading, figure(reading, &spec.kind)?))) {
                let sign = sign(self.utterance(), &self.pattern.slots, reading);
                self.bind(slot, value, reading.tokens.clone());
                self.values.extend(sign);
                return;
            }
        }
    }

    /// Two colours of a scene that is nothing but its ground run into one another: `a pink and purple gradient`.
    pub(super) fn grounds(&mut self) {
        let is_ground = self.slots().all(|(_, slot)| slot.common);
        let named = self.regions.settings.iter().any(|setting| setting.param == "background");
        let slot = self.slots().find(|(_, slot)| slot.name == "background").map(|(slot, _)| slot);
        let Some(slot) = slot.filter(|slot| is_ground && !named && !self.is_bound(*slot)) else { return };
        let mut colours = self.utterance().readings.iter().filter_map(|reading| match &reading.kind {
            Kind::Colour(colour) if reading.certainty != Certainty::Name => Some((colour.clone(), &reading.tokens)),
            _ => None,
        });
        if let (Some((from, start)), Some((to, end))) = (colours.next(), colours.next())
            && end.start <= start.end + MOST_BETWEEN
        {
            self.bind(slot, Value::Gradient(Gradient { from, to }), start.start..end.end);
        }
    }

    /// Choices of the template that are named: `horizontal`, `donut`.
    /// A word that is a setting too (`vertical` is a format) is a choice only in or before the scene's name.
    pub(super) fn choices(&mut self, marked: &[Range<usize>]) {
        for (index, slot) in self.slots().filter(|(_, slot)| !slot.common) {
            let ParamType::Choice(names) = &slot.kind else { continue };
            let by_name = |token: usize| marked.iter().any(|name| name.start <= token + 1 && token < name.end);
            let is_setting = |token: usize| self.regions.settings.iter().any(|setting| setting.tokens.contains(&token));
            let free = |token: &usize| {
                let open = !self.utterance().quoted(*token) && self.is_free(&(*token..*token + 1));
                open && (by_name(*token) || !is_setting(*token))
            };
            let choice = |token: usize| {
                let word = self.utterance().word(token);
                let own = by_name(token) && self.pattern.template().split('-').any(|part| part == word);
                let says = |name: &&Cow<'static, str>| **name == word || word.strip_suffix('s') == Some(name.as_ref());
                let stated = token > 1
                    && self.utterance().word(token - 1) == ":"
                    && self.utterance().word(token - 2) == slot.name;
                names.iter().find(says).filter(|_| !own || stated).map(|name| (token, name))
            };
            let found = (0..self.utterance().len()).filter(free).find_map(choice);
            if let Some((token, name)) = found.filter(|_| !self.is_bound(index)) {
                self.bind(index, Value::Text(name.to_string()), token..token + 1);
            }
        }
    }

    /// A list behind `with` or a colon, in lines, or bulleted.
    pub(super) fn lists(&mut self, marked: &[Range<usize>]) {
        let Some((slot, _)) = self.slots().find(|(index, slot)| slot.kind == ParamType::List && !self.is_bound(*index))
        else {
            return;
        };
        let best = self.unbound().into_iter().find_map(|run| self.list_in(run));
        let best = best.or_else(|| marked.iter().find_map(|name| self.list_behind_name(name.end)));
        let says = |tokens: &Range<usize>| tokens.clone().any(|token| !self.explained[token]);
        if let Some((items, tokens)) = best.filter(|(_, tokens)| says(tokens)) {
            self.bind(slot, Value::List(items), tokens);
        }
    }

    pub(super) fn list_in(&self, run: Range<usize>) -> Option<(Vec<String>, Range<usize>)> {
        let text = &self.utterance().text;
        if let Some(found) = self.utterance().list(run.clone()).filter(|found| found.style <= Style::Numbers) {
            let marker =
                |&at: &usize| matches!(self.utterance().word(at), "." | ")" | "(") || text.tokens()[at].is_number();
            let start = (run.start..found.tokens.start).rev().take_while(marker).last().unwrap_or(found.tokens.start);
            return Some((found.texts(), start..found.tokens.end));
        }
        self.opened_list_in(&run).or_else(|| self.list_behind_value(&run))
    }

    /// Three short items or more directly behind the name of the scene: `checklist passport, visa, tickets`.
    fn list_behind_name(&self, start: usize) -> Option<(Vec<String>, Range<usize>)> {
        let plain = |token: usize| {
            let class = self.utterance().class(token);
            !class.intersects(Class::BEYOND | Class::KIND | Class::NEGATION) && self.is_free(&(token..token + 1))
        };
        if start >= self.utterance().len() || self.utterance().class(start).light() || !plain(start) {
            return None;
        }
        let found = self.utterance().list(self.regions.list(start))?;
        let short = found.items.iter().all(|item| item.tokens.len() <= LONGEST_NAME && item.tokens.clone().all(plain));
        (found.items.len() > 2 && short && found.tokens.start == start).then(|| (found.texts(), found.tokens.clone()))
    }

    /// A list directly behind a value, where its separators leave no doubt: `bullets "Why rail?" cheaper; cleaner`.
    fn list_behind_value(&self, run: &Range<usize>) -> Option<(Vec<String>, Range<usize>)> {
        if run.start == 0 || self.explained.get(run.start).is_some_and(|known| *known) {
            return None;
        }
        let region = self.regions.list(run.start);
        let found = self.utterance().list(region.start..region.end.min(run.end))?;
        let names = || {
            let short = found.items.iter().all(|item| item.tokens.len() <= LONGEST_NAME);
            found.items.len() > 2 && short && self.utterance().capital(found.items[0].tokens.start)
        };
        let sure = found.style <= Style::Separators && found.items.len() > 1 || names();
        sure.then(|| (found.texts(), run.start..found.tokens.end))
    }

    /// A list behind what opens one. Only the first few places are tried: who means a list opens it soon.
    fn opened_list_in(&self, run: &Range<usize>) -> Option<(Vec<String>, Range<usize>)> {
        let inside = |token: usize| {
            let holds = |reading: &Reading| reading.tokens.len() > 1 && reading.tokens.contains(&token);
            self.utterance().readings.iter().any(holds)
        };
        let opens = |token: &usize| {
            let word = matches!(self.utterance().word(*token), ":" | "with" | "→" | "are" | "•" | "*" | "-" | "–");
            let line = self.utterance().text.tokens()[*token].kind == TokenKind::Break;
            (word || line) && !self.utterance().quoted(*token) && !inside(*token)
        };
        run.clone().filter(opens).take(MOST_OPENERS).find_map(|start| {
            let bullet = matches!(self.utterance().word(start), "•" | "*" | "-");
            let region = self.regions.list(start + usize::from(!bullet));
            let found = self.utterance().list(region.start..region.end.min(run.end))?;
            // What is quoted before the items (`words: "We make" + apps / sites`) is another's value.
            let quoted = (start..found.tokens.start).any(|token| self.utterance().quoted(token));
            let start = if quoted { found.tokens.start } else { start };
            (found.items.len() > 1 && !tells(&found)).then(|| (found.texts(), start..found.tokens.end))
        })
    }

    pub(super) fn is_bullet(&self, token: usize) -> bool {
        matches!(self.utterance().word(token), "-" | "*" | "•" | "–" | "+")
            || self.utterance().text.tokens()[token].kind == TokenKind::Break
    }

    /// The maximal runs of tokens that no value has.
    pub(super) fn unbound(&self) -> Vec<Range<usize>> {
        self.runs_of(|token| self.is_free(&(token..token + 1)))
    }

    fn runs_of(&self, open: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
        let mut runs = Vec::new();
        let mut start = 0;
        for token in 0..=self.utterance().len() {
            if token == self.utterance().len() || !open(token) {
                runs.extend((token > start).then_some(start..token));
                start = token + 1;
            }
        }
        runs
    }
}
