//! How things move: curves by name, and times that belong together.

use std::ops::RangeInclusive;

use crate::nearest::suggest;

/// The curve by which things come and go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::template) enum Curve {
    /// A cubic Bézier curve from (0, 0) to (1, 1) with the control points (x1, y1) and (x2, y2).
    Bezier([f64; 4]),
    /// A spring that settles.
    Spring,
    /// A fall that bounces off the ground.
    Bounce,
    /// Even speed.
    Linear,
}

/// The curve where none is asked for: `easeOutQuint` of <https://easings.net>, which arrives fast and settles slowly.
pub(super) const USUAL: Curve = Curve::Bezier([0.22, 1.0, 0.36, 1.0]);

/// The curves of CSS Easing Functions Level 1 that have names.
const NAMED: [(&str, Curve); 8] = [
    ("ease", Curve::Bezier([0.25, 0.1, 0.25, 1.0])),
    ("ease-in", Curve::Bezier([0.42, 0.0, 1.0, 1.0])),
    ("ease-out", Curve::Bezier([0.0, 0.0, 0.58, 1.0])),
    ("ease-in-out", Curve::Bezier([0.42, 0.0, 0.58, 1.0])),
    ("linear", Curve::Linear),
    ("spring", Curve::Spring),
    ("bounce", Curve::Bounce),
    ("smooth", USUAL),
];

/// How far a curve may go beyond its start and end. `back` curves go to 1.8; more throws things off the screen.
const OVERSHOOT: RangeInclusive<f64> = -3.0..=3.0;

impl Curve {
    /// The curve of a name, or of `cubic-bezier(x1, y1, x2, y2)` with both x from 0 to 1.
    ///
    /// # Errors
    /// What is wrong with it, for people.
    pub(in crate::template) fn named(text: &str) -> Result<Self, String> {
        let text = text.trim().to_ascii_lowercase();
        if let Some(numbers) = text.strip_prefix("cubic-bezier(").and_then(|rest| rest.strip_suffix(')')) {
            return bezier(numbers);
        }
        let typed = text.replace([' ', '_'], "-");
        let found = NAMED.iter().find(|(name, _)| *name == typed).map(|(_, curve)| *curve);
        found.ok_or_else(|| {
            let known = NAMED.iter().map(|(name, _)| *name).chain(["cubic-bezier(0.2, 0, 0, 1)"]);
            format!("unknown curve `{text}`: {}", suggest(&text, known))
        })
    }

    /// The control points as code writes them, where it has any: `0.22, 1, 0.36, 1`.
    pub(super) fn points(self) -> String {
        match self {
            Self::Bezier([x1, y1, x2, y2]) => format!("{x1}, {y1}, {x2}, {y2}"),
            Self::Spring | Self::Bounce | Self::Linear => String::new(),
        }
    }

    /// How templates call it: `bezier`, `spring`, `bounce` or `linear`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Bezier(_) => "bezier",
            Self::Spring => "spring",
            Self::Bounce => "bounce",
            Self::Linear => "linear",
        }
    }
}

fn bezier(numbers: &str) -> Result<Curve, String> {
    let wrong =
        || format!("expected `cubic-bezier(x1, y1, x2, y2)` with x from 0 to 1, found `cubic-bezier({numbers})`");
    let numbers: Vec<f64> =
        numbers.split(',').map(|number| number.trim().parse()).collect::<Result<_, _>>().map_err(|_| wrong())?;
    let [x1, y1, x2, y2] = numbers[..] else { return Err(wrong()) };
    let fits = [x1, x2].iter().all(|x| (0.0..=1.0).contains(x)) && [y1, y2].iter().all(|y| OVERSHOOT.contains(y));
    if fits { Ok(Curve::Bezier([x1, y1, x2, y2])) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_by_name_and_by_numbers() {
        for (text, expected) in [
            ("linear", Ok(Curve::Linear)),
            (" Ease In ", Ok(Curve::Bezier([0.42, 0.0, 1.0, 1.0]))),
            ("cubic-bezier(.17,.67,.83,-.67)", Ok(Curve::Bezier([0.17, 0.67, 0.83, -0.67]))),
            ("CUBIC-BEZIER(0, 0, 1, 1)", Ok(Curve::Bezier([0.0, 0.0, 1.0, 1.0]))),
        ] {
            assert_eq!(Curve::named(text), expected, "{text}");
        }
        for wrong in [
            "cubic-bezier(2,0,0,1)",
            "cubic-bezier(0,0,1)",
            "cubic-bezier(0,9,1,1)",
            "cubic-bezier(nan,0,1,1)",
            "sprnig",
        ] {
            assert!(Curve::named(wrong).is_err(), "{wrong}");
        }
    }
}
