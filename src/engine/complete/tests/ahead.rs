//! Scenes that are begun before they are known to be wanted.

use super::*;

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

/// Several scenes, of which a template nearly shows the last.
const SCRIPT: &str = "1) typewriter: Dear passengers,\n2) timeline 08:15 Departs / 09:40 Lunch on deck / 11:05 Arrives\n\
                      3) checklist Ticket; Sunscreen; Camera\nocean theme for all";

#[tokio::test(start_paused = true)]
async fn nothing_is_begun_ahead_for_parts_of_scripts_and_beside_other_scenes() -> Result<()> {
    let stage = Stage::of(Policy::default(), slow(&scene("at-once")))?;
    let code = Made::Code { code: CODE.to_owned(), manifest: Json::Null };
    let project = vec![ProjectScene { name: "Penguin".to_owned(), origin: code, params: serde_json::Map::new() }];
    let beside = "add another counter from 0 to 500 with a penguin beside it that grows";
    let requests = [Request::new(beside)?.with_project(project), Request::new(SCRIPT)?];
    for request in requests {
        let plan = stage.engine.route(&request).plan;
        assert!(plan.iter().any(|step| matches!(step, Step::Model { partial: Some(_), .. })), "{plan:?}");
        let stage = Stage::of(Policy::default(), slow(&scene("at-once")))?;
        let made = stage.play(&request).await.made?;
        assert!(made.calls.ahead.is_empty(), "{}", request.prompt());
    }
    Ok(())
}
