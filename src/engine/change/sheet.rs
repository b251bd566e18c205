//! The parameters of a scene, whatever it is made from: what it takes, what it is given, and what it shows.

use std::borrow::Cow;

use serde_json::{Map, Value as Json};

use crate::nearest::{list, nearest, suggest};
use crate::store::project::{Content, SceneRecord};
use crate::template::{Fit, Library, Manifest, ParamSpec, ParamType, common_params, own_params};
use crate::value::{Colour, Value};

use super::draft::{Edited, Trouble};
use super::shelf::{Props, Shelf};
use super::{code, facet};

/// Edits a parameter of a scene. Of scenes that are played as one, every one that has it is edited, if it is a look; of
/// what they show, there is no saying which is meant.
pub(super) fn edit(
    library: &Shelf<'_>,
    scene: &mut SceneRecord,
    param: &str,
    edit: &impl Fn(&mut Sheet<'_>, &ParamSpec) -> Result<Edited, String>,
) -> Result<Edited, Trouble> {
    let Content::Merged { parts } = &mut scene.content else {
        return edit_one(library, &mut scene.content, param, edit);
    };
    if !common_params().iter().any(|spec| spec.name == param) {
        return Err(Trouble::Wrong(
            "it plays several scenes as one: undo that to change what one of them shows".into(),
        ));
    }
    let (mut all, mut lacking) = (None, None);
    for part in parts {
        match self::edit(library, part, param, edit) {
            Ok(edited) => all = all.or(Some(edited)),
            Err(Trouble::Lacks(why)) => lacking = lacking.or(Some(why)),
            Err(wrong) => return Err(wrong),
        }
    }
    all.ok_or_else(|| Trouble::Lacks(lacking.unwrap_or_default()))
}

fn edit_one(
    library: &Shelf<'_>,
    content: &mut Content,
    param: &str,
    edit: &impl Fn(&mut Sheet<'_>, &ParamSpec) -> Result<Edited, String>,
) -> Result<Edited, Trouble> {
    let mut sheet = Sheet::of(library, content)?;
    let spec = sheet.spec(param).map_err(Trouble::Lacks)?;
    let edited = edit(&mut sheet, &spec).map_err(|message| Trouble::Wrong(format!("`{param}`: {message}")))?;
    sheet.write(content)?;
    Ok(edited)
}

/// A sheet of parameters. Nothing of it reaches its scene before it is written.
#[derive(Debug)]
pub(super) struct Sheet<'l> {
    library: &'l Library,
    made_of: MadeOf<'l>,
    /// What is given: of code all of its `defaultProps`.
    given: Map<String, Json>,
}

#[derive(Debug)]
enum MadeOf<'l> {
    Template(&'l Manifest),
    Code {
        specs: Vec<ParamSpec>,
        /// What the code says before it is edited.
        known: Props,
    },
}

impl<'l> Sheet<'l> {
    /// The parameters of some content.
    ///
    /// # Errors
    /// Why it has none that can be changed, for people.
    pub(super) fn of(library: &'l Shelf<'_>, content: &Content) -> Result<Self, String> {
        let (made_of, given) = match content {
            Content::Template { id, params } => {
                let manifest = library
                    .manifest(id)
                    .ok_or_else(|| format!("it is made from the template `{id}`, which the library does not have"))?;
                (MadeOf::Template(manifest), params.clone())
            }
            Content::Code { code, manifest } => {
                let manifest = code::manifest(code, manifest)?;
                let specs = own_params(&manifest).map_err(|error| error.to_string())?;
                let known = library.props(code)?;
                let given = Map::clone(&known);
                (MadeOf::Code { specs, known }, given)
            }
            Content::Merged { .. } => return Err("it plays several scenes as one".to_owned()),
        };
        Ok(Self { library: library.library(), made_of, given })
    }

    /// The template that the scene is made from.
    pub(super) fn manifest(&self) -> Option<&'l Manifest> {
        match self.made_of {
            MadeOf::Template(manifest) => Some(manifest),
            MadeOf::Code { .. } => None,
        }
    }

    /// What the scene itself shows: the parameters of its manifest, without those that all templates have.
    pub(super) fn own(&self) -> &[ParamSpec] {
        match &self.made_of {
            MadeOf::Template(manifest) => manifest.params(),
            MadeOf::Code { specs, .. } => specs,
        }
    }

    /// A parameter. Of code, a name that all templates have means what comes nearest to it there: `background` the
    /// colour that is called so.
    ///
    /// # Errors
    /// What there is instead, for people.
    pub(super) fn spec(&self, name: &str) -> Result<Cow<'l, ParamSpec>, String> {
        match &self.made_of {
            MadeOf::Template(manifest) => match manifest.spec(name) {
                Some(spec) => Ok(Cow::Borrowed(spec)),
                None if manifest.is_without(name) => Err(format!("the template `{}` has no `{name}`", manifest.id)),
                None => Err(unknown(manifest, name)),
            },
            MadeOf::Code { specs, .. } => {
                let own = specs.iter().find(|spec| spec.name == name);
                let found = own.or_else(|| facet::in_code(specs, name)).cloned().map(Cow::Owned);
                let known = || specs.iter().map(|spec| spec.name.as_ref()).collect::<Vec<_>>();
                let is_common = || common_params().iter().any(|spec| spec.name == name);
                found.ok_or_else(|| {
                    if is_common() {
                        format!("its code has no parameter for the {}", name.replace('_', " "))
                    } else {
                        format!("there is no parameter `{name}`: {}", suggest(name, known()))
                    }
                })
            }
        }
    }

    /// What a parameter is given, if it is something that the parameter takes.
    pub(super) fn given(&self, spec: &ParamSpec) -> Option<Value> {
        self.given.get(spec.name.as_ref()).and_then(|json| spec.check_json(json).ok())
    }

    /// Whether a parameter is given anything.
    pub(super) fn has(&self, name: &str) -> bool {
        self.given.get(name).is_some_and(|json| !is_nothing(json))
    }

    /// What the scene shows of a parameter: what is given, else its default, else what its theme makes of it.
    pub(super) fn shown(&self, spec: &ParamSpec) -> Option<Value> {
        self.given(spec).or_else(|| self.library.shown(&self.fit()?, &spec.name))
    }

    /// Gives a parameter a value, as it takes it.
    ///
    /// # Errors
    /// What was expected, for people.
    pub(super) fn put(&mut self, spec: &ParamSpec, value: Value) -> Result<(), String> {
        let value = spec.check(value)?;
        let before = self.given.get(spec.name.as_ref());
        let is_other = before.is_some_and(|before| !is_nothing(before) && spec.check_json(before).is_err());
        if is_other && matches!(self.made_of, MadeOf::Code { .. }) {
            return Err(format!("its value in the code is no {}, as its manifest says", spec.kind.name()));
        }
        let json = match (&self.made_of, &value) {
            (MadeOf::Code { .. }, Value::Colour(colour)) => written_as(before, colour),
            _ => serde_json::to_value(&value).unwrap_or_default(),
        };
        self.given.insert(spec.name.to_string(), json);
        Ok(())
    }

    /// Gives a parameter nothing. Code reads all of its properties, so that they become empty there.
    ///
    /// # Errors
    /// Why it cannot be without one, for people.
    pub(super) fn empty(&mut self, spec: &ParamSpec) -> Result<(), String> {
        match (&self.made_of, &spec.kind) {
            (MadeOf::Template(_), _) => {
                self.given.remove(spec.name.as_ref());
            }
            (MadeOf::Code { .. }, kind) if kind.is_text() || *kind == ParamType::Image => {
                self.given.insert(spec.name.to_string(), Json::from(""));
            }
            (MadeOf::Code { .. }, ParamType::List | ParamType::Series) => {
                self.given.insert(spec.name.to_string(), Json::Array(Vec::new()));
            }
            (MadeOf::Code { .. }, kind) => {
                return Err(format!("it is a {} that the scene cannot be without: say what it should be", kind.name()));
            }
        }
        Ok(())
    }

    /// The template with what is given, if it is a template's and all of that is taken.
    pub(super) fn fit(&self) -> Option<Fit> {
        self.manifest().and_then(|manifest| manifest.fit_json(&self.given).ok())
    }

    /// All that is given.
    pub(super) fn all(&self) -> &Map<String, Json> {
        &self.given
    }

    /// Puts the parameters into their scene.
    ///
    /// # Errors
    /// Why its code cannot take them, for people.
    pub(super) fn write(self, content: &mut Content) -> Result<(), String> {
        match (content, &self.made_of) {
            (Content::Template { params, .. }, _) => *params = self.given,
            (Content::Code { code, .. }, MadeOf::Code { known, .. }) => {
                *code = code::with_props(code, known, &self.given)?;
            }
            (Content::Code { .. } | Content::Merged { .. }, _) => {}
        }
        Ok(())
    }
}

/// A template has some thirty parameters, of which people need to hear those that are its own.
fn unknown(manifest: &Manifest, name: &str) -> String {
    let own = || manifest.params().iter().map(|spec| spec.name.as_ref());
    let known = own().chain(manifest.common().map(|spec| spec.name.as_ref()));
    match nearest(name, known) {
        Some(near) => format!("there is no parameter `{name}`: did you mean `{near}`?"),
        None => format!("there is no parameter `{name}`: it shows {}, and has the looks that all have", list(own())),
    }
}

/// Whether a value shows nothing.
fn is_nothing(json: &Json) -> bool {
    match json {
        Json::Null => true,
        Json::String(text) => text.is_empty(),
        Json::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// A colour as the one that was there was written: code may put an alpha behind hexadecimal digits.
fn written_as(before: Option<&Json>, colour: &Colour) -> Json {
    let is_hex = before.and_then(Json::as_str).is_some_and(|before| before.starts_with('#'));
    if is_hex { colour.hex().into() } else { colour.css().into() }
}
