//! What the project has: its scenes, their parameters, and the words that they show.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use serde_json::{Map, Value as Json};

use super::naming::{Naming, stems};
use crate::request::{Origin, ProjectScene};
use crate::template::{Library, Manifest, ParamSpec, ParamType, own_params};
use crate::text::Text;
use crate::tsx::revise::texts;
use crate::value::Colour;

/// The scenes of a project, as a request may speak of them.
pub(super) struct Inventory<'a> {
    pub(super) scenes: Vec<View<'a>>,
    /// The names of the parameters of scenes of code.
    pub(super) own: Vec<Naming>,
    /// Where each word stands that scenes show: the text, and which of its words it is.
    said: FxHashMap<Box<str>, Vec<(usize, usize)>>,
    /// Every text that a scene shows.
    pub(super) texts: Vec<Shown<'a>>,
}

/// A scene.
pub(super) struct View<'a> {
    pub(super) name: &'a str,
    pub(super) name_stems: Box<[Box<str>]>,
    pub(super) kind: Kind<'a>,
    pub(super) params: &'a Map<String, Json>,
}

/// What a scene is made from.
pub(super) enum Kind<'a> {
    Template {
        manifest: &'a Manifest,
        number: usize,
    },
    Code(Vec<ParamSpec>),
    /// A template that the library does not have.
    Unknown,
}

/// A text that a scene shows.
pub(super) struct Shown<'a> {
    pub(super) scene: usize,
    pub(super) param: &'a str,
    pub(super) text: Text,
    pub(super) part: Part,
}

/// Which part of a parameter a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Item(usize),
    Label(usize),
    Value(usize),
    /// A cell of a table.
    Cell,
}

impl<'a> Inventory<'a> {
    /// Looks at the scenes of a project.
    pub(super) fn of(project: &'a [ProjectScene], library: &'a Library, naming: &Naming, asked: &Text) -> Self {
        let scenes: Vec<View<'a>> = project.iter().map(|scene| View::of(scene, library, naming)).collect();
        let own = scenes.iter().enumerate().map(|(number, scene)| match &scene.kind {
            Kind::Code(specs) => Naming::of_scene(specs, scene.params.keys().map(String::as_str), number),
            _ => Naming::default(),
        });
        let own = own.collect();
        let texts: Vec<Shown<'a>> = scenes.iter().enumerate().flat_map(|(number, scene)| scene.texts(number)).collect();
        let mut inventory = Self { scenes, own, said: FxHashMap::default(), texts: Vec::new() };
        for shown in texts {
            inventory.add(shown);
        }
        for (number, scene) in project.iter().enumerate() {
            if let Origin::Code { code, .. } = &scene.origin
                && inventory.is_missing(asked, code)
            {
                inventory.read_code(number, code);
            }
        }
        inventory
    }

    fn add(&mut self, shown: Shown<'a>) {
        for token in 0..shown.text.tokens().len() {
            self.said.entry(shown.text.word(token).into()).or_default().push((self.texts.len(), token));
        }
        self.texts.push(shown);
    }

    /// Whether a request has a word that no parameter shows and that stands in some code. Only then is the code read.
    fn is_missing(&self, asked: &Text, code: &str) -> bool {
        const SHORTEST: usize = 3;
        (0..asked.tokens().len()).any(|token| {
            let (word, typed) = (asked.word(token), asked.typed(token));
            let long = word.len() >= SHORTEST && !self.said.contains_key(word);
            long && (code.contains(typed) || typed != word && code.contains(word))
        })
    }

    /// Adds the words that stand in the code of a scene itself.
    fn read_code(&mut self, scene: usize, code: &str) {
        let shown = texts(code).unwrap_or_default();
        for text in shown.into_iter().filter(|text| text.prop.is_none()) {
            self.add(Shown { scene, param: "", text: Text::new(text.text), part: Part::Whole });
        }
    }

    pub(super) fn count(&self) -> usize {
        self.scenes.len()
    }

    /// Where a folded word stands among the texts.
    pub(super) fn standing(&self, word: &str) -> &[(usize, usize)] {
        self.said.get(word).map_or(&[], Vec::as_slice)
    }

    /// All words that scenes show, and their names.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let names = self.scenes.iter().flat_map(|scene| scene.name_stems.iter().map(AsRef::as_ref));
        self.said.keys().map(AsRef::as_ref).chain(names)
    }
}

impl<'a> View<'a> {
    fn of(scene: &'a ProjectScene, library: &'a Library, naming: &Naming) -> Self {
        let kind = match &scene.origin {
            Origin::Template { template } => match (library.manifest(template), naming.template(template)) {
                (Some(manifest), Some(number)) => Kind::Template { manifest, number },
                _ => Kind::Unknown,
            },
            Origin::Code { manifest, .. } => Kind::Code(own_params(manifest).unwrap_or_default()),
        };
        Self { name: &scene.name, name_stems: stems(&scene.name), kind, params: &scene.params }
    }

    /// A parameter that it has, its own or a common one.
    pub(super) fn spec(&self, name: &str) -> Option<&ParamSpec> {
        match &self.kind {
            Kind::Template { manifest, .. } => manifest.spec(name),
            Kind::Code(specs) => specs.iter().find(|spec| spec.name == name),
            Kind::Unknown => None,
        }
    }

    /// Its own parameters.
    pub(super) fn own(&self) -> &[ParamSpec] {
        match &self.kind {
            Kind::Template { manifest, .. } => manifest.params(),
            Kind::Code(specs) => specs,
            Kind::Unknown => &[],
        }
    }

    /// The present value of a parameter, unless it is empty.
    pub(super) fn value(&self, param: &str) -> Option<&'a Json> {
        let empty = |value: &Json| match value {
            Json::Null => true,
            Json::String(text) => text.is_empty(),
            Json::Array(items) => items.is_empty(),
            _ => false,
        };
        self.params.get(param).filter(|value| !empty(value))
    }

    pub(super) fn is_template(&self) -> bool {
        matches!(self.kind, Kind::Template { .. })
    }

    /// The template that it is of.
    pub(super) fn template(&self) -> Option<usize> {
        if let Kind::Template { number, .. } = self.kind { Some(number) } else { None }
    }

    fn texts(&self, scene: usize) -> Vec<Shown<'a>> {
        let mut texts = Vec::new();
        for (param, value) in self.params {
            if self.is_shown(param, value) {
                let mut add = |text: &str, part| texts.push(Shown { scene, param, text: Text::new(text), part });
                parts(value, &mut add);
            }
        }
        texts
    }

    /// Whether a parameter is words on the screen.
    fn is_shown(&self, param: &str, value: &Json) -> bool {
        match self.spec(param).map(|spec| &spec.kind) {
            Some(ParamType::Text) => param != "font" && !param.ends_with("Font"),
            Some(kind) => kind.is_text() || matches!(kind, ParamType::List | ParamType::Series),
            // Of scenes of code all props are known, also those that have no name for people.
            None => !self.is_template() && value.as_str().is_none_or(|text| Colour::from_css(text).is_none()),
        }
    }
}

/// Every text in a value.
fn parts(value: &Json, add: &mut impl FnMut(&str, Part)) {
    match value {
        Json::String(text) => add(text, Part::Whole),
        Json::Array(items) => items.iter().enumerate().for_each(|(index, item)| match item {
            Json::String(text) => add(text, Part::Item(index)),
            Json::Object(point) => {
                point.get("label").and_then(Json::as_str).into_iter().for_each(|text| add(text, Part::Label(index)));
                point.get("value").map(shown).into_iter().for_each(|text| add(&text, Part::Value(index)));
            }
            Json::Array(cells) => cells.iter().for_each(|cell| add(&shown(cell), Part::Cell)),
            _ => {}
        }),
        _ => {}
    }
}

/// A scalar as it stands on the screen.
pub(super) fn shown(value: &Json) -> Cow<'_, str> {
    match value {
        Json::String(text) => Cow::Borrowed(text),
        Json::Null => Cow::Borrowed(""),
        other => Cow::Owned(other.to_string()),
    }
}
