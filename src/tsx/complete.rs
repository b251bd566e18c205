//! Writes the lines that bring in what a structure uses of React and Remotion.

use super::exports::{Export, PACKAGES, Package};
use super::parse::Reading;
use super::prune::Item;

const PRINT_WIDTH: usize = 100;

/// How the packages come into a scene.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// By import lines.
    Module,
    /// From `window`, for players that compile scenes in the browser: `const {AbsoluteFill} = window.Remotion;`.
    ///
    /// React is at `window.React`, `@remotion/layout-utils` at `window.RemotionLayoutUtils`, and so `RemotionNoise`,
    /// `RemotionPaths`, `RemotionShapes` and `RemotionTransitions`, the last with all its presentations (`fade`,
    /// `slide` …) on it. Types still come by `import type`, which every compiler erases.
    Globals,
}

/// What a structure needs that it does not declare.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Needed {
    /// Exports of packages, by the alphabet, values before types.
    exports: Vec<Export>,
    /// `React` itself, as in `React.FC`.
    react: bool,
}

/// Writes the lines for all exports that the items use and nothing declares, as prettier would lay them out: React
/// first, then Remotion's packages, then Remotion; in a line values before types. Nothing if nothing is needed.
pub(super) fn write_head(out: &mut String, reading: &Reading<'_>, items: &[Item<'_>], form: Form) {
    write_needed(out, &needed(reading, items), form);
}

/// Writes the lines that bring in what is needed, as [`write_head`] does.
pub(super) fn write_needed(out: &mut String, needed: &Needed, form: Form) {
    match form {
        Form::Module => PACKAGES.iter().for_each(|package| write_import(out, package, needed)),
        Form::Globals => write_globals(out, needed),
    }
}

fn needed(reading: &Reading<'_>, items: &[Item<'_>]) -> Needed {
    let mut needed = Needed { exports: Vec::new(), react: false };
    for (name, mut references) in reading.unresolved() {
        let stays = references.any(|reference| {
            let at = reading.place(reference).start;
            items.iter().any(|item| item.covers(at))
        });
        if stays {
            needed.react |= name == "React";
            needed.exports.extend(reading.brought_in(name));
        }
    }
    Needed::new(needed.exports, needed.react)
}

impl Needed {
    /// What is needed: exports in any order, and whether `React` itself is.
    pub(super) fn new(mut exports: Vec<Export>, react: bool) -> Self {
        exports.sort_by_cached_key(|export| (export.is_type, export.name.to_lowercase()));
        exports.dedup();
        Self { exports, react }
    }

    fn names<'a>(&'a self, keep: impl Fn(&Export) -> bool + 'a) -> impl Iterator<Item = &'static str> + 'a {
        self.exports.iter().filter(move |export| keep(export)).map(|export| export.name)
    }
}

fn write_import(out: &mut String, package: &'static Package, needed: &Needed) {
    let react = needed.react && package.source == "react";
    let values: Vec<_> = needed.names(|export| export.package == package && !export.is_type).collect();
    if values.is_empty() && !react {
        return write_type_import(out, package, needed);
    }
    let types = needed.names(|export| export.package == package && export.is_type);
    let names: Vec<String> =
        values.iter().map(|name| (*name).to_owned()).chain(types.map(|name| format!("type {name}"))).collect();
    let before = match (react, names.is_empty()) {
        (true, true) => "import React",
        (true, false) => "import React, ",
        (false, _) => "import ",
    };
    write_list(out, before, &names, &format!(" from '{}';", package.source));
}

fn write_type_import(out: &mut String, package: &'static Package, needed: &Needed) {
    let types: Vec<_> = needed.names(|export| export.package == package && export.is_type).collect();
    if !types.is_empty() {
        write_list(out, "import type ", &types, &format!(" from '{}';", package.source));
    }
}

fn write_globals(out: &mut String, needed: &Needed) {
    for package in PACKAGES {
        write_type_import(out, package, needed);
    }
    if needed.react {
        out.push_str("const React = window.React;\n");
    }
    let mut globals: Vec<_> = PACKAGES.iter().map(|package| package.global).collect();
    globals.dedup();
    for global in globals {
        let values: Vec<_> = needed.names(|export| export.package.global == global && !export.is_type).collect();
        if !values.is_empty() {
            write_list(out, "const ", &values, &after_list(&values, global));
        }
    }
}

/// Prettier moves `window.…` below a list that fits a line alone, but does not break the list for it.
fn after_list(values: &[&str], global: &str) -> String {
    let list = "const {} =".len() + values.join(", ").len();
    let whole = list + " window.;".len() + global.len();
    let gap = if whole > PRINT_WIDTH && list <= PRINT_WIDTH { "\n  " } else { " " };
    format!(" ={gap}window.{global};")
}

/// A list in braces between two texts: in a line where it fits, else one name a line.
fn write_list<T: AsRef<str>>(out: &mut String, before: &str, names: &[T], after: &str) {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let line = names.join(", ");
    out.push_str(before);
    if names.is_empty() {
    } else if before.len() + line.len() + 2 + after.find('\n').unwrap_or(after.len()) <= PRINT_WIDTH {
        out.extend(["{", &line, "}"]);
    } else {
        out.extend(["{\n  ", &names.join(",\n  "), ",\n}"]);
    }
    out.extend([after, "\n"]);
}

#[cfg(test)]
mod tests {
    use super::super::parse::{Undeclared, read};
    use super::super::prune::used_items;
    use super::*;
    use crate::diagnostic::Source;

    const USES: &str = "\
export const all = [React.memo, useMemo, fade, noise2D, TransitionSeries, spring, random, Img, Easing, AbsoluteFill,
  Sequence, interpolateColors, interpolate, useVideoConfig, useCurrentFrame, Math, window];
export type Types = [CSSProperties, JSX.Element, React.FC, Instruction, Omit<Palette, 'a'>, typeof staticFile];
function local(useState: number, Audio: number) {
  return useState + Audio;
}
export {local};
";

    fn head(form: Form) -> String {
        let written = read(&Source::new("uses.tsx", USES), Undeclared::Export, |reading| {
            let mut out = String::new();
            write_head(&mut out, reading, &used_items(reading), form);
            out
        });
        written.unwrap_or_default()
    }

    #[test]
    fn imports_as_prettier_lays_them_out() {
        insta::assert_snapshot!(head(Form::Module), @r"
        import React, {useMemo, type CSSProperties, type JSX} from 'react';
        import {noise2D} from '@remotion/noise';
        import type {Instruction} from '@remotion/paths';
        import {TransitionSeries} from '@remotion/transitions';
        import {fade} from '@remotion/transitions/fade';
        import {
          AbsoluteFill,
          Easing,
          Img,
          interpolate,
          interpolateColors,
          random,
          Sequence,
          spring,
          staticFile,
          useCurrentFrame,
          useVideoConfig,
        } from 'remotion';
        ");
    }

    #[test]
    fn what_follows_a_list_moves_below_it() {
        let values = ["AbsoluteFill", "Easing", "interpolate", "spring", "useCurrentFrame", "useVideoConfig"];
        let mut out = String::new();
        write_list(&mut out, "const ", &values, &after_list(&values, "Remotion"));
        insta::assert_snapshot!(out, @r"
        const {AbsoluteFill, Easing, interpolate, spring, useCurrentFrame, useVideoConfig} =
          window.Remotion;
        ");
    }

    #[test]
    fn globals() {
        insta::assert_snapshot!(head(Form::Globals), @r"
        import type {CSSProperties, JSX} from 'react';
        import type {Instruction} from '@remotion/paths';
        const React = window.React;
        const {useMemo} = window.React;
        const {noise2D} = window.RemotionNoise;
        const {fade, TransitionSeries} = window.RemotionTransitions;
        const {
          AbsoluteFill,
          Easing,
          Img,
          interpolate,
          interpolateColors,
          random,
          Sequence,
          spring,
          staticFile,
          useCurrentFrame,
          useVideoConfig,
        } = window.Remotion;
        ");
    }
}
