//! What is read, on bytes alone.

mod asked;

use proptest::prelude::*;
use serde_json::json;

use super::super::{Failure, FailureKind, Finish, Usage};
use super::{MAX_TEXT, Protocol, StreamReader, failure_of, lacks_schemas};

const BOTH: [Protocol; 2] = [Protocol::OpenAi, Protocol::Anthropic];

/// How a stream ended.
type Ended = Result<(Finish, Option<Usage>), FailureKind>;

/// All text of a stream, and how it ended.
fn read(protocol: Protocol, pieces: &[&[u8]]) -> (String, Ended) {
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
            Ok(None) => break,
            Err(failure) => {
                assert_eq!(reader.end(), None);
                return (text, Err(failure.kind()));
            }
        }
    }
    let end = reader.end().expect("an end where nothing failed");
    (text, Ok((end.finish, end.usage)))
}

/// The events of a stream, one a line.
fn stream(lines: &[&str]) -> String {
    lines.iter().fold(String::new(), |stream, line| stream + "data: " + line + "\n\n")
}

fn said(text: &str) -> String {
    json!({"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": null}], "usage": null}).to_string()
}

const STOPPED: &str = r#"{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#;
const COUNTED: &str = r#"{"choices":[],"usage":{"prompt_tokens":10,"completion_tokens":2,"total_tokens":12,
"prompt_tokens_details":{"cached_tokens":4}}}"#;

fn usage(input: u64, cache_read: u64, output: u64) -> Usage {
    Usage { input, cache_read, cache_write: 0, output }
}

#[test]
fn streams_of_chat_completions_are_read() {
    use FailureKind::{Garbled, Overloaded, Quota, RateLimited, Server, Truncated};
    let counted = COUNTED.replace('\n', "");
    let (a, b) = (said("Hello "), said("you"));
    let cases: Vec<(&str, Vec<&str>, &str, Ended)> = vec![
        ("usual", vec![&a, &b, STOPPED, &counted, "[DONE]"], "Hello you", Ok((Finish::Stop, Some(usage(6, 4, 2))))),
        ("no usage", vec![&a, STOPPED, "[DONE]"], "Hello ", Ok((Finish::Stop, None))),
        ("no terminator", vec![&a, STOPPED, &counted], "Hello ", Ok((Finish::Stop, Some(usage(6, 4, 2))))),
        ("no finish", vec![&a, "[DONE]"], "Hello ", Err(Truncated)),
        ("no end", vec![&a, &b], "Hello you", Err(Truncated)),
        ("nothing", vec![], "", Err(Truncated)),
        ("only a finish", vec![STOPPED], "", Ok((Finish::Stop, None))),
        ("garbage", vec![&a, "{\"choices\": [", STOPPED], "Hello ", Err(Garbled)),
        ("empty data", vec![&a, "", STOPPED], "Hello ", Ok((Finish::Stop, None))),
        ("unknown", vec![r#"{"object":"x"}"#, "5", "[]", &a, STOPPED], "Hello ", Ok((Finish::Stop, None))),
        ("after the end", vec![&a, STOPPED, "[DONE]", &b, "{"], "Hello ", Ok((Finish::Stop, None))),
        ("an error", vec![&a, r#"{"error":{"message":"oh","type":"server_error"}}"#], "Hello ", Err(Server)),
        ("a bare error", vec![r#"{"error":"oh"}"#], "", Err(Server)),
        ("an error with a number", vec![r#"{"error":{"message":"oh","code":503}}"#], "", Err(Overloaded)),
        ("an error of rate", vec![r#"{"error":{"code":"rate_limit_exceeded"}}"#], "", Err(RateLimited)),
        ("no money", vec![r#"{"error":{"type":"insufficient_quota"}}"#], "", Err(Quota)),
        ("null error", vec![r#"{"error":null,"choices":[]}"#, &a, STOPPED], "Hello ", Ok((Finish::Stop, None))),
    ];
    for (what, lines, text, end) in cases {
        assert_eq!(read(Protocol::OpenAi, &[stream(&lines).as_bytes()]), (text.to_owned(), end), "{what}");
    }
}

#[test]
fn what_servers_write_otherwise_is_understood() {
    let finish = |reason: &str| format!(r#"{{"choices":[{{"delta":{{}},"finish_reason":"{reason}"}}]}}"#);
    for (reason, expected) in [
        ("stop", Ok(Finish::Stop)),
        ("eos_token", Ok(Finish::Stop)),
        ("length", Ok(Finish::Length)),
        ("content_filter", Ok(Finish::Refusal)),
        ("error", Err(FailureKind::Server)),
    ] {
        let (_, end) = read(Protocol::OpenAi, &[stream(&[&finish(reason)]).as_bytes()]);
        assert_eq!(end.map(|(finish, _)| finish), expected, "{reason}");
    }
    let parts = r#"{"choices":[{"delta":{"content":[{"type":"text","text":"a"},{"type":"x"},{"text":"b"}]}}]}"#;
    let other = r#"{"choices":[{"index":1,"delta":{"content":"no"},"finish_reason":"stop"}]}"#;
    let thought = r#"{"choices":[{"delta":{"content":null,"reasoning_content":"hm"}}]}"#;
    let refused = r#"{"choices":[{"delta":{"refusal":"I will not"}}]}"#;
    let (text, end) = read(Protocol::OpenAi, &[stream(&[parts, other, thought, refused, STOPPED]).as_bytes()]);
    assert_eq!((text.as_str(), end), ("ab", Ok((Finish::Refusal, None))));
    for (told, expected) in [
        (r#"{"usage":{"prompt_tokens":5,"completion_tokens":1,"prompt_cache_hit_tokens":3}}"#, Some(usage(2, 3, 1))),
        (r#"{"usage":{"prompt_tokens":5.0,"completion_tokens":1}}"#, Some(usage(5, 0, 1))),
        (r#"{"x_groq":{"usage":{"prompt_tokens":5,"completion_tokens":1}}}"#, Some(usage(5, 0, 1))),
        (
            r#"{"usage":{"prompt_tokens":3,"completion_tokens":1,"prompt_tokens_details":{"cached_tokens":9}}}"#,
            Some(usage(0, 3, 1)),
        ),
        (r#"{"usage":{"prompt_tokens":3,"completion_tokens":1,"prompt_tokens_details":null}}"#, Some(usage(3, 0, 1))),
        (r#"{"usage":{"prompt_tokens":-3,"completion_tokens":"x"}}"#, None),
        (r#"{"usage":{}}"#, None),
        (r#"{"usage":{"prompt_tokens":0,"completion_tokens":0}}"#, None),
        (r#"{"usage":"many"}"#, None),
    ] {
        let (_, end) = read(Protocol::OpenAi, &[stream(&[STOPPED, told]).as_bytes()]);
        assert_eq!(end, Ok((Finish::Stop, expected)), "{told}");
    }
}

const MESSAGE: &str = r#"event: message_start
data: {"type":"message_start","message":{"usage":{"input_tokens":10,"cache_creation_input_tokens":3,"cache_read_input_tokens":4,"output_tokens":1}}}

event: content_block_start
data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

event: ping
data: {"type":"ping"}

event: content_block_delta
data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Héllo "}}

event: content_block_delta
data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}}

event: something_new
data: {"type":"something_new","delta":{"type":"text_delta","text":"no"}}

event: content_block_delta
data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"you 🌿"}}

event: content_block_stop
data: {"type":"content_block_stop","index":0}

event: message_delta
data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"input_tokens":null,"output_tokens":15}}

event: message_stop
data: {"type":"message_stop"}

"#;

const CACHED: Usage = Usage { input: 10, cache_read: 4, cache_write: 3, output: 15 };

#[test]
fn streams_of_messages_are_read() {
    use FailureKind::{Overloaded, Truncated};
    let whole = ("Héllo you 🌿".to_owned(), Ok((Finish::Stop, Some(CACHED))));
    assert_eq!(read(Protocol::Anthropic, &[MESSAGE.as_bytes()]), whole);
    let before = |mark: &str| MESSAGE.split_once(mark).map_or("", |(before, _)| before);
    let no_stop = before("event: message_stop");
    assert_eq!(read(Protocol::Anthropic, &[no_stop.as_bytes()]), whole, "the model had said that it was done");
    let cut = before("event: message_delta");
    assert_eq!(read(Protocol::Anthropic, &[cut.as_bytes()]), ("Héllo you 🌿".to_owned(), Err(Truncated)));
    let stopped = format!("{cut}event: message_stop\ndata: {{\"type\":\"message_stop\"}}\n\n");
    assert_eq!(read(Protocol::Anthropic, &[stopped.as_bytes()]).1, Err(Truncated));
    let error = r#"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#;
    let broken = format!("{cut}event: error\ndata: {error}\n\n");
    assert_eq!(read(Protocol::Anthropic, &[broken.as_bytes()]), ("Héllo you 🌿".to_owned(), Err(Overloaded)));
    for (reason, finish) in [("max_tokens", Finish::Length), ("refusal", Finish::Refusal), ("tool_use", Finish::Stop)] {
        let other = MESSAGE.replace("end_turn", reason);
        assert_eq!(read(Protocol::Anthropic, &[other.as_bytes()]).1, Ok((finish, Some(CACHED))), "{reason}");
    }
    let tool = MESSAGE.replace(r#""text_delta","text":"#, r#""input_json_delta","partial_json":"#);
    assert_eq!(read(Protocol::Anthropic, &[tool.as_bytes()]).0, "Héllo you 🌿no".replace("no", ""));
}

/// Of every beginning of a stream, what is read is a beginning of its text, and it ends well only when it was said why.
#[test]
fn streams_are_cut_at_every_byte() {
    let counted = COUNTED.replace('\n', "");
    let chat = stream(&[&said("Hé "), &said("🌿"), STOPPED, &counted, "[DONE]"]);
    for (protocol, stream, finish) in
        [(Protocol::OpenAi, chat.as_str(), "\"stop\"}]}"), (Protocol::Anthropic, MESSAGE, "\"output_tokens\":15}}")]
    {
        let (whole, end) = read(protocol, &[stream.as_bytes()]);
        let said_why = stream.find(finish).expect("an end") + finish.len();
        assert!(end.is_ok());
        for cut in 0..stream.len() {
            let (text, end) = read(protocol, &[&stream.as_bytes()[..cut]]);
            assert!(whole.starts_with(&text), "{cut}: {text}");
            assert_eq!(end.is_ok(), cut >= said_why, "{cut}: {end:?}");
            assert!(end.is_ok() || end == Err(FailureKind::Truncated), "{cut}: {end:?}");
        }
    }
}

proptest! {
    /// However a stream is cut into pieces, the same is read.
    #[test]
    fn pieces_change_nothing(cuts in prop::collection::vec(0..2000_usize, 0..20), anthropic: bool) {
        let counted = COUNTED.replace('\n', "");
        let chat = stream(&[&said("Hé "), &said("🌿"), STOPPED, &counted, "[DONE]"]);
        let (protocol, whole) =
            if anthropic { (Protocol::Anthropic, MESSAGE) } else { (Protocol::OpenAi, chat.as_str()) };
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(whole.len())).collect();
        cuts.extend([0, whole.len()]);
        cuts.sort_unstable();
        let pieces: Vec<&[u8]> = cuts.windows(2).map(|ends| &whole.as_bytes()[ends[0]..ends[1]]).collect();
        prop_assert_eq!(read(protocol, &pieces), read(protocol, &[whole.as_bytes()]));
    }

    /// Whatever comes, something is said about it, and nothing panics.
    #[test]
    fn anything_is_read(bytes in prop::collection::vec(any::<u8>(), 0..300), lines in prop::collection::vec(".{0,40}", 0..6)) {
        for protocol in BOTH {
            let _ = protocol.read(&bytes);
            let (_, _) = read(protocol, &[&bytes]);
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            let (_, _) = read(protocol, &[stream(&lines).as_bytes()]);
        }
    }
}

#[test]
fn whole_answers_are_read() -> Result<(), Failure> {
    let chat = r#"{"choices":[{"message":{"content":"Moss"},"finish_reason":"stop"}],
        "usage":{"prompt_tokens":5,"completion_tokens":1}}"#;
    let reply = Protocol::OpenAi.read(chat.as_bytes())?;
    assert_eq!((reply.text.as_str(), reply.end.finish, reply.end.usage), ("Moss", Finish::Stop, Some(usage(5, 0, 1))));
    let message = r#"{"type":"message","content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"Moss"}],
        "stop_reason":"end_turn","usage":{"input_tokens":5,"output_tokens":1}}"#;
    let reply = Protocol::Anthropic.read(message.as_bytes())?;
    assert_eq!((reply.text.as_str(), reply.end.finish, reply.end.usage), ("Moss", Finish::Stop, Some(usage(5, 0, 1))));
    let tool = r#"{"content":[{"type":"tool_use","name":"moss","input":{"a":1}}],"stop_reason":"tool_use"}"#;
    let reply = Protocol::Anthropic.read(tool.as_bytes())?;
    assert_eq!((reply.json()?, reply.end.usage), (json!({"a": 1}), None));
    Ok(())
}

#[test]
fn whole_answers_that_are_none_are_failures() {
    for (protocol, body, kind) in [
        (Protocol::OpenAi, "", FailureKind::Garbled),
        (Protocol::OpenAi, "<html>", FailureKind::Garbled),
        (Protocol::OpenAi, "{}", FailureKind::Garbled),
        (Protocol::OpenAi, r#"{"choices":[]}"#, FailureKind::Garbled),
        (Protocol::OpenAi, r#"{"choices":[{"message":{"content":"a"}}]}"#, FailureKind::Truncated),
        (Protocol::OpenAi, r#"{"error":{"message":"oh","type":"server_error"}}"#, FailureKind::Server),
        (Protocol::OpenAi, r#"[{"error":{"message":"oh","status":"UNAVAILABLE"}}]"#, FailureKind::Overloaded),
        (Protocol::Anthropic, "[]", FailureKind::Truncated),
        (Protocol::Anthropic, r#"{"content":[{"type":"text","text":"a"}]}"#, FailureKind::Truncated),
        (Protocol::Anthropic, r#"{"type":"error","error":{"type":"api_error"}}"#, FailureKind::Server),
    ] {
        assert_eq!(protocol.read(body.as_bytes()).err().map(|failure| failure.kind()), Some(kind), "{body}");
    }
}

#[test]
fn answers_without_end_are_cut_off() {
    let piece = stream(&[&said(&"x".repeat(1 << 20))]);
    let mut reader = StreamReader::new(Protocol::OpenAi);
    let mut length = 0;
    let failure = (0..100).find_map(|_| {
        reader.feed(piece.as_bytes());
        reader.take().map(|text| length += text.unwrap_or_default().len()).err()
    });
    assert_eq!(failure.map(|failure| failure.kind()), Some(FailureKind::TooLarge));
    assert!(length <= MAX_TEXT);
}

#[test]
fn refusals_say_what_servers_say() {
    let told = |status, body: &str| failure_of(status, body, None);
    for (status, body, kind, part) in [
        (401, r#"{"error":{"message":"Incorrect  key\n"}}"#, FailureKind::Unauthorised, "(401): Incorrect key"),
        (403, "", FailureKind::Unauthorised, "nothing more"),
        (404, r#"{"error":"model 'x' not found"}"#, FailureKind::NotFound, "model 'x' not found"),
        (400, r#"{"detail":"bad"}"#, FailureKind::Rejected, "bad"),
        (422, r#"{"detail":[{"loc":["a"]}]}"#, FailureKind::Rejected, "loc"),
        (429, r#"{"error":{"code":"rate_limit_exceeded"}}"#, FailureKind::RateLimited, "too many"),
        (429, r#"{"error":{"type":"insufficient_quota","message":"pay"}}"#, FailureKind::Quota, "pay"),
        (402, r#"{"message":"pay"}"#, FailureKind::Quota, "pay"),
        (500, "<html><b>oh</b>\u{7}</html>", FailureKind::Server, "<html><b>oh</b> </html>"),
        (502, "[]", FailureKind::Server, "(502)"),
        (503, "null", FailureKind::Overloaded, "(503)"),
        (529, r#"{"error":{"type":"overloaded_error","message":"Overloaded"}}"#, FailureKind::Overloaded, "Overloaded"),
        (301, "", FailureKind::NotFound, "(301)"),
        (418, "tea", FailureKind::Rejected, "tea"),
    ] {
        let failure = told(status, body);
        assert_eq!(failure.kind(), kind, "{status} {body}");
        assert!(failure.message().contains(part), "{}", failure.message());
    }
    assert!(lacks_schemas(&told(400, r#"{"error":{"message":"response_format is not supported"}}"#)));
    assert!(!lacks_schemas(&told(400, r#"{"error":{"message":"too long"}}"#)));
    assert!(!lacks_schemas(&told(429, r#"{"error":{"message":"json_schema"}}"#)));
}
