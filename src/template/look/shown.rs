//! What a scene shows of a parameter, whether it was given or not.

use super::{Asked, font, theme};
use crate::template::manifest::Manifest;
use crate::template::params::Params;
use crate::value::{Gradient, Number, Value};

/// The value that a parameter has in a scene: what is given, else its default, else what theme, typeface and manifest
/// make of it. Nothing for what is not there, such as a subtitle or a logo that was not given.
pub(in crate::template) fn shown(manifest: &Manifest, params: &Params, name: &str) -> Option<Value> {
    let asked = Asked { manifest, params };
    asked.value(name).cloned().or_else(|| asked.made(name))
}

/// The names of weights by the least number that is called so; a typeface has some of them and numbers between.
const WEIGHTS: [(u16, &str); 4] = [(800, "black"), (550, "bold"), (350, "normal"), (0, "light")];

impl Asked<'_> {
    /// What follows from other parameters.
    fn made(&self, name: &str) -> Option<Value> {
        let number = |number: f64| Number::new((number * 1e4).round() / 1e4).map(Value::Number);
        let played = self.duration() / self.manifest.duration;
        let speed = self.number("speed").unwrap_or(1.0);
        match name {
            "duration" => number(self.manifest.duration),
            "background" => Some(self.ground()),
            "accent" => Some(Value::Colour(self.colours().accent)),
            "text_color" => Some(Value::Colour(self.colours().text)),
            "font" => Some(Value::Text(theme::theme(self.text("theme").unwrap_or_default()).font.to_owned())),
            "weight" => Some(Value::Text(self.weight().to_owned())),
            "font_size" => number(self.manifest.size(self.variant()) * self.number("size").unwrap_or(1.0)),
            "entrance" => number(self.manifest.motion.entrance / speed * played),
            "stagger" => number(self.manifest.motion.stagger / speed * played),
            _ => None,
        }
    }

    fn ground(&self) -> Value {
        let found = self.colours();
        match found.background_to {
            Some(to) => Value::Gradient(Gradient { from: found.background, to }),
            None => Value::Colour(found.background),
        }
    }

    fn weight(&self) -> &'static str {
        let theme = theme::theme(self.text("theme").unwrap_or_default());
        let weight = font::lettering(self.text("font"), theme.font, None).weight;
        WEIGHTS.iter().find(|(least, _)| weight >= *least).map_or("normal", |(_, name)| name)
    }
}
