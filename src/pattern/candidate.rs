//! Candidates: the patterns of which something was found, with where.

use std::ops::Range;

use super::learned::{self, Scene};
use super::lexicon::{Hit, Tag};
use super::matcher::{Match, Matcher};
use super::node;
use super::region::Regions;
use super::set::{Pattern, PatternSet};
use super::settings::Setting;
use super::tagger::{self, Tagging};
use super::utterance::Utterance;
use super::wish::Wish;
use crate::text::Text;

/// A pattern whose required groups are all there, or one of whose phrases is.
#[derive(Debug)]
pub(crate) struct Candidate {
    pattern: u16,
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
    pub(crate) fn pattern(&self) -> u16 {
        self.pattern
    }

    /// How many words name or describe the scene.
    pub(crate) fn named_tokens(&self) -> usize {
        self.marks.iter().map(ExactSizeIterator::len).sum()
    }
}

/// What the literals of an utterance say about one pattern.
#[derive(Debug, Default)]
struct Findings {
    groups: Vec<(u16, Range<usize>)>,
    /// Whether some group has a name that says enough by itself.
    strong: bool,
    phrases: Vec<u16>,
    exclusions: Vec<Range<usize>>,
}

impl Findings {
    fn complete(&self, groups: u16) -> bool {
        groups > 0 && (0..groups).all(|group| self.groups.iter().any(|(found, _)| *found == group))
    }
}

impl PatternSet {
    /// The patterns that may be meant.
    pub(crate) fn candidates(
        &self,
        utterance: &Utterance,
        settings: &[Setting<'_>],
        wishes: &[Wish],
    ) -> Vec<Candidate> {
        let regions = |pattern| Regions { utterance, patterns: self, settings, pattern, wishes };
        self.findings(&utterance.hits)
            .into_iter()
            .filter_map(|(pattern, found)| self.candidate(&regions(pattern), found))
            .collect()
    }

    /// The templates all of whose required groups a text has: scanning and counting alone, without phrases and values.
    pub fn named(&self, text: &Text) -> Vec<&str> {
        let mut hits = Vec::new();
        self.lexicon.scan(text, &self.lexicon.line(text), &mut hits);
        let findings = self.findings(&hits).into_iter();
        let complete = findings.filter(|(number, found)| found.complete(self.patterns[usize::from(*number)].groups));
        complete.map(|(number, _)| self.patterns[usize::from(number)].template()).collect()
    }

    /// The patterns whose scene is named from a token on, in words that say enough by themselves.
    pub(crate) fn named_at(&self, utterance: &Utterance, token: usize) -> Vec<u16> {
        let names = |tag: &Tag| match *tag {
            Tag::Group { pattern, weak: false, .. } => Some(pattern),
            _ => None,
        };
        let hits = utterance.hits_at(token);
        hits.flat_map(|hit| self.lexicon.tags(hit.literal).iter().filter_map(names)).collect()
    }

    /// What the hits say about each pattern of which something was found.
    fn findings(&self, hits: &[Hit]) -> Vec<(u16, Findings)> {
        let mut findings: Vec<(u16, Findings)> = Vec::new();
        for hit in hits {
            for tag in self.lexicon.tags(hit.literal) {
                note(&mut findings, *tag, &hit.tokens);
            }
        }
        findings
    }

    /// The pattern of a candidate.
    pub(crate) fn pattern(&self, candidate: &Candidate) -> &Pattern {
        &self.patterns[usize::from(candidate.pattern)]
    }

    /// Reads an utterance as a candidate's pattern would.
    pub(crate) fn tag<'a>(
        &'a self,
        utterance: &'a Utterance,
        settings: &'a [Setting<'a>],
        (wishes, candidate): (&'a [Wish], &'a Candidate),
    ) -> Tagging<'a> {
        let regions = Regions { utterance, patterns: self, settings, pattern: candidate.pattern(), wishes };
        tagger::read(&regions, candidate)
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

    fn candidate(&self, regions: &Regions<'_>, found: Findings) -> Option<Candidate> {
        let (utterance, settings, number) = (regions.utterance, regions.settings, regions.pattern);
        let pattern = &self.patterns[usize::from(number)];
        let phrases = Matcher { patterns: self, slots: &pattern.slots, regions };
        let find = |&phrase: &u16| phrases.find(&pattern.phrases[usize::from(phrase)]).map(|found| (phrase, found));
        let mut matches: Vec<(u16, Match)> = found
            .phrases
            .iter()
            .filter_map(find)
            .flat_map(|(phrase, found)| found.into_iter().map(move |one| (phrase, one)))
            .collect();
        // What reads most is meant: `our brand {name}, the slogan {tagline}` before `our brand {name}`.
        matches.sort_by_key(|(_, found)| std::cmp::Reverse((found.values.len(), found.tokens.len())));
        let (mut phrases, matches): (Vec<u16>, Vec<Match>) = matches.into_iter().unzip();
        phrases.dedup();
        let complete = found.complete(pattern.groups);
        if !complete && matches.is_empty() {
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
                .filter(|setting| own_words(utterance, pattern, &found.phrases, &matches, setting))
                .map(|setting| setting.tokens.clone()),
        );
        // A sentence of which one word alone was said (`make a plan for my week`) names no more than that word does.
        let told = !matches.is_empty() && marks.iter().map(ExactSizeIterator::len).sum::<usize>() > 1;
        let strong = found.strong || told;
        Some(Candidate { pattern: number, marks, names, strong, matches, phrases, exclusions: found.exclusions })
    }
}

fn note(findings: &mut Vec<(u16, Findings)>, tag: Tag, tokens: &Range<usize>) {
    let (Tag::Group { pattern, .. } | Tag::Phrase { pattern, .. } | Tag::Exclude { pattern }) = tag else { return };
    let index = findings.iter().position(|(known, _)| *known == pattern).unwrap_or_else(|| {
        findings.push((pattern, Findings::default()));
        findings.len() - 1
    });
    let found = &mut findings[index].1;
    match tag {
        Tag::Group { group, weak, .. } => {
            found.groups.push((group, tokens.clone()));
            found.strong |= !weak;
        }
        Tag::Phrase { phrase, .. } if !found.phrases.contains(&phrase) => found.phrases.push(phrase),
        Tag::Exclude { .. } => found.exclusions.push(tokens.clone()),
        _ => {}
    }
}

/// Whether the words of a setting are words of a phrase that was found there (`names scrolling upwards`): then they say
/// what the scene is.
fn own_words(
    utterance: &Utterance,
    pattern: &Pattern,
    phrases: &[u16],
    matches: &[Match],
    setting: &Setting<'_>,
) -> bool {
    // `left` is a place, but for a scene that has a left side of its own.
    let sides = pattern.slots.iter().any(|slot| slot.name == "left");
    let moves = matches!(setting.param, "animation" | "direction") || sides && setting.param == "position";
    let inside = |found: &Match| found.tokens.start <= setting.tokens.start && setting.tokens.end <= found.tokens.end;
    let said = |token: usize| {
        phrases.iter().any(|&phrase| node::says(&pattern.phrases[usize::from(phrase)], utterance.word(token)))
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
