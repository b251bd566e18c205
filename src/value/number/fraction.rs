//! Parts of a whole in words: `half`, `a quarter`, `three quarters`, `two thirds`.

use super::digits::sign;
use super::words;
use crate::text::Text;
use crate::value::peek::joined_word;

/// Reads a part of a whole: its value between 0 and 1, and the token after it.
pub(in crate::value) fn at(text: &Text, token: usize) -> Option<(f64, usize)> {
    let word = text.word(token);
    if let Some(value) = sign(word) {
        return Some((value, token + 1));
    }
    match word {
        "half" => Some((0.5, token + 1)),
        "quarter" => Some((0.25, token + 1)),
        "a" | "one" if text.word(token + 1) == "half" => Some((0.5, token + 2)),
        "a" => part(text.word(token + 1)).map(|whole| (1.0 / whole, token + 2)),
        _ => {
            let count = words::ones(word).filter(|&count| (1.0..10.0).contains(&count))?;
            let noun = joined_word(text, token + 1)?;
            let whole = part(text.word(noun)).filter(|&whole| count < whole)?;
            Some((count / whole, noun + 1))
        }
    }
}

/// Whether the words behind a part say how full something is; the token after them.
pub(in crate::value) fn full(text: &Text, token: usize) -> Option<usize> {
    match text.word(token) {
        "full" | "filled" | "done" | "complete" | "completed" | "finished" | "loaded" | "charged" | "through" => {
            Some(token + 1)
        }
        "of" if text.word(token + 1) == "the" && text.word(token + 2) == "way" => Some(token + 3),
        "the" if text.word(token + 1) == "way" => Some(token + 2),
        _ => None,
    }
}

fn part(word: &str) -> Option<f64> {
    Some(match word {
        "third" | "thirds" => 3.0,
        "quarter" | "quarters" => 4.0,
        "fifth" | "fifths" => 5.0,
        "sixth" | "sixths" => 6.0,
        "eighth" | "eighths" => 8.0,
        "tenth" | "tenths" => 10.0,
        _ => return None,
    })
}
