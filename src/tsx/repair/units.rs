//! Outputs of `interpolate` that are texts: numbers with units, numbers in quotes, colours.

use oxc::ast::AstKind;
use oxc::ast::ast::{ArrayExpression, CallExpression, Expression};
use oxc::semantic::NodeId;
use oxc::span::{GetSpan, Span};

use super::super::rules::subject::Subject;
use super::bench::Bench;
use super::job::{Job, Patch};

/// Lets `interpolate` give numbers, with the unit behind them, and `interpolateColors` give colours.
pub(super) fn outputs(bench: &Bench<'_, '_>, job: &mut Job) {
    for (node, call) in &bench.subject.calls {
        if !bench.subject.is_remotion(&call.callee, "interpolate") {
            continue;
        }
        let Some(Expression::ArrayExpression(output)) =
            Subject::argument(call, 2).map(Expression::get_inner_expression)
        else {
            continue;
        };
        let Some(texts) = texts(output) else { continue };
        if texts.iter().all(|(_, text)| is_colour(text)) {
            colours(job, (call, output));
        } else if let Some(parts) = texts.iter().map(|(_, text)| Parts::of(text)).collect::<Option<Vec<_>>>() {
            numbers(bench, job, (*node, call, &texts), &parts);
        }
    }
}

/// The texts of a list that has nothing else in it, but for numbers.
fn texts<'a>(output: &'a ArrayExpression<'a>) -> Option<Vec<(Span, &'a str)>> {
    let texts = output.elements.iter().map(|element| match element.as_expression()? {
        Expression::StringLiteral(text) => Some((text.span, text.value.as_str())),
        Expression::TemplateLiteral(text) if text.expressions.is_empty() => {
            Some((text.span, text.quasis.first()?.value.raw.as_str()))
        }
        _ => None,
    });
    texts.collect::<Option<Vec<_>>>().filter(|texts| !texts.is_empty())
}

fn is_colour(text: &str) -> bool {
    let is_hex = text.strip_prefix('#').is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let is_named = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase());
    is_hex || is_named || ["rgb", "hsl"].iter().any(|function| text.starts_with(function))
}

fn colours(job: &mut Job, (call, output): (&CallExpression<'_>, &ArrayExpression<'_>)) {
    let patches =
        vec![Patch::swap(call.callee.span(), "interpolateColors"), Patch::cut(output.span.end, call.span.end - 1)];
    job.change("outputs", "mixed colours by `interpolateColors`", patches);
}

/// A text as what stands before its only number, the number, and what stands behind it.
#[derive(PartialEq)]
struct Parts<'t> {
    before: &'t str,
    number: &'t str,
    behind: &'t str,
}

impl<'t> Parts<'t> {
    fn of(text: &'t str) -> Option<Self> {
        let start = text.find(|letter: char| letter.is_ascii_digit() || letter == '-' || letter == '.')?;
        let rest = &text[start..];
        let length = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != '-');
        let (number, behind) = rest.split_at(length.unwrap_or(rest.len()));
        number.parse::<f64>().ok()?;
        let is_whole = !behind.contains(|letter: char| letter.is_ascii_digit()) && !text.contains(['`', '$', '\\']);
        is_whole.then_some(Self { before: &text[..start], number, behind })
    }
}

/// `['0px', '40px']` becomes `[0, 40]`, with `px` behind the result.
fn numbers(
    bench: &Bench<'_, '_>,
    job: &mut Job,
    (node, call, texts): (NodeId, &CallExpression<'_>, &[(Span, &str)]),
    parts: &[Parts<'_>],
) {
    // A bare zero has any unit.
    let Some(unit) = parts.iter().find(|part| !(part.before.is_empty() && part.behind.is_empty())).or(parts.first())
    else {
        return;
    };
    let is_alike = |part: &Parts<'_>| {
        (part.before, part.behind) == (unit.before, unit.behind)
            || (part.before.is_empty() && part.behind.is_empty() && part.number.trim_matches(['0', '.']).is_empty())
    };
    if !parts.iter().all(is_alike) {
        return;
    }
    let mut patches: Vec<_> =
        texts.iter().zip(parts).map(|((span, _), part)| Patch::swap(*span, part.number)).collect();
    let Some(around) = around(bench, (node, call), unit) else { return };
    patches.extend(around);
    job.change("outputs", "let `interpolate` give numbers, and put the unit behind them", patches);
}

/// What stands before and behind the number, put around the call: into the template that it is part of, or a new one.
fn around(bench: &Bench<'_, '_>, (node, call): (NodeId, &CallExpression<'_>), unit: &Parts<'_>) -> Option<Vec<Patch>> {
    if unit.before.is_empty() && unit.behind.is_empty() {
        return Some(Vec::new());
    }
    if let AstKind::TemplateLiteral(template) = bench.nodes().parent_kind(node) {
        let at = template.expressions.iter().position(|part| part.span() == call.span)?;
        let (before, behind) = (template.quasis.get(at)?.span.end, template.quasis.get(at + 1)?.span.start);
        return Some(vec![Patch::insert(before, unit.before), Patch::insert(behind, unit.behind)]);
    }
    let open = Patch::insert(call.span.start, format!("`{}${{", unit.before));
    Some(vec![open, Patch::insert(call.span.end, format!("}}{}`", unit.behind))])
}
