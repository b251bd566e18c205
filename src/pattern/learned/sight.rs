//! What the model sees of a request: for each token, some features, each a number that stands for what it says.
//!
//! A feature is a hash, so that nothing is allocated for it: of 32 bits, which for the some ten thousand features of a
//! model means a false friend in a million. Training and reading see the same.

use std::ops::Range;

use super::feature::{hash, looks, mix, places, words};
use super::role::roles_of;
use crate::pattern::candidate::Candidate;
use crate::pattern::set::{Pattern, PatternSet};
use crate::pattern::settings::Setting;
use crate::pattern::utterance::{Class, Utterance};
use crate::text::TokenKind;
use crate::value::Kind;

/// A request as one pattern reads it.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) utterance: &'a Utterance,
    pub(crate) patterns: &'a PatternSet,
    pub(crate) settings: &'a [Setting<'a>],
    pub(crate) candidate: &'a Candidate,
}

impl<'a> Scene<'a> {
    pub(super) fn pattern(&self) -> &'a Pattern {
        self.patterns.pattern(self.candidate)
    }
}

/// What a token is to the model, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum State {
    Bound,
    Setting,
    Quoted,
    Name,
    Cue,
    Refusal,
    Edge,
    Kind,
    Light,
    Content,
    Outside,
}

/// A token as features need it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub(super) word: u32,
    pub(super) ending: u32,
    pub(super) shape: u8,
    pub(super) state: State,
    pub(super) kind: u8,
    /// The role whose cue stood last, and how far away.
    pub(super) before: (u32, u8),
    /// The role whose cue stands next, and how far away.
    pub(super) behind: (u32, u8),
    /// The mark that last separated clauses, and how far away.
    pub(super) edge: (u32, u8),
    /// Where the nearest name of the scene stands.
    pub(super) name: u8,
    /// The first word of the clause.
    pub(super) lead: u32,
}

/// A request, seen.
pub(super) struct Sight {
    tokens: Vec<Seen>,
    /// What each open role says at every token.
    open: Vec<u32>,
}

const NOTHING: Seen = Seen {
    word: 1,
    ending: 1,
    shape: 0,
    state: State::Outside,
    kind: 0,
    before: (0, 0),
    behind: (0, 0),
    edge: (0, 0),
    name: 0,
    lead: 0,
};

impl Sight {
    /// Looks at a request in which some tokens are bound by rules, for the slots that are open.
    pub(super) fn new(scene: Scene<'_>, bound: &[Range<usize>], open: &[u16]) -> Self {
        let mut tokens: Vec<Seen> = (0..scene.utterance.len()).map(|token| seen(scene, token, bound)).collect();
        look_back(scene, &mut tokens);
        look_ahead(scene, &mut tokens);
        let roles = open.iter().flat_map(|&slot| roles_of(scene.pattern(), slot));
        Self { tokens, open: roles.map(hash).collect() }
    }

    /// Whether a token may be part of a value that rules did not find.
    pub(super) fn is_free(&self, token: usize) -> bool {
        !matches!(self.tokens[token].state, State::Bound | State::Setting | State::Name)
    }

    /// Takes away what the word of a token is, so that only its look and its place are left. `unlike` is a number that no
    /// other word has.
    pub(super) fn forget(&mut self, token: usize, unlike: u32) {
        self.tokens[token].word = unlike;
        self.tokens[token].ending = unlike;
    }

    /// Tells every feature of a token.
    pub(super) fn features(&self, token: usize, mut tell: impl FnMut(u32)) {
        let at =
            |offset: isize| token.checked_add_signed(offset).and_then(|at| self.tokens.get(at)).unwrap_or(&NOTHING);
        let around = [at(-2), at(-1), at(0), at(1), at(2)];
        for (template, says) in words(around).into_iter().chain(looks(around)).chain(places(around)) {
            tell(mix(template, says));
        }
        let look = at(0).look();
        for &role in &self.open {
            tell(mix(role, u32::MAX));
            tell(mix(mix(role, look), u32::MAX));
        }
    }
}

fn seen(scene: Scene<'_>, token: usize, bound: &[Range<usize>]) -> Seen {
    let utterance = scene.utterance;
    let word = utterance.word(token);
    let number = utterance.text.tokens()[token].is_number();
    Seen {
        word: if number { hash("0") } else { hash(word) },
        ending: hash(word.char_indices().rev().nth(2).map_or(word, |(at, _)| &word[at..])),
        shape: shape(utterance, token),
        state: state(scene, token, bound),
        kind: kind(utterance, token),
        ..NOTHING
    }
}

fn shape(utterance: &Utterance, token: usize) -> u8 {
    let typed = utterance.text.typed(token);
    let big = |c: char| c.is_uppercase();
    match utterance.text.tokens()[token].kind {
        TokenKind::Break => 1,
        TokenKind::Mark => 2,
        TokenKind::Number => 3,
        TokenKind::Word if typed.starts_with(big) && typed.chars().skip(1).any(big) => 4,
        TokenKind::Word if typed.starts_with(big) => 5,
        TokenKind::Word if typed.contains(|c: char| c.is_ascii_digit()) => 6,
        TokenKind::Word => 7,
    }
}

fn state(scene: Scene<'_>, token: usize, bound: &[Range<usize>]) -> State {
    let class = scene.utterance.class(token);
    match () {
        () if bound.iter().any(|tokens| tokens.contains(&token)) => State::Bound,
        () if scene.settings.iter().any(|setting| setting.tokens.contains(&token)) => State::Setting,
        () if scene.utterance.quoted(token) => State::Quoted,
        () if scene.candidate.marks.iter().any(|mark| mark.contains(&token)) => State::Name,
        () if class.intersects(Class::BEYOND | Class::NEGATION) => State::Refusal,
        () if class.contains(Class::EDGE) => State::Edge,
        () if class.light() => State::Light,
        () if class.contains(Class::KIND) => State::Kind,
        () => State::Content,
    }
}

fn kind(utterance: &Utterance, token: usize) -> u8 {
    let Some(reading) = utterance.readings.iter().find(|reading| reading.tokens.contains(&token)) else { return 0 };
    match reading.kind {
        Kind::Number(_) => 1,
        Kind::Percent(_) | Kind::Fraction(_) => 2,
        Kind::Money { .. } => 3,
        Kind::Date(_) | Kind::Time(_) => 4,
        Kind::Colour(_) | Kind::Gradient(_) => 5,
        Kind::Seconds(_) | Kind::Frames(_) | Kind::Fps(_) => 6,
        Kind::Url(_) | Kind::Email(_) | Kind::File(_) | Kind::Handle(_) => 7,
        _ => 8,
    }
}

/// The longest cue of the pattern that begins at a token: its end, and the first role of its slot.
fn cue_at(scene: Scene<'_>, token: usize) -> Option<(usize, u32)> {
    let announced = |literal| scene.pattern().announced_by(literal);
    let hits = scene.utterance.hits_at(token);
    let ours = hits.flat_map(|hit| announced(hit.literal).map(|slot| (hit.tokens.end, slot)));
    let (end, slot) = ours.max_by_key(|(end, _)| *end)?;
    Some((end, roles_of(scene.pattern(), slot).next().map_or(2, hash)))
}

/// Notes at each token what stood last before it.
fn look_back(scene: Scene<'_>, tokens: &mut [Seen]) {
    let (mut cue, mut cue_end, mut edge, mut lead) = (0, 0, 0, 0);
    let (mut edge_end, mut named) = (0, None);
    for at in 0..tokens.len() {
        if let Some((end, role)) = cue_at(scene, at).filter(|(end, _)| *end > cue_end) {
            tokens[at..end]
                .iter_mut()
                .filter(|seen| seen.state as u8 > State::Name as u8)
                .for_each(|seen| seen.state = State::Cue);
            (cue, cue_end) = (role, end);
        }
        if at == edge_end {
            lead = tokens[at].word;
        }
        tokens[at].before = (cue, distance(cue_end, at));
        tokens[at].edge = (edge, distance(edge_end, at));
        tokens[at].lead = lead;
        tokens[at].name = named.map_or(0, |end| 1 + distance(end, at));
        match tokens[at].state {
            State::Edge => (edge, edge_end, lead) = (tokens[at].word, at + 1, 0),
            State::Name => named = Some(at + 1),
            _ => {}
        }
    }
}

/// Notes at each token what stands next behind it.
fn look_ahead(scene: Scene<'_>, tokens: &mut [Seen]) {
    let (mut cue, mut cue_start) = (0, tokens.len());
    let mut named = None;
    for at in (0..tokens.len()).rev() {
        tokens[at].behind = (cue, distance(at, cue_start));
        if let Some((_, role)) = cue_at(scene, at) {
            (cue, cue_start) = (role, at);
        }
        if tokens[at].name == 0 {
            tokens[at].name = named.map_or(0, |start| 5 + distance(at, start));
        }
        if tokens[at].state == State::Name {
            named = Some(at);
        }
    }
}

/// How far two places lie apart, roughly.
fn distance(from: usize, to: usize) -> u8 {
    match to.saturating_sub(from) {
        0 => 0,
        1 | 2 => 1,
        3..=5 => 2,
        _ => 3,
    }
}
