//! Phrases that do not read what was made from them.

use crate::diagnostic::Diagnostic;
use crate::pattern::candidate::Asked;
use crate::pattern::sample::{Sampler, Way};
use crate::pattern::set::{Pattern, PatternSet};
use crate::pattern::utterance::Utterance;
use crate::text::Text;

/// How many sentences are tried before a phrase counts as unread.
const TRIES: usize = 24;

pub(super) fn lint(patterns: &PatternSet, found: &mut Vec<Diagnostic>) {
    let sampler = Sampler::new(patterns);
    for pattern in patterns.patterns() {
        for phrase in 0..pattern.phrases.len() {
            let mut sentences = sampler.sentences_of(pattern, Way::Phrase(phrase)).take(TRIES);
            if !sentences.any(|sentence| reads(patterns, pattern, phrase, &sentence.say)) {
                let message = format!("none of {TRIES} sentences that were made from this phrase is read by it");
                let diagnostic = pattern.diagnose_phrase(phrase, message);
                let help = "see them with `firstframe patterns sample`: a text may end too late, or a setting may take its words";
                found.push(diagnostic.help(help).labelled("unread-phrase").warning());
            }
        }
    }
}

/// Whether a phrase of a pattern is found in a sentence.
fn reads(patterns: &PatternSet, pattern: &Pattern, phrase: usize, say: &str) -> bool {
    let utterance = Utterance::new(Text::new(say), patterns);
    let settings = utterance.settings(patterns);
    let wishes = utterance.wishes(patterns, &settings);
    let candidates = patterns.candidates(Asked { utterance: &utterance, settings: &settings, wishes: &wishes }).found;
    let own = candidates.iter().filter(|candidate| std::ptr::eq(patterns.pattern(candidate), pattern));
    own.flat_map(|candidate| &candidate.phrases).any(|found| usize::from(*found) == phrase)
}
