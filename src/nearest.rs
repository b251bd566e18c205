//! What somebody probably meant: the known name that is nearest to one that is not known.

/// The known name nearest to `word`, if it is near enough that a slip of the fingers explains the difference: at most
/// one edit in three characters (an insertion, a deletion, another character, or two neighbours swapped), not counting
/// case, and hyphens and underscores alike. Of equals the first wins.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = plain(word);
    known
        .into_iter()
        .map(|name| (distance(&word, &plain(name)), name))
        .filter(|(distance, name)| distance * 3 <= word.len().max(name.chars().count()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// The help of a diagnostic about a name that is not known: the nearest of the known ones, or all of them.
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> String {
    match nearest(word, known.clone()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("known are {}", list(known)),
    }
}

/// Names in backticks with commas between them.
pub fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

/// How many edits lie between two words as they are written; two neighbours swapped are one.
pub(crate) fn edits(from: &str, to: &str) -> usize {
    let letters = |word: &str| word.chars().collect::<Vec<_>>();
    distance(&letters(from), &letters(to))
}

fn plain(word: &str) -> Vec<char> {
    word.chars().flat_map(char::to_lowercase).map(|c| if c == '-' || c == ' ' { '_' } else { c }).collect()
}

/// Optimal string alignment: the fewest edits where no part is edited twice.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut rows: [Vec<usize>; 3] = [vec![0; to.len() + 1], vec![0; to.len() + 1], (0..=to.len()).collect()];
    for (i, a) in from.iter().enumerate() {
        rows.rotate_left(1);
        let [older, old, row] = &mut rows;
        row[0] = i + 1;
        for (j, b) in to.iter().enumerate() {
            let mut best = (old[j] + usize::from(a != b)).min(old[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == to[j - 1] && from[i - 1] == *b {
                best = best.min(older[j - 1] + 1);
            }
            row[j + 1] = best;
        }
    }
    rows[2][to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_other_words_are_not() {
        let known = ["duration", "direction", "theme", "text_color", "id"];
        for (word, expected) in [
            ("duraton", Some("duration")),
            ("Direction", Some("direction")),
            ("tehme", Some("theme")),
            ("text-colour", Some("text_color")),
            ("di", None),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), expected, "{word}");
        }
    }

    #[test]
    fn distances() {
        for (from, to, expected) in
            [("", "", 0), ("abc", "", 3), ("ab", "ba", 1), ("kitten", "sitting", 3), ("é", "e", 1)]
        {
            assert_eq!(distance(&plain(from), &plain(to)), expected, "{from} {to}");
        }
    }

    #[test]
    fn without_a_near_name_all_are_named() {
        assert_eq!(suggest("xyz", ["a", "b"]), "known are `a`, `b`");
        assert_eq!(suggest("raduis", ["radius"]), "did you mean `radius`?");
    }
}
