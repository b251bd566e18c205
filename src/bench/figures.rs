//! What is printed: times, calls, tokens and costs by kind of request, and what is gained.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;

use super::labelled::Kind;
use super::played::{Played, Road};

/// What came of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// How many requests were played.
    pub requests: usize,
    /// By how much waits were shortened.
    pub scale: f64,
    /// What times were drawn with.
    pub seed: u64,
    /// By kind of request, then those that the targets are about, then all.
    pub groups: Vec<Group>,
    /// What beginning ahead gains and costs.
    pub begun_ahead: BegunAhead,
    /// Our own time beside that of models, where a model wrote code.
    pub own: Own,
    /// What failed, with the reason.
    pub failures: Vec<(String, String)>,
    /// Every request as it was played: formerly, and now.
    pub played: Vec<(Played, Played)>,
}

/// Some requests, played both ways.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// What people call it.
    pub name: String,
    /// The former pipeline.
    pub former: Summary,
    /// This engine.
    pub ours: Summary,
    /// How much less time ours takes in all, from 0 to 1.
    pub less_time: f64,
    /// How much less it costs.
    pub less_cost: f64,
    /// How many requests went which way.
    pub roads: BTreeMap<Road, usize>,
}

/// How requests fared. Times are seconds at full length.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Summary {
    /// How many.
    pub requests: usize,
    /// To the first event that a person sees: half of all within this.
    pub first_event_p50: f64,
    /// In all.
    pub total: Percentiles,
    /// All of them, one after the other.
    pub total_sum: f64,
    /// Model calls.
    pub calls: u64,
    /// Tokens that were read, from providers' caches too.
    pub tokens_in: u64,
    /// Tokens that were written.
    pub tokens_out: u64,
    /// Dollars, for what was dropped too.
    pub usd: f64,
    /// Calls that were begun and dropped.
    pub dropped_calls: u64,
    /// What these cost.
    pub dropped_usd: f64,
}

/// Times within which so many in a hundred are.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Percentiles {
    /// Half.
    pub p50: f64,
    /// 95 in 100.
    pub p95: f64,
    /// 99 in 100.
    pub p99: f64,
}

/// The same requests with and without work that is begun ahead; those alone for which a model was asked.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BegunAhead {
    /// With it.
    pub on: Summary,
    /// Without.
    pub off: Summary,
}

/// Our own time on the critical path.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Own {
    /// The requests for which a model wrote code.
    pub requests: usize,
    /// Our time, in seconds.
    pub seconds: Percentiles,
    /// As a share of the models' time.
    pub share: Percentiles,
}

impl Group {
    pub(super) fn of(name: impl Into<String>, played: &[&(Played, Played)]) -> Self {
        let former = Summary::of(&played.iter().map(|(former, _)| former).collect::<Vec<_>>());
        let ours = Summary::of(&played.iter().map(|(_, ours)| ours).collect::<Vec<_>>());
        let mut roads = BTreeMap::new();
        for (_, ours) in played {
            *roads.entry(ours.road).or_default() += 1;
        }
        let less = |former: f64, ours: f64| if former > 0.0 { 1.0 - ours / former } else { 0.0 };
        let (less_time, less_cost) = (less(former.total_sum, ours.total_sum), less(former.usd, ours.usd));
        Self { name: name.into(), former, ours, less_time, less_cost, roads }
    }

    /// The groups of a table.
    pub(super) fn all(played: &[(Played, Played)]) -> Vec<Self> {
        let kinds =
            |kinds: &[Kind]| played.iter().filter(|(former, _)| kinds.contains(&former.kind)).collect::<Vec<_>>();
        let each = Kind::ALL.map(|kind| (kind.to_string(), kinds(&[kind])));
        let target = ("add, edit and out of scope".to_owned(), kinds(&[Kind::Add, Kind::Edit, Kind::Out]));
        let all = ("all".to_owned(), kinds(&Kind::ALL));
        let groups = each.into_iter().chain([target, all]).filter(|(_, played)| !played.is_empty());
        groups.map(|(name, played)| Self::of(name, &played)).collect()
    }

    /// Which share of its requests went a way, from 0 to 1.
    pub fn share(&self, road: Road) -> f64 {
        let count = self.roads.get(&road).copied().unwrap_or(0);
        count as f64 / self.ours.requests.max(1) as f64
    }
}

impl Summary {
    pub(super) fn of(played: &[&Played]) -> Self {
        let times =
            |time: fn(&Played) -> Duration| played.iter().map(|one| time(one).as_secs_f64()).collect::<Vec<_>>();
        let totals = times(|one| one.total);
        let sum = |count: fn(&Played) -> u64| played.iter().map(|one| count(one)).sum::<u64>();
        let dollars = |cost: fn(&Played) -> f64| played.iter().map(|one| cost(one)).fold(0.0, |sum, cost| sum + cost);
        Self {
            requests: totals.len(),
            first_event_p50: Percentiles::of(times(|one| one.first)).p50,
            total_sum: totals.iter().fold(0.0, |sum, total| sum + total),
            total: Percentiles::of(totals),
            calls: sum(|one| one.bill.calls),
            tokens_in: sum(|one| one.bill.tokens_in),
            tokens_out: sum(|one| one.bill.tokens_out),
            usd: dollars(|one| one.bill.dollars),
            dropped_calls: sum(|one| one.bill.dropped_calls),
            dropped_usd: dollars(|one| one.bill.dropped_dollars),
        }
    }
}

impl Percentiles {
    /// By the nearest rank: each is a time that was measured.
    pub(super) fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let rank = (values.len() as f64 * share).ceil() as usize;
            values.get(rank.saturating_sub(1)).copied().unwrap_or(0.0)
        };
        Self { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
    }
}

impl Own {
    pub(super) fn of<'p>(played: impl Iterator<Item = &'p Played>) -> Self {
        let written: Vec<&Played> = played.filter(|one| one.road.is_written()).collect();
        let share = |one: &&Played| one.own.as_secs_f64() / one.waited.as_secs_f64().max(f64::MIN_POSITIVE);
        Self {
            requests: written.len(),
            seconds: Percentiles::of(written.iter().map(|one| one.own.as_secs_f64()).collect()),
            share: Percentiles::of(written.iter().map(share).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let percentiles = Percentiles::of((1..=200).rev().map(f64::from).collect());
        assert_eq!(percentiles, Percentiles { p50: 100.0, p95: 190.0, p99: 198.0 });
        assert_eq!(Percentiles::of(vec![3.0]), Percentiles { p50: 3.0, p95: 3.0, p99: 3.0 });
        assert_eq!(Percentiles::of(Vec::new()), Percentiles { p50: 0.0, p95: 0.0, p99: 0.0 });
    }
}
