//! What is left when all that is announced has been read: quotes, words behind the name, and what it is about.

use std::ops::Range;

use super::Tagger;
use crate::pattern::set::Slot;
use crate::pattern::settings::Setting;
use crate::pattern::utterance::Class;
use crate::template::ParamType;
use crate::value::Value;

/// Words that lead from the name of a scene to what it is about.
pub(super) const TOPIC: [&str; 12] =
    ["of", "about", "on", "for", "showing", "shows", "comparing", "with", "how", "explaining", "between", "w"];

/// Those of them that say what a scene is about whose name alone is vague: `a table of oak` is none, nor is `a carousel
/// with horses`, whereas `w/` is only written where something is ordered.
const ABOUT: [&str; 7] = ["about", "on", "comparing", "w", "how", "explaining", "between"];

/// Words that questions begin with.
const ASKS: [&str; 7] = ["how", "what", "where", "why", "who", "which", "when"];

/// Words that lead away from what a scene is called.
const ASIDE: [&str; 12] = ["on", "in", "at", "like", "with", "by", "from", "as", "over", "behind", "where", "when"];

/// How many words of content a topic has at most; what is longer tells a story of its own.
const LONGEST_TOPIC: usize = 6;

impl Tagger<'_> {
    /// Quotes that nothing has claimed, in the order of the pattern's slots for them.
    pub(super) fn quotes(&mut self) {
        for quote in self.utterance().text.quotes() {
            let tokens = quote.first..quote.end;
            let typeface = |setting: &Setting<'_>| setting.param == "font" && setting.tokens.contains(&tokens.start);
            if !self.is_free(&tokens) || self.regions.settings.iter().any(typeface) {
                continue;
            }
            let slot = self.cue_behind(tokens.end);
            let slot = slot.or_else(|| self.pattern.quotes.iter().copied().find(|slot| !self.is_bound(*slot)));
            if let Some(slot) = slot {
                let value = Value::Text(self.utterance().text.slice(quote.inner).to_owned());
                self.bind(slot, value, tokens);
            }
        }
    }

    /// The slot of a cue that stands behind its quote: `small "Confidential" above it`.
    fn cue_behind(&mut self, end: usize) -> Option<u16> {
        let (slot, behind) = self.cue_from(end)?;
        let announces = self.utterance().word(behind) == ":" || self.utterance().quote_at(behind).is_some();
        let takes = self.pattern.slots[usize::from(slot)].takes_words() && !announces;
        takes.then(|| {
            self.explained[end..behind].fill(true);
            slot
        })
    }

    /// Words behind the name of the scene: behind a colon, or as a name (`title card Demo Day`).
    pub(super) fn behind_the_name(&mut self, marked: &[Range<usize>]) {
        let main = self.pattern.quotes.first().copied().filter(|slot| !self.is_bound(*slot));
        let Some(slot) = main else { return };
        let spec = &self.pattern.slots[usize::from(slot)];
        for name in marked {
            let mut at = name.end;
            let leads = |at: usize| !self.utterance().capital(at) && !ASIDE.contains(&self.utterance().word(at));
            while let Some(next) = self.regions.pass(at).filter(|_| leads(at)) {
                at = next;
            }
            while self.utterance().word(at) == "," && !self.utterance().capital(at + 1) {
                let Some(next) = self.regions.pass(at + 1) else { break };
                at = next;
            }
            let topic = TOPIC.contains(&self.utterance().word(name.end)) && !self.utterance().capital(name.end);
            let about = topic.then(|| self.behind_topic(name.end)).flatten();
            let announced = about.is_some() || matches!(self.utterance().word(at), ":" | "=" | "→" | "-");
            let parted = announced || self.utterance().word(at) == ",";
            let start = about.unwrap_or(at + usize::from(parted));
            let items = |slot: &Slot| !slot.common && matches!(slot.kind, ParamType::List | ParamType::Series);
            let named = self.utterance().capital(start)
                && (spec.required || start == name.end || !self.slots().any(|(_, slot)| items(slot)));
            if !announced && !named || start >= self.utterance().len() {
                continue;
            }
            let Some((value, tokens)) = self.value_from(spec, start).filter(|(_, tokens)| self.is_free(tokens)) else {
                continue;
            };
            let set = |setting: &Setting<'_>| setting.tokens.start == tokens.start && tokens.end <= setting.tokens.end;
            // Where all is in capitals, they make no name: `STARFIELD 10 SECONDS BLACK BACKGROUND`.
            if self.regions.settings.iter().any(set) && self.utterance().shouts() {
                continue;
            }
            let (value, tokens) = if announced { (value, tokens) } else { self.before_clause(value, tokens) };
            self.bind(slot, value, tokens);
            return;
        }
    }

    /// A text before the name of the scene: `Hello Summer as gradient text`, `Cocktails written in neon tubes`.
    pub(super) fn before_the_name(&mut self, marked: &[Range<usize>]) {
        const JOINS: [&str; 8] = ["as", "in", "written", "spelled", "spelt", "made", "typed", "set"];
        let main = self.pattern.quotes.first().copied().filter(|slot| !self.is_bound(*slot));
        let (Some(slot), Some(name)) = (main, marked.first()) else { return };
        let utterance = self.utterance();
        let light = |&token: &usize| self.explained[token] || utterance.class(token).light();
        let start = (0..name.start).find(|&token| {
            let asks = utterance.class(token).intersects(Class::MAKE | Class::FUNCTION);
            !light(&token) || utterance.capital(token) && !asks && (token > 0 || utterance.capital(token + 1))
        });
        let start = start.unwrap_or(name.start);
        let join = (start..name.start).find(|&token| JOINS.contains(&utterance.word(token)));
        let Some(end) = join.filter(|&end| end > start && end - start <= LONGEST_TOPIC) else { return };
        let joined = (end..name.start).all(|token| {
            light(&token)
                || JOINS.contains(&utterance.word(token))
                || self.regions.settings.iter().any(|setting| setting.tokens.contains(&token))
        });
        let fits = joined
            && utterance.capital(start)
            && !(start..end).any(|token| utterance.class(token).contains(Class::EDGE));
        if fits && self.pattern.slots[usize::from(slot)].takes_words() && self.is_free(&(start..end)) {
            self.explained[end..name.start].fill(true);
            let value = Value::Text(self.utterance().text.typed_range(start..end).to_owned());
            self.bind(slot, value, start..end);
        }
    }

    /// A name that nothing announces ends where a clause about it begins: `progress bar Ward 7 that …`.
    fn before_clause(&self, value: Value, tokens: Range<usize>) -> (Value, Range<usize>) {
        const CLAUSES: [&str; 9] = ["that", "which", "who", "where", "while", "with", "whose", "when", "then"];
        let clause = (tokens.start + 1..tokens.end)
            .find(|&token| CLAUSES.contains(&self.utterance().word(token)) && !self.utterance().quoted(token));
        match (value, clause) {
            (Value::Text(_), Some(end)) => {
                (Value::Text(self.utterance().text.typed_range(tokens.start..end).to_owned()), tokens.start..end)
            }
            (value, _) => (value, tokens),
        }
    }

    /// What the scene is about, behind its name: understood, and shown nowhere.
    pub(super) fn topic(&mut self, marked: &[Range<usize>]) {
        let open = |kinds: fn(&Slot) -> bool| {
            self.slots().any(|(index, slot)| !slot.common && kinds(slot) && !self.is_bound(index))
        };
        let items =
            open(|slot| slot.required && matches!(slot.kind, ParamType::List | ParamType::Series | ParamType::Prose));
        let longest = if open(|slot| slot.required) { LONGEST_TOPIC } else { LONGEST_TOPIC / 2 };
        for name in marked {
            let mut at = name.end;
            while at < self.utterance().len() && !self.leads_topic(at) {
                match self.regions.pass(at).or_else(|| self.behind_value(at)) {
                    Some(next) => at = next,
                    None => break,
                }
            }
            let within =
                name.end + 1 < at && self.utterance().word(at - 1) == "which" && self.utterance().word(at - 2) == "in";
            let leads = within || at < self.utterance().len() && self.leads_topic(at);
            if !leads || self.utterance().word(at) == "with" && !items {
                continue;
            }
            let stops = |token: &usize| {
                let class = self.utterance().class(*token);
                class.contains(Class::EDGE)
                    || class.contains(Class::BEYOND)
                    || self.is_another(*token)
                    || self.utterance().word(*token) == "with" && *token > at
                    || self.utterance().quoted(*token)
                    || !self.is_free(&(*token..*token + 1))
            };
            let end = (at..self.utterance().len()).find(stops).unwrap_or(self.utterance().len());
            let set = |token: usize| self.regions.settings.iter().any(|setting| setting.tokens.contains(&token));
            let says = |&token: &usize| !self.utterance().class(token).light() && !self.explained[token] && !set(token);
            let content = (at..end).filter(says).count();
            if content <= longest {
                let asks = !TOPIC.contains(&self.utterance().word(at)) || self.asks(at + 1);
                let tells = |token: usize| !self.utterance().class(token).light() && !set(token);
                let about = (at..end).any(tells) && (ABOUT.contains(&self.utterance().word(at)) || asks);
                self.about |= about;
                self.story = self.story.or(about.then_some(end));
                self.explained[at..end].fill(true);
            }
        }
    }

    /// Whether a word leads from the name of a scene to what it is about, as a question does that nobody answers.
    fn leads_topic(&self, token: usize) -> bool {
        TOPIC.contains(&self.utterance().word(token)) || matches!(self.utterance().word(token), "what" | "why" | "who")
    }

    fn asks(&self, token: usize) -> bool {
        ASKS.contains(&self.utterance().word(token))
    }

    /// The token behind the value of a slot that begins at a token.
    fn behind_value(&self, token: usize) -> Option<usize> {
        self.values.iter().find(|value| value.tokens.start == token).map(|value| value.tokens.end)
    }

    /// Whether another kind of scene is named: `on the left and a quote on the right`.
    pub(super) fn is_another(&self, token: usize) -> bool {
        let led = token.checked_sub(1).is_some_and(|before| matches!(self.utterance().word(before), "a" | "an"));
        let kind = self.utterance().class(token).contains(Class::KIND);
        led && kind && !self.pattern.says(self.utterance().line.word(token))
    }

    /// A question behind a colon says what data are about, and so does what is counted: `steps: how to repot an orchid`,
    /// `top 5 longest rivers`.
    pub(super) fn question(&mut self, marked: &[Range<usize>]) {
        let data = |slot: &Slot| slot.required && matches!(slot.kind, ParamType::List | ParamType::Series);
        if !self.slots().any(|(index, slot)| data(slot) && !self.is_bound(index)) {
            return;
        }
        for name in marked {
            let utterance = self.utterance();
            let counted = utterance.text.tokens()[name.end - 1].is_number();
            let asks = utterance.word(name.end) == ":" && ASKS.contains(&utterance.word(name.end + 1));
            let start = if asks { name.end + 1 } else { name.end };
            if !(asks || counted) || start >= utterance.len() || utterance.quoted(start) {
                continue;
            }
            let end = utterance.clause(start).end;
            let wish =
                self.regions.wishes.iter().map(|wish| wish.tokens.start).find(|at| (start + 1..end).contains(at));
            let tokens = start..wish.unwrap_or(end);
            let told = |&token: &usize| !utterance.class(token).light() && !self.explained[token];
            let plain = tokens
                .clone()
                .all(|token| !utterance.class(token).contains(Class::BEYOND) && self.is_free(&(token..token + 1)));
            if plain && tokens.clone().filter(told).count() <= LONGEST_TOPIC {
                self.about = true;
                self.explained[tokens.clone()].fill(true);
                self.topics.push(tokens);
            }
        }
    }
}
