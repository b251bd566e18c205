//! The router: candidates, gates, and the margin between the two best.

use std::cmp::Reverse;
use std::ops::Range;

use super::coverage::{Coverage, measure};
use super::decision::{Considered, Decision, Found, Partial, Reader, Refusal, Step};
use super::{gate, language, rest};
use crate::error::{Error, ErrorKind, Result};
use crate::pattern::{Asked, Candidate, Candidates, Pattern, PatternSet, Tagging, Utterance};
use crate::request::Request;
use crate::template::{Fit, Library};
use crate::text::Text;
use crate::value::{self, Value};

/// Scores that lie nearer to one another than this are a tie.
const TIE: f64 = 0.0005;

/// How much each more telling name of the scene is worth where two templates explain the same.
const WORTH_OF_NAME: f64 = 0.01;

/// Reads a request with a pattern set's dictionaries.
pub fn read(request: &Request, patterns: &PatternSet) -> Utterance {
    Utterance::new(value::amended(Text::new(request.prompt())), patterns)
}

/// Decides what to do about an utterance that asks for one scene.
pub(super) fn decide_one(
    request: &Request,
    utterance: &Utterance,
    patterns: &PatternSet,
    library: &Library,
) -> Decision {
    let settings = utterance.settings(patterns);
    let wishes = utterance.wishes(patterns, &settings);
    let rank =
        |candidate: &Candidate, tagging: &Tagging<'_>| rank(request, utterance, patterns, library, candidate, tagging);
    let asked = Asked { utterance, settings: &settings, wishes: &wishes };
    let Candidates { found: mut candidates, work } = patterns.candidates(asked);
    candidates.sort_by_key(|candidate| Reverse(candidate.named_tokens()));
    let mut ranked: Vec<(Ranked, (&Candidate, Tagging<'_>))> = Vec::with_capacity(candidates.len());
    for candidate in &candidates {
        if ranked.len() >= LEAST_READ && ranked.iter().any(|(ranked, _)| ranked.beats(candidate)) {
            break;
        }
        let tagging = patterns.tag(asked, candidate);
        ranked.push((rank(candidate, &tagging), (candidate, tagging)));
    }
    ranked.sort_by(|(left, _), (right, _)| right.order().total_cmp(&left.order()));
    for (ranked, (candidate, tagging)) in ranked.iter_mut().take(rest::MOST_READ) {
        let more = || patterns.tag_rest(utterance, &settings, (candidate, tagging));
        let again = rest::is_worth_reading(&ranked.considered).then(more).flatten().map(|more| rank(candidate, &more));
        if let Some(again) = again.filter(|again| rest::is_better(&ranked.considered, &again.considered)) {
            *ranked = again;
        }
    }
    let mut ranked: Vec<Ranked> = ranked.into_iter().map(|(ranked, _)| ranked).collect();
    ranked.sort_by(|left, right| right.order().total_cmp(&left.order()));
    refuse_ambiguous(&mut ranked);
    let (plan, reason) = plan(request, utterance, &mut ranked);
    let considered = ranked.into_iter().map(|ranked| ranked.considered).collect();
    Decision { plan, reason, confidence: None, considered, work, parts: Vec::new() }
}

struct Ranked {
    considered: Considered,
    /// The template with what was read, if it takes all of it.
    fit: Option<Fit>,
    /// Coverage, and a little for how tellingly the scene is named.
    score: f64,
    /// The words that name or describe the scene, and of these the longest name.
    marks: Vec<Range<usize>>,
    name: usize,
}

/// How many candidates are read at least, so that the best has a rival to be compared with.
const LEAST_READ: usize = 2;

impl Ranked {
    /// Whether a candidate that nobody has read yet could not even tie, if it explained everything.
    fn beats(&self, candidate: &Candidate) -> bool {
        let most = 1.0 + WORTH_OF_NAME * candidate.named_tokens() as f64;
        self.considered.fits() && self.score - most > TIE
    }

    /// Whether words that name one name the other as well.
    fn shares_words(&self, other: &Self) -> bool {
        let overlap = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
        self.marks.iter().any(|mark| other.marks.iter().any(|other| overlap(mark, other)))
    }

    /// Those that fit stand before those that do not.
    fn order(&self) -> f64 {
        self.score + if self.considered.fits() { 10.0 } else { 0.0 }
    }
}

fn rank(
    request: &Request,
    utterance: &Utterance,
    patterns: &PatternSet,
    library: &Library,
    candidate: &Candidate,
    tagging: &Tagging<'_>,
) -> Ranked {
    let pattern = patterns.pattern(candidate);
    let speaks = if request.attachments().is_empty() { None } else { Some(utterance.ways_of("pictures", patterns)) };
    let pictures: Vec<Range<usize>> = speaks.into_iter().flatten().collect();
    let coverage = measure((utterance, &pictures), tagging, candidate.marks.len());
    let found = found(request, utterance, pattern, tagging);
    let mut refusals = gate::closed(utterance, patterns, candidate, tagging, &coverage);
    refusals.extend(pictures_left(request, &found));
    // What the person states must not be dropped, so a value that the template does not take closes the gate.
    let fit = fit(library, pattern, &found).map_err(|error| refusals.push(Refusal::Value(error.to_string()))).ok();
    let score = coverage.share + WORTH_OF_NAME * candidate.named_tokens() as f64;
    let Coverage { share, unexplained, unexplained_at } = coverage;
    let missing = pattern.required().filter(|name| !found.iter().any(|found| found.param == *name)).map(str::to_owned);
    let mut missing: Vec<String> = missing.collect();
    let open = |name: &&String| !missing.contains(name) && !found.iter().any(|found| found.param == **name);
    let wanted: Vec<String> = tagging.wanted().iter().filter(open).cloned().collect();
    missing.extend(wanted);
    let considered = Considered {
        template: pattern.template().to_owned(),
        coverage: share,
        named: candidate.marks.iter().map(|tokens| utterance.text().span_of(tokens.clone())).collect(),
        strong: candidate.strong,
        phrases: candidate.phrases.iter().map(|&phrase| pattern.phrase(usize::from(phrase)).to_owned()).collect(),
        required: pattern.required().count(),
        refusals,
        missing,
        found,
        unexplained,
        unexplained_at,
    };
    let name = candidate.names.iter().map(ExactSizeIterator::len).max().unwrap_or_default();
    Ranked { considered, fit, score, marks: candidate.marks.clone(), name }
}

/// All parameters that were read: slots, settings, and a picture that came with the request.
fn found(request: &Request, utterance: &Utterance, pattern: &Pattern, tagging: &Tagging<'_>) -> Vec<Found> {
    let typed = |tokens: Range<usize>| utterance.text().as_typed(utterance.text().span_of(tokens));
    let whole = || typed(0..utterance.text().tokens().len());
    let wanted = request.format().map(|format| Value::Text(format.name().to_owned()));
    let mut found: Vec<Found> = wanted
        .into_iter()
        .map(|value| Found { param: "format".to_owned(), value, span: whole(), by: Reader::Rules })
        .collect();
    let mut add = |param: &str, value: &Value, tokens: &Range<usize>, by: Reader| {
        if !found.iter().any(|known| known.param == param) {
            let span = typed(tokens.clone());
            found.push(Found { param: param.to_owned(), value: value.clone(), span, by });
        }
    };
    for (index, value) in tagging.values().iter().enumerate() {
        let by = if index < tagging.ruled().len() { Reader::Rules } else { Reader::Model };
        add(pattern.slot_name(value.slot), &value.value, &value.tokens, by);
    }
    let settings = tagging.settings().iter();
    settings.for_each(|setting| add(tagging.param(setting), setting.value(), setting.tokens(), Reader::Rules));
    let attached = pattern
        .place_for_pictures(request.attachments(), &found.iter().map(|found| found.param.as_str()).collect::<Vec<_>>());
    let attach =
        |(param, value): (&str, Value)| Found { param: param.to_owned(), value, span: whole(), by: Reader::Rules };
    found.extend(attached.into_iter().map(attach));
    found.extend(picture(request, utterance, &found));
    found
}

/// One picture that no slot has is the logo if the request speaks of one, and stands behind the scene otherwise.
fn picture(request: &Request, utterance: &Utterance, found: &[Found]) -> Option<Found> {
    let [picture] = request.attachments() else { return None };
    if found.iter().any(|found| found.value.holds(picture)) {
        return None;
    }
    let text = utterance.text();
    let logo = (0..text.tokens().len()).find(|&token| matches!(text.word(token), "logo" | "watermark"));
    let tokens = logo.unwrap_or(0)..logo.map_or(text.tokens().len(), |token| token + 1);
    let span = text.as_typed(text.span_of(tokens));
    let param = if logo.is_some() { "logo" } else { "background_image" };
    Some(Found { param: param.to_owned(), value: Value::Text(picture.clone()), span, by: Reader::Rules })
}

fn fit(library: &Library, pattern: &Pattern, found: &[Found]) -> Result<Fit> {
    let unknown = || Error::new(ErrorKind::Assets, format!("there is no template `{}`", pattern.template()));
    let manifest = library.manifest(pattern.template()).ok_or_else(unknown)?;
    manifest.fit(found.iter().map(|found| (found.param.clone(), found.value.clone())))
}

fn pictures_left(request: &Request, found: &[Found]) -> Option<Refusal> {
    let placed = |picture: &&String| found.iter().any(|found| found.value.holds(picture));
    let left = request.attachments().iter().filter(|picture| !placed(picture)).count();
    (left > 0).then_some(Refusal::Pictures(left))
}

/// Two that fit equally well: neither is taken, unless one is named with the words that describe the other and more:
/// `neon title` is a neon sign, although `title saying` describes a title.
fn refuse_ambiguous(ranked: &mut [Ranked]) {
    if let [best, second, ..] = ranked
        && best.considered.fits()
        && second.considered.fits()
        && best.score - second.score < TIE
    {
        if best.shares_words(second) && best.name != second.name {
            if second.name > best.name {
                std::mem::swap(best, second);
            }
            return;
        }
        let (first, other) = (best.considered.template.clone(), second.considered.template.clone());
        best.considered.refusals.push(Refusal::Ambiguous(other));
        second.considered.refusals.push(Refusal::Ambiguous(first));
    }
}

fn plan(request: &Request, utterance: &Utterance, ranked: &mut [Ranked]) -> (Vec<Step>, String) {
    let Some(best) = ranked.first_mut() else {
        let reason = nothing_named(request, utterance);
        return (vec![Step::Model { reason: reason.clone(), partial: None }], reason);
    };
    let considered = &best.considered;
    match (best.fit.take(), considered.refusals.first()) {
        (Some(fit), None) => {
            let share = (considered.coverage * 100.0).round();
            let reason = format!("`{}` explains {share} % of the request", considered.template);
            (vec![Step::Add { fit, ask: considered.missing.clone() }], reason)
        }
        (fit, refusal) => {
            let because = refusal.map(ToString::to_string).unwrap_or_default();
            let reason = format!("`{}` comes nearest, but {because}", considered.template);
            let more = considered.refusals.iter().all(Refusal::asks_for_more);
            let partial = fit.filter(|_| more).map(|fit| Partial { fit, unexplained: considered.unexplained.clone() });
            (vec![Step::Model { reason: reason.clone(), partial }], reason)
        }
    }
}

fn nothing_named(request: &Request, utterance: &Utterance) -> String {
    if let Some(name) = language::foreign(utterance, |_| false) {
        format!("the request is in {name}, and patterns read English")
    } else if request.project().is_empty() {
        "no template is named or described".to_owned()
    } else {
        "no template is named or described, and changes of scenes are not read locally yet".to_owned()
    }
}
