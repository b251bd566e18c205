//! Ranges of `interpolate` that do not match or do not increase, where it is plain what was meant.

use oxc::ast::ast::{ArrayExpression, ArrayExpressionElement, CallExpression, Expression, UnaryOperator};
use oxc::span::{GetSpan, Span};

use super::super::rules::subject::Subject;
use super::bench::Bench;
use super::job::{Job, Patch};

/// Mends the ranges of each call.
pub(super) fn ranges(bench: &Bench<'_, '_>, job: &mut Job) {
    for call in bench.subject.calls_of("interpolate").chain(bench.subject.calls_of("interpolateColors")) {
        let (Some(input), Some(output)) = (array(bench, call, 1), array(bench, call, 2)) else { continue };
        if input.elements.len() != output.elements.len() {
            lengths(bench, job, (input, output));
        } else if !turned(bench, job, (input, output)) {
            increase(job, input);
        }
    }
}

fn array<'a>(bench: &Bench<'_, 'a>, call: &'a CallExpression<'a>, at: usize) -> Option<&'a ArrayExpression<'a>> {
    match bench.subject.constant(Subject::argument(call, at)?) {
        Expression::ArrayExpression(array) if !array.elements.iter().any(ArrayExpressionElement::is_spread) => {
            Some(array)
        }
        _ => None,
    }
}

/// One more than there should be goes if it says nothing new; `[0, 1, 0]` over four places holds its middle.
fn lengths(bench: &Bench<'_, '_>, job: &mut Job, (input, output): (&ArrayExpression<'_>, &ArrayExpression<'_>)) {
    let (inputs, outputs) = (input.elements.len(), output.elements.len());
    let told = format!("matched {inputs} inputs and {outputs} outputs of `interpolate`");
    let patch = if outputs == inputs + 1 {
        repeated(bench, output).map(|at| without(output, at))
    } else if inputs == outputs + 1 {
        let held = (outputs == 3 && same(bench, output, (0, 2))).then(|| {
            let middle = output.elements[1].span();
            Patch::insert(middle.end, format!(", {}", bench.text(middle)))
        });
        repeated(bench, input).map(|at| without(input, at)).or(held)
    } else {
        None
    };
    if let Some(patch) = patch {
        job.change("ranges", told, vec![patch]);
    }
}

fn same(bench: &Bench<'_, '_>, array: &ArrayExpression<'_>, (one, other): (usize, usize)) -> bool {
    bench.text(array.elements[one].span()) == bench.text(array.elements[other].span())
}

/// The only item that says the same as the one before it.
fn repeated(bench: &Bench<'_, '_>, array: &ArrayExpression<'_>) -> Option<usize> {
    let mut repeated = (1..array.elements.len()).filter(|at| same(bench, array, (*at - 1, *at)));
    let at = repeated.next()?;
    repeated.next().is_none().then_some(at)
}

fn without(array: &ArrayExpression<'_>, at: usize) -> Patch {
    Patch::cut(array.elements[at - 1].span().end, array.elements[at].span().end)
}

/// Ranges that go backwards mean the same when both are turned.
fn turned(bench: &Bench<'_, '_>, job: &mut Job, (input, output): (&ArrayExpression<'_>, &ArrayExpression<'_>)) -> bool {
    let numbers: Option<Vec<f64>> = input.elements.iter().map(number).collect();
    let is_backwards = |numbers: Vec<f64>| numbers.len() > 1 && numbers.is_sorted_by(|one, next| one > next);
    if !numbers.is_some_and(is_backwards) {
        return false;
    }
    let patches = [input, output].into_iter().flat_map(|array| {
        let spans: Vec<Span> = array.elements.iter().map(GetSpan::span).collect();
        let turned: Vec<_> = spans.iter().rev().map(|span| bench.text(*span)).collect();
        spans.into_iter().zip(turned).map(|(span, text)| Patch::swap(span, text)).collect::<Vec<_>>()
    });
    job.change("ranges", "turned ranges of `interpolate` that went backwards", patches.collect());
    true
}

/// Equal neighbours are moved apart by one frame, or by a thousandth where the range is one of fractions.
fn increase(job: &mut Job, input: &ArrayExpression<'_>) {
    let Some(numbers) = input.elements.iter().map(number).collect::<Option<Vec<f64>>>() else { return };
    if numbers.is_sorted_by(|one, next| one < next) || !numbers.is_sorted() {
        return;
    }
    let is_whole =
        numbers.iter().all(|number| number.fract() == 0.0) && numbers.iter().any(|number| number.abs() > 1.0);
    let step = if is_whole || numbers.iter().all(|number| *number == 0.0) { 1.0 } else { 0.001 };
    let mut apart = numbers.clone();
    for at in 1..apart.len() {
        if apart[at] <= apart[at - 1] {
            apart[at] = ((apart[at - 1] + step) * 1e6).round() / 1e6;
        }
    }
    let moved = numbers.iter().zip(&apart).zip(&input.elements).filter(|((old, new), _)| old != new);
    let patches = moved.map(|((_, new), element)| Patch::swap(element.span(), new.to_string())).collect();
    job.change("ranges", "moved equal inputs of `interpolate` apart", patches);
}

fn number(element: &ArrayExpressionElement<'_>) -> Option<f64> {
    match element.as_expression()?.get_inner_expression() {
        Expression::NumericLiteral(literal) => Some(literal.value),
        Expression::UnaryExpression(unary) if unary.operator == UnaryOperator::UnaryNegation => match &unary.argument {
            Expression::NumericLiteral(literal) => Some(-literal.value),
            _ => None,
        },
        _ => None,
    }
}
