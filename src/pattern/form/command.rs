//! Commands of a terminal, as people write them into a request.

use std::ops::Range;

use crate::pattern::utterance::Utterance;
use crate::text::TokenKind;
use crate::value::list;

/// Commands and what they print: lines of which the first begins with `$ ` or `> `, or commands quoted as code with
/// what follows them in quotes.
pub(crate) fn commands(utterance: &Utterance, free: &[Range<usize>]) -> Option<(Vec<String>, Range<usize>)> {
    prompted(utterance).or_else(|| quoted(utterance)).or_else(|| told(utterance, free))
}

fn prompted(utterance: &Utterance) -> Option<(Vec<String>, Range<usize>)> {
    let text = &utterance.text;
    let begins = |token: usize| token == 0 || text.tokens()[token - 1].kind == TokenKind::Break;
    let is_prompt = |token: &usize| {
        begins(*token) && text.typed(*token) == "$" && text.tokens().get(token + 1).is_some_and(|next| !next.glued)
    };
    let start = (0..utterance.len()).find(is_prompt)?;
    let mut items = Vec::new();
    let (mut line, mut end) = (start, start);
    while line < utterance.len() {
        let stop =
            (line..utterance.len()).find(|&at| text.tokens()[at].kind == TokenKind::Break).unwrap_or(utterance.len());
        if stop > line {
            let is_setting = !is_prompt(&line) && list::is_only_settings(text, line..stop);
            if is_setting {
                break;
            }
            items.push(text.typed_range(line..stop).to_owned());
            end = stop;
        }
        line = stop + 1;
    }
    Some((items, start..end))
}

/// `` `npm test` and then "12 passed" ``.
fn quoted(utterance: &Utterance) -> Option<(Vec<String>, Range<usize>)> {
    let quotes = utterance.text.quotes();
    let first = quotes.iter().position(|quote| quote.code)?;
    let items = quotes[first..].iter().map(|quote| {
        let inner = utterance.text.slice(quote.inner).trim_start_matches("$ ");
        if quote.code { format!("$ {inner}") } else { inner.to_owned() }
    });
    Some((items.collect(), quotes[first].first..quotes.last()?.end))
}

/// `enters git push and it answers Everything up-to-date`.
fn told(utterance: &Utterance, free: &[Range<usize>]) -> Option<(Vec<String>, Range<usize>)> {
    const RUNS: [&str; 10] =
        ["runs", "enters", "types", "executes", "run", "enter", "type", "running", "typing", "entering"];
    const PRINTS: [&str; 12] = [
        "answers",
        "prints",
        "says",
        "outputs",
        "replies",
        "responds",
        "shows",
        "returns",
        "printing",
        "output",
        "prints:",
        "answering",
    ];
    let run = free.iter().flat_map(Clone::clone).find(|&at| RUNS.contains(&utterance.word(at)))?;
    let stop = utterance.text.quotes().iter().map(|quote| quote.end).chain([utterance.len()]).max()?;
    let print = (run + 2..stop).find(|&at| !utterance.quoted(at) && PRINTS.contains(&utterance.word(at)))?;
    let leads = |at: &usize| matches!(utterance.word(*at), "and" | "then" | "it" | "," | "the" | "terminal" | "which");
    let command = run + 1..(run + 1..print).rev().take_while(leads).last().unwrap_or(print);
    let output = print + 1..utterance.clause(print + 1).end.max(print + 2).min(utterance.len());
    let unquoted = |tokens: Range<usize>| match utterance.quote_at(tokens.start) {
        Some((quote, inner)) => (inner.to_owned(), quote.end),
        None => (utterance.text.typed_range(tokens.clone()).to_owned(), tokens.end),
    };
    if command.is_empty() || output.is_empty() {
        return None;
    }
    let ((command, _), (output, end)) = (unquoted(command), unquoted(output));
    Some((vec![format!("$ {command}"), output], run..end))
}
