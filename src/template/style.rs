//! The common parameters: how any scene looks and moves. This is the one place that says which there are.
//!
//! A template may have its own defaults for them, or say that it has some of them not.

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::spec::{ParamSpec, ParamType};
use crate::value::{Number, Value};

/// The themes, in the order of the catalogue.
pub const THEMES: [&str; 12] =
    ["dark", "light", "neon", "pastel", "corporate", "minimal", "retro", "warm", "ocean", "forest", "sunset", "mono"];

/// The shapes of the frame with their widths and heights in pixels.
pub const FORMATS: [(&str, u32, u32); 3] =
    [("landscape", 1920, 1080), ("portrait", 1080, 1920), ("square", 1080, 1080)];

const POSITIONS: [&str; 9] =
    ["center", "top", "bottom", "left", "right", "top-left", "top-right", "bottom-left", "bottom-right"];

/// One row of the table: name, type, words that people call it by; the first of them is its label.
struct Row(&'static str, Kind, &'static [&'static str]);

enum Kind {
    Choice(&'static [&'static str], &'static str),
    Factor(&'static [(&'static str, f64)]),
    Number(RangeInclusive<f64>, Option<i32>),
    Seconds(RangeInclusive<f64>),
    Plain(ParamType),
}

use Kind::{Choice, Factor, Plain, Seconds};

const FORMAT_NAMES: [&str; 3] = ["landscape", "portrait", "square"];

/// All common parameters, in the order of the catalogue.
const TABLE: [Row; 27] = [
    Row("duration", Seconds(1.0..=60.0), &["duration", "length", "how long it is"]),
    Row("format", Choice(&FORMAT_NAMES, "landscape"), &["format", "orientation", "aspect ratio", "shape"]),
    Row("fps", Kind::Number(1.0..=120.0, Some(30)), &["frames per second", "frame rate"]),
    Row("background", Plain(ParamType::Ground), &["background", "backdrop", "bg", "background colour"]),
    Row("accent", Plain(ParamType::Colour), &["accent", "accent colour", "colour", "highlight colour"]),
    Row("text_color", Plain(ParamType::Colour), &["text colour", "font colour", "colour of the text"]),
    Row("font", Plain(ParamType::Text), &["font", "typeface", "font family", "lettering"]),
    Row("speed", Factor(&[("slow", 0.67), ("normal", 1.0), ("fast", 1.5)]), &["speed", "pace", "tempo"]),
    Row(
        "animation",
        Choice(&["fade", "slide", "scale", "bounce", "blur", "wipe", "none"], "fade"),
        &["animation", "entrance animation", "motion", "effect of entrance"],
    ),
    Row("direction", Choice(&["left", "right", "top", "bottom"], "bottom"), &["direction", "side it comes from"]),
    Row("position", Choice(&POSITIONS, "center"), &["position", "place"]),
    Row("size", Factor(&[("small", 0.8), ("normal", 1.0), ("large", 1.25), ("huge", 1.6)]), &["size", "scale"]),
    Row("theme", Choice(&THEMES, "dark"), &["theme", "look", "style", "mood"]),
    Row("background_image", Plain(ParamType::Image), &["background picture", "background image", "picture behind"]),
    Row("logo", Plain(ParamType::Image), &["logo", "watermark", "brand mark"]),
    Row(
        "logo_position",
        Choice(&["top-left", "top-right", "bottom-left", "bottom-right"], "top-right"),
        &["place of the logo", "corner of the logo"],
    ),
    Row(
        "effect",
        Choice(&["none", "particles", "confetti", "ripples", "glow", "grain", "vignette"], "none"),
        &["effect", "overlay"],
    ),
    Row("case", Choice(&["as-typed", "upper", "lower", "title"], "as-typed"), &["letter case", "case", "capitals"]),
    Row("weight", Choice(&["light", "normal", "bold", "black"], ""), &["weight", "boldness", "thickness of letters"]),
    Row("align", Choice(&["left", "center", "right"], "center"), &["alignment", "align"]),
    Row("font_size", Kind::Number(12.0..=800.0, None), &["font size", "text size", "letter size"]),
    Row("spacing", Choice(&["tight", "normal", "wide"], "normal"), &["spacing", "letter spacing", "line spacing"]),
    Row("entrance", Seconds(0.0..=30.0), &["entrance", "how long things take to come in"]),
    Row("stagger", Seconds(0.0..=10.0), &["stagger", "delay between things"]),
    Row("exit", Choice(&["none", "fade", "slide", "scale", "blur", "wipe"], "fade"), &["exit", "ending", "way out"]),
    Row("variant", Kind::Number(1.0..=99.0, Some(1)), &["variant", "version", "another look"]),
    Row("easing", Plain(ParamType::Easing), &["easing", "curve", "timing function"]),
];

static COMMON: LazyLock<Vec<ParamSpec>> = LazyLock::new(|| TABLE.iter().map(Row::spec).collect());

/// All common parameters, in the order of the catalogue. `weight`, `font`, `entrance`, `stagger`, `duration` and
/// colours have no default here: theme, typeface and manifest give it.
pub fn common_params() -> &'static [ParamSpec] {
    &COMMON
}

impl Row {
    fn spec(&self) -> ParamSpec {
        let Row(name, kind, says) = self;
        let (kind, default, range) = kind.parts();
        ParamSpec {
            name: Cow::Borrowed(name),
            range: range.unwrap_or_else(|| kind.usual_range()),
            kind,
            required: false,
            label: Cow::Borrowed(says[0]),
            says: says[1..].iter().map(|word| Cow::Borrowed(*word)).collect(),
            default,
            sample: None,
        }
    }
}

impl Kind {
    fn parts(&self) -> (ParamType, Option<Value>, Option<RangeInclusive<f64>>) {
        match self {
            Choice(names, default) => {
                let default = (!default.is_empty()).then(|| Value::Text((*default).to_owned()));
                (ParamType::Choice(names.iter().map(|name| Cow::Borrowed(*name)).collect()), default, None)
            }
            Factor(names) => {
                let names = names.iter().map(|(name, factor)| (Cow::Borrowed(*name), *factor)).collect();
                (ParamType::Factor(names), Some(Value::Number(Number::from(1))), None)
            }
            Kind::Number(range, default) => {
                (ParamType::Number, default.map(|number| Value::Number(Number::from(number))), Some(range.clone()))
            }
            Seconds(range) => (ParamType::Seconds, None, Some(range.clone())),
            Plain(kind) => (kind.clone(), None, None),
        }
    }
}
