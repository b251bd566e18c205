use serde_json::json;

use super::*;
use crate::assets::Assets;
use crate::llm::{Role, ScriptedModel};
use crate::pipeline::{Pipeline, Policy, Prompts, Roles};
use crate::store::cache::{Answers, Limits, MemoryCache};
use crate::store::project::{Content, Deed, MemoryProjects, NewProject};

/// A store with one project, and an engine to talk about it.
struct Talk {
    engine: Engine,
    brand: Brand,
    store: MemoryProjects,
    id: ProjectId,
}

impl Talk {
    async fn new() -> Result<Self> {
        let engine = Engine::embedded()?;
        let brand = Brand::load(&Assets::embedded())?;
        let store = MemoryProjects::new();
        let new = NewProject { name: "film".to_owned(), at: Timestamp::from_millis(0), key: None };
        let id = store.create(new).await?.project.id.clone();
        Ok(Self { engine, brand, store, id })
    }

    async fn says(&self, prompt: &str) -> Result<Answer> {
        let means = Means { brand: &self.brand, models: Supply::None };
        self.engine.turn(means, (&self.store, &self.id), &ask(prompt)?, &mut ()).await
    }

    /// The same with models that play scripts: one that thinks, and one that writes.
    async fn says_to(&self, prompt: &str, (brain, writer): (&Json, &str)) -> Result<Answer> {
        let play = |name: &str, text: String| Arc::new(ScriptedModel::new(name).saying(text));
        let brain = play("brain", json!({"steps": [brain]}).to_string());
        let roles = Roles::none().with(Role::Brain, brain).with(Role::Code, play("code", writer.to_owned()));
        let models = Arc::new(Pipeline {
            roles: roles.with(Role::EditCreative, play("creative", writer.to_owned())),
            prompts: Prompts::load(&Assets::embedded(), self.engine.library())?,
            answers: Answers::new(Arc::new(MemoryCache::new(Limits::default()))),
            policy: Policy::default(),
            spending: None,
        });
        let means = Means { brand: &self.brand, models: Supply::Ready(&models) };
        self.engine.turn(means, (&self.store, &self.id), &ask(prompt)?, &mut ()).await
    }

    async fn changes(&self, plan: &Json) -> Result<Answer> {
        let ops = Op::read_plan(&plan.to_string())?;
        self.engine.change(&self.store, &self.id, (&ops, &made(None))).await
    }
}

fn ask(prompt: &str) -> Result<Ask> {
    let (author, at) = ("anna".to_owned(), Timestamp::from_millis(0));
    Ok(Ask { request: Request::new(prompt)?, form: Form::Module, author, at, key: None, trace: None })
}

fn made(key: Option<&str>) -> Made {
    let (author, at) = ("anna".to_owned(), Timestamp::from_millis(0));
    Made { form: Form::Module, author, at, key: key.map(str::to_owned) }
}

fn texts(answer: &Answer) -> Vec<&str> {
    answer.told.iter().map(|told| told.text.as_str()).collect()
}

#[tokio::test]
async fn scenes_are_added_and_changed() -> Result<()> {
    let talk = Talk::new().await?;
    let added = talk.says("title card 'Moss' in teal, 4 seconds").await?;
    assert_eq!((added.written.len(), added.project.scenes.len(), added.told.len()), (1, 1, 0));
    let changed = talk.changes(&json!({"op": "set", "scene": 1, "param": "accent", "value": "crimson"})).await?;
    assert_eq!(texts(&changed), ["scene 1 `title-card`: accent teal → crimson"]);
    assert_eq!((changed.changed.len(), changed.written.len()), (1, 1));
    let said = &changed.written[0].revision.said;
    assert_eq!(said.iter().map(|message| message.text.as_str()).collect::<Vec<_>>(), texts(&changed));
    let same = talk.changes(&json!({"op": "set", "scene": 1, "param": "accent", "value": "crimson"})).await?;
    assert_eq!(texts(&same), ["scene 1 `title-card`: nothing changes: `accent` is crimson already"]);
    assert!(same.written.is_empty() && same.changed.is_empty());
    Ok(())
}

#[tokio::test]
async fn what_is_undone_first_is_a_revision_of_its_own() -> Result<()> {
    let talk = Talk::new().await?;
    let lone = talk.changes(&json!({"op": "undo"})).await;
    assert_eq!(lone.map_err(|error| error.to_string()).err().as_deref(), Some("there is nothing to undo in `film`"));
    talk.says("title card 'Moss'").await?;
    talk.says("title card 'Fern'").await?;
    let answer = talk.changes(&json!([{"op": "undo"}, {"op": "reformat", "format": "square"}])).await?;
    let deeds: Vec<&Deed> = answer.written.iter().map(|written| &written.revision.deed).collect();
    assert!(matches!(deeds[..], [Deed::Undone { revision: 2 }, Deed::Changed { parent: 1, .. }]), "{deeds:?}");
    assert_eq!(answer.project.scenes.len(), 1);
    assert_eq!(
        texts(&answer),
        ["undo: the last change", "scene 1 `title-card`: format landscape → square", "project: format → square"]
    );
    // What cannot be done after the undo leaves all as it was, the undo too.
    let refused = talk.changes(&json!([{"op": "undo"}, {"op": "delete", "scene": 7}])).await;
    assert!(refused.is_err_and(|error| error.to_string().contains("there is no scene 7")));
    let gone = talk.changes(&json!([{"op": "undo"}, {"op": "undo"}, {"op": "delete", "scene": 1}])).await;
    assert_eq!(
        gone.map_err(|error| error.to_string()).err().as_deref(),
        Some("scene 1 `title-card` is gone when that is undone")
    );
    assert_eq!(talk.store.read(&talk.id).await?.revision, 4);
    let redone = talk.changes(&json!([{"op": "undo"}])).await?;
    assert_eq!(redone.project.scenes[0].format, crate::request::Format::Landscape);
    assert_eq!(talk.changes(&json!([{"op": "redo"}])).await?.project.scenes[0].format, crate::request::Format::Square);
    Ok(())
}

#[tokio::test]
async fn what_is_asked_again_under_a_key_is_done_once() -> Result<()> {
    let talk = Talk::new().await?;
    talk.says("title card 'Moss'").await?;
    let ops = Op::read_plan(r#"{"op": "duplicate", "scene": 1}"#)?;
    let mut once = made(Some("k"));
    let answer = talk.engine.change(&talk.store, &talk.id, (&ops, &once)).await?;
    assert_eq!(answer.project.scenes.len(), 2);
    let again = talk.engine.change(&talk.store, &talk.id, (&ops, &once)).await?;
    assert_eq!((again.project.scenes.len(), &again.written[0].revision), (2, &answer.written[0].revision));
    once.key = None;
    assert_eq!(talk.engine.change(&talk.store, &talk.id, (&ops, &once)).await?.project.scenes.len(), 3);
    Ok(())
}

#[tokio::test]
async fn new_scenes_take_the_settings_of_the_project() -> Result<()> {
    let talk = Talk::new().await?;
    talk.changes(&json!({"op": "reformat", "format": "portrait"})).await?;
    let shape = |answer: &Answer| answer.project.scenes.last().map(|scene| scene.format.name());
    assert_eq!(shape(&talk.says("title card 'Moss'").await?), Some("portrait"));
    assert_eq!(shape(&talk.says("title card 'Fern', landscape").await?), Some("landscape"));
    Ok(())
}

#[tokio::test]
async fn a_question_is_kept_and_its_answer_understood() -> Result<()> {
    let talk = Talk::new().await?;
    talk.says("title card 'Moss'").await?;
    talk.says("quote 'Measure twice.' by Ines").await?;
    let asked = talk.says("delete scene 9").await?;
    assert!(asked.question.is_some() && asked.project.scenes.len() == 2);
    let [written] = &asked.written[..] else { panic!("a question is one revision") };
    assert_eq!(written.revision.deed, Deed::Said);
    let said: Vec<(&str, bool)> = written.revision.said.iter().map(|said| (said.text.as_str(), said.open)).collect();
    assert_eq!((said[0], said[1].1), (("delete scene 9", false), true));
    let history = talk.store.history(&talk.id, RECENT).await?;
    let heard = talk.brand.hear("scene 2", &asked.project.memory);
    let answer = recall::in_project(&Request::new("scene 2")?, &heard, (&asked.project, &history))?;
    let remembered = answer.as_ref().map(|request| (request.open(), request.last_changed()));
    assert_eq!(remembered, Some((Some("delete scene 9"), Some(2))));
    Ok(())
}

/// What a model writes: a penguin on ice.
const PENGUIN: &str = "\
import {AbsoluteFill} from 'remotion';

export const meta = {id: 'penguin', durationInFrames: 150, fps: 30, width: 1920, height: 1080};

type Props = {
  cry: string;
  iceColor: string;
};

export const defaultProps: Props = {
  cry: 'Waddle',
  iceColor: '#dff3ff',
};

export default function Penguin({cry, iceColor}: Props) {
  return <AbsoluteFill style={{backgroundColor: iceColor}}>{cry}</AbsoluteFill>;
}
";

fn thought(tool: &str, text: &str) -> Json {
    let mut step = json!({"tool": tool, "template": null, "scene": null, "text": text, "plan": "laid-out"});
    if tool.starts_with("edit") {
        step["scene"] = json!(1);
    }
    step
}

#[tokio::test]
async fn what_a_model_wrote_is_changed_without_one() -> Result<()> {
    let talk = Talk::new().await?;
    let scene = (&thought("scene", "a penguin"), PENGUIN);
    let made = talk.says_to("a penguin that skates over a frozen lake and waves", scene).await?;
    assert_eq!(made.project.scenes[0].provenance.model.as_deref(), Some("code"));
    let changed = talk.says("make the ice pink").await?;
    assert_eq!(texts(&changed), ["scene 1 `penguin-skates-frozen`: ice colour #dff3ff → #ffc0cb"]);
    assert_eq!((changed.generation.map(|made| made.calls.made.len()), changed.changed.len()), (Some(0), 1));
    Ok(())
}

#[tokio::test]
async fn what_a_model_says_and_changes_is_a_turn_like_any_other() -> Result<()> {
    let talk = Talk::new().await?;
    talk.says_to("a penguin that skates over a frozen lake and waves", (&thought("scene", "a penguin"), PENGUIN))
        .await?;
    let storm = PENGUIN.replace("'Waddle'", "'Slide'");
    let edited = talk
        .says_to("make the penguin dance a wild tango in the storm", (&thought("edit-creative", "dance"), &storm))
        .await?;
    let Content::Code { code, .. } = &edited.project.scenes[0].content else { return Ok(()) };
    assert!(code.contains("'Slide'") && edited.project.scenes[0].name == edited.before.scenes[0].name);
    assert_eq!(texts(&edited), ["scene 1 `penguin-skates-frozen`: written anew"]);
    let replied =
        talk.says_to("who are you and what can you do for me?", (&thought("reply", "I make scenes."), "")).await?;
    assert_eq!(replied.generation.and_then(|made| made.reply).as_deref(), Some("I make scenes."));
    let asked = talk
        .says_to("the animal thing, you know, that jumps around in the wood", (&thought("ask", "Which?"), ""))
        .await?;
    assert_eq!((asked.question.as_deref(), asked.project.scenes.len()), (Some("Which?"), 1));
    let undone = talk.says("undo").await?;
    let Content::Code { code, .. } = &undone.project.scenes[0].content else { return Ok(()) };
    assert!(code.contains("'Waddle'"));
    Ok(())
}
