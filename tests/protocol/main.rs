//! The models' client against servers that others wrote: two know how real providers behave and grade who speaks with them,
//! one is real. `make protocol` installs them and names them; they run on this machine only, one process each.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it says how it goes")]

mod aimock;
mod llama;
mod llmock;
mod models;
mod pipeline;
mod program;
mod server;

use std::error::Error;
use std::pin::Pin;
use std::process::ExitCode;
use std::time::Instant;

use server::Server;

/// What a case comes to.
type Outcome = Result<(), Box<dyn Error>>;

/// A case with its name.
type Case = (&'static str, for<'a> fn(&'a Server) -> Pin<Box<dyn Future<Output = Outcome> + 'a>>);

/// A case of a function.
macro_rules! case {
    ($function:path) => {
        (stringify!($function), |server| Box::pin($function(server)))
    };
}
use case;

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs all cases, or those with a word in their name, one after the other, and says how many have failed.
fn run() -> Result<usize, Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let servers = [
        (aimock::start()?, [aimock::CASES, pipeline::CASES].concat()),
        (llmock::start()?, llmock::CASES.to_vec()),
        (llama::start()?, llama::CASES.to_vec()),
    ];
    let word = std::env::args().nth(1).unwrap_or_default();
    let (mut passed, mut failed) = (0, 0);
    for (server, cases) in &servers {
        for (name, case) in cases.iter().filter(|(name, _)| name.contains(&word)) {
            let begun = Instant::now();
            match runtime.block_on(case(server)) {
                Ok(()) => {
                    println!("ok      {name}  {:.1} s", begun.elapsed().as_secs_f64());
                    passed += 1;
                }
                Err(error) => {
                    println!("FAILED  {name}: {error}");
                    failed += 1;
                }
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    Ok(failed)
}
