//! Which trace a request belongs to, as the W3C's trace context has it, so that what happens in several programs can be
//! read as one story.

use std::fmt;

/// A place in a trace: the trace, and the span that is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trace {
    id: u128,
    span: u64,
    flags: u8,
}

/// The version of the format that is written.
const VERSION: &str = "00";

impl Trace {
    /// The beginning of a trace, which nobody has asked to be recorded; nothing if one of the numbers is 0, which none has.
    pub fn new(id: u128, span: u64) -> Option<Self> {
        (id != 0 && span != 0).then_some(Self { id, span, flags: 0 })
    }

    /// Reads a header `traceparent`, as in `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`. Nothing if it is not as
    /// the W3C says: then a trace begins here. Of versions to come the part that is known is read.
    pub fn parse(header: &str) -> Option<Self> {
        let mut parts = header.split('-');
        let mut next = |digits: usize| parts.next().filter(|part| part.len() == digits && part.bytes().all(is_digit));
        let (version, id, span, flags) = (next(2)?, next(32)?, next(16)?, next(2)?);
        let ends = parts.next().is_none();
        if version == "ff" || (version == VERSION && !ends) {
            return None;
        }
        let trace = Self::new(u128::from_str_radix(id, 16).ok()?, u64::from_str_radix(span, 16).ok()?)?;
        Some(Self { flags: u8::from_str_radix(flags, 16).ok()?, ..trace })
    }

    /// The same trace, and a span of one's own in it.
    #[must_use]
    pub fn within(self, span: u64) -> Self {
        Self { span: if span == 0 { self.span } else { span }, ..self }
    }

    /// The number of the trace, in 32 hexadecimal digits.
    pub fn id(self) -> String {
        format!("{:032x}", self.id)
    }
}

fn is_digit(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

/// As a header `traceparent`.
impl fmt::Display for Trace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{VERSION}-{:032x}-{:016x}-{:02x}", self.id, self.span, self.flags)
    }
}

#[cfg(test)]
mod tests {
    use super::Trace;

    const GIVEN: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    #[test]
    fn a_trace_is_taken_over() {
        let told = Trace::parse(GIVEN).map(|trace| (trace.to_string(), trace.within(7).to_string(), trace.id()));
        let within = "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000007-01";
        let id = "4bf92f3577b34da6a3ce929d0e0e4736";
        assert_eq!(told, Some((GIVEN.to_owned(), within.to_owned(), id.to_owned())));
        assert!(Trace::parse(&format!("cc{}-what-comes", &GIVEN[2..])).is_some(), "a version to come");
    }

    #[test]
    fn what_is_no_trace_is_left() {
        for wrong in [
            "",
            "00",
            &GIVEN.to_uppercase(),
            &format!("{GIVEN}-more"),
            &GIVEN.replace("00-4", "ff-4"),
            &GIVEN.replace("4bf92f3577b34da6a3ce929d0e0e4736", &"0".repeat(32)),
            &GIVEN.replace("00f067aa0ba902b7", &"0".repeat(16)),
            &GIVEN.replace("4bf9", "+bf9"),
        ] {
            assert_eq!(Trace::parse(wrong), None, "{wrong}");
        }
    }
}
