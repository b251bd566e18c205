//! What outlives a request: answers that models gave ([`cache`]), which can be made again, and projects ([`project`]),
//! which lose nothing.

pub mod cache;
pub mod project;
pub mod spending;
