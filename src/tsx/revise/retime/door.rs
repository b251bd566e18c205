//! The doors by which a scene knows of time.

use std::ops::Range;

use oxc::ast::AstKind;
use oxc::ast::ast::{
    BindingPattern, CallExpression, Expression, JSXAttribute, JSXAttributeItem, JSXAttributeValue, JSXElementName,
    JSXExpression, JSXMemberExpressionObject, JSXOpeningElement, ObjectPropertyKind,
};
use oxc::semantic::NodeId;
use oxc::span::{GetSpan, Span};

use super::super::super::exports::Export;
use super::super::super::parse::Reading;
use super::super::patch::bytes;
use super::layer::{Layer, Role, Wrapper, called};

/// An expression that goes through a door: where it is, and which way it goes.
#[derive(Debug)]
pub(super) struct Door {
    pub(super) role: Role,
    pub(super) span: Range<usize>,
    /// Whether a helper of a layer is there already.
    pub(super) is_wrapped: bool,
    /// Whether it is name and value of a member at once: `{durationInFrames}`.
    pub(super) is_shorthand: bool,
}

impl Door {
    /// Whether the call of a helper is all of what stands in the door.
    pub(super) fn is_behind(&self, call: &Wrapper) -> bool {
        self.is_wrapped && (self.span == call.whole || self.span == call.argument)
    }
}

/// What a scene has to do with time.
#[derive(Debug, Default)]
pub(super) struct Survey<'a> {
    pub(super) doors: Vec<Door>,
    /// Elements of Remotion that are told times, with their tags.
    pub(super) elements: Vec<(Tag, &'a JSXOpeningElement<'a>)>,
    /// Frames at which something is held.
    pub(super) holds: Vec<&'a Expression<'a>>,
    /// What is not understood: where, and what is wrong with it.
    pub(super) odd: Vec<(Span, String)>,
    /// Where the rate of `meta` is read.
    pub(super) rates: Vec<Range<usize>>,
    /// What `useVideoConfig` may say that has to be led through a door.
    told: &'static [&'static str],
}

/// What `useVideoConfig` says of time, where the rate stays as it is.
pub(super) const LENGTH: &[&str] = &["durationInFrames"];
/// And where the rate may be another one too.
pub(super) const LENGTH_AND_RATE: &[&str] = &["durationInFrames", "fps"];

/// An element of Remotion, by what it is told of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// `AbsoluteFill`, `Img` …, which have times of their own but hardly ever get one.
    Plain,
    /// `Sequence`, `Series.Sequence` …
    Sequence,
    /// `Series`, `TransitionSeries`.
    Series,
    Loop,
    Freeze,
    Transition,
    Overlay,
}

/// The element that Remotion's export of a name is, or a member of it.
fn tag(export: Export, member: Option<&str>) -> Option<Tag> {
    Some(match (export.name, member) {
        ("AbsoluteFill" | "Img" | "Solid" | "CanvasImage", None) | ("Interactive", Some(_)) => Tag::Plain,
        ("Sequence", None) | ("Series" | "TransitionSeries", Some("Sequence")) => Tag::Sequence,
        ("Series" | "TransitionSeries", None) => Tag::Series,
        ("Loop", None) => Tag::Loop,
        ("Freeze", None) => Tag::Freeze,
        ("TransitionSeries", Some("Transition")) => Tag::Transition,
        ("TransitionSeries", Some("Overlay")) => Tag::Overlay,
        _ => return None,
    })
}

impl<'a> Survey<'a> {
    /// Looks through a scene for what is `told` of time.
    pub(super) fn of(reading: &Reading<'a>, layers: &[Layer], told: &'static [&'static str]) -> Self {
        let mut survey = Survey { told, ..Survey::default() };
        let meta = reading.scoping().get_root_binding("meta".into());
        for (id, node) in reading.nodes().iter_enumerated() {
            let start = node.kind().span().start as usize;
            if layers.iter().any(|layer| layer.span.contains(&start)) {
                continue;
            }
            match node.kind() {
                AstKind::CallExpression(call) => survey.call(reading, layers, (id, call)),
                AstKind::JSXOpeningElement(element) => survey.element(reading, layers, element),
                AstKind::IdentifierReference(name) => {
                    let symbol = name.reference_id.get().and_then(|id| reading.scoping().get_reference(id).symbol_id());
                    if symbol.is_some() && symbol == meta {
                        survey.meta(reading, layers, (id, name.span));
                    }
                }
                _ => {}
            }
        }
        survey
    }

    fn call(&mut self, reading: &Reading<'a>, layers: &[Layer], (id, call): (NodeId, &'a CallExpression<'a>)) {
        let export = call.callee.get_identifier_reference().and_then(|name| reading.export(name));
        match export.map(|export| export.name) {
            Some("useCurrentFrame") => self.source(reading, layers, (Role::Frame, id, call.span)),
            Some("useVideoConfig") if tells(reading, id, self.told) => {
                self.source(reading, layers, (Role::Config, id, call.span));
            }
            Some("linearTiming" | "springTiming") => self.timing(reading, layers, call),
            _ => {}
        }
    }

    /// What tells a time.
    fn source(&mut self, reading: &Reading<'a>, layers: &[Layer], (role, id, span): (Role, NodeId, Span)) {
        let is_wrapped = match reading.nodes().parent_kind(id) {
            AstKind::CallExpression(call) if call.callee.span() != span => {
                called(reading, layers, &call.callee).is_some_and(|(_, of)| of == role)
            }
            _ => false,
        };
        self.doors.push(Door { role, span: bytes(span), is_wrapped, is_shorthand: false });
    }

    /// What is told a time.
    fn sink(&mut self, reading: &Reading<'a>, layers: &[Layer], value: &'a Expression<'a>) {
        let is_same_at_any_speed = match value.get_inner_expression() {
            Expression::NumericLiteral(number) => number.value == 0.0,
            Expression::Identifier(name) => matches!(name.name.as_str(), "Infinity" | "undefined"),
            _ => false,
        };
        let is_wrapped = match value {
            Expression::CallExpression(call) => {
                called(reading, layers, &call.callee).is_some_and(|(_, of)| of == Role::Video)
            }
            _ => false,
        };
        if let Expression::SequenceExpression(list) = value {
            return self.odd.push((list.span, "a time is a list of expressions".to_owned()));
        }
        if !is_same_at_any_speed {
            self.doors.push(Door { role: Role::Video, span: bytes(value.span()), is_wrapped, is_shorthand: false });
        }
    }

    /// The length that the scene itself says.
    fn meta(&mut self, reading: &Reading<'a>, layers: &[Layer], (id, span): (NodeId, Span)) {
        let nodes = reading.nodes();
        match nodes.parent_kind(id) {
            AstKind::StaticMemberExpression(member) if member.property.name == "durationInFrames" => {
                self.source(reading, layers, (Role::Frame, nodes.parent_id(id), member.span));
            }
            AstKind::StaticMemberExpression(member) if member.property.name == "fps" => {
                self.rates.push(bytes(member.span));
            }
            AstKind::StaticMemberExpression(_) | AstKind::ExportSpecifier(_) | AstKind::TSTypeQuery(_) => {}
            _ => self.odd.push((span, "`meta` is passed on as a whole".to_owned())),
        }
    }

    fn timing(&mut self, reading: &Reading<'a>, layers: &[Layer], call: &'a CallExpression<'a>) {
        let argument = call.arguments.first().and_then(|argument| argument.as_expression());
        let Some(Expression::ObjectExpression(options)) = argument.map(Expression::get_inner_expression) else {
            return self.odd.push((call.span, "the length of a transition is not written in its place".to_owned()));
        };
        let mut found = false;
        for property in &options.properties {
            match property {
                ObjectPropertyKind::SpreadProperty(spread) => {
                    self.odd.push((spread.span, "the length of a transition may come from elsewhere".to_owned()));
                }
                ObjectPropertyKind::ObjectProperty(property)
                    if property.key.is_specific_static_name("durationInFrames") =>
                {
                    found = true;
                    self.sink(reading, layers, &property.value);
                    if let Some(door) = self.doors.last_mut().filter(|_| property.shorthand) {
                        door.is_shorthand = true;
                    }
                }
                ObjectPropertyKind::ObjectProperty(_) => {}
            }
        }
        if !found {
            let message = "a transition lasts as long as its spring takes: give it `durationInFrames`";
            self.odd.push((call.span, message.to_owned()));
        }
    }

    fn element(&mut self, reading: &Reading<'a>, layers: &[Layer], element: &'a JSXOpeningElement<'a>) {
        let (name, member) = match &element.name {
            JSXElementName::IdentifierReference(name) => (name, None),
            JSXElementName::MemberExpression(path) => match &path.object {
                JSXMemberExpressionObject::IdentifierReference(name) => (name, Some(path.property.name.as_str())),
                _ => return,
            },
            _ => return,
        };
        let Some(tag) = reading.export(name).and_then(|export| tag(export, member)) else { return };
        self.elements.push((tag, element));
        for item in &element.attributes {
            match item {
                JSXAttributeItem::Attribute(attribute) => self.attribute(reading, layers, (tag, attribute)),
                JSXAttributeItem::SpreadAttribute(spread) if tag != Tag::Plain => {
                    self.odd.push((spread.span, "times may be among the attributes that are spread here".to_owned()));
                }
                JSXAttributeItem::SpreadAttribute(_) => {}
            }
        }
    }

    fn attribute(&mut self, reading: &Reading<'a>, layers: &[Layer], (tag, attribute): (Tag, &'a JSXAttribute<'a>)) {
        let Some(name) = attribute.name.as_identifier().map(|name| name.name.as_str()) else { return };
        match (tag, name) {
            (Tag::Plain | Tag::Sequence | Tag::Series | Tag::Loop, "from" | "durationInFrames") => {
                self.told(reading, layers, attribute);
            }
            (Tag::Freeze, "frame") | (Tag::Plain | Tag::Sequence | Tag::Series, "freeze") => {
                self.told(reading, layers, attribute);
                self.holds.extend(value(attribute));
            }
            (_, "trimBefore" | "trimAfter" | "startFrom" | "endAt") => {
                self.odd.push((attribute.span, format!("`{name}` cuts into a sequence")));
            }
            (Tag::Sequence | Tag::Overlay, "offset") => {
                self.odd.push((attribute.span, "`offset` has to be a whole number of frames".to_owned()));
            }
            _ => {}
        }
    }

    fn told(&mut self, reading: &Reading<'a>, layers: &[Layer], attribute: &'a JSXAttribute<'a>) {
        match value(attribute) {
            Some(value) => self.sink(reading, layers, value),
            None => self.odd.push((attribute.span, "a time is not a number".to_owned())),
        }
    }
}

/// The expression that an attribute is given.
pub(super) fn value<'a>(attribute: &'a JSXAttribute<'a>) -> Option<&'a Expression<'a>> {
    match attribute.value.as_ref()? {
        JSXAttributeValue::ExpressionContainer(container) => match &container.expression {
            JSXExpression::EmptyExpression(_) => None,
            expression => expression.as_expression(),
        },
        _ => None,
    }
}

/// Whether something of `told` may be taken from a call of `useVideoConfig`.
fn tells(reading: &Reading<'_>, id: NodeId, told: &[&str]) -> bool {
    match reading.nodes().parent_kind(id) {
        AstKind::StaticMemberExpression(member) => told.contains(&member.property.name.as_str()),
        AstKind::VariableDeclarator(variable) => match &variable.id {
            BindingPattern::ObjectPattern(pattern) => {
                let mut names = pattern.properties.iter().map(|property| property.key.static_name());
                pattern.rest.is_some() || names.any(|name| name.is_none_or(|name| told.contains(&name.as_ref())))
            }
            BindingPattern::BindingIdentifier(name) => name.symbol_id.get().is_none_or(|symbol| {
                reading.scoping().get_resolved_references(symbol).any(|reference| {
                    !matches!(reading.nodes().parent_kind(reference.node_id()),
                            AstKind::StaticMemberExpression(member) if !told.contains(&member.property.name.as_str()))
                })
            }),
            _ => true,
        },
        _ => true,
    }
}
