//! `stats`: what a running service has counted, for people.

mod samples;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use clap::Args;
use serde_json::{Value as Json, json};

use super::Outcome;
use super::output::{self, STRONG};
use super::table::table;
use crate::config;
use crate::error::{Error, ErrorKind, Result};
use samples::{Distribution, Sample, counts, distributions, samples};

const HELP: &str = "\
It asks a running service (`firstframe serve`) for /metrics. If that wants a token, it is taken from FIRSTFRAME_TOKEN.

Examples:
  firstframe stats
  firstframe stats --url https://firstframe.example.com --json";

/// How long a service may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(super) struct StatsArgs {
    /// Where the service is
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:4000")]
    url: String,

    /// Prints the figures as JSON
    #[arg(long)]
    json: bool,
}

/// Times of something: its metric, and the labels that tell it apart.
struct Times {
    title: &'static str,
    metric: &'static str,
    labels: &'static [&'static str],
}

/// Counts of something.
struct Counts {
    title: &'static str,
    metric: &'static str,
    labels: &'static [&'static str],
    shown: fn(f64) -> String,
}

const TIMES: [Times; 5] = [
    Times { title: "time to first byte", metric: "firstframe_first_byte_seconds", labels: &["route"] },
    Times { title: "total time", metric: "firstframe_request_seconds", labels: &["route"] },
    Times { title: "first draft, code or scene", metric: "firstframe_first_event_seconds", labels: &["operation"] },
    Times { title: "stages", metric: "firstframe_stage_seconds", labels: &["stage"] },
    Times { title: "calls of models", metric: "firstframe_model_seconds", labels: &["role", "model", "outcome"] },
];

const COUNTS: [Counts; 7] = [
    Counts { title: "requests", metric: "firstframe_requests_total", labels: &["route", "status"], shown: number },
    Counts { title: "ways", metric: "firstframe_ways_total", labels: &["way"], shown: number },
    Counts { title: "templates", metric: "firstframe_templates_total", labels: &["template"], shown: number },
    Counts { title: "no template, because", metric: "firstframe_fallbacks_total", labels: &["reason"], shown: number },
    Counts { title: "cache", metric: "firstframe_cache_total", labels: &["found"], shown: number },
    Counts { title: "repairs", metric: "firstframe_repairs_total", labels: &["repair"], shown: number },
    Counts { title: "dollars", metric: "firstframe_model_cost_dollars_total", labels: &["model"], shown: dollars },
];

/// Shows what a service has counted.
pub(super) fn run(args: &StatsArgs) -> Result<Outcome> {
    let samples = samples(&asked(args)?);
    if args.json {
        let json = serde_json::to_string_pretty(&as_json(&samples)).unwrap_or_default();
        output::print(&(json + "\n"))?;
    } else {
        output::print(&as_text(&samples))?;
    }
    Ok(Outcome::Done)
}

/// The metrics of a service, as text.
fn asked(args: &StatsArgs) -> Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| {
        Error::new(ErrorKind::File, "the system has no room for another program: close others").because(error)
    })?;
    runtime.block_on(async {
        // Somebody else may have chosen before, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().timeout(PATIENCE).build().map_err(|error| unreachable(args, error))?;
        let asking = client.get(format!("{}/metrics", args.url.trim_end_matches('/')));
        let asking = match config::token() {
            Some(token) => asking.bearer_auth(token),
            None => asking,
        };
        let answer = asking.send().await.map_err(|error| unreachable(args, error))?;
        match answer.status().as_u16() {
            200 => answer.text().await.map_err(|error| unreachable(args, error)),
            401 => Err(refused("the service wants its token: set it in FIRSTFRAME_TOKEN")),
            status => {
                Err(refused(&format!("expected metrics at `{}`, found status {status}: is it the service?", args.url)))
            }
        }
    })
}

fn unreachable(args: &StatsArgs, error: reqwest::Error) -> Error {
    let message =
        format!("no service runs at `{}`: start one with `firstframe serve`, or name it with `--url`", args.url);
    Error::new(ErrorKind::File, message).because(error.without_url())
}

fn refused(message: &str) -> Error {
    Error::new(ErrorKind::File, message)
}

fn as_text(samples: &[Sample]) -> String {
    let mut text = String::new();
    for Counts { title, metric, labels, shown } in COUNTS {
        let rows = shares(counts(samples, metric, labels), shown);
        section(&mut text, title, (&rows, &[labels.len(), labels.len() + 1]));
    }
    for Times { title, metric, labels } in TIMES {
        let rows = times(distributions(samples, metric, labels));
        let right: Vec<usize> = (labels.len()..labels.len() + 4).collect();
        section(&mut text, title, (&rows, &right));
    }
    if let Some(costs) = distributions(samples, "firstframe_generation_cost_dollars", &[]).get(&Vec::new()) {
        let _ = writeln!(text, "\n{STRONG}a generation costs{STRONG:#} ${:.4} on average", costs.mean());
    }
    if samples.is_empty() { "nothing has been asked yet\n".to_owned() } else { text.trim_start().to_owned() }
}

fn section(text: &mut String, title: &str, (rows, right): (&[Vec<String>], &[usize])) {
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{STRONG}{title}{STRONG:#}");
    for line in table(rows, right) {
        *text += &line;
        text.push('\n');
    }
}

/// Rows of counts with their part of all, the most frequent first.
fn shares(counts: BTreeMap<Vec<String>, f64>, shown: fn(f64) -> String) -> Vec<Vec<String>> {
    let sum: f64 = counts.values().sum();
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.total_cmp(&a.1));
    let row = |(mut row, count): (Vec<String>, f64)| {
        row.extend([shown(count), format!("{:.1} %", if sum > 0.0 { count / sum * 100.0 } else { 0.0 })]);
        row
    };
    counts.into_iter().map(row).collect()
}

fn number(count: f64) -> String {
    count.to_string()
}

fn dollars(count: f64) -> String {
    format!("${count:.4}")
}

/// Rows of how often, how long on average, in the middle, and at worst but for one in a hundred.
fn times(all: BTreeMap<Vec<String>, Distribution>) -> Vec<Vec<String>> {
    let row = |(mut row, times): (Vec<String>, Distribution)| {
        let counted = [times.mean(), times.quantile(0.5), times.quantile(0.99)].map(time);
        let [mean, middle, worst] = counted;
        row.extend([
            format!("{}×", times.count),
            format!("mean {mean}"),
            format!("p50 {middle}"),
            format!("p99 {worst}"),
        ]);
        row
    };
    all.into_iter().map(row).collect()
}

/// A time in the unit in which it is easiest to read.
fn time(seconds: f64) -> String {
    match seconds {
        ..1e-3 => format!("{:.0} µs", seconds * 1e6),
        ..1.0 => format!("{:.1} ms", seconds * 1e3),
        _ => format!("{seconds:.1} s"),
    }
}

fn as_json(samples: &[Sample]) -> Json {
    let counted = COUNTS.iter().map(|Counts { metric, labels, .. }| {
        let rows =
            counts(samples, metric, labels).into_iter().map(|(key, count)| named(labels, key, json!({"count": count})));
        ((*metric).to_owned(), rows.collect::<Json>())
    });
    let timed = TIMES.iter().map(|Times { metric, labels, .. }| {
        let rows = distributions(samples, metric, labels).into_iter().map(|(key, times)| {
            let [p50, p99] = [0.5, 0.99].map(|part| times.quantile(part));
            named(labels, key, json!({"count": times.count, "mean": times.mean(), "p50": p50, "p99": p99}))
        });
        ((*metric).to_owned(), rows.collect::<Json>())
    });
    counted.chain(timed).collect::<serde_json::Map<_, _>>().into()
}

fn named(labels: &[&str], key: Vec<String>, mut figures: Json) -> Json {
    for (label, value) in labels.iter().zip(key) {
        figures[*label] = value.into();
    }
    figures
}
