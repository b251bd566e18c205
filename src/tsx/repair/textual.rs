//! Mends of text that does not parse. Each proposes another text, which is taken if it parses further than the one before.

use crate::diagnostic::Diagnostic;

use super::Repair;
use super::answer::Fence;

/// A text that does not parse, and the first thing that hinders it.
pub(super) struct Broken<'t> {
    pub(super) code: &'t str,
    pub(super) fault: &'t Diagnostic,
    pub(super) fence: Fence,
}

/// A text that may parse, and what was done.
pub(super) struct Proposal {
    pub(super) code: String,
    pub(super) repair: Repair,
}

/// Looks at a text that does not parse.
type Mend = fn(&Broken<'_>) -> Vec<Proposal>;

/// All mends of text, the surest first.
const MENDS: &[Mend] =
    &[digit_names, markup_text, void_elements, markup_comments, apostrophes, extra_bracket, closers, prose];

/// What could be done about a text that does not parse, the surest first.
pub(super) fn proposals<'t>(broken: &'t Broken<'t>) -> impl Iterator<Item = Proposal> + 't {
    MENDS.iter().flat_map(|mend| mend(broken))
}

fn proposal(id: &'static str, told: impl Into<String>, code: String) -> Proposal {
    Proposal { code, repair: Repair { id, told: told.into() } }
}

impl Broken<'_> {
    fn replaced(&self, at: usize, length: usize, with: &str) -> String {
        format!("{}{with}{}", &self.code[..at], &self.code[at + length..])
    }
}

/// A name that begins with a digit gets a word before it, where the parser stumbles over it: never in text that is shown.
fn digit_names(broken: &Broken<'_>) -> Vec<Proposal> {
    let code = broken.code;
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
    let at = broken.fault.span().start;
    let start = code[..at].trim_end_matches(is_word).len();
    let word = &code[start..start + code[start..].find(|letter| !is_word(letter)).unwrap_or(code.len() - start)];
    let letters = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_name = letters.len() < word.len() && letters.chars().next().is_some_and(char::is_alphabetic);
    if !is_name || !is_declared(code, word) {
        return Vec::new();
    }
    let first = if letters.starts_with(char::is_uppercase) { "Scene" } else { "part" };
    let told = format!("renamed `{word}` to `{first}{word}`, since no name begins with a digit");
    vec![proposal("digit-name", told, broken.replaced(start, 0, first))]
}

/// Whether something declares a name, or did before it was renamed.
fn is_declared(code: &str, word: &str) -> bool {
    ["function ", "const ", "let ", "var ", "class ", "type ", "interface "]
        .iter()
        .any(|keyword| ["", "Scene", "part"].iter().any(|first| code.contains(&format!("{keyword}{first}{word}"))))
}

/// `>` and `}` in text between elements are written as JSX wants them.
fn markup_text(broken: &Broken<'_>) -> Vec<Proposal> {
    let at = broken.fault.span().start;
    let is_meant = broken.fault.message().contains("{'") || broken.fault.message().contains("&gt;");
    match broken.code.as_bytes().get(at) {
        Some(byte @ (b'>' | b'}')) if is_meant => {
            let letter = char::from(*byte);
            let told = format!("wrote `{letter}` in text as `{{'{letter}'}}`");
            vec![proposal("markup-text", told, broken.replaced(at, 1, &format!("{{'{letter}'}}")))]
        }
        _ => Vec::new(),
    }
}

/// `<br>` and its like close themselves.
fn void_elements(broken: &Broken<'_>) -> Vec<Proposal> {
    let mut found = Vec::new();
    for name in ["br", "hr", "img"] {
        let Some(at) = open_tag(broken.code, name) else { continue };
        found.push(proposal("void-element", format!("closed `<{name}>`"), broken.replaced(at, 0, " /")));
    }
    found
}

/// Where the first tag of a name ends that does not close itself.
fn open_tag(code: &str, name: &str) -> Option<usize> {
    let tag = format!("<{name}");
    code.match_indices(&tag).find_map(|(at, _)| {
        let rest = &code[at + tag.len()..];
        let is_tag = rest.starts_with(|next: char| next == '>' || next.is_whitespace());
        let end = rest.match_indices('>').find(|(end, _)| !rest[..*end].ends_with('=')).map(|(end, _)| end)?;
        (is_tag && !rest[..end].ends_with('/')).then_some(at + tag.len() + end)
    })
}

/// `<!-- … -->` becomes a comment of JSX.
fn markup_comments(broken: &Broken<'_>) -> Vec<Proposal> {
    let Some(start) = broken.code.find("<!--") else { return Vec::new() };
    let Some(length) = broken.code[start..].find("-->") else { return Vec::new() };
    let comment = broken.code[start + 4..start + length].replace("*/", "* /");
    let code = broken.replaced(start, length + 3, &format!("{{/*{comment}*/}}"));
    vec![proposal("markup-comment", "wrote a comment of HTML as one of JSX", code)]
}

/// An apostrophe inside of single quotes is escaped.
fn apostrophes(broken: &Broken<'_>) -> Vec<Proposal> {
    let code = broken.code;
    let at = broken.fault.span().start.min(code.len());
    let start = code[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = code[at..].find('\n').map_or(code.len(), |length| at + length);
    let line = &code[start..end];
    let between = |quote: usize| {
        let before = line[..quote].chars().next_back().is_some_and(char::is_alphabetic);
        let after = line[quote + 1..].chars().next().is_some_and(char::is_alphabetic);
        before && after
    };
    let quotes = line.match_indices('\'').map(|(quote, _)| quote).filter(|quote| between(*quote));
    quotes
        .map(|quote| proposal("apostrophe", "escaped an apostrophe", broken.replaced(start + quote, 0, "\\")))
        .collect()
}

/// A bracket too many goes, where what is left parses.
fn extra_bracket(broken: &Broken<'_>) -> Vec<Proposal> {
    let at = broken.fault.span().start;
    if broken.code[at..].starts_with("};\n") || broken.code[at..].starts_with("}\n") {
        let length = broken.code[at..].find('\n').map_or(1, |end| end + 1);
        let told = "left away a bracket that closes nothing";
        return vec![proposal("extra-bracket", told, broken.replaced(at, length, ""))];
    }
    let trimmed = broken.code.trim_end().trim_end_matches(';');
    let is_last = broken.fault.span().start + 1 >= trimmed.len() && broken.fault.span().start < trimmed.len();
    if !is_last || !trimmed.ends_with(['}', ')']) {
        return Vec::new();
    }
    let code = format!("{}\n", trimmed[..trimmed.len() - 1].trim_end());
    vec![proposal("extra-bracket", "left away a bracket too many at the end", code)]
}

/// What closes the last brackets is added where the answer says that the code has ended: its fence was closed.
fn closers(broken: &Broken<'_>) -> Vec<Proposal> {
    let end = broken.code.trim_end();
    if broken.fence != Fence::Closed || broken.fault.span().end < end.len() || !end.ends_with([';', '}', ')']) {
        return Vec::new();
    }
    let closers = ["}", "};", ");", ")", ");\n}", ");\n};", "}\n}"];
    let closed = closers.iter().map(|closers| format!("{end}\n{closers}\n"));
    closed.map(|code| proposal("missing-bracket", "closed the bracket that was left open at the end", code)).collect()
}

/// Prose behind the last statement goes.
fn prose(broken: &Broken<'_>) -> Vec<Proposal> {
    let before = &broken.code[..broken.fault.span().start.min(broken.code.len())];
    let mut end = before.len();
    for line in before.split_inclusive('\n').rev() {
        let ends = line.starts_with('}') || (line.starts_with("export default ") && line.trim_end().ends_with(';'));
        if ends {
            let code = broken.code[..end].to_owned();
            let is_scene = code.contains("export default");
            let told = "cut away what was said around the code";
            return if is_scene { vec![proposal("prose", told, code)] } else { Vec::new() };
        }
        end -= line.len();
    }
    Vec::new()
}
