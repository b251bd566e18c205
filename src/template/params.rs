//! Values that a template takes, and the choice of a template with them.

use serde::Serialize;
use serde::ser::SerializeMap;
use serde_json::{Map, Value as Json};

use super::manifest::Manifest;
use super::spec::ParamSpec;
use crate::error::{Error, ErrorKind, Result};
use crate::nearest::suggest;
use crate::value::Value;

/// The parameters of a scene: each is one that its template has, and each value is one that the parameter takes.
///
/// They stand in the order of the manifest, then of the catalogue. In JSON they are an object.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Params {
    values: Vec<(String, Value)>,
}

/// A template with its parameters: all that a scene of the library is made from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fit {
    template: String,
    params: Params,
}

impl Params {
    /// The value of a parameter, if one is given.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.values.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// All names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Whether none is given.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

impl Serialize for Params {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.values.len()))?;
        for (name, value) in &self.values {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Fit {
    /// The id of the template.
    pub fn template(&self) -> &str {
        &self.template
    }

    /// Its parameters.
    pub fn params(&self) -> &Params {
        &self.params
    }
}

impl Manifest {
    /// Parameters out of names and values.
    ///
    /// # Errors
    /// [`ErrorKind::Parameter`] with everything that is wrong: names that the template does not have, or has twice, and
    /// values that do not fit.
    pub fn params_of(&self, pairs: impl IntoIterator<Item = (String, Value)>) -> Result<Params> {
        self.collect(pairs, ParamSpec::check)
    }

    /// Parameters out of a JSON object. A `null` is a parameter that is not given.
    ///
    /// # Errors
    /// As for [`params_of`](Self::params_of).
    pub fn params_of_json(&self, object: &Map<String, Json>) -> Result<Params> {
        let given = object.iter().filter(|(_, json)| !json.is_null());
        self.collect(given.map(|(name, json)| (name.clone(), json)), ParamSpec::check_json)
    }

    /// This template with parameters.
    ///
    /// # Errors
    /// As for [`params_of`](Self::params_of).
    pub fn fit(&self, pairs: impl IntoIterator<Item = (String, Value)>) -> Result<Fit> {
        Ok(Fit { template: self.id.clone(), params: self.params_of(pairs)? })
    }

    /// This template with parameters out of a JSON object.
    ///
    /// # Errors
    /// As for [`params_of`](Self::params_of).
    pub fn fit_json(&self, object: &Map<String, Json>) -> Result<Fit> {
        Ok(Fit { template: self.id.clone(), params: self.params_of_json(object)? })
    }

    /// The parameters without which the scene has nothing to show, and which are not given. Where one of several is
    /// enough and none is given, the first of them.
    pub fn missing(&self, params: &Params) -> Vec<&ParamSpec> {
        let open = |name: &str| params.get(name).is_none();
        let of_many = self.one_of().first().filter(|_| self.one_of().iter().all(|name| open(name)));
        let specs = self.params().iter();
        specs
            .filter(|spec| open(&spec.name) && (spec.required || of_many.is_some_and(|name| spec.name == *name)))
            .collect()
    }

    fn collect<V>(
        &self,
        pairs: impl IntoIterator<Item = (String, V)>,
        check: impl Fn(&ParamSpec, V) -> std::result::Result<Value, String>,
    ) -> Result<Params> {
        let mut placed: Vec<(usize, String, Value)> = Vec::new();
        let mut wrong = Vec::new();
        for (name, value) in pairs {
            let checked = self.place(&name).and_then(|(place, spec)| Ok((place, check(spec, value)?)));
            match checked {
                Ok((place, _)) if placed.iter().any(|(taken, _, _)| *taken == place) => {
                    wrong.push(format!("`{name}`: it is given twice"));
                }
                Ok((place, value)) => placed.push((place, name, value)),
                Err(message) => wrong.push(format!("`{name}`: {message}")),
            }
        }
        if !wrong.is_empty() {
            return Err(Error::new(ErrorKind::Parameter, format!("parameters of `{}`: {}", self.id, wrong.join("; "))));
        }
        placed.sort_by_key(|(place, _, _)| *place);
        Ok(Params { values: placed.into_iter().map(|(_, name, value)| (name, value)).collect() })
    }

    /// A parameter with its place in the order.
    fn place(&self, name: &str) -> std::result::Result<(usize, &ParamSpec), String> {
        let all = || self.params().iter().chain(self.common());
        let found = all().enumerate().find(|(_, spec)| spec.name == name);
        found.ok_or_else(|| {
            if self.is_without(name) {
                "this template does not have it".to_owned()
            } else {
                format!(
                    "there is no such parameter: {}",
                    suggest(name, all().map(|spec| spec.name.as_ref()).collect::<Vec<_>>())
                )
            }
        })
    }
}
