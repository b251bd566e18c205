//! The report of a play, for people.

use std::fmt::Write;

use crate::bench::{BegunAhead, Group, Own, Report, Road, Summary};
use crate::cli::output::{QUIET, STRONG};
use crate::cli::table::table;

/// The most failures that are shown.
const SHOWN: usize = 10;

const HOW: &str = "\
How times are told: model calls, and the context and storage of the former pipeline, take their time divided by the scale, and
are scaled back up. The times are those that were meant, so that a late timer is not multiplied; waits at the same time count
once. All else, our own work, our storage (a database on this disk) and the network of this machine, counts once, as measured.
Formerly, time that nothing was waited for is in the total as well. What is assumed, with its source: benches/pipeline/assumptions.yaml.
";

/// All tables.
pub(super) fn shown(report: &Report) -> String {
    let Report { requests, scale, seed, groups, begun_ahead, own, failures, .. } = report;
    let mut text = format!("{STRONG}{requests} requests{STRONG:#}, waits shortened {scale} times, seed {seed}\n\n");
    push(&mut text, &table(&compared(groups), &[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));
    push(&mut text, &table(&roads(groups), &(1..=Road::ALL.len()).collect::<Vec<_>>()));
    push(&mut text, &table(&ahead(begun_ahead), &[1, 2, 3, 4, 5, 6, 7, 8, 9]));
    text += &own_time(own);
    for (id, failure) in failures.iter().take(SHOWN) {
        let _ = writeln!(text, "{STRONG}{id}{STRONG:#} failed: {failure}");
    }
    if let Some(more) = failures.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        let _ = writeln!(text, "and {more} more failed");
    }
    text + &format!("{QUIET}{HOW}{QUIET:#}")
}

fn push(text: &mut String, lines: &[String]) {
    *text += &lines.join("\n");
    *text += "\n\n";
}

/// Both ways by kind of request.
fn compared(groups: &[Group]) -> Vec<Vec<String>> {
    let head = [
        "",
        "",
        "requests",
        "first event",
        "p50",
        "p95",
        "p99",
        "calls",
        "tokens in",
        "out",
        "cost",
        "less time",
        "less cost",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for Group { name, former, ours, less_time, less_cost, .. } in groups {
        let row =
            |name: &str, way: &str, summary: &Summary| [vec![name.to_owned(), way.to_owned()], cells(summary)].concat();
        rows.push(row(name, "formerly", former));
        rows.push([row("", "now", ours), vec![percent(*less_time), percent(*less_cost)]].concat());
    }
    rows
}

fn cells(summary: &Summary) -> Vec<String> {
    let Summary { requests, first_event_p50, total, calls, tokens_in, tokens_out, usd, .. } = summary;
    let times = [*first_event_p50, total.p50, total.p95, total.p99].map(time);
    let counts = [*calls, *tokens_in, *tokens_out].map(count);
    [vec![requests.to_string()], times.to_vec(), counts.to_vec(), vec![dollars(*usd)]].concat()
}

/// Which share of the requests went which way.
fn roads(groups: &[Group]) -> Vec<Vec<String>> {
    let head = std::iter::once(String::new()).chain(Road::ALL.map(|road| road.to_string())).collect();
    let row = |group: &Group| {
        let shares = Road::ALL
            .map(|road| group.share(road))
            .map(|share| if share > 0.0 { percent(share) } else { "–".to_owned() });
        std::iter::once(group.name.clone()).chain(shares).collect()
    };
    std::iter::once(head).chain(groups.iter().map(row)).collect()
}

/// What is gained by work that is begun ahead, and what it costs.
fn ahead(BegunAhead { on, off }: &BegunAhead) -> Vec<Vec<String>> {
    let head =
        ["begun ahead", "requests", "first event", "p50", "p95", "p99", "all", "calls dropped", "their cost", "cost"];
    let row = |name: &str, summary: &Summary| {
        let Summary { requests, first_event_p50, total, total_sum, usd, dropped_calls, dropped_usd, .. } = summary;
        let times = [*first_event_p50, total.p50, total.p95, total.p99, *total_sum].map(time).to_vec();
        let counts = vec![dropped_calls.to_string(), dollars(*dropped_usd), dollars(*usd)];
        [vec![name.to_owned(), requests.to_string()], times, counts].concat()
    };
    vec![head.map(str::to_owned).to_vec(), row("with", on), row("without", off)]
}

fn own_time(Own { requests, seconds, share }: &Own) -> String {
    let [p50, p95, p99] = [seconds.p50, seconds.p95, seconds.p99].map(time);
    let [share50, share95, share99] = [share.p50, share.p95, share.p99].map(percent);
    format!(
        "  Our own time where a model wrote code ({requests} requests): p50 {p50}, p95 {p95}, p99 {p99}; beside the models' time \
         {share50}, {share95}, {share99}\n\n"
    )
}

/// `91.3 s`, `4.7 ms`.
fn time(seconds: f64) -> String {
    if seconds < 1.0 { format!("{:.1} ms", seconds * 1000.0) } else { format!("{seconds:.1} s") }
}

/// `595`, `556k`, `2.30M`.
fn count(count: u64) -> String {
    match count {
        0..10_000 => count.to_string(),
        10_000..1_000_000 => format!("{}k", count / 1000),
        _ => format!("{:.2}M", count as f64 / 1e6),
    }
}

fn dollars(dollars: f64) -> String {
    format!("${:.2}", dollars.abs())
}

/// `97.3 %`.
fn percent(share: f64) -> String {
    let percent = share * 100.0;
    let digits = if percent.abs() < 1.0 && percent != 0.0 { 2 } else { 1 };
    format!("{percent:.digits$} %")
}
