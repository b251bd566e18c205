//! Scenes of any text, as a model may write them: the check ends, and what it accepts it accepts again.

#![no_main]

use firstframe::diagnostic::Source;
use firstframe::tsx;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match tsx::check(&Source::new("scene.tsx", text)) {
        Ok(scene) => assert!(tsx::check(&Source::new("scene.tsx", scene.code())).is_ok()),
        Err(error) => error.diagnostics().iter().for_each(|diagnostic| drop(diagnostic.to_string())),
    }
});
