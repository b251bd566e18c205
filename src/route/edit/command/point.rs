//! A point of a series is given a value.

use std::ops::Range;
use std::rc::Rc;

use serde_json::Value as Json;

use super::{Act, Choice, Command, with_options};
use crate::route::Given;
use crate::route::edit::given::UNITS;
use crate::route::edit::inventory::Part;
use crate::route::edit::reader::{Reader, State};
use crate::route::edit::said::Spot;
use crate::route::edit::slot::Slot;
use crate::value::{Figure, Number, Point};

impl Reader<'_> {
    pub(super) fn point(&self, state: &State) -> Option<(Command, f64)> {
        let value = state.get(Slot::Value).or(state.get(Slot::Words))?.tokens.clone();
        let spots = state.spots(Slot::Label)?;
        let mut options = Vec::new();
        for spot in spots.iter() {
            let Part::Label(index) = spot.part else { continue };
            let view = &self.inventory.scenes[spot.scene];
            let Some(point) = view.params.get(&*spot.param).and_then(|points| points.get(index)) else { continue };
            let label = point.get("label").and_then(Json::as_str).unwrap_or_default();
            if !spot.whole && !self.only_with(spot) {
                continue;
            }
            if let Some((figure, cost)) = self.figure_like(point.get("value"), &value) {
                let value = Given::Point(Point { label: label.to_owned(), value: figure });
                let act = Act::Set { param: Rc::clone(&spot.param), value };
                options.push(Choice { scene: spot.scene, act, cost, has: true });
            }
        }
        with_options(options, None, None)
    }

    /// Whether no other entry of the same list has the words.
    pub(in crate::route::edit) fn only_with(&self, spot: &Spot) -> bool {
        let texts =
            self.inventory.texts.iter().filter(|shown| shown.scene == spot.scene && shown.param == &*spot.param);
        let same = |part: Part| std::mem::discriminant(&part) == std::mem::discriminant(&spot.part);
        let folded = crate::text::fold(&spot.shown);
        texts.filter(|shown| same(shown.part) && shown.text.folded().contains(&folded)).count() == 1
    }

    /// Words as the value of a point, like the one that is there now.
    pub(super) fn figure_like(&self, present: Option<&Json>, tokens: &Range<usize>) -> Option<(Figure, f64)> {
        let unit = usize::from(tokens.len() > 1 && self.is(tokens.end - 1, &UNITS));
        let whole = |end: usize| end == tokens.end || end + unit == tokens.end;
        let number = self.number(tokens.start).into_iter().find(|(end, _)| whole(*end));
        match present {
            Some(Json::Number(_)) => {
                let number = number.and_then(|(_, number)| Number::new(number))?;
                Some((Figure::Number(number), 0.0))
            }
            Some(Json::String(text)) => {
                let figure = text.chars().any(|c| c.is_ascii_digit());
                let reads = self.readings(tokens.start).iter().any(|(end, _)| *end == tokens.end);
                if figure && reads {
                    return Some((Figure::Text(self.priced(tokens, Some(text))), 0.0));
                }
                let name = self.utterance.capital(tokens.start) || self.utterance.quote_at(tokens.start).is_some();
                let strange = if figure { 1.5 } else { 0.3 } + if name { 0.0 } else { 1.5 };
                Some((Figure::Text(self.typed(tokens)), self.text_cost(tokens) + strange))
            }
            _ => None,
        }
    }
}
