//! What scenes show: words, items, labels and values that a request repeats or counts.

use std::ops::Range;
use std::rc::Rc;

use serde_json::Value as Json;

use super::inventory::Part;
use super::reader::{Bound, Reader};
use crate::pattern::Class;
use crate::template::ParamType;
use crate::value::{self, Colour};

/// A place where something stands that a request speaks of.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spot {
    pub(super) scene: usize,
    pub(super) param: Rc<str>,
    pub(super) part: Part,
    /// What stands there, as far as the request repeats it.
    pub(super) shown: String,
    /// Whether that is all that stands there.
    pub(super) whole: bool,
}

/// Parts of lists as people call them.
const PARTS: [&str; 39] = [
    "item",
    "point",
    "bullet",
    "entry",
    "line",
    "row",
    "step",
    "bar",
    "slice",
    "plan",
    "card",
    "task",
    "option",
    "feature",
    "number",
    "stop",
    "place",
    "word",
    "message",
    "reply",
    "person",
    "member",
    "name",
    "tag",
    "stage",
    "event",
    "tile",
    "segment",
    "wedge",
    "reason",
    "ingredient",
    "team",
    "player",
    "planet",
    "axis",
    "axe",
    "tier",
    "milestone",
    "logo",
];

impl Reader<'_> {
    /// The folded word of a token, quoted or not.
    pub(super) fn any_word(&self, token: usize) -> &str {
        let word = if token < self.len() { self.utterance.text().word(token) } else { "" };
        word.strip_suffix("'s").unwrap_or(word)
    }

    /// Where the words from a token on stand in what scenes show, for each end.
    pub(super) fn standing(&self, at: usize) -> Vec<(usize, Vec<Spot>)> {
        if let Some((tokens, inner)) = self.utterance.quote_at(at) {
            let inside = tokens.start + 1..tokens.end - 1;
            let all = self.runs(inside.clone(), inner.trim().len() > 1);
            return all
                .into_iter()
                .filter(|(end, _)| *end == inside.end)
                .map(|(_, spots)| (tokens.end, spots))
                .collect();
        }
        let word = |token: usize| {
            self.utterance.text().tokens()[token].is_word() || self.utterance.text().tokens()[token].is_number()
        };
        if at >= self.len() || !word(at) || self.utterance.quoted(at) {
            return Vec::new();
        }
        let stop = (at..self.len()).find(|token| self.utterance.quoted(*token)).unwrap_or(self.len());
        let light = |token: usize| {
            let class = self.utterance.class(token);
            class.intersects(Class::FUNCTION | Class::COURTESY) && !self.utterance.capital(token)
        };
        let runs = self.runs(at..stop, true).into_iter();
        runs.filter(|(end, _)| !(at..*end).all(light)).collect()
    }

    /// Whether a word stands in what scenes show.
    pub(super) fn shows(&self, token: usize) -> bool {
        !self.inventory.standing(self.any_word(token)).is_empty()
    }

    fn runs(&self, tokens: Range<usize>, _long: bool) -> Vec<(usize, Vec<Spot>)> {
        let mut found: Vec<(usize, Vec<Spot>)> = Vec::new();
        for (text, first) in self.inventory.standing(self.any_word(tokens.start)) {
            let shown = &self.inventory.texts[*text];
            let same = |count: &usize| {
                let token = first + count;
                token < shown.text.tokens().len() && shown.text.word(token) == self.any_word(tokens.start + count)
            };
            // Who says more of what stands there means more of it.
            let longest = (0..tokens.len()).take_while(same).count();
            for length in (1..=longest).rev().take(1) {
                let (end, last) = (tokens.start + length, first + length);
                let spot = Spot {
                    scene: shown.scene,
                    param: shown.param.into(),
                    part: shown.part,
                    shown: shown.text.typed_range(*first..last).to_owned(),
                    whole: *first == 0 && last == shown.text.tokens().len(),
                };
                match found.iter_mut().find(|(known, _)| *known == end) {
                    Some((_, spots)) => spots.push(spot),
                    None => found.push((end, vec![spot])),
                }
            }
        }
        found
    }

    /// What stands there now: words, or a number or a colour that a parameter has.
    pub(super) fn old(&self, at: usize) -> Vec<(usize, Vec<Spot>)> {
        let mut found = self.standing(at);
        let start = self.behind_article(at);
        if start > at {
            found.extend(self.standing(start));
        }
        for (end, kind) in self.readings(start) {
            let spots = self.holding(&kind);
            if spots.is_empty() {
                continue;
            }
            match found.iter_mut().find(|(known, _)| *known == end) {
                Some((_, known)) => known.extend(spots),
                None => found.push((end, spots)),
            }
        }
        found
    }

    /// The parameters that hold a number or a colour.
    pub(super) fn holding(&self, kind: &value::Kind) -> Vec<Spot> {
        let mut spots = Vec::new();
        for (scene, view) in self.inventory.scenes.iter().enumerate() {
            for (param, value) in view.params {
                let spot = |part| Spot { scene, param: param.as_str().into(), part, shown: String::new(), whole: true };
                if holds(value, kind) {
                    spots.push(spot(Part::Whole));
                }
                let points = value.as_array().map_or(&[][..], Vec::as_slice);
                for (index, point) in points.iter().enumerate() {
                    if point.get("value").is_some_and(|value| holds(value, kind)) {
                        spots.push(spot(Part::Value(index)));
                    }
                }
            }
        }
        spots
    }

    /// An item of a list or the label of a point, by its words or its place.
    pub(super) fn entries(&self, at: usize) -> Vec<(usize, Vec<Spot>)> {
        let start = self.behind_article(at);
        let mut found: Vec<(usize, Vec<Spot>)> = Vec::new();
        for (end, spots) in self.standing(start) {
            let of_lists: Vec<Spot> =
                spots.into_iter().filter(|spot| matches!(spot.part, Part::Item(_) | Part::Label(_))).collect();
            if of_lists.is_empty() {
                continue;
            }
            if PARTS.contains(&self.stem(end)) {
                found.push((end + 1, of_lists.clone()));
            }
            found.push((end, of_lists));
        }
        found.extend(self.entries_by_place(start));
        found
    }

    /// `step 2`, `the third bullet`, `the last item`.
    fn entries_by_place(&self, at: usize) -> Vec<(usize, Vec<Spot>)> {
        let mut found = Vec::new();
        if PARTS.contains(&self.stem(at)) {
            let number = at + 1 + usize::from(self.is(at + 1, &["number", "#", "no"]));
            if let Some((end, number)) = self.ordinal_number(number) {
                found.push((end, self.entries_at(|count| number.checked_sub(1).filter(|place| *place < count))));
            }
        }
        if let Some((end, place)) = self.place_word(at)
            && PARTS.contains(&self.stem(end))
        {
            let last = self.is(at, &["last", "final"]);
            found.push((
                end + 1,
                self.entries_at(
                    |count| if last { count.checked_sub(1) } else { Some(place).filter(|place| *place < count) },
                ),
            ));
        }
        found.retain(|(_, spots): &(usize, Vec<Spot>)| !spots.is_empty());
        found
    }

    fn entries_at(&self, place: impl Fn(usize) -> Option<usize>) -> Vec<Spot> {
        let mut spots = Vec::new();
        for (scene, view) in self.inventory.scenes.iter().enumerate() {
            for spec in view.own().iter().filter(|spec| matches!(spec.kind, ParamType::List | ParamType::Series)) {
                let Some(Json::Array(items)) = view.params.get(&*spec.name) else { continue };
                let Some(index) = place(items.len()) else { continue };
                let label = items[index].get("label").and_then(Json::as_str);
                let part = if label.is_some() { Part::Label(index) } else { Part::Item(index) };
                let shown = label.or(items[index].as_str()).unwrap_or_default().to_owned();
                spots.push(Spot { scene, param: spec.name.as_ref().into(), part, shown, whole: true });
            }
        }
        spots
    }

    /// The label of a point, also abbreviated (`March` for `Mar`, `Mar` for `March`).
    pub(super) fn labels(&self, at: usize) -> Vec<(usize, Vec<Spot>)> {
        let start = self.behind_article(at);
        let whole = |spots: Vec<Spot>| -> Vec<Spot> {
            spots.into_iter().filter(|spot| matches!(spot.part, Part::Label(_))).collect()
        };
        let mut found: Vec<(usize, Vec<Spot>)> =
            self.standing(start).into_iter().map(|(end, spots)| (end, whole(spots))).collect();
        found.push((start + 1, self.abbreviated(start)));
        found.retain(|(_, spots)| !spots.is_empty());
        for (end, spots) in found.clone() {
            let possessive = self.stem(end);
            if PARTS.contains(&possessive) {
                found.push((end + 1, spots));
            }
        }
        found
    }

    fn abbreviated(&self, at: usize) -> Vec<Spot> {
        let word = self.stem(at);
        if word.len() < 3 || !self.utterance.text().tokens().get(at).is_some_and(crate::text::Token::is_word) {
            return Vec::new();
        }
        let mut spots = Vec::new();
        for shown in self.inventory.texts.iter().filter(|shown| matches!(shown.part, Part::Label(_))) {
            let label = shown.text.folded().trim_end_matches('.');
            let alike = label.len() >= 3 && label != word && (label.starts_with(word) || word.starts_with(label));
            if alike && !label.contains(' ') && label.chars().all(char::is_alphabetic) {
                let (param, part) = (shown.param.into(), shown.part);
                spots.push(Spot {
                    scene: shown.scene,
                    param,
                    part,
                    shown: shown.text.original().to_owned(),
                    whole: true,
                });
            }
        }
        spots
    }

    /// A label with a value: `May, 3,900`, `Wind at 70`, `Monday: Douro valley by train`, `Ben at the end, 'on my way'`.
    pub(super) fn points(&self, at: usize) -> Vec<(usize, Bound)> {
        const BETWEEN: [&str; 26] = [
            ":", ",", "at", "with", "=", "-", "is", "of", "for", "as", "saying", "says", "→", "to", "–", "came",
            "comes", "in", "has", "have", "got", "well", "too", "also", "had", "ended",
        ];
        const LONGEST: usize = 7;
        let mut found = Vec::new();
        let quoted = self.utterance.quote_at(at).map(|(tokens, _)| tokens.end);
        let ends: Vec<usize> =
            quoted.map_or_else(|| (at + 1..=(at + LONGEST).min(self.len())).collect(), |end| vec![end]);
        for end in ends {
            let mut start = end;
            // `08:30` is one label.
            let tokens = self.utterance.text().tokens();
            let glued = |token: usize| tokens.get(token).is_some_and(|token| token.glued);
            if self.is(end, &[":"]) && glued(end) && glued(end + 1) {
                continue;
            }
            // `a reply from Ben at the end, 'on my way'`.
            if self.is(end, &["at"]) && self.is(end + 1, &["the"]) && self.is(end + 2, &["end", "bottom"]) {
                start = end + 3;
            }
            while self.is(start, &BETWEEN) && start < end + 4 {
                start += 1;
            }
            if quoted.is_none() && (at + 1..end).any(|token| self.is(token, &BETWEEN[15..])) {
                break;
            }
            // `at -7` is below zero, which no reader of values knows.
            let tokens = self.utterance.text().tokens();
            let below = start > end && self.is(start - 1, &["-"]) && !tokens[start - 1].glued;
            if below && tokens.get(start).is_some_and(|token| token.glued) {
                break;
            }
            let glued = start == end;
            let values = self.readings(start).into_iter().map(|(behind, _)| behind);
            let texts =
                if glued && self.utterance.quote_at(start).is_none() { Vec::new() } else { self.text_ends(start) };
            let mut behind: Vec<usize> = values.chain(texts).collect();
            behind.sort_unstable();
            behind.dedup();
            found.extend(behind.into_iter().map(|behind| (behind, Bound::Point(at..end, start..behind))));
            if quoted.is_none() && self.is_edge(end) {
                break;
            }
        }
        found
    }

    /// The values of a fixed form that begin at a token.
    pub(super) fn readings(&self, at: usize) -> Vec<(usize, value::Kind)> {
        let readings = self.utterance.readings().iter();
        readings
            .filter(|reading| reading.tokens.start == at)
            .map(|reading| (reading.tokens.end, reading.kind.clone()))
            .collect()
    }
}

/// Whether a value is the number or the colour that was read.
fn holds(value: &Json, kind: &value::Kind) -> bool {
    use value::Kind::{Colour as C, Money, Number, Percent, Seconds};
    match (value, kind) {
        (Json::Number(own), Number(number) | Percent(number) | Seconds(number)) => own.as_f64() == Some(number.get()),
        (Json::String(own), C(colour)) => Colour::from_words(own).is_some_and(|own| own.rgb() == colour.rgb()),
        (Json::String(own), Number(number) | Money { amount: number, .. } | Percent(number)) => {
            let digits: String = own.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
            own.chars().count() <= digits.len() + 2 && digits.parse() == Ok(number.get())
        }
        _ => false,
    }
}
