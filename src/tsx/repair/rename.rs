//! Gives a symbol another name: wherever it is meant, and nowhere else.

use oxc::ast::AstKind;
use oxc::semantic::SymbolId;
use oxc::span::{GetSpan, Span};

use super::bench::Bench;
use super::job::Patch;

/// The patches that give a symbol a name, in its first declaration and its references; texts stay as they are.
pub(super) fn rename(bench: &Bench<'_, '_>, symbol: SymbolId, name: &str) -> Vec<Patch> {
    let mut patches = vec![rename_binding(bench, bench.scoping().symbol_span(symbol), name)];
    patches.extend(rename_references(bench, symbol, name, |_| true));
    patches
}

/// The patches that give those references of a symbol a name that stand where `keep` says.
pub(super) fn rename_references(
    bench: &Bench<'_, '_>,
    symbol: SymbolId,
    name: &str,
    keep: impl Fn(Span) -> bool,
) -> Vec<Patch> {
    let references = bench.scoping().get_resolved_references(symbol);
    let places = references.map(|reference| (reference.node_id(), bench.reading().place(reference)));
    let kept = places.filter(|(_, place)| keep(*place));
    kept.map(|(node, place)| match bench.nodes().parent_kind(node) {
        AstKind::ObjectProperty(property) if property.shorthand => {
            Patch::swap(place, format!("{}: {name}", bench.text(place)))
        }
        AstKind::ExportSpecifier(specifier) if specifier.exported.span() == place => {
            Patch::swap(place, format!("{name} as {}", bench.text(place)))
        }
        _ => Patch::swap(place, name),
    })
    .collect()
}

/// The patch that gives a declared name another; where it is a member taken apart by its own name, it says so.
pub(super) fn rename_binding(bench: &Bench<'_, '_>, place: Span, name: &str) -> Patch {
    let is_taken_apart = bench.subject.bindings.iter().any(|property| {
        property.shorthand && property.value.get_binding_identifiers().iter().any(|binding| binding.span == place)
    });
    if is_taken_apart { Patch::swap(place, format!("{}: {name}", bench.text(place))) } else { Patch::swap(place, name) }
}
