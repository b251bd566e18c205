//! What is to be changed: a parameter by any of its names, or a thing that a scene shows.

use std::rc::Rc;

use super::inventory::View;
use super::naming::{Way, Whose};
use super::pick::Pick;
use super::reader::Reader;
use crate::template::{ParamSpec, ParamType};
use crate::value::{Colour, Kind};

/// Words for something that can be changed, and all that they may mean.
#[derive(Debug, Clone)]
pub(super) struct Noun {
    pub(super) mentions: Vec<Mention>,
    /// The scenes that are named with it.
    pub(super) pick: Option<Pick>,
    /// What of it is meant: `colour` in `the colour of the flags`.
    pub(super) aspect: Option<Facet>,
}

/// One meaning of a noun.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mention {
    pub(super) scene: usize,
    pub(super) what: What,
    /// How far from its own name it is called.
    pub(super) rank: u8,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    Param(Rc<str>),
    /// A thing, by its number in the grammar; the scene itself if there is none.
    Thing(Option<usize>),
}

/// What of something a parameter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Facet {
    Colour,
    Size,
    Count,
    Time,
    Amount,
    Text,
    Font,
    Choice,
    List,
    Other,
}

const ASPECTS: [(&str, Facet); 17] = [
    ("colour", Facet::Colour),
    ("size", Facet::Size),
    ("width", Facet::Size),
    ("thickness", Facet::Size),
    ("height", Facet::Size),
    ("number", Facet::Count),
    ("amount", Facet::Count),
    ("count", Facet::Count),
    ("font", Facet::Font),
    ("typeface", Facet::Font),
    ("text", Facet::Text),
    ("word", Facet::Text),
    ("wording", Facet::Text),
    ("writing", Facet::Text),
    ("time", Facet::Time),
    ("duration", Facet::Time),
    ("opacity", Facet::Amount),
];

impl Noun {
    /// Whether it names something that scenes have, and not scenes themselves; `things` is how many the grammar has, of
    /// which the last stands for whole scenes.
    pub(super) fn is_part(&self, things: usize) -> bool {
        self.mentions.iter().any(|mention| match &mention.what {
            What::Param(_) => true,
            What::Thing(thing) => thing.is_some_and(|thing| thing + 1 < things),
        })
    }
}

impl Facet {
    /// What a parameter holds, by its type and its name.
    pub(super) fn of(spec: &ParamSpec) -> Self {
        let name = spec.name.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| name.contains(word) || spec.label.contains(word));
        match &spec.kind {
            ParamType::Colour | ParamType::Ground => Self::Colour,
            ParamType::Seconds => Self::Time,
            ParamType::Percent => Self::Amount,
            ParamType::Factor(_) if name == "size" => Self::Size,
            ParamType::Number if says(&["size", "width", "height", "radius", "thick", "length", "spacing", "gap"]) => {
                Self::Size
            }
            ParamType::Number if says(&["count", "number of", "how many", "rows", "columns"]) => Self::Count,
            ParamType::Number => Self::Other,
            ParamType::Choice(_) | ParamType::Easing => Self::Choice,
            ParamType::List | ParamType::Series => Self::List,
            ParamType::Text if name.contains("font") => Self::Font,
            kind if kind.is_text() => Self::Text,
            _ => Self::Other,
        }
    }

    /// What the looks of things are called in the grammar.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Colour => "colour",
            Self::Size => "size",
            Self::Font => "font",
            Self::Time => "speed",
            _ => "",
        }
    }
}

impl Reader<'_> {
    /// The things and parameters that the words at a token may mean, the longest last.
    pub(super) fn nouns(&self, at: usize) -> Vec<(usize, Noun)> {
        let mut found = self.bare_nouns(at);
        // `button text` is a name, and not the text of the scene with the button.
        let names: Vec<usize> = found.iter().map(|(end, _)| *end).collect();
        let is_other = |(end, _): &(usize, Noun)| !names.contains(end);
        found.extend(self.owned(at).into_iter().filter(is_other));
        found.extend(self.aspect_of(at));
        for (end, noun) in found.clone() {
            found.extend(self.with_aspect(end, &noun).filter(is_other));
        }
        for (end, noun) in found.clone() {
            found.extend(self.placed(end, &noun));
        }
        found.extend(self.coloured(at));
        for (end, pick) in self.scenes(at) {
            found.push((end, self.whole(pick)));
        }
        found
    }

    /// `the green`: what has this colour now.
    fn coloured(&self, at: usize) -> Vec<(usize, Noun)> {
        const NEAR: f64 = 0.16;
        let start = self.behind_article(at);
        if start == at || !self.mentions(start).is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        for (end, kind) in self.readings(start) {
            let Kind::Colour(colour) = kind else { continue };
            let mut mentions = Vec::new();
            for (scene, view) in self.inventory.scenes.iter().enumerate() {
                for (param, value) in view.params {
                    let own = value.as_str().and_then(Colour::from_words);
                    if own.is_some_and(|own| own.difference(&colour) < NEAR) && view.spec(param).is_some() {
                        mentions.push(Mention { scene, what: What::Param(param.as_str().into()), rank: 1 });
                    }
                }
            }
            if !mentions.is_empty() {
                found.push((end, Noun { mentions, pick: None, aspect: None }));
            }
        }
        found
    }

    /// The scenes themselves.
    fn whole(&self, pick: Pick) -> Noun {
        let mention = |scene| Mention { scene, what: What::Thing(None), rank: 4 };
        Noun { mentions: (0..self.inventory.count()).map(mention).collect(), pick: Some(pick), aspect: None }
    }

    fn bare_nouns(&self, at: usize) -> Vec<(usize, Noun)> {
        const PLAIN: [&str; 11] =
            ["new", "current", "old", "main", "actual", "right", "whole", "present", "other", "little", "same"];
        let article = self.behind_article(at);
        let start = article + usize::from(self.is(article, &PLAIN));
        let mut found: Vec<(usize, Noun)> = Vec::new();
        for (end, mentions) in self.mentions(start) {
            // `rounded corners`: two names of the same parameter.
            let second = if self.utterance.capital(end) { Vec::new() } else { self.mentions(end) };
            for (behind, others) in second {
                let both: Vec<Mention> = mentions
                    .iter()
                    .filter(|own| others.iter().any(|other| own.what == other.what && own.scene == other.scene))
                    .cloned()
                    .collect();
                if !both.is_empty() {
                    found.push((behind, Noun { mentions: both, pick: None, aspect: None }));
                }
            }
            if ["line", "field", "part", "side"].contains(&self.stem(end)) {
                found.push((end + 1, Noun { mentions: mentions.clone(), pick: None, aspect: None }));
            }
            found.push((end, Noun { mentions, pick: None, aspect: None }));
        }
        found
    }

    /// All meanings of the words at a token, by where they end.
    fn mentions(&self, at: usize) -> Vec<(usize, Vec<Mention>)> {
        let mut found: Vec<(usize, Vec<Mention>)> = Vec::new();
        let stem = self.stem(at);
        if stem.is_empty() {
            return found;
        }
        let own = self.inventory.own.iter().flat_map(|naming| naming.starting(stem));
        for way in self.naming.starting(stem).iter().chain(own) {
            let Some(end) = self.says(at, &way.words) else { continue };
            let meant: Vec<Mention> = self.meant(way).collect();
            match found.iter_mut().find(|(known, _)| *known == end) {
                Some((_, known)) => meant.into_iter().for_each(|mention| add(known, mention)),
                None if meant.is_empty() => {}
                None => found.push((end, meant)),
            }
        }
        found
    }

    fn meant<'w>(&'w self, way: &'w Way) -> impl Iterator<Item = Mention> + 'w {
        let scenes = self.inventory.scenes.iter().enumerate();
        scenes.filter_map(move |(number, scene)| {
            let what = match way.whose {
                Whose::Template(template) => scene.template() == Some(template),
                Whose::Common => scene.is_template() && scene.spec(&way.param).is_some(),
                Whose::Scene(own) => own == number,
                Whose::Thing(thing) => self.shows_thing(scene, thing, way),
            };
            let what = what.then(|| match way.whose {
                Whose::Thing(thing) => What::Thing(Some(thing)),
                _ => What::Param(way.param.as_ref().into()),
            })?;
            Some(Mention { scene: number, what, rank: way.rank })
        })
    }

    /// Letters are everywhere; bars only in scenes that say so of themselves.
    fn shows_thing(&self, scene: &View<'_>, thing: usize, way: &Way) -> bool {
        let speaks = |template| way.words.iter().any(|word| self.naming.speaks_of(template, word));
        scene.template().is_some_and(|template| thing == 0 || speaks(template))
    }

    /// `scene 1's title`, `scene 1 text`, `the confetti message`, `the team scene's font`.
    fn owned(&self, at: usize) -> Vec<(usize, Noun)> {
        let mut found = Vec::new();
        for (end, pick) in self.scenes(at) {
            if matches!(pick, Pick::Others) {
                continue;
            }
            for (behind, mentions) in self.mentions(self.behind_article(end)) {
                found.push((behind, Noun { mentions, pick: Some(pick.clone()), aspect: None }));
            }
            for (behind, noun) in self.aspect_of(end) {
                found.push((behind, Noun { pick: Some(pick.clone()), ..noun }));
            }
        }
        found
    }

    /// `the size of the flags`.
    fn aspect_of(&self, at: usize) -> Vec<(usize, Noun)> {
        let start = self.behind_article(at);
        let Some(aspect) = self.aspect(start) else { return Vec::new() };
        if !self.is(start + 1, &["of", "for", "on"]) {
            return Vec::new();
        }
        let nouns = self.bare_nouns(start + 2).into_iter();
        nouns.map(|(end, noun)| (end, Noun { aspect: Some(aspect), ..noun })).collect()
    }

    /// `the flag colour`, where that is no name by itself.
    fn with_aspect(&self, end: usize, noun: &Noun) -> Option<(usize, Noun)> {
        let aspect = self.aspect(end).filter(|_| noun.aspect.is_none())?;
        Some((end + 1, Noun { aspect: Some(aspect), ..noun.clone() }))
    }

    fn aspect(&self, at: usize) -> Option<Facet> {
        let stem = self.stem(at);
        ASPECTS.iter().find(|(name, _)| *name == stem).map(|(_, aspect)| *aspect)
    }

    /// `the title of scene 2`, `the headline in the intro`.
    fn placed(&self, end: usize, noun: &Noun) -> Vec<(usize, Noun)> {
        if noun.pick.is_some() || !self.is(end, &["of", "in", "on", "from", "for", "at"]) {
            return Vec::new();
        }
        let picks = self.scenes_or_things(end + 1).into_iter();
        picks.map(|(behind, pick)| (behind, Noun { pick: Some(pick), ..noun.clone() })).collect()
    }

    /// The scenes of code that have something of the name that stands at a token.
    pub(super) fn owners(&self, at: usize) -> Vec<(usize, Vec<usize>)> {
        let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
        for naming in &self.inventory.own {
            for way in naming.starting(self.stem(at)) {
                let (Some(end), Whose::Scene(scene)) = (self.says(at, &way.words), way.whose) else { continue };
                let thing = self.inventory.scenes[scene].spec(&way.param).is_some_and(|spec| {
                    matches!(Facet::of(spec), Facet::Colour | Facet::Size | Facet::Count | Facet::List)
                        && spec.name != "background"
                        && spec.name != "textColor"
                });
                match found.iter_mut().find(|(known, _)| *known == end) {
                    _ if !thing => {}
                    Some((_, scenes)) if scenes.contains(&scene) => {}
                    Some((_, scenes)) => scenes.push(scene),
                    None => found.push((end, vec![scene])),
                }
            }
        }
        found
    }

    /// The parameters of a scene that a noun may mean, each with how far it is from being named: what it names itself, and
    /// behind that the looks of what it names.
    pub(super) fn targets(&self, noun: &Noun, scene: usize) -> Vec<(Rc<str>, f64)> {
        let view = &self.inventory.scenes[scene];
        let mut targets: Vec<(Rc<str>, f64)> = Vec::new();
        let mut add = |name: &str, cost: f64| {
            if view.spec(name).is_some() && !targets.iter().any(|(known, _)| **known == *name) {
                targets.push((name.into(), cost));
            }
        };
        for mention in noun.mentions.iter().filter(|mention| mention.scene == scene) {
            if let What::Param(name) = &mention.what {
                let fits = |spec: &ParamSpec| noun.aspect.is_none_or(|aspect| Facet::of(spec) == aspect);
                if view.spec(name).is_some_and(fits) {
                    add(name, f64::from(mention.rank) * 0.1);
                }
            }
        }
        for mention in noun.mentions.iter().filter(|mention| mention.scene == scene && !view.is_template()) {
            for name in Self::kin(view, mention, noun.aspect) {
                add(name, 0.4);
            }
        }
        for mention in noun.mentions.iter().filter(|mention| mention.scene == scene) {
            for (_, param) in self.looks_of_mention(view, mention, noun.aspect) {
                add(param, 0.6);
            }
        }
        targets
    }

    /// Parameters of a scene of code that belong to the same thing: `headlineSize` to `headline`.
    fn kin<'v>(view: &'v View<'_>, mention: &Mention, aspect: Option<Facet>) -> Vec<&'v str> {
        let What::Param(name) = &mention.what else { return Vec::new() };
        let first: String = name.chars().take_while(|letter| letter.is_lowercase()).collect();
        let same = |spec: &&ParamSpec| {
            let rest = spec.name.strip_prefix(first.as_str());
            let of_it = rest.is_some_and(|rest| rest.starts_with(char::is_uppercase));
            of_it && *spec.name != **name && aspect.is_none_or(|aspect| Facet::of(spec) == aspect)
        };
        view.own().iter().filter(same).map(|spec| spec.name.as_ref()).collect()
    }

    fn looks_of_mention(&self, view: &View<'_>, mention: &Mention, aspect: Option<Facet>) -> Vec<(&str, &str)> {
        let things = &self.grammar.things;
        let thing = match &mention.what {
            What::Thing(Some(thing)) => Some(*thing),
            What::Thing(None) => things.len().checked_sub(1),
            What::Param(name) => {
                view.spec(name).filter(|_| view.is_template()).and_then(|spec| match Facet::of(spec) {
                    Facet::Text => Some(0),
                    Facet::List | Facet::Other | Facet::Amount => Some(1),
                    _ => None,
                })
            }
        };
        let looks = thing.and_then(|thing| things.get(thing)).map_or(&[][..], |thing| &thing.looks);
        let fits = |key: &str| aspect.is_none_or(|aspect| aspect.key() == key);
        looks.iter().filter(|(key, _)| fits(key)).map(|(key, param)| (key.as_str(), param.as_str())).collect()
    }
}

fn add(known: &mut Vec<Mention>, mention: Mention) {
    match known.iter_mut().find(|own| own.scene == mention.scene && own.what == mention.what) {
        Some(own) => own.rank = own.rank.min(mention.rank),
        None => known.push(mention),
    }
}
