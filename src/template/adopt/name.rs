//! Names: ids of templates in the ways that their files write them, and ids of parameters.

use crate::template::manifest::is_reserved;
use crate::tsx;

/// Whether a text can be the id of a template: lower-case words with hyphens, such as `price-drop`.
pub fn is_id(id: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    id.starts_with(|first: char| first.is_ascii_lowercase()) && id.split('-').all(is_word)
}

/// Names that say nothing of a scene.
const ANY: [&str; 8] = ["scene", "main", "video", "animation", "composition", "component", "untitled", "index"];

/// An id for the template that a scene becomes: what its `meta` calls it, or else its component, or else `name`; the last
/// even where it is none.
pub fn id_of(code: &str, name: &str) -> String {
    let own = [tsx::meta(code).map(|meta| meta.id), tsx::component(code)];
    let ids = own.iter().flatten().map(String::as_str).chain([name]).map(kebab);
    let mut ids = ids.filter(|id| is_id(id) && !ANY.contains(&id.as_str()));
    ids.next().unwrap_or_else(|| kebab(name))
}

fn kebab(name: &str) -> String {
    let snake = snake(&name.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_"));
    snake.replace('_', "-")
}

/// The name of a template for people: `Price drop` for `price-drop`.
pub fn title(id: &str) -> String {
    capital(&id.replace('-', " "))
}

/// The component of a template: `PriceDrop` for `price-drop`.
pub(super) fn component(id: &str) -> String {
    id.split('-').map(capital).collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

/// The id that a prop has as a parameter. It leads back to the prop wherever it may; it does not where the id means
/// something else in templates, or where the prop is written otherwise than `likeThis`.
pub(super) fn param_id(prop: &str, taken: &[String]) -> String {
    let id = snake(prop);
    let id = if is_reserved(&id) { format!("own_{id}") } else { id };
    let mut free = id.clone();
    let mut number = 1;
    while is_reserved(&free) || taken.contains(&free) {
        number += 1;
        free = format!("{id}_{number}");
    }
    free
}

fn snake(prop: &str) -> String {
    let mut id = String::with_capacity(prop.len() + 4);
    for letter in prop.chars() {
        match letter {
            'a'..='z' | '0'..='9' => id.push(letter),
            'A'..='Z' => id.extend(['_', letter.to_ascii_lowercase()]),
            _ => id.push('_'),
        }
    }
    let id = id.trim_matches(|letter: char| !letter.is_ascii_lowercase() && !letter.is_ascii_digit());
    let id = id.split('_').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_");
    if id.starts_with(|first: char| first.is_ascii_lowercase()) { id } else { format!("value_{id}") }
}

/// The words of a prop or an id, as people write them: `sky color` for `skyColor`.
pub(super) fn words(name: &str) -> String {
    snake(name).replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::spec::{ParamSpec, ParamType};

    fn spec() -> ParamSpec {
        ParamSpec {
            name: "a".into(),
            kind: ParamType::Colour,
            required: false,
            label: "a".into(),
            says: Vec::new(),
            default: None,
            sample: None,
            range: 0.0..=1.0,
        }
    }

    #[test]
    fn ids_of_parameters() {
        for (prop, id, leads_back) in [
            ("skyColor", "sky_color", true),
            ("title2", "title2", true),
            ("heroURL", "hero_u_r_l", true),
            ("bar_color", "bar_color", false),
            ("$title", "title", false),
            ("Title", "title", false),
            ("accent", "own_accent", false),
            ("textColor", "own_text_color", false),
            ("3d", "value_3d", false),
            ("größe", "gr_e", false),
            ("taken", "taken_2", false),
        ] {
            let found = param_id(prop, &["taken".to_owned()]);
            assert_eq!(found, id);
            assert_eq!(ParamSpec { name: found.into(), ..spec() }.prop() == prop, leads_back, "{prop}");
        }
    }

    #[test]
    fn ids_of_templates() {
        assert!(["price-drop", "a", "top-10"].into_iter().all(is_id));
        let none = ["", "Price", "price_drop", "-price", "price-", "price--drop", "10-top", "prix-réduit", "../price"];
        assert!(!none.into_iter().any(is_id));
        assert_eq!(
            (title("top-10-cities"), component("top-10-cities")),
            ("Top 10 cities".into(), "Top10Cities".into())
        );
    }
}
