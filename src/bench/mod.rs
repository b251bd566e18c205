//! What is gained: labelled requests played through the former pipeline and through this engine, against a server that
//! takes as long as models do, scaled down.
//!
//! [`Assumptions`] say how long work takes, how many tokens it has, what it costs and what the former pipeline did, each
//! with its source. A slow server answers calls of both protocols over real HTTP, word by word where a stream is asked for;
//! its times are drawn by the seed, the request and the number of the call. The former pipeline makes its calls one after
//! the other through [`llm`](crate::llm); this engine does whatever it does. Nothing is counted that was not run.
//!
//! Times are told at full length: what was waited for on purpose is scaled back up, and all else (our own work, the network
//! of this machine, what timers are late) counts once, as it was measured.

mod assumptions;
mod clock;
mod figures;
mod former;
mod labelled;
mod models;
mod ours;
mod play;
mod played;
mod script;
mod scripts;
mod server;
mod shape;
mod stage;
mod work;

pub use assumptions::Assumptions;
pub use figures::{BegunAhead, Group, Own, Percentiles, Report, Summary};
pub use labelled::{Kind, Labelled, read};
pub use play::Play;
pub use played::{Bill, Played, Road};
