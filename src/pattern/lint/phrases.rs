//! Sentences that anything makes candidates of, that stand twice, or that bind a slot twice.

use std::collections::HashMap;

use super::Files;
use crate::diagnostic::Diagnostic;
use crate::pattern::bounds::ABOUT;
use crate::pattern::draft::witness;
use crate::pattern::file::{PatternFile, Way};
use crate::pattern::phrase::Piece;

/// The shortest literal that says something by itself.
const SHORTEST: usize = 3;

pub(super) fn lint(pattern: &PatternFile, files: &Files, found: &mut Vec<Diagnostic>) {
    for way in &pattern.phrases {
        weak_witness(pattern, files, way, found);
    }
    for way in pattern.phrases.iter().chain(&pattern.reads) {
        repeated_slot(pattern, way, found);
    }
}

/// The words that have to be there should be rare: each request that has one of them tries the phrase.
fn weak_witness(pattern: &PatternFile, files: &Files, way: &Way, found: &mut Vec<Diagnostic>) {
    let witnesses = witness(&way.pieces).unwrap_or_default();
    let weak = |literal: &&str| literal.chars().count() < SHORTEST || files.is_everyday(literal);
    let Some(weak) = witnesses.iter().find(weak) else { return };
    let message = format!("`{weak}` is enough to try this phrase, and stands in all kinds of requests");
    let help = "give the phrase a telling word of its own, outside `[…]`, that no branch leaves out";
    found.push(pattern.source.diagnose(way.span.clone(), message).help(help).labelled("weak-witness").warning());
}

fn repeated_slot(pattern: &PatternFile, way: &Way, found: &mut Vec<Diagnostic>) {
    let Some(name) = Counted::default().twice(&way.pieces) else { return };
    let message = format!("`{{{name}}}` stands twice, and a slot has one value");
    let help = "use another slot, or `{about}` for what is only understood";
    found.push(pattern.source.diagnose(way.span.clone(), message).help(help).labelled("repeated-slot").warning());
}

/// The slots that all sentences have which a phrase stands for.
#[derive(Default, Clone)]
struct Counted<'p>(Vec<&'p str>);

impl<'p> Counted<'p> {
    /// The first slot that one sentence has twice. Branches are sentences of their own.
    fn twice(&mut self, pieces: &'p [Piece]) -> Option<&'p str> {
        for piece in pieces {
            match piece {
                Piece::Slot(name) if name == ABOUT => {}
                Piece::Slot(name) | Piece::Quoted(name) if self.0.contains(&name.as_str()) => return Some(name),
                Piece::Slot(name) | Piece::Quoted(name) => self.0.push(name),
                Piece::Optional(inner) => {
                    if let Some(twice) = self.twice(inner) {
                        return Some(twice);
                    }
                }
                Piece::Either(branches) => {
                    let before = self.clone();
                    for branch in branches {
                        let mut own = before.clone();
                        if let Some(twice) = own.twice(branch) {
                            return Some(twice);
                        }
                        self.0.extend(own.0.split_off(before.0.len()));
                    }
                }
                Piece::Word(_) | Piece::Dictionary(_) | Piece::Glue => {}
            }
        }
        None
    }
}

/// The same sentence twice: the second never says anything new, or two templates answer it alike.
pub(super) fn lint_doubled(files: &Files, found: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, &PatternFile> = HashMap::new();
    for pattern in &files.patterns {
        for way in &pattern.phrases {
            match first.get(&format!("{:?}", way.pieces)) {
                Some(other) => found.push(doubled(pattern, way, other)),
                None => _ = first.insert(format!("{:?}", way.pieces), pattern),
            }
        }
    }
}

fn doubled(pattern: &PatternFile, way: &Way, other: &PatternFile) -> Diagnostic {
    let (message, help) = if pattern.source.name() == other.source.name() {
        ("this phrase stands above already".to_owned(), "take it away".to_owned())
    } else {
        let message = format!("`{}` has this phrase too, so that neither is taken", other.template);
        (message, "say what is different about this scene, or leave the phrase to one of them".to_owned())
    };
    pattern.source.diagnose(way.span.clone(), message).help(help).labelled("doubled-phrase").warning()
}
