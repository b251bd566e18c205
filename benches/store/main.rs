//! What is stored: how long it takes to find, to keep and to write for good, and how much room it takes.
//!
//! `cargo bench --bench store` prints criterion's estimates and the spread of single calls, because a mean says nothing about
//! the slowest, and what a churn of ten budgets leaves, with the limits that hold for them.

#![allow(clippy::print_stdout, reason = "a benchmark says what it measured")]

mod cache;
mod projects;
mod spread;

use criterion::Criterion;

type Measured = Result<(), Box<dyn std::error::Error>>;

fn main() -> Measured {
    // First of all, since it says how much memory the process has taken.
    cache::spread()?;
    let mut criterion = Criterion::default().configure_from_args();
    cache::bench(&mut criterion)?;
    projects::measure(&mut criterion)?;
    criterion.final_summary();
    Ok(())
}
