//! What the service is held against: an axum handler that does nothing but serialise the answer that it was given.
//!
//! Usage: `bare ANSWER.json`. It says where it listens, and answers until it is ended.

use std::error::Error;
use std::fs;
use std::sync::Arc;

use axum::response::IntoResponse;
use axum::routing::post;
use axum::{Json, Router};
use serde_json::Value;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("expected the file of an answer")?;
    let answer: Arc<Value> = Arc::new(serde_json::from_slice(&fs::read(file)?)?);
    // It reads what it is asked, as any handler has to, and looks at nothing of it.
    let handler = move |_: Json<Value>| {
        let answer = Arc::clone(&answer);
        async move { Json(answer.as_ref()).into_response() }
    };
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    anstream::eprintln!("listening at http://{}", listener.local_addr()?);
    axum::serve(listener, Router::new().route("/v1/generate", post(handler))).await?;
    Ok(())
}
