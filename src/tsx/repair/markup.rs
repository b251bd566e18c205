//! Elements and attributes that do not belong in a scene, where it is plain what does.

use oxc::ast::AstKind;
use oxc::ast::ast::{JSXAttribute, JSXAttributeValue, JSXElementName, JSXExpression};
use oxc::span::GetSpan;

use super::bench::Bench;
use super::job::{Job, Patch};

/// Elements of HTML that Remotion has its own of.
const ELEMENTS: [(&str, &str); 3] = [("img", "Img"), ("video", "OffthreadVideo"), ("audio", "Html5Audio")];

/// Attributes as HTML calls them, and as React does.
const ATTRIBUTES: &[(&str, &str)] = &[
    ("class", "className"),
    ("clip-path", "clipPath"),
    ("fill-opacity", "fillOpacity"),
    ("font-family", "fontFamily"),
    ("font-size", "fontSize"),
    ("font-weight", "fontWeight"),
    ("stop-color", "stopColor"),
    ("stop-opacity", "stopOpacity"),
    ("stroke-dasharray", "strokeDasharray"),
    ("stroke-dashoffset", "strokeDashoffset"),
    ("stroke-linecap", "strokeLinecap"),
    ("stroke-linejoin", "strokeLinejoin"),
    ("stroke-width", "strokeWidth"),
    ("text-anchor", "textAnchor"),
];

/// Pictures, films and sound come by Remotion's elements.
pub(super) fn elements(bench: &Bench<'_, '_>, job: &mut Job) {
    for node in bench.nodes().iter() {
        let AstKind::JSXElement(element) = node.kind() else { continue };
        let JSXElementName::Identifier(name) = &element.opening_element.name else { continue };
        let Some((_, own)) = ELEMENTS.iter().find(|(known, _)| *known == name.name.as_str()) else { continue };
        let mut patches = vec![Patch::swap(name.span, *own)];
        patches.extend(element.closing_element.iter().map(|closing| Patch::swap(closing.name.span(), *own)));
        job.change("element", format!("showed `<{}>` by Remotion's `<{own}>`", name.name), patches);
    }
}

/// Event handlers go: nobody clicks on a film.
pub(super) fn handlers(bench: &Bench<'_, '_>, job: &mut Job) {
    for (node, attribute) in &bench.subject.attributes {
        let name = attribute.name.get_identifier().name.as_str();
        let is_handler =
            name.strip_prefix("on").is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_uppercase()));
        let is_component = matches!(bench.nodes().parent_kind(*node),
            AstKind::JSXOpeningElement(element) if element.name.get_identifier().is_some());
        if is_handler && !(name == "onError" && is_component) {
            job.change(
                "handler",
                format!("left away `{name}`, since nobody clicks on a film"),
                vec![cut(bench, attribute)],
            );
        }
    }
}

/// Attributes go by the names that React gives them.
pub(super) fn attributes(bench: &Bench<'_, '_>, job: &mut Job) {
    for (node, attribute) in &bench.subject.attributes {
        let is_element = matches!(bench.nodes().parent_kind(*node),
            AstKind::JSXOpeningElement(element) if element.name.get_identifier().is_none());
        let name = bench.text(attribute.name.span());
        if let Some((_, own)) = ATTRIBUTES.iter().find(|(known, _)| *known == name).filter(|_| is_element) {
            job.change(
                "attribute",
                format!("wrote `{name}` as `{own}`"),
                vec![Patch::swap(attribute.name.span(), *own)],
            );
        }
    }
}

/// An attribute with the white space before it.
pub(super) fn cut(bench: &Bench<'_, '_>, attribute: &JSXAttribute<'_>) -> Patch {
    let before = &bench.reading().text()[..attribute.span.start as usize];
    Patch::cut(before.trim_end().len() as u32, attribute.span.end)
}

/// The text of an attribute that is written out.
pub(super) fn constant<'a>(attribute: &'a JSXAttribute<'a>) -> Option<&'a str> {
    match attribute.value.as_ref()? {
        JSXAttributeValue::StringLiteral(text) => Some(text.value.as_str()),
        JSXAttributeValue::ExpressionContainer(container) => match &container.expression {
            JSXExpression::StringLiteral(text) => Some(text.value.as_str()),
            JSXExpression::TemplateLiteral(template) if template.expressions.is_empty() => {
                template.quasis.first().map(|text| text.value.raw.as_str())
            }
            _ => None,
        },
        _ => None,
    }
}
