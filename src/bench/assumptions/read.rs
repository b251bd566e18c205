//! Reading the file, strictly.

use std::collections::BTreeMap;

use super::super::work::{Pause, Reading, Way, Work};
use super::{Assumptions, Counting, FormerCall, Plan, Seconds, Step};
use crate::diagnostic::{Diagnostic, Source};
use crate::llm::Price;
use crate::llm::protocol::Protocol;
use crate::yaml::{self, Fields, Mistakes, Node};

/// The longest time, in seconds: an hour.
const LONGEST: f64 = 3600.0;

/// The most tokens that a call has.
const MOST_TOKENS: f64 = 1_000_000.0;

/// What a brain can do.
const TOOLS: [&str; 7] = ["template", "scene", "edit-surgical", "edit-creative", "change", "reply", "ask"];

/// How a scene is made.
const PLANS: [&str; 2] = ["at-once", "laid-out"];

/// Tokens of a call as the file says them.
struct Tokens {
    input: Option<u64>,
    output: u64,
}

/// The model of a call as the file says it.
struct Priced {
    model: String,
    protocol: Protocol,
    price: Price,
}

pub(super) fn read(source: &Source) -> Result<Assumptions, Vec<Diagnostic>> {
    yaml::read(source, |root, mistakes| {
        let mut fields = root.fields(mistakes)?;
        let times = fields.need("times", mistakes).and_then(|node| times(node, mistakes));
        let tokens = fields.need("tokens", mistakes).map(|node| table((node, Work::ALL.as_slice()), mistakes, tokens));
        let counting = fields.need("counting", mistakes).and_then(|node| counting(node, mistakes));
        let answers = fields.need("answers", mistakes).and_then(|node| answers(node, mistakes));
        let prices = fields.need("prices", mistakes).map(|node| table((node, &[]), mistakes, priced));
        let (tokens, prices) = (tokens.unwrap_or_default(), prices.unwrap_or_default());
        let former = former(&tokens, &prices);
        let ways = fields.need("ways", mistakes).and_then(|node| ways(node, &former, mistakes));
        fields.finish(mistakes);
        let (calls, pauses, first_words) = times?;
        let least_output = tokens.iter().map(|(work, tokens)| (*work, tokens.output)).collect();
        let (counting, answers, ways) = (counting?, answers?, ways?);
        Some(Assumptions { calls, pauses, first_words, least_output, counting, answers, former, ways })
    })
}

type Times = (BTreeMap<Work, Seconds>, BTreeMap<Pause, Seconds>, Seconds);

fn times(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Times> {
    let mut fields = node.fields(mistakes)?;
    let mut need = |name| fields.need(name, mistakes).and_then(|node| seconds(node, mistakes));
    let calls = Work::ALL.map(|work| need(work.name()).map(|seconds| (work, seconds)));
    let pauses = Pause::ALL.map(|pause| need(pause.name()).map(|seconds| (pause, seconds)));
    let first_words = need("first-words");
    fields.finish(mistakes);
    Some((calls.into_iter().collect::<Option<_>>()?, pauses.into_iter().collect::<Option<_>>()?, first_words?))
}

fn seconds(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Seconds> {
    let mut fields = node.fields(mistakes)?;
    let range = fields.need("seconds", mistakes).and_then(|node| range(node, mistakes));
    sourced(fields, mistakes);
    range
}

fn range(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Seconds> {
    let [least, most] = node.items(mistakes)? else {
        return mistakes.note(node, "expected the least and the most seconds: `[2, 5]`");
    };
    let [least, most] = [least, most].map(|node| node.number_in(0.0..=LONGEST, mistakes));
    let (least, most) = (least?, most?);
    if least > most {
        return mistakes.note(node, "expected the least seconds first");
    }
    Some(Seconds(least..=most))
}

/// What is said of calls. Of some it has to be said.
fn table<T>(
    (node, needed): (&Node<'_>, &[Work]),
    mistakes: &mut Mistakes,
    read: impl Fn(Fields<'_, '_>, &mut Mistakes) -> Option<T>,
) -> BTreeMap<Work, T> {
    let Some(mut fields) = node.fields(mistakes) else { return BTreeMap::new() };
    let mut found = BTreeMap::new();
    for work in Work::ALL {
        let name = work.name();
        let inner = if needed.contains(&work) { fields.need(name, mistakes) } else { fields.take(name) };
        let inner = inner.and_then(|node| node.fields(mistakes));
        found.extend(inner.and_then(|inner| read(inner, mistakes)).map(|read| (work, read)));
    }
    fields.finish(mistakes);
    found
}

fn tokens(mut fields: Fields<'_, '_>, mistakes: &mut Mistakes) -> Option<Tokens> {
    let input = fields.take("input").map(|node| node.number_in(0.0..=MOST_TOKENS, mistakes));
    let output = fields.need("output", mistakes).and_then(|node| node.number_in(0.0..=MOST_TOKENS, mistakes));
    sourced(fields, mistakes);
    Some(Tokens {
        input: input.map_or(Some(None), |input| input.map(Some))?.map(|input| input as u64),
        output: output? as u64,
    })
}

fn priced(mut fields: Fields<'_, '_>, mistakes: &mut Mistakes) -> Option<Priced> {
    let model = fields.need("model", mistakes).and_then(|node| node.words(mistakes)).map(str::to_owned);
    let kind = fields.need("kind", mistakes).and_then(|node| mistakes.one_of(node, "kind", &["openai", "anthropic"]));
    let [input, output] = ["input", "output"]
        .map(|name| fields.need(name, mistakes).and_then(|node| node.number_in(0.0..=100_000.0, mistakes)));
    sourced(fields, mistakes);
    let protocol = if kind? == "openai" { Protocol::OpenAi } else { Protocol::Anthropic };
    let (input, output) = (input?, output?);
    Some(Priced { model: model?, protocol, price: Price { input, output, cache_read: input, cache_write: input } })
}

fn counting(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<Counting> {
    let mut fields = node.fields(mistakes)?;
    let mut need = |name, range| fields.need(name, mistakes).and_then(|node| valued(node, range, mistakes));
    let bytes_per_token = need("bytes-per-token", 0.1..=100.0);
    let picture = need("tokens-per-picture", 0.0..=MOST_TOKENS);
    let least_kept = need("least-kept-prompt", 0.0..=MOST_TOKENS);
    fields.finish(mistakes);
    let (picture, least_kept) = (picture? as u64, least_kept? as u64);
    Some(Counting { bytes_per_token: bytes_per_token?, picture, least_kept })
}

fn valued(node: &Node<'_>, range: std::ops::RangeInclusive<f64>, mistakes: &mut Mistakes) -> Option<f64> {
    let mut fields = node.fields(mistakes)?;
    let value = fields.need("value", mistakes).and_then(|node| node.number_in(range, mistakes));
    sourced(fields, mistakes);
    value
}

fn answers(node: &Node<'_>, mistakes: &mut Mistakes) -> Option<BTreeMap<Reading, Plan>> {
    let mut fields = node.fields(mistakes)?;
    let answers = Reading::ALL.map(|reading| {
        let mut inner = fields.need(reading.name(), mistakes)?.fields(mistakes)?;
        let tool = inner.need("tool", mistakes).and_then(|node| mistakes.one_of(node, "tool", &TOOLS));
        let plan = inner.take("plan").map(|node| mistakes.one_of(node, "plan", &PLANS));
        sourced(inner, mistakes);
        Some((reading, Plan { tool: tool?, plan: plan.map_or(Some(None), |plan| plan.map(Some))? }))
    });
    fields.finish(mistakes);
    answers.into_iter().collect()
}

/// Every assumption says where it comes from.
fn sourced(mut fields: Fields<'_, '_>, mistakes: &mut Mistakes) {
    if let Some(node) = fields.need("source", mistakes) {
        node.words(mistakes);
    }
    fields.finish(mistakes);
}

/// The calls of which everything is said.
fn former(tokens: &BTreeMap<Work, Tokens>, prices: &BTreeMap<Work, Priced>) -> BTreeMap<Work, FormerCall> {
    let whole = |(work, priced): (&Work, &Priced)| {
        let Tokens { input, output } = tokens.get(work)?;
        let Priced { model, protocol, price } = priced;
        let (model, protocol, price) = (model.clone(), *protocol, *price);
        Some((*work, FormerCall { model, protocol, price, input: (*input)?, output: *output }))
    };
    prices.iter().filter_map(whole).collect()
}

fn ways(
    node: &Node<'_>,
    former: &BTreeMap<Work, FormerCall>,
    mistakes: &mut Mistakes,
) -> Option<BTreeMap<Way, Vec<Step>>> {
    let mut fields = node.fields(mistakes)?;
    let ways = Way::ALL.map(|way| {
        let mut inner = fields.need(way.name(), mistakes)?.fields(mistakes)?;
        let steps = inner.need("steps", mistakes).and_then(|node| steps(node, former, mistakes));
        sourced(inner, mistakes);
        Some((way, steps?))
    });
    fields.finish(mistakes);
    ways.into_iter().collect()
}

fn steps(node: &Node<'_>, former: &BTreeMap<Work, FormerCall>, mistakes: &mut Mistakes) -> Option<Vec<Step>> {
    let read: Vec<_> = node.items(mistakes)?.iter().map(|item| step(item, former, mistakes)).collect();
    read.into_iter().collect()
}

fn step(node: &Node<'_>, former: &BTreeMap<Work, FormerCall>, mistakes: &mut Mistakes) -> Option<Step> {
    let names: Vec<&str> = Work::ALL.map(Work::name).into_iter().chain(Pause::ALL.map(Pause::name)).collect();
    let name = mistakes.one_of(node, "step", &names)?;
    if let Some(pause) = Pause::ALL.into_iter().find(|pause| pause.name() == name) {
        return Some(Step::Pause(pause));
    }
    let work = Work::named(name)?;
    if !former.contains_key(&work) {
        let help = format!("write `{name}: {{input: …, output: …}}` under `tokens`, and its price under `prices`");
        mistakes.help(node, format!("nothing says what `{name}` cost"), help);
        return None;
    }
    Some(Step::Call(work))
}
