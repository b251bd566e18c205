//! Every way to explain a request, and the cheapest of them.

use super::{Arc, Item};

/// Every way to explain a request as a whole.
#[derive(Debug)]
pub(in crate::route::edit) struct Lattice {
    /// The arcs that begin at each token.
    arcs: Vec<Vec<Arc>>,
    /// The cheapest way to each token: what it costs, and its last arc.
    ahead: Vec<Option<(f64, Way)>>,
    /// The cheapest way from each token to the end: what it costs, and its first arc.
    behind: Vec<Option<(f64, Way)>>,
}

/// An arc by the token that it begins at and its number there; the first token and the last have none.
type Way = Option<(usize, usize)>;

impl Lattice {
    pub(super) fn new(len: usize) -> Self {
        let mut ahead: Vec<Option<(f64, Way)>> = vec![None; len + 1];
        ahead[0] = Some((0.0, None));
        Self { arcs: (0..len).map(|_| Vec::new()).collect(), ahead, behind: vec![None; len + 1] }
    }

    /// Whether a way leads to a token.
    pub(super) fn reaches(&self, at: usize) -> bool {
        self.ahead[at].is_some()
    }

    /// All arcs.
    pub(super) fn arcs(&self) -> impl Iterator<Item = &Arc> {
        self.arcs.iter().flatten()
    }

    /// Goes on from a token to which a way leads.
    pub(super) fn leave(&mut self, (at, begins): (usize, bool), mut arcs: Vec<Arc>) {
        let Some((so_far, way)) = self.ahead[at] else { return };
        // Sentences that follow on one another without anything between them are a row of the same: `Mar 33 Apr 42`.
        let last = way.map(|(from, number)| &self.arcs[from][number].item);
        if let Some(Item::Command { kind: before, .. }) = last {
            let before = *before;
            arcs.retain(|arc| match &arc.item {
                Item::Command { bare, kind, .. } => begins || !bare && *kind == before,
                _ => true,
            });
        }
        for (number, arc) in arcs.iter().enumerate() {
            let cost = so_far + arc.cost;
            if self.ahead[arc.to].is_none_or(|(known, _)| cost < known) {
                self.ahead[arc.to] = Some((cost, Some((at, number))));
            }
        }
        self.arcs[at] = arcs;
    }

    /// Finds the cheapest way from each token to the end.
    pub(super) fn come_back(&mut self) {
        let len = self.arcs.len();
        self.behind[len] = Some((0.0, None));
        for at in (0..len).rev() {
            let ways = self.arcs[at].iter().enumerate();
            let costs = ways.filter_map(|(number, arc)| Some((arc.cost + self.behind[arc.to]?.0, number)));
            let best = costs.min_by(|left, right| left.0.total_cmp(&right.0));
            self.behind[at] = best.map(|(cost, number)| (cost, Some((at, number))));
        }
    }

    /// The parts of the cheapest way.
    pub(in crate::route::edit) fn best(&self) -> Vec<&Item> {
        self.through(self.arcs.len(), None)
    }

    /// The parts of other ways that cost hardly more, the cheapest first.
    pub(in crate::route::edit) fn others(&self, more: f64) -> Vec<(f64, Vec<&Item>)> {
        let Some((least, _)) = self.ahead[self.arcs.len()] else { return Vec::new() };
        let mut found: Vec<(f64, usize, usize)> = Vec::new();
        for (at, arcs) in self.arcs.iter().enumerate() {
            let Some((ahead, _)) = self.ahead[at] else { continue };
            for (number, arc) in arcs.iter().enumerate() {
                let Some((behind, _)) = self.behind[arc.to] else { continue };
                let cost = ahead + arc.cost + behind - least;
                if cost <= more {
                    found.push((cost, at, number));
                }
            }
        }
        found.sort_by(|left, right| left.0.total_cmp(&right.0));
        found.into_iter().map(|(cost, at, number)| (cost, self.through(at, Some(number)))).collect()
    }

    /// The parts of the cheapest way to a token, from there along an arc, and on to the end.
    fn through(&self, at: usize, arc: Option<usize>) -> Vec<&Item> {
        let mut parts = Vec::new();
        let mut way = self.ahead[at].and_then(|(_, way)| way);
        while let Some((from, number)) = way {
            parts.push(&self.arcs[from][number].item);
            way = self.ahead[from].and_then(|(_, way)| way);
        }
        parts.reverse();
        let mut way = arc.map(|number| (at, number));
        while let Some((from, number)) = way {
            let arc = &self.arcs[from][number];
            parts.push(&arc.item);
            way = self.behind[arc.to].and_then(|(_, way)| way);
        }
        parts
    }
}
