//! Metrics as a running service tells them: the text format of Prometheus, as far as this program writes it.

use std::collections::BTreeMap;

/// A line of metrics.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sample {
    pub(super) name: String,
    pub(super) labels: BTreeMap<String, String>,
    pub(super) value: f64,
}

/// How often something took how long, by its labels.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Distribution {
    pub(super) count: f64,
    pub(super) sum: f64,
    /// How many there were up to each bound, the bounds increasing.
    buckets: Vec<(f64, f64)>,
}

/// All samples of a text. Lines that are none are left.
pub(super) fn samples(text: &str) -> Vec<Sample> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(sample).collect()
}

fn sample(line: &str) -> Option<Sample> {
    let (named, value) = match line.rfind('}') {
        Some(end) => (&line[..=end], line[end + 1..].split_whitespace().next()?),
        None => line.split_once(' ').map(|(name, rest)| (name, rest.trim()))?,
    };
    let (name, labels) = named.split_once('{').unwrap_or((named, ""));
    let value = value.parse().ok()?;
    Some(Sample { name: name.to_owned(), labels: labels_of(labels.trim_end_matches('}')), value })
}

/// Labels as in `a="1",b="two"`. A value may hold anything, with `"`, `\` and line breaks escaped.
fn labels_of(mut text: &str) -> BTreeMap<String, String> {
    let mut labels = BTreeMap::new();
    while let Some((name, rest)) = text.split_once("=\"") {
        let (mut value, mut end, mut escaped) = (String::new(), rest.len(), false);
        for (at, c) in rest.char_indices() {
            match (escaped, c) {
                (false, '\\') => escaped = true,
                (false, '"') => {
                    end = at;
                    break;
                }
                (true, 'n') => (value, escaped) = (value + "\n", false),
                (_, c) => {
                    value.push(c);
                    escaped = false;
                }
            }
        }
        labels.insert(name.trim_start_matches(',').to_owned(), value);
        text = rest.get(end + 1..).unwrap_or_default();
    }
    labels
}

/// The values of a counter, by the labels that are named.
pub(super) fn counts(samples: &[Sample], name: &str, labels: &[&str]) -> BTreeMap<Vec<String>, f64> {
    let mut counts = BTreeMap::new();
    for sample in samples.iter().filter(|sample| sample.name == name) {
        *counts.entry(sample.key(labels)).or_insert(0.0) += sample.value;
    }
    counts
}

/// The distributions of a histogram, by the labels that are named.
pub(super) fn distributions(samples: &[Sample], name: &str, labels: &[&str]) -> BTreeMap<Vec<String>, Distribution> {
    let mut all: BTreeMap<_, Distribution> = BTreeMap::new();
    for sample in samples {
        let Some(part) = sample.name.strip_prefix(name) else { continue };
        let entry = || sample.key(labels);
        match part {
            "_count" => all.entry(entry()).or_default().count += sample.value,
            "_sum" => all.entry(entry()).or_default().sum += sample.value,
            "_bucket" => all.entry(entry()).or_default().add(sample),
            _ => {}
        }
    }
    all
}

impl Sample {
    fn key(&self, labels: &[&str]) -> Vec<String> {
        labels.iter().map(|label| self.labels.get(*label).cloned().unwrap_or_default()).collect()
    }
}

impl Distribution {
    fn add(&mut self, sample: &Sample) {
        let bound = sample.labels.get("le").and_then(|bound| bound.parse().ok()).unwrap_or(f64::INFINITY);
        match self.buckets.iter_mut().find(|(known, _)| *known == bound) {
            Some((_, count)) => *count += sample.value,
            None => self.buckets.push((bound, sample.value)),
        }
    }

    /// The mean.
    pub(super) fn mean(&self) -> f64 {
        if self.count > 0.0 { self.sum / self.count } else { 0.0 }
    }

    /// What so great a part of them was below, from 0 to 1: as exactly as the buckets tell, evenly spread within each.
    pub(super) fn quantile(&self, part: f64) -> f64 {
        let wanted = part * self.count;
        let (mut below, mut before) = (0.0, 0.0);
        for (bound, count) in &self.buckets {
            if *count >= wanted && *count > before {
                let within = (wanted - before) / (count - before);
                return if bound.is_finite() { below + (bound - below) * within } else { below };
            }
            (below, before) = (*bound, *count);
        }
        below
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# TYPE a counter\na_total{x=\"1\",y=\"a \\\"b\\\" {c}, \\\\\"} 3\na_total{x=\"2\",y=\"\"} 4\nb_sum 0.5\n\
        b_count 4\nb_bucket{le=\"0.1\"} 2\nb_bucket{le=\"0.2\"} 4\nb_bucket{le=\"+Inf\"} 4\nno sample\n# EOF\n";

    #[test]
    fn samples_are_read() {
        let all = samples(TEXT);
        assert_eq!(all[0].labels["y"], "a \"b\" {c}, \\");
        let counted: Vec<_> = counts(&all, "a_total", &["x"]).into_iter().collect();
        assert_eq!(counted, [(vec!["1".to_owned()], 3.0), (vec!["2".to_owned()], 4.0)]);
    }

    #[test]
    fn quantiles_are_as_exact_as_buckets() {
        let all = distributions(&samples(TEXT), "b", &[]);
        let told = &all[&Vec::new()];
        assert_eq!((told.mean(), told.quantile(0.5), told.quantile(0.25)), (0.125, 0.1, 0.05));
        assert!((told.quantile(0.75) - 0.15).abs() < 1e-9);
        assert_eq!(Distribution::default().quantile(0.5), 0.0);
    }
}
