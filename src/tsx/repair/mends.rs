//! The table of repairs, and the mends that make them, in the order in which they look at a text.

use super::bench::Bench;
use super::job::Job;
use super::{
    chance, clamp, easing, export, head, hooks, ids, markup, meta, module, names, namespace, nested, order, props,
    ranges, spring, style, typed, units, unused,
};

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
    Known { id: "digit-name", summary: "names that begin with a digit get a word before it" },
    Known { id: "markup-text", summary: "`>` and `}` in text between elements are written as JSX wants them" },
    Known { id: "void-element", summary: "`<br>` and its like close themselves" },
    Known { id: "markup-comment", summary: "comments of HTML become comments of JSX" },
    Known { id: "apostrophe", summary: "apostrophes in single quotes are escaped" },
    Known { id: "extra-bracket", summary: "a bracket too many at the end goes" },
    Known { id: "missing-bracket", summary: "a bracket that is left open at the end of finished code is closed" },
    Known { id: "directives", summary: "directives such as `\"use client\"` are cut away" },
    Known { id: "returned-component", summary: "`return Component` outside of functions becomes the default export" },
    Known { id: "default-export", summary: "the scene's component is exported as default, once and with a name" },
    Known { id: "missing-import", summary: "what packages export and the code uses is imported" },
    Known { id: "duplicate-import", summary: "what is imported twice is imported once" },
    Known { id: "wrong-package", summary: "what another package exports is imported from there" },
    Known { id: "unused-import", summary: "what is imported and not used is left away" },
    Known { id: "import-form", summary: "packages come in by import lines or from `window`, as was asked for" },
    Known { id: "namespace", summary: "what is used of a whole package is named" },
    Known { id: "meta", summary: "`meta` says the name, length and size that were asked for" },
    Known { id: "duplicate-name", summary: "of two declarations of one name one goes, or gets a name of its own" },
    Known { id: "taken-name", summary: "names that the project's other scenes have get a number" },
    Known { id: "shadowed-name", summary: "what goes by the name of an export of Remotion gets a name of its own" },
    Known { id: "late-declaration", summary: "what is used above its declaration is declared above" },
    Known { id: "ranges", summary: "ranges of `interpolate` match and increase, where it is plain what was meant" },
    Known {
        id: "outputs",
        summary: "`interpolate` gives numbers with the unit behind them, and colours are mixed as colours",
    },
    Known { id: "easing", summary: "easings go by the names that Remotion gives them" },
    Known { id: "clamp", summary: "`interpolate` is clamped on both sides" },
    Known { id: "spring-clock", summary: "`spring` is told the frame and the frame rate" },
    Known { id: "spring-config", summary: "settings of `spring` stand in `config`" },
    Known { id: "random", summary: "chance comes from `random` with a seed" },
    Known { id: "registration", summary: "what registers the scene goes, since it is registered from outside" },
    Known { id: "hook-place", summary: "hooks of Remotion are called at the top of components, in each run" },
    Known { id: "missing-hook", summary: "`frame`, `fps`, `width` and their like come from their hooks" },
    Known {
        id: "nested-component",
        summary: "components that are declared inside of others are moved to the top level",
    },
    Known { id: "element", summary: "pictures, films and sound come by Remotion's elements" },
    Known { id: "handler", summary: "event handlers are left away" },
    Known { id: "attribute", summary: "attributes go by the names that React gives them" },
    Known { id: "id", summary: "ids of elements are made unique by `useId`" },
    Known { id: "transition", summary: "CSS transitions are left away" },
    Known { id: "logging", summary: "what is written to the console is left away" },
    Known { id: "locale", summary: "numbers are formatted for English where no language is named" },
    Known { id: "window-size", summary: "the size of the window is the size of the frame" },
    Known { id: "default-props", summary: "`defaultProps` is exported, or read off the parameters of the scene" },
    Known { id: "plain-data", summary: "what stands in `defaultProps` is written out" },
    Known { id: "unused-name", summary: "what is declared, does nothing and is not used is left away" },
    Known { id: "parameter-type", summary: "parameters say of what type they are, where it is plain" },
    Known { id: "constant-type", summary: "constants say that they are styles or options" },
];

/// Looks at a text and says what is to be done.
pub(super) type Mend = fn(&Bench<'_, '_>, &mut Job);

/// All mends. What others build upon comes first.
pub(super) const MENDS: &[Mend] = &[
    module::directives,
    props::registration,
    export::returned,
    export::default_export,
    namespace::namespace,
    names::duplicates,
    names::shadow,
    names::taken,
    hooks::places,
    nested::nested,
    order::order,
    hooks::missing,
    ranges::ranges,
    units::outputs,
    easing::easing,
    clamp::clamp,
    spring::config,
    spring::clock,
    chance::random,
    markup::elements,
    markup::handlers,
    markup::attributes,
    ids::ids,
    style::transitions,
    style::logging,
    style::locale,
    style::window_size,
    props::default_props,
    props::plain_data,
    meta::meta,
    typed::parameter_types,
    typed::constants,
    unused::unused,
    head::head,
];
