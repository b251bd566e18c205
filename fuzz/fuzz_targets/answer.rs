//! Answers of models, of any bytes, cut anywhere: what is read is the same however it is cut, ends once, and never panics.

#![no_main]

use firstframe::llm::json_in;
use firstframe::llm::protocol::{Protocol, StreamReader};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (bool, u8, &[u8])| {
    let (is_anthropic, step, bytes) = input;
    let protocol = if is_anthropic { Protocol::Anthropic } else { Protocol::OpenAi };
    let whole = read(protocol, bytes.chunks(bytes.len().max(1)));
    let pieces = read(protocol, bytes.chunks(usize::from(step).max(1)));
    assert_eq!(whole, pieces);
    if let Ok(reply) = protocol.read(bytes) {
        let _ = reply.json();
    }
    let _ = json_in(&String::from_utf8_lossy(bytes));
});

/// The text of an answer, and how it ended.
fn read<'a>(protocol: Protocol, pieces: impl Iterator<Item = &'a [u8]>) -> (String, String) {
    let mut reader = StreamReader::new(protocol);
    let mut text = String::new();
    for piece in pieces {
        reader.feed(piece);
        while let Ok(Some(more)) = reader.take() {
            text += &more;
        }
    }
    reader.close(None);
    loop {
        match reader.take() {
            Ok(Some(more)) => text += &more,
            Ok(None) => return (text, format!("{:?}", reader.end().expect("an end where nothing failed"))),
            Err(failure) => return (text, failure.to_string()),
        }
    }
}
