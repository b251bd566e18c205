//! Keys, and keeping them to ourselves.

use std::borrow::Cow;
use std::fmt;
use std::fmt::Write;
use std::ops::Range;

use aho_corasick::AhoCorasick;

/// A provider's key. It is sent to the provider and goes nowhere else: it cannot be printed, and its debug form is `***`.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(Box<str>);

/// What stands in the place of a key.
const HIDDEN: &str = "***";

/// Shorter ones are no secrets (`none`, `ollama`), and to hide them would make sentences unreadable.
const SHORTEST: usize = 8;

impl ApiKey {
    /// A key as people set it; white space around it is dropped.
    ///
    /// # Errors
    /// What was expected, without what was found, if it is empty or has characters that cannot be sent.
    pub fn new(text: &str) -> Result<Self, &'static str> {
        let text = text.trim();
        if text.is_empty() {
            return Err("expected a key, and it is empty");
        }
        if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err("expected a key of letters, digits and signs, and it has other characters in it");
        }
        Ok(Self(text.into()))
    }

    /// The key itself, for the header that it is sent in.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(HIDDEN)
    }
}

/// Takes all known keys out of texts that leave the program: what servers say, what goes wrong, what is logged.
#[derive(Clone, Default)]
pub struct Redactor {
    finder: Option<AhoCorasick>,
    longest: usize,
}

impl Redactor {
    /// Finds these keys as they are, as they stand in JSON, and as they stand in addresses. Of texts shorter than eight
    /// characters it takes none to be a secret.
    pub fn new<'a>(keys: impl IntoIterator<Item = &'a ApiKey>) -> Self {
        let secrets = keys.into_iter().map(ApiKey::reveal).filter(|key| key.len() >= SHORTEST);
        let mut forms: Vec<String> = secrets.flat_map(|key| [key.to_owned(), in_json(key), in_address(key)]).collect();
        forms.sort();
        forms.dedup();
        let longest = forms.iter().map(String::len).max().unwrap_or(0);
        let finder = (!forms.is_empty()).then(|| AhoCorasick::builder().ascii_case_insensitive(true).build(&forms));
        Self { finder: finder.and_then(Result::ok), longest }
    }

    /// The text with `***` in the place of each key.
    pub fn redact<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let places = self.places(text);
        if places.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(without(text, &places)) }
    }

    /// The same for the beginning of a longer text, which may end within a key: so much of its end is dropped.
    pub fn redact_beginning(&self, text: &str) -> String {
        let end = text.floor_char_boundary(text.len().saturating_sub(self.longest.saturating_sub(1)));
        let places = self.places(text).into_iter().filter(|place| place.start < end);
        let clipped: Vec<_> = places.map(|place| place.start..place.end.min(end)).collect();
        without(&text[..end], &clipped)
    }

    /// Where keys are, in order and apart. Keys may overlap or stand within others: whatever belongs to any of them goes.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let Some(finder) = &self.finder else { return Vec::new() };
        let mut found: Vec<_> = finder.find_overlapping_iter(text).map(|found| found.range()).collect();
        found.sort_by_key(|place| place.start);
        found.dedup_by(|next, last| {
            let touches = next.start <= last.end;
            if touches {
                last.end = last.end.max(next.end);
            }
            touches
        });
        found
    }
}

fn without(text: &str, places: &[Range<usize>]) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut from = 0;
    for place in places {
        clean.push_str(&text[from..place.start]);
        clean.push_str(HIDDEN);
        from = place.end;
    }
    clean + &text[from..]
}

impl fmt::Debug for Redactor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Redactor")
    }
}

fn in_json(key: &str) -> String {
    key.replace('\\', "\\\\").replace('"', "\\\"")
}

fn in_address(key: &str) -> String {
    key.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(text: &str) -> ApiKey {
        ApiKey::new(text).expect("a key")
    }

    #[test]
    fn a_key_has_no_face() {
        let secret = key(" sk-abcdefgh \n");
        assert_eq!((secret.reveal(), format!("{secret:?}").as_str()), ("sk-abcdefgh", "***"));
        assert_eq!(format!("{:?}", Redactor::new([&secret])), "Redactor");
        for wrong in ["", "  ", "sk-a b", "sk-\u{e9}", "sk\n-a"] {
            let message = ApiKey::new(wrong).expect_err("no key");
            assert!(message.starts_with("expected a key") && !message.contains("sk"), "{message}");
        }
    }

    #[test]
    fn all_forms_of_all_keys_are_hidden() {
        let keys = [key("sk-one-1234567"), key("one-12345678"), key("a\"b\\c/d+e=="), key("none")];
        let redactor = Redactor::new(&keys);
        for (text, clean) in [
            ("nothing", "nothing"),
            ("wrong key sk-one-1234567.", "wrong key ***."),
            ("xsk-one-12345678x", "x***x"),
            ("SK-ONE-1234567", "***"),
            (r#"{"key": "a\"b\\c/d+e=="}"#, r#"{"key": "***"}"#),
            ("?key=a%22b%5Cc%2Fd%2Be%3D%3D&x", "?key=***&x"),
            ("there is none", "there is none"),
        ] {
            assert_eq!(redactor.redact(text), clean, "{text}");
        }
    }

    proptest! {
        /// Wherever a text is cut, no part of a key of more than a few letters is left at its end.
        #[test]
        fn a_cut_leaves_no_part_of_a_key(before in "[a-z é]{0,40}", after in "[a-z]{0,40}", cut in 0..100_usize) {
            let secret = "SECRET0123456789";
            let text = format!("{before}{secret}{after}");
            let text = &text[..text.floor_char_boundary(cut.min(text.len()))];
            let clean = Redactor::new([&key(secret)]).redact_beginning(text);
            prop_assert!(!clean.contains('S') && !clean.contains('9'), "{clean}");
        }
    }
}
