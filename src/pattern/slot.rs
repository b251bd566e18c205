//! Slots: the parameters of a template as a pattern reads them.

use std::borrow::Cow;
use std::ops::Range;

use super::form::Form;
use super::utterance::Utterance;
use crate::template::{Manifest, ParamSpec, ParamType};
use crate::value::series::{self, Series};
use crate::value::{Figure, Value};

/// A parameter as a pattern reads it.
#[derive(Debug, Clone)]
pub(crate) struct Slot {
    pub(crate) name: Cow<'static, str>,
    pub(crate) kind: ParamType,
    /// Whether the scene has nothing to show without it.
    pub(crate) required: bool,
    /// Whether every template has it. Only phrases and cues that name it bind it; [`super::settings`] reads the rest.
    pub(crate) common: bool,
    /// How its value is written, where that is more than its type says.
    pub(crate) form: Option<Form>,
    /// The only values that it takes, where nothing announces one.
    pub(crate) one_of: Vec<String>,
}

/// How many tokens tell whether points begin: each place of a long request is asked, and reading all that follows every
/// time would take its square.
const FIRST_POINTS: usize = 32;

impl Slot {
    pub(crate) fn all_of(manifest: &Manifest) -> Vec<Self> {
        let own = manifest.params().iter().map(|spec| Self::of(spec, false));
        own.chain(manifest.common().map(|spec| Self::of(spec, true))).collect()
    }

    fn of(spec: &ParamSpec, common: bool) -> Self {
        Self {
            name: spec.name.clone(),
            kind: spec.kind.clone(),
            required: spec.required,
            common,
            form: None,
            one_of: Vec::new(),
        }
    }

    /// The points that stand where a range begins. Of a long range only the first tokens are read to see that none do.
    pub(crate) fn points_at(&self, slots: &[Slot], utterance: &Utterance, range: Range<usize>) -> Option<Series> {
        if range.len() > FIRST_POINTS && !self.points_begin(slots, utterance, range.clone()) {
            return None;
        }
        self.points(slots, utterance, range.clone()).filter(|found| found.tokens.start == range.start)
    }

    /// Whether points stand where a range begins, as far as its first tokens tell.
    pub(crate) fn points_begin(&self, slots: &[Slot], utterance: &Utterance, range: Range<usize>) -> bool {
        let first = range.start..range.end.min(range.start + FIRST_POINTS);
        self.points(slots, utterance, first).is_some_and(|found| found.tokens.start == range.start)
    }

    /// The points that a range holds. Their values are plain numbers where the template shows their unit beside them, and
    /// are as typed otherwise.
    pub(crate) fn points(&self, slots: &[Slot], utterance: &Utterance, range: Range<usize>) -> Option<Series> {
        let text = &utterance.text;
        if self.form == Some(Form::Texts) {
            return utterance.pairs(range).map(without_header);
        }
        let price = |found: &Series| match found.points.as_slice() {
            [point] => {
                found.unit.as_deref().is_some_and(is_currency) && point.label.starts_with(|c: char| !c.is_lowercase())
            }
            _ => false,
        };
        let rest = range.clone().any(|token| matches!(text.word(token), "rest" | "remainder"));
        let shares = if rest { series::shares(text, range.clone()) } else { None };
        let mut found = shares.or_else(|| utterance.points(range.clone())).or_else(|| {
            let single = utterance.single_point(range)?;
            (self.required && price(&single)).then_some(single)
        })?;
        if self.form != Some(Form::Numbers) && !slots.iter().any(|slot| slot.name == "unit") {
            found.points = found.typed_points();
        }
        Some(found)
    }

    /// The one of its only values that stands at a token, as typed.
    pub(crate) fn one_at(&self, utterance: &Utterance, token: usize) -> Option<(Value, Range<usize>)> {
        let words = |known: &&String| {
            let known = known.split(' ').map(str::to_lowercase);
            known.enumerate().all(|(at, word)| utterance.text.word(token + at) == word)
        };
        let length = self.one_of.iter().filter(words).map(|known| known.split(' ').count()).max()?;
        let dot = usize::from(utterance.text.word(token + length) == "." && utterance.text.word(token).len() <= 3);
        let tokens = token..token + length + dot;
        Some((Value::Text(utterance.text.typed_range(tokens.clone()).to_owned()), tokens))
    }

    /// Whether its value is an address of the web or a picture.
    pub(crate) fn is_web(&self) -> bool {
        matches!(self.kind, ParamType::Url | ParamType::Image)
    }

    /// Whether its value is an address, an account or a price, which are one text on the screen.
    pub(crate) fn is_address(&self) -> bool {
        matches!(self.kind, ParamType::Url | ParamType::Image | ParamType::Handle | ParamType::Money | ParamType::Date)
    }

    /// Whether the words of a request may be its value without being announced.
    pub(crate) fn takes_words(&self) -> bool {
        !self.common
            && matches!(self.kind, ParamType::Text | ParamType::Prose)
            && matches!(self.form, None | Some(Form::Code))
            && self.one_of.is_empty()
    }
}

/// What the columns of pairs are called.
const HEADS: [&str; 18] = [
    "name",
    "role",
    "title",
    "job",
    "position",
    "person",
    "date",
    "year",
    "when",
    "what",
    "event",
    "milestone",
    "time",
    "speaker",
    "message",
    "from",
    "text",
    "member",
];

/// Pairs without the line above them that says what they are: `name,role`.
fn without_header(mut found: Series) -> Series {
    let is_head = |text: &str| HEADS.iter().any(|head| text.eq_ignore_ascii_case(head));
    let header = found
        .points
        .first()
        .is_some_and(|point| is_head(&point.label) && matches!(&point.value, Figure::Text(value) if is_head(value)));
    if header && found.points.len() > 2 {
        found.points.remove(0);
        found.typed.remove(0);
    }
    found
}

/// Whether a unit is a sign of money: a single label with a price is a point, with another figure it may be anything.
fn is_currency(unit: &str) -> bool {
    matches!(unit, "$" | "€" | "£" | "¥" | "₹" | "CHF" | "kr" | "zł")
}
