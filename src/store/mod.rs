//! What is kept: projects, which lose nothing.

pub mod project;
