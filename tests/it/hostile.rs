//! Bad input: patterns that would explode and requests that match nearly end in bounded time, with a clear message.

use std::time::{Duration, Instant};

use firstframe::assets::Assets;
use firstframe::diagnostic::Diagnostic;
use firstframe::engine::Engine;
use firstframe::error::{Error, Result};
use firstframe::pattern::PatternSet;
use firstframe::request::Request;
use firstframe::route;
use firstframe::template::Library;

/// What anything here may take: a hundred times what it takes, for a build that is not optimised on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is said of a pattern file, with the time that it took.
fn told(text: String) -> Result<Vec<String>> {
    let library = Library::load(&Assets::embedded())?;
    let started = Instant::now();
    let loaded = PatternSet::load(&Assets::from_texts([("patterns/a.yaml", text)]), &library);
    assert!(started.elapsed() < PATIENCE, "loading took {:?}", started.elapsed());
    let diagnostics = loaded.err().into_iter().flat_map(|error| Error::diagnostics(&error).to_vec());
    Ok(diagnostics.map(|diagnostic: Diagnostic| diagnostic.message().to_owned()).collect())
}

fn pattern(rest: &str) -> String {
    format!("template: title-card\n{rest}\nexamples: []\n")
}

#[test]
fn patterns_that_explode_are_refused() -> Result<()> {
    let alternatives = "(a|b|c|d|e|f|g|h) ".repeat(12);
    let bombs = (1..60).map(|level| format!("  l{level}: &l{level} [*l{0}, *l{0}]\n", level - 1));
    let bomb = bombs.collect::<Vec<_>>().concat();
    let many = vec!["a"; 20_000].join(", ");
    for (text, message) in [
        (pattern(&format!("require: {{thing: [\"{alternatives}\"]}}")), "too many ways"),
        (pattern(&format!("require:\n  l0: &l0 [a, a]\n{bomb}")), "aliases are not taken"),
        (pattern(&format!("require: {}a{}", "[".repeat(40), "]".repeat(40))), "nested more than"),
        (pattern(&format!("require: {}a{}", "[".repeat(5_000), "]".repeat(5_000))), "recursion limit"),
        (pattern(&format!("phrases: [{many}]")), "at most 10000 are taken"),
        (pattern(&format!("phrases: [\"{}\"]", "[a] ".repeat(200))), "nothing in this phrase has to be there"),
        (pattern(&format!("phrases: [\"{}\"]", "(".repeat(9_000))), "brackets stand 12 deep"),
        (pattern("phrases: [\"{title} {subtitle} {eyebrow}\"]"), "nothing in this phrase has to be there"),
        (pattern("phrases: [\"bars of {title} {subtitle} {eyebrow}\"]"), "nothing says where one of `{title}`"),
        (
            pattern("phrases: [bars]\nslots: {title: {takes: {regex: '(\\w{1,200}){1,200}'}}}"),
            "more than 128 KiB when it is compiled",
        ),
        (pattern("phrases: [bars]\nslots: {title: {takes: {regex: '(a'}}}"), "no regular expression: unclosed group"),
        (format!("{}{}", pattern("phrases: [bars]"), "# ".repeat(600_000)), "at most 1048576 are read"),
    ] {
        let told = told(text)?;
        assert!(told.iter().any(|told| told.contains(message)), "expected `{message}`, found {told:?}");
    }
    Ok(())
}

#[test]
fn mistakes_in_expressions_stand_at_their_places() -> Result<()> {
    let library = Library::load(&Assets::embedded())?;
    let text = pattern("phrases: [bars]\nslots:\n  title: {takes: {regex: '[a-'}}");
    let loaded = PatternSet::load(&Assets::from_texts([("patterns/a.yaml", text)]), &library);
    let shown: Vec<String> = loaded.err().iter().flat_map(Error::diagnostics).map(ToString::to_string).collect();
    insta::assert_snapshot!(shown.join("\n"));
    Ok(())
}

/// Requests of some 4 KiB that nearly match, in many ways.
fn near_matches() -> Vec<String> {
    let fill = |part: &str| part.repeat(4096 / part.len());
    vec![
        fill("bar chart of "),
        fill("title card saying "),
        fill("show a, b, c as "),
        fill("with the subtitle "),
        fill("\"title\" card "),
        fill("\"'“„«"),
        fill("Q1 10, "),
        fill("1. first - second: third; "),
        fill("in teal on black to "),
        fill("titel crad typwriter cuonter "),
        fill("no not without "),
        fill("10:30:9:16 "),
        fill("a-b-c-"),
        fill("| a | b |\n"),
        fill("from 0 to 5% of $3 in 5 seconds "),
        fill("((((]]]]{{{{"),
        fill("\u{202e}עברית bar chart عربى \u{2066}title\u{2069} 東京 "),
        fill("e\u{301}\u{327}\u{200d}"),
        fill("İßﬃ K"),
        fill("👩‍👩‍👧‍👦🏳️‍🌈"),
        fill("@a #b https://c.d/e?f=g&h "),
        fill("and then, finally, "),
    ]
}

#[test]
fn near_matches_of_four_kilobytes_end_soon() -> Result<()> {
    let engine = Engine::embedded()?;
    for prompt in near_matches() {
        let request = Request::new(&prompt)?;
        let started = Instant::now();
        let decision = engine.route(&request);
        let took = started.elapsed();
        assert!(took < PATIENCE, "{took:?} for {}", prompt.chars().take(30).collect::<String>());
        for found in decision.considered.iter().flat_map(|considered| &considered.found) {
            assert!(request.prompt().get(found.span.range()).is_some());
        }
    }
    Ok(())
}

/// A phrase with many free slots is given up where it can be read in too many ways.
#[test]
fn phrases_that_can_be_read_in_many_ways_end_soon() -> Result<()> {
    let library = Library::load(&Assets::embedded())?;
    let phrases = "phrases: [\"{about} of {about} of {about} of {about} of {title} of {subtitle} bars\"]";
    let patterns = PatternSet::load(&Assets::from_texts([("patterns/a.yaml", pattern(phrases))]), &library)?;
    for part in ["x of ", "of ", "of x y z "] {
        let request = Request::new(&format!("bars {}", part.repeat(4000 / part.len())))?;
        let started = Instant::now();
        let utterance = route::read(&request, &patterns);
        route::decide(&request, &utterance, &patterns, &library);
        assert!(started.elapsed() < PATIENCE, "{:?} for {part}", started.elapsed());
    }
    Ok(())
}

/// Text that runs both ways, and other scripts, are content: they stay as typed, and hide no words.
#[test]
fn mixed_scripts_are_kept_as_typed() -> Result<()> {
    let engine = Engine::embedded()?;
    for (prompt, title) in [
        ("title card \"שלום עולם 2026\"", "שלום עולם 2026"),
        ("title card \"مرحبا\" in teal", "مرحبا"),
        ("title card \"東京タワー, 3s\"", "東京タワー, 3s"),
        ("ｔｉｔｌｅ ｃａｒｄ \"Привет, мир\"", "Привет, мир"),
    ] {
        let decision = engine.route(&Request::new(prompt)?);
        let params = decision.fits().next().map(|fit| serde_json::to_value(fit.params()).unwrap_or_default());
        assert_eq!(params.map(|params| params["title"].clone()), Some(title.into()), "in {prompt}");
    }
    Ok(())
}
