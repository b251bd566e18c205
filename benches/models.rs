//! What asking a model costs beside the model: our own time in a call, held against calls that reqwest makes alone to the
//! same server, and reading of large events. `cargo bench --bench models`.

#![allow(clippy::print_stdout, reason = "it prints figures")]

use std::error::Error;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use firstframe::diagnostic::Source;
use firstframe::llm::protocol::{Protocol, StreamReader};
use firstframe::llm::{Call, Catalogue, Hedging, Message, Models, Role};
use serde_json::json;

/// How many calls of each kind are made, in turn.
const CALLS: usize = 2_000;

/// As many deltas as a scene of code has tokens, more or less.
const DELTAS: usize = 200;

fn main() -> Result<(), Box<dyn Error>> {
    let stream = answer();
    println!("one event of 1 MiB, in pieces of 16 KiB  {:>10.3} ms", median(21, large_event));
    let reading = median(21, || read(stream.as_bytes(), 1400));
    println!("one delta of {DELTAS}, in pieces of 1,400 B  {:>10.3} µs", reading * 1000.0 / DELTAS as f64);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let [direct, ours] = runtime.block_on(calls(&serve(&stream)?))?;
    println!("{CALLS} calls each, in turn          p50        p99");
    for (name, times) in [("reqwest alone", &direct), ("ours", &ours)] {
        println!("  {name:24} {:>8.3} ms {:>8.3} ms", at(times, 0.5), at(times, 0.99));
    }
    let own = |share| at(&ours, share) - at(&direct, share);
    println!("  {:24} {:>8.3} ms {:>8.3} ms", "our own time", own(0.5), own(0.99));
    Ok(())
}

/// A stream of chat completions.
fn answer() -> String {
    let delta = |at: usize| json!({"choices": [{"index": 0, "delta": {"content": format!(" token{at}")}}]});
    let mut stream: String = (0..DELTAS).fold(String::new(), |text, at| text + &format!("data: {}\n\n", delta(at)));
    stream += "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    stream
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

/// The times of calls that reqwest makes alone, and of ours, in order.
async fn calls(url: &str) -> Result<[Vec<Duration>; 2], Box<dyn Error>> {
    let model = models(url)?.role(Role::Code)?;
    let call = || Call::new(Role::Code, Message::user("a"), tokio::time::Instant::now() + Duration::from_mins(1));
    model.stream(&call()).await?.whole().await?;
    let client = reqwest::Client::builder().no_proxy().build()?;
    let body = json!({"model": "m", "messages": [{"role": "user", "content": "a"}], "stream": true}).to_string();
    let (mut direct, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..CALLS {
        let begun = Instant::now();
        client.post(format!("{url}/chat/completions")).body(body.clone()).send().await?.bytes().await?;
        direct.push(begun.elapsed());
        let begun = Instant::now();
        model.stream(&call()).await?.whole().await?;
        ours.push(begun.elapsed());
    }
    direct.sort_unstable();
    ours.sort_unstable();
    Ok([direct, ours])
}

fn models(url: &str) -> Result<Models, Box<dyn Error>> {
    let role = "{use: [m], max_tokens: 9, first_token: 9, idle: 9, total: 9}";
    let roles = Role::NAMES.map(|name| format!("  {name}: {role}\n")).concat();
    let text = format!(
        "providers:\n  p: {{kind: openai, url: \"{url}\"}}\nmodels:\n  m: {{provider: p, model: m, price: {{input: 1, output: 1}}}}\n\
         roles:\n{roles}"
    );
    let catalogue = Catalogue::read(&Source::new("models.yaml", text)).map_err(|_| "the catalogue has mistakes")?;
    Ok(Models::new(&catalogue, Hedging::On, |_| None))
}

/// A server that gives this answer to every call, and its address.
fn serve(stream: &str) -> Result<String, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n";
    let answer = format!("{head}content-length: {}\r\n\r\n{stream}", stream.len());
    thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            let answer = answer.clone();
            thread::spawn(move || talk(connection, &answer));
        }
    });
    Ok(url)
}

/// Answers as long as somebody asks. What is asked ends with a brace.
fn talk(mut connection: TcpStream, answer: &str) {
    let _ = connection.set_nodelay(true);
    let mut buffer = [0; 8192];
    while let Ok(count) = connection.read(&mut buffer) {
        if count == 0 || buffer[..count].ends_with(b"}") && connection.write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}
