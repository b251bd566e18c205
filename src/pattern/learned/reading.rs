//! From labels to values: what the model reads of what the rules left, under the rules' own conditions.

use std::ops::Range;

use super::lattice::{Lattice, Span};
use super::model::Model;
use super::role::{FIGURE, ITEM, POINT, roles_of, slot_with};
use super::sight::{Scene, Sight};
use super::trust::least_certainty;
use crate::pattern::form::Form;
use crate::pattern::matcher::SlotValue;
use crate::pattern::tagger::Tagging;
use crate::pattern::utterance::Class;
use crate::template::ParamType;
use crate::value::{Figure, Kind, Point, Value};

/// Longer requests are specifications, whose values rules find by their form; and reading takes time for each word.
const MOST_TOKENS: usize = 160;

/// The values that a model reads of what rules left of a request.
///
/// Only tokens that nothing explains are read, and only slots that are not bound; a value is taken only if the model is
/// as sure of it as its role needs, and if it is what the parameter takes.
pub(crate) fn read(model: &Model, scene: Scene<'_>, tagging: &Tagging<'_>) -> Vec<SlotValue> {
    let open = open_slots(scene, tagging);
    let length = scene.utterance.len();
    if open.is_empty() || length > MOST_TOKENS || !(0..length).any(|token| is_left(scene, tagging, token)) {
        return Vec::new();
    }
    let bound: Vec<Range<usize>> = tagging.values().iter().map(|value| value.tokens.clone()).collect();
    let sight = Sight::new(scene, &bound, &open);
    let named: Vec<(&str, usize)> = open
        .iter()
        .flat_map(|&slot| roles_of(scene.pattern(), slot))
        .filter_map(|role| Some((role, model.role(role)?)))
        .collect();
    let free: Vec<bool> = (0..length).map(|token| sight.is_free(token) && may_be_read(scene, tagging, token)).collect();
    let roles: Vec<usize> = named.iter().map(|(_, role)| *role).collect();
    let spans = Lattice::new(model, &sight, &roles, &free).spans();
    let reader = Reader { scene, tagging };
    let sure = |span: &Span| least_certainty(named[span.role].0).is_some_and(|least| span.certainty >= least);
    let spans = spans.into_iter().filter(sure).filter(|span| reader.is_whole(&span.tokens));
    reader.values(&spans.map(|span| (named[span.role].0, span.tokens)).collect::<Vec<_>>())
}

/// The slots with a role that nothing has bound; none if the model may fill none of them.
fn open_slots(scene: Scene<'_>, tagging: &Tagging<'_>) -> Vec<u16> {
    let roles = |slot: u16| roles_of(scene.pattern(), slot);
    let wanted = |slot: u16| tagging.wanted().iter().any(|name| name == scene.pattern().slot_name(slot));
    let bound = |slot: u16| tagging.values().iter().any(|value| value.slot == slot) || wanted(slot);
    let trusted = |slot: &u16| roles(*slot).any(|role| least_certainty(role).is_some());
    let slots = 0..scene.pattern().slots.len() as u16;
    let open: Vec<u16> = slots.filter(|&slot| !bound(slot) && roles(slot).next().is_some()).collect();
    if open.iter().any(trusted) { open } else { Vec::new() }
}

/// Whether a token has content that nothing explains.
fn is_left(scene: Scene<'_>, tagging: &Tagging<'_>, token: usize) -> bool {
    let class = scene.utterance.class(token);
    let says = scene.utterance.text.tokens()[token].is_word() || scene.utterance.text.tokens()[token].is_number();
    says && !tagging.explains(token) && !class.light() && !class.contains(Class::EDGE)
}

/// Whether a token may be part of a value: it is not explained, or it has no content that could be.
fn may_be_read(scene: Scene<'_>, tagging: &Tagging<'_>, token: usize) -> bool {
    !tagging.explains(token) || scene.utterance.class(token).light() && !scene.utterance.quoted(token)
}

struct Reader<'a> {
    scene: Scene<'a>,
    tagging: &'a Tagging<'a>,
}

impl Reader<'_> {
    /// Whether tokens have content that nothing explains, and no quote that they cut.
    fn is_whole(&self, tokens: &Range<usize>) -> bool {
        let text = &self.scene.utterance.text;
        let cut = text.quotes().iter().any(|quote| {
            let apart = quote.end <= tokens.start || tokens.end <= quote.first;
            !apart && (quote.first..quote.end) != *tokens
        });
        !cut && tokens.clone().any(|token| is_left(self.scene, self.tagging, token))
    }

    fn values(&self, spans: &[(&str, Range<usize>)]) -> Vec<SlotValue> {
        let mut values = Vec::new();
        let items: Vec<&Range<usize>> = of_role(spans, ITEM).collect();
        values.extend(self.list(&items));
        values.extend(self.series(spans));
        for (role, tokens) in spans.iter().filter(|(role, _)| ![ITEM, POINT, FIGURE].contains(role)) {
            let slot = slot_with(self.scene.pattern(), role);
            if let Some(slot) = slot.filter(|slot| !values.iter().any(|known: &SlotValue| known.slot == *slot)) {
                values.push(SlotValue { slot, value: Value::Text(self.text(tokens)), tokens: tokens.clone() });
            }
        }
        values
    }

    /// A list needs two items at least: one alone might be anything.
    fn list(&self, items: &[&Range<usize>]) -> Option<SlotValue> {
        let slot = slot_with(self.scene.pattern(), ITEM)?;
        let tokens = items.first()?.start..items.last()?.end;
        let texts = items.iter().map(|item| self.text(item)).collect();
        (items.len() > 1 && self.joined(&tokens, items)).then_some(SlotValue {
            slot,
            value: Value::List(texts),
            tokens,
        })
    }

    /// Points are labels and values in turn, in either order.
    fn series(&self, spans: &[(&str, Range<usize>)]) -> Option<SlotValue> {
        let slot = slot_with(self.scene.pattern(), POINT)?;
        let parts: Vec<&(&str, Range<usize>)> =
            spans.iter().filter(|(role, _)| [POINT, FIGURE].contains(role)).collect();
        let places: Vec<&Range<usize>> = parts.iter().map(|(_, tokens)| tokens).collect();
        let tokens = places.first()?.start..places.last()?.end;
        let points: Option<Vec<Point>> = parts.chunks(2).map(|pair| self.point(slot, pair)).collect();
        let in_turn = parts.chunks(2).all(|pair| pair[0].0 == parts[0].0);
        let value = Value::Series(points?);
        (in_turn && parts.len() > 3 && self.joined(&tokens, &places)).then_some(SlotValue { slot, value, tokens })
    }

    fn point(&self, slot: u16, pair: &[&(&str, Range<usize>)]) -> Option<Point> {
        let [first, second] = pair else { return None };
        let (label, figure) = match (first.0, second.0) {
            (POINT, FIGURE) => (&first.1, &second.1),
            (FIGURE, POINT) => (&second.1, &first.1),
            _ => return None,
        };
        Some(Point { label: self.text(label), value: self.figure(slot, figure)? })
    }

    /// A figure as the slot takes it: a plain number, a number with its unit as typed, or any text.
    fn figure(&self, slot: u16, tokens: &Range<usize>) -> Option<Figure> {
        let spec = &self.scene.pattern().slots[usize::from(slot)];
        debug_assert!(spec.kind == ParamType::Series);
        let reading = self.scene.utterance.reading_at(tokens.start).filter(|reading| reading.tokens == *tokens);
        match (reading.map(|reading| &reading.kind), &spec.form) {
            (Some(Kind::Number(number)), Some(Form::Numbers) | None) => Some(Figure::Number(*number)),
            (_, Some(Form::Numbers)) | (None, None) => None,
            _ => Some(Figure::Text(self.text(tokens))),
        }
    }

    /// Whether nothing with content stands between the parts of a value that is not part of it.
    fn joined(&self, tokens: &Range<usize>, parts: &[&Range<usize>]) -> bool {
        let inside = |token: usize| parts.iter().any(|part| part.contains(&token));
        let bound = |token: usize| self.tagging.values().iter().any(|value| value.tokens.contains(&token));
        !tokens.clone().any(|token| !inside(token) && (is_left(self.scene, self.tagging, token) || bound(token)))
    }

    /// The words of a value: what a quote says, or what was typed.
    fn text(&self, tokens: &Range<usize>) -> String {
        let utterance = self.scene.utterance;
        match utterance.quote_at(tokens.start) {
            Some((quote, inner)) if quote == *tokens => inner.to_owned(),
            _ => utterance.text.typed_range(tokens.clone()).to_owned(),
        }
    }
}

fn of_role<'s>(spans: &'s [(&str, Range<usize>)], role: &'s str) -> impl Iterator<Item = &'s Range<usize>> {
    spans.iter().filter(move |(known, _)| *known == role).map(|(_, tokens)| tokens)
}
