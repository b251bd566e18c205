//! The program `firstframe`.

use std::process::ExitCode;

fn main() -> ExitCode {
    firstframe::cli::run()
}
