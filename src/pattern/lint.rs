//! What is allowed in pattern files and hardly meant: the lints.
//!
//! Loading refuses what cannot work. A lint finds what works badly: phrases that any sentence makes candidates of, names
//! that two templates share, dictionaries that nothing refers to, patterns that nothing proves.

mod names;
mod phrases;
mod proofs;
mod unread;

use std::collections::HashMap;

use super::bounds;
use super::file::{self, DictionaryFile, PatternFile, Role};
use super::form::Form;
use super::phrase::ways;
use super::set::{PatternSet, Slot};
use crate::assets::Assets;
use crate::diagnostic::Diagnostic;
use crate::template::Library;

/// What a mistake is called that loading refuses and that has no name of its own.
const REFUSED: &str = "refused";

/// The lints with what each finds, in the order of the alphabet.
pub const LINTS: [(&str, &str); 13] = [
    ("adjacent-slots", "two texts with nothing between them, so that nothing says where the first ends"),
    ("dead-dictionary", "a dictionary of words that no phrase refers to"),
    ("doubled-cue", "a word that announces two slots of a pattern"),
    ("doubled-phrase", "a sentence that stands twice in one pattern, or in the patterns of two templates"),
    ("empty-slot", "a slot that says nothing"),
    ("few-examples", "fewer than three examples, or no reject"),
    ("many-ways", "a phrase that stands for more sentences than anybody means"),
    ("refused", "anything else that cannot be loaded, such as an unknown key"),
    ("repeated-slot", "a slot that stands twice in one sentence"),
    ("self-excluded", "a name of a scene that its own pattern excludes"),
    ("shadowed", "a pattern whose every name belongs to another pattern too"),
    ("unread-phrase", "a phrase that does not read sentences which were made from it"),
    ("weak-witness", "a phrase or a name of which only everyday words have to be there"),
];

/// Everything that is wrong with the files under `patterns/`, and everything that is hardly meant, by file and place. What
/// cannot be loaded is an error and stands alone; the rest are warnings, except for patterns that can never be taken.
pub fn lint(assets: &Assets, library: &Library) -> Vec<Diagnostic> {
    let set = match PatternSet::load(assets, library) {
        Ok(set) => set,
        Err(error) => {
            let named = |found: &Diagnostic| found.clone().labelled(found.label().unwrap_or(REFUSED));
            return error.diagnostics().iter().map(named).collect();
        }
    };
    let files = Files::read(assets);
    let mut found = Vec::new();
    unread::lint(&set, &mut found);
    for pattern in &files.patterns {
        proofs::lint(pattern, &mut found);
        phrases::lint(pattern, &files, &mut found);
        let slots = with_forms(library.manifest(&pattern.template).map(Slot::all_of).unwrap_or_default(), pattern);
        for way in pattern.phrases.iter().chain(&pattern.reads) {
            bounds::doubt(&pattern.source, way, &slots, &mut found);
        }
        names::lint(pattern, &files, &mut found);
    }
    phrases::lint_doubled(&files, &mut found);
    names::lint_shared(&files, &mut found);
    names::lint_dictionaries(&files, &mut found);
    found.sort_by(|left, right| left.place().cmp(&right.place()));
    found
}

/// The slots of a template with what a pattern says of them.
fn with_forms(mut slots: Vec<Slot>, pattern: &PatternFile) -> Vec<Slot> {
    for entry in &pattern.slots {
        if let Some(slot) = slots.iter_mut().find(|slot| slot.name == entry.name) {
            slot.form = entry.takes.as_ref().and_then(Form::trusted);
            slot.one_of.clone_from(&entry.one_of);
        }
    }
    slots
}

/// The files as they were written, and the words that say nothing.
struct Files {
    patterns: Vec<PatternFile>,
    dictionaries: Vec<DictionaryFile>,
    /// Words of sentences about anything.
    everyday: HashMap<String, Role>,
}

impl Files {
    /// Reads all files of a set that can be loaded.
    fn read(assets: &Assets) -> Self {
        let (mut patterns, mut dictionaries) = (Vec::new(), Vec::new());
        for source in assets.sources_under("patterns") {
            if source.name().starts_with("patterns/words/") {
                dictionaries.extend(file::read_dictionary(&source));
            } else if !super::is_beside(source.name()) {
                patterns.extend(file::read_pattern(&source));
            }
        }
        let everyday = everyday(&dictionaries);
        Self { patterns, dictionaries, everyday }
    }

    /// Whether a literal is part of sentences about anything.
    fn is_everyday(&self, literal: &str) -> bool {
        self.everyday.contains_key(literal)
    }
}

fn everyday(dictionaries: &[DictionaryFile]) -> HashMap<String, Role> {
    let mut words = HashMap::new();
    let says_nothing = |role| matches!(role, Role::Function | Role::Filler | Role::Courtesy | Role::Make);
    for dictionary in dictionaries.iter().filter(|dictionary| says_nothing(dictionary.role)) {
        for way in dictionary.meanings.iter().flat_map(|entry| &entry.say) {
            let literals = ways(&way.pieces).unwrap_or_default();
            words.extend(literals.iter().map(|literal| (literal.to_owned(), dictionary.role)));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Result;

    const COUNTER: &str = r#"template: counter
require:
  thing: {say: [counter, "make"], weak: [number]}
phrases:
  - "[big] of {to}"
  - "sum of {prefix} {suffix}"
  - "tally of {to}"
  - "Tally  of {to}"
  - "{to} more than {to}"
exclude: [counter]
slots:
  label: {}
  prefix: {cues: [sign]}
  suffix: {cues: [sign]}
examples: []
"#;

    const ODOMETER: &str = r#"template: title-card
require: [[counter]]
examples:
  - {say: "counter", params: {}}
"#;

    const WORDS: &str = "dictionary: unused\nrole: words\nmeanings:\n  a: [tally]\n";

    const MAKE: &str = "dictionary: make\nrole: make\nmeanings:\n  a: [make, of]\n";

    fn labels(texts: &[(&'static str, String)]) -> Result<Vec<String>> {
        let library = Library::load(&Assets::embedded())?;
        let found = lint(&Assets::from_texts(texts.iter().cloned()), &library);
        let shown = found.iter().map(|found| {
            let (line, column) = found.line_and_column();
            let name = found.source().name().trim_start_matches("patterns/");
            format!("{name}:{line}:{column} {}", found.label().unwrap_or("?"))
        });
        Ok(shown.collect())
    }

    #[test]
    fn lints_stand_at_their_places() -> Result<()> {
        let found = labels(&[
            ("patterns/counter.yaml", COUNTER.to_owned()),
            ("patterns/words/make.yaml", MAKE.to_owned()),
            ("patterns/words/unused.yaml", WORDS.to_owned()),
            ("patterns/zz.yaml", ODOMETER.replace("[[counter]]", "{thing: [counter]}")),
        ])?;
        insta::assert_snapshot!(found.join("\n"), @r"
    counter.yaml:1:11 few-examples
    counter.yaml:1:11 few-examples
    counter.yaml:3:17 self-excluded
    counter.yaml:3:26 weak-witness
    counter.yaml:5:5 weak-witness
    counter.yaml:6:5 adjacent-slots
    counter.yaml:8:5 doubled-phrase
    counter.yaml:9:5 repeated-slot
    counter.yaml:12:3 empty-slot
    counter.yaml:14:19 doubled-cue
    words/unused.yaml:1:13 dead-dictionary
    zz.yaml:1:11 few-examples
    zz.yaml:1:11 few-examples
    zz.yaml:1:11 shadowed
    ");
        Ok(())
    }

    #[test]
    fn what_cannot_be_loaded_stands_alone() -> Result<()> {
        let found = labels(&[
            ("patterns/counter.yaml", COUNTER.replace("exclude", "exclud")),
            ("patterns/words/unused.yaml", WORDS.to_owned()),
        ])?;
        insta::assert_snapshot!(found.join("\n"), @r"
    counter.yaml:10:1 refused
    ");
        let found = labels(&[("patterns/counter.yaml", COUNTER.replace("[big] of", "of {label} {prefix} {suffix}"))])?;
        insta::assert_snapshot!(found.join("\n"), @r"
    counter.yaml:5:5 adjacent-slots
    ");
        Ok(())
    }

    #[test]
    fn every_lint_is_listed_once() {
        assert!(LINTS.is_sorted_by(|left, right| left.0 < right.0));
    }
}
