//! Words of a draft: the scene's names, what announces its parameters, and what a request says of it.

use std::ops::Range;

use super::draft::{Draft, Slot};
use crate::engine::Engine;
use crate::pattern::{Class, Utterance};
use crate::request::Request;
use crate::route;
use crate::template::adopt::{Adopted, Place};
use crate::template::{ParamSpec, ParamType};
use crate::text::{Span, Text};
use crate::value::{Figure, Value};

/// Words at the end of names that say that something is a scene.
const KINDS: [&str; 7] = ["scene", "animation", "video", "clip", "component", "intro", "composition"];
/// Words that announce a text also as participles: `titled`.
const PARTICIPLES: [(&str, &str); 4] =
    [("title", "title[d]"), ("caption", "caption[ed]"), ("name", "name[d]"), ("label", "(label|labeled|labelled)")];
/// The most words of something that announces a value.
const MOST_WORDS: usize = 4;
/// The most texts that quotes go to which nothing announces.
const MOST_QUOTES: usize = 3;
/// The most words that a phrase asks for.
const MOST_PARTS: usize = 8;

/// The draft of a template that goes by some names: nothing in it was tried.
pub(super) fn begun(id: &str, names: &[String], adopted: &Adopted) -> Draft {
    let mut said = names.to_vec();
    let mut draft = Draft { template: id.to_owned(), quotes: quotes(adopted), ..Draft::default() };
    for field in &adopted.fields {
        let Some((name, cues)) = announced(&field.place, &mut said) else { continue };
        draft.reads.extend(sentences(&name, field.spec(), &cues));
        let takes = field.spec().and_then(form);
        draft.slots.extend((!cues.is_empty()).then_some(Slot { name, cues, takes }));
    }
    draft.say = names.iter().map(|name| plural(name)).collect();
    // A scene that knows one colour of its ground cannot show two.
    draft.exclude.extend(adopted.common.contains(&"background").then(|| "gradient[s]".to_owned()));
    draft
}

/// The id and other names, as people say them, which are not `taken` by other scenes. One word alone names the scene only
/// where it is the id.
pub(super) fn scene_names(id: &str, names: &[String], taken: &[String]) -> Vec<String> {
    let id = scene_name(&id.replace('-', " "));
    let others = names.iter().filter_map(|name| scene_name(name)).filter(|name| name.contains(' '));
    let mut say: Vec<String> = Vec::new();
    for name in id.into_iter().chain(others).filter(|name| !taken.contains(name)) {
        if !say.contains(&name) {
            say.push(name);
        }
    }
    say
}

/// The texts that quotes go to which nothing announces.
fn quotes(adopted: &Adopted) -> Vec<String> {
    let specs = adopted.fields.iter().filter_map(|field| field.spec());
    let texts = specs.filter(|spec| spec.required && matches!(spec.kind, ParamType::Text | ParamType::Prose));
    texts.map(|spec| spec.name.to_string()).take(MOST_QUOTES).collect()
}

/// A name as people say it, without the words that say that it is a scene.
fn scene_name(name: &str) -> Option<String> {
    let mut spaced = String::with_capacity(name.len() + 8);
    let mut before = ' ';
    for letter in name.chars() {
        if letter.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.push(letter);
        before = letter;
    }
    let plain = plain(&spaced);
    let mut words: Vec<&str> = plain.split(' ').collect();
    while words.len() > 1 && words.last().is_some_and(|word| KINDS.contains(word) || is_number(word)) {
        words.pop();
    }
    let is_name = words.len() <= MOST_WORDS
        && !words.iter().all(|word| word.is_empty() || is_number(word) || KINDS.contains(word));
    is_name.then(|| words.join(" "))
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Words in lower case with nothing between them that phrases would take for a sign of theirs.
pub(super) fn plain(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| if c.is_alphanumeric() || c == '\'' { c } else { ' ' })
        .flat_map(char::to_lowercase)
        .collect();
    plain.split_whitespace().map(|word| word.trim_matches('\'')).collect::<Vec<_>>().join(" ")
}

fn plural(name: &str) -> String {
    match name {
        name if name.ends_with('s') => name.to_owned(),
        name if ["x", "ch", "sh", "z"].iter().any(|end| name.ends_with(end)) => format!("{name}[es]"),
        name => format!("{name}[s]"),
    }
}

/// The parameter that a field is, with the words that announce it and that nothing `said` before is announced by.
fn announced(place: &Place, said: &mut Vec<String>) -> Option<(String, Vec<String>)> {
    let (name, ways): (&str, Vec<&str>) = match place {
        Place::Own(spec) | Place::Points(spec, _) => {
            (&spec.name, [spec.label.as_ref()].into_iter().chain(spec.says.iter().map(AsRef::as_ref)).collect())
        }
        Place::Common { name, said, .. } => (name, said.iter().map(String::as_str).collect()),
        Place::Fixed(_) => return None,
    };
    let mut cues = Vec::new();
    for way in ways.into_iter().map(plain) {
        let counted = way.strip_prefix("number of ").map(str::to_owned);
        for cue in [Some(way), counted].into_iter().flatten() {
            if !cue.is_empty() && cue.split(' ').count() <= MOST_WORDS && !said.contains(&cue) {
                cues.push(with_participle(&cue));
                said.push(cue);
            }
        }
    }
    Some((name.to_owned(), cues))
}

fn with_participle(cue: &str) -> String {
    PARTICIPLES.iter().find(|(word, _)| *word == cue).map_or(cue, |(_, way)| way).to_owned()
}

/// Sentences that read a value before what announces it: `a teal sea`, `40 stars`, `left side`.
fn sentences(name: &str, spec: Option<&ParamSpec>, cues: &[String]) -> Vec<String> {
    let kind = spec.map(|spec| &spec.kind);
    let is_before = matches!(kind, None | Some(ParamType::Colour | ParamType::Number | ParamType::Choice(_)));
    let mut sentences: Vec<String> = Vec::new();
    for cue in cues.iter().filter(|cue| is_before && !cue.starts_with("number of ")) {
        sentences.push(format!("{{{name}}} {cue}"));
        if matches!(kind, Some(ParamType::Choice(_))) {
            sentences.push(format!("{cue} {{{name}}}"));
        }
    }
    sentences
}

/// How the value of a parameter is written, where that is more than its type says.
fn form(spec: &ParamSpec) -> Option<&'static str> {
    match spec.sample.as_ref().or(spec.default.as_ref()) {
        Some(Value::Series(points)) if points.iter().all(|point| matches!(point.value, Figure::Number(_))) => {
            Some("numbers")
        }
        Some(Value::Series(_)) => Some("texts"),
        _ => None,
    }
}

/// The words of a request that say what is shown, in runs of neighbours: quotes, values and talk are left out, and what
/// was `found` to be a parameter, with what announces it.
pub(super) fn runs(engine: &Engine, request: &Request, found: &[Span]) -> Vec<String> {
    let utterance = route::read(request, engine.patterns());
    let text = utterance.text();
    let mut runs: Vec<Range<usize>> = Vec::new();
    for token in (0..text.tokens().len()).filter(|&token| is_telling(&utterance, token, found)) {
        match runs.last_mut() {
            Some(run) if run.end == token => run.end += 1,
            _ => runs.push(token..token + 1),
        }
    }
    runs.into_iter().map(|run| run.map(|token| text.word(token)).collect::<Vec<_>>().join(" ")).collect()
}

/// Whether a word says something that nothing else explains.
fn is_telling(utterance: &Utterance, token: usize, found: &[Span]) -> bool {
    let (text, class) = (utterance.text(), utterance.class(token));
    let is_value = utterance.readings().iter().any(|reading| reading.tokens.contains(&token));
    text.tokens()[token].is_word()
        && text.tokens()[token].quote.is_none()
        && !class.light()
        && !class.intersects(Class::NEGATION)
        && !is_value
        && !is_found(text, token, found)
        && !announces(utterance, token, found)
        && text.word(token).chars().all(char::is_alphabetic)
}

fn is_found(text: &Text, token: usize, found: &[Span]) -> bool {
    text.tokens().get(token).is_some_and(|token| found.iter().any(|found| found.covers(token.span)))
}

/// Whether a word stands before something that was found and says which parameter it is.
fn announces(utterance: &Utterance, token: usize, found: &[Span]) -> bool {
    let text = utterance.text();
    let next = (token + 1..text.tokens().len()).find(|&next| text.tokens()[next].is_word());
    let is_quoted = next.is_some_and(|next| text.tokens()[next].quote.is_some() && is_found(text, next, found));
    is_quoted || utterance.class(token).contains(Class::CUE) && is_found(text, token + 1, found)
}

/// A phrase that asks for all of some runs of words, in any order; none for a long story.
pub(super) fn phrase(runs: &[String]) -> Option<String> {
    let words: usize = runs.iter().map(|run| run.split(' ').count()).sum();
    (2..=MOST_PARTS).contains(&words).then(|| runs.join(" & "))
}
