//! Lighter and darker.

use crate::value::{Colour, Gradient, Oklch, Value};

/// The least step in lightness: what is nearly black or white is to look different all the same. Chosen by eye on the
/// darkest and the lightest of the themes' grounds.
const LEAST_STEP: f64 = 0.07;

/// A colour, or both of a gradient, that is lighter (`by` above 1) or darker; its hue is kept, and so is its chroma as
/// far as screens can show it.
///
/// # Errors
/// That it is as light or as dark as can be already, or that the value is no colour.
pub(super) fn lighter(value: &Value, by: f64) -> Result<Value, String> {
    match value {
        Value::Colour(colour) => shade(colour, by).map(Value::Colour),
        Value::Gradient(Gradient { from, to }) => match (shade(from, by), shade(to, by)) {
            (Err(why), Err(_)) => Err(why),
            (one, other) => {
                let from = one.unwrap_or_else(|_| from.clone());
                Ok(Value::Gradient(Gradient { from, to: other.unwrap_or_else(|_| to.clone()) }))
            }
        },
        _ => Err("expected a colour".to_owned()),
    }
}

fn shade(colour: &Colour, by: f64) -> Result<Colour, String> {
    let l = Oklch::of(colour).l;
    let wanted = if by > 1.0 { (l * by).max(l + LEAST_STEP) } else { (l * by).min(l - LEAST_STEP) };
    let shade = colour.with_lightness(wanted.clamp(0.0, 1.0));
    if shade.rgb() == colour.rgb() {
        let far = if by > 1.0 { "light" } else { "dark" };
        return Err(format!("it is as {far} as it can be"));
    }
    Ok(shade)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_keep_their_hue_and_can_be_seen() {
        for (name, by, expected) in [
            ("crimson", 0.8, "darker"),
            ("#0b0d12", 0.8, "darker"),
            ("#0b0d12", 1.25, "lighter"),
            ("teal", 1.3, "lighter"),
            ("#f7f7f4", 0.9, "darker"),
        ] {
            let before = Colour::from_words(name);
            let after = before.as_ref().and_then(|colour| shade(colour, by).ok());
            let (Some(before), Some(after)) = (before, after) else { panic!("{name}") };
            let (was, is) = (Oklch::of(&before), Oklch::of(&after));
            let step = if expected == "darker" { was.l - is.l } else { is.l - was.l };
            assert!(step >= 0.06, "{name} became {}", after.hex());
            assert!(was.c < 0.03 || (was.h - is.h).abs() < 3.0, "{name} became {}", after.hex());
        }
        let white = Colour::from_rgb(255, 255, 255);
        assert_eq!(shade(&white, 2.0), Err("it is as light as it can be".to_owned()));
    }
}
