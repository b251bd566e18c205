//! Where a scene is put.

use super::pick::Pick;
use super::reader::{Bound, Reader};
use crate::value::Kind;

/// A place in the order of scenes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Place {
    /// This one, counted from 0.
    At(usize),
    Before(Pick),
    Behind(Pick),
    /// One further towards the beginning or the end.
    Shift(isize),
    Last,
}

/// An end of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    First,
    Last,
}

impl Reader<'_> {
    /// `on top`, `at the very end`, `as the first`, `in last place`.
    pub(super) fn edges(&self, at: usize) -> Vec<(usize, Edge)> {
        if !self.is(at, &["at", "on", "to", "in", "as"]) {
            return Vec::new();
        }
        let start = self.behind_article(at + 1);
        let start = start + usize::from(self.is(start, &["very"]));
        let edge = match self.word(start) {
            "top" | "beginning" | "start" | "first" | "front" => Edge::First,
            "end" | "bottom" | "last" | "back" => Edge::Last,
            _ => return Vec::new(),
        };
        vec![(start + 1 + usize::from(self.is(start + 1, &["place", "one", "position"])), edge)]
    }

    /// `before the pricing`, `to the very end`, `first`, `to position 2`, `one place up`.
    pub(super) fn places(&self, at: usize) -> Vec<(usize, Place)> {
        let mut found = Vec::new();
        for start in [
            at,
            at + usize::from(self.is(
                at,
                &[
                    "to", "at", "in", "into", "as", "on", "right", "directly", "just", "straight", "up", "come",
                    "over", "back", "down",
                ],
            )),
        ] {
            self.places_from(start, &mut found);
            let next =
                start + usize::from(self.is(start, &["to", "at", "in", "right", "directly", "just", "straight", "as"]));
            if next > start {
                self.places_from(next, &mut found);
            }
        }
        found
    }

    fn places_from(&self, at: usize, found: &mut Vec<(usize, Place)>) {
        let start = self.behind_article(at);
        let very = start + usize::from(self.is(start, &["very", "absolute", "whole"]));
        let of = |end: usize| {
            let video = self.is(end, &["of"]).then(|| self.everything(end + 1)).into_iter().flatten().max();
            video.unwrap_or(end)
        };
        if self.is(very, &["end", "back", "bottom", "last", "finish", "closer", "ending"]) {
            found.push((of(very + 1), Place::Last));
        }
        if self.is(very, &["beginning", "start", "front", "top", "opening", "opener"]) {
            found.push((of(very + 1), Place::At(0)));
        }
        if self.is(very, &["first", "1st"])
            || self.is(at, &["open", "opens", "start", "starts", "begin", "begins", "kick"])
        {
            let off = 1 + usize::from(self.is(at + 1, &["off"]));
            let begin = if self.is(very, &["first"]) { very + 1 } else { at + off };
            found.push((begin, Place::At(0)));
            let video = self.everything(begin).into_iter().max();
            found.extend(video.map(|end| (end, Place::At(0))));
        }
        if self.is(at, &["close", "closes", "end", "ends", "finish", "finishes"]) {
            let video = self.everything(at + 1).into_iter().max();
            found.push((video.unwrap_or(at + 1), Place::Last));
        }
        if let Some((end, place)) = self.place_word(start) {
            let noun = self.is(end, &["place", "position", "spot", "scene", "slot", "one"]);
            let last = place + 1 == self.inventory.count() && self.is(start, &["last", "final"]);
            found.push((end + usize::from(noun), if last { Place::Last } else { Place::At(place) }));
        }
        if self.is(start, &["position", "place", "slot", "spot", "number", "#", "no", "nr", "scene"]) {
            let number = start + 1 + usize::from(self.is(start + 1, &["number", "#", "."]));
            if let Some((end, number)) = self.ordinal_number(number)
                && let Some(place) = number.checked_sub(1)
            {
                found.push((end, Place::At(place)));
            }
        }
        self.beside(at, found);
        self.shift(start, found);
    }

    fn beside(&self, at: usize, found: &mut Vec<(usize, Place)>) {
        let ahead = self.is(at, &["before", "above"]) || self.is(at, &["ahead", "front"]) && self.is(at + 1, &["of"]);
        let behind = self.is(at, &["after", "behind", "below", "following"]);
        if !(ahead || behind) {
            if self.is(at, &["between"]) {
                for (end, pick) in self.scenes_or_things(at + 1) {
                    let two = match &pick {
                        Pick::These(scenes) | Pick::OneOf(scenes) => scenes.as_slice(),
                        _ => &[],
                    };
                    if let [one, other] = two
                        && one + 1 == *other
                    {
                        found.push((end, Place::Behind(Pick::These(vec![*one]))));
                    }
                    let and = self.is(end, &["and", "&"]);
                    let others = if and { self.scenes_or_things(end + 1) } else { Vec::new() };
                    found.extend(others.into_iter().map(|(behind, _)| (behind, Place::Behind(pick.clone()))));
                }
            }
            return;
        }
        let start = at + 1 + usize::from(self.is(at + 1, &["of"]));
        for (end, pick) in self.scenes_or_things(start) {
            found.push((end, if ahead { Place::Before(pick) } else { Place::Behind(pick) }));
        }
    }

    /// `one place up`, `two scenes later`, `one earlier`.
    fn shift(&self, at: usize, found: &mut Vec<(usize, Place)>) {
        let (end, number) = self.ordinal_number(at).unwrap_or((at, 1));
        let noun = end
            + usize::from(self.is(
                end,
                &[
                    "place",
                    "places",
                    "position",
                    "positions",
                    "spot",
                    "spots",
                    "scene",
                    "scenes",
                    "step",
                    "steps",
                    "slot",
                ],
            ));
        let count = number.cast_signed();
        if self.is(noun, &["up", "earlier", "forward", "forwards", "left", "sooner"]) {
            found.push((noun + 1, Place::Shift(-count)));
        }
        if self.is(noun, &["down", "later", "back", "backwards", "right", "further"]) {
            found.push((noun + 1, Place::Shift(count)));
        }
    }

    /// `1 → 2 and 2 → 3`, `1 to 2`.
    pub(super) fn pairs(&self, at: usize) -> Vec<(usize, Bound)> {
        let (mut token, mut pairs, mut found) = (at, Vec::new(), Vec::new());
        while let Some((end, pair)) = self.pair(token) {
            pairs.push(pair);
            found.push((end, Bound::Pairs(pairs.clone().into())));
            token = end;
            while self.is(token, &[",", "and", "&", ";"]) {
                token += 1;
            }
        }
        found
    }

    fn pair(&self, at: usize) -> Option<(usize, (usize, usize))> {
        let scene = |token: usize| token + usize::from(self.is(token, &["scene", "scenes", "from"]));
        if let Some((end, Kind::Range(from, to))) =
            self.readings(scene(at)).into_iter().find(|(_, kind)| matches!(kind, Kind::Range(..)))
        {
            return Some((end, (from.get() as usize, to.get() as usize)));
        }
        let (end, from) = self.ordinal_number(scene(scene(at)))?;
        let mut between = end;
        while self.is(between, &["→", "-", ">", "to", "into", "and", "&", "/"]) {
            between += 1;
        }
        let (last, to) = self.ordinal_number(scene(between)).filter(|_| between > end)?;
        Some((last, (from, to)))
    }
}
