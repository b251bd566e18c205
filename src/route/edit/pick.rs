//! Which scenes are meant: by number, place, name, template, by what they show, or by a pronoun.

use super::inventory::Inventory;
use super::reader::Reader;

/// The scenes that some words mean, counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pick {
    /// These.
    These(Vec<usize>),
    /// One of these; the words fit all of them.
    OneOf(Vec<usize>),
    /// The one that is spoken of, or that was changed last.
    It,
    /// All but those that are named beside it.
    Others,
    All,
    Both,
    /// The project does not have it: what was said.
    NoSuch(String),
}

const NOUNS: [&str; 11] =
    ["scene", "slide", "clip", "shot", "screen", "page", "frame", "one", "section", "part", "bit"];

/// What follows a name and says that a scene is meant.
const BEHIND_NAME: [&str; 15] = [
    "scene", "slide", "clip", "shot", "screen", "page", "one", "card", "section", "part", "bit", "thing", "thingy",
    "sequence", "frame",
];

const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
];

impl Pick {
    fn of(mut scenes: Vec<usize>) -> Option<Self> {
        scenes.sort_unstable();
        scenes.dedup();
        match scenes.len() {
            0 => None,
            1 => Some(Self::These(scenes)),
            _ => Some(Self::OneOf(scenes)),
        }
    }

    fn joined(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::These(mut left), Self::These(right)) => {
                for scene in right {
                    if !left.contains(&scene) {
                        left.push(scene);
                    }
                }
                left.sort_unstable();
                Some(Self::These(left))
            }
            (Self::NoSuch(said), _) | (_, Self::NoSuch(said)) => Some(Self::NoSuch(said)),
            _ => None,
        }
    }
}

impl Reader<'_> {
    /// The scenes that the words at a token mean, in every way that they can be read.
    pub(super) fn scenes(&self, at: usize) -> Vec<(usize, Pick)> {
        let mut found = self.one(at);
        // `the first one and the last one`, `scenes 1, 3 and the outro`.
        for _ in 0..3 {
            let mut longer = Vec::new();
            for (end, pick) in &found {
                let Some(next) = self.behind_and(*end) else { continue };
                for (end, other) in self.one(next) {
                    longer.extend(pick.clone().joined(other).map(|both| (end, both)));
                }
            }
            longer.retain(|found_now| !found.contains(found_now));
            if longer.is_empty() {
                break;
            }
            found.extend(longer);
        }
        found.extend(self.within(at));
        found
    }

    /// `everything except the intro`, `all scenes after the chart`, `all but the last`.
    fn within(&self, at: usize) -> Vec<(usize, Pick)> {
        let mut found = Vec::new();
        let count = self.inventory.count();
        for start in self.everything(at) {
            let but = self.is(start, &["except", "but", "besides", "excluding", "without"]);
            let apart = self.is(start, &["apart", "aside"]) && self.is(start + 1, &["from"]);
            let other = self.is(start, &["other"]) && self.is(start + 1, &["than"]);
            let behind = self.is(start, &["after", "behind", "following"]);
            let ahead = self.is(start, &["before"]);
            let twofold = apart || other || but && self.is(start + 1, &["for"]);
            if !(but || apart || other || behind || ahead) {
                continue;
            }
            for (end, pick) in self.one(start + if twofold { 2 } else { 1 }) {
                let Pick::These(scenes) = pick else { continue };
                let keep = |scene: &usize| match () {
                    () if behind => scenes.iter().all(|own| scene > own),
                    () if ahead => scenes.iter().all(|own| scene < own),
                    () => !scenes.contains(scene),
                };
                let rest: Vec<usize> = (0..count).filter(keep).collect();
                found.extend((!rest.is_empty()).then_some((end, Pick::These(rest))));
            }
        }
        found
    }

    /// The same, or the scene that shows a thing.
    pub(super) fn scenes_or_things(&self, at: usize) -> Vec<(usize, Pick)> {
        let mut found = self.scenes(at);
        let start = self.behind_article(at);
        if start > at {
            for (end, scenes) in self.showing(start) {
                if !found.iter().any(|(known, _)| *known == end) {
                    found.extend(Pick::of(scenes).map(|pick| (end, pick)));
                }
            }
        }
        found
    }

    /// `everything`, `all scenes`, `the whole video`.
    pub(super) fn everything(&self, at: usize) -> Vec<usize> {
        let mut ends = Vec::new();
        let whole = ["video", "film", "project", "thing", "clip", "reel", "movie", "show", "lot", "story", "sequence"];
        let start = self.behind_article(at);
        if self.is(at, &["everything", "all", "everyone", "everybody"]) {
            ends.push(at + 1);
        }
        if self.is(at, &["all", "every", "each", "any"]) {
            let of = at + 1 + usize::from(self.is(at + 1, &["of"]));
            let noun = self.behind_article(of);
            if self.is(noun, &["them", "these", "those"])
                || NOUNS.contains(&self.stem(noun)) && !self.is(noun, &["one"])
            {
                ends.push(noun + 1);
            }
        }
        if self.is(at, &["each"]) && self.ordinal_number(at + 1).is_some() {
            ends.push(at + 1);
        }
        if self.is(at, &["them"]) && self.is(at + 1, &["all"]) {
            ends.push(at + 2);
        }
        if self.is(start, &["whole", "entire", "complete"]) && self.is(start + 1, &whole) {
            ends.push(start + 2);
        }
        if start > at
            && self.is(start, &whole)
            && !self.is(start, &["thing", "clip", "lot", "sequence", "show", "story"])
        {
            ends.push(start + 1);
        }
        ends
    }

    fn behind_and(&self, at: usize) -> Option<usize> {
        let comma = at + usize::from(self.is(at, &[","]));
        let and = comma + usize::from(self.is(comma, &["and", "&", "+", "n", "or"]));
        (and > at).then_some(and)
    }

    fn one(&self, at: usize) -> Vec<(usize, Pick)> {
        let start = self.behind_article(at);
        let mut found: Vec<(usize, Pick)> = Vec::new();
        let mut add = |end: usize, pick: Option<Pick>| {
            if let Some(pick) = pick.filter(|pick| !found.iter().any(|known| *known == (end, pick.clone()))) {
                found.push((end, pick));
            }
        };
        self.everything(at).into_iter().for_each(|end| add(end, Some(Pick::All)));
        self.numbered(start).into_iter().for_each(|(end, pick)| add(end, Some(pick)));
        self.by_place(at, start).into_iter().for_each(|(end, pick)| add(end, Some(pick)));
        self.by_pronoun(at).into_iter().for_each(|(end, pick)| add(end, Some(pick)));
        // `those captions` are all of them.
        let many = self.is(at, &["those", "these", "both", "all"]) && start > at;
        let of = |scenes: Vec<usize>| match Pick::of(scenes) {
            Some(Pick::OneOf(scenes)) if many => Some(Pick::These(scenes)),
            pick => pick,
        };
        let named = self.named(start);
        let described = self.described(start).into_iter();
        // What a scene is called goes before what scenes show.
        let described: Vec<_> = described.filter(|(end, _)| !named.iter().any(|(own, _)| own == end)).collect();
        named.into_iter().chain(described).for_each(|(end, scenes)| add(end, of(scenes)));
        if found.is_empty() {
            let edge = self.by_position(start);
            found.extend(edge.map(|(end, scene)| (end, Pick::These(vec![scene]))));
        }
        found
    }

    /// The end of the number of a scene that begins at a token: `scene 2`.
    pub(super) fn numbered_end(&self, at: usize) -> Option<usize> {
        self.numbered(at).into_iter().map(|(end, _)| end).max()
    }

    /// `scene 2`, `scenes 3 and 4`, `slides 2-4`, `scene number two`, `#3`.
    fn numbered(&self, at: usize) -> Vec<(usize, Pick)> {
        let noun = self.stem(at);
        let named = NOUNS[..7].contains(&noun) || ["nr", "no", "number", "sc", "section", "part"].contains(&noun);
        let short = self.is(at, &["#"]);
        let word = self.word(at);
        if let Some(number) =
            word.strip_prefix('s').and_then(|digits| digits.parse().ok()).filter(|number: &usize| *number < 100)
        {
            return vec![(at + 1, self.these(&[number]))];
        }
        if !named && !short {
            return Vec::new();
        }
        let mut token = at + 1;
        while self.is(token, &["#", "number", "no", "nr", "."]) {
            token += 1;
        }
        let many = self.word(at).ends_with('s') && named;
        let Some((mut end, first)) = self.ordinal_number(token) else { return Vec::new() };
        let mut numbers = vec![first];
        let mut found = vec![(end, self.these(&numbers))];
        loop {
            let through = self.is(end, &["-", "–", "through", "thru"]) || many && self.is(end, &["to"]);
            let and = self.behind_and(end).or(through.then_some(end + 1));
            let Some((next, number)) = and.and_then(|and| self.ordinal_number(and)) else { break };
            if self.seconds_at(and.unwrap_or(end)) {
                break;
            }
            if through {
                numbers.extend(first + 1..=number.max(first));
            } else {
                numbers.push(number);
            }
            end = next;
            found.push((end, self.these(&numbers)));
        }
        found
    }

    fn these(&self, numbers: &[usize]) -> Pick {
        let missing = numbers.iter().find(|number| !(1..=self.inventory.count()).contains(*number));
        match missing {
            Some(number) => Pick::NoSuch(format!("scene {number}")),
            None => Pick::These(numbers.iter().map(|number| number - 1).collect()),
        }
    }

    /// A whole number in figures or words.
    pub(super) fn ordinal_number(&self, token: usize) -> Option<(usize, usize)> {
        const WORDS: [&str; 12] =
            ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        if self.is(token, &["a"]) && self.is(token + 1, &["dozen"]) {
            return Some((token + 2, 12));
        }
        let word = self.word(token);
        if let Some(number) = WORDS.iter().position(|own| *own == word) {
            return Some((token + 1, number + 1));
        }
        word.parse().ok().filter(|number| *number < 1000).map(|number| (token + 1, number))
    }

    /// Whether a length of time begins at a token.
    fn seconds_at(&self, token: usize) -> bool {
        !self.seconds(token).is_empty()
    }

    /// `the first scene`, `the last two`, `the third one`, `2nd scene`, `the second to last`.
    fn by_place(&self, at: usize, start: usize) -> Vec<(usize, Pick)> {
        let count = self.inventory.count();
        let start = start + usize::from(self.is(start, &["very"]));
        let Some((mut end, place)) = self.place_word(start) else { return Vec::new() };
        let several = self.ordinal_number(end).filter(|(_, number)| *number > 1 && *number <= count);
        let mut scenes = vec![place];
        if let Some((behind, number)) = several.filter(|_| self.is(start, &["first", "last", "final"])) {
            scenes = if self.is(start, &["first"]) { (0..number).collect() } else { (count - number..count).collect() };
            end = behind;
        }
        let noun = NOUNS.contains(&self.stem(end)) && !(self.is(end, &["part"]));
        // `the first and last scene`.
        let joined = self.is(end, &["and", "&"]) && self.place_word(self.behind_article(end + 1)).is_some();
        // `a tenth` is how much.
        let told =
            noun || start > at && !self.is(at, &["a", "an"]) || joined || at > 0 && self.is(at - 1, &["and", "&"]);
        // `the second bullet` is no scene.
        let other = !noun && end < self.len() && self.says_part(end);
        if !told || other {
            return Vec::new();
        }
        let pick = if scenes.iter().all(|scene| *scene < count) {
            Pick::These(scenes)
        } else {
            Pick::NoSuch(self.utterance.text().typed_range(start..end).to_owned() + " scene")
        };
        vec![(end + usize::from(noun), pick)]
    }

    /// Whether a word names a part of a scene.
    fn says_part(&self, token: usize) -> bool {
        let part = self.stem(token);
        ["item", "point", "bullet", "line", "row", "step", "bar", "slice", "word", "column", "letter", "plan", "entry"]
            .contains(&part)
    }

    /// A word for a place in the order, with the place that it means in this project, counted from 0.
    pub(super) fn place_word(&self, token: usize) -> Option<(usize, usize)> {
        let count = self.inventory.count();
        let last = count.checked_sub(1)?;
        if self.is(token, &["last", "final"]) && !self.is(token + 1, &["change", "edit", "step"]) {
            return Some((token + 1, last));
        }
        if self.is(token, &["penultimate"]) {
            return Some((token + 1, last.saturating_sub(1)));
        }
        let ordinal = ORDINALS.iter().position(|word| self.word(token) == *word);
        let figure = || {
            let number: usize = self.word(token).parse().ok()?;
            let glued = self.utterance.text().tokens().get(token + 1)?.glued;
            (glued && self.is(token + 1, &["st", "nd", "rd", "th"])).then_some((token + 2, number.checked_sub(1)?))
        };
        let (end, place) = ordinal.map(|place| (token + 1, place)).or_else(figure)?;
        let from_end = self.is(end, &["to", "from"]) && self.is(end + 1, &["last"]);
        if from_end {
            return Some((end + 2, last.saturating_sub(place)));
        }
        if self.is(end, &["last"]) {
            return Some((end + 1, last.saturating_sub(place)));
        }
        Some((end, place))
    }

    fn by_pronoun(&self, at: usize) -> Vec<(usize, Pick)> {
        let noun = |token: usize| NOUNS.contains(&self.stem(token));
        if self.is(at, &["all"]) && self.is(at + 1, &["two", "three", "four", "five", "2", "3", "4", "5"]) {
            return vec![(at + 2 + usize::from(noun(at + 2)), Pick::It)];
        }
        if self.is(at, &["both"]) {
            let of = at + 1 + 2 * usize::from(self.is(at + 1, &["of"]) && self.is(at + 2, &["them", "these"]));
            return vec![(of + usize::from(noun(of)), Pick::Both)];
        }
        let whole = self.behind_article(at);
        if whole > at && self.is(whole, &["whole", "entire"]) && self.is(whole + 1, &["scene", "slide", "clip"]) {
            return vec![(whole + 2, Pick::It)];
        }
        let start = self.behind_article(at + usize::from(self.is(at, &["all"]) && self.is(at + 1, &["the"])));
        if self.is(start, &["others", "rest"]) && start > at || self.is(start, &["other", "remaining"]) {
            let of = start + 1 + 3 * usize::from(self.is(start + 1, &["of"]) && self.is(start + 2, &["the"]));
            let many = noun(start + 1) && (self.word(start + 1).ends_with('s'));
            return match self.word(start) {
                "other" | "remaining" if many => vec![(start + 2, Pick::Others)],
                "other" if noun(start + 1) => vec![(start + 2, Pick::Others)],
                "rest" if of > start + 1 => vec![(of, Pick::Others), (start + 1, Pick::Others)],
                "others" | "rest" => vec![(start + 1, Pick::Others)],
                _ => Vec::new(),
            };
        }
        let this = self.is(at, &["this", "that", "the"]) && (noun(at + 1) || self.is(at + 1, &["current", "same"]));
        if this && !self.is(at, &["the"]) {
            return vec![(at + 2, Pick::It)];
        }
        if self.is(at, &["it", "this", "that", "them", "they", "these", "those", "em"]) {
            vec![(at + 1, Pick::It)]
        } else {
            Vec::new()
        }
    }

    /// By its name, with what says that it is a scene: `the pricing scene`, `Intro`, `the intro's`.
    fn named(&self, at: usize) -> Vec<(usize, Vec<usize>)> {
        let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut add = |end: usize, scene: usize| match found.iter_mut().find(|(known, _)| *known == end) {
            Some((_, scenes)) => scenes.push(scene),
            None => found.push((end, vec![scene])),
        };
        for (number, scene) in self.inventory.scenes.iter().enumerate() {
            let end = self.says(at, &scene.name_stems).filter(|_| !scene.name_stems.is_empty());
            if let Some(end) = end {
                add(self.behind_noun(end), number);
            }
            if let Some(end) = end.filter(|end| self.behind_noun(*end) > *end) {
                add(end, number);
            }
        }
        let quoted = self.utterance.quote_at(at).map(|(tokens, name)| (tokens.end, crate::text::fold(name)));
        if let Some((end, name)) = quoted {
            let scenes = self.inventory.scenes.iter().enumerate();
            scenes
                .filter(|(_, scene)| crate::text::fold(scene.name) == name)
                .for_each(|(number, _)| add(self.behind_noun(end), number));
        }
        found
    }

    fn behind_noun(&self, end: usize) -> usize {
        end + usize::from(BEHIND_NAME.contains(&self.stem(end)))
    }

    /// By the kind of scene, or by words that it shows before that: `the chart`, `the rent chart`, `the one about pricing`.
    fn described(&self, at: usize) -> Vec<(usize, Vec<usize>)> {
        let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
        for (end, scenes) in self.by_template(at) {
            found.push((self.behind_noun(end), scenes.clone()));
            if self.behind_noun(end) > end {
                found.push((end, scenes));
            }
        }
        for (end, scenes) in self.showing(at) {
            if BEHIND_NAME.contains(&self.stem(end)) {
                found.push((end + 1, scenes.clone()));
            }
            for (behind, of_kind) in self.by_template(end) {
                let both: Vec<usize> = scenes.iter().copied().filter(|scene| of_kind.contains(scene)).collect();
                if !both.is_empty() {
                    found.push((self.behind_noun(behind), both));
                }
            }
        }
        found.extend(self.told(at));
        found
    }

    /// `the one about pricing`, `the scene with the astronaut`, `where it says hello`.
    fn told(&self, at: usize) -> Vec<(usize, Vec<usize>)> {
        let noun = BEHIND_NAME.contains(&self.stem(at));
        let lead = at + usize::from(noun);
        let telling = self
            .is(lead, &["about", "with", "saying", "showing", "called", "named", "on", "that", "where", "which", "of"]);
        if !telling || !(noun || self.is(at, &["where"])) {
            return Vec::new();
        }
        let mut start = lead + 1;
        while self
            .is(start, &["says", "shows", "has", "it", "is", "the", "a", "reads", "you", "see", "called", "named"])
        {
            start += 1;
        }
        let ends = self.showing(start).into_iter().chain(self.by_template(start)).chain(self.named(start));
        ends.map(|(end, scenes)| {
            (end + usize::from(self.is(end, &["is", "are", "in", "stands"]) && self.is(lead, &["where"])), scenes)
        })
        .collect()
    }

    /// The scenes of the kind that the words at a token name.
    pub(super) fn by_template(&self, at: usize) -> Vec<(usize, Vec<usize>)> {
        let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut add = |end: usize, scene: usize| match found.iter_mut().find(|(known, _)| *known == end) {
            Some((_, scenes)) if scenes.contains(&scene) => {}
            Some((_, scenes)) => scenes.push(scene),
            None => found.push((end, vec![scene])),
        };
        for (words, template) in self.naming.nouns(self.stem(at)) {
            let Some(end) = self.says(at, words) else { continue };
            let scenes = self.inventory.scenes.iter().enumerate();
            scenes.filter(|(_, scene)| scene.template() == Some(*template)).for_each(|(number, _)| add(end, number));
        }
        for hit in self.utterance.hits_at(at).filter(|_| at < self.len() && !self.utterance.quoted(at)) {
            let named = self.naming.named_by(hit.literal);
            let scenes = self.inventory.scenes.iter().enumerate();
            let of_kind =
                scenes.filter(|(_, scene)| scene.template().is_some_and(|template| named.contains(&template)));
            of_kind.for_each(|(number, _)| add(hit.tokens.end, number));
        }
        found
    }

    /// The scenes that show the words at a token, or that have a thing of this name.
    fn showing(&self, at: usize) -> Vec<(usize, Vec<usize>)> {
        let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
        for (end, spots) in self.standing(at) {
            let mut scenes: Vec<usize> = spots.iter().map(|spot| spot.scene).collect();
            scenes.sort_unstable();
            scenes.dedup();
            found.push((end, scenes));
        }
        for (end, scenes) in self.owners(at) {
            if !found.iter().any(|(known, _)| *known == end) {
                found.push((end, scenes));
            }
        }
        found
    }

    /// `the opener`, `the ending`: by where it plays.
    fn by_position(&self, at: usize) -> Option<(usize, usize)> {
        let last = self.inventory.count().checked_sub(1)?;
        if self.is(at, &["intro", "opener", "opening", "beginning", "start", "introduction", "opening scene"]) {
            return Some((self.behind_noun(at + 1), 0));
        }
        let ends = ["outro", "ending", "closer", "closing", "end", "finale", "conclusion"];
        self.is(at, &ends).then(|| (self.behind_noun(at + 1), last))
    }
}

impl Inventory<'_> {
    /// How a scene is called when people are asked about it.
    pub(super) fn called(&self, scene: usize) -> String {
        self.scenes.get(scene).map_or_else(String::new, |scene| format!("`{}`", scene.name))
    }
}
