//! Addresses of pictures that nobody gave: a model makes them up, and nothing is there.

use oxc::span::{GetSpan, Span};

use super::super::rules::subject::Subject;
use super::Wanted;

/// What files end in that are seen or heard.
const ENDINGS: &[&str] = &[
    ".apng", ".avif", ".bmp", ".gif", ".gltf", ".jpeg", ".jpg", ".m4a", ".mov", ".mp3", ".mp4", ".ogg", ".png", ".svg",
    ".wav", ".webm", ".webp",
];

/// Parts of the names of hosts that serve pictures without an ending.
const HOSTS: &[&str] = &[
    "cloudinary",
    "dicebear",
    "dummyimage",
    "imgur",
    "pexels",
    "picsum",
    "pixabay",
    "placehold",
    "placekitten",
    "pravatar",
    "randomuser",
    "robohash",
    "ui-avatars",
    "unsplash",
];

/// The places of addresses of pictures that were not given, and of files that are not there.
pub(super) fn invented(subject: &Subject<'_, '_>, wanted: &Wanted<'_>) -> Vec<(Span, String)> {
    let sources: Vec<Span> = sources(subject).collect();
    let is_given = |address: &str| wanted.pictures.iter().any(|given| given == address);
    let mut found = Vec::new();
    for (span, text) in &subject.texts {
        let is_source = sources.iter().any(|source| source.contains_inclusive(*span));
        let invented = addresses(text).filter(|address| (is_source || is_picture(address)) && !is_given(address));
        found.extend(invented.map(|address| (*span, address.to_owned())));
    }
    for call in subject.calls_of("staticFile") {
        if let Some(oxc::ast::ast::Expression::StringLiteral(name)) = Subject::argument(call, 0)
            && !is_given(&name.value)
        {
            found.push((name.span, name.value.to_string()));
        }
    }
    found
}

/// What attributes say from where elements get their picture.
fn sources(subject: &Subject<'_, '_>) -> impl Iterator<Item = Span> {
    let is_source = |name: &str| matches!(name, "src" | "href" | "xlinkHref" | "poster");
    subject.attributes.iter().filter_map(move |(_, attribute)| {
        let name = attribute.name.get_identifier().name.as_str();
        is_source(name).then(|| attribute.value.as_ref().map(GetSpan::span)).flatten()
    })
}

/// The addresses in a text.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.match_indices("http").map(|(at, _)| at);
    starts.filter_map(|at| {
        let rest = &text[at..];
        let is_address = rest.starts_with("http://") || rest.starts_with("https://");
        let end = rest.find(|letter: char| letter.is_whitespace() || "'\")<>`\\".contains(letter));
        is_address.then(|| &rest[..end.unwrap_or(rest.len())])
    })
}

fn is_picture(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let host = path.split('/').nth(2).unwrap_or_default();
    ENDINGS.iter().any(|ending| path.ends_with(ending)) || HOSTS.iter().any(|known| host.contains(known))
}
