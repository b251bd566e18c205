//! What scenes are called in code: legal identifiers, which are the names of files as well.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

/// The longest identifier, in characters; a number that tells it from another may come behind it.
const LONGEST: usize = 32;

/// What a scene is called whose name has no letter that everyone can type.
const NAMELESS: &str = "Scene";

/// In lower case, since some file systems do not tell cases apart: what the film's own code means by these names, and
/// what Windows does not let files be called.
const RESERVED: [&str; 46] = [
    "absolutefill",
    "clip",
    "easing",
    "film",
    "fitted",
    "flip",
    "freeze",
    "math",
    "reactnode",
    "sequence",
    "series",
    "slate",
    "transitionpresentationcomponentprops",
    "transitionseries",
    "turn",
    "aux",
    "clock$",
    "con",
    "nul",
    "prn",
    "com0",
    "com1",
    "com2",
    "com3",
    "com4",
    "com5",
    "com6",
    "com7",
    "com8",
    "com9",
    "lpt0",
    "lpt1",
    "lpt2",
    "lpt3",
    "lpt4",
    "lpt5",
    "lpt6",
    "lpt7",
    "lpt8",
    "lpt9",
    "infinity",
    "nan",
    "undefined",
    "promise",
    "object",
    "index",
];

/// Gives names that no other scene has.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// An identifier for what people call `name`, or else `kind`: `LaunchDay` for `launch day!`, `LaunchDay2` for another.
    pub(super) fn take(&mut self, name: &str, kind: &str) -> String {
        let wanted = identifier(name).or_else(|| identifier(kind)).unwrap_or_else(|| NAMELESS.to_owned());
        let gap = if wanted.ends_with(|last: char| last.is_ascii_digit()) { "_" } else { "" };
        let numbered = (2..).map(|number: u32| format!("{wanted}{gap}{number}"));
        let mut names = std::iter::once(wanted.clone()).chain(numbered);
        let free = names.find(|name| self.is_free(name)).unwrap_or_default();
        self.taken.insert(free.to_ascii_lowercase());
        free
    }

    fn is_free(&self, name: &str) -> bool {
        let folded = name.to_ascii_lowercase();
        !RESERVED.contains(&folded.as_str()) && !self.taken.contains(&folded)
    }
}

/// The words of a name, each with a capital, of letters and digits that everyone can type; accents are left away.
/// Nothing if there are none.
fn identifier(name: &str) -> Option<String> {
    let plain: String = name.nfd().filter(|c| c.is_ascii() || !is_mark(*c)).collect();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    let mut joined = words.map(capital).collect::<String>();
    joined.truncate(LONGEST);
    match joined.chars().next()? {
        first if first.is_ascii_digit() => Some(format!("{NAMELESS}{joined}")),
        _ => Some(joined),
    }
}

/// Whether it only changes the letter before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\'' | '’')
}

/// `introProps` for `Intro`.
pub(super) fn props_of(name: &str) -> String {
    name[..1].to_ascii_lowercase() + &name[1..] + "Props"
}

/// What Remotion calls the film: letters, digits and hyphens.
pub(super) fn composition_id(name: &str) -> String {
    let plain: String = name.nfd().filter(|c| !is_mark(*c)).collect();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let joined = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    if joined.is_empty() { "film".to_owned() } else { joined }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_legal_and_told_apart() {
        let mut names = Names::default();
        for (name, expected) in [
            ("launch day!", "LaunchDay"),
            ("Launch-Day", "LaunchDay2"),
            ("LAUNCH DAY", "LAUNCHDAY3"),
            ("3 steps", "Scene3Steps"),
            ("intro 2", "Intro2"),
            ("intro", "Intro"),
            ("Intro", "Intro3"),
            ("Intro 2", "Intro2_2"),
            ("Zoë’s café", "ZoesCafe"),
            ("映画", "TitleCard"),
            ("🎬", "TitleCard2"),
            ("film", "Film2"),
            ("con", "Con2"),
        ] {
            assert_eq!(names.take(name, "title-card"), expected, "{name}");
        }
        assert_eq!(names.take("映画", ""), "Scene");
        assert_eq!(
            (props_of("LaunchDay").as_str(), composition_id("Zoë: 映画 2").as_str()),
            ("launchDayProps", "zoe-2")
        );
        assert_eq!(composition_id("映画"), "film");
    }

    proptest! {
        #[test]
        fn any_names_become_identifiers(wanted in prop::collection::vec((".{0,50}", "[a-z-]{0,9}"), 0..20)) {
            let mut names = Names::default();
            let mut seen = HashSet::new();
            for (name, kind) in wanted {
                let taken = names.take(&name, &kind);
                prop_assert!(taken.starts_with(|first: char| first.is_ascii_uppercase()), "{taken}");
                prop_assert!(taken.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'), "{taken}");
                prop_assert!(seen.insert(taken.to_ascii_lowercase()), "{taken}");
            }
        }
    }
}
