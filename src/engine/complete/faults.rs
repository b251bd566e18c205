//! Every fault of a provider, at every stage of a request, over HTTP: a request ends once and in time, whatever happens.

mod stage;

use std::time::Duration;

use futures_util::future::join_all;

use self::stage::{DEADLINE, Ended, House, acts, answer, calls, good, models, server};
use super::tests::CODE;
use super::*;
use crate::llm::fault::{self, Fate, Fault, stream};
use crate::llm::fixture::{Act, Server};
use crate::llm::protocol::Protocol;
use crate::llm::{Finish, Models};

/// How much later than that a request may end.
const GRACE: Duration = Duration::from_millis(250);

/// What seven tokens in and three out cost.
const PRICE: f64 = 0.000_013;

/// An address at which nobody answers. A port that was free a moment ago may be another server's by now.
const NOBODY: &str = "http://127.0.0.1:1";

/// The fault that can only be where code is shown as it is written.
const SHOWN: &str = "breaks off when code was shown";

/// How soon a connection is closed when nobody waits any more.
const CANCELLED: Duration = Duration::from_millis(100);

/// A request of which one stage first asks a provider that has a fault.
struct Case {
    role: Role,
    protocol: Protocol,
    name: &'static str,
    bad: Bad,
    expected: Expected,
    /// Whether its answers come to their end, and so cost something.
    is_paid: bool,
    /// Whether it keeps one waiting.
    is_slow: bool,
}

/// What a server makes of a good answer, streamed or not.
type Answering = fn(Protocol, bool, &str) -> Vec<Act>;

/// Who has the fault.
enum Bad {
    Server(Server),
    /// Nobody is there, or nobody who can be spoken with.
    Address(String),
}

/// What becomes of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    /// All is well in the end, after so many tries at the provider with the fault.
    Whole(usize),
    /// Another stage does it: what replacements cannot do is written anew.
    Anew,
    /// It fails, since what was shown cannot be taken back, or since what was answered is of no use.
    Lost,
}

impl Case {
    fn told(&self, ended: &Ended) -> String {
        let Self { role, protocol, name, .. } = self;
        let made = ended.made.as_ref().map(|made| (made.scenes.len(), made.rewritten.len(), &made.calls.made));
        format!("{name} at {role}, {protocol:?}, {} calls, after {:?}: {made:#?}", self.bad.calls(), ended.took)
    }
}

impl Bad {
    fn address(&self) -> &str {
        match self {
            Self::Server(server) => server.address(),
            Self::Address(address) => address,
        }
    }

    fn calls(&self) -> usize {
        if let Self::Server(server) = self { calls(server) } else { 0 }
    }

    fn open(&self) -> usize {
        if let Self::Server(server) = self { server.open() } else { 0 }
    }
}

/// A stage reads streams where it shows what is written while it is.
fn streams(role: Role) -> bool {
    matches!(role, Role::Code | Role::EditCreative)
}

/// The faults of a protocol at a stage.
fn faults(protocol: Protocol, role: Role) -> Vec<Case> {
    let known = fault::all(protocol).into_iter().map(|fault| known(protocol, role, fault));
    known.chain(answers(protocol, role)).chain(strangers(protocol, role)).collect()
}

/// A fault that single calls have as well. Where a stream breaks and nothing of it was to be seen, the whole answer is asked
/// for.
fn known(protocol: Protocol, role: Role, (name, streamed, fate, whole, whole_fate): Fault) -> Case {
    let tries = |fate| if let Fate::Elsewhere(tries) = fate { tries } else { 0 };
    let expected = match if streams(role) { fate } else { whole_fate } {
        Fate::Elsewhere(tries) => Expected::Whole(tries),
        Fate::Failed(_) => Expected::Whole(1 + tries(whole_fate)),
        Fate::Answered(_) => Expected::Lost,
    };
    let waits = |acts: &[Act]| acts.iter().any(|act| matches!(act, Act::AwaitClose | Act::Wait(_)));
    let is_slow = waits(&streamed) || waits(&whole);
    let bad = server(move |(_, is_streamed), _| if is_streamed { streamed.clone() } else { whole.clone() });
    let is_paid = expected == Expected::Lost;
    Case { role, protocol, name, bad: Bad::Server(bad), expected, is_paid, is_slow }
}

/// Answers that are wrong in themselves, or come in an odd way.
fn answers(protocol: Protocol, role: Role) -> Vec<Case> {
    let useless = if role == Role::EditSurgical { Expected::Anew } else { Expected::Lost };
    let cases: [(_, _, Answering); 4] = [
        ("cut off", Expected::Lost, |protocol, is_streamed, text| {
            acts(protocol, is_streamed, (half(text), Finish::Length))
        }),
        ("another schema", useless, |protocol, is_streamed, _| {
            acts(protocol, is_streamed, ("[1, 2, 3]", Finish::Stop))
        }),
        ("characters cut in two", Expected::Whole(1), |protocol, is_streamed, text| {
            torn(&acts(protocol, is_streamed, (text, Finish::Stop)))
        }),
        (SHOWN, Expected::Lost, |protocol, _, text| stream(&[&fault::words(protocol, half(text))])),
    ];
    let cases = cases.into_iter().filter(|(name, ..)| *name != SHOWN || streams(role));
    let case = |(name, expected, acts): (_, _, Answering)| {
        let bad = server(move |(_, is_streamed), request| acts(protocol, is_streamed, &answer(role, request)));
        Case { role, protocol, name, bad: Bad::Server(bad), expected, is_paid: name != SHOWN, is_slow: false }
    };
    cases.map(case).collect()
}

/// The first half of a text.
fn half(text: &str) -> &str {
    &text[..text.floor_char_boundary(text.len() / 2)]
}

/// The same bytes in two pieces, of which the second begins within a character, if there is one of several bytes.
fn torn(acts: &[Act]) -> Vec<Act> {
    let [Act::Send(bytes)] = acts else { return acts.to_vec() };
    let within = bytes.iter().position(|byte| !byte.is_ascii()).map_or(bytes.len() / 2, |at| at + 1);
    let (head, tail) = bytes.split_at(within);
    vec![Act::Send(head.to_vec()), Act::Wait(Duration::from_millis(20)), Act::Send(tail.to_vec())]
}

/// Addresses at which nobody answers, or nobody who speaks TLS.
fn strangers(protocol: Protocol, role: Role) -> Vec<Case> {
    let plain = Server::start(vec![vec![Act::Send(b"HTTP/1.1 400 No TLS here\r\n\r\n".to_vec())]]);
    let at = |name, address| {
        let (bad, expected) = (Bad::Address(address), Expected::Whole(0));
        Case { role, protocol, name, bad, expected, is_paid: false, is_slow: false }
    };
    vec![at("refused", NOBODY.to_owned()), at("no TLS", plain.address().replace("http://", "https://"))]
}

/// One fault at one stage.
async fn endure(house: &House, case: &Case) -> Result<()> {
    let good = good(case.protocol);
    let models = models(case.protocol, case.role, (case.bad.address(), good.address()));
    let ended = house.play(case.role, (models, DEADLINE)).await?;
    let told = case.told(&ended);
    assert!(ended.took < DEADLINE + GRACE, "{told}");
    ended_once(&ended, &told);
    let paid = calls(&good) + if case.is_paid { case.bad.calls() } else { 0 };
    let cost = paid as f64 * PRICE;
    assert!((ended.spent - cost).abs() < 1e-9, "{} was written down, and {cost} was spent: {told}", ended.spent);
    came_to(case, &ended, &told);
    closed(&[&case.bad, &Bad::Server(good)], &told).await;
    Ok(())
}

/// The request came to what it should have come to, and what failed is in no cache.
fn came_to(case: &Case, ended: &Ended, told: &str) {
    match case.expected {
        Expected::Whole(tries) => assert_eq!((is_whole(case.role, ended), case.bad.calls()), (true, tries), "{told}"),
        Expected::Anew => assert!(is_whole(Role::EditCreative, ended), "{told}"),
        // What nobody could fill in shows samples.
        Expected::Lost => {
            let is_made = ended.made.is_ok();
            let found = (is_whole(case.role, ended), is_made, ended.kept);
            assert_eq!(found, (false, case.role == Role::Fill, 0), "{told}");
        }
    }
}

/// One last event, the scene told once if there is one, and no code twice.
fn ended_once(ended: &Ended, told: &str) {
    let count = |is: fn(&Event) -> bool| ended.events.iter().filter(|event| is(event)).count();
    assert_eq!(count(Event::is_final), 1, "{told}");
    assert!(ended.events.last().is_some_and(Event::is_final), "{told}");
    assert_eq!(matches!(ended.events.last(), Some(Event::Done)), ended.made.is_ok(), "{told}");
    assert_eq!(count(|event| matches!(event, Event::Scene { .. })), usize::from(ended.made.is_ok()), "{told}");
    let pieces =
        ended.events.iter().filter_map(|event| if let Event::Code { text, .. } = event { Some(&**text) } else { None });
    let shown: String = pieces.collect();
    assert!(CODE.starts_with(&shown), "{shown}\n{told}");
}

/// Whether the request came to what it should have come to.
fn is_whole(role: Role, ended: &Ended) -> bool {
    let Ok(made) = &ended.made else { return false };
    match role {
        Role::Fill => made.scenes[0].scene.code().contains("'Rome'"),
        Role::EditSurgical => made.rewritten[0].scene.scene.code() == CODE.replace("{title}</", "{title} ❄</"),
        Role::EditCreative => made.rewritten[0].scene.scene.code() == CODE,
        Role::Brain | Role::Layout | Role::Code | Role::Vision => made.scenes[0].scene.code() == CODE,
    }
}

/// Waits until no connection is open.
async fn closed(servers: &[&Bad], told: &str) {
    let began = Instant::now();
    while servers.iter().any(|server| server.open() > 0) {
        assert!(began.elapsed() < Duration::from_secs(2), "connections are open: {told}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// All faults of a protocol at all stages, some at a time: what is slow has to be the fault and not this machine.
async fn endured(protocol: Protocol) -> Result<()> {
    let house = House::new()?;
    let cases: Vec<Case> = Role::ALL.into_iter().flat_map(|role| faults(protocol, role)).collect();
    let (slow, fast): (Vec<Case>, Vec<Case>) = cases.into_iter().partition(|case| case.is_slow);
    for some in fast.chunks(8).chain(slow.chunks(14)) {
        join_all(some.iter().map(|case| endure(&house, case))).await.into_iter().collect::<Result<Vec<_>>>()?;
    }
    at_rest().await;
    Ok(())
}

#[tokio::test]
async fn whole_requests_endure_every_fault_in_the_protocol_of_openai() -> Result<()> {
    endured(Protocol::OpenAi).await
}

#[tokio::test]
async fn whole_requests_endure_every_fault_in_the_protocol_of_anthropic() -> Result<()> {
    endured(Protocol::Anthropic).await
}

/// Models of which one role waits for ever.
fn hanging(protocol: Protocol, role: Role) -> (Server, Server, Models) {
    let (hanging, good) = (server(|_, _| vec![Act::AwaitClose]), good(protocol));
    let models = models(protocol, role, (hanging.address(), good.address()));
    (hanging, good, models)
}

#[tokio::test]
async fn who_goes_away_closes_the_connection_at_once_at_every_stage() -> Result<()> {
    let house = House::new()?;
    for (protocol, role) in
        [Protocol::OpenAi, Protocol::Anthropic].into_iter().flat_map(|protocol| Role::ALL.map(|role| (protocol, role)))
    {
        let (hanging, _good, models) = hanging(protocol, role);
        let play = house.play(role, (models, DEADLINE));
        let begun = async {
            while calls(&hanging) == 0 {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        Box::pin(meanwhile(begun, async { _ = play.await })).await;
        let left = Instant::now();
        while hanging.closed_by_client() == 0 {
            assert!(left.elapsed() < CANCELLED, "{role}, {protocol:?}: still open after {CANCELLED:?}");
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
    at_rest().await;
    Ok(())
}

#[tokio::test]
async fn a_deadline_ends_all_of_it_at_every_stage() -> Result<()> {
    let (house, deadline) = (House::new()?, Duration::from_millis(700));
    let played = Role::ALL.map(|role| {
        let house = &house;
        async move {
            let (hanging, _good, models) = hanging(Protocol::OpenAi, role);
            let ended = house.play(role, (models, deadline)).await?;
            let told = format!("{role}: {:?}", ended.took);
            assert!(ended.took >= deadline && ended.took < deadline + GRACE, "{told}");
            ended_once(&ended, &told);
            // A scene whose samples stay is one, if only just.
            assert!(ended.made.is_err() || role == Role::Fill, "{told}");
            assert_eq!((ended.kept, calls(&hanging)), (0, 1), "{told}");
            closed(&[&Bad::Server(hanging)], &told).await;
            Ok(())
        }
    });
    join_all(played).await.into_iter().collect::<Result<Vec<()>>>()?;
    at_rest().await;
    Ok(())
}

/// Waits until no task is left.
async fn at_rest() {
    let metrics = tokio::runtime::Handle::current().metrics();
    let began = Instant::now();
    while metrics.num_alive_tasks() > 0 {
        assert!(began.elapsed() < Duration::from_secs(2), "{} tasks are left", metrics.num_alive_tasks());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
