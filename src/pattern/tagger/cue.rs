//! Values behind the words that announce them.

use std::ops::Range;

use super::items::tells;
use super::topic::TOPIC;
use super::{Tagger, overlap};
use crate::pattern::form::{self, Form};
use crate::pattern::matcher::figure;
use crate::pattern::set::Slot;
use crate::pattern::settings::Setting;
use crate::pattern::utterance::{Class, Utterance};
use crate::template::ParamType;
use crate::text::TokenKind;
use crate::value::Value;

/// Words that may stand between a cue and its value, if a quote or a colon follows.
const LEADS: [&str; 24] = [
    "is",
    "says",
    "reads",
    "say",
    "saying",
    "reading",
    "be",
    "should",
    "will",
    "the",
    "a",
    "text",
    "texts",
    "word",
    "words",
    "following",
    "with",
    "that",
    "in",
    "of",
    "it",
    "to",
    "which",
    "as",
];

impl Tagger<'_> {
    /// A quote directly behind the name of the scene is its main text: `bullet list "House rules" …`.
    pub(super) fn quote_behind_name(&mut self, marked: &[Range<usize>]) {
        let Some(slot) = self.pattern.quotes.first().copied().filter(|slot| !self.is_bound(*slot)) else { return };
        for name in marked {
            let Some((tokens, quoted)) = self.utterance().quote_at(name.end) else { continue };
            let cued = |at: usize| {
                let takes = |cue: u16| cue != slot && self.pattern.slots[usize::from(cue)].takes_words();
                self.cue_from(at).is_some_and(|(cue, end)| end == name.end && takes(cue))
            };
            if name.clone().any(cued) {
                continue;
            }
            let behind =
                tokens.end + usize::from(matches!(self.utterance().word(tokens.end), "," | "and" | "&" | ";" | "/"));
            let one_of_several = self.utterance().quote_at(behind).is_some();
            if !one_of_several && self.is_free(&tokens) {
                self.bind(slot, Value::Text(quoted.to_owned()), tokens);
                return;
            }
        }
    }

    /// Values behind their cues, in the order of the text.
    pub(super) fn cues(&mut self, marked: &[Range<usize>]) {
        let mut at = 0;
        while at < self.utterance().len() {
            let quoted = |end: usize| self.utterance().quote_at(end).is_some();
            let part_of_name = |end: usize| {
                let inside = |mark: &&Range<usize>| mark.start <= at && end <= mark.end && mark.len() > end - at;
                let tells = |end: usize| quoted(end) || self.utterance().capital(end);
                marked.iter().find(inside).is_some_and(|mark| end < mark.end || !tells(end))
            };
            // `text` in `red text` says what is red.
            let part_of_setting = |end: usize| {
                let inside = self.regions.settings.iter().any(|set| set.tokens.start < at && end <= set.tokens.end);
                inside && self.utterance().word(end) != ":"
            };
            let mut cues = self.cues_at(at);
            cues.retain(|(_, end)| !part_of_name(*end) && !part_of_setting(*end));
            let next = cues.into_iter().find_map(|(slot, end)| self.behind_cue(slot, (at, end), marked));
            at = next.unwrap_or(at + 1);
        }
    }

    /// The longest cue of an unbound slot that begins at a token, once for each slot that has it: `left` may announce a
    /// text or a picture. In a wish nothing is announced.
    fn cues_at(&self, token: usize) -> Vec<(u16, usize)> {
        if self.regions.wished(token) {
            return Vec::new();
        }
        let mut cues: Vec<(u16, usize)> = self.all_cues_from(token).collect();
        let longest = cues.iter().map(|(_, end)| *end).max();
        cues.retain(|(_, end)| Some(*end) == longest);
        cues.reverse();
        cues
    }

    /// The longest cue of an unbound slot that begins at a token. In a wish nothing is announced.
    pub(super) fn cue_from(&self, token: usize) -> Option<(u16, usize)> {
        self.any_cue_from(token).filter(|_| !self.regions.wished(token))
    }

    /// The same, in a wish too.
    pub(super) fn any_cue_from(&self, token: usize) -> Option<(u16, usize)> {
        self.all_cues_from(token).max_by_key(|(_, end)| *end)
    }

    fn all_cues_from(&self, token: usize) -> impl Iterator<Item = (u16, usize)> {
        let hits = self.utterance().hits_at(token);
        hits.flat_map(move |hit| {
            let open = self.pattern.announced_by(hit.literal).filter(|slot| !self.is_bound(*slot));
            open.map(|slot| (slot, hit.tokens.end))
        })
    }

    /// Binds what stands behind a cue and returns where reading goes on.
    pub(super) fn behind_cue(
        &mut self,
        slot: u16,
        (cue, end): (usize, usize),
        marked: &[Range<usize>],
    ) -> Option<usize> {
        let spec = &self.pattern.slots[usize::from(slot)];
        let start = self.value_start(end).filter(|start| self.may_announce((cue, end), *start))?;
        let (value, tokens) = self.value_from(spec, start)?;
        let (value, tokens) = self.before_name(value, tokens, marked);
        // What follows a bare word is its value only if it is not something else: another cue, the name of the scene.
        let something_else = self.regions.cue_at(start).is_some() || marked.iter().any(|mark| overlap(mark, &tokens));
        let items = matches!(&value, Value::List(items) if items.len() < 3);
        let told = (items && spec.form.is_none() || spec.takes_words())
            && marked.iter().any(|mark| overlap(mark, &(cue..end)))
            && (!self.utterance().capital(start) || self.utterance().word(start) == "i");
        let inside = |setting: &Setting<'_>| setting.tokens.start <= tokens.start && tokens.end <= setting.tokens.end;
        let set = spec.takes_words() && self.regions.settings.iter().any(inside);
        if (something_else || told || set) && !announced(self.utterance(), start) || !self.is_free(&tokens) {
            return None;
        }
        self.explained[cue..start].fill(true);
        self.used.push(cue..end);
        let next = tokens.end;
        self.bind(slot, value, tokens);
        Some(next)
    }

    /// Whether a cue announces what begins at `start`: not behind a negation (`no title at all`), not who the scene is for
    /// (`for my cat`), not a verb (`the title write …`), and not another cue with its quote.
    fn may_announce(&self, (cue, end): (usize, usize), start: usize) -> bool {
        const OWNERS: [&str; 8] = ["my", "our", "your", "their", "his", "her", "us", "me"];
        let utterance = self.utterance();
        if start >= utterance.len() {
            return false;
        }
        let negated = cue > 0 && utterance.class(cue - 1).contains(Class::NEGATION) && !utterance.quoted(cue - 1);
        let small = !utterance.capital(start);
        let owner = small && OWNERS.contains(&utterance.word(start)) && utterance.word(cue) == "for" && end == cue + 1;
        let alone = start + 1 >= utterance.len() || utterance.class(start + 1).contains(Class::EDGE);
        let asks = small && alone && utterance.class(start).contains(Class::MAKE) && !announced(utterance, start);
        let quotes = self.regions.cue_at(start).is_some_and(|end| utterance.quote_at(end).is_some());
        !(negated || owner || asks || quotes)
    }

    /// A text that is not quoted ends before the name of the scene: `the word HELLO bouncing …`.
    fn before_name(&self, value: Value, tokens: Range<usize>, marked: &[Range<usize>]) -> (Value, Range<usize>) {
        let begins = |mark: &&Range<usize>| tokens.start < mark.start && mark.start < tokens.end;
        let mark = marked.iter().find(begins).filter(|_| !self.utterance().quoted(tokens.start));
        match (&value, mark) {
            (Value::Text(_), Some(mark)) => {
                let light =
                    |&token: &usize| self.utterance().class(token).light() || self.utterance().word(token) == ",";
                let Some(last) = (tokens.start..mark.start).rev().find(|token| !light(token)) else {
                    return (value, tokens);
                };
                let end = last + 1;
                (Value::Text(self.utterance().text.typed_range(tokens.start..end).to_owned()), tokens.start..end)
            }
            _ => (value, tokens),
        }
    }

    /// Where the value behind a cue begins: behind a colon, at a quote, or directly.
    pub(super) fn value_start(&self, end: usize) -> Option<usize> {
        let mut at = end;
        while at < self.utterance().len() {
            if self.utterance().quote_at(at).is_some() {
                return Some(at);
            }
            match self.utterance().word(at) {
                ":" | "=" | "→" => return Some(at + 1),
                "-" if self.utterance().class(at).contains(Class::EDGE) && self.heads_line(end) => {
                    return Some(at + 1);
                }
                "," if self.utterance().capital(at + 1) => return Some(at + 1),
                word if LEADS.contains(&word) => at += 1,
                // A capital letter begins the text itself: `titled Hello there: …`.
                _ if self.utterance().capital(at) => break,
                _ => match self.regions.pass(at) {
                    Some(next) => at = next,
                    None => break,
                },
            }
        }
        let behind_is =
            end + usize::from(matches!(self.utterance().word(end), "is" | "says" | "reads" | "saying" | "of"));
        if behind_is >= self.utterance().len() || self.utterance().class(behind_is).contains(Class::EDGE) {
            return None;
        }
        let topic = |word: &str| TOPIC.contains(&word) && word != "how";
        if topic(self.utterance().word(behind_is)) { self.behind_topic(behind_is) } else { Some(behind_is) }
    }

    /// Whether the words up to a token are all that stands before it on its line, as the key of a specification does.
    fn heads_line(&self, end: usize) -> bool {
        let line = (0..end).rev().find(|&at| self.utterance().is_break(at)).map_or(0, |at| at + 1);
        let bullet = usize::from(matches!(self.utterance().word(line), "-" | "*" | "•"));
        self.cue_from(line + bullet).is_some_and(|(_, cue)| cue == end)
    }

    /// Where a value begins behind what it is about: `title for our keynote: …`.
    pub(super) fn behind_topic(&self, topic: usize) -> Option<usize> {
        let end = self.utterance().clause(topic).end;
        (self.utterance().word(end) == ":" && end + 1 < self.utterance().len()).then_some(end + 1)
    }

    pub(super) fn value_from(&self, spec: &Slot, start: usize) -> Option<(Value, Range<usize>)> {
        let start = (start..self.utterance().len())
            .find(|&token| self.utterance().text.tokens()[token].kind != TokenKind::Break)?;
        if let Some((tokens, quoted)) = self.utterance().quote_at(start)
            && (!spec.is_web() || quoted.contains(['.', '/']))
            && (!spec.one_of.is_empty() || spec.form.as_ref().is_some_and(Form::is_line) || spec.is_address())
        {
            return Some((Value::Text(quoted.to_owned()), tokens));
        }
        if !spec.one_of.is_empty() {
            return spec.one_at(self.utterance(), start);
        }
        match &spec.form {
            Some(form) if form.is_line() => {
                let bare = || {
                    let reading = self.utterance().reading_at(start)?;
                    let value = figure(reading, &spec.kind).filter(|_| spec.kind == ParamType::Number)?;
                    Some((value, reading.tokens.clone()))
                };
                return form.stated_at(self.utterance(), start).or_else(bare);
            }
            Some(Form::Code) => return self.regions.code(start),
            Some(Form::Rows | Form::Pictures | Form::Commands) => return None,
            _ => {}
        }
        if spec.takes_words() && self.is_value_of_another(start) {
            return None;
        }
        match &spec.kind {
            ParamType::Text | ParamType::Prose => self.text_from(start, spec.kind == ParamType::Prose),
            ParamType::List => {
                let found = self.utterance().list(self.regions.list(start))?;
                (!tells(&found)).then(|| (Value::List(found.texts()), start..found.tokens.end))
            }
            ParamType::Series => {
                let limit = self.regions.limit(start);
                let found = spec.points(&self.pattern.slots, self.utterance(), start..limit)?;
                Some((Value::Series(found.points), found.tokens))
            }
            _ => {
                let reading = self.utterance().reading_at(start)?;
                let value =
                    figure(reading, &spec.kind).or_else(|| form::typed(reading, self.utterance(), &spec.kind))?;
                Some((value, reading.tokens.clone()))
            }
        }
    }

    /// Whether the value that begins at a token is one that another slot takes by its look.
    fn is_value_of_another(&self, start: usize) -> bool {
        let utterance = self.utterance();
        let open = |(index, slot): &(u16, &Slot)| !slot.common && !self.is_bound(*index);
        self.slots().filter(open).any(|(_, slot)| {
            let typed = || form::typed(utterance.reading_at(start)?, utterance, &slot.kind);
            let plain = slot.form.as_ref().filter(|form| form.is_plain() && form.sure_at(utterance, start));
            slot.is_address() && typed().is_some() || plain.is_some_and(|form| form.at(utterance, start).is_some())
        })
    }

    pub(super) fn text_from(&self, start: usize, prose: bool) -> Option<(Value, Range<usize>)> {
        if let Some((tokens, quoted)) = self.utterance().quote_at(start) {
            return Some((Value::Text(quoted.to_owned()), tokens));
        }
        let end = self.regions.text(start, prose);
        (end > start).then(|| (Value::Text(self.utterance().text.typed_range(start..end).to_owned()), start..end))
    }
}

/// Whether a value begins behind a colon or with a quote, and not just behind a word.
fn announced(utterance: &Utterance, start: usize) -> bool {
    utterance.quoted(start) || start > 0 && matches!(utterance.word(start - 1), ":" | "=" | "→")
}
