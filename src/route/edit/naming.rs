//! What people call the parameters of scenes, and the scenes.

use rustc_hash::{FxHashMap, FxHashSet};

use super::grammar::Grammar;
use crate::pattern::PatternSet;
use crate::template::{Library, Manifest, ParamSpec, ParamType, common_params};
use crate::text::Text;

/// The names of the parameters of all templates, by the first word of each.
#[derive(Debug, Default)]
pub(super) struct Naming {
    ways: FxHashMap<Box<str>, Vec<Way>>,
    /// For each template, what its scenes are called.
    nouns: FxHashMap<Box<str>, Vec<(Stems, usize)>>,
    /// The ids of all templates.
    templates: Vec<Box<str>>,
    /// The templates that a literal of the patterns names.
    literals: FxHashMap<u32, Vec<usize>>,
    /// The names of choices as words.
    choices: FxHashMap<Box<str>, Box<[Box<str>]>>,
    /// For each template, the words of its name and of what it shows.
    speaks: Vec<FxHashSet<Box<str>>>,
}

/// The words of a name, as [`stem`]s.
pub(super) type Stems = Box<[Box<str>]>;

/// A way to call a parameter or a thing.
#[derive(Debug, Clone)]
pub(super) struct Way {
    /// Its words, as [`stem`]s.
    pub(super) words: Box<[Box<str>]>,
    pub(super) whose: Whose,
    pub(super) param: Box<str>,
    /// How far it is from being the parameter's own name: 0 is the name, 1 what it is labelled, 2 what people say besides.
    pub(super) rank: u8,
}

/// What has a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// The template with this number.
    Template(usize),
    /// Every template.
    Common,
    /// No parameter: the thing with this number, whose looks are common parameters.
    Thing(usize),
    /// The scene of code with this number in the project.
    Scene(usize),
}

impl Naming {
    /// The names of a library.
    pub(super) fn of(library: &Library, patterns: &PatternSet, grammar: &Grammar) -> Self {
        let mut naming = Self::default();
        for (number, manifest) in library.manifests().enumerate() {
            for literal in patterns.of(&manifest.id).flat_map(crate::pattern::Pattern::naming) {
                naming.literals.entry(literal).or_default().push(number);
            }
            naming.templates.push(manifest.id.as_str().into());
            let said = [manifest.name.as_str(), " ", &manifest.shows, " ", &manifest.id].concat();
            naming.speaks.push(stems(&said).into_iter().collect());
            manifest.params().iter().for_each(|spec| naming.add(spec, Whose::Template(number)));
            naming.name(manifest, number);
        }
        for spec in common_params() {
            naming.add(spec, Whose::Common);
            for (_, says) in grammar.names.iter().filter(|(name, _)| *name == spec.name) {
                for say in says {
                    naming.way(say, Whose::Common, &spec.name, 3);
                }
            }
        }
        for (number, thing) in grammar.things.iter().enumerate() {
            thing.say.iter().for_each(|say| naming.way(say, Whose::Thing(number), "", 3));
        }
        naming
    }

    /// The names of the parameters of one scene of code, also of those that its manifest does not have.
    pub(super) fn of_scene<'p>(specs: &[ParamSpec], params: impl Iterator<Item = &'p str>, scene: usize) -> Self {
        let mut naming = Self::default();
        for spec in specs {
            naming.add(spec, Whose::Scene(scene));
        }
        let others = params.filter(|name| !specs.iter().any(|spec| spec.name == *name));
        others.for_each(|name| naming.way(&spaced(name), Whose::Scene(scene), name, 0));
        naming
    }

    /// The number of a template.
    pub(super) fn template(&self, id: &str) -> Option<usize> {
        self.templates.iter().position(|own| **own == *id)
    }

    /// The ids of all templates, by their numbers.
    pub(super) fn templates(&self) -> impl Iterator<Item = &str> {
        self.templates.iter().map(AsRef::as_ref)
    }

    /// Whether some words are all that a template is called, and not just the last of them.
    pub(super) fn is_whole(&self, words: &[Box<str>], template: usize) -> bool {
        self.templates.get(template).is_some_and(|id| *stems(id) == *words)
    }

    /// The ways that begin with a word.
    pub(super) fn starting(&self, stem: &str) -> &[Way] {
        self.ways.get(stem).map_or(&[], Vec::as_slice)
    }

    /// What scenes are called that begin with a word: the other words, and the number of the template.
    pub(super) fn nouns(&self, stem: &str) -> &[(Box<[Box<str>]>, usize)] {
        self.nouns.get(stem).map_or(&[], Vec::as_slice)
    }

    /// All first words, to find slips of the finger.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let all = self.ways.values().flatten().flat_map(|way| way.words.iter().map(AsRef::as_ref));
        all.chain(self.nouns.keys().map(AsRef::as_ref))
    }

    /// The templates that a literal of the patterns names.
    pub(super) fn named_by(&self, literal: u32) -> &[usize] {
        self.literals.get(&literal).map_or(&[], Vec::as_slice)
    }

    /// Whether the name of a template, or what it is said to show, has a word.
    pub(super) fn speaks_of(&self, template: usize, stem: &str) -> bool {
        self.speaks.get(template).is_some_and(|words| words.contains(stem))
    }

    /// The name of a choice as words.
    pub(super) fn choice(&self, name: &str) -> Option<&[Box<str>]> {
        self.choices.get(name).map(AsRef::as_ref)
    }

    fn add(&mut self, spec: &ParamSpec, whose: Whose) {
        if let ParamType::Choice(names) = &spec.kind {
            self.choices.extend(names.iter().map(|name| (name.as_ref().into(), stems(name))));
        }
        self.way(&spaced(&spec.name), whose, &spec.name, 0);
        self.way(&spec.label, whose, &spec.name, 1);
        spec.says.iter().for_each(|say| self.way(say, whose, &spec.name, 2));
    }

    fn way(&mut self, say: &str, whose: Whose, param: &str, rank: u8) {
        let words = stems(say);
        let Some(first) = words.first().cloned() else { return };
        let known = self.ways.entry(first).or_default();
        let same = |way: &Way| way.whose == whose && *way.param == *param && way.words == words;
        if !known.iter().any(same) {
            known.push(Way { words: words.clone(), whose, param: param.into(), rank });
        }
        // `pin falls at` is also said without what ties it to a value.
        if let [rest @ .., last] = &*words
            && ["at", "of", "in", "to", "for", "on"].contains(&&**last)
            && rest.len() > 1
        {
            known.push(Way { words: rest.into(), whose, param: param.into(), rank });
        }
    }

    /// A template by its name, by its id, and by the last word of its name.
    fn name(&mut self, manifest: &Manifest, number: usize) {
        let (name, id) = (stems(&manifest.name), stems(&manifest.id));
        let last = name.last().filter(|_| name.len() > 1).cloned();
        let last = last
            .filter(|last| !["card", "text", "grid", "screen", "box", "reveal", "section", "image"].contains(&&**last));
        for words in [Some(name), Some(id), last.map(|last| Box::from([last]))].into_iter().flatten() {
            let Some(first) = words.first().cloned() else { continue };
            let known = self.nouns.entry(first).or_default();
            if !known.iter().any(|(own, template)| *template == number && *own == words) {
                known.push((words, number));
            }
        }
    }
}

/// A parameter's name as words: `walk in seconds` of `walkInSeconds`, `left items` of `left_items`.
fn spaced(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_uppercase() {
            words.push(' ');
        }
        words.push(if letter == '_' || letter == '-' { ' ' } else { letter });
    }
    words
}

/// The words of a text as [`stem`]s.
pub(super) fn stems(text: &str) -> Box<[Box<str>]> {
    let text = Text::new(text.replace(['-', '_'], " "));
    let words =
        (0..text.tokens().len()).filter(|&token| text.tokens()[token].is_word() || text.tokens()[token].is_number());
    words.map(|token| stem(text.word(token)).into()).collect()
}

/// A folded word without what makes it a plural or a possessive, in British spelling.
pub(super) fn stem(word: &str) -> String {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(word);
    let single = match word {
        "this" | "its" | "is" | "was" | "has" | "as" | "us" | "yes" | "plus" | "minus" | "previous" | "less" => {
            word.to_owned()
        }
        _ if word.len() < 4 => word.to_owned(),
        _ if word.ends_with("ies") && word.len() > 4 => format!("{}y", &word[..word.len() - 3]),
        _ if ["sses", "xes", "ches", "shes"].iter().any(|end| word.ends_with(end)) => word[..word.len() - 2].to_owned(),
        _ if word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) => {
            word[..word.len() - 1].to_owned()
        }
        _ if word.ends_with("ing") && word.len() > 6 => word[..word.len() - 3].to_owned(),
        _ if word.ends_with("ed") && word.len() > 6 => word[..word.len() - 2].to_owned(),
        _ => word.to_owned(),
    };
    match single.as_str() {
        "color" => "colour".to_owned(),
        "gray" => "grey".to_owned(),
        "center" => "centre".to_owned(),
        _ => single,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_back_to_one_form() {
        for (word, expected) in [
            ("flags", "flag"),
            ("boxes", "box"),
            ("stories", "story"),
            ("glass", "glass"),
            ("colors", "colour"),
            ("scene's", "scene"),
            ("this", "this"),
        ] {
            assert_eq!(stem(word), expected);
        }
        assert_eq!(spaced("walkInSeconds").to_lowercase(), "walk in seconds");
    }
}
