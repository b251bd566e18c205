//! The table of repairs, and the mends that make them, in the order in which they look at a text.

use super::bench::Bench;
use super::job::Job;
use super::{chance, clamp, export, head, meta, module, spring};

/// A repair that people can be told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Its name, which does not change.
    pub id: &'static str,
    /// What it does, as a sentence without its full stop.
    pub summary: &'static str,
}

/// All repairs.
pub const REPAIRS: &[Known] = &[
    Known { id: "fences", summary: "code is taken out of its fence" },
    Known { id: "prose", summary: "what is said before and behind the code is cut away" },
    Known { id: "stray-letters", summary: "letters that stick to the first line are cut away" },
    Known { id: "directives", summary: "directives such as `\"use client\"` are cut away" },
    Known { id: "returned-component", summary: "`return Component` outside of functions becomes the default export" },
    Known { id: "default-export", summary: "the scene's component is exported as default, once and with a name" },
    Known { id: "missing-import", summary: "what packages export and the code uses is imported" },
    Known { id: "duplicate-import", summary: "what is imported twice is imported once" },
    Known { id: "wrong-package", summary: "what another package exports is imported from there" },
    Known { id: "unused-import", summary: "what is imported and not used is left away" },
    Known { id: "import-form", summary: "packages come in by import lines or from `window`, as was asked for" },
    Known { id: "meta", summary: "`meta` says the name, length and size that were asked for" },
    Known { id: "clamp", summary: "`interpolate` is clamped on both sides" },
    Known { id: "spring-clock", summary: "`spring` is told the frame and the frame rate" },
    Known { id: "spring-config", summary: "settings of `spring` stand in `config`" },
    Known { id: "random", summary: "chance comes from `random` with a seed" },
];

/// Looks at a text and says what is to be done.
pub(super) type Mend = fn(&Bench<'_, '_>, &mut Job);

/// All mends. What others build upon comes first.
pub(super) const MENDS: &[Mend] = &[
    module::directives,
    export::returned,
    export::default_export,
    clamp::clamp,
    spring::config,
    spring::clock,
    chance::random,
    meta::meta,
    head::head,
];
