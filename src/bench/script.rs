//! What models answer about a request: what it is labelled with, code that passes the check, and JSON that fits.

use serde_json::{Value as Json, json};

use super::server::Asked;
use super::shape::{Wishes, fitting};
use super::work::Work;

/// The answers to one request.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Script {
    /// A checked scene.
    pub(super) scene: String,
    /// What stands under which name where JSON is asked for.
    pub(super) wishes: Wishes,
    /// What a brain answers about parts of the request, by their words, the shortest first; the last one is the whole.
    pub(super) plans: Vec<(String, Json)>,
}

/// How code stands in messages and answers.
const FENCE: &str = "```tsx\n";

impl Script {
    /// The answer to a call.
    pub(super) fn answer(&self, asked: &Asked) -> String {
        match (&asked.schema, asked.work) {
            (Some(_), Work::EditSurgical) => replacements(&asked.text).to_string(),
            (Some(schema), Work::Brain) => fitting(schema, self.plan(&asked.text), &Wishes::new()).to_string(),
            (Some(schema), _) => fitting(schema, None, &self.wishes).to_string(),
            (None, _) => fenced(&self.scene),
        }
    }

    /// What is answered about the part of the request that a text tells of.
    fn plan(&self, text: &str) -> Option<&Json> {
        let told = |(words, _): &&(String, Json)| text.contains(words.as_str());
        self.plans.iter().find(told).or(self.plans.last()).map(|(_, plan)| plan)
    }
}

/// Code as a model answers it, with the manifest that can be read off it.
fn fenced(code: &str) -> String {
    let manifest = crate::tsx::revise::manifest(code).unwrap_or_else(|_| json!([]));
    format!("{FENCE}{}\n```\n\n```json\n{manifest}\n```\n", code.trim_end())
}

/// The last scene that a text shows.
fn scene_in(text: &str) -> Option<&str> {
    text.rsplit_once(FENCE).and_then(|(_, rest)| rest.split("\n```").next())
}

/// A replacement that finds its place exactly once in the scene that a text shows.
fn replacements(text: &str) -> Json {
    let code = scene_in(text).unwrap_or(text);
    let (find, replace) = replacement(code);
    json!({"replacements": [{"find": find, "replace": replace}]})
}

/// A colour that stands in the code once, turned into another; where there is none, a line that is left as it is.
fn replacement(code: &str) -> (&str, String) {
    let colours = code.match_indices('#').filter_map(|(at, _)| code.get(at..at + 7));
    let is_colour = |text: &&str| text[1..].chars().all(|digit| digit.is_ascii_hexdigit());
    let mut once = colours.filter(is_colour).filter(|colour| code.matches(colour).count() == 1);
    match once.next() {
        Some(colour) => (colour, "#335577".to_owned()),
        None => ("export default", "export default".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str = include_str!("../../tests/requests/dev_scenes/coffee-cup.tsx");

    #[test]
    fn a_replacement_finds_its_place_once() {
        let asked = format!("Change this scene:\n```tsx\n{CODE}```\n\nWhat is wanted:\nred\n");
        let answer = replacements(&asked);
        let find = answer["replacements"][0]["find"].as_str().unwrap_or_default();
        assert!(find.starts_with('#') && CODE.matches(find).count() == 1, "{answer}");
        assert_eq!(replacement("export default a").0, "export default");
    }

    #[test]
    fn the_last_scene_is_the_one_that_is_meant() {
        let asked = format!("```tsx\nconst before = 1;\n```\n```tsx\n{CODE}```\n");
        assert_eq!(scene_in(&asked).map(str::trim_end), Some(CODE.trim_end()));
    }
}
