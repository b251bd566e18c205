//! What templates and code call alike: the looks that one scene can take from another.

use crate::template::{ParamSpec, ParamType};

/// A look that scenes have in common.
struct Facet {
    /// How templates call it.
    name: &'static str,
    /// How code calls it.
    code: &'static [&'static str],
    /// What people call it, where the code itself has another name for it.
    says: &'static [&'static str],
}

/// The looks that code can have, by the names that scenes of code give their properties.
const FACETS: [Facet; 4] = [
    Facet {
        name: "background",
        code: &["background", "backgroundColor", "backgroundColour", "bg", "bgColor", "backdrop"],
        says: &["background", "backdrop", "bg"],
    },
    Facet {
        name: "text_color",
        code: &["textColor", "textColour", "color", "colour", "foreground"],
        says: &["text colour", "text color", "colour of the text", "letters"],
    },
    Facet {
        name: "accent",
        code: &["accent", "accentColor", "accentColour", "highlight", "highlightColor"],
        says: &["accent", "accent colour", "highlight colour"],
    },
    Facet { name: "font", code: &["font", "fontFamily", "typeface"], says: &["font", "typeface", "font family"] },
];

/// The parameter of a scene of code that is what templates call so.
pub(super) fn in_code<'s>(specs: &'s [ParamSpec], name: &str) -> Option<&'s ParamSpec> {
    let facet = FACETS.iter().find(|facet| facet.name == name)?;
    let fits = |spec: &&ParamSpec| match spec.kind {
        ParamType::Colour => facet.name != "font",
        ParamType::Text => facet.name == "font",
        _ => false,
    };
    let called = |spec: &&ParamSpec| facet.code.contains(&spec.name.as_ref());
    let said =
        |spec: &&ParamSpec| facet.says.iter().any(|say| spec.label == *say || spec.says.iter().any(|own| own == say));
    let of = |is: &dyn Fn(&&ParamSpec) -> bool| specs.iter().filter(fits).find(|spec| is(spec));
    of(&called).or_else(|| of(&said))
}

/// Whether a look can be taken from a scene of code, or given to one.
pub(super) fn is_shared(name: &str) -> bool {
    FACETS.iter().any(|facet| facet.name == name)
}

/// Whether a parameter, of a template or of code, is a typeface.
pub(super) fn is_font(name: &str) -> bool {
    FACETS.iter().any(|facet| facet.name == "font" && (facet.name == name || facet.code.contains(&name)))
}
