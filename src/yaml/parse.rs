//! From events with places to a tree.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span, StrInput};

use super::{Content, Entry, MAX_BYTES, MAX_DEPTH, Mistakes, Node};

/// Parses a document. Syntax errors, a too deep or too large document and further documents end the parsing; doubled
/// keys, anchors, aliases and tags are noted and reading goes on.
pub(super) fn parse<'a>(text: &'a str, mistakes: &mut Mistakes) -> Option<Node<'a>> {
    if text.len() > MAX_BYTES {
        return mistakes.at(0..0, format!("this file has {} bytes, and at most {MAX_BYTES} are read", text.len()));
    }
    let mut tree = Tree { parser: Parser::new_from_str(text), places: Places::new(text), depth: 0 };
    let (event, span) = tree.next_of_content(mistakes)?;
    let root = tree.node(event, span, mistakes)?;
    tree.expect_end(mistakes)?;
    Some(root)
}

struct Tree<'a> {
    parser: Parser<'a, StrInput<'a>>,
    places: Places<'a>,
    depth: usize,
}

type Spanned<'a> = (Event<'a>, Range<usize>);

impl<'a> Tree<'a> {
    fn next(&mut self, mistakes: &mut Mistakes) -> Option<Spanned<'a>> {
        match self.parser.next_event()? {
            Ok((event, span)) => Some((event, self.places.range(span))),
            Err(error) => {
                let at = self.places.byte(error.marker().index());
                mistakes.at(at..at, format!("this is not YAML: {}", error.info()))
            }
        }
    }

    /// The first event of the document's content. An empty file is an empty document.
    fn next_of_content(&mut self, mistakes: &mut Mistakes) -> Option<Spanned<'a>> {
        loop {
            match self.next(mistakes)? {
                (Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _) => {}
                (Event::StreamEnd | Event::DocumentEnd, span) => return mistakes.at(span, "this file is empty"),
                content => return Some(content),
            }
        }
    }

    fn expect_end(&mut self, mistakes: &mut Mistakes) -> Option<()> {
        loop {
            match self.next(mistakes)? {
                (Event::StreamEnd, _) => return Some(()),
                (Event::DocumentStart(_), span) => return mistakes.at(span, "expected one document, found another"),
                _ => {}
            }
        }
    }

    fn node(&mut self, event: Event<'a>, span: Range<usize>, mistakes: &mut Mistakes) -> Option<Node<'a>> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                refuse(anchor, tag.is_some(), &span, mistakes);
                Some(Node { content: scalar(text, style, &span, mistakes), span })
            }
            Event::SequenceStart(anchor, tag) => {
                refuse(anchor, tag.is_some(), &span, mistakes);
                self.nested(span, mistakes, Self::sequence)
            }
            Event::MappingStart(anchor, tag) => {
                refuse(anchor, tag.is_some(), &span, mistakes);
                self.nested(span, mistakes, Self::mapping)
            }
            Event::Alias(_) => {
                mistakes.at_with_help(span.clone(), "aliases are not taken", "write the value out");
                Some(Node { span, content: Content::Null })
            }
            _ => mistakes.at(span, "expected a value"),
        }
    }

    fn nested(
        &mut self,
        span: Range<usize>,
        mistakes: &mut Mistakes,
        read: fn(&mut Self, Range<usize>, &mut Mistakes) -> Option<Node<'a>>,
    ) -> Option<Node<'a>> {
        if self.depth == MAX_DEPTH {
            return mistakes.at(span, format!("nested more than {MAX_DEPTH} levels deep"));
        }
        self.depth += 1;
        let node = read(self, span, mistakes);
        self.depth -= 1;
        node
    }

    fn sequence(&mut self, span: Range<usize>, mistakes: &mut Mistakes) -> Option<Node<'a>> {
        let mut items: Vec<Node<'a>> = Vec::new();
        loop {
            match self.next(mistakes)? {
                (Event::SequenceEnd, end) => {
                    let end = items.last().map_or(end.end, |last| self.closed(last.span.end, &end));
                    return Some(Node { span: span.start..end, content: Content::Sequence(items) });
                }
                (event, span) => items.push(self.node(event, span, mistakes)?),
            }
        }
    }

    fn mapping(&mut self, span: Range<usize>, mistakes: &mut Mistakes) -> Option<Node<'a>> {
        let mut entries: Vec<Entry<'a>> = Vec::new();
        let mut keys: HashSet<Cow<'a, str>> = HashSet::new();
        loop {
            match self.next(mistakes)? {
                (Event::MappingEnd, end) => {
                    let end = entries.last().map_or(end.end, |last| self.closed(last.value.span.end, &end));
                    return Some(Node { span: span.start..end, content: Content::Mapping(entries) });
                }
                (event, key_span) => {
                    let key = key(event, &key_span, mistakes)?;
                    let (event, span) = self.next(mistakes)?;
                    let value = self.node(event, span, mistakes)?;
                    if keys.insert(key.clone()) {
                        entries.push(Entry { key, key_span, value });
                    } else {
                        mistakes.at::<()>(key_span, format!("`{key}` is here twice"));
                    }
                }
            }
        }
    }

    /// A flow collection ends at its bracket, a block collection with its last value: its end event stands wherever the
    /// next token is.
    fn closed(&self, last: usize, end: &Range<usize>) -> usize {
        if self.places.text.get(end.clone()).is_some_and(|mark| mark == "]" || mark == "}") { end.end } else { last }
    }
}

fn refuse(anchor: usize, tagged: bool, span: &Range<usize>, mistakes: &mut Mistakes) {
    if anchor != 0 {
        mistakes.at_with_help(span.clone(), "anchors are not taken", "write the value out wherever it is needed");
    }
    if tagged {
        mistakes.at_with_help(span.clone(), "tags are not taken", "put text in quotes, and leave numbers bare");
    }
}

fn key<'a>(event: Event<'a>, span: &Range<usize>, mistakes: &mut Mistakes) -> Option<Cow<'a, str>> {
    match event {
        Event::Scalar(text, _, anchor, tag) => {
            refuse(anchor, tag.is_some(), span, mistakes);
            Some(text)
        }
        _ => mistakes.at(span.clone(), "expected a key"),
    }
}

fn scalar<'a>(text: Cow<'a, str>, style: ScalarStyle, span: &Range<usize>, mistakes: &mut Mistakes) -> Content<'a> {
    if style != ScalarStyle::Plain || !may_be_typed(&text) {
        return Content::Text(text);
    }
    if let Some(content) = everyday(&text) {
        return content;
    }
    match serde_yaml::from_str(&text) {
        Ok(serde_yaml::Value::Null) => Content::Null,
        Ok(serde_yaml::Value::Bool(bool)) => Content::Bool(bool),
        Ok(serde_yaml::Value::Number(number)) => Content::Number(finite(number.as_f64(), span, mistakes)),
        _ => Content::Text(text),
    }
}

/// What nearly all scalars are that are no text, known without a question: a third of the time of reading a file.
fn everyday<'a>(text: &str) -> Option<Content<'a>> {
    match text.as_bytes() {
        b"" | b"~" | b"null" => Some(Content::Null),
        b"true" => Some(Content::Bool(true)),
        b"false" => Some(Content::Bool(false)),
        [b'1'..=b'9', rest @ ..] if rest.len() < 15 && rest.iter().all(u8::is_ascii_digit) => {
            text.parse().ok().map(Content::Number)
        }
        [b'0'..=b'9', b'.', rest @ ..] if !rest.is_empty() && rest.iter().all(u8::is_ascii_digit) => {
            text.parse().ok().map(Content::Number)
        }
        _ => None,
    }
}

fn finite(number: Option<f64>, span: &Range<usize>, mistakes: &mut Mistakes) -> f64 {
    number.filter(|number| number.is_finite()).unwrap_or_else(|| {
        mistakes.at_with_help(span.clone(), "expected a finite number", "put it in quotes if it is text");
        0.0
    })
}

/// Whether a plain scalar could be anything but text. This spares most words the second reading.
fn may_be_typed(text: &str) -> bool {
    match text.as_bytes() {
        [] | [b'~'] | [b't' | b'T' | b'f' | b'F' | b'n' | b'N', _, _, _] | [b'f' | b'F', _, _, _, _] => true,
        [b'0'..=b'9' | b'+' | b'-' | b'.', ..] => {
            text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.' | b'_'))
        }
        _ => false,
    }
}

/// Places: the parser counts characters, everything else here counts bytes.
struct Places<'a> {
    text: &'a str,
    bytes: Option<Vec<usize>>,
}

impl<'a> Places<'a> {
    fn new(text: &'a str) -> Self {
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect());
        Self { text, bytes }
    }

    fn byte(&self, character: usize) -> usize {
        let at = match &self.bytes {
            Some(bytes) => bytes.get(character).copied(),
            None => Some(character),
        };
        at.unwrap_or(self.text.len()).min(self.text.len())
    }

    fn range(&self, span: Span) -> Range<usize> {
        self.byte(span.start.index())..self.byte(span.end.index())
    }
}
