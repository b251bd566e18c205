//! What a template takes, for programs.

use std::borrow::Cow;

use serde::Serialize;

use super::manifest::{Category, Manifest};
use super::spec::ParamSpec;
use crate::value::Value;

/// A manifest as programs read it, in JSON.
#[derive(Debug, Serialize)]
pub struct Summary<'m> {
    id: &'m str,
    name: &'m str,
    category: Category,
    shows: &'m str,
    duration: f64,
    variants: u32,
    params: Vec<Param<'m>>,
    common: Vec<&'m str>,
}

#[derive(Debug, Serialize)]
struct Param<'m> {
    name: &'m str,
    #[serde(rename = "type")]
    kind: &'static str,
    required: bool,
    label: &'m str,
    says: &'m [Cow<'static, str>],
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<&'m Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sample: Option<&'m Value>,
}

impl<'m> Summary<'m> {
    /// That of a manifest.
    pub fn of(manifest: &'m Manifest) -> Self {
        let Manifest { id, name, category, shows, duration, variants, .. } = manifest;
        let params = manifest.params().iter().map(Param::of).collect();
        let common = manifest.common().map(|spec| spec.name.as_ref()).collect();
        Self { id, name, category: *category, shows, duration: *duration, variants: *variants, params, common }
    }
}

impl<'m> Param<'m> {
    fn of(spec: &'m ParamSpec) -> Self {
        let ParamSpec { name, kind, required, label, says, default, sample, .. } = spec;
        let (kind, required) = (kind.name(), *required);
        Self { name, kind, required, label, says, default: default.as_ref(), sample: sample.as_ref() }
    }
}
