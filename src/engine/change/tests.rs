//! What plans come to, what is refused, and what always holds.

mod anything;
mod laws;
mod pieces;
mod refused;
mod stage;
mod taken;
