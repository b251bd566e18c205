//! Folding: the copy of a text that is matched.

/// Folds a text: lower case, plain apostrophes, dashes and spaces.
///
/// Patterns and dictionaries are folded by the same function, so that both sides agree.
pub fn fold(text: &str) -> String {
    fold_with_offsets(text).0
}

/// Folds a text and tells, for each byte of the folded text, the byte of the original that its character starts at
/// (with the original's length at the end). `None` where both have the same offsets throughout.
pub(super) fn fold_with_offsets(text: &str) -> (String, Option<Vec<u32>>) {
    if text.is_ascii() {
        return (text.to_ascii_lowercase(), None);
    }
    let mut folded = String::with_capacity(text.len() + 8);
    let mut offsets = Vec::with_capacity(text.len() + 8);
    for (start, character) in text.char_indices() {
        let before = folded.len();
        push_folded(&mut folded, character);
        offsets.resize(offsets.len() + folded.len() - before, start as u32);
    }
    offsets.push(text.len() as u32);
    (folded, Some(offsets))
}

fn push_folded(folded: &mut String, character: char) {
    match character {
        '\u{2019}' | '\u{2018}' | '\u{02bc}' | '\u{ff07}' | '\u{00b4}' => folded.push('\''),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{ff0d}' => folded.push('-'),
        '\u{00a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => folded.push(' '),
        // Fullwidth forms of ASCII, as input methods for Chinese and Japanese leave them.
        '\u{ff01}'..='\u{ff5e}' => {
            let plain = char::from_u32(character as u32 - 0xfee0).unwrap_or(character);
            folded.extend(plain.to_lowercase());
        }
        _ => folded.extend(character.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_and_typography() {
        for (text, expected) in [
            ("Title CARD", "title card"),
            ("don’t – stop", "don't - stop"),
            ("ÉTÉ\u{a0}à", "été à"),
            ("ｔｉｔｌｅ", "title"),
        ] {
            assert_eq!(fold(text), expected);
        }
    }

    #[test]
    fn offsets_point_at_the_original_even_where_lengths_change() {
        let text = "aİb";
        let (folded, offsets) = fold_with_offsets(text);
        let offsets = offsets.unwrap_or_default();
        let b = folded.find('b').unwrap_or_default();
        assert_eq!(offsets[b], 3);
        assert_eq!(offsets[folded.len()], 4);
    }
}
