//! Colours in the notation of CSS: hexadecimal digits and functions.

use super::Colour;
use super::space::rgb_of_hsl;

/// Reads the digits behind `#`: three, four, six or eight; the alpha of four and eight is dropped. Their case is kept.
pub(super) fn hex(digits: &str) -> Option<Colour> {
    let kept = match digits.len() {
        3 | 4 => 3,
        6 | 8 => 6,
        _ => return None,
    };
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let value = u32::from_str_radix(&digits[..kept], 16).ok()?;
    let [_, r, g, b] = if kept == 6 { value } else { doubled(value) }.to_be_bytes();
    Some(Colour { css: format!("#{}", &digits[..kept]).into(), rgb: [r, g, b] })
}

/// Reads `rgb(…)`, `rgba(…)`, `hsl(…)` and `hsla(…)` in lower case, with commas or spaces. Alpha is dropped.
pub(super) fn function(css: &str) -> Option<Colour> {
    let (name, arguments) = css.strip_suffix(')')?.split_once('(')?;
    let mut arguments = arguments.split([',', ' ', '/', '\t', '\u{a0}']).filter(|part| !part.is_empty());
    let [first, second, third] = [arguments.next()?, arguments.next()?, arguments.next()?];
    if arguments.count() > 1 {
        return None;
    }
    let [r, g, b] = match name.trim_end() {
        "rgb" | "rgba" => [channel(first)?, channel(second)?, channel(third)?],
        "hsl" | "hsla" => rgb_of_hsl(hue(first)?, percentage(second)?, percentage(third)?),
        _ => return None,
    };
    Some(Colour::from_rgb(r, g, b))
}

/// `0xabc` as `0xaabbcc`.
fn doubled(value: u32) -> u32 {
    let (r, g, b) = (value >> 8, (value >> 4) & 15, value & 15);
    ((r * 17) << 16) | ((g * 17) << 8) | (b * 17)
}

fn channel(text: &str) -> Option<u8> {
    let value = match text.strip_suffix('%') {
        Some(percent) => number(percent)? * 2.55,
        None => number(text)?,
    };
    Some(value.round().clamp(0.0, 255.0) as u8)
}

fn hue(text: &str) -> Option<f64> {
    number(text.strip_suffix("deg").or(text.strip_suffix('°')).unwrap_or(text))
}

fn percentage(text: &str) -> Option<f64> {
    Some((number(text.strip_suffix('%').unwrap_or(text))? / 100.0).clamp(0.0, 1.0))
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations() {
        for (text, css, rgb) in [
            ("#ff0", "#ff0", [255, 255, 0]),
            ("#C8102E", "#C8102E", [200, 16, 46]),
            ("#11223344", "#112233", [17, 34, 51]),
            ("#f0a8", "#f0a", [255, 0, 170]),
            ("rgb(1, 2, 3)", "#010203", [1, 2, 3]),
            ("RGB(1 2 3 / 50%)", "#010203", [1, 2, 3]),
            ("rgba(255,0,0,.5)", "#ff0000", [255, 0, 0]),
            ("rgb(100%, 0%, 300%)", "#ff00ff", [255, 0, 255]),
            ("hsl(120, 100%, 25%)", "#008000", [0, 128, 0]),
            ("hsl(-120deg 100% 50%)", "#0000ff", [0, 0, 255]),
            ("MidnightBlue", "midnightblue", [25, 25, 112]),
            ("darkgrey", "darkgray", [169, 169, 169]),
        ] {
            let colour = Colour::from_css(text);
            assert_eq!(colour.as_ref().map(|colour| (colour.css(), colour.rgb())), Some((css, rgb)), "{text}");
        }
        for text in
            ["", "#", "#12345", "#ggg", "rgb(1,2)", "rgb(a,b,c)", "midnight blue", "burgundy", "dark", "x(1,2,3)"]
        {
            assert_eq!(Colour::from_css(text), None, "{text}");
        }
    }
}
