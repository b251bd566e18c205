//! Addresses: of the web, of mail, handles and names of files.

use super::peek::{glued, is_number, is_word, mark};
use super::words::Words;
use super::{Certainty, Found, Kind};
use crate::text::Text;

/// Endings of names of files that requests speak of.
const FILES: Words = Words::new(
    "aac avif bash bmp c cc conf cpp cs css csv dart doc docx env ex flac gif go gz h heic hpp hs htm html ico \
     ini ipynb java jpeg jpg js json jsx key kt less lock log lua m4a md mjs mkv mov mp3 mp4 ogg otf pdf php \
     pl png ppt pptx ps1 psd py r rb rs sass scala scss sh sql svelte svg swift tex tf tiff toml ts tsv tsx \
     ttf txt vue wav webm webp woff2 xls xlsx xml yaml yml zig zip zsh",
);

/// Top-level domains that are taken for one wherever they stand. Reserved ones are from RFC 2606.
const DOMAINS: Words = Words::new(
    "academy ae agency ai app ar art au band bank beer bike bio biz blog br ca cafe care cat cc ch city cl \
     cloud club cn co coffee com community coop cz de design dev dk earth edu ee email energy es eu events \
     example farm fi film fit fm foundation fr fun fyi games garden gg gov gr green health help hk host house \
     hr hu id ie il info ink int invalid io ir jobs jp ke kr land law li life link live local localhost london \
     lt lu lv ly market media mil mobi money museum mx name net network news ng ngo ninja nl nyc nz one online \
     org page paris pe ph photo photos pizza pk pro pt ro ru school se sg shop si site sk social solar space \
     store studio support systems team tech test th tips today tools top tours tr travel tv tw ua uk vc video \
     vn website wiki work works world wtf xyz yoga za zone",
);

/// Top-level domains that are words too, so that a missing space (`done.no`) could make one.
const WORDS: Words = Words::new("am as at be by do hm in is it me my no so to us");

/// Reads an address or the name of a file that begins with a word or a number.
pub(super) fn at(text: &Text, token: usize) -> Option<Found> {
    if !glued(text, token + 1) || !begins(text, token) {
        return None;
    }
    let scheme = matches!(text.word(token), "http" | "https" | "ftp")
        && mark(text, token + 1) == Some(':')
        && mark(text, token + 2) == Some('/');
    if !scheme && !(reaches_point(text, token)) {
        return None;
    }
    let chunk = chunk(text, token);
    if scheme {
        return (chunk.len() > text.word(token).len() + 3)
            .then(|| found(text, token, chunk, Kind::Url, Certainty::Sure))?;
    }
    bare(text, token, chunk)
}

/// Reads a handle that begins with `@`.
pub(super) fn handle(text: &Text, token: usize) -> Option<Found> {
    if glued(text, token)
        && token > 0
        && !mark(text, token - 1).is_some_and(|before| !matches!(before, '.' | '_' | '-'))
    {
        return None;
    }
    let start = text.tokens()[token].span.start as usize;
    // The sign may be `＠`, which has more bytes.
    let behind = start + text.typed(token).len();
    let name = &text.original()[behind..];
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '@');
    let length = name.find(|c| !goes_on(c)).unwrap_or(name.len());
    let name = name[..length].trim_end_matches(['.', '-', '@']);
    if !name.starts_with(|c: char| c.is_alphanumeric() || c == '_') || !name.contains(char::is_alphabetic) {
        return None;
    }
    found(text, token, &text.original()[start..behind + name.len()], Kind::Handle, Certainty::Sure)
}

fn begins(text: &Text, token: usize) -> bool {
    !glued(text, token) || mark(text, token - 1).is_some_and(|before| !matches!(before, '.' | '@' | '\\'))
}

/// Whether the glued words and hyphens from a token on lead to a point or an `@` with something behind it.
fn reaches_point(text: &Text, token: usize) -> bool {
    // A limit keeps the cost linear in chains such as `a-a-a-…`.
    const LONGEST: usize = 64;
    for at in token + 1..token + LONGEST {
        match mark(text, at) {
            Some('.' | '@') if glued(text, at) && glued(text, at + 1) => return true,
            Some('-' | '/' | '_' | '+') if glued(text, at) && glued(text, at + 1) => {}
            None if glued(text, at) && (is_word(text, at) || is_number(text, at)) => {}
            _ => return false,
        }
    }
    false
}

/// The characters from a token up to the next space or mark that no address has; what closes a sentence is not
/// counted.
fn chunk(text: &Text, token: usize) -> &str {
    const LONGEST: usize = 2048;
    let rest = &text.original()[text.tokens()[token].span.start as usize..];
    let rest = &rest[..rest.floor_char_boundary(LONGEST)];
    let ends = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '<' | '>' | '|' | '“' | '”' | '„' | '«' | '»' | '`' | '→' | '…' | '\\' | '^' | '{' | '}'
            )
    };
    let mut chunk = &rest[..rest.find(ends).unwrap_or(rest.len())];
    while let Some(last) = chunk.chars().next_back() {
        let open = match last {
            ')' => chunk.matches('(').count() < chunk.matches(')').count(),
            ']' => chunk.matches('[').count() < chunk.matches(']').count(),
            _ => matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*'),
        };
        if !open {
            break;
        }
        chunk = &chunk[..chunk.len() - last.len_utf8()];
    }
    chunk
}

fn bare(text: &Text, token: usize, chunk: &str) -> Option<Found> {
    let chunk = &chunk[..chunk.find([',', ';', '(', '!', '\'', '"']).unwrap_or(chunk.len())];
    let (name, rest) = chunk.split_at(chunk.find(['/', '?', '#', ':']).unwrap_or(chunk.len()));
    if let Some((user, host)) = name.split_once('@') {
        return (!user.is_empty() && is_host(host)).then(|| found(text, token, name, Kind::Email, Certainty::Sure))?;
    }
    let last = last_label(name)?.to_ascii_lowercase();
    let path = chunk.split(['?', '#']).next().unwrap_or(chunk);
    let file = last_label(path)
        .map(str::to_ascii_lowercase)
        .filter(|ending| FILES.contains(ending) && !name.starts_with("www."));
    let is_domain = is_host(name)
        && (DOMAINS.contains(&last)
            || WORDS.contains(&last)
            || name.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")));
    if is_domain && !(file.is_some() && rest.is_empty() && !DOMAINS.contains(&last)) {
        let doubtful = WORDS.contains(&last) && rest.len() < 2 && name.matches('.').count() < 2;
        let address = if rest.starts_with([':']) && !rest[1..].starts_with(|c: char| c.is_ascii_digit()) {
            name
        } else {
            chunk.trim_end_matches([':', '?', '#'])
        };
        return found(text, token, address, Kind::Url, if doubtful { Certainty::Homonym } else { Certainty::Sure });
    }
    let file_name = path.trim_end_matches(':');
    let file = last_label(file_name).map(str::to_ascii_lowercase).filter(|ending| FILES.contains(ending));
    file.and_then(|_| found(text, token, file_name, Kind::File, Certainty::Sure))
}

fn last_label(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, last)| last).filter(|last| !last.is_empty())
}

fn is_host(name: &str) -> bool {
    name.contains('.')
        && name
            .split('.')
            .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')))
}

fn found(text: &Text, token: usize, typed: &str, kind: fn(String) -> Kind, certainty: Certainty) -> Option<Found> {
    let end = text.token_at(text.tokens()[token].span.start as usize + typed.len());
    let exact = text.tokens()[end - 1].span.end as usize == text.tokens()[token].span.start as usize + typed.len();
    exact.then(|| Found { end, kind: kind(typed.to_owned()), certainty })
}
