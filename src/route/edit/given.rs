//! What a parameter is given: words of a request as a value of its type.

use std::ops::Range;

use serde_json::Value as Json;

use super::inventory::shown;
use super::naming::stem;
use super::noun::{Facet, Noun, What};
use super::reader::Reader;
use crate::route::Given;
use crate::template::{ParamSpec, ParamType, common_params};
use crate::value::{Kind, Number, Value, list};

/// What came of reading a value.
#[derive(Debug, Clone)]
pub(super) enum Outcome {
    /// The words are no such value.
    No,
    /// They are one that the parameter does not take: what is wrong.
    Wrong(String),
    /// The value, and how little the words look like it.
    Value(Given, f64),
}

/// Common parameters whose values are said in words of their own.
const DICTIONARIES: [&str; 15] = [
    "animation",
    "direction",
    "position",
    "size",
    "speed",
    "theme",
    "format",
    "effect",
    "case",
    "weight",
    "align",
    "spacing",
    "exit",
    "easing",
    "font",
];

/// What a figure may be of.
pub(super) const UNITS: [&str; 22] = [
    "px",
    "pixels",
    "pixel",
    "percent",
    "stars",
    "colour",
    "color",
    "degrees",
    "points",
    "pt",
    "%",
    "metres",
    "meters",
    "km",
    "kilometres",
    "miles",
    "rpm",
    "people",
    "kg",
    "o'clock",
    "m",
    "likes",
];

impl Reader<'_> {
    /// Where a value that begins at a token may end.
    pub(super) fn value_ends(&self, at: usize) -> Vec<usize> {
        let mut ends = Vec::new();
        for start in [at, self.behind_lead(at)] {
            for (end, _) in self.readings(start) {
                ends.push(end);
                ends.extend(self.is(end, &UNITS).then_some(end + 1));
            }
            let settings = self.settings_at(start).iter();
            ends.extend(settings.filter(|(own, _, _)| DICTIONARIES.contains(own)).map(|(_, end, _)| *end));
            ends.extend(self.choices_at(start));
            ends.extend(self.share_words(start));
        }
        ends.extend(self.text_ends(at));
        ends.sort_unstable();
        ends.dedup();
        ends
    }

    /// Whether some words are a value by their form: a figure, a colour, a setting, a choice.
    pub(super) fn is_typed(&self, tokens: &Range<usize>) -> bool {
        [tokens.start, self.behind_lead(tokens.start)].into_iter().any(|start| {
            let read = self.readings(start).iter().any(|(end, _)| (*end..end + 2).contains(&tokens.end));
            let set = self.settings_at(start).iter().any(|(_, end, _)| (*end..end + 2).contains(&tokens.end));
            read || set || self.choices_at(start).contains(&tokens.end) || self.share_words(start) == Some(tokens.end)
        }) || self.ordinal_number(tokens.start).is_some()
    }

    /// The token behind words that say nothing of a value: `a`, `in`, `only`.
    fn behind_lead(&self, at: usize) -> usize {
        let lead = [
            "a", "an", "the", "in", "only", "just", "about", "like", "gradient", "be", "at", "on", "to", "with",
            "exactly",
        ];
        let mut start = at;
        while self.is(start, &lead) && start < at + 3 {
            start += 1;
        }
        start
    }

    /// The name of a choice of some scene that stands at a token.
    fn choices_at(&self, at: usize) -> Vec<usize> {
        let mut ends = Vec::new();
        for scene in &self.inventory.scenes {
            for spec in scene.own() {
                if let ParamType::Choice(names) = &spec.kind {
                    ends.extend(names.iter().filter_map(|name| self.chosen(at, name)));
                }
            }
        }
        let effect = common_params().iter().find(|spec| spec.name == "effect").map(|spec| &spec.kind);
        if let Some(ParamType::Choice(names)) = effect {
            ends.extend(names.iter().filter_map(|name| self.chosen(at, name)));
        }
        ends
    }

    fn chosen(&self, at: usize, name: &str) -> Option<usize> {
        let own = self.inventory.own.iter().find_map(|naming| naming.choice(name));
        let words = self.naming.choice(name).or(own)?;
        let end = self.says(at, words).filter(|_| !words.is_empty());
        end.map(|end| end + usize::from(self.is(end, &["side", "hand", "one"])))
    }

    fn share_words(&self, at: usize) -> Option<usize> {
        let never = self.is(at, &["all"]) && at > 0 && self.is(at - 1, &["at"]);
        let shares = ["halfway", "half", "full", "all", "completely", "none", "zero", "every"];
        (self.is(at, &shares) && !never).then_some(at + 1)
    }

    /// Words as a value of a scene's parameter, where a text is quoted or looks like a name.
    pub(super) fn given_name(&self, scene: usize, spec: &ParamSpec, tokens: Range<usize>) -> Outcome {
        const LONGEST: usize = 5;
        let text = matches!(spec.kind, ParamType::Text | ParamType::Prose | ParamType::Date | ParamType::List);
        let quoted = self.utterance.quote_at(tokens.start).is_some();
        let typed = self.readings(tokens.start).iter().any(|(end, _)| *end == tokens.end);
        // The first word of a sentence has its capital letter for that.
        let first = tokens.start == 0 || self.is(tokens.start - 1, &[".", "!", "?"]);
        let verb = first && tokens.len() == 1 && self.number_of(tokens.start).is_some();
        let name = tokens.len() <= LONGEST && self.is_name(tokens.start) && !self.shouted(&tokens) && !verb;
        // A number is words for the screen where words announce it, or where one stands there now.
        let short = self.ordinal_number(tokens.start).is_some_and(|(end, _)| end == tokens.end);
        if text && short && !quoted && !self.holds_figure(scene, spec) {
            return Outcome::No;
        }
        // `30% now`, `Bergen not Oslo`: the rest says how it was.
        let remark = (tokens.start + 1..tokens.end).any(|at| self.is(at, &["now", "not", "instead", "rather"]));
        if text && !quoted && (remark || self.is_date_of_another(scene, spec, &tokens)) {
            return Outcome::No;
        }
        if text && !quoted && !typed && !name && Facet::of(spec) != Facet::Font {
            Outcome::No
        } else {
            self.given(scene, spec, tokens)
        }
    }

    /// Whether words are a date, for which the scene has a parameter of its own.
    fn is_date_of_another(&self, scene: usize, spec: &ParamSpec, tokens: &Range<usize>) -> bool {
        let readings = self.readings(tokens.start);
        let dated = readings.iter().any(|(end, kind)| *end == tokens.end && matches!(kind, Kind::Date(_)));
        let own = || self.inventory.scenes[scene].own().iter().any(|own| own.kind == ParamType::Date);
        dated && spec.kind != ParamType::Date && own()
    }

    fn holds_figure(&self, scene: usize, spec: &ParamSpec) -> bool {
        let present = self.inventory.scenes[scene].value(&spec.name).and_then(Json::as_str);
        present
            .is_some_and(|present| present.chars().filter(char::is_ascii_digit).count() * 2 >= present.chars().count())
    }

    fn shouted(&self, tokens: &Range<usize>) -> bool {
        let text = self.utterance.text().typed_range(tokens.clone());
        text.len() > 3
            && !text.contains(char::is_lowercase)
            && text.contains(char::is_alphabetic)
            && self.utterance.shouts()
    }

    /// Words as a value of a scene's parameter. Most values do not depend on what is there now, so that scenes of the same
    /// template are read once.
    pub(super) fn given(&self, scene: usize, spec: &ParamSpec, tokens: Range<usize>) -> Outcome {
        let present =
            matches!(spec.kind, ParamType::Number | ParamType::Percent | ParamType::Seconds | ParamType::Money);
        if present {
            return self.read_as(scene, spec, tokens);
        }
        let key = (std::ptr::from_ref(spec).addr(), tokens.start, tokens.end);
        if let Some(known) = self.given.borrow().get(&key) {
            return known.clone();
        }
        let read = self.read_as(scene, spec, tokens);
        self.given.borrow_mut().insert(key, read.clone());
        read
    }

    fn read_as(&self, scene: usize, spec: &ParamSpec, tokens: Range<usize>) -> Outcome {
        let present = self.inventory.scenes[scene].value(&spec.name);
        let start = self.behind_lead(tokens.start).min(tokens.end.saturating_sub(1));
        let bare = start..tokens.end;
        let value = match &spec.kind {
            ParamType::Colour | ParamType::Ground => self.colour(&bare),
            ParamType::Number | ParamType::Percent | ParamType::Seconds => {
                self.figure(&tokens, spec, present).or_else(|| self.figure(&bare, spec, present))
            }
            ParamType::Factor(_) => self.worded(&spec.name, &bare).or_else(|| self.times(&bare)),
            ParamType::Choice(names) => self.choice(&spec.name, &bare, names),
            ParamType::Easing => self.worded(&spec.name, &bare),
            ParamType::Money => self.money(&bare, present),
            ParamType::Text if Facet::of(spec) == Facet::Font => self.font(&bare),
            ParamType::List => return self.list(spec, &tokens),
            ParamType::Series | ParamType::Image => None,
            ParamType::Url | ParamType::Handle => self.address(&bare, &spec.kind),
            ParamType::Text | ParamType::Prose | ParamType::Date => return self.text(scene, spec, &tokens),
        };
        let Some(value) = value else { return Outcome::No };
        match spec.check(value) {
            Ok(value) => Outcome::Value(Given::Value(value), 0.0),
            Err(message) => Outcome::Wrong(message),
        }
    }

    fn text(&self, scene: usize, spec: &ParamSpec, tokens: &Range<usize>) -> Outcome {
        let typed = self.typed(tokens);
        let cost = self.text_cost(tokens);
        // `change the text to red`: a colour, a size or a number is hardly what is to be read there.
        let look =
            cost > 0.0 && !self.is_name(tokens.start) && (self.colour(tokens).is_some() || self.is_setting(tokens));
        let quoted = self.utterance.quote_at(tokens.start).is_some();
        let number = self.number(tokens.start).iter().any(|(end, _)| *end == tokens.end);
        let other = match () {
            () if cost > 0.0 && self.says_otherwise(tokens) => 3.0,
            () if !quoted && number && !self.holds_figure(scene, spec) => 2.0,
            () => 0.0,
        };
        match spec.check(Value::Text(typed)) {
            Ok(value) => Outcome::Value(Given::Value(value), cost + other + if look { 2.0 } else { 0.0 }),
            Err(message) => Outcome::Wrong(message),
        }
    }

    /// Whether words for the screen are rather a parameter with its value (`theme light`), or find fault (`wrong`).
    pub(super) fn says_otherwise(&self, tokens: &Range<usize>) -> bool {
        const FAULTS: [&str; 14] = [
            "wrong", "old", "outdated", "missing", "bad", "ugly", "fine", "ok", "okay", "good", "great", "perfect",
            "boring", "off",
        ];
        if tokens.len() == 1 {
            return self.is(tokens.start, &FAULTS);
        }
        let param = |noun: &Noun| noun.mentions.iter().any(|mention| matches!(mention.what, What::Param(_)));
        let value = |end: usize| end < tokens.end && self.is_typed(&(end..tokens.end));
        self.nouns(tokens.start).iter().any(|(end, noun)| param(noun) && value(*end))
    }

    fn is_setting(&self, tokens: &Range<usize>) -> bool {
        DICTIONARIES.iter().any(|dictionary| self.worded(dictionary, tokens).is_some())
    }

    fn list(&self, spec: &ParamSpec, tokens: &Range<usize>) -> Outcome {
        if tokens.clone().any(|token| self.is(token, &["first", "then", "last", "finally"])) {
            return Outcome::No;
        }
        let Some(list) = list::read(self.utterance.text(), tokens.clone()).filter(|list| list.tokens.end == tokens.end)
        else {
            return Outcome::No;
        };
        match spec.check(Value::List(list.texts())) {
            Ok(value) => Outcome::Value(Given::Value(value), 0.5),
            Err(message) => Outcome::Wrong(message),
        }
    }

    /// A colour or two, with nothing beside them.
    pub(super) fn colour(&self, tokens: &Range<usize>) -> Option<Value> {
        let start = self.behind_lead(tokens.start);
        let noun = usize::from(tokens.end > 1 && self.is(tokens.end - 1, &["colour", "color", "tone", "one"]));
        let readings = self.readings(start).into_iter().chain(self.readings(tokens.start));
        let mut whole = readings.filter(|(end, _)| *end == tokens.end || *end + noun == tokens.end);
        whole.find_map(|(_, kind)| match kind {
            Kind::Colour(colour) => Some(Value::Colour(colour)),
            Kind::Gradient(gradient) => Some(Value::Gradient(gradient)),
            _ => None,
        })
    }

    fn figure(&self, tokens: &Range<usize>, spec: &ParamSpec, present: Option<&Json>) -> Option<Value> {
        let (kind, name) = (&spec.kind, spec.name.as_ref());
        let unit = usize::from(tokens.len() > 1 && self.is(tokens.end - 1, &UNITS));
        for (end, read) in self.readings(tokens.start) {
            if let (Kind::Fps(number), true) = (&read, end == tokens.end && name == "fps") {
                return Some(Value::Number(*number));
            }
            if end != tokens.end && end + unit != tokens.end {
                continue;
            }
            match (read, kind) {
                (Kind::Number(number) | Kind::Percent(number), ParamType::Number | ParamType::Percent)
                | (Kind::Number(number) | Kind::Seconds(number), ParamType::Seconds) => {
                    return Some(Value::Number(number));
                }
                (Kind::Money { amount, .. }, ParamType::Number) if Facet::of(spec) == Facet::Other => {
                    return Some(Value::Number(amount));
                }
                _ => {}
            }
        }
        let share = match self.word(tokens.start) {
            _ if tokens.len() != 1 => None,
            "halfway" | "half" => Some(50),
            "full" | "completely" | "all" | "every" => Some(100),
            _ => None,
        };
        let number = match kind {
            ParamType::Percent => share.map(|share| Value::Number(Number::from(share))),
            _ => None,
        };
        let word = self.ordinal_number(tokens.start).filter(|(end, _)| *end == tokens.end);
        let word = word.and_then(|(_, number)| Number::new(number as f64)).map(Value::Number);
        number.or(word).filter(|_| present.is_some() || !matches!(kind, ParamType::Seconds))
    }

    fn times(&self, tokens: &Range<usize>) -> Option<Value> {
        let (end, number) = self.number(tokens.start).into_iter().next()?;
        let times = self.is(end, &["x", "times", "×"]) && end + 1 == tokens.end;
        Number::new(number).filter(|_| times).map(Value::Number)
    }

    /// A value that is said in words of a dictionary.
    fn worded(&self, param: &str, tokens: &Range<usize>) -> Option<Value> {
        // `bigger` is more of what there is, and `large` is how large.
        if self.is_scale(tokens.start, tokens.end) {
            return None;
        }
        let says = |start: usize| self.settings(start, param).into_iter().find(|(end, _)| *end == tokens.end);
        let found = says(tokens.start).or_else(|| {
            let noun =
                tokens.end.checked_sub(1).filter(|last| *last > tokens.start && self.stem(*last) == stem(param))?;
            self.settings(tokens.start, param).into_iter().find(|(end, _)| *end == noun)
        });
        found.map(|(_, meaning)| Value::Text(meaning))
    }

    fn choice(&self, param: &str, tokens: &Range<usize>, names: &[std::borrow::Cow<'static, str>]) -> Option<Value> {
        let chosen = names.iter().find(|name| self.chosen(tokens.start, name) == Some(tokens.end));
        let own = chosen.map(|name| Value::Text(name.clone().into_owned()));
        own.or_else(|| self.worded(param, tokens)).or_else(|| self.corner(param, tokens))
    }

    /// `top left corner`, `the bottom`: a place beside words that say that one is meant.
    fn corner(&self, param: &str, tokens: &Range<usize>) -> Option<Value> {
        if param != "position" && param != "logo_position" && param != "align" && param != "direction" {
            return None;
        }
        let words: Vec<&str> = tokens
            .clone()
            .map(|token| self.word(token))
            .filter(|word| {
                !["corner", "side", "hand", "the", "of", "screen", "frame", "edge", "from", "-", "picture"]
                    .contains(word)
            })
            .collect();
        let place = match words.as_slice() {
            ["top" | "upper", "left"] | ["left", "top"] => "top-left",
            ["top" | "upper", "right"] | ["right", "top"] => "top-right",
            ["bottom" | "lower", "left"] => "bottom-left",
            ["bottom" | "lower", "right"] => "bottom-right",
            ["top"] => "top",
            ["bottom"] => "bottom",
            ["left"] => "left",
            ["right"] => "right",
            ["centre" | "center" | "middle"] => "center",
            _ => return None,
        };
        Some(Value::Text(place.to_owned()))
    }

    /// An amount as it stands on the screen: `35 dollars` where it was `$29` is `$35`, and so is `35`.
    fn money(&self, tokens: &Range<usize>, present: Option<&Json>) -> Option<Value> {
        if self.utterance.quote_at(tokens.start).is_some() {
            return Some(Value::Text(self.typed(tokens)));
        }
        let readings = self.readings(tokens.start).into_iter().filter(|(end, _)| *end == tokens.end);
        for (_, kind) in readings {
            match kind {
                Kind::Money { .. } | Kind::Number(_) => {
                    return Some(Value::Text(self.priced(tokens, present.map(shown).as_deref())));
                }
                _ => {}
            }
        }
        self.is(tokens.start, &["free"]).then(|| Value::Text(self.typed(tokens)))
    }

    /// An amount written like the one that stands there.
    pub(super) fn priced(&self, tokens: &Range<usize>, present: Option<&str>) -> String {
        // `€20 a ticket` stands there as `€20`.
        let typed = self.typed(tokens);
        let typed = [" a ", " per ", " an ", " each"]
            .iter()
            .fold(typed.as_str(), |typed, of| typed.split(of).next().unwrap_or(typed))
            .to_owned();
        let Some(present) = present.filter(|present| present.chars().any(|c| c.is_ascii_digit())) else { return typed };
        let digits = |text: &str| -> String {
            let digits = text.trim_matches(|c: char| !c.is_ascii_digit());
            digits.to_owned()
        };
        let (old, new) = (digits(present), digits(&typed));
        let sign = typed.contains(['$', '€', '£', '¥']);
        let plain =
            !old.is_empty() && !new.is_empty() && new.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
        if sign || !plain { typed } else { present.replacen(&old, &new, 1) }
    }

    fn font(&self, tokens: &Range<usize>) -> Option<Value> {
        let known = self.worded("font", tokens);
        // A name that no dictionary has is a typeface only where the word for one stands beside it.
        let beside = |token: usize| ["font", "typeface", "fonts"].contains(&self.word(token));
        let said = (tokens.start.saturating_sub(3)..tokens.end + 2).any(beside);
        if let Some((quote, inner)) = self.utterance.quote_at(tokens.start) {
            return (said && quote.end == tokens.end).then(|| Value::Text(inner.to_owned()));
        }
        let capitals = said && tokens.len() <= 3 && tokens.clone().all(|token| self.utterance.capital(token));
        let alike = || crate::template::font::is_like_another(self.utterance.text().typed_range(tokens.clone()));
        known.or_else(|| (capitals || said && tokens.len() <= 3 && alike()).then(|| Value::Text(self.typed(tokens))))
    }

    /// Where the words for a picture end.
    pub(super) fn picture_ends(&self, at: usize) -> Vec<usize> {
        let start = self.behind_article(at);
        let mut ends: Vec<usize> = Vec::new();
        for (end, kind) in self.readings(start) {
            if matches!(kind, Kind::File(_) | Kind::Url(_)) {
                ends.push(end);
            }
        }
        if !self.attachments.is_empty() {
            let pronoun = self.is(at, &["this", "it", "that", "these"]);
            let noun = |token: usize| {
                ["picture", "image", "photo", "pic", "file", "logo", "one", "screenshot", "attachment", "background"]
                    .contains(&self.stem(token))
            };
            ends.extend(pronoun.then_some(at + 1));
            let attached = start + usize::from(self.is(start, &["attached", "new", "uploaded"]));
            ends.extend((noun(attached) && start > at).then_some(attached + 1));
        }
        ends
    }

    /// The picture that some words mean.
    pub(super) fn picture_of(&self, tokens: &Range<usize>) -> Option<String> {
        let start = self.behind_article(tokens.start);
        let named = self.readings(start).into_iter().find_map(|(end, kind)| match kind {
            Kind::File(name) | Kind::Url(name) if end == tokens.end => Some(name),
            _ => None,
        });
        let attached = || {
            self.picture_ends(tokens.start).contains(&tokens.end).then(|| self.attachments.first().cloned()).flatten()
        };
        named.or_else(attached)
    }

    fn address(&self, tokens: &Range<usize>, kind: &ParamType) -> Option<Value> {
        if self.utterance.quote_at(tokens.start).is_some() {
            return Some(Value::Text(self.typed(tokens)));
        }
        let readings = self.readings(tokens.start).into_iter().filter(|(end, _)| *end == tokens.end);
        let mut found = readings.filter_map(|(_, read)| match (read, kind) {
            (Kind::Url(url), ParamType::Url) => Some(url),
            (Kind::Handle(handle), ParamType::Handle) => Some(handle),
            _ => None,
        });
        found.next().map(Value::Text)
    }

    /// The ends of addresses that begin at a token.
    pub(super) fn addresses(&self, at: usize) -> Vec<usize> {
        let readings = self.readings(at).into_iter();
        readings.filter(|(_, kind)| matches!(kind, Kind::Url(_) | Kind::Handle(_))).map(|(end, _)| end).collect()
    }
}
