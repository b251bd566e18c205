//! What is stored: how long it takes to find and to keep, and how much room it takes.
//!
//! `cargo bench --bench store` prints criterion's estimates and, at the end, the spread of single calls and what a churn of
//! ten budgets leaves, with the limits that hold for them.

#![allow(clippy::print_stdout, reason = "a benchmark says what it measured")]

mod cache;

use criterion::Criterion;

type Measured = Result<(), Box<dyn std::error::Error>>;

fn main() -> Measured {
    let mut criterion = Criterion::default().configure_from_args();
    cache::bench(&mut criterion)?;
    criterion.final_summary();
    cache::spread()
}
