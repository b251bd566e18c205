//! What a parameter of a template is: its type, its limits, and what people call it.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use crate::value::Value;

/// The type of a parameter.
#[derive(Debug, Clone, PartialEq)]
pub enum ParamType {
    /// One line of text.
    Text,
    /// Text of one or more lines.
    Prose,
    /// Several texts.
    List,
    /// Points of a label and a value each.
    Series,
    /// A number.
    Number,
    /// A number from 0 to 100.
    Percent,
    /// An amount with its currency, as it stands on the screen.
    Money,
    /// A length of time in seconds.
    Seconds,
    /// One colour.
    Colour,
    /// One colour, or two that run into one another. Only `background` has this type.
    Ground,
    /// A date, as it stands on the screen.
    Date,
    /// An address of the web.
    Url,
    /// The name of an account, with its `@`.
    Handle,
    /// A picture: an address or the name of an attachment.
    Image,
    /// One of some names.
    Choice(Vec<Cow<'static, str>>),
    /// A number that some names stand for.
    Factor(Vec<(Cow<'static, str>, f64)>),
    /// A curve of motion: its name or `cubic-bezier(x1, y1, x2, y2)`. Only `easing` has this type.
    Easing,
}

/// A parameter of a template.
#[derive(Debug, Clone, PartialEq)]
pub struct ParamSpec {
    /// How files and programs call it: `left_items`.
    pub name: Cow<'static, str>,
    /// Its type.
    pub kind: ParamType,
    /// Whether the scene has nothing to show without it.
    pub required: bool,
    /// How people are shown it: `bars`.
    pub label: Cow<'static, str>,
    /// Other words that people call it by.
    pub says: Vec<Cow<'static, str>>,
    /// Its value when none is given.
    pub default: Option<Value>,
    /// A value that shows what the scene looks like, for when a required one is not given.
    pub sample: Option<Value>,
    /// What a number lies in, or how many items a list or a series has.
    pub range: RangeInclusive<f64>,
}

/// Names of the types that manifests use, in the order of the catalogue.
pub(super) const TYPE_NAMES: [&str; 15] = [
    "text", "prose", "list", "series", "number", "percent", "money", "seconds", "colour", "date", "url", "handle",
    "image", "choice", "factor",
];

/// The most items that a list or a series may have: far more than a screen can show, and few enough to be drawn.
pub(super) const MAX_ITEMS: f64 = 200.0;

impl ParamType {
    /// The type of a name out of [`TYPE_NAMES`]; choices and factors without their names.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "text" => Self::Text,
            "prose" => Self::Prose,
            "list" => Self::List,
            "series" => Self::Series,
            "number" => Self::Number,
            "percent" => Self::Percent,
            "money" => Self::Money,
            "seconds" => Self::Seconds,
            "colour" => Self::Colour,
            "date" => Self::Date,
            "url" => Self::Url,
            "handle" => Self::Handle,
            "image" => Self::Image,
            "choice" => Self::Choice(Vec::new()),
            "factor" => Self::Factor(Vec::new()),
            _ => return None,
        })
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Prose => "prose",
            Self::List => "list",
            Self::Series => "series",
            Self::Number => "number",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Seconds => "seconds",
            Self::Colour => "colour",
            Self::Ground => "ground",
            Self::Date => "date",
            Self::Url => "url",
            Self::Handle => "handle",
            Self::Image => "image",
            Self::Choice(_) => "choice",
            Self::Factor(_) => "factor",
            Self::Easing => "easing",
        }
    }

    /// Whether its values are words on the screen.
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Text | Self::Prose | Self::Money | Self::Date | Self::Url | Self::Handle)
    }

    /// The range of a parameter that names none: what a number lies in, or how many items there are.
    pub(super) fn usual_range(&self) -> RangeInclusive<f64> {
        match self {
            Self::Percent => 0.0..=100.0,
            Self::List | Self::Series => 1.0..=MAX_ITEMS,
            Self::Seconds => 0.0..=60.0,
            Self::Factor(_) => 0.1..=10.0,
            _ => -1e15..=1e15,
        }
    }
}

impl ParamSpec {
    /// The name that its property has in the scene's code: `leftItems` for `left_items`.
    pub fn prop(&self) -> String {
        let mut words = self.name.split('_');
        let first = words.next().unwrap_or_default().to_owned();
        words.fold(first, |name, word| {
            let mut letters = word.chars();
            let initial = letters.next().map(|letter| letter.to_ascii_uppercase());
            name + &initial.into_iter().chain(letters).collect::<String>()
        })
    }

    /// Whether it is part of the structure of the scene and no property: one of some names.
    pub fn is_structure(&self) -> bool {
        matches!(self.kind, ParamType::Choice(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_its_name() {
        for name in TYPE_NAMES {
            assert_eq!(ParamType::named(name).map(|kind| kind.name()), Some(name));
        }
        assert_eq!(ParamType::named("colours"), None);
    }
}
