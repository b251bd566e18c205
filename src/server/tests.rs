//! The service as its clients see it, without a network between.

use std::io::{Read, Write};
use std::net::TcpStream;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request as Asked, StatusCode};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::*;
use crate::assets::Assets;
use crate::engine::Engine;
use crate::engine::brand::Brand;
use crate::store::project::MemoryProjects;

type Tested = Result<(), Box<dyn std::error::Error>>;

/// A service with nothing in it.
struct Client(Router);

/// What came back.
struct Came {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Client {
    fn with(settings: Settings) -> Result<Self, Box<dyn std::error::Error>> {
        let engines = Engines::Fixed(Engine::embedded()?.into());
        let brand = Brand::load(&Assets::embedded())?;
        let store = std::sync::Arc::new(MemoryProjects::new());
        Ok(Self(router(&Service::new(engines, (brand, store), None, settings))))
    }

    fn new() -> Result<Self, Box<dyn std::error::Error>> {
        Self::with(Settings::default())
    }

    async fn send(&self, asked: Asked<Body>) -> Result<Came, Box<dyn std::error::Error>> {
        let response = self.0.clone().oneshot(asked).await?;
        let (status, headers) = (response.status(), response.headers().clone());
        let text = String::from_utf8(to_bytes(response.into_body(), usize::MAX).await?.to_vec())?;
        Ok(Came { status, headers, text })
    }

    async fn ask(&self, method: Method, path: &str, body: &Value) -> Result<Came, Box<dyn std::error::Error>> {
        let asked = Asked::builder().method(method).uri(path).header("content-type", "application/json");
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        self.send(asked.body(body)?).await
    }

    async fn get(&self, path: &str) -> Result<Came, Box<dyn std::error::Error>> {
        self.ask(Method::GET, path, &Value::Null).await
    }

    async fn post(&self, path: &str, body: Value) -> Result<Came, Box<dyn std::error::Error>> {
        self.ask(Method::POST, path, &body).await
    }
}

impl Came {
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }
}

const TITLE: &str = "title card 'Moss' in teal, 4 seconds";

#[tokio::test]
async fn a_request_becomes_a_scene() -> Tested {
    let client = Client::new()?;
    let came = client.post("/v1/generate", json!({"prompt": TITLE, "format": "portrait"})).await?;
    let reply = came.json();
    assert_eq!((came.status, reply["operation"].as_str()), (StatusCode::OK, Some("generate")), "{}", came.text);
    let scene = &reply["data"]["scenes"][0];
    assert_eq!(scene["params"], json!({"title": "Moss", "accent": "teal", "duration": 4, "format": "portrait"}));
    assert!(scene["code"].as_str().is_some_and(|code| code.contains("export default function")));
    assert!(reply["stages"]["route"].as_f64().is_some_and(|micros| micros > 0.0));
    assert_eq!(came.headers["x-request-id"], reply["request"].as_str().unwrap_or_default());
    let refused =
        client.post("/v1/generate", json!({"prompt": "a penguin that skates over a frozen lake"})).await?.json();
    assert!(refused["data"]["scenes"] == json!([]) && !refused["suggestions"].as_array().is_none_or(Vec::is_empty));
    Ok(())
}

#[tokio::test]
async fn events_come_in_order_and_end_once() -> Tested {
    let client = Client::new()?;
    let asked =
        Asked::post("/v1/generate").header("content-type", "application/json").header("accept", "text/event-stream");
    let came = client.send(asked.body(Body::from(json!({"prompt": TITLE}).to_string()))?).await?;
    let names: Vec<&str> = came.text.lines().filter_map(|line| line.strip_prefix("event: ")).collect();
    assert_eq!(names, ["stage", "stage", "stage", "scene", "done"], "{}", came.text);
    Ok(())
}

#[tokio::test]
async fn a_project_is_made_talked_about_and_taken_back() -> Tested {
    let client = Client::new()?;
    let made = client.post("/v1/projects", json!({"name": "film"})).await?;
    let project = made.json()["data"]["project"]["id"].as_str().unwrap_or_default().to_owned();
    assert_eq!(made.status, StatusCode::CREATED);
    let path = |rest: &str| format!("/v1/projects/{project}{rest}");
    let added = client.post(&path("/messages"), json!({"prompt": TITLE})).await?.json();
    assert_eq!((added["revision"].as_u64(), added["affected"].as_array().map(Vec::len)), (Some(1), Some(2)), "{added}");
    let changed = client.post(&path("/messages"), json!({"prompt": "make the background navy"})).await?.json();
    assert_eq!(changed["data"]["told"][0]["param"], "background", "{changed}");
    let patched =
        client.ask(Method::PATCH, &path("/scenes/1"), &json!({"title": "Fern", "accent": null})).await?.json();
    assert_eq!(patched["revision"], 3, "{patched}");
    let scene = client.get(&path("/scenes/1")).await?.json();
    assert!(scene["data"]["code"].as_str().is_some_and(|code| code.contains("'Fern'")), "{scene}");
    let undone = client.post(&path("/undo"), Value::Null).await?.json();
    let params = &undone["data"]["project"]["scenes"][0]["content"]["template"]["params"];
    assert_eq!((&params["title"], &params["accent"]), (&json!("Moss"), &json!("teal")));
    let redone = client.post(&path("/redo"), Value::Null).await?.json();
    assert_eq!(redone["data"]["project"]["scenes"][0]["content"]["template"]["params"]["title"], "Fern");
    let moved = client.post(&path("/operations"), json!([{"op": "trim", "scene": 1, "seconds": 2}])).await?.json();
    assert_eq!(moved["data"]["project"]["scenes"][0]["frames"], 60);
    let history = client.get("/v1/projects/film/history?count=2").await?.json();
    assert_eq!(history["data"]["revisions"].as_array().map(Vec::len), Some(2), "a name serves as well as an id");
    assert_eq!(client.ask(Method::DELETE, &path(""), &Value::Null).await?.status, StatusCode::OK);
    assert_eq!(client.get("/v1/projects").await?.json()["data"]["projects"], json!([]));
    Ok(())
}

#[tokio::test]
async fn the_same_key_does_nothing_more() -> Tested {
    let client = Client::new()?;
    client.post("/v1/projects", json!({"name": "film"})).await?;
    let asked = || {
        let asked = Asked::post("/v1/projects/film/messages").header("content-type", "application/json");
        asked.header("idempotency-key", "one").body(Body::from(json!({"prompt": TITLE}).to_string()))
    };
    client.send(asked()?).await?;
    let again = client.send(asked()?).await?.json();
    assert_eq!(
        (again["revision"].as_u64(), again["data"]["project"]["scenes"].as_array().map(Vec::len)),
        (Some(1), Some(1))
    );
    Ok(())
}

#[tokio::test]
async fn what_is_wrong_is_a_problem() -> Tested {
    let client = Client::new()?;
    for (method, path, body, status, code) in [
        (Method::POST, "/v1/generate", json!({"prompt": ""}), 422, "request"),
        (Method::POST, "/v1/generate", json!({"prompt": "x", "colour": "red"}), 422, "body"),
        (Method::POST, "/v1/generate", json!({"prompt": "title 'x'", "pictures": ["nothing"]}), 404, "not-found"),
        (Method::GET, "/v1/templates/nothing", Value::Null, 404, "not-found"),
        (Method::GET, "/v1/projects/nothing", Value::Null, 404, "not-found"),
        (Method::POST, "/v1/projects/nothing/undo", Value::Null, 404, "not-found"),
        (Method::GET, "/v1/assets/nothing", Value::Null, 404, "not-found"),
        (Method::GET, "/nothing", Value::Null, 404, "not-found"),
        (Method::DELETE, "/v1/generate", Value::Null, 405, "method"),
    ] {
        let came = client.ask(method, path, &body).await?;
        let problem = came.json();
        assert_eq!((came.status.as_u16(), problem["code"].as_str()), (status, Some(code)), "{path}: {}", came.text);
        assert_eq!(came.headers["content-type"], "application/problem+json", "{path}");
        assert_eq!(came.headers["x-request-id"], problem["instance"].as_str().unwrap_or_default(), "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn who_may_not_is_told_before_anything_is_looked_at() -> Tested {
    let token = Token::new("0123456789abcdef").ok_or("a token")?;
    let guarded = Client::with(Settings { token: Some(token), ..Settings::default() })?;
    let status = async |client: &Client, path: &str, header: (&str, &str)| {
        let asked = Asked::get(path).header(header.0, header.1).body(Body::empty())?;
        Ok::<_, Box<dyn std::error::Error>>(client.send(asked).await?.status.as_u16())
    };
    for (path, value, expected) in [
        ("/v1/templates", "Bearer 0123456789abcdef", 200),
        ("/v1/templates", "Bearer 0123456789abcdee", 401),
        ("/v1/templates", "Bearer 0123456789abcdef0", 401),
        ("/v1/templates", "0123456789abcdef", 401),
        ("/nothing", "Bearer no", 401),
        ("/metrics", "Bearer no", 401),
        ("/healthz", "Bearer no", 200),
    ] {
        assert_eq!(status(&guarded, path, ("authorization", value)).await?, expected, "{path} {value}");
    }
    let local = Client::new()?;
    assert_eq!(status(&local, "/v1/templates", ("host", "evil.example.com")).await?, 403);
    assert_eq!(status(&local, "/v1/templates", ("host", "localhost:4000")).await?, 200);
    assert!(format!("{:?}", Token::new("0123456789abcdef")).contains('…'), "a token is never shown");
    Ok(())
}

#[tokio::test]
async fn other_pages_may_read_nothing_unless_they_are_named() -> Tested {
    let asked = || Asked::get("/v1/templates").header("origin", "https://a.example.com").body(Body::empty());
    assert!(!Client::new()?.send(asked()?).await?.headers.contains_key("access-control-allow-origin"));
    let named = Settings { origins: vec![HeaderValue::from_static("https://a.example.com")], ..Settings::default() };
    let came = Client::with(named)?.send(asked()?).await?;
    assert_eq!(came.headers["access-control-allow-origin"], "https://a.example.com");
    Ok(())
}

#[tokio::test]
async fn pictures_are_taken_in_and_shown() -> Tested {
    let client = Client::new()?;
    let png = [b"\x89PNG\r\n\x1a\n".as_slice(), &[0; 32]].concat();
    let came = client.send(Asked::post("/v1/assets?name=moss.png").body(Body::from(png))?).await?;
    let id = came.json()["data"]["asset"]["id"].as_str().unwrap_or_default().to_owned();
    assert_eq!(came.status, StatusCode::CREATED, "{}", came.text);
    let scene =
        client.post("/v1/generate", json!({"prompt": "show this picture full screen", "pictures": [id]})).await?;
    assert!(scene.text.contains("data:image/png;base64,"), "{}", scene.text);
    let wrong = client.send(Asked::post("/v1/assets").body(Body::from("no picture"))?).await?;
    assert_eq!(wrong.json()["code"], "request");
    Ok(())
}

#[tokio::test]
async fn what_can_be_asked_is_described_and_counted() -> Tested {
    let client = Client::new()?;
    let description = client.get("/openapi.json").await?.json();
    assert_eq!(description["openapi"].as_str().map(|version| &version[..3]), Some("3.1"));
    let paths: Vec<&String> = description["paths"].as_object().into_iter().flatten().map(|(path, _)| path).collect();
    assert!(paths.len() >= 15, "{paths:?}");
    client.post("/v1/generate", json!({"prompt": TITLE})).await?;
    let metrics = client.get("/metrics").await?.text;
    for line in [
        "firstframe_operations_total{operation=\"generate\",outcome=\"done\"} 1",
        "firstframe_templates_total{template=\"title-card\"} 1",
        "firstframe_ways_total{way=\"template\"} 1",
    ] {
        assert!(metrics.contains(line), "{line} is not in\n{metrics}");
    }
    assert!(!metrics.contains("Moss"));
    assert_eq!(client.get("/readyz").await?.text, "ready\n");
    Ok(())
}

#[tokio::test]
async fn nobody_listens_to_others_without_a_token() -> Tested {
    let engines = Engines::Fixed(Engine::embedded()?.into());
    let store = std::sync::Arc::new(MemoryProjects::new());
    let service = Service::new(engines, (Brand::load(&Assets::embedded())?, store), None, Settings::default());
    let refused = listen(service.clone(), "0.0.0.0:0".parse()?).await;
    assert!(refused.is_err_and(|error| error.to_string().contains("FIRSTFRAME_TOKEN")));
    let listening = listen(service, "127.0.0.1:0".parse()?).await?;
    let address = listening.address;
    let (enough, stop) = tokio::sync::oneshot::channel::<()>();
    let served = tokio::spawn(listening.until(async move { stop.await.unwrap_or_default() }));
    let asked = tokio::task::spawn_blocking(move || -> std::io::Result<String> {
        let (mut connection, mut text) = (TcpStream::connect(address)?, String::new());
        connection.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
        connection.read_to_string(&mut text)?;
        Ok(text)
    });
    let text = asked.await??;
    assert!(text.starts_with("HTTP/1.1 200 OK") && text.ends_with("ok\n"), "{text}");
    enough.send(()).map_err(|()| "nobody waits")?;
    served.await?;
    Ok(())
}

#[tokio::test]
async fn a_preview_shows_what_would_come_and_writes_nothing() -> Tested {
    let client = Client::new()?;
    let first = client.post("/v1/preview", json!({"prompt": TITLE})).await?.json();
    let clip = &first["data"]["clips"][0];
    assert_eq!((clip["template"].as_str(), clip["number"].as_u64()), (Some("title-card"), Some(1)), "{first}");
    let code = clip["playable"]["modules"][0]["javascript"].as_str().unwrap_or_default();
    assert!(code.contains("react/jsx-runtime") && !code.contains("type Props"), "{code}");
    let title = clip["controls"].as_array().into_iter().flatten().find(|control| control["name"] == "title");
    assert_eq!(title.map(|title| (&title["value"], &title["given"])), Some((&json!("Moss"), &json!(true))));

    client.post("/v1/projects", json!({"name": "film"})).await?;
    client.post("/v1/projects/film/messages", json!({"prompt": TITLE})).await?;
    for ask in [
        json!({"project": "film", "prompt": "change the title to Fern"}),
        json!({"project": "film", "operations": [{"op": "set", "scene": 1, "param": "title", "value": "Fern"}]}),
    ] {
        let tried = client.post("/v1/preview", ask).await?.json();
        assert_eq!(tried["data"]["clips"][0]["params"]["title"], "Fern", "{tried}");
        assert_eq!((&tried["revision"], &tried["data"]["needsModels"]), (&Value::Null, &json!(false)));
    }
    let kept = client.get("/v1/projects/film/scenes/1").await?.json();
    assert_eq!((&kept["revision"], &kept["data"]["clip"]["params"]["title"]), (&json!(1), &json!("Moss")));
    let neither = client.post("/v1/preview", json!({"project": "film"})).await?;
    assert_eq!(neither.status, StatusCode::UNPROCESSABLE_ENTITY);
    Ok(())
}

#[tokio::test]
async fn a_film_comes_as_modules_that_a_player_takes() -> Tested {
    let client = Client::new()?;
    client.post("/v1/projects", json!({"name": "film"})).await?;
    let empty = client.get("/v1/projects/film/film").await?.json();
    assert_eq!((&empty["data"]["film"], &empty["data"]["cues"]), (&Value::Null, &json!([])));
    for prompt in [TITLE, "counter from 0 to 500", "add a fade between scenes 1 and 2"] {
        client.post("/v1/projects/film/messages", json!({"prompt": prompt})).await?;
    }
    let film = client.get("/v1/projects/film/film").await?.json();
    let modules = film["data"]["film"]["modules"].as_array().cloned().unwrap_or_default();
    let paths: Vec<&str> = modules.iter().filter_map(|module| module["path"].as_str()).collect();
    assert_eq!(paths, ["scenes/Counter.tsx", "scenes/TitleCard.tsx", "Film.tsx"]);
    assert_eq!(film["data"]["film"]["entry"], "Film.tsx");
    assert_eq!(film["data"]["cues"][1]["transition"]["kind"], "fade", "{film}");
    Ok(())
}

#[tokio::test]
async fn hand_edits_are_checked_and_kept() -> Tested {
    let client = Client::new()?;
    client.post("/v1/projects", json!({"name": "film"})).await?;
    client.post("/v1/projects/film/messages", json!({"prompt": TITLE})).await?;
    let path = "/v1/projects/film/scenes/1/code";
    let bad = client.ask(Method::PUT, path, &json!({"code": "export default function A() { fetch('x') }"})).await?;
    assert_eq!((bad.status, bad.json()["code"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("scene")));
    let compiled =
        client.post("/v1/compile", json!({"code": "export default function A() { fetch('é') }"})).await?.json();
    let finding = &compiled["data"]["findings"][0];
    assert_eq!(
        (&finding["from"], &finding["to"]),
        (&json!({"line": 1, "column": 31}), &json!({"line": 1, "column": 36}))
    );
    let code =
        client.get("/v1/projects/film/scenes/1").await?.json()["data"]["code"].as_str().unwrap_or_default().to_owned();
    let mended = code.replace("title: 'Moss'", "title: 'Fern'");
    let kept = client.ask(Method::PUT, path, &json!({"code": mended})).await?;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.text);
    client.post("/v1/projects/film/messages", json!({"prompt": "change the title to Reed"})).await?;
    let now = client.get("/v1/projects/film/scenes/1").await?.json();
    assert_eq!(
        (&now["data"]["clip"]["template"], &now["data"]["clip"]["params"]["title"]),
        (&Value::Null, &json!("Reed"))
    );
    Ok(())
}

#[tokio::test]
async fn the_page_is_served_and_says_how_to_build_it() -> Tested {
    let none = Client::new()?.get("/").await?;
    assert!(none.status == StatusCode::OK && none.text.contains("make studio"));
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("index.html"), "<p>page")?;
    std::fs::write(folder.path().join("frame.html"), "<p>frame")?;
    std::fs::write(folder.path().join("page-1.js"), "1")?;
    let settings = Settings {
        studio: Some(folder.path().to_owned()),
        token: Token::new("0123456789abcdef"),
        ..Settings::default()
    };
    let client = Client::with(settings)?;
    for (path, text, policy) in
        [("/", "<p>page", "connect-src 'self'"), ("/studio/frame.html", "<p>frame", "connect-src 'none'")]
    {
        let came = client.get(path).await?;
        assert_eq!((came.status, came.text.as_str()), (StatusCode::OK, text));
        assert!(came.headers["content-security-policy"].to_str()?.contains(policy), "{path}");
    }
    let script = client.get("/studio/page-1.js").await?;
    assert!(script.status == StatusCode::OK && script.headers["cache-control"].to_str()?.contains("immutable"));
    assert_eq!(client.get("/studio/../../Cargo.toml").await?.status, StatusCode::NOT_FOUND);
    assert_eq!(client.get("/v1/projects").await?.status, StatusCode::UNAUTHORIZED);
    Ok(())
}
