//! Names that nothing declares.

use oxc::ast::AstKind;
use oxc::ast::ast::Expression;
use oxc::semantic::SymbolId;

use super::super::exports::{self, PACKAGES};
use super::super::parse::Undeclared;
use super::super::skeleton::{META, PROPS};
use super::function::{enclosing_function, is_hook_name};
use super::global::is_forbidden;
use super::subject::Subject;
use super::{Findings, did_you_mean};

/// The globals of JavaScript that scenes may use, sorted.
#[rustfmt::skip]
const VALUES: &[&str] = &[
    "AggregateError", "Array", "ArrayBuffer", "BigInt", "BigInt64Array", "BigUint64Array", "Boolean", "DOMMatrix",
    "DOMPoint", "DOMRect", "DataView", "Error", "Float32Array", "Float64Array", "FontFace", "Infinity", "Int16Array",
    "Int32Array", "Int8Array", "Intl", "Iterator", "JSON", "Map", "Math", "NaN", "Number", "Object", "Path2D",
    "Promise", "RangeError", "RegExp", "Set", "String", "Symbol", "SyntaxError", "TypeError", "URL", "URLSearchParams",
    "Uint16Array", "Uint32Array", "Uint8Array", "Uint8ClampedArray", "WeakMap", "WeakSet", "atob", "btoa", "decodeURI",
    "decodeURIComponent", "encodeURI", "encodeURIComponent", "isFinite", "isNaN", "parseFloat", "parseInt",
    "structuredClone", "undefined",
];

/// The types that TypeScript itself knows and scenes may use, sorted; those of [`VALUES`] and of the DOM beside.
#[rustfmt::skip]
const TYPES: &[&str] = &[
    "ArrayLike", "AsyncIterable", "Awaited", "CSSStyleDeclaration", "CanvasRenderingContext2D", "Capitalize",
    "ConstructorParameters", "Element", "Exclude", "Extract", "Generator", "InstanceType", "Iterable",
    "IterableIterator", "Lowercase", "NoInfer", "NonNullable", "Omit", "Parameters", "Partial", "Pick", "PromiseLike",
    "PropertyKey", "Readonly", "ReadonlyArray", "ReadonlyMap", "ReadonlySet", "Record", "Required", "ReturnType",
    "ThisType", "Uncapitalize", "Uppercase", "const",
];

/// Every value and every type is declared, imported, or a global that scenes may use.
pub(super) fn declared(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    for (name, references) in subject.reading.unresolved() {
        if is_forbidden(name) || is_brought_in(subject, name) {
            continue;
        }
        for reference in references {
            let known = if reference.is_value() { is_value(name) } else { is_value(name) || is_type(name) };
            if !known {
                let place = subject.reading.place(reference);
                findings.add(place, format!("nothing declares `{name}`"), help(subject, name));
            }
        }
    }
}

/// Nothing takes the name of an export of Remotion: `const spring = spring({…})` would call itself.
pub(super) fn shadow(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    let scoping = subject.reading.scoping();
    let Some(remotion) = exports::package("remotion") else { return };
    for symbol in scoping.symbol_ids().filter(|symbol| scoping.symbol_flags(*symbol).is_value()) {
        let name = scoping.symbol_name(symbol);
        let is_taken = remotion.export(name).is_some_and(|export| !export.is_type);
        if is_taken && subject.reading.origin(symbol).is_none() && !comes_from_hook(subject, symbol) {
            let message = format!("`{name}` is the name of an export of Remotion");
            findings.add(scoping.symbol_span(symbol), message, "give it a name of its own");
        }
    }
}

/// Whether it is taken from what a hook of Remotion gives: `const {delayRender} = useDelayRender()`.
pub(in crate::tsx) fn comes_from_hook(subject: &Subject<'_, '_>, symbol: SymbolId) -> bool {
    let declaration = subject.reading.scoping().symbol_declaration(symbol);
    let AstKind::VariableDeclarator(variable) = subject.reading.nodes().kind(declaration) else { return false };
    let Some(Expression::CallExpression(call)) = &variable.init else { return false };
    subject.export(&call.callee).is_some_and(|export| is_hook_name(export.name))
}

/// What runs as the module loads uses only what stands above it.
pub(super) fn order(subject: &Subject<'_, '_>, findings: &mut Findings<'_>) {
    let scoping = subject.reading.scoping();
    for symbol in scoping.get_bindings(scoping.root_scope_id()).values().copied() {
        let flags = scoping.symbol_flags(symbol);
        if !flags.is_block_scoped() && !flags.is_class() {
            continue;
        }
        let declared = scoping.symbol_span(symbol);
        let early = scoping.get_resolved_references(symbol).filter(|reference| reference.is_value());
        let early = early.map(|reference| (reference.node_id(), subject.reading.place(reference)));
        for (_, place) in
            early.filter(|(node, place)| place.start < declared.start && enclosing_function(subject, *node).is_none())
        {
            let message = format!("`{}` is used before it is declared", scoping.symbol_name(symbol));
            findings.add(place, message, "move the declaration above its first use");
        }
    }
}

/// Whether a structure gets its declaration when it is completed.
fn is_brought_in(subject: &Subject<'_, '_>, name: &str) -> bool {
    let completed = || matches!(name, "React" | META | PROPS) || subject.reading.brought_in(name).is_some();
    subject.reading.undeclared() == Undeclared::Export && completed()
}

fn is_value(name: &str) -> bool {
    VALUES.binary_search(&name).is_ok()
}

fn is_type(name: &str) -> bool {
    name == "React" || name.starts_with("HTML") || name.starts_with("SVG") || TYPES.binary_search(&name).is_ok()
}

fn help(subject: &Subject<'_, '_>, name: &str) -> String {
    match exports::find(name) {
        Some(export) => format!("import it from '{}'", export.package.source),
        None if name == "React" => "import it from 'react'".to_owned(),
        None if subject.reading.scoping().symbol_names().any(|symbol| symbol == name) => {
            "it is declared in another function: pass it on".to_owned()
        }
        None => {
            let exports = PACKAGES.iter().flat_map(|package| package.values.iter().copied());
            let symbols = subject.reading.scoping().symbol_names();
            did_you_mean(name, symbols.chain(exports), "declare it, or import it")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(VALUES.is_sorted() && TYPES.is_sorted());
    }
}
