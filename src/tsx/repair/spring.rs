//! `spring` is told the frame and the frame rate, and its settings where it looks for them.

use oxc::ast::ast::{Argument, CallExpression, Expression, ObjectExpression};
use oxc::semantic::NodeId;
use oxc::span::GetSpan;

use super::super::rules::subject::Subject;
use super::bench::Bench;
use super::clamp::{add, is_covered, member};
use super::clock::reach;
use super::job::{Job, Patch};

/// Adds `frame` and `fps` to the options of `spring` and `measureSpring`.
pub(super) fn clock(bench: &Bench<'_, '_>, job: &mut Job) {
    for (node, call) in &bench.subject.calls {
        for (name, keys) in [("spring", &["frame", "fps"][..]), ("measureSpring", &["fps"])] {
            if bench.subject.is_remotion(&call.callee, name) {
                add_clock(bench, job, (*node, call, keys));
            }
        }
    }
}

fn add_clock(bench: &Bench<'_, '_>, job: &mut Job, (node, call, keys): (NodeId, &CallExpression<'_>, &[&str])) {
    let object = match Subject::argument(call, 0) {
        None if call.arguments.is_empty() => None,
        Some(Expression::ObjectExpression(object)) => Some(&**object),
        _ => return,
    };
    let is_missing = |key: &&&str| object.is_none_or(|object| is_without(bench, object, key));
    let Some(key) = keys.iter().find(is_missing) else { return };
    let Some((value, mut patches)) = reach(bench, node, key) else { return };
    let entry = if value == *key { value } else { format!("{key}: {value}") };
    patches.push(match object {
        Some(object) => add(bench, object, &entry),
        None => Patch::insert(call.span.end - 1, format!("{{{entry}}}")),
    });
    let name = bench.text(call.callee.span());
    job.change("spring-clock", format!("told `{name}` its `{key}`"), patches);
}

fn is_without(bench: &Bench<'_, '_>, object: &ObjectExpression<'_>, key: &str) -> bool {
    member(object, key).is_none() && !is_covered(bench, object, key)
}

/// The settings of a spring, which belong into `config`.
const SETTINGS: [&str; 4] = ["damping", "mass", "stiffness", "overshootClamping"];

/// Puts settings that stand beside `frame` and `fps`, or in an argument of their own, into `config`.
pub(super) fn config(bench: &Bench<'_, '_>, job: &mut Job) {
    for call in bench.subject.calls_of("spring") {
        let [Argument::ObjectExpression(object), rest @ ..] = &call.arguments[..] else { continue };
        if member(object, "config").is_some() {
            continue;
        }
        match rest {
            [] => gather(job, object),
            [Argument::ObjectExpression(settings)] if SETTINGS.iter().any(|key| member(settings, key).is_some()) => {
                let end = settings.span.end;
                let entry = format!("config: {}", bench.text(settings.span));
                let patches = vec![add(bench, object, &entry), Patch::cut(object.span.end, end)];
                job.change("spring-config", "put the settings of `spring` into `config`", patches);
            }
            _ => {}
        }
    }
}

fn gather(job: &mut Job, object: &ObjectExpression<'_>) {
    let is_setting = |at: &usize| {
        let property = object.properties[*at].as_property();
        property
            .is_some_and(|property| property.key.static_name().is_some_and(|name| SETTINGS.contains(&name.as_ref())))
    };
    let settings: Vec<usize> = (0..object.properties.len()).filter(is_setting).collect();
    let (Some(first), Some(last)) = (settings.first(), settings.last()) else { return };
    if last - first + 1 != settings.len() {
        return;
    }
    let start = object.properties[*first].span().start;
    let end = object.properties[*last].span().end;
    let patches = vec![Patch::insert(start, "config: {"), Patch::insert(end, "}")];
    job.change("spring-config", "put the settings of `spring` into `config`", patches);
}
