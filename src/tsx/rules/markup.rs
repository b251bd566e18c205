//! Elements and their attributes.

use oxc::ast::AstKind;
use oxc::ast::ast::{JSXAttribute, JSXAttributeValue, JSXElementName, JSXExpression};
use oxc::span::GetSpan;

use super::Findings;
use super::subject::Subject;

/// Elements of HTML and SVG that do not belong in a scene, in groups, each with what to do instead.
const FORBIDDEN: &[(&[&str], &str)] = &[
    (&["img"], "use Remotion's `Img`, which waits until the picture is there"),
    (&["video"], "use Remotion's `OffthreadVideo`, which shows the right frame"),
    (&["audio"], "use Remotion's `Audio`, which keeps time"),
    (
        &["animate", "animateMotion", "animateTransform", "set", "marquee"],
        "compute the attribute from `useCurrentFrame()`",
    ),
    (
        &["script", "iframe", "object", "embed", "link", "base", "meta", "frame", "portal"],
        "draw what the scene shows; nothing is loaded from elsewhere but pictures",
    ),
];

/// Elements are those that keep to the frame.
pub(super) fn elements(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for element in &subject.elements {
        let JSXElementName::Identifier(name) = &element.name else { continue };
        if let Some((_, help)) = FORBIDDEN.iter().find(|(names, _)| names.contains(&name.name.as_str())) {
            findings.add(name.span, format!("`<{}>` cannot be used in a scene", name.name), *help);
        }
    }
}

/// Nobody clicks on a film. `onError` of components may stay: it says what to show instead of a missing picture.
pub(super) fn handlers(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for (id, attribute) in &subject.attributes {
        let name = attribute_name(attribute);
        let is_handler =
            name.strip_prefix("on").is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_uppercase()));
        let is_allowed = || {
            name == "onError"
                && matches!(subject.reading.nodes().parent_kind(*id), AstKind::JSXOpeningElement(element) if element.name.get_identifier().is_some())
        };
        if is_handler && !is_allowed() {
            let help = "leave it away: what a scene shows depends on its props and the frame alone";
            findings.add(attribute.span, format!("`{name}` is an event handler, and nobody clicks on a film"), help);
        }
    }
}

/// Markup is JSX, so that no text can become markup.
pub(super) fn inner_html(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    let attributes =
        subject.attributes.iter().map(|(_, attribute)| (attribute.span, attribute_name(attribute).to_owned()));
    let members = subject.members.iter().map(|(_, member)| (member.property.span, member.property.name.to_string()));
    let properties = subject
        .properties
        .iter()
        .filter_map(|(_, property)| Some((property.key.span(), property.key.static_name()?.into_owned())));
    for (span, name) in attributes.chain(members).chain(properties) {
        if matches!(
            name.as_str(),
            "dangerouslySetInnerHTML" | "innerHTML" | "outerHTML" | "insertAdjacentHTML" | "srcDoc"
        ) {
            findings.add(span, format!("`{name}` cannot be used in a scene"), "write JSX");
        }
    }
}

/// An id that is written out is there twice as soon as two scenes are on one page.
pub(super) fn ids(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for (_, attribute) in subject.attributes.iter().filter(|(_, attribute)| attribute_name(attribute) == "id") {
        if is_constant(attribute.value.as_ref()) {
            findings.add(attribute.span, "an id that is written out is not unique", "take it from React's `useId()`");
        }
    }
}

fn is_constant(value: Option<&JSXAttributeValue<'_>>) -> bool {
    match value {
        Some(JSXAttributeValue::StringLiteral(_)) => true,
        Some(JSXAttributeValue::ExpressionContainer(container)) => match &container.expression {
            JSXExpression::StringLiteral(_) => true,
            JSXExpression::TemplateLiteral(template) => template.expressions.is_empty(),
            _ => false,
        },
        _ => false,
    }
}

/// The name of an attribute; of one with a namespace, such as `xlink:href`, the name behind it.
fn attribute_name<'a>(attribute: &JSXAttribute<'a>) -> &'a str {
    attribute.name.get_identifier().name.as_str()
}
