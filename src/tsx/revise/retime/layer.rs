//! A layer of time: the few lines at the head of a scene that lead from the frames of the video to those that the scene was
//! made for, and back.

use std::ops::Range;

use oxc::ast::AstKind;
use oxc::ast::ast::{BindingPattern, Expression, Statement, VariableDeclarator};
use oxc::semantic::{Reference, SymbolId};
use oxc::span::GetSpan;

use super::super::super::origin::window_property;
use super::super::super::parse::Reading;
use super::super::patch::bytes;
use super::super::style::{line, newline};
use super::ratio::Ratio;

/// What a helper of a layer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// From a frame of the video to one of the scene.
    Frame,
    /// The configuration of the video, with the length of the scene.
    Config,
    /// From a frame of the scene to one of the video.
    Video,
}

pub(super) const ROLES: [Role; 3] = [Role::Frame, Role::Config, Role::Video];

impl Role {
    /// The name of the helper in the layer of a number.
    pub(super) fn helper(self, number: usize) -> String {
        let name = match self {
            Self::Frame => "sceneFrame",
            Self::Config => "sceneConfig",
            Self::Video => "videoFrame",
        };
        if number == 1 { name.to_owned() } else { format!("{name}{number}") }
    }
}

/// The helpers that a layer has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Helpers {
    frame: bool,
    config: bool,
    video: bool,
}

impl Helpers {
    /// Adds what a role needs: the configuration is told by way of the frame.
    pub(super) fn add(&mut self, role: Role) {
        match role {
            Role::Frame => self.frame = true,
            Role::Config => (self.frame, self.config) = (true, true),
            Role::Video => self.video = true,
        }
    }

    pub(super) fn has(self, role: Role) -> bool {
        match role {
            Role::Frame => self.frame,
            Role::Config => self.config,
            Role::Video => self.video,
        }
    }

    /// The lines that declare them.
    ///
    /// Starts and lengths are a hair too small, so that however they are added up none comes after the frame that it
    /// means; frames of the scene are rounded in turn, since a sequence takes such a start away from them.
    pub(super) fn write(self, number: usize, ratio: Ratio, newline: &str) -> String {
        let Ratio { scene, video } = ratio;
        let [frame, config, length] = ROLES.map(|role| role.helper(number));
        let mut lines =
            vec![format!("// Made for {scene} frames, plays in {video}: times are in frames of the {scene}.")];
        if self.frame && self.video {
            lines.push(format!(
                "const {frame} = (frame: number) => Math.round(((frame * {scene}) / {video}) * 1e6) / 1e6;"
            ));
        } else if self.frame {
            lines.push(format!("const {frame} = (frame: number) => (frame * {scene}) / {video};"));
        }
        if self.config {
            lines.push(format!("const {config} = <C extends {{durationInFrames: number}}>(config: C) => ({{"));
            lines.push("  ...config,".to_owned());
            lines.push(format!("  durationInFrames: {frame}(config.durationInFrames),"));
            lines.push("});".to_owned());
        }
        if self.video {
            lines.push(format!("const {length} = (frame: number) => ((frame * {video}) / {scene}) * (1 - 1e-12);"));
        }
        lines.join(newline)
    }
}

/// A layer that a scene has.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) number: usize,
    pub(super) ratio: Ratio,
    pub(super) helpers: Helpers,
    /// The bytes of its lines.
    pub(super) span: Range<usize>,
    symbols: Vec<(Role, SymbolId)>,
}

impl Layer {
    /// What a symbol is for, if it is a helper of this layer.
    pub(super) fn role(&self, symbol: SymbolId) -> Option<Role> {
        self.symbols.iter().find(|(_, known)| *known == symbol).map(|(role, _)| *role)
    }

    /// The uses of its helpers outside of itself.
    pub(super) fn uses<'r>(&'r self, reading: &'r Reading<'_>) -> impl Iterator<Item = &'r Reference> {
        let all = self.symbols.iter().flat_map(|(_, symbol)| reading.scoping().get_resolved_references(*symbol));
        all.filter(|reference| !self.span.contains(&(reading.place(reference).start as usize)))
    }

    /// The bytes to take away so that nothing tells of it.
    pub(super) fn removal(&self, text: &str) -> Range<usize> {
        let end_of_line = newline(text);
        let gap = end_of_line.repeat(2);
        if text[..self.span.start].ends_with(&gap) {
            self.span.start - gap.len()..self.span.end
        } else if text[self.span.end..].starts_with(&gap) {
            self.span.start..self.span.end + gap.len()
        } else {
            self.span.clone()
        }
    }
}

/// The layers of a scene, as they were written by [`Helpers::write`].
pub(super) fn layers(reading: &Reading<'_>) -> Vec<Layer> {
    let text = reading.text();
    let comments = reading.program().comments.iter().filter(|comment| comment.is_line());
    comments.filter_map(|comment| layer(reading, text, comment.span.start as usize)).collect()
}

fn layer(reading: &Reading<'_>, text: &str, start: usize) -> Option<Layer> {
    let numbers = text[start..].strip_prefix("// Made for ")?;
    let (scene, rest) = numbers.split_once(" frames, plays in ")?;
    let (video, _) = rest.split_once(':')?;
    let ratio = Ratio { scene: scene.parse().ok()?, video: video.parse().ok()? };
    let declared = |name: &str| {
        let symbol = reading.scoping().get_root_binding(name.into())?;
        let place = reading.scoping().symbol_span(symbol).start as usize;
        (place > start).then_some(symbol)
    };
    (1..=MOST).find_map(|number| {
        let mut helpers = Helpers::default();
        ROLES.into_iter().filter(|role| declared(&role.helper(number)).is_some()).for_each(|role| helpers.add(role));
        let lines = helpers.write(number, ratio, newline(text));
        let is_there = helpers != Helpers::default() && text[start..].starts_with(&lines);
        let symbols = ROLES.into_iter().filter(|role| helpers.has(*role));
        let symbols = symbols.filter_map(|role| Some((role, declared(&role.helper(number))?)));
        is_there.then(|| Layer { number, ratio, helpers, span: start..start + lines.len(), symbols: symbols.collect() })
    })
}

/// The most layers of a scene. There is one, unless a scene is edited and retimed in turn.
const MOST: usize = 9;

/// The first number whose names are free.
pub(super) fn free_number(text: &str) -> Option<usize> {
    (1..=MOST).find(|number| ROLES.iter().all(|role| !text.contains(&role.helper(*number))))
}

/// Where the lines of a new layer go, and the lines with what sets them apart: behind the imports, since whatever follows may
/// use them as it loads.
pub(super) fn placed(reading: &Reading<'_>, lines: &str) -> (usize, String) {
    let text = reading.text();
    let gap = newline(text).repeat(2);
    let head = reading.program().body.iter().take_while(|statement| is_head(statement)).last();
    let Some(end) = head.map(|statement| statement.span().end as usize) else {
        return (0, format!("{lines}{gap}"));
    };
    let end_of_line = line(text, end).end;
    let rest = text[end..end_of_line].trim();
    let at = if rest.is_empty() || rest.starts_with("//") { end_of_line } else { end };
    (at, format!("{gap}{lines}"))
}

fn is_head(statement: &Statement<'_>) -> bool {
    match statement {
        Statement::ImportDeclaration(_) => true,
        Statement::VariableDeclaration(variables) => variables.declarations.iter().all(is_taken_from_window),
        _ => false,
    }
}

fn is_taken_from_window(variable: &VariableDeclarator<'_>) -> bool {
    variable.init.as_ref().is_some_and(|init| window_property(init).is_some())
        && matches!(variable.id, BindingPattern::ObjectPattern(_) | BindingPattern::BindingIdentifier(_))
}

/// The helper that a call calls, with the number of its layer in the list.
pub(super) fn called(reading: &Reading<'_>, layers: &[Layer], callee: &Expression<'_>) -> Option<(usize, Role)> {
    let name = callee.get_identifier_reference()?;
    let symbol = reading.scoping().get_reference(name.reference_id.get()?).symbol_id()?;
    layers.iter().enumerate().find_map(|(at, layer)| Some((at, layer.role(symbol)?)))
}

/// The call of a helper.
#[derive(Debug)]
pub(super) struct Wrapper {
    pub(super) whole: Range<usize>,
    pub(super) name: Range<usize>,
    pub(super) argument: Range<usize>,
}

/// The call that a use of a helper is, if that is what it is.
pub(super) fn wrapper(reading: &Reading<'_>, layers: &[Layer], reference: &Reference) -> Option<Wrapper> {
    let AstKind::CallExpression(call) = reading.nodes().parent_kind(reference.node_id()) else { return None };
    let name = call.callee.span();
    let is_called = called(reading, layers, &call.callee).is_some() && name == reading.place(reference);
    let [argument] = call.arguments.as_slice() else { return None };
    is_called.then(|| Wrapper { whole: bytes(call.span), name: bytes(name), argument: bytes(argument.span()) })
}
