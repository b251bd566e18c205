//! Candidates: the patterns of which something was found, with where.

use std::ops::Range;

use super::index::{NAME, Reach, Work};
use super::learned::{self, Scene};
use super::lexicon::{Hit, Line};
use super::matcher::{Match, Matcher};
use super::node;
use super::region::Regions;
use super::set::{Pattern, PatternSet};
use super::settings::Setting;
use super::tagger::{self, Tagging};
use super::utterance::{Class, Utterance};
use super::wish::Wish;
use crate::text::Text;

/// A pattern whose required groups are all there, or one of whose phrases is.
#[derive(Debug, PartialEq)]
pub(crate) struct Candidate {
    pattern: u32,
    /// The parts of the request that name or describe the scene, none overlapping another.
    pub(crate) marks: Vec<Range<usize>>,
    /// Those of them that name it: what they say is no setting (`slide` in `intro slide`).
    pub(crate) names: Vec<Range<usize>>,
    /// Whether its name says enough by itself, so that what the scene shows may be left open.
    pub(crate) strong: bool,
    /// The phrases that were found.
    pub(crate) matches: Vec<Match>,
    /// Their numbers in the pattern.
    pub(crate) phrases: Vec<u16>,
    /// What rules the pattern out.
    pub(crate) exclusions: Vec<Range<usize>>,
}

impl Candidate {
    /// The number of the pattern.
    pub(crate) fn pattern(&self) -> u32 {
        self.pattern
    }

    /// How many words name or describe the scene.
    pub(crate) fn named_tokens(&self) -> usize {
        self.marks.iter().map(ExactSizeIterator::len).sum()
    }
}

/// The patterns that may be meant, and how many were looked at to find them.
#[derive(Debug)]
pub(crate) struct Candidates {
    pub(crate) found: Vec<Candidate>,
    pub(crate) work: Work,
}

/// What the literals of an utterance say about one pattern.
#[derive(Debug, Default)]
struct Findings {
    groups: Vec<(u16, Range<usize>)>,
    /// Whether some group has a name that says enough by itself.
    strong: bool,
    exclusions: Vec<Range<usize>>,
}

impl Findings {
    fn complete(&self, groups: u16) -> bool {
        groups > 0 && (0..groups).all(|group| self.groups.iter().any(|(found, _)| *found == group))
    }
}

/// Room for scans: used again, it spares every allocation.
#[derive(Debug, Default)]
pub struct Scan {
    line: Line,
    hits: Vec<Hit>,
    reach: Reach,
}

/// A request with what is to every pattern alike.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) utterance: &'a Utterance,
    pub(crate) settings: &'a [Setting<'a>],
    pub(crate) wishes: &'a [Wish],
}

impl PatternSet {
    /// The patterns that may be meant.
    pub(crate) fn candidates(&self, asked: Asked<'_>) -> Candidates {
        let mut reach = Reach::default();
        self.reach(&asked.utterance.hits, &asked.utterance.line, &mut reach);
        let work = reach.work(self.patterns.len());
        Candidates { found: self.candidates_of(&reach, asked), work }
    }

    /// The patterns of a reach that may be meant, in the order in which the request says something of them.
    pub(super) fn candidates_of(&self, reach: &Reach, asked: Asked<'_>) -> Vec<Candidate> {
        let telling: Vec<&Hit> = asked.utterance.hits.iter().filter(|hit| self.tells(hit)).collect();
        let patterns = reach.entries.chunk_by(|left, right| left.0 == right.0);
        let mut found: Vec<Candidate> =
            patterns.filter_map(|entries| self.candidate(asked, &telling, entries)).collect();
        found.sort_by_key(|candidate| candidate.marks.first().map(|mark| mark.start));
        found
    }

    /// How many patterns have a part of what names them in a text, or what a phrase of theirs needs: scanning and the
    /// index alone, without values and phrases, and without an allocation once `scan` has its size.
    pub fn scan(&self, text: &Text, scan: &mut Scan) -> usize {
        self.lexicon.line(text, &mut scan.line);
        self.lexicon.scan(text, &scan.line, &mut scan.hits);
        self.reach(&scan.hits, &scan.line, &mut scan.reach);
        scan.reach.work(self.patterns.len()).looked_at
    }

    /// The patterns whose scene is named from a token on, in words that say enough by themselves.
    pub(crate) fn named_at(&self, utterance: &Utterance, token: usize) -> Vec<u32> {
        let hits = utterance.hits_at(token);
        hits.flat_map(|hit| self.index.named_by(hit.literal)).copied().collect()
    }

    fn reach(&self, hits: &[Hit], line: &Line, reach: &mut Reach) {
        let names = hits.iter().filter(|hit| self.lexicon.class(hit.literal).contains(Class::KIND));
        self.index.reach(names.map(|hit| hit.literal), line.words(), reach);
    }

    /// Whether a hit names some scene, or rules one out.
    fn tells(&self, hit: &Hit) -> bool {
        self.lexicon.class(hit.literal).intersects(Class::KIND | Class::EXCLUDES)
    }

    /// The pattern of a candidate.
    pub(crate) fn pattern(&self, candidate: &Candidate) -> &Pattern {
        &self.patterns[candidate.pattern as usize]
    }

    /// Reads an utterance as a candidate's pattern would.
    pub(crate) fn tag<'a>(&'a self, asked: Asked<'a>, candidate: &'a Candidate) -> Tagging<'a> {
        tagger::read(&Regions::new(self, candidate.pattern(), asked), candidate)
    }

    /// What the learned tagger reads of what the rules left for a candidate; nothing where it finds no more.
    pub(crate) fn tag_rest<'a>(
        &'a self,
        utterance: &'a Utterance,
        settings: &'a [Setting<'a>],
        (candidate, tagging): (&'a Candidate, &Tagging<'a>),
    ) -> Option<Tagging<'a>> {
        let model = self.learned.model()?;
        let values = learned::read(model, Scene { utterance, patterns: self, settings, candidate }, tagging);
        let leads = |token: usize| utterance.class(token).light();
        (!values.is_empty()).then(|| tagging.with_learned(values, leads))
    }

    fn candidate(&self, asked: Asked<'_>, telling: &[&Hit], entries: &[(u32, u16)]) -> Option<Candidate> {
        let Asked { utterance, settings, .. } = asked;
        let number = entries.first()?.0;
        let pattern = &self.patterns[number as usize];
        let regions = &Regions::new(self, number, asked);
        let reader = Matcher::new(regions, &pattern.slots);
        let nodes = |phrase: u16| self.nodes(pattern, &pattern.phrases[usize::from(phrase)]);
        let reached = entries.iter().map(|(_, phrase)| *phrase).filter(|&phrase| phrase != NAME);
        let mut matches: Vec<(u16, Match)> = reached
            .filter_map(|phrase| reader.find(nodes(phrase)).map(|found| (phrase, found)))
            .flat_map(|(phrase, found)| found.into_iter().map(move |one| (phrase, one)))
            .collect();
        // What reads most is meant: `our brand {name}, the slogan {tagline}` before `our brand {name}`.
        matches.sort_by_key(|(_, found)| std::cmp::Reverse((found.values.len(), found.tokens.len())));
        let (mut phrases, matches): (Vec<u16>, Vec<Match>) = matches.into_iter().unzip();
        phrases.dedup();
        let found = findings(pattern, telling);
        if !found.complete(pattern.groups) && matches.is_empty() {
            return None;
        }
        // `ballpark numbers are fine` names no scene.
        let aside = |mark: &Range<usize>| {
            let left = regions.wishes.iter().filter(|wish| wish.is_aside());
            left.into_iter().any(|wish| wish.tokens.start <= mark.start && mark.end <= wish.tokens.end)
        };
        let mut names = merged(found.groups.into_iter().map(|(_, tokens)| tokens).collect());
        let marks = merged(names.iter().cloned().chain(matches.iter().flat_map(words_of)).collect());
        if marks.iter().all(aside) {
            return None;
        }
        names.extend(
            settings
                .iter()
                .filter(|setting| own_words((utterance, pattern, self), &phrases, &matches, setting))
                .map(|setting| setting.tokens.clone()),
        );
        // A sentence of which one word alone was said (`make a plan for my week`) names no more than that word does.
        let told = !matches.is_empty() && marks.iter().map(ExactSizeIterator::len).sum::<usize>() > 1;
        let strong = found.strong || told;
        Some(Candidate { pattern: number, marks, names, strong, matches, phrases, exclusions: found.exclusions })
    }
}

/// What the hits say about a pattern.
fn findings(pattern: &Pattern, telling: &[&Hit]) -> Findings {
    let mut found = Findings::default();
    for hit in telling {
        for name in pattern.names_of(hit.literal) {
            found.groups.push((name.group, hit.tokens.clone()));
            found.strong |= !name.weak;
        }
        if pattern.excludes.binary_search(&hit.literal).is_ok() {
            found.exclusions.push(hit.tokens.clone());
        }
    }
    found
}

/// Whether the words of a setting are words of a phrase that was found there (`names scrolling upwards`): then they say
/// what the scene is.
fn own_words(
    (utterance, pattern, patterns): (&Utterance, &Pattern, &PatternSet),
    phrases: &[u16],
    matches: &[Match],
    setting: &Setting<'_>,
) -> bool {
    // `left` is a place, but for a scene that has a left side of its own.
    let sides = pattern.slots.iter().any(|slot| slot.name == "left");
    let moves = matches!(setting.param, "animation" | "direction") || sides && setting.param == "position";
    let inside = |found: &Match| found.tokens.start <= setting.tokens.start && setting.tokens.end <= found.tokens.end;
    let said = |token: usize| {
        let nodes = |phrase: u16| patterns.nodes(pattern, &pattern.phrases[usize::from(phrase)]);
        phrases.iter().any(|&phrase| node::says(nodes(phrase), utterance.line.word(token)))
    };
    moves && matches.iter().any(inside) && setting.tokens.clone().all(said)
}

/// The parts of a phrase that are not values.
fn words_of(found: &Match) -> Vec<Range<usize>> {
    let mut parts = vec![found.tokens.clone()];
    for value in &found.values {
        parts = parts.into_iter().flat_map(|part| without(part, &value.tokens)).collect();
    }
    parts
}

fn without(part: Range<usize>, cut: &Range<usize>) -> Vec<Range<usize>> {
    let before = part.start..cut.start.clamp(part.start, part.end);
    let behind = cut.end.clamp(part.start, part.end)..part.end;
    [before, behind].into_iter().filter(|part| !part.is_empty()).collect()
}

/// Ranges that overlap are one.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut kept: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match kept.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => kept.push(range),
        }
    }
    kept
}
