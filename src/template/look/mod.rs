//! How a scene looks: from a template's parameters to the structure of its code and to its data.

mod curve;
pub mod font;
pub mod palette;
mod shown;
mod structure;
mod theme;

use std::borrow::Cow;

use serde_json::{Map, Value as Json, json};

pub(super) use curve::Curve;
pub(super) use shown::shown;
pub(super) use structure::{Structure, vocabulary};

use super::manifest::Manifest;
use super::note::{Note, NoteKind};
use super::params::Params;
use super::spec::ParamSpec;
use super::style::{FORMATS, common_params};
use crate::tsx::Meta;
use crate::value::{Colour, Gradient, Value};

/// Scenes interpolate from the start of a motion to its end, so that none may take no time at all, in seconds.
const SHORTEST_TIME: f64 = 0.01;

/// No entrance takes more of a scene than this part of it: what comes in has to be seen when it is there.
const LONGEST_ENTRANCE: f64 = 0.6;
/// And no exit more than this.
const LONGEST_EXIT: f64 = 0.3;

/// A scene before it is code.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Look {
    pub(super) structure: Structure,
    pub(super) data: Json,
    pub(super) meta: Meta,
    pub(super) notes: Vec<Note>,
}

/// The look that a template gives to parameters.
pub(super) fn look(manifest: &Manifest, params: &Params) -> Look {
    let asked = Asked { manifest, params };
    let mut notes = Vec::new();
    let content = asked.content(&mut notes);
    let curve = asked.text("easing").and_then(|name| Curve::named(name).ok()).unwrap_or(curve::USUAL);
    let structure = asked.structure(&content, curve);
    let data = asked.data(content, &mut notes);
    Look { structure, data, meta: asked.meta(), notes }
}

/// Parameters with the template's answers for those that are not given.
struct Asked<'a> {
    manifest: &'a Manifest,
    params: &'a Params,
}

type Content<'a> = Vec<(&'a ParamSpec, &'a Value)>;

impl<'a> Asked<'a> {
    fn value(&self, name: &str) -> Option<&'a Value> {
        self.params.get(name).or_else(|| self.manifest.default(name))
    }

    fn text(&self, name: &str) -> Option<&'a str> {
        match self.value(name) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn number(&self, name: &str) -> Option<f64> {
        match self.value(name) {
            Some(Value::Number(number)) => Some(number.get()),
            _ => None,
        }
    }

    fn duration(&self) -> f64 {
        self.number("duration").unwrap_or(self.manifest.duration)
    }

    /// What the scene shows: what is given, else defaults, else samples of what is needed.
    fn content(&self, notes: &mut Vec<Note>) -> Content<'a> {
        let missing = self.manifest.missing(self.params);
        let specs = self.manifest.params().iter();
        let shown = specs.filter_map(|spec| match self.value(&spec.name) {
            Some(value) => Some((spec, value)),
            None if missing.contains(&spec) => {
                let message = format!("`{}` is sample content: say what it should be", spec.label);
                notes.push(Note::new(NoteKind::Sample, Some(&spec.name), message));
                spec.sample.as_ref().map(|sample| (spec, sample))
            }
            None => None,
        });
        shown.collect()
    }

    /// Whether a common parameter counts as there. One that always has a value, such as `align`, is there when it was
    /// asked for; one that need not have any, such as `logo`, whenever it has one.
    fn has(&self, spec: &ParamSpec) -> bool {
        let may_lack = spec.default.is_none() && self.manifest.default(&spec.name).is_some();
        may_lack || self.params.get(&spec.name).is_some()
    }

    fn structure(&self, content: &Content<'a>, curve: Curve) -> Structure {
        let own = content.iter().map(|(spec, _)| spec.name.clone());
        let common = common_params().iter().filter(|spec| self.has(spec));
        let mut choices: Vec<(Cow<'static, str>, Cow<'static, str>)> =
            structure::CHOICES.iter().map(|name| ((*name).into(), self.choice(name).to_owned().into())).collect();
        choices.push(("easing".into(), curve.name().into()));
        choices.push(("ease".into(), curve.points().into()));
        choices.push(("backdrop".into(), self.backdrop().into()));
        choices.extend(content.iter().filter_map(|(spec, value)| match value {
            Value::Text(chosen) if spec.is_structure() => Some((spec.name.clone(), chosen.clone().into())),
            _ => None,
        }));
        let has = own.chain(common.map(|spec| spec.name.clone())).collect();
        Structure { has, choices, variant: self.variant() }
    }

    /// The value of a common choice. Text that is put to a side is set against it, unless something else is said.
    fn choice(&self, name: &str) -> &str {
        let side = self
            .params
            .get("position")
            .and(self.text("position"))
            .and_then(|position| ["left", "right"].into_iter().find(|side| position.ends_with(side)));
        match side {
            Some(side) if name == "align" && self.params.get("align").is_none() => side,
            _ => self.text(name).unwrap_or_default(),
        }
    }

    /// Variants go round: the one after the last is the first.
    fn variant(&self) -> u32 {
        let wanted = self.number("variant").unwrap_or(1.0).max(1.0) as u32;
        (wanted - 1) % self.manifest.variants + 1
    }

    fn backdrop(&self) -> &'static str {
        match self.value("background") {
            Some(Value::Gradient(_)) => "gradient",
            _ => theme::theme(self.text("theme").unwrap_or_default()).backdrop,
        }
    }

    fn data(&self, content: Content<'a>, notes: &mut Vec<Note>) -> Json {
        let mut data = Map::new();
        for (spec, value) in content.into_iter().filter(|(spec, _)| !spec.is_structure()) {
            data.insert(spec.prop(), serde_json::to_value(value).unwrap_or_default());
        }
        if self.brings(&["background", "accent", "text_color"]) {
            data.insert("palette".to_owned(), self.palette(notes));
        }
        if self.brings(&["font", "weight", "size", "font_size", "spacing"]) {
            self.lettering(&mut data, notes);
        }
        if self.brings(&["speed", "entrance", "stagger"]) {
            data.insert("motion".to_owned(), self.motion(notes));
        }
        for (name, prop) in [("background_image", "backgroundImage"), ("logo", "logo")] {
            if let Some(picture) = self.text(name) {
                data.insert(prop.to_owned(), picture.into());
            }
        }
        Json::Object(data)
    }

    /// Whether the look brings what some common parameters set. A template that is without themes has a look of its own,
    /// of which only what it has parameters for is brought.
    fn brings(&self, names: &[&str]) -> bool {
        !self.manifest.is_without("theme") || names.iter().any(|name| !self.manifest.is_without(name))
    }

    fn colours(&self) -> palette::Palette {
        palette::palette(&palette::Wanted {
            theme: self.text("theme").unwrap_or_default(),
            theme_is_named: self.params.get("theme").is_some(),
            background: self.colour("background"),
            gradient: self.gradient(),
            accent: self.colour("accent"),
            text: self.colour("text_color"),
            has_words: !self.manifest.params().is_empty(),
            has_picture: self.text("background_image").is_some(),
        })
    }

    fn palette(&self, notes: &mut Vec<Note>) -> Json {
        let found = self.colours();
        notes.extend(found.notes.iter().map(|message| Note::new(NoteKind::Colour, None, message)));
        let mut json = Map::new();
        json.insert("background".to_owned(), found.background.hex().into());
        if let Some(to) = found.background_to {
            json.insert("backgroundTo".to_owned(), to.hex().into());
        }
        for (name, colour) in [
            ("surface", found.surface),
            ("text", found.text),
            ("muted", found.muted),
            ("accent", found.accent),
            ("onAccent", found.on_accent),
            ("accent2", found.accent2),
            ("glow", found.glow),
        ] {
            json.insert(name.to_owned(), colour.hex().into());
        }
        Json::Object(json)
    }

    fn colour(&self, name: &str) -> Option<&'a Colour> {
        match self.value(name) {
            Some(Value::Colour(colour)) => Some(colour),
            _ => None,
        }
    }

    fn gradient(&self) -> Option<&'a Gradient> {
        match self.value("background") {
            Some(Value::Gradient(gradient)) => Some(gradient),
            _ => None,
        }
    }

    /// The fonts as styles of CSS, the size of the main text in pixels at 1080 lines, and the factor of gaps.
    fn lettering(&self, data: &mut Map<String, Json>, notes: &mut Vec<Note>) {
        let theme = theme::theme(self.text("theme").unwrap_or_default());
        let found = font::lettering(self.text("font"), theme.font, self.text("weight"));
        notes.extend(found.note.map(|message| Note::new(NoteKind::Font, Some("font"), message)));
        let (spacing, tracking) = match self.text("spacing") {
            Some("tight") => (0.7, -0.015),
            Some("wide") => (1.4, 0.06),
            _ => (1.0, 0.0),
        };
        let heading = json!({
            "fontFamily": found.heading,
            "fontWeight": found.weight,
            "letterSpacing": format!("{}em", rounded(found.tracking + tracking)),
        });
        let body = json!({"fontFamily": found.body, "fontWeight": 400});
        let scaled = self.manifest.size(self.variant()) * self.number("size").unwrap_or(1.0);
        data.insert("heading".to_owned(), heading);
        data.insert("body".to_owned(), body);
        data.insert("size".to_owned(), rounded(self.number("font_size").unwrap_or(scaled)));
        data.insert("spacing".to_owned(), rounded(spacing));
    }

    /// Times in seconds at the template's default duration. Those of the manifest go with the speed; those that were
    /// asked for are meant as they were said, in seconds of the scene as it plays.
    fn motion(&self, notes: &mut Vec<Note>) -> Json {
        let speed = self.number("speed").unwrap_or(1.0);
        let usual = self.manifest.motion;
        let played = self.manifest.duration / self.duration();
        let time = |name, usual: f64| self.number(name).map_or(usual / speed, |seconds| seconds * played);
        let entrance = self.within(time("entrance", usual.entrance), LONGEST_ENTRANCE, "entrance", notes);
        let entrance = entrance.max(SHORTEST_TIME);
        let stagger = self.within(time("stagger", usual.stagger), LONGEST_ENTRANCE, "stagger", notes);
        let exit = (usual.exit / speed).min(self.manifest.duration * LONGEST_EXIT).max(SHORTEST_TIME);
        json!({
            "entrance": rounded(entrance),
            "stagger": rounded(stagger),
            "exit": rounded(exit),
            "speed": rounded(speed),
        })
    }

    fn within(&self, seconds: f64, part: f64, name: &str, notes: &mut Vec<Note>) -> f64 {
        let most = self.manifest.duration * part;
        if seconds > most && self.params.get(name).is_some() {
            let longest = self.duration() * part;
            let message = format!("`{name}` became {longest:.1} seconds, since the scene has {}", self.duration());
            notes.push(Note::new(NoteKind::Limit, Some(name), message));
        }
        seconds.min(most)
    }

    fn meta(&self) -> Meta {
        let fps = self.number("fps").unwrap_or(30.0).round().max(1.0);
        let format = self.text("format").unwrap_or_default();
        let (_, width, height) = FORMATS.into_iter().find(|(name, _, _)| *name == format).unwrap_or(FORMATS[0]);
        Meta {
            id: self.manifest.id.clone(),
            duration_in_frames: (self.duration() * fps).round().max(1.0) as u32,
            fps: fps as u32,
            width,
            height,
        }
    }
}

/// A number as a person would write it: at most four decimals, and none where there is no fraction.
fn rounded(number: f64) -> Json {
    let number = (number * 1e4).round() / 1e4;
    if number.fract() == 0.0 { Json::from(number as i64) } else { Json::from(number) }
}
