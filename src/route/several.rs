//! Several scenes: every part of a script is routed alone, and what is said of all of them goes to each that takes it.

use std::ops::Range;

use super::decision::{Considered, Decision, Found, Part, Reader, Step};
use super::router::decide_one;
use super::script::{self, Script, Way};
use crate::pattern::{PatternSet, Utterance};
use crate::request::Request;
use crate::template::{Fit, Library, Manifest};
use crate::text::{Span, Text};
use crate::value::Value;

/// Decides what to do about an utterance, which may ask for one scene or for several.
///
/// One template is taken if it passes every gate and is clearly better than every other; a script is taken apart, and its
/// parts are decided one by one. Otherwise the plan is one [`Step::Model`] with the reason.
pub fn decide(request: &Request, utterance: &Utterance, patterns: &PatternSet, library: &Library) -> Decision {
    let whole = decide_one(request, utterance, patterns, library);
    let router = Router { request, utterance, patterns, library };
    let scripts = script::read(utterance, patterns).into_iter();
    let plays = scripts.filter_map(|script| router.play(&script)).find(|play| router.holds(play, &whole));
    plays.map_or(whole, |play| router.decision(play))
}

struct Router<'a> {
    request: &'a Request,
    utterance: &'a Utterance,
    patterns: &'a PatternSet,
    library: &'a Library,
}

/// A script with what was decided about each of its parts.
struct Play {
    way: Way,
    told: bool,
    parts: Vec<(Range<usize>, Decision)>,
    shared: Vec<Found>,
}

impl Play {
    /// How many parts a template shows.
    fn served(&self) -> usize {
        self.parts.iter().filter(|(_, decision)| decision.fits().next().is_some()).count()
    }

    fn all_served(&self) -> bool {
        self.served() == self.parts.len()
    }

    /// Whether every part states what its scene needs: mere names in a row are the items of a list.
    fn all_stated(&self) -> bool {
        let open = |step: &Step| matches!(step, Step::Add { ask, .. } if !ask.is_empty());
        !self.parts.iter().any(|(_, decision)| decision.plan.iter().any(open))
    }

    /// Whether not all parts are scenes of one kind, which would rather be a list of its content.
    fn differs(&self) -> bool {
        let mut templates = self.parts.iter().flat_map(|(_, decision)| decision.fits().map(Fit::template));
        let first = templates.next();
        templates.any(|template| Some(template) != first)
    }
}

impl Router<'_> {
    /// Routes every part of a script; none if a way that says little has a part which no template shows.
    fn play(&self, script: &Script) -> Option<Play> {
        let shared = script.shared.iter().flat_map(|tokens| self.settings(tokens.clone())).collect();
        let mut pictures = self.pictures(&script.parts);
        let mut parts = Vec::with_capacity(script.parts.len());
        for (index, part) in script.parts.iter().enumerate() {
            let decision = self.route(part.clone(), std::mem::take(&mut pictures[index]));
            if decision.fits().next().is_none() && script.way >= Way::Marked {
                return None;
            }
            parts.push((part.clone(), decision));
        }
        Some(Play { way: script.way, told: script.told, parts, shared })
    }

    /// Whether a request is better taken apart than taken whole.
    fn holds(&self, play: &Play, whole: &Decision) -> bool {
        let fits = whole.fits().next().is_some();
        let several = play.told || play.way == Way::Labelled;
        match play.way {
            Way::Labelled => play.served() > 0,
            _ if several => play.served() > 1 || play.all_served(),
            Way::Listed => play.all_served() && play.differs() || !fits && play.served() > 1,
            Way::Plain | Way::Row if fits => false,
            _ if fits => play.all_served() && play.all_stated() && self.named(play) && play.differs(),
            Way::Ordered => play.served() > 1,
            Way::Marked | Way::Plain => play.all_served(),
            Way::Row => play.all_served() && play.all_stated(),
        }
    }

    /// Whether in every part a kind of scene is named.
    fn named(&self, play: &Play) -> bool {
        let free = |token: &usize| self.utterance.text().tokens()[*token].quote.is_none();
        play.parts.iter().all(|(tokens, _)| {
            tokens.clone().filter(free).any(|token| !self.patterns.named_at(self.utterance, token).is_empty())
        })
    }

    fn route(&self, part: Range<usize>, pictures: Vec<String>) -> Decision {
        let text = self.utterance.text();
        let start = text.span_of(part.clone()).start;
        let utterance = Utterance::new(Text::new(text.typed_range(part)), self.patterns);
        let request = self.request.clone().with_attachments(pictures);
        let mut decision = decide_one(&request, &utterance, self.patterns, self.library);
        decision.considered.iter_mut().for_each(|considered| shift(considered, start));
        decision
    }

    /// Which pictures go to which part: those that it names, and all others to the first that speaks of pictures.
    fn pictures(&self, parts: &[Range<usize>]) -> Vec<Vec<String>> {
        let mut given = vec![Vec::new(); parts.len()];
        let speaks = |part: &&Range<usize>| {
            self.utterance.ways_of("pictures", self.patterns).any(|words| part.contains(&words.start))
        };
        let speaker = parts.iter().position(|part| speaks(&part)).unwrap_or(0);
        for picture in self.request.attachments() {
            let names =
                |part: &Range<usize>| self.utterance.text().typed_range(part.clone()).contains(picture.as_str());
            given[parts.iter().position(names).unwrap_or(speaker)].push(picture.clone());
        }
        given
    }

    /// The settings that some words of the request state.
    fn settings(&self, tokens: Range<usize>) -> Vec<Found> {
        let text = self.utterance.text();
        let start = text.span_of(tokens.clone()).start;
        let utterance = Utterance::new(Text::new(text.typed_range(tokens)), self.patterns);
        let settings = utterance.settings(self.patterns);
        let found = settings.iter().map(|setting| {
            let span = moved(utterance.text().span_of(setting.tokens().clone()), start);
            Found { param: setting.param().to_owned(), value: setting.value().clone(), span, by: Reader::Rules }
        });
        found.collect()
    }

    fn decision(&self, play: Play) -> Decision {
        let served = play.served();
        let reason = if play.all_served() {
            format!("{served} scenes, each shown by a template")
        } else {
            format!("{served} of {} scenes are shown by templates", play.parts.len())
        };
        let mut steps = Vec::with_capacity(play.parts.len());
        let mut parts = Vec::with_capacity(play.parts.len());
        let work = play.parts.iter().map(|(_, decision)| decision.work).sum();
        for (tokens, decision) in play.parts {
            let mut shared = Vec::new();
            steps.extend(decision.plan.into_iter().map(|step| self.with_shared(step, &play.shared, &mut shared)));
            let span = self.utterance.text().span_of(tokens);
            parts.push(Part { span, reason: decision.reason, considered: decision.considered, shared });
        }
        Decision { plan: steps, reason, confidence: None, considered: Vec::new(), work, parts }
    }

    /// A step with what is said of all scenes, as far as its template takes it and it says nothing else itself.
    fn with_shared(&self, step: Step, shared: &[Found], taken: &mut Vec<Found>) -> Step {
        let Step::Add { mut fit, mut ask } = step else { return step };
        let Some(manifest) = self.library.manifest(fit.template()) else { return Step::Add { fit, ask } };
        for found in shared {
            if let Some(more) = with(manifest, &fit, found) {
                ask.retain(|name| *name != found.param);
                fit = more;
                taken.push(found.clone());
            }
        }
        Step::Add { fit, ask }
    }
}

/// A template with one more parameter, if it has it and takes the value.
fn with(manifest: &Manifest, fit: &Fit, found: &Found) -> Option<Fit> {
    manifest.spec(&found.param).filter(|_| fit.params().get(&found.param).is_none())?;
    let stated = fit.params().iter().map(|(name, value)| (name.to_owned(), value.clone()));
    let pairs: Vec<(String, Value)> = stated.chain([(found.param.clone(), found.value.clone())]).collect();
    manifest.fit(pairs).ok()
}

fn shift(considered: &mut Considered, by: u32) {
    let found = considered.found.iter_mut().map(|found| &mut found.span);
    let words = considered.named.iter_mut().chain(&mut considered.unexplained_at);
    found.chain(words).for_each(|span| *span = moved(*span, by));
}

fn moved(span: Span, by: u32) -> Span {
    Span { start: span.start + by, end: span.end + by }
}
