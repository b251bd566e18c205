//! `serve`: the engine over HTTP.

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::Arc;

use anstream::eprintln;
use axum::http::HeaderValue;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::args::ModelArgs;
use super::output::{GOOD, QUIET, STRONG};
use super::pipeline::{Places, pipeline};
use super::project::Place;
use super::{Outcome, assets, output};
use crate::config;
use crate::engine::brand::Brand;
use crate::engine::{Engine, Live, Reload};
use crate::error::{Error, ErrorKind, Result};
use crate::server::{Engines, Limits, Log, Prompts, Service, Settings, Token, listen};
use crate::store::project::SqliteProjects;

const HELP: &str = "\
It listens on this machine alone. To let others in, set a token in FIRSTFRAME_TOKEN (16 characters or more), which every
request then has to show (`Authorization: Bearer …`), and name an address with --host. What can be asked is described at
/openapi.json. With --assets DIR, templates and patterns are taken up at every save. Ctrl-C ends it within ten seconds.

Examples:
  firstframe serve
  firstframe serve --port 8080 --origin https://studio.example.com
  FIRSTFRAME_TOKEN=$(openssl rand -hex 16) firstframe serve --host 0.0.0.0
  curl -s localhost:4000/v1/generate -H 'content-type: application/json' -d '{\"prompt\": \"counter from 0 to 500\"}'";

#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(super) struct Serve {
    /// The port; 0 takes any that is free
    #[arg(long, default_value = "4000")]
    port: u16,

    /// The address; others than those of this machine need a token
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: IpAddr,

    /// How many requests a second each client may make, and twice as many at once; 0 for as many as they like
    #[arg(long, value_name = "N", default_value = "200")]
    rate: u32,

    /// What is written to standard error about each request: lines for people, JSON, or nothing
    #[arg(long, value_name = "KIND", default_value = "text", value_parser = logs())]
    log: Log,

    /// Writes into the log what people ask, which is left out otherwise
    #[arg(long)]
    log_prompts: bool,

    /// An origin whose pages may read the answers; may be given several times
    #[arg(long = "origin", value_name = "ORIGIN", value_parser = origin)]
    origins: Vec<HeaderValue>,

    /// The folder with the built studio page
    #[arg(long, value_name = "DIR", default_value = "studio/dist")]
    studio: PathBuf,

    #[command(flatten)]
    models: ModelArgs,
}

/// Answers until it is told to stop.
pub(super) fn run(places: Places<'_>, args: &Serve) -> Result<Outcome> {
    args.log.begin();
    let settings = settings(args)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| {
        Error::new(ErrorKind::File, "the system has no room for more threads: close other programs").because(error)
    })?;
    runtime.block_on(async {
        let brand = Brand::load(&assets(places.assets)?)?;
        let engines = engines(places)?;
        let models = pipeline(&current(&engines), places, &args.models)?;
        let store = SqliteProjects::open(Place::of(places.data)?.folder()).await?;
        let service = Service::new(engines, (brand, Arc::new(store)), models, settings);
        let listening = listen(service.clone(), SocketAddr::new(args.host, args.port)).await?;
        tell(args.log, listening.address, &service);
        listening.until(told_to_stop()).await;
        service.store().close().await
    })?;
    Ok(Outcome::Done)
}

/// Says where it listens.
fn tell(log: Log, address: SocketAddr, service: &Service) {
    let with_models = service.models().is_some();
    if log == Log::Json {
        tracing::info!(target: "firstframe::service", %address, with_models, "listening");
        return;
    }
    let what = if with_models { "" } else { ", without models" };
    eprintln!("{GOOD}✓{GOOD:#} listening at {STRONG}http://{address}{STRONG:#}{QUIET}{what}{QUIET:#}");
}

fn settings(args: &Serve) -> Result<Settings> {
    let limits = Limits { rate: NonZeroU32::new(args.rate), ..Limits::default() };
    let prompts = if args.log_prompts { Prompts::Logged } else { Prompts::Hidden };
    let studio = Some(args.studio.clone());
    Ok(Settings { token: token()?, origins: args.origins.clone(), studio, limits, prompts })
}

fn token() -> Result<Option<Token>> {
    let Some(text) = config::token() else { return Ok(None) };
    let wrong = || {
        let message = format!("expected `FIRSTFRAME_TOKEN` to have at least {} characters and no spaces", Token::LEAST);
        Error::new(ErrorKind::Request, message)
    };
    Token::new(&text).ok_or_else(wrong).map(Some)
}

/// The engine that is built in, or the one of a folder, which is followed.
fn engines(places: Places<'_>) -> Result<Engines> {
    let seen = assets(places.assets)?;
    let first = Engine::load(&seen)?;
    Ok(match places.assets {
        Some(folder) => Engines::Following(Live::watch(folder, seen, first, told)?),
        None => Engines::Fixed(Arc::new(first)),
    })
}

fn current(engines: &Engines) -> Arc<Engine> {
    match engines {
        Engines::Fixed(engine) => Arc::clone(engine),
        Engines::Following(live) => live.engine(),
    }
}

fn told(reload: Reload) {
    match reload {
        Reload::Taken { took, .. } => eprintln!("{GOOD}✓{GOOD:#} took up what has changed {QUIET}{took:?}{QUIET:#}"),
        Reload::Refused { error, .. } => {
            super::show_error(&error);
            output::warn(Some("the files before stay in use"));
        }
    }
}

/// Ctrl-C, or what a system sends to end a program.
async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminated) = signal(SignalKind::terminate()) else {
            _ = interrupted.await;
            return;
        };
        tokio::select! {
            _ = interrupted => {}
            _ = terminated.recv() => {}
        }
    }
    #[cfg(not(unix))]
    {
        _ = interrupted.await;
    }
}

/// Reads what is to be logged; clap says what there is if it is none of it.
fn logs() -> impl TypedValueParser<Value = Log> {
    PossibleValuesParser::new(["json", "text", "off"]).map(|name| match name.as_str() {
        "json" => Log::Json,
        "text" => Log::Text,
        _ => Log::Off,
    })
}

/// Reads an origin.
fn origin(text: &str) -> std::result::Result<HeaderValue, String> {
    let is_origin = text
        .split_once("://")
        .is_some_and(|(scheme, host)| matches!(scheme, "http" | "https") && !host.is_empty() && !host.contains('/'));
    let value = is_origin.then(|| HeaderValue::from_str(text).ok()).flatten();
    value.ok_or_else(|| "expected an origin such as `https://studio.example.com`, without a path".to_owned())
}
