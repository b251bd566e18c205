//! Server-sent events, as the HTML standard defines them, from bytes cut anywhere.

use super::super::{Failure, FailureKind};

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its name; empty if it has none.
    pub name: String,
    /// Its lines of data, with line feeds between them. Bytes that are no UTF-8 are replaced.
    pub data: String,
}

/// Reads events. Each byte is looked at once, and no more is kept than one event, of limited size.
#[derive(Debug)]
pub struct SseReader {
    /// The line that is not at its end.
    line: Vec<u8>,
    name: Vec<u8>,
    data: Vec<u8>,
    has_data: bool,
    /// A line feed right behind a carriage return ends nothing.
    after_return: bool,
    at_start: bool,
    limit: usize,
}

const MARK: &[u8] = b"\xef\xbb\xbf";

impl SseReader {
    /// A reader at the beginning of a stream that takes events of at most so many bytes.
    pub fn new(limit: usize) -> Self {
        let (line, name, data) = (Vec::new(), Vec::new(), Vec::new());
        Self { line, name, data, has_data: false, after_return: false, at_start: true, limit }
    }

    /// Reads more, and gives every event that ends in it.
    ///
    /// # Errors
    /// [`FailureKind::TooLarge`] if an event is larger than the limit.
    pub fn feed(&mut self, mut bytes: &[u8], mut give: impl FnMut(Event)) -> Result<(), Failure> {
        if self.after_return && !bytes.is_empty() {
            self.after_return = false;
            bytes = bytes.strip_prefix(b"\n").unwrap_or(bytes);
        }
        while let Some(at) = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            self.fits(at)?;
            self.end_line(&bytes[..at], &mut give);
            let is_return = bytes[at] == b'\r';
            bytes = &bytes[at + 1..];
            self.after_return = is_return && bytes.is_empty();
            if is_return {
                bytes = bytes.strip_prefix(b"\n").unwrap_or(bytes);
            }
        }
        self.fits(bytes.len())?;
        self.line.extend_from_slice(bytes);
        Ok(())
    }

    /// What is left when nothing more comes: an event whose last line, or closing empty line, is missing.
    pub fn rest(&mut self) -> Option<Event> {
        let mut last = None;
        self.end_line(&[], &mut |event| last = Some(event));
        last.or_else(|| self.event())
    }

    fn fits(&self, more: usize) -> Result<(), Failure> {
        if self.line.len() + self.data.len() + self.name.len() + more <= self.limit {
            return Ok(());
        }
        let message = format!("the server sent an event of more than {} bytes", self.limit);
        Err(Failure::new(FailureKind::TooLarge, message))
    }

    fn end_line(&mut self, end: &[u8], give: &mut impl FnMut(Event)) {
        let mut kept = std::mem::take(&mut self.line);
        let line = if kept.is_empty() {
            end
        } else {
            kept.extend_from_slice(end);
            kept.as_slice()
        };
        let line = if self.at_start { line.strip_prefix(MARK).unwrap_or(line) } else { line };
        self.at_start = false;
        if line.is_empty() {
            if let Some(event) = self.event() {
                give(event);
            }
        } else {
            self.field(line);
        }
        kept.clear();
        self.line = kept;
    }

    fn field(&mut self, line: &[u8]) {
        let colon = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
        let value = line.get(colon + 1..).unwrap_or_default();
        let value = value.strip_prefix(b" ").unwrap_or(value);
        match &line[..colon] {
            b"data" => {
                if self.has_data {
                    self.data.push(b'\n');
                }
                self.has_data = true;
                self.data.extend_from_slice(value);
            }
            b"event" => self.name = value.to_vec(),
            _ => {}
        }
    }

    /// The event that ends here; none if it has no data.
    fn event(&mut self) -> Option<Event> {
        let name = std::mem::take(&mut self.name);
        let data = std::mem::take(&mut self.data);
        std::mem::take(&mut self.has_data).then(|| Event { name: text(name), data: text(data) })
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use proptest::prelude::*;

    use super::*;

    fn events(pieces: &[&[u8]]) -> Vec<(String, String)> {
        let mut reader = SseReader::new(1 << 21);
        let mut found = Vec::new();
        for piece in pieces {
            reader.feed(piece, |event| found.push(event)).expect("small");
        }
        found.extend(reader.rest());
        found.into_iter().map(|event| (event.name, event.data)).collect()
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(name, data)| ((*name).to_owned(), (*data).to_owned())).collect()
    }

    #[test]
    fn events_are_read_as_the_standard_says() {
        let cases: [(&str, &[(&str, &str)]); 11] = [
            ("data: a\n\n", &[("", "a")]),
            ("data:a\r\n\r\ndata: b\r\rdata:  c\n\n", &[("", "a"), ("", "b"), ("", " c")]),
            ("event: ping\ndata: {}\n\n", &[("ping", "{}")]),
            ("event: lost\n\ndata: a\n\n", &[("", "a")]),
            (": comment\n\ndata: a\n: another\ndata: b\n\n", &[("", "a\nb")]),
            ("\u{feff}data: a\n\n", &[("", "a")]),
            ("data\n\n", &[("", "")]),
            ("id: 1\nretry: 5\nother: x\ndatum: y\ndata: a\n\n", &[("", "a")]),
            ("\n\n\r\n\r\r\n", &[]),
            ("data: [DONE]", &[("", "[DONE]")]),
            ("data: a\ndata: \u{fffd}", &[("", "a\n\u{fffd}")]),
        ];
        for (stream, expected) in cases {
            assert_eq!(events(&[stream.as_bytes()]), pairs(expected), "{stream:?}");
        }
        assert_eq!(events(&[b"data: \xff\xc3", b"\xa9\xf0\n\n"]), pairs(&[("", "\u{fffd}\u{e9}\u{fffd}")]));
    }

    #[test]
    fn what_is_too_large_is_refused_before_it_is_kept() {
        for piece in ["data: aaaa\n", "aaaaaaaa", "event: aaaaaaa\n"] {
            let mut reader = SseReader::new(100);
            let fed = (0..1000).map(|_| reader.feed(piece.as_bytes(), |_| {}).err()).find_map(|error| error);
            assert_eq!(
                fed.map(|failure| failure.kind()),
                (!piece.starts_with("event")).then_some(FailureKind::TooLarge)
            );
            assert!(reader.line.capacity() + reader.data.capacity() + reader.name.capacity() < 1000, "{piece}");
        }
    }

    #[test]
    fn a_large_event_in_small_pieces_takes_little_time() {
        let event = format!("data: {}\n\n", "x".repeat(1 << 20));
        let mut reader = SseReader::new(1 << 21);
        let mut length = 0;
        let begun = Instant::now();
        for piece in event.as_bytes().chunks(16) {
            reader.feed(piece, |event| length = event.data.len()).expect("small");
        }
        // What is linear takes a hundredth of this without optimisation; reading the line again takes minutes.
        assert!(begun.elapsed().as_secs() < 5);
        assert_eq!(length, 1 << 20);
    }

    proptest! {
        /// However a stream is cut, its events are the same.
        #[test]
        fn cuts_change_nothing(
            bytes in prop::collection::vec(prop::sample::select(b"\r\n:data event\xef\xbb\xbf\xc3\xa9".to_vec()), 0..200),
            cuts in prop::collection::vec(0..200_usize, 0..12),
        ) {
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
            cuts.extend([0, bytes.len()]);
            cuts.sort_unstable();
            let pieces: Vec<&[u8]> = cuts.windows(2).map(|ends| &bytes[ends[0]..ends[1]]).collect();
            prop_assert_eq!(events(&pieces), events(&[bytes.as_slice()]));
        }
    }
}
