//! What the small model is asked: exactly the parameters that a request leaves open, and never one that was read.

use std::error::Error;
use std::fs;
use std::sync::Arc;
use std::time::SystemTime;

use firstframe::assets::Assets;
use firstframe::engine::Engine;
use firstframe::llm::{Role, ScriptedModel};
use firstframe::pipeline::{Asker, Pipeline, Policy, Prompts, Roles};
use firstframe::request::Request;
use firstframe::route::Step;
use firstframe::store::cache::{Answers, Limits, MemoryCache};
use firstframe::tsx::Form;
use serde_json::Value;

/// The least share of labelled requests of which exactly the open parameters are asked for.
const FLOOR: f64 = 0.80;

#[tokio::test]
async fn the_schema_asks_for_what_is_open() -> Result<(), Box<dyn Error>> {
    let engine = Engine::embedded()?;
    let text = fs::read_to_string("tests/requests/dev_fill.jsonl")?;
    let (mut right, mut wrong, mut count) = (0, Vec::new(), 0.0);
    for line in text.lines() {
        let line: Value = serde_json::from_str(line)?;
        let prompt = line["prompt"].as_str().unwrap_or_default();
        let request = Request::new(prompt)?.with_attachments(attachments(&line));
        let asked = asked(&engine, &request).await?;
        for step in engine.route(&request).plan {
            if let Step::Add { fit, .. } = step {
                let read: Vec<&String> = asked.iter().filter(|name| fit.params().get(name).is_some()).collect();
                assert!(read.is_empty(), "{prompt}: {read:?} was read, and is asked for");
            }
        }
        count += 1.0;
        if is_exactly(&line["ask"], asked.clone()) { right += 1 } else { wrong.push(format!("{prompt}: {asked:?}")) }
    }
    assert!(f64::from(right) >= FLOOR * count, "{right} of {count} are right; these are not:\n{}", wrong.join("\n"));
    Ok(())
}

fn attachments(line: &Value) -> Vec<String> {
    line["attachments"].as_array().into_iter().flatten().filter_map(|name| Some(name.as_str()?.to_owned())).collect()
}

/// The parameters in the schema that the model is sent, which answers nothing.
async fn asked(engine: &Engine, request: &Request) -> Result<Vec<String>, Box<dyn Error>> {
    let model = Arc::new(ScriptedModel::new("fill"));
    let pipeline = Arc::new(Pipeline {
        roles: Roles::none().with(Role::Fill, model.clone()),
        prompts: Prompts::load(&Assets::embedded(), engine.library())?,
        answers: Answers::new(Arc::new(MemoryCache::new(Limits::default()))),
        policy: Policy::default(),
        spending: None,
    });
    let asker = Asker::local(Form::Module, SystemTime::UNIX_EPOCH);
    engine.create(request, (Some(&pipeline), asker), &mut ()).await?;
    let schemas = model.calls().into_iter().filter_map(|call| Some(call.schema()?.json["properties"].clone()));
    Ok(schemas
        .filter_map(|properties| properties.as_object().cloned())
        .flat_map(|object| object.into_iter().map(|(name, _)| name))
        .collect())
}

/// Whether these are exactly the parameters that are open; a list holds alternatives, one or more of them.
fn is_exactly(open: &Value, mut asked: Vec<String>) -> bool {
    for wanted in open.as_array().into_iter().flatten() {
        let names: Vec<&str> = match wanted {
            Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
            name => name.as_str().into_iter().collect(),
        };
        let before = asked.len();
        asked.retain(|name| !names.contains(&name.as_str()));
        if asked.len() == before {
            return false;
        }
    }
    asked.is_empty()
}
