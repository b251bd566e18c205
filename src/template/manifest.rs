//! What a template says of itself: `template.yaml`, read strictly.

use serde::Serialize;

use super::spec::ParamSpec;
use super::style::common_params;
use crate::diagnostic::{Diagnostic, Source};
use crate::value::Value;
use crate::yaml;

mod keys;
mod params;

pub(super) use params::is_reserved;

/// What a template is for, as the library is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// Words.
    Text,
    /// Figures.
    Data,
    /// Products and brands.
    Brand,
    /// Screens of programs.
    Interface,
    /// Pictures.
    Media,
    /// Grounds and effects.
    Background,
}

impl Category {
    /// Its name, as manifests write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Data => "data",
            Self::Brand => "brand",
            Self::Interface => "interface",
            Self::Media => "media",
            Self::Background => "background",
        }
    }
}

/// The size of the main text where the manifest says none, as the art direction has it for headlines.
const USUAL_SIZE: f64 = 112.0;

/// How long things take, in seconds at the template's default duration.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Timing {
    /// How long each thing takes to come in.
    pub entrance: f64,
    /// Between one thing's entrance and the next's.
    pub stagger: f64,
    /// How long the scene takes to go.
    pub exit: f64,
}

/// A template, as its author describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Manifest {
    /// Its name in programs and files: `bar-chart`.
    pub id: String,
    /// Its name for people: `Bar chart`.
    pub name: String,
    /// What it is for.
    pub category: Category,
    /// What one sees, in a few words.
    pub shows: String,
    /// The component that its scene exports: `BarChart`.
    pub component: String,
    /// Its default duration in seconds, from 1 to 60. The times in its scene are written for it.
    pub duration: f64,
    /// How many looks it has, at least one.
    pub variants: u32,
    /// The parameter that the scene is about, its own or a common one: what people mean by "the text", and what
    /// `font_size` sizes.
    pub main: Option<String>,
    /// Its default times.
    pub motion: Timing,
    /// The size of the main text in pixels at 1080 lines, in each of its looks; the last also in those that follow.
    sizes: Vec<f64>,
    params: Vec<ParamSpec>,
    defaults: Vec<(&'static str, Value)>,
    without: Vec<&'static str>,
    one_of: Vec<String>,
    passing: Vec<String>,
}

impl Manifest {
    /// Reads a manifest; `folder` is the name of the folder that it lies in.
    ///
    /// # Errors
    /// All mistakes with their places: unknown, missing and doubled keys, wrong types, an id that is not the folder's
    /// name, defaults and samples that their parameters do not take, names that are no common parameters, and so on.
    pub fn read(source: &Source, folder: &str) -> Result<Self, Vec<Diagnostic>> {
        yaml::read(source, |node, mistakes| keys::read(node, folder, mistakes))
    }

    /// What the scene shows: its own parameters, in the order of the file.
    pub fn params(&self) -> &[ParamSpec] {
        &self.params
    }

    /// The common parameters that it has, in the order of the catalogue.
    pub fn common(&self) -> impl Iterator<Item = &ParamSpec> {
        common_params().iter().filter(|spec| !self.is_without(&spec.name))
    }

    /// The parameter of a name, its own or a common one that it has.
    pub fn spec(&self, name: &str) -> Option<&ParamSpec> {
        self.params.iter().find(|spec| spec.name == name).or_else(|| self.common().find(|spec| spec.name == name))
    }

    /// Whether a name is that of a common parameter which this template does not have.
    pub fn is_without(&self, name: &str) -> bool {
        self.without.contains(&name)
    }

    /// The value of a parameter when none is given: the template's own default, else the usual one.
    pub fn default(&self, name: &str) -> Option<&Value> {
        let own = self.defaults.iter().find(|(key, _)| *key == name).map(|(_, value)| value);
        own.or_else(|| self.any_spec(name)?.default.as_ref())
    }

    /// The size of the main text of a look in pixels at 1080 lines, unless it is asked for in another.
    pub fn size(&self, variant: u32) -> f64 {
        let place = (variant.max(1) as usize - 1).min(self.sizes.len().saturating_sub(1));
        self.sizes.get(place).copied().unwrap_or(USUAL_SIZE)
    }

    /// The names of which the scene needs one, whichever; empty where it is content without any.
    pub fn one_of(&self) -> &[String] {
        &self.one_of
    }

    /// Whether a parameter's parts are on the screen one after another, and not together: the words of captions.
    pub fn passes(&self, name: &str) -> bool {
        self.passing.iter().any(|passing| passing == name)
    }

    /// A default is there also for what the template is without: the scene's structure still depends on it.
    fn any_spec(&self, name: &str) -> Option<&ParamSpec> {
        let own = self.params.iter().find(|spec| spec.name == name);
        own.or_else(|| common_params().iter().find(|spec| spec.name == name))
    }
}

#[cfg(test)]
mod tests;
