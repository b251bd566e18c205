//! Values in phrases: what stands where a phrase has a slot.

use std::ops::Range;

use super::{Matcher, Rest, SlotValue};
use crate::pattern::form::{self, Form};
use crate::pattern::lexicon::Hit;
use crate::pattern::set::Slot;
use crate::pattern::utterance::{Class, Utterance};
use crate::template::ParamType;
use crate::value::{Certainty, Gradient, Kind, Number, Reading, Value};

/// Words that no value in a phrase begins with: what follows them says where, when or of what.
const PREPOSITIONS: [&str; 12] = ["of", "in", "on", "for", "with", "at", "by", "from", "to", "about", "and", "over"];

/// Words with which a clause begins that tells of what a text at the end of a phrase names.
const CLAUSES: [&str; 8] = ["that", "which", "who", "where", "while", "whose", "when", "as"];

impl Matcher<'_> {
    /// The value of a slot that begins at a token, and what follows it.
    pub(super) fn slot(&self, slot: u16, rest: &Rest<'_>, at: usize, values: &mut Vec<SlotValue>) -> Option<usize> {
        let at = at + usize::from(matches!(self.regions.utterance.word(at), ":" | "="));
        if at >= self.regions.utterance.len() || !self.may_follow(rest, at + 1) {
            return None;
        }
        let spec = &self.slots[usize::from(slot)];
        let kind = &spec.kind;
        let bind = |value: Value, tokens: Range<usize>, values: &mut Vec<SlotValue>| {
            let end = tokens.end;
            values.push(SlotValue { slot, value, tokens });
            self.then(rest, end, values)
        };
        if !spec.one_of.is_empty() {
            let (value, tokens) = spec.one_at(self.regions.utterance, at)?;
            return bind(value, tokens, values);
        }
        if let Some(form) = spec.form.as_ref().filter(|form| form.is_plain() || **form == Form::Word) {
            let (value, tokens) = form.stated_at(self.regions.utterance, at)?;
            return bind(value, tokens, values);
        }
        if spec.form == Some(Form::Code) {
            let (value, tokens) = self.regions.code(at)?;
            return bind(value, tokens, values);
        }
        if spec.form == Some(Form::Pictures) {
            let (items, tokens) = form::pictures(self.regions.utterance).filter(|(_, tokens)| tokens.start == at)?;
            return bind(Value::List(items), tokens, values);
        }
        match kind {
            ParamType::Text | ParamType::Prose => self.text(slot, rest, at, values),
            ParamType::Series => {
                let found = spec.points_at(self.slots, self.regions.utterance, at..self.regions.limit(at))?;
                let tokens = found.tokens;
                let end = bind(Value::Series(found.points), tokens.clone(), values)?;
                let unit = self.slots.iter().position(|slot| slot.name == "unit");
                values.extend(unit.zip(found.unit).map(|(slot, unit)| SlotValue {
                    slot: slot as u16,
                    value: Value::Text(unit),
                    tokens,
                }));
                Some(end)
            }
            ParamType::List => {
                let found = self.regions.utterance.list(self.regions.list(at))?;
                let tokens = at..found.tokens.end;
                bind(Value::List(found.texts()), tokens, values)
            }
            ParamType::Ground if let Some((gradient, tokens)) = self.two_colours(at) => {
                bind(Value::Gradient(gradient), tokens, values)
            }
            _ => {
                let reading = self.regions.utterance.reading_at(at)?;
                let value = figure(reading, kind).or_else(|| form::typed(reading, self.regions.utterance, kind))?;
                let tokens = reading.tokens.clone();
                let end = bind(value, tokens.clone(), values)?;
                values.extend(sign(self.regions.utterance, self.slots, reading));
                Some(end)
            }
        }
    }

    /// A quote, or the shortest run of words behind which the phrase goes on; at its end, all up to where text ends.
    pub(super) fn text(&self, slot: u16, rest: &Rest<'_>, at: usize, values: &mut Vec<SlotValue>) -> Option<usize> {
        let utterance = self.regions.utterance;
        if let Some((tokens, quoted)) = utterance.quote_at(at) {
            let end = tokens.end;
            values.push(SlotValue { slot, value: Value::Text(quoted.to_owned()), tokens });
            return self.then(rest, end, values);
        }
        let is_amount = |reading: &Reading| {
            matches!(reading.kind, Kind::Percent(_) | Kind::Money { .. }) && reading.tokens.contains(&at)
        };
        if PREPOSITIONS.contains(&utterance.word(at)) && !utterance.capital(at)
            || self.regions.cue_at(at).is_some()
            || self.is_own_name(at)
            || utterance.class(at).contains(Class::EDGE)
            || utterance.readings.iter().any(is_amount)
        {
            return None;
        }
        let last = self.regions.text(at, self.slots[usize::from(slot)].kind == ParamType::Prose);
        // Finding where a text ends costs as many steps as it has tokens.
        self.steps.set(self.steps.get().saturating_sub((last - at.min(last)) as u32));
        let last = (at..last).find(|&token| utterance.quoted(token)).unwrap_or(last);
        let homonym = utterance.reading_at(at).is_some_and(|reading| reading.certainty != Certainty::Sure);
        if !homonym && self.regions.settings.iter().any(|setting| setting.tokens == (at..last)) {
            return None;
        }
        let value = |end: usize| {
            let comma = |last: usize| matches!(utterance.word(last), "," | ":" | "(") || utterance.is_break(last);
            let end = (at + 1..=end).rev().find(|&end| !comma(end - 1)).unwrap_or(end);
            let value = Value::Text(utterance.text.typed_range(at..end).to_owned());
            SlotValue { slot, value, tokens: at..end }
        };
        if rest.first().is_none() {
            let clause = (at + 1..last).find(|&token| CLAUSES.contains(&utterance.word(token)));
            let last = clause.filter(|_| self.slots[usize::from(slot)].kind == ParamType::Text).unwrap_or(last);
            (last > at).then(|| values.push(value(last)))?;
            return Some(last);
        }
        (at + 1..=last.max(at)).find_map(|end| {
            let bound = values.len();
            values.push(value(end));
            let behind = end + usize::from(utterance.is_break(end) || utterance.word(end) == "(");
            let found = self.then_here(rest, behind, values);
            if found.is_none() {
                values.truncate(bound);
            }
            found
        })
    }

    /// Whether the scene's own name begins at a token, or a word of talk that stands alone: neither begins a text.
    fn is_own_name(&self, at: usize) -> bool {
        let small = !self.regions.utterance.capital(at);
        let pattern = &self.patterns.patterns[self.regions.pattern as usize];
        let own = |hit: &Hit| pattern.names_of(hit.literal).iter().any(|name| small || !name.weak);
        let mut hits = self.regions.utterance.hits_at(at);
        let class = self.regions.utterance.class(at);
        let alone =
            at + 1 >= self.regions.utterance.len() || self.regions.utterance.class(at + 1).contains(Class::EDGE);
        hits.any(own) || class.contains(Class::FILLER) && alone && !self.regions.utterance.capital(at)
    }

    /// Two colours with a word between them: `between navy and purple`.
    fn two_colours(&self, at: usize) -> Option<(Gradient, Range<usize>)> {
        let colour = |at: usize| {
            let reading = self.regions.utterance.reading_at(at)?;
            if let Kind::Colour(colour) = &reading.kind { Some((colour.clone(), reading.tokens.end)) } else { None }
        };
        let (from, between) = colour(at)?;
        let joined = matches!(self.regions.utterance.word(between), "and" | "to" | "into" | "&" | "through");
        let (to, end) = colour(between + 1).filter(|_| joined)?;
        Some((Gradient { from, to }, at..end))
    }
}

/// The sign of an amount, or the sign of a percentage, for a slot that takes it.
pub(crate) fn sign(utterance: &Utterance, slots: &[Slot], reading: &Reading) -> Option<SlotValue> {
    let typed = utterance.text.slice(reading.span);
    let (sign, names): (&str, &[&str]) = match &reading.kind {
        Kind::Percent(_) => ("%", &["suffix", "unit"]),
        Kind::Money { sign, .. } if typed.starts_with(|c: char| c.is_ascii_digit()) => (sign, &["suffix", "unit"]),
        Kind::Money { sign, .. } => (sign, &["prefix", "unit"]),
        _ => return None,
    };
    let slot = slots.iter().position(|slot| names.contains(&&*slot.name))?;
    Some(SlotValue { slot: slot as u16, value: Value::Text(sign.to_owned()), tokens: reading.tokens.clone() })
}

/// The value of a reading for a parameter of a type, if it is one.
pub(crate) fn figure(reading: &Reading, kind: &ParamType) -> Option<Value> {
    match (&reading.kind, kind) {
        (Kind::Number(number) | Kind::Percent(number), ParamType::Number | ParamType::Percent) => {
            Some(Value::Number(*number))
        }
        (Kind::Fraction(part), ParamType::Percent) => Number::new((part.get() * 100.0).round()).map(Value::Number),
        (Kind::Money { amount, .. }, ParamType::Number) => Some(Value::Number(*amount)),
        (Kind::Seconds(seconds), ParamType::Seconds) => Some(Value::Number(*seconds)),
        (Kind::Colour(colour), ParamType::Colour | ParamType::Ground) => Some(Value::Colour(colour.clone())),
        (Kind::Gradient(gradient), ParamType::Ground) => Some(Value::Gradient(gradient.clone())),
        (Kind::Url(url), ParamType::Url | ParamType::Image) => Some(Value::Text(url.clone())),
        (Kind::Handle(handle), ParamType::Handle) => Some(Value::Text(handle.clone())),
        _ => None,
    }
}
