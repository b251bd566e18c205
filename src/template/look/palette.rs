//! The colours of a scene: those of its theme, with what the user named in their place, and the rest derived from it
//! in OKLCH so that contrast holds.
//!
//! What holds, by WCAG 2.2: text and muted text have at least 4.5:1 on the background (on a gradient, on all of its
//! way) and on the surface; accents have at least 3:1 on both, and 4.5:1 where a near shade has it. Colours that the
//! user named stand as they were named, with two exceptions. The ends of a named gradient come nearer to one another
//! where no text could be read on both. And where only the text or the accent was named and could not be seen on the
//! theme's background, nobody having asked for that theme, the background gives way. What a user named and what is hard
//! to see all the same is told.

use crate::value::{Colour, Gradient, Oklch, contrast};

use super::theme::{Theme, theme};

/// The contrast of text, by WCAG 2.2, success criterion 1.4.3.
pub const TEXT_CONTRAST: f64 = 4.5;
/// The contrast of what has to be seen but not read, by success criterion 1.4.11.
pub const SHAPE_CONTRAST: f64 = 3.0;
/// What text is brought to where there is a choice, by success criterion 1.4.6.
const GOOD_CONTRAST: f64 = 7.0;
/// Below this an accent on a theme's ground is as good as not there: navy on near-black has 1.2, pure blue 2.3.
const VANISHING: f64 = 1.6;
/// How much lighter or darker an accent may become so that small words can have its colour; more, and it is another.
const NEAR: f64 = 0.2;
/// And how much of its chroma has to be left.
const COLOURFUL: f64 = 0.6;
/// How often the ends of a gradient are moved by a fiftieth: from white to black and back, twice for two ends.
const MOST_NUDGES: usize = 100;
/// How much of the accent is in the light that falls on the ground.
const GLOW: f64 = 0.24;
/// How much of the ground lies over a picture; `templates/_parts/picture.tsx` has the same.
const VEIL: f64 = 0.72;
/// How many places of a gradient are looked at.
const STEPS: usize = 9;

/// The colours of a scene.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// The ground.
    pub background: Colour,
    /// Where the ground runs to, if it is a gradient.
    pub background_to: Option<Colour>,
    /// Cards and bars on the ground.
    pub surface: Colour,
    /// Words.
    pub text: Colour,
    /// Words that matter less.
    pub muted: Colour,
    /// What the scene is about.
    pub accent: Colour,
    /// Words on the accent.
    pub on_accent: Colour,
    /// What stands beside it.
    pub accent2: Colour,
    /// The ground in the light of the accent.
    pub glow: Colour,
    /// What the user should know: colours that moved, and colours that are hard to see.
    pub notes: Vec<String>,
}

/// What a user named.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// The theme; the user's or the template's.
    pub theme: &'a str,
    /// Whether it was the user who named the theme.
    pub theme_is_named: bool,
    /// The background, where it is one colour.
    pub background: Option<&'a Colour>,
    /// The background, where it is two.
    pub gradient: Option<&'a Gradient>,
    /// The accent.
    pub accent: Option<&'a Colour>,
    /// The colour of words.
    pub text: Option<&'a Colour>,
    /// Whether words stand on the ground. Where none do, it stays as it was named.
    pub has_words: bool,
    /// Whether a picture shows through the ground.
    pub has_picture: bool,
}

/// The colours of a scene.
pub fn palette(wanted: &Wanted<'_>) -> Palette {
    let theme = theme(wanted.theme);
    let mut notes = Vec::new();
    let ground = ground(wanted, theme, &mut notes);
    let ground = if wanted.has_picture { ground.over_picture() } else { ground };
    let auto = readable(of(theme.text), &ground.steps);
    let text = wanted.text.cloned().unwrap_or_else(|| auto.clone());
    let legible = least(&text, &ground.steps) >= TEXT_CONTRAST;
    let basis = if legible { &text } else { &auto };
    let surface = surface(&ground, theme, basis);
    let fields = ground.with(&surface);
    let muted = muted(&ground, theme, basis, &fields);
    let accent = wanted.accent.cloned().unwrap_or_else(|| seen(&of(theme.accent), &fields, basis));
    let accent2 = second(&accent, wanted.accent.is_some(), theme, &fields, basis);
    tell(wanted, &text, &ground, &mut notes);
    let on_accent = on_accent(&ground.ends[0], &accent);
    let glow = mix(&ground.ends[0], &accent, GLOW);
    let [background, to] = ground.ends;
    Palette {
        background,
        background_to: wanted.gradient.map(|_| to),
        surface,
        text,
        muted,
        accent,
        on_accent,
        accent2,
        glow,
        notes,
    }
}

/// The ground: its ends (the same where it is one colour) and what one sees on the way.
struct Ground {
    ends: [Colour; 2],
    steps: Vec<Colour>,
    is_theme: bool,
}

impl Ground {
    fn plain(colour: Colour, is_theme: bool) -> Self {
        Self { ends: [colour.clone(), colour.clone()], steps: vec![colour], is_theme }
    }

    fn gradient(from: Colour, to: Colour) -> Self {
        let steps = (0..STEPS).map(|step| mix(&from, &to, step as f64 / (STEPS - 1) as f64)).collect();
        Self { ends: [from, to], steps, is_theme: false }
    }

    /// The ground as a veil over a picture of which nothing is known: it may be white in one place and black in another.
    fn over_picture(mut self) -> Self {
        let base = self.ends[0].rgb().map(f64::from);
        let through = |light: f64| base.map(|part| (part * VEIL + light * (1.0 - VEIL)).round() as u8);
        let veiled = [0.0, 255.0].map(through).map(|[r, g, b]| Colour::from_rgb(r, g, b));
        self.steps = veiled.into_iter().chain([self.ends[0].clone()]).collect();
        self.is_theme = false;
        self
    }

    /// All that words stand on.
    fn with(&self, surface: &Colour) -> Vec<Colour> {
        self.steps.iter().chain([surface]).cloned().collect()
    }
}

fn ground(wanted: &Wanted<'_>, theme: Theme, notes: &mut Vec<String>) -> Ground {
    if let Some(Gradient { from, to }) = wanted.gradient {
        // Without words, or with words in a colour of the user's, both ends are theirs.
        let stays = wanted.text.is_some() || !wanted.has_words;
        return if stays { Ground::gradient(from.clone(), to.clone()) } else { readable_gradient(from, to, notes) };
    }
    if let Some(background) = wanted.background {
        return Ground::plain(background.clone(), false);
    }
    let usual = of(theme.background);
    match (wanted.theme_is_named, wanted.text, wanted.accent) {
        (false, Some(text), _) if contrast(text, &usual) < TEXT_CONTRAST => yielding(&usual, text, "text", notes),
        (false, None, Some(accent)) if contrast(accent, &usual) < VANISHING => {
            yielding(&usual, accent, "accent", notes)
        }
        _ => Ground::plain(usual, true),
    }
}

/// A ground of the theme's hue on which a named colour is seen.
fn yielding(usual: &Colour, named: &Colour, what: &str, notes: &mut Vec<String>) -> Ground {
    let tint = Oklch::of(usual);
    let lightness = [0.16, 0.97, 0.0, 1.0];
    let grounds = lightness.map(|l| Oklch { l, c: tint.c.min(0.03), ..tint }.to_colour());
    let found = grounds.iter().find(|ground| contrast(ground, named) >= TEXT_CONTRAST).unwrap_or(&grounds[0]).clone();
    notes.push(format!("the background became {} so that the {what} in `{}` is seen", found.hex(), named.css()));
    Ground::plain(found, false)
}

/// A gradient that words can be read on.
fn readable_gradient(from: &Colour, to: &Colour, notes: &mut Vec<String>) -> Ground {
    let mut ground = Ground::gradient(from.clone(), to.clone());
    let (black, white) = (Colour::from_rgb(0, 0, 0), Colour::from_rgb(255, 255, 255));
    let text = if least(&white, &ground.steps) >= least(&black, &ground.steps) { white } else { black };
    if least(&text, &ground.steps) >= TEXT_CONTRAST {
        return ground;
    }
    let step = if text.rgb()[0] == 0 { 0.02 } else { -0.02 };
    for _ in 0..MOST_NUDGES {
        if least(&text, &ground.steps) < TEXT_CONTRAST {
            ground = nudged(&ground, &text, step);
        }
    }
    let [a, b] = &ground.ends;
    let typed = format!("{} to {}", from.css(), to.css());
    notes.push(format!(
        "the background `{typed}` became {} to {} so that words can be read on all of it",
        a.hex(),
        b.hex()
    ));
    ground
}

/// The gradient with the end that is nearest to its worst place a little lighter or darker.
fn nudged(ground: &Ground, text: &Colour, step: f64) -> Ground {
    let worst = |(_, a): &(usize, &Colour), (_, b): &(usize, &Colour)| contrast(a, text).total_cmp(&contrast(b, text));
    let place = ground.steps.iter().enumerate().min_by(worst).map_or(0, |(place, _)| place);
    let shifted = |colour: &Colour| colour.with_lightness(Oklch::of(colour).l + step);
    let [from, to] = &ground.ends;
    let middle = STEPS / 2;
    Ground::gradient(
        if place <= middle { shifted(from) } else { from.clone() },
        if place >= middle { shifted(to) } else { to.clone() },
    )
}

/// Words on a ground: the theme's, else near-white or near-black with a breath of the ground's hue, else pure.
fn readable(usual: Colour, steps: &[Colour]) -> Colour {
    let tint = Oklch::of(&steps[0]);
    let tinted = |l: f64, c: f64| Oklch { l, c: tint.c.min(c), h: tint.h }.to_colour();
    let candidates =
        [usual, tinted(0.97, 0.012), tinted(0.2, 0.03), Colour::from_rgb(255, 255, 255), Colour::from_rgb(0, 0, 0)];
    let good = candidates.iter().find(|text| least(text, steps) >= GOOD_CONTRAST);
    let best = || candidates.iter().max_by(|a, b| least(a, steps).total_cmp(&least(b, steps)));
    good.or_else(best).unwrap_or(&candidates[0]).clone()
}

/// Words on the accent: in the ground's colour, as if cut out of it, where they can be read so.
fn on_accent(ground: &Colour, accent: &Colour) -> Colour {
    if contrast(ground, accent) >= TEXT_CONTRAST {
        return ground.clone();
    }
    readable(ground.clone(), std::slice::from_ref(accent))
}

/// Cards stand off the ground a little: towards the words where contrast is ample, else away from them.
fn surface(ground: &Ground, theme: Theme, text: &Colour) -> Colour {
    let of_theme = of(theme.surface);
    if ground.is_theme && contrast(&of_theme, text) >= TEXT_CONTRAST {
        return of_theme;
    }
    let base = &ground.ends[0];
    let l = Oklch::of(base).l;
    let towards = if Oklch::of(text).l > l { 0.05 } else { -0.03 };
    let near = base.with_lightness(l + towards);
    let far = base.with_lightness(l - towards);
    let white_paper = towards < 0.0 && l < 0.985 && contrast(&far, text) >= TEXT_CONTRAST;
    let choices = if white_paper { [&far, &near, base] } else { [&near, &far, base] };
    let enough = [GOOD_CONTRAST, TEXT_CONTRAST, 0.0];
    let found = choices.iter().zip(enough).find(|(colour, enough)| contrast(colour, text) >= *enough);
    found.map_or(base, |(colour, _)| colour).clone()
}

/// Quieter words: the theme's where they can be read, else the words with as much of the ground as they bear.
fn muted(ground: &Ground, theme: Theme, text: &Colour, fields: &[Colour]) -> Colour {
    let usual = of(theme.muted);
    let same_text = *text == of(theme.text);
    if ground.is_theme && same_text && least(&usual, fields) >= TEXT_CONTRAST {
        return usual;
    }
    let parts = (1..=8).rev().map(|part| mix(text, &ground.ends[0], f64::from(part) * 0.05));
    parts.into_iter().find(|muted| least(muted, fields) >= TEXT_CONTRAST).unwrap_or_else(|| text.clone())
}

/// A colour as near as can be to the wanted one that is seen on all fields: so well that small words can have it, if
/// that does not take it far, else as a shape. Where no shade of it is seen, the colour of words is.
fn seen(wanted: &Colour, fields: &[Colour], text: &Colour) -> Colour {
    let colourful = |shade: &Colour| Oklch::of(shade).c >= COLOURFUL * Oklch::of(wanted).c;
    shade(wanted, fields, TEXT_CONTRAST, NEAR)
        .filter(colourful)
        .or_else(|| shade(wanted, fields, SHAPE_CONTRAST, 1.0))
        .unwrap_or_else(|| text.clone())
}

/// The nearest shade with some contrast that is at most `far` away in lightness.
fn shade(wanted: &Colour, fields: &[Colour], enough: f64, far: f64) -> Option<Colour> {
    let at = Oklch::of(wanted);
    let steps = (far * 50.0) as u32;
    let nearer = (1..=steps).flat_map(|step| [at.l + f64::from(step) * 0.02, at.l - f64::from(step) * 0.02]);
    let shades = nearer.filter(|l| (0.0..=1.0).contains(l)).map(|l| Oklch { l, ..at }.to_colour());
    std::iter::once(wanted.clone()).chain(shades).find(|shade| least(shade, fields) >= enough)
}

/// The second accent: the theme's, unless it looks like an accent that the user named; then its neighbour in hue.
fn second(accent: &Colour, named: bool, theme: Theme, fields: &[Colour], text: &Colour) -> Colour {
    let (first, usual) = (Oklch::of(accent), Oklch::of(&of(theme.accent2)));
    let turn = (first.h - usual.h).rem_euclid(360.0);
    let alike = named && first.c > 0.04 && usual.c > 0.04 && !(40.0..=320.0).contains(&turn);
    let wanted = if alike { Oklch { h: first.h + 70.0, ..first }.to_colour() } else { of(theme.accent2) };
    seen(&wanted, fields, text)
}

fn tell(wanted: &Wanted<'_>, text: &Colour, ground: &Ground, notes: &mut Vec<String>) {
    let worst = least(text, &ground.steps);
    if wanted.text.is_some() && worst < TEXT_CONTRAST {
        notes.push(format!("text in `{}` is hard to read on this background (contrast {worst:.1}:1)", text.css()));
    }
    if let Some(accent) = wanted.accent {
        let worst = least(accent, &ground.steps);
        if worst < VANISHING {
            notes.push(format!(
                "the accent `{}` is hard to see on this background (contrast {worst:.1}:1)",
                accent.css()
            ));
        }
    }
}

fn least(colour: &Colour, fields: &[Colour]) -> f64 {
    fields.iter().map(|field| contrast(colour, field)).fold(f64::INFINITY, f64::min)
}

/// A part of the way from one colour to another in Oklab, as CSS mixes them.
fn mix(from: &Colour, to: &Colour, part: f64) -> Colour {
    let lab = |colour| {
        let Oklch { l, c, h } = Oklch::of(colour);
        let (sin, cos) = h.to_radians().sin_cos();
        [l, c * cos, c * sin]
    };
    let (from, to) = (lab(from), lab(to));
    let [l, a, b] = [0, 1, 2].map(|i| from[i] + (to[i] - from[i]) * part);
    Oklch { l, c: a.hypot(b), h: b.atan2(a).to_degrees().rem_euclid(360.0) }.to_colour()
}

fn of(rgb: u32) -> Colour {
    let [_, r, g, b] = rgb.to_be_bytes();
    Colour::from_rgb(r, g, b)
}

#[cfg(test)]
mod tests;
