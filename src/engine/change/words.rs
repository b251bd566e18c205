//! Words that scenes show are replaced.

use crate::error::Result;
use crate::route::Scenes;
use crate::store::project::{Content, SceneRecord};
use crate::template::{ParamSpec, ParamType};
use crate::value::{Figure, Number, Point, Value};

use super::code;
use super::draft::{Draft, Edited, Trouble, refuse};
use super::sheet::Sheet;
use super::shelf::Shelf;

/// Where words are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Among {
    /// In what is written: texts, items, labels, figures.
    Texts,
    /// In numbers of their own as well, such as that to which a counter counts.
    Numbers,
}

/// Replaces words, whole and as they are written. Numbers of their own are only looked at if no text has them, since a
/// number may say how many columns there are as well as what is shown.
pub(super) fn replace(draft: &mut Draft<'_>, scenes: &Scenes, (from, to): (&str, &str)) -> Result<()> {
    if from.trim().is_empty() {
        return refuse("no words are named that could be replaced".to_owned());
    }
    let ids = draft.ids(scenes)?;
    for among in [Among::Texts, Among::Numbers] {
        let mut places = 0;
        for id in &ids {
            let mut found = 0;
            let edited = draft.edit(id, |library, scene| {
                let (count, note) = in_scene(library, scene, (from, to), among)?;
                found = count;
                if count == 0 { Err(Trouble::Lacks(String::new())) } else { Ok(Edited::default().noting(note)) }
            });
            match edited {
                Ok(()) => places += found,
                Err(Trouble::Lacks(_)) => {}
                Err(Trouble::Wrong(why)) => return Err(draft.wrong(id, &why)),
            }
        }
        if places > 0 {
            return Ok(());
        }
    }
    let shown: Vec<String> = ids.iter().filter_map(|id| nearly(draft, draft.scene(id).ok()?, from)).collect();
    let who = if let [id] = &ids[..] { draft.called(id) } else { "none of these scenes".to_owned() };
    let hint = shown.first().map_or(String::new(), |shown| format!(": it shows `{shown}`, so write it like that"));
    refuse(match &ids[..] {
        [_] => format!("{who} does not show `{from}`{hint}"),
        _ => format!("{who} shows `{from}`{hint}"),
    })
}

fn in_scene(
    library: &Shelf<'_>,
    scene: &mut SceneRecord,
    (from, to): (&str, &str),
    among: Among,
) -> Result<(usize, Option<String>), Trouble> {
    match &mut scene.content {
        Content::Merged { parts } => {
            let mut count = 0;
            for part in parts {
                count += in_scene(library, part, (from, to), among)?.0;
            }
            Ok((count, None))
        }
        Content::Code { .. } if among == Among::Numbers => Ok((0, None)),
        Content::Code { code, .. } => {
            let (changed, count) = code::with_text(code, (from, to))?;
            *code = changed;
            let note = (count > 0).then(|| format!("`{from}` → `{to}` in {}", places(count)));
            Ok((count, note))
        }
        Content::Template { .. } => {
            let mut sheet = Sheet::of(library, &scene.content)?;
            let count = in_sheet(&mut sheet, (from, to), among)?;
            sheet.write(&mut scene.content)?;
            Ok((count, None))
        }
    }
}

fn in_sheet(sheet: &mut Sheet<'_>, (from, to): (&str, &str), among: Among) -> Result<usize, String> {
    let mut count = 0;
    for spec in sheet.own().to_vec() {
        let Some(value) = sheet.given(&spec) else { continue };
        let Some(changed) = in_value(&spec, &value, (from, to), among) else { continue };
        sheet.put(&spec, changed).map_err(|why| format!("`{}`: {why}", spec.name))?;
        count += 1;
    }
    Ok(count)
}

fn places(count: usize) -> String {
    if count == 1 { "one place".to_owned() } else { format!("{count} places") }
}

/// A value with the words replaced; nothing if it does not have them.
fn in_value(spec: &ParamSpec, value: &Value, (from, to): (&str, &str), among: Among) -> Option<Value> {
    match value {
        Value::Text(text) if spec.kind.is_text() => replaced(text, from, to).map(Value::Text),
        Value::List(items) if spec.kind == ParamType::List => {
            let changed: Vec<Option<String>> = items.iter().map(|item| replaced(item, from, to)).collect();
            if changed.iter().all(Option::is_none) {
                return None;
            }
            let items = items.iter().zip(changed).map(|(item, changed)| changed.unwrap_or_else(|| item.clone()));
            Some(Value::List(items.filter(|item| !item.trim().is_empty()).collect()))
        }
        Value::Series(points) => {
            let changed: Vec<Option<Point>> = points.iter().map(|point| in_point(point, (from, to))).collect();
            let points =
                || points.iter().zip(&changed).map(|(point, new)| new.clone().unwrap_or_else(|| point.clone()));
            changed.iter().any(Option::is_some).then(|| Value::Series(points().collect()))
        }
        Value::Number(number) if among == Among::Numbers && is(*number, from) => figure(to).map(Value::Number),
        _ => None,
    }
}

fn in_point(point: &Point, (from, to): (&str, &str)) -> Option<Point> {
    let label = replaced(&point.label, from, to);
    let value = match &point.value {
        Figure::Text(text) => replaced(text, from, to).map(Figure::Text),
        Figure::Number(number) if is(*number, from) => {
            Some(figure(to).map_or_else(|| Figure::Text(to.to_owned()), Figure::Number))
        }
        Figure::Number(_) => None,
    };
    if label.is_none() && value.is_none() {
        return None;
    }
    let Point { label: same_label, value: same_value } = point.clone();
    Some(Point { label: label.unwrap_or(same_label), value: value.unwrap_or(same_value) })
}

fn is(number: Number, words: &str) -> bool {
    figure(words) == Some(number)
}

/// The number that words are, if they are nothing else.
fn figure(words: &str) -> Option<Number> {
    words.trim().replace(',', "").parse().ok().and_then(Number::new)
}

/// A text with words replaced wherever they stand as whole words; nothing if they do not. Where they are taken out, so is
/// the space before them.
pub(super) fn replaced(text: &str, from: &str, to: &str) -> Option<String> {
    let mut changed = String::with_capacity(text.len());
    let mut rest = 0;
    for (at, _) in text.match_indices(from) {
        if at < rest || !is_whole(&text[..at], from, &text[at + from.len()..]) {
            continue;
        }
        changed.push_str(&text[rest..at]);
        if to.is_empty() && changed.ends_with(' ') {
            changed.pop();
        }
        changed.push_str(to);
        rest = at + from.len();
    }
    changed.push_str(&text[rest..]);
    (rest > 0).then(|| if to.is_empty() { changed.trim().to_owned() } else { changed })
}

/// Whether words begin and end where they are found, and are no part of a longer number.
fn is_whole(before: &str, words: &str, after: &str) -> bool {
    let joins = |c: char| c.is_alphanumeric() || c == '_';
    let meets = |one: Option<char>, other: Option<char>| one.is_some_and(joins) && other.is_some_and(joins);
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let point = |c: Option<char>| matches!(c, Some('.' | ','));
    let (first, last) = (words.chars().next(), words.chars().next_back());
    let mut earlier = before.chars().rev();
    let mut later = after.chars();
    let (left, right) = (earlier.next(), later.next());
    let goes_on = digit(first) && point(left) && digit(earlier.next());
    let goes_on_behind = digit(last) && point(right) && digit(later.next());
    !(meets(left, first) || meets(last, right) || goes_on || goes_on_behind)
}

/// What a scene shows that is the same in another case.
fn nearly(draft: &Draft<'_>, scene: &SceneRecord, words: &str) -> Option<String> {
    let sheet = Sheet::of(draft.library, &scene.content).ok()?;
    let folded = words.to_lowercase();
    let texts = sheet.own().iter().filter(|spec| spec.kind.is_text() || spec.kind == ParamType::List);
    let shown = texts.filter_map(|spec| match sheet.given(spec)? {
        Value::Text(text) => Some(vec![text]),
        Value::List(items) => Some(items),
        _ => None,
    });
    shown.flatten().find_map(|text| {
        let at = text.to_lowercase().find(&folded)?;
        text.get(at..at + words.len()).map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_replaced() {
        for (text, from, to, expected) in [
            ("npm install && npm start", "npm", "pnpm", Some("pnpm install && pnpm start")),
            ("pnpm and npm's", "npm", "yarn", Some("pnpm and yarn's")),
            ("price_2025 2025 20256", "2025", "2026", Some("price_2025 2026 20256")),
            ("29 to 1,290 or 1.29 or $29.", "29", "35", Some("35 to 1,290 or 1.29 or $35.")),
            ("No script tags", "No script tags", "No <script> tags", Some("No <script> tags")),
            ("Team Lunch", "team", "x", None),
            ("very very good", "very", "", Some("good")),
            ("€5/€5", "€5", "€6", Some("€6/€6")),
            ("Übung", "bung", "x", None),
        ] {
            assert_eq!(replaced(text, from, to).as_deref(), expected, "{text}");
        }
    }
}
