//! A template's structure, made into a scene that only lacks its data.

use serde_json::Value;

use crate::diagnostic::{Diagnostic, Source};
use crate::error::{Error, ErrorKind, Result};

use super::complete::{Form, write_head};
use super::data::exported;
use super::literal::{write_literal, write_meta};
use super::parse::{Reading, Undeclared, read};
use super::prune::{Item, used_items, write_items};
use super::reads::Reads;
use super::rules;
use super::scene::{Meta, Scene};

/// Stands where the literal of `meta` goes.
pub(super) const META: &str = "__META__";
/// Stands where the literal of `defaultProps` goes.
pub(super) const PROPS: &str = "__PROPS__";

/// A checked structure with its import lines, cut where its data goes. Filling it is putting texts together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skeleton {
    before: String,
    between: String,
    after: String,
    first: Hole,
    reads: Reads,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hole {
    Meta,
    Props,
}

impl Skeleton {
    /// Makes one from the text of a structure.
    ///
    /// The text is TSX without import lines, in which `export const meta = __META__;` and
    /// `export const defaultProps = __PROPS__;` hold the places of the data. Top-level declarations that nothing
    /// exported needs are left away with their comments, and the lines that bring in what is used of React and Remotion
    /// are put on top. One blank line stands between top-level items; lines of one kind that the author wrote right
    /// below each other stay so.
    ///
    /// # Errors
    /// [`ErrorKind::Scene`] with all places where the text does not parse, breaks a rule, or lacks a hole.
    pub fn new(source: &Source, form: Form) -> Result<Self> {
        let text = read(source, Undeclared::Export, |reading| complete(reading, form));
        text.and_then(|text| text).map(|(text, reads)| Self::cut(&text, reads)).map_err(|diagnostics| {
            let message = format!("`{}` cannot become a scene: mend what is marked", source.name());
            Error::new(ErrorKind::Scene, message).with_diagnostics(diagnostics)
        })
    }

    /// The scene with that data: `props` is an object with the template's content, as `defaultProps`.
    ///
    /// Data cannot change the shape of the code: it is printed as literals only. Takes a few microseconds.
    pub fn fill(&self, meta: &Meta, props: &Value) -> Scene {
        let mut code = String::with_capacity(self.before.len() + self.between.len() + self.after.len() + 2048);
        code.push_str(&self.before);
        self.first.write(&mut code, meta, props);
        code.push_str(&self.between);
        self.first.other().write(&mut code, meta, props);
        code.push_str(&self.after);
        Scene::new(code, Some(meta.clone()))
    }

    /// Whether the code reads a member of what ends in the name `owner`: `text` of `palette` in `props.palette.text`.
    pub fn reads(&self, owner: &str, member: &str) -> bool {
        self.reads.has(owner, member)
    }

    /// Cuts a text at its two holes, each of which it holds once.
    fn cut(text: &str, reads: Reads) -> Self {
        let (meta, props) = (text.find(META).unwrap_or(0), text.find(PROPS).unwrap_or(0));
        let first = if meta < props { Hole::Meta } else { Hole::Props };
        let (start, end) = (meta.min(props), meta.max(props));
        Self {
            before: text[..start].to_owned(),
            between: text[start + first.name().len()..end].to_owned(),
            after: text[end + first.other().name().len()..].to_owned(),
            first,
            reads,
        }
    }
}

impl Hole {
    fn name(self) -> &'static str {
        match self {
            Self::Meta => META,
            Self::Props => PROPS,
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Meta => Self::Props,
            Self::Props => Self::Meta,
        }
    }

    fn write(self, code: &mut String, meta: &Meta, props: &Value) {
        match self {
            Self::Meta => write_meta(code, meta),
            Self::Props => write_literal(code, props, 0),
        }
    }
}

fn complete(reading: &Reading<'_>, form: Form) -> Result<(String, Reads), Vec<Diagnostic>> {
    let items = used_items(reading);
    let diagnostics = diagnostics(reading, &items);
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    let mut text = String::with_capacity(reading.text().len() + 512);
    write_head(&mut text, reading, &items, form);
    text.push_str(if text.is_empty() { "" } else { "\n" });
    write_items(&mut text, &items);
    Ok((text, Reads::of(reading, &items)))
}

/// What is wrong with what stays. What is left away may hold what it likes, as long as it parses.
fn diagnostics(reading: &Reading<'_>, items: &[Item<'_>]) -> Vec<Diagnostic> {
    let stays = |diagnostic: &Diagnostic| items.iter().any(|item| item.covers(diagnostic.span().start as u32));
    let found = rules::diagnostics(reading).into_iter().filter(stays);
    found.chain(holes(reading, "meta", META)).chain(holes(reading, "defaultProps", PROPS)).collect()
}

/// A hole stands once, as all that an exported constant is.
fn holes(reading: &Reading<'_>, constant: &str, hole: &str) -> Option<Diagnostic> {
    let places: Vec<_> = reading.text().match_indices(hole).map(|(at, _)| at).collect();
    let value = exported(reading.program(), constant);
    if value.is_some_and(|value| value.is_specific_id(hole)) && places.len() == 1 {
        return None;
    }
    let at = places.last().map_or(0..0, |at| *at..at + hole.len());
    let message = match places.len() {
        0 => format!("`{hole}` is missing"),
        1 => format!("`{hole}` stands elsewhere than as the value of `{constant}`"),
        times => format!("`{hole}` stands {times} times"),
    };
    Some(reading.source().diagnose(at, message).help(format!("write `export const {constant} = {hole};` once")))
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;
    use serde_json::json;

    const STRUCTURE: &str = "\
// A title that fades in.
type Props = {title: string; style: CSSProperties; palette: Palette};

export const meta = __META__;

export const defaultProps = __PROPS__;

export default function Title({title, style}: Props) {
  const frame = useCurrentFrame();
  const opacity = interpolate(frame, [0, ENTRANCE], [0, 1], CLAMP);
  return <AbsoluteFill style={{...style, opacity}}>{title}</AbsoluteFill>;
}

/** Nothing calls this. */
function unused() {
  return alsoUnused() + noise2D('a', 0, 0);
}


type Palette = {text: string};
// Seconds.
const ENTRANCE = 15; // half a second
const CLAMP = {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'} as const;
const UNUSED = 3;
function alsoUnused() {
  return unused() + UNUSED;
}
";

    fn fill(form: Form) -> String {
        let meta = Meta { id: "title".into(), duration_in_frames: 90, fps: 30, width: 1920, height: 1080 };
        let skeleton = Skeleton::new(&Source::new("title.tsx", STRUCTURE), form);
        let scene =
            skeleton.map(|skeleton| skeleton.fill(&meta, &json!({"title": "It's", "palette": {"text": "#fff"}})));
        scene.map_or_else(|error| format!("{:?}", error.diagnostics()), Scene::into_code)
    }

    #[test]
    fn completes_prunes_and_fills() {
        insta::assert_snapshot!(fill(Form::Module), @r#"
        import type {CSSProperties} from 'react';
        import {AbsoluteFill, interpolate, useCurrentFrame} from 'remotion';

        // A title that fades in.
        type Props = {title: string; style: CSSProperties; palette: Palette};

        export const meta = {id: 'title', durationInFrames: 90, fps: 30, width: 1920, height: 1080};

        export const defaultProps = {
          title: "It's",
          palette: {text: '#fff'},
        };

        export default function Title({title, style}: Props) {
          const frame = useCurrentFrame();
          const opacity = interpolate(frame, [0, ENTRANCE], [0, 1], CLAMP);
          return <AbsoluteFill style={{...style, opacity}}>{title}</AbsoluteFill>;
        }

        type Palette = {text: string};

        // Seconds.
        const ENTRANCE = 15; // half a second
        const CLAMP = {extrapolateLeft: 'clamp', extrapolateRight: 'clamp'} as const;
        "#);
    }

    #[test]
    fn takes_packages_from_window() {
        let head: Vec<_> = fill(Form::Globals).lines().take(4).map(str::to_owned).collect();
        insta::assert_snapshot!(head.join("\n"), @r"
        import type {CSSProperties} from 'react';
        const {AbsoluteFill, interpolate, useCurrentFrame} = window.Remotion;

        // A title that fades in.
        ");
    }

    #[test]
    fn what_comes_out_passes_the_check() {
        for form in [Form::Module, Form::Globals] {
            let checked = check(&Source::new("title.tsx", fill(form)));
            let meta = checked.map(|scene| scene.meta().map(|meta| meta.id.clone()));
            assert!(meta.is_ok_and(|id| id.as_deref() == Some("title")), "{form:?}");
        }
    }

    #[test]
    fn mistakes_are_shown_where_they_stand_but_not_in_what_is_left_away() {
        let text =
            STRUCTURE.replace("[0, 1], CLAMP", "[0, 1]").replace("const UNUSED = 3", "const UNUSED = Date.now()");
        let error = Skeleton::new(&Source::new("title.tsx", text), Form::Module);
        let shown = error.map_or_else(|error| error.diagnostics().to_vec(), |_| Vec::new());
        let shown: Vec<_> = shown.iter().map(ToString::to_string).collect();
        insta::assert_snapshot!(shown.join("\n"), @r"
        error: `interpolate` is not clamped on either side
          --> title.tsx:10:19
           |
        10 |   const opacity = interpolate(frame, [0, ENTRANCE], [0, 1]);
           |                   ^^^^^^^^^^^
           |
           = help: add `{extrapolateLeft: 'clamp', extrapolateRight: 'clamp'}`
        ");
    }

    #[test]
    fn holes_stand_once() {
        for (from, to, message) in [
            ("= __META__", "= {}", "`__META__` is missing"),
            ("return alsoUnused()", "return __PROPS__", "`__PROPS__` stands 2 times"),
            ("__PROPS__", "f(__PROPS__)", "`__PROPS__` stands elsewhere than as the value of `defaultProps`"),
        ] {
            let source = Source::new("title.tsx", STRUCTURE.replace(from, to));
            let error =
                Skeleton::new(&source, Form::Module).map_or_else(|error| error.diagnostics().to_vec(), |_| Vec::new());
            assert!(error.iter().any(|diagnostic| diagnostic.message() == message), "{error:?}");
        }
    }
}
