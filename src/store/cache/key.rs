//! When two questions to a model are the same.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use super::Kind;
use crate::request::Format;
use crate::tsx::Form;

/// Everything that an answer of a model depends on.
///
/// Patterns are not in it: editing one must not throw away what was paid for.
#[derive(Debug, Clone)]
pub struct Question<'q> {
    /// What kind of answer is wanted.
    pub kind: Kind,
    /// Whose question it is: tenants never see each other's answers.
    pub tenant: &'q str,
    /// What the person typed. Case is kept, since it is on the screen; white space is folded.
    pub prompt: &'q str,
    /// The part of the project that the model is shown.
    pub context: &'q str,
    /// The role that asks, such as `code`.
    pub role: &'q str,
    /// The model that answers, with its provider and its settings.
    pub model: &'q str,
    /// The texts of the prompts that go with it, in order.
    pub instructions: &'q [&'q str],
    /// The version of the engine, which checks and mends what the model writes.
    pub engine: &'q str,
    /// The format that is asked for, if one is.
    pub format: Option<Format>,
    /// How the packages come into the scene.
    pub form: Form,
    /// Hashes of the pictures, in order.
    pub pictures: &'q [&'q str],
    /// The template whose content is to be filled in, for a fill.
    pub filling: Option<Filling<'q>>,
}

/// A template that a model is to fill.
#[derive(Debug, Clone, Copy)]
pub struct Filling<'q> {
    /// Its id.
    pub template: &'q str,
    /// Its content: what its manifest and its scene say, or a hash of them.
    pub content: &'q str,
}

/// The name of an entry: a BLAKE3 hash over all fields of a question, each with its length in front. Nobody can make two
/// questions with one key, so no tenant can put words into another's mouth.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key([u8; Key::LENGTH]);

impl Key {
    /// Bytes of a key.
    pub const LENGTH: usize = 32;

    /// The key of a question.
    pub fn of(question: &Question<'_>) -> Self {
        // Without `..`, a new field does not compile until it is in the key.
        let Question {
            kind,
            tenant,
            prompt,
            context,
            role,
            model,
            instructions,
            engine,
            format,
            form,
            pictures,
            filling,
        } = question;
        let mut fields = Fields::default();
        fields.text(kind.name()).text(tenant).text(&normalised(prompt)).text(context);
        fields.text(role).text(model).texts(instructions).text(engine);
        fields.optional(format.map(Format::name)).text(name(*form)).texts(pictures);
        let Filling { template, content } = filling.unwrap_or(Filling { template: "", content: "" });
        fields.optional(filling.map(|_| template)).text(content);
        Self(fields.0.finalize().into())
    }

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }

    pub(super) fn from_bytes(bytes: [u8; Self::LENGTH]) -> Self {
        Self(bytes)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0[..8].iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

/// Fields with their lengths, so that no two lists of fields are the same bytes.
#[derive(Default)]
struct Fields(blake3::Hasher);

impl Fields {
    fn text(&mut self, text: &str) -> &mut Self {
        self.count(text.len());
        self.0.update(text.as_bytes());
        self
    }

    fn texts(&mut self, texts: &[&str]) -> &mut Self {
        self.count(texts.len());
        for text in texts {
            self.text(text);
        }
        self
    }

    fn optional(&mut self, text: Option<&str>) -> &mut Self {
        self.texts(text.as_slice())
    }

    fn count(&mut self, count: usize) {
        self.0.update(&(count as u64).to_le_bytes());
    }
}

fn name(form: Form) -> &'static str {
    match form {
        Form::Module => "module",
        Form::Globals => "globals",
    }
}

/// A prompt in Unicode's composed form (NFC), with single spaces for all white space and none at its ends.
fn normalised(prompt: &str) -> String {
    let composed: String = prompt.nfc().collect();
    let mut folded = String::with_capacity(composed.len());
    for word in composed.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    const BASE: Question<'_> = Question {
        kind: Kind::Scene,
        tenant: "acme",
        prompt: "A penguin on ice",
        context: "brand: teal",
        role: "code",
        model: "large-1",
        instructions: &["You write scenes", "Use Remotion"],
        engine: "1.0.0",
        format: Some(Format::Square),
        form: Form::Module,
        pictures: &["aa", "bb"],
        filling: Some(Filling { template: "counter", content: "v1" }),
    };

    /// One question for each field that is the base but for this field, and the number of fields.
    fn changed() -> (Vec<Question<'static>>, usize) {
        // A new field does not compile until it is counted here, and the count does not hold until it is changed below.
        #[rustfmt::skip]
        let Question { kind: _, tenant: _, prompt: _, context: _, role: _, model: _, instructions: _, engine: _,
            format: _, form: _, pictures: _, filling: Some(Filling { template: _, content: _ }) } = BASE else { unreachable!() };
        let filling = |template, content| Some(Filling { template, content });
        let questions = vec![
            Question { kind: Kind::Layout, ..BASE },
            Question { tenant: "acme2", ..BASE },
            Question { prompt: "a penguin on ice", ..BASE },
            Question { context: "brand: gold", ..BASE },
            Question { role: "layout", ..BASE },
            Question { model: "large-2", ..BASE },
            Question { instructions: &["You write scenesUse", " Remotion"], ..BASE },
            Question { engine: "1.0.1", ..BASE },
            Question { format: Some(Format::Portrait), ..BASE },
            Question { form: Form::Globals, ..BASE },
            Question { pictures: &["bb", "aa"], ..BASE },
            Question { filling: filling("timer", "v1"), ..BASE },
            Question { filling: filling("counter", "v2"), ..BASE },
        ];
        (questions, 13)
    }

    #[test]
    fn every_field_changes_the_key() {
        let (questions, fields) = changed();
        let keys: HashSet<Key> = questions.iter().map(Key::of).chain([Key::of(&BASE)]).collect();
        assert_eq!(keys.len(), fields + 1);
    }

    #[test]
    fn what_is_not_there_is_not_what_is_empty() {
        let none = [
            (Question { format: None, ..BASE }, BASE.clone()),
            (Question { pictures: &[], ..BASE }, Question { pictures: &[""], ..BASE }),
            (
                Question { filling: None, ..BASE },
                Question { filling: Some(Filling { template: "", content: "" }), ..BASE },
            ),
        ];
        for (one, other) in none {
            assert_ne!(Key::of(&one), Key::of(&other));
        }
    }

    #[test]
    fn prompts_that_read_the_same_are_the_same() {
        let key = |prompt| Key::of(&Question { prompt, ..BASE });
        for same in ["  A penguin\ton ice\n", "A\u{a0}penguin  on\u{2003}ice"] {
            assert_eq!(key(same), Key::of(&BASE), "{same:?}");
        }
        assert_eq!(key("cafe\u{301}"), key("café"));
        for other in ["A Penguin on ice", "A penguin on ice.", "Apenguin on ice"] {
            assert_ne!(key(other), Key::of(&BASE), "{other:?}");
        }
    }

    proptest! {
        #[test]
        fn text_cannot_move_from_one_field_to_the_next(a in ".{0,8}", b in ".{0,8}", c in ".{0,8}") {
            let (whole, rest) = (format!("{a}{b}"), format!("{b}{c}"));
            let one = Question { context: &whole, role: &c, ..BASE };
            let other = Question { context: &a, role: &rest, ..BASE };
            prop_assert_eq!(Key::of(&one) == Key::of(&other), b.is_empty());
        }
    }
}
