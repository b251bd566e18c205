//! A server for tests that says exactly what it is told, down to the byte and the moment.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use super::protocol::Protocol;
use super::{Catalogue, Hedging, Models, Role};
use crate::diagnostic::Source;

/// The key that the models of tests have.
pub(crate) const KEY: &str = "sk-test-0123456789abcdef";

/// What is done with a connection once a request is there.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    Send(Vec<u8>),
    Wait(Duration),
    /// Waits until the other side closes, and notes that it did.
    AwaitClose,
    /// Keeps the connection for the next request. Without it the connection is closed behind the last act.
    Keep,
}

/// A server on this machine.
#[derive(Debug)]
pub(crate) struct Server {
    address: String,
    seen: Arc<Seen>,
}

/// What is done about a request, which is that many.
type Answers = dyn Fn(usize, &str) -> Vec<Act> + Send + Sync;

/// What a server has seen.
#[derive(Debug, Default)]
struct Seen {
    requests: Mutex<Vec<String>>,
    connections: AtomicUsize,
    open: AtomicUsize,
    closed_by_client: AtomicUsize,
}

impl Server {
    /// A server that answers each request with the next list of acts, the last one again and again.
    pub(crate) fn start(answers: Vec<Vec<Act>>) -> Self {
        Self::answering(move |at, _| answers.get(at).or(answers.last()).cloned().unwrap_or_default())
    }

    /// A server that answers each request with what is made of it, and of how many came before.
    pub(crate) fn answering(answers: impl Fn(usize, &str) -> Vec<Act> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let seen = Arc::new(Seen::default());
        let (shared, answers): (_, Arc<Answers>) = (seen.clone(), Arc::new(answers));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (seen, answers) = (shared.clone(), answers.clone());
                seen.connections.fetch_add(1, Ordering::SeqCst);
                seen.open.fetch_add(1, Ordering::SeqCst);
                thread::spawn(move || {
                    serve(stream, &seen, &*answers);
                    seen.open.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Self { address, seen }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// All requests so far, heads and bodies.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.seen.requests.lock().expect("whole").clone()
    }

    /// How many connections were made.
    pub(crate) fn connections(&self) -> usize {
        self.seen.connections.load(Ordering::SeqCst)
    }

    /// How many connections are open.
    pub(crate) fn open(&self) -> usize {
        self.seen.open.load(Ordering::SeqCst)
    }

    /// How many connections the other side has closed while it was waited for.
    pub(crate) fn closed_by_client(&self) -> usize {
        self.seen.closed_by_client.load(Ordering::SeqCst)
    }

    /// The models of a file in which this server is all there is.
    pub(crate) fn models(&self, protocol: Protocol) -> Models {
        models_at(&self.address, protocol)
    }
}

/// Models whose provider is at this address.
pub(crate) fn models_at(address: &str, protocol: Protocol) -> Models {
    let kind = if protocol == Protocol::OpenAi { "openai" } else { "anthropic" };
    let role = "{use: [m], max_tokens: 100, first_token: 2, idle: 2, total: 4, tries: 1}";
    let roles = Role::NAMES.map(|name| format!("  {name}: {role}\n")).concat();
    let text = format!(
        "providers:\n  test: {{kind: {kind}, url: \"{address}\", key: TEST_KEY, connect: 1}}\nmodels:\n  m: {{provider: test, model: \
         m-1, price: {{input: 1, output: 2}}}}\nroles:\n{roles}"
    );
    let catalogue = Catalogue::read(&Source::new("models.yaml", text)).expect("a catalogue");
    Models::new(&catalogue, Hedging::Off, |_| Some(KEY.to_owned()))
}

fn serve(mut stream: TcpStream, seen: &Seen, answers: &Answers) {
    while let Some(request) = request(&mut stream) {
        let at = {
            let mut requests = seen.requests.lock().expect("whole");
            requests.push(request.clone());
            requests.len() - 1
        };
        let acts = answers(at, &request);
        if !acts.iter().all(|act| play(&mut stream, act, seen)) || !matches!(acts.last(), Some(Act::Keep)) {
            let _ = stream.shutdown(Shutdown::Both);
            return;
        }
    }
}

/// Does one thing, and says whether the connection is still there.
fn play(stream: &mut TcpStream, act: &Act, seen: &Seen) -> bool {
    let is_open = match act {
        Act::Send(bytes) => stream.write_all(bytes).and_then(|()| stream.flush()).is_ok(),
        Act::AwaitClose => !matches!(stream.read(&mut [0; 64]), Ok(0) | Err(_)),
        Act::Wait(time) => {
            thread::sleep(*time);
            true
        }
        Act::Keep => true,
    };
    if !is_open {
        seen.closed_by_client.fetch_add(1, Ordering::SeqCst);
    }
    is_open
}

fn request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.to_lowercase().split("content-length: ").nth(1).map_or(0, |rest| {
                rest.split("\r\n").next().and_then(|number| number.trim().parse::<usize>().ok()).unwrap_or(0)
            });
            if body.len() >= length {
                return Some(text.into_owned());
            }
        }
        match stream.read(&mut buffer) {
            Ok(count) if count > 0 => bytes.extend_from_slice(&buffer[..count]),
            _ => return None,
        }
    }
}

/// The head of an answer of a stream that ends with the connection.
pub(crate) fn stream_head() -> Vec<u8> {
    b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n".to_vec()
}

/// A whole answer with a status, more lines of the head, and a body.
pub(crate) fn answer(status: u16, head: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n{head}\r\n{body}")
        .into_bytes()
}

/// A stream as an answer in chunks, whole.
pub(crate) fn chunked(body: &str) -> Vec<u8> {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
    format!("{head}{:x}\r\n{body}\r\n0\r\n\r\n", body.len()).into_bytes()
}
