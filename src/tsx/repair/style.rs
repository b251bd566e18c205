//! Motion by CSS: transitions go, since they move nothing from one frame to the next.

use oxc::ast::AstKind;
use oxc::ast::ast::{Expression, ObjectExpression, ObjectProperty};
use oxc::semantic::NodeId;
use oxc::span::{GetSpan, Span};

use super::super::rules::style::moves;
use super::bench::Bench;
use super::job::{Job, Patch};

/// Cuts transitions out of styles.
pub(super) fn transitions(bench: &Bench<'_, '_>, job: &mut Job) {
    for (node, property) in &bench.subject.properties {
        let Some(name) = property.key.static_name() else { continue };
        let is_transition = name.trim_start_matches("Webkit").trim_start_matches(['t', 'T']).starts_with("ransition");
        if is_transition
            && moves(&bench.subject, *node, property, &name)
            && let Some(patch) = without(bench, *node, property)
        {
            let told = format!("left away `{name}`, which moves by the clock and so shows nothing in a film");
            job.change("transition", told, vec![patch]);
        }
    }
}

/// Cuts a property out of its object, with the comma behind it, or before it where it is the last.
fn without(bench: &Bench<'_, '_>, node: NodeId, property: &ObjectProperty<'_>) -> Option<Patch> {
    let AstKind::ObjectExpression(object) = bench.nodes().parent_kind(node) else { return None };
    Some(cut(bench, object, property.span))
}

/// The patch that takes a member out of an object.
pub(super) fn cut(bench: &Bench<'_, '_>, object: &ObjectExpression<'_>, span: Span) -> Patch {
    let spans: Vec<_> = object.properties.iter().map(GetSpan::span).collect();
    let at = spans.iter().position(|own| *own == span).unwrap_or_default();
    let next = spans.get(at + 1);
    match (at.checked_sub(1).and_then(|before| spans.get(before)), next) {
        (Some(before), _) => Patch::cut(before.end, span.end),
        (None, Some(next)) => Patch::cut(span.start, next.start),
        (None, None) => {
            let behind = &bench.reading().text()[span.end as usize..object.span.end as usize - 1];
            let comma = behind.find(',').map_or(0, |comma| comma + 1);
            Patch::cut(span.start, span.end + comma as u32)
        }
    }
}

/// `console.log(…)` and its like go, where they are statements.
pub(super) fn logging(bench: &Bench<'_, '_>, job: &mut Job) {
    for (node, call) in &bench.subject.calls {
        let Expression::StaticMemberExpression(member) = &call.callee else { continue };
        let is_console = member
            .object
            .get_identifier_reference()
            .is_some_and(|name| name.name == "console" && bench.symbol(name).is_none());
        if is_console && let AstKind::ExpressionStatement(statement) = bench.nodes().parent_kind(*node) {
            let patch = super::bench::whole_line(bench.reading().text(), statement.span);
            job.change("logging", "left away what was written to the console", vec![patch]);
        }
    }
}

/// Numbers are formatted for English where no language is named.
pub(super) fn locale(bench: &Bench<'_, '_>, job: &mut Job) {
    let told = "formatted for English where no language was named";
    for (_, call) in bench.subject.calls.iter().filter(|(_, call)| call.arguments.is_empty()) {
        if let Expression::StaticMemberExpression(member) = &call.callee
            && (member.property.name.starts_with("toLocale") || member.object.is_specific_id("Intl"))
        {
            job.change("locale", told, vec![Patch::insert(call.span.end - 1, "'en-US'")]);
        }
    }
    for new in bench.subject.news.iter().filter(|new| new.arguments.is_empty()) {
        if let Expression::StaticMemberExpression(member) = &new.callee
            && member.object.is_specific_id("Intl")
            && member.property.name != "Segmenter"
            && bench.text(new.span).ends_with(')')
        {
            job.change("locale", told, vec![Patch::insert(new.span.end - 1, "'en-US'")]);
        }
    }
}

/// `window.innerWidth` and `window.innerHeight` are the size of the frame.
pub(super) fn window_size(bench: &Bench<'_, '_>, job: &mut Job) {
    for (node, member) in &bench.subject.members {
        let is_window = member
            .object
            .get_identifier_reference()
            .is_some_and(|name| name.name == "window" && bench.symbol(name).is_none());
        let told = match member.property.name.as_str() {
            "innerWidth" => "width",
            "innerHeight" => "height",
            _ => continue,
        };
        let parent = bench.nodes().parent_id(*node);
        if is_window && is_called(bench, parent, told) {
            // Without its declaration the name is one that comes from the hook.
            let statement = bench.nodes().parent_kind(parent).span();
            let told = format!("took the {told} from `useVideoConfig`, and not from the window");
            job.change("window-size", told, vec![super::bench::whole_line(bench.reading().text(), statement)]);
        } else if is_window && let Some((value, mut patches)) = super::clock::reach(bench, *node, told) {
            patches.push(Patch::swap(member.span, value));
            let told = format!("took the {told} from `useVideoConfig`, and not from the window");
            job.change("window-size", told, patches);
        }
    }
}

/// Whether a node declares a variable of a name alone, inside of a component.
fn is_called(bench: &Bench<'_, '_>, node: NodeId, name: &str) -> bool {
    let AstKind::VariableDeclarator(variable) = bench.nodes().kind(node) else { return false };
    let is_alone = matches!(bench.nodes().parent_kind(node),
        AstKind::VariableDeclaration(variables) if variables.declarations.len() == 1);
    is_alone && variable.id.get_identifier_name().is_some_and(|own| own == name) && bench.component(node).is_some()
}
