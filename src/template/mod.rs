//! Templates: what each takes, and the scenes that are made from them.
//!
//! A [`Library`] is loaded from [`Assets`](crate::assets::Assets). A [`Fit`] is a template with [`Params`], which only
//! come from checking values against the [`Manifest`]. [`Library::render`] turns a fit into a scene: parameters become
//! the structure of the code, which the template engine renders once and `tsx` checks once, and data, which goes in as
//! literals every time. No text of a user is ever part of the structure.

pub mod adopt;
mod cases;
mod check;
mod folder;
mod json;
mod library;
mod look;
mod manifest;
mod note;
mod own;
mod params;
mod review;
mod scene;
mod spec;
mod style;
mod summary;
mod tag;
mod uses;

pub use cases::{Case, cases};
pub use json::value_of;
pub use library::{Library, Options, Rendered};
pub use look::font;
pub use look::palette;
pub use manifest::{Category, Manifest, Timing};
pub use note::{Note, NoteKind};
pub use own::own_params;
pub use params::{Fit, Params};
pub use spec::{ParamSpec, ParamType};
pub use style::{FORMATS, THEMES, common_params};
pub use summary::Summary;
