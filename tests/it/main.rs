//! What holds for the whole: the ranks of modules, the command line, the library that is built in, and requests.

#![allow(clippy::panic, reason = "a test that cannot go on says why")]

mod adopt;
mod bench;
mod cache;
mod changes;
mod command_line;
mod emitted;
#[cfg(target_os = "linux")]
mod faults;
mod fill;
mod hostile;
mod library;
mod models;
mod patterns;
mod projects;
mod ranks;
mod reload;
mod repair;
mod requests;
mod revise;
mod safe;
mod secrets;
mod served;
mod slots;
mod stats;
mod templates;
