//! What the index finds is what looking at every pattern finds.

use proptest::prelude::*;

use super::Reach;
use crate::assets::Assets;
use crate::error::Result;
use crate::pattern::candidate::Asked;
use crate::pattern::{PatternSet, Utterance};
use crate::template::Library;
use crate::text::Text;

/// The words that made patterns and requests share, so that they meet often.
const WORDS: [&str; 14] = [
    "bar",
    "chart",
    "column",
    "title",
    "card",
    "typewriter",
    "q&a",
    "9:16",
    "slide-in",
    "of",
    "top",
    "don't",
    "b",
    "10",
];

const FUNCTION: &str = "dictionary: function\nrole: function\nmeanings:\n  it: [the, of, a]\n";

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(WORDS.to_vec()).prop_map(str::to_owned)
}

/// A name: words, some of which may be left out or are one of several.
fn name() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => word(),
        1 => word().prop_map(|word| format!("{word}[s]")),
        1 => (word(), word()).prop_map(|(left, right)| format!("({left}|{right})")),
    ];
    (piece, prop::option::of(prop_oneof![word(), word().prop_map(|word| format!("[{word}]"))]))
        .prop_map(|(first, more)| more.map_or(first.clone(), |more| format!("{first} {more}")))
}

/// A phrase with a word of its own, and room for a title or a topic.
fn phrase() -> impl Strategy<Value = String> {
    let piece = || {
        prop_oneof![
            3 => name(),
            1 => Just("of {title}".to_owned()),
            1 => Just("&".to_owned()),
            1 => Just("of {about}".to_owned()),
            1 => Just("[<function>]".to_owned()),
            1 => (name(), name()).prop_map(|(left, right)| format!("({left}|{right})")),
        ]
    };
    (prop::collection::vec(piece(), 0..3), name(), prop::collection::vec(piece(), 0..3))
        .prop_map(|(before, name, behind)| [before, vec![name], behind].concat().join(" "))
}

/// A pattern file.
fn pattern() -> impl Strategy<Value = String> {
    let group = prop::collection::vec(name(), 1..3);
    let lists = (
        prop::collection::vec(group, 0..3),
        prop::collection::vec(phrase(), 0..3),
        prop::collection::vec(name(), 0..2),
    );
    lists
        .prop_filter("something has to say when it is meant", |(groups, phrases, _)| {
            !(groups.is_empty() && phrases.is_empty())
        })
        .prop_map(|(groups, phrases, excludes)| {
            let groups: Vec<String> =
                groups.iter().enumerate().map(|(number, names)| format!("g{number}: {names:?}")).collect();
            format!(
                "template: title-card\nrequire: {{{}}}\nphrases: {phrases:?}\nexclude: {excludes:?}\nexamples: []\n",
                groups.join(", ")
            )
        })
}

/// A request: the same words with marks, quotes, slips and other words between.
fn request() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        6 => word(),
        1 => prop::sample::select(vec!["typwriter", "colunm", "charts", "Émile", "\"bar chart\"", "no", "the", "東京", "top-bar"])
            .prop_map(str::to_owned),
        1 => prop::sample::select(vec![",", "-", ":", "10:30", "(", "\n", "'it'", "\u{202e}", "9:16:30"]).prop_map(str::to_owned),
    ];
    let glue = prop::sample::select(vec![" ", " ", " ", " ", "", "-", "  "]);
    prop::collection::vec((part, glue), 1..14)
        .prop_map(|parts| parts.into_iter().map(|(part, glue)| part + glue).collect())
}

/// Holds a request against what the index reaches and against everything.
fn compare(patterns: &PatternSet, request: &str) -> std::result::Result<(), TestCaseError> {
    let utterance = Utterance::new(Text::new(request), patterns);
    let settings = utterance.settings(patterns);
    let wishes = utterance.wishes(patterns, &settings);
    let asked = Asked { utterance: &utterance, settings: &settings, wishes: &wishes };
    let pruned = patterns.candidates(asked);
    let all = Reach::everything(patterns.patterns.iter().map(|pattern| pattern.phrases.len()));
    let brute = patterns.candidates_of(&all, asked);
    prop_assert_eq!(&pruned.found, &brute, "in {}", request);
    prop_assert!(pruned.found.len() <= pruned.work.looked_at);
    prop_assert_eq!(pruned.work.looked_at + pruned.work.pruned, patterns.patterns.len());
    Ok(())
}

#[test]
fn pruning_changes_no_answer() -> Result<()> {
    let library = Library::load(&Assets::embedded())?;
    let sets = prop::collection::vec(pattern(), 1..9);
    let mut runner = proptest::test_runner::TestRunner::default();
    let outcome = runner.run(&(sets, prop::collection::vec(request(), 1..6)), |(files, requests)| {
        let files = files.into_iter().enumerate().map(|(number, text)| (format!("patterns/p{number}.yaml"), text));
        let words = [("patterns/words/function.yaml".to_owned(), FUNCTION.to_owned())];
        let patterns = PatternSet::load(&Assets::from_texts(words.into_iter().chain(files)), &library)
            .map_err(|error| TestCaseError::fail(format!("{error}: {:?}", error.diagnostics())))?;
        requests.iter().try_for_each(|request| compare(&patterns, request))
    });
    assert_eq!(outcome.map_err(|error| error.to_string()), Ok(()));
    Ok(())
}

#[test]
fn pruning_changes_no_answer_of_the_library() -> Result<()> {
    let assets = Assets::embedded();
    let patterns = PatternSet::load(&assets, &Library::load(&assets)?)?;
    let said = patterns.patterns.iter().flat_map(|pattern| {
        let rejects = pattern.rejects().iter().map(|reject| &reject.say);
        pattern.examples().iter().map(|example| &example.say).chain(rejects)
    });
    let outcome = said.map(|say| compare(&patterns, say)).collect::<std::result::Result<Vec<()>, _>>();
    assert!(outcome.is_ok(), "{outcome:?}");
    Ok(())
}
