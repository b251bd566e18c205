//! Requests of any bytes: reading, routing and rendering never panic, and what was read lies inside the request.

#![no_main]

use std::sync::LazyLock;

use firstframe::engine::Engine;
use firstframe::request::Request;
use firstframe::tsx::Form;
use libfuzzer_sys::fuzz_target;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::embedded().expect("what is built in is in order"));

fuzz_target!(|bytes: &[u8]| {
    let Ok(request) = Request::new(&String::from_utf8_lossy(bytes)) else { return };
    let generation = ENGINE.generate(&request, Form::Module, &mut ()).expect("a request never breaks a template");
    for found in generation.decision.considered.iter().flat_map(|considered| &considered.found) {
        assert!(request.prompt().get(found.span.range()).is_some());
    }
});
