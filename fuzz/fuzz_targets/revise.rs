//! Changes of any code: each ends, and what it gives still parses and says what was asked.

#![no_main]

use firstframe::tsx::revise::{self, Kind, Place, PropEdit};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|input: (&str, &str, &str, u32)| {
    let (code, from, to, frames) = input;
    let Ok(props) = revise::props(code) else {
        assert!(revise::texts(code).is_err());
        return;
    };
    let _ = (revise::manifest(code), revise::unified_diff(("a", "b"), code, to));
    if let Ok(retimed) = revise::retime_from(code, 90, frames) {
        assert!(revise::props(&retimed).is_ok());
    }
    if let Ok(replaced) = revise::replace_text(code, from, to) {
        assert!(revise::props(&replaced.code).is_ok());
    }
    for prop in props {
        let edit = PropEdit::Set { at: Place::prop(prop.name.clone()), value: Value::from(to) };
        let edited = revise::edit_props(code, &[edit]).expect("the parameter is there");
        let read = revise::props(&edited).expect("what was edited parses");
        assert!(read.iter().any(|read| read.name == prop.name && read.value == Some(Value::from(to))));
    }
    for literal in revise::literals(code).unwrap_or_default() {
        let with = if literal.kind == Kind::Number { "-1.5" } else { "rgb(1 2 3)" };
        let replaced = revise::replace_literals(code, &[literal.span], with).expect("the literal is there");
        assert!(revise::props(&replaced).is_ok());
    }
});
