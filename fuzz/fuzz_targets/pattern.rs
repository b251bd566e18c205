//! Pattern and dictionary files of any text: loading ends, with a set or with diagnostics that can be shown.

#![no_main]

use std::sync::LazyLock;

use firstframe::assets::Assets;
use firstframe::pattern::PatternSet;
use firstframe::template::Library;
use libfuzzer_sys::fuzz_target;

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| Library::load(&Assets::embedded()).expect("what is built in is in order"));

fuzz_target!(|files: (String, String)| {
    let files = [("patterns/a.yaml", files.0), ("patterns/words/b.yaml", files.1)];
    if let Err(error) = PatternSet::load(&Assets::from_texts(files), &LIBRARY) {
        error.diagnostics().iter().for_each(|diagnostic| drop(diagnostic.to_string()));
    }
});
