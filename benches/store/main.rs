//! Stores: what it takes to write something that lasts, and to read it. `cargo bench --bench store`.
//!
//! Beside criterion's figures each part prints a spread over many single calls, because a mean says nothing about the
//! slowest, with what it may take.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark says what it measured")]

mod projects;
mod spread;

use std::time::Duration;

use criterion::Criterion;

type Measured = Result<(), Box<dyn std::error::Error>>;

fn main() -> Measured {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    projects::measure(&mut criterion)?;
    criterion.final_summary();
    Ok(())
}
