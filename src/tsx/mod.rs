//! TSX: parses, checks and completes the code of scenes.
//!
//! A template's structure becomes a [`Skeleton`] once, which parses it, leaves away what it does not use, adds what it
//! imports and checks it; [`Skeleton::fill`] then only puts data in. Whole scenes go through [`check()`]. Both give a
//! [`Scene`]. [`literal()`] prints data as code, [`default_props`] reads it back, and [`shape()`] says whether two
//! scenes are the same code with other data.

mod anatomy;
mod check;
mod complete;
mod data;
mod entry;
mod exports;
mod javascript;
mod kept;
mod literal;
mod origin;
mod parse;
mod prune;
mod quote;
mod reads;
pub mod repair;
pub mod revise;
mod rules;
mod scene;
mod shape;
mod skeleton;

pub use anatomy::{Anatomy, Casing, Shell, anatomy, cased};
pub use check::{check, default_props, examine, meta};
pub use complete::Form;
pub use entry::{Entry, at_own_rate, component, entry};
pub use exports::{is_export, packages};
pub use javascript::javascript;
pub use literal::literal;
pub use rules::{RULES, Rule};
pub use scene::{Meta, Scene};
pub use shape::shape;
pub use skeleton::Skeleton;
