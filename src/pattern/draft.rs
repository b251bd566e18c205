//! Drafts: the files of a pattern set, worked out as far as each file alone tells.
//!
//! Every way to say something is written out, and every phrase is taken apart into what has to be there for it to match.
//! What a phrase names (slots, dictionaries) is looked up later. The build drafts the built-in files, so that a start of
//! the program parses none of them: their phrases stay texts until a request first comes near.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::file::{self, DictionaryFile, PatternFile, Role, Takes, Way};
use super::phrase::{Piece, Ways, is_and, ways};
use crate::diagnostic::{Diagnostic, Source};
use crate::text::Text;

/// A file of `patterns/`.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Draft<'t> {
    #[serde(borrow)]
    Dictionary(DictionaryDraft<'t>),
    Pattern(PatternDraft<'t>),
}

/// A file of `patterns/words/`.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct DictionaryDraft<'t> {
    pub(super) id: String,
    pub(super) id_span: Range<usize>,
    pub(super) role: Role,
    #[serde(borrow)]
    pub(super) meanings: Vec<MeaningDraft<'t>>,
}

/// A meaning with its ways, and those that count only where they modify something.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct MeaningDraft<'t> {
    pub(super) name: String,
    pub(super) span: Range<usize>,
    #[serde(borrow)]
    pub(super) say: Ways<'t>,
    pub(super) weak: Ways<'t>,
}

/// A file of `patterns/` that serves a template.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct PatternDraft<'t> {
    pub(super) template: String,
    pub(super) template_span: Range<usize>,
    #[serde(borrow)]
    pub(super) require: Vec<GroupDraft<'t>>,
    pub(super) exclude: Ways<'t>,
    pub(super) quotes: Vec<(String, Range<usize>)>,
    pub(super) slots: Vec<SlotDraft<'t>>,
    pub(super) phrases: Vec<PhraseDraft<'t>>,
    pub(super) reads: Vec<PhraseDraft<'t>>,
}

/// The names of a group.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct GroupDraft<'t> {
    #[serde(borrow)]
    pub(super) say: Ways<'t>,
    pub(super) weak: Ways<'t>,
}

/// What a pattern adds to a parameter of its template.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SlotDraft<'t> {
    pub(super) name: String,
    pub(super) span: Range<usize>,
    #[serde(borrow)]
    pub(super) cues: Ways<'t>,
    pub(super) takes: Option<Takes>,
    pub(super) one_of: Vec<String>,
}

/// A phrase, with what an index needs to know of it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct PhraseDraft<'t> {
    #[serde(borrow)]
    pub(super) text: Cow<'t, str>,
    pub(super) span: Range<usize>,
    /// The parts of which each has to be there: for each, words of which one has to be there.
    pub(super) parts: Vec<Ways<'t>>,
    /// The words of its most telling part. A slip in one of them is worth a correction.
    pub(super) telling: Ways<'t>,
    /// All its words.
    pub(super) words: Ways<'t>,
}

/// A file of `patterns/` that was read and drafted.
#[derive(Debug)]
pub(crate) struct Drafted {
    pub(crate) draft: Draft<'static>,
    /// What was drafted, if it was not drafted when the program was built.
    pub(super) file: Option<PatternFile>,
    /// What is wrong in the file, as far as it alone shows.
    pub(crate) mistakes: Vec<Diagnostic>,
}

impl Drafted {
    /// Drafts a file of `patterns/`.
    ///
    /// # Errors
    /// All mistakes because of which nothing can be drafted.
    pub(crate) fn of(source: &Source) -> Result<Self, Vec<Diagnostic>> {
        let mut drafter = Drafter { source, mistakes: Vec::new() };
        let (draft, file) = if source.name().starts_with("patterns/words/") {
            (Draft::Dictionary(drafter.dictionary(file::read_dictionary(source)?)), None)
        } else {
            let file = file::read_pattern(source)?;
            (Draft::Pattern(drafter.pattern(&file)), Some(file))
        };
        Ok(Self { draft, file, mistakes: drafter.mistakes })
    }
}

impl<'t> Draft<'t> {
    /// The draft out of the bytes that the build has made of it; nothing if they are none.
    pub(crate) fn unpack(packed: &'t [u8]) -> Option<Self> {
        postcard::from_bytes(packed).ok()
    }
}

struct Drafter<'s> {
    source: &'s Source,
    mistakes: Vec<Diagnostic>,
}

impl Drafter<'_> {
    fn dictionary(&mut self, file: DictionaryFile) -> DictionaryDraft<'static> {
        let DictionaryFile { id, id_span, role, meanings, .. } = file;
        let meanings = meanings.into_iter().map(|entry| MeaningDraft {
            say: self.written_out(&entry.say),
            weak: self.written_out(&entry.weak),
            name: entry.name,
            span: entry.span,
        });
        DictionaryDraft { id, id_span, role, meanings: meanings.collect() }
    }

    fn pattern(&mut self, file: &PatternFile) -> PatternDraft<'static> {
        let require = file
            .require
            .iter()
            .map(|group| GroupDraft { say: self.written_out(&group.say), weak: self.written_out(&group.weak) });
        let require = require.collect();
        let exclude = self.written_out(&file.exclude);
        let slots = file.slots.iter().map(|entry| SlotDraft {
            name: entry.name.clone(),
            span: entry.span.clone(),
            cues: self.written_out(&entry.cues),
            takes: entry.takes.clone(),
            one_of: entry.one_of.clone(),
        });
        let slots = slots.collect();
        let phrases: Vec<PhraseDraft<'_>> = file.phrases.iter().map(phrase).collect();
        for (_, way) in phrases.iter().zip(&file.phrases).filter(|(draft, _)| draft.parts.is_empty()) {
            let message = "nothing in this phrase has to be there, so that it would match everything";
            let help = "give it a word of its own outside `[…]`";
            self.mistakes.push(self.source.diagnose(way.span.clone(), message).help(help));
        }
        let reads = file.reads.iter().map(phrase).collect();
        let (template, template_span) = (file.template.clone(), file.template_span.clone());
        PatternDraft { template, template_span, require, exclude, quotes: file.quotes.clone(), slots, phrases, reads }
    }

    /// All ways that some entries stand for.
    fn written_out(&mut self, entries: &[Way]) -> Ways<'static> {
        let mut all = Ways::default();
        for way in entries {
            match ways(&way.pieces) {
                Some(literals) => all.append(&literals),
                None => self.mistakes.push(
                    self.source
                        .diagnose(
                            way.span.clone(),
                            "this stands for too many ways to say it, or for none that is fixed",
                        )
                        .help("only words, `[…]` and `(a|b)` can stand here, for at most 256 ways"),
                ),
            }
        }
        all
    }
}

fn phrase(way: &Way) -> PhraseDraft<'static> {
    let parts = parts(&way.pieces);
    let mut words = Ways::default();
    own_words(&way.pieces, &mut words);
    let mut telling = Ways::default();
    if let Some(most) = most_telling(&parts) {
        most.iter().flat_map(|way| way.split(' ')).for_each(|word| push_words(word, &mut telling));
    }
    let word_of = |part: &Ways<'_>| {
        let mut words = Ways::default();
        part.iter().filter_map(telling_word).for_each(|word| words.push(&word));
        words
    };
    let parts = parts.iter().map(word_of).collect();
    PhraseDraft { text: Cow::Owned(way.text.clone()), span: way.span.clone(), parts, telling, words }
}

/// The parts of a phrase of which each has to be there for it to match, each with the ways to say it.
fn parts(pieces: &[Piece]) -> Vec<Ways<'static>> {
    let says = |literals: &Ways<'_>| literals.iter().all(|way| !way.is_empty());
    let fixed = |touching: &[Piece]| ways(touching).filter(says);
    touching(pieces).filter(|touching| !is_and(&touching[0])).filter_map(fixed).collect()
}

/// The literals of which one has to be there for a phrase to match: those of its most telling part.
pub(super) fn witness(pieces: &[Piece]) -> Option<Ways<'static>> {
    let parts = parts(pieces);
    most_telling(&parts).cloned()
}

/// The pieces of a phrase, those together that touch.
pub(crate) fn touching(pieces: &[Piece]) -> impl Iterator<Item = &[Piece]> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        at += 1;
        while at + 1 < pieces.len() && pieces[at] == Piece::Glue {
            at += 2;
        }
        pieces.get(start..at)
    })
}

/// The words of pieces that touch nothing else, as tokens have them.
fn own_words(pieces: &[Piece], into: &mut Ways<'_>) {
    for pieces in touching(pieces) {
        let spelt = (pieces.len() > 1).then(|| ways(pieces)).flatten();
        if let Some(spelt) = spelt {
            spelt.iter().for_each(|way| push_words(way, into));
            continue;
        }
        for piece in pieces {
            match piece {
                Piece::Word(word) => push_words(word, into),
                Piece::Optional(inner) => own_words(inner, into),
                Piece::Either(branches) => branches.iter().for_each(|branch| own_words(branch, into)),
                Piece::Slot(_) | Piece::Quoted(_) | Piece::Dictionary(_) | Piece::Glue => {}
            }
        }
    }
}

/// Words that stand in any sentence and so are poor witnesses.
const COMMON: [&str; 24] = [
    "a", "an", "the", "of", "to", "in", "on", "with", "and", "or", "for", "from", "by", "at", "as", "is", "be", "it",
    "that", "this", "me", "i", "my", "our",
];

/// Whether a word stands in any request.
pub(super) fn is_common(word: &str) -> bool {
    COMMON.contains(&word) || word.len() == 1
}

/// The first of the most telling parts.
fn most_telling<'p>(parts: &'p [Ways<'static>]) -> Option<&'p Ways<'static>> {
    let part_worth = |part: &&Ways<'_>| part.iter().map(worth).min().unwrap_or(0);
    parts.iter().rev().max_by_key(part_worth)
}

/// The word of a way to say something that tells most.
fn telling_word(way: &str) -> Option<String> {
    let mut words = Ways::default();
    push_words(way, &mut words);
    let told: Vec<&str> = words.iter().collect();
    told.into_iter().rev().max_by_key(|word| worth(word)).map(str::to_owned)
}

fn worth(way: &str) -> usize {
    if COMMON.contains(&way) { 0 } else { way.len() }
}

/// The tokens of a text. Most are plain words.
pub(crate) fn push_words(text: &str, into: &mut Ways<'_>) {
    if text.bytes().all(|byte| byte.is_ascii_lowercase()) {
        into.push(text);
        return;
    }
    let text = Text::new(text);
    (0..text.tokens().len()).for_each(|token| into.push(text.word(token)));
}
