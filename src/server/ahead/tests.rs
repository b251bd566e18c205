use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::Request as Asked;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::*;
use crate::assets::Assets;
use crate::engine::Engine;
use crate::engine::brand::Brand;
use crate::llm::{Role, ScriptedModel, Step};
use crate::pipeline::{Policy, Prompts, Roles};
use crate::server::{Engines, Settings, router};
use crate::store::cache::{Answers, Limits, MemoryCache};
use crate::store::project::MemoryProjects;

type Tested = Result<(), Box<dyn std::error::Error>>;

const CODE: &str = "import {AbsoluteFill} from 'remotion';\n\nexport const meta = {id: 'penguin', durationInFrames: 150, \
    fps: 30, width: 1920, height: 1080};\n\ntype Props = {title: string};\n\nexport const defaultProps: Props = {title: \
    'Waddle'};\n\nexport default function Penguin({title}: Props) {\n  return <AbsoluteFill>{title}</AbsoluteFill>;\n}\n";

fn thought(tool: &str, members: &Value) -> String {
    let mut step = json!({"tool": tool, "template": null, "scene": null, "text": null, "plan": null, "pictures": null, "changes": null});
    for (name, value) in members.as_object().into_iter().flatten() {
        step[name] = value.clone();
    }
    json!({"steps": [step]}).to_string()
}

fn written(code: &str) -> String {
    format!("```tsx\n{code}```\n")
}

/// A service whose models say these things and nothing more.
struct Stage {
    service: Service,
    brain: Arc<ScriptedModel>,
}

impl Stage {
    fn with(speculation: Speculation, more: impl FnOnce(&ScriptedModel)) -> Result<Self, Box<dyn std::error::Error>> {
        let brain = ScriptedModel::new("brain")
            .saying(thought("scene", &json!({"text": "a penguin skates", "plan": "at-once"})));
        more(&brain);
        let (brain, code) = (Arc::new(brain), ScriptedModel::new("code").saying(written(CODE)));
        let edit = ScriptedModel::new("edit").saying(written(&CODE.replace("Waddle", "Slide")));
        let edit = edit.saying(written(&CODE.replace("Waddle", "Glide")));
        let engine = Engine::embedded()?;
        let roles = Roles::none().with(Role::Brain, brain.clone()).with(Role::Code, Arc::new(code));
        let models = Pipeline {
            roles: roles.with(Role::EditCreative, Arc::new(edit)),
            prompts: Prompts::load(&Assets::embedded(), engine.library())?,
            answers: Answers::new(Arc::new(MemoryCache::new(Limits::default()))),
            policy: Policy { speculation, ..Policy::default() },
            spending: None,
        };
        let kept = (Brand::load(&Assets::embedded())?, Arc::new(MemoryProjects::new()) as Arc<_>);
        let engines = Engines::Fixed(engine.into());
        Ok(Self { service: Service::new(engines, kept, Some(models.into()), Settings::default()), brain })
    }

    async fn post(&self, path: &str, body: Value) -> Result<Value, Box<dyn std::error::Error>> {
        let asked = Asked::post(path).header("content-type", "application/json").body(Body::from(body.to_string()))?;
        let answer = router(&self.service).oneshot(asked).await?;
        Ok(serde_json::from_slice(&to_bytes(answer.into_body(), usize::MAX).await?)?)
    }

    /// A project with a scene that a model made.
    async fn begun(&self) -> Tested {
        self.post("/v1/projects", json!({"name": "film"})).await?;
        let made = self.says("a penguin that skates over a frozen lake and waves at the moon").await?;
        assert_eq!(made["data"]["project"]["scenes"].as_array().map(Vec::len), Some(1), "{made}");
        Ok(())
    }

    async fn says(&self, prompt: &str) -> Result<Value, Box<dyn std::error::Error>> {
        self.post("/v1/projects/film/messages", json!({"prompt": prompt})).await
    }

    fn going(&self) -> usize {
        self.service.ahead().lock().len()
    }

    async fn until_nothing_goes_on(&self) {
        for _ in 0..500 {
            if self.going() == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

fn dance() -> String {
    thought("edit-creative", &json!({"scene": 1, "text": "more dynamic"}))
}

#[tokio::test]
async fn what_is_likely_next_waits_for_the_person() -> Tested {
    let stage = Stage::with(Speculation::On, |brain| {
        for said in [dance(), dance()] {
            brain.add([Step::say(said), Step::stop(1, 1)]);
        }
    })?;
    stage.begun().await?;
    stage.until_nothing_goes_on().await;
    let asked = stage.brain.calls().len();
    assert!(asked > 1, "something was begun");
    let next = stage.says("make it more dynamic").await?;
    assert!(next["data"]["changed"][0]["code"].as_str().is_some_and(|code| code.contains("Slide")), "{next}");
    assert_eq!((&next["calls"], stage.brain.calls().len()), (&json!({}), asked), "nobody was asked again");
    Ok(())
}

#[tokio::test]
async fn who_goes_on_ends_what_was_begun() -> Tested {
    let stage = Stage::with(Speculation::On, |brain| brain.add([Step::Hang]))?;
    stage.begun().await?;
    assert_eq!(stage.going(), 1);
    stage.says("title card 'Moss'").await?;
    assert_eq!(stage.going(), 0);
    Ok(())
}

#[tokio::test]
async fn nothing_is_begun_where_that_is_off() -> Tested {
    let stage = Stage::with(Speculation::Off, |_| {})?;
    stage.begun().await?;
    assert_eq!((stage.going(), stage.brain.calls().len()), (0, 1));
    Ok(())
}
