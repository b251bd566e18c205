//! The small language of phrases.
//!
//! A phrase is a sentence with room in it: words stand for themselves, `[…]` may be left out, `(a|b)` is one of
//! several, `{slot}` is a parameter's value, `{'slot'}` one in quotes, `<dictionary>` is any way to say any meaning of a
//! dictionary. Brackets that touch a word belong to it: `chart[s]` is `chart` or `charts`.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::text::fold;

/// How many ways a phrase without slots may stand for, where it is written out to literals.
pub(crate) const MOST_WAYS: usize = 256;

/// A part of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A word or a mark, folded.
    Word(String),
    /// May be there.
    Optional(Vec<Piece>),
    /// One of these is there.
    Either(Vec<Vec<Piece>>),
    /// The value of a slot.
    Slot(String),
    /// The value of a slot, which has to be quoted.
    Quoted(String),
    /// Any way to say any meaning of a dictionary.
    Dictionary(String),
    /// Ties the piece before to the piece after, without a space.
    Glue,
}

/// A mistake in a phrase: what, and at which bytes of the phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mistake {
    /// What is wrong and what was expected.
    pub(crate) message: String,
    /// Where.
    pub(crate) span: Range<usize>,
}

/// The mark between sentences of which the order is free.
const AND: &str = "&";

/// Whether a piece stands between sentences of which the order is free.
pub(crate) fn is_and(piece: &Piece) -> bool {
    matches!(piece, Piece::Word(word) if word == AND)
}

/// Parses a phrase.
///
/// # Errors
/// The first mistake: a bracket without its partner, an empty pair of brackets, an empty phrase.
pub(crate) fn parse(phrase: &str) -> Result<Vec<Piece>, Mistake> {
    let mut parser = Parser { phrase, at: 0, depth: 0 };
    let pieces = parser.sequence(&[])?;
    if pieces.is_empty() {
        return Err(Mistake { message: "the phrase is empty".to_owned(), span: 0..phrase.len() });
    }
    Ok(pieces)
}

/// Texts, one behind the other, in one piece of memory: a library has many thousands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Ways<'t> {
    #[serde(borrow)]
    text: Cow<'t, str>,
    ends: Vec<u32>,
}

impl Ways<'_> {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).map(|(start, end)| self.text[*start as usize..*end as usize].trim())
    }

    /// Adds a text.
    pub(crate) fn push(&mut self, way: &str) {
        self.text.to_mut().push_str(way);
        self.ends.push(self.text.len() as u32);
    }

    fn of(way: &str) -> Self {
        Self { text: Cow::Owned(way.to_owned()), ends: vec![way.len() as u32] }
    }

    /// Adds what another has.
    pub(crate) fn append(&mut self, others: &Ways<'_>) {
        let before = self.text.len() as u32;
        self.text.to_mut().push_str(&others.text);
        self.ends.extend(others.ends.iter().map(|end| before + end));
    }

    /// Every way with every ending, or nothing where these are more than [`MOST_WAYS`].
    fn crossed(&self, endings: &Ways<'_>, glued: bool) -> Option<Ways<'static>> {
        let count = self.ends.len() * endings.ends.len();
        if count > MOST_WAYS {
            return None;
        }
        let bytes = self.text.len() * endings.ends.len() + endings.text.len() * self.ends.len() + count;
        let mut text = String::with_capacity(bytes);
        let mut ends = Vec::with_capacity(count);
        for way in self.iter() {
            for ending in endings.iter() {
                text.push_str(way);
                if !(glued || way.is_empty() || ending.is_empty()) {
                    text.push(' ');
                }
                text.push_str(ending);
                ends.push(text.len() as u32);
            }
        }
        Some(Ways { text: Cow::Owned(text), ends })
    }
}

/// All ways that a phrase without slots and dictionaries stands for, as literals; `None` where there are more than
/// [`MOST_WAYS`] or where it has a slot or a dictionary. A way may be there twice.
pub(crate) fn ways(pieces: &[Piece]) -> Option<Ways<'static>> {
    let mut found: Option<Ways<'_>> = None;
    let mut glued = true;
    for piece in pieces {
        if *piece == Piece::Glue {
            glued = true;
            continue;
        }
        let endings = endings(piece)?;
        found = Some(match found {
            None => endings,
            Some(found) => found.crossed(&endings, glued)?,
        });
        glued = false;
    }
    Some(found.unwrap_or_else(|| Ways::of(""))).filter(|found| found.ends.len() <= MOST_WAYS)
}

fn endings(piece: &Piece) -> Option<Ways<'static>> {
    match piece {
        Piece::Word(word) => Some(Ways::of(word)),
        Piece::Optional(pieces) => {
            let mut endings = ways(pieces)?;
            endings.push("");
            Some(endings)
        }
        Piece::Either(branches) => {
            let mut all = Ways::default();
            for branch in branches {
                all.append(&ways(branch)?);
            }
            Some(all)
        }
        Piece::Slot(_) | Piece::Quoted(_) | Piece::Dictionary(_) | Piece::Glue => None,
    }
}

/// How many brackets may stand inside one another.
const DEEPEST: usize = 12;

struct Parser<'a> {
    phrase: &'a str,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    /// Reads pieces up to one of the closing characters, which is left to the caller, or to the end.
    fn sequence(&mut self, closers: &[char]) -> Result<Vec<Piece>, Mistake> {
        let mut pieces = Vec::new();
        loop {
            let spaced = self.skip_spaces();
            let Some(next) = self.peek() else { return Ok(pieces) };
            if closers.contains(&next) {
                return Ok(pieces);
            }
            if !spaced && pieces.last().is_some_and(|piece| *piece != Piece::Glue) {
                pieces.push(Piece::Glue);
            }
            pieces.push(self.piece(next)?);
        }
    }

    fn piece(&mut self, first: char) -> Result<Piece, Mistake> {
        let start = self.at;
        match first {
            '[' => self.enclosed(start, ']').map(|mut branches| match branches.len() {
                1 => Piece::Optional(branches.remove(0)),
                _ => Piece::Optional(vec![Piece::Either(branches)]),
            }),
            '(' => self.enclosed(start, ')').map(Piece::Either),
            '{' => self.name(start, '}').map(|name| {
                match name.strip_prefix('\'').and_then(|name| name.strip_suffix('\'')) {
                    Some(quoted) => Piece::Quoted(quoted.to_owned()),
                    None => Piece::Slot(name),
                }
            }),
            '<' => self.name(start, '>').map(Piece::Dictionary),
            ']' | ')' | '}' | '|' => {
                Err(Mistake { message: format!("`{first}` closes nothing"), span: start..start + 1 })
            }
            _ => Ok(Piece::Word(self.word())),
        }
    }

    fn enclosed(&mut self, start: usize, closer: char) -> Result<Vec<Vec<Piece>>, Mistake> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            let message = format!("brackets stand {DEEPEST} deep in one another at most");
            return Err(Mistake { message, span: start..start + 1 });
        }
        let mut branches = Vec::new();
        loop {
            let branch = self.sequence(&[closer, '|'])?;
            let Some(end) = self.peek() else {
                return Err(Mistake { message: format!("`{closer}` is missing"), span: start..self.phrase.len() });
            };
            if branch.is_empty() {
                let message = "nothing stands between the brackets".to_owned();
                return Err(Mistake { message, span: start..self.at + 1 });
            }
            branches.push(branch);
            self.at += 1;
            if end == closer {
                self.depth -= 1;
                return Ok(branches);
            }
        }
    }

    fn name(&mut self, start: usize, closer: char) -> Result<String, Mistake> {
        let rest = &self.phrase[start + 1..];
        match rest.find(closer) {
            Some(length) if !rest[..length].trim().is_empty() => {
                self.at = start + 1 + length + closer.len_utf8();
                Ok(rest[..length].trim().to_owned())
            }
            _ => Err(Mistake { message: format!("a name and `{closer}` are missing"), span: start..self.phrase.len() }),
        }
    }

    /// A word is a run of letters and digits with apostrophes, or a single mark, as tokens are.
    fn word(&mut self) -> String {
        let rest = &self.phrase[self.at..];
        let in_word = |c: char| c.is_alphanumeric() || c == '\'' || c == '_';
        let length = match rest.find(|c| !in_word(c)) {
            Some(0) => rest.chars().next().map_or(0, char::len_utf8),
            Some(length) => length,
            None => rest.len(),
        };
        self.at += length;
        fold(&rest[..length])
    }

    fn peek(&self) -> Option<char> {
        self.phrase[self.at..].chars().next()
    }

    fn skip_spaces(&mut self) -> bool {
        let rest = &self.phrase[self.at..];
        let skipped = rest.len() - rest.trim_start().len();
        self.at += skipped;
        skipped > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_without_slots_stand_for_literals() {
        for (phrase, expected) in [
            ("bar chart", vec!["bar chart"]),
            ("chart[s]", vec!["charts", "chart"]),
            ("[a] (bar|column) graph", vec!["a bar graph", "a column graph", "bar graph", "column graph"]),
            ("9:16", vec!["9:16"]),
            ("Don't [you|we]", vec!["don't you", "don't we", "don't"]),
        ] {
            assert_eq!(literals(phrase), Some(owned(&expected)), "{phrase}");
        }
    }

    #[test]
    fn slots_and_dictionaries_are_named() {
        let pieces = parse("<make> {series} as bars").unwrap_or_default();
        assert_eq!(pieces[0], Piece::Dictionary("make".to_owned()));
        assert_eq!(pieces[1], Piece::Slot("series".to_owned()));
        assert!(ways(&pieces).is_none());
    }

    #[test]
    fn mistakes_say_where() {
        for (phrase, message, span) in [
            ("(a|b", "`)` is missing", 0..4),
            ("a ]", "`]` closes nothing", 2..3),
            ("a () b", "nothing stands between the brackets", 2..4),
            ("{title", "a name and `}` are missing", 0..6),
            ("  ", "the phrase is empty", 0..2),
        ] {
            assert_eq!(parse(phrase), Err(Mistake { message: message.to_owned(), span }));
        }
    }

    #[test]
    fn brackets_end_somewhere() {
        let found = parse(&"[".repeat(100_000)).map_err(|mistake| mistake.message);
        assert_eq!(found, Err("brackets stand 12 deep in one another at most".to_owned()));
        assert!(parse("[a [b]] [c [d]] ".repeat(20).trim()).is_ok());
    }

    #[test]
    fn too_many_ways_are_refused() {
        let phrase = "(a|b|c|d) (a|b|c|d) (a|b|c|d) (a|b|c|d) (a|b|c|d)";
        assert_eq!(literals(phrase), None);
    }

    fn literals(phrase: &str) -> Option<Vec<String>> {
        let ways = ways(&parse(phrase).ok()?)?;
        Some(ways.iter().map(str::to_owned).collect())
    }

    fn owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }
}
