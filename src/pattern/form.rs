//! Forms of values: what the words of a request look like that a slot takes.
//!
//! A parameter's type says what a template can show; its form says how people write it. A date is text on the screen,
//! and a date in a request. An author names the form (`takes: date`); handles, addresses, pictures and amounts of money
//! have it by their type.

use std::ops::Range;
use std::sync::Arc;

use super::file::Takes;
use super::shape::Shape;
use super::utterance::Utterance;
use crate::template::ParamType;
use crate::text::TokenKind;
use crate::value::{Kind, Reading, Value, list};

/// How the value of a slot is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Form {
    /// `24 December 2026`.
    Date,
    /// `19:00`, `11 am`.
    Time,
    /// `2.4.0`.
    Version,
    /// `main.py`.
    File,
    /// A single word, or a picture character: `RUN30`, `lightning`, `🔒`.
    Word,
    /// `30% off`, `half price`, `-70%`.
    Discount,
    /// `five stars`, `4.5 out of 5`, `★★★★★`.
    Stars,
    /// Points whose values are texts: `Ruth (skipper), Tim (cook)`.
    Texts,
    /// Points whose values are plain numbers, whatever unit they have: `Rent 45%`.
    Numbers,
    /// Rows of cells.
    Rows,
    /// Pictures: addresses and names of files.
    Pictures,
    /// Commands, each behind `$ ` or quoted as code, and what they print.
    Commands,
    /// Source code: as typed, to the end.
    Code,
    /// What an expression describes: `{regex: "…"}`.
    Shape(Arc<Shape>),
}

/// Endings of names of pictures.
const PICTURES: [&str; 10] = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "heic", "bmp", "tiff"];

impl Form {
    /// The form that authors call by a name, one of [`super::file::FORMS`].
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "date" => Self::Date,
            "time" => Self::Time,
            "version" => Self::Version,
            "file" => Self::File,
            "word" => Self::Word,
            "discount" => Self::Discount,
            "stars" => Self::Stars,
            "texts" => Self::Texts,
            "numbers" => Self::Numbers,
            "rows" => Self::Rows,
            "pictures" => Self::Pictures,
            "commands" => Self::Commands,
            "code" => Self::Code,
            _ => return None,
        })
    }

    /// The form of a file that was checked before.
    pub(super) fn trusted(takes: &Takes) -> Option<Self> {
        match takes {
            Takes::Form(name) => Self::named(name),
            Takes::Expression { regex, .. } => Some(Self::Shape(Arc::new(Shape::trusted(regex)))),
        }
    }

    /// The form of a file that nobody has checked.
    ///
    /// # Errors
    /// What is wrong with an expression, and what to do.
    pub(super) fn checked(takes: &Takes) -> Result<Option<Self>, [String; 2]> {
        match takes {
            Takes::Form(name) => Ok(Self::named(name)),
            Takes::Expression { regex, .. } => Shape::checked(regex).map(|shape| Some(Self::Shape(Arc::new(shape)))),
        }
    }

    /// Whether a value of this form is known by its look alone, wherever it stands.
    pub(crate) fn is_plain(&self) -> bool {
        matches!(
            self,
            Self::Date | Self::Time | Self::Version | Self::File | Self::Discount | Self::Stars | Self::Shape(_)
        )
    }

    /// Whether the value that begins at a token cannot be anything else. A plain number is a version only behind what says so.
    pub(crate) fn sure_at(&self, utterance: &Utterance, token: usize) -> bool {
        let typed = utterance.text.typed(token);
        let versioned = || {
            typed.starts_with(['v', 'V']) && utterance.text.word(token).len() > 1
                || utterance.reading_at(token).is_some_and(|reading| matches!(reading.kind, Kind::Version(_)))
        };
        *self != Self::Version || versioned()
    }

    /// Whether its value is one short text or number.
    pub(crate) fn is_line(&self) -> bool {
        self.is_plain() || *self == Self::Word
    }

    /// The value of this form that begins at a token.
    pub(crate) fn at(&self, utterance: &Utterance, token: usize) -> Option<(Value, Range<usize>)> {
        match self {
            Self::Word => word(utterance, token),
            Self::Discount => discount(utterance, token),
            Self::Stars => stars(utterance, token),
            Self::Version => version(utterance, token),
            Self::Shape(shape) => shape.at(utterance, token),
            _ => {
                let reading = utterance.reading_at(token)?;
                self.reads(reading).then(|| as_typed(utterance, reading.tokens.clone()))
            }
        }
    }

    /// The same where something says that a value stands here: then a single word is one that does not have the shape.
    pub(crate) fn stated_at(&self, utterance: &Utterance, token: usize) -> Option<(Value, Range<usize>)> {
        let bare = || matches!(self, Self::Shape(_)).then(|| word(utterance, token)).flatten();
        self.at(utterance, token).or_else(bare)
    }

    fn reads(&self, reading: &Reading) -> bool {
        match self {
            Self::Date => matches!(reading.kind, Kind::Date(_)),
            Self::Time => matches!(reading.kind, Kind::Time(_)),
            Self::File => matches!(reading.kind, Kind::File(_)),
            _ => false,
        }
    }
}

/// The value of a reading for a parameter whose type has a form of its own, wherever it stands.
pub(crate) fn typed(reading: &Reading, utterance: &Utterance, kind: &ParamType) -> Option<Value> {
    match (&reading.kind, kind) {
        (Kind::Handle(handle), ParamType::Handle) => Some(Value::Text(handle.clone())),
        (Kind::Url(url), ParamType::Url) if !is_picture(url) => Some(Value::Text(url.clone())),
        (Kind::Url(picture) | Kind::File(picture), ParamType::Image) if is_picture(picture) => {
            Some(Value::Text(picture.clone()))
        }
        (Kind::Money { .. }, ParamType::Money) => {
            Some(Value::Text(utterance.text.typed_range(reading.tokens.clone()).to_owned()))
        }
        (Kind::Percent(share), ParamType::Percent) => Some(Value::Number(*share)),
        _ => None,
    }
}

/// All pictures that a request names, with the tokens from the first to the last.
pub(crate) fn pictures(utterance: &Utterance) -> Option<(Vec<String>, Range<usize>)> {
    let named = utterance.readings.iter().filter_map(|reading| match &reading.kind {
        Kind::Url(picture) | Kind::File(picture) => Some((picture.clone(), reading.tokens.clone())),
        _ => None,
    });
    let (pictures, places): (Vec<String>, Vec<Range<usize>>) = named.unzip();
    let tokens = places.first()?.start..places.last()?.end;
    Some((pictures, tokens))
}

/// Whether an address or the name of a file ends like a picture.
pub(crate) fn is_picture(name: &str) -> bool {
    let name = name.split(['?', '#']).next().unwrap_or(name);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    PICTURES.contains(&ending.as_str())
}

fn as_typed(utterance: &Utterance, tokens: Range<usize>) -> (Value, Range<usize>) {
    (Value::Text(utterance.text.typed_range(tokens.clone()).to_owned()), tokens)
}

/// A single word with what is glued to it, or a mark that is a picture character.
fn word(utterance: &Utterance, token: usize) -> Option<(Value, Range<usize>)> {
    let tokens = utterance.text.tokens();
    let first = tokens.get(token)?;
    let is_picture_character = first.kind == TokenKind::Mark && !utterance.text.typed(token).is_ascii();
    if !matches!(first.kind, TokenKind::Word | TokenKind::Number) && !is_picture_character {
        return None;
    }
    let says = |at: usize| matches!(tokens[at].kind, TokenKind::Word | TokenKind::Number);
    let mut end = token + 1;
    while end < tokens.len()
        && tokens[end].glued
        && (says(end) || is_picture_character && !utterance.text.typed(end).is_ascii())
    {
        end += 1;
    }
    Some(as_typed(utterance, token..end))
}

/// `2.4.0`, `v7.0`, `v0.9-rc2`, `3.2`, `2026.1`.
fn version(utterance: &Utterance, token: usize) -> Option<(Value, Range<usize>)> {
    let tokens = utterance.text.tokens();
    let first = utterance.text.typed(token.min(tokens.len().saturating_sub(1)));
    let digits = first.strip_prefix(['v', 'V']).unwrap_or(first);
    if token >= tokens.len() || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let link = |at: usize| {
        matches!(utterance.text.word(at), "." | "-" | "_")
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.glued && next.quote.is_none() && (next.is_word() || next.is_number()))
    };
    let mut end = token + 1;
    while end < tokens.len() && tokens[end].glued && (tokens[end].is_word() || tokens[end].is_number() || link(end)) {
        end += 1;
    }
    Some(as_typed(utterance, token..end))
}

/// `30% off`, `-70%`, `$10 off`, `half price`, `buy one get one free`.
fn discount(utterance: &Utterance, token: usize) -> Option<(Value, Range<usize>)> {
    const WORDED: [&[&str]; 7] = [
        &["half", "price"],
        &["half", "off"],
        &["buy", "one", "get", "one", "free"],
        &["two", "for", "one"],
        &["2", "for", "1"],
        &["3", "for", "2"],
        &["free", "shipping"],
    ];
    let says = |words: &&&[&str]| words.iter().enumerate().all(|(at, word)| utterance.text.word(token + at) == *word);
    if let Some(words) = WORDED.iter().find(says) {
        return Some(as_typed(utterance, token..token + words.len()));
    }
    let minus = usize::from(matches!(utterance.word(token), "-" | "−" | "–"));
    let reading = utterance.reading_at(token + minus).or_else(|| utterance.reading_at(token))?;
    if !matches!(reading.kind, Kind::Percent(_) | Kind::Money { .. }) {
        return None;
    }
    let end = reading.tokens.end;
    let off = usize::from(matches!(utterance.text.word(end), "off" | "discount" | "less" | "cheaper"));
    let share = matches!(reading.kind, Kind::Percent(_));
    (share || off > 0).then(|| as_typed(utterance, token..end + off))
}

/// `five stars`, `4.5 out of 5`, `★★★★★`.
fn stars(utterance: &Utterance, token: usize) -> Option<(Value, Range<usize>)> {
    let lit = (token..utterance.len()).take_while(|&at| matches!(utterance.text.typed(at), "★" | "⭐")).count();
    if lit > 0 {
        let rest = |at: &usize| matches!(utterance.text.typed(*at), "☆" | "\u{fe0f}");
        let end = (token + lit..utterance.len()).take_while(rest).last().map_or(token + lit, |at| at + 1);
        let number = crate::value::Number::from(i32::try_from(lit).ok()?);
        return Some((Value::Number(number), token..end));
    }
    if let Some(found) = of_five(utterance, token) {
        return Some(found);
    }
    let reading = utterance.reading_at(token)?;
    let Kind::Number(number) = reading.kind else { return None };
    let end = reading.tokens.end;
    let behind = match (utterance.text.word(end), utterance.text.word(end + 1), utterance.text.word(end + 2)) {
        ("star" | "stars" | "★" | "⭐", ..) => end + 1,
        ("out", "of", "5" | "five") => end + 3,
        ("/", "5", _) | ("of", "5" | "five", _) => end + 2,
        _ => return None,
    };
    (number.get() <= 5.0).then_some((Value::Number(number), token..behind))
}

/// `4/5`, which is no number by itself.
fn of_five(utterance: &Utterance, token: usize) -> Option<(Value, Range<usize>)> {
    let text = &utterance.text;
    let lit: i32 = text.word(token).parse().ok().filter(|lit| (0..=5).contains(lit))?;
    let alone = text.tokens().get(token + 3).is_none_or(|next| !next.glued || !(next.is_number() || next.is_word()));
    let of_five = text.word(token + 1) == "/" && text.word(token + 2) == "5" && alone && !text.tokens()[token].glued;
    of_five.then(|| (Value::Number(lit.into()), token..token + 3))
}

/// Commands and what they print: lines of which the first begins with `$ ` or `> `, or commands quoted as code with
/// what follows them in quotes.
pub(crate) fn commands(utterance: &Utterance, free: &[Range<usize>]) -> Option<(Vec<String>, Range<usize>)> {
    prompted(utterance).or_else(|| quoted(utterance)).or_else(|| told(utterance, free))
}

fn prompted(utterance: &Utterance) -> Option<(Vec<String>, Range<usize>)> {
    let text = &utterance.text;
    let begins = |token: usize| token == 0 || text.tokens()[token - 1].kind == TokenKind::Break;
    let is_prompt = |token: &usize| {
        begins(*token) && text.typed(*token) == "$" && text.tokens().get(token + 1).is_some_and(|next| !next.glued)
    };
    let start = (0..utterance.len()).find(is_prompt)?;
    let mut items = Vec::new();
    let (mut line, mut end) = (start, start);
    while line < utterance.len() {
        let stop =
            (line..utterance.len()).find(|&at| text.tokens()[at].kind == TokenKind::Break).unwrap_or(utterance.len());
        if stop > line {
            let is_setting = !is_prompt(&line) && list::is_only_settings(text, line..stop);
            if is_setting {
                break;
            }
            items.push(text.typed_range(line..stop).to_owned());
            end = stop;
        }
        line = stop + 1;
    }
    Some((items, start..end))
}

/// `` `npm test` and then "12 passed" ``.
fn quoted(utterance: &Utterance) -> Option<(Vec<String>, Range<usize>)> {
    let quotes = utterance.text.quotes();
    let first = quotes.iter().position(|quote| quote.code)?;
    let items = quotes[first..].iter().map(|quote| {
        let inner = utterance.text.slice(quote.inner).trim_start_matches("$ ");
        if quote.code { format!("$ {inner}") } else { inner.to_owned() }
    });
    Some((items.collect(), quotes[first].first..quotes.last()?.end))
}

/// `enters git push and it answers Everything up-to-date`.
fn told(utterance: &Utterance, free: &[Range<usize>]) -> Option<(Vec<String>, Range<usize>)> {
    const RUNS: [&str; 10] =
        ["runs", "enters", "types", "executes", "run", "enter", "type", "running", "typing", "entering"];
    const PRINTS: [&str; 12] = [
        "answers",
        "prints",
        "says",
        "outputs",
        "replies",
        "responds",
        "shows",
        "returns",
        "printing",
        "output",
        "prints:",
        "answering",
    ];
    let run = free.iter().flat_map(Clone::clone).find(|&at| RUNS.contains(&utterance.word(at)))?;
    let stop = utterance.text.quotes().iter().map(|quote| quote.end).chain([utterance.len()]).max()?;
    let print = (run + 2..stop).find(|&at| !utterance.quoted(at) && PRINTS.contains(&utterance.word(at)))?;
    let leads = |at: &usize| matches!(utterance.word(*at), "and" | "then" | "it" | "," | "the" | "terminal" | "which");
    let command = run + 1..(run + 1..print).rev().take_while(leads).last().unwrap_or(print);
    let output = print + 1..utterance.clause(print + 1).end.max(print + 2).min(utterance.len());
    let unquoted = |tokens: Range<usize>| match utterance.quote_at(tokens.start) {
        Some((quote, inner)) => (inner.to_owned(), quote.end),
        None => (utterance.text.typed_range(tokens.clone()).to_owned(), tokens.end),
    };
    if command.is_empty() || output.is_empty() {
        return None;
    }
    let ((command, _), (output, end)) = (unquoted(command), unquoted(output));
    Some((vec![format!("$ {command}"), output], run..end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::error::Result;
    use crate::pattern::PatternSet;
    use crate::pattern::file::FORMS;
    use crate::template::Library;
    use crate::text::Text;

    fn built_in() -> Result<PatternSet> {
        let assets = Assets::embedded();
        PatternSet::load(&assets, &Library::load(&assets)?)
    }

    #[test]
    fn every_name_of_a_form_means_one() {
        assert_eq!(FORMS.map(Form::named).iter().filter(|form| form.is_none()).count(), 0);
    }

    #[test]
    fn values_are_known_by_their_look() -> Result<()> {
        let patterns = built_in()?;
        for (form, text, expected) in [
            (Form::Discount, "30% off", Some("30% off")),
            (Form::Discount, "-70% now", Some("-70%")),
            (Form::Discount, "half price", Some("half price")),
            (Form::Discount, "$10 each", None),
            (Form::Version, "v0.9-rc2 \"Rough\"", Some("v0.9-rc2")),
            (Form::Version, "3.2: faster", Some("3.2")),
            (Form::Word, "lightning icon", Some("lightning")),
            (Form::Word, "🔒 as icon", Some("🔒")),
            (Form::Date, "24 December 2026", Some("24 December 2026")),
            (Form::Time, "11 am, library", Some("11 am")),
            (Form::Stars, "five stars", Some("5")),
            (Form::Stars, "★★★★☆ great", Some("4")),
            (Form::Stars, "7 stars", None),
        ] {
            let utterance = Utterance::new(Text::new(text), &patterns);
            let value = form.at(&utterance, 0).map(|(value, _)| match value {
                Value::Text(text) => text,
                Value::Number(number) => number.get().to_string(),
                _ => String::new(),
            });
            assert_eq!(value.as_deref(), expected, "in {text}");
        }
        Ok(())
    }

    #[test]
    fn commands_stand_behind_a_prompt_or_in_backticks() -> Result<()> {
        let patterns = built_in()?;
        for (text, expected) in [
            ("term\n$ ls -l\nmain.rs\n8s", vec!["$ ls -l", "main.rs"]),
            ("`npm test` and then \"12 passed\"", vec!["$ npm test", "12 passed"]),
            ("somebody enters git push and it answers Done", vec!["$ git push", "Done"]),
        ] {
            let utterance = Utterance::new(Text::new(text), &patterns);
            let whole: Vec<Range<usize>> = std::iter::once(0..utterance.len()).collect();
            let items = commands(&utterance, &whole).map(|(items, _)| items);
            assert_eq!(items.unwrap_or_default(), expected, "in {text}");
        }
        Ok(())
    }
}
