//! Leaves away what a structure does not use: templates share parts of which each scene needs a few functions.

use oxc::ast::ast::{Program, Statement};
use oxc::semantic::{Scoping, SymbolId};
use oxc::span::{GetSpan, Span};

use super::parse::Reading;

/// A top-level statement that stays, with its comments.
pub(super) struct Item<'a> {
    text: &'a str,
    span: Span,
    /// Whether the author wrote it right below the item before, as one of a group of lines.
    grouped: bool,
}

impl Item<'_> {
    /// Whether it covers a place of the text.
    pub(super) fn covers(&self, at: u32) -> bool {
        (self.span.start..self.span.end).contains(&at)
    }
}

/// What the exports and the statements that do something reach, transitively, in order.
pub(super) fn used_items<'a>(reading: &Reading<'a>) -> Vec<Item<'a>> {
    let statements = &reading.program().body;
    let used = used(reading);
    let mut items = Vec::with_capacity(statements.len());
    let (mut start, mut grouped) = (0, false);
    for (at, statement) in statements.iter().enumerate() {
        let span = Span::new(start, end_with_comment(reading, statement.span().end));
        start = span.end;
        grouped &= at > 0 && continues_group(reading, &statements[at - 1], statement, span);
        if used[at] {
            items.push(Item { text: span.source_text(reading.text()).trim(), span, grouped });
            grouped = true;
        }
    }
    items
}

/// The items as text: one blank line between them, but none inside a group of lines.
pub(super) fn write_items(out: &mut String, items: &[Item<'_>]) {
    for (at, item) in items.iter().enumerate() {
        out.push_str(if at == 0 || item.grouped { "" } else { "\n" });
        out.push_str(item.text);
        out.push('\n');
    }
}

/// The end of a statement, or of the comment behind it on its line.
fn end_with_comment(reading: &Reading<'_>, end: u32) -> u32 {
    let comments = &reading.program().comments;
    let next = comments.iter().find(|comment| comment.span.start >= end);
    let between = |start: u32| &reading.text()[end as usize..start as usize];
    let behind =
        next.filter(|comment| between(comment.span.start).chars().all(|character| matches!(character, ' ' | '\t')));
    behind.map_or(end, |comment| comment.span.end)
}

/// Whether a statement is one line, and the one right above it too.
fn continues_group(reading: &Reading<'_>, before: &Statement<'_>, statement: &Statement<'_>, span: Span) -> bool {
    let is_line = |statement: &Statement<'_>| !statement.span().source_text(reading.text()).contains('\n');
    let gap = &reading.text()[span.start as usize..statement.span().start as usize];
    gap.trim().is_empty() && gap.matches('\n').count() == 1 && is_line(before) && is_line(statement)
}

/// For each top-level statement whether it is used.
fn used(reading: &Reading<'_>) -> Vec<bool> {
    let statements = &reading.program().body;
    let links = links(reading);
    let mut stays: Vec<bool> = statements.iter().map(is_root).collect();
    let mut open: Vec<usize> = (0..stays.len()).filter(|at| stays[*at]).collect();
    while let Some(user) = open.pop() {
        for (_, declarer) in links.iter().filter(|(from, _)| *from == user) {
            if !std::mem::replace(&mut stays[*declarer], true) {
                open.push(*declarer);
            }
        }
    }
    stays
}

/// Everything but a declaration that is not exported.
fn is_root(statement: &Statement<'_>) -> bool {
    !matches!(
        statement,
        Statement::FunctionDeclaration(_)
            | Statement::VariableDeclaration(_)
            | Statement::ClassDeclaration(_)
            | Statement::TSTypeAliasDeclaration(_)
            | Statement::TSInterfaceDeclaration(_)
            | Statement::TSEnumDeclaration(_)
            | Statement::EmptyStatement(_)
    )
}

/// Which statement uses a name that which statement declares, by their positions.
fn links(reading: &Reading<'_>) -> Vec<(usize, usize)> {
    let scoping = reading.scoping();
    let program = reading.program();
    let mut links = Vec::new();
    for symbol in scoping.get_bindings(scoping.root_scope_id()).values().copied() {
        let declarers: Vec<usize> =
            declarations(reading, scoping, symbol).filter_map(|at| statement_at(program, at)).collect();
        for reference in scoping.get_resolved_references(symbol) {
            let user = statement_at(program, reading.place(reference).start);
            links.extend(user.iter().flat_map(|user| declarers.iter().map(|declarer| (*user, *declarer))));
        }
        // The declarations of one name (overloads, interfaces that merge) stay together.
        links.extend(declarers.iter().flat_map(|one| declarers.iter().map(|other| (*one, *other))));
    }
    links.sort_unstable();
    links.dedup();
    links
}

fn declarations(reading: &Reading<'_>, scoping: &Scoping, symbol: SymbolId) -> impl Iterator<Item = u32> {
    scoping.symbol_declarations(symbol).map(|node| reading.nodes().kind(node).span().start)
}

fn statement_at(program: &Program<'_>, at: u32) -> Option<usize> {
    let after = program.body.partition_point(|statement| statement.span().start <= at);
    after.checked_sub(1).filter(|index| at < program.body[*index].span().end)
}
