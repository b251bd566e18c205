//! `meta`: the name, the length and the size of a scene are those that were asked for.

use oxc::ast::ast::{Statement, VariableDeclaration};
use oxc::span::GetSpan;

use super::super::Meta;
use super::super::data::{self, exported};
use super::super::literal::write_meta;
use super::bench::Bench;
use super::job::{Job, Patch};

/// Writes `meta` where it is missing, and lets it say what was asked for.
pub(super) fn meta(bench: &Bench<'_, '_>, job: &mut Job) {
    let program = bench.reading().program();
    let wanted = &bench.wanted.meta;
    if let Some(value) = exported(program, "meta") {
        let known = data::value(value).ok().and_then(|value| data::meta(&value));
        if known.as_ref() != Some(wanted) {
            job.change("meta", told(known.as_ref(), wanted), vec![Patch::swap(value.span(), written(wanted))]);
        }
    } else if let Some(variables) = kept_back(bench) {
        job.change("meta", "exported `meta`", vec![Patch::insert(variables.span.start, "export ")]);
    } else if bench.top_level("meta").is_none() {
        let line = format!("export const meta = {};\n\n", written(wanted));
        job.change("meta", "wrote the `meta` that was missing", vec![Patch::insert(place(bench), line)]);
    }
}

/// `const meta = …` that is not exported.
fn kept_back<'a>(bench: &Bench<'_, 'a>) -> Option<&'a VariableDeclaration<'a>> {
    bench.statements().iter().find_map(|statement| match statement {
        Statement::VariableDeclaration(variables)
            if variables
                .declarations
                .iter()
                .any(|one| one.id.get_identifier_name().is_some_and(|name| name == "meta")) =>
        {
            Some(&**variables)
        }
        _ => None,
    })
}

/// Where `meta` goes: above the first statement that is neither import nor type.
fn place(bench: &Bench<'_, '_>) -> u32 {
    let is_head = |statement: &&Statement<'_>| {
        !matches!(statement, Statement::ImportDeclaration(_)) && !is_taken_from_window(bench, statement)
    };
    let text = bench.reading().text();
    let first = bench.statements().iter().find(is_head);
    let start = first.map_or(text.len() as u32, |statement| statement.span().start);
    let comments = bench.reading().program().comments.iter().rev();
    comments
        .filter(|comment| comment.span.end <= start)
        .take_while(|comment| bench.text(oxc::span::Span::new(comment.span.start, start)).trim_start().starts_with('/'))
        .fold(start, |start, comment| {
            let between = &text[comment.span.end as usize..start as usize];
            if between.trim().is_empty() && between.matches('\n').count() < 2 { comment.span.start } else { start }
        })
}

fn is_taken_from_window(bench: &Bench<'_, '_>, statement: &Statement<'_>) -> bool {
    matches!(statement, Statement::VariableDeclaration(_)) && bench.text(statement.span()).contains("window.")
}

fn written(meta: &Meta) -> String {
    let mut out = String::new();
    write_meta(&mut out, meta);
    out
}

fn told(known: Option<&Meta>, wanted: &Meta) -> String {
    match known {
        Some(known) if known.duration_in_frames != wanted.duration_in_frames => {
            let Meta { duration_in_frames: frames, fps, .. } = wanted;
            format!("gave `meta` the length that was asked for, {frames} frames at {fps} a second")
        }
        Some(known) if (known.width, known.height, known.fps) != (wanted.width, wanted.height, wanted.fps) => {
            format!("gave `meta` the format that was asked for, {} × {} at {}", wanted.width, wanted.height, wanted.fps)
        }
        Some(_) => format!("gave `meta` the name `{}`", wanted.id),
        None => "completed `meta`".to_owned(),
    }
}
