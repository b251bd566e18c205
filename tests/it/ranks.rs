//! A module imports only from lower ranks, or inside its own folder. ARCHITECTURE.md says why.

use std::fs;
use std::path::{Path, PathBuf};

/// Every module with its rank.
const RANKS: [(&str, u8); 24] = [
    ("text", 0),
    ("event", 0),
    ("request", 0),
    ("diagnostic", 0),
    ("error", 0),
    ("nearest", 0),
    ("trace", 0),
    ("value", 1),
    ("tsx", 1),
    ("assets", 1),
    ("config", 1),
    ("yaml", 1),
    ("template", 2),
    ("llm", 2),
    ("pattern", 3),
    ("store", 3),
    ("route", 4),
    ("film", 5),
    ("pipeline", 5),
    ("engine", 6),
    ("server", 7),
    ("bench", 7),
    ("cli", 8),
    ("main", 9),
];

/// Modules of rank 0 know each other: they are the nouns that everyone shares.
const NOUNS: u8 = 0;

#[test]
fn modules_import_from_lower_ranks_only() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in rust_files(Path::new("src")) {
        let module = module_of(&file);
        if module == "lib" {
            continue;
        }
        let own =
            rank(&module).unwrap_or_else(|| panic!("`{module}` has no rank: give it one here and in ARCHITECTURE.md"));
        for (line, imported) in imports(&file) {
            seen += 1;
            let other =
                rank(&imported).unwrap_or_else(|| panic!("{}:{line}: `{imported}` has no rank", file.display()));
            let allowed = imported == module || other < own || own == NOUNS && other == NOUNS;
            if !allowed {
                wrong.push(format!("{}:{line}: `{module}` ({own}) imports `{imported}` ({other})", file.display()));
            }
        }
    }
    assert!(seen > 100, "only {seen} imports were found: does the test still read them?");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn rank(module: &str) -> Option<u8> {
    RANKS.iter().find(|(name, _)| *name == module).map(|(_, rank)| *rank)
}

/// `src/tsx/rules/mod.rs` and `src/tsx.rs` belong to `tsx`.
fn module_of(file: &Path) -> String {
    let first =
        file.components().nth(1).map(|part| part.as_os_str().to_string_lossy().into_owned()).unwrap_or_default();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules that a file names as `crate::module`, with the line.
fn imports(file: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
        for part in line.split("crate::").skip(1) {
            let name: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.push((index + 1, name));
        }
    }
    found
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files = Vec::new();
    for path in entries {
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}
