//! The command line of Firstframe.
fn main() {}
