//! Replacements in code, as models write them: each finds its place exactly once, or it is none.

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::job::{Job, said};
use super::schema::strict;
use crate::error::Result;
use crate::llm::{Call, Message, Schema};

/// The most replacements of one answer.
const MOST: usize = 60;

/// A text and what stands there then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Replacement {
    find: String,
    replace: String,
}

/// What a model answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Patch {
    replacements: Vec<Replacement>,
}

impl Patch {
    /// Reads an answer.
    fn read(answer: &Json) -> Result<Self, Vec<String>> {
        let patch: Self = serde_json::from_value(answer.clone()).map_err(|error| vec![error.to_string()])?;
        if (1..=MOST).contains(&patch.replacements.len()) {
            return Ok(patch);
        }
        Err(vec![format!("expected 1 to {MOST} replacements, found {}", patch.replacements.len())])
    }

    /// The code with all replacements, which all look at the code as it is before.
    ///
    /// # Errors
    /// Each that finds its text not at all or several times, and those that overlap, for the model.
    fn apply(&self, code: &str) -> Result<String, Vec<String>> {
        let places: Vec<_> = self.replacements.iter().enumerate().map(|(at, change)| place(code, at, change)).collect();
        let mut wrong: Vec<String> = places.iter().filter_map(|place| place.as_ref().err().cloned()).collect();
        let mut places: Vec<_> = places.into_iter().flatten().collect();
        places.sort_by_key(|(start, _)| *start);
        let overlap = |pair: &[(usize, &Replacement)]| pair[0].0 + pair[0].1.find.len() > pair[1].0;
        if places.windows(2).any(overlap) {
            wrong.push("two replacements overlap: join them".to_owned());
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let (mut text, mut from) = (String::with_capacity(code.len()), 0);
        for (start, change) in places {
            text.push_str(&code[from..start]);
            text.push_str(&change.replace);
            from = start + change.find.len();
        }
        text.push_str(&code[from..]);
        Ok(text)
    }
}

fn place<'r>(code: &str, at: usize, change: &'r Replacement) -> Result<(usize, &'r Replacement), String> {
    let number = at + 1;
    if change.find.trim().is_empty() {
        return Err(format!("replacement {number} finds nothing: `find` is empty"));
    }
    let mut places = code.match_indices(&change.find).map(|(start, _)| start);
    match (places.next(), places.count()) {
        (None, _) => Err(format!(
            "replacement {number}: its `find` is nowhere in the code; copy it exactly, with its white space"
        )),
        (Some(start), 0) => Ok((start, change)),
        (Some(_), more) => Err(format!(
            "replacement {number}: its `find` is in the code {} times; take more of what stands around it",
            more + 1
        )),
    }
}

/// The code with the replacements that a call asks for. Those that do not find their places are asked for once more; what is
/// wrong with them then is the inner error.
///
/// # Errors
/// As [`Job::ask_json`].
pub(super) async fn patched(job: &Job, call: Call, code: &str) -> Result<Result<String, Vec<String>>> {
    let call = call.with_schema(Schema { name: "replacements".to_owned(), json: schema() });
    let answer = job.ask_json(&call).await?;
    let mistakes = match Patch::read(&answer).and_then(|patch| patch.apply(code)) {
        Ok(code) => return Ok(Ok(code)),
        Err(mistakes) => mistakes,
    };
    let told = format!("This cannot be done: {}. Answer with all replacements again.", mistakes.join("; "));
    let call = call.with_message(said(answer.to_string())).with_message(Message::user(told));
    Ok(Patch::read(&job.ask_json(&call).await?).and_then(|patch| patch.apply(code)))
}

/// The shape of an answer.
fn schema() -> Json {
    let text = || json!({"type": "string"});
    let replacement = [("find", text()), ("replace", text())];
    let list = json!({"type": "array", "items": strict(replacement)});
    strict([("replacements", list)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patched(code: &str, changes: &[(&str, &str)]) -> Result<String, Vec<String>> {
        let replacement =
            |(find, replace): &(&str, &str)| Replacement { find: (*find).into(), replace: (*replace).into() };
        Patch { replacements: changes.iter().map(replacement).collect() }.apply(code)
    }

    #[test]
    fn all_look_at_the_code_as_it_is_before() {
        assert_eq!(patched("a b c", &[("c", "a"), ("a", "c")]), Ok("c b a".to_owned()));
        assert_eq!(patched("é b", &[("é ", "")]), Ok("b".to_owned()));
    }

    #[test]
    fn each_finds_its_place_exactly_once() {
        for (changes, part) in [
            (&[("x", "y")][..], "is nowhere in the code"),
            (&[("a", "y")], "is in the code 3 times"),
            (&[(" ", "y")], "`find` is empty"),
            (&[("a b", "x"), ("b a", "y")], "overlap"),
        ] {
            let wrong = patched("a b aba", changes).err().unwrap_or_default();
            assert!(wrong.len() == 1 && wrong[0].contains(part), "{wrong:?}");
        }
    }
}
