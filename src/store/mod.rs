//! What outlives a request: answers that models gave ([`cache`]), which can be made again.

pub mod cache;
