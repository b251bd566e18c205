//! Names and cues that say too little or belong to two, and dictionaries that nobody asks.

use std::collections::{HashMap, HashSet};

use super::Files;
use crate::diagnostic::Diagnostic;
use crate::pattern::file::{GroupEntry, PatternFile, Role, Way};
use crate::pattern::phrase::{Piece, ways};

/// Dictionaries of words that the router asks by their names.
const ASKED: [&str; 2] = ["several", "pictures"];

pub(super) fn lint(pattern: &PatternFile, files: &Files, found: &mut Vec<Diagnostic>) {
    self_excluded(pattern, found);
    weak_names(pattern, files, found);
    slots(pattern, found);
}

fn written_out(way: &Way) -> Vec<String> {
    ways(&way.pieces).unwrap_or_default().iter().map(str::to_owned).collect()
}

fn literals(ways_of: &[Way]) -> impl Iterator<Item = (String, &Way)> {
    ways_of.iter().flat_map(|way| written_out(way).into_iter().map(move |literal| (literal, way)))
}

fn named(group: &GroupEntry) -> impl Iterator<Item = (String, &Way)> {
    literals(&group.say).chain(literals(&group.weak))
}

/// What is excluded cannot be a name. Some ways of a phrase with branches may well be.
fn self_excluded(pattern: &PatternFile, found: &mut Vec<Diagnostic>) {
    let excluded: HashSet<String> = literals(&pattern.exclude).map(|(literal, _)| literal).collect();
    for way in pattern.require.iter().flat_map(|group| group.say.iter().chain(&group.weak)) {
        let names = written_out(way);
        if names.iter().all(|name| excluded.contains(name)) {
            let message =
                format!("`{}` names this scene, and `exclude` rules it out: it is never taken", names.join("`, `"));
            let diagnostic = pattern.source.diagnose(way.span.clone(), message);
            found.push(diagnostic.help("take it out of one of the two").labelled("self-excluded"));
        }
    }
}

/// A single group of everyday words makes every request a candidate.
fn weak_names(pattern: &PatternFile, files: &Files, found: &mut Vec<Diagnostic>) {
    let [group] = pattern.require.as_slice() else { return };
    for (name, way) in literals(&group.say).filter(|(name, _)| files.is_everyday(name)) {
        let message = format!("`{name}` stands in any sentence, and names this scene by itself");
        let diagnostic = pattern.source.diagnose(way.span.clone(), message);
        found.push(diagnostic.help("write it under `weak`, or say more").labelled("weak-witness").warning());
    }
}

fn slots(pattern: &PatternFile, found: &mut Vec<Diagnostic>) {
    let mut cues: HashMap<String, &str> = HashMap::new();
    let mut told = HashSet::new();
    for slot in &pattern.slots {
        if slot.cues.is_empty() && slot.takes.is_none() && slot.one_of.is_empty() {
            let message = format!("nothing is said about `{}`", slot.name);
            let diagnostic = pattern.source.diagnose(slot.span.clone(), message);
            let help = "give it `cues`, `takes` or `one_of`, or take it away";
            found.push(diagnostic.help(help).labelled("empty-slot").warning());
        }
        for (cue, way) in literals(&slot.cues) {
            match cues.get(&cue) {
                Some(other) if *other != slot.name && told.insert(way.span.start) => {
                    let message = format!("`{cue}` announces `{other}` already");
                    let diagnostic = pattern.source.diagnose(way.span.clone(), message);
                    let help = "only the first that is not bound takes the value: leave the cue to one of them";
                    found.push(diagnostic.help(help).labelled("doubled-cue").warning());
                }
                Some(_) => {}
                None => _ = cues.insert(cue, &slot.name),
            }
        }
    }
}

/// Patterns that cannot be told from another: every name of theirs is one of the other's, and they have nothing else.
pub(super) fn lint_shared(files: &Files, found: &mut Vec<Diagnostic>) {
    let sets: Vec<Option<HashSet<String>>> = files.patterns.iter().map(only_names).collect();
    for (index, pattern) in files.patterns.iter().enumerate() {
        let Some(own) = sets[index].as_ref().filter(|_| pattern.phrases.is_empty()) else { continue };
        let covers = |other: &usize| *other != index && sets[*other].as_ref().is_some_and(|set| own.is_subset(set));
        if let Some(other) = (0..sets.len()).find(covers) {
            let message =
                format!("every name of `{}` names `{}` too", pattern.template, files.patterns[other].template);
            let diagnostic = pattern.source.diagnose(pattern.template_span.clone(), message);
            let help = "a tie is no answer: give it names or phrases of its own";
            found.push(diagnostic.help(help).labelled("shadowed"));
        }
    }
}

/// The names of a pattern of which one alone makes it a candidate.
fn only_names(pattern: &PatternFile) -> Option<HashSet<String>> {
    let [group] = pattern.require.as_slice() else { return None };
    Some(named(group).map(|(name, _)| name).collect())
}

pub(super) fn lint_dictionaries(files: &Files, found: &mut Vec<Diagnostic>) {
    let mut asked: HashSet<&str> = ASKED.into_iter().collect();
    for pattern in &files.patterns {
        let phrases = pattern.phrases.iter().chain(&pattern.reads);
        phrases.for_each(|way| dictionaries_of(&way.pieces, &mut asked));
    }
    for file in files.dictionaries.iter().filter(|file| file.role == Role::Words && !asked.contains(file.id.as_str())) {
        let message = format!("no phrase has `<{}>`", file.id);
        let diagnostic = file.source.diagnose(file.id_span.clone(), message);
        found.push(diagnostic.help("use it, or take the file away").labelled("dead-dictionary").warning());
    }
}

fn dictionaries_of<'p>(pieces: &'p [Piece], into: &mut HashSet<&'p str>) {
    for piece in pieces {
        match piece {
            Piece::Dictionary(name) => _ = into.insert(name),
            Piece::Optional(inner) => dictionaries_of(inner, into),
            Piece::Either(branches) => branches.iter().for_each(|branch| dictionaries_of(branch, into)),
            Piece::Word(_) | Piece::Slot(_) | Piece::Quoted(_) | Piece::Glue => {}
        }
    }
}
