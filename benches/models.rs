//! What asking a model costs beside the model: our own time in a call, held against calls that reqwest makes alone to the
//! same server, reading of large events, and how soon words are passed on. `cargo bench --bench models`.

#![allow(clippy::print_stdout, reason = "it prints figures")]

use std::error::Error;
use std::future::Future;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use firstframe::diagnostic::Source;
use firstframe::llm::protocol::{Protocol, StreamReader};
use firstframe::llm::{Call, Catalogue, Delta, Hedging, Ledger, Message, Model, Models, Role};
use reqwest::Client;
use serde_json::json;
use tokio::time::MissedTickBehavior;

/// How many calls of each kind are made, in turn.
const CALLS: usize = 2_000;

/// How many calls of each kind are begun in a second.
const RATE: u32 = 1_000;

/// As many deltas as a scene of code has tokens, more or less.
const DELTAS: usize = 200;

/// How many words are sent one by one, in each stream, and how long the server waits between them.
const WORDS: usize = 500;
const PAUSE: Duration = Duration::from_millis(2);

/// How many streams of words each kind reads, in turn.
const STREAMS: usize = 6;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> Outcome<()> {
    let stream = answer();
    println!("one event of 1 MiB, in pieces of 16 KiB  {:>10.3} ms", median(21, large_event));
    let reading = median(21, || read(stream.as_bytes(), 1400));
    println!("one delta of {DELTAS}, in pieces of 1,400 B  {:>10.3} µs", reading * 1000.0 / DELTAS as f64);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let whole = serve(move |connection| whole(connection, &stream))?;
    shown(&format!("{CALLS} calls each, {RATE} a second"), runtime.block_on(calls(&whole))?);
    let begun = Instant::now();
    let dripping = serve(move |connection| drip(connection, begun))?;
    shown(&format!("{} words each, until they are there", WORDS * STREAMS), runtime.block_on(words(&dripping, begun))?);
    Ok(())
}

/// Shows the times of reqwest alone, and ours, in order, and what ours are longer.
fn shown(what: &str, [direct, ours]: [Vec<Duration>; 2]) {
    println!("{what:38} {:>8}    {:>8}", "p50", "p99");
    for (name, times) in [("reqwest alone", &direct), ("ours", &ours)] {
        println!("  {name:36} {:>8.3} ms {:>8.3} ms", at(times, 0.5), at(times, 0.99));
    }
    let own = |share| at(&ours, share) - at(&direct, share);
    println!("  {:36} {:>8.3} ms {:>8.3} ms", "our own time", own(0.5), own(0.99));
}

/// A stream of chat completions.
fn answer() -> String {
    let mut stream: String = (0..DELTAS).map(|at| event(&format!(" token{at}"))).collect();
    stream += END;
    stream
}

const END: &str = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

fn event(words: &str) -> String {
    format!("data: {}\n\n", json!({"choices": [{"index": 0, "delta": {"content": words}}]}))
}

fn large_event() {
    let text = "x".repeat(1 << 20);
    let event = format!("data: {}\n\n", json!({"choices": [{"delta": {"content": text}, "finish_reason": "stop"}]}));
    read(event.as_bytes(), 16 * 1024);
}

fn read(stream: &[u8], piece: usize) {
    let mut reader = StreamReader::new(Protocol::OpenAi);
    for bytes in stream.chunks(piece) {
        reader.feed(bytes);
        std::hint::black_box(reader.take().ok());
    }
    reader.close(None);
    assert!(reader.end().is_some());
}

/// The median time of a piece of work, in milliseconds.
fn median(times: usize, work: impl Fn()) -> f64 {
    let taken = (0..times).map(|_| {
        let begun = Instant::now();
        work();
        begun.elapsed()
    });
    let mut taken: Vec<Duration> = taken.collect();
    taken.sort_unstable();
    at(&taken, 0.5)
}

/// The time that a share of all is within, in milliseconds. Times are in order.
fn at(times: &[Duration], share: f64) -> f64 {
    let index = ((times.len() - 1) as f64 * share) as usize;
    times[index].as_secs_f64() * 1000.0
}

/// The times of calls that reqwest makes alone, and of ours, in order. Every millisecond one of each is begun, whether
/// those before have ended or not; each reads its answer to the end, and ours is written into a ledger.
async fn calls(url: &str) -> Outcome<[Vec<Duration>; 2]> {
    let model = models(url)?.role(Role::Code)?;
    // Ours goes first: with it the program chooses its cryptography, which reqwest wants to be chosen.
    ours(model.clone()).await?;
    let client = Client::builder().no_proxy().build()?;
    let mut tick = tokio::time::interval(Duration::from_secs(1) / RATE);
    tick.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let mut pairs = Vec::with_capacity(CALLS);
    for at in 0..CALLS {
        tick.tick().await;
        pairs.push(tokio::spawn(pair(at, (client.clone(), url.to_owned()), model.clone())));
    }
    let mut times = [Vec::with_capacity(CALLS), Vec::with_capacity(CALLS)];
    for pair in pairs {
        let pair = pair.await??;
        times.iter_mut().zip(pair).for_each(|(times, time)| times.push(time));
    }
    for times in &mut times {
        times.sort_unstable();
    }
    Ok(times)
}

/// The times of a call that reqwest makes alone, and of one of ours. Who is first changes, so that neither finds the
/// other's connection warm more often.
async fn pair(at: usize, (client, url): (Client, String), model: Arc<dyn Model>) -> Outcome<[Duration; 2]> {
    let (direct, ours) = (timed(direct(client, url)), timed(ours(model)));
    if at.is_multiple_of(2) {
        return Ok([direct.await?, ours.await?]);
    }
    let ours = ours.await?;
    Ok([direct.await?, ours])
}

async fn timed(work: impl Future<Output = Outcome<()>>) -> Outcome<Duration> {
    let begun = Instant::now();
    work.await?;
    Ok(begun.elapsed())
}

async fn direct(client: Client, url: String) -> Outcome<()> {
    client.post(format!("{url}/chat/completions")).body(asked()).send().await?.bytes().await?;
    Ok(())
}

async fn ours(model: Arc<dyn Model>) -> Outcome<()> {
    model.stream(&call()).await?.whole().await?;
    Ok(())
}

fn call() -> Call {
    let deadline = tokio::time::Instant::now() + Duration::from_mins(1);
    Call::new(Role::Code, Message::user("a"), deadline).with_ledger(Ledger::default())
}

fn asked() -> String {
    json!({"model": "m", "messages": [{"role": "user", "content": "a"}], "stream": true}).to_string()
}

/// How long words take from the moment at which the server writes them, which they say themselves, until somebody has them.
async fn words(url: &str, begun: Instant) -> Outcome<[Vec<Duration>; 2]> {
    let model = models(url)?.role(Role::Code)?;
    let client = Client::builder().no_proxy().build()?;
    let mut times = [Vec::new(), Vec::new()];
    let [direct, ours] = &mut times;
    for _ in 0..STREAMS {
        let mut response = client.post(format!("{url}/chat/completions")).body(asked()).send().await?;
        while let Some(bytes) = response.chunk().await? {
            direct.extend(since(begun, std::str::from_utf8(&bytes)?.split("content\":\"").nth(1)));
        }
        let mut deltas = model.stream(&call()).await?;
        while let Some(delta) = deltas.advance().await {
            if let Delta::Text(text) = delta? {
                ours.extend(since(begun, Some(&text)));
            }
        }
    }
    for times in &mut times {
        times.sort_unstable();
    }
    Ok(times)
}

/// How long ago it was when a text was written that begins with its time in nanoseconds.
fn since(begun: Instant, text: Option<&str>) -> Option<Duration> {
    let digits: String = text?.chars().take_while(char::is_ascii_digit).collect();
    begun.elapsed().checked_sub(Duration::from_nanos(digits.parse().ok()?))
}

fn models(url: &str) -> Outcome<Models> {
    let role = "{use: [m], max_tokens: 9, first_token: 9, idle: 9, total: 9}";
    let roles = Role::NAMES.map(|name| format!("  {name}: {role}\n")).concat();
    let text = format!(
        "providers:\n  p: {{kind: openai, url: \"{url}\"}}\nmodels:\n  m: {{provider: p, model: m, price: {{input: 1, output: 1}}}}\n\
         roles:\n{roles}"
    );
    let catalogue = Catalogue::read(&Source::new("models.yaml", text)).map_err(|_| "the catalogue has mistakes")?;
    Ok(Models::new(&catalogue, Hedging::On, |_| None))
}

/// A server that answers every request in the same way, and its address.
fn serve(answer: impl Fn(&mut TcpStream) -> io::Result<()> + Send + Sync + 'static) -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            let answer = answer.clone();
            thread::spawn(move || talk(connection, &*answer));
        }
    });
    Ok(url)
}

/// Answers as long as somebody asks. What is asked ends with a brace.
fn talk(mut connection: TcpStream, answer: impl Fn(&mut TcpStream) -> io::Result<()>) {
    let _ = connection.set_nodelay(true);
    let mut buffer = [0; 8192];
    while let Ok(count) = connection.read(&mut buffer) {
        if count == 0 || buffer[..count].ends_with(b"}") && answer(&mut connection).is_err() {
            return;
        }
    }
}

const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n";

/// The answer at once.
fn whole(connection: &mut TcpStream, stream: &str) -> io::Result<()> {
    connection.write_all(format!("{HEAD}content-length: {}\r\n\r\n{stream}", stream.len()).as_bytes())
}

/// Words one by one, each saying when it was written.
fn drip(connection: &mut TcpStream, begun: Instant) -> io::Result<()> {
    connection.write_all(format!("{HEAD}transfer-encoding: chunked\r\n\r\n").as_bytes())?;
    for _ in 0..WORDS {
        thread::sleep(PAUSE);
        let event = event(&format!("{} ", begun.elapsed().as_nanos()));
        connection.write_all(format!("{:x}\r\n{event}\r\n", event.len()).as_bytes())?;
    }
    connection.write_all(format!("{:x}\r\n{END}\r\n0\r\n\r\n", END.len()).as_bytes())
}
