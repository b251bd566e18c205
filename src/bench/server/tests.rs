use std::io::{Read, Write};
use std::time::Duration;

use serde_json::json;

use super::super::models;
use super::super::script::Script;
use super::super::work::Pause;
use super::*;
use crate::assets;
use crate::llm::{Call, Catalogue, Delta, Hedging, Message, Models, Role, Schema};

/// A lane at a thousandth of the times, with a script.
fn lane(server: &Server, told: Told) -> (Arc<Lane>, String) {
    let (lane, address) = server.lane(Lane::new(&server.shared.assumptions, (1000.0, 1), told));
    let wishes = json!({"title": "A"}).as_object().cloned().unwrap_or_default();
    let scene = "export default function A() {\n  return null;\n}\n".repeat(60);
    lane.begin("a", &Arc::new(Script { scene, wishes, plans: Vec::new() }));
    (lane, address)
}

fn server() -> Server {
    Server::start(&Arc::new(Assumptions::built_in().expect("no mistakes"))).expect("a server")
}

fn ours(address: &str) -> Models {
    models::ours(&Catalogue::read(&assets::embedded_models()).expect("no mistakes"), address, Hedging::Off)
}

fn call(role: Role) -> Call {
    let deadline = tokio::time::Instant::now() + Duration::from_mins(1);
    Call::new(role, Message::user("a title"), deadline).with_kept_system("rules ".repeat(4000))
}

#[tokio::test]
async fn code_is_streamed_in_its_time() -> Result<()> {
    let server = server();
    let (lane, address) = lane(&server, Told::Counted);
    let model = ours(&address).role(Role::Code)?;
    let begun = Instant::now();
    let mut deltas = model.stream(&call(Role::Code)).await?;
    let first = begun.elapsed();
    let (mut pieces, mut text, mut usage) = (0, String::new(), None);
    while let Some(delta) = deltas.advance().await {
        match delta? {
            Delta::Text(more) => (pieces, text) = (pieces + 1, text + &more),
            Delta::End(end) => usage = end.usage,
        }
    }
    let total = begun.elapsed();
    let waits = lane.end().await;
    assert!(first < total && total >= Duration::from_millis(35), "{first:?} {total:?}");
    assert!(pieces > 10 && text.starts_with("```tsx\nexport default"), "{pieces}");
    let [Wait { from, until, call: Some(billed) }] = waits.as_slice() else { panic!("{waits:?}") };
    assert!((35..=50).contains(&(*until - *from).as_millis()) && billed.is_whole);
    assert_eq!(usage, Some(billed.usage), "what is told is what is billed");
    assert_eq!(usage.map(|usage| (usage.cache_write, usage.cache_read)), Some((6_001, 0)));
    Ok(())
}

#[tokio::test]
async fn json_fits_what_was_sent_and_kept_prompts_are_read() -> Result<()> {
    let server = server();
    let (lane, address) = lane(&server, Told::Counted);
    let schema = json!({"type": "object", "properties": {"title": {"type": "string"}, "size": {"type": "number"}}});
    let fill = || call(Role::Fill).with_schema(Schema { name: "p".to_owned(), json: schema.clone() });
    let model = ours(&address).role(Role::Fill)?;
    for kept in [0, 6_001] {
        let reply = model.reply(&fill()).await?;
        assert_eq!(reply.json()?, json!({"title": "A", "size": 1.0}));
        assert_eq!(reply.end.usage.map(|usage| usage.cache_read), Some(kept));
    }
    assert_eq!(lane.end().await.len(), 2);
    Ok(())
}

#[tokio::test]
async fn the_former_pipeline_costs_what_is_assumed() -> Result<()> {
    let server = server();
    let (lane, address) = lane(&server, Told::Assumed);
    let models = models::former(&server.shared.assumptions, &address)?;
    lane.pause(Pause::Storage).await;
    for model in models.values() {
        let usage = model.reply(&call(Role::Brain)).await?.end.usage;
        assert!(usage.is_some_and(|usage| usage.input >= 1000 && usage.output >= 500), "{usage:?}");
    }
    let waits = lane.end().await;
    assert_eq!(waits.len(), models.len() + 1);
    assert!(waits.iter().all(|wait| wait.call.is_none_or(|call| call.is_whole)));
    Ok(())
}

#[tokio::test]
async fn what_is_dropped_ends_at_once_and_is_billed_as_far_as_it_came() -> Result<()> {
    let server = server();
    let (lane, address) = lane(&server, Told::Counted);
    let mut deltas = ours(&address).role(Role::Code)?.stream(&call(Role::Code)).await?;
    let _ = deltas.advance().await;
    tokio::time::sleep(Duration::from_millis(10)).await;
    drop(deltas);
    let dropped = Instant::now();
    let waits = lane.end().await;
    let [Wait { until, call: Some(billed), .. }] = waits.as_slice() else { panic!("{waits:?}") };
    assert!(!billed.is_whole && billed.usage.output > 0 && billed.usage.output < 1500, "{billed:?}");
    assert!(until.saturating_duration_since(dropped) < Duration::from_millis(20));
    Ok(())
}

#[test]
fn what_is_no_call_is_refused() -> std::io::Result<()> {
    let server = server();
    let (_, address) = lane(&server, Told::Counted);
    let host = address.trim_start_matches("http://").trim_end_matches("/0");
    for (path, body, status) in [
        ("/9/chat/completions", "{}", "404"),
        ("/0/sing", "{}", "404"),
        ("/0/chat/completions", "{", "400"),
        ("/0/chat/completions", "{\"model\": \"gpt\", \"messages\": []}", "400"),
    ] {
        let mut stream = std::net::TcpStream::connect(host)?;
        let length = body.len();
        write!(
            stream,
            "POST {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        assert_eq!(answer.split(' ').nth(1), Some(status), "{path}");
    }
    Ok(())
}
