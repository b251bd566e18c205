//! Whole requests over HTTP: the models of each role at servers that answer as they are told.

use std::time::{Duration, SystemTime};

use serde_json::{Value as Json, json};

use crate::assets::Assets;
use crate::diagnostic::Source;
use crate::engine::complete::tests::{CODE, STRANGE, layout, replace, scene, thought, written};
use crate::engine::complete::*;
use crate::llm::fault::{self, status, stream};
use crate::llm::fixture::{Act, Server};
use crate::llm::protocol::Protocol;
use crate::llm::{Catalogue, Finish, Hedging, Models};
use crate::pipeline::{Policy, Prompts};
use crate::request::{Origin as Made, ProjectScene};
use crate::store::cache::{Answers, Kind, Limits, MemoryCache};
use crate::store::spending::Spending;
use crate::tsx::Form;

/// All of a request, with tries and fallbacks at one stage.
pub(super) const DEADLINE: Duration = Duration::from_secs(12);

/// What all cases share.
pub(super) struct House {
    engine: Engine,
    prompts: Prompts,
}

/// What came of it.
pub(super) struct Ended {
    pub(super) made: Result<Generation>,
    pub(super) events: Vec<Event>,
    pub(super) took: Duration,
    pub(super) spent: f64,
    pub(super) kept: usize,
}

impl House {
    pub(super) fn new() -> Result<Self> {
        let engine = Engine::embedded()?;
        let prompts = Prompts::load(&Assets::embedded(), engine.library())?;
        Ok(Self { engine, prompts })
    }

    fn pipeline(&self, models: Models, (deadline, spending): (Duration, Spending)) -> Arc<Pipeline> {
        Arc::new(Pipeline {
            roles: Roles::of(Arc::new(models)),
            prompts: self.prompts.clone(),
            answers: Answers::new(Arc::new(MemoryCache::new(Limits::default()))),
            policy: Policy { deadline, ..Policy::default() },
            spending: Some(spending),
        })
    }

    /// Plays the request that comes to a role, with these models.
    pub(super) async fn play(&self, role: Role, (models, deadline): (Models, Duration)) -> Result<Ended> {
        let folder = tempfile::tempdir().map_err(|error| Error::new(ErrorKind::File, error.to_string()))?;
        let spending = Spending::new(folder.path());
        let pipeline = self.pipeline(models, (deadline, spending.clone()));
        let (mut events, began) = (Vec::new(), Instant::now());
        let asker = Asker::local(Form::Module, SystemTime::UNIX_EPOCH);
        let made = self.engine.create(&request(role)?, (Some(&pipeline), asker), &mut events).await;
        let took = began.elapsed();
        let kept = pipeline.answers.cache().stats().entries[kind(role) as usize];
        Ok(Ended { made, events, took, spent: spending.of_day(SystemTime::UNIX_EPOCH)?, kept })
    }
}

/// Models of which one role first asks the provider with the fault. A model is called as the role that it serves.
pub(super) fn models(protocol: Protocol, faulty: Role, (bad, good): (&str, &str)) -> Models {
    let kind = if protocol == Protocol::OpenAi { "openai" } else { "anthropic" };
    let price = "price: {input: 1, output: 2}";
    let limits = "max_tokens: 9000, first_token: 1.2, idle: 1.2, total: 2.4, tries: 2";
    let listed =
        Role::NAMES.map(|role| format!("  good-{role}: {{provider: good, model: {role}, {price}}}\n")).concat();
    let roles = Role::NAMES.map(|role| {
        let first = if role == faulty.name() { format!("bad-{role}, ") } else { String::new() };
        format!("  {role}: {{use: [{first}good-{role}], {limits}}}\n")
    });
    let roles = roles.concat();
    let text = format!(
        "providers:\n  bad: {{kind: {kind}, url: \"{bad}\", connect: 2}}\n  good: {{kind: {kind}, url: \"{good}\"}}\nmodels:\n  \
         bad-{faulty}: {{provider: bad, model: {faulty}, {price}}}\n{listed}roles:\n{roles}"
    );
    let catalogue = Catalogue::read(&Source::new("models.yaml", text)).expect("a catalogue");
    Models::new(&catalogue, Hedging::Off, |_| None)
}

/// A request that comes to a stage.
fn request(role: Role) -> Result<Request> {
    let code = Made::Code { code: CODE.to_owned(), manifest: Json::Null };
    let project = vec![ProjectScene { name: "Penguin".to_owned(), origin: code, params: serde_json::Map::new() }];
    match role {
        Role::Fill => Request::new("bar chart about what a cappuccino costs around the world"),
        Role::Vision => Ok(Request::new(STRANGE)?.with_attachments(vec!["https://example.com/a.png".to_owned()])),
        Role::EditSurgical => Ok(Request::new("give the penguin a snowflake that melts")?.with_project(project)),
        Role::EditCreative => {
            Ok(Request::new("make the penguin dance a wild tango in the storm")?.with_project(project))
        }
        Role::Brain | Role::Layout | Role::Code => Request::new(STRANGE),
    }
}

/// The kind of what a stage keeps.
fn kind(role: Role) -> Kind {
    match role {
        Role::Fill => Kind::Fill,
        Role::Brain => Kind::Plan,
        Role::Layout | Role::Vision => Kind::Layout,
        Role::Code | Role::EditSurgical | Role::EditCreative => Kind::Scene,
    }
}

/// What a model answers that is well, at a stage of the request that comes to another.
pub(super) fn answer(role: Role, asked: &str) -> String {
    let answer = match role {
        Role::Fill => json!({"series": [{"label": "Rome", "value": 1.5}]}),
        Role::Brain if asked.contains("snowflake") => thought("edit-surgical", &json!({"scene": 1, "text": "snow"})),
        Role::Brain if asked.contains("tango") => thought("edit-creative", &json!({"scene": 1, "text": "tango"})),
        Role::Brain if asked.contains("example.com") => {
            thought("scene", &json!({"text": "this", "plan": "laid-out", "pictures": "recreate"}))
        }
        Role::Brain => scene("laid-out"),
        Role::Layout | Role::Vision => layout(),
        Role::EditSurgical => replace("{title}</", "{title} ❄</"),
        Role::Code | Role::EditCreative => written(CODE),
    };
    answer.as_str().map_or_else(|| answer.to_string(), str::to_owned)
}

/// A call as a server sees it: for which role it is, and whether a stream is wanted. What only warms a connection is none.
fn called(request: &str) -> Option<(Role, bool)> {
    let body: Json = request.split_once("\r\n\r\n").and_then(|(_, body)| serde_json::from_str(body).ok())?;
    Some((body["model"].as_str().and_then(Role::named)?, body["stream"] == true))
}

/// A server that answers calls, and nothing else.
pub(super) fn server(answer: impl Fn((Role, bool), &str) -> Vec<Act> + Send + Sync + 'static) -> Server {
    Server::answering(move |_, request| match called(request) {
        Some(call) => answer(call, request),
        None => status(404, "", ""),
    })
}

/// How many calls a server has got.
pub(super) fn calls(server: &Server) -> usize {
    server.requests().iter().filter(|request| called(request).is_some()).count()
}

/// A text as an answer.
pub(super) fn acts(protocol: Protocol, is_streamed: bool, (text, finish): (&str, Finish)) -> Vec<Act> {
    if is_streamed {
        stream(&[&fault::streamed(protocol, text, finish)])
    } else {
        status(200, "", &fault::whole(protocol, text, finish))
    }
}

/// A provider at which all is well.
pub(super) fn good(protocol: Protocol) -> Server {
    server(move |(role, is_streamed), request| acts(protocol, is_streamed, (&answer(role, request), Finish::Stop)))
}
