//! What connections do to answers: cut, slow, huge, garbled, refused; and that keys stay where they belong.

use std::net::TcpListener;
use std::time::Duration;

use serde_json::json;
use tokio::time::Instant;

use super::fixture::{Act, KEY, Server, answer, chunked, models_at, stream_head};
use super::protocol::Protocol;
use super::{Call, Failure, FailureKind, Message, Reply, Role, Schema};

const BOTH: [Protocol; 2] = [Protocol::OpenAi, Protocol::Anthropic];

const CHAT: &str = "data: {\"choices\":[{\"delta\":{\"content\":\"Hé\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"🌿\"},\
    \"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

const MESSAGE: &str = "data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"Hé🌿\"}}\n\n\
    data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}\n\ndata: {\"type\":\"message_stop\"}\n\n";

fn stream_of(protocol: Protocol) -> &'static str {
    if protocol == Protocol::OpenAi { CHAT } else { MESSAGE }
}

fn call() -> Call {
    Call::new(Role::Code, Message::user("a"), Instant::now() + Duration::from_millis(1500))
}

/// Asks once, streaming, without retries.
async fn ask(server: &Server, protocol: Protocol) -> Result<Reply, Failure> {
    let single = server.models(protocol).roles()[0].candidates[0].single.clone().expect("a key");
    single.stream(&call()).await?.whole().await
}

async fn kind(protocol: Protocol, acts: Vec<Act>) -> Option<FailureKind> {
    ask(&Server::start(vec![acts]), protocol).await.err().map(|failure| failure.kind())
}

#[tokio::test]
async fn answers_are_cut_at_every_byte() {
    for protocol in BOTH {
        let whole = chunked(stream_of(protocol));
        let cuts = 0..whole.len();
        let server = Server::start(cuts.clone().map(|cut| vec![Act::Send(whole[..cut].to_vec())]).collect());
        let single = server.models(protocol).roles()[0].candidates[0].single.clone().expect("a key");
        let finished = whole.windows(7).position(|part| part == b"_reason").expect("a reason");
        for cut in cuts {
            let asked = match single.stream(&call()).await {
                Ok(deltas) => deltas.whole().await,
                Err(failure) => Err(failure),
            };
            match asked {
                Ok(reply) => assert!(cut > finished && reply.text == "Hé🌿", "{cut}: {reply:?}"),
                Err(failure) => {
                    let kinds = [FailureKind::Broken, FailureKind::Truncated];
                    assert!(kinds.contains(&failure.kind()), "{cut}: {failure:?}");
                }
            }
        }
    }
}

#[tokio::test]
async fn drips_are_put_together() -> Result<(), Failure> {
    for protocol in BOTH {
        let mut acts = vec![Act::Send(stream_head())];
        for piece in stream_of(protocol).as_bytes().chunks(3) {
            acts.extend([Act::Send(piece.to_vec()), Act::Wait(Duration::from_micros(500))]);
        }
        assert_eq!(ask(&Server::start(vec![acts]), protocol).await?.text, "Hé🌿");
    }
    Ok(())
}

#[tokio::test]
async fn what_never_ends_is_given_up() {
    for protocol in BOTH {
        let drip = Act::Send(b": still here\n\n".to_vec());
        let mut acts = vec![Act::Send(stream_head())];
        acts.extend((0..400).flat_map(|_| [drip.clone(), Act::Wait(Duration::from_millis(10))]));
        let begun = Instant::now();
        assert_eq!(kind(protocol, acts).await, Some(FailureKind::Deadline));
        assert!(begun.elapsed() < Duration::from_millis(1750), "{:?}", begun.elapsed());
    }
}

#[tokio::test]
async fn huge_answers_are_cut_off() {
    for protocol in BOTH {
        let mebibyte = vec![b'x'; 1 << 20];
        let mut event = vec![Act::Send(stream_head()), Act::Send(b"data: ".to_vec())];
        event.extend((0..100).map(|_| Act::Send(mebibyte.clone())));
        assert_eq!(kind(protocol, event).await, Some(FailureKind::TooLarge));
        let comment = [b": ", mebibyte.as_slice(), b"\n\n"].concat();
        let mut comments = vec![Act::Send(stream_head())];
        comments.extend((0..100).map(|_| Act::Send(comment.clone())));
        assert_eq!(kind(protocol, comments).await, Some(FailureKind::TooLarge));
        let mut body = vec![Act::Send(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n".to_vec())];
        body.extend((0..100).map(|_| Act::Send(mebibyte.clone())));
        assert_eq!(kind(protocol, body).await, Some(FailureKind::TooLarge));
    }
}

#[tokio::test]
async fn a_large_event_is_read() -> Result<(), Failure> {
    let text = "x".repeat(1 << 20);
    let event = json!({"choices": [{"delta": {"content": text}, "finish_reason": "stop"}]});
    let server = Server::start(vec![vec![Act::Send(chunked(&format!("data: {event}\n\n")))]]);
    assert_eq!(ask(&server, Protocol::OpenAi).await?.text.len(), 1 << 20);
    Ok(())
}

#[tokio::test]
async fn garbage_is_told_as_such() {
    use FailureKind::{Broken, Garbled, NotFound, Truncated, Untrusted};
    for protocol in BOTH {
        let page = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<html>Log in</html>".to_vec();
        let bad_chunk =
            b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n".to_vec();
        let moved = b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n".to_vec();
        for (bytes, expected) in [
            (Vec::new(), Broken),
            (b"\xff\xfe\x00 nonsense\r\n\r\n".to_vec(), Broken),
            (b"HTTP/1.1 2".to_vec(), Broken),
            ([stream_head(), vec![0xff; 100]].concat(), Truncated),
            ([stream_head(), b"data: {\"a\n\ndata: x\n\n".to_vec()].concat(), Garbled),
            (page, Garbled),
            (bad_chunk, Broken),
            (moved, NotFound),
            (answer(200, "", "{}"), if protocol == Protocol::OpenAi { Garbled } else { Truncated }),
        ] {
            let told = String::from_utf8_lossy(&bytes).into_owned();
            assert_eq!(kind(protocol, vec![Act::Send(bytes)]).await, Some(expected), "{told}");
        }
        let tls = Server::start(vec![vec![Act::Send(b"no TLS at all".to_vec())]]);
        let models = models_at(&tls.address().replace("http://", "https://"), protocol);
        let single = models.roles()[0].candidates[0].single.clone().expect("a key");
        let failure = single.stream(&call()).await.expect_err("no TLS");
        assert!([Untrusted, FailureKind::Unreachable, FailureKind::TooSlow].contains(&failure.kind()), "{failure:?}");
    }
}

#[tokio::test]
async fn nobody_answers_where_nobody_is() {
    let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port();
    let models = models_at(&format!("http://127.0.0.1:{port}"), Protocol::OpenAi);
    let failure = models.role(Role::Brain).expect("a key").reply(&call()).await.expect_err("nobody");
    assert_eq!(failure.kind(), FailureKind::Unreachable);
    let expected = format!("`test/m-1`: nobody answers at `http://127.0.0.1:{port}`: ");
    assert!(failure.to_string().starts_with(&expected), "{failure}");
}

#[tokio::test]
async fn servers_say_when_to_come_again() {
    let date = "date: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
    for (head, seconds) in [
        ("retry-after: 7\r\n", Some(7.0)),
        ("retry-after: 0.5\r\n", Some(0.5)),
        ("retry-after-ms: 250\r\nretry-after: 1\r\n", Some(0.25)),
        (&format!("{date}retry-after: Sun, 06 Nov 1994 08:49:49 GMT\r\n"), Some(12.0)),
        (&format!("{date}retry-after: Sun, 06 Nov 1994 08:00:00 GMT\r\n"), Some(0.0)),
        ("retry-after: soon\r\n", None),
        ("retry-after: -1\r\n", None),
        ("retry-after: nan\r\n", None),
        ("", None),
    ] {
        let server = Server::start(vec![vec![Act::Send(answer(429, head, "{}"))]]);
        let failure = ask(&server, Protocol::OpenAi).await.expect_err("429");
        assert_eq!(failure.retry_after().map(|wait| wait.as_secs_f64()), seconds, "{head}");
    }
}

#[tokio::test]
async fn servers_without_schemas_are_asked_in_words() -> Result<(), Failure> {
    let refusal = answer(400, "", r#"{"error": {"message": "response_format.type json_schema is not supported"}}"#);
    let told = r#"data: {"choices":[{"delta":{"content":"Here: {\"a\": 1}"},"finish_reason":"stop"}]}"#;
    let fine = chunked(&format!("{told}\n\n"));
    let server = Server::start(vec![vec![Act::Send(refusal), Act::Keep], vec![Act::Send(fine), Act::Keep]]);
    let model = server.models(Protocol::OpenAi).role(Role::Fill)?;
    let schema = Schema { name: "a".to_owned(), json: json!({"type": "object"}) };
    for _ in 0..2 {
        let reply = model.stream(&call().with_schema(schema.clone())).await?.whole().await?;
        assert_eq!(reply.json()?, json!({"a": 1}));
    }
    let asked: Vec<bool> = server.requests().iter().map(|request| request.contains("json_schema")).collect();
    assert_eq!(asked, [true, false, false], "what was learned is kept");
    Ok(())
}

#[tokio::test]
async fn each_protocol_has_its_address_and_its_key() {
    for (protocol, path, header) in [
        (Protocol::OpenAi, "POST /chat/completions ", format!("authorization: Bearer {KEY}")),
        (Protocol::Anthropic, "POST /v1/messages ", format!("x-api-key: {KEY}\r\n")),
    ] {
        let server = Server::start(vec![vec![Act::Send(chunked(stream_of(protocol)))]]);
        ask(&server, protocol).await.expect("an answer");
        let request = server.requests().remove(0);
        assert!(request.starts_with(path) && request.contains(&header), "{request}");
        assert_eq!(request.contains("anthropic-version: 2023-06-01"), protocol == Protocol::Anthropic);
        assert_eq!(request.matches(KEY).count(), 1);
    }
}

#[tokio::test]
async fn keys_appear_in_no_error_of_any_kind() {
    let echo = format!("you sent {KEY}, or Bearer {KEY}!");
    let long = format!("{}{KEY}", " x".repeat(32 * 1024));
    let json = json!({"error": {"message": echo, "type": echo}}).to_string();
    let mut acts: Vec<Vec<u8>> = Vec::new();
    for status in [301, 400, 401, 403, 404, 413, 429, 500, 502, 503, 529] {
        acts.extend([&json, &echo, &long].map(|body| answer(status, "", body)));
    }
    acts.extend([answer(200, "", &json), answer(200, "", &echo)]);
    acts.push([stream_head(), format!("data: {json}\n\n").into_bytes()].concat());
    acts.push([stream_head(), format!("event: error\ndata: {json}\n\n").into_bytes()].concat());
    acts.push([stream_head(), format!("data: {echo}\n\n").into_bytes()].concat());
    acts.push(
        [stream_of(Protocol::OpenAi).as_bytes()[..60].to_vec(), format!("data: {json}\n\n").into_bytes()].concat(),
    );
    acts.push(format!("HTTP/1.1 {KEY}\r\n\r\n").into_bytes());
    for protocol in BOTH {
        for bytes in &acts {
            let server = Server::start(vec![vec![Act::Send(bytes.clone())]]);
            let models = server.models(protocol);
            let failure = models.role(Role::Code).expect("a key").reply(&call()).await.expect_err("a failure");
            let streamed = ask(&server, protocol).await.expect_err("a failure");
            for told in [format!("{failure} {failure:?}"), format!("{streamed} {streamed:?}")] {
                assert!(!told.contains(KEY) && !told.contains(&KEY[3..]), "{told}");
                assert!(told.chars().count() < 4000, "{told}");
            }
            assert!(!format!("{models:?}").contains(&KEY[3..]));
            let error: crate::error::Error = failure.into();
            assert!(!format!("{error} {error:?}").contains(KEY));
        }
    }
}

#[tokio::test]
async fn connections_are_warmed() -> Result<(), Failure> {
    let server =
        Server::start(vec![vec![Act::Send(answer(404, "", "")), Act::Keep], vec![Act::Send(chunked(CHAT)), Act::Keep]]);
    let models = server.models(Protocol::OpenAi);
    models.warm(&Role::ALL).await;
    models.role(Role::Code)?.stream(&call()).await?.whole().await?;
    let requests = server.requests();
    assert!(requests[0].starts_with("HEAD / ") && !requests[0].contains(KEY), "{}", requests[0]);
    assert_eq!((requests.len(), server.connections()), (2, 1));
    Ok(())
}
