//! What the service promises about its safety, line by line, over real sockets.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::{Duration, Instant};

use firstframe::assets::Assets;
use firstframe::engine::Engine;
use firstframe::engine::brand::Brand;
use firstframe::server::{Engines, Limits, Patience, Service, Settings, listen};
use firstframe::store::project::MemoryProjects;
use serde_json::{Value, json};

use crate::served::{Served, Tested, came, command};

const TOKEN: &str = "0123456789abcdef";

const PROMPT: &str = "title card 'Moss'";

#[test]
fn nobody_else_is_let_in_without_a_token() -> Tested {
    for (token, expected) in [("", "set a token with FIRSTFRAME_TOKEN"), ("short", "at least 16 characters")] {
        let output = command(&["--host", "0.0.0.0", "--port", "0"], &[("FIRSTFRAME_TOKEN", token)]).output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && said.contains(expected), "{said}");
    }
    let served = Served::start(&[], &[])?;
    assert!(served.address.starts_with("127.0.0.1:"));
    assert_eq!(served.ask("GET /v1/templates\nhost: evil.example.com", "")?.status, 403);
    assert_eq!(served.ask("GET /v1/templates", "")?.status, 200);
    Ok(())
}

#[test]
fn the_token_comes_before_everything() -> Tested {
    let served = Served::start(&["--origin", "https://a.example.com"], &[("FIRSTFRAME_TOKEN", TOKEN)])?;
    let length = "content-type: application/json\ncontent-length: 8000000";
    for head in [
        "GET /v1/templates".to_owned(),
        "GET /nothing".to_owned(),
        "GET /openapi.json".to_owned(),
        "GET /metrics".to_owned(),
        "DELETE /v1/templates".to_owned(),
        "BREW /v1/templates".to_owned(),
        "GET /v1/templates\nauthorization: Bearer 0123456789abcdee".to_owned(),
        "GET /v1/templates\nauthorization: Basic MDEyMzQ1Njc4OWFiY2RlZg==".to_owned(),
        format!("GET /v1/templates?token={TOKEN}"),
        // The body never comes: nobody waits for it.
        format!("POST /v1/generate\n{length}"),
        format!("POST /v1/assets\n{length}"),
    ] {
        let began = Instant::now();
        let came = served.ask(&head, "")?;
        assert_eq!((came.status, came.body.contains("\"code\":\"token\"")), (401, true), "{head}: {came:?}");
        assert!(began.elapsed() < Duration::from_secs(5), "{head}");
    }
    let shown = format!("GET /v1/templates\nauthorization: Bearer {TOKEN}");
    assert_eq!(served.ask(&shown, "")?.status, 200);
    for open in ["GET /healthz", "GET /readyz"] {
        assert_eq!(served.ask(open, "")?.status, 200);
    }
    // Browsers ask without a token whether they may ask; that tells nothing but which pages may.
    let before = "OPTIONS /v1/templates\naccess-control-request-method: GET\norigin: https://";
    let allowed = served.ask(&format!("{before}a.example.com"), "")?;
    assert!(allowed.head.contains("access-control-allow-origin: https://a.example.com") && allowed.body.is_empty());
    assert!(!served.ask(&format!("{before}b.example.com"), "")?.head.contains("allow-origin: https://b"));
    Ok(())
}

#[test]
fn other_pages_read_nothing() -> Tested {
    let served = Served::start(&[], &[])?;
    for head in [
        "GET /v1/templates\norigin: https://a.example.com",
        "OPTIONS /v1/generate\norigin: https://a.example.com\naccess-control-request-method: POST",
    ] {
        let came = served.ask(head, "")?;
        assert!(!came.head.contains("access-control-allow"), "{came:?}");
    }
    // A form of another page can be sent without asking first, but it cannot say that it is JSON.
    let form = "POST /v1/generate\norigin: https://a.example.com\ncontent-type: text/plain";
    assert_eq!(served.ask(form, &json!({"prompt": PROMPT}).to_string())?.status, 415);
    Ok(())
}

#[test]
fn bodies_and_pictures_have_limits() -> Tested {
    let served = Served::start(&[], &[])?;
    let json = "content-type: application/json";
    for (head, body) in [
        (format!("POST /v1/generate\n{json}\ncontent-length: 8388609"), String::new()),
        ("POST /v1/assets\ncontent-length: 20971521".to_owned(), String::new()),
        (format!("POST /v1/generate\n{json}\ntransfer-encoding: chunked"), String::new()),
    ] {
        let mut stream = served.connect()?;
        let lines = head.replace('\n', "\r\n").replacen("\r\n", " HTTP/1.1\r\nhost: localhost\r\n", 1);
        write!(stream, "{lines}\r\nconnection: close\r\n\r\n{body}")?;
        if head.contains("chunked") {
            let piece = format!("100000\r\n{}\r\n", " ".repeat(0x10_0000));
            let _ = (0..10).try_for_each(|_| stream.write_all(piece.as_bytes()));
        }
        let came = came(stream)?;
        assert_eq!(came.status, 413, "{head}: {came:?}");
    }
    let long = served.post("/v1/generate", &json!({"prompt": "word ".repeat(5_000)}))?;
    assert_eq!((long.status, long.body.contains("16384")), (422, true), "{long:?}");
    let many = served.post("/v1/generate", &json!({"prompt": PROMPT, "pictures": vec!["https://a.b/c.png"; 9]}))?;
    assert_eq!(many.status, 422, "{many:?}");
    assert_eq!(served.ask("POST /v1/assets", "<svg/>")?.status, 422, "no picture");
    Ok(())
}

/// A few hundred bytes that say that they are a picture of ten thousand million points.
#[test]
fn a_picture_that_would_fill_all_memory_is_refused() -> Tested {
    let served = Served::start(&[], &[])?;
    let side = 100_000_u32.to_be_bytes();
    let head = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &side, &side, b"\x08\x06\0\0\0", &[0; 300]].concat();
    let mut stream = served.connect()?;
    write!(stream, "POST /v1/assets HTTP/1.1\r\nhost: localhost\r\ncontent-length: {}\r\n", head.len())?;
    stream.write_all(b"connection: close\r\n\r\n")?;
    stream.write_all(&head)?;
    let came = came(stream)?;
    assert!(came.status == 422 && came.body.contains("100000 × 100000"), "{came:?}");
    Ok(())
}

#[test]
fn nothing_is_fetched_out_of_the_own_network() -> Tested {
    let served = Served::start(&[], &[])?;
    let inside = TcpListener::bind("127.0.0.1:0")?;
    inside.set_nonblocking(true)?;
    let port = inside.local_addr()?.port();
    for host in ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "0x7f000001"] {
        let came = served.post("/v1/assets", &json!({"url": format!("http://{host}:{port}/a.png")}))?;
        assert!(came.body.contains("expected a public address"), "{host}: {came:?}");
    }
    for url in
        ["http://169.254.169.254/latest/meta-data", "http://10.0.0.1/", "http://[fd00:ec2::254]/", "file:///etc/passwd"]
    {
        assert_eq!(served.post("/v1/assets", &json!({"url": url}))?.status, 422, "{url}");
    }
    assert!(inside.accept().is_err(), "somebody has come");
    Ok(())
}

#[test]
fn nobody_asks_too_often() -> Tested {
    let served = Served::start(&["--rate", "2"], &[("FIRSTFRAME_TOKEN", TOKEN)])?;
    let shown = format!("GET /v1/templates/title-card\nauthorization: Bearer {TOKEN}");
    let strangers: Vec<u16> =
        (0..6).map(|_| served.ask("GET /metrics", "").map(|came| came.status)).collect::<Result<_, _>>()?;
    assert_eq!((strangers[0], strangers.last()), (401, Some(&429)), "who guesses tokens is slowed down as well");
    let known: Vec<_> = (0..6).map(|_| served.ask(&shown, "")).collect::<Result<_, _>>()?;
    assert_eq!(known[0].status, 200, "strangers use up nothing of those who are known");
    let last = known.last().ok_or("none")?;
    let problem: Value = serde_json::from_str(&last.body)?;
    assert_eq!((last.status, &problem["code"], &problem["retry"]), (429, &json!("rate"), &json!(true)), "{last:?}");
    assert!(last.head.contains("retry-after: 1"), "{last:?}");
    assert!((0..20).all(|_| served.ask("GET /healthz", "").is_ok_and(|came| came.status == 200)));
    std::thread::sleep(Duration::from_millis(1100));
    assert_eq!(served.ask(&shown, "")?.status, 200, "after a moment it goes on");
    Ok(())
}

/// A service in this process, with less patience than is usual, and where it listens.
async fn impatient(connections: u32) -> Result<SocketAddr, Box<dyn std::error::Error>> {
    let engines = Engines::Fixed(Engine::embedded()?.into());
    let store = Arc::new(MemoryProjects::new());
    let body = Patience { idle: Duration::from_millis(300), whole: Duration::from_millis(900) };
    let (head, reader) = (Duration::from_millis(500), Duration::from_millis(500));
    let limits = Limits { rate: NonZeroU32::new(10_000), connections, head, body, reader };
    let settings = Settings { limits, ..Settings::default() };
    let service = Service::new(engines, (Brand::load(&Assets::embedded())?, store), None, settings);
    let listening = listen(service, "127.0.0.1:0".parse()?).await?;
    let address = listening.address;
    tokio::spawn(listening.until(std::future::pending()));
    Ok(address)
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, tokio::task::JoinError> {
    tokio::task::spawn_blocking(work).await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sends_too_slowly_is_cut_off() -> Tested {
    let address = impatient(64).await?;
    aside(move || -> std::io::Result<()> {
        let began = Instant::now();
        let mut stream = TcpStream::connect(address)?;
        // A head that never ends, byte by byte.
        let cut = b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nx: ".iter().chain([b'y'; 500].iter()).find(|byte| {
            std::thread::sleep(Duration::from_millis(20));
            stream.write_all(std::slice::from_ref(byte)).is_err()
        });
        assert!(cut.is_some() && began.elapsed() < Duration::from_secs(5), "the head");
        // A body that stops, and one that goes on for ever.
        for pause in [Duration::from_secs(5), Duration::from_millis(100)] {
            let (began, mut stream) = (Instant::now(), TcpStream::connect(address)?);
            stream.write_all(b"POST /v1/generate HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\n")?;
            let mut reading = stream.try_clone()?;
            let read = std::thread::spawn(move || {
                let mut text = String::new();
                reading.read_to_string(&mut text).map(|_| text)
            });
            while began.elapsed() < Duration::from_secs(2) && stream.write_all(b" ").is_ok() {
                std::thread::sleep(pause.min(Duration::from_millis(1500)));
            }
            let text = read.join().unwrap_or_else(|_| Ok(String::new()))?;
            assert!(text.starts_with("HTTP/1.1 408") && text.contains("problem+json"), "{text}");
        }
        Ok(())
    })
    .await??;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_read_is_cut_off_and_makes_room() -> Tested {
    let address = impatient(1).await?;
    aside(move || -> std::io::Result<()> {
        let mut greedy = TcpStream::connect(address)?;
        greedy.set_write_timeout(Some(Duration::from_secs(3)))?;
        let asked = b"GET /openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(2_000);
        let _ = greedy.write_all(&asked);
        // There is room for one connection alone: this one is served when the other has been cut off.
        let (began, mut patient) = (Instant::now(), TcpStream::connect(address)?);
        patient.set_read_timeout(Some(Duration::from_secs(20)))?;
        patient.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
        let mut text = String::new();
        patient.read_to_string(&mut text)?;
        assert!(text.ends_with("ok\n") && began.elapsed() < Duration::from_secs(15), "{text}");
        Ok(())
    })
    .await??;
    Ok(())
}

/// A provider that takes calls and never answers.
fn silent() -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}", listener.local_addr()?);
    std::thread::spawn(move || listener.incoming().flatten().for_each(std::mem::forget));
    Ok(address)
}

#[test]
fn streams_get_their_end_when_it_closes() -> Tested {
    let url = silent()?;
    let mut served = Served::start(&[], &[("OPENAI_API_KEY", "sk-test-0123456789"), ("OPENAI_BASE_URL", &url)])?;
    let mut stream = served.connect()?;
    let body = json!({"prompt": "a penguin that skates over a frozen lake"}).to_string();
    let head =
        "POST /v1/generate HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\naccept: text/event-stream";
    write!(stream, "{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len())?;
    let mut first = [0; 512];
    assert!(stream.read(&mut first)? > 0, "it has begun");
    let began = Instant::now();
    served.terminate()?;
    let mut rest = String::new();
    stream.read_to_string(&mut rest)?;
    assert!(rest.contains("event: failed") && rest.contains("\"code\":\"closing\""), "{rest}");
    let status = served.ended()?;
    assert!(status.success() && began.elapsed() < Duration::from_secs(11), "{status} after {:?}", began.elapsed());
    Ok(())
}
