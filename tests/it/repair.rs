//! Answers of models as they really break, and what becomes of each: `tests/broken/<verdict>/<name>.<tsx|md>`, with what
//! was asked for in a JSON file of the same name where it matters.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use firstframe::diagnostic::Source;
use firstframe::tsx::repair::{CodeStream, REPAIRS, Repaired, Verdict, Wanted, repair};
use firstframe::tsx::revise::unified_diff;
use firstframe::tsx::{self, Form, Meta};
use proptest::prelude::*;
use serde_json::Value;

/// What was asked for with an answer.
struct Asked {
    form: Form,
    meta: Meta,
    taken: Vec<String>,
    pictures: Vec<String>,
}

impl Asked {
    /// What the sidecar says; where it says nothing, what the code says of itself.
    fn with(answer: &Path, text: &str) -> Self {
        let own = CodeStream::default().push(text).and_then(tsx::meta);
        let told = fs::read_to_string(answer.with_extension("json")).unwrap_or_default();
        let told: Value = serde_json::from_str(&told).unwrap_or_default();
        let own = own.filter(|_| told.get("frames").is_none());
        let number = |key: &str, usual: u32| told[key].as_u64().map_or(usual, |number| number as u32);
        let names = |key: &str| {
            let names = told[key].as_array().cloned().unwrap_or_default();
            names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
        };
        let stem = || answer.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let usual = || Meta {
            id: told["id"].as_str().map_or_else(stem, str::to_owned),
            duration_in_frames: number("frames", 150),
            fps: number("fps", 30),
            width: number("width", 1920),
            height: number("height", 1080),
        };
        Self {
            form: if told["form"] == "globals" { Form::Globals } else { Form::Module },
            meta: own.unwrap_or_else(usual),
            taken: names("taken"),
            pictures: names("pictures"),
        }
    }

    fn wanted(&self) -> Wanted<'_> {
        Wanted { form: self.form, meta: self.meta.clone(), taken: &self.taken, pictures: &self.pictures }
    }
}

/// An answer, with its name and what was asked for.
type Answer = (String, String, Asked);

/// The answers of a folder.
fn answers(folder: &str) -> io::Result<Vec<Answer>> {
    let entries = fs::read_dir(Path::new("tests/broken").join(folder))?;
    let mut files = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    files.retain(|file| file.is_file() && file.extension().is_some_and(|kind| kind != "json"));
    files.sort();
    let read = |file: PathBuf| {
        let text = fs::read_to_string(&file)?;
        let asked = Asked::with(&file, &text);
        Ok((file.file_stem().unwrap_or_default().to_string_lossy().into_owned(), text, asked))
    };
    files.into_iter().map(read).collect()
}

/// The verdict, what was done, what is left to do, and the code as it differs from the answer.
fn told(answer: &str, repaired: &Repaired) -> String {
    let mut told = format!("{}\n", repaired.verdict);
    for repair in &repaired.repairs {
        let _ = writeln!(told, "- {}: {}", repair.id, repair.told);
    }
    for diagnostic in repaired.verdict.diagnostics() {
        let _ = writeln!(told, "\n{diagnostic}");
    }
    let _ = write!(told, "\n{}", unified_diff(("answer", "scene"), answer, &repaired.code));
    told
}

const FOLDERS: [&str; 4] = ["mended", "rejected", "cut-off", "faulty"];

#[test]
fn each_answer_becomes_this() -> io::Result<()> {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for folder in FOLDERS {
        settings.set_snapshot_path(format!("../broken/{folder}/snapshots"));
        let answers = answers(folder)?;
        settings.bind(|| {
            for (name, answer, asked) in answers {
                insta::assert_snapshot!(name, told(&answer, &repair(&answer, &asked.wanted())));
            }
        });
    }
    Ok(())
}

/// Of a hundred answers that can be mended so many are.
const FLOOR: usize = 90;

#[test]
fn nine_in_ten_are_mended_and_nothing_dangerous_passes() -> io::Result<()> {
    let verdict = |(name, answer, asked): &Answer| {
        let verdict = repair(answer, &asked.wanted()).verdict;
        (name.clone(), verdict)
    };
    let mendable: Vec<_> = answers("mended")?.iter().map(verdict).collect();
    let left: Vec<_> = mendable.iter().filter(|(_, verdict)| verdict.scene().is_none()).map(|(name, _)| name).collect();
    assert!(left.len() * 100 <= mendable.len() * (100 - FLOOR), "{} of {}: {left:#?}", left.len(), mendable.len());
    for (folder, expected) in [("rejected", "rejected"), ("cut-off", "cut off"), ("faulty", "faulty")] {
        for (name, verdict) in answers(folder)?.iter().map(verdict) {
            assert_eq!(verdict.to_string(), expected, "{folder}/{name}");
        }
    }
    Ok(())
}

#[test]
fn repairing_what_was_repaired_changes_nothing() -> io::Result<()> {
    for (name, answer, asked) in answers("mended")? {
        let first = repair(&answer, &asked.wanted());
        if let Verdict::Scene(scene) = &first.verdict {
            let again = repair(scene.code(), &asked.wanted());
            assert_eq!((again.repairs, again.code.as_str()), (Vec::new(), scene.code()), "{name}");
        }
    }
    Ok(())
}

#[test]
fn every_repair_occurs() -> io::Result<()> {
    let mut seen = BTreeSet::new();
    for folder in FOLDERS {
        for (_, answer, asked) in answers(folder)? {
            seen.extend(repair(&answer, &asked.wanted()).repairs.iter().map(|repair| repair.id));
        }
    }
    let known: BTreeSet<_> = REPAIRS.iter().map(|known| known.id).collect();
    assert_eq!(seen, known);
    Ok(())
}

#[test]
fn code_is_found_alike_wherever_an_answer_is_cut() -> io::Result<()> {
    for folder in FOLDERS {
        for (name, answer, _) in answers(folder)? {
            let mut whole = CodeStream::default();
            let expected = whole.push(&answer).map(str::to_owned);
            let mut stream = CodeStream::default();
            let mut last = None;
            for letter in answer.split_inclusive(|_| true) {
                last = stream.push(letter).map(str::to_owned);
            }
            assert_eq!(last, expected, "{name}");
            let cuts = answer.char_indices().map(|(at, _)| at);
            for cut in cuts.step_by(97) {
                let mut stream = CodeStream::default();
                stream.push(&answer[..cut]);
                assert_eq!(stream.push(&answer[cut..]).map(str::to_owned), expected, "{name} cut at {cut}");
            }
        }
    }
    Ok(())
}

/// Writes the mended scenes into the folder that `FIRSTFRAME_MENDED` names, where the studio can check them. What lies on
/// the web cannot be reached from there.
#[test]
fn mended_scenes_are_written_where_they_are_asked_for() -> io::Result<()> {
    let Some(folder) = std::env::var_os("FIRSTFRAME_MENDED").map(PathBuf::from) else { return Ok(()) };
    fs::create_dir_all(&folder)?;
    for (name, answer, asked) in answers("mended")? {
        let repaired = repair(&answer, &asked.wanted());
        let is_checked = asked.form == Form::Module && !repaired.code.contains("'https://");
        if let Some(scene) = repaired.verdict.scene().filter(|_| is_checked) {
            fs::write(folder.join(name).with_extension("tsx"), scene.code())?;
        }
    }
    Ok(())
}

/// Wherever an answer breaks off, what is there is no scene, unless the scene's component is.
#[test]
fn no_part_of_an_answer_is_shown_as_whole() -> io::Result<()> {
    for (name, answer, asked) in answers("mended")? {
        let Some(code) = CodeStream::default().push(&answer).map(str::to_owned) else { continue };
        let whole = code.find("export default").unwrap_or(code.len());
        let ends = code.match_indices('\n').map(|(at, _)| at + 1).filter(|at| *at < whole);
        // Elsewhere a part does not even parse.
        let is_between = |end: &usize| code[*end..].starts_with(|next: char| !next.is_whitespace());
        for end in ends.filter(is_between) {
            for part in [code[..end].to_owned(), format!("```tsx\n{}", &code[..end])] {
                let verdict = repair(&part, &asked.wanted()).verdict;
                let is_component_there = || part.contains("<AbsoluteFill") && !code[end..].contains("useCurrentFrame");
                assert!(verdict.scene().is_none() || is_component_there(), "{name}:\n{part}");
            }
        }
    }
    Ok(())
}

proptest! {
    /// Lines of real answers, left out, doubled and exchanged: whatever comes of it, it ends, and a scene is one.
    #[test]
    fn mutilated_answers_are_judged(
        which in any::<prop::sample::Index>(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4_u8), 0..6),
    ) {
        let answers = answers("mended").unwrap_or_default();
        let (name, answer, asked) = &answers[which.index(answers.len())];
        let mut lines: Vec<&str> = answer.split_inclusive('\n').collect();
        for (one, other, way) in cuts {
            let (one, other) = (one.index(lines.len()), other.index(lines.len()));
            match way {
                0 if lines.len() > 1 => drop(lines.remove(one)),
                1 => lines.insert(other, lines[one]),
                2 => lines.swap(one, other),
                _ => {
                    let half = lines[one].len() / 2;
                    lines[one] = lines[one].get(..half).unwrap_or_default();
                }
            }
        }
        let repaired = repair(&lines.concat(), &asked.wanted());
        for diagnostic in repaired.verdict.diagnostics() {
            prop_assert_ne!(diagnostic.message(), "the text could not be read", "{}", name);
        }
        if let Verdict::Scene(scene) = &repaired.verdict {
            prop_assert!(tsx::check(&Source::new("scene.tsx", scene.code())).is_ok());
            let again = repair(scene.code(), &asked.wanted());
            prop_assert_eq!(again.code, scene.code());
        }
    }
}
