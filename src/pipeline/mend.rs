//! From what a model wrote to a scene that can be shown: mended where there is one right answer, and asked for again, at
//! most twice, where there is none.

use std::fmt::Write;

use annotate_snippets::Renderer;
use serde_json::Value as Json;

use super::answer::parts;
use super::brief::Brief;
use super::code::Writing;
use super::job::{Job, garbled, said};
use super::patch;
use crate::diagnostic::Diagnostic;
use crate::error::{Error, ErrorKind, Result};
use crate::llm::{Finish, Message, Reply, Role};
use crate::request::Origin;
use crate::tsx::repair::{Repaired, Verdict, Wanted, repair};
use crate::tsx::{Scene, component};

/// How often a scene goes back to a model.
const RETURNS: u32 = 2;

/// How much of what is written again may be what stood there before, in bytes, when an answer goes on.
const OVERLAP: usize = 400;

/// A scene with what was done to it.
#[derive(Debug)]
pub(super) struct Mended {
    pub(super) scene: Scene,
    pub(super) manifest: Option<Json>,
    pub(super) repairs: Vec<String>,
    pub(super) returns: u32,
}

/// The scene in an answer.
///
/// # Errors
/// [`ErrorKind::Scene`] with what is still wrong after the last return; what a model says to that is
/// [`ErrorKind::Model`].
pub(super) async fn mended(job: &Job, writing: &Writing, reply: Reply) -> Result<Mended> {
    let (taken, pictures) = (names_taken(job, &writing.before), Brief::pictures(job));
    let meta = job.frame.meta(&writing.id);
    let wanted = Wanted { form: job.asker.form, meta, taken: &taken, pictures: &pictures };
    let (mut text, mut is_cut) = (reply.text, reply.end.finish == Finish::Length);
    let (mut repairs, mut returns) = (Vec::new(), 0);
    loop {
        let answer = parts(&text);
        let manifest = answer.manifest;
        let Repaired { code, repairs: done, verdict } = repair(answer.code, &wanted);
        for repair in &done {
            job.told_repair(repair.id);
        }
        add(&mut repairs, done.into_iter().map(|repair| repair.told));
        let (wrong, cut_off) = match verdict {
            Verdict::Scene(scene) => return Ok(Mended { scene, manifest, repairs, returns }),
            Verdict::CutOff(wrong) => (wrong, true),
            Verdict::Rejected(wrong) | Verdict::Faulty(wrong) => (wrong, is_cut),
        };
        if returns == RETURNS {
            return Err(given_up(wrong));
        }
        returns += 1;
        (text, is_cut) = if cut_off {
            job.told_repair("continued");
            add(&mut repairs, ["went on where the answer was cut off".to_owned()]);
            let reply = went_on(job, writing, text).await?;
            (reply.text, reply.end.finish == Finish::Length)
        } else {
            job.told_repair("returned");
            add(&mut repairs, [format!("asked the model to mend {}", said_of(&wrong))]);
            (with_manifest(corrected(job, &code, &wrong).await?, manifest.as_ref()), false)
        };
    }
}

fn add(repairs: &mut Vec<String>, more: impl IntoIterator<Item = String>) {
    for repair in more {
        if !repairs.contains(&repair) {
            repairs.push(repair);
        }
    }
}

fn given_up(wrong: Vec<Diagnostic>) -> Error {
    let message = "the scene that the model wrote could not be mended: ask again, or in other words";
    Error::new(ErrorKind::Scene, message).with_diagnostics(wrong)
}

fn said_of(wrong: &[Diagnostic]) -> String {
    let first = wrong.first().map_or("what was wrong", Diagnostic::message);
    if wrong.len() > 1 { format!("`{first}` and {} more", wrong.len() - 1) } else { format!("`{first}`") }
}

/// The manifest goes along with code that was corrected.
fn with_manifest(code: String, manifest: Option<&Json>) -> String {
    match manifest {
        Some(manifest) => format!("{code}\n```json\n{manifest}\n```\n"),
        None => code,
    }
}

/// An answer that was cut off, with what the model writes when it goes on.
async fn went_on(job: &Job, writing: &Writing, text: String) -> Result<Reply> {
    let told = "Your answer was cut off. Go on exactly where it ends, with the very next character; repeat nothing and \
                explain nothing.";
    let call = writing.call.clone().with_message(said(text.clone())).with_message(Message::user(told));
    let more = job.ask(&call).await?;
    Ok(Reply { text: joined(text, &more.text), end: more.end })
}

/// Two texts as one, of which the second may begin with what the first ends with, or with a fence.
fn joined(mut text: String, more: &str) -> String {
    let more = more.strip_prefix("```").and_then(|rest| rest.split_once('\n')).map_or(more, |(_, rest)| rest);
    let most = OVERLAP.min(text.len()).min(more.len());
    let repeats = |length: &usize| more.is_char_boundary(*length) && text.ends_with(&more[..*length]);
    let overlap = (8..=most).rev().find(repeats).unwrap_or(0);
    text.push_str(&more[overlap..]);
    text
}

/// The code with the replacements that a model finds for what is wrong.
async fn corrected(job: &Job, code: &str, wrong: &[Diagnostic]) -> Result<String> {
    let mut told = format!("```tsx\n{code}```\n\nThe check says:\n");
    for diagnostic in wrong {
        let _ = writeln!(told, "{}\n", diagnostic.render(&Renderer::plain()));
    }
    let call = job.call(Role::EditSurgical, &job.pipeline.prompts.mend, Message::user(told));
    let patched = patch::patched(job, call, code).await?;
    patched.map_err(|mistakes| garbled(format!("the model could not mend its scene: {}", mistakes.join("; "))))
}

/// The names of the components of the project's other scenes.
fn names_taken(job: &Job, own: &str) -> Vec<String> {
    let codes = job.request.project().iter().filter_map(|scene| match &scene.origin {
        Origin::Code { code, .. } => Some(code),
        Origin::Template { .. } => None,
    });
    codes.filter(|code| *code != own).filter_map(|code| component(code)).collect()
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn an_answer_goes_on_where_it_was_cut_off() {
        for (text, more, whole) in [
            ("const a = ", "1;", "const a = 1;"),
            ("const frame = useC", "const frame = useCurrentFrame();", "const frame = useCurrentFrame();"),
            ("x", "```tsx\ny", "xy"),
            ("é", "éé", "éééé".strip_suffix('é').unwrap_or_default()),
        ] {
            assert_eq!(joined(text.to_owned(), more), whole);
        }
    }
}
