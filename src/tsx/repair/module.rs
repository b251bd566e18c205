//! What stands around a module: its directives.

use super::bench::{Bench, whole_line};
use super::job::Job;

/// Cuts away directives, which mean nothing in a scene.
pub(super) fn directives(bench: &Bench<'_, '_>, job: &mut Job) {
    let program = bench.reading().program();
    for directive in &program.directives {
        let told = format!("left away the directive `{}`", directive.directive);
        job.change("directives", told, vec![whole_line(bench.reading().text(), directive.span)]);
    }
}
