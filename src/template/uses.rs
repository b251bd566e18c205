//! What a scene asks about its structure, and whether it asks for things that exist.
//!
//! The template engine takes a name that is not there in `<% if %>` for false without a word, and so it does with a
//! comparison to a name that no choice has: both are slips that nobody would see.

use std::collections::BTreeSet;
use std::ops::Range;

use super::tag::{Tag, TagKind, tags};
use crate::diagnostic::{Diagnostic, Source};
use crate::nearest::suggest;

/// What a scene, or a part of one, asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Uses {
    /// The parameters after `has.`.
    pub(super) has: BTreeSet<String>,
    /// The other names.
    pub(super) names: BTreeSet<String>,
    /// The parts that it includes, directly, with their places.
    pub(super) includes: Vec<(String, Range<usize>)>,
}

/// The names that may be asked for: those with values that are known beforehand, and the parameters after `has.`.
pub(super) struct Vocabulary<'a> {
    pub(super) names: Vec<(&'a str, Vec<&'a str>)>,
    pub(super) has: BTreeSet<&'a str>,
}

/// Words of the template language itself.
const LANGUAGE: [&str; 18] = [
    "if",
    "elif",
    "else",
    "endif",
    "and",
    "or",
    "not",
    "in",
    "is",
    "include",
    "true",
    "false",
    "set",
    "for",
    "endfor",
    "defined",
    "undefined",
    "raw",
];

#[derive(Debug, Clone, PartialEq, Eq)]
enum Word<'a> {
    Name(&'a str),
    Text(&'a str),
    Sign(&'a str),
}

impl Uses {
    /// What a text asks for.
    pub(super) fn of(text: &str) -> Self {
        let mut uses = Self::default();
        let values = tags(text).filter(|tag| tag.kind == TagKind::Value);
        uses.names.extend(values.map(|tag| text[tag.inner].trim().to_owned()));
        for tag in tags(text).filter(|tag| tag.kind == TagKind::Block) {
            let words = words(text, &tag);
            if let [(Word::Name("include"), _), (Word::Text(part), place), ..] = &words[..] {
                uses.includes.push(((*part).to_owned(), place.clone()));
            }
            for (name, _) in names(&words) {
                match name.strip_prefix("has.") {
                    Some(param) => uses.has.insert(param.to_owned()),
                    None => uses.names.insert(name.to_owned()),
                };
            }
        }
        uses
    }

    /// Adds what a part asks for, and gives back what that part includes.
    pub(super) fn join(&mut self, mut part: Self) -> Vec<(String, Range<usize>)> {
        self.has.append(&mut part.has);
        self.names.append(&mut part.names);
        part.includes
    }
}

/// Notes every name that is not in the vocabulary, and every comparison with a value that the name never has.
pub(super) fn check(source: &Source, vocabulary: &Vocabulary<'_>) -> Vec<Diagnostic> {
    let blocks = || tags(source.text()).filter(|tag| tag.kind == TagKind::Block);
    let own: Vec<&str> = blocks().filter_map(|tag| set_name(&words(source.text(), &tag))).collect();
    let mut found = Vec::new();
    for tag in blocks() {
        let words = words(source.text(), &tag);
        let others = names(&words).filter(|(name, _)| !own.contains(name));
        found.extend(others.filter_map(|(name, place)| vocabulary.unknown(source, name, place)));
        found.extend(
            comparisons(&words).filter_map(|(name, value, place)| vocabulary.impossible(source, name, value, place)),
        );
    }
    found
}

/// The name that a tag gives a value: `over` of `<% set over = effect %>`.
fn set_name<'a>(words: &[(Word<'a>, Range<usize>)]) -> Option<&'a str> {
    match words {
        [(Word::Name("set"), _), (Word::Name(name), _), ..] => Some(name),
        _ => None,
    }
}

impl Vocabulary<'_> {
    fn unknown(&self, source: &Source, name: &str, place: Range<usize>) -> Option<Diagnostic> {
        if let Some(param) = name.strip_prefix("has.") {
            let message = format!("there is no parameter `{param}`");
            let known = || self.has.iter().copied();
            return (!self.has.contains(param)).then(|| source.diagnose(place, message).help(suggest(param, known())));
        }
        let known = || self.names.iter().map(|(name, _)| *name);
        let message = format!("unknown name `{name}`");
        (!known().any(|known| known == name)).then(|| source.diagnose(place, message).help(suggest(name, known())))
    }

    fn impossible(&self, source: &Source, name: &str, value: &str, place: Range<usize>) -> Option<Diagnostic> {
        let (_, values) = self.names.iter().find(|(known, _)| *known == name)?;
        if values.is_empty() || values.contains(&value) {
            return None;
        }
        let message = format!("`{name}` is never `{value}`");
        Some(source.diagnose(place, message).help(suggest(value, values.iter().copied())))
    }
}

/// The names among the words: no words of the language, no filters (behind `|`).
fn names<'w, 'a>(words: &'w [(Word<'a>, Range<usize>)]) -> impl Iterator<Item = (&'a str, Range<usize>)> + use<'w, 'a> {
    words.iter().enumerate().filter_map(|(at, (word, place))| match word {
        Word::Name(name) if LANGUAGE.contains(name) => None,
        Word::Name(_) if at > 0 && words[at - 1].0 == Word::Sign("|") => None,
        Word::Name(name) => Some((*name, place.clone())),
        _ => None,
    })
}

/// Comparisons of a name with a text, either way round.
fn comparisons<'w, 'a>(
    words: &'w [(Word<'a>, Range<usize>)],
) -> impl Iterator<Item = (&'a str, &'a str, Range<usize>)> + use<'w, 'a> {
    words.windows(3).filter_map(|window| match window {
        [(Word::Name(name), _), (Word::Sign("==" | "!="), _), (Word::Text(value), place)]
        | [(Word::Text(value), place), (Word::Sign("==" | "!="), _), (Word::Name(name), _)] => {
            Some((*name, *value, place.clone()))
        }
        _ => None,
    })
}

fn words<'a>(text: &'a str, tag: &Tag) -> Vec<(Word<'a>, Range<usize>)> {
    let mut words = Vec::new();
    let mut at = tag.inner.start;
    while let Some(first) = text[at..tag.inner.end].chars().next() {
        let rest = &text[at..tag.inner.end];
        let length = match first {
            '"' | '\'' | '`' => rest[1..].find(first).map_or(rest.len(), |end| end + 2),
            c if in_name(c) => rest.find(|c| !in_name(c) && c != '.').unwrap_or(rest.len()),
            '=' | '!' | '<' | '>' if rest[1..].starts_with('=') => 2,
            c => c.len_utf8(),
        };
        let place = at..at + length;
        match first {
            '"' | '\'' | '`' => {
                let inside = at + 1..(at + length - 1).max(at + 1);
                words.push((Word::Text(&text[inside.clone()]), inside));
            }
            c if c.is_alphabetic() || c == '_' => words.push((Word::Name(&text[place.clone()]), place)),
            c if c.is_whitespace() || c.is_ascii_digit() => {}
            _ => words.push((Word::Sign(&text[place.clone()]), place)),
        }
        at += length;
    }
    words
}

fn in_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn what_a_scene_asks_for() {
        let uses = Uses::of(
            "<% if has.title and not (animation == \"fade\" or variant > 2) %>{= props =}<# if nothing #>\n\
             <% include \"_parts/a.tsx\" %><% if theme | upper %>",
        );
        assert_eq!(uses.has, set(&["title"]));
        assert_eq!(uses.names, set(&["animation", "props", "theme", "variant"]));
        assert_eq!(uses.includes.len(), 1);
        assert_eq!(uses.includes[0].0, "_parts/a.tsx");
    }

    #[test]
    fn slips_are_told() {
        let vocabulary = Vocabulary {
            names: vec![("animation", vec!["fade", "slide"]), ("variant", vec![])],
            has: BTreeSet::from(["title", "subtitle"]),
        };
        let text = "<% if has.subtitel or animaton == \"fade\" %>\n<% elif animation != \"slid\" and variant == 2 %>";
        let found = check(&Source::new("scene.tsx", text), &vocabulary);
        let shown: Vec<String> = found.iter().map(ToString::to_string).collect();
        insta::assert_snapshot!(shown.join("\n"), @r#"
        error: there is no parameter `subtitel`
         --> scene.tsx:1:7
          |
        1 | <% if has.subtitel or animaton == "fade" %>
          |       ^^^^^^^^^^^^
          |
          = help: did you mean `subtitle`?
        error: unknown name `animaton`
         --> scene.tsx:1:23
          |
        1 | <% if has.subtitel or animaton == "fade" %>
          |                       ^^^^^^^^
          |
          = help: did you mean `animation`?
        error: `animation` is never `slid`
         --> scene.tsx:2:23
          |
        2 | <% elif animation != "slid" and variant == 2 %>
          |                       ^^^^
          |
          = help: did you mean `slide`?
        "#);
    }
}
