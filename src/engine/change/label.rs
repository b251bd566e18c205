//! Which item or point a label means.

use crate::nearest::{list, suggest};
use crate::template::{ParamSpec, ParamType};
use crate::text::fold;

/// The shortest word that stands for a longer one that begins with it: `Mar` for `March`.
const SHORTEST: usize = 3;

/// The place of the label that is meant: the very same, else the same in another case, else the only one of which it is
/// an abbreviation, or that is one of it.
///
/// # Errors
/// What there is instead, or that several are meant; `what` says what they are.
pub(super) fn find<'l>(
    labels: impl Iterator<Item = &'l str> + Clone,
    wanted: &str,
    what: &str,
) -> Result<usize, String> {
    let (wanted, folded) = (wanted.trim(), plain(wanted));
    let places = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        labels.clone().enumerate().filter(|(_, label)| fits(label)).map(|(place, _)| place).collect()
    };
    let ways: [&dyn Fn(&str) -> bool; 3] =
        [&|label: &str| label.trim() == wanted, &|label: &str| plain(label) == folded, &|label: &str| {
            abbreviates(&plain(label), &folded)
        }];
    let found = ways.iter().map(|way| places(way)).find(|places| !places.is_empty()).unwrap_or_default();
    match found[..] {
        [place] => Ok(place),
        [] if labels.clone().next().is_none() => Err(format!("there is no {what} in it yet")),
        [] => Err(format!("there is no {what} `{wanted}`: {}", suggest(wanted, labels))),
        _ => {
            let meant = found.iter().filter_map(|place| labels.clone().nth(*place));
            Err(format!("`{wanted}` means several {what}s, {}: say which", list(meant)))
        }
    }
}

fn plain(label: &str) -> String {
    fold(label.trim()).trim_end_matches('.').to_owned()
}

/// Whether one is the beginning of the other: of a word, if it is long enough, or of several words.
fn abbreviates(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let Some(rest) = long.strip_prefix(short).filter(|_| !short.is_empty()) else { return false };
    short.chars().count() >= SHORTEST || !rest.starts_with(char::is_alphanumeric)
}

/// What a parameter takes, in words.
pub(super) fn kind(spec: &ParamSpec) -> &'static str {
    match &spec.kind {
        ParamType::Series => "points that are there already",
        ParamType::List => "the items of a list",
        ParamType::Colour | ParamType::Ground => "a colour",
        ParamType::Choice(_) => "a name",
        ParamType::Number | ParamType::Percent | ParamType::Seconds | ParamType::Factor(_) => "a number",
        _ => "text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_found_as_people_write_them() {
        let months = ["Jan", "Mar", "March", "Sept.", "Q1 2026", "Q1 2027", "Oct 3"];
        for (wanted, expected) in [
            ("Mar", Ok(1)),
            ("MARCH", Ok(2)),
            ("January", Ok(0)),
            ("september", Ok(3)),
            ("oct", Ok(6)),
            ("Q1", Err("`Q1` means several points, `Q1 2026`, `Q1 2027`: say which")),
            ("Ja", Err("there is no point `Ja`: did you mean `Jan`?")),
            ("", Err("there is no point ``: known are `Jan`, `Mar`, `March`, `Sept.`, `Q1 2026`, `Q1 2027`, `Oct 3`")),
        ] {
            let found = find(months.into_iter(), wanted, "point");
            assert_eq!(found, expected.map_err(str::to_owned), "{wanted}");
        }
        assert_eq!(find(std::iter::empty(), "a", "item"), Err("there is no item in it yet".to_owned()));
    }
}
