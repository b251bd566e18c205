//! Values that are known by their look: dates, addresses, pictures, rows, commands, code.

use std::ops::Range;

use super::Tagger;
use crate::pattern::form::{self, Form};
use crate::pattern::matcher::SlotValue;
use crate::pattern::utterance::Class;
use crate::template::ParamType;
use crate::text::{Text, TokenKind};
use crate::value::{Kind, Reading, Value, series, table};

impl Tagger<'_> {
    /// What takes lines or many places at once, before words in them are taken for something else.
    pub(super) fn blocks(&mut self, marked: &[Range<usize>]) {
        let open = self.slots().filter(|(index, _)| !self.is_bound(*index));
        let slots: Vec<(u16, Form)> = open.filter_map(|(index, slot)| Some((index, slot.form.clone()?))).collect();
        for (slot, form) in slots {
            let found = match form {
                Form::Pictures => form::pictures(self.utterance()).map(|(items, tokens)| (Value::List(items), tokens)),
                Form::Commands => form::commands(self.utterance(), &self.unbound())
                    .map(|(items, tokens)| (Value::List(items), tokens)),
                Form::Code => self.code_below(marked),
                Form::Rows => self.rows(),
                _ => None,
            };
            if let Some((value, tokens)) = found {
                self.bind(slot, value, tokens);
            }
        }
    }

    /// Source code in the lines below a colon, or behind the colon that follows the name of the scene.
    fn code_below(&self, marked: &[Range<usize>]) -> Option<(Value, Range<usize>)> {
        let utterance = self.utterance();
        let is_break = |token: usize| utterance.text.tokens()[token].kind == TokenKind::Break;
        let below = (1..utterance.len())
            .find(|&token| is_break(token) && utterance.word(token - 1) == ":" && !utterance.quoted(token));
        let named = marked.first().map_or(0, |name| name.end);
        let is_colon = |&token: &usize| utterance.word(token) == ":" && utterance.class(token).contains(Class::EDGE);
        let colon = below.or_else(|| (named..utterance.len()).find(is_colon))?;
        let announces = |slot: u16| self.pattern.slots[usize::from(slot)].form != Some(Form::Code);
        let cued = (0..colon).any(|at| self.cue_from(at).is_some_and(|(slot, end)| end == colon && announces(slot)));
        let described = self.regions.wished(colon + 1);
        if described || cued && below.is_none() { None } else { self.regions.code(colon + 1) }
    }

    /// The rows of a table; the line above them is its columns, unless these are stated.
    fn rows(&mut self) -> Option<(Value, Range<usize>)> {
        let columns = self.slots().find(|(_, slot)| slot.name == "columns").map(|(slot, _)| slot)?;
        let cue = |slot: &str, tagger: &Self| {
            let number = tagger.slots().find(|(_, spec)| spec.name == slot)?.0;
            (0..tagger.utterance().len()).find_map(|at| {
                let (found, end) = tagger.cue_from(at)?;
                let start = tagger.value_start(end).filter(|_| found == number && tagger.is_free(&(at..end)))?;
                Some((at, start))
            })
        };
        let text = &self.utterance().text;
        let head = cue("columns", self);
        let body = cue("rows", self);
        let found = match (head, body) {
            (Some((_, head_start)), Some((body_cue, body_start))) if head_start < body_cue => {
                let columns = table::cells(text, head_start..body_cue);
                let rows = table::rows(text, body_start..self.utterance().len(), Some(columns.len()))?;
                table::Table { columns, ..rows }.from(head_start)
            }
            (Some((_, start)), _) => table::with_header(text, start..self.utterance().len())?,
            _ => table::with_header(text, 0..self.utterance().len())?,
        };
        for (at, start) in head.into_iter().chain(body) {
            self.explained[at..start].fill(true);
        }
        self.bind(columns, Value::List(found.columns), found.tokens.clone());
        Some((Value::Rows(found.rows), found.tokens))
    }

    /// Values whose look says what they are, each for the first slot that takes it.
    pub(super) fn plain_forms(&mut self) {
        let slots: Vec<u16> = self
            .slots()
            .filter(|(index, slot)| !slot.common && !self.is_bound(*index))
            .map(|(index, _)| index)
            .collect();
        for slot in slots {
            if let Some((value, tokens)) = self.plain_form(slot) {
                self.bind(slot, value, tokens);
            }
        }
    }

    fn plain_form(&self, slot: u16) -> Option<(Value, Range<usize>)> {
        let (spec, utterance) = (&self.pattern.slots[usize::from(slot)], self.utterance());
        let mut free = (0..utterance.len()).filter(|&token| !utterance.quoted(token));
        let unbound = |tokens: &Range<usize>| {
            self.is_free(tokens) && !self.regions.settings.iter().any(|setting| setting.tokens.contains(&tokens.start))
        };
        if !spec.one_of.is_empty() {
            let inside = |token: usize| {
                let longer = |reading: &Reading| reading.tokens.contains(&token) && reading.tokens.len() > 1;
                utterance.readings.iter().any(longer)
            };
            let one = |token: usize| spec.one_at(utterance, token).filter(|(_, tokens)| unbound(tokens));
            return free.filter(|&token| !inside(token)).find_map(one);
        }
        if let Some(form) = spec.form.as_ref().filter(|form| form.is_plain()) {
            let at = |token: usize| form.at(utterance, token).filter(|_| form.sure_at(utterance, token));
            return free.find_map(|token| at(token).filter(|(_, tokens)| unbound(tokens)));
        }
        utterance.readings.iter().find_map(|reading| {
            let any_address = spec.kind == ParamType::Image
                && matches!(reading.kind, Kind::Url(_))
                && !self.slots().any(|(_, slot)| slot.kind == ParamType::Url && !slot.common);
            let value = form::typed(reading, utterance, &spec.kind).or_else(|| {
                any_address.then(|| Value::Text(utterance.text.typed_range(reading.tokens.clone()).to_owned()))
            });
            value.map(|value| (value, reading.tokens.clone())).filter(|(_, tokens)| unbound(tokens))
        })
    }

    /// Items that all end in a figure are points too: `1. Ana 12 2. Bo 9`.
    fn scored(&mut self) {
        let named = |name: &str| self.slots().find(|(_, slot)| slot.name == name && !slot.common).map(|(slot, _)| slot);
        let (Some(list), Some(series)) = (named("items"), named("series")) else { return };
        let Some(index) = self.values.iter().position(|value| value.slot == list && !self.is_bound(series)) else {
            return;
        };
        let Value::List(items) = &self.values[index].value else { return };
        let point = |item: &String| {
            let text = Text::new(item.as_str());
            let found = series::read_at_least(&text, 0..text.tokens().len(), 1)?;
            (found.points.len() == 1 && found.tokens.start == 0).then(|| found.points.into_iter().next())?
        };
        let Some(points) = items.iter().map(point).collect::<Option<Vec<_>>>() else { return };
        let tokens = self.values[index].tokens.clone();
        self.values[index].value = Value::List(points.iter().map(|point| point.label.clone()).collect());
        self.values.push(SlotValue { slot: series, value: Value::Series(points), tokens });
    }

    /// The labels of points are the items of a list that the template needs and nothing else gives.
    pub(super) fn ranked(&mut self) {
        let open = self.slots().find(|(index, slot)| {
            slot.kind == ParamType::List && slot.required && !slot.common && !self.is_bound(*index)
        });
        let Some((slot, _)) = open else { return self.scored() };
        let points = self.values.iter().find_map(|value| match &value.value {
            Value::Series(points) => {
                Some((points.iter().map(|point| point.label.clone()).collect(), value.tokens.clone()))
            }
            _ => None,
        });
        if let Some((labels, tokens)) = points {
            self.values.push(SlotValue { slot, value: Value::List(labels), tokens });
        }
    }
}
