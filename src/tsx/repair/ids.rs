//! Ids of elements, which have to be unique on a page that shows several scenes: they come from `useId`.

use oxc::ast::AstKind;
use oxc::ast::ast::{JSXAttribute, JSXAttributeValue};
use oxc::semantic::NodeId;
use oxc::span::{GetSpan, Span};

use super::bench::Bench;
use super::job::{Job, Patch};
use super::markup::{constant, cut};

/// Puts what `useId` gives before each id that is written out, and before all that refers to it. One that nothing refers to
/// goes.
pub(super) fn ids(bench: &Bench<'_, '_>, job: &mut Job) {
    for (node, attribute) in bench.subject.attributes.iter().filter(|(_, attribute)| attribute.is_identifier("id")) {
        let Some(id) = constant(attribute) else { continue };
        let is_element = matches!(bench.nodes().parent_kind(*node),
            AstKind::JSXOpeningElement(element) if element.name.get_identifier().is_none());
        let uses = uses(bench, id);
        if uses.is_empty() && is_element {
            job.change("id", format!("left away the id `{id}`, which nothing refers to"), vec![cut(bench, attribute)]);
        } else if let Some(patches) = unique(bench, (*node, attribute, id), &uses) {
            job.change("id", format!("made the id `{id}` unique by `useId`"), patches);
        }
    }
}

/// A text that refers to an id: where it is, and where in it the id is.
struct Use {
    node: NodeId,
    span: Span,
    at: usize,
}

fn uses(bench: &Bench<'_, '_>, id: &str) -> Vec<Use> {
    let mark = format!("#{id}");
    let nodes = bench.nodes().iter_enumerated();
    let texts = nodes.filter_map(|(node, kind)| match kind.kind() {
        AstKind::StringLiteral(text) => Some((node, text.span)),
        AstKind::TemplateElement(text) => Some((node, text.span)),
        _ => None,
    });
    let found = texts.filter_map(|(node, span)| {
        let text = bench.text(span);
        let at = text.find(&mark)?;
        let rest = &text[at + mark.len()..];
        let is_whole = !rest.starts_with(|next: char| next.is_alphanumeric() || next == '-' || next == '_');
        is_whole.then_some(Use { node, span, at: at + 1 })
    });
    found.collect()
}

fn unique(
    bench: &Bench<'_, '_>,
    (node, attribute, id): (NodeId, &JSXAttribute<'_>, &str),
    uses: &[Use],
) -> Option<Vec<Patch>> {
    let component = bench.component(node)?;
    if uses.iter().any(|each| bench.component(each.node) != Some(component)) {
        return None;
    }
    let known = known(bench, component);
    let name = known.clone().unwrap_or_else(|| bench.free_in(component, "id"));
    let mut patches = match known {
        Some(_) => Vec::new(),
        None => bench.line_in(component, &format!("const {name} = useId();"))?,
    };
    let value = attribute.value.as_ref().map(GetSpan::span)?;
    patches.push(Patch::swap(value, format!("{{`${{{name}}}-{id}`}}")));
    for each in uses {
        patches.extend(referring(bench, each, &name)?);
    }
    Some(patches)
}

/// The variable in which a component keeps what `useId` gave it.
fn known(bench: &Bench<'_, '_>, component: NodeId) -> Option<String> {
    bench.variables(component).find_map(|variable| {
        let oxc::ast::ast::Expression::CallExpression(call) = variable.init.as_ref()? else { return None };
        let is_id = bench.subject.export(&call.callee).is_some_and(|export| export.name == "useId");
        is_id.then(|| variable.id.get_identifier_name().map(|name| name.to_string())).flatten()
    })
}

/// The patches by which a text refers to the unique id.
fn referring(bench: &Bench<'_, '_>, each: &Use, name: &str) -> Option<Vec<Patch>> {
    let at = each.span.start + each.at as u32;
    let prefix = Patch::insert(at, format!("${{{name}}}-"));
    if matches!(bench.nodes().kind(each.node), AstKind::TemplateElement(_)) {
        return Some(vec![prefix]);
    }
    let text = bench.text(each.span);
    if text.contains(['`', '\\']) || text.contains("${") {
        return None;
    }
    let (open, close) = (Span::new(each.span.start, each.span.start + 1), Span::new(each.span.end - 1, each.span.end));
    let is_attribute = match bench.nodes().parent_kind(each.node) {
        AstKind::JSXAttribute(attribute) => matches!(attribute.value, Some(JSXAttributeValue::StringLiteral(_))),
        _ => false,
    };
    let (before, behind) = if is_attribute { ("{`", "`}") } else { ("`", "`") };
    Some(vec![Patch::swap(open, before), prefix, Patch::swap(close, behind)])
}
