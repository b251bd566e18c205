//! In which language a request speaks, as far as it is told by its function words and its script.
//!
//! Patterns read English. A request in another language that happens to hold an English name of a scene would be read by
//! half, so it goes on to the model. Quotes and values may be in any language: they are content.

use crate::pattern::{Class, Utterance};
use crate::text::TokenKind;

/// Function words, and verbs of making, that are no words of English. `sure` ones stand in no names either.
struct Language {
    name: &'static str,
    sure: &'static [&'static str],
    other: &'static [&'static str],
}

const LANGUAGES: [Language; 8] = [
    Language {
        name: "German",
        sure: &[
            "und", "mit", "eine", "einen", "einem", "einer", "für", "ist", "nicht", "bitte", "ich", "zeig", "zeige",
            "mach", "mache", "erstelle", "über", "oder", "auch", "wird", "soll", "bei", "nach", "sollen",
        ],
        other: &["der", "das", "ein", "von", "zu", "auf", "mir", "zum", "zur", "dem", "aus", "wie"],
    },
    Language {
        name: "French",
        sure: &[
            "une", "avec", "dans", "fais", "crée", "créer", "veux", "montre", "puis", "très", "cette", "trois", "qui",
        ],
        other: &["le", "la", "les", "du", "et", "je", "moi", "au", "aux", "sur", "pour", "des", "un"],
    },
    Language {
        name: "Spanish",
        sure: &["una", "para", "hazme", "muestra", "quiero", "crea", "haz", "por", "que", "pon", "añade"],
        other: &["el", "los", "las", "con", "del", "un", "de", "la", "tres"],
    },
    Language {
        name: "Italian",
        sure: &["gli", "mostra", "voglio", "della", "sono", "questo", "fammi", "che", "uno"],
        other: &["il", "una", "con", "di", "un", "crea", "lo"],
    },
    Language {
        name: "Portuguese",
        sure: &["uma", "não", "faça", "crie", "mostre", "quero", "então"],
        other: &["um", "com", "para", "por", "os", "da"],
    },
    Language {
        name: "Dutch",
        sure: &["een", "het", "voor", "maak", "niet", "naar", "graag", "toon", "ik", "wil"],
        other: &["met", "van", "de", "op", "en"],
    },
    Language {
        name: "a Scandinavian language",
        sure: &["och", "för", "ett", "gör", "jag", "og", "jeg", "ikke", "inte", "vil"],
        other: &["med", "til", "lav", "visa", "vis", "en", "som", "en"],
    },
    Language {
        name: "Polish or Turkish",
        sure: &["zrób", "pokaż", "dla", "jest", "oraz", "proszę", "bir", "için", "göster", "ile"],
        other: &["ve", "yap", "na", "od"],
    },
];

/// What makes a language sure: one word that is in no names, or two others.
const ENOUGH: usize = 2;

/// The language of a request, if it is not English; `content` tells which tokens are part of values.
pub(super) fn foreign(utterance: &Utterance, content: impl Fn(usize) -> bool) -> Option<&'static str> {
    let text = utterance.text();
    // What a value begins with in small letters is no name: `pie chart [mit Katzen] 10`.
    let begins = |token: usize| {
        let first = token == 0 || !content(token - 1) || utterance.class(token - 1).contains(Class::KIND);
        first && !text.typed(token).starts_with(char::is_uppercase)
    };
    let words: Vec<usize> = (0..text.tokens().len())
        .filter(|&token| text.tokens()[token].kind == TokenKind::Word && text.tokens()[token].quote.is_none())
        .filter(|&token| !content(token) || begins(token))
        .collect();
    let open = words.iter().filter(|&&token| !content(token));
    if let Some(script) = open.clone().find_map(|&token| script(text.typed(token))) {
        return Some(script);
    }
    let english = open.filter(|&&token| utterance.class(token).intersects(Class::FUNCTION | Class::MAKE)).count();
    let weight = |language: &Language| -> usize {
        let worth = |&token: &usize| {
            let word = text.word(token);
            if language.sure.contains(&word) { ENOUGH } else { usize::from(language.other.contains(&word)) }
        };
        words.iter().map(worth).sum()
    };
    let best = LANGUAGES.iter().max_by_key(|language| weight(language))?;
    (weight(best) >= ENOUGH && weight(best) > english).then_some(best.name)
}

/// What is written in a script other than Latin.
fn script(word: &str) -> Option<&'static str> {
    let first = word.chars().find(|c| c.is_alphabetic())?;
    match u32::from(first) {
        0x370..=0x3ff => Some("Greek"),
        0x400..=0x52f => Some("a language in Cyrillic letters"),
        0x590..=0x5ff => Some("Hebrew"),
        0x600..=0x77f => Some("a language in Arabic letters"),
        0x900..=0xdff => Some("a language of India"),
        0xe00..=0xe7f => Some("Thai"),
        0x3040..=0x30ff => Some("Japanese"),
        0x3400..=0x9fff => Some("Chinese or Japanese"),
        0xac00..=0xd7af => Some("Korean"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::pattern::PatternSet;
    use crate::template::Library;
    use crate::text::Text;

    #[test]
    fn languages_are_told_by_their_small_words() {
        let assets = Assets::embedded();
        let patterns = Library::load(&assets).and_then(|library| PatternSet::load(&assets, &library));
        let patterns = patterns.unwrap_or_else(|error| panic!("{error}"));
        let language = |text: &str| foreign(&Utterance::new(Text::new(text), &patterns), |_| false);
        for (text, expected) in [
            ("erstelle eine Titelkarte mit \"Hallo\"", Some("German")),
            ("fais une carte de titre avec le texte Bonjour", Some("French")),
            ("haz una gráfica de barras con ventas", Some("Spanish")),
            ("maak een teller van 0 tot 100", Some("Dutch")),
            ("标题卡 title card", Some("Chinese or Japanese")),
            ("счётчик от 0 до 100", Some("a language in Cyrillic letters")),
            ("title card \"Der Himmel über Berlin\"", None),
            ("a title card that says hello", None),
            ("counter from 0 to 100 in teal", None),
        ] {
            assert_eq!(language(text), expected, "{text}");
        }
    }
}
