//! Finds the code inside what a model answers: in a fence, between prose, behind a stray letter.

use std::ops::Range;

/// The code of an answer, and what stood around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Which bytes of the answer are code.
    pub(super) code: Range<usize>,
    /// Whether it stood in a fence, and whether that was closed.
    pub(super) fence: Fence,
    /// Whether there was prose before or behind it.
    pub(super) prose: bool,
    /// Whether letters stuck to the code's first word.
    pub(super) stray: bool,
}

/// The fence around code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fence {
    /// There is none.
    Absent,
    /// It was opened, and the answer ended before it was closed.
    Open,
    /// It was closed.
    Closed,
}

/// The code of an answer that is still on its way.
///
/// ```
/// use firstframe::tsx::repair::CodeStream;
///
/// let mut stream = CodeStream::default();
/// assert_eq!(stream.push("Here you are:\n``"), None);
/// assert_eq!(stream.push("`tsx\nimport "), Some("import "));
/// assert_eq!(stream.push("React from 'react';\n```\nEnjoy!"), Some("import React from 'react';\n"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct CodeStream {
    text: String,
    /// Where the first line begins that is not finished.
    line: usize,
    blocks: Vec<Block>,
    /// Where the first line begins that looks like code and stands in no fence.
    bare: Option<usize>,
}

/// What stands in one fence.
#[derive(Debug, Clone)]
struct Block {
    /// Where its fence begins.
    fence: usize,
    code: Range<usize>,
    ticks: usize,
    is_closed: bool,
    is_foreign: bool,
    is_scene: bool,
}

/// Fences with these words are about something else.
const FOREIGN: &[&str] =
    &["bash", "console", "css", "diff", "html", "json", "markdown", "md", "sh", "shell", "text", "txt", "yaml", "yml"];

impl CodeStream {
    /// Takes the next piece of the answer; gives the code as far as it has arrived, if any has.
    pub fn push(&mut self, delta: &str) -> Option<&str> {
        self.text.push_str(delta);
        while let Some(length) = self.text[self.line..].find('\n') {
            let end = self.line + length + 1;
            let line = self.line..end;
            read_line(&self.text, line, (&mut self.blocks, &mut self.bare));
            self.line = end;
        }
        let found = self.found()?;
        Some(&self.text[found.code])
    }

    /// The whole answer as far as it has arrived.
    pub fn answer(&self) -> &str {
        &self.text
    }

    /// Where the code is, the last line being as far as it has arrived.
    fn found(&self) -> Option<Found> {
        let (mut blocks, mut bare) = (self.blocks.clone(), self.bare);
        if self.line < self.text.len() {
            read_line(&self.text, self.line..self.text.len(), (&mut blocks, &mut bare));
        }
        locate(&self.text, &blocks, bare)
    }
}

/// Where the code of a whole answer is.
pub(super) fn find(answer: &str) -> Option<Found> {
    let (mut blocks, mut bare, mut at) = (Vec::new(), None, 0);
    for line in answer.split_inclusive('\n') {
        read_line(answer, at..at + line.len(), (&mut blocks, &mut bare));
        at += line.len();
    }
    locate(answer, &blocks, bare)
}

fn read_line(text: &str, line: Range<usize>, (blocks, bare): (&mut Vec<Block>, &mut Option<usize>)) {
    match blocks.last_mut().filter(|block| !block.is_closed) {
        Some(block) => continue_block(text, line, block),
        None => match open_block(text, line.clone()) {
            Some(block) => blocks.push(block),
            None if blocks.is_empty() && bare.is_none() => {
                *bare = start_of_code(&text[line.clone()]).map(|skipped| line.start + skipped);
            }
            None => {}
        },
    }
}

fn continue_block(text: &str, line: Range<usize>, block: &mut Block) {
    let content = &text[line.clone()];
    let trimmed = content.trim_end();
    let ticks = trimmed.len() - trimmed.trim_end_matches('`').len();
    if ticks >= block.ticks {
        block.is_closed = true;
        block.code.end = line.start + trimmed.len() - ticks;
        if text[line.start..block.code.end].trim().is_empty() {
            block.code.end = line.start;
        }
    } else {
        // A last line that has only begun to be a fence is none of the code.
        let is_begun = !content.ends_with('\n') && !trimmed.is_empty() && trimmed.bytes().all(|byte| byte == b'`');
        block.code.end = if is_begun { line.start } else { line.end };
    }
    block.is_scene |= content.contains("export default");
}

/// A fence that opens on a line: ` ```tsx `, also behind prose, also with code behind it.
fn open_block(text: &str, line: Range<usize>) -> Option<Block> {
    let content = &text[line.clone()];
    let at = content.find("```")?;
    let behind = content[at..].trim_start_matches('`');
    let ticks = content.len() - at - behind.len();
    if behind.contains("```") {
        return None;
    }
    let word = behind.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
    let rest = behind[word.len()..].trim();
    let start = if rest.is_empty() || start_of_code(rest).is_none() {
        line.end
    } else {
        line.start + content.len() - behind.len() + word.len()
    };
    let is_foreign = FOREIGN.contains(&word.to_ascii_lowercase().as_str());
    let is_scene = text[start..line.end].contains("export default");
    Some(Block { fence: line.start + at, code: start..line.end, ticks, is_closed: false, is_foreign, is_scene })
}

/// The first fence that holds a scene; else the longest one that is not about something else; else what is in none.
fn locate(text: &str, blocks: &[Block], bare: Option<usize>) -> Option<Found> {
    let longest = || blocks.iter().filter(|block| !block.is_foreign).max_by_key(|block| block.code.len());
    let block = blocks.iter().find(|block| block.is_scene && !block.is_foreign).or_else(longest);
    let block = block.filter(|block| !text[block.code.clone()].trim().is_empty());
    let before = bare.map(|start| (start, without_fence(text, start, blocks.first())));
    match (block, before) {
        (Some(block), Some((_, before))) if !block.is_scene && !begins_as_code(text, block) => Some(before),
        (Some(block), Some((start, before))) if !block.is_scene => {
            let is_scene = text[start..before.code.end].contains("export default");
            Some(if is_scene { before } else { in_fence(text, block) })
        }
        (Some(block), _) => Some(in_fence(text, block)),
        (None, before) => before.map(|(_, found)| found),
    }
}

fn begins_as_code(text: &str, block: &Block) -> bool {
    text[block.code.clone()].lines().take(4).any(|line| start_of_code(line).is_some())
}

fn in_fence(text: &str, block: &Block) -> Found {
    let code = &text[block.code.clone()];
    let skipped = skipped_lines(code);
    let stray = stray(&code[skipped..]);
    let start = block.code.start + skipped + stray;
    let fence = if block.is_closed { Fence::Closed } else { Fence::Open };
    let around = [&text[..block.fence], &text[block.code.end..]];
    let is_prose = |part: &&str| !part.trim_matches(|letter: char| letter.is_whitespace() || letter == '`').is_empty();
    Found { code: start..block.code.end, fence, prose: around.iter().any(is_prose), stray: skipped + stray > 0 }
}

fn without_fence(text: &str, start: usize, fence: Option<&Block>) -> Found {
    let end = fence.map_or(text.len(), |block| block.fence);
    let end = start + end_of_code(&text[start..end]);
    let before = text[..start].trim();
    let is_stuck = !before.is_empty() && !text[..start].ends_with('\n');
    let behind = text[end..].trim_matches(|letter: char| letter.is_whitespace() || letter == '`');
    let prose = !behind.is_empty() || (!before.is_empty() && !is_stuck);
    let fence = if fence.is_some() { Fence::Closed } else { Fence::Absent };
    Found { code: start..end, fence, prose, stray: is_stuck }
}

/// How many bytes of lines such as `tsx` or `src/Scene.tsx` stand above the first line of code.
fn skipped_lines(code: &str) -> usize {
    let mut at = 0;
    for line in code.split_inclusive('\n').take(4) {
        if start_of_code(line).is_some() {
            return at;
        }
        if !line.trim().is_empty() && line.trim().contains(|letter: char| "<>{}()=;".contains(letter)) {
            return 0;
        }
        at += line.len();
    }
    0
}

/// How many letters stick to the first word of code.
fn stray(code: &str) -> usize {
    start_of_code(code.lines().next().unwrap_or_default()).unwrap_or(0)
}

/// How many bytes of a line are none of the code that begins on it; nothing if none begins.
fn start_of_code(line: &str) -> Option<usize> {
    let indent = line.len() - line.trim_start().len();
    let line = line.trim();
    if is_code(line) {
        return Some(if indent > 3 { indent } else { 0 });
    }
    let at = line.find("import ").filter(|at| (1..=3).contains(at) && line.is_char_boundary(*at))?;
    let (letters, rest) = line.split_at(at);
    let is_stuck = letters.chars().all(|letter| letter.is_alphanumeric() || "`;.".contains(letter));
    (is_stuck && is_code(rest)).then_some(indent + at)
}

/// What follows on `export`.
const EXPORTED: &[&str] =
    &["default ", "const ", "function ", "type ", "interface ", "class ", "let ", "var ", "async ", "{", "*"];

/// Whether a line begins as code of a module does, and no sentence.
fn is_code(line: &str) -> bool {
    let after = |word: &str| line.strip_prefix(word).map(str::trim_start);
    let begins = |rest: &str| rest.starts_with(|first: char| first.is_alphanumeric() || "{[_$".contains(first));
    let has = |marks: &str, rest: &str| rest.contains(|letter: char| marks.contains(letter));
    if let Some(rest) = after("import ") {
        return rest.starts_with(['{', '*', '\'', '"']) || rest.contains(" from ") || has("{'\"", rest);
    }
    if let Some(rest) = after("export ") {
        return EXPORTED.iter().any(|word| rest.starts_with(word));
    }
    let declares = ["const ", "let ", "var ", "type "]
        .iter()
        .filter_map(|word| after(word))
        .any(|rest| begins(rest) && (has("=", rest) || rest.starts_with(['{', '[']) || rest.ends_with('{')));
    let opens = ["function ", "async function "].iter().filter_map(|word| after(word)).any(|rest| has("(", rest))
        || ["interface ", "class "].iter().filter_map(|word| after(word)).any(|rest| rest.ends_with('{'));
    let directive = |quote: &str| line.starts_with(&format!("{quote}use "));
    declares || opens || directive("'") || directive("\"") || line.starts_with("//") || line.starts_with("/*")
}

/// Where the code ends and prose begins that no fence divides from it.
fn end_of_code(code: &str) -> usize {
    let mut end = code.len();
    for line in code.split_inclusive('\n').rev() {
        let start = end - line.len();
        let content = line.trim_end();
        if ends_statement(content) {
            return if code[end..].lines().all(is_prose) { end } else { code.len() };
        }
        if !is_prose(content) {
            return code.len();
        }
        end = start;
    }
    code.len()
}

/// Whether a line without indentation ends a statement of a module.
fn ends_statement(line: &str) -> bool {
    line.starts_with(['}', ')', ']']) || (line.ends_with(';') && is_code(line))
}

/// Whether a line could be a sentence, a heading, a point of a list, or nothing.
fn is_prose(line: &str) -> bool {
    let line = line.trim_end();
    let begins =
        line.is_empty() || !line.starts_with(|first: char| first.is_whitespace() || "<>{}()[]/@".contains(first));
    begins && !line.ends_with([';', '{', '}', '(', ',', '>', '[', '=']) && !is_code(line)
}
