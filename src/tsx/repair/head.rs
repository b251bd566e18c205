//! The head of a scene: the lines that bring in what it uses of React and Remotion, in the form that was asked for.

use std::collections::BTreeSet;

use oxc::ast::ast::{
    BindingIdentifier, BindingPattern, BindingProperty, Expression, ImportDeclaration, ImportDeclarationSpecifier,
    ModuleExportName, PropertyKey, Statement, VariableDeclarator,
};
use oxc::semantic::SymbolId;
use oxc::span::{GetSpan, Span};

use super::super::Form;
use super::super::complete::{Needed, write_needed};
use super::super::exports::{self, Export};
use super::super::origin::window_property;
use super::bench::{Bench, whole_line};
use super::job::{Job, Patch};

/// A line of the head.
pub(super) struct Line<'a> {
    pub(super) span: Span,
    /// The package that an import line names.
    source: Option<&'a str>,
    bound: Vec<Bound<'a>>,
    is_required: bool,
    is_type: bool,
}

/// A name that a line brings in.
struct Bound<'a> {
    /// What the package calls it; `default` and `*` for the whole.
    imported: &'a str,
    local: &'a BindingIdentifier<'a>,
    is_type: bool,
}

/// Why a head is written anew: ids of repairs, with the names that are concerned.
type Reasons = BTreeSet<(&'static str, String)>;

/// Writes the head anew if something is missing, twice, in the wrong form, from the wrong package, or not used.
pub(super) fn head(bench: &Bench<'_, '_>, job: &mut Job) {
    let lines = lines(bench);
    let mut reasons = Reasons::new();
    let mut known = Vec::new();
    let react = needs_react(bench, &lines);
    if react && !lines.iter().any(|line| line.bound.iter().any(|bound| is_react(line, bound))) {
        reasons.insert(("missing-import", "React".to_owned()));
    }
    for line in &lines {
        known.extend(line.bound.iter().filter_map(|bound| resolve(bench, line, bound)));
        look_at(bench, line, &mut reasons);
    }
    doubles(&lines, &mut reasons);
    for export in missing(bench) {
        reasons.insert(("missing-import", export.name.to_owned()));
        known.push(export);
    }
    if !reasons.is_empty() {
        rewrite(bench, job, (&lines, Needed::new(known, react), &reasons));
    }
}

/// Whether `React` itself has to be there: it is used, or it is, and JSX may need it where browsers compile.
fn needs_react(bench: &Bench<'_, '_>, lines: &[Line<'_>]) -> bool {
    let is_for_players = bench.wanted.form == Form::Globals;
    let mut known =
        lines.iter().flat_map(|line| line.bound.iter().filter(move |bound| is_react(line, bound))).peekable();
    match known.peek() {
        Some(_) => known.any(|bound| is_for_players || is_used(bench, bound.local.symbol_id.get())),
        None => bench.reading().unresolved().any(|(name, _)| name == "React"),
    }
}

/// The exports that the code uses and nothing declares.
fn missing(bench: &Bench<'_, '_>) -> Vec<Export> {
    let reading = bench.reading();
    let names: Vec<String> = reading.unresolved().map(|(name, _)| name.to_owned()).collect();
    names.iter().filter_map(|name| reading.brought_in(name)).collect()
}

fn rewrite(bench: &Bench<'_, '_>, job: &mut Job, (lines, needed, reasons): (&[Line<'_>], Needed, &Reasons)) {
    let mut written = String::new();
    write_needed(&mut written, &needed, bench.wanted.form);
    let text = bench.reading().text();
    let start = bench.statements().first().map_or(0, |first| first.span().start);
    let gone: Vec<_> = lines.iter().map(|line| (line, rest(bench, line))).collect();
    let is_at_top = lines.first().is_some_and(|line| line.span.start == start);
    let mut patches = Vec::new();
    for (at, (line, rest)) in gone.iter().enumerate() {
        let kept = rest.as_deref().unwrap_or_default();
        let head = if at == 0 && is_at_top { written.trim_end() } else { "" };
        let gap = if head.is_empty() || kept.is_empty() { "" } else { "\n" };
        let replaced = format!("{head}{gap}{kept}");
        patches.push(if replaced.is_empty() { whole_line(text, line.span) } else { Patch::swap(line.span, replaced) });
    }
    if !is_at_top && !written.is_empty() {
        let at = bench.reading().program().directives.last().map_or(0, |last| last.span.end);
        patches.push(Patch::insert(at, format!("{written}\n")));
    }
    for (at, (id, names)) in told(reasons).into_iter().enumerate() {
        job.change(id, sentence(id, &names), if at == 0 { std::mem::take(&mut patches) } else { Vec::new() });
    }
}

fn told(reasons: &Reasons) -> Vec<(&'static str, Vec<&str>)> {
    let mut told: Vec<(&'static str, Vec<&str>)> = Vec::new();
    for (id, name) in reasons {
        match told.last_mut().filter(|(last, _)| last == id) {
            Some((_, names)) => names.push(name),
            None => told.push((id, vec![name])),
        }
    }
    told
}

fn sentence(id: &str, names: &[&str]) -> String {
    let names = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match id {
        "missing-import" => format!("imported {names}"),
        "duplicate-import" => format!("imported {names} once and not twice"),
        "wrong-package" => format!("imported {names} from where it is"),
        "unused-import" => format!("left away {names}, which nothing uses"),
        _ => format!("brought in {names} in the form that was asked for"),
    }
}

/// What of a line stays as it is, because no package for scenes exports it and the code uses it; nothing if nothing does.
fn rest(bench: &Bench<'_, '_>, line: &Line<'_>) -> Option<String> {
    let source = line.source.unwrap_or_default();
    if line.bound.is_empty() {
        return Some(bench.text(line.span).to_owned());
    }
    let strange: Vec<_> = line
        .bound
        .iter()
        .filter(|bound| !is_react(line, bound) && is_used(bench, bound.local.symbol_id.get()))
        .filter(|bound| resolve(bench, line, bound).is_none())
        .collect();
    if strange.is_empty() {
        return None;
    }
    if strange.len() == line.bound.len() || line.source.is_none() {
        return Some(bench.text(line.span).to_owned());
    }
    let names: Vec<_> = strange.iter().map(|bound| bound.written()).collect();
    Some(format!("import {{{}}} from '{source}';", names.join(", ")))
}

impl Bound<'_> {
    fn written(&self) -> String {
        let local = self.local.name.as_str();
        if self.imported == local { local.to_owned() } else { format!("{} as {local}", self.imported) }
    }
}

/// The export that a name stands for, if a package has it, it goes by its own name, and the code uses it.
fn resolve(bench: &Bench<'_, '_>, line: &Line<'_>, bound: &Bound<'_>) -> Option<Export> {
    if bound.imported != bound.local.name.as_str() || !is_used(bench, bound.local.symbol_id.get()) {
        return None;
    }
    let own = line.source.and_then(exports::package).and_then(|package| package.export(bound.imported));
    let is_ours = line.source.is_none_or(|source| exports::package(source).is_some() || source.contains("remotion"));
    own.or_else(|| exports::find(bound.imported).filter(|_| is_ours))
}

fn is_used(bench: &Bench<'_, '_>, symbol: Option<SymbolId>) -> bool {
    symbol.is_none_or(|symbol| bench.scoping().get_resolved_references(symbol).next().is_some())
}

/// Whether a name is `React` itself.
fn is_react(line: &Line<'_>, bound: &Bound<'_>) -> bool {
    let is_whole = matches!(bound.imported, "default" | "*") && line.source.is_none_or(|source| source == "react");
    is_whole && bound.local.name == "React"
}

/// What is wrong with a line of its own.
fn look_at(bench: &Bench<'_, '_>, line: &Line<'_>, reasons: &mut Reasons) {
    let is_for_players = bench.wanted.form == Form::Globals;
    let is_right = !line.is_required && line.source.is_some() != is_for_players;
    for bound in &line.bound {
        let reason = if is_used(bench, bound.local.symbol_id.get()) || is_react(line, bound) && is_for_players {
            wrong(line, (bound, resolve(bench, line, bound))).filter(|reason| *reason != "import-form" || !is_right)
        } else {
            Some("unused-import")
        };
        reasons.extend(reason.map(|reason| (reason, bound.local.name.to_string())));
    }
}

/// What is wrong with a name that is used, if its line is in the wrong form.
fn wrong(line: &Line<'_>, (bound, export): (&Bound<'_>, Option<Export>)) -> Option<&'static str> {
    let (of_type, source) = match export {
        Some(export) => (export.is_type, Some(export.package.source)),
        None if is_react(line, bound) => (false, line.source),
        None => return None,
    };
    if line.source.is_some() && line.source != source {
        return Some("wrong-package");
    }
    (!of_type && !line.is_type && !bound.is_type).then_some("import-form")
}

/// Names that are brought in twice, and packages that have two lines.
fn doubles(lines: &[Line<'_>], reasons: &mut Reasons) {
    let mut seen = BTreeSet::new();
    for bound in lines.iter().flat_map(|line| &line.bound) {
        if !seen.insert(bound.local.name.as_str()) {
            reasons.insert(("duplicate-import", bound.local.name.to_string()));
        }
    }
    let mut sources = BTreeSet::new();
    for line in lines.iter().filter(|line| !line.is_type) {
        let Some(source) = line.source.filter(|source| exports::package(source).is_some()) else { continue };
        if !sources.insert(source) {
            reasons.insert(("duplicate-import", source.to_owned()));
        }
    }
}

/// The lines of the head, wherever they stand in the module.
pub(super) fn lines<'a>(bench: &Bench<'_, 'a>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for statement in bench.statements() {
        match statement {
            Statement::ImportDeclaration(import) => lines.push(import_line(import)),
            Statement::VariableDeclaration(variables) => {
                if let [variable] = &variables.declarations[..] {
                    lines.extend(window_line(variable, variables.span));
                }
            }
            _ => {}
        }
    }
    lines
}

fn import_line<'a>(import: &'a ImportDeclaration<'a>) -> Line<'a> {
    let bound = import.specifiers.iter().flatten().map(|specifier| match specifier {
        ImportDeclarationSpecifier::ImportSpecifier(one) => {
            Bound { imported: module_name(&one.imported), local: &one.local, is_type: one.import_kind.is_type() }
        }
        ImportDeclarationSpecifier::ImportDefaultSpecifier(one) => {
            Bound { imported: "default", local: &one.local, is_type: false }
        }
        ImportDeclarationSpecifier::ImportNamespaceSpecifier(one) => {
            Bound { imported: "*", local: &one.local, is_type: false }
        }
    });
    let is_type = import.import_kind.is_type();
    Line {
        span: import.span,
        source: Some(import.source.value.as_str()),
        bound: bound.collect(),
        is_required: false,
        is_type,
    }
}

/// The name of an import as the package has it.
fn module_name<'a>(name: &'a ModuleExportName<'a>) -> &'a str {
    match name {
        ModuleExportName::IdentifierName(name) => name.name.as_str(),
        ModuleExportName::IdentifierReference(name) => name.name.as_str(),
        ModuleExportName::StringLiteral(name) => name.value.as_str(),
    }
}

/// `const {…} = window.Remotion;`, `const React = window.React;` and `const {…} = require('remotion');`
fn window_line<'a>(variable: &'a VariableDeclarator<'a>, span: Span) -> Option<Line<'a>> {
    let init = variable.init.as_ref()?;
    let global = window_property(init).or_else(|| required(init))?;
    let bound = match &variable.id {
        BindingPattern::BindingIdentifier(local) if global == "React" => {
            vec![Bound { imported: "default", local, is_type: false }]
        }
        BindingPattern::ObjectPattern(pattern) if pattern.rest.is_none() => {
            pattern.properties.iter().map(taken).collect::<Option<Vec<_>>>()?
        }
        _ => return None,
    };
    Some(Line { span, source: None, bound, is_required: required(init).is_some(), is_type: false })
}

fn taken<'a>(property: &'a BindingProperty<'a>) -> Option<Bound<'a>> {
    let local = property.value.get_binding_identifier()?;
    let imported = match &property.key {
        PropertyKey::StaticIdentifier(key) => key.name.as_str(),
        _ => return None,
    };
    Some(Bound { imported, local, is_type: false })
}

/// The global name of the package that `require('…')` names.
fn required<'a>(init: &Expression<'a>) -> Option<&'a str> {
    let Expression::CallExpression(call) = init else { return None };
    if !call.callee.is_specific_id("require") {
        return None;
    }
    match call.arguments.first()?.as_expression()? {
        Expression::StringLiteral(source) => exports::package(&source.value).map(|package| package.global),
        _ => None,
    }
}
