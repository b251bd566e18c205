//! Answers of models: each is judged, a scene is one, and what is mended parses no worse than before.

#![no_main]

use firstframe::diagnostic::Source;
use firstframe::tsx::repair::{CodeStream, REPAIRS, Verdict, Wanted, repair};
use firstframe::tsx::{self, Form, Meta, revise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, bool, usize)| {
    let (answer, is_for_players, cut) = input;
    let form = if is_for_players { Form::Globals } else { Form::Module };
    let meta = Meta { id: "scene".into(), duration_in_frames: 150, fps: 30, width: 1920, height: 1080 };
    let taken = ["Part".to_owned(), "a".to_owned()];
    let wanted = Wanted { form, meta, taken: &taken, pictures: &[] };
    let mut whole = CodeStream::default();
    let code = whole.push(answer).map(str::to_owned);
    if answer.is_char_boundary(cut) {
        let mut stream = CodeStream::default();
        stream.push(&answer[..cut]);
        assert_eq!(stream.push(&answer[cut..]).map(str::to_owned), code);
    }
    let repaired = repair(answer, &wanted);
    assert!(repaired.repairs.iter().all(|repair| REPAIRS.iter().any(|known| known.id == repair.id)));
    let unread = |code: &str| code == "the text could not be read";
    assert!(!repaired.verdict.diagnostics().iter().any(|diagnostic| unread(diagnostic.message())));
    if code.is_some_and(|code| revise::props(&code).is_ok()) {
        assert!(revise::props(&repaired.code).is_ok());
    }
    if let Verdict::Scene(scene) = repaired.verdict {
        assert!(tsx::check(&Source::new("scene.tsx", scene.code())).is_ok());
        assert_eq!(repair(scene.code(), &wanted).code, scene.code());
    }
});
