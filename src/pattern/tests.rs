//! Settings that requests state, and what is said of pattern files with mistakes.

use super::{PatternSet, Utterance};
use crate::assets::Assets;
use crate::diagnostic::Diagnostic;
use crate::error::{Error, Result};
use crate::template::Library;
use crate::text::Text;

fn built_in() -> Result<PatternSet> {
    let assets = Assets::embedded();
    PatternSet::load(&assets, &Library::load(&assets)?)
}

/// The settings of a request, as `param=value` in the order of the text.
fn settings(patterns: &PatternSet, prompt: &str) -> String {
    let utterance = Utterance::new(Text::new(prompt), patterns);
    let found = utterance.settings(patterns);
    let shown = found.iter().map(|setting| {
        let value = serde_json::to_string(setting.value()).unwrap_or_default();
        format!("{}={}", setting.param, value.trim_matches('"'))
    });
    shown.collect::<Vec<_>>().join(" ")
}

#[test]
fn settings_count_where_they_modify_something() -> Result<()> {
    let patterns = built_in()?;
    for (prompt, expected) in [
        // Wherever they stand.
        ("title card \"A\" dark theme, 9:16", "theme=dark format=portrait"),
        ("title card \"A\" for tiktok in the top left corner", "format=portrait position=top-left"),
        ("title card \"A\" slides in from the left, serif font", "animation=slide direction=left font=serif"),
        // In a clause that says nothing else.
        ("title card \"A\", gold, 3s, fade", "accent=gold duration=3 animation=fade"),
        ("title card \"A\" / slow / huge", "speed=slow size=huge"),
        // Beside a noun that says what it is for.
        ("title card \"A\" navy background, white text", "background=navy text_color=white"),
        ("title card \"A\" bg: #fff", "background=#fff"),
        ("title card \"A\" background is salmon", "background=salmon"),
        ("title card \"A\" theme: ocean", "theme=ocean"),
        // Before and behind the name of the scene.
        ("a slow gold title card \"A\"", "speed=slow accent=gold"),
        ("title card \"A\" in teal", "accent=teal"),
        ("title card \"A\" green on black", "text_color=green background=black"),
        ("title card \"A\" teal to violet", "background=teal to violet"),
        // Typefaces that no dictionary knows.
        ("title card \"A\" in Futura font", "font=Futura"),
        ("title card \"A\", font: Gill Sans MT, 4s", "font=Gill Sans MT duration=4"),
        ("title card \"A\" in times new roman typeface", "font=times new roman"),
        ("title card \"A\" in a nice font", ""),
        // Lengths.
        ("title card \"A\", half a minute", "duration=30"),
        ("title card \"A\" for 5 seconds", "duration=5"),
        ("title card \"A\" 150 frames", "duration=5"),
        ("title card \"A\" 200 frames @ 25fps", "duration=8 fps=25"),
        // Content.
        ("title card saying The Slow Burn", ""),
        ("title card saying Paint It Black", ""),
        ("title card \"slow dark 4s navy\"", ""),
        ("title card saying Learn Spanish in 15 minutes a day", ""),
    ] {
        assert_eq!(settings(&patterns, prompt), expected, "in {prompt}");
    }
    Ok(())
}

const PATTERN: &str = r#"template: bar-chrat
require:
  thing: ["bar (chart"]
examples: []
"#;

const OTHER: &str = r#"template: bar-chart
requier: {thing: [bars]}
phrases:
  - "[maybe] [nothing]"
  - "chart of {sereis}"
  - "<verbs> a chart"
quotes: [titel]
slots:
  unit: {cues: ["(a|b|c|d) (a|b|c|d) (a|b|c|d) (a|b|c|d) (a|b|c|d)"], cue: x}
examples:
  - say: bars
"#;

const WORDS: &str = "dictionary: spede\nrole: setting\nmeanings:\n  slow: [slowly]\n";

#[test]
fn mistakes_in_patterns_are_told_all_at_once_at_their_places() -> Result<()> {
    let library = Library::load(&Assets::embedded())?;
    let files = [("patterns/a.yaml", PATTERN), ("patterns/b.yaml", OTHER), ("patterns/words/speed.yaml", WORDS)];
    let broken = PatternSet::load(&Assets::from_texts(files), &library);
    let told: Vec<String> = broken.err().iter().flat_map(Error::diagnostics).map(first_lines).collect();
    insta::assert_snapshot!(told.join("\n"));
    let mended = OTHER
        .replace("requier", "require")
        .replace(", cue: x", "")
        .replace("  - say: bars\n", "  - {say: bars, params: {}}\n");
    let broken = PatternSet::load(&Assets::from_texts([("patterns/b.yaml", mended)]), &library);
    let told: Vec<String> = broken.err().iter().flat_map(Error::diagnostics).map(first_lines).collect();
    insta::assert_snapshot!(told.join("\n"));
    Ok(())
}

/// Place, message and help of a diagnostic, a line each.
fn first_lines(diagnostic: &Diagnostic) -> String {
    let (line, column) = diagnostic.line_and_column();
    let shown = diagnostic.to_string();
    let help = shown.lines().find_map(|line| line.split_once("= help: ")).map_or("", |(_, help)| help);
    format!("{}:{line}:{column}: {}\n    {help}", diagnostic.source().name(), diagnostic.message())
}
