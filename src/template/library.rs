//! The library: all templates with their parts, and scenes made from them.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use serde_json::{Map, Value as Json};

use super::cases::cases;
use super::folder::{Folder, folders};
use super::look::{Look, Structure, look, shown};
use super::manifest::Manifest;
use super::note::Note;
use super::params::Fit;
use super::review::review;
use super::scene::{Compiled, Parts, at_home};
use crate::assets::Assets;
use crate::diagnostic::{Diagnostic, Source};
use crate::error::{Error, ErrorKind, Result};
use crate::nearest::suggest;
use crate::tsx::{Form, Scene, Skeleton};
use crate::value::Value;

/// How many structures of a template are remembered. One has a few KB; a busy template sees some dozens.
const REMEMBERED: usize = 128;

/// All templates.
///
/// A scene is read by the template engine when it is first rendered, and each of its structures is checked and
/// remembered then. Threads can share a library.
#[derive(Debug)]
pub struct Library {
    templates: BTreeMap<String, Template>,
    parts: Parts,
}

#[derive(Debug)]
struct Template {
    folder: Folder,
    manifest: OnceLock<Result<Manifest, Vec<Diagnostic>>>,
    compiled: OnceLock<Result<Compiled, Vec<Diagnostic>>>,
    skeletons: RwLock<HashMap<(String, Form), Arc<Skeleton>>>,
}

/// How a scene is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether it imports its packages or takes them from `window`.
    pub form: Form,
}

/// A scene of the library.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendered {
    /// Its code.
    pub scene: Scene,
    /// Its data: what `defaultProps` is in the code.
    pub props: Json,
    /// What the person should know about it.
    pub notes: Vec<Note>,
    /// What its structure was made of: two scenes of one template with the same structure differ in data alone.
    pub structure: String,
}

impl Default for Options {
    fn default() -> Self {
        Self { form: Form::Module }
    }
}

impl Library {
    /// Loads the templates in `templates/` of the assets.
    ///
    /// # Errors
    /// [`ErrorKind::Assets`] with all mistakes of all manifests, and folders without a manifest or a scene. Mistakes in
    /// scenes come out when they are rendered; [`check_all`](Self::check_all) looks for them at once.
    pub fn load(assets: &Assets) -> Result<Self> {
        let (library, mut mistakes) = Self::of(assets);
        let manifests = library.templates.values().map(Template::manifest);
        mistakes.extend(manifests.filter_map(std::result::Result::err).flatten().cloned());
        if mistakes.is_empty() { Ok(library) } else { Err(wrong(mistakes)) }
    }

    /// The same without reading the manifests: each is read when it is first asked for. Meant for assets that were
    /// loaded before, as tests do with the built-in ones: a template whose manifest has a mistake is not there.
    ///
    /// # Errors
    /// [`ErrorKind::Assets`] for folders without a manifest or a scene, and files that belong nowhere.
    pub fn open(assets: &Assets) -> Result<Self> {
        let (library, mistakes) = Self::of(assets);
        if mistakes.is_empty() { Ok(library) } else { Err(wrong(mistakes)) }
    }

    fn of(assets: &Assets) -> (Self, Vec<Diagnostic>) {
        let (folders, parts, mistakes) = folders(assets);
        let templates = folders.into_iter().map(|folder| (folder.id.clone(), Template::new(folder)));
        (Self { templates: templates.collect(), parts }, mistakes)
    }

    /// Looks for mistakes in every scene, and makes each with its samples in all of its variants.
    ///
    /// # Errors
    /// [`ErrorKind::Assets`] with all mistakes of all scenes and of the parts that they include.
    pub fn check_all(&self) -> Result<()> {
        let manifests: Vec<&Manifest> = self.manifests().collect();
        let mut mistakes: Vec<Diagnostic> = Vec::new();
        for template in self.templates.values() {
            let mut found = match template.manifest() {
                Ok(manifest) => review(manifest, &template.folder.scene, &self.parts, &manifests),
                Err(found) => found.clone(),
            };
            if let (Ok(manifest), true) = (template.manifest(), found.is_empty()) {
                found = self.try_cases(manifest);
            }
            found.sort_by_key(|mistake| (mistake.source().name().to_owned(), mistake.span().start));
            found.retain(|mistake| !mistakes.contains(mistake));
            mistakes.extend(found);
        }
        if mistakes.is_empty() { Ok(()) } else { Err(wrong(mistakes)) }
    }

    /// All manifests, in the order of their ids.
    pub fn manifests(&self) -> impl Iterator<Item = &Manifest> {
        self.templates.values().filter_map(|template| template.manifest().ok())
    }

    /// The manifest of a template.
    pub fn manifest(&self, id: &str) -> Option<&Manifest> {
        self.templates.get(id).and_then(|template| template.manifest().ok())
    }

    /// A template with parameters out of a JSON object.
    ///
    /// # Errors
    /// [`ErrorKind::Parameter`] if there is no such template, or with everything that is wrong with the parameters.
    pub fn fit(&self, id: &str, params: &Map<String, Json>) -> Result<Fit> {
        self.template(id)?.sound()?.fit_json(params)
    }

    /// The scene of a fit. What the template needs and the fit lacks shows the template's samples.
    ///
    /// Takes some microseconds where the structure was seen before, else about half a millisecond.
    ///
    /// # Errors
    /// [`ErrorKind::Parameter`] if there is no such template; [`ErrorKind::Assets`] if its author made a mistake.
    pub fn render(&self, fit: &Fit, options: Options) -> Result<Rendered> {
        let template = self.template(fit.template())?;
        let compiled = template.compiled(&self.parts)?;
        let Look { structure, data, meta, notes } = look(template.sound()?, fit.params());
        let key = (structure.key(&compiled.uses), options.form);
        let skeleton = match template.remembered(&key) {
            Some(skeleton) => skeleton,
            None => self.draw(template, compiled, &structure, &key)?,
        };
        let data = read_only(data, &skeleton);
        Ok(Rendered { scene: skeleton.fill(&meta, &data), props: data, notes, structure: key.0 })
    }

    /// The value that a parameter has in a scene: what the fit gives, else its default, else what theme, typeface and
    /// manifest make of it. Nothing for what is not there, such as a subtitle that was not given.
    pub fn shown(&self, fit: &Fit, name: &str) -> Option<Value> {
        self.manifest(fit.template()).and_then(|manifest| shown(manifest, fit.params(), name))
    }

    /// Makes a structure's skeleton, and remembers it.
    fn draw(
        &self,
        template: &Template,
        compiled: &Compiled,
        structure: &Structure,
        key: &(String, Form),
    ) -> Result<Arc<Skeleton>> {
        let code =
            compiled.render(structure, &template.folder.scene, &self.parts).map_err(|found| wrong(vec![found]))?;
        let name = format!("{} as rendered ({})", template.folder.id, key.0);
        let rendered = Source::new(name, code);
        let skeleton = Skeleton::new(&rendered, key.1).map_err(|error| self.blame(template, compiled, &error))?;
        let skeleton = Arc::new(skeleton);
        template.remember(key.clone(), Arc::clone(&skeleton));
        Ok(skeleton)
    }

    /// The author of a template made a mistake that only shows in the code.
    fn blame(&self, template: &Template, compiled: &Compiled, error: &Error) -> Error {
        let parts = compiled.parts.iter().filter_map(|name| self.parts.get(name));
        let sources: Vec<&Source> = [&template.folder.scene].into_iter().chain(parts).collect();
        wrong(error.diagnostics().iter().map(|found| at_home(found.clone(), &sources)).collect())
    }

    fn template(&self, id: &str) -> Result<&Template> {
        self.templates.get(id).ok_or_else(|| {
            let known = suggest(id, self.templates.keys().map(String::as_str));
            Error::new(ErrorKind::Parameter, format!("there is no template `{id}`: {known}"))
        })
    }

    fn try_cases(&self, manifest: &Manifest) -> Vec<Diagnostic> {
        let cases = cases(manifest);
        let failed = cases.iter().filter_map(|case| self.render(&case.fit, Options::default()).err());
        let mut found: Vec<Diagnostic> = Vec::new();
        for mistake in failed.flat_map(|error| error.diagnostics().to_vec()) {
            let same = |other: &Diagnostic| {
                (other.source().name(), other.message(), other.span())
                    == (mistake.source().name(), mistake.message(), mistake.span())
            };
            if !found.iter().any(same) {
                found.push(mistake);
            }
        }
        found
    }
}

impl Template {
    fn new(folder: Folder) -> Self {
        Self { folder, manifest: OnceLock::new(), compiled: OnceLock::new(), skeletons: RwLock::default() }
    }

    fn manifest(&self) -> Result<&Manifest, &Vec<Diagnostic>> {
        self.manifest.get_or_init(|| Manifest::read(&self.folder.manifest, &self.folder.id)).as_ref()
    }

    fn sound(&self) -> Result<&Manifest> {
        self.manifest().map_err(|found| wrong(found.clone()))
    }

    fn compiled(&self, parts: &Parts) -> Result<&Compiled> {
        let compiled = self.compiled.get_or_init(|| Compiled::new(&self.folder.scene, parts));
        compiled.as_ref().map_err(|found| wrong(found.clone()))
    }

    fn remembered(&self, key: &(String, Form)) -> Option<Arc<Skeleton>> {
        self.skeletons.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// When memory is full all is forgotten: what is used comes back with its next use.
    fn remember(&self, key: (String, Form), skeleton: Arc<Skeleton>) {
        let mut skeletons = self.skeletons.write().unwrap_or_else(PoisonError::into_inner);
        if skeletons.len() >= REMEMBERED {
            skeletons.clear();
        }
        skeletons.insert(key, skeleton);
    }
}

/// What a look has for every scene: the members of groups, and of the scene's properties themselves.
const GROUPS: [&str; 2] = ["palette", "motion"];
const SHARED: [&str; 4] = ["heading", "body", "size", "spacing"];

/// The data without those parts of the look that the code never reads.
fn read_only(mut data: Json, skeleton: &Skeleton) -> Json {
    if let Some(props) = data.as_object_mut() {
        for group in GROUPS {
            if let Some(Json::Object(members)) = props.get_mut(group) {
                members.retain(|name, _| skeleton.reads(group, name));
            }
        }
        props.retain(|name, value| match name.as_str() {
            group if GROUPS.contains(&group) => value.as_object().is_some_and(|members| !members.is_empty()),
            shared => !SHARED.contains(&shared) || skeleton.reads("props", shared),
        });
    }
    data
}

fn wrong(mistakes: Vec<Diagnostic>) -> Error {
    let message = match mistakes.len() {
        1 => "the templates have a mistake".to_owned(),
        count => format!("the templates have {count} mistakes"),
    };
    Error::new(ErrorKind::Assets, message).with_diagnostics(mistakes)
}

#[cfg(test)]
mod tests;
