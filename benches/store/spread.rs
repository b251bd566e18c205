//! The middle and the slow end of many calls.

use std::time::Duration;

/// Prints p50, p99 and the slowest of some times, beside what p50 and p99 may take, and a small histogram.
pub(crate) fn print(what: &str, mut times: Vec<Duration>, limits: [Duration; 2]) {
    times.sort_unstable();
    let Some(last) = times.len().checked_sub(1) else { return println!("{what}: nothing was measured") };
    let at = |share: f64| times[(last as f64 * share) as usize];
    let [p50, p99] = limits;
    println!(
        "{what}, {} calls: p50 {:?} (limit {p50:?}), p99 {:?} (limit {p99:?}), max {:?}",
        times.len(),
        at(0.5),
        at(0.99),
        times[last]
    );
    let mut from = Duration::ZERO;
    let mut to = Duration::from_micros(125);
    while from <= times[last] {
        let count = times.iter().filter(|time| (from..to).contains(*time)).count();
        if count > 0 {
            let bar = "#".repeat((count * 50).div_ceil(times.len()));
            println!("  {:>9} {count:>6} {bar}", format!("< {to:?}"));
        }
        (from, to) = (to, to * 2);
    }
}
