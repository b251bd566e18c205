//! What a phrase must not be, so that it is matched in bounded time: texts without an end side by side, and sentences
//! that stand for more than anybody means.

use super::file::Way;
use super::phrase::Piece;
use super::set::Slot;
use crate::diagnostic::{Diagnostic, Source};
use crate::template::ParamType;

/// How many sentences a phrase may stand for, each dictionary and each slot taken as one.
const MOST_VARIANTS: u64 = 1_000_000_000;

/// More than anybody means, though it can be matched.
const MANY_VARIANTS: u64 = 500_000;

/// How many texts may follow one another with nothing between them: each more multiplies the places to try.
const MOST_ADJACENT: usize = 2;

/// The name in phrases of words that are understood and go nowhere.
pub(super) const ABOUT: &str = "about";

/// What in a phrase would take too long to match.
pub(super) fn check(source: &Source, way: &Way, slots: &[Slot], mistakes: &mut Vec<Diagnostic>) {
    let variants = variants(&way.pieces);
    if variants > MOST_VARIANTS {
        mistakes.push(many(source, way, variants));
    }
    mistakes.extend(longest_run(way, slots).filter(|run| run.len() > MOST_ADJACENT).map(|run| run.told(source, way)));
}

/// What in a phrase can be matched and is hardly meant.
pub(super) fn doubt(source: &Source, way: &Way, slots: &[Slot], found: &mut Vec<Diagnostic>) {
    let variants = variants(&way.pieces);
    if variants > MANY_VARIANTS {
        found.push(many(source, way, variants).warning());
    }
    found.extend(longest_run(way, slots).map(|run| run.told(source, way).warning()));
}

fn many(source: &Source, way: &Way, variants: u64) -> Diagnostic {
    let message = format!("this phrase stands for {variants} sentences");
    let help = "leave out what may stand between words anyway, or make two phrases of it";
    source.diagnose(way.span.clone(), message).help(help).labelled("many-ways")
}

/// Slots for free text that may follow one another with nothing between them.
struct Run<'p>(Vec<&'p str>);

impl Run<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn told(&self, source: &Source, way: &Way) -> Diagnostic {
        let names: Vec<String> = self.0.iter().map(|name| format!("`{{{name}}}`")).collect();
        let message = format!("nothing says where one of {} ends and the next begins", names.join(", "));
        let help = "put a word between them, or ask for quotes: `{'title'} {'subtitle'}`";
        source.diagnose(way.span.clone(), message).help(help).labelled("adjacent-slots")
    }
}

/// The longest run of at least two.
fn longest_run<'p>(way: &'p Way, slots: &[Slot]) -> Option<Run<'p>> {
    let mut walk = Walk { slots, longest: Vec::new() };
    walk.sequence(&way.pieces, Vec::new());
    (walk.longest.len() > 1).then_some(Run(walk.longest))
}

/// How many sentences pieces stand for.
fn variants(pieces: &[Piece]) -> u64 {
    let of = |piece: &Piece| match piece {
        Piece::Optional(inner) => variants(inner).saturating_add(1),
        Piece::Either(branches) => {
            branches.iter().map(|branch| variants(branch)).fold(0, |sum: u64, more| sum.saturating_add(more))
        }
        Piece::Word(_) | Piece::Slot(_) | Piece::Quoted(_) | Piece::Dictionary(_) | Piece::Glue => 1,
    };
    pieces.iter().map(of).fold(1, u64::saturating_mul)
}

/// Looks for slots for free text with nothing between them.
struct Walk<'a, 'p> {
    slots: &'a [Slot],
    longest: Vec<&'p str>,
}

impl<'p> Walk<'_, 'p> {
    /// Takes the slots for free text that may stand directly before, and returns those that may stand last.
    fn sequence(&mut self, pieces: &'p [Piece], before: Vec<&'p str>) -> Vec<&'p str> {
        pieces.iter().fold(before, |mut open, piece| match piece {
            Piece::Glue => open,
            Piece::Optional(inner) => {
                let last = self.sequence(inner, open.clone());
                if last.len() > open.len() { last } else { open }
            }
            Piece::Either(branches) => {
                let lasts = branches.iter().map(|branch| self.sequence(branch, open.clone()));
                lasts.max_by_key(Vec::len).unwrap_or_default()
            }
            Piece::Slot(name) if self.is_free(name) => {
                open.push(name);
                if open.len() > self.longest.len() {
                    self.longest.clone_from(&open);
                }
                open
            }
            Piece::Word(_) | Piece::Slot(_) | Piece::Quoted(_) | Piece::Dictionary(_) => Vec::new(),
        })
    }

    fn is_free(&self, name: &str) -> bool {
        let text = |slot: &&Slot| slot.name == name && matches!(slot.kind, ParamType::Text | ParamType::Prose);
        name == ABOUT || self.slots.iter().find(text).is_some_and(|slot| slot.form.is_none() && slot.one_of.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::super::phrase::parse;
    use super::*;

    fn slot(name: &str, kind: ParamType) -> Slot {
        let (form, one_of, name) = (None, Vec::new(), name.to_owned().into());
        Slot { name, kind, required: false, common: false, form, one_of }
    }

    fn way(phrase: &str) -> Way {
        Way { text: phrase.to_owned(), pieces: parse(phrase).unwrap_or_default(), span: 0..phrase.len() }
    }

    #[test]
    fn texts_side_by_side_are_doubted() {
        let slots = [slot("title", ParamType::Text), slot("note", ParamType::Prose), slot("count", ParamType::Number)];
        for (phrase, found) in [
            ("say {title} {note}", true),
            ("say {title} [big] {note}", true),
            ("say {title} [(big|{note})]", true),
            ("{title} (loud|{about})", true),
            ("say {title} and {note}", false),
            ("say {title} {'note'}", false),
            ("{count} {title}", false),
            ("{title} {count} {note}", false),
            ("say ({title}|{note})", false),
        ] {
            let source = Source::new("a.yaml", phrase);
            let way = way(phrase);
            let mut mistakes = Vec::new();
            doubt(&source, &way, &slots, &mut mistakes);
            assert_eq!(!mistakes.is_empty(), found, "{phrase}");
            mistakes.clear();
            check(&source, &way, &slots, &mut mistakes);
            assert!(mistakes.is_empty(), "{phrase}");
        }
    }

    #[test]
    fn a_row_of_texts_is_refused() {
        let slots = [slot("title", ParamType::Text), slot("note", ParamType::Prose)];
        let phrase = "say {title} [{note}] {about}";
        let way = way(phrase);
        let mut mistakes = Vec::new();
        check(&Source::new("a.yaml", phrase), &way, &slots, &mut mistakes);
        let messages: Vec<&str> = mistakes.iter().map(Diagnostic::message).collect();
        assert_eq!(messages, ["nothing says where one of `{title}`, `{note}`, `{about}` ends and the next begins"]);
    }

    #[test]
    fn what_explodes_is_counted_without_exploding() {
        let many = "(a|b|c|d) ".repeat(60);
        let source = Source::new("a.yaml", many.as_str());
        let way = way(&many);
        let mut mistakes = Vec::new();
        check(&source, &way, &[], &mut mistakes);
        assert_eq!(mistakes.iter().filter_map(Diagnostic::label).collect::<Vec<_>>(), ["many-ways"]);
    }
}
