//! Why a scene cannot be retimed: what keeps a time of its own, what goes by no door, what needs whole frames.

use std::borrow::Cow;

use oxc::ast::AstKind;
use oxc::ast::ast::{
    CallExpression, Expression, IdentifierReference, ImportDeclaration, ImportDeclarationSpecifier, JSXAttributeItem,
};
use oxc::semantic::NodeId;
use oxc::span::{GetSpan, Span};

use crate::diagnostic::Diagnostic;

use super::super::super::exports;
use super::super::super::parse::Reading;
use super::super::patch::bytes;
use super::door::{Survey, Tag, value};
use super::layer::{Layer, Role, called, wrapper};
use super::ratio::Ratio;
use super::whole::{self, initial};

/// Exports of Remotion that play something which has a time of its own.
const PLAYERS: &[&str] =
    &["AnimatedImage", "Audio", "Html5Audio", "Html5Video", "HtmlInCanvas", "OffthreadVideo", "Video"];

/// Exports that are called where they stand.
const CALLED: &[&str] = &["linearTiming", "springTiming", "useCurrentFrame", "useVideoConfig"];

/// Exports that are elements where they stand.
const ELEMENTS: &[&str] = &[
    "AbsoluteFill",
    "CanvasImage",
    "Freeze",
    "Img",
    "Interactive",
    "Loop",
    "Sequence",
    "Series",
    "Solid",
    "TransitionSeries",
];

/// Packages beside those of [`exports`] that have nothing to do with time.
const TIMELESS: &[&str] = &["@remotion/fonts", "@remotion/google-fonts", "@remotion/zod-types", "zod"];

/// Everything that is in the way, in order of the text.
pub(super) fn all(reading: &Reading<'_>, layers: &[Layer], survey: &Survey<'_>, fresh: Ratio) -> Vec<Diagnostic> {
    let mut doubts = Doubts::of(reading, layers, survey);
    let ratios =
        || layers.iter().map(|layer| layer.ratio.folded(fresh.scene as u32, fresh.video as u32)).chain([fresh]);
    if ratios().any(|ratio| !ratio.is_whole()) {
        doubts.found.extend(whole::all(reading));
    }
    doubts.holds(layers, survey, fresh);
    doubts.told()
}

/// Everything that is in the way of a scene without layers that may play at any rate, and as briefly as `shortest` says.
pub(super) fn at_any_pace(reading: &Reading<'_>, survey: &Survey<'_>, shortest: Ratio) -> Vec<Diagnostic> {
    let mut doubts = Doubts::of(reading, &[], survey);
    doubts.found.extend(whole::all(reading));
    doubts.holds(&[], survey, shortest);
    doubts.told()
}

struct Doubts<'r, 'a> {
    reading: &'r Reading<'a>,
    found: Vec<(Span, String)>,
}

impl<'r, 'a> Doubts<'r, 'a> {
    /// What is in the way however long the scene lasts.
    fn of(reading: &'r Reading<'a>, layers: &[Layer], survey: &Survey<'_>) -> Self {
        let mut doubts = Self { reading, found: survey.odd.clone() };
        doubts.names(layers);
        doubts.elements(survey);
        doubts.helpers(layers, survey);
        doubts.optional_times(survey);
        doubts
    }

    fn told(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|(span, _)| span.start);
        self.found.dedup();
        let diagnose = |(span, message): (Span, String)| self.reading.source().diagnose(bytes(span), message);
        self.found.into_iter().map(diagnose).collect()
    }

    fn add(&mut self, span: Span, message: impl Into<String>) {
        self.found.push((span, message.into()));
    }

    /// Names of Remotion stand where they are understood, and nothing else knows of time.
    fn names(&mut self, layers: &[Layer]) {
        for (id, node) in self.reading.nodes().iter_enumerated() {
            match node.kind() {
                AstKind::ImportDeclaration(import) => self.import(import),
                AstKind::IdentifierReference(name) if !is_in(layers, name.span) => self.name(id, name),
                AstKind::IdentifierName(name) if name.name == "presentationDurationInFrames" => {
                    self.add(name.span, "a presentation of its own counts frames");
                }
                _ => {}
            }
        }
    }

    fn import(&mut self, import: &ImportDeclaration<'_>) {
        let source = import.source.value.as_str();
        if import.import_kind.is_type() || source == "react" || is_timeless(source) {
            return;
        }
        let Some(package) = exports::package(source) else {
            return self.add(import.span, format!("what comes from '{source}' may keep a time of its own"));
        };
        for specifier in import.specifiers.iter().flatten() {
            match specifier {
                ImportDeclarationSpecifier::ImportSpecifier(specifier) => {
                    let name = specifier.imported.name();
                    if !specifier.import_kind.is_type() && package.export(&name).is_none() {
                        self.add(specifier.span, format!("`{name}` may keep a time of its own"));
                    }
                }
                other => self.add(other.span(), format!("all of '{source}' is taken as one")),
            }
        }
    }

    fn name(&mut self, id: NodeId, name: &IdentifierReference<'a>) {
        let nodes = self.reading.nodes();
        let parent = nodes.parent_kind(id);
        if name.name == "window" && !is_taken_apart(self.reading, id) {
            return self.add(name.span, "something of `window` is used directly");
        }
        let reference = name.reference_id.get().map(|id| self.reading.scoping().get_reference(id));
        let is_declared = reference.is_some_and(|reference| reference.symbol_id().is_some());
        let known = if is_declared { self.reading.export(name) } else { exports::find(&name.name) };
        let Some(export) = known.filter(|export| !export.is_type && export.package.source != "react") else { return };
        let is_call = matches!(parent, AstKind::CallExpression(call) if call.callee.span() == name.span);
        let is_element = matches!(
            parent,
            AstKind::JSXOpeningElement(_) | AstKind::JSXClosingElement(_) | AstKind::JSXMemberExpression(_)
        );
        let is_type = matches!(parent, AstKind::TSTypeQuery(_) | AstKind::TSTypeReference(_));
        let watched =
            PLAYERS.contains(&export.name) || CALLED.contains(&export.name) || ELEMENTS.contains(&export.name);
        if watched && !is_declared && !is_type {
            self.add(name.span, format!("`{}` is not imported", name.name));
        } else if PLAYERS.contains(&export.name) && !matches!(parent, AstKind::JSXClosingElement(_)) {
            self.add(name.span, format!("`{}` plays at its own speed", export.name));
        } else if CALLED.contains(&export.name) && !is_call && !is_type
            || ELEMENTS.contains(&export.name) && !is_element && !is_type
        {
            self.add(name.span, format!("`{}` is passed on as a value", export.name));
        }
    }

    fn elements(&mut self, survey: &Survey<'_>) {
        for (tag, element) in &survey.elements {
            if *tag == Tag::Overlay {
                self.add(element.span, "an overlay lasts a whole number of frames");
            }
            for attribute in element.attributes.iter().filter_map(JSXAttributeItem::as_attribute) {
                match (tag, attribute.name.as_identifier().map(|name| name.name.as_str())) {
                    (Tag::Transition, Some("timing"))
                        if !value(attribute).is_some_and(|timing| self.is_timing(timing)) =>
                    {
                        self.add(attribute.span, "a transition has a timing of its own");
                    }
                    (Tag::Freeze, Some("active")) if value(attribute).is_some_and(|active| !is_truth(active)) => {
                        self.add(attribute.span, "`active` may be a function of the frame");
                    }
                    _ => {}
                }
            }
        }
    }

    /// Whether an expression is a call of Remotion's timings, or the name of one.
    fn is_timing(&self, expression: &Expression<'a>) -> bool {
        match expression.get_inner_expression() {
            Expression::CallExpression(call) => self.is_timing_call(call),
            Expression::Identifier(name) => initial(self.reading, name).is_some_and(
                |init| matches!(init.get_inner_expression(), Expression::CallExpression(call) if self.is_timing_call(call)),
            ),
            _ => false,
        }
    }

    fn is_timing_call(&self, call: &CallExpression<'a>) -> bool {
        let export = call.callee.get_identifier_reference().and_then(|name| self.reading.export(name));
        export.is_some_and(|export| matches!(export.name, "linearTiming" | "springTiming"))
    }

    /// Helpers of a layer are used as they were put, and nowhere else.
    fn helpers(&mut self, layers: &[Layer], survey: &Survey<'_>) {
        for reference in layers.iter().flat_map(|layer| layer.uses(self.reading)) {
            let call = wrapper(self.reading, layers, reference);
            if !call.is_some_and(|call| survey.doors.iter().any(|door| door.is_behind(&call))) {
                self.found
                    .push((self.reading.place(reference), "the scene reckons with frames of the video".to_owned()));
            }
        }
    }

    /// A time that may be left out would become no number.
    fn optional_times(&mut self, survey: &Survey<'_>) {
        let (optional, usual) = (self.optional_names(), self.usual_names());
        for door in survey.doors.iter().filter(|door| door.role == Role::Video) {
            let time = &self.reading.text()[door.span.clone()];
            let name = time.rsplit('.').next().unwrap_or_default();
            if optional.iter().any(|optional| optional == name) && !usual.contains(&time) {
                let span = Span::new(door.span.start as u32, door.span.end as u32);
                self.add(span, format!("`{name}` may be left out: give it a default where it is used"));
            }
        }
    }

    /// Members that types allow to be left out.
    fn optional_names(&self) -> Vec<Cow<'a, str>> {
        let kinds = self.reading.nodes().iter().filter_map(|node| match node.kind() {
            AstKind::TSPropertySignature(property) if property.optional => property.key.static_name(),
            _ => None,
        });
        kinds.collect()
    }

    /// Names that have a default where an object is taken apart.
    fn usual_names(&self) -> Vec<&'a str> {
        let names = self.reading.nodes().iter().filter_map(|node| match node.kind() {
            AstKind::AssignmentPattern(pattern) => pattern.left.get_binding_identifier(),
            _ => None,
        });
        names.map(|name| name.name.as_str()).collect()
    }

    /// Remotion holds nothing beyond the last frame of the video, which comes earlier in the scene when it is shortened.
    fn holds(&mut self, layers: &[Layer], survey: &Survey<'_>, fresh: Ratio) {
        for held in &survey.holds {
            let layer = match held {
                Expression::CallExpression(call) => called(self.reading, layers, &call.callee),
                _ => None,
            };
            let ratio = layer.map_or(fresh, |(at, _)| layers[at].ratio.folded(fresh.scene as u32, fresh.video as u32));
            let last = (ratio.video.saturating_sub(1) * ratio.scene) as f64 / ratio.video.max(1) as f64;
            if ratio.video < ratio.scene && !is_at_most(held, last) {
                self.add(
                    held.span(),
                    "something is held at a frame that may be among the last: hold it a little earlier",
                );
            }
        }
    }
}

fn is_in(layers: &[Layer], span: Span) -> bool {
    layers.iter().any(|layer| layer.span.contains(&(span.start as usize)))
}

fn is_timeless(source: &str) -> bool {
    TIMELESS.iter().any(|known| source.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// Whether `window` is only there to be taken apart: `const {spring} = window.Remotion`, or is not about Remotion.
fn is_taken_apart(reading: &Reading<'_>, id: NodeId) -> bool {
    let nodes = reading.nodes();
    let AstKind::StaticMemberExpression(member) = nodes.parent_kind(id) else { return false };
    if !member.property.name.starts_with("Remotion") {
        return member.property.name == "React";
    }
    let parent = nodes.parent_id(id);
    let AstKind::VariableDeclarator(variable) = nodes.parent_kind(parent) else { return false };
    let declaration = nodes.parent_id(nodes.parent_id(parent));
    variable.id.is_object_pattern() && matches!(nodes.parent_kind(declaration), AstKind::Program(_))
}

/// Whether an expression is true or false and no function.
fn is_truth(expression: &Expression<'_>) -> bool {
    match expression.get_inner_expression() {
        Expression::BooleanLiteral(_) => true,
        Expression::BinaryExpression(binary) => binary.operator.is_compare() || binary.operator.is_equality(),
        Expression::LogicalExpression(logical) => is_truth(&logical.left) && is_truth(&logical.right),
        Expression::UnaryExpression(unary) => unary.operator.is_not(),
        _ => false,
    }
}

/// Whether an expression is certainly no more than a number.
fn is_at_most(expression: &Expression<'_>, most: f64) -> bool {
    match expression.get_inner_expression() {
        Expression::NumericLiteral(number) => number.value <= most,
        Expression::CallExpression(call) => {
            let is_least = call.callee.is_specific_member_access("Math", "min");
            let is_helper = call.callee.is_identifier_reference() && call.arguments.len() == 1;
            (is_least || is_helper)
                && call
                    .arguments
                    .iter()
                    .filter_map(|argument| argument.as_expression())
                    .any(|each| is_at_most(each, most))
        }
        _ => false,
    }
}
