//! What runs as the module loads, or as a component runs, uses only what stands above it.

use oxc::ast::ast::Statement;
use oxc::semantic::NodeId;
use oxc::span::{GetSpan, Span};

use super::super::rules::function::enclosing_function;
use super::bench::{Bench, indent_of};
use super::job::{Job, Patch};

/// Moves declarations above their first use.
pub(super) fn order(bench: &Bench<'_, '_>, job: &mut Job) {
    let scoping = bench.scoping();
    for symbol in scoping.symbol_ids() {
        let flags = scoping.symbol_flags(symbol);
        if !flags.is_block_scoped() && !flags.is_class() {
            continue;
        }
        let declaration = scoping.symbol_declaration(symbol);
        let declared = scoping.symbol_span(symbol);
        let home = enclosing_function(&bench.subject, declaration);
        let early = scoping.get_resolved_references(symbol).filter(|reference| reference.is_value());
        let early = early.filter(|reference| {
            let place = bench.reading().place(reference);
            place.start < declared.start && enclosing_function(&bench.subject, reference.node_id()) == home
        });
        let first = early.map(|reference| bench.reading().place(reference)).min_by_key(|place| place.start);
        if let Some(first) = first {
            let told = format!("moved `{}` above its first use", scoping.symbol_name(symbol));
            if let Some(patches) = moved(bench, (declaration, home), first) {
                job.change("late-declaration", told, patches);
            }
        }
    }
}

/// The statement of a declaration, moved above the statement beside it in which a place is.
fn moved(bench: &Bench<'_, '_>, (declaration, home): (NodeId, Option<NodeId>), place: Span) -> Option<Vec<Patch>> {
    let statements = match home {
        None => bench.statements(),
        Some(function) => &bench.body(function)?.statements[..],
    };
    let text = bench.reading().text();
    let own = bench.nodes().kind(declaration).span();
    let around = |span: Span| statements.iter().position(|statement| statement.span().contains_inclusive(span));
    let (from, to) = (around(own)?, around(place)?);
    let moving = &statements[from];
    if to >= from || !is_alone(moving) {
        return None;
    }
    let start = with_comments(bench, moving.span().start);
    let end = moving.span().end;
    let behind = &text[end as usize..];
    let gap = behind.len() - behind.trim_start_matches([' ', '\t']).len();
    let line_end = if behind[gap..].starts_with('\n') { end + gap as u32 + 1 } else { end };
    let target = with_comments(bench, statements[to].span().start);
    let indent = indent_of(text, statements[to].span().start);
    let written = format!("{}\n{indent}", &text[start as usize..end as usize]);
    let before = &text[..start as usize];
    let line_start = before.len() - before.trim_end_matches([' ', '\t']).len();
    Some(vec![Patch::insert(target, written), Patch::cut(start - line_start as u32, line_end)])
}

fn is_alone(statement: &Statement<'_>) -> bool {
    match statement {
        Statement::VariableDeclaration(variables) => variables.declarations.len() == 1,
        Statement::ExportDeclaration(_) | Statement::ClassDeclaration(_) => true,
        _ => false,
    }
}

/// The start of the comments that stand right above a place.
pub(super) fn with_comments(bench: &Bench<'_, '_>, start: u32) -> u32 {
    let text = bench.reading().text();
    let mut at = start;
    for comment in bench.reading().program().comments.iter().rev().filter(|comment| comment.span.end <= start) {
        let between = &text[comment.span.end as usize..at as usize];
        let line = &text[..comment.span.start as usize];
        let is_own_line = line.trim_end_matches([' ', '\t']).ends_with('\n') || line.trim().is_empty();
        if !between.trim().is_empty() || between.matches('\n').count() != 1 || !is_own_line {
            break;
        }
        at = comment.span.start;
    }
    at
}
