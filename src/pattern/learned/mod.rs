//! The learned tagger: reads what the rules of a pattern left.
//!
//! Rules know what announces a value; a text in words that nobody foresaw they cannot bound. A small linear-chain model
//! (a conditional random field, trained by `firstframe patterns train` on sentences made from the patterns themselves)
//! says for each word what part it plays for the scene. It is shown what the rules have found, and asked only about the
//! words that nothing explains and the slots that nothing fills.
//!
//! `role` says which slots it may fill, `sight` what it sees of a request, `model` what a file of weights is,
//! `lattice` how the best reading is found and how sure it is, and `reading` turns that into values. The rest makes
//! the model: `sampler` writes labelled sentences, `train` learns from them and measures.

mod draft;
mod example;
mod feature;
mod lattice;
mod learner;
mod model;
mod reading;
mod role;
mod sampler;
mod sight;
mod slots;
mod stock;
mod trainer;
mod trust;
mod values;
// Lists of words, which are better read in lines than one below the other.
#[rustfmt::skip]
mod vocabulary;

pub(crate) use reading::read;
pub(crate) use sight::Scene;
pub(crate) use slots::Slots;
pub use trainer::{Figures, Plan, Trained, train};
