//! The structure of a scene: all that its template asks about, and nothing of its data.

use std::borrow::Cow;
use std::fmt::Write;

use crate::template::manifest::Manifest;
use crate::template::spec::ParamType;
use crate::template::style::common_params;
use crate::template::uses::{Uses, Vocabulary};

/// The common choices that templates ask about by their names.
pub(super) const CHOICES: [&str; 11] = [
    "animation",
    "direction",
    "exit",
    "effect",
    "position",
    "align",
    "case",
    "format",
    "theme",
    "spacing",
    "logo_position",
];

/// What `easing` and `backdrop` can be.
const EASINGS: [&str; 4] = ["bezier", "spring", "bounce", "linear"];
const BACKDROPS: [&str; 6] = ["none", "plain", "light", "grain", "grid", "gradient"];

/// The names that are there for every template.
const NAMES: [&str; 6] = ["easing", "backdrop", "ease", "variant", "meta", "props"];

/// The structure of a scene: what there is, and the names that were chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::template) struct Structure {
    /// The parameters that there are.
    pub(in crate::template) has: Vec<Cow<'static, str>>,
    /// Names with what was chosen.
    pub(in crate::template) choices: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    /// Which look, from 1.
    pub(in crate::template) variant: u32,
}

impl Structure {
    /// A text that is the same for two structures whenever a scene that asks for `uses` comes out the same:
    /// `animation=slide variant=1 has.title`.
    pub(in crate::template) fn key(&self, uses: &Uses) -> String {
        let mut key = String::with_capacity(160);
        for (name, chosen) in self.choices.iter().filter(|(name, _)| uses.names.contains(name.as_ref())) {
            let _ = write!(key, "{name}={chosen} ");
        }
        if uses.names.contains("variant") {
            let _ = write!(key, "variant={} ", self.variant);
        }
        for name in self.has.iter().filter(|name| uses.has.contains(name.as_ref())) {
            let _ = write!(key, "has.{name} ");
        }
        key.pop();
        key
    }
}

/// What a template's scene may ask about; `also` are parameters of others, which parts that many share may ask about.
pub(in crate::template) fn vocabulary<'a>(manifest: &'a Manifest, also: &[&'a Manifest]) -> Vocabulary<'a> {
    let mut names: Vec<(&str, Vec<&str>)> = NAMES.map(|name| (name, Vec::new())).into();
    names[0].1 = EASINGS.into();
    names[1].1 = BACKDROPS.into();
    let chosen = common_params().iter().filter(|spec| CHOICES.contains(&spec.name.as_ref()));
    for spec in chosen.chain(manifest.params()) {
        if let ParamType::Choice(values) = &spec.kind {
            names.push((&spec.name, values.iter().map(Cow::as_ref).collect()));
        }
    }
    let owners = [manifest].into_iter().chain(also.iter().copied());
    let own = owners.flat_map(Manifest::params).chain(common_params());
    Vocabulary { names, has: own.map(|spec| spec.name.as_ref()).collect() }
}
