//! Colour spaces: sRGB, its relative luminance, and OKLCH, in which shades are made.
//!
//! `OKLab` and its polar form are Björn Ottosson's ("A perceptual color space for image processing", 2020,
//! <https://bottosson.github.io/posts/oklab/>); the matrices are his. Luminance and contrast are those of WCAG 2.2
//! (<https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).

use super::Colour;

/// A colour by perceived lightness (0 black to 1 white), chroma (0 grey, about 0.37 the purest of sRGB) and hue in
/// degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Oklch {
    /// Lightness from 0 to 1.
    pub l: f64,
    /// Chroma from 0.
    pub c: f64,
    /// Hue from 0 up to 360 degrees; red is near 29, yellow 110, green 142, blue 264.
    pub h: f64,
}

impl Oklch {
    /// The colour in OKLCH.
    pub fn of(colour: &Colour) -> Self {
        let [l, a, b] = oklab(colour.rgb().map(linear));
        Self { l, c: a.hypot(b), h: b.atan2(a).to_degrees().rem_euclid(360.0) }
    }

    /// The nearest colour that screens can show: where sRGB has no such colour, its chroma is lowered and lightness
    /// and hue are kept.
    pub fn to_colour(self) -> Colour {
        let l = self.l.clamp(0.0, 1.0);
        let c = self.c.max(0.0);
        let c = if in_gamut(Self { l, c, ..self }.linear()) { c } else { largest_chroma(l, self.h, c) };
        let [r, g, b] = Self { l, c, h: self.h }.linear().map(encoded);
        Colour::from_rgb(r, g, b)
    }

    /// Linear sRGB, in which a colour outside the gamut is below 0 or above 1.
    fn linear(self) -> [f64; 3] {
        let (sin, cos) = self.h.to_radians().sin_cos();
        let (a, b) = (self.c * cos, self.c * sin);
        let l = (self.l + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.l - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.l - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ]
    }
}

/// The contrast ratio of two colours by WCAG 2.2, from 1 (the same) to 21 (black on white). Text needs 4.5, large text
/// 3.
pub fn contrast(a: &Colour, b: &Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The relative luminance of a colour by WCAG 2.2, from 0 (black) to 1 (white).
pub fn luminance(colour: &Colour) -> f64 {
    let [r, g, b] = colour.rgb().map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// Red, green and blue of a hue in degrees, a saturation and a lightness from 0 to 1, as CSS Color 4 converts `hsl()`.
pub(super) fn rgb_of_hsl(hue: f64, saturation: f64, lightness: f64) -> [u8; 3] {
    let spread = saturation * lightness.min(1.0 - lightness);
    [0.0, 8.0, 4.0].map(|n| {
        let k = (n + hue.rem_euclid(360.0) / 30.0) % 12.0;
        byte(lightness - spread * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0))
    })
}

/// Euclid's distance of two colours in `Oklab`.
pub(super) fn difference(left: &Colour, right: &Colour) -> f64 {
    let place = |colour: &Colour| oklab(colour.rgb().map(linear));
    let apart = place(left).into_iter().zip(place(right)).map(|(left, right)| (left - right).powi(2));
    apart.sum::<f64>().sqrt()
}

fn oklab([r, g, b]: [f64; 3]) -> [f64; 3] {
    let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

/// Bisection: sRGB is star-shaped around grey, so that chroma is either inside or outside.
fn largest_chroma(l: f64, h: f64, outside: f64) -> f64 {
    let (mut low, mut high) = (0.0, outside);
    for _ in 0..20 {
        let middle = f64::midpoint(low, high);
        if in_gamut(Oklch { l, c: middle, h }.linear()) { low = middle } else { high = middle }
    }
    low
}

fn in_gamut(linear: [f64; 3]) -> bool {
    const ROUNDING: f64 = 1e-4;
    linear.iter().all(|channel| (-ROUNDING..=1.0 + ROUNDING).contains(channel))
}

fn linear(channel: u8) -> f64 {
    let channel = f64::from(channel) / 255.0;
    if channel <= 0.040_45 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
}

fn encoded(linear: f64) -> u8 {
    byte(if linear <= 0.003_130_8 { linear * 12.92 } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 })
}

fn byte(channel: f64) -> u8 {
    (channel * 255.0).round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_conversions() {
        // Reference values of CSS Color 4's sample code.
        for (rgb, l, c, h) in [
            ([255, 0, 0], 0.628, 0.2577, 29.23),
            ([0, 0, 255], 0.452, 0.3132, 264.05),
            ([255, 255, 255], 1.0, 0.0, 0.0),
        ] {
            let found = Oklch::of(&Colour::from_rgb(rgb[0], rgb[1], rgb[2]));
            assert!((found.l - l).abs() < 1e-3 && (found.c - c).abs() < 1e-3, "{found:?}");
            assert!(c == 0.0 || (found.h - h).abs() < 0.05, "{found:?}");
        }
    }

    #[test]
    fn contrast_of_wcag() {
        let (black, white) = (Colour::from_rgb(0, 0, 0), Colour::from_rgb(255, 255, 255));
        assert!((contrast(&black, &white) - 21.0).abs() < 1e-9);
        assert!((contrast(&Colour::from_rgb(0x76, 0x76, 0x76), &white) - 4.54).abs() < 0.01);
    }

    proptest! {
        #[test]
        fn there_and_back(r: u8, g: u8, b: u8) {
            let colour = Colour::from_rgb(r, g, b);
            prop_assert_eq!(Oklch::of(&colour).to_colour(), colour);
        }

        #[test]
        fn any_lightness_chroma_and_hue_is_a_colour(l in -1.0..2.0_f64, c in 0.0..1.0_f64, h in -720.0..720.0_f64) {
            let _ = Oklch { l, c, h }.to_colour();
        }
    }
}
