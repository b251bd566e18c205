//! Every fault of a provider, in both protocols, streamed and whole: what is shown, who is asked next, what is booked.

use std::net::TcpListener;
use std::time::Duration;

use futures_util::future::join_all;
use tokio::time::Instant;

use super::fault::Fate::{self, Answered, Elsewhere, Failed};
use super::fault::{all, status, stream, streamed, whole};
use super::fixture::{Act, Server};
use super::protocol::{Delivery, Protocol};
use super::{Call, Catalogue, Delta, Failure, Finish, Hedging, Ledger, Message, Models, Reply, Role};
use crate::diagnostic::Source;

/// All of it, tries and fallbacks included.
const DEADLINE: Duration = Duration::from_secs(9);

/// What the good provider says.
const GOOD: &str = "Good";

/// Models with a first provider that has the fault and a second that has none.
fn models(protocol: Protocol, bad: &str, good: &str) -> Models {
    let kind = if protocol == Protocol::OpenAi { "openai" } else { "anthropic" };
    let role = "{use: [bad, good], max_tokens: 99, first_token: 1.5, idle: 1.5, total: 2, tries: 2}";
    let roles = Role::NAMES.map(|name| format!("  {name}: {role}\n")).concat();
    let price = "price: {input: 1, output: 2}";
    let text = format!(
        "providers:\n  bad: {{kind: {kind}, url: \"{bad}\", connect: 2}}\n  good: {{kind: {kind}, url: \"{good}\"}}\nmodels:\n  \
         bad: {{provider: bad, model: m, {price}}}\n  good: {{provider: good, model: m, {price}}}\nroles:\n{roles}"
    );
    let catalogue = Catalogue::read(&Source::new("models.yaml", text)).expect("a catalogue");
    Models::new(&catalogue, Hedging::Off, |_| None)
}

/// What was shown, and how it ended: exactly once.
async fn ask(models: &Models, call: &Call, delivery: Delivery) -> (String, Result<Reply, Failure>) {
    let model = models.role(Role::Code).expect("a model");
    if delivery == Delivery::Whole {
        return (String::new(), model.reply(call).await);
    }
    let mut shown = String::new();
    let mut ends = Vec::new();
    match model.stream(call).await {
        Err(failure) => ends.push(Err(failure)),
        Ok(mut deltas) => {
            while let Some(delta) = deltas.advance().await {
                match delta {
                    Ok(Delta::Text(text)) => shown += &text,
                    Ok(Delta::End(end)) => ends.push(Ok(Reply { text: shown.clone(), end })),
                    Err(failure) => ends.push(Err(failure)),
                }
            }
        }
    }
    assert_eq!(ends.len(), 1, "{ends:?}");
    (shown, ends.remove(0))
}

/// One fault: the call ends in time as it should, and the ledger has all of it.
async fn endure(protocol: Protocol, delivery: Delivery, (name, bad, fate): (&str, &str, Fate)) {
    let body = match delivery {
        Delivery::Streamed => stream(&[&streamed(protocol, GOOD, Finish::Stop)]),
        Delivery::Whole => status(200, "", &whole(protocol, GOOD, Finish::Stop)),
    };
    let good = Server::start(vec![body]);
    let (models, ledger, begun) = (models(protocol, bad, good.address()), Ledger::default(), Instant::now());
    let call = Call::new(Role::Code, Message::user("a"), begun + DEADLINE).with_ledger(ledger.clone());
    let (shown, end) = ask(&models, &call, delivery).await;
    let told = format!("{name}, {protocol:?}, {delivery:?}: {shown} {end:?} {:#?}", ledger.entries());
    assert!(begun.elapsed() < DEADLINE + Duration::from_millis(250), "{told}");
    let tries = ledger.entries().iter().filter(|entry| entry.model == "bad/m").count();
    match fate {
        Elsewhere(expected) => {
            assert_eq!((end.map(|reply| reply.text), tries), (Ok(GOOD.to_owned()), expected), "{told}");
            assert_eq!(ledger.cost().dollars(), 0.000_013, "{told}");
        }
        Failed(kind) => {
            assert_eq!(end.map_err(|failure| failure.kind()).err(), Some(kind), "{told}");
            assert_eq!((shown.as_str(), tries, good.requests().len()), ("Moss", 1, 0), "{told}");
            assert_eq!(ledger.cost().unknown_calls(), 1, "{told}");
        }
        Answered(finish) => {
            assert_eq!(end.map(|reply| reply.end.finish), Ok(finish), "{told}");
            assert_eq!((tries, good.requests().len()), (1, 0), "{told}");
            assert_eq!(ledger.cost().to_string(), "$0.000013", "{told}");
        }
    }
}

#[tokio::test]
async fn every_fault_is_endured() {
    let mut cases = Vec::new();
    for protocol in [Protocol::OpenAi, Protocol::Anthropic] {
        for (name, streamed, fate, whole, whole_fate) in all(protocol) {
            cases.push((protocol, Delivery::Streamed, name, Server::start(vec![streamed]), fate));
            cases.push((protocol, Delivery::Whole, name, Server::start(vec![whole]), whole_fate));
        }
    }
    assert_eq!(cases.len(), 84);
    // Not all at once: what is slow has to be the fault and not this machine.
    for some in cases.chunks(16) {
        join_all(some.iter().map(|(protocol, delivery, name, server, fate)| {
            endure(*protocol, *delivery, (name, server.address(), *fate))
        }))
        .await;
    }
    at_rest().await;
}

#[tokio::test]
async fn providers_that_cannot_be_reached_are_passed_by() {
    let nobody = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
    let plain = Server::start(vec![vec![Act::Send(b"HTTP/1.1 400 No TLS here\r\n\r\n".to_vec())]]);
    for protocol in [Protocol::OpenAi, Protocol::Anthropic] {
        for delivery in [Delivery::Streamed, Delivery::Whole] {
            endure(protocol, delivery, ("refused", &format!("http://{nobody}"), Elsewhere(2))).await;
            let tls = plain.address().replace("http://", "https://");
            endure(protocol, delivery, ("no TLS", &tls, Elsewhere(1))).await;
        }
    }
    at_rest().await;
}

/// Waits until no task is left: every connection is closed.
async fn at_rest() {
    let metrics = tokio::runtime::Handle::current().metrics();
    let begun = Instant::now();
    while metrics.num_alive_tasks() > 0 {
        assert!(begun.elapsed() < Duration::from_secs(2), "{} tasks are left", metrics.num_alive_tasks());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
