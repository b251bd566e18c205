//! Names, phrases and requests of any text: loading and routing end, and all patterns are accounted for.

#![no_main]

use std::sync::LazyLock;

use firstframe::assets::Assets;
use firstframe::pattern::PatternSet;
use firstframe::request::Request;
use firstframe::route;
use firstframe::template::Library;
use libfuzzer_sys::fuzz_target;

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| Library::load(&Assets::embedded()).expect("what is built in is in order"));

/// A list as YAML has it, of the phrases that some text has between line ends.
fn list(text: &str) -> String {
    let phrases = text.lines().map(|line| format!("'{}'", line.replace('\'', "''")));
    format!("[{}]", phrases.collect::<Vec<_>>().join(", "))
}

fuzz_target!(|input: (&str, &str, &str, &str)| {
    let (names, phrases, excludes, prompt) = input;
    let (names, phrases, excludes) = (list(names), list(phrases), list(excludes));
    let file = format!(
        "template: title-card\nrequire: {{a: {names}}}\nphrases: {phrases}\nexclude: {excludes}\n\
         slots: {{title: {{cues: [called]}}, subtitle: {{takes: {{regex: '[a-z]+-[0-9]+'}}}}}}\nexamples: []\n"
    );
    let Ok(patterns) = PatternSet::load(&Assets::from_texts([("patterns/a.yaml", file)]), &LIBRARY) else { return };
    let Ok(request) = Request::new(prompt) else { return };
    let utterance = route::read(&request, &patterns);
    let decision = route::decide(&request, &utterance, &patterns, &LIBRARY);
    assert_eq!(decision.work.looked_at + decision.work.pruned, decision.work.patterns);
    for found in decision.considered.iter().flat_map(|considered| &considered.found) {
        assert!(request.prompt().get(found.span.range()).is_some());
    }
});
