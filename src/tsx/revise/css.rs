//! Colours as CSS writes them: `#0b1020`, `rgb(11 16 32)`, `tomato`.

use std::ops::Range;

/// Whether a text is a colour and nothing else.
pub(super) fn is_colour(text: &str) -> bool {
    let text = text.trim();
    is_named(text) || (token(text) == Some(text.len()))
}

/// The colours in a text, as bytes of it: the whole of it, or parts of a gradient, a border, a shadow.
pub(super) fn colours_in(text: &str) -> Vec<Range<usize>> {
    if is_named(text.trim()) {
        let start = text.len() - text.trim_start().len();
        return std::iter::once(start..start + text.trim().len()).collect();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let begins_word = !text[..at].ends_with(|before: char| before.is_alphanumeric() || matches!(before, '-' | '_'));
        if let Some(length) = token(&text[at..]).filter(|_| begins_word) {
            found.push(at..at + length);
            at += length;
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    found.extend(named_parts(text));
    found.sort_by_key(|span| span.start);
    found
}

/// The length of the colour in digits or numbers that a text begins with.
fn token(text: &str) -> Option<usize> {
    if let Some(digits) = text.strip_prefix('#') {
        let count = digits.bytes().take_while(u8::is_ascii_hexdigit).count();
        let ends = !digits[count..].starts_with(|next: char| next.is_alphanumeric() || next == '-');
        return (matches!(count, 3 | 4 | 6 | 8) && ends).then_some(count + 1);
    }
    let (name, inner) = text.split_once('(')?;
    let inner = &inner[..inner.find(')')?];
    let is_function = FUNCTIONS.contains(&name.to_ascii_lowercase().as_str());
    let is_plain = inner.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" ,.%/+-".contains(&byte));
    (is_function && is_plain && inner.contains(|c: char| c.is_ascii_digit())).then_some(name.len() + inner.len() + 2)
}

/// Names of colours count among other words only where something is made of colours.
fn named_parts(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_made = text.contains("gradient(") || text.contains(" solid ") || text.contains("px ");
    let words = text.split(|c: char| !c.is_ascii_alphabetic()).filter(move |word| is_made && is_named(word));
    words.map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    })
}

fn is_named(text: &str) -> bool {
    text.len() <= 20 && NAMES.binary_search(&text.to_ascii_lowercase().as_str()).is_ok()
}

const FUNCTIONS: [&str; 10] = ["color", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "rgb", "rgba"];

/// The named colours of CSS Color 4, and `transparent`.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "aliceblue", "antiquewhite", "aqua", "aquamarine", "azure", "beige", "bisque", "black", "blanchedalmond", "blue",
    "blueviolet", "brown", "burlywood", "cadetblue", "chartreuse", "chocolate", "coral", "cornflowerblue", "cornsilk",
    "crimson", "cyan", "darkblue", "darkcyan", "darkgoldenrod", "darkgray", "darkgreen", "darkgrey", "darkkhaki",
    "darkmagenta", "darkolivegreen", "darkorange", "darkorchid", "darkred", "darksalmon", "darkseagreen",
    "darkslateblue", "darkslategray", "darkslategrey", "darkturquoise", "darkviolet", "deeppink", "deepskyblue",
    "dimgray", "dimgrey", "dodgerblue", "firebrick", "floralwhite", "forestgreen", "fuchsia", "gainsboro",
    "ghostwhite", "gold", "goldenrod", "gray", "green", "greenyellow", "grey", "honeydew", "hotpink", "indianred",
    "indigo", "ivory", "khaki", "lavender", "lavenderblush", "lawngreen", "lemonchiffon", "lightblue", "lightcoral",
    "lightcyan", "lightgoldenrodyellow", "lightgray", "lightgreen", "lightgrey", "lightpink", "lightsalmon",
    "lightseagreen", "lightskyblue", "lightslategray", "lightslategrey", "lightsteelblue", "lightyellow", "lime",
    "limegreen", "linen", "magenta", "maroon", "mediumaquamarine", "mediumblue", "mediumorchid", "mediumpurple",
    "mediumseagreen", "mediumslateblue", "mediumspringgreen", "mediumturquoise", "mediumvioletred", "midnightblue",
    "mintcream", "mistyrose", "moccasin", "navajowhite", "navy", "oldlace", "olive", "olivedrab", "orange",
    "orangered", "orchid", "palegoldenrod", "palegreen", "paleturquoise", "palevioletred", "papayawhip", "peachpuff",
    "peru", "pink", "plum", "powderblue", "purple", "rebeccapurple", "red", "rosybrown", "royalblue", "saddlebrown",
    "salmon", "sandybrown", "seagreen", "seashell", "sienna", "silver", "skyblue", "slateblue", "slategray",
    "slategrey", "snow", "springgreen", "steelblue", "tan", "teal", "thistle", "tomato", "transparent", "turquoise",
    "violet", "wheat", "white", "whitesmoke", "yellow", "yellowgreen",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_found_where_they_stand() {
        for (text, colours) in [
            ("#FFF", vec!["#FFF"]),
            ("Tomato", vec!["Tomato"]),
            (
                "linear-gradient(90deg, #0b1020 0%, rgba(1, 2, 3, 0.5), gold)",
                vec!["#0b1020", "rgba(1, 2, 3, 0.5)", "gold"],
            ),
            ("0 2px 4px rgb(0 0 0 / 20%)", vec!["rgb(0 0 0 / 20%)"]),
            ("1px solid red", vec!["red"]),
            ("oklch(0.7 0.1 200)", vec!["oklch(0.7 0.1 200)"]),
            ("a red house, #1 of 3, #12345", vec![]),
            ("url(#ffffff-clip)", vec![]),
            ("rgb(${r}, 2, 3)", vec![]),
            ("é#fff", vec![]),
        ] {
            let found: Vec<_> = colours_in(text).into_iter().map(|span| &text[span]).collect();
            assert_eq!(found, colours, "{text}");
        }
        assert!(NAMES.is_sorted() && is_colour(" #abcd ") && !is_colour("#ffffff80 1px"));
    }
}
