//! Firstframe turns a request in plain words into a Remotion scene: a React component in TSX that plays at once.
//!
//! A request is read ([`text`], [`value`]), routed by patterns that template authors write in YAML ([`pattern`],
//! [`route`]), rendered from a template ([`template`]) and checked ([`tsx`]). Models are asked through [`llm`], what they
//! are asked for is in [`pipeline`], and what they made is kept in [`store`].
//! [`engine`] is the order of these stages.
//! `ARCHITECTURE.md` says how the modules are ranked and why.

pub mod assets;
pub mod bench;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod engine;
pub mod error;
pub mod event;
pub mod film;
pub mod llm;
pub mod nearest;
pub mod pattern;
pub mod pipeline;
pub mod request;
pub mod route;
pub mod server;
pub mod store;
pub mod template;
pub mod text;
pub mod trace;
pub mod tsx;
pub mod value;
pub mod yaml;
