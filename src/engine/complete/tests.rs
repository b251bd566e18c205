//! Requests that need models, with models that play what is written here.

use std::time::{Duration, SystemTime};

use serde_json::{Value as Json, json};

use super::*;
use crate::assets::Assets;
use crate::engine::Origin;
use crate::llm::{End, FailureKind, Finish, Outcome as Fate, ScriptedModel, Step as Line};
use crate::pipeline::{Budget, Policy, Prompts, Speculation};
use crate::request::{Origin as Made, ProjectScene};
use crate::store::cache::{Answers, Limits, MemoryCache};
use crate::tsx::Form;

/// What a model writes that writes well.
pub(super) const CODE: &str = "\
import {AbsoluteFill} from 'remotion';

export const meta = {
  id: 'penguin-skates-frozen',
  durationInFrames: 150,
  fps: 30,
  width: 1920,
  height: 1080,
};

type Props = {
  title: string;
  ice: string;
};

export const defaultProps: Props = {
  title: 'Waddle',
  ice: '#dff3ff',
};

export default function Penguin({title, ice}: Props) {
  return <AbsoluteFill style={{backgroundColor: ice}}>{title}</AbsoluteFill>;
}
";

/// A request that no template shows, with nothing near.
pub(super) const STRANGE: &str = "a penguin that skates over a frozen lake and waves at the moon";

/// An engine with models that play scripts.
struct Stage {
    engine: Engine,
    cast: Vec<(Role, Arc<ScriptedModel>)>,
    pipeline: Arc<Pipeline>,
}

/// What came of a request, and what was told of it.
struct Played {
    made: Result<Generation>,
    events: Vec<Event>,
}

impl Stage {
    /// A stage on which each of these roles says these things, one after another.
    fn with(cast: &[(Role, &[Json])]) -> Result<Self> {
        Self::under(Policy::default(), cast)
    }

    fn under(policy: Policy, cast: &[(Role, &[Json])]) -> Result<Self> {
        let scripted = cast.iter().map(|(role, lines)| {
            let model = ScriptedModel::new(role.name());
            lines.iter().for_each(|line| model.add([Line::say(text(line)), Line::stop(1, 1)]));
            (*role, Arc::new(model))
        });
        Self::of(policy, scripted.collect())
    }

    fn of(policy: Policy, cast: Vec<(Role, Arc<ScriptedModel>)>) -> Result<Self> {
        let engine = Engine::embedded()?;
        let act = |roles: Roles, (role, model): &(Role, Arc<ScriptedModel>)| roles.with(*role, model.clone());
        let pipeline = Arc::new(Pipeline {
            roles: cast.iter().fold(Roles::none(), act),
            prompts: Prompts::load(&Assets::embedded(), engine.library())?,
            answers: Answers::new(Arc::new(MemoryCache::new(Limits::default()))),
            policy,
            spending: None,
        });
        Ok(Self { engine, cast, pipeline })
    }

    async fn play(&self, request: &Request) -> Played {
        let (mut events, asker) = (Vec::new(), Asker::local(Form::Module, SystemTime::UNIX_EPOCH));
        let made = self.engine.create(request, (Some(&self.pipeline), asker), &mut events).await;
        Played { made, events }
    }

    async fn says(&self, prompt: &str) -> Result<Played> {
        Ok(self.play(&Request::new(prompt)?).await)
    }

    /// How often each role was asked, in the order of the cast.
    fn asked(&self) -> Vec<usize> {
        self.cast.iter().map(|(_, model)| model.calls().len()).collect()
    }

    /// All that the last call of a role was shown.
    fn shown(&self, role: Role) -> String {
        let model = self.cast.iter().find(|(known, _)| *known == role);
        model
            .and_then(|(_, model)| model.calls().pop())
            .map(|call| format!("{:?}", call.messages()))
            .unwrap_or_default()
    }
}

impl Played {
    fn code(&self) -> &str {
        self.made.as_ref().ok().and_then(|made| made.scenes.first()).map_or("", |scene| scene.scene.code())
    }

    /// The names of what was told, without stages, and runs of one kind as one.
    fn told(&self) -> Vec<&'static str> {
        let mut names: Vec<_> = self.events.iter().filter_map(name).collect();
        names.dedup();
        names
    }
}

fn name(event: &Event) -> Option<&'static str> {
    match event {
        Event::Draft { .. } => Some("draft"),
        Event::Code { .. } => Some("code"),
        Event::Scene { .. } => Some("scene"),
        Event::Done => Some("done"),
        Event::Failed { .. } => Some("failed"),
        _ => None,
    }
}

/// What is text is said as such, everything else as JSON.
fn text(line: &Json) -> String {
    line.as_str().map_or_else(|| line.to_string(), str::to_owned)
}

/// A step of the brain: its tool, and the members that it needs.
pub(super) fn thought(tool: &str, members: &Json) -> Json {
    let mut step = json!({"tool": tool, "template": null, "scene": null, "text": null, "plan": null, "pictures": null, "changes": null});
    for (name, value) in members.as_object().into_iter().flatten() {
        step[name] = value.clone();
    }
    json!({"steps": [step]})
}

pub(super) fn written(code: &str) -> Json {
    let manifest = json!([{"name": "ice", "type": "colour", "label": "ice", "says": ["lake"]}, {"name": "nothing", "type": "text"}]);
    json!(format!("```tsx\n{code}```\n\n```json\n{manifest}\n```\n"))
}

pub(super) fn layout() -> Json {
    json!({"background": "#dff3ff", "palette": [], "type": "", "mood": "", "elements": [{"kind": "text", "content": "Waddle"}]})
}

pub(super) fn scene(plan: &str) -> Json {
    thought("scene", &json!({"text": "a penguin skates", "plan": plan}))
}

pub(super) fn replace(find: &str, replace: &str) -> Json {
    json!({"replacements": [{"find": find, "replace": replace}]})
}

#[tokio::test]
async fn what_is_open_is_filled_in_and_nothing_else() -> Result<()> {
    let points = json!({"series": [{"label": "Rome", "value": 1.5}, {"label": "Oslo", "value": 4.8}]});
    let stage = Stage::with(&[(Role::Fill, &[points])])?;
    let played = stage.says("bar chart about what a cappuccino costs around the world, in teal").await?;
    assert!(played.code().contains("'Rome'") && played.code().contains("4.8"), "{}", played.code());
    assert_eq!(played.told(), ["draft", "scene", "done"]);
    let call = stage.cast[0].1.calls().pop().ok_or_else(|| Error::new(ErrorKind::Model, "nobody was asked"))?;
    let schema = call.schema().map(|schema| schema.json["required"].clone());
    assert_eq!(schema, Some(json!(["series"])));
    let made = played.made?;
    assert!(made.scenes[0].notes.iter().any(|note| note.param.as_deref() == Some("series")));
    assert_eq!(
        (
            made.calls.made.len(),
            stage
                .says("bar chart about what a cappuccino costs around the world, in teal")
                .await?
                .made?
                .calls
                .made
                .len()
        ),
        (0, 0)
    );
    assert_eq!(stage.asked(), [1], "the second time the cache has it");
    Ok(())
}

#[tokio::test]
async fn what_is_filled_in_wrongly_is_asked_for_once_more_and_then_shows_samples() -> Result<()> {
    let prompt = "bar chart about what a cappuccino costs around the world";
    let (wrong, right) = (json!({"series": "many"}), json!({"series": [{"label": "Rome", "value": 1.5}]}));
    let stage = Stage::with(&[(Role::Fill, &[wrong.clone(), right])])?;
    assert!(stage.says(prompt).await?.code().contains("'Rome'"));
    assert!(stage.shown(Role::Fill).contains("`series`: expected points"), "{}", stage.shown(Role::Fill));
    let stage = Stage::with(&[(Role::Fill, &[wrong.clone(), wrong])])?;
    let made = stage.says(prompt).await?.made?;
    assert!(made.scenes[0].notes.iter().any(|note| note.message.starts_with("what is open shows samples")));
    Ok(())
}

#[tokio::test]
async fn a_model_may_leave_open_what_may_be_left_open() -> Result<()> {
    let template = thought("template", &json!({"template": "quote"}));
    let stage = Stage::with(&[(Role::Brain, &[template]), (Role::Fill, &[json!({"theme": null})])])?;
    let said = "Put Grace Hopper's words on screen, nice and slow: “We have always done it this way.” Her name comes in underneath";
    let played = stage.says(said).await?;
    assert!(played.code().contains("We have always done it this way."), "{:?}", played.made);
    assert_eq!(stage.asked(), [1, 1], "what is left open is no mistake");
    Ok(())
}

#[tokio::test]
async fn where_templates_are_near_to_one_another_the_small_model_chooses() -> Result<()> {
    let prompt = "colours slowly flowing from purple to teal, no text";
    let chosen = |id: &str| json!({"template": id});
    let stage = Stage::with(&[(Role::Fill, &[chosen("gradient-background")]), (Role::Brain, &[])])?;
    let made = stage.says(prompt).await?.made?;
    assert_eq!((made.scenes[0].name(), stage.asked()), ("gradient-background", vec![1, 0]));
    assert!(stage.shown(Role::Fill).contains("`gradient-text`"));
    let reply = thought("reply", &json!({"text": "Which one?"}));
    let stage = Stage::with(&[(Role::Fill, &[chosen("none")]), (Role::Brain, &[reply])])?;
    assert_eq!(stage.says(prompt).await?.made?.reply.as_deref(), Some("Which one?"));
    Ok(())
}

#[tokio::test]
async fn a_scene_is_thought_of_laid_out_and_written() -> Result<()> {
    let stage = Stage::with(&[
        (Role::Brain, &[scene("laid-out")]),
        (Role::Layout, &[layout()]),
        (Role::Code, &[written(CODE)]),
    ])?;
    let played = stage.says(STRANGE).await?;
    assert_eq!((played.code(), stage.asked()), (CODE, vec![1, 1, 1]));
    assert_eq!(played.told(), ["code", "scene", "done"]);
    let made = played.made?;
    let Origin::Model(about) = &made.scenes[0].origin else { return Err(Error::new(ErrorKind::Model, "a template")) };
    let names: Vec<&Json> = about.manifest.as_array().into_iter().flatten().map(|entry| &entry["name"]).collect();
    assert_eq!(names, ["ice", "title"], "what is not there is left out, and what was not named is read off");
    let again = stage.says(STRANGE).await?;
    assert_eq!((again.code(), stage.asked()), (CODE, vec![1, 1, 1]), "the second time the cache has all of it");
    assert!(again.made.is_ok_and(|made| made.completed && made.calls.is_empty()));
    Ok(())
}

#[tokio::test]
async fn words_and_questions_are_answers() -> Result<()> {
    let stage = Stage::with(&[(
        Role::Brain,
        &[thought("reply", &json!({"text": "I make scenes."})), thought("ask", &json!({"text": "Which animal?"}))],
    )])?;
    let replied = stage.says("who are you and what can you do for me?").await?;
    assert_eq!((replied.told(), replied.made?.reply.as_deref()), (vec!["done"], Some("I make scenes.")));
    let asked = stage.says("the animal thing, you know, that jumps around in the dark wood").await?;
    assert_eq!(asked.made?.question.as_deref(), Some("Which animal?"));
    Ok(())
}

#[tokio::test]
async fn a_plan_that_names_what_is_not_there_is_asked_for_again() -> Result<()> {
    let nowhere = thought("edit-surgical", &json!({"scene": 3, "text": "blue"}));
    let stage = Stage::with(&[(Role::Brain, &[nowhere.clone(), thought("reply", &json!({"text": "Which one?"}))])])?;
    assert_eq!(stage.says(STRANGE).await?.made?.reply.as_deref(), Some("Which one?"));
    assert!(stage.shown(Role::Brain).contains("there is no scene 3"));
    let stage = Stage::with(&[(Role::Brain, &[nowhere.clone(), nowhere])])?;
    let played = stage.says(STRANGE).await?;
    assert_eq!(played.told(), ["failed"]);
    Ok(())
}

#[tokio::test]
async fn what_is_wrong_with_code_goes_back_twice_at_most() -> Result<()> {
    let broken = CODE.replace("{title}</", "{titel}</");
    let cast = |mends: Vec<Json>| {
        Stage::with(&[
            (Role::Brain, &[scene("laid-out")]),
            (Role::Layout, &[layout()]),
            (Role::Code, &[written(&broken)]),
            (Role::EditSurgical, &mends),
        ])
    };
    let stage = cast(vec![replace("{titel}", "{titles}"), replace("{titles}", "{title}")])?;
    let made = stage.says(STRANGE).await?.made?;
    assert_eq!(made.scenes[0].scene.code(), CODE);
    assert!(stage.shown(Role::EditSurgical).contains("titles"), "each return shows what there is then");
    let stage = cast(vec![replace("{titel}", "{titles}"), replace("{titles}", "{titlest}")])?;
    let played = stage.says(STRANGE).await?;
    assert_eq!((stage.asked(), played.told()), (vec![1, 1, 1, 2], vec!["code", "failed"]));
    assert!(played.made.is_err_and(|error| error.kind() == ErrorKind::Scene && !error.diagnostics().is_empty()));
    Ok(())
}

#[tokio::test]
async fn an_answer_that_was_cut_off_goes_on() -> Result<()> {
    let (head, tail) = CODE.split_at(CODE.len() - 60);
    let stage = Stage::with(&[
        (Role::Brain, &[scene("laid-out")]),
        (Role::Layout, &[layout()]),
        (Role::Code, &[json!(format!("```tsx\n{head}")), json!(format!("{tail}```\n"))]),
    ])?;
    assert_eq!(stage.says(STRANGE).await?.code(), CODE);
    Ok(())
}

#[tokio::test]
async fn scenes_of_a_project_are_changed_in_places_or_anew() -> Result<()> {
    let code =
        Made::Code { code: CODE.to_owned(), manifest: json!([{"name": "title", "type": "text", "label": "cry"}]) };
    let project = vec![ProjectScene { name: "Penguin".to_owned(), origin: code, params: serde_json::Map::new() }];
    let request = |prompt: &str| Ok::<_, Error>(Request::new(prompt)?.with_project(project.clone()));
    let edit = |tool: &str| thought(tool, &json!({"scene": 1, "text": "let it snow"}));
    let stage = Stage::with(&[
        (Role::Brain, &[edit("edit-surgical"), edit("edit-creative")]),
        (Role::EditSurgical, &[replace("{title}</", "{title} ❄</")]),
        (Role::EditCreative, &[written(&CODE.replace("Waddle", "Slide"))]),
    ])?;
    let surgical = stage.play(&request("put a snowflake that melts behind the penguin's cry")?).await.made?;
    let changed = &surgical.rewritten[0];
    assert_eq!((changed.number, changed.scene.scene.code()), (1, CODE.replace("{title}</", "{title} ❄</").as_str()));
    let creative = stage.play(&request("make the penguin dance a wild tango in the storm")?).await.made?;
    let Origin::Model(about) = &creative.rewritten[0].scene.origin else { return Ok(()) };
    assert_eq!(about.manifest[1]["label"], "cry", "what it was called before it still is");
    Ok(())
}

#[tokio::test]
async fn replacements_without_a_place_lead_to_a_new_scene() -> Result<()> {
    let code = Made::Code { code: CODE.to_owned(), manifest: Json::Null };
    let project = vec![ProjectScene { name: "Penguin".to_owned(), origin: code, params: serde_json::Map::new() }];
    let stage = Stage::with(&[
        (Role::Brain, &[thought("edit-surgical", &json!({"scene": 1, "text": "let it snow"}))]),
        (Role::EditSurgical, &[replace("nowhere", "x"), replace("nowhere", "x")]),
        (Role::EditCreative, &[written(&CODE.replace("Waddle", "Slide"))]),
    ])?;
    let request = Request::new("put a snowflake that melts behind the penguin's cry")?.with_project(project);
    let made = stage.play(&request).await.made?;
    assert!(made.rewritten[0].scene.scene.code().contains("'Slide'"));
    Ok(())
}

/// A request that a template nearly shows, so that a scene is begun before the brain has spoken.
const NEAR: &str = "counter from 0 to 500 with a penguin beside it that grows";

/// A brain that takes a while, and a writer that takes a while longer.
fn slow(plan: &Json) -> Vec<(Role, Arc<ScriptedModel>)> {
    let wait = |millis| Line::Wait(Duration::from_millis(millis));
    let brain = ScriptedModel::new("brain").then([wait(20), Line::say(text(plan)), Line::stop(1, 1)]);
    let writer = ScriptedModel::new("code").then([Line::say("```tsx\n"), wait(60), Line::say(CODE), Line::stop(1, 1)]);
    vec![(Role::Brain, Arc::new(brain)), (Role::Code, Arc::new(writer))]
}

#[tokio::test(start_paused = true)]
async fn a_scene_that_was_begun_ahead_is_taken_where_it_is_wanted() -> Result<()> {
    let stage = Stage::of(Policy::default(), slow(&scene("at-once")))?;
    let played = stage.says(NEAR).await?;
    assert_eq!((played.code().contains("'Waddle'"), stage.asked()), (true, vec![1, 1]));
    assert_eq!(played.told(), ["draft", "code", "scene", "done"]);
    assert!(played.made?.calls.ahead.iter().all(|early| early.wanted));
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_scene_that_was_begun_ahead_is_dropped_where_it_is_not_wanted() -> Result<()> {
    let stage = Stage::of(Policy::default(), slow(&thought("reply", &json!({"text": "No."}))))?;
    let played = stage.says(NEAR).await?;
    assert_eq!(played.told(), ["draft", "done"], "nothing of it is told");
    let made = played.made?;
    assert_eq!((made.reply.as_deref(), made.calls.ahead.len(), made.calls.ahead[0].wanted), (Some("No."), 1, false));
    let off = Policy { speculation: Speculation::Off, ..Policy::default() };
    let stage = Stage::of(off, slow(&thought("reply", &json!({"text": "No."}))))?;
    stage.says(NEAR).await?;
    assert_eq!(stage.asked(), [1, 0], "nothing is begun ahead where that is off");
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn everything_ends_in_time_and_within_its_budget() -> Result<()> {
    let hanging = || vec![(Role::Brain, Arc::new(ScriptedModel::new("brain").then([Line::Hang])))];
    let policy = Policy { deadline: Duration::from_secs(5), ..Policy::default() };
    let began = Instant::now();
    let played = Stage::of(policy, hanging())?.says(STRANGE).await?;
    assert_eq!((began.elapsed(), played.told()), (Duration::from_secs(5), vec!["failed"]));
    assert!(played.made.is_err_and(|error| error.to_string().contains("`--timeout`")));
    let budget = Budget { request: 0.0, day: None };
    let played = Stage::of(Policy { budget, ..policy }, hanging())?.says(STRANGE).await?;
    assert!(played.made.is_err_and(|error| error.kind() == ErrorKind::Budget));
    Ok(())
}

#[tokio::test]
async fn without_models_a_request_is_what_it_was() -> Result<()> {
    let engine = Engine::embedded()?;
    let mut events = Vec::new();
    let asker = Asker::local(Form::Module, SystemTime::UNIX_EPOCH);
    let made = engine.create(&Request::new(STRANGE)?, (None, asker), &mut events).await?;
    assert!(made.scenes.is_empty() && !made.is_answered());
    assert_eq!(events.iter().filter(|event| event.is_final()).count(), 1);
    assert!(!made.calls.made.iter().any(|call| matches!(call.outcome, Fate::Failed(_))));
    Ok(())
}

#[tokio::test]
async fn what_is_likely_next_is_there_when_it_is_asked_for() -> Result<()> {
    let dance = thought("edit-creative", &json!({"scene": 1, "text": "more dynamic"}));
    let stage = Stage::with(&[
        (Role::Brain, &[scene("laid-out"), dance.clone(), dance]),
        (Role::Layout, &[layout()]),
        (Role::Code, &[written(CODE)]),
        (Role::EditCreative, &[written(&CODE.replace("Waddle", "Slide")), written(&CODE.replace("Waddle", "Glide"))]),
    ])?;
    let request = Request::new(STRANGE)?;
    let made = stage.play(&request).await.made?;
    let next = stage.engine.likely(&request, &made.scenes[0])?;
    let asker = Asker::local(Form::Module, SystemTime::UNIX_EPOCH);
    let prepared = stage.engine.prepare(next.clone(), (&stage.pipeline, &asker), 1.0).await;
    let before = stage.asked();
    assert!(!prepared.requests.is_empty(), "{prepared:?}");
    for request in next.iter().filter(|request| prepared.requests.iter().any(|said| said == request.prompt())) {
        assert!(stage.play(request).await.made?.calls.made.is_empty(), "{}", request.prompt());
    }
    assert_eq!(stage.asked(), before);
    let nothing = stage.engine.prepare(next, (&stage.pipeline, &asker), 0.0).await;
    assert!(nothing.requests.is_empty());
    Ok(())
}

/// How an answer can go wrong.
fn faults() -> Vec<(&'static str, Vec<Line>)> {
    let end = |finish| Line::End(End { finish, usage: None });
    vec![
        ("fails at once", vec![Line::fail(FailureKind::Overloaded)]),
        ("breaks off", vec![Line::say("{\"steps\": [ import {AbsoluteFill}"), Line::fail(FailureKind::Broken)]),
        ("never ends", vec![Line::say("{"), Line::Hang]),
        ("never begins", vec![Line::Hang]),
        ("is refused", vec![Line::say("I cannot do that."), end(Finish::Refusal)]),
        ("is cut off", vec![Line::say("```tsx\nexport default function A() {"), end(Finish::Length)]),
        ("is empty", vec![end(Finish::Stop)]),
        ("is something else", vec![Line::say("[1, 2, 3]"), end(Finish::Stop)]),
        (
            "is dangerous",
            vec![Line::say("export default function A() {\n  fetch('/');\n  return null;\n}\n"), end(Finish::Stop)],
        ),
    ]
}

/// A cast in which one role answers like this, whatever it is asked, and the others well.
fn cast(faulty: Role, fault: &[Line]) -> Vec<(Role, Arc<ScriptedModel>)> {
    let edit = |tool: &str| thought(tool, &json!({"scene": 1, "text": "let it snow"}));
    let brain = match faulty {
        Role::EditSurgical => edit("edit-surgical"),
        Role::EditCreative => edit("edit-creative"),
        Role::Vision => thought("scene", &json!({"text": "this", "plan": "laid-out", "pictures": "recreate"})),
        _ => scene("laid-out"),
    };
    let good = |role: Role| match role {
        Role::Brain => vec![brain.clone()],
        Role::Layout | Role::Vision => vec![layout()],
        Role::Code => vec![written(CODE)],
        _ => Vec::new(),
    };
    let model = |role: Role| {
        let model = ScriptedModel::new(role.name());
        if role == faulty {
            (0..12).for_each(|_| model.add(fault.to_vec()));
        }
        good(role)
            .iter()
            .filter(|_| role != faulty)
            .for_each(|line| model.add([Line::say(text(line)), Line::stop(1, 1)]));
        (role, Arc::new(model))
    };
    Role::ALL.map(model).to_vec()
}

#[tokio::test(start_paused = true)]
async fn whatever_goes_wrong_wherever_there_is_one_end_and_nothing_is_kept() -> Result<()> {
    let policy = Policy { deadline: Duration::from_secs(20), ..Policy::default() };
    let code = Made::Code { code: CODE.to_owned(), manifest: Json::Null };
    let project = vec![ProjectScene { name: "Penguin".to_owned(), origin: code, params: serde_json::Map::new() }];
    for role in [Role::Brain, Role::Layout, Role::Code, Role::Vision, Role::EditSurgical, Role::EditCreative] {
        for (fault, lines) in faults() {
            let stage = Stage::of(policy, cast(role, &lines))?;
            let pictures = (role == Role::Vision).then(|| "https://example.com/a.png".to_owned());
            let request = Request::new("make the penguin dance a wild tango in the storm")?;
            let request = request.with_project(project.clone()).with_attachments(pictures.into_iter().collect());
            let began = Instant::now();
            let played = stage.play(&request).await;
            let what = format!("{role} {fault}: {:?}", played.told());
            assert_eq!(played.events.iter().filter(|event| event.is_final()).count(), 1, "{what}");
            assert!(played.events.last().is_some_and(Event::is_final), "{what}");
            assert!(began.elapsed() <= policy.deadline + Duration::from_millis(250), "{what}");
            let is_whole = played.made.as_ref().is_ok_and(|made| made.is_answered() || !made.scenes.is_empty());
            assert!(!is_whole, "{what}");
            assert_eq!(stage.pipeline.answers.cache().stats().entries[0], 0, "{what}");
        }
    }
    Ok(())
}
