//! The way of an answer through the mends: read, mend, read again, until nothing more is found.

use crate::diagnostic::{Diagnostic, Source};

use super::super::check::judge;
use super::super::parse::{MAX_TEXT, Undeclared, deep, read, read_draft, too_long, unreadable};
use super::super::rules::subject::Subject;
use super::answer::{self, Fence, Found};
use super::bench::Bench;
use super::danger;
use super::job::Job;
use super::mends::MENDS;
use super::textual::{self, Broken, Proposal};
use super::{Repair, Repaired, Verdict, Wanted};

/// How often a text is read at most. Usual answers are read five to fifteen times.
const MOST_PASSES: usize = 80;

/// How often one mend changes a text at most: those that wait for each other need a few rounds.
const MOST_ROUNDS: usize = 12;

/// What the source is called in diagnostics.
const NAME: &str = "scene.tsx";

/// Repairs an answer on a stack of its own.
pub(super) fn repair(answer: &str, wanted: &Wanted<'_>) -> Repaired {
    let source = Source::new(NAME, answer);
    if answer.len() > MAX_TEXT {
        return unrepaired(answer, too_long(&source));
    }
    // Mends add to a text, at most as much again and a head.
    let result = deep(2 * answer.len() + 8192, || repair_here(answer, wanted));
    result.unwrap_or_else(|| unrepaired(answer, unreadable(&source)))
}

fn unrepaired(answer: &str, why: Diagnostic) -> Repaired {
    Repaired { code: answer.to_owned(), repairs: Vec::new(), verdict: Verdict::Faulty(vec![why]) }
}

fn repair_here(answer: &str, wanted: &Wanted<'_>) -> Repaired {
    let Some(found) = answer::find(answer) else {
        let source = Source::new(NAME, answer);
        let why = source.diagnose(0..0, "there is no code in the answer").help("answer with the scene's code alone");
        return unrepaired(answer, why);
    };
    let mut draft = Draft::new(answer, &found);
    draft.mend(wanted);
    let verdict = verdict(&draft.code, found.fence, wanted);
    let mut repairs = Vec::new();
    for repair in draft.repairs {
        if !repairs.contains(&repair) {
            repairs.push(repair);
        }
    }
    Repaired { code: draft.code, repairs, verdict }
}

/// Code on its way, with what was done to it.
struct Draft {
    code: String,
    repairs: Vec<Repair>,
    fence: Fence,
    rounds: [usize; MENDS.len()],
}

/// How well a text parses: not at all (with what hinders it), or with so many faults.
enum Parse {
    Fails(Vec<Diagnostic>),
    Has { faults: usize, next: Option<(usize, Job)> },
}

impl Draft {
    fn new(answer: &str, found: &Found) -> Self {
        let told = |id, told: &str| Repair { id, told: told.to_owned() };
        let fenced = (found.fence != Fence::Absent).then(|| told("fences", "took the code out of its fence"));
        let prose = found.prose.then(|| told("prose", "cut away what was said around the code"));
        let stray = found.stray.then(|| told("stray-letters", "cut away what stuck to the first line"));
        let repairs = [fenced, prose, stray].into_iter().flatten().collect();
        let code = answer[found.code.clone()].trim_end();
        let line_end = if code.len() < answer.len() || code.is_empty() { "\n" } else { "" };
        Self { code: format!("{code}{line_end}"), repairs, fence: found.fence, rounds: [0; MENDS.len()] }
    }

    /// Lets mends at the text until none finds anything more.
    fn mend(&mut self, wanted: &Wanted<'_>) {
        let most = 2 * self.code.len() + 8192;
        let mut before: Option<Kept> = None;
        for _ in 0..MOST_PASSES {
            let parse = self.look(wanted);
            let is_worse = before.as_ref().is_some_and(|kept| match &parse {
                Parse::Fails(_) => true,
                Parse::Has { faults, .. } => *faults > kept.faults,
            });
            match parse {
                _ if is_worse => self.take_back(&mut before),
                Parse::Fails(faults) if self.mend_text(&faults) => {}
                Parse::Has { faults, next: Some((mend, job)) } => {
                    before = Some(Kept { code: self.code.clone(), repairs: self.repairs.len(), mend, faults });
                    self.apply(mend, job);
                }
                _ => return,
            }
            if self.code.len() > most {
                return self.take_back(&mut before);
            }
        }
    }

    fn look(&self, wanted: &Wanted<'_>) -> Parse {
        let source = Source::new(NAME, self.code.as_str());
        let looked = read_draft(&source, |reading| {
            let bench = Bench { subject: Subject::of(reading), wanted, fence: self.fence };
            let next =
                MENDS.iter().enumerate().filter(|(at, _)| self.rounds[*at] < MOST_ROUNDS).find_map(|(at, mend)| {
                    let mut job = Job::default();
                    mend(&bench, &mut job);
                    (!job.is_empty()).then_some((at, job))
                });
            Parse::Has { faults: reading.faults().len(), next }
        });
        looked.unwrap_or_else(Parse::Fails)
    }

    /// Takes the first proposal by which a text that does not parse comes to parse, or to parse further; whether there is one.
    fn mend_text(&mut self, faults: &[Diagnostic]) -> bool {
        let Some(fault) = faults.iter().min_by_key(|fault| fault.span().start) else { return false };
        let broken = Broken { code: &self.code, fault, fence: self.fence };
        // What is left of the text behind the first fault, so that what is added before it does not count.
        let left = |code: &str, at: usize| code.len().saturating_sub(at);
        let before = left(&self.code, fault.span().start);
        let better = textual::proposals(&broken).find(|proposal| {
            let is_kept = proposal.code.len() + 1 >= self.code.len();
            first_fault(&proposal.code).is_none_or(|at| is_kept && left(&proposal.code, at) + 1 < before)
        });
        let Some(Proposal { code, repair }) = better else { return false };
        self.code = code;
        self.repairs.push(repair);
        true
    }

    fn apply(&mut self, mend: usize, job: Job) {
        let (code, repairs) = job.apply(&self.code);
        self.rounds[mend] = if code == self.code { MOST_ROUNDS } else { self.rounds[mend] + 1 };
        self.repairs.extend(repairs);
        self.code = format!("{}\n", code.trim_start_matches(['\r', '\n']).trim_end());
    }

    /// The text parses worse than before: what was done last is undone, and that mend is not asked again.
    fn take_back(&mut self, before: &mut Option<Kept>) {
        let Some(kept) = before.take() else { return };
        self.code = kept.code;
        self.repairs.truncate(kept.repairs);
        self.rounds[kept.mend] = MOST_ROUNDS;
    }
}

/// Where the first thing is that hinders parsing.
fn first_fault(code: &str) -> Option<usize> {
    let faults = read_draft(&Source::new(NAME, code), |_| ()).err()?;
    Some(faults.iter().map(|fault| fault.span().start).min().unwrap_or(0))
}

/// The text before a mend.
struct Kept {
    code: String,
    repairs: usize,
    mend: usize,
    faults: usize,
}

fn verdict(code: &str, fence: Fence, wanted: &Wanted<'_>) -> Verdict {
    let source = Source::new(NAME, code);
    match read(&source, Undeclared::Global, |reading| danger::judge(reading, judge(reading), (fence, wanted))) {
        Ok(verdict) => verdict,
        Err(faults) => danger::unparsed(code, faults, fence),
    }
}
