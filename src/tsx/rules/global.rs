//! What lies outside of a scene: the clock, the network, the page, the machine.

use oxc::ast::AstKind;
use oxc::ast::ast::Expression;
use oxc::semantic::Reference;
use oxc::span::{GetSpan, Span};

use super::super::origin::window_property;
use super::Findings;
use super::subject::Subject;

/// Globals that a scene may not use, in groups, each with what to do instead.
const FORBIDDEN: &[(&[&str], &str)] = &[
    (&["Date", "performance", "Temporal"], "take the time from `useCurrentFrame()` and `useVideoConfig().fps`"),
    (
        &[
            "setTimeout",
            "setInterval",
            "setImmediate",
            "clearTimeout",
            "clearInterval",
            "requestAnimationFrame",
            "cancelAnimationFrame",
            "requestIdleCallback",
            "queueMicrotask",
        ],
        "compute what each frame shows from `useCurrentFrame()`",
    ),
    (
        &["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "Request", "Worker", "SharedWorker", "importScripts"],
        "put the data in `defaultProps`; pictures come by URL through Remotion's `Img`",
    ),
    (&["eval", "Function", "Reflect", "Proxy"], "write the code itself"),
    (
        &["window", "globalThis", "self", "top", "parent", "frames", "opener", "location", "history"],
        "take the size from `useVideoConfig()` and everything else from props",
    ),
    (
        &["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore", "navigator", "screen", "crypto"],
        "what a scene shows depends on its props and the frame alone",
    ),
    (&["console", "alert", "prompt", "confirm", "print"], "leave it away"),
    (&["require", "module", "exports", "process", "Buffer", "global"], "import from `react` and `remotion`"),
    (&["arguments"], "name the parameters, or take `...rest`"),
];

/// Whether a global is forbidden, so that other rules need not speak of it.
pub(in crate::tsx) fn is_forbidden(name: &str) -> bool {
    name == "document" || help(name).is_some()
}

/// No global of the table is used, `document` is there for `document.fonts` alone, and `Math` and `Intl` have gaps.
pub(super) fn globals(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for (name, references) in subject.reading.unresolved() {
        for reference in references.filter(|reference| reference.is_value()) {
            if let Some((span, what, help)) = forbidden(subject, name, reference) {
                findings.add(span, format!("`{what}` cannot be used in a scene"), help);
            }
        }
    }
}

/// `constructor` leads from any value to `Function`, and `__proto__` to what all values share.
pub(super) fn constructor(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    let members = subject.members.iter().map(|(_, member)| (member.property.span, member.property.name.as_str()));
    let computed = subject.computed.iter().filter_map(|member| member.static_property_info());
    for (span, name) in members.chain(computed) {
        add_constructor(findings, span, name);
    }
    for binding in &subject.bindings {
        add_constructor(findings, binding.key.span(), &binding.key.static_name().unwrap_or_default());
    }
}

/// `import('…')` and `import.meta` do not occur.
pub(super) fn dynamic_import(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for import in &subject.import_calls {
        findings.add(
            import.span,
            "a scene cannot import while it runs",
            "import at the top, from `react` and `remotion`",
        );
    }
}

/// Formatting without a locale looks different on each machine.
pub(super) fn locale(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for (_, call) in subject.calls.iter().filter(|(_, call)| call.arguments.is_empty()) {
        if let Expression::StaticMemberExpression(member) = &call.callee
            && (member.property.name.starts_with("toLocale") || member.object.is_specific_id("Intl"))
        {
            add_locale(findings, call.span, &member.property.name);
        }
    }
    for new in subject.news.iter().filter(|new| new.arguments.is_empty()) {
        if let Expression::StaticMemberExpression(member) = &new.callee
            && member.object.is_specific_id("Intl")
        {
            add_locale(findings, new.span, &member.property.name);
        }
    }
}

/// Letters are cut apart alike in all locales, so `Intl.Segmenter` needs none.
fn add_locale(findings: &mut Findings<'_>, span: Span, name: &str) {
    if name != "Segmenter" {
        findings.add(span, format!("`{name}` without a locale looks different on each machine"), "name one: `'en-US'`");
    }
}

fn add_constructor(findings: &mut Findings<'_>, span: Span, name: &str) {
    if matches!(name, "constructor" | "__proto__") {
        findings.add(span, format!("`{name}` cannot be used in a scene"), "write the code itself");
    }
}

fn help(name: &str) -> Option<&'static str> {
    FORBIDDEN.iter().find(|(names, _)| names.contains(&name)).map(|(_, help)| *help)
}

/// The place, what is used there, and the help, if it may not be used like that.
fn forbidden(subject: &Subject<'_, '_>, name: &str, reference: &Reference) -> Option<(Span, String, &'static str)> {
    let nodes = subject.reading.nodes();
    let place = subject.reading.place(reference);
    let member = match nodes.parent_kind(reference.node_id()) {
        AstKind::StaticMemberExpression(member) if member.object.span() == place => Some(member),
        _ => None,
    };
    let property = member.map_or("", |member| member.property.name.as_str());
    let used = || (member.map_or(place, |member| member.span), format!("{name}.{property}"));
    match (name, property) {
        ("Math", "random") => Some((used().0, used().1, "use Remotion's `random(seed)`")),
        ("Math" | "document", "") => Some((place, name.to_owned(), whole(name))),
        ("document", "fonts") => None,
        ("document", _) => Some((used().0, used().1, whole(name))),
        ("Intl", "DateTimeFormat" | "RelativeTimeFormat") => {
            Some((used().0, used().1, "put the finished text in `defaultProps`"))
        }
        ("window", _) if is_head_line(subject, reference) => None,
        _ => help(name).map(|help| (place, name.to_owned(), help)),
    }
}

fn whole(name: &str) -> &'static str {
    if name == "Math" {
        "name the function: `Math.sin(…)`"
    } else {
        "only `document.fonts` is there; elements come as JSX"
    }
}

/// Whether it is the `window` of a top-level `const {…} = window.Remotion;`.
fn is_head_line(subject: &Subject<'_, '_>, reference: &Reference) -> bool {
    let mut ancestors = subject
        .reading
        .nodes()
        .ancestor_kinds(reference.node_id())
        .skip_while(|kind| !matches!(kind, AstKind::VariableDeclarator(_)));
    let Some(AstKind::VariableDeclarator(variable)) = ancestors.next() else { return false };
    let is_top_level = matches!(ancestors.nth(1), Some(AstKind::Program(_)));
    is_top_level && variable.init.as_ref().and_then(window_property).is_some()
}
