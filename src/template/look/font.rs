//! Typefaces: those that come with the product, the classes that people name, and what stands in for others.

use std::ops::RangeInclusive;

use crate::nearest::nearest;

/// How a scene sets its type.
#[derive(Debug, Clone, PartialEq)]
pub struct Lettering {
    /// The CSS families of headings.
    pub heading: String,
    /// The CSS families of everything else.
    pub body: String,
    /// The weight of headings, from 100 to 900.
    pub weight: u16,
    /// The letter-spacing of headings in em.
    pub tracking: f64,
    /// What was put in the place of what.
    pub note: Option<String>,
}

struct Font {
    family: &'static str,
    class: &'static str,
    /// What texts are set in that it is too loud for; itself where it is good for both.
    body: &'static str,
    weights: RangeInclusive<u16>,
    weight: u16,
    tracking: f64,
}

const fn font(
    family: &'static str,
    class: &'static str,
    weights: RangeInclusive<u16>,
    weight: u16,
    tracking: f64,
) -> Font {
    Font { family, class, body: family, weights, weight, tracking }
}

const fn loud(
    family: &'static str,
    class: &'static str,
    body: &'static str,
    weights: RangeInclusive<u16>,
    weight: u16,
) -> Font {
    Font { family, class, body, weights, weight, tracking: 0.0 }
}

/// The typefaces that are there wherever scenes are shown (the studio ships them), with the weights that they have.
/// Heading weights and tracking were chosen by eye after the art direction: 650 to 800, and -0.02 to -0.035 em.
static FONTS: [Font; 17] = [
    font("Inter", "sans-serif", 100..=900, 700, -0.025),
    font("Inter Tight", "sans-serif", 100..=900, 650, -0.02),
    font("Space Grotesk", "sans-serif", 300..=700, 700, -0.025),
    font("Nunito", "sans-serif", 200..=900, 800, -0.02),
    font("IBM Plex Sans", "sans-serif", 100..=700, 650, -0.02),
    font("Sora", "sans-serif", 100..=800, 700, -0.03),
    font("Poppins", "sans-serif", 100..=900, 700, -0.025),
    font("Roboto", "sans-serif", 100..=900, 750, -0.02),
    font("Montserrat", "sans-serif", 100..=900, 800, -0.025),
    font("Lora", "serif", 400..=700, 650, -0.01),
    font("Fraunces", "serif", 100..=900, 650, -0.02),
    font("JetBrains Mono", "monospace", 100..=800, 700, -0.03),
    loud("Playfair Display", "serif", "Lora", 400..=900, 750),
    loud("Alfa Slab One", "serif", "Lora", 400..=400, 400),
    loud("Bebas Neue", "sans-serif", "Inter", 400..=400, 400),
    loud("Oswald", "sans-serif", "Inter", 200..=700, 600),
    loud("Caveat", "cursive", "Nunito", 400..=700, 700),
];

/// The families that come with the product.
pub fn known_families() -> impl Iterator<Item = &'static str> {
    FONTS.iter().map(|font| font.family)
}

/// What the names of classes stand for.
const CLASSES: [(&str, &str); 10] = [
    ("serif", "Playfair Display"),
    ("sans", "Inter"),
    ("sans-serif", "Inter"),
    ("mono", "JetBrains Mono"),
    ("monospace", "JetBrains Mono"),
    ("display", "Bebas Neue"),
    ("handwritten", "Caveat"),
    ("handwriting", "Caveat"),
    ("cursive", "Caveat"),
    ("script", "Caveat"),
];

/// Parts of names that tell the kind of a typeface which is not known, and what comes nearest.
const HINTS: [(&[&str], &str); 8] = [
    (
        &["arial", "helvetica", "verdana", "tahoma", "calibri", "segoe", "san francisco", "gill sans", "open sans"],
        "Inter",
    ),
    (&["mono", "code", "courier", "consol", "menlo", "terminal", "typewriter"], "JetBrains Mono"),
    (&["script", "hand", "brush", "comic", "pacifico", "dancing", "marker", "satisfy", "lobster"], "Caveat"),
    (&["slab", "rockwell", "clarendon"], "Alfa Slab One"),
    (&["impact", "anton", "league gothic", "bangers", "condensed", "compressed"], "Bebas Neue"),
    (&["futura", "gotham", "avenir", "proxima", "circular", "century gothic"], "Montserrat"),
    (&["playfair", "didot", "bodoni", "abril"], "Playfair Display"),
    (&["times", "georgia", "garamond", "baskerville", "merriweather", "palatino", "caslon", "roman", "serif"], "Lora"),
];

const WEIGHTS: [(&str, u16); 4] = [("light", 300), ("normal", 400), ("bold", 700), ("black", 900)];

/// The lettering of a scene: the family or class that is asked for, else the theme's, in the weight that is asked for,
/// as far as the family has it. A family that does not come with the product is named first all the same, with what is
/// nearest to it behind, since it may be there where the scene is shown.
pub(super) fn lettering(asked: Option<&str>, theme: &str, weight: Option<&str>) -> Lettering {
    let asked = asked.map(tidy).filter(|name| !name.is_empty());
    let (font, stranger) = match &asked {
        None => (known(theme), None),
        Some(name) => match find(name) {
            Some(font) => (font, None),
            None => (like(name), Some(name)),
        },
    };
    let body = known(font.body);
    let first = stranger.map_or(String::new(), |name| format!("{name}, "));
    let shares = if font.body == font.family { first.as_str() } else { "" };
    Lettering {
        heading: format!("{first}{}, {}", font.family, font.class),
        body: format!("{shares}{}, {}", body.family, body.class),
        weight: weight_of(weight).map_or(font.weight, |w| w.clamp(*font.weights.start(), *font.weights.end())),
        tracking: font.tracking,
        note: stranger.map(|name| format!("`{name}` is shown in {} where it is not installed", font.family)),
    }
}

/// Whether a name is a family or a class that comes with the product.
pub fn is_known(name: &str) -> bool {
    find(&tidy(name)).is_some()
}

/// Whether a name has a part that tells what kind of typeface it is, as `courier` does.
pub fn is_like_another(name: &str) -> bool {
    hint(name).is_some()
}

fn weight_of(name: Option<&str>) -> Option<u16> {
    WEIGHTS.iter().find(|(known, _)| Some(*known) == name).map(|(_, weight)| *weight)
}

fn known(family: &str) -> &'static Font {
    FONTS.iter().find(|font| font.family == family).unwrap_or(&FONTS[0])
}

fn find(name: &str) -> Option<&'static Font> {
    let class = CLASSES.iter().find(|(class, _)| class.eq_ignore_ascii_case(name)).map(|(_, family)| *family);
    let close = |name: &str| FONTS.iter().find(|font| font.family.eq_ignore_ascii_case(name));
    class
        .map(known)
        .or_else(|| close(name))
        .or_else(|| nearest(name, known_families()).filter(|_| name.len() > 4).map(known))
}

fn like(name: &str) -> &'static Font {
    known(hint(name).unwrap_or("Inter"))
}

fn hint(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let fits =
        |parts: &[&str]| parts.iter().any(|part| name.contains(part) && !(*part == "serif" && name.contains("sans")));
    HINTS.iter().find(|(parts, _)| fits(parts)).map(|(_, family)| *family)
}

/// A name as CSS takes it without quotes: words that begin with a letter. Anything else in it is no part of a name.
fn tidy(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { ' ' }).take(60).collect();
    plain.split(' ').filter(|word| word.starts_with(char::is_alphabetic)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_classes_and_strangers() {
        for (asked, weight, expected) in [
            (None, None, "Sora, sans-serif | Sora, sans-serif | 700"),
            (Some("serif"), None, "Playfair Display, serif | Lora, serif | 750"),
            (Some("Handwritten"), Some("black"), "Caveat, cursive | Nunito, sans-serif | 700"),
            (Some("bebas neue"), Some("bold"), "Bebas Neue, sans-serif | Inter, sans-serif | 400"),
            (Some("Monserrat"), Some("light"), "Montserrat, sans-serif | Montserrat, sans-serif | 300"),
            (Some("Futura"), None, "Futura, Montserrat, sans-serif | Futura, Montserrat, sans-serif | 800"),
            (Some("Comic Sans MS"), None, "Comic Sans MS, Caveat, cursive | Nunito, sans-serif | 700"),
            (
                Some("Courier New"),
                None,
                "Courier New, JetBrains Mono, monospace | Courier New, JetBrains Mono, monospace | 700",
            ),
            (Some("x'; } 8bit"), None, "x, Inter, sans-serif | x, Inter, sans-serif | 700"),
            (Some("';}"), None, "Sora, sans-serif | Sora, sans-serif | 700"),
        ] {
            let found = lettering(asked, "Sora", weight);
            assert_eq!(format!("{} | {} | {}", found.heading, found.body, found.weight), expected, "{asked:?}");
        }
        let note = lettering(Some("Futura"), "Inter", None).note;
        assert_eq!(note.as_deref(), Some("`Futura` is shown in Montserrat where it is not installed"));
    }

    #[test]
    fn every_name_in_the_tables_is_a_family() {
        let families: Vec<&str> = known_families().collect();
        let named =
            CLASSES.iter().map(|(_, f)| *f).chain(HINTS.iter().map(|(_, f)| *f)).chain(FONTS.iter().map(|f| f.body));
        for name in named {
            assert!(families.contains(&name), "{name}");
        }
    }
}
