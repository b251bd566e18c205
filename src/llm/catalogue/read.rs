//! Reading the file, strictly.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value};

use super::super::address::address;
use super::super::protocol::Protocol;
use super::super::{Limits, Price, Role};
use super::secret::is_variable;
use super::{Catalogue, ModelSpec, ProviderSpec, RoleSpec, Structured};
use crate::diagnostic::{Diagnostic, Source};
use crate::yaml::{self, Entry, Fields, Mistakes, Node};

/// The most that providers let a model write.
const MOST_TOKENS: f64 = 1_000_000.0;

/// A millisecond to an hour.
const TIMES: std::ops::RangeInclusive<f64> = 0.001..=3600.0;

/// What a request says by other means, and `extra` may not.
const TAKEN: [&str; 10] = [
    "model",
    "messages",
    "system",
    "stream",
    "stream_options",
    "max_tokens",
    "max_completion_tokens",
    "temperature",
    "response_format",
    "output_config",
];

pub(super) fn read(source: &Source) -> Result<Catalogue, Vec<Diagnostic>> {
    yaml::read(source, |root, mistakes| {
        let mut fields = root.fields(mistakes)?;
        let providers = fields.need("providers", mistakes).map(|node| named(node, mistakes, provider));
        let providers = providers.unwrap_or_default();
        let models = fields.need("models", mistakes);
        let models = models.map(|node| named(node, mistakes, |entry, mistakes| model(entry, &providers, mistakes)));
        let models = models.unwrap_or_default();
        let roles = fields.need("roles", mistakes).and_then(|node| roles(node, &models, mistakes));
        fields.finish(mistakes);
        let (providers, models) = (providers.into_iter().filter_map(|(_, read)| read), models.into_iter());
        let models = models.filter_map(|(_, read)| read).collect();
        Some(Catalogue { providers: providers.collect(), models, roles: roles? })
    })
}

/// What was read under names, or nothing where there were mistakes: the names are known all the same.
type Named<T> = Vec<(String, Option<Arc<T>>)>;

/// The entries of a mapping with free names, each read by a function.
fn named<T>(
    node: &Node<'_>,
    mistakes: &mut Mistakes,
    mut read: impl FnMut(&Entry<'_>, &mut Mistakes) -> Option<T>,
) -> Named<T> {
    let entries = node.entries(mistakes).unwrap_or_default();
    entries.iter().map(|entry| (entry.key.to_string(), read(entry, mistakes).map(Arc::new))).collect()
}

/// The one that a node names.
fn refer<T>(node: &Node<'_>, (what, known): (&str, &Named<T>), mistakes: &mut Mistakes) -> Option<Arc<T>> {
    let names: Vec<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
    let name = mistakes.one_of(node, what, &names)?;
    known.iter().find(|(known, _)| known == name).and_then(|(_, read)| read.clone())
}

fn provider(entry: &Entry<'_>, mistakes: &mut Mistakes) -> Option<ProviderSpec> {
    let mut fields = entry.value.fields(mistakes)?;
    let kind = fields.need("kind", mistakes).and_then(|node| mistakes.one_of(node, "kind", &["openai", "anthropic"]));
    let key_variable = fields.take("key").map(|node| variable(node, mistakes));
    let has_key = key_variable.is_some();
    let url = fields.take("url").map(|node| checked_url(node, |url| address(url, has_key), mistakes));
    let url_variable = fields.take("url_env").map(|node| variable(node, mistakes));
    let connect = fields.take("connect").map(|node| seconds(node, mistakes));
    fields.finish(mistakes);
    if url.is_none() && url_variable.is_none() {
        let help = "`url: https://…` is its address, `url_env: NAME` the variable that holds it";
        mistakes.at_with_help(entry.key_span.clone(), "expected `url` or `url_env`, or both", help);
    }
    Some(ProviderSpec {
        name: entry.key.to_string(),
        protocol: if kind? == "openai" { Protocol::OpenAi } else { Protocol::Anthropic },
        url: url.map_or(Some(None), |url| url.map(Some))?,
        url_variable: url_variable.map_or(Some(None), |name| name.map(Some))?,
        key_variable: key_variable.map_or(Some(None), |name| name.map(Some))?,
        connect: connect.unwrap_or(Some(Duration::from_secs(5)))?,
    })
}

/// The address that a node holds, if a check finds nothing wrong with it.
fn checked_url<T>(
    node: &Node<'_>,
    check: impl Fn(&str) -> Result<T, String>,
    mistakes: &mut Mistakes,
) -> Option<String> {
    let url = node.words(mistakes)?;
    match check(url) {
        Ok(_) => Some(url.to_owned()),
        Err(wrong) => mistakes.note(node, wrong),
    }
}

fn model(entry: &Entry<'_>, providers: &Named<ProviderSpec>, mistakes: &mut Mistakes) -> Option<ModelSpec> {
    let mut fields = entry.value.fields(mistakes)?;
    let provider = fields.need("provider", mistakes).and_then(|node| refer(node, ("provider", providers), mistakes));
    let model = fields.need("model", mistakes).and_then(|node| node.words(mistakes)).map(str::to_owned);
    let price = fields.take_filled("price").map(|node| price(node, mistakes));
    let protocol = provider.as_ref().map(|provider| provider.protocol);
    let structured = fields.take("structured").map(|node| structured(node, protocol, mistakes));
    let takes_temperature = fields.take("takes_temperature").map(|node| node.bool(mistakes));
    let max_tokens_key = fields.take("max_tokens_as").map(|node| max_tokens_key(node, mistakes));
    let extra = fields.take_filled("extra").map(|node| extra(node, mistakes));
    fields.finish(mistakes);
    Some(ModelSpec {
        id: entry.key.to_string(),
        provider: provider?.name.clone(),
        model: model?,
        price: price.map_or(Some(None), |price| price.map(Some))?,
        structured: structured.unwrap_or(Some(Structured::Schema))?,
        takes_temperature: takes_temperature.unwrap_or(Some(true))?,
        max_tokens_key: max_tokens_key.unwrap_or(Some("max_tokens"))?,
        extra: extra.unwrap_or(Some(Map::new()))?,
    })
}

fn roles(node: &Node<'_>, models: &Named<ModelSpec>, mistakes: &mut Mistakes) -> Option<Vec<RoleSpec>> {
    let mut fields = node.fields(mistakes)?;
    let found = Role::ALL.map(|role| {
        let node = fields.need(role.name(), mistakes)?;
        self::role(role, (node, models), mistakes)
    });
    fields.finish(mistakes);
    found.into_iter().collect()
}

fn role(role: Role, (node, models): (&Node<'_>, &Named<ModelSpec>), mistakes: &mut Mistakes) -> Option<RoleSpec> {
    let mut fields = node.fields(mistakes)?;
    let used = fields.need("use", mistakes).and_then(|node| used(node, models, mistakes));
    let most = |node: &Node<'_>, mistakes: &mut Mistakes| node.number_in(1.0..=MOST_TOKENS, mistakes);
    let max_tokens = fields.need("max_tokens", mistakes).and_then(|node| most(node, mistakes));
    let temperature = fields.take_filled("temperature").map(|node| node.number_in(0.0..=2.0, mistakes));
    let limits = limits(&mut fields, mistakes);
    let tries = fields.take("tries").map(|node| node.number_in(1.0..=10.0, mistakes));
    fields.finish(mistakes);
    Some(RoleSpec {
        role,
        models: used?,
        max_tokens: max_tokens? as u32,
        temperature: temperature.map_or(Some(None), |temperature| temperature.map(Some))?,
        limits: limits?,
        tries: tries.unwrap_or(Some(3.0))? as u32,
    })
}

fn used(node: &Node<'_>, models: &Named<ModelSpec>, mistakes: &mut Mistakes) -> Option<Vec<Arc<ModelSpec>>> {
    let items = node.items(mistakes)?;
    if items.is_empty() {
        return mistakes.note(node, "expected at least one model");
    }
    items.iter().map(|item| refer(item, ("model", models), mistakes)).collect()
}

fn limits(fields: &mut Fields<'_, '_>, mistakes: &mut Mistakes) -> Option<Limits> {
    let mut take = |name| fields.need(name, mistakes).and_then(|node| seconds(node, mistakes));
    let [first_token, idle, total] = ["first_token", "idle", "total"].map(&mut take);
    Some(Limits { first_token: first_token?, idle: idle?, total: total? })
}

fn price(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Price> {
    let mut fields = node.fields(mistakes)?;
    let mut take = |name, other: Option<f64>| match other {
        None => fields.need(name, mistakes).and_then(|node| dollars(node, mistakes)),
        other => fields.take(name).map_or(other, |node| dollars(node, mistakes)),
    };
    let (input, output) = (take("input", None), take("output", None));
    let [cache_read, cache_write] = ["cache_read", "cache_write"].map(|name| take(name, input.or(Some(0.0))));
    fields.finish(mistakes);
    Some(Price { input: input?, output: output?, cache_read: cache_read?, cache_write: cache_write? })
}

fn dollars(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<f64> {
    node.number_in(0.0..=100_000.0, mistakes)
}

fn structured(node: &Node<'_>, protocol: Option<Protocol>, mistakes: &mut Mistakes) -> Option<Structured> {
    let way = mistakes.one_of(node, "way to be held to a schema", &Structured::NAMES).and_then(Structured::named)?;
    match (way, protocol) {
        (Structured::Tool, Some(Protocol::OpenAi)) => {
            mistakes.help(node, "`tool` is for providers of kind `anthropic`", "write `schema`, `object` or `prompt`");
            None
        }
        (way, _) => Some(way),
    }
}

fn max_tokens_key(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<&'static str> {
    mistakes.one_of(node, "key", &["max_tokens", "max_completion_tokens"])
}

fn extra(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Map<String, Value>> {
    let entries = node.entries(mistakes)?;
    for entry in entries.iter().filter(|entry| TAKEN.contains(&entry.key.as_ref())) {
        let message = format!("`{}` is set by the program", entry.key);
        mistakes.at::<()>(entry.key_span.clone(), message);
    }
    Some(entries.iter().map(|entry| (entry.key.to_string(), entry.value.json())).collect())
}

fn seconds(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Duration> {
    node.number_in(TIMES, mistakes).map(Duration::from_secs_f64)
}

fn variable(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<String> {
    let text = node.text(mistakes)?;
    if is_variable(text) {
        return Some(text.to_owned());
    }
    let help = "write `key: ANTHROPIC_API_KEY`, and set that variable; keys themselves do not belong into files";
    mistakes.help(node, "expected the name of an environment variable, in capitals", help);
    None
}
